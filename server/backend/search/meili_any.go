package search

import (
	"bytes"
	"cmp"
	"context"
	"math"
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

// meiliUnit is a word or a value that is looked for by itself.
type meiliUnit struct {
	keys     []string  // of a word, or of several that must all be there
	synonyms bool      // of the word count as the word
	in       domain.In // or values of an attribute
	score    float64   // of values; several words together add nothing
}

// Bounds of one question: words and bigrams, and compounds cut in parts; with
// the words of a query (text.QueryWords) there are never more than 64.
const (
	unitsMost = 24
	cutsMost  = 24
)

func (u meiliUnit) name() string {
	if len(u.keys) > 0 {
		return strings.Join(u.keys, " ")
	}
	return string(u.in.Attr) + "\x00" + strings.Join(u.in.Values, "\x00")
}

// weighed is what was found of one unit.
type weighed struct {
	ids    []string // of documents
	scores []float64
	total  int
}

// weigh looks for each unit by itself. It gives the documents of each, all of
// them. The server takes ten times as long to give documents as hits than to
// count them by id, so they are counted; how much a text is about a word comes
// from asking for the levels one by one.
func (m *Meili) weigh(ctx context.Context, units []meiliUnit, scope string) (lists []weighed, err error) {
	var queries []*meilisearch.SearchRequest
	add := func(q, filter string, on []string) {
		r := m.request(q, filter, on, 0)
		r.Facets = []string{"id"}
		queries = append(queries, r)
	}
	for _, u := range units {
		switch {
		case len(u.keys) == 0:
			add("", "("+scope+") AND ("+meiliIn(u.in).text+")", nil)
		case len(u.keys) > 1:
			add(phrases(u.keys), scope, meiliImpacts)
		default:
			q := phrases(u.keys)
			if u.synonyms {
				q = u.keys[0] + " " // the blank ends the word: it is not completed
			}
			for _, level := range meiliImpacts {
				add(q, scope, []string{level})
			}
		}
	}
	queries = append(queries, m.request("", scope, nil, 0))
	answers, err := m.ask(ctx, queries)
	if err != nil {
		return nil, err
	}
	lists = make([]weighed, len(units))
	at := 0
	for i, u := range units {
		if len(u.keys) != 1 {
			lists[i].take(answers[at], u.score)
			at++
			continue
		}
		lists[i].levels(answers[at : at+meiliImpactLevels])
		at += meiliImpactLevels
	}
	for i := range lists {
		if len(units[i].keys) == 1 {
			lists[i].scale(int(answers[at].TotalHits))
		}
	}
	return lists, nil
}

// phrases are words that are looked for as they are: no completion, no other
// spelling, no synonyms.
func phrases(keys []string) string { return `"` + strings.Join(keys, `" "`) + `"` }

func (w *weighed) take(a meilisearch.SearchResponse, score float64) {
	w.total = int(a.TotalHits)
	w.ids = appendKeys(nil, a.FacetDistribution)
	w.scores = make([]float64, len(w.ids))
	for i := range w.scores {
		w.scores[i] = score
	}
}

// levels joins the answers for the levels, the highest first; each holds those
// before it.
func (w *weighed) levels(answers []meilisearch.SearchResponse) {
	w.take(answers[len(answers)-1], impacts[0])
	if w.total == 0 {
		return
	}
	at := make(map[string]int, len(w.ids))
	for i, id := range w.ids {
		at[id] = i
	}
	for level := 1; level < len(answers); level++ {
		for _, id := range appendKeys(nil, answers[len(answers)-1-level].FacetDistribution) {
			if i, is := at[id]; is {
				w.scores[i] = impacts[level]
			}
		}
	}
}

// scale makes BM25 scores of impacts: a word counts by how rare it is among n
// documents.
func (w *weighed) scale(n int) {
	df := float64(w.total)
	idf := math.Log(1 + (float64(n)-df+0.5)/(df+0.5))
	for i := range w.scores {
		w.scores[i] *= (bm25K + 1) * idf
	}
}

// appendKeys reads the ids of {"id":{"...":1,...}}; ids need no escapes.
func appendKeys(ids []string, raw []byte) []string {
	_, rest, ok := bytes.Cut(raw, []byte(`"id":{`))
	for ok {
		var key []byte
		if _, rest, ok = bytes.Cut(rest, []byte{'"'}); !ok {
			break
		}
		if key, rest, ok = bytes.Cut(rest, []byte{'"'}); ok {
			ids = append(ids, string(key))
		}
	}
	return ids
}

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
}

