package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Span is a stretch of a text in bytes: s[Start:End].
type Span struct{ Start, End int }

// Highlight tells which stretches of a text a query found, by the same rules as
// the search engines: beginnings and inner parts of words, half-typed
// syllables, initials, stems, words written joined or apart and, where a query
// word is found in no other way, words of similar spelling. Synonyms of the
// query's words are marked as well, where they are spelled as given. Spans are
// in order and do not overlap; they begin and end between characters.
func Highlight(s string, query string, synonyms ...string) []Span {
	words := QueryWords(query)
	if len(words) == 0 || s == "" {
		return nil
	}
	t := markedText(s)
	var found []Span
	for _, synonym := range synonyms {
		found = append(found, t.together(QueryWords(synonym))...)
	}
	for _, w := range words {
		marks := t.find(w)
		if len(marks) == 0 && w.Swapped != "" {
			marks = t.keyed(w.Swapped)
		}
		if len(marks) == 0 {
			marks = t.similar(w)
		}
		found = append(found, marks...)
	}
	return joinSpans(found)
}

// joinSpans orders spans and joins those that touch.
func joinSpans(list []Span) []Span {
	slices.SortFunc(list, func(a, b Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	var out []Span
	for _, s := range list {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
		} else if s.End > s.Start {
			out = append(out, s)
		}
	}
	return out
}

// marked is a text with its tokens, each folded character with its place in the
// original.
type marked struct {
	runes  []rune
	places []Span // of each rune
	tokens []markedToken
}

type markedToken struct {
	from, to int // runes
	script   Script
	word     string
}

func markedText(s string) *marked {
	t := &marked{}
	s = replaceBad(s)
	var it norm.Iter
	it.InitString(norm.NFC, s)
	for !it.Done() {
		start := it.Pos()
		piece := string(it.Next())
		for _, r := range Fold(piece) {
			t.runes = append(t.runes, r)
			t.places = append(t.places, Span{start, it.Pos()})
		}
	}
	eachToken(t.runes, func(from, to int, sc Script, _ bool) {
		t.tokens = append(t.tokens, markedToken{from, to, sc, string(t.runes[from:to])})
	})
	return t
}

// replaceBad puts a question mark in the place of each byte that is no UTF-8.
func replaceBad(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			out = append(out, '?')
		} else {
			out = append(out, s[i:i+n]...)
		}
		i += n
	}
	return string(out)
}

// span is the place of runes in the original.
func (t *marked) span(from, to int) Span { return Span{t.places[from].Start, t.places[to-1].End} }

func (t *marked) find(w QueryWord) (out []Span) {
	for i, k := range t.tokens {
		switch {
		case k.script == Hangul && w.Korean:
			out = append(out, t.inKorean(i, w)...)
		case k.script != Hangul && !w.Korean:
			out = append(out, t.inOther(i, w)...)
		}
	}
	return out
}

// together finds words that all must be there.
func (t *marked) together(words []QueryWord) (out []Span) {
	for _, w := range words {
		marks := t.find(w)
		if len(marks) == 0 {
			return nil
		}
		out = append(out, marks...)
	}
	return out
}

// inKorean looks from each syllable of a word, into the neighbours behind it if
// the query word is longer.
func (t *marked) inKorean(i int, w QueryWord) (out []Span) {
	k := t.tokens[i]
	for from := k.from; from < k.to; from++ {
		if to := t.spelled(i, from, w.Whole[1:]); to > 0 {
			out = append(out, t.span(from, to))
		} else if to := t.spelled(i, from, w.Begin[1:]); to > 0 && len(w.Begin) > 3 {
			out = append(out, t.span(from, to))
		}
	}
	if w.Initials != "" {
		want := []rune(Initials(w.Typed))
		have := []rune(Initials(string(t.runes[k.from:k.to])))
		for from := 0; from+len(want) <= len(have); from++ {
			if slices.Equal(have[from:from+len(want)], want) {
				out = append(out, t.span(k.from+from, k.from+from+len(want)))
			}
		}
	}
	return out
}

// spelled tells where the letters of a query word end when they begin at a
// syllable of token i; 0 when they do not.
func (t *marked) spelled(i, from int, letters string) int {
	at := from
	for letters != "" {
		if at == t.tokens[i].to { // on to the next word
			if i++; i == len(t.tokens) || t.tokens[i].script != Hangul {
				return 0
			}
			at = t.tokens[i].from
		}
		have := string(appendLetters(nil, t.runes[at]))
		at++
		if rest, ok := strings.CutPrefix(letters, have); ok && have != "" {
			letters = rest
		} else if strings.HasPrefix(have, letters) {
			return at
		} else {
			return 0
		}
	}
	return at
}

func (t *marked) inOther(i int, w QueryWord) []Span {
	k := t.tokens[i]
	typed := len([]rune(w.Typed))
	switch {
	case strings.HasPrefix(k.word, w.Typed):
		return []Span{t.span(k.from, k.from+typed)}
	case Key(Stem(k.word)) == w.Exact:
		return []Span{t.span(k.from, k.to)}
	case i+1 < len(t.tokens) && len(k.word) > 1 && strings.HasPrefix(w.Typed, k.word) && strings.HasPrefix(k.word+t.tokens[i+1].word, w.Typed):
		return []Span{t.span(k.from, t.tokens[i+1].from+typed-(k.to-k.from))}
	}
	return nil
}

// keyed finds the words that begin with a key.
func (t *marked) keyed(key string) (out []Span) {
	for _, k := range t.tokens {
		if strings.HasPrefix(Key(k.word), key) {
			out = append(out, t.span(k.from, k.to))
		}
	}
	return out
}

// similar finds words that are a slip or two away, allowing what the engines do.
func (t *marked) similar(w QueryWord) (out []Span) {
	most := Slips(w.Whole)
	if most == 0 {
		return nil
	}
	for _, k := range t.tokens {
		key := Key(k.word)
		if key == "" || key[0] != w.Whole[0] || len(key) < len(w.Whole)-most {
			continue
		}
		if slips(w.Whole, key[:min(len(key), len(w.Whole)+most)]) <= most || slips(w.Whole, key[:min(len(key), len(w.Whole))]) <= most {
			out = append(out, t.span(k.from, k.to))
		}
	}
	return out
}

// Slips is how many letters of a key may be wrong for its word to be found all
// the same: none in words of up to four letters, one up to eight, else two. A
// Korean syllable has two letters or three, and many words share their endings,
// so that there the second slip is allowed from twelve letters on.
func Slips(key string) int {
	two := 9
	if key != "" && key[0] == keyHangul {
		two = 12
	}
	switch n := len(key) - 1; {
	case n < 5:
		return 0
	case n < two:
		return 1
	}
	return 2
}

// slips counts the letters to insert, drop, change or swap with a neighbour to
// make a of b (optimal string alignment distance).
func slips(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
