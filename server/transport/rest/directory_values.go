package rest

import (
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
)

// The limits of the directory's inputs, in characters or entries. The schema
// of every input declares them.
const (
	mostName = 2000   // a name, a title, a headline
	mostText = 100000 // a detail, a summary, a thesis
)

// wording is a text as the interchange format writes it: a string of unknown
// language, or one in Korean, English or both.
type wording struct{ Plain, Ko, En string }

type wordingObject struct {
	Ko string `json:"ko,omitempty"`
	En string `json:"en,omitempty"`
}

func (w wording) json() ([]byte, error) {
	if w.Plain != "" || w.Ko == "" && w.En == "" {
		return json.Marshal(w.Plain)
	}
	return json.Marshal(wordingObject{w.Ko, w.En})
}

func (w *wording) read(b []byte) error {
	*w = wording{}
	if len(b) > 0 && b[0] == '{' {
		var o wordingObject
		if err := json.Unmarshal(b, &o); err != nil {
			return err
		}
		w.Ko, w.En = o.Ko, o.En
		return nil
	}
	return json.Unmarshal(b, &w.Plain)
}

func wordingSchema(r huma.Registry, name, doc string, most int) *huma.Schema {
	if _, ok := r.Map()[name]; !ok {
		side := func(d string) *huma.Schema {
			return &huma.Schema{Type: huma.TypeString, MaxLength: &most, Description: d}
		}
		object := &huma.Schema{
			Type: huma.TypeObject, AdditionalProperties: false,
			Properties: map[string]*huma.Schema{"ko": side("In Korean"), "en": side("In English")},
		}
		s := &huma.Schema{
			Description: doc, OneOf: []*huma.Schema{side("In one language, which is not said"), object},
			Examples: []any{map[string]any{"ko": "한빛정밀", "en": "Hanbit Precision"}, "Hanbit Precision"},
		}
		for _, part := range []*huma.Schema{s.OneOf[0], object.Properties["ko"], object.Properties["en"], object, s} {
			part.PrecomputeMessages()
		}
		r.Map()[name] = s
	}
	return &huma.Schema{Ref: "#/components/schemas/" + name}
}

// Name is a short text of one or two languages.
type Name wording

// MarshalJSON writes a string, or an object with ko and en.
func (n Name) MarshalJSON() ([]byte, error) { return wording(n).json() }

// UnmarshalJSON reads either form.
func (n *Name) UnmarshalJSON(b []byte) error { return (*wording)(n).read(b) }

// Schema describes both forms.
func (Name) Schema(r huma.Registry) *huma.Schema {
	return wordingSchema(r, "Name", "A short text: a string, or an object with ko and en", mostName)
}

// IsZero lets omitzero leave an empty name out.
func (n Name) IsZero() bool { return n == Name{} }

// Text is a long text of one or two languages.
type Text wording

// MarshalJSON writes a string, or an object with ko and en.
func (t Text) MarshalJSON() ([]byte, error) { return wording(t).json() }

// UnmarshalJSON reads either form.
func (t *Text) UnmarshalJSON(b []byte) error { return (*wording)(t).read(b) }

// Schema describes both forms.
func (Text) Schema(r huma.Registry) *huma.Schema {
	return wordingSchema(r, "Text", "A text: a string, or an object with ko and en", mostText)
}

// IsZero lets omitzero leave an empty text out.
func (t Text) IsZero() bool { return t == Text{} }

var (
	_ huma.SchemaProvider = Name{}
	_ huma.SchemaProvider = Text{}
)

// RuleValue is the value of a rule, as JSON: a string, a number, true or false,
// or a list of strings and numbers.
type RuleValue json.RawMessage

// MarshalJSON writes the value as it is.
func (v RuleValue) MarshalJSON() ([]byte, error) { return json.RawMessage(v).MarshalJSON() }

// UnmarshalJSON keeps the value as it is; null is none.
func (v *RuleValue) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*v = nil
		return nil
	}
	*v = append((*v)[:0], b...)
	return nil
}

