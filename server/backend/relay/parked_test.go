package relay

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// TestParked: a record that the sink refuses is parked, the others go on; it is
// healed by its next change, by its deletion, or at night.
func TestParked(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		s.refuses["bad"], s.refuses["worse"], s.refuses["gone"] = true, true, true
		r, stop := start(src, Options{}, Target{Sink: s})
		defer stop()
		after(0)
		for _, id := range []string{"a", "bad", "worse", "gone", "z"} {
			src.put(id, "x")
		}
		after(time.Second)
		s.mustHold(t, map[string]string{"a": "x@1", "z": "x@1"})
		st := only(t, r)
		if !slices.Equal(parkedIDs(st), []string{"bad", "worse", "gone"}) || st.Position != 5 || st.Error != "" {
			t.Fatalf("%+v", st)
		}
		if why := st.Parked[0].Why; utf8.RuneCountInString(why) != whyMost || !strings.HasSuffix(why, "…") {
			t.Errorf("why: %d characters", utf8.RuneCountInString(why))
		}
		s.with(func() { s.refuses["bad"] = false })
		src.put("bad", "good")
		src.remove("gone")
		after(time.Second)
		if got := parkedIDs(only(t, r)); !slices.Equal(got, []string{"worse"}) {
			t.Fatalf("parked %v", got)
		}
		r.Reconcile()
		after(time.Second)
		if st := only(t, r); !slices.Equal(parkedIDs(st), []string{"worse"}) || st.Drift != (Drift{Refused: 1}) {
			t.Fatalf("%+v", st)
		}
		s.with(func() { s.refuses["worse"] = false })
		r.Reconcile()
		after(time.Second)
		if st := only(t, r); len(st.Parked) != 0 || st.Drift != (Drift{Missing: 1}) {
			t.Fatalf("%+v", st)
		}
		s.mustEqual(t, src)
	})
}

// TestParkedWhileFilling: neither a refusal nor a failure over one record stops
// a filling.
func TestParkedWhileFilling(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		s.refuses["bad"], s.panics["worse"] = true, true
		for _, id := range []string{"a", "bad", "worse"} {
			src.put(id, "x")
		}
		r, stop := start(src, Options{}, Target{Sink: s})
		defer stop()
		after(0)
		s.mustHold(t, map[string]string{"a": "x@1"})
		if st := only(t, r); !slices.Equal(parkedIDs(st), []string{"bad", "worse"}) || !st.Ready {
			t.Fatalf("%+v", st)
		}
		s.with(func() { s.refuses, s.panics = nil, nil })
		src.ask("r1")
		after(time.Second)
		if st := only(t, r); len(st.Parked) != 0 {
			t.Fatalf("%+v", st)
		}
		s.mustEqual(t, src)
	})
}

// TestFailingOnARecord: a batch on which the program fails is taken apart, and
// only the records that it fails on are parked.
func TestFailingOnARecord(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		s.panics["c07"], s.panics["c33"], s.refuses["c20"] = true, true, true
		r, stop := start(src, Options{}, Target{Sink: s})
		defer stop()
		after(0)
		for i := range 40 {
			src.put(fmt.Sprintf("c%02d", i), "x")
		}
		r.Wake()
		after(0)
		st := only(t, r)
		if n, _ := s.Records(t.Context()); n != 37 || st.Position != 40 || st.Failures != 0 {
			t.Fatalf("holds %d, %+v", n, st)
		}
		if !slices.Equal(parkedIDs(st), []string{"c07", "c20", "c33"}) {
			t.Errorf("parked %v", parkedIDs(st))
		}
		if all := s.positions(); slices.IndexFunc(all, func(seq int64) bool { return seq > 0 }) != len(all)-1 {
			t.Errorf("the position moved before the end: %v", all)
		}
	})
}

// TestEngineTroubleNeverParks: a batch that fails comes again as a whole.
func TestEngineTroubleNeverParks(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		r, stop := start(src, Options{}, Target{Sink: s})
		defer stop()
		after(0)
		s.with(func() { s.lost = errAway })
		src.put("a", "x")
		src.put("b", "x")
		after(10 * time.Minute)
		if st := only(t, r); len(st.Parked) > 0 || st.Position != 0 || st.Failures < 10 {
			t.Fatalf("%+v", st)
		}
		for pair := range slices.Chunk(s.applied(), 2) {
			if !slices.Equal(pair, []string{"a", "b"}) {
				t.Fatalf("taken apart: %v", s.applied())
			}
		}
		s.with(func() { s.lost = nil })
		after(pauseMost)
		s.mustEqual(t, src)
	})
}

// TestParkedAreBounded: the newest are remembered by name, and fewer are told.
func TestParkedAreBounded(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		board := newBoard()
		r, stop := start(src, Options{Board: board, Server: "a"}, Target{Sink: s})
		defer stop()
		after(0)
		for i := range parkedMost + 10 {
			id := fmt.Sprintf("c%04d", i)
			s.with(func() { s.refuses[id] = true })
			src.put(id, "x")
		}
		after(5 * time.Second)
		st := only(t, r)
		if len(st.Parked) != parkedMost || st.Parked[0].Ref.ID != "c0010" {
			t.Errorf("%d remembered from %v", len(st.Parked), st.Parked[0])
		}
		if told := board.of("a").Parked; len(told) != parkedTold || told[0].Ref.ID != "c0910" {
			t.Errorf("%d told", len(told))
		}
	})
}
