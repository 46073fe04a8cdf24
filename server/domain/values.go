package domain

import (
	"strings"
	"time"
)

// Text is a text in one or two languages. A source that gives a plain string
// fills Plain (language unknown) and leaves Ko and En empty; one that gives
// {"ko","en"} fills those and leaves Plain empty.
type Text struct{ Plain, Ko, En string }

// PlainText makes a text of unknown language.
func PlainText(s string) Text { return Text{Plain: s} }

// IsZero says whether nothing is written in any language.
func (t Text) IsZero() bool { return t == Text{} }

// In gives the text in a language ("ko" or "en"); own is false when the text
// of another language had to stand in, so that a page can label it.
func (t Text) In(lang string) (s string, own bool) {
	first, second := t.Ko, t.En
	if lang == "en" {
		first, second = t.En, t.Ko
	}
	switch {
	case first != "":
		return first, true
	case t.Plain != "":
		return t.Plain, true
	default:
		return second, second == ""
	}
}

// All gives every distinct wording, for search and scoring.
func (t Text) All() string {
	var parts []string
	for _, s := range []string{t.Plain, t.Ko, t.En} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "\n")
}

// Date is a calendar day "YYYY-MM-DD"; "" is unknown. Dates compare as strings.
type Date string

// ParseDate accepts a real calendar day only.
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", Errorf(CodeInvalid, "", "%q is not a calendar day; write it as YYYY-MM-DD", s)
	}
	return Date(s), nil
}

// DateOf is the day of an instant in its location.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Time is midnight UTC of the day; the zero time when unknown.
func (d Date) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Amount is money as written by the source: Value is a decimal string such as
// "250000000" or "0.5" (kept to the letter so that export gives back what came
// in), Currency an ISO 4217 code.
type Amount struct{ Value, Currency string }

// IsZero says whether no amount is given.
func (a Amount) IsZero() bool { return a == Amount{} }

// Range is a range of money; an empty bound is unknown.
type Range struct{ Min, Max, Currency string }

// IsZero says whether no range is given.
func (r Range) IsZero() bool { return r == Range{} }

// Stage is a company's or a deal's financing stage; "" is unknown.
type Stage string

// Stages lists the known stages in order of maturity; "other" stands last.
var Stages = []Stage{"pre-seed", "seed", "series-a", "series-b", "series-c", "growth", "pre-ipo", "public", "other"}

// Page is one page of a list. Next is the cursor of the following page, ""
// at the end. Total counts all rows that match, -1 when not counted.
type Page[T any] struct {
	Items []T
	Next  string
	Total int
}

// Int makes an optional number.
func Int(n int) *int { return &n }
