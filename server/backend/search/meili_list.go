package search

import (
	"context"
	"encoding/json"
	"slices"

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

// countAny gives the facets over given hits. The documents are read and counted
// here: a filter with so many ids takes the server many times as long.
func (s *meiliSearch) countAny(ctx context.Context, hits []*anyHit) (map[domain.Attr][]domain.FacetCount, error) {
	counts := map[string]map[string]int{}
	fields := meiliFacets(s.q.Facets)
	for _, f := range fields {
		counts[f] = map[string]int{}
	}
	for some := range slices.Chunk(hits, 5000) {
		ids := make([]string, len(some))
		for i, h := range some {
			ids[i] = h.id
		}
		err := s.m.within(ctx, s.m.o.Search, "search", func(ctx context.Context) error {
			var res meilisearch.DocumentsResult
			if err := s.m.index().GetDocumentsWithContext(ctx, &meilisearch.DocumentsQuery{Ids: ids, Limit: int64(len(ids)), Fields: fields}, &res); err != nil {
				return err
			}
			for _, doc := range res.Results {
				var attrs map[string][]string
				if raw := doc["a"]; raw != nil {
					if err := json.Unmarshal(raw, &attrs); err != nil {
						return err
					}
				}
				for a, values := range attrs {
					for _, v := range values {
						counts["a."+a][v]++
					}
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return s.m.facetsOf(ctx, s.q.Facets, counts)
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
