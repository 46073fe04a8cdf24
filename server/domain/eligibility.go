package domain

import (
	"encoding/json"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// RuleOutcome is what a rule says of a company.
type RuleOutcome string

// The outcomes. Unknown means that the company's record does not say.
const (
	RulePass    RuleOutcome = "pass"
	RuleFail    RuleOutcome = "fail"
	RuleUnknown RuleOutcome = "unknown"
)

// Verdict is one rule's outcome. Found is what the company's record holds, as
// a person would read it; "" when it does not say.
type Verdict struct {
	Rule    Rule
	Outcome RuleOutcome
	Found   string
}

// RuleOps lists the operators of a rule. eq, ne, in and not_in compare the
// field, or any value of a field that is a list, with a value or a list of
// them; lt, le, gt and ge compare numbers, amounts in KRW and stages in order
// of maturity; known asks whether the record says anything (false turns it
// round).
var RuleOps = []string{"eq", "ne", "lt", "le", "gt", "ge", "in", "not_in", "known"}

// RuleFields lists the fields that a rule may name: fields of the company, and
// age (full years since founding on the day asked about). certificates are the
// kinds in force on that day, revenue is the newest year's in KRW.
var RuleFields = []string{
	"age", "certificates", "city", "cohort", "country", "employees", "founded", "industries", "name", "region",
	"registration_no", "revenue", "size_class", "stage", "summary", "tags", "website",
}

// Check says what is wrong with a rule by itself; nil when it can be evaluated.
func (r Rule) Check() error {
	if !slices.Contains(RuleFields, r.Field) {
		return Errorf(CodeInvalid, "field", "%q is no field that a rule may name; use one of %s", clip(r.Field), strings.Join(RuleFields, " "))
	}
	if !slices.Contains(RuleOps, r.Op) {
		return Errorf(CodeInvalid, "op", "%q is no operator; use one of %s", clip(r.Op), strings.Join(RuleOps, " "))
	}
	if r.Op == "known" {
		if r.Value != "" && r.Value != "true" && r.Value != "false" {
			return Errorf(CodeInvalid, "value", "known takes true, false or nothing")
		}
		return nil
	}
	values, list := r.values()
	switch {
	case len(values) == 0:
		return Errorf(CodeInvalid, "value", "is missing; give a text, a number or a list of them")
	case list != (r.Op == "in" || r.Op == "not_in"):
		return Errorf(CodeInvalid, "value", "in and not_in take a list, the other operators one value")
	case r.orders() && r.Field == "stage" && !slices.Contains(Stages, Stage(values[0])):
		return Errorf(CodeInvalid, "value", "%q is no stage", clip(values[0]))
	case r.orders() && r.Field != "stage" && number(values[0]) == nil:
		return Errorf(CodeInvalid, "value", "%s compares numbers; %q is none", r.Op, clip(values[0]))
	}
	return nil
}

func (r Rule) orders() bool { return slices.Contains([]string{"lt", "le", "gt", "ge"}, r.Op) }

// values reads the rule's value; list says whether it was written as one.
// Anything that is no string, number or list of them gives none.
func (r Rule) values() (out []string, list bool) {
	var v any
	d := json.NewDecoder(strings.NewReader(r.Value))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return nil, false
	}
	items, list := v.([]any)
	if !list {
		items = []any{v}
	}
	for _, it := range items {
		switch x := it.(type) {
		case string:
			out = append(out, x)
		case json.Number:
			out = append(out, x.String())
		default:
			return nil, list
		}
	}
	return out, list
}

// Eligible evaluates every rule of the cohort on a company, in their order, on
// a day. A rule that cannot be evaluated is unknown.
func (x *Cohort) Eligible(c *Company, on Date) []Verdict {
	out := make([]Verdict, len(x.Rules))
	for i, r := range x.Rules {
		out[i] = r.evaluate(c, on)
	}
	return out
}

