package matcher_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"jumpup/matcher"
)

// synthetic makes a corpus of a given size from a fixed seed: experts with works of about
// 80 words each from a vocabulary with a natural (Zipf) spread, investors with dated deals.
func synthetic(experts, works, investors, deals int) matcher.Corpus {
	r := rand.New(rand.NewPCG(1, 2))
	words := rand.NewZipf(r, 1.1, 20, 30000)
	write := func(n int) string {
		var b strings.Builder
		for range n {
			fmt.Fprintf(&b, "w%dx ", words.Uint64())
		}
		return b.String()
	}
	day := func() matcher.Day { return matcher.NewDay(2018, 1, 1+r.IntN(2900)) }
	tag := func() []string { return []string{fmt.Sprintf("tag%d", r.IntN(60))} }
	stages := []string{"seed", "series-a", "series-b", "series-c"}
	regions := []string{"Seoul", "Gyeonggi", "Busan", "Daejeon", "Daegu"}
	var c matcher.Corpus
	for i := range 300 {
		c.Companies = append(c.Companies, matcher.Company{
			ID: fmt.Sprintf("c%d", i), Country: "KR", Region: regions[r.IntN(5)], Tags: tag(), Founded: 1990 + r.IntN(30),
		})
		n := matcher.Need{
			ID: fmt.Sprintf("n%d", i), Company: fmt.Sprintf("c%d", i), Kind: matcher.Directing,
			Title: matcher.Text{En: write(8)}, Detail: matcher.Text{En: write(80)}, Topics: tag(), Markets: []string{"US"},
		}
		if i%2 == 1 {
			n.Kind, n.Stage = matcher.Investment, stages[r.IntN(4)]
			n.Amount = matcher.Range{Max: fmt.Sprint(1e6 * float64(1+r.IntN(50))), Currency: "USD"}
		}
		c.Needs = append(c.Needs, n)
	}
	for i := range experts {
		capacity := 3 + r.IntN(4)
		e := matcher.Expert{
			ID: fmt.Sprintf("e%d", i), Summary: matcher.Text{En: write(30)}, Topics: []matcher.Topic{{Name: tag()[0], Years: 5}},
			Markets: []string{"US", "JP"}, Country: "KR", Region: regions[r.IntN(5)], Capacity: &capacity, Load: r.IntN(3),
		}
		for range works {
			e.Works = append(e.Works, matcher.Work{Title: matcher.Text{En: write(8)}, Text: matcher.Text{En: write(80)}, Date: day()})
		}
		c.Experts = append(c.Experts, e)
	}
	for i := range investors {
		v := matcher.Investor{ID: fmt.Sprintf("i%d", i), Thesis: matcher.Text{En: write(30)}, Country: "US"}
		for range deals {
			v.Portfolio = append(v.Portfolio, matcher.Deal{
				Company: fmt.Sprintf("x%d", r.IntN(5000)), Date: day(), Stage: stages[r.IntN(4)], Tags: tag(), Country: "KR",
				Region: regions[r.IntN(5)], Amount: matcher.Amount{Value: fmt.Sprint(1e6 * float64(1+r.IntN(50))), Currency: "USD"},
			})
		}
		c.Investors = append(c.Investors, v)
	}
	return c
}

func benchRank(b *testing.B, c matcher.Corpus, k matcher.Kind, top int) {
	s, err := matcher.NewSnapshot(c)
	if err != nil {
		b.Fatal(err)
	}
	w, needs := matcher.DefaultWeights(), s.Needs(k)
	asOf := matcher.NewDay(2026, 1, 1)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if _, err := matcher.Rank(context.Background(), s, w, needs[i%len(needs)], asOf, matcher.Options{Top: top}); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

// One need among 2,000 experts with 10 works each, the best 20 explained.
func BenchmarkRankExperts(b *testing.B) {
	benchRank(b, synthetic(2000, 10, 0, 0), matcher.Experts, 20)
}

// The same with all 2,000 explained.
func BenchmarkRankExpertsAll(b *testing.B) {
	benchRank(b, synthetic(2000, 10, 0, 0), matcher.Experts, 0)
}

// One need among 2,000 investors with 30 deals each, the best 20 explained.
func BenchmarkRankInvestors(b *testing.B) {
	benchRank(b, synthetic(0, 0, 2000, 30), matcher.Investors, 20)
}

// One expert against all 150 needs of experts.
func BenchmarkRankNeeds(b *testing.B) {
	s, err := matcher.NewSnapshot(synthetic(2000, 10, 0, 0))
	if err != nil {
		b.Fatal(err)
	}
	needs := s.Needs(matcher.Experts)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := matcher.RankNeeds(context.Background(), s, matcher.DefaultWeights(), "e7", needs, matcher.NewDay(2026, 1, 1), matcher.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// Building the snapshot of 2,000 experts with 10 works each.
func BenchmarkNewSnapshot(b *testing.B) {
	c := synthetic(2000, 10, 0, 0)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := matcher.NewSnapshot(c); err != nil {
			b.Fatal(err)
		}
	}
}
