package domain

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// NoteReason says why a query is worth a look.
type NoteReason string

// The reasons.
const (
	NoteNone NoteReason = "none" // nothing was found, however the words were read
	NoteSlow NoteReason = "slow" // it took longer than [SlowSearch]
)

// SlowSearch is how long a search may take before it is noted.
const SlowSearch = 100 * time.Millisecond

// noteRunes is how much of a query's text is kept.
const noteRunes = 100

// SearchNote is a query that found nothing or was slow, over everybody who
// asked it. Who asked is not kept.
type SearchNote struct {
	Text    string
	Reason  NoteReason
	Kinds   []Kind // searched, in the order of [SearchKinds]; of the last time
	Count   int64
	Last    time.Time
	Slowest time.Duration
}

// NoteText is the form in which a query is noted: blanks folded, lower case, at
// most 100 characters. ok is false for queries that are not kept at all: empty
// ones, and those that look like an e-mail address, or like a telephone or
// registration number, which are somebody's personal data.
func NoteText(query string) (text string, ok bool) {
	text = strings.ToLower(strings.Join(strings.Fields(query), " "))
	if text == "" || !utf8.ValidString(query) || strings.ContainsAny(text, "@＠") || numbered(text) {
		return "", false
	}
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
	if rs := []rune(text); len(rs) > noteRunes {
		text = string(rs[:noteRunes])
	}
	return text, text != ""
}

// numbered tells texts with seven digits in a row, however they are grouped.
func numbered(text string) bool {
	n := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			if n++; n >= 7 {
				return true
			}
		case r == ' ' || unicode.Is(unicode.Pd, r) || strings.ContainsRune("._/()+·‧−", r):
		default:
			n = 0
		}
	}
	return false
}
