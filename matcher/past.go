package matcher

import "math"

// pastOf sums up an investor's deals as one need sees them.
type pastOf struct {
	deals       int
	latest      Day
	active      float64         // recent deals; further ones in a company held count less
	like, count [traits]float64 // share statistics: deals with the trait, deals where it is known
	similar     float64         // deals like this one, by the kernel
	shared      int             // holdings shared with the need's present investors
	holds       Day             // first deal with the need's company
	holding     bool
}

// look sums up the deals of an investor that were known on the reference day.
func (v *dealView) look(x *compiledInvestor, p *pastOf) {
	n := v.need
	deals := x.known(n.ref)
	p.deals = len(deals)
	for k := range deals {
		d := &deals[k]
		p.latest = max(p.latest, d.day)
		r := v.m.decay.at(d.day, v.now, dealKernel.undatedDays)
		fresh := 1.0
		if !d.first {
			fresh = dealKernel.follow
		}
		if d.day != 0 {
			p.active += float64(r.active * fresh)
		}
		p.similar += float64(r.deal * fresh * v.product(d, r.share, p))
		if d.company == noAtom {
			continue
		}
		if d.company == n.companyID && !p.holding {
			p.holds, p.holding = d.day, true
		}
		if k := v.held[d.company]; d.first && k > 0 {
			if v.present[x.ID] {
				k-- // not with itself
			}
			p.shared += k
		}
	}
}

// product is the kernel of one deal; on the way the shares are counted with weight w.
func (v *dealView) product(d *compiledDeal, w float64, p *pastOf) float64 {
	n, k := v.need, &dealKernel
	count := func(t int, like float64) {
		p.like[t] += float64(w * like)
		p.count[t] += w
	}
	field := k.tagNone
	if same, alike, known := v.fieldLike(d); known {
		field = math.Min(1, k.tagFloor+(1-k.tagFloor)*alike)
		count(traitField, same)
	}
	if n.order != stageUnknown && d.order != stageUnknown {
		count(traitStage, flag(n.stage == d.stage))
	}
	v.countPlace(d, count)
	amount, age := k.amountNone, k.ageNone
	if x := v.amountApart(d); x == x {
		x = math.Exp(-x / k.amountScale)
		count(traitTicket, x)
		amount = k.amountFloor + (1-k.amountFloor)*x
	}
	if x := v.ageApart(d); x == x {
		x = math.Exp(-x / k.ageScale)
		count(traitAge, x)
		age = k.ageFloor + (1-k.ageFloor)*x
	}
	return field * k.stage(n.order, d.order) * k.place(n.place, d.place) * amount * age
}

func (v *dealView) countPlace(d *compiledDeal, count func(int, float64)) {
	a, b := v.need.place, d.place
	if a.country == noAtom || b.country == noAtom {
		return
	}
	count(traitCountry, flag(a.country == b.country))
	if a.region != noAtom && b.region != noAtom {
		count(traitRegion, flag(a.region == b.region))
	}
	if a.city != noAtom && b.city != noAtom {
		count(traitCity, flag(a.city == b.city))
	}
}

// amountApart is the distance of the logarithms of the amounts, NaN when either is not
// known or the currencies differ.
func (v *dealView) amountApart(d *compiledDeal) float64 {
	if v.money == noAtom || v.money != d.money {
		return math.NaN()
	}
	return math.Abs(v.need.max.log - float64(d.amount))
}

// ageApart is the distance in years between the company's age and that of the deal's
// company at the deal.
func (v *dealView) ageApart(d *compiledDeal) float64 {
	return math.Abs(v.age - float64(d.age))
}

// prior is how many of the market's deals an investor's shares are smoothed with.
const prior = 3

// lift is the logarithm of the investor's share of deals with a trait over the market's
// share; NaN where nothing is known.
func (v *dealView) lift(p *pastOf, t int) float64 {
	base := v.base[t]
	if p.count[t] == 0 || base <= 0 {
		return math.NaN()
	}
	return math.Log((p.like[t] + prior*base) / (p.count[t] + prior) / base)
}

// liftValue maps a lift from -4..4 to 0..1; one half is the market's own share.
func liftValue(lift float64) float64 {
	if lift != lift {
		return lift
	}
	return clamp01(0.5 + lift/8)
}

// placeLift is the lift of the region and, for a quarter, the city; where no region is
// known, that of the country.
func (v *dealView) placeLift(p *pastOf) float64 {
	region, city := v.lift(p, traitRegion), v.lift(p, traitCity)
	switch {
	case region != region:
		return v.lift(p, traitCountry)
	case city != city:
		return region
	}
	return 0.75*region + 0.25*city
}

// logValue maps log(x + low) from log(low)..log(full) to 0..1.
func logValue(x, low, full float64) float64 {
	return clamp01(math.Log((x+low)/low) / math.Log(full/low))
}
