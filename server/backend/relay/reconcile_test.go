package relay

import (
	"context"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestReconcileRepairsDrift: whatever an index came to hold, afterwards it holds
// the records, and the counts say what was wrong.
func TestReconcileRepairsDrift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src, s := newSource(), newSink(newIndex())
		want := Drift{}
		s.at.Ready = true
		for i := range rapid.IntRange(0, 40).Draw(t, "ids") {
			id := fmt.Sprintf("c%02d", i)
			versions := rapid.IntRange(0, 3).Draw(t, "versions")
			for range versions {
				src.put(id, fmt.Sprint("name", versions))
			}
			held := rapid.IntRange(0, 4).Draw(t, "held")
			if held > 0 {
				s.holds[id] = fmt.Sprintf("name%d@%d", held, held)
			}
			s.refuses[id] = rapid.IntRange(0, 9).Draw(t, "refused") == 0
			switch {
			case versions == 0 && held > 0:
				want.Surplus++
			case versions == held:
			case s.refuses[id]:
				want.Refused++
			case held == 0:
				want.Missing++
			default:
				want.Older++
			}
		}
		f := newFeed(src, Target{Sink: s}, New(src, Options{Batch: rapid.IntRange(1, 10).Draw(t, "batch"), Log: slog.New(slog.DiscardHandler)}).opt)
		if err := f.reconcile(context.Background()); err != nil {
			t.Fatal(err)
		}
		for ref, r := range src.records {
			if !s.refuses[ref.ID] && versionOf(s.holds[ref.ID]) != r.Rev() {
				t.Fatalf("%s: %s, want version %d", ref, s.holds[ref.ID], r.Rev())
			}
		}
		for id := range s.holds {
			if src.records[company(id)] == nil {
				t.Fatalf("%s is surplus", id)
			}
		}
		st := f.status()
		if st.Drift != want || len(st.Parked) != want.Refused || st.Phase != "" || s.at.Seq != 0 {
			t.Fatalf("%+v at %d, want %+v", st, s.at.Seq, want)
		}
		if err := f.reconcile(context.Background()); err != nil || f.status().Drift != (Drift{Refused: want.Refused}) {
			t.Fatalf("again: %+v, %v", f.status().Drift, err)
		}
	})
}

// TestReconcilesAtNight: once, some time after three o'clock, and again the
// next night; also while records change all the time.
func TestReconcilesAtNight(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		zone := time.FixedZone("Seoul", 9*60*60)
		now := func() time.Time { return time.Now().In(zone) }
		began := now()
		r, stop := start(src, Options{Now: now, Poll: time.Minute}, Target{Sink: s})
		defer stop()
		after(0)
		var nights []time.Time
		for now().Sub(began) < 72*time.Hour {
			src.put("c1", "x")
			s.with(func() { s.holds["ghost"] = "x@1" })
			after(10 * time.Minute)
			if at := only(t, r).Reconciled; len(nights) == 0 && !at.IsZero() || len(nights) > 0 && !at.Equal(nights[len(nights)-1]) {
				nights = append(nights, at)
				if d := only(t, r).Drift; d != (Drift{Surplus: 1}) {
					t.Errorf("found %+v", d)
				}
			}
		}
		if len(nights) != 3 {
			t.Fatalf("nights %v", nights)
		}
		for _, at := range nights {
			if h := at.Sub(time.Date(at.Year(), at.Month(), at.Day(), nightHour, 0, 0, 0, zone)); h < 0 || h > nightJitter+10*time.Minute {
				t.Errorf("at %v", at)
			}
		}
	})
}

// TestReconcilesWhileBusy: also when every look at the outbox finds something.
func TestReconcilesWhileBusy(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		r, stop := start(src, Options{}, Target{Sink: s})
		defer stop()
		after(0)
		s.with(func() { s.holds["ghost"] = "x@1" })
		for range 10 {
			src.put("c1", "x")
			r.Reconcile()
			after(100 * time.Millisecond)
		}
		if st := only(t, r); st.Reconciled.IsZero() {
			t.Errorf("%+v", st)
		}
		s.mustEqual(t, src)
	})
}

// TestReconcileIsTriedAgain: a comparison that failed is made once the sink is
// back.
func TestReconcileIsTriedAgain(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		r, stop := start(src, Options{}, Target{Sink: s})
		defer stop()
		after(0)
		s.with(func() { s.fault = errAway })
		r.Reconcile()
		after(time.Minute)
		s.with(func() { s.fault, s.holds["ghost"] = nil, "x@1" })
		after(time.Minute)
		if st := only(t, r); st.Drift != (Drift{Surplus: 1}) || st.Reconciled.IsZero() {
			t.Errorf("%+v", st)
		}
		s.mustEqual(t, src)
	})
}

func TestNextNight(t *testing.T) {
	zone := time.FixedZone("Seoul", 9*60*60)
	for _, x := range []struct{ now, day string }{
		{"2026-11-03 00:00", "2026-11-03"}, {"2026-11-03 02:59", "2026-11-03"}, {"2026-11-03 03:00", "2026-11-04"}, {"2026-12-31 12:00", "2027-01-01"},
	} {
		now, err := time.ParseInLocation("2006-01-02 15:04", x.now, zone)
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			at := nextNight(now)
			if at.Format("2006-01-02 15") != x.day+" 03" || at.Location() != zone {
				t.Errorf("after %s: %v", x.now, at)
			}
		}
	}
}
