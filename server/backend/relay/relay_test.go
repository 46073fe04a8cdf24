package relay

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"jumpup/server/domain"
)

func TestFillsThenFollows(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		src.put("c1", "one")
		r, stop := start(src, Options{}, Target{Sink: s})
		defer stop()
		after(0)
		s.mustHold(t, map[string]string{"c1": "one@1"})
		src.put("c2", "two")
		src.put("c1", "uno")
		src.remove("c2")
		src.event(domain.UserSignedIn, domain.Ref{Kind: domain.ObjectUser, ID: "u"}, nil)
		r.Wake()
		after(0) // no time passes: a wake is enough
		s.mustHold(t, map[string]string{"c1": "uno@2"})
		src.put("c3", "three")
		after(time.Second) // and is not needed
		s.mustEqual(t, src)
		if st := only(t, r); s.filled() != 1 || st.Position != 6 || !st.Ready || !st.Feeding || st.Records != 2 || st.Failures != 0 {
			t.Errorf("%d rebuilds, %+v", s.filled(), st)
		}
	})
}

func TestInOrderOverBatches(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		r, stop := start(src, Options{Batch: 7}, Target{Sink: s})
		defer stop()
		after(0)
		var want []string
		for i := range 50 {
			id := fmt.Sprintf("c%02d", i)
			want = append(want, id)
			src.put(id, id)
		}
		r.Wake()
		after(0)
		s.mustEqual(t, src)
		if !slices.Equal(s.applied(), want) || !slices.IsSorted(s.positions()) || len(s.positions()) != 8 {
			t.Errorf("order %v, positions %v", s.applied(), s.positions())
		}
	})
}

// TestPositionIsTheSinks: a relay that starts again goes on where the index
// stands, without filling it.
func TestPositionIsTheSinks(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		src.put("c1", "one")
		_, stop := start(src, Options{}, Target{Sink: s})
		after(0)
		stop()
		src.put("c2", "two")
		_, stop = start(src, Options{}, Target{Sink: newSink(s.index)})
		defer stop()
		after(0)
		s.mustEqual(t, src)
		if s.filled() != 1 || !slices.Equal(s.applied(), []string{"c2"}) {
			t.Errorf("%d rebuilds, applied %v", s.filled(), s.applied())
		}
	})
}

// TestAtLeastOnce: what was written without its position is written once more.
func TestAtLeastOnce(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		r, stop := start(src, Options{}, Target{Sink: s})
		after(0)
		s.with(func() { s.lost = errAway })
		src.put("c1", "one")
		r.Wake()
		after(0)
		stop() // between the records and the position
		s.mustHold(t, map[string]string{"c1": "one@1"})
		src.put("c1", "uno")
		src.remove("c1")
		src.put("c1", "again")
		_, stop = start(src, Options{}, Target{Sink: newSink(s.index)})
		defer stop()
		after(0)
		s.mustEqual(t, src)
		s.mustHold(t, map[string]string{"c1": "again@1"})
	})
}

// TestMadeAnew: a record that was deleted and made again counts its versions
// from one, however the rows fall into batches.
func TestMadeAnew(t *testing.T) {
	for batch := 1; batch <= 5; batch++ {
		bubble(t, func(t *testing.T, src *source, s *sink) {
			for range 3 {
				src.put("c1", "old")
			}
			r, stop := start(src, Options{Batch: batch}, Target{Sink: s})
			defer stop()
			after(0)
			s.mustHold(t, map[string]string{"c1": "old@3"})
			src.put("c1", "older")
			src.remove("c1")
			src.put("c1", "new")
			src.put("c2", "other")
			r.Wake()
			after(0)
			s.mustHold(t, map[string]string{"c1": "new@1", "c2": "other@1"})
		})
	}
}

