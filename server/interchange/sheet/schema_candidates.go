package sheet

import "jumpup/server/domain"

var expertTables = []*table{
	mainTable(domain.KindExpert, "전문가", "experts", "experts",
		one(field("id", "전문가 ID", "Expert id", func(x *domain.Expert) *domain.ExpertID { return &x.ID }, freeText[domain.ExpertID]()).as("ID", "전문가코드", "전문가번호").like("e-001")),
		textColumns("name", "성명", "Name", 18, func(x *domain.Expert) *domain.Text { return &x.Name }, "전문가명", "이름", "전문가", "전문가 성명", "성함", "expert"),
		textColumns("headline", "한 줄 소개", "Headline", 32, func(x *domain.Expert) *domain.Text { return &x.Headline }, "직함", "직위", "소개 한 줄", "소속 직위"),
		textColumns("summary", "소개", "Summary", 44, func(x *domain.Expert) *domain.Text { return &x.Summary }, "약력", "주요 경력", "경력", "경력 요약", "프로필", "bio", "profile"),
		reference("institution", "수행기관", "Institution", func(x *domain.Expert) *domain.InstitutionID { return &x.Institution }, "소속", "소속기관", "기관명", "소속 기관명", "affiliation"),
		one(
			emailKey("전문가"),
			field("roles", "역할", "Roles", func(x *domain.Expert) *[]string { return &x.Roles }, listOf(wordOf[string](roleWords))).as("담당 역할", "구분", "role").like("디렉터; 서포터"),
			field("fields", "분야", "Fields", func(x *domain.Expert) *[]string { return &x.Fields }, listOf(wordOf[string](fieldWords))).wide(20).as("전문분야", "자문분야", "전문 영역", "field", "expertise").like("전략; 경영"),
			field("topics", "주제", "Topics", func(x *domain.Expert) *[]domain.Topic { return &x.Topics }, topicsCodec).wide(30).as("세부 주제", "자문 주제", "세부분야", "topic").like("해외 진출 (7); 품질 관리"),
		),
		industryColumns(func(x *domain.Expert) *[]string { return &x.Industries }, func(x *domain.Expert) **int { return &x.IndustryRevision }),
		one(
			field("tags", "태그", "Tags", func(x *domain.Expert) *[]string { return &x.Tags }, listOf(freeText[string]())).wide(26).as(tagWords...),
			field("markets", "해외 시장", "Markets", func(x *domain.Expert) *[]string { return &x.Markets }, listOf(countryCodec())).wide(20).as(marketWords...).like("베트남; 인도네시아"),
			field("languages", "언어", "Languages", func(x *domain.Expert) *[]domain.Language { return &x.Languages }, languagesCodec).wide(26).as("사용 언어", "가능 언어", "외국어", "language").like("한국어 (원어민); 영어 (C1)"),
			field("capacity", "담당 가능 기업 수", "Capacity", func(x *domain.Expert) **int { return &x.Capacity }, wholeNumber).wide(10).as("최대 담당 기업", "가능 기업 수", "정원", "max companies").like("4"),
			field("load", "현재 담당 기업 수", "Load", func(x *domain.Expert) **int { return &x.Load }, wholeNumber).wide(10).as("담당 기업 수", "현재 담당", "current companies").like("1"),
			field("unavailable", "불가 기간", "Unavailable", func(x *domain.Expert) *[]domain.Period { return &x.Unavailable }, periodsCodec).wide(28).as("부재 기간", "휴가", "absence").like("2026-08-01 ~ 2026-08-15"),
			conflictColumn(func(x *domain.Expert) *[]string { return &x.Conflicts }),
			field("country", "국가", "Country", func(x *domain.Expert) *string { return &x.Country }, countryCodec()).as(countryWords...).like("대한민국"),
			field("region", "지역", "Region", func(x *domain.Expert) *string { return &x.Region }, freeText[string]()).as(regionWords...).as("활동 지역").like("서울"),
			field("timezone", "시간대", "Time zone", func(x *domain.Expert) *string { return &x.Timezone }, freeText[string]()).as("timezone", "타임존").hint("Asia/Seoul과 같은 이름", "a name such as Asia/Seoul").rarely(),
		),
	),
	expertWorks,
}

