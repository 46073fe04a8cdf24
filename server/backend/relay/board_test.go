package relay

import (
	"context"
	"sync"
	"testing"
	"time"

	"jumpup/server/domain"
)

// board keeps what it is told.
type board struct {
	mu   sync.Mutex
	last map[string]domain.IndexStatus
	at   []time.Time
	away error
}

func newBoard() *board { return &board{last: map[string]domain.IndexStatus{}} }

func (b *board) PutIndexStatus(_ context.Context, s domain.IndexStatus) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.at = append(b.at, time.Now())
	if b.away == nil {
		b.last[s.Server] = s
	}
	return b.away
}

func (b *board) DropIndexStatuses(_ context.Context, server string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.last, server)
	return b.away
}

func (b *board) of(server string) domain.IndexStatus {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.last[server]
}

// times says how often it was told since it was asked last.
func (b *board) times() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := len(b.at)
	b.at = nil
	return n
}

func (b *board) set(away error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.away = away
}

// TestTellsTheBoard: often enough to be seen alive, at most every two seconds
// while things change, and at once when a phase begins or ends.
func TestTellsTheBoard(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		b := newBoard()
		r, stop := start(src, Options{Server: "a", Board: b}, Target{Sink: s})
		after(0)
		src.put("c1", "one")
		after(3 * time.Second)
		want := domain.IndexStatus{Server: "a", Engine: "test", Position: 1, Ready: true, Records: 1}
		if got := b.of("a"); got.Position != want.Position || !got.Ready || got.Records != 1 || got.Engine != "test" {
			t.Fatalf("told %+v", got)
		}
		b.times()
		after(time.Minute)
		if n := b.times(); n < 12 || n > 16 {
			t.Errorf("told %d times in a quiet minute", n)
		}
		b.times()
		for range 600 {
			src.put("c1", "x")
			after(100 * time.Millisecond)
		}
		if n := b.times(); n < 25 || n > 31 {
			t.Errorf("told %d times in a busy minute", n)
		}
		b.times()
		s.with(func() { s.slow = 300 * time.Millisecond })
		src.ask("r1")
		r.Wake()
		after(100 * time.Millisecond)
		if got := b.of("a"); got.Phase != phaseFilling || got.Total != 1 || got.Asked != "" {
			t.Errorf("while filling: %+v", got)
		}
		after(time.Second)
		if got := b.of("a"); got.Phase != "" {
			t.Errorf("after filling: %+v", got)
		}
		after(2 * time.Second)
		if got := b.of("a"); got.Asked != "r1" {
			t.Errorf("asked: %+v", got)
		}
		stop()
		if got := b.of("a"); got.Server != "" {
			t.Errorf("after the end: %+v", got)
		}
	})
}

// TestBoardIsAway: feeding goes on without it.
func TestBoardIsAway(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		b := newBoard()
		b.set(errAway)
		_, stop := start(src, Options{Server: "a", Board: b}, Target{Sink: s})
		src.put("c1", "one")
		after(time.Minute)
		s.mustEqual(t, src)
		b.set(nil)
		after(5 * time.Second)
		if b.of("a").Position != 1 {
			t.Errorf("told %+v", b.of("a"))
		}
		b.set(errAway)
		stop()
	})
}

// TestToldErrors: what is wrong is told, and that it is over.
func TestToldErrors(t *testing.T) {
	bubble(t, func(t *testing.T, src *source, s *sink) {
		b := newBoard()
		_, stop := start(src, Options{Server: "a", Board: b}, Target{Sink: s})
		defer stop()
		after(0)
		s.with(func() { s.fault = errAway })
		after(10 * time.Second)
		if b.of("a").Error != errAway.Error() {
			t.Errorf("told %+v", b.of("a"))
		}
		s.with(func() { s.fault = nil })
		after(time.Minute)
		if b.of("a").Error != "" {
			t.Errorf("told %+v", b.of("a"))
		}
	})
}
