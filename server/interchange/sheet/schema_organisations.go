package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jumpup/server/domain"
)

var institutionTables = []*table{mainTable(domain.KindInstitution, "수행기관", "institutions", "institutions",
	one(field("id", "기관 ID", "Institution id", func(x *domain.Institution) *domain.InstitutionID { return &x.ID }, freeText[domain.InstitutionID]()).
		as("ID", "기관코드", "수행기관 ID").like("inst-01")),
	textColumns("name", "기관명", "Name", 26, func(x *domain.Institution) *domain.Text { return &x.Name }, "수행기관", "수행기관명", "기관", "이름", "명칭", "institution"),
	one(
		field("kind", "유형", "Kind", func(x *domain.Institution) *string { return &x.Kind }, freeText[string]()).
			as("구분", "기관 유형", "기관 구분", "type").like("컨설팅"),
		field("country", "국가", "Country", func(x *domain.Institution) *string { return &x.Country }, countryCodec()).as(countryWords...).like("대한민국"),
		field("region", "지역", "Region", func(x *domain.Institution) *string { return &x.Region }, freeText[string]()).as(regionWords...).like("서울"),
		field("fields", "분야", "Fields", func(x *domain.Institution) *[]string { return &x.Fields }, listOf(wordOf[string](fieldWords))).
			wide(24).as("전문분야", "지원분야", "field").like("전략; 기술"),
		field("capacity.min", "최소 기업 수", "Capacity min", func(x *domain.Institution) **int { return &x.Capacity.Min }, wholeNumber).as("최소 담당 기업 수", "capacity from").like("5"),
		field("capacity.max", "최대 기업 수", "Capacity max", func(x *domain.Institution) **int { return &x.Capacity.Max }, wholeNumber).as("최대 담당 기업 수", "수용 가능 기업 수", "capacity", "capacity to").like("40"),
		conflictColumn(func(x *domain.Institution) *[]string { return &x.Conflicts }),
	),
)}

var (
	countryWords = []string{"나라", "국적", "소재 국가", "국가명", "소재국", "본사 국가", "HQ country", "headquarters", "nation"}
	regionWords  = []string{"시도", "소재지", "광역시도", "지역(시도)", "소재 지역", "본사 지역", "state", "province"}
	cityWords    = []string{"시군구", "소재 도시", "시/군/구"}
	industryWord = []string{"산업분류", "업종", "업종코드", "표준산업분류", "산업", "KSIC", "KSIC 코드", "산업분류코드", "한국표준산업분류", "표준산업분류코드", "industry", "sector"}
	tagWords     = []string{"키워드", "해시태그", "핵심기술", "주요기술", "keyword", "keywords", "tag"}
	marketWords  = []string{"관심 시장", "희망 시장", "목표 국가", "진출 희망국", "희망 국가", "해외시장", "대상 국가", "market", "target markets", "target market"}
	stageWord    = []string{"투자단계", "투자 라운드", "라운드", "성장단계", "round", "투자 단계"}
)

func conflictColumn[T any](at func(*T) *[]string) column {
	return field("conflicts", "이해상충", "Conflicts", at, listOf(freeText[string]())).wide(24).
		as("이해관계", "제외 기업", "이해충돌", "conflict").hint("기업 등의 ID; 여러 개는 ; 로 구분", "ids of companies and others; separate with ;")
}

func industryColumns[T any](at func(*T) *[]string, revision func(*T) **int) []column {
	return one(
		field("industries", "업종(KSIC)", "Industries (KSIC)", at, listOf(industryCodec())).wide(20).as(industryWord...).like("C29"),
		field("industry_revision", "KSIC 차수", "KSIC revision", revision, revisionCodec).as("산업분류 차수").rarely(),
	)
}

