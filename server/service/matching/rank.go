package matching

import (
	"context"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// Options say how to rank. Top 0 means 20, at most [MostTop]; Weights 0 the
// newest version; Blocked lists gated pairs last, as far as the viewer may know
// of them: of more than 1,000 candidates those with a preference and the best
// Top of those whom an index knows to be gated.
type Options struct {
	Top     int
	Weights domain.WeightsVersion
	Blocked bool
}

// MostTop is the largest Top.
const MostTop = 200

func (o Options) top() (int, error) {
	switch {
	case o.Top < 0 || o.Top > MostTop:
		return 0, domain.Errorf(domain.CodeInvalid, "top", "%d is outside 1 to %d", o.Top, MostTop)
	case o.Top == 0:
		return 20, nil
	}
	return o.Top, nil
}

// Key names what a ranking was made from: the same key gives the same scores.
type Key struct {
	NeedVersion int64 // 0 for the matches of a candidate
	Weights     domain.WeightsVersion
	Snapshot    string
	Day         domain.Date
}

// Ranking is a list of matches, best first, gated ones last. The scores are
// those of ranking everybody; of more than 1,000 candidates only those that the
// finder names are looked at (README.md), unless it failed.
type Ranking struct {
	Need  *domain.Need // what was ranked, viewed; nil for the matches of a candidate
	For   domain.Kind  // the kind of the candidates; KindCompany for those of a candidate
	Key   Key
	Items []Match

	Degraded bool // the finder failed, and everybody was ranked, or another stood in for it
}

// RankNeed ranks the candidates of a need as of today, the actor being its
// company or programme staff. A partner need fails with conflict: it is not
// ranked.
func (s *Service) RankNeed(ctx context.Context, a domain.Actor, id domain.NeedID, o Options) (Ranking, error) {
	n, c, err := s.need(ctx, id)
	if err != nil {
		return Ranking{}, err
	}
	if err := allowed(a, domain.ActRank, n, c); err != nil {
		return Ranking{}, err
	}
	top, err := o.top()
	if err != nil {
		return Ranking{}, err
	}
	r, err := s.request(ctx, o.Weights)
	if err != nil {
		return Ranking{}, err
	}
	kind, ok := n.Kind.CandidateKind()
	if !ok {
		return Ranking{}, domain.Errorf(domain.CodeConflict, "kind", "partner needs are not ranked; a coordinator introduces partners")
	}
	said, err := s.said(ctx, string(n.ID), string(n.Company))
	if err != nil {
		return Ranking{}, err
	}
	found, err := s.rank(ctx, r, n, c, kind, said, matcher.Options{Top: top, Blocked: o.Blocked})
	if err != nil {
		return Ranking{}, err
	}
	out := Ranking{Need: domain.View(a, n).(*domain.Need), For: kind, Key: r.key(n.Version), Degraded: found.degraded}
	gated := 0
	for _, p := range found.pairs {
		x, there := found.candidates[p.Candidate]
		if !there || !domain.Can(a, domain.ActRead, domain.ObjectOf(x, nil)) {
			continue
		}
		v := newViewer(a, n, c, x, s.shown(a, said.of([]string{string(n.ID), string(n.Company)}, []string{p.Candidate}, r.day)))
		if p.Blocked != "" {
			if !v.gate(p.Blocked) || gated == top {
				continue
			}
			gated++
		}
		m := v.matchOf(p, r.weights)
		m.Candidate, m.Preference = profile(domain.View(a, x)), v.own
		out.Items = append(out.Items, m)
	}
	s.saw(a, kind, len(out.Items))
	return out, nil
}

// request is what all pairs of one ranking share.
type request struct {
	corpus  *corpus
	stale   bool // the corpus is of an older revision
	version domain.WeightsVersion
	weights matcher.Weights
	day     domain.Date
}

func (r request) key(needVersion int64) Key {
	return Key{needVersion, r.version, r.corpus.snapshot.Key(), r.day}
}

func (s *Service) request(ctx context.Context, v domain.WeightsVersion) (request, error) {
	w, err := s.weights(ctx, v)
	if err != nil {
		return request{}, err
	}
	revision, err := s.Store.Revision(ctx)
	if err != nil {
		return request{}, err
	}
	c, err := s.corpus(ctx, false)
	if err != nil {
		return request{}, err
	}
	return request{corpus: c, stale: c.revision < revision, version: w.Version, weights: encodeWeights(w, ""), day: s.today()}, nil
}

// ranked is the pairs of a need with their candidates as stored now.
type ranked struct {
	pairs      []matcher.Pair
	candidates map[string]domain.Record
	degraded   bool
}

// rank gives the pairs of a need. Over a corpus of an older revision,
// candidates that are new or changed since are scored from their records, and
// preferences stated since count.
func (s *Service) rank(ctx context.Context, r request, n *domain.Need, c *domain.Company, k domain.Kind, said wishes, o matcher.Options) (out ranked, err error) {
	company := encodeCompany(c)
	o.Company = &company
	outside := map[string]domain.Record{}
	if r.stale {
		o.Preferences = said.encoded()
		if outside, err = s.changed(ctx, r, k); err != nil {
			return out, err
		}
	}
	f := s.field(ctx, r, n, c, k, said, o, outside)
	o.Only, out.degraded = f.only, f.degraded
	for range ranksMost {
		o.Experts, o.Investors = encodeOutside(outside)
		if out.pairs, err = matcher.Rank(ctx, r.corpus.snapshot, r.weights, asOfToday(n), day(r.day), o); err != nil {
			return out, unusable(err)
		}
		if out.candidates, err = s.load(ctx, k, out.pairs); err != nil {
			return out, err
		}
		if !r.stale || !r.add(outside, out.candidates) {
			break
		}
	}
	return out, nil
}

// ranksMost is how often a ranking is made again because candidates changed
// meanwhile.
const ranksMost = 3

// add puts the candidates that changed since they were read to those of
// outside, and says whether there were any.
func (r request) add(outside, candidates map[string]domain.Record) (any bool) {
	for id, x := range candidates {
		known := r.corpus.versions[x.Ref()]
		if read := outside[id]; read != nil {
			known = read.Rev()
		}
		if known != x.Rev() {
			outside[id], any = x, true
		}
	}
	return any
}

func encodeOutside(records map[string]domain.Record) (experts []matcher.Expert, investors []matcher.Investor) {
	for _, x := range records {
		switch x := x.(type) {
		case *domain.Expert:
			experts = append(experts, encodeExpert(x))
		case *domain.Investor:
			investors = append(investors, encodeInvestor(x))
		}
	}
	return experts, investors
}

// asOfToday is the need for a ranking on a day that the caller names, whenever
// it was opened.
func asOfToday(n *domain.Need) matcher.Need {
	m := encodeNeed(n)
	m.Opened = 0
	return m
}

// load reads the candidates of pairs; those that are gone are missing.
func (s *Service) load(ctx context.Context, k domain.Kind, pairs []matcher.Pair) (map[string]domain.Record, error) {
	refs := make([]domain.Ref, len(pairs))
	for i, p := range pairs {
		refs[i] = domain.Ref{Kind: k, ID: p.Candidate}
	}
	found, err := s.Store.Records(ctx, refs)
	if err != nil {
		return nil, err
	}
	out := make(map[string]domain.Record, len(found))
	for _, x := range found {
		out[x.Ref().ID] = x
	}
	return out, nil
}

// profile is the head of a match card.
func profile(r domain.Record) Candidate {
	c := Candidate{Ref: r.Ref()}
	switch x := r.(type) {
	case *domain.Expert:
		c.Name, c.Headline = x.Name, x.Headline
	case *domain.Investor:
		c.Name, c.Headline = x.Name, firstSentence(x.Thesis)
	case *domain.Company:
		c.Name, c.Headline = x.Name, firstSentence(x.Summary)
	}
	return c
}

// saw notes that somebody read personal data of several candidates.
func (s *Service) saw(a domain.Actor, k domain.Kind, n int) {
	if n > 0 && a.Role != domain.RoleSystem && (k == domain.KindExpert || k == domain.KindInvestor) {
		s.Accessed(domain.Access{Actor: a.User, Action: domain.ActRank, Ref: domain.Ref{Kind: k}, At: s.Now(), Count: n})
	}
}
