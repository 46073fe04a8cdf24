package demo

// topic is what a directing need is about and what an expert practises.
type topic struct {
	name       pair // the Korean wording is the label in records
	field      string
	titles     []pair
	background []pair // whole sentences: where the company stands
	wants      []pair // whole sentences: the outcome wanted
	works      []pair // whole sentences: what came of an expert's work
	headline   pair
}

func topics() []topic {
	return append(append(append([]topic(nil), strategyTopics...), technologyTopics...), managementTopics...)
}

var strategyTopics = []topic{
	{
		pair{"해외 진출", "market entry abroad"},
		"strategy",
		[]pair{{"{p}의 {m} 시장 첫 진출", "First entry into {m} with {p}"}, {"{m} 현지 법인과 대리점 중 무엇을 택할지", "Subsidiary or agent in {m}?"}, {"{m}의 {b} 발굴과 첫 계약", "Finding {b} in {m} and the first contract"}, {"{p} 수출 국가 우선순위 정하기", "Which countries first for {p}"}},
		[]pair{{"전시회에서 명함은 {n}0장 받았지만 견적으로 이어진 곳은 두 곳뿐입니다.", "Trade fairs gave us {n}0 cards and two quotations."}, {"{m} 바이어가 시제품을 요청했지만 계약 조건을 협상해 본 사람이 없습니다.", "A buyer in {m} asked for samples, but nobody here has negotiated such terms."}, {"수출 비중이 {n}%로 낮고 한 나라에 몰려 있습니다.", "Exports are only {n}% of sales and go to one country."}},
		[]pair{{"6개월 안에 현지 {b} 세 곳과 시험 납품을 시작하고 싶습니다.", "Within six months we want trial deliveries to three {b} there."}, {"국가별 규제, 가격, 유통을 비교한 진출 계획서를 함께 만들고 싶습니다.", "We want an entry plan that compares rules, prices and channels by country."}, {"현지 담당자 채용 기준과 1년 예산을 정하고 싶습니다.", "We want to settle whom to hire there and a budget for a year."}},
		[]pair{{"11개월 만에 첫 수출 계약 {n}건을 도왔습니다.", "Led to {n} export contracts in eleven months."}, {"현지 유통사 평가표를 만들고 {n}곳을 함께 방문했습니다.", "Built a scorecard of distributors and visited {n} of them together."}, {"진출 국가를 다섯에서 하나로 좁혀 비용을 {k}% 줄였습니다.", "Narrowed five countries to one and saved {k}% of the cost."}},
		pair{"제조 기업의 첫 수출을 이끄는 해외 진출 디렉터", "Director for the first exports of manufacturers"},
	},
	{
		pair{"신사업 개발", "new business"},
		"strategy",
		[]pair{{"{t} 기술을 활용한 두 번째 사업 찾기", "A second business from our {t}"}, {"{p} 이후의 성장 사업 검증", "Testing what comes after {p}"}, {"{b} 대상 신규 사업의 고객 검증", "Customer validation of a new offer for {b}"}},
		[]pair{{"주력 제품 성장률이 3년 동안 {n}%에 머물렀습니다.", "Our main line has grown {n}% in three years."}, {"사내 공모로 아이디어 {k}개를 모았지만 고를 기준이 없습니다.", "We collected {k} ideas and have no way to choose."}, {"시험 고객 한 곳이 관심을 보였지만 지불 의사를 확인하지 못했습니다.", "One test customer is interested, but we do not know whether they would pay."}},
		[]pair{{"석 달 안에 고객 인터뷰 20건으로 사업 하나를 고르고 싶습니다.", "We want to pick one business from 20 interviews within three months."}, {"계속할지 멈출지 정하는 기준과 예산을 갖추고 싶습니다.", "We want stop-or-go criteria and a budget."}, {"첫 유료 고객을 연내에 확보하고 싶습니다.", "We want the first paying customer this year."}},
		[]pair{{"아이디어 {k}건 가운데 한 건을 매출로 연결했습니다.", "Turned one of {k} ideas into sales."}, {"고객 인터뷰 방법을 가르쳐 개발 전에 두 과제를 멈추었습니다.", "Taught customer interviews; two projects stopped before development."}, {"사내 벤처를 분리해 {k}명 규모로 키웠습니다.", "Spun out a venture that grew to {k} people."}},
		pair{"기존 기술에서 다음 사업을 찾는 신사업 전문가", "Finds the next business in present technology"},
	},
	{
		pair{"사업 전환", "business transition"},
		"strategy",
		[]pair{{"기존 제품에서 {p} 중심으로 사업 전환", "From our present line to {p}"}, {"단일 고객 의존을 벗어나는 사업 구조", "Out of dependence on one customer"}, {"제품 판매에서 서비스 사업으로 전환", "From selling products to a service"}},
		[]pair{{"기존 설비의 {h}%를 새 제품에 쓸 수 있는지 판단해야 합니다.", "We must judge whether {h}% of our machines can serve the new line."}, {"이사회가 전환 시기를 두고 의견이 갈립니다.", "The board disagrees about when to switch."}, {"전환 기간에 현금 흐름이 {n}개월 동안 마이너스입니다.", "The switch means {n} months of negative cash flow."}},
		[]pair{{"3년 전환 로드맵과 분기별 지표가 필요합니다.", "We need a three-year roadmap with quarterly measures."}, {"남길 제품과 정리할 제품을 가르는 기준을 세우고 싶습니다.", "We want criteria for what stays and what goes."}, {"새 고객 비중을 2년 안에 30%로 올리고 싶습니다.", "We want new customers to be 30% of sales in two years."}},
		[]pair{{"2년 만에 신제품 매출 비중을 {h}%로 올렸습니다.", "Raised the new line to {h}% of sales in two years."}, {"설비 전환 계획과 인력 재배치를 함께 설계했습니다.", "Designed the change of machines and people together."}, {"사업 재편 승인을 받도록 계획서를 지도했습니다.", "Coached the plan to its official approval."}},
		pair{"중견 제조사의 사업 전환을 설계하는 전략 컨설턴트", "Strategy consultant for manufacturers in transition"},
	},
	{
		pair{"가격과 수익 구조", "pricing and margins"},
		"strategy",
		[]pair{{"{p} 가격 체계 다시 세우기", "New prices for {p}"}, {"{b} 계약의 단가 인하 요구에 대응", "Answering price cuts asked by {b}"}, {"제품별 원가와 이익 보이게 하기", "Seeing cost and profit by product"}},
		[]pair{{"매출은 {k}% 늘었지만 영업 이익률은 떨어졌습니다.", "Sales grew {k}% while the margin fell."}, {"제품이 {n}0종인데 무엇이 이익을 내는지 알지 못합니다.", "We have {n}0 products and cannot tell which earn money."}, {"경쟁사가 낮은 가격으로 들어와 두 번 입찰에 졌습니다.", "A cheaper rival won two tenders."}},
		[]pair{{"제품군별 원가표와 가격 원칙을 두 달 안에 만들고 싶습니다.", "We want a cost sheet and price rules per line in two months."}, {"원자재 연동 조항을 다음 계약에 넣고 싶습니다.", "We want a raw-material clause in the next contract."}, {"영업 이익률을 3%포인트 올리고 싶습니다.", "We want three more points of margin."}},
		[]pair{{"적자 품목 {n}개를 정리해 이익률을 4%포인트 올렸습니다.", "Dropped {n} loss-making items; margin rose four points."}, {"원가 연동 계약으로 손실을 {k}% 줄였습니다.", "Cost-linked contracts cut losses by {k}%."}, {"가치 기반 가격으로 평균 단가를 {k}% 올렸습니다.", "Value pricing raised the average price by {k}%."}},
		pair{"원가와 가격을 숫자로 보여 주는 수익 개선 전문가", "Makes cost and price visible"},
	},
	{
		pair{"브랜드와 마케팅", "brand and marketing"},
		"strategy",
		[]pair{{"{m} 온라인 채널에서 {p} 알리기", "Making {p} known online in {m}"}, {"{p} 브랜드 이야기와 영문 자료 만들기", "Brand story and English material for {p}"}, {"{b} 대상 콘텐츠 마케팅 시작", "Content marketing for {b}"}},
		[]pair{{"홈페이지 방문의 {n}%만 문의로 이어집니다.", "Only {n}% of visitors ask us anything."}, {"광고는 대행사에 맡겼지만 무엇이 효과가 있었는지 모릅니다.", "An agency runs our ads and we cannot tell what works."}, {"영문 소개서가 제품 사양만 나열하고 있습니다.", "Our English brochure only lists specifications."}},
		[]pair{{"반기 안에 월 문의를 세 배로 늘리고 싶습니다.", "We want three times the enquiries within half a year."}, {"고객 사례 다섯 편을 두 언어로 만들고 싶습니다.", "We want five customer stories in two languages."}, {"채널별 성과를 매주 보는 체계를 갖추고 싶습니다.", "We want weekly figures per channel."}},
		[]pair{{"고객 사례 중심으로 바꿔 문의를 {k}% 늘렸습니다.", "Customer stories raised enquiries by {k}%."}, {"현지 인플루언서 {n}명과 함께 첫 판매를 만들었습니다.", "First sales with {n} local creators."}, {"브랜드 안내서와 상표 출원을 함께 마쳤습니다.", "Finished the brand guide and trade marks together."}},
		pair{"해외 고객의 말로 제품을 설명하는 마케팅 전문가", "Explains products in the foreign customer's words"},
	},
	{
		pair{"인수 합병과 제휴", "acquisitions and alliances"},
		"strategy",
		[]pair{{"{t} 보유 기업 인수 검토", "Buying a company with {t}"}, {"{m} 기업과의 합작 법인 협상", "Joint-venture talks with a firm in {m}"}, {"{b} 대상 전략적 제휴 조건 설계", "Terms of an alliance with {b}"}},
		[]pair{{"인수 후보 {n}곳을 찾았지만 값을 매길 근거가 없습니다.", "We found {n} targets and cannot value them."}, {"합작 상대가 지분 51%를 요구합니다.", "The partner asks for 51% of the joint venture."}, {"비밀 유지 계약만 맺은 채 {n}개월이 지났습니다.", "{n} months have passed since the non-disclosure agreement."}},
		[]pair{{"기업 가치 평가와 협상 범위를 정하고 싶습니다.", "We want a valuation and a range to negotiate in."}, {"기술 유출을 막는 계약 구조가 필요합니다.", "We need a contract that keeps our technology."}, {"인수 뒤 100일 통합 계획을 세우고 싶습니다.", "We want a plan for the first hundred days after closing."}},
		[]pair{{"소규모 인수 {n}건의 실사와 협상을 맡았습니다.", "Handled due diligence and talks of {n} small acquisitions."}, {"합작 계약에 기술 회수 조항을 넣었습니다.", "Put a clause for taking technology back into the contract."}, {"인수 뒤 핵심 인력 {h}%가 남도록 도왔습니다.", "Kept {h}% of key people after the purchase."}},
		pair{"중소기업 인수와 합작을 협상해 온 자문가", "Adviser on small acquisitions and joint ventures"},
	},
}
