package search

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// The server finds all words of a query or drops the last ones; it does not
// weigh them. So a question is put as one query per word, in one request, and
// the answers are added up here: BM25, with the frequencies in four levels (see
// impactLevels). No query has more than one word, so that the ten that the
// server looks at are never passed.

// Bounds of one question: words and bigrams, and compounds cut in parts; with
// the words of a query (text.QueryWords) there are never more than 64.
const (
	unitsMost = 24
	cutsMost  = 24
)

// meiliQuestion is the units of a query, and how they make its words.
type meiliQuestion struct {
	units []meiliUnit
	words []uint64 // of each word: the units that make it, as bits
	least int      // words that must be there
}

// questionOf reads words as Exact keys, or a Korean compound as its parts, as
// anyOf does; bigrams only add to the score.
func questionOf(q string, words []text.QueryWord) meiliQuestion {
	out := meiliQuestion{words: make([]uint64, len(words)), least: leastWords(q, words)}
	synonyms := !text.IsQuestion(q, words)
	at := map[string]int{}
	add := func(most int, keys ...string) (bit uint64) {
		name := strings.Join(keys, " ")
		i, known := at[name]
		if !known {
			if slices.Contains(keys, "") || len(out.units) >= most {
				return 0
			}
			i = len(out.units)
			at[name] = i
			out.units = append(out.units, meiliUnit{keys: keys, synonyms: synonyms})
		}
		return 1 << i
	}
	longest := make([]int, len(words)) // words, the longest first
	for i := range words {
		longest[i] = i
	}
	slices.SortStableFunc(longest, func(a, b int) int { return len(words[b].Exact) - len(words[a].Exact) })
	for _, i := range longest {
		out.words[i] |= add(max(unitsMost, out.least), words[i].Exact)
	}
	terms := text.BodyTerms(q)
	slices.SortStableFunc(terms, func(a, b string) int { return len(b) - len(a) })
	for _, t := range terms {
		add(unitsMost, t)
	}
	for i, w := range words {
		if w.Korean {
			for _, parts := range cuts([]rune(w.Typed), 3) {
				out.words[i] |= add(unitsMost+cutsMost, parts...)
			}
		}
	}
	return out
}

// leastWords is how many words must be there whole, as in anyOf: one, of few
// words half, of an address and the like all.
func leastWords(q string, words []text.QueryWord) int {
	switch {
	case !strings.ContainsAny(strings.TrimSpace(q), " \t\n\u3000"):
		return len(words)
	case !text.IsQuestion(q, words):
		return (len(words) + 1) / 2
	}
	return 1
}

// enough tells whether the units found, as bits, make enough words.
func (q meiliQuestion) enough(found uint64) bool {
	n := 0
	for _, units := range q.words {
		if units&found != 0 {
			n++
		}
	}
	return n >= q.least
}

type anyHit struct {
	id    string
	hit   domain.Hit
	found uint64
	place int // when the order is none of scores
}

// anyHits gathers what the units of a question find.
type anyHits map[string]*anyHit

func (h anyHits) add(l weighed, bit int) {
	for k, id := range l.ids {
		one := h[id]
		if one == nil {
			one = &anyHit{id: id}
			h[id] = one
		}
		one.hit.Score += l.scores[k]
		one.found |= 1 << bit
	}
}

// Bounds of what is fetched for a question.
const (
	wholeMost = 8000 // documents of its rarest words
	finalMost = 300  // best ones of which the other words are looked at as well
)

// split gives the units of which all documents are fetched, and those that most
// have: of a question they only order the best of what the rarer ones find.
func (q meiliQuestion) split(each []int, question bool) (whole, common []int) {
	for i := range q.units {
		if each[i] > 0 {
			whole = append(whole, i)
		}
	}
	if !question {
		return whole, nil
	}
	slices.SortStableFunc(whole, func(a, b int) int { return each[a] - each[b] })
	makes := uint64(0) // the units that make a word
	for _, bits := range q.words {
		makes |= bits
	}
	sum, words := 0, 0
	for n, i := range whole {
		if sum += each[i]; sum > wholeMost && words > 0 {
			return whole[:n], whole[n:]
		}
		if makes>>i&1 == 1 {
			words++
		}
	}
	return whole, nil
}

