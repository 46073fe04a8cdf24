package matcher

import (
	"fmt"

	"jumpup/matcher/text"
)

// call is the scoring of one need: the need as of its reference day, the weights laid
// out by part, and the tables of this call alone.
type call struct {
	s       *Snapshot
	kind    Kind
	version string
	weights SideWeights
	codes   []string // part codes in order
	part    []Weight // weight of each
	need    *compiledNeed
	prefs   preferences
	comp    compiler
	view    *view
	query   [2]*query
	deals   *dealView // investors only
	values  []float64 // of the candidate in hand, unknown: NaN
	sims    []float64 // of the expert in hand: cosine of each work
}

// candidate is an expert or an investor, compiled.
type candidate interface {
	id() string
	gate(c *call) string
	values(c *call, out []float64)            // one value per part, NaN: unknown
	explain(c *call, code string, part *Part) // evidence, or what is missing
}

func newCall(s *Snapshot, w Weights, n Need, asOf Day, o Options) (*call, error) {
	c := &call{s: s, version: w.Version, prefs: s.prefs}
	switch n.Kind {
	case Directing:
		c.kind = Experts
	case Investment:
		c.kind = Investors
	default:
		return nil, fmt.Errorf("matcher: need %q is of kind %q; only %s and %s are ranked", n.ID, n.Kind, Directing, Investment)
	}
	if err := w.Validate(); err != nil {
		return nil, err
	}
	if n.Opened == 0 && asOf == 0 {
		return nil, fmt.Errorf("matcher: need %q has no day of opening; give a reference day", n.ID)
	}
	co, ok := s.companies[n.Company]
	if o.Company != nil {
		co, ok = *o.Company, o.Company.ID == n.Company
	}
	if !ok {
		return nil, fmt.Errorf("matcher: need %q: company %q is not in the snapshot", n.ID, n.Company)
	}
	c.codes, c.weights = PartCodes(c.kind), w.Side(c.kind)
	for _, code := range c.codes {
		c.part = append(c.part, c.weights.Of(code))
	}
	if len(o.Preferences) > 0 {
		c.prefs = c.prefs.with(o.Preferences)
	}
	c.comp = compiler{s.names.overlay(), s.labels.overlay(), s.lex.terms.overlay(), text.NewAnalyzer(), nil}
	c.need = c.comp.need(n, co, asOf)
	c.view = s.lex.at(c.need.ref)
	for i, v := range c.need.text {
		c.query[i] = newQuery(c.view, v)
		if len(o.Only) == 0 {
			c.query[i].dotAll(s.lex)
		}
	}
	if c.kind == Investors {
		c.deals = s.market.at(c.need, c.comp.names, len(o.Only) == 0)
	}
	c.values = make([]float64, len(c.codes))
	return c, nil
}

// each calls f with every candidate: the snapshot's, and those of the options.
func (c *call) each(o Options, f func(candidate) error) error {
	only := map[string]bool{}
	for _, id := range o.Only {
		only[id] = true
	}
	outside := map[string]bool{}
	var list []candidate
	if c.kind == Experts {
		for _, e := range o.Experts {
			outside[e.ID] = true
			list = append(list, c.comp.expert(e))
		}
		list = appendInside(list, c.s.experts, outside, only, c.s.expertAt)
	} else {
		for _, v := range o.Investors {
			outside[v.ID] = true
			list = append(list, c.comp.investor(v, c.s.founded))
		}
		list = appendInside(list, c.s.investors, outside, only, c.s.investorAt)
	}
	seen := map[string]bool{}
	for _, x := range list {
		if len(o.Experts)+len(o.Investors) > 0 {
			if seen[x.id()] {
				return fmt.Errorf("matcher: candidate %q is given twice", x.id())
			}
			seen[x.id()] = true
		}
		if len(only) > 0 && !only[x.id()] {
			continue
		}
		if err := f(x); err != nil {
			return err
		}
	}
	return nil
}

// appendInside adds the snapshot's candidates that were not replaced; a short list of
// ids is looked up instead of searched for.
func appendInside[T candidate](list []candidate, inside []T, replaced, only map[string]bool, at map[string]int) []candidate {
	if len(only) > 0 {
		for id := range only {
			if i, ok := at[id]; ok && !replaced[id] {
				list = append(list, inside[i])
			}
		}
		return list
	}
	for _, x := range inside {
		if len(replaced) == 0 || !replaced[x.id()] {
			list = append(list, x)
		}
	}
	return list
}

// contribution of a part with a known value.
func contribution(w Weight, value float64) float64 { return round9(round9(w.Weight) * value) }

// total is the score of a candidate, by the same arithmetic as score.
func (c *call) total(x candidate) float64 {
	x.values(c, c.values)
	base, sum := c.weights.Base, 0.0
	for i, v := range c.values {
		if v != v {
			base += float64(c.part[i].Weight * c.part[i].Neutral)
			continue
		}
		sum += contribution(c.part[i], round9(clamp01(v)))
	}
	return scoreOf(c.weights.Form, round9(base)+sum)
}

func scoreOf(f Form, sum float64) float64 {
	if f == Logit {
		return round9(logistic(sum))
	}
	return round9(clamp01(sum))
}

// aboutCandidate are the parts whose evidence tells nothing of the need.
var aboutCandidate = map[string]bool{
	PartActivity: true, PartLoad: true, PartPreference: true, PartPortfolio: true, PartCoInvestors: true,
}

// explain makes the whole pair of a scored candidate.
func (c *call) explain(f scored) Pair {
	f.values(c, c.values)
	p := Pair{
		Need: c.need.need.ID, Company: c.need.need.Company, Candidate: f.id(), Kind: c.kind,
		Form: c.weights.Form, Blocked: f.gate, Reference: c.need.ref, Weights: c.version, Snapshot: c.s.key,
	}
	p.Parts = make([]Part, 0, len(c.codes)+1)
	for i, v := range c.values {
		q := Part{Code: c.codes[i], Known: v == v}
		if q.Known {
			q.Value = round9(clamp01(v))
		}
		f.explain(c, q.Code, &q)
		if c.need.need.Confidential && !aboutCandidate[q.Code] {
			for k := range q.Evidence {
				q.Evidence[k].Confidential = true
			}
		}
		p.Parts = append(p.Parts, q)
	}
	weigh(&p, c.weights)
	return p
}
