package matching

import (
	"sort"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// changeOf compares a need's list before and after; gated pairs do not count.
// The score a candidate would have in the list it is missing from comes from
// its parts under the other weights.
func changeOf(before, after []matcher.Pair, from, to matcher.Weights, names map[string]domain.Text) (Change, error) {
	before, after = open(before), open(after)
	old, err := scores(after, from)
	if err != nil {
		return Change{}, err
	}
	fresh, err := scores(before, to)
	if err != nil {
		return Change{}, err
	}
	moves := map[string]*Move{}
	for _, p := range after {
		moves[p.Candidate] = &Move{Candidate: p.Candidate, Name: names[p.Candidate], To: p.Rank, ScoreTo: p.Score, ScoreFrom: old[p.Candidate]}
	}
	for _, p := range before {
		m := moves[p.Candidate]
		if m == nil {
			m = &Move{Candidate: p.Candidate, Name: names[p.Candidate], ScoreTo: fresh[p.Candidate]}
			moves[p.Candidate] = m
		}
		m.From, m.ScoreFrom = p.Rank, p.Score
	}
	c := Change{Kendall: kendall(moves)}
	for _, m := range moves {
		switch {
		case m.From == 0:
			c.Entered++
		case m.To == 0:
			c.Left++
		}
		if m.From != m.To || m.ScoreFrom != m.ScoreTo {
			c.Moves = append(c.Moves, *m)
		}
	}
	sort.Slice(c.Moves, func(i, j int) bool { return c.Moves[i].before(c.Moves[j]) })
	return c, nil
}

// before orders moves by the new place, those that left last by the old one.
func (m Move) before(o Move) bool {
	if (m.To == 0) != (o.To == 0) {
		return o.To == 0
	}
	if m.To != o.To {
		return m.To < o.To
	}
	return m.From < o.From
}

func open(pairs []matcher.Pair) []matcher.Pair {
	for i, p := range pairs {
		if p.Blocked != "" {
			return pairs[:i]
		}
	}
	return pairs
}

// scores are what the pairs would score under other weights.
func scores(pairs []matcher.Pair, w matcher.Weights) (map[string]float64, error) {
	again, err := matcher.Reweigh(pairs, w)
	if err != nil {
		return nil, unusable(err)
	}
	out := make(map[string]float64, len(again))
	for _, p := range again {
		out[p.Candidate] = p.Score
	}
	return out, nil
}

// kendall is Kendall's rank correlation (tau-a) over the candidates of both
// lists; a missing one stands behind every place. Two that tie in a list count
// neither for nor against. One candidate or none agree wholly.
func kendall(moves map[string]*Move) float64 {
	list := make([]*Move, 0, len(moves))
	for _, m := range moves {
		list = append(list, m)
	}
	place := func(n int) int {
		if n == 0 {
			return 1 << 30
		}
		return n
	}
	pairs, sum := 0, 0
	for i := range list {
		for j := range i {
			a, b := place(list[i].From)-place(list[j].From), place(list[i].To)-place(list[j].To)
			pairs++
			switch {
			case a > 0 && b > 0, a < 0 && b < 0:
				sum++
			case a > 0 && b < 0, a < 0 && b > 0:
				sum--
			}
		}
	}
	if pairs == 0 {
		return 1
	}
	return nine(float64(sum) / float64(pairs))
}
