package directory

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// SearchAsk is a search over several kinds at once.
type SearchAsk struct {
	Text   string
	Kinds  []domain.Kind // none: all of [domain.SearchKinds]
	Limit  int           // 1..100; 0 means 20
	Typing bool          // Text is still being typed: nothing is noted of it
}

// Found is what a search found for one actor.
type Found struct {
	Hits     []FoundHit
	Counts   []KindCount // of all kinds that match, also those not asked for; none that is 0
	Reading  domain.Reading
	Engine   string
	Degraded bool // the engine asked for was down, or is not up to date
}

// FoundHit is one thing that the actor may see.
type FoundHit struct {
	Ref   domain.Ref
	Score float64
	Sight
	Parent *Parent // of a portfolio company: its investor
}

// Parent is the record that a hit belongs to.
type Parent struct {
	Ref  domain.Ref
	Name domain.Text
}

// KindCount is how many of a kind the actor finds.
type KindCount struct {
	Kind  domain.Kind
	Count int
}

const (
	searchLimit = 20
	searchMost  = 100
	detailTags  = 3
	searchPages = 4 // pages of the engine that are read to fill an answer
)

// Search finds things by text among those the actor may see. The engine answers
// with ids; the records are loaded and asked about once more, and names, marks
// and snippets are made of what the actor may read of them, so that a stale
// index never shows anything.
func (s *Service) Search(ctx context.Context, a domain.Actor, ask SearchAsk) (Found, error) {
	if err := signedIn(a); err != nil {
		return Found{}, err
	}
	if strings.TrimSpace(ask.Text) == "" {
		return Found{}, domain.Errorf(domain.CodeInvalid, "q", "is empty; write what you look for")
	}
	began := s.now()
	all, err := s.searchable(ctx, a)
	if err != nil {
		return Found{}, err
	}
	q := domain.SearchQuery{Text: ask.Text, Filter: all.Filter, Limit: searchLimit}
	if ask.Limit > 0 {
		q.Limit = min(ask.Limit, searchMost)
	}
	for _, k := range all.Kinds {
		if len(ask.Kinds) == 0 || slices.Contains(ask.Kinds, k) {
			q.Kinds = append(q.Kinds, k)
		}
	}
	if len(q.Kinds) == 0 {
		return Found{}, nil
	}
	out, whole, err := s.findAll(ctx, a, q)
	if err != nil {
		return Found{}, err
	}
	if len(out.Hits) == 0 {
		out.Reading = domain.ReadAny // whatever an index that lags behind found
	}
	if whole && len(q.Kinds) == len(all.Kinds) {
		out.Counts = countHits(out.Hits)
	} else {
		all.Text = ask.Text
		if out.Counts, err = s.counts(ctx, a, all); err != nil {
			return Found{}, err
		}
	}
	if !ask.Typing {
		s.note(ctx, ask.Text, ask.Kinds, len(out.Hits) == 0, began)
	}
	return out, nil
}

// searchable names the kinds of which the actor may find anything, with what
// the actor may see of each.
func (s *Service) searchable(ctx context.Context, a domain.Actor) (domain.SearchQuery, error) {
	q := domain.SearchQuery{Filter: map[domain.Kind]domain.Filter{}}
	for _, k := range domain.SearchKinds {
		scope, err := s.scope(ctx, a, k)
		if err != nil {
			return q, err
		}
		if scope.In != nil && len(scope.In.Values) == 0 {
			continue // nothing of this kind
		}
		q.Kinds, q.Filter[k] = append(q.Kinds, k), scope
	}
	return q, nil
}

// findAll finds things of several kinds. When there are more than the answer
// holds, each kind gets its share, so that one of which there are many does not
// hide the others; kinds that only a more lenient reading finds get none.
func (s *Service) findAll(ctx context.Context, a domain.Actor, q domain.SearchQuery) (out Found, whole bool, err error) {
	if len(q.Kinds) == 1 {
		return s.find(ctx, a, q)
	}
	first := q
	first.Limit = 1
	head, err := s.finder.Search(ctx, first)
	if err != nil {
		return Found{}, false, err
	}
	if head.Total <= q.Limit {
		return s.find(ctx, a, q)
	}
	for _, k := range q.Kinds {
		one := q
		one.Kinds, one.Limit = []domain.Kind{k}, max(1, q.Limit/len(q.Kinds))
		found, _, err := s.find(ctx, a, one)
		if err != nil {
			return Found{}, false, err
		}
		if found.Reading != head.Reading {
			continue
		}
		out.Reading, out.Engine, out.Degraded = found.Reading, found.Engine, out.Degraded || found.Degraded
		out.Hits = append(out.Hits, found.Hits...)
	}
	slices.SortStableFunc(out.Hits, func(x, y FoundHit) int { return cmp.Compare(y.Score, x.Score) })
	out.Hits = out.Hits[:min(len(out.Hits), q.Limit)]
	return out, false, nil
}

