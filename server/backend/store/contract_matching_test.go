package store

import (
	"sync"
	"testing"

	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
)

func TestWeights(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		_, err := s.Weights(bg, 0)
		wantCode(t, err, domain.CodeNotFound)
		w := domain.Weights{Name: "first", Note: "why", Experts: map[string]float64{"topic": 0.1 + 0.2}, Investors: map[string]float64{"stage": 1e-9}, By: "u1", At: fixedNow}
		first := must(s.PublishWeights(bg, 0, w))(t)
		w.Version = 1
		for _, v := range []domain.WeightsVersion{0, 1} {
			if d := cmp.Diff(w, must(s.Weights(bg, v))(t)); d != "" || first.Version != 1 {
				t.Fatal(d)
			}
		}
		_, err = s.PublishWeights(bg, 0, w)
		wantCode(t, err, domain.CodeStale)
		_, err = s.PublishWeights(bg, 5, w)
		wantCode(t, err, domain.CodeStale)
		must(s.PublishWeights(bg, 1, domain.Weights{Name: "second"}))(t)
		all := must(s.WeightsHistory(bg))(t)
		if len(all) != 2 || all[0].Name != "second" || all[1].Name != "first" {
			t.Fatalf("%+v", all)
		}
		_, err = s.Weights(bg, 3)
		wantCode(t, err, domain.CodeNotFound)
	})
}

func TestPublishRace(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		var wg sync.WaitGroup
		results := make([]error, 8)
		for i := range results {
			wg.Go(func() { _, results[i] = s.PublishWeights(bg, 0, domain.Weights{}) })
		}
		wg.Wait()
		won := 0
		for _, err := range results {
			if err == nil {
				won++
			} else {
				wantCode(t, err, domain.CodeStale)
			}
		}
		if n := must(s.OutboxHead(bg))(t); won != 1 || n != 1 {
			t.Fatalf("%d published, %d events", won, n)
		}
	})
}

func TestRuns(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		snap := domain.Snapshot{Key: "abc", Day: "2026-11-03", Records: 7, Archive: []byte{31, 139, 0}, At: fixedNow}
		r := domain.Run{ID: "r1", Need: "n1", NeedVersion: 3, For: domain.KindExpert, Weights: 2, Snapshot: "abc", Day: "2026-11-03", Top: 20, Lines: []byte("{}\n"), By: "u1", At: fixedNow}
		if err := s.SaveRun(bg, r, snap); err != nil {
			t.Fatal(err)
		}
		wantCode(t, s.SaveRun(bg, r, snap), domain.CodeConflict)
		second := r
		second.ID, second.Need = "r2", "n2"
		other := snap
		other.Archive = []byte("not looked at: the key is there already")
		if err := s.SaveRun(bg, second, other); err != nil {
			t.Fatal(err)
		}
		wantCode(t, s.SaveRun(bg, domain.Run{ID: "r3", Snapshot: "gone"}, snap), domain.CodeConflict)
		if d := cmp.Diff(r, must(s.Run(bg, "r1"))(t)); d != "" {
			t.Fatal(d)
		}
		if d := cmp.Diff(snap, must(s.Snapshot(bg, "abc"))(t)); d != "" {
			t.Fatal(d)
		}
		_, err := s.Run(bg, "none")
		wantCode(t, err, domain.CodeNotFound)
		_, err = s.Snapshot(bg, "none")
		wantCode(t, err, domain.CodeNotFound)
		all := must(s.Runs(bg, "", "", 1))(t)
		if len(all.Items) != 1 || all.Items[0].ID != "r2" || all.Items[0].Lines != nil || all.Next == "" {
			t.Fatalf("%+v", all)
		}
		if one := must(s.Runs(bg, "n1", "", 0))(t); len(one.Items) != 1 || one.Items[0].ID != "r1" || one.Next != "" {
			t.Fatalf("%+v", one)
		}
	})
}
