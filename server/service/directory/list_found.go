package directory

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// ByBest orders a list by how well its items answer the words; without words
// it is [domain.ByID].
const ByBest domain.Sort = "best"

// sortedMost is up to how many hits a list can be put into an order that only
// the records know.
const sortedMost = 6000

// Relaxed says how many would be found without one of the filters, or without
// the words ("q").
type Relaxed struct {
	Attr  domain.Attr
	Total int
}

// relaxWords stands for the words among the attributes.
const relaxWords domain.Attr = "q"

// listFound gives a page of what the words of a list find. Up to [wholeMost]
// hits the records decide what counts: then page, total and facets hold exactly
// what the actor may see now, whatever the index remembers. Of more hits the
// engine counts, and only what is shown is asked about again.
func (s *Service) listFound(ctx context.Context, a domain.Actor, ask Ask) (Listing, error) {
	began := s.now()
	if ask.Sort == "" {
		ask.Sort = ByBest
	}
	q, err := s.query(ctx, a, ask, "")
	if err != nil {
		return Listing{}, err
	}
	mark, err := readPlace(ask, ask.Cursor)
	if err != nil {
		return Listing{}, err
	}
	most := wholeMost
	if ask.Sort == domain.ByChanged || ask.Sort == domain.ByDue {
		most = sortedMost
	}
	m, err := s.match(ctx, searchOf(q), most)
	if err != nil {
		return Listing{}, err
	}
	page, err := s.pageFound(ctx, ask, q, m, mark)
	if err != nil {
		return Listing{}, err
	}
	l := Listing{Next: page.Next, Total: -1, Found: &FoundList{Reading: m.Reading, Engine: m.Engine, Degraded: m.Degraded}}
	if l.Items, err = s.items(ctx, a, page.Items); err != nil {
		return Listing{}, err
	}
	for _, it := range l.Items {
		sight := sightOf(it)
		sight.Detail = domain.Text{} // a list shows other fields in its place
		sight.look(s.marks, q.Text, a.Lang)
		l.Found.Items = append(l.Found.Items, sight)
	}
	if page.Total == 0 {
		l.Found.Reading = domain.ReadAny
	}
	if ask.Count {
		l.Total = page.Total
	}
	if len(ask.Facets) > 0 {
		if l.Facets, err = s.facets(ctx, a, ask, s.countFound(q, m)); err != nil {
			return Listing{}, err
		}
	}
	s.sawMany(a, page.Items)
	if ask.Cursor != "" {
		return l, nil
	}
	filtered := false
	for _, v := range ask.Where {
		filtered = filtered || len(v) > 0
	}
	if page.Total == 0 && filtered {
		if l.Found.Relax, err = s.relax(ctx, a, ask); err != nil {
			return Listing{}, err
		}
	}
	if !ask.Typing {
		s.note(ctx, ask.Text, []domain.Kind{ask.Kind}, page.Total == 0 && !filtered, began)
	}
	return l, nil
}

// searchOf asks the engine what a query asks the records.
func searchOf(q domain.Query) domain.SearchQuery {
	return domain.SearchQuery{
		Kinds: []domain.Kind{q.Kind}, Text: q.Text, Filter: map[domain.Kind]domain.Filter{q.Kind: q.Filter},
	}
}

// exactly narrows a query to the hits of its words.
func (m match) exactly(q domain.Query) domain.Query {
	q.Text = ""
	q.Filter = domain.All(q.Filter, domain.AnyOf(domain.AttrID, m.ids(q.Kind)...))
	return q
}

// pageFound gives the records of a page; its total is always counted.
func (s *Service) pageFound(ctx context.Context, ask Ask, q domain.Query, m match, from place) (domain.Page[domain.Record], error) {
	byRecords := ask.Sort == domain.ByChanged || ask.Sort == domain.ByDue
	switch {
	case byRecords && !m.whole:
		return domain.Page[domain.Record]{}, domain.Errorf(domain.CodeInvalid, "sort",
			"more than %d records match, too many for this order; add words or filters, or sort by best, id or name", sortedMost)
	case m.whole && ask.Sort == ByBest:
		return s.pageBest(ctx, ask, q, m, from)
	case m.whole:
		x := m.exactly(q)
		x.Cursor, x.Count = from.Inner, true
		page, err := s.store.List(ctx, x)
		page.Next = place{Inner: page.Next}.write(ask)
		return page, err
	}
	return s.pageLarge(ctx, ask, q, from)
}

