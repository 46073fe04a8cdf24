package matcher

import (
	"math"
	"sort"
)

func (v *compiledInvestor) id() string { return v.ID }

func (v *compiledInvestor) gate(c *call) string { return c.gateInvestor(v) }

// pastOf sums up an investor's deals as one need sees them.
type pastOf struct {
	deals       int
	latest      Day
	active      float64         // deals, halved every half year of age
	like, count [traits]float64 // likeness and number of deals with the trait known
	similar     float64
	shared      int // companies shared with the need's present investors
	holds       Day
}

// known returns the deals dated by a day.
func (v *compiledInvestor) known(ref Day) []compiledDeal {
	return v.deals[:sort.Search(len(v.deals), func(i int) bool { return v.deals[i].day > ref })]
}

func (v *compiledInvestor) past(c *call) pastOf {
	n, view := c.need, c.deals
	var p pastOf
	seen := map[int32]bool{}
	deals := v.known(n.ref)
	p.deals = len(deals)
	for k := range deals {
		d := &deals[k]
		p.latest = max(p.latest, d.day)
		if d.day != 0 {
			p.active += math.Exp2(-float64(view.now-d.day) / 182)
		}
		product := 1.0
		for t, x := range view.likeness(n, d) {
			if x == x {
				p.like[t] += x
				p.count[t]++
				product *= 0.2 + 0.8*x
			}
		}
		p.similar += product
		if d.company == noAtom {
			continue
		}
		if d.company == n.companyID && p.holds == 0 {
			p.holds = d.day
		}
		if view.held[d.company] > 0 && !seen[d.company] {
			seen[d.company] = true
			p.shared++
		}
	}
	return p
}

// lift compares the investor's share of deals with a trait with the market's, smoothed
// by five deals of the market: 0.5 is the market's own share.
func (p *pastOf) lift(c *call, t int) float64 {
	if p.count[t] == 0 || c.deals.base[t] != c.deals.base[t] {
		return math.NaN()
	}
	base := c.deals.base[t]
	mine := (p.like[t] + 5*base) / (p.count[t] + 5)
	return clamp01(0.5 + math.Log(mine/base)/8)
}

// saturate maps a count to 0..1 by its logarithm, 1 at full.
func saturate(n, full float64) float64 { return clamp01(math.Log1p(n) / math.Log1p(full)) }

func (v *compiledInvestor) values(c *call, out []float64) {
	p := v.past(c)
	for i, code := range c.codes {
		out[i] = v.value(c, code, &p)
	}
}

func (v *compiledInvestor) value(c *call, code string, p *pastOf) float64 {
	n := c.need
	switch code {
	case PartText:
		return v.textValue(c)
	case PartIndustry:
		return industryValue(n.ksic, v.Industries)
	case PartTags:
		return share(n.tags, v.tags)
	case PartStage:
		if n.stage == noAtom || len(v.stages) == 0 {
			return math.NaN()
		}
		return flag(has(v.stages, n.stage))
	case PartTicket:
		return ticketValue(n, v)
	case PartMarket:
		return shareOf(n.markets, v.Markets)
	case PartLanguage:
		if len(n.languages) == 0 || len(v.Languages) == 0 {
			return math.NaN()
		}
		return flag(!apart(n.languages, v.Languages))
	case PartLocation:
		return locationValue(n.place, v.place, n.company.Country, v.Timezone)
	case PartLoad:
		return loadValue(v.Capacity, v.Load, false)
	case PartPreference:
		return c.preferenceValue(v.ID)
	}
	return v.revealed(c, code, p)
}

// revealed values come from the portfolio; without one they are unknown.
func (v *compiledInvestor) revealed(c *call, code string, p *pastOf) float64 {
	if p.deals == 0 {
		return math.NaN()
	}
	switch code {
	case PartFieldDone:
		return p.lift(c, traitField)
	case PartStageDone:
		return p.lift(c, traitStage)
	case PartTicketDone:
		return p.lift(c, traitTicket)
	case PartLocationDone:
		return p.lift(c, traitPlace)
	case PartAgeDone:
		return p.lift(c, traitAge)
	case PartSimilar:
		return saturate(p.similar, 64)
	case PartRecord:
		return saturate(float64(p.deals), 256)
	case PartActivity:
		if p.latest == 0 {
			return math.NaN()
		}
		return saturate(p.active, 32)
	case PartCoInvestors:
		if len(c.deals.present) == 0 {
			return math.NaN()
		}
		return saturate(float64(p.shared), 32)
	case PartPortfolio:
		return flag(p.holds != 0)
	}
	return math.NaN()
}

// textValue compares the thesis with the need's text.
func (v *compiledInvestor) textValue(c *call) float64 {
	if c.query[0] == nil && c.query[1] == nil || len(v.thesis[0].ids)+len(v.thesis[1].ids) == 0 {
		return math.NaN()
	}
	w := compiledWork{text: v.thesis, doc: v.thesisDoc}
	return textValue(c.similarity(&w))
}

// ticketValue is 1 when the amount sought lies within the stated cheques, falling with
// the ratio outside; NaN when either is not known or the currencies differ.
func ticketValue(n *compiledNeed, v *compiledInvestor) float64 {
	amount := n.max
	if amount.exact == nil {
		amount = n.min
	}
	if amount.log != amount.log || amount.currency == "" || amount.currency != v.ticketMin.currency {
		return math.NaN()
	}
	lo, hi := v.ticketMin.log, v.ticketMax.log
	switch {
	case lo != lo && hi != hi:
		return math.NaN()
	case lo == lo && amount.log < lo:
		return math.Exp(amount.log - lo)
	case hi == hi && n.min.exact == nil && amount.log > hi: // a round may be shared
		return math.Exp(0.5 * (hi - amount.log))
	case hi == hi && n.min.log > hi:
		return math.Exp(0.5 * (hi - n.min.log))
	}
	return 1
}
