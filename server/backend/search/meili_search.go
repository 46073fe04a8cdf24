package search

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// Search implements Engine. Scores are the server's ranking scores, or for
// ReadAny a sum over the words (see meili_any.go): both depend on the document
// and the query alone, or on how rare the words are.
func (m *Meili) Search(ctx context.Context, q domain.SearchQuery) (domain.SearchResult, error) {
	res := domain.SearchResult{Engine: MeiliName}
	after, err := readCursor(q)
	if err != nil {
		return res, err
	}
	if err := checkMeiliQuery(q); err != nil {
		return res, err
	}
	s := &meiliSearch{m: m, q: q, after: after, limit: limitOf(q.Limit), words: text.QueryWords(q.Text)}
	scope := meiliScope(kindsOf(q.Kinds), q.Filter)
	if scope.nothing() || len(s.words) == 0 && !blank(q.Text) {
		res.Facets = emptyFacets(q.Facets)
		if !blank(q.Text) {
			res.Reading = domain.ReadAll
		}
		return res, nil
	}
	s.scope = scope.text
	var found meiliFound
	switch {
	case len(s.words) == 0:
		found, err = s.everything(ctx, scope.text)
	case s.asked() == domain.ReadAny:
		found, err = s.any(ctx)
	default:
		found, err = s.strictly(ctx, s.asked())
		if err == nil && found.total == 0 && after != nil { // the cursor's reading finds nothing any more
			found, err = s.strictly(ctx, "")
		}
		if err == nil && found.total == 0 {
			found, err = s.any(ctx)
		}
	}
	if err != nil {
		return res, err
	}
	res.Total, res.Facets, res.Reading = found.total, found.facets, found.reading
	if res.Facets == nil {
		res.Facets = emptyFacets(q.Facets)
	}
	res.Hits, res.Next = pageOf(q, after, found.reading, found.hits, s.limit)
	return res, nil
}

func checkMeiliQuery(q domain.SearchQuery) error {
	if err := checkText(q.Text); err != nil {
		return err
	}
	if q.Sort != "" && q.Sort != domain.ByID && q.Sort != domain.ByName {
		return domain.Errorf(domain.CodeInvalid, "sort", "is none that search knows; use id or name, or leave it out")
	}
	for _, f := range q.Filter {
		if err := checkFilter(f); err != nil {
			return err
		}
	}
	return nil
}

// meiliSearch is one search on its way.
type meiliSearch struct {
	m     *Meili
	q     domain.SearchQuery
	after *cursor
	limit int
	words []text.QueryWord
	scope string
}

// meiliFound is what one reading found: the first hits of total.
type meiliFound struct {
	reading domain.Reading
	hits    []domain.Hit
	total   int
	facets  map[domain.Attr][]domain.FacetCount
}

// meiliWordsMost is how many words of a query the server looks at; it says
// nothing of those it leaves out. Longer ones that are no questions, such as
// addresses, are looked for word by word, and must have all.
const meiliWordsMost = 10

// asked is the reading that is given from the start.
func (s *meiliSearch) asked() domain.Reading {
	switch {
	case len(s.words) > meiliWordsMost:
		return domain.ReadAny
	case s.after != nil && s.after.Reading != "":
		return s.after.Reading
	case text.IsQuestion(s.q.Text, s.words):
		return domain.ReadAny
	}
	return ""
}

// strictly tries the readings in which every word is found, or only those of
// one kind: the plain one at once, the others in one more request.
func (s *meiliSearch) strictly(ctx context.Context, want domain.Reading) (meiliFound, error) {
	list := meiliReadings(s.words)
	if want != "" {
		list = slices.DeleteFunc(list, func(r meiliReading) bool { return r.reading != want })
	}
	if len(list) == 0 {
		return meiliFound{}, nil
	}
	found, err := s.first(ctx, list[:1])
	if err != nil || found.total > 0 || len(list) == 1 {
		return found, err
	}
	return s.first(ctx, list[1:])
}

// meiliReading is one way to put a query to the server.
type meiliReading struct {
	reading domain.Reading
	q       string
	on      []string // attributes; nil for all
}

// first asks in several ways at once and gives the first that finds something.
func (s *meiliSearch) first(ctx context.Context, list []meiliReading) (meiliFound, error) {
	queries := make([]*meilisearch.SearchRequest, len(list))
	for i, r := range list {
		queries[i] = s.m.request(r.q, s.scope, r.on, s.after.need(s.limit))
		queries[i].ShowRankingScore = true
		queries[i].Facets = meiliFacets(s.q.Facets)
		queries[i].Sort = meiliSort(s.q.Sort)
	}
	answers, err := s.m.ask(ctx, queries)
	if err != nil {
		return meiliFound{}, err
	}
	for i, a := range answers {
		if a.TotalHits == 0 {
			continue
		}
		found := meiliFound{reading: list[i].reading, total: int(a.TotalHits)}
		if found.hits, err = meiliHits(a.Hits); err == nil {
			found.facets, err = s.m.facets(ctx, s.q.Facets, a.FacetDistribution)
		}
		return found, err
	}
	return meiliFound{reading: list[0].reading}, nil
}

