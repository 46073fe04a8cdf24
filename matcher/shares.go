package matcher

import (
	"encoding/binary"
	"math"
	"slices"
	"sort"
)

// pool is every deal of the market, laid out once for the sums of any day.
type pool struct {
	deals    []*compiledDeal // investors ascending, each one's by day
	alike    []int32         // number of the deal's labels and codes in samples
	samples  []*compiledDeal // one deal for each set of labels and codes
	byAmount map[int32][]int32
	byAge    []int32 // those whose company's age is known, youngest first
}

func newPool(investors []*compiledInvestor) *pool {
	p := &pool{byAmount: map[int32][]int32{}}
	sets := map[string]int32{}
	var key []byte
	for _, v := range investors {
		for k := range v.deals {
			d := &v.deals[k]
			at := int32(len(p.deals))
			key = setKey(key[:0], d)
			n, known := sets[string(key)]
			if !known {
				n = int32(len(p.samples))
				sets[string(key)], p.samples = n, append(p.samples, d)
			}
			p.deals, p.alike = append(p.deals, d), append(p.alike, n)
			if d.money != noAtom && d.amount == d.amount {
				p.byAmount[d.money] = append(p.byAmount[d.money], at)
			}
			if d.age == d.age {
				p.byAge = append(p.byAge, at)
			}
		}
	}
	for _, list := range p.byAmount {
		slices.SortStableFunc(list, func(a, b int32) int { return compare32(p.deals[a].amount, p.deals[b].amount) })
	}
	slices.SortStableFunc(p.byAge, func(a, b int32) int { return compare32(p.deals[a].age, p.deals[b].age) })
	return p
}

func compare32(a, b float32) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func setKey(b []byte, d *compiledDeal) []byte {
	for _, t := range d.tags {
		b = binary.LittleEndian.AppendUint32(b, uint32(t))
	}
	b = append(b, 0xff, 0xff, 0xff, 0xff, 0xff)
	for _, s := range d.ksic {
		b = append(append(b, s...), 0)
	}
	return b
}

// sums is what the market's shares on a reference day are made of, whatever the
// need: weights of deals, added up by what they have.
type sums struct {
	now     Day // the market's latest deal by the day
	stage   tally
	country tally
	region  tally
	city    tally
	sets    []float64 // by number of labels and codes
	amount  map[int32]*near
	age     *near
	labels  *labelling
}

// tally is weights by value.
type tally struct {
	all float64
	by  map[int32]float64
}

func (t *tally) add(value int32, w float64) {
	t.all += w
	t.by[value] += w
}

// on adds up the deals known on a day.
func (p *pool) on(ref, now Day, decay decayTable) *sums {
	s := &sums{now: now, sets: make([]float64, len(p.samples)), amount: map[int32]*near{}}
	for _, t := range []*tally{&s.stage, &s.country, &s.region, &s.city} {
		t.by = map[int32]float64{}
	}
	weights := make([]float64, len(p.deals))
	for i, d := range p.deals {
		if d.day > ref {
			continue
		}
		w := decay.at(d.day, now, dealKernel.undatedDays).share
		weights[i] = w
		s.sets[p.alike[i]] += w
		if d.order != stageUnknown {
			s.stage.add(d.stage, w)
		}
		if d.place.country == noAtom {
			continue
		}
		s.country.add(d.place.country, w)
		if d.place.region != noAtom {
			s.region.add(d.place.region, w)
		}
		if d.place.city != noAtom {
			s.city.add(d.place.city, w)
		}
	}
	for money, list := range p.byAmount {
		s.amount[money] = newNear(list, weights, dealKernel.amountScale, func(i int32) float64 { return float64(p.deals[i].amount) })
	}
	s.age = newNear(p.byAge, weights, dealKernel.ageScale, func(i int32) float64 { return float64(p.deals[i].age) })
	return s
}

// near answers for any x the sum of w*exp(-|x - x_i|/scale) over deals with
// numbers x_i: with the sums of what lies on either side of each of them, which
// follow one from the other, it takes a look-up.
type near struct {
	scale float64
	all   float64
	x     []float64 // ascending, different
	upTo  []float64 // the sum over x_i and all below it, as seen from x_i
	from  []float64 // the sum over x_i and all above it
}

func newNear(order []int32, weights []float64, scale float64, at func(int32) float64) *near {
	n := &near{scale: scale}
	var own []float64
	for _, i := range order {
		w := weights[i]
		if w == 0 {
			continue // after the day
		}
		n.all += w
		if x := at(i); len(n.x) == 0 || n.x[len(n.x)-1] != x {
			n.x, own = append(n.x, x), append(own, w)
		} else {
			own[len(own)-1] += w
		}
	}
	n.upTo, n.from = own, slices.Clone(own)
	for i := 1; i < len(n.x); i++ {
		n.upTo[i] += float64(n.upTo[i-1] * math.Exp((n.x[i-1]-n.x[i])/scale))
	}
	for i := len(n.x) - 2; i >= 0; i-- {
		n.from[i] += float64(n.from[i+1] * math.Exp((n.x[i]-n.x[i+1])/scale))
	}
	return n
}

// sum is the weight near x; 0 without deals or when x is not known.
func (n *near) sum(x float64) float64 {
	if n == nil || x != x {
		return 0
	}
	i, sum := sort.SearchFloat64s(n.x, x), 0.0
	if i > 0 {
		sum += float64(n.upTo[i-1] * math.Exp((n.x[i-1]-x)/n.scale))
	}
	if i < len(n.x) {
		sum += float64(n.from[i] * math.Exp((x-n.x[i])/n.scale))
	}
	return sum
}

// findBase gives the market's share of deals with each trait of the need.
func (v *dealView) findBase(s *sums) {
	share := func(trait int, like, all float64) {
		if all > 0 {
			v.base[trait] = like / all
		}
	}
	n := v.need
	like, all := 0.0, 0.0
	for i, d := range v.m.pool.samples {
		if w := s.sets[i]; w > 0 {
			if same, _, known := v.fieldLike(d); known {
				like += float64(w * same)
				all += w
			}
		}
	}
	share(traitField, like, all)
	if n.order != stageUnknown {
		share(traitStage, s.stage.by[n.stage], s.stage.all)
	}
	if n.place.country != noAtom {
		share(traitCountry, s.country.by[n.place.country], s.country.all)
		if n.place.region != noAtom {
			share(traitRegion, s.region.by[n.place.region], s.region.all)
		}
		if n.place.city != noAtom {
			share(traitCity, s.city.by[n.place.city], s.city.all)
		}
	}
	if at := s.amount[v.money]; v.money != noAtom && at != nil && n.max.log == n.max.log {
		share(traitTicket, at.sum(n.max.log), at.all)
	}
	if v.age == v.age {
		share(traitAge, s.age.sum(v.age), s.age.all)
	}
}
