package search

import (
	"context"
	"testing"
	"time"

	"jumpup/server/domain"
)

// meiliFilled gives a server with 20,000 bilingual profiles.
func meiliFilled(b *testing.B) *Meili {
	o := meiliAt(b)
	o.Search = 30 * time.Second // what takes too long shall be seen, not cut off
	m := openMeiliAt(b, o)
	began := time.Now()
	if err := m.Rebuild(b.Context(), 1, nil, func(_ context.Context, put func(domain.Record) error) error { return fillProfiles(put) }); err != nil {
		b.Fatal(err)
	}
	b.Logf("%d profiles indexed in %.1f s", manyProfiles, time.Since(began).Seconds())
	return m
}

// BenchmarkMeili times queries of each class over 20,000 profiles on a
// Meilisearch server.
func BenchmarkMeili(b *testing.B) { benchmarkQueries(b, meiliFilled(b)) }

// BenchmarkMeiliFeed times what keeps it up to date.
func BenchmarkMeiliFeed(b *testing.B) {
	m := meiliFilled(b)
	p := newProfiles(3)
	b.Run("one", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := m.Apply(b.Context(), []domain.IndexChange{change(p.expert(i))}, int64(i)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("hundred", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			changes := make([]domain.IndexChange, 100)
			for k := range changes {
				changes[k] = change(p.expert(i*100 + k))
			}
			if _, err := m.Apply(b.Context(), changes, int64(i)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("position", func(b *testing.B) {
		for b.Loop() {
			if p, err := m.Position(b.Context()); err != nil || !p.Ready {
				b.Fatal(p, err)
			}
		}
	})
}

// BenchmarkMeiliCandidates times a question of four concepts.
func BenchmarkMeiliCandidates(b *testing.B) {
	m := meiliFilled(b)
	p := newProfiles(2)
	for b.Loop() {
		q := domain.ConceptQuery{Kind: domain.KindExpert, Limit: 200, Concepts: []domain.Concept{
			{Text: p.ko() + " " + p.ko() + " " + p.en()}, {Text: p.ko() + " " + p.ko(), Weight: 2},
			{Has: []domain.In{{Attr: domain.AttrField, Values: []string{"strategy"}}}}, {By: domain.AttrFree, Weight: 0.5},
		}}
		if _, err := m.Candidates(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
}
