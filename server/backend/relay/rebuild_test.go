package relay

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"jumpup/server/domain"
)

func TestRebuilds(t *testing.T) {
	for name, x := range map[string]struct {
		happen func(*source, *sink)
		again  int // rebuilds after the first
	}{
		"nothing": {func(*source, *sink) {}, 0},
		"rows were cleared away": {func(src *source, s *sink) {
			src.put("c2", "two")
			src.change(func() { src.cleared = int64(len(src.rows)) })
		}, 1},
		"a backup was restored": {func(src *source, s *sink) {
			src.put("c2", "two")
			src.change(func() { src.rows = nil; delete(src.records, company("c1")) })
		}, 1},
		"the demonstration was removed": {func(src *source, s *sink) {
			src.change(func() { clear(src.records) })
			src.event(domain.DemoRemoved, domain.Ref{Kind: domain.ObjectDemo}, nil)
		}, 1},
		"it was asked for": {func(src *source, s *sink) {
			s.holds["ghost"] = "x@1"
			src.ask("r1")
		}, 1},
		"it was asked for twice": {func(src *source, s *sink) {
			src.ask("r1")
			src.ask("r2")
		}, 1},
		"the index was deleted": {func(src *source, s *sink) {
			s.holds, s.at = map[string]string{}, domain.IndexPosition{}
		}, 1},
		"the index is of another form": {func(src *source, s *sink) {
			s.holds, s.at.Ready = map[string]string{"c1": "odd@9"}, false
		}, 1},
		"an older index was restored": {func(src *source, s *sink) {
			s.holds, s.at.Seq = map[string]string{}, 0
		}, 0}, // goes on from there
		"an older index was restored, and rows came": {func(src *source, s *sink) {
			s.holds, s.at.Seq = map[string]string{}, 0
			src.put("c2", "two")
		}, 0},
		"an older index was restored whose rows were cleared": {func(src *source, s *sink) {
			s.holds, s.at.Seq = map[string]string{}, 0
			src.change(func() { src.cleared = 1 })
		}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, func(t *testing.T, src *source, s *sink) {
				src.put("c1", "one")
				src.put("c1", "uno")
				r, stop := start(src, Options{}, Target{Sink: s})
				defer stop()
				after(0)
				s.mu.Lock()
				x.happen(src, s)
				s.mu.Unlock()
				after(lookEvery + time.Second)
				s.mustEqual(t, src)
				if s.filled() != 1+x.again {
					t.Errorf("%d rebuilds", s.filled())
				}
				if st := only(t, r); st.Asked != src.settings[domain.SettingRebuild] || st.Phase != "" || !st.Ready {
					t.Errorf("%+v", st)
				}
			})
		})
	}
}

// TestRebuildUnderWrites: what changes while the index is filled is there
// afterwards.
func TestRebuildUnderWrites(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		for i := range 60 {
			src.put(fmt.Sprintf("c%02d", i), "x")
		}
		n := 0
		s.between = func() {
			n++
			src.put(fmt.Sprintf("c%02d", n*7%60), "y")
			src.put(fmt.Sprintf("new%02d", n), "y")
			src.remove(fmt.Sprintf("c%02d", n*11%60))
			time.Sleep(time.Second)
		}
		r, stop := start(src, Options{Batch: 9}, Target{Sink: s})
		defer stop()
		after(51 * time.Second)
		if st := only(t, r); st.Phase != phaseFilling || st.Done != 50 || st.Total != 60 || st.Fresh {
			t.Errorf("while filling: %+v", st)
		}
		after(time.Minute)
		s.mustEqual(t, src)
		if st := only(t, r); s.filled() != 1 || st.Phase != "" || !st.Fresh {
			t.Errorf("%d rebuilds, %+v", s.filled(), st)
		}
	})
}

