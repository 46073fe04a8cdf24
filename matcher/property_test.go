package matcher_test

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"jumpup/matcher"
)

var asOf = matcher.NewDay(2025, 1, 1)

func snapshot(t rapid.TB, c matcher.Corpus) *matcher.Snapshot {
	s, err := matcher.NewSnapshot(c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func rank(t rapid.TB, s *matcher.Snapshot, w matcher.Weights, n matcher.Need, o matcher.Options) []matcher.Pair {
	pairs, err := matcher.Rank(context.Background(), s, w, n, asOf, o)
	if err != nil {
		t.Fatal(err)
	}
	return pairs
}

func lines(pairs []matcher.Pair) string {
	var b []byte
	for _, p := range pairs {
		b = matcher.AppendLine(b, p)
	}
	return string(b)
}

// everything ranks all needs of a corpus with blocked pairs.
func everything(t rapid.TB, c matcher.Corpus, w matcher.Weights) string {
	s := snapshot(t, c)
	var b strings.Builder
	for _, k := range []matcher.Kind{matcher.Experts, matcher.Investors} {
		for _, n := range s.Needs(k) {
			b.WriteString(lines(rank(t, s, w, n, matcher.Options{Blocked: true})))
		}
	}
	return b.String()
}

func TestInputOrderNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, w := genCorpus(t), genWeights(t)
		want, key := everything(t, c, w), snapshot(t, c).Key()
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		shuffleRecords(r, &c)
		if got := snapshot(t, c).Key(); got != key {
			t.Fatalf("the key changed with the order of the records: %s, %s", key, got)
		}
		shuffleInside(r, &c)
		if got := everything(t, c, w); got != want {
			t.Fatalf("the order of the input changed the answer:\n%s\n%s", want, got)
		}
	})
}

func shuffle[T any](r *rand.Rand, s *[]T) {
	*s = slices.Clone(*s)
	r.Shuffle(len(*s), func(i, j int) { (*s)[i], (*s)[j] = (*s)[j], (*s)[i] })
}

func shuffleRecords(r *rand.Rand, c *matcher.Corpus) {
	shuffle(r, &c.Companies)
	shuffle(r, &c.Needs)
	shuffle(r, &c.Experts)
	shuffle(r, &c.Investors)
	shuffle(r, &c.People)
	shuffle(r, &c.Preferences)
}

func shuffleInside(r *rand.Rand, c *matcher.Corpus) {
	for i := range c.Needs {
		n := &c.Needs[i]
		for _, s := range []*[]string{&n.Topics, &n.Tags, &n.Industries, &n.Markets, &n.Languages, &n.Fields} {
			shuffle(r, s)
		}
	}
	for i := range c.Experts {
		e := &c.Experts[i]
		shuffle(r, &e.Works)
		shuffle(r, &e.Topics)
		shuffle(r, &e.Languages)
		shuffle(r, &e.Tags)
	}
	for i := range c.Investors {
		shuffle(r, &c.Investors[i].Portfolio)
		shuffle(r, &c.Investors[i].Tags)
		shuffle(r, &c.Investors[i].Languages)
	}
}

func TestAddingACandidateChangesNoOtherScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, w := genCorpus(t), genWeights(t)
		s := snapshot(t, c)
		o := matcher.Options{Blocked: true, Experts: []matcher.Expert{genExpert(t, "new")}, Investors: []matcher.Investor{genInvestor(t, "newer")}}
		for _, n := range c.Needs {
			before := rank(t, s, w, n, matcher.Options{Blocked: true})
			after := rank(t, s, w, n, o)
			if len(after) != len(before)+1 {
				t.Fatalf("%d pairs became %d", len(before), len(after))
			}
			after = slices.DeleteFunc(after, func(p matcher.Pair) bool { return strings.HasPrefix(p.Candidate, "new") })
			for i := range after {
				after[i].Rank = before[i].Rank
			}
			if lines(before) != lines(after) {
				t.Fatalf("scores changed:\n%s\n%s", lines(before), lines(after))
			}
		}
	})
}

func TestACandidateFromOutsideScoresAsFromInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, w := genCorpus(t), genWeights(t)
		s := snapshot(t, c)
		o := matcher.Options{Blocked: true, Experts: c.Experts[:1], Investors: c.Investors[:1]}
		for _, n := range c.Needs {
			if a, b := lines(rank(t, s, w, n, matcher.Options{Blocked: true})), lines(rank(t, s, w, n, o)); a != b {
				t.Fatalf("inside and outside differ:\n%s\n%s", a, b)
			}
		}
	})
}

