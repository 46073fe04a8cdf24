package domain

import (
	"errors"
	"testing"
)

func TestEligible(t *testing.T) {
	full := &Company{
		ID: "c1", Founded: Int(2016), Country: "KR", Region: "경기", Industries: []string{"C29", "C28"}, Tags: []string{"로봇"},
		SizeClass: "중기업", Employees: Int(48), Stage: "series-b",
		Revenue:      []YearAmount{{2024, Amount{"9000000000", "KRW"}}, {2025, Amount{"12000000000.50", "KRW"}}},
		Certificates: []Certificate{{Kind: "벤처기업", Expires: "2026-05-31"}, {Kind: "이노비즈", Expires: "2027-05-31"}},
	}
	dollars := &Company{ID: "c2", Revenue: []YearAmount{{2025, Amount{"1", "USD"}}}, Stage: "other"}
	empty := &Company{ID: "c3"}
	cases := []struct {
		company          *Company
		field, op, value string
		want             RuleOutcome
		found            string
	}{
		{full, "founded", "le", "2019", RulePass, "2016"},
		{full, "founded", "lt", "2016", RuleFail, "2016"},
		{full, "age", "ge", "7", RulePass, "10"},
		{full, "age", "ge", "11", RuleFail, "10"},
		{full, "size_class", "eq", `"중기업"`, RulePass, "중기업"},
		{full, "size_class", "ne", `"중기업"`, RuleFail, "중기업"},
		{full, "size_class", "in", `["소기업","중기업"]`, RulePass, "중기업"},
		{full, "size_class", "not_in", `["소기업"]`, RulePass, "중기업"},
		{full, "country", "eq", `"kr"`, RulePass, "KR"},
		{full, "industries", "in", `["C28"]`, RulePass, "C29, C28"},
		{full, "industries", "not_in", `["C28","L68"]`, RuleFail, "C29, C28"},
		{full, "tags", "eq", `"로봇"`, RulePass, "로봇"},
		{full, "employees", "gt", "48", RuleFail, "48"},
		{full, "employees", "eq", "48.0", RulePass, "48"},
		{full, "stage", "ge", `"series-a"`, RulePass, "series-b"},
		{full, "stage", "lt", `"series-a"`, RuleFail, "series-b"},
		{full, "revenue", "ge", "12000000000", RulePass, "12000000000.50"},
		{full, "revenue", "lt", `"12000000000.5"`, RuleFail, "12000000000.50"},
		{full, "certificates", "in", `["벤처기업"]`, RuleFail, "이노비즈"},
		{full, "certificates", "in", `["이노비즈"]`, RulePass, "이노비즈"},
		{full, "website", "known", "", RuleFail, ""},
		{full, "founded", "known", "true", RulePass, "2016"},
		{full, "website", "known", "false", RulePass, ""},
		{dollars, "revenue", "ge", "1", RuleUnknown, ""},
		{dollars, "stage", "ge", `"seed"`, RuleUnknown, "other"},
		{dollars, "stage", "eq", `"other"`, RulePass, "other"},
		{full, "moon", "eq", "1", RuleUnknown, ""},
		{full, "founded", "like", "1", RuleUnknown, "2016"},
		{full, "founded", "le", `"soon"`, RuleUnknown, "2016"},
		{full, "founded", "le", `{"a":1}`, RuleUnknown, "2016"},
		{full, "founded", "le", "", RuleUnknown, "2016"},
	}
	for _, f := range RuleFields {
		cases = append(cases, struct {
			company          *Company
			field, op, value string
			want             RuleOutcome
			found            string
		}{empty, f, "eq", "1", RuleUnknown, ""})
	}
	for _, c := range cases {
		k := &Cohort{Rules: []Rule{{Field: c.field, Op: c.op, Value: c.value, Reason: PlainText("because")}}}
		got := k.Eligible(c.company, "2026-11-23")
		if len(got) != 1 || got[0].Outcome != c.want || got[0].Found != c.found || got[0].Rule.Reason.Plain != "because" {
			t.Errorf("%s %s %s: got %s %q, want %s %q", c.field, c.op, c.value, got[0].Outcome, got[0].Found, c.want, c.found)
		}
	}
}

func TestRuleCheck(t *testing.T) {
	for _, c := range []struct {
		rule  Rule
		field string
	}{
		{Rule{Field: "founded", Op: "le", Value: "2019"}, ""},
		{Rule{Field: "size_class", Op: "in", Value: `["중기업"]`}, ""},
		{Rule{Field: "website", Op: "known"}, ""},
		{Rule{Field: "stage", Op: "ge", Value: `"seed"`}, ""},
		{Rule{Field: "moon", Op: "eq", Value: "1"}, "field"},
		{Rule{Field: "founded", Op: "about", Value: "1"}, "op"},
		{Rule{Field: "founded", Op: "le"}, "value"},
		{Rule{Field: "founded", Op: "le", Value: "[1]"}, "value"},
		{Rule{Field: "founded", Op: "in", Value: "1"}, "value"},
		{Rule{Field: "founded", Op: "le", Value: `"x"`}, "value"},
		{Rule{Field: "stage", Op: "ge", Value: `"late"`}, "value"},
		{Rule{Field: "founded", Op: "eq", Value: "true"}, "value"},
		{Rule{Field: "website", Op: "known", Value: "1"}, "value"},
		{Rule{Field: "employees", Op: "ge", Value: "1e999999999"}, "value"},
	} {
		err := c.rule.Check()
		if c.field == "" && err != nil {
			t.Errorf("%+v: %v", c.rule, err)
		}
		var e *Error
		if c.field != "" && (!errors.As(err, &e) || e.Field != c.field) {
			t.Errorf("%+v: got %v, want a problem at %s", c.rule, err, c.field)
		}
	}
}