// Schema describes the kinds of value.
func (RuleValue) Schema(huma.Registry) *huma.Schema {
	one := func() []*huma.Schema {
		list := []*huma.Schema{{Type: huma.TypeString, MaxLength: ptr(mostName)}, {Type: huma.TypeNumber}}
		for _, s := range list {
			s.PrecomputeMessages()
		}
		return list
	}
	flag := &huma.Schema{Type: huma.TypeBoolean}
	items := &huma.Schema{OneOf: one()}
	list := &huma.Schema{Type: huma.TypeArray, MaxItems: ptr(500), Items: items}
	for _, s := range []*huma.Schema{flag, items, list} {
		s.PrecomputeMessages()
	}
	return &huma.Schema{
		Description: "A string, a number, true or false, or a list of strings and numbers",
		OneOf:       append(one(), flag, list), Examples: []any{2019},
	}
}

// ruleValue writes a rule's value; one that is no JSON becomes a string.
func ruleValue(s string) RuleValue {
	if s == "" || json.Valid([]byte(s)) {
		return RuleValue(s)
	}
	b, err := json.Marshal(s)
	if err != nil {
		return nil
	}
	return b
}

func nameOf(t domain.Text) Name    { return Name{t.Plain, t.Ko, t.En} }
func textOf(t domain.Text) Text    { return Text{t.Plain, t.Ko, t.En} }
func (n Name) domain() domain.Text { return domain.Text{Plain: n.Plain, Ko: n.Ko, En: n.En} }
func (t Text) domain() domain.Text { return domain.Text{Plain: t.Plain, Ko: t.Ko, En: t.En} }

// Amount is money: a decimal number written as a string, and its currency.
type Amount struct {
	Value    string `json:"value" maxLength:"40" pattern:"^-?[0-9]{1,24}(\\.[0-9]{1,12})?$" example:"250000000" doc:"Decimal number as a string"`
	Currency string `json:"currency" pattern:"^[A-Z]{3}$" example:"KRW" doc:"ISO 4217 code"`
}

// Range is a range of money; a bound that is left out is not known.
type Range struct {
	Min      string `json:"min,omitempty" maxLength:"40" pattern:"^-?[0-9]{1,24}(\\.[0-9]{1,12})?$" example:"300000000" doc:"Decimal number as a string"`
	Max      string `json:"max,omitempty" maxLength:"40" pattern:"^-?[0-9]{1,24}(\\.[0-9]{1,12})?$" example:"1000000000" doc:"Decimal number as a string"`
	Currency string `json:"currency" pattern:"^[A-Z]{3}$" example:"KRW" doc:"ISO 4217 code"`
}

// Count is a number of companies at once; a bound that is left out is not known.
type Count struct {
	Min *int `json:"min,omitempty" minimum:"0" maximum:"1000000"`
	Max *int `json:"max,omitempty" minimum:"0" maximum:"1000000"`
}

func amountOf(a domain.Amount) *Amount {
	if a.IsZero() {
		return nil
	}
	return &Amount{a.Value, a.Currency}
}

func (a *Amount) domain() domain.Amount {
	if a == nil {
		return domain.Amount{}
	}
	return domain.Amount{Value: a.Value, Currency: a.Currency}
}

func rangeOf(r domain.Range) *Range {
	if r.IsZero() {
		return nil
	}
	return &Range{r.Min, r.Max, r.Currency}
}

func (r *Range) domain() domain.Range {
	if r == nil {
		return domain.Range{}
	}
	return domain.Range{Min: r.Min, Max: r.Max, Currency: r.Currency}
}

func countOf(c domain.CapacityRange) *Count {
	if c.Min == nil && c.Max == nil {
		return nil
	}
	return &Count{c.Min, c.Max}
}

func (c *Count) domain() domain.CapacityRange {
	if c == nil {
		return domain.CapacityRange{}
	}
	return domain.CapacityRange{Min: c.Min, Max: c.Max}
}

// each makes a list of the same length; nil of an empty one, so that omitempty
// leaves it out.
func each[A, B any](list []A, make_ func(A) B) []B {
	if len(list) == 0 {
		return nil
	}
	out := make([]B, len(list))
	for i, v := range list {
		out[i] = make_(v)
	}
	return out
}

func stagesOf(list []domain.Stage) []string {
	return each(list, func(s domain.Stage) string { return string(s) })
}