// TestAskedWhileRebuilding: a request that comes while the index is filled
// already is not done by that filling.
func TestAskedWhileRebuilding(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		src.put("c1", "one")
		asked := false
		s.between = func() {
			if !asked {
				asked = true
				src.ask("r1")
			}
			time.Sleep(5 * time.Second)
		}
		r, stop := start(src, Options{}, Target{Sink: s})
		defer stop()
		after(7 * time.Second)
		if st := only(t, r); s.filled() != 1 || st.Asked != "" {
			t.Fatalf("%d rebuilds, %+v", s.filled(), st)
		}
		after(10 * time.Second)
		if st := only(t, r); s.filled() != 2 || st.Asked != "r1" {
			t.Fatalf("%d rebuilds, %+v", s.filled(), st)
		}
	})
}

// TestFailedRebuild: what the index held stays, and the filling is tried again.
func TestFailedRebuild(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		src.put("c1", "one")
		src.put("c2", "two")
		r, stop := start(src, Options{}, Target{Sink: s})
		defer stop()
		after(0)
		puts := 0
		s.between = func() {
			if puts++; puts == 2 {
				s.with(func() { s.fault = errAway }) // in the middle of it
			}
		}
		src.ask("r1")
		after(time.Second)
		s.mustHold(t, map[string]string{"c1": "one@1", "c2": "two@1"})
		if st := only(t, r); st.Error == "" || st.Asked != "" || len(st.Parked) > 0 {
			t.Fatalf("%+v", st)
		}
		s.with(func() { s.fault = nil })
		after(time.Minute)
		if st := only(t, r); s.filled() != 2 || st.Asked != "r1" || st.Error != "" {
			t.Fatalf("%d rebuilds, %+v", s.filled(), st)
		}
	})
}

// TestRebuildThatDoesNotHelp: an index that is unusable after it was filled is
// not filled without end.
func TestRebuildThatDoesNotHelp(t *testing.T) {
	for name, spoil := range map[string]func(*sink){
		"not ready": func(s *sink) { s.unready = true },
		"behind":    func(s *sink) { s.behind = true },
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, func(t *testing.T, src *source, s *sink) {
				spoil(s)
				src.put("c1", "one")
				src.ask("r1")
				r, stop := start(src, Options{}, Target{Sink: s})
				defer stop()
				after(10 * time.Minute)
				if st := only(t, r); s.filled() < 10 || s.filled() > 60 || st.Error == "" {
					t.Errorf("%d rebuilds, %+v", s.filled(), st)
				}
			})
		})
	}
}

// TestRebuildOnce: a program without a server fills the sinks and tells how far
// it is.
func TestRebuildOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src, own, shared, l := newSource(), newSink(newIndex()), newSink(newIndex()), newLeases()
		shared.slow = time.Minute // longer than a lease
		for i := range 120 {
			src.put(fmt.Sprint("c", i), "x")
		}
		r := New(src, Options{Server: "tool", Leases: l, Log: slog.New(slog.DiscardHandler)}, Target{Sink: own}, Target{Sink: shared, Shared: true})
		var told []string
		err := r.Rebuild(t.Context(), func(sink string, done, total int64) { told = append(told, fmt.Sprint(sink, " ", done, "/", total)) })
		if err != nil {
			t.Fatal(err)
		}
		own.mustEqual(t, src)
		shared.mustEqual(t, src)
		want := []string{"test 50/120", "test 100/120", "test 120/120"}
		if !slices.Equal(told, append(want, want...)) {
			t.Errorf("told %v", told)
		}
		if held, _ := l.Lease(t.Context(), "feed:test", "server", time.Minute); !held {
			t.Fatal("the lease was not given up")
		}
		if err := r.Rebuild(t.Context(), nil); domain.CodeOf(err) != domain.CodeConflict {
			t.Errorf("while a server feeds it: %v", err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		own.between = cancel
		if err := r.Rebuild(ctx, nil); err == nil {
			t.Error("a cancelled filling ends without error")
		}
	})
}