func TestTheFutureIsIgnored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, w := genCorpus(t), genWeights(t)
		for i := range c.Needs {
			c.Needs[i].Opened = asOf
		}
		want := everything(t, c, w)
		for i := range c.Experts {
			future := genExpert(t, "future").Works
			for k := range future {
				future[k].Date = asOf + 1 + matcher.Day(k*100)
			}
			c.Experts[i].Works = append(slices.Clone(c.Experts[i].Works), future...)
		}
		for i := range c.Investors {
			d := genDeal(t)
			d.Date = asOf + 1 + matcher.Day(i*40)
			c.Investors[i].Portfolio = append(slices.Clone(c.Investors[i].Portfolio), d)
		}
		late := genNeed(t, "z", "c0", matcher.Directing)
		late.Opened = asOf + 1
		known := c.Needs
		c.Needs = append(slices.Clone(c.Needs), late)
		s := snapshot(t, c)
		var got strings.Builder
		for _, k := range []string{matcher.Directing, matcher.Investment} {
			for _, n := range known {
				if n.Kind == k {
					got.WriteString(lines(rank(t, s, w, n, matcher.Options{Blocked: true})))
				}
			}
		}
		if got.String() != want {
			t.Fatalf("what is dated after the reference day changed the answer:\n%s\n%s", want, got.String())
		}
	})
}

func TestIdentities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, w := genCorpus(t), genWeights(t)
		s := snapshot(t, c)
		for _, n := range c.Needs {
			pairs := rank(t, s, w, n, matcher.Options{Blocked: true})
			for i, p := range pairs {
				checkPair(t, p)
				if p.Rank != i+1 {
					t.Fatalf("rank %d at place %d", p.Rank, i+1)
				}
				if i > 0 && pairs[i-1].Blocked == "" && p.Blocked == "" &&
					(pairs[i-1].Score < p.Score || pairs[i-1].Score == p.Score && pairs[i-1].Candidate > p.Candidate) {
					t.Fatalf("out of order: %v %v", pairs[i-1], p)
				}
				if i > 0 && pairs[i-1].Blocked != "" && p.Blocked == "" {
					t.Fatal("an open pair stands behind a blocked one")
				}
			}
			open := slices.DeleteFunc(slices.Clone(pairs), func(p matcher.Pair) bool { return p.Blocked != "" })
			top := rank(t, s, w, n, matcher.Options{Top: 2})
			if lines(top) != lines(open[:min(2, len(open))]) {
				t.Fatal("the best two are not the first two of all")
			}
		}
	})
}

func checkPair(t *rapid.T, p matcher.Pair) {
	sum, unknown := 0.0, []string(nil)
	for _, q := range p.Parts {
		sum += q.Contribution
		if !q.Known {
			unknown = append(unknown, q.Code)
			if q.Contribution != 0 || q.Value != 0 || len(q.Evidence) > 0 {
				t.Fatalf("an unknown part counts: %+v", q)
			}
			continue
		}
		if q.Value < 0 || q.Value > 1 || math.Abs(q.Weight*q.Value-q.Contribution) > 1e-9 {
			t.Fatalf("part: %+v", q)
		}
	}
	want := sum
	if p.Form == matcher.Logit {
		want = 1 / (1 + math.Exp(-sum))
	}
	if math.Abs(p.Score-want) > 1e-8 || p.Score < 0 || p.Score > 1 {
		t.Fatalf("score %v, contributions make %v", p.Score, want)
	}
	if !slices.Equal(unknown, p.Unknown) {
		t.Fatalf("unknown %v, parts say %v", p.Unknown, unknown)
	}
	if p.Low > p.Score || p.High < p.Score || len(unknown) == 0 && p.Low != p.High {
		t.Fatalf("band %v..%v around %v", p.Low, p.High, p.Score)
	}
	if bytes.Contains(matcher.EncodeLine(p), []byte("NaN")) {
		t.Fatal("NaN in a line")
	}
}

