package matcher

import "math"

// Reweigh scores pairs again from their values under other weights and orders them
// anew within each need (the needs stay in the order of their first pair). Nothing is
// read from a snapshot, so a saved run can be replayed. The pairs given are not
// changed; evidence is shared with them. Invalid weights are an error.
func Reweigh(pairs []Pair, w Weights) ([]Pair, error) {
	if err := w.Validate(); err != nil {
		return nil, err
	}
	var order []string
	groups := map[string][2][]Pair{}
	for _, p := range pairs {
		g, seen := groups[p.Need]
		if !seen {
			order = append(order, p.Need)
		}
		p.Parts = append([]Part(nil), p.Parts...)
		p.Weights = w.Version
		weigh(&p, w.Side(p.Kind))
		k := 0
		if p.Blocked != "" {
			k = 1
		}
		g[k] = append(g[k], p)
		groups[p.Need] = g
	}
	out := make([]Pair, 0, len(pairs))
	for _, need := range order {
		g := groups[need]
		byScore(g[0], func(p Pair) string { return p.Candidate })
		byScore(g[1], func(p Pair) string { return p.Candidate })
		out = append(out, numbered(append(g[0], g[1]...))...)
	}
	return out, nil
}

// weigh fills weights, contributions, the base part, score, band and unknown list of a
// pair from the values of its parts.
func weigh(p *Pair, s SideWeights) {
	if len(p.Parts) > 0 && p.Parts[0].Code == PartBase {
		p.Parts = p.Parts[1:]
	}
	p.Form, p.Unknown = s.Form, nil
	base, sum, down, up := s.Base, 0.0, 0.0, 0.0
	for i := range p.Parts {
		q := &p.Parts[i]
		w := s.Of(q.Code)
		q.Weight, q.Contribution = round9(w.Weight), 0
		if q.Known {
			q.Contribution = contribution(w, q.Value)
			sum += q.Contribution
			continue
		}
		p.Unknown = append(p.Unknown, q.Code)
		base += float64(w.Weight * w.Neutral)
		lo, hi := w.Weight*w.Neutral, w.Weight*(1-w.Neutral)
		if w.Weight < 0 {
			lo, hi = -hi, -lo
		}
		down += lo * lo
		up += hi * hi
	}
	base = round9(base)
	p.Score = scoreOf(s.Form, base+sum)
	p.Low = scoreOf(s.Form, base+sum-math.Sqrt(down))
	p.High = scoreOf(s.Form, base+sum+math.Sqrt(up))
	if base != 0 {
		b := Part{Code: PartBase, Known: true, Value: 1, Weight: base, Contribution: base}
		p.Parts = append([]Part{b}, p.Parts...)
	}
}

// figure is the mean value of a group's parts by the size of their weights.
func figure(parts []Part, s SideWeights, group string) (value, low, high float64) {
	var total, sum, down, up float64
	for _, q := range parts {
		if Group(q.Code) != group {
			continue
		}
		w := s.Of(q.Code)
		size := math.Abs(w.Weight)
		v, n := q.Value, w.Neutral
		if w.Weight < 0 {
			v, n = 1-v, 1-n
		}
		total += size
		if q.Known {
			sum += size * v
			continue
		}
		sum += size * n
		down += size * n * size * n
		up += size * (1 - n) * size * (1 - n)
	}
	if total == 0 {
		return 0, 0, 0
	}
	value = sum / total
	return round9(value), round9(clamp01(value - math.Sqrt(down)/total)), round9(clamp01(value + math.Sqrt(up)/total))
}