// any reads the query as ReadAny.
func (s *meiliSearch) any(ctx context.Context) (meiliFound, error) {
	found := meiliFound{reading: domain.ReadAny}
	q := questionOf(s.q.Text, s.words)
	lists, err := s.m.weigh(ctx, q.units, s.scope)
	if err != nil {
		return found, err
	}
	sums := map[string]*anyHit{}
	for i, l := range lists {
		for k, id := range l.ids {
			h := sums[id]
			if h == nil {
				h = &anyHit{id: id}
				sums[id] = h
			}
			h.hit.Score += l.scores[k]
			h.found |= 1 << i
		}
	}
	hits := make([]*anyHit, 0, len(sums))
	for _, h := range sums {
		if q.enough(h.found) {
			h.hit.Ref = meiliRef(h.id)
			h.hit.Score = scoreOfAny(h.hit.Score)
			hits = append(hits, h)
		}
	}
	found.total = len(hits)
	if len(hits) == 0 {
		return found, nil
	}
	if err := s.sortAny(ctx, hits); err != nil {
		return found, err
	}
	for _, h := range hits[:min(len(hits), s.after.need(s.limit))] {
		found.hits = append(found.hits, h.hit)
	}
	if len(s.q.Facets) > 0 {
		found.facets, err = s.count(ctx, idsFilter(hits))
	}
	return found, err
}

// sortAny brings hits into the order that the server keeps in the other
// readings; only it knows their names.
func (s *meiliSearch) sortAny(ctx context.Context, hits []*anyHit) error {
	places := map[string]int{}
	if s.q.Sort != "" {
		q := &meilisearch.DocumentsQuery{Filter: idsFilter(hits), Sort: meiliSort(s.q.Sort), Limit: int64(len(hits)), Fields: []string{"id"}}
		ids, _, err := s.m.list(ctx, q)
		if err != nil {
			return err
		}
		for i, id := range ids {
			places[id] = i + 1
		}
	}
	slices.SortFunc(hits, func(a, b *anyHit) int {
		return cmp.Or(places[a.id]-places[b.id], cmp.Compare(b.hit.Score, a.hit.Score), cmp.Compare(a.id, b.id))
	})
	return nil
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

// count gives the facets over what a filter lets through.
func (s *meiliSearch) count(ctx context.Context, filter string) (map[domain.Attr][]domain.FacetCount, error) {
	q := s.m.request("", filter, nil, 0)
	q.Facets = meiliFacets(s.q.Facets)
	answers, err := s.m.ask(ctx, []*meilisearch.SearchRequest{q})
	if err != nil {
		return nil, err
	}
	return s.m.facets(ctx, s.q.Facets, answers[0].FacetDistribution)
}

// everything answers a query without words. The list of documents is faster
// than a search.
func (s *meiliSearch) everything(ctx context.Context, scope string) (found meiliFound, err error) {
	q := &meilisearch.DocumentsQuery{Filter: scope, Sort: meiliSort(s.q.Sort), Limit: int64(s.after.need(s.limit)), Fields: []string{"id"}}
	if q.Sort == nil {
		q.Sort = []string{"id:asc"}
	}
	ids, total, err := s.m.list(ctx, q)
	if err != nil {
		return found, err
	}
	found.total = total
	for _, id := range ids {
		found.hits = append(found.hits, domain.Hit{Ref: meiliRef(id), Score: 1})
	}
	if len(s.q.Facets) > 0 && total > 0 {
		found.facets, err = s.count(ctx, scope)
	}
	return found, err
}

// list gives the ids of documents within the time of a search, and how many
// there are.
func (m *Meili) list(ctx context.Context, q *meilisearch.DocumentsQuery) (ids []string, total int, err error) {
	err = m.within(ctx, m.o.Search, "search", func(ctx context.Context) error {
		var res meilisearch.DocumentsResult
		if err := m.index().GetDocumentsWithContext(ctx, q, &res); err != nil {
			return err
		}
		if res.Limit != q.Limit || int64(len(res.Results)) != min(res.Total, res.Limit) {
			return errNoAnswer
		}
		ids, total = make([]string, len(res.Results)), int(res.Total)
		for i, hit := range res.Results {
			if ids[i] = plainJSON(hit["id"]); meiliRef(ids[i]).IsZero() {
				return errNoAnswer
			}
		}
		return nil
	})
	return ids, total, err
}
