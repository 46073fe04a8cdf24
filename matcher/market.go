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

	mu    sync.Mutex
	known map[string]*shares // by what the need asks for
}

// shares is what the market as a whole says about a need.
type shares struct {
	base [traits]float64 // the market's share of deals with the trait, 0: not known
	like [][]float32     // per label of the need: correlation with each label
}

const maxShares = 2048 // needs remembered; beyond that all are forgotten and made again

// holding is one deal of an investor in a company.
type holding struct {
	day      Day
	investor int
}

func newMarket(investors []*compiledInvestor, labels int) *market {
	m := &market{holders: map[int32][]holding{}, investors: investors, decay: newDecayTable(dealKernel), labels: labels, known: map[string]*shares{}}
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
// made at once; else the market's shares are looked up if they are known already.
func (m *market) at(n *compiledNeed, names *atoms, all bool) *dealView {
	v := &dealView{m: m, need: n, age: ageAt(n.ref, n.founded), money: noAtom, held: map[int32]int{}, present: map[string]bool{}}
	if n.max.currency != "" {
		v.money = names.id("money:" + n.max.currency)
	}
	if k := sort.Search(len(m.days), func(i int) bool { return m.days[i] > n.ref }); k > 0 {
		v.now = m.days[k-1]
	}
	v.findPresent()
	key := n.asks()
	m.mu.Lock()
	s := m.known[key]
	m.mu.Unlock()
	if s != nil {
		v.shares = *s
		if !all {
			return v
		}
	} else {
		v.like = m.correlations(n.tags, n.ref)
	}
	v.lookAll()
	if s == nil {
		m.remember(key, v.shares)
	}
	return v
}

func (m *market) remember(key string, s shares) {
	m.mu.Lock()
	defer m.mu.Unlock()
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

// lookAll sums up every investor and, from the sums, the market's shares.
func (v *dealView) lookAll() {
	v.past = make([]pastOf, len(v.m.investors))
	var like, count [traits]float64
	for i, x := range v.m.investors {
		p := &v.past[i]
		v.look(x, p)
		for t := range like {
			like[t] += p.like[t]
			count[t] += p.count[t]
		}
	}
	for t := range like {
		if count[t] > 0 {
			v.base[t] = like[t] / count[t]
		}
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

// correlations returns for each label the correlation with every label of the snapshot,
// over the snapshot's investors, of log(1 + deals with it by the day): how far those who
// invest in the one invest in the other. Negative ones are 0.
func (m *market) correlations(tags []int32, ref Day) [][]float32 {
	if len(tags) == 0 || len(m.investors) == 0 {
		return nil
	}
	n := 0.0 // investors with a deal by the day
	sum, square := make([]float64, m.labels), make([]float64, m.labels)
	cross := make([][]float64, len(tags))
	for i := range cross {
		cross[i] = make([]float64, m.labels)
	}
	count := make([]float64, m.labels)
	var touched []int32
	for _, x := range m.investors {
		if len(x.deals) == 0 || x.deals[0].day > ref {
			continue
		}
		n++
		touched = x.countLabels(ref, count, touched[:0])
		for _, u := range touched {
			count[u] = math.Log1p(count[u])
			sum[u] += count[u]
			square[u] += float64(count[u] * count[u])
		}
		for i, t := range tags {
			if int(t) >= m.labels || count[t] == 0 {
				continue
			}
			for _, u := range touched {
				cross[i][u] += float64(count[t] * count[u])
			}
		}
		for _, u := range touched {
			count[u] = 0
		}
	}
	out := make([][]float32, len(tags))
	for i, t := range tags {
		out[i] = make([]float32, m.labels)
		if int(t) >= m.labels {
			continue
		}
		n := math.Max(n, 1)
		for u := range out[i] {
			cov := cross[i][u]/n - float64(sum[t]/n*sum[u]/n)
			spread := (square[t]/n - float64(sum[t]/n*sum[t]/n)) * (square[u]/n - float64(sum[u]/n*sum[u]/n))
			if cov > 0 && spread > 0 {
				out[i][u] = float32(math.Min(1, cov/math.Sqrt(spread)))
			}
		}
	}
	return out
}

// countLabels adds up the investor's deals by label; touched lists the labels met.
func (v *compiledInvestor) countLabels(ref Day, count []float64, touched []int32) []int32 {
	for k := range v.deals {
		d := &v.deals[k]
		if d.day > ref {
			break
		}
		for _, u := range d.tags {
			if count[u] == 0 {
				touched = append(touched, u)
			}
			count[u]++
		}
	}
	return touched
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
