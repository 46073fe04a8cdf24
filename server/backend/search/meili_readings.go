package search

import (
	"slices"
	"strings"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// meiliReadings lists the ways in which every word can be found, the strictest
// first. The server completes the last word of a query only, so each word has
// its turn to be the last.
func meiliReadings(words []text.QueryWord) []meiliReading {
	var out []meiliReading
	seen := map[string]bool{}
	add := func(reading domain.Reading, q string, on []string) {
		if key := on[0] + " " + q; !seen[key] {
			seen[key] = true
			out = append(out, meiliReading{reading, q, on})
		}
	}
	for last := range slices.Backward(words) {
		add(domain.ReadAll, meiliAll(words, last, 0), meiliStrict)
	}
	for swapped := 1; swapped < 1<<min(len(words), 4); swapped++ { // which words were typed with the other keyboard
		if swaps(words, swapped) {
			add(domain.ReadTypo, meiliAll(words, len(words)-1, swapped), meiliStrict)
		}
	}
	// Words with slips are not completed as well: too much would be like them.
	var typed, stems []string
	for _, w := range words {
		typed, stems = append(typed, fuzzyKey(w.Whole)), append(stems, fuzzyKey(w.Exact))
	}
	add(domain.ReadTypo, strings.Join(typed, " ")+" ", meiliFuzzy)
	add(domain.ReadTypo, strings.Join(stems, " ")+" ", meiliFuzzy)
	return out
}

func swaps(words []text.QueryWord, swapped int) bool {
	for i, w := range words {
		if swapped>>i&1 == 1 && w.Swapped == "" {
			return false
		}
	}
	return true
}

// meiliAll joins the keys of words, the one that may be unfinished at the end.
func meiliAll(words []text.QueryWord, last, swapped int) string {
	keys := make([]string, 0, len(words))
	for i, w := range words {
		if i != last {
			keys = append(keys, wholeKey(w, swapped>>i&1 == 1))
		}
	}
	w := words[last]
	key := w.Begin
	if swapped>>last&1 == 1 || w.Initials != "" {
		key = wholeKey(w, swapped>>last&1 == 1)
	}
	return strings.Join(append(keys, key), " ")
}

// wholeKey is the key of a finished word. Initials stand for themselves, since
// every run of them is indexed.
func wholeKey(w text.QueryWord, swapped bool) string {
	switch {
	case swapped:
		return w.Swapped
	case w.Initials != "":
		return w.Initials
	}
	return w.Exact
}