var personTables = []*table{mainTable(domain.KindPerson, "담당자", "people", "people",
	one(
		field("id", "담당자 ID", "Person id", func(x *domain.Person) *domain.PersonID { return &x.ID }, freeText[domain.PersonID]()).as("ID", "사람 ID").like("p-001"),
		field("email", "이메일", "E-mail", func(x *domain.Person) *string { return &x.Email }, emailCodec).wide(28).as(emailWords...).like("kim@example.com"),
		field("phone", "전화", "Phone", func(x *domain.Person) *string { return &x.Phone }, phoneCodec).
			as("연락처", "휴대폰", "휴대전화", "핸드폰", "전화번호", "mobile", "tel", "H.P").like("010-0000-0000"),
	),
	textColumns("name", "성명", "Name", 18, func(x *domain.Person) *domain.Text { return &x.Name }, "이름", "담당자", "담당자명", "성함", "person"),
	reference("organisation", "소속", "Organisation", func(x *domain.Person) *string { return &x.Organisation }, "소속 기관", "소속 기업", "기업명", "회사명", "기관명", "투자사", "투자사명", "수행기관", "업체명", "company"),
	textColumns("title", "직함", "Title", 16, func(x *domain.Person) *domain.Text { return &x.Title }, "직위", "직책", "직급", "position"),
	one(
		field("role", "역할", "Role", func(x *domain.Person) *string { return &x.Role }, freeText[string]()).as("담당업무", "구분"),
		field("languages", "언어", "Languages", func(x *domain.Person) *[]string { return &x.Languages }, listOf(languageCodec())).wide(20).as("사용 언어", "가능 언어", "language").like("한국어; 영어"),
		field("timezone", "시간대", "Time zone", func(x *domain.Person) *string { return &x.Timezone }, freeText[string]()).as("timezone", "타임존").hint("Asia/Seoul과 같은 이름", "a name such as Asia/Seoul").like("Asia/Seoul"),
	),
)}

var emailWords = []string{"메일", "전자우편", "이메일주소", "이메일 주소", "메일주소", "담당자 이메일", "담당자 메일", "대표 이메일", "mail", "email address"}

func emailKey(ko string) column {
	return lookup("match.email", ko+" 이메일", "Contact e-mail", func(_ any, s string, row *rowState) error {
		e, err := parseEmail(s)
		row.keys.Email = strings.ToLower(e)
		return err
	}).as("이메일", "E-mail", "email").as(emailWords...)
}

