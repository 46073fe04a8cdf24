package demo

// purpose is why a company seeks investment.
type purpose struct {
	instrument string
	titles     []pair
	details    []pair
	uses       []pair
}

var purposes = []purpose{
	{
		"equity",
		[]pair{{"{p} 증설을 위한 지분 투자", "Equity for more capacity in {p}"}, {"{p} 제2공장 투자 유치", "Investment in a second plant for {p}"}},
		[]pair{{"확보한 수주가 현재 생산 능력의 1{n}0%를 넘어 증설이 필요합니다.", "Signed orders exceed 1{n}0% of our capacity, so we must expand."}, {"{b}와의 장기 공급 계약이 증설을 조건으로 하고 있습니다.", "A long supply contract with {b} depends on the expansion."}},
		[]pair{{"설비 60%, 건물 25%, 운전 자금 15%", "Machines 60%, building 25%, working capital 15%"}, {"신규 라인 두 개와 시험 설비", "Two new lines and test equipment"}},
	},
	{
		"equity",
		[]pair{{"{m} 법인 설립과 해외 영업 확대", "A subsidiary in {m} and sales abroad"}, {"{m} 시장 확대를 위한 투자 유치", "Growth capital for {m}"}},
		[]pair{{"{m}의 {b} 세 곳과 시험 납품을 마치고 현지 조직을 세우려 합니다.", "After trial deliveries to three {b} in {m} we want a local team."}, {"현지 네트워크를 가진 투자자와 함께하고 싶습니다.", "We look for an investor with a network there."}},
		[]pair{{"현지 인력 40%, 인증과 재고 35%, 마케팅 25%", "Local people 40%, certification and stock 35%, marketing 25%"}, {"현지 창고와 서비스 센터", "A local warehouse and a service centre"}},
	},
	{
		"equity",
		[]pair{{"{t} 상용화 연구 개발 투자", "Bringing {t} to market"}, {"차세대 {p} 개발 자금", "Funding the next {p}"}},
		[]pair{{"시제품 성능은 고객 평가를 통과했고 양산 설계가 남았습니다.", "The prototype passed the customer's tests; design for production remains."}, {"특허 {n}건을 확보했고 경쟁사보다 1년 앞서 있습니다.", "We hold {n} patents and are a year ahead of rivals."}},
		[]pair{{"연구 인력 50%, 시험 설비 30%, 인증 20%", "Researchers 50%, test equipment 30%, certification 20%"}, {"양산 설계와 신뢰성 시험", "Design for production and reliability tests"}},
	},
	{
		"convertible",
		[]pair{{"상장 전 전환 사채 발행", "Convertible bond before going public"}, {"{p} 수주 대응 전환 사채", "Convertible funding for orders of {p}"}},
		[]pair{{"상장을 {k}개월 앞두고 운전 자금을 안정적으로 확보하려 합니다.", "With a listing {k} months away we want steady working capital."}, {"수주 잔고가 1년 매출을 넘어 원자재를 미리 사야 합니다.", "Our order book exceeds a year of sales and material must be bought early."}},
		[]pair{{"원자재 55%, 인력 25%, 예비 20%", "Material 55%, people 25%, reserve 20%"}, {"운전 자금과 공급사 선급금", "Working capital and advances to suppliers"}},
	},
	{
		"equity",
		[]pair{{"{t} 보유 기업 인수 자금", "Capital to buy a firm with {t}"}, {"동종 기업 인수를 통한 성장 투자", "Growth through acquisition in {f}"}},
		[]pair{{"인수 대상과 기본 합의를 마쳤고 실사를 앞두고 있습니다.", "Terms with the target are agreed in principle; due diligence is next."}, {"인수하면 {b} 고객이 두 배가 됩니다.", "The purchase doubles our customers among {b}."}},
		[]pair{{"인수 대금 80%, 통합 비용 20%", "Purchase price 80%, integration 20%"}, {"지분 인수와 설비 통합", "Shares and the merging of plants"}},
	},
}

// partnering is what a partner need asks for.
type partnering struct {
	titles  []pair
	details []pair
}

var partnerings = []partnering{
	{
		[]pair{{"{p} {m} 독점 대리점 모집", "Exclusive distributor for {p} in {m}"}, {"{m} 유통 협력사를 찾습니다", "Distribution partner in {m}"}},
		[]pair{{"{b}에 판매망을 가진 회사와 3년 계약을 원합니다.", "We look for a three-year contract with a firm that sells to {b}."}, {"제품 교육과 초기 재고는 우리가 지원합니다.", "We give training and the first stock."}},
	},
	{
		[]pair{{"{t} 공동 개발 상대 모집", "Joint development of {t}"}, {"차세대 {p} 공동 연구 기관", "A research partner for the next {p}"}},
		[]pair{{"시험 설비와 데이터를 나누고 결과는 함께 소유합니다.", "We share equipment and data and own results together."}, {"1년 과제로 시작해 성과가 나면 합작을 검토합니다.", "It starts as a one-year project and may become a joint venture."}},
	},
	{
		[]pair{{"{p} 실증 현장 제공처", "A pilot site for {p}"}, {"{b} 현장에서 {p} 실증", "Pilot of {p} with {b}"}},
		[]pair{{"6개월 실증 비용은 우리가 부담하고 결과를 함께 공개합니다.", "We pay for six months of piloting and publish results together."}, {"실증이 성공하면 우선 구매 협상을 원합니다.", "If it works we want to talk about a first purchase."}},
	},
	{
		[]pair{{"{p} 핵심 부품 공급사", "A supplier of key parts for {p}"}, {"{m} 위탁 생산 협력사", "Contract manufacturing in {m}"}},
		[]pair{{"월 {n}000개 규모로 시작해 해마다 늘릴 계획입니다.", "It starts at {n},000 a month and grows every year."}, {"품질 심사와 공정 이전을 함께할 팀이 있습니다.", "Our team joins the audit and the transfer of the process."}},
	},
}
