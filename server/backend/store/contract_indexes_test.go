package store

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
)

func TestLease(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		lease := func(name, holder string, ttl time.Duration, want bool) {
			t.Helper()
			if got := must(s.Lease(bg, name, holder, ttl))(t); got != want {
				t.Fatalf("%s for %s: %v", name, holder, got)
			}
		}
		lease("feed", "a", time.Minute, true)
		lease("feed", "a", time.Minute, true)
		lease("feed", "b", time.Minute, false)
		lease("other", "b", time.Minute, true)
		if err := s.Release(bg, "feed", "b"); err != nil { // not his
			t.Fatal(err)
		}
		lease("feed", "b", time.Minute, false)
		if err := s.Release(bg, "feed", "a"); err != nil {
			t.Fatal(err)
		}
		lease("feed", "b", time.Minute, true)
		lease("feed", "a", time.Minute, false)
		lease("feed", "b", -time.Second, true) // ran out
		lease("feed", "a", time.Minute, true)
		lease("feed", "b", time.Minute, false)
	})
}

// TestLeaseHasOneHolder: of many who ask at the same time one gets it.
func TestLeaseHasOneHolder(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		for round := range 3 {
			var got atomic.Int64
			var wg sync.WaitGroup
			for i := range 8 {
				wg.Go(func() {
					held, err := s.Lease(bg, "feed", fmt.Sprint(round, i), time.Minute)
					if err != nil {
						t.Error(err)
					}
					if held {
						got.Add(1)
					}
				})
			}
			wg.Wait()
			if got.Load() != 1 {
				t.Fatalf("%d holders", got.Load())
			}
			if _, err := s.eng.writer.Exec("UPDATE lease SET until = 1"); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestIndexStatus(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		x := domain.IndexStatus{
			Server: "a", Engine: "meilisearch", Position: 7, Ready: true, Phase: "filling", Done: 3, Total: 9, Records: 11,
			Parked: []domain.Parked{{Ref: ref(domain.KindNeed, "기업"), Why: "too long"}}, Error: "away", Asked: "r1",
		}
		y := domain.IndexStatus{Server: "b", Engine: "embedded"}
		for _, put := range []domain.IndexStatus{{Server: "a", Engine: "meilisearch", Position: 3}, y, x} {
			if err := s.PutIndexStatus(bg, put); err != nil {
				t.Fatal(err)
			}
		}
		got := must(s.IndexStatuses(bg))(t)
		now := must(s.Clock(bg))(t)
		for i := range got {
			if age := now.Sub(got[i].Seen); age < 0 || age > time.Minute {
				t.Errorf("seen %v ago", age)
			}
			got[i].Seen = time.Time{}
		}
		if d := cmp.Diff([]domain.IndexStatus{x, y}, got); d != "" {
			t.Fatal(d)
		}
		if _, err := s.eng.writer.Exec("UPDATE index_status SET seen = seen - $1 WHERE server = 'a'", (indexKept + time.Second).Microseconds()); err != nil {
			t.Fatal(err)
		}
		if err := s.clearAway(bg); err != nil {
			t.Fatal(err)
		}
		if got := must(s.IndexStatuses(bg))(t); len(got) != 1 || got[0].Server != "b" {
			t.Fatal(got)
		}
		for _, server := range []string{"a", "b", "b"} {
			if err := s.DropIndexStatuses(bg, server); err != nil {
				t.Fatal(err)
			}
		}
		if got := must(s.IndexStatuses(bg))(t); len(got) != 0 {
			t.Fatal(got)
		}
	})
}

func TestRecordVersions(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		for _, id := range []string{"기업", "b", "B", "a"} {
			save(t, s, &domain.Cohort{ID: domain.CohortID(id)})
		}
		save(t, s, &domain.Cohort{ID: "b", Name: domain.PlainText("other")})
		var got []string
		err := s.Versions(bg, domain.KindCohort, func(id string, version int64) error {
			got = append(got, fmt.Sprint(id, version))
			return nil
		})
		if d := cmp.Diff([]string{"B1", "a1", "b2", "기업1"}, got); err != nil || d != "" {
			t.Fatal(err, d)
		}
		enough := errors.New("enough")
		if err := s.Versions(bg, domain.KindCohort, func(string, int64) error { return enough }); !errors.Is(err, enough) {
			t.Fatal(err)
		}
		wantCode(t, s.Versions(bg, domain.KindPortfolio, nil), domain.CodeInvalid)
	})
}
