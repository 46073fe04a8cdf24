package domain

import (
	"strings"
	"testing"
)

func TestNoteText(t *testing.T) {
	for query, want := range map[string]string{
		"  반도체   Export ":         "반도체 export",
		"C++":                     "c++",
		"2026 cohort":             "2026 cohort",
		"예산 100-250":              "예산 100-250",
		"a\u0000b":                "ab",
		strings.Repeat("가", 150):  strings.Repeat("가", 100),
		"":                        "",
		" \t":                     "",
		"park@example.org":        "",
		"park@":                   "",
		"park＠example":            "",
		"010-1234-5678":           "",
		"김하늘 010 1234 5678":       "",
		"+82 (2) 123.4567":        "",
		"124-81-00998":            "",
		"900101-1234567":          "",
		"０１０１２３４５６７８":             "",
		"010\u20131234\u20135678": "",
		"\xff":                    "",
	} {
		if got, ok := NoteText(query); got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", query, got, ok, want)
		}
	}
}

func TestSavedSearchValidate(t *testing.T) {
	for _, c := range []struct {
		s     SavedSearch
		field string
	}{
		{SavedSearch{Name: "수출 전문가", Kind: KindExpert, Query: "q=%EC%88%98%EC%B6%9C&region=%EC%84%9C%EC%9A%B8"}, ""},
		{SavedSearch{Name: "all"}, ""},
		{SavedSearch{Name: "p", Kind: KindPortfolio}, ""},
		{SavedSearch{Name: " "}, "name"},
		{SavedSearch{Name: strings.Repeat("가", 101)}, "name"},
		{SavedSearch{Name: "a\nb"}, "name"},
		{SavedSearch{Name: "a", Kind: KindCohort}, "kind"},
		{SavedSearch{Name: "a", Kind: ObjectUser}, "kind"},
		{SavedSearch{Name: "a", Query: "q=%zz"}, "query"},
		{SavedSearch{Name: "a", Query: "?q=a"}, "query"},
		{SavedSearch{Name: "a", Query: "q=a#there"}, "query"},
		{SavedSearch{Name: "a", Query: "q=" + strings.Repeat("a", 2000)}, "query"},
	} {
		p := c.s.Validate()
		if (c.field == "") != (len(p) == 0) || len(p) > 0 && p[0].Field != c.field {
			t.Errorf("%+v: %v, want a problem of %q", c.s, p, c.field)
		}
	}
}

// TestDefaultSynonyms: what the program comes with passes its own rules.
func TestDefaultSynonyms(t *testing.T) {
	if p := DefaultSynonyms.Validate(); len(p) > 0 {
		t.Error(p)
	}
	tidy := DefaultSynonyms.Tidy()
	if len(tidy) != len(DefaultSynonyms) || len(tidy) < 40 {
		t.Fatalf("%d groups, %d tidy", len(DefaultSynonyms), len(tidy))
	}
	for i := range tidy {
		if strings.Join(tidy[i], "|") != strings.Join(DefaultSynonyms[i], "|") {
			t.Errorf("%v is tidy as %v", DefaultSynonyms[i], tidy[i])
		}
	}
}