// find reads pages of the engine until the answer is full; whole says that
// there is nothing more.
func (s *Service) find(ctx context.Context, a domain.Actor, q domain.SearchQuery) (out Found, whole bool, err error) {
	var seen []domain.Record
	known := map[domain.Ref]bool{}
	for page := range searchPages {
		res, err := s.finder.Search(ctx, q)
		if err != nil {
			return Found{}, false, err
		}
		if page == 0 {
			out.Reading = res.Reading
		}
		out.Engine, out.Degraded = res.Engine, out.Degraded || res.Degraded
		fresh := slices.DeleteFunc(slices.Clone(res.Hits), func(h domain.Hit) bool {
			was := known[h.Ref]
			known[h.Ref] = true
			return was || !slices.Contains(q.Kinds, h.Ref.Kind)
		})
		hits, records, err := s.load(ctx, a, fresh, q.Text)
		if err != nil {
			return Found{}, false, err
		}
		out.Hits, seen = append(out.Hits, hits...), append(seen, records...)
		if q.Cursor = res.Next; q.Cursor == "" || len(out.Hits) >= q.Limit {
			break
		}
	}
	whole = q.Cursor == "" && len(out.Hits) <= q.Limit
	if len(out.Hits) > q.Limit {
		out.Hits, seen = out.Hits[:q.Limit], seen[:q.Limit]
	}
	s.sawMany(a, distinct(seen))
	return out, whole, nil
}

// distinct drops records that stand in the list before: an investor of whom
// several companies were found is read once.
func distinct(rs []domain.Record) []domain.Record {
	known := map[domain.Ref]bool{}
	return slices.DeleteFunc(rs, func(r domain.Record) bool {
		was := known[r.Ref()]
		known[r.Ref()] = true
		return was
	})
}

// load gives the hits that still exist and that the actor may read, with the
// record that each was taken from.
func (s *Service) load(ctx context.Context, a domain.Actor, hits []domain.Hit, query string) (out []FoundHit, seen []domain.Record, err error) {
	var refs []domain.Ref
	for _, h := range hits {
		refs = append(refs, holderOf(h.Ref))
	}
	items, err := s.readable(ctx, a, refs)
	if err != nil {
		return nil, nil, err
	}
	for _, h := range hits {
		it, ok := items[holderOf(h.Ref)]
		if !ok {
			continue
		}
		hit, ok := foundOf(it, h)
		if !ok {
			continue
		}
		hit.look(s.marks, query, a.Lang)
		out, seen = append(out, hit), append(seen, it.Record)
	}
	return out, seen, nil
}

// holderOf is the record to load for a hit: the investor of a portfolio
// company.
func holderOf(ref domain.Ref) domain.Ref {
	if ref.Kind != domain.KindPortfolio {
		return ref
	}
	investor, _, _ := domain.PortfolioDeal(ref.ID)
	return domain.Ref{Kind: domain.KindInvestor, ID: string(investor)}
}

// readable loads those of the records that exist and that the actor may read.
func (s *Service) readable(ctx context.Context, a domain.Actor, refs []domain.Ref) (map[domain.Ref]Item, error) {
	known := map[domain.Ref]bool{}
	refs = slices.DeleteFunc(refs, func(r domain.Ref) bool {
		was := known[r]
		known[r] = true
		return was || domain.New(r.Kind) == nil
	})
	records, err := s.store.Records(ctx, refs)
	if err != nil {
		return nil, err
	}
	items, err := s.items(ctx, a, records)
	if err != nil {
		return nil, err
	}
	out := make(map[domain.Ref]Item, len(items))
	for _, it := range items {
		out[it.Record.Ref()] = it
	}
	return out, nil
}

// foundOf makes a hit of the viewed record that holds it; ok is false for a
// portfolio company that is no longer there.
func foundOf(it Item, h domain.Hit) (hit FoundHit, ok bool) {
	hit = FoundHit{Ref: h.Ref, Score: h.Score}
	if h.Ref.Kind != domain.KindPortfolio {
		hit.Sight = sightOf(it)
		return hit, true
	}
	inv := it.Record.(*domain.Investor)
	deal, ok := dealOf(inv, h.Ref)
	if !ok {
		return hit, false
	}
	hit.Sight = sightOfDeal(&inv.Portfolio[deal])
	hit.Parent = &Parent{inv.Ref(), inv.Name}
	return hit, true
}

// dealOf is the number of the deal that a portfolio company goes by.
func dealOf(inv *domain.Investor, ref domain.Ref) (deal int, ok bool) {
	_, deal, ok = domain.PortfolioDeal(ref.ID)
	return deal, ok && domain.PortfolioRef(inv.ID, deal) == ref && domain.PortfolioFirst(inv, deal) == deal
}