func TestReadRows(t *testing.T) {
	row := func(seq int64, k domain.EventKind, kind domain.Kind, id string, data map[string]string) domain.OutboxRow {
		return domain.OutboxRow{Seq: seq, Event: domain.Event{Kind: k, Ref: domain.Ref{Kind: kind, ID: id}, Data: data}}
	}
	w := readRows([]domain.OutboxRow{
		row(1, domain.RecordChanged, domain.KindCompany, "a", nil),
		row(2, domain.RecordsMerged, domain.KindCompany, "b", map[string]string{"folded": "c"}),
		row(3, domain.UserSignedIn, domain.ObjectUser, "u", nil),
		row(4, domain.RecordCreated, domain.KindPreference, "p", nil),
		row(5, domain.NeedMoved, domain.KindNeed, "n", nil),
		row(6, domain.RecordDeleted, domain.KindCompany, "a", nil),
		row(7, domain.ImportFinished, domain.KindCompany, "", nil),
		row(8, domain.SynonymsChanged, "", "", nil),
	})
	var got []string
	for _, ref := range w.refs {
		got = append(got, ref.ID)
	}
	if !slices.Equal(got, []string{"c", "b", "n", "a"}) || !w.synonyms || w.rebuild != "" {
		t.Errorf("got %v, %+v", got, w)
	}
	if want := map[domain.Ref]bool{company("a"): true, company("c"): true}; !reflect.DeepEqual(w.deleted, want) {
		t.Errorf("deleted %v", w.deleted)
	}
}

func TestSynonyms(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		r, stop := start(src, Options{}, Target{Sink: s})
		after(0)
		if !reflect.DeepEqual(s.groups(), domain.DefaultSynonyms) {
			t.Fatalf("unset: %v", s.groups())
		}
		set := func(text string) {
			src.change(func() { src.settings[domain.SettingSynonyms] = text })
			src.event(domain.SynonymsChanged, domain.Ref{Kind: domain.ObjectSettings}, nil)
			r.Wake()
			after(0)
		}
		set(`[["a","b"]]`)
		want := domain.Synonyms{{"a", "b"}}
		if !reflect.DeepEqual(s.groups(), want) {
			t.Fatalf("changed: %v", s.groups())
		}
		// A sink that is away gets them when it is back.
		s.with(func() { s.fault = errAway })
		set(`[["c","d"]]`)
		s.with(func() { s.fault = nil })
		after(time.Minute)
		if want = (domain.Synonyms{{"c", "d"}}); !reflect.DeepEqual(s.groups(), want) {
			t.Fatalf("after a failure: %v", s.groups())
		}
		set(`no list`)
		if !reflect.DeepEqual(s.groups(), domain.DefaultSynonyms) {
			t.Fatalf("unreadable: %v", s.groups())
		}
		s.mustEqual(t, src)
		stop()
		// What the program comes with may have changed with the program.
		s.with(func() { s.synonyms = nil })
		_, stop = start(src, Options{}, Target{Sink: s})
		defer stop()
		after(0)
		if s.groups() == nil || s.filled() != 1 {
			t.Fatal("not set at the start")
		}
	})
}

// TestFailuresBackOff: a sink that is away is tried again, ever more seldom,
// and nothing is parked for it.
func TestFailuresBackOff(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		s.fault = errAway
		src.put("c1", "one")
		r, stop := start(src, Options{}, Target{Sink: s})
		defer stop()
		after(time.Hour)
		st := only(t, r)
		if least := int64(time.Hour / (pauseMost + time.Second)); st.Failures < least || st.Failures > 3*least {
			t.Errorf("%d failures in an hour", st.Failures)
		}
		if st.Error == "" || st.Ready || st.Fresh || len(st.Parked) > 0 {
			t.Errorf("%+v", st)
		}
		before := st.Failures
		for range 100 {
			r.Wake() // does not hurry
			after(time.Millisecond)
		}
		if n := only(t, r).Failures; n > before+1 {
			t.Errorf("%d failures by wakes", n-before)
		}
		s.with(func() { s.fault = nil })
		after(pauseMost)
		s.mustEqual(t, src)
		if st := only(t, r); st.Error != "" || !st.Ready {
			t.Errorf("%+v", st)
		}
		// So is a source that is away.
		src.change(func() { src.broken = errAway })
		after(time.Minute)
		src.change(func() { src.broken = nil })
		src.put("c2", "two")
		after(time.Minute)
		s.mustEqual(t, src)
	})
}
