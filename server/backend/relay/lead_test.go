package relay

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// leases are those of a database in memory, that servers can be cut off from.
type leases struct {
	mu      sync.Mutex
	holder  map[string]string
	until   map[string]time.Time
	away    map[string]bool // holders that it does not answer
	history []string        // who got it from another
}

func newLeases() *leases {
	return &leases{holder: map[string]string{}, until: map[string]time.Time{}, away: map[string]bool{}}
}

func (l *leases) Lease(_ context.Context, name, holder string, ttl time.Duration) (bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.away[holder] {
		return false, errAway
	}
	if l.holder[name] != holder && time.Now().Before(l.until[name]) {
		return false, nil
	}
	if l.holder[name] != holder {
		l.history = append(l.history, holder)
	}
	l.holder[name], l.until[name] = holder, time.Now().Add(ttl)
	return true, nil
}

func (l *leases) Release(_ context.Context, name, holder string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.away[holder] {
		return errAway
	}
	if l.holder[name] == holder {
		delete(l.holder, name)
		delete(l.until, name)
	}
	return nil
}

func (l *leases) cutOff(holder string, off bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.away[holder] = off
}

// servers are two that share one index.
type servers struct {
	src    *source
	x      *index
	leases *leases
	sinks  [2]*sink
	relays [2]*Relay
	stops  [2]func()
}

func twoServers(t *testing.T, test func(t *testing.T, s *servers)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := &servers{src: newSource(), x: newIndex(), leases: newLeases()}
		s.start(0)
		after(time.Second)
		s.start(1)
		after(time.Second)
		defer func() {
			for i := range s.stops {
				s.stop(i)
			}
		}()
		test(t, s)
	})
}

func (s *servers) name(i int) string { return fmt.Sprint("server", i) }

func (s *servers) start(i int) {
	if s.stops[i] != nil {
		return
	}
	s.sinks[i] = newSink(s.x)
	s.relays[i], s.stops[i] = start(s.src, Options{Server: s.name(i), Leases: s.leases, Batch: 5}, Target{Sink: s.sinks[i], Shared: true})
}

func (s *servers) stop(i int) {
	if s.stops[i] != nil {
		s.stops[i]()
		s.stops[i] = nil
	}
}

func (s *servers) feeding() (out []int) {
	for i, r := range s.relays {
		if s.stops[i] != nil && r.Status()[0].Feeding {
			out = append(out, i)
		}
	}
	return out
}

// TestOneServerFeeds: the other one knows how far the index is, and takes over
// soon after the first one stopped.
func TestOneServerFeeds(t *testing.T) {
	twoServers(t, func(t *testing.T, s *servers) {
		s.src.put("c1", "one")
		after(2 * time.Second)
		if got := s.feeding(); !slices.Equal(got, []int{0}) || s.x.filled() != 1 {
			t.Fatalf("%v feed, %d rebuilds", got, s.x.filled())
		}
		s.x.mustEqual(t, s.src)
		after(10 * time.Second)
		if st := s.relays[1].Status()[0]; st.Position != 1 || st.Head != 1 || st.Records != 1 || !st.Fresh || !s.relays[1].Fresh("test") {
			t.Errorf("the other knows %+v", st)
		}
		s.src.put("c2", "two")
		s.stop(0)
		after(3 * time.Second)
		if got := s.feeding(); !slices.Equal(got, []int{1}) || s.x.filled() != 1 {
			t.Fatalf("%v feed, %d rebuilds", got, s.x.filled())
		}
		s.x.mustEqual(t, s.src)
	})
}

// TestCutOffServerStopsWriting: a server that cannot renew its lease stops
// before the lease ends, and the other goes on where it was.
func TestCutOffServerStopsWriting(t *testing.T) {
	twoServers(t, func(t *testing.T, s *servers) {
		s.leases.cutOff(s.name(0), true)
		for i := range 60 {
			s.src.put(fmt.Sprint("c", i), "x")
			after(500 * time.Millisecond)
			if n := len(s.feeding()); n > 1 {
				t.Fatal("both feed")
			}
		}
		if got := s.feeding(); !slices.Equal(got, []int{1}) {
			t.Fatalf("%v feed", got)
		}
		s.x.mustEqual(t, s.src)
		s.leases.cutOff(s.name(0), false)
		after(30 * time.Second)
		if got := s.feeding(); !slices.Equal(got, []int{1}) {
			t.Fatalf("%v feed", got)
		}
	})
}