var companyTables = []*table{
	mainTable(domain.KindCompany, "기업", "companies", "companies",
		one(field("id", "기업 ID", "Company id", func(x *domain.Company) *domain.CompanyID { return &x.ID }, freeText[domain.CompanyID]()).as("ID", "기업코드", "기업번호", "관리번호", "company code").like("c-001")),
		textColumns("name", "기업명", "Name", 26, func(x *domain.Company) *domain.Text { return &x.Name }, "회사명", "업체명", "상호", "회사", "기업", "법인명", "상호명", "기업체명", "company", "company name"),
		reference("cohort", "기수", "Cohort", func(x *domain.Company) *domain.CohortID { return &x.Cohort }, "선정 기수", "차수"),
		one(
			field("registration_no", "사업자등록번호", "Registration no", func(x *domain.Company) *string { return &x.RegistrationNo }, registrationCodec).wide(18).
				as("사업자번호", "사업자 등록 번호", "등록번호", "business registration number", "registration number", "BRN").like("000-00-00000"),
			emailKey("담당자"),
			field("founded", "설립연도", "Founded", func(x *domain.Company) **int { return &x.Founded }, yearNumber).wide(10).
				as("설립일", "설립년도", "창업일", "창업연도", "설립일자", "설립", "개업일", "founding year", "year founded", "established").like("2015"),
			field("country", "국가", "Country", func(x *domain.Company) *string { return &x.Country }, countryCodec()).as(countryWords...).like("대한민국"),
			field("region", "지역", "Region", func(x *domain.Company) *string { return &x.Region }, freeText[string]()).as(regionWords...).like("경상남도"),
			field("city", "도시", "City", func(x *domain.Company) *string { return &x.City }, freeText[string]()).as(cityWords...).like("창원시"),
		),
		industryColumns(func(x *domain.Company) *[]string { return &x.Industries }, func(x *domain.Company) **int { return &x.IndustryRevision }),
		one(
			field("tags", "태그", "Tags", func(x *domain.Company) *[]string { return &x.Tags }, listOf(freeText[string]())).wide(26).as(tagWords...).like("정밀 감속기; 로봇"),
			field("size_class", "기업규모", "Size class", func(x *domain.Company) *string { return &x.SizeClass }, freeText[string]()).as("규모", "기업 구분", "기업유형", "size").like("중기업"),
			field("employees", "임직원 수", "Employees", func(x *domain.Company) **int { return &x.Employees }, wholeNumber).wide(10).as("종업원수", "상시근로자수", "고용인원", "직원수", "인원", "근로자수", "임직원", "headcount", "종업원", "상시 근로자").like("85"),
			field("stage", "투자 단계", "Stage", func(x *domain.Company) *domain.Stage { return &x.Stage }, wordOf[domain.Stage](stageWords)).as(stageWord...).like("시리즈 A"),
		),
		textColumns("summary", "기업 소개", "Summary", 44, func(x *domain.Company) *domain.Text { return &x.Summary }, "기업 개요", "회사 소개", "사업 내용", "주요 제품", "소개", "개요", "사업 개요", "주생산품", "description"),
		one(
			field("website", "홈페이지", "Website", func(x *domain.Company) *string { return &x.Website }, freeText[string]()).wide(26).as("웹사이트", "누리집", "URL", "homepage", "web").like("https://example.com"),
			field("hidden_from", "비공개 대상", "Hidden from", func(x *domain.Company) *[]string { return &x.HiddenFrom }, listOf(freeText[string]())).wide(20).
				hint("전문가·투자자·기관의 ID; 여러 개는 ; 로 구분", "ids of experts, investors, institutions; separate with ;"),
		),
	),
	revenueTable,
	listTable("company.certificates", domain.KindCompany, "certificates", "인증", "certificates", "companies.certificates",
		func(x *domain.Company) *[]domain.Certificate { return &x.Certificates },
		parentColumns(domain.KindCompany, "기업", "Company", "회사명", "업체명"),
		one(
			field("kind", "인증 종류", "Certificate", func(x *domain.Certificate) *string { return &x.Kind }, freeText[string]()).wide(24).as("인증명", "인증", "확인서", "종류", "kind").like("중소기업확인서"),
			field("number", "인증 번호", "Number", func(x *domain.Certificate) *string { return &x.Number }, freeText[string]()).as("번호", "확인서 번호", "certificate no").like("0000-2026-000"),
			field("expires", "만료일", "Expires", func(x *domain.Certificate) *domain.Date { return &x.Expires }, dayCodec).as("유효기간", "유효기한", "만료", "expiry", "valid until").like("2027-03-31"),
		),
	),
}

// revenueTable holds the revenue that year columns cannot: a year twice, or out
// of order. Rows of it replace the whole list.
var revenueTable = func() *table {
	t := listTable("company.revenue", domain.KindCompany, "revenue", "매출", "revenue", "companies.revenue",
		func(x *domain.Company) *[]domain.YearAmount { return &x.Revenue },
		parentColumns(domain.KindCompany, "기업", "Company", "회사명", "업체명"),
		one(
			field("year", "연도", "Year", func(x *domain.YearAmount) *int { return &x.Year }, plainYear).as("년도", "회계연도", "사업연도", "fiscal year").like("2025"),
			moneyColumn("amount", "amount", "매출액", "Amount", func(x *domain.YearAmount) (*string, *string) { return &x.Amount.Value, &x.Amount.Currency }).as("매출", "금액", "revenue", "sales").like("12,000,000,000"),
			currencyColumn("amount", func(x *domain.YearAmount) (bool, *string) { return x.Amount.Value != "", &x.Amount.Currency }).like("KRW"),
		),
	)
	t.rare = func(r domain.Record) bool { return regularYears(r.(*domain.Company).Revenue) }
	return t
}()