// meiliSort is empty for the order of the ranking rules.
func meiliSort(by domain.Sort) []string {
	switch by {
	case domain.ByID:
		return []string{"key:asc", "id:asc"}
	case domain.ByName:
		return []string{"name:asc", "id:asc"}
	}
	return nil
}

// request asks for the first hits, with an exact total. HitsPerPage is a
// pointer in the client, so that it can be 0, as Limit cannot.
func (m *Meili) request(q, filter string, on []string, hits int) *meilisearch.SearchRequest {
	n := int64(hits)
	r := &meilisearch.SearchRequest{
		IndexUID: m.o.Index, Query: q, AttributesToSearchOn: on, HitsPerPage: &n, Page: 1,
		AttributesToRetrieve: []string{"id"}, MatchingStrategy: meilisearch.All, Locales: []string{meiliLocale},
	}
	if filter != "" {
		r.Filter = filter
	}
	return r
}

var errNoAnswer = errors.New("the answer is none to the query")

// ask puts several queries in one request, and makes sure that what comes back
// are answers to them.
func (m *Meili) ask(ctx context.Context, queries []*meilisearch.SearchRequest) ([]meilisearch.SearchResponse, error) {
	var out []meilisearch.SearchResponse
	err := m.within(ctx, m.o.Search, "search", func(ctx context.Context) error {
		res, err := m.server.MultiSearchWithContext(ctx, &meilisearch.MultiSearchRequest{Queries: queries})
		if err != nil {
			return err
		}
		if len(res.Results) != len(queries) {
			return errNoAnswer
		}
		for i, r := range res.Results {
			if r.IndexUID != m.o.Index || r.HitsPerPage != *queries[i].HitsPerPage || int64(len(r.Hits)) != min(r.TotalHits, r.HitsPerPage) {
				return errNoAnswer
			}
		}
		out = res.Results
		return nil
	})
	return out, err
}

func meiliHits(list meilisearch.Hits) ([]domain.Hit, error) {
	out := make([]domain.Hit, len(list))
	for i, h := range list {
		ref := meiliRef(plainJSON(h["id"]))
		score, err := strconv.ParseFloat(string(h["_rankingScore"]), 64)
		if ref.IsZero() || err != nil {
			return nil, &domain.Error{Code: domain.CodeUnavailable, Message: "Meilisearch answered with a document that is none of ours; see which index it was given"}
		}
		out[i] = domain.Hit{Ref: ref, Score: score}
	}
	return out, nil
}

func meiliFacets(attrs []domain.Attr) []string {
	var out []string
	for _, a := range attrs {
		if plainAttr(a) {
			out = append(out, "a."+string(a))
		}
	}
	return out
}

// facets reads the counts. Values that are filed under their hash are looked up.
func (m *Meili) facets(ctx context.Context, attrs []domain.Attr, raw json.RawMessage) (map[domain.Attr][]domain.FacetCount, error) {
	if len(attrs) == 0 {
		return nil, nil
	}
	var counts map[string]map[string]int
	if err := json.Unmarshal(raw, &counts); err != nil {
		return nil, &domain.Error{Code: domain.CodeUnavailable, Message: "Meilisearch gave counts that cannot be read", Err: err}
	}
	var long []string
	for _, values := range counts {
		for v := range values {
			if _, plain := plainValue(v); !plain {
				long = append(long, v)
			}
		}
	}
	meant, err := m.longValues(ctx, attrs, long)
	if err != nil {
		return nil, err
	}
	out := emptyFacets(attrs)
	for _, a := range attrs {
		var list []domain.FacetCount
		for v, n := range counts["a."+string(a)] {
			value, plain := plainValue(v)
			if !plain {
				value = meant[v]
			}
			list = append(list, domain.FacetCount{Value: value, Count: n})
		}
		sortFacets(list)
		out[a] = list
	}
	return out, nil
}

// longValues finds what hashes stand for, each in one document that has it.
func (m *Meili) longValues(ctx context.Context, attrs []domain.Attr, hashes []string) (map[string]string, error) {
	out := map[string]string{}
	for some := range slices.Chunk(hashes, 100) {
		queries := make([]*meilisearch.SearchRequest, len(some))
		for i, h := range some {
			var either []string
			for _, a := range meiliFacets(attrs) {
				either = append(either, a+` = "`+h+`"`)
			}
			queries[i] = m.request("", strings.Join(either, " OR "), nil, 1)
			queries[i].AttributesToRetrieve = []string{"long"}
		}
		answers, err := m.ask(ctx, queries)
		if err != nil {
			return nil, err
		}
		for _, a := range answers {
			for _, h := range a.Hits {
				var long map[string]string
				if err := json.Unmarshal(h["long"], &long); err == nil {
					for hash, value := range long {
						out[hash] = value
					}
				}
			}
		}
	}
	return out, nil
}
