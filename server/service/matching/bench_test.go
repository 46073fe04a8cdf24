package matching

import (
	"testing"

	"jumpup/server/demo"
	"jumpup/server/domain"
)

// BenchmarkRankNeed2000 is one page of matches of one need among 2,000 experts
// or investors, from the policy to redacted evidence, with the corpus at hand.
func BenchmarkRankNeed2000(b *testing.B) {
	h := newHouse(b, demo.Generate(demo.Size{Companies: 100, Needs: 300, Institutions: 8, Experts: 2000, Investors: 2000}, 1, today)...)
	if err := h.Warm(b.Context()); err != nil {
		b.Fatal(err)
	}
	for name, id := range map[string]domain.NeedID{"experts": "need-001", "investors": investmentNeed(b, h)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				r, err := h.RankNeed(b.Context(), coordinator, id, Options{Top: 20})
				if err != nil || len(r.Items) != 20 {
					b.Fatal(len(r.Items), err)
				}
			}
		})
	}
}

func investmentNeed(b *testing.B, h *house) domain.NeedID {
	page, err := h.store.List(b.Context(), domain.Query{Kind: domain.KindNeed, Filter: domain.AnyOf(domain.AttrNeedKind, string(domain.NeedInvestment)), Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	return page.Items[0].(*domain.Need).ID
}

// BenchmarkMatchesFor is one page of needs for an expert of the demonstration.
func BenchmarkMatchesFor(b *testing.B) {
	h := wholeHouse(b)
	if err := h.Warm(b.Context()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := h.MatchesFor(b.Context(), expertOne, expertOne.Subject, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCorpus reads and compiles the demonstration from the store.
func BenchmarkCorpus(b *testing.B) {
	h := wholeHouse(b)
	for b.Loop() {
		if _, err := h.readCorpus(b.Context(), 1); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSensitivity compares every open need of the demonstration.
func BenchmarkSensitivity(b *testing.B) {
	h := wholeHouse(b)
	w := defaultWeights()
	w.Experts["market"] += 0.1
	for b.Loop() {
		if _, err := h.Sensitivity(b.Context(), coordinator, Question{Draft: w}, nil); err != nil {
			b.Fatal(err)
		}
	}
}