var plainYear = codec[int]{
	read:  func(s string, cx *cellContext) (int, error) { return parseYear(s, cx.date1904) },
	show:  func(v int, _ string) cell { return cell{text: strconv.Itoa(v), style: asNumber, number: int64(v)} },
	raw:   strconv.Itoa,
	unraw: func(s string) (int, bool) { n, err := strconv.Atoi(s); return n, err == nil },
	empty: func(int) bool { return false },
	same:  equal[int],
	help:  yearNumber.help,
}

// regularYears says whether year columns can hold the revenue: years of four
// digits, each once, in order.
func regularYears(list []domain.YearAmount) bool {
	last := 999
	for _, y := range list {
		if y.Year <= last || y.Year > 9999 || y.Amount.Value == "" || y.Amount.Currency == "" {
			return false
		}
		last = y.Year
	}
	return true
}

// yearColumn is the revenue of one year, path "revenue.2024".
func yearColumn(path string) (column, bool) {
	year, err := strconv.Atoi(strings.TrimPrefix(path, "revenue."))
	if !strings.HasPrefix(path, "revenue.") || err != nil || year < 1000 || year > 9999 {
		return column{}, false
	}
	find := func(x any) (*domain.Company, int) {
		c := x.(*domain.Company)
		return c, slices.IndexFunc(c.Revenue, func(y domain.YearAmount) bool { return y.Year == year })
	}
	drop := func(x any) {
		if c, i := find(x); i >= 0 {
			c.Revenue = slices.Delete(slices.Clone(c.Revenue), i, i+1)
		}
	}
	put := func(x any, a domain.Amount) {
		drop(x)
		c := x.(*domain.Company)
		c.Revenue = append(slices.Clone(c.Revenue), domain.YearAmount{Year: year, Amount: a})
		slices.SortStableFunc(c.Revenue, func(a, b domain.YearAmount) int { return a.Year - b.Year })
	}
	return column{
		path: path, ko: fmt.Sprintf("%d 매출(원)", year), en: fmt.Sprintf("Revenue %d (KRW)", year), width: 20, money: true, typed: asMoney,
		help: [2]string{"숫자는 원; 다른 단위는 120억, 12000백만원, USD 500k", "digits are won; else 120억, USD 500k"}, example: "12,000,000,000",
		parse: func(x any, s string, cx *cellContext) error {
			if rest, marked := unguarded(strings.TrimLeft(s, " ")); marked {
				if currency, value, ok := strings.Cut(unescape(rest), " "); ok {
					put(x, domain.Amount{Value: value, Currency: currency})
					return nil
				}
				s = rest
			}
			m, err := parseMoney(s, cx.unit)
			if err != nil {
				return err
			}
			group := cx.row.moneyOf(path, func(c string) { put(x, domain.Amount{Value: m.value, Currency: c}) })
			group.year, group.header = true, cx.row.header
			group.saw(m.currency, m.bare, m.value)
			return nil
		},
		print: func(x any, _ string) cell {
			c, i := find(x)
			if i < 0 || !regularYears(c.Revenue) {
				return cell{}
			}
			return yearCell(c.Revenue[i].Amount)
		},
		reset: drop,
		copy: func(dst, src any) {
			if c, i := find(src); i >= 0 {
				put(dst, c.Revenue[i].Amount)
			} else {
				drop(dst)
			}
		},
	}, true
}

// yearCell shows won as a number and other money as "USD 500000".
func yearCell(a domain.Amount) cell {
	if out := amountCell(a.Value); a.Currency == "KRW" && !strings.HasPrefix(out.text, string(mark)) {
		return out
	}
	text := a.Currency + " " + a.Value
	if m, err := parseMoney(text, Unit{}); err == nil && m.value == a.Value && m.currency == a.Currency {
		return cell{text: text}
	}
	return cell{text: string(mark) + escape(text)}
}
