package matcher

import (
	"context"
	"fmt"
	"sort"
)

// Options narrow or widen a ranking. The zero value ranks every candidate of the
// snapshot, leaves blocked pairs out and keeps all the others.
type Options struct {
	Top         int          // best pairs kept, 0: all
	Blocked     bool         // list blocked pairs last
	Company     *Company     // the need's company, if it is not (or not so) in the snapshot
	Experts     []Expert     // candidates from outside; one with a known id replaces the snapshot's
	Investors   []Investor   // the same for investors
	Preferences []Preference // on top of the snapshot's
	Only        []string     // candidate ids to rank, nil: all
}

// Rank scores one need against every candidate of its kind, best first, then blocked
// ones if asked for. What is dated after the reference day (the need's Opened, else
// asOf) is ignored, in the statistics too. Order: score as rounded, then candidate id
// by bytes. A need of kind partner, an unknown company, invalid weights and a reference
// day that is missing are errors; so is a cancelled ctx.
func Rank(ctx context.Context, s *Snapshot, w Weights, n Need, asOf Day, o Options) ([]Pair, error) {
	c, err := newCall(s, w, n, asOf, o)
	if err != nil {
		return nil, err
	}
	var found []scored
	err = c.each(o, func(x candidate) error {
		if len(found)%256 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		gate := x.gate(c)
		if gate != "" && !o.Blocked {
			return nil
		}
		found = append(found, scored{x, gate, c.total(x)})
		return nil
	})
	if err != nil {
		return nil, err
	}
	found = best(found, o.Top)
	out := make([]Pair, len(found))
	for i, f := range found {
		out[i] = c.explain(f)
		out[i].Rank = i + 1
	}
	return out, nil
}

// Score scores one pair, blocked or not, with all its reasons; it equals what Rank
// gives for it, save for Rank, which is 0. The candidate is one of the snapshot or of o.
func Score(ctx context.Context, s *Snapshot, w Weights, n Need, candidateID string, asOf Day, o Options) (Pair, error) {
	o.Only, o.Top, o.Blocked = []string{candidateID}, 0, true
	pairs, err := Rank(ctx, s, w, n, asOf, o)
	if err != nil {
		return Pair{}, err
	}
	if len(pairs) != 1 {
		return Pair{}, fmt.Errorf("matcher: no candidate %q for need %q", candidateID, n.ID)
	}
	pairs[0].Rank = 0
	return pairs[0], nil
}

// RankNeeds turns the question round: one candidate against many needs, by the same
// scores. Needs that are not of the candidate's kind are left out. Order: score, then
// need id by bytes; o.Top and o.Blocked count in this list, o.Company does not apply.
func RankNeeds(ctx context.Context, s *Snapshot, w Weights, candidateID string, needs []Need, asOf Day, o Options) ([]Pair, error) {
	kind, ok := s.kindOf(candidateID, o)
	if !ok {
		return nil, fmt.Errorf("matcher: no candidate %q", candidateID)
	}
	var open, blocked []Pair
	o.Company = nil
	for _, n := range needs {
		if n.Kind != kind.answers() {
			continue
		}
		p, err := Score(ctx, s, w, n, candidateID, asOf, o)
		if err != nil {
			return nil, err
		}
		if p.Blocked == "" {
			open = append(open, p)
		} else {
			blocked = append(blocked, p)
		}
	}
	byScore(open, func(p Pair) string { return p.Need })
	byScore(blocked, func(p Pair) string { return p.Need })
	if o.Top > 0 && len(open) > o.Top {
		open = open[:o.Top]
	}
	if !o.Blocked {
		blocked = nil
	}
	return numbered(append(open, blocked...)), nil
}

// answers is the kind of needs a kind of candidates is ranked for.
func (k Kind) answers() string {
	if k == Investors {
		return Investment
	}
	return Directing
}

func (s *Snapshot) kindOf(id string, o Options) (Kind, bool) {
	for _, e := range o.Experts {
		if e.ID == id {
			return Experts, true
		}
	}
	for _, v := range o.Investors {
		if v.ID == id {
			return Investors, true
		}
	}
	if _, ok := s.expertAt[id]; ok {
		return Experts, true
	}
	_, ok := s.investorAt[id]
	return Investors, ok
}

// scored is a candidate on the way into the list.
type scored struct {
	candidate
	gate  string
	score float64
}

func (a scored) before(b scored) bool {
	if (a.gate == "") != (b.gate == "") {
		return a.gate == ""
	}
	if a.score != b.score {
		return a.score > b.score
	}
	return a.id() < b.id()
}

// best orders the open candidates and keeps the first k (0: all), then the blocked ones.
func best(found []scored, k int) []scored {
	sort.Slice(found, func(i, j int) bool { return found[i].before(found[j]) })
	open := sort.Search(len(found), func(i int) bool { return found[i].gate != "" })
	if k <= 0 || open <= k {
		return found
	}
	return append(found[:k:k], found[open:]...)
}

func byScore(pairs []Pair, id func(Pair) string) {
	sort.SliceStable(pairs, func(i, j int) bool {
		if pairs[i].Score != pairs[j].Score {
			return pairs[i].Score > pairs[j].Score
		}
		return id(pairs[i]) < id(pairs[j])
	})
}

func numbered(pairs []Pair) []Pair {
	for i := range pairs {
		pairs[i].Rank = i + 1
	}
	return pairs
}
