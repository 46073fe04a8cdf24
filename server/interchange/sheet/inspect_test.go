package sheet

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"jumpup/server/domain"
)

func foreignFile(t *testing.T) Source {
	return workbook(t, []sheetRows{
		{"Sheet1", [][]any{
			{"A사 내부 관리 대장"},
			{"고객 상호", "창업일", "핵심 아이템", "연간매출액(억)", "담당PM"},
			{"누리테크", "2015.3.2", "감속기", 120, "김"},
			{"한빛소재", "2009.1.1", "탄소섬유", 85.5, "이"},
		}},
		{"낯선 시트", [][]any{{"갑", "을", "병"}, {1, 2, 3}}},
		{"안내", [][]any{{"기업명", "설립연도"}}},
	}, nil)
}

func TestInspect(t *testing.T) {
	ordinary := workbook(t, []sheetRows{{"투자사 목록(26.3)", [][]any{
		{"투자사 목록", "", "", "단위: 백만원"}, {"투자사명", "국가", "투자 규모", "최근 투자금(억)", "메모"}, {"오션벤처스", "싱가포르", "500~2000", 12, "a"}, {"", "스위스", "$1M", "", "b"},
	}}}, nil)
	var b strings.Builder
	info, err := Inspect(foreignFile(t), Mapping{}, Limits{})
	must(t, err)
	more, err := Inspect(ordinary, Mapping{Columns: []ColumnMapping{{Table: "investor", Header: "메모", Field: "thesis"}}}, Limits{})
	must(t, err)
	for _, s := range append(info.Sheets, more.Sheets...) {
		fmt.Fprintf(&b, "%s: table %q maybe %q, header %d+%d, rows %d, aside %v\n", s.Name, s.Table, s.Maybe, s.HeaderRow, s.HeaderRows, s.Rows, s.Aside)
		for _, c := range s.Columns {
			fmt.Fprintf(&b, "  %d %q %v -> %q %.2f %s %v\n", c.Column, c.Header, c.Samples, c.Field, c.Confidence, c.Unit, c.Suggestions)
		}
	}
	golden(t, b.String())
}

// TestMapping maps a foreign file by hand once and reads it with what was
// remembered, as JSON.
func TestMapping(t *testing.T) {
	before := read(t, Options{}, foreignFile(t))
	if len(before.Problems) == 0 && len(before.Records) == 2 && strings.Contains(summary(before), "revenue") {
		t.Fatal("the file needs no mapping; it tests nothing")
	}
	chosen := Mapping{
		Sheets: []SheetMapping{{Sheet: "Sheet1", Table: "company", HeaderRow: 2}},
		Columns: []ColumnMapping{
			{Table: "company", Header: "고객상호", Field: "name"},
			{Table: "company", Header: "핵심 아이템", Field: "summary.ko"},
			{Table: "company", Header: "연간매출액(억)", Field: "revenue.2025", Unit: "억원"},
			{Table: "company", Header: "담당PM", Field: Ignored},
		},
	}
	data, err := json.Marshal(Mapping{}.With(chosen))
	must(t, err)
	var remembered Mapping
	must(t, json.Unmarshal(data, &remembered))
	golden(t, summary(read(t, Options{Mapping: remembered}, foreignFile(t))))

	older := Mapping{Columns: []ColumnMapping{{Table: "company", Header: "핵심아이템", Field: "tags"}, {Table: "expert", Header: "핵심 아이템", Field: "tags"}}}
	if m := older.With(chosen); len(m.Columns) != 5 || m.Columns[0].Table != "expert" {
		t.Errorf("laying newer over older gives %+v", m)
	}
}

func TestMappingIgnoresSheets(t *testing.T) {
	m := Mapping{Sheets: []SheetMapping{{File: "취합본.xlsx", Sheet: "Sheet1", Table: Ignored}}}
	got := read(t, Options{Mapping: m}, foreignFile(t))
	if s := summary(got); len(got.Records)+len(got.Problems) > 0 || !strings.Contains(s, "note ignored_sheet 취합본.xlsx[Sheet1]") {
		t.Error(s)
	}
}

func TestMappingMistakes(t *testing.T) {
	m := Mapping{
		Sheets:  []SheetMapping{{Sheet: "Sheet1", Table: "planet"}},
		Columns: []ColumnMapping{{Table: "moon", Header: "a", Field: "b"}, {Table: "company", Header: "a", Field: "orbit"}, {Table: "company", Header: "a", Field: "name", Unit: "명"}},
	}
	got := read(t, Options{Mapping: m}, foreignFile(t))
	if len(got.Problems) != 4 || len(got.Records) > 0 {
		t.Error(summary(got))
	}
}