// any reads the query as ReadAny.
func (s *meiliSearch) any(ctx context.Context) (meiliFound, error) {
	found := meiliFound{reading: domain.ReadAny}
	q := questionOf(s.q.Text, s.words)
	each, all, err := s.m.tally(ctx, q.units, s.scope)
	if err != nil {
		return found, err
	}
	idf := rarities(each, all)
	whole, common := q.split(each, text.IsQuestion(s.q.Text, s.words))
	sums := anyHits{}
	if err := s.gather(ctx, sums, q, whole, idf); err != nil {
		return found, err
	}
	hits := make([]*anyHit, 0, len(sums))
	for _, h := range sums {
		if q.enough(h.found) {
			h.hit.Ref = meiliRef(h.id)
			hits = append(hits, h)
		}
	}
	if found.total = len(hits); found.total == 0 {
		return found, nil
	}
	slices.SortFunc(hits, compareAny)
	if len(common) > 0 {
		if err := s.finish(ctx, hits[:min(len(hits), finalMost)], q, common, idf); err != nil {
			return found, err
		}
	}
	if err := s.place(ctx, hits); err != nil {
		return found, err
	}
	slices.SortFunc(hits, compareAny)
	for _, h := range hits[:min(len(hits), s.after.need(s.limit))] {
		h.hit.Score = scoreOfAny(h.hit.Score)
		found.hits = append(found.hits, h.hit)
	}
	if len(s.q.Facets) > 0 {
		found.facets, err = s.count(ctx, idsFilter(hits))
	}
	return found, err
}

func compareAny(a, b *anyHit) int {
	return cmp.Or(a.place-b.place, cmp.Compare(b.hit.Score, a.hit.Score), cmp.Compare(a.id, b.id))
}

// gather adds what some units of a question find.
func (s *meiliSearch) gather(ctx context.Context, to anyHits, q meiliQuestion, units []int, idf []float64) error {
	some := make([]meiliUnit, len(units))
	worth := make([]float64, len(units))
	for k, i := range units {
		some[k], worth[k] = q.units[i], idf[i]
	}
	lists, err := s.m.weigh(ctx, some, worth, s.scope)
	for k, l := range lists {
		to.add(l, units[k])
	}
	return err
}

// finish adds to the best hits what the words that most documents have count.
// It reads the documents, which are few.
func (s *meiliSearch) finish(ctx context.Context, hits []*anyHit, q meiliQuestion, units []int, idf []float64) error {
	at := make(map[string]*anyHit, len(hits))
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i], at[h.id] = h.id, h
	}
	fields := append([]string{"id"}, meiliImpacts...)
	return s.m.within(ctx, s.m.o.Search, "search", func(ctx context.Context) error {
		var res meilisearch.DocumentsResult
		err := s.m.index().GetDocumentsWithContext(ctx, &meilisearch.DocumentsQuery{Ids: ids, Limit: int64(len(ids)), Fields: fields}, &res)
		for _, doc := range res.Results {
			h := at[plainJSON(doc["id"])]
			for _, i := range units {
				if h == nil || len(q.units[i].keys) != 1 {
					continue
				}
				for place, level := range meiliImpacts { // the highest first
					if hasKey(doc[level], q.units[i].keys[0]) {
						h.hit.Score += idf[i] * impacts[meiliImpactLevels-1-place]
						break
					}
				}
			}
		}
		return err
	})
}

// hasKey tells whether a key stands in a JSON string of keys.
func hasKey(list []byte, key string) bool {
	for from := 0; ; {
		i := bytes.Index(list[from:], []byte(key))
		if i < 0 {
			return false
		}
		begin := from + i
		end := begin + len(key)
		if begin > 0 && end < len(list) && !letterOrDigit(list[begin-1]) && !letterOrDigit(list[end]) {
			return true
		}
		from = begin + 1
	}
}

func letterOrDigit(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

// place finds the places of hits in another order than the best first; only the
// server knows their names.
func (s *meiliSearch) place(ctx context.Context, hits []*anyHit) error {
	if s.q.Sort == "" {
		return nil
	}
	q := &meilisearch.DocumentsQuery{Filter: idsFilter(hits), Sort: meiliSort(s.q.Sort), Limit: int64(len(hits)), Fields: []string{"id"}}
	ids, _, err := s.m.list(ctx, q)
	places := make(map[string]int, len(ids))
	for i, id := range ids {
		places[id] = i + 1
	}
	for _, h := range hits {
		h.place = places[h.id]
	}
	return err
}

func idsFilter(hits []*anyHit) string {
	var b strings.Builder
	b.WriteString("id IN [")
	for i, h := range hits {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + h.id + `"`) // letters and digits
	}
	b.WriteByte(']')
	return b.String()
}
