package search

import (
	"context"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/server/domain"
)

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
