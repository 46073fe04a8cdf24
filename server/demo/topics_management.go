package demo

var managementTopics = []topic{
	{
		pair{"상장 준비", "going public"},
		"management",
		[]pair{{"기술 특례 상장 준비 점검", "Readiness for a technology listing"}, {"상장 전 내부 통제 만들기", "Internal control before going public"}, {"{p} 사업의 투자자 설명 자료 다듬기", "The equity story of {p}"}},
		[]pair{{"감사 법인이 내부 통제 지적 {n}건을 남겼습니다.", "The auditor left {n} remarks on internal control."}, {"상장 목표는 {k}개월 뒤인데 재무 담당은 두 명입니다.", "The listing is {k} months away and finance is two people."}, {"기술성 평가를 어떻게 준비할지 모릅니다.", "We do not know how to prepare for the technology review."}},
		[]pair{{"일정표와 부족한 항목 목록을 만들고 싶습니다.", "We want a schedule and a list of gaps."}, {"이해관계자 거래와 지분 구조를 정리하고 싶습니다.", "We want to clean up related-party deals and shares."}, {"주관사 선정 기준을 세우고 싶습니다.", "We want criteria for the lead manager."}},
		[]pair{{"기술성 평가 두 등급을 목표대로 받았습니다.", "The technology review gave the grades aimed at."}, {"내부 통제 지적 {n}건을 상장 전에 해소했습니다.", "Cleared {n} control remarks before listing."}, {"결산 기간을 {n}일로 줄였습니다.", "Cut the closing to {n} days."}},
		pair{"코스닥 상장을 이끌어 온 재무 총괄", "Finance chief who has taken companies public"},
	},
	{
		pair{"재무와 자금", "finance and funding"},
		"management",
		[]pair{{"{p} 설비 투자 자금 조달 구조", "Funding new equipment for {p}"}, {"현금 흐름 예측과 운전 자금", "Cash-flow forecast and working capital"}, {"정책 자금과 보증 활용 계획", "A plan for policy loans and guarantees"}},
		[]pair{{"수주가 늘었지만 대금 회수까지 {n}0일이 걸립니다.", "Orders grow, but cash arrives after {n}0 days."}, {"단기 차입이 전체의 {h}%라 금리가 부담입니다.", "Short-term loans are {h}% of our debt."}, {"환율이 움직일 때마다 이익이 흔들립니다.", "Every move of the exchange rate shakes our profit."}},
		[]pair{{"12개월 현금 예측표를 매달 쓰고 싶습니다.", "We want a rolling twelve-month cash forecast."}, {"차입, 보증, 투자를 섞은 조달 계획이 필요합니다.", "We need a mix of loans, guarantees and equity."}, {"환 위험 관리 기준을 정하고 싶습니다.", "We want rules for currency risk."}},
		[]pair{{"운전 자금을 {k}% 줄여 투자 여력을 만들었습니다.", "Freed {k}% of working capital for investment."}, {"보증부 대출로 금리를 1.4%포인트 낮추었습니다.", "Guaranteed loans cut interest by 1.4 points."}, {"현금 예측표를 {n}개월 만에 정착시켰습니다.", "A cash forecast took root in {n} months."}},
		pair{"중소기업 자금 조달을 설계하는 회계사", "Accountant who designs funding for small firms"},
	},
	{
		pair{"조직과 인재", "organisation and people"},
		"management",
		[]pair{{"대표에게 몰린 의사 결정 나누기", "Sharing decisions that all go to the founder"}, {"{t} 연구 인력 채용과 유지", "Hiring and keeping people for {t}"}, {"100명을 넘는 조직의 평가와 보상", "Reviews and pay beyond a hundred people"}},
		[]pair{{"직원이 2년 사이 {k}명 늘었지만 팀장은 그대로입니다.", "We hired {k} people in two years and no managers."}, {"연구원 퇴사율이 {k}%입니다.", "{k}% of researchers leave each year."}, {"회의가 많은데 결정은 늦습니다.", "Many meetings, slow decisions."}},
		[]pair{{"팀장 역할과 권한을 문서로 정하고 싶습니다.", "We want the managers' role in writing."}, {"연봉 외의 보상 제도를 설계하고 싶습니다.", "We want rewards beyond salary."}, {"지역 대학과 함께 채용 통로를 만들고 싶습니다.", "We want a hiring path with universities nearby."}},
		[]pair{{"핵심 인력 퇴사율을 {n}%로 낮추었습니다.", "Brought key turnover down to {n}%."}, {"팀장 {n}명의 코칭으로 결정 시간을 절반으로 줄였습니다.", "Coached {n} managers; decisions take half the time."}, {"성과 평가와 보상을 처음으로 도입했습니다.", "Introduced the first reviews and rewards."}},
		pair{"성장하는 회사의 조직을 만드는 인사 전문가", "Builds organisations for growing firms"},
	},
	{
		pair{"탄소와 ESG", "carbon and ESG"},
		"management",
		[]pair{{"{p} 탄소 발자국 계산", "Carbon footprint of {p}"}, {"유럽 탄소 국경 조정 보고 준비", "Reporting for the EU carbon border measure"}, {"{b}의 ESG 실사 대응", "Answering the ESG questionnaire of {b}"}},
		[]pair{{"고객사가 {n}개월 안에 배출량 자료를 요구했습니다.", "The customer wants emission data in {n} months."}, {"전력 사용량만 있고 공정별 자료가 없습니다.", "We know total power and nothing per process."}, {"공급사 {n}곳의 자료를 모아야 합니다.", "Data of {n} suppliers must be gathered."}},
		[]pair{{"한 제품의 배출량을 검증 가능하게 계산하고 싶습니다.", "We want one product's figure that can be verified."}, {"에너지 절감 과제를 투자 순서대로 정리하고 싶습니다.", "We want savings in order of investment."}, {"해마다 쓸 보고 양식을 만들고 싶습니다.", "We want a form we can reuse every year."}},
		[]pair{{"제품 {n}종의 배출량을 검증받았습니다.", "Had the figures of {n} products verified."}, {"에너지 진단으로 사용량을 {k}% 줄였습니다.", "An audit cut energy use by {k}%."}, {"고객 실사 점수를 두 등급 올렸습니다.", "Raised the customer's rating by two grades."}},
		pair{"제조업 탄소 관리와 공급망 실사 전문가", "Carbon and supply-chain reviews in manufacturing"},
	},
	{
		pair{"공급망과 구매", "supply chain and purchasing"},
		"management",
		[]pair{{"{p} 핵심 원료 이원화", "A second source for {p}"}, {"{m} 공급사 발굴과 계약", "Suppliers in {m}"}, {"재고와 납기 관리 다시 세우기", "Stock and delivery under control"}},
		[]pair{{"핵심 원료의 {h}%를 한 공급사에서 삽니다.", "{h}% of a key input comes from one supplier."}, {"납기 준수율이 {h}%로 떨어졌습니다.", "On-time delivery fell to {h}%."}, {"재고가 매출의 넉 달 치입니다.", "Stock equals four months of sales."}},
		[]pair{{"대체 공급사 두 곳을 평가하고 싶습니다.", "We want two alternative suppliers evaluated."}, {"안전 재고 기준을 품목별로 정하고 싶습니다.", "We want safety stock per item."}, {"장기 구매 계약의 조건을 정하고 싶습니다.", "We want terms for a long purchase contract."}},
		[]pair{{"대체 공급사 {n}곳을 승인까지 이끌었습니다.", "Brought {n} second sources to approval."}, {"재고를 {k}% 줄이고 납기를 지켰습니다.", "Cut stock by {k}% and kept delivery dates."}, {"구매 단가를 평균 {k}% 낮추었습니다.", "Lowered purchase prices by {k}% on average."}},
		pair{"제조 공급망을 바로 세우는 구매 전문가", "Purchasing expert who steadies supply chains"},
	},
}