var expertWorks = func() *table {
	t := listTable("expert.works", domain.KindExpert, "works", "실적", "works", "experts.works",
		func(x *domain.Expert) *[]domain.Work { return &x.Works },
		parentColumns(domain.KindExpert, "전문가", "Expert", "성명", "이름"),
		textColumns("title", "실적명", "Work", 32, func(x *domain.Work) *domain.Text { return &x.Title }, "제목", "과제명", "프로젝트명", "수행 실적", "실적", "title", "project"),
		textColumns("text", "내용", "Text", 48, func(x *domain.Work) *domain.Text { return &x.Text }, "상세 내용", "세부 내용", "실적 내용", "수행 내용", "설명", "description"),
		one(
			field("date", "날짜", "Date", func(x *domain.Work) *domain.Date { return &x.Date }, dayCodec).as("일자", "수행일", "완료일", "종료일", "수행 일자").like("2024-05-30"),
			field("client", "고객", "Client", func(x *domain.Work) *string { return &x.Client }, freeText[string]()).wide(22).as("고객사", "발주처", "수혜기업", "기업명", "의뢰기관"),
			field("client_private", "고객 비공개", "Client private", func(x *domain.Work) *bool { return &x.ClientPrivate }, truth).wide(10).as("비공개", "고객사 비공개").like("아니오"),
		),
	)
	t.also = []string{"주요 실적", "수행실적", "프로젝트"}
	return t
}()

var investorTables = []*table{
	mainTable(domain.KindInvestor, "투자자", "investors", "investors",
		one(field("id", "투자자 ID", "Investor id", func(x *domain.Investor) *domain.InvestorID { return &x.ID }, freeText[domain.InvestorID]()).as("ID", "투자사 ID", "투자자코드").like("i-001")),
		textColumns("name", "투자사명", "Name", 26, func(x *domain.Investor) *domain.Text { return &x.Name }, "투자자", "투자기관", "투자기관명", "투자사", "기관명", "회사명", "운용사", "이름", "investor", "firm"),
		one(
			field("kind", "유형", "Kind", func(x *domain.Investor) *string { return &x.Kind }, wordOf[string](investorKindWords)).as("투자자 유형", "기관 유형", "구분", "type").like("벤처캐피탈(VC)"),
			emailKey("담당자"),
		),
		textColumns("thesis", "투자 성향", "Thesis", 48, func(x *domain.Investor) *domain.Text { return &x.Thesis }, "투자 철학", "투자 분야 설명", "투자 방향", "투자 전략", "investment thesis"),
		one(field("stages", "투자 단계", "Stages", func(x *domain.Investor) *[]domain.Stage { return &x.Stages }, listOf(wordOf[domain.Stage](stageWords))).wide(22).as(stageWord...).as("선호 단계", "희망 단계", "stage").like("시드; 시리즈 A")),
		rangeColumns("ticket", "투자 금액", "Ticket", func(x *domain.Investor) *domain.Range { return &x.Ticket }, "투자 규모", "건당 투자금액", "티켓", "티켓 사이즈", "투자규모", "평균 투자금액", "ticket size", "cheque", "check size", "cheque size"),
		one(field("instruments", "투자 방식", "Instruments", func(x *domain.Investor) *[]string { return &x.Instruments }, listOf(wordOf[string](instrumentWords))).wide(22).as("투자 형태", "방식", "수단", "instrument").like("지분; 상환전환우선주(RCPS)")),
		industryColumns(func(x *domain.Investor) *[]string { return &x.Industries }, func(x *domain.Investor) **int { return &x.IndustryRevision }),
		one(
			field("tags", "태그", "Tags", func(x *domain.Investor) *[]string { return &x.Tags }, listOf(freeText[string]())).wide(26).as(tagWords...).as("관심 분야", "투자 분야", "관심 섹터"),
			field("markets", "투자 지역", "Markets", func(x *domain.Investor) *[]string { return &x.Markets }, listOf(countryCodec())).wide(20).as(marketWords...).as("투자 국가", "관심 국가", "geography").like("대한민국; 싱가포르"),
			field("languages", "언어", "Languages", func(x *domain.Investor) *[]string { return &x.Languages }, listOf(languageCodec())).as("사용 언어", "가능 언어", "language").like("영어"),
			conflictColumn(func(x *domain.Investor) *[]string { return &x.Conflicts }),
			field("capacity", "연간 검토 가능 수", "Capacity", func(x *domain.Investor) **int { return &x.Capacity }, wholeNumber).wide(10).as("최대 미팅 수", "검토 가능 기업 수", "max companies"),
			field("country", "국가", "Country", func(x *domain.Investor) *string { return &x.Country }, countryCodec()).as(countryWords...).like("싱가포르"),
			field("region", "지역", "Region", func(x *domain.Investor) *string { return &x.Region }, freeText[string]()).as(regionWords...),
			field("city", "도시", "City", func(x *domain.Investor) *string { return &x.City }, freeText[string]()).as(cityWords...).like("Singapore"),
			field("timezone", "시간대", "Time zone", func(x *domain.Investor) *string { return &x.Timezone }, freeText[string]()).as("timezone", "타임존").hint("Asia/Singapore와 같은 이름", "a name such as Asia/Singapore").like("Asia/Singapore"),
		),
	),
	investorPortfolio,
}