// TestLeaseLostInTheMiddle: a write that takes longer than the lease is broken
// off; a filling that takes longer is not, while the lease is renewed.
func TestLeaseLostInTheMiddle(t *testing.T) {
	twoServers(t, func(t *testing.T, s *servers) {
		s.sinks[0].with(func() { s.sinks[0].slow = time.Minute })
		s.src.ask("r1")
		after(50 * time.Second)
		if got := s.feeding(); !slices.Equal(got, []int{0}) || s.x.filled() != 1 {
			t.Fatalf("%v feed, %d rebuilds", got, s.x.filled())
		}
		after(20 * time.Second)
		if s.x.filled() != 2 {
			t.Fatalf("%d rebuilds", s.x.filled())
		}
		s.src.put("c1", "one")
		after(2 * time.Second)
		s.leases.cutOff(s.name(0), true)
		after(20 * time.Second)
		if got := s.feeding(); !slices.Equal(got, []int{1}) {
			t.Fatalf("%v feed", got)
		}
		s.x.mustEqual(t, s.src)
		for i, r := range s.relays {
			if st := r.Status()[0]; st.Asked != "r1" {
				t.Errorf("server %d: %+v", i, st)
			}
		}
	})
}

// TestHandovers: servers stop, are cut off and come back at random while
// records change; never do two write at the same time, and nothing is lost.
func TestHandovers(t *testing.T) {
	for seed := range uint64(8) {
		twoServers(t, func(t *testing.T, s *servers) {
			rng := rand.New(rand.NewPCG(seed, 1))
			for range 300 {
				i := rng.IntN(2)
				switch rng.IntN(12) {
				case 0:
					s.stop(i)
				case 1, 2:
					s.start(i)
				case 3:
					s.leases.cutOff(s.name(i), true)
				case 4, 5:
					s.leases.cutOff(s.name(i), false)
				case 6:
					s.sinks[i].with(func() { s.sinks[i].slow = time.Duration(rng.IntN(4000)) * time.Millisecond })
				case 7:
					s.src.remove(fmt.Sprint("c", rng.IntN(20)))
				default:
					s.src.put(fmt.Sprint("c", rng.IntN(20)), fmt.Sprint(rng.IntN(100)))
				}
				after(time.Duration(rng.IntN(3000)) * time.Millisecond)
			}
			for i := range 2 {
				s.leases.cutOff(s.name(i), false)
				s.start(i)
			}
			after(2 * time.Minute)
			s.x.mustEqual(t, s.src)
			if len(s.feeding()) != 1 || len(s.leases.history) < 5 {
				t.Errorf("%v feed after %d handovers", s.feeding(), len(s.leases.history))
			}
			if !slices.IsSorted(s.x.positions()) {
				t.Errorf("the position went back: %v", s.x.positions())
			}
		})
	}
}

// TestFresh: a row may be about five seconds old before a sink without it
// counts as stale.
func TestFresh(t *testing.T) {
	twoServers(t, func(t *testing.T, s *servers) {
		after(10 * time.Second)
		check := func(when string, want bool) {
			t.Helper()
			for i, r := range s.relays {
				if st := r.Status()[0]; st.Fresh != want || r.Fresh("test") != want {
					t.Fatalf("%s: server %d: %+v", when, i, st)
				}
			}
		}
		check("at rest", true)
		s.sinks[0].with(func() { s.sinks[0].slow = 9 * time.Second })
		s.src.put("c1", "one")
		after(3 * time.Second)
		check("a row is three seconds old", true)
		after(5 * time.Second)
		check("a row is eight seconds old", false)
		after(4 * time.Second)
		check("the row is delivered", true)
		s.x.mu.Lock()
		s.x.at.Ready = false
		s.x.mu.Unlock()
		after(lookEvery + time.Second)
		check("another form", false)
		after(30 * time.Second)
		check("filled", true)
		if s.relays[0].Fresh("other") {
			t.Error("an unknown sink is fresh")
		}
		s.src.change(func() { s.src.broken = errAway })
		after(time.Minute)
		check("nothing is known any more", false)
	})
}

// TestLagOfAnotherServer: what was seen long ago says nothing.
func TestLagOfAnotherServer(t *testing.T) {
	at := time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)
	var l lag
	if l.small(0, true, at) {
		t.Error("without any look")
	}
	for i := range 20 {
		l.saw(int64(i), at.Add(time.Duration(i)*time.Second))
	}
	now := at.Add(19 * time.Second)
	l.looked = now.Add(-lookCounts)
	for position, want := range map[int64]bool{19: true, 14: true, 13: false} {
		if got := l.small(position, false, now); got != want {
			t.Errorf("at %d: %v", position, got)
		}
	}
	l.looked = l.looked.Add(-time.Second)
	if l.small(19, false, now) || !l.small(19, true, now) {
		t.Error("an old look counts, or one's own position does not")
	}
	if len(l.heads) > 7 {
		t.Errorf("%d samples are kept", len(l.heads))
	}
	if got := (&lag{heads: []sample{{now, 19}}}).small(18, true, now); got {
		t.Error("a server that has just started does not ask for all rows")
	}
}
