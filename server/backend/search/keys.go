package search

import (
	"strings"
	"unicode/utf8"

	"jumpup/matcher/text"
)

// Spaces of keys: the first byte of every key says what it stands for.
const (
	wordKey     = "w" // a word, spelled in letters (jamo), found by any beginning
	insideKey   = "s" // the rest of a Korean word from one of its later syllables
	initialsKey = "i" // the initial consonants of Korean words
)

const longestWord = 40 // characters of a word that are indexed

// keysOf gives the keys of a record's fields with the best weight of each.
func keysOf(fs fields) map[string]float32 {
	out := map[string]float32{}
	put := func(key string, w float32) {
		if len(key) > 1 && out[key] < w {
			out[key] = w
		}
	}
	for _, f := range fs {
		for line := range strings.SplitSeq(f.text, "\n") {
			lineKeys(line, f, put)
		}
	}
	return out
}

func lineKeys(line string, f field, put func(string, float32)) {
	tokens := text.Tokens(line)
	var joined strings.Builder
	for _, t := range tokens {
		word := clip(t.Text)
		put(wordKey+text.Jamo(word), f.weight)
		if stem := text.Stem(word); !strings.HasPrefix(word, stem) {
			put(wordKey+stem, f.weight)
		}
		if t.Script == text.Hangul {
			insideKeys(word, f, put)
			if f.short {
				put(initialsKey+text.Initials(word), f.weight)
			}
		}
		joined.WriteString(word)
	}
	if f.short && len(tokens) > 1 && len(tokens) <= 8 {
		whole := clip(joined.String())
		put(wordKey+text.Jamo(whole), f.weight)
		put(initialsKey+text.Initials(whole), f.weight)
	}
}

// insideKeys lets the parts of a compound be found: 정밀 in 한빛정밀. In long
// texts only parts of longer words count, to keep the index small.
func insideKeys(word string, f field, put func(string, float32)) {
	rest, left := word, utf8.RuneCountInString(word)
	if !f.short && left < 4 {
		return
	}
	for left > 2 {
		_, size := utf8.DecodeRuneInString(rest)
		rest, left = rest[size:], left-1
		put(insideKey+text.Jamo(rest), f.weight)
	}
}

func clip(word string) string {
	n := 0
	for i := range word {
		if n == longestWord {
			return word[:i]
		}
		n++
	}
	return word
}

// wanted is one word of a query: the keys by the beginning of which it is
// found.
type wanted struct {
	word     string
	spelled  []string // in letters; the first as typed
	initials string   // "" unless the word is bare consonants
	korean   bool
}

const mostWords = 16 // words of a query that are looked at

// wantedOf reads a query. Particles and stopwords count only when nothing else
// is there.
func wantedOf(query string) []wanted {
	var all, strong []wanted
	for _, t := range text.Tokens(query) {
		w := wanted{word: clip(t.Text), korean: t.Script == text.Hangul}
		w.spelled = []string{text.Jamo(w.word)}
		if stem := text.Jamo(text.Stem(w.word)); stem != "" && stem != w.spelled[0] {
			w.spelled = append(w.spelled, stem)
		}
		if text.IsInitials(w.word) {
			w.initials = w.word
		}
		all = append(all, w)
		if !weak(t) {
			strong = append(strong, w)
		}
	}
	if len(strong) > 0 {
		all = strong
	}
	return all[:min(len(all), mostWords)]
}

// weak tells stopwords, and particles that follow another script (the 를 of
// AI를), which the analyser recognises when it stands after a letter.
func weak(t text.Token) bool {
	if t.Script == text.Hangul && t.Joined {
		return len(text.Words("x"+t.Text)) == 0
	}
	return t.Script == text.Hangul && len(text.Words(t.Text)) == 0 || t.Script == text.Latin && len(t.Text) > 1 && len(text.Words(t.Text)) == 0
}
