package matcher_test

import (
	"context"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"jumpup/matcher"
)

// fitted are the parts whose weights come from data: the ones a portfolio reveals.
var fitted = []string{
	matcher.PartFieldDone, matcher.PartStageDone, matcher.PartTicketDone, matcher.PartLocationDone,
	matcher.PartAgeDone, matcher.PartSimilar, matcher.PartActivity, matcher.PartCoInvestors,
}

// question is one past round: the values of all candidates and who took part.
type question struct {
	x   [][]float64
	hit []bool
}

// TestTune fits the investors' weights again, on rounds of July 2008 to June 2011 that
// the portfolios themselves record (the judged needs all come later and are not looked
// at), and compares them with DefaultWeights.
func TestTune(t *testing.T) {
	if os.Getenv("JUMPUP_TUNE") == "" {
		t.Skip("refitting takes minutes: set JUMPUP_TUNE=1 to run it")
	}
	corpus := loadCorpus(t, sharedData(t, "investors"))
	var qs []question
	for year := 2008; year <= 2010; year++ {
		qs = append(qs, questions(t, corpus, matcher.NewDay(year, 7, 1), matcher.NewDay(year+1, 7, 1))...)
	}
	means := fillUnknown(qs)
	w := conditionalLogit(qs)
	base, scale := pooledLogit(qs, w)
	t.Logf("%d rounds; base %.3f, scale %.3f", len(qs), base, scale)
	side := matcher.DefaultWeights().Investors
	for i, code := range fitted {
		got := w[i] * scale
		t.Logf("%-14s weight %.3f neutral %.2f", code, got, means[i])
		if want := side.Of(code); !(math.Abs(got-want.Weight) <= 0.1+0.1*math.Abs(want.Weight)) {
			t.Errorf("%s: fitted %.3f, published %.3f", code, got, want.Weight)
		}
	}
}

// TestTuneKernel tries half as much again and two thirds of each number of the deal kernel
// and reports the mean log-likelihood of who took part, were everybody as likely as the
// sum of their deals' kernels. No such step may gain more than a trifle.
func TestTuneKernel(t *testing.T) {
	if os.Getenv("JUMPUP_TUNE") == "" {
		t.Skip("trying the kernel takes minutes: set JUMPUP_TUNE=1 to run it")
	}
	corpus := loadCorpus(t, sharedData(t, "investors"))
	likelihood := func() float64 {
		sum, hits := 0.0, 0.0
		for _, q := range questions(t, corpus, matcher.NewDay(2010, 7, 1), matcher.NewDay(2010, 10, 1)) {
			total := 0.0
			for _, x := range q.x {
				total += similarRate(x)
			}
			for k, x := range q.x {
				if q.hit[k] {
					sum += math.Log(similarRate(x) / total)
					hits++
				}
			}
		}
		return sum / hits
	}
	base := likelihood()
	t.Logf("published: %.4f", base)
	fields := matcher.KernelFields()
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		was := *fields[name]
		for _, factor := range []float64{1.5, 1 / 1.5} {
			*fields[name] = was * factor
			if name != "fastDays" && name != "slowDays" && name != "amountScale" && name != "ageScale" {
				*fields[name] = math.Min(1, was*factor)
			}
			got := likelihood()
			t.Logf("%-12s %.4g -> %.4g: %+.4f", name, was, *fields[name], got-base)
			if got > base+0.03 {
				t.Errorf("%s: %.4g would be better than %.4g by %.4f", name, *fields[name], was, got-base)
			}
		}
		*fields[name] = was
	}
}

// similarRate is the sum of kernels behind the value of PartSimilar, with its floor.
func similarRate(x []float64) float64 {
	return 0.001 * math.Pow(50/0.001, x[slices.Index(fitted, matcher.PartSimilar)])
}

// questions makes a need of every round between two days, seen from a corpus that ends
// where the period begins.
func questions(t *testing.T, full matcher.Corpus, from, to matcher.Day) []question {
	type round struct {
		company string
		day     matcher.Day
	}
	corpus := matcher.Corpus{Companies: full.Companies}
	deals, took := map[round]matcher.Deal{}, map[round]map[string]bool{}
	held := map[string]map[string]matcher.Day{}
	for _, v := range full.Investors {
		cut := v
		cut.Portfolio = nil
		for _, d := range v.Portfolio {
			if h := held[d.Company]; h == nil {
				held[d.Company] = map[string]matcher.Day{}
			}
			if first, ok := held[d.Company][v.ID]; !ok || d.Date < first {
				held[d.Company][v.ID] = d.Date
			}
			switch {
			case d.Date < from:
				cut.Portfolio = append(cut.Portfolio, d)
			case d.Date < to:
				r := round{d.Company, d.Date}
				if took[r] == nil {
					took[r] = map[string]bool{}
				}
				deals[r], took[r][v.ID] = d, true
			}
		}
		if len(cut.Portfolio) >= 3 {
			corpus.Investors = append(corpus.Investors, cut)
		}
	}
	s, err := matcher.NewSnapshot(corpus)
	if err != nil {
		t.Fatal(err)
	}
	rounds := make([]round, 0, len(deals))
	for r := range deals {
		rounds = append(rounds, r)
	}
	sort.Slice(rounds, func(i, j int) bool {
		return rounds[i].day < rounds[j].day || rounds[i].day == rounds[j].day && rounds[i].company < rounds[j].company
	})
	out := make([]question, len(rounds))
	var wg sync.WaitGroup
	for part := range 2 {
		wg.Go(func() {
			for i := part; i < len(rounds); i += 2 {
				r := rounds[i]
				d := deals[r]
				n := matcher.Need{
					ID: fmt.Sprint(i), Company: r.company, Kind: matcher.Investment, Opened: r.day, Stage: d.Stage,
					Amount: matcher.Range{Max: d.Amount.Value, Currency: d.Amount.Currency},
				}
				out[i] = ask(t, s, n, took[r], held[r.company])
			}
		})
	}
	wg.Wait()
	kept := out[:0]
	for _, q := range out {
		if strings.Contains(fmt.Sprint(q.hit), "true") {
			kept = append(kept, q)
		}
	}
	return kept
}

