package demo

var technologyTopics = []topic{
	{
		pair{"연구 개발 로드맵", "research roadmap"}, "technology",
		[]pair{{"{t} 3년 연구 개발 로드맵", "Three-year research roadmap for {t}"}, {"{p} 차세대 모델의 기술 선택", "Technology choice for the next {p}"}, {"정부 과제와 사업을 잇는 기술 전략", "Linking public research to our business"}},
		[]pair{{"연구원 {n}명이 과제 여섯 개를 동시에 맡고 있습니다.", "{n} researchers carry six projects at once."}, {"정부 과제 결과가 제품으로 이어진 적이 한 번뿐입니다.", "Only one public project ever became a product."}, {"경쟁사 특허가 {n}건 늘어 개발 방향을 다시 잡아야 합니다.", "Rivals filed {n} patents and we must reconsider."}},
		[]pair{{"과제의 우선순위와 중단 기준을 정하고 싶습니다.", "We want priorities and criteria for stopping."}, {"외부 연구 기관과 나눌 일과 직접 할 일을 가르고 싶습니다.", "We want to decide what we do and what partners do."}, {"시제품 일정과 필요한 장비 목록을 만들고 싶습니다.", "We want a prototype schedule and a list of equipment."}},
		[]pair{{"과제 {n}개를 네 개로 줄이고 출시를 앞당겼습니다.", "Cut {n} projects to four and launched earlier."}, {"기술 성숙도 평가로 개발 단계를 나누었습니다.", "Staged development by technology readiness."}, {"국책 과제 {n}건의 기획과 선정을 도왔습니다.", "Helped plan and win {n} public projects."}},
		pair{"사업이 되는 연구를 고르는 기술 전략가", "Technology strategist who picks research that sells"},
	},
	{
		pair{"양산과 공정 개선", "production and process"}, "technology",
		[]pair{{"{p} 시제품에서 양산으로", "From prototype to production of {p}"}, {"{p} 수율과 불량 개선", "Yield and defects of {p}"}, {"{t} 공정 안정화", "A stable process for {t}"}},
		[]pair{{"수율이 {h}%라 원가를 맞추지 못합니다.", "A yield of {h}% ruins our cost."}, {"라인을 두 배로 늘렸지만 생산량은 {k}%만 늘었습니다.", "Two lines instead of one gave only {k}% more output."}, {"불량 원인을 사람마다 다르게 설명합니다.", "Everybody explains the defects differently."}},
		[]pair{{"불량 원인을 세 가지로 좁히고 대책을 시험하고 싶습니다.", "We want to narrow the causes to three and test remedies."}, {"월 생산량을 두 배로 올릴 공정 설계가 필요합니다.", "We need a process design for twice the monthly output."}, {"현장 주임들이 스스로 개선을 이어 가게 하고 싶습니다.", "We want our line leaders to carry on alone."}},
		[]pair{{"실험 계획법으로 불량률을 {k}% 낮추었습니다.", "Cut defects by {k}% with designed experiments."}, {"병목 공정을 찾아 설비 투자 없이 생산량을 {k}% 늘렸습니다.", "Raised output by {k}% at the bottleneck without new machines."}, {"시생산 절차를 만들어 양산 이관을 3개월 앞당겼습니다.", "A pilot-run procedure brought production three months forward."}},
		pair{"현장에서 불량을 잡는 양산 기술 전문가", "Production engineer who hunts defects on the floor"},
	},
	{
		pair{"스마트 공장", "smart factory"}, "technology",
		[]pair{{"{p} 라인 자동화 투자 판단", "Automating the line for {p}: is it worth it?"}, {"생산 관리 시스템 다시 세우기", "A production system that people use"}, {"설비 데이터 수집과 예비 보전", "Machine data and preventive maintenance"}},
		[]pair{{"설비 {k}대 가운데 데이터가 나오는 것은 세 대뿐입니다.", "Of {k} machines three give data."}, {"3년 전 도입한 시스템을 현장이 쓰지 않습니다.", "The shop floor ignores the system bought three years ago."}, {"작업 일보를 종이로 쓰고 이틀 뒤에 입력합니다.", "Shift reports are on paper and typed two days later."}},
		[]pair{{"투자 회수 기간이 2년 안인 자동화부터 고르고 싶습니다.", "We want to start with what pays back in two years."}, {"실시간 현황판과 경보를 한 라인에 먼저 만들고 싶습니다.", "We want a live board and alarms on one line first."}, {"정부 지원 사업 신청 전에 요구 사항을 정리하고 싶습니다.", "We want clear requirements before we apply for support."}},
		[]pair{{"라인 한 곳의 설비 종합 효율을 {n}%포인트 올렸습니다.", "Raised equipment effectiveness of a line by {n} points."}, {"현장 반장과 함께 화면을 만들어 입력률을 97%로 올렸습니다.", "Built screens with foremen; 97% of entries are now made."}, {"자동화 투자 {n}건의 회수 기간을 따져 절반을 미루었습니다.", "Checked {n} automation plans and postponed half."}},
		pair{"현장이 쓰는 스마트 공장을 만드는 전문가", "Builds smart factories that people use"},
	},
	{
		pair{"품질과 인증", "quality and certification"}, "technology",
		[]pair{{"{p}의 {m} 수출 인증 준비", "Certifying {p} for {m}"}, {"{b}의 품질 심사 통과", "Passing the quality audit of {b}"}, {"{p} 신뢰성 시험 체계 만들기", "Reliability testing for {p}"}},
		[]pair{{"지난 심사에서 부적합 {n}건을 받았습니다.", "The last audit found {n} non-conformities."}, {"현장 반품의 {k}%가 원인을 모르는 고장입니다.", "{k}% of returns have no known cause."}, {"인증 기관의 추가 질문에 답하지 못하고 있습니다.", "We cannot answer the certifier's further questions."}},
		[]pair{{"필요한 시험과 비용을 국가별로 정리하고 싶습니다.", "We want the tests and costs per country."}, {"다음 심사 전에 품질 체계를 고치고 싶습니다.", "We want to mend our system before the next audit."}, {"수명 시험 기준을 고객과 합의하고 싶습니다.", "We want to agree life tests with the customer."}},
		[]pair{{"부적합 {n}건을 4개월 만에 모두 닫았습니다.", "Closed {n} non-conformities in four months."}, {"인증 서류를 처음부터 만들어 한 번에 통과했습니다.", "Wrote the file from nothing; passed at once."}, {"가속 수명 시험으로 반품을 {k}% 줄였습니다.", "Accelerated life tests cut returns by {k}%."}},
		pair{"수출 인증과 품질 체계를 세우는 전문가", "Sets up export certification and quality systems"},
	},
	{
		pair{"지식 재산", "intellectual property"}, "technology",
		[]pair{{"{t} 특허망 설계", "A patent network for {t}"}, {"{m} 출시 전 특허 침해 검토", "Freedom to operate before selling in {m}"}, {"{p} 기술 유출 방지 체계", "Keeping the know-how of {p}"}},
		[]pair{{"국내 특허 {n}건이 있지만 해외 출원은 없습니다.", "We have {n} domestic patents and none abroad."}, {"경쟁사가 경고장을 보냈습니다.", "A rival sent a warning letter."}, {"퇴사한 직원이 비슷한 제품을 만들고 있습니다.", "A former employee makes a similar product."}},
		[]pair{{"핵심 청구항과 출원 국가를 정하고 싶습니다.", "We want to settle key claims and countries."}, {"회피 설계가 가능한지 판단하고 싶습니다.", "We want to know whether we can design around."}, {"영업 비밀 관리 규정을 만들고 싶습니다.", "We want rules for our trade secrets."}},
		[]pair{{"{n}개국 출원 전략으로 비용을 40% 줄였습니다.", "A plan for {n} countries saved 40% of the cost."}, {"경고장에 대응해 소송 없이 라이선스로 마무리했습니다.", "Settled a warning letter by licence, without a lawsuit."}, {"발명 {k}건을 찾아내 특허로 만들었습니다.", "Found {k} inventions and made patents of them."}},
		pair{"제조 기술 특허를 설계해 온 변리사", "Patent attorney for manufacturing technology"},
	},
	{
		pair{"데이터와 인공 지능", "data and AI"}, "technology",
		[]pair{{"{p} 공정 데이터로 품질 예측", "Predicting quality from {p} process data"}, {"{b} 서비스에 인공 지능 기능 넣기", "AI functions in our service for {b}"}, {"사내 문서와 도면 검색 자동화", "Searching our documents and drawings"}},
		[]pair{{"데이터는 {n}년 치 쌓였지만 정리되어 있지 않습니다.", "We have {n} years of data in no order."}, {"외주 모델이 현장 조건이 바뀌면 맞지 않습니다.", "The bought model fails when conditions change."}, {"데이터 담당이 한 명이라 시험만 반복합니다.", "One data person keeps testing and testing."}},
		[]pair{{"한 공정에서 예측 모델을 현장에 붙여 보고 싶습니다.", "We want one model running at one process."}, {"데이터 수집 기준과 책임자를 정하고 싶습니다.", "We want rules and owners for data."}, {"석 달 안에 효과를 돈으로 보여 주고 싶습니다.", "We want the effect in money within three months."}},
		[]pair{{"예측 모델로 검사 시간을 {k}% 줄였습니다.", "A model cut inspection time by {k}%."}, {"데이터 품질 기준을 만들고 {n}명을 교육했습니다.", "Wrote data standards and trained {n} people."}, {"현장 시험을 거쳐 모델 두 개를 운영에 올렸습니다.", "Brought two models from trial into use."}},
		pair{"공장 데이터를 쓸모 있게 만드는 인공 지능 전문가", "Makes factory data useful"},
	},
}
