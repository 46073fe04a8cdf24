package matcher

import "math"

// labelling is which labels the investors of the snapshot invested in by a day,
// as log(1 + deals), with the sums over investors that correlations need.
type labelling struct {
	investors   float64 // with a deal by the day
	sum, square []float64
	from        []int32 // the counts of the investor of row r are from[r] to from[r+1]
	counts      []labelCount
	with        [][]int32 // rows by label, ascending
}

type labelCount struct {
	label int32
	log   float64
}

func (m *market) labelling(ref Day) *labelling {
	l := &labelling{sum: make([]float64, m.labels), square: make([]float64, m.labels), with: make([][]int32, m.labels), from: []int32{0}}
	count := make([]float64, m.labels)
	var touched []int32
	for _, x := range m.investors {
		if len(x.deals) == 0 || x.deals[0].day > ref {
			continue
		}
		l.investors++
		touched = x.countLabels(ref, count, touched[:0])
		row := int32(len(l.from) - 1)
		for _, u := range touched {
			log := math.Log1p(count[u])
			count[u] = 0
			l.sum[u] += log
			l.square[u] += float64(log * log)
			l.counts = append(l.counts, labelCount{u, log})
			l.with[u] = append(l.with[u], row)
		}
		l.from = append(l.from, int32(len(l.counts)))
	}
	return l
}

// correlations returns for each label the correlation with every label of the snapshot,
// over the snapshot's investors, of log(1 + deals with it by the day): how far those who
// invest in the one invest in the other. Negative ones are 0.
func (l *labelling) correlations(tags []int32) [][]float32 {
	out := make([][]float32, len(tags))
	cross := make([]float64, len(l.sum))
	for i, t := range tags {
		out[i] = make([]float32, len(l.sum))
		if int(t) >= len(l.sum) {
			continue
		}
		clear(cross)
		for _, row := range l.with[t] {
			counts := l.counts[l.from[row]:l.from[row+1]]
			own := 0.0
			for _, c := range counts {
				if c.label == t {
					own = c.log
				}
			}
			for _, c := range counts {
				cross[c.label] += float64(own * c.log)
			}
		}
		n := math.Max(l.investors, 1)
		for u := range out[i] {
			cov := cross[u]/n - float64(l.sum[t]/n*l.sum[u]/n)
			spread := (l.square[t]/n - float64(l.sum[t]/n*l.sum[t]/n)) * (l.square[u]/n - float64(l.sum[u]/n*l.sum[u]/n))
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