// ask collects the values of everybody who does not hold the company yet.
func ask(t *testing.T, s *matcher.Snapshot, n matcher.Need, took map[string]bool, held map[string]matcher.Day) (q question) {
	ids, rows, err := matcher.Values(context.Background(), s, n)
	if err != nil {
		t.Error(err)
		return q
	}
	column := map[string]int{}
	for i, code := range matcher.PartCodes(matcher.Investors) {
		column[code] = i
	}
	for i, id := range ids {
		if first, ok := held[id]; ok && first < n.Opened {
			continue
		}
		x := make([]float64, len(fitted))
		for k, code := range fitted {
			x[k] = rows[i][column[code]]
		}
		q.x, q.hit = append(q.x, x), append(q.hit, took[id])
	}
	return q
}

// fillUnknown puts the mean of the known values for unknown ones and returns the means.
func fillUnknown(qs []question) []float64 {
	sum, count := make([]float64, len(fitted)), make([]float64, len(fitted))
	for _, q := range qs {
		for _, x := range q.x {
			for k, v := range x {
				if v == v {
					sum[k] += v
					count[k]++
				}
			}
		}
	}
	for k := range sum {
		sum[k] /= math.Max(count[k], 1)
	}
	for _, q := range qs {
		for _, x := range q.x {
			for k, v := range x {
				if v != v {
					x[k] = sum[k]
				}
			}
		}
	}
	return sum
}

// conditionalLogit maximises the likelihood of who took part, round by round (McFadden
// 1974), by Newton's method with a slight ridge.
func conditionalLogit(qs []question) []float64 {
	n := len(fitted)
	w := make([]float64, n)
	for range 15 {
		gradient, hessian := make([]float64, n), square(n)
		for _, q := range qs {
			total, hits, mean, second := 0.0, 0.0, make([]float64, n), square(n)
			top := math.Inf(-1)
			for _, x := range q.x {
				top = math.Max(top, dot(w, x))
			}
			for i, x := range q.x {
				e := math.Exp(dot(w, x) - top)
				total += e
				for a := range n {
					mean[a] += e * x[a]
					for b := range a + 1 {
						second[a][b] += e * x[a] * x[b]
					}
				}
				if q.hit[i] {
					hits++
					for a := range n {
						gradient[a] += x[a]
					}
				}
			}
			for a := range n {
				mean[a] /= total
				gradient[a] -= hits * mean[a]
			}
			for a := range n {
				for b := range a + 1 {
					hessian[a][b] += hits * (second[a][b]/total - mean[a]*mean[b])
				}
			}
		}
		for a := range n {
			gradient[a] -= w[a]
			hessian[a][a]++
			for b := a + 1; b < n; b++ {
				hessian[a][b] = hessian[b][a]
			}
		}
		for a, step := range solve(hessian, gradient) {
			w[a] += math.Max(-2, math.Min(2, step)) // the first steps overshoot
		}
	}
	return w
}

// pooledLogit fits one constant and one scale for all rounds together, which makes the
// scores probabilities that are comparable between needs.
func pooledLogit(qs []question, w []float64) (base, scale float64) {
	base, scale = -6, 1
	for range 25 {
		g, h := make([]float64, 2), square(2)
		for _, q := range qs {
			for i, x := range q.x {
				s := dot(w, x)
				p := 1 / (1 + math.Exp(-base-scale*s))
				y := 0.0
				if q.hit[i] {
					y = 1
				}
				g[0] += y - p
				g[1] += (y - p) * s
				v := p * (1 - p)
				h[0][0] += v
				h[0][1] += v * s
				h[1][1] += v * s * s
			}
		}
		h[1][0] = h[0][1]
		step := solve(h, g)
		base, scale = base+math.Max(-1, math.Min(1, step[0])), scale+math.Max(-0.3, math.Min(0.3, step[1]))
	}
	return base, scale
}

func square(n int) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	return m
}

func dot(a, b []float64) (s float64) {
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}

// solve is Gaussian elimination with pivoting; it overwrites its arguments.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		p := i
		for r := i + 1; r < n; r++ {
			if math.Abs(a[r][i]) > math.Abs(a[p][i]) {
				p = r
			}
		}
		a[i], a[p], b[i], b[p] = a[p], a[i], b[p], b[i]
		for r := i + 1; r < n; r++ {
			f := a[r][i] / a[i][i]
			for c := i; c < n; c++ {
				a[r][c] -= f * a[i][c]
			}
			b[r] -= f * b[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for c := i + 1; c < n; c++ {
			b[i] -= a[i][c] * b[c]
		}
		b[i] /= a[i][i]
	}
	return b
}