var investorPortfolio = func() *table {
	t := listTable("investor.portfolio", domain.KindInvestor, "portfolio", "포트폴리오", "portfolio", "investors.portfolio",
		func(x *domain.Investor) *[]domain.Deal { return &x.Portfolio },
		parentColumns(domain.KindInvestor, "투자자", "Investor", "투자사", "투자사명", "투자기관"),
		one(
			field("company", "피투자 기업 ID", "Portfolio company id", func(x *domain.Deal) *string { return &x.Company }, freeText[string]()).as("기업 ID", "company id", "company"),
			field("name", "피투자 기업명", "Portfolio company", func(x *domain.Deal) *string { return &x.Name }, freeText[string]()).wide(26).as("기업명", "투자기업", "포트폴리오사", "피투자사", "회사명", "company name", "name").like("예시로보틱스"),
			field("date", "투자일", "Date", func(x *domain.Deal) *domain.Date { return &x.Date }, dayCodec).as("투자일자", "날짜", "집행일", "투자 시기").like("2024-05-30"),
			field("stage", "단계", "Stage", func(x *domain.Deal) *domain.Stage { return &x.Stage }, wordOf[domain.Stage](stageWords)).as(stageWord...).like("시리즈 A"),
			moneyColumn("amount", "amount", "금액", "Amount", func(x *domain.Deal) (*string, *string) { return &x.Amount.Value, &x.Amount.Currency }).as("투자금액", "투자금", "투자액", "invested").like("3,000,000,000"),
			currencyColumn("amount", func(x *domain.Deal) (bool, *string) { return x.Amount.Value != "", &x.Amount.Currency }).like("KRW"),
		),
		industryColumns(func(x *domain.Deal) *[]string { return &x.Industries }, func(x *domain.Deal) **int { return &x.IndustryRevision }),
		one(
			field("tags", "태그", "Tags", func(x *domain.Deal) *[]string { return &x.Tags }, listOf(freeText[string]())).wide(24).as(tagWords...).like("로봇"),
			field("country", "국가", "Country", func(x *domain.Deal) *string { return &x.Country }, countryCodec()).as(countryWords...).like("대한민국"),
			field("region", "지역", "Region", func(x *domain.Deal) *string { return &x.Region }, freeText[string]()).as(regionWords...),
			field("city", "도시", "City", func(x *domain.Deal) *string { return &x.City }, freeText[string]()).as(cityWords...),
			field("lead", "리드 여부", "Lead", func(x *domain.Deal) *bool { return &x.Lead }, truth).wide(10).as("리드", "리드투자", "lead investor").like("예"),
		),
	)
	t.also = []string{"투자 실적", "투자 포트폴리오", "투자내역"}
	return t
}()
