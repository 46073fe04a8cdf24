package matcher_test

import (
	"encoding/json"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"jumpup/matcher"
)

func truth(t *testing.T, dir string, into any) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
}

// interval is the 95 % bootstrap interval of a statistic of n drawn items.
func interval(n int, statistic func(pick []int) float64) (low, high float64) {
	r := rand.New(rand.NewPCG(7, 7))
	values := make([]float64, 1000)
	pick := make([]int, n)
	for i := range values {
		for k := range pick {
			pick[k] = r.IntN(n)
		}
		values[i] = statistic(pick)
	}
	slices.Sort(values)
	return values[25], values[974]
}

func all(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// only returns the default weights with a single part left, as a baseline.
func only(k matcher.Kind, code string) matcher.Weights {
	w := matcher.DefaultWeights()
	w.Version = "only " + code
	side := matcher.SideWeights{Form: matcher.Sum, Parts: []matcher.Weight{{Code: code, Weight: 1}}}
	if k == matcher.Investors {
		w.Investors = side
	} else {
		w.Experts = side
	}
	return w
}

// judgement is one row of the experts' truth.
type judgement struct {
	Item, Better, Worse string
	BetterScore         float64 `json:"better_score"`
	WorseScore          float64 `json:"worse_score"`
}

// loss is the weighted share of judgements a ranking gets wrong, accuracy the share it
// gets right.
func loss(js []judgement, scores map[string]map[string]float64, pick []int) (loss, accuracy float64) {
	wrong, total, right := 0.0, 0.0, 0.0
	for _, i := range pick {
		j := js[i]
		w := j.BetterScore - j.WorseScore
		total += w
		switch x := scores[j.Item][j.Better] - scores[j.Item][j.Worse]; {
		case x > 0:
			right++
		case x < 0:
			wrong += w
		default:
			wrong += w / 2
		}
	}
	return wrong / total, right / float64(len(pick))
}

// TestMeasureExperts holds the figures on judged expertise above what is required.
func TestMeasureExperts(t *testing.T) {
	m := &measuredExperts
	m.get(t, "experts", matcher.Experts, 0)
	var js []judgement
	truth(t, m.dir, &js)
	measure := func(name string, lists [][]matcher.Pair) (l, a float64) {
		scores := map[string]map[string]float64{}
		for _, pairs := range lists {
			of := map[string]float64{}
			for _, p := range pairs {
				of[p.Candidate] = p.Score
			}
			scores[pairs[0].Need] = of
		}
		l, a = loss(js, scores, all(len(js)))
		low, high := interval(len(js), func(pick []int) float64 { l, _ := loss(js, scores, pick); return l })
		t.Logf("%-12s loss %.4f (95 %% %.3f to %.3f) accuracy %.4f", name, l, low, high, a)
		return l, a
	}
	for _, code := range []string{matcher.PartText, matcher.PartRecord} {
		w := only(matcher.Experts, code)
		measure(w.Version, rankAll(t, m.s, w, matcher.Experts, asOf, 0))
	}
	if l, a := measure("all parts", m.lists); l > 0.22 || a < 0.715 {
		t.Errorf("loss %.4f, accuracy %.4f; want at most 0.22 and at least 0.715", l, a)
	}
}

// round is one row of the investors' truth.
type round struct {
	Need            string
	Cold            bool
	Prior, Relevant []string
}

// recall of one need: the share of relevant candidates among the first 10 and 50 of those
// that do not hold the company, and one over the place of the first relevant one.
func recall(r round, pairs []matcher.Pair) (out [3]float64) {
	place, first := 0, 0
	for _, p := range pairs {
		if slices.Contains(r.Prior, p.Candidate) {
			continue
		}
		place++
		if !slices.Contains(r.Relevant, p.Candidate) {
			continue
		}
		if first == 0 {
			first = place
			out[2] = 1 / float64(place)
		}
		if place <= 10 {
			out[0] += 1 / float64(len(r.Relevant))
		}
		if place <= 50 {
			out[1] += 1 / float64(len(r.Relevant))
		}
	}
	return out
}

// TestMeasureInvestors holds the figures on real rounds above what is required, on each
// half of the needs (by a hash of the id); none of them took part in the fit. With
// JUMPUP_TUNE it measures single parts as baselines, too.
func TestMeasureInvestors(t *testing.T) {
	m := &measuredInvestors
	m.get(t, "investors", matcher.Investors, 60)
	var rounds []round
	truth(t, m.dir, &rounds)
	if os.Getenv("JUMPUP_TUNE") != "" {
		for _, code := range []string{matcher.PartRecord, matcher.PartActivity, matcher.PartSimilar} {
			w := only(matcher.Investors, code)
			measureRounds(t, w.Version, rounds, rankAll(t, m.s, w, matcher.Investors, asOf, 60))
		}
	}
	want := [3]float64{0.21, 0.41, 0.185}
	for k, got := range measureRounds(t, "all parts", rounds, m.lists) {
		for i := range got {
			if !(got[i] >= want[i]) {
				t.Errorf("half %d, figure %d: %.4f; want at least %.3f", k, i, got[i], want[i])
			}
		}
	}
}

// measureRounds gives the mean figures of each half with their intervals.
func measureRounds(t *testing.T, name string, rounds []round, lists [][]matcher.Pair) (out [2][3]float64) {
	byNeed := map[string][]matcher.Pair{}
	for _, pairs := range lists {
		byNeed[pairs[0].Need] = pairs
	}
	var half [2][][3]float64
	for _, r := range rounds {
		h := fnv.New32a()
		_, _ = h.Write([]byte(r.Need))
		k := h.Sum32() >> 7 & 1
		half[k] = append(half[k], recall(r, byNeed[r.Need]))
	}
	for k, values := range half {
		for i, figure := range []string{"recall@10", "recall@50", "MRR"} {
			mean := func(pick []int) (s float64) {
				for _, j := range pick {
					s += values[j][i] / float64(len(pick))
				}
				return s
			}
			out[k][i] = mean(all(len(values)))
			low, high := interval(len(values), mean)
			t.Logf("%-14s half %d (%d needs) %-9s %.4f (95 %% %.3f to %.3f)", name, k, len(values), figure, out[k][i], low, high)
		}
	}
	return out
}
