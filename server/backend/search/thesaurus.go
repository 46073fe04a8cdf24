package search

import (
	"strings"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// thesaurus finds the synonyms of the words of a query. It is immutable.
type thesaurus struct {
	groups  [][][]string     // of synonyms, each a list of exact keys
	names   [][]string       // the same synonyms as written
	at      map[string][]int // first key of a synonym -> groups with it
	longest int              // words of the longest synonym
}

func newThesaurus(s domain.Synonyms) *thesaurus {
	t := &thesaurus{at: map[string][]int{}}
	for _, group := range s.Tidy() {
		var list [][]string
		var names []string
		for _, member := range group {
			words := text.QueryWords(member)
			if len(words) == 0 {
				continue
			}
			keys := make([]string, len(words))
			for i, w := range words {
				keys[i] = w.Exact
			}
			list, names = append(list, keys), append(names, member)
			t.longest = max(t.longest, len(keys))
			t.at[keys[0]] = append(t.at[keys[0]], len(t.groups))
		}
		t.groups, t.names = append(t.groups, list), append(t.names, names)
	}
	return t
}

// of gives the synonyms of the longest beginning of words that has any, and how
// many words that is; 0 when none has.
func (t *thesaurus) of(words []text.QueryWord) (n int, others [][]string) {
	if t == nil || len(words) == 0 {
		return 0, nil
	}
	seen := map[string]bool{}
	for _, g := range t.at[words[0].Exact] {
		for _, keys := range t.groups[g] {
			if len(keys) < n || !startsWith(words, keys) {
				continue
			}
			if len(keys) > n {
				n, others = len(keys), nil
				clear(seen)
			}
			own := strings.Join(keys, " ")
			for _, other := range t.groups[g] {
				if name := strings.Join(other, " "); name != own && !seen[name] {
					seen[name] = true
					others = append(others, other)
				}
			}
		}
	}
	return n, others
}

func startsWith(words []text.QueryWord, keys []string) bool {
	if len(words) < len(keys) {
		return false
	}
	for i, key := range keys {
		if words[i].Exact != key {
			return false
		}
	}
	return true
}

// written gives the synonyms of all words of a query, as they were written.
func (t *thesaurus) written(words []text.QueryWord) (out []string) {
	for from := 0; from < len(words); {
		step := 1
		for _, g := range t.at[words[from].Exact] {
			for _, keys := range t.groups[g] {
				if startsWith(words[from:], keys) {
					step = max(step, len(keys))
					out = append(out, t.names[g]...)
					break
				}
			}
		}
		from += step
	}
	return out
}
