package domain

// SettingSynonyms is the setting that holds the synonyms as JSON; unset means
// [DefaultSynonyms].
const SettingSynonyms = "search.synonyms"

// DefaultSynonyms are the groups that the program comes with. A group holds
// what the people of a Korean scale-up programme use for one thing: the word of
// the ministry's papers, that of everyday talk, the joined and the spaced
// spelling, the English word and its abbreviation. Words that only lie near
// each other stand apart (수출 and 물류, 매출 and 영업): a group widens every
// query that holds one of its words, so a loose one costs precision each time.
var DefaultSynonyms = Synonyms{
	// Markets and trade.
	{"수출", "해외진출", "해외 진출", "해외시장", "해외 시장", "글로벌 진출", "export", "exports", "overseas expansion", "global expansion", "go global"},
	{"바이어", "구매처", "해외 바이어", "buyer", "buyers"},
	{"판로", "판로개척", "판로 개척", "유통망", "sales channel", "distribution channel"},
	{"통관", "관세", "customs", "customs clearance", "tariff"},
	{"현지화", "localization", "localisation"},
	{"중국", "china"},
	{"미국", "usa", "united states"},
	{"북미", "north america"},
	{"일본", "japan"},
	{"동남아", "동남아시아", "아세안", "southeast asia", "asean"},
	{"베트남", "vietnam"},
	{"유럽", "eu", "europe"},

	// Money.
	{"투자유치", "투자 유치", "펀딩", "자금조달", "자금 조달", "fundraising", "fund raising", "funding"},
	{"벤처캐피탈", "벤처캐피털", "벤처 캐피탈", "vc", "venture capital"},
	{"기업형 벤처캐피탈", "cvc", "corporate venture capital"},
	{"사모펀드", "pef", "private equity"},
	{"액셀러레이터", "엑셀러레이터", "창업기획자", "accelerator"},
	{"기업공개", "기업 공개", "상장", "ipo", "going public"},
	{"인수합병", "인수 합병", "m&a", "mergers and acquisitions"},
	{"기업설명회", "기업 설명회", "ir", "investor relations"},
	{"기업가치", "기업 가치", "밸류에이션", "valuation"},
	{"정책자금", "정책 자금", "정책금융", "정책 금융", "policy finance"},
	{"대출", "융자", "loan", "loans"},
	{"보증", "신용보증", "guarantee", "credit guarantee"},
	{"전환사채", "cb", "convertible bond"},

	// Technology.
	{"인공지능", "에이아이", "ai", "artificial intelligence"},
	{"기계학습", "머신러닝", "machine learning"},
	{"딥러닝", "deep learning"},
	{"빅데이터", "데이터 분석", "데이터분석", "big data", "data analytics"},
	{"반도체", "semiconductor", "semiconductors"},
	{"이차전지", "2차전지", "2차 전지", "배터리", "battery", "batteries"},
	{"로봇", "로보틱스", "robot", "robots", "robotics"},
	{"자율주행", "자율 주행", "autonomous driving", "self-driving"},
	{"사물인터넷", "사물 인터넷", "iot", "internet of things"},
	{"스마트공장", "스마트 공장", "스마트팩토리", "스마트 팩토리", "smart factory"},
	{"바이오", "바이오테크", "생명공학", "biotech", "biotechnology"},
	{"의료기기", "의료 기기", "medical device", "medical devices"},
	{"디지털전환", "디지털 전환", "dx", "digital transformation"},
	{"정보보안", "정보보호", "사이버보안", "cybersecurity", "information security"},
	{"우주항공", "항공우주", "aerospace"},
	{"방산", "방위산업", "방위 산업", "defence industry", "defense industry"},
	{"이커머스", "전자상거래", "온라인 쇼핑", "e-commerce", "ecommerce"},

	// Rights and rules.
	{"특허", "지식재산", "지식재산권", "지재권", "ip", "patent", "patents", "intellectual property"},
	{"상표", "브랜드 보호", "trademark", "trademarks"},
	{"인증", "certification"},
	{"인허가", "regulatory approval"},
	{"연구개발", "연구 개발", "r&d", "research and development"},
	{"기술이전", "기술 이전", "technology transfer"},

	// Running the company.
	{"인사", "인사관리", "인사 관리", "hr", "human resources"},
	{"채용", "인재채용", "인재 채용", "recruiting", "hiring"},
	{"조직문화", "조직 문화", "corporate culture"},
	{"회계", "accounting"},
	{"경영전략", "경영 전략", "사업전략", "사업 전략", "business strategy"},
	{"신사업", "신규사업", "신규 사업", "new business"},
	{"마케팅", "marketing"},
	{"홍보", "pr", "public relations"},
	{"품질관리", "품질 관리", "quality control", "quality management"},
	{"공급망", "공급망 관리", "scm", "supply chain"},
	{"양산", "양산화", "대량생산", "mass production"},
	{"탄소중립", "탄소 중립", "넷제로", "net zero", "carbon neutral"},
	{"esg", "지속가능경영", "지속가능 경영", "sustainability"},
	{"컨설팅", "자문", "consulting", "advisory"},
	{"멘토링", "mentoring"},
}
