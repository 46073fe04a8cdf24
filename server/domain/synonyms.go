package domain

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Synonyms are groups of words that mean the same in search: 수출, 해외진출 and
// export. A word stands in one group at most.
type Synonyms [][]string

// Bounds of the synonyms.
const (
	SynonymGroupsMost = 1000
	SynonymWordsMost  = 30 // in a group
	SynonymRunesMost  = 60 // of a word
)

// Tidy trims the words, folds their blanks, and drops empty words, repeated
// ones and groups of fewer than two.
func (s Synonyms) Tidy() Synonyms {
	var out Synonyms
	for _, group := range s {
		var words []string
		for _, w := range group {
			w = strings.Join(strings.Fields(w), " ")
			if w != "" && !slices.ContainsFunc(words, func(x string) bool { return strings.EqualFold(x, w) }) {
				words = append(words, w)
			}
		}
		if len(words) > 1 {
			out = append(out, words)
		}
	}
	return out
}

// Validate lists everything that is wrong; field names are groups.N.
func (s Synonyms) Validate() Problems {
	var p Problems
	if len(s) > SynonymGroupsMost {
		p.Add("groups", "there are %d groups, more than %d; join or drop some", len(s), SynonymGroupsMost)
	}
	seen := map[string]int{}
	for i, group := range s {
		place := "groups." + strconv.Itoa(i)
		if len(group) > SynonymWordsMost {
			p.Add(place, "holds %d words, more than %d; split the group", len(group), SynonymWordsMost)
		}
		for _, w := range group {
			switch n := utf8.RuneCountInString(w); {
			case !utf8.ValidString(w) || strings.ContainsFunc(w, unicode.IsControl):
				p.Add(place, "%q is no plain word; type it again", w)
			case n > SynonymRunesMost:
				p.Add(place, "%q is longer than %d characters; shorten it", w, SynonymRunesMost)
			}
			key := strings.ToLower(w)
			if other, is := seen[key]; is && other != i {
				p.Add(place, "%q stands in group %d too; keep it in one of them", w, other+1)
			}
			seen[key] = i
		}
	}
	return p
}