// pageBest pages through the hits that are there and may be seen, best first.
func (s *Service) pageBest(ctx context.Context, ask Ask, q domain.Query, m match, from place) (page domain.Page[domain.Record], err error) {
	counts, err := s.store.Facets(ctx, m.exactly(q), []domain.Attr{domain.AttrID})
	if err != nil {
		return page, err
	}
	there := map[string]bool{}
	for _, c := range counts[domain.AttrID] {
		there[c.Value] = true
	}
	ids := slices.DeleteFunc(m.ids(q.Kind), func(id string) bool { return !there[id] })
	page.Total = len(ids)
	start := from.after(ids)
	rest := ids[start:]
	if n := pageLimit(ask.Limit); len(rest) > n {
		rest = rest[:n]
		page.Next = place{Last: rest[n-1], Passed: start + n}.write(ask)
	}
	refs := make([]domain.Ref, len(rest))
	for i, id := range rest {
		refs[i] = domain.Ref{Kind: q.Kind, ID: id}
	}
	page.Items, err = s.store.Records(ctx, refs)
	return page, err
}

const (
	listLimit = 50
	listMost  = 500
)

func pageLimit(n int) int {
	if n <= 0 {
		return listLimit
	}
	return min(n, listMost)
}

// pageLarge lets the engine page; what it should not know of makes a page
// shorter.
func (s *Service) pageLarge(ctx context.Context, ask Ask, q domain.Query, from place) (page domain.Page[domain.Record], err error) {
	if from.Last != "" {
		return page, domain.Errorf(domain.CodeInvalid, "cursor", "the list has changed too much to go on; start again without it")
	}
	x := searchOf(q)
	x.Limit, x.Cursor = pageLimit(ask.Limit), from.Inner
	if ask.Sort != ByBest {
		x.Sort = ask.Sort
	}
	for turn := 0; len(page.Items) == 0 && turn < searchPages; turn++ {
		res, err := s.finder.Search(ctx, x)
		if err != nil {
			return page, err
		}
		var refs []domain.Ref
		for _, h := range res.Hits {
			if h.Ref.Kind == q.Kind {
				refs = append(refs, h.Ref)
			}
		}
		if page.Items, err = s.store.Records(ctx, refs); err != nil {
			return page, err
		}
		page.Total = res.Total
		page.Next = place{Inner: res.Next}.write(ask)
		if x.Cursor = res.Next; x.Cursor == "" {
			break
		}
	}
	return page, nil
}

// countFound counts what the words find; q and m are the list with all of its
// filters.
func (s *Service) countFound(q domain.Query, m match) counter {
	return func(ctx context.Context, a domain.Actor, ask Ask, without domain.Attr, attrs []domain.Attr, into map[domain.Attr][]domain.FacetCount) (err error) {
		q, m := q, m
		if without != "" {
			if q, err = s.query(ctx, a, ask, without); err != nil {
				return err
			}
		}
		if without != "" || !m.whole {
			x := searchOf(q)
			x.Facets = attrs
			if m, err = s.match(ctx, x, wholeMost); err != nil {
				return err
			}
		}
		counts := m.Facets
		if m.whole {
			if counts, err = s.store.Facets(ctx, m.exactly(q), attrs); err != nil {
				return err
			}
		}
		for _, at := range attrs {
			into[at] = counts[at]
		}
		return nil
	}
}

// relax tells what would be found without each of the filters, or without the
// words; most first, those that would not help left out.
func (s *Service) relax(ctx context.Context, a domain.Actor, ask Ask) ([]Relaxed, error) {
	var out []Relaxed
	for at, v := range ask.Where {
		if len(v) == 0 {
			continue
		}
		q, err := s.query(ctx, a, ask, at)
		if err != nil {
			return nil, err
		}
		n, err := s.totalFound(ctx, q)
		if err != nil {
			return nil, err
		}
		out = append(out, Relaxed{at, n})
	}
	ask.Text = ""
	q, err := s.query(ctx, a, ask, "")
	if err != nil {
		return nil, err
	}
	n, err := s.total(ctx, q)
	if err != nil {
		return nil, err
	}
	out = slices.DeleteFunc(append(out, Relaxed{relaxWords, n}), func(r Relaxed) bool { return r.Total == 0 })
	slices.SortFunc(out, func(x, y Relaxed) int {
		return cmp.Or(cmp.Compare(y.Total, x.Total), strings.Compare(string(x.Attr), string(y.Attr)))
	})
	return out, nil
}

// totalFound counts what the words of a query find.
func (s *Service) totalFound(ctx context.Context, q domain.Query) (int, error) {
	m, err := s.match(ctx, searchOf(q), wholeMost)
	if err != nil || !m.whole {
		return m.Total, err
	}
	return s.total(ctx, m.exactly(q))
}
