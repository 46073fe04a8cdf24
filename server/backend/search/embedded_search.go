package search

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// question is a query on its way through the readings.
type question struct {
	domain.SearchQuery
	words []text.QueryWord
	after *cursor
	limit int
}

// Search implements Engine. A word is found by its stem, as the beginning of a
// longer word, as a part of a Korean compound, by its initials and its
// synonyms; if nothing holds all words so, with slips of the finger, and at
// last what holds some of them.
func (e *Embedded) Search(ctx context.Context, q domain.SearchQuery) (domain.SearchResult, error) {
	if err := checkText(q.Text); err != nil {
		return domain.SearchResult{}, err
	}
	for _, f := range q.Filter {
		if err := checkFilter(f); err != nil {
			return domain.SearchResult{}, err
		}
	}
	after, err := readCursor(q)
	if err != nil {
		return domain.SearchResult{}, err
	}
	ask := question{q, text.QueryWords(q.Text), after, limitOf(q.Limit)}
	var res domain.SearchResult
	err = e.use(func(x bleve.Index) error {
		res, err = e.answer(ctx, x, ask)
		return err
	})
	res.Engine = EmbeddedName
	return res, asUnavailable(ctx, err)
}

// asUnavailable keeps errors of ours and of the caller's context as they are.
func asUnavailable(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var known *domain.Error
	if errors.As(err, &known) {
		return err
	}
	return &domain.Error{Code: domain.CodeUnavailable, Message: "the search index cannot answer just now", Err: err}
}

func (e *Embedded) answer(ctx context.Context, x bleve.Index, ask question) (domain.SearchResult, error) {
	if len(ask.words) == 0 {
		if !blank(ask.Text) {
			return domain.SearchResult{Reading: domain.ReadAll, Facets: emptyFacets(ask.Facets)}, nil
		}
		return e.run(ctx, x, ask, "", nil, nil)
	}
	if ask.after != nil {
		return e.readAs(ctx, x, ask, ask.after.Reading)
	}
	if text.IsQuestion(ask.Text, ask.words) {
		return e.readAs(ctx, x, ask, domain.ReadAny)
	}
	res, err := e.readAs(ctx, x, ask, domain.ReadAll)
	if err != nil || res.Total > 0 {
		return res, err
	}
	if res, err = e.readAs(ctx, x, ask, domain.ReadTypo); err != nil || res.Total > 0 {
		return res, err
	}
	return e.readAs(ctx, x, ask, domain.ReadAny)
}

// readAs answers by one reading.
func (e *Embedded) readAs(ctx context.Context, x bleve.Index, ask question, reading domain.Reading) (domain.SearchResult, error) {
	if reading == domain.ReadAny {
		synonyms := e.synonyms.Load()
		if text.IsQuestion(ask.Text, ask.words) {
			synonyms = nil // many words say it more precisely than their synonyms
		}
		return e.run(ctx, x, ask, reading, anyOf(ask.Text, ask.words, synonyms), scoreOfAny)
	}
	way := strict
	if reading == domain.ReadTypo {
		unknown, err := e.unknown(ctx, x, ask)
		if err != nil || len(unknown) == 0 {
			return domain.SearchResult{Reading: reading, Facets: emptyFacets(ask.Facets)}, err
		}
		way = func(w text.QueryWord) bestOf {
			if unknown[w.Whole] {
				return similar(w)
			}
			return strict(w)
		}
	}
	q, units := allOf(ask.words, e.synonyms.Load(), way)
	if ask.Sort == "" {
		q = ordered{q, counted(ask.Text)}
	}
	return e.run(ctx, x, ask, reading, q, func(s float64) float64 { return min(s/float64(units), 1) })
}

// unknown tells the words that nothing holds of what may be found: they alone
// can be misspelled.
func (e *Embedded) unknown(ctx context.Context, x bleve.Index, ask question) (map[string]bool, error) {
	out := map[string]bool{}
	for _, w := range ask.words {
		q, _ := allOf([]text.QueryWord{w}, e.synonyms.Load(), strict)
		one := question{SearchQuery: ask.SearchQuery, limit: 1}
		one.Facets, one.Sort = nil, domain.ByID
		res, err := e.run(ctx, x, one, domain.ReadAll, q, nil)
		if err != nil {
			return nil, err
		}
		if res.Total == 0 {
			out[w.Whole] = true
		}
	}
	return out, nil
}

// run asks the index; words nil matches everything that the filter lets through.
func (e *Embedded) run(ctx context.Context, x bleve.Index, ask question, reading domain.Reading, words query.Query, score func(float64) float64) (domain.SearchResult, error) {
	scope := scopeQuery(kindsOf(ask.Kinds), ask.Filter)
	q := scope
	if words != nil {
		b := bleve.NewBooleanQuery()
		b.AddMust(words)
		b.AddFilter(scope)
		q = b
	}
	req := bleve.NewSearchRequestOptions(q, ask.after.need(ask.limit), 0, false)
	switch {
	case ask.Sort == domain.ByName:
		req.SortBy([]string{fieldSort, "_id"})
	case words == nil || ask.Sort == domain.ByID:
		req.SortBy([]string{"_id"})
	default:
		req.SortBy([]string{"-_score", "_id"})
	}
	if words == nil {
		req.Score = "none"
	}
	for _, a := range ask.Facets {
		req.AddFacet(string(a), bleve.NewFacetRequest(fieldAttr+string(a), facetValues))
	}
	found, err := x.SearchInContext(ctx, req)
	if err != nil {
		return domain.SearchResult{}, err
	}
	hits := make([]domain.Hit, len(found.Hits))
	for i, h := range found.Hits {
		hits[i] = domain.Hit{Ref: refOf(h.ID), Score: 1}
		if score != nil {
			hits[i].Score = math.Round(score(h.Score)*1e9) / 1e9
		}
	}
	res := domain.SearchResult{Total: int(found.Total), Reading: reading, Facets: facetsOf(found, ask.Facets)}
	res.Hits, res.Next = pageOf(ask.SearchQuery, ask.after, reading, hits, ask.limit)
	return res, nil
}

const facetValues = 100000 // values of an attribute that are counted

func emptyFacets(attrs []domain.Attr) map[domain.Attr][]domain.FacetCount {
	if len(attrs) == 0 {
		return nil
	}
	out := make(map[domain.Attr][]domain.FacetCount, len(attrs))
	for _, a := range attrs {
		out[a] = nil
	}
	return out
}

func facetsOf(found *bleve.SearchResult, attrs []domain.Attr) map[domain.Attr][]domain.FacetCount {
	out := emptyFacets(attrs)
	for _, a := range attrs {
		f := found.Facets[string(a)]
		if f == nil || f.Terms == nil {
			continue
		}
		for _, t := range f.Terms.Terms() {
			out[a] = append(out[a], domain.FacetCount{Value: t.Term, Count: t.Count})
		}
		sortFacets(out[a])
	}
	return out
}

// sortFacets orders counts: most frequent first, equal ones by value.
func sortFacets(list []domain.FacetCount) {
	slices.SortFunc(list, func(a, b domain.FacetCount) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Value, b.Value))
	})
}
