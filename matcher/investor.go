package matcher

import (
	"math"
	"sort"
)

func (v *compiledInvestor) id() string { return v.ID }

func (v *compiledInvestor) gate(c *call) string { return c.gateInvestor(v) }

// known returns the deals dated by a day.
func (v *compiledInvestor) known(ref Day) []compiledDeal {
	return v.deals[:sort.Search(len(v.deals), func(i int) bool { return v.deals[i].day > ref })]
}

// past returns the sums of the investor's deals; those of the snapshot's own investors
// were made with the view.
func (v *compiledInvestor) past(c *call) *pastOf {
	if v.index >= 0 && c.deals.past != nil {
		return &c.deals.past[v.index]
	}
	p := new(pastOf)
	c.deals.look(v, p)
	return p
}

func (v *compiledInvestor) values(c *call, out []float64) {
	p := v.past(c)
	for i, code := range c.codes {
		out[i] = v.value(c, code, p)
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
		return overlap(n.tags, v.tags)
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
		return liftValue(c.deals.lift(p, traitField))
	case PartStageDone:
		return liftValue(c.deals.lift(p, traitStage))
	case PartTicketDone:
		return liftValue(c.deals.lift(p, traitTicket))
	case PartLocationDone:
		return liftValue(c.deals.placeLift(p))
	case PartAgeDone:
		return liftValue(c.deals.lift(p, traitAge))
	case PartSimilar:
		return logValue(p.similar, 0.001, 50)
	case PartRecord:
		return logValue(float64(p.deals), 1, 256)
	case PartActivity:
		if p.latest == 0 {
			return math.NaN()
		}
		return logValue(p.active, 0.1, 100)
	case PartCoInvestors:
		return logValue(10*float64(p.shared)/math.Sqrt(float64(p.deals+3)), 1, 50)
	case PartPortfolio:
		return flag(p.holding)
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
