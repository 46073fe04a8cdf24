package sheet

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"jumpup/server/domain"
)

var cohortTables = []*table{
	mainTable(domain.KindCohort, "기수", "cohorts", "cohorts",
		one(field("id", "기수 ID", "Cohort id", func(x *domain.Cohort) *domain.CohortID { return &x.ID }, freeText[domain.CohortID]()).as("ID", "기수코드").like("2026")),
		textColumns("name", "기수명", "Name", 24, func(x *domain.Cohort) *domain.Text { return &x.Name }, "기수", "이름", "cohort"),
		one(
			field("year", "연도", "Year", func(x *domain.Cohort) **int { return &x.Year }, yearNumber).as("년도", "선정연도").like("2026"),
			field("starts", "시작일", "Starts", func(x *domain.Cohort) *domain.Date { return &x.Starts }, dayCodec).as("개시일", "협약 시작일", "start").like("2026-04-01"),
			field("ends", "종료일", "Ends", func(x *domain.Cohort) *domain.Date { return &x.Ends }, dayCodec).as("협약 종료일", "마감일", "end").like("2029-03-31"),
		),
	),
	listTable("cohort.rules", domain.KindCohort, "rules", "자격 요건", "rules", "cohorts.rules",
		func(x *domain.Cohort) *[]domain.Rule { return &x.Rules },
		parentColumns(domain.KindCohort, "기수", "Cohort"),
		one(
			field("field", "항목", "Field", func(x *domain.Rule) *string { return &x.Field }, freeText[string]()).as("필드").like("founded").
				hint("기업의 필드 이름 (founded, employees, size_class)", "a company's field (founded, employees, size_class)"),
			field("op", "조건", "Operator", func(x *domain.Rule) *string { return &x.Op }, freeText[string]()).as("연산자", "op").like("le").
				hint("eq ne lt le gt ge in not_in known", "eq ne lt le gt ge in not_in known"),
			field("value", "값", "Value", func(x *domain.Rule) *string { return &x.Value }, ruleValue).as("기준값", "기준").like("2019"),
		),
		textColumns("reason", "사유", "Reason", 36, func(x *domain.Rule) *domain.Text { return &x.Reason }),
	),
}

// ruleValue is a rule's value, JSON in the record: a number, a word, or several
// words separated by ";" for a list. Anything else is written as JSON.
var ruleValue = codec[string]{
	read: func(s string, _ *cellContext) (string, error) {
		s = clean(s)
		if json.Valid([]byte(s)) {
			return s, nil
		}
		if parts := splitList(s, false); len(parts) > 1 || strings.HasSuffix(s, ";") {
			values := make([]string, len(parts))
			for i, p := range parts {
				values[i] = jsonWord(p)
			}
			return "[" + strings.Join(values, ",") + "]", nil
		}
		return jsonWord(s), nil
	},
	show: func(v string, _ string) cell {
		var word string
		if json.Unmarshal([]byte(v), &word) == nil {
			return cell{text: word}
		}
		var list []string
		if json.Unmarshal([]byte(v), &list) == nil && len(list) > 1 {
			return cell{text: joinList(list)}
		}
		if n, err := strconv.ParseInt(v, 10, 32); err == nil && strconv.FormatInt(n, 10) == v {
			return cell{text: v, style: asNumber, number: n}
		}
		return cell{text: v}
	},
	raw:   func(v string) string { return v },
	unraw: func(s string) (string, bool) { return s, true },
	empty: func(v string) bool { return v == "" },
	same:  equal[string],
	help:  [2]string{"숫자나 낱말; 여러 값은 ; 로 구분", "a number or a word; several with ;"},
}

// jsonWord is a number as it is, else a JSON string.
func jsonWord(s string) string {
	if plainNumber.MatchString(s) && json.Valid([]byte(s)) {
		return s
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return strconv.Quote(s)
	}
	return strings.TrimSpace(b.String())
}

