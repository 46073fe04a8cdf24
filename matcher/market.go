package matcher

import (
	"fmt"
	"math"
	"sort"
	"sync"
)

// market is the deals of the snapshot's investors.
type market struct {
	investors []*compiledInvestor
	days      []Day               // of every deal, ascending
	holders   map[int32][]holding // company -> who holds it, by day
	decay     decayTable
	labels    int // how many labels the snapshot knows

	pool *pool

	mu    sync.Mutex
	known map[string]*shares // by what the need asks for
	sums  map[Day]*sums      // by reference day
}

// shares is what the market as a whole says about a need.
type shares struct {
	base [traits]float64 // the market's share of deals with the trait, 0: not known
	like [][]float32     // per label of the need: correlation with each label
}

// What is remembered; beyond that all is forgotten and made again.
const (
	maxShares = 2048 // needs
	maxSums   = 8    // days: some 12 MB each for 20,000 investors
)

// holding is one deal of an investor in a company.
type holding struct {
	day      Day
	investor int
}

func newMarket(investors []*compiledInvestor, labels int) *market {
	m := &market{holders: map[int32][]holding{}, investors: investors, decay: newDecayTable(dealKernel), labels: labels, known: map[string]*shares{}, sums: map[Day]*sums{}, pool: newPool(investors)}
	for i, v := range investors {
		for k := range v.deals {
			d := &v.deals[k]
			m.days = append(m.days, d.day)
			if d.company != noAtom {
				m.holders[d.company] = append(m.holders[d.company], holding{d.day, i})
			}
		}
	}
	sort.Slice(m.days, func(i, j int) bool { return m.days[i] < m.days[j] })
	return m
}

// traits a deal can share with a need.
const (
	traitField = iota
	traitStage
	traitCity
	traitRegion
	traitCountry
	traitTicket
	traitAge
	traits
)

// dealView is the market as one need sees it on its reference day.
type dealView struct {
	m    *market
	need *compiledNeed
	now  Day      // the market's latest deal by the reference day
	past []pastOf // of the snapshot's investors, nil where only a few are asked for
	shares
	held    map[int32]int   // company -> how many of the need's present investors hold it
	present map[string]bool // ids of the need's present investors
	age     float64         // of the need's company in years, NaN: not known
	money   int32
}

// at makes the view of a need. With all, the sums of every investor of the snapshot are
// made at once; else each when it is asked for. The market's shares come from sums of
// the day that the needs of a day have in common, and are the same either way.
func (m *market) at(n *compiledNeed, names *atoms, all bool) *dealView {
	v := &dealView{m: m, need: n, age: ageAt(n.ref, n.founded), money: noAtom, held: map[int32]int{}, present: map[string]bool{}}
	if n.max.currency != "" {
		v.money = names.id("money:" + n.max.currency)
	}
	if k := sort.Search(len(m.days), func(i int) bool { return m.days[i] > n.ref }); k > 0 {
		v.now = m.days[k-1]
	}
	v.findPresent()
	v.shares = m.sharesFor(v)
	if all {
		v.lookAll()
	}
	return v
}

// sharesFor looks up what the market says about the need of a view, or finds it
// from the sums of the day.
func (m *market) sharesFor(v *dealView) shares {
	key := v.need.asks()
	m.mu.Lock()
	defer m.mu.Unlock()
	if s := m.known[key]; s != nil {
		return *s
	}
	day := m.sums[v.need.ref]
	if day == nil {
		if len(m.sums) >= maxSums {
			clear(m.sums)
		}
		day = m.pool.on(v.need.ref, v.now, m.decay)
		day.labels = m.labelling(v.need.ref)
		m.sums[v.need.ref] = day
	}
	v.like = day.labels.correlations(v.need.tags)
	v.findBase(day)
	m.remember(key, v.shares)
	return v.shares
}

func (m *market) remember(key string, s shares) {
	if len(m.known) >= maxShares {
		clear(m.known)
	}
	m.known[key] = &s
}

// asks is all of a need that the market's shares depend on, as one string.
func (n *compiledNeed) asks() string {
	co := n.company
	return fmt.Sprintf("%d|%q|%q|%s|%s %s|%q %q %q|%d", n.ref, n.labels(), n.ksic, n.stageName,
		n.need.Amount.Max, n.need.Amount.Currency, co.Country, co.Region, co.City, n.founded)
}

// lookAll sums up every investor.
func (v *dealView) lookAll() {
	v.past = make([]pastOf, len(v.m.investors))
	for i, x := range v.m.investors {
		v.look(x, &v.past[i])
	}
}

// findPresent finds who holds the need's company, and what else they hold.
func (v *dealView) findPresent() {
	n := v.need
	for _, h := range v.m.holders[n.companyID] {
		x := v.m.investors[h.investor]
		if h.day > n.ref || v.present[x.ID] {
			continue
		}
		v.present[x.ID] = true
		for k := range x.known(n.ref) {
			if d := &x.deals[k]; d.first && d.company != noAtom && d.company != n.companyID {
				v.held[d.company]++
			}
		}
	}
}

// fieldLike compares a deal's labels and industries with the need's: same is the share
// of the need's labels it has (or the agreement of the industry codes), alike the same
// with related labels counted in part. known is false when either side states none.
func (v *dealView) fieldLike(d *compiledDeal) (same, alike float64, known bool) {
	n := v.need
	if len(n.tags) > 0 && len(d.tags) > 0 {
		known = true
		best := 0.0
		for i, t := range n.tags {
			a := 0.0
			for _, u := range d.tags {
				if u == t {
					a = 1
					same++
					break
				}
				if int(u) < v.m.labels {
					a = math.Max(a, dealKernel.tagLike*float64(v.like[i][u]))
				}
			}
			alike += a
			best = math.Max(best, a)
		}
		k := float64(len(n.tags))
		same, alike = same/k, (alike/k+best)/2
	}
	if len(n.ksic) > 0 && len(d.ksic) > 0 {
		known = true
		x := industryValue(n.ksic, d.ksic)
		same, alike = math.Max(same, x), math.Max(alike, x*x)
	}
	return same, alike, known
}
