package search

import (
	"bytes"
	"context"
	"math"
	"strings"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/server/domain"
)

// meiliUnit is a word or a value that is looked for by itself.
type meiliUnit struct {
	keys     []string  // of a word, or of several that must all be there
	synonyms bool      // of the word count as the word
	in       domain.In // or values of an attribute
	score    float64   // of values; several words together add nothing
}

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
}

// query is how the server is asked for a word or several.
func (u meiliUnit) query() string {
	if u.synonyms && len(u.keys) == 1 {
		return u.keys[0] + " " // the blank ends the word: it is not completed
	}
	return phrases(u.keys)
}

// filter is how values are asked for.
func (u meiliUnit) filter(scope string) string {
	if len(u.keys) > 0 {
		return scope
	}
	return "(" + scope + ") AND (" + meiliIn(u.in).text + ")"
}

// tally counts the documents of each unit, and all in the scope.
func (m *Meili) tally(ctx context.Context, units []meiliUnit, scope string) (each []int, all int, err error) {
	queries := make([]*meilisearch.SearchRequest, len(units)+1)
	for i, u := range units {
		if queries[i] = m.request("", u.filter(scope), nil, 0); len(u.keys) > 0 {
			queries[i] = m.request(u.query(), scope, meiliImpacts, 0)
		}
	}
	queries[len(units)] = m.request("", scope, nil, 0)
	answers, err := m.ask(ctx, queries)
	if err != nil {
		return nil, 0, err
	}
	each = make([]int, len(units))
	for i := range each {
		each[i] = int(answers[i].TotalHits)
	}
	return each, int(answers[len(units)].TotalHits), nil
}

// weigh looks for each unit by itself and gives its documents, all of them, with
// their scores; idf is what finding the unit counts. The server takes ten times
// as long to give documents as hits than to count them by id, so they are
// counted; how much a text is about a word comes from asking for the levels one
// by one.
func (m *Meili) weigh(ctx context.Context, units []meiliUnit, idf []float64, scope string) ([]weighed, error) {
	var queries []*meilisearch.SearchRequest
	add := func(q, filter string, on []string) {
		r := m.request(q, filter, on, 0)
		r.Facets = []string{"id"}
		queries = append(queries, r)
	}
	for _, u := range units {
		switch len(u.keys) {
		case 0:
			add("", u.filter(scope), nil)
		case 1:
			for _, level := range meiliImpacts {
				add(u.query(), scope, []string{level})
			}
		default:
			add(u.query(), scope, meiliImpacts)
		}
	}
	if len(queries) == 0 {
		return nil, nil
	}
	answers, err := m.ask(ctx, queries)
	if err != nil {
		return nil, err
	}
	lists := make([]weighed, len(units))
	at := 0
	for i, u := range units {
		if len(u.keys) != 1 {
			lists[i].take(answers[at], u.score)
			at++
			continue
		}
		lists[i].levels(answers[at:at+meiliImpactLevels], idf[i])
		at += meiliImpactLevels
	}
	return lists, nil
}

// rarities gives what finding each unit counts: BM25's idf among all documents.
func rarities(each []int, all int) []float64 {
	out := make([]float64, len(each))
	for i, n := range each {
		df := float64(n)
		out[i] = (bm25K + 1) * math.Log(1+(max(float64(all)-df, 0)+0.5)/(df+0.5))
	}
	return out
}

// phrases are words that are looked for as they are: no completion, no other
// spelling, no synonyms.
func phrases(keys []string) string { return `"` + strings.Join(keys, `" "`) + `"` }

func (w *weighed) take(a meilisearch.SearchResponse, score float64) {
	w.ids = appendKeys(make([]string, 0, a.TotalHits), a.FacetDistribution)
	w.scores = make([]float64, len(w.ids))
	for i := range w.scores {
		w.scores[i] = score
	}
}

// levels joins the answers for the levels, the highest first; each holds those
// before it.
func (w *weighed) levels(answers []meilisearch.SearchResponse, idf float64) {
	last := len(answers) - 1
	w.take(answers[last], impacts[0]*idf)
	if len(w.ids) == 0 || answers[last-1].TotalHits == 0 {
		return
	}
	at := make(map[string]int, len(w.ids))
	for i, id := range w.ids {
		at[id] = i
	}
	for level := 1; level <= last; level++ {
		for _, id := range appendKeys(nil, answers[last-level].FacetDistribution) {
			if i, is := at[id]; is {
				w.scores[i] = impacts[level] * idf
			}
		}
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
