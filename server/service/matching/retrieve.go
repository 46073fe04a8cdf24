package matching

import (
	"context"
	"slices"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// How many candidates are ranked. Up to everybodyMost of a kind all are, so
// that a programme's lists are exact; of more only those that the finder names,
// at most passedMost of them for short lists and passedEach for each place of
// long ones. An answer of fewer than fewest for each place says that the index
// is being filled or the need says next to nothing: then all are ranked, too.
const (
	everybodyMost = 1000
	passedMost    = 600
	passedEach    = 20
	fewest        = 5
)

// field is whom a ranking looks at.
type field struct {
	only     []string // ids, nil: everybody
	degraded bool     // the finder failed or stood in for another
}

// field finds whom to rank for a need: those whom the finder names, and always
// those with a preference between them and the need's side and those of
// outside, who changed since the corpus. With blocked, the best of those whom a
// gate shuts out are among them, as many as the list has places.
func (s *Service) field(ctx context.Context, r request, n *domain.Need, c *domain.Company, k domain.Kind, said wishes, o matcher.Options, outside map[string]domain.Record) field {
	if s.Finder == nil || r.corpus.size(k) <= everybodyMost {
		return field{}
	}
	ids := r.corpus.known(k, s.wished(r, n, said))
	for id := range outside {
		ids = append(ids, id)
	}
	ids = sortedUnique(ids)
	q := domain.ConceptQuery{
		Kind: k, Filter: ungated(n, c, k), Limit: max(passedMost, passedEach*o.Top),
		Concepts: concepts(n, c, k, r.weights.Side(kindOf(k)), r.corpus.marketOf(c.ID, r.day)),
	}
	found, err := s.Finder.Candidates(ctx, q)
	if err != nil {
		s.Log.WarnContext(ctx, "candidates cannot be found; all are ranked", "kind", k, "error", err)
		return field{degraded: true}
	}
	if len(found.IDs) < fewest*o.Top {
		return field{degraded: found.Degraded}
	}
	if o.Blocked && !q.Filter.IsZero() {
		shut := q
		shut.Filter, shut.Limit = domain.NotThat(q.Filter), o.Top
		if gated, err := s.Finder.Candidates(ctx, shut); err == nil {
			ids = sortedUnique(append(ids, gated.IDs...))
		}
	}
	return field{joined(ids, found.IDs, q.Limit), found.Degraded}
}

// joined gives the ids of both lists, of the second as many as there is room for.
func joined(always, found []string, most int) []string {
	seen := make(map[string]bool, len(always)+len(found))
	out := make([]string, 0, len(always)+len(found))
	for _, id := range always {
		seen[id] = true
		out = append(out, id)
	}
	for _, id := range found {
		if len(out) >= most {
			break
		}
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// wished are the other ends of preferences of the need and its company.
func (s *Service) wished(r request, n *domain.Need, said wishes) []string {
	out := slices.Concat(r.corpus.links.wishes[string(n.ID)], r.corpus.links.wishes[string(n.Company)])
	for ends := range said {
		out = append(out, ends[0], ends[1])
	}
	return out
}

func sortedUnique(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// size is how many candidates of a kind the corpus holds.
func (c *corpus) size(k domain.Kind) int {
	if k == domain.KindInvestor {
		return len(c.source.Investors)
	}
	return len(c.source.Experts)
}

// known keeps the ids that are candidates of a kind in the corpus.
func (c *corpus) known(k domain.Kind, ids []string) []string {
	return slices.DeleteFunc(ids, func(id string) bool {
		_, there := c.versions[domain.Ref{Kind: k, ID: id}]
		return !there
	})
}

// Bounds of what is read of a corpus's arrears.
const (
	changedPage = 100
	changedMost = 1000
)

// changed reads the candidates of a kind that are new or changed since the
// corpus, the latest first, at most changedMost.
func (s *Service) changed(ctx context.Context, r request, k domain.Kind) (map[string]domain.Record, error) {
	out := map[string]domain.Record{}
	q := domain.Query{Kind: k, Sort: domain.ByChanged, Limit: changedPage}
	for len(out) < changedMost {
		page, err := s.Store.List(ctx, q)
		if err != nil {
			return nil, err
		}
		fresh := false
		for _, x := range page.Items {
			if r.corpus.versions[x.Ref()] != x.Rev() {
				out[x.Ref().ID], fresh = x, true
			}
		}
		if q.Cursor = page.Next; !fresh || q.Cursor == "" {
			break
		}
	}
	return out, nil
}