func (r Rule) evaluate(c *Company, on Date) Verdict {
	has := ruleValues(c, r.Field, on)
	v := Verdict{Rule: r, Outcome: RuleUnknown, Found: strings.Join(has, ", ")}
	switch {
	case r.Check() != nil:
	case r.Op == "known":
		v.Outcome = outcome((len(has) > 0) == (r.Value != "false"))
	case len(has) == 0:
	case r.orders():
		v.Outcome = r.compare(has[0])
	default:
		values, _ := r.values()
		any := slices.ContainsFunc(has, func(h string) bool {
			return slices.ContainsFunc(values, func(w string) bool { return equalValue(h, w) })
		})
		v.Outcome = outcome(any == (r.Op == "eq" || r.Op == "in"))
	}
	return v
}

func outcome(ok bool) RuleOutcome {
	if ok {
		return RulePass
	}
	return RuleFail
}

func (r Rule) compare(has string) RuleOutcome {
	values, _ := r.values()
	var c int
	if r.Field == "stage" {
		at := slices.Index(Stages, Stage(has))
		if has == "other" || at < 0 {
			return RuleUnknown // other has no place in the order
		}
		c = at - slices.Index(Stages, Stage(values[0]))
	} else {
		a, b := number(has), number(values[0])
		if a == nil || b == nil {
			return RuleUnknown
		}
		c = a.Cmp(b)
	}
	switch r.Op {
	case "lt":
		return outcome(c < 0)
	case "le":
		return outcome(c <= 0)
	case "gt":
		return outcome(c > 0)
	}
	return outcome(c >= 0)
}

func number(s string) *big.Rat {
	if len(s) > 60 || strings.ContainsAny(s, "eE/") {
		return nil
	}
	n, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil
	}
	return n
}

func equalValue(a, b string) bool {
	if x, y := number(a), number(b); x != nil && y != nil {
		return x.Cmp(y) == 0
	}
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}

// ruleValues gives what a company's record says about a field; none when it
// does not say.
func ruleValues(c *Company, field string, on Date) []string {
	one := func(s string) []string {
		if s == "" {
			return nil
		}
		return []string{s}
	}
	num := func(n *int) []string {
		if n == nil {
			return nil
		}
		return []string{strconv.Itoa(*n)}
	}
	switch field {
	case "age":
		if day := on.Time(); c.Founded != nil && !day.IsZero() {
			return []string{strconv.Itoa(day.Year() - *c.Founded)}
		}
	case "certificates":
		return certificatesOn(c, on)
	case "city":
		return one(c.City)
	case "cohort":
		return one(string(c.Cohort))
	case "country":
		return one(c.Country)
	case "employees":
		return num(c.Employees)
	case "founded":
		return num(c.Founded)
	case "industries":
		return c.Industries
	case "name":
		return one(c.Name.All())
	case "region":
		return one(c.Region)
	case "registration_no":
		return one(c.RegistrationNo)
	case "revenue":
		return newestRevenue(c)
	case "size_class":
		return one(c.SizeClass)
	case "stage":
		return one(string(c.Stage))
	case "summary":
		return one(c.Summary.All())
	case "tags":
		return c.Tags
	case "website":
		return one(c.Website)
	}
	return nil
}

func certificatesOn(c *Company, on Date) []string {
	var out []string
	for _, k := range c.Certificates {
		if k.Expires == "" || on == "" || k.Expires >= on {
			out = append(out, k.Kind)
		}
	}
	return out
}

// newestRevenue is the newest year's revenue when it is in KRW.
func newestRevenue(c *Company) []string {
	newest := -1
	for i, y := range c.Revenue {
		if newest < 0 || y.Year > c.Revenue[newest].Year {
			newest = i
		}
	}
	if newest < 0 || c.Revenue[newest].Amount.Currency != "KRW" || c.Revenue[newest].Amount.Value == "" {
		return nil
	}
	return []string{c.Revenue[newest].Amount.Value}
}