var needTables = []*table{mainTable(domain.KindNeed, "수요", "needs", "needs",
	one(field("id", "수요 ID", "Need id", func(x *domain.Need) *domain.NeedID { return &x.ID }, freeText[domain.NeedID]()).as("ID", "수요번호", "수요코드").like("n-001")),
	needCompany(),
	one(field("kind", "구분", "Kind", func(x *domain.Need) *domain.NeedKind { return &x.Kind }, wordOf[domain.NeedKind](needKindWords)).as("수요 구분", "유형", "수요 유형", "지원 구분", "type").like("디렉팅")),
	textColumns("title", "제목", "Title", 32, func(x *domain.Need) *domain.Text { return &x.Title }, "수요명", "과제명", "애로사항", "수요 제목", "need"),
	textColumns("detail", "내용", "Detail", 48, func(x *domain.Need) *domain.Text { return &x.Detail }, "상세 내용", "세부 내용", "수요 내용", "설명", "상세", "details", "description"),
	one(
		field("topics", "주제", "Topics", func(x *domain.Need) *[]string { return &x.Topics }, listOf(freeText[string]())).wide(24).as("세부 주제", "희망 주제", "topic").like("해외 진출"),
		field("fields", "분야", "Fields", func(x *domain.Need) *[]string { return &x.Fields }, listOf(wordOf[string](fieldWords))).as("지원 분야", "희망 분야", "field").like("전략"),
	),
	industryColumns(func(x *domain.Need) *[]string { return &x.Industries }, func(x *domain.Need) **int { return &x.IndustryRevision }),
	one(
		field("tags", "태그", "Tags", func(x *domain.Need) *[]string { return &x.Tags }, listOf(freeText[string]())).wide(24).as(tagWords...),
		field("markets", "목표 시장", "Markets", func(x *domain.Need) *[]string { return &x.Markets }, listOf(countryCodec())).wide(20).as(marketWords...).like("베트남; 미국"),
		field("languages", "언어", "Languages", func(x *domain.Need) *[]string { return &x.Languages }, listOf(languageCodec())).as("필요 언어", "요구 언어", "language").like("한국어"),
		field("stage", "투자 단계", "Stage", func(x *domain.Need) *domain.Stage { return &x.Stage }, wordOf[domain.Stage](stageWords)).as(stageWord...),
	),
	rangeColumns("amount", "희망 금액", "Amount", func(x *domain.Need) *domain.Range { return &x.Amount }, "투자 희망금액", "투자 희망 금액", "희망 투자금액", "유치 희망액", "투자유치 희망금액", "금액", "필요 자금", "amount sought"),
	one(field("instrument", "투자 방식", "Instrument", func(x *domain.Need) *string { return &x.Instrument }, wordOf[string](instrumentWords)).as("투자 형태", "방식", "수단")),
	textColumns("use_of_funds", "자금 용도", "Use of funds", 32, func(x *domain.Need) *domain.Text { return &x.UseOfFunds }, "자금 사용처", "용도", "사용 계획", "자금 사용 계획"),
	one(
		field("opened", "접수일", "Opened", func(x *domain.Need) *domain.Date { return &x.Opened }, dayCodec).as("등록일", "신청일", "작성일", "접수일자", "신청일자", "open date").like("2026-03-02"),
		field("due", "희망 기한", "Due", func(x *domain.Need) *domain.Date { return &x.Due }, dayCodec).as("기한", "마감일", "희망일", "완료 희망일", "deadline", "due date").like("2026-06-30"),
		field("priority", "우선순위", "Priority", func(x *domain.Need) **int { return &x.Priority }, wholeNumber).wide(10).as("중요도", "시급성").hint("1(낮음)~5(높음)", "1 (low) to 5 (high)").like("3"),
		field("confidential", "비공개", "Confidential", func(x *domain.Need) *bool { return &x.Confidential }, truth).wide(10).as("비공개 여부", "대외비", "공개 여부", "기밀").like("아니오"),
	),
)}

func needCompany() []column {
	c := reference("company", "기업", "Company", func(x *domain.Need) *domain.CompanyID { return &x.Company },
		"회사명", "업체명", "신청기업", "신청 기업명", "상호", "company")
	c[0] = c[0].like("c-001")
	return c
}

var preferenceTables = []*table{mainTable(domain.KindPreference, "희망", "preferences", "preferences",
	one(
		field("from", "희망하는 쪽 ID", "From", func(x *domain.Preference) *string { return &x.From }, freeText[string]()).wide(20).as("from id", "신청자", "신청 주체", "희망자").
			hint("기업·수요·전문가·투자자의 ID", "id of a company, need, expert or investor").like("c-001"),
		field("to", "상대 ID", "To", func(x *domain.Preference) *string { return &x.To }, freeText[string]()).wide(20).as("to id", "상대", "대상", "희망 상대").
			hint("기업·수요·전문가·투자자의 ID", "id of a company, need, expert or investor").like("e-001"),
		field("level", "희망 정도", "Level", func(x *domain.Preference) *domain.Level { return &x.Level }, wordOf[domain.Level](preferenceWords)).as("희망", "정도", "선호", "선호도", "preference").like("희망"),
		field("note", "메모", "Note", func(x *domain.Preference) *string { return &x.Note }, freeText[string]()).wide(36).as("비고", "사유", "의견", "notes"),
		field("private", "비공개", "Private", func(x *domain.Preference) *bool { return &x.Private }, truth).wide(10).as("비공개 여부").like("예"),
		field("expires", "만료일", "Expires", func(x *domain.Preference) *domain.Date { return &x.Expires }, dayCodec).as("유효기한", "expiry"),
	),
)}
