package directory

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jumpup/server/domain"
)

// Snippet is a piece of a longer text with the words that were looked for.
type Snippet struct {
	Field string // headline, tags, summary, detail, use_of_funds, works, thesis or portfolio
	Lang  string // "ko" or "en"; "" when it is not said
	Text  string // a sentence, or about 160 characters; "…" where it was cut
	Marks [][2]int
}

const (
	snippetRunes = 160
	snippetBytes = 16 << 10 // of a record's texts are looked through
)

// snippet chooses the piece with the most different words; among equals one in
// the reader's language, then the first.
func snippet(mark marker, body []passage, query, lang string) *Snippet {
	var best *Snippet
	most, budget, asked := 0, snippetBytes, len(strings.Fields(query))
	if mark == nil {
		return nil
	}
	for _, p := range body {
		for _, w := range wordings(p.text, lang) {
			text := clipBytes(w.text, budget)
			budget -= len(text)
			if text == "" || most > 0 && most >= asked {
				continue // nothing left, or nothing better
			}
			marks := tidyMarks(text, mark(text, query))
			piece, words := bestPiece(text, marks)
			if words > most {
				most = words
				best = cut(text, piece, marks)
				best.Field, best.Lang = p.field, w.lang
			}
		}
	}
	return best
}

type wordingOf struct{ lang, text string }

// wordings lists the wordings of a text, those of the reader's language first.
func wordings(t domain.Text, lang string) []wordingOf {
	out := []wordingOf{{"ko", t.Ko}, {"", t.Plain}, {"en", t.En}}
	if lang == "en" {
		out[0], out[2] = out[2], out[0]
	}
	return out
}

// clipBytes cuts a text between characters.
func clipBytes(s string, most int) string {
	if len(s) <= most {
		return s
	}
	most = max(most, 0)
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}

// bestPiece chooses the sentence, or the part of a long one, with the most
// different marked words, and says how many they are.
func bestPiece(text string, marks [][2]int) (piece [2]int, words int) {
	for i := range marks {
		p := around(text, marks[i])
		known := map[string]bool{}
		for _, m := range marks[i:] {
			if m[1] > p[1] {
				break
			}
			known[strings.ToLower(text[m[0]:m[1]])] = true
		}
		if len(known) > words {
			piece, words = p, len(known)
		}
	}
	return piece, words
}

// around gives the sentence of a mark; of a sentence that is too long, a part
// with the mark near its beginning.
func around(text string, m [2]int) [2]int {
	from, to := sentenceStart(text, m[0]), sentenceEnd(text, m[1])
	if utf8.RuneCountInString(text[from:to]) <= snippetRunes {
		return [2]int{from, to}
	}
	start := back(text, from, m[0], snippetRunes/4)
	end := max(forward(text, to, start, snippetRunes), m[1])
	return [2]int{start, end}
}

func sentenceStart(text string, at int) int {
	for i := at; i > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if ends(r, text[i:]) {
			return i + len(text[i:at]) - len(strings.TrimLeftFunc(text[i:at], unicode.IsSpace))
		}
		i -= size
	}
	return at - len(strings.TrimLeftFunc(text[:at], unicode.IsSpace))
}

func sentenceEnd(text string, at int) int {
	for i, r := range text[at:] {
		end := at + i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			end = at + i + 1
		}
		if ends(r, text[min(end, len(text)):]) {
			return len(strings.TrimRightFunc(text[:end], unicode.IsSpace))
		}
	}
	return len(strings.TrimRightFunc(text, unicode.IsSpace))
}

// ends says whether a character closes a sentence, given what follows.
func ends(r rune, rest string) bool {
	switch r {
	case '\n', '\r', '。', '！', '？', '\u2028', '\u2029':
		return true
	case '.', '!', '?':
		next, _ := utf8.DecodeRuneInString(rest)
		return rest == "" || unicode.IsSpace(next)
	}
	return false
}

// back goes up to n characters back from a place, to the beginning of a word
// where there is one.
func back(text string, from, at, n int) int {
	start, word := at, -1
	for ; n > 0 && start > from; n-- {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if unicode.IsSpace(r) {
			word = start
		}
		start -= size
	}
	if start > from && word >= 0 {
		return word
	}
	return start
}

// forward goes up to n characters on from a place, to the end of a word where
// there is one.
func forward(text string, to, at, n int) int {
	end, word := at, -1
	for ; n > 0 && end < to; n-- {
		r, size := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) {
			word = end
		}
		end += size
	}
	if end < to && word > at {
		return word
	}
	return end
}

// cut makes the snippet of a piece: with "…" where a sentence goes on, and the
// marks that lie in it.
func cut(text string, piece [2]int, marks [][2]int) *Snippet {
	from, to := piece[0], piece[1]
	before, after := "", ""
	if from > 0 && sentenceStart(text, from) != from {
		before = "…"
	}
	if to < len(text) && sentenceEnd(text, to) != to && !closed(text[:to]) {
		after = "…"
	}
	s := &Snippet{Text: before + text[from:to] + after}
	for _, m := range marks {
		if m[0] >= from && m[1] <= to {
			s.Marks = append(s.Marks, [2]int{m[0] - from + len(before), m[1] - from + len(before)})
		}
	}
	return s
}

// closed says whether a text ends with the end of a sentence.
func closed(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return ends(r, "")
}