func TestUnknownIsNoMismatch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, w := genCorpus(t), genWeights(t)
		s := snapshot(t, c)
		for _, n := range c.Needs {
			for _, p := range rank(t, s, w, n, matcher.Options{}) {
				side := w.Side(p.Kind)
				base := side.Base
				for _, u := range p.Unknown {
					base += side.Of(u).Weight * side.Of(u).Neutral
				}
				got, _ := p.Part(matcher.PartBase)
				if math.Abs(got.Contribution-base) > 1e-6 {
					t.Fatalf("base %v, want %v: the constant and the neutral share of %v", got.Contribution, base, p.Unknown)
				}
			}
		}
	})
}

func TestAGateIsNeverOutweighed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, w := genCorpus(t), genWeights(t)
		s := snapshot(t, c)
		for _, n := range c.Needs {
			all := rank(t, s, w, n, matcher.Options{Blocked: true})
			open := rank(t, s, w, n, matcher.Options{})
			closed := all[len(open):]
			if lines(all[:len(open)]) != lines(open) {
				t.Fatal("blocked pairs change the open ones")
			}
			for _, p := range closed {
				if !slices.Contains(matcher.GateCodes(), p.Blocked) {
					t.Fatalf("gate %q", p.Blocked)
				}
			}
			again := rank(t, s, genWeights(t), n, matcher.Options{Blocked: true})[len(open):]
			if len(again) != len(closed) || len(again) > 0 && again[0].Blocked == "" {
				t.Fatal("other weights opened a gate")
			}
		}
	})
}

func TestReweighEqualsRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, w, other := genCorpus(t), genWeights(t), genWeights(t)
		s := snapshot(t, c)
		for _, n := range c.Needs {
			pairs := rank(t, s, w, n, matcher.Options{Blocked: true})
			before := lines(pairs)
			got, err := matcher.Reweigh(pairs, other)
			if err != nil {
				t.Fatal(err)
			}
			if want := lines(rank(t, s, other, n, matcher.Options{Blocked: true})); lines(got) != want {
				t.Fatalf("Reweigh:\n%s\nRank:\n%s", lines(got), want)
			}
			if lines(pairs) != before {
				t.Fatal("Reweigh changed its argument")
			}
		}
	})
}

func TestRankNeedsAndScoreAgreeWithRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, w := genCorpus(t), genWeights(t)
		s := snapshot(t, c)
		want := map[string]string{}
		for _, n := range c.Needs {
			for _, p := range rank(t, s, w, n, matcher.Options{Blocked: true}) {
				p.Rank = 0
				want[p.Need+p.Candidate] = lines([]matcher.Pair{p})
				one, err := matcher.Score(context.Background(), s, w, n, p.Candidate, asOf, matcher.Options{})
				if err != nil || lines([]matcher.Pair{one}) != want[p.Need+p.Candidate] {
					t.Fatalf("Score: %v\n%s\n%s", err, lines([]matcher.Pair{one}), want[p.Need+p.Candidate])
				}
			}
		}
		for _, id := range []string{"e0", "i0"} {
			pairs, err := matcher.RankNeeds(context.Background(), s, w, id, c.Needs, asOf, matcher.Options{Blocked: true})
			if err != nil || len(pairs) != 3 {
				t.Fatalf("RankNeeds(%s): %d pairs, %v", id, len(pairs), err)
			}
			for i, p := range pairs {
				if i > 0 && p.Blocked == "" && pairs[i-1].Score < p.Score {
					t.Fatal("out of order")
				}
				p.Rank = 0
				if lines([]matcher.Pair{p}) != want[p.Need+p.Candidate] {
					t.Fatal("RankNeeds gives another score than Rank")
				}
			}
		}
	})
}

func TestASnapshotIsSharedByGoroutines(t *testing.T) {
	c := synthetic(40, 3, 40, 6)
	want := everything(t, c, matcher.DefaultWeights())
	s := snapshot(t, c)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var b strings.Builder
			for _, k := range []matcher.Kind{matcher.Experts, matcher.Investors} {
				for _, n := range s.Needs(k) {
					pairs, err := matcher.Rank(context.Background(), s, matcher.DefaultWeights(), n, asOf, matcher.Options{Blocked: true})
					if err != nil {
						t.Error(err)
						return
					}
					b.WriteString(lines(pairs))
				}
			}
			if b.String() != want {
				t.Error("goroutines disagree")
			}
		})
	}
	wg.Wait()
}
