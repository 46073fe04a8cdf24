package matcher

import (
	"math"
	"sort"
)

// market is every dated deal of the snapshot in order of time.
type market struct {
	days      []Day
	deals     []*compiledDeal
	holders   map[int32][]holding // company -> who holds it, by day
	investors []*compiledInvestor
}

// holding is one deal of an investor in a company.
type holding struct {
	day      Day
	investor int
}

func newMarket(investors []*compiledInvestor) *market {
	m := &market{holders: map[int32][]holding{}, investors: investors}
	for i, v := range investors {
		for k := range v.deals {
			d := &v.deals[k]
			m.deals = append(m.deals, d)
			if d.company != noAtom {
				m.holders[d.company] = append(m.holders[d.company], holding{d.day, i})
			}
		}
	}
	sort.SliceStable(m.deals, func(i, j int) bool { return m.deals[i].day < m.deals[j].day })
	for _, d := range m.deals {
		m.days = append(m.days, d.day)
	}
	return m
}

// until returns the deals known on a day; undated deals (day 0) are always known.
func (m *market) until(ref Day) []*compiledDeal {
	return m.deals[:sort.Search(len(m.days), func(i int) bool { return m.days[i] > ref })]
}

// traits a deal can share with a need.
const (
	traitField = iota
	traitStage
	traitPlace
	traitTicket
	traitAge
	traits
)

// dealView is the market as one need sees it on its reference day.
type dealView struct {
	now     Day             // the latest deal of the market by the reference day
	base    [traits]float64 // mean likeness of the market's deals, NaN: nothing known
	held    map[int32]int   // company -> how many of the need's present investors hold it
	present map[string]bool // ids of the need's present investors
	age     float64         // of the need's company in years, NaN: not known
	money   int32
}

func (m *market) at(n *compiledNeed, names *atoms) *dealView {
	v := &dealView{age: math.NaN(), money: noAtom, held: map[int32]int{}, present: map[string]bool{}}
	if n.founded > 0 {
		v.age = math.Max(0, float64(n.ref.Time().Year()-n.founded))
	}
	if n.max.currency != "" {
		v.money = names.id("money:" + n.max.currency)
	}
	known := m.until(n.ref)
	if len(known) > 0 {
		v.now = known[len(known)-1].day
	}
	var sum, count [traits]float64
	for _, d := range known {
		like := v.likeness(n, d)
		for t, x := range like {
			if x == x {
				sum[t] += x
				count[t]++
			}
		}
	}
	for t := range sum {
		v.base[t] = (sum[t] + 0.5) / (count[t] + 1)
	}
	m.present(n, v)
	return v
}

// present fills in who holds the need's company, and what else they hold.
func (m *market) present(n *compiledNeed, v *dealView) {
	for _, h := range m.holders[n.companyID] {
		x := m.investors[h.investor]
		if h.day > n.ref || v.present[x.ID] {
			continue
		}
		v.present[x.ID] = true
		seen := map[int32]bool{}
		for k := range x.deals {
			d := &x.deals[k]
			if d.day <= n.ref && d.company != noAtom && d.company != n.companyID && !seen[d.company] {
				seen[d.company] = true
				v.held[d.company]++
			}
		}
	}
}

// likeness of a deal to the need, 0..1 by trait, NaN where either side is not known.
func (v *dealView) likeness(n *compiledNeed, d *compiledDeal) (out [traits]float64) {
	for t := range out {
		out[t] = math.NaN()
	}
	if len(n.tags) > 0 && len(d.tags) > 0 {
		out[traitField] = float64(common(n.tags, d.tags)) / float64(len(n.tags))
	}
	if len(n.ksic) > 0 && len(d.ksic) > 0 {
		x := industryValue(n.ksic, d.ksic)
		if !(out[traitField] > x) {
			out[traitField] = x
		}
	}
	if n.stage != noAtom && d.stage != noAtom {
		out[traitStage] = flag(n.stage == d.stage)
	}
	out[traitPlace] = placeAlike(n.place, d.place)
	if v.money != noAtom && v.money == d.money && n.max.log == n.max.log && d.amount == d.amount {
		out[traitTicket] = math.Exp(-math.Abs(n.max.log - float64(d.amount)))
	}
	if v.age == v.age && d.founded > 0 && d.day > 0 {
		age := math.Max(0, float64(d.day)/365.2425-float64(d.founded-1))
		out[traitAge] = math.Exp(-math.Abs(v.age-age) / 3)
	}
	return out
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// placeAlike is 1 in the same city, 0.7 in the same region, 0.3 in the same country.
func placeAlike(a, b place) float64 {
	switch {
	case a.country == noAtom || b.country == noAtom:
		return math.NaN()
	case a.country != b.country:
		return 0
	case a.city != noAtom && a.city == b.city:
		return 1
	case a.region != noAtom && a.region == b.region:
		return 0.7
	}
	return 0.3
}
