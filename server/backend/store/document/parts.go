package document

import (
	"encoding/json"

	"jumpup/server/domain"
)

// text is a plain string, or an object when a language is known.
type text struct {
	Plain string `json:"plain,omitempty"`
	Ko    string `json:"ko,omitempty"`
	En    string `json:"en,omitempty"`
}

// IsZero lets omitzero leave an empty text out.
func (t text) IsZero() bool { return t == text{} }

// MarshalJSON writes a text of unknown language as a string.
func (t text) MarshalJSON() ([]byte, error) {
	if t.Ko == "" && t.En == "" {
		return json.Marshal(t.Plain)
	}
	type object text
	return json.Marshal(object(t))
}

// UnmarshalJSON reads both forms.
func (t *text) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &t.Plain)
	}
	type object text
	return json.Unmarshal(b, (*object)(t))
}

func (t text) domain() domain.Text { return domain.Text(t) }

type amount struct {
	Value    string `json:"value,omitempty"`
	Currency string `json:"currency,omitempty"`
}

type span struct {
	Min      string `json:"min,omitempty"`
	Max      string `json:"max,omitempty"`
	Currency string `json:"currency,omitempty"`
}

type bounds struct {
	Min *int `json:"min,omitempty"`
	Max *int `json:"max,omitempty"`
}

// each converts a list; an empty one gives nil.
func each[A, B any](in []A, f func(A) B) []B {
	if len(in) == 0 {
		return nil
	}
	out := make([]B, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}

// list gives nil for an empty list.
func list[T any](in []T) []T {
	if len(in) == 0 {
		return nil
	}
	return in
}