func TestFieldsAndTables(t *testing.T) {
	for _, name := range Tables() {
		seen := map[string]bool{}
		for _, f := range Fields(name) {
			if f.Path == "" || f.Ko == "" || f.En == "" || seen[f.Path] {
				t.Errorf("%s: field %+v is not usable", name, f)
			}
			seen[f.Path] = true
		}
		if len(seen) < 3 {
			t.Errorf("%s has %d fields", name, len(seen))
		}
	}
	if Fields("nothing") != nil {
		t.Error("an unknown table has fields")
	}
	for _, k := range domain.Kinds {
		if tableOf(string(k)) == nil {
			t.Errorf("%s has no table", k)
		}
	}
}

// TestHeadersAreKnown holds that every header of ours is understood for sure as
// its own column, also in one language.
func TestHeadersAreKnown(t *testing.T) {
	for _, tb := range tables {
		x := indexes()[tb.name]
		for _, c := range tb.columns {
			for _, h := range []string{c.header(), strings.ReplaceAll(c.header(), " / ", "\n"), c.path} {
				if got, conf, _, ok := x.best(heading{[]string{h}, wordings([]string{h})}); got != c.path || !ok {
					t.Errorf("%s: %q is taken for %q (%.2f), want %q", tb.name, h, got, conf, c.path)
				}
			}
		}
	}
}

func TestHeaderAliases(t *testing.T) {
	for table, headers := range map[string]map[string]string{
		"company": {
			"회사명": "name", "* 기업명 (필수)": "name", "1) 업체명": "name", "기업명(국문)": "name.ko", "국문 기업명": "name.ko", "영문회사명": "name.en", "Company Name (English)": "name.en",
			"사업자번호": "registration_no", "설립\n년도": "founded", "종업원 수(명)": "employees", "상시근로자수": "employees", "2024년 매출(백만원)": "revenue.2024", "'24년 매출액": "revenue.2024",
			"Revenue 2023 (USD k)": "revenue.2023", "매출 성장률 2024": "", "2024년 수출액": "", "Industry (KSIC)": "industries", "표준산업분류코드": "industries", "홈페이지 주소": "", "비고": "", "E-mail": "match.email",
			"certificates.kind": "certificates.kind",
		},
		"expert":             {"전문가 성명": "name", "담당가능 기업수": "capacity", "외국어": "languages", "소속기관": "institution.name", "실적 제목": "works.title", "works title": "works.title"},
		"investor":           {"투자 규모(최소)": "ticket.min", "투자 금액 최소 (억원)": "ticket.min", "Ticket size": "ticket", "Cheque size max": "ticket.max", "투자철학": "thesis"},
		"investor.portfolio": {"투자사": "investor.name", "피투자사": "name", "투자금액(억원)": "amount", "라운드": "stage"},
		"need":               {"신청기업": "company.name", "기업 ID": "company", "투자 희망금액(억원)": "amount", "희망 기한": "due"},
		"person":             {"휴대폰": "phone", "직책": "title", "소속": "organisation.name"},
	} {
		for h, want := range headers {
			got, conf, _, ok := indexes()[table].best(heading{[]string{h}, wordings([]string{h})})
			if !ok {
				got = ""
			}
			if got != want {
				t.Errorf("%s: %q is taken for %q (%.2f), want %q", table, h, got, conf, want)
			}
		}
	}
}

func TestKindGuess(t *testing.T) {
	for headers, want := range map[string]string{
		"기업명,대표자,업종,지역,연락처":         "company",
		"기업명,담당자,이메일,연락처":           "person",
		"투자사,담당자,직책,이메일,전화":         "person",
		"기관명,성명,직위,전문분야,이메일":        "expert",
		"신청기업,수요 내용,희망 기한":          "need",
		"성명,실적명,발주처,완료일":            "expert.works",
		"기업명,인증명,유효기간":              "company.certificates",
		"투자사,기업명,투자일자,투자금액":         "investor.portfolio",
		"기관명,유형,최대 담당 기업 수":         "institution",
		"기수명,시작일,종료일":               "cohort",
		"기수,항목,조건,값":                "cohort.rules",
		"투자기관명,투자 단계,투자 규모":         "investor",
		"희망하는 쪽 ID,상대 ID,희망 정도":     "preference",
		"Name,E-mail,Phone,Title":   "person",
		"Firm,Stage,Ticket size":    "investor",
		"Company,Revenue 2024,KSIC": "company",
	} {
		src := csvSource(t, "목록.csv", headers+"\n"+strings.Repeat("x,", strings.Count(headers, ","))+"x\n")
		info, err := Inspect(src, Mapping{}, Limits{})
		must(t, err)
		if got := info.Sheets[0].Table; got != want {
			t.Errorf("%s: taken for %q, want %q", headers, got, want)
		}
	}
}
