package directory

import (
	"context"
	"slices"

	"jumpup/server/domain"
)

// wholeMost is up to how many hits are counted by the records themselves, so
// that no forbidden or deleted one counts. Above, a few do not matter and the
// engine counts.
const wholeMost = 2000

// match is what the engine says of a query.
type match struct {
	domain.SearchResult              // of the first page
	hits                []domain.Hit // all, when whole
	whole               bool
}

// match reads all hits of a query, as long as there are not more than most.
func (s *Service) match(ctx context.Context, q domain.SearchQuery, most int) (match, error) {
	var m match
	q.Limit, q.Cursor = wholeMost, ""
	known := map[domain.Ref]bool{}
	for {
		res, err := s.finder.Search(ctx, q)
		if err != nil {
			return m, err
		}
		degraded := m.Degraded || res.Degraded
		if q.Cursor == "" {
			m.SearchResult = res
		}
		m.Degraded = degraded
		if res.Total > most {
			return m, nil
		}
		for _, h := range res.Hits {
			if !known[h.Ref] {
				known[h.Ref] = true
				m.hits = append(m.hits, h)
			}
		}
		if q.Cursor = res.Next; q.Cursor == "" {
			m.whole = true
			return m, nil
		}
		if len(m.hits) > most || len(res.Hits) == 0 {
			return m, nil
		}
	}
}

// ids lists the hits of one kind.
func (m match) ids(k domain.Kind) []string {
	var out []string
	for _, h := range m.hits {
		if h.Ref.Kind == k {
			out = append(out, h.Ref.ID)
		}
	}
	return out
}

func countHits(hits []FoundHit) []KindCount {
	n := map[domain.Kind]int{}
	for _, h := range hits {
		n[h.Ref.Kind]++
	}
	return kindCounts(n)
}

// kindCounts brings counts into order and drops those of nothing.
func kindCounts(n map[domain.Kind]int) []KindCount {
	var out []KindCount
	for _, k := range domain.SearchKinds {
		if n[k] > 0 {
			out = append(out, KindCount{k, n[k]})
		}
	}
	return out
}

// counts tells how many of each kind match.
func (s *Service) counts(ctx context.Context, a domain.Actor, q domain.SearchQuery) ([]KindCount, error) {
	q.Facets = []domain.Attr{domain.AttrRecordKind}
	m, err := s.match(ctx, q, wholeMost)
	if err != nil {
		return nil, err
	}
	n := map[domain.Kind]int{}
	if !m.whole {
		for _, c := range m.Facets[domain.AttrRecordKind] {
			if k := domain.Kind(c.Value); slices.Contains(q.Kinds, k) {
				n[k] = c.Count
			}
		}
		return kindCounts(n), nil
	}
	for _, k := range q.Kinds {
		ids := m.ids(k)
		switch {
		case len(ids) == 0:
		case k == domain.KindPortfolio:
			n[k], err = s.countDeals(ctx, a, ids)
		default:
			n[k], err = s.total(ctx, domain.Query{Kind: k, Filter: domain.All(q.Filter[k], domain.AnyOf(domain.AttrID, ids...))})
		}
		if err != nil {
			return nil, err
		}
	}
	return kindCounts(n), nil
}

// total counts the records of a query.
func (s *Service) total(ctx context.Context, q domain.Query) (int, error) {
	q.Limit, q.Count, q.Cursor, q.Sort = 1, true, "", domain.ByID
	page, err := s.store.List(ctx, q)
	return page.Total, err
}

// countDeals counts those of the portfolio companies that are there and that
// the actor may see.
func (s *Service) countDeals(ctx context.Context, a domain.Actor, ids []string) (n int, err error) {
	refs := make([]domain.Ref, len(ids))
	for i, id := range ids {
		refs[i] = holderOf(domain.Ref{Kind: domain.KindPortfolio, ID: id})
	}
	items, err := s.readable(ctx, a, refs)
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		ref := domain.Ref{Kind: domain.KindPortfolio, ID: id}
		if it, ok := items[holderOf(ref)]; ok {
			if _, ok := dealOf(it.Record.(*domain.Investor), ref); ok {
				n++
			}
		}
	}
	return n, nil
}
