package relay

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"jumpup/server/domain"
)

// fed are the kinds of record that sinks are given.
var fed = slices.DeleteFunc(slices.Clone(domain.SearchKinds), func(k domain.Kind) bool { return k == domain.KindPortfolio })

// How often a position is asked for again although nothing happens, how often
// by a server that does not feed, and how long it waits at most after failures.
const (
	lookEvery   = 5 * time.Second
	followEvery = time.Second
	pauseMost   = 30 * time.Second
)

// feed is one sink with what is known of it.
type feed struct {
	source   Source
	sink     Sink
	opt      Options
	lead     *lead // nil: the sink is this server's own
	wake     chan struct{}
	progress func(sink string, done, total int64) // nil outside of Relay.Rebuild

	// Of the working goroutine.
	known     bool      // position and readiness were asked for
	confirmed bool      // and nothing could have changed them since
	looked    time.Time // when that was
	primed    bool      // the sink was told the synonyms
	night     time.Time // when the next comparison is due

	mu    sync.Mutex
	now   Status
	asked bool // for a comparison
	lag   lag
	phase chan struct{} // poked when the phase changes
}

func newFeed(source Source, t Target, opt Options) *feed {
	f := &feed{
		source: source, sink: t.Sink, opt: opt, wake: make(chan struct{}, 1), phase: make(chan struct{}, 1),
		now: Status{Sink: t.Sink.Name()},
	}
	if t.Shared {
		f.lead = &lead{leases: opt.Leases, name: "feed:" + t.Sink.Name(), holder: opt.Server, ttl: opt.Lease, log: opt.Log, now: opt.Now, won: make(chan struct{}, 1)}
	}
	f.night = nextNight(opt.Now())
	return f
}

func (f *feed) status() Status {
	f.mu.Lock()
	defer f.mu.Unlock()
	s := f.now
	s.Parked = slices.Clone(s.Parked)
	s.Head = f.lag.head()
	s.Fresh = s.Ready && f.lag.small(s.Position, s.Feeding, f.opt.Now())
	return s
}

func (f *feed) set(change func(*Status)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	change(&f.now)
}

// run works until ctx ends. The lease is kept until no write is under way.
func (f *feed) run(ctx context.Context) {
	beating, still := context.WithCancel(context.WithoutCancel(ctx))
	var group sync.WaitGroup
	group.Go(func() { f.beat(beating, ctx) })
	f.work(ctx)
	still()
	group.Wait()
	f.lead.release(ctx)
}

func (f *feed) work(ctx context.Context) {
	failures := 0
	for ctx.Err() == nil {
		in, feeding := f.lead.enter(ctx)
		f.set(func(s *Status) { s.Feeding = feeding })
		var more bool
		var err error
		if feeding {
			more, err = f.pass(in)
		} else {
			err = f.follow(ctx)
		}
		if ctx.Err() != nil {
			return
		}
		if feeding && in.Err() != nil {
			f.opt.Log.Warn("the lease of an index was lost; another server may feed it now", "sink", f.sink.Name())
			f.forget()
			continue
		}
		if err != nil {
			failures++
			f.failed(ctx, err, failures)
			continue
		}
		failures = 0
		f.set(func(s *Status) { s.Error = "" })
		switch {
		case more:
		case feeding:
			f.wait(ctx, f.opt.Poll, f.wake)
		default:
			f.wait(ctx, max(f.opt.Poll, followEvery), nil)
		}
	}
}

// failed notes a failure and waits longer each time, up to half a minute, and
// never quite as long as other servers do. A wake does not shorten it.
func (f *feed) failed(ctx context.Context, err error, failures int) {
	f.forget()
	pause := min(f.opt.Poll<<min(failures-1, 16), pauseMost)
	pause = pause/2 + rand.N(pause/2+1)
	f.set(func(s *Status) { s.Failures, s.Error = s.Failures+1, cut(err.Error(), errorMost) })
	f.opt.Log.Warn("following changes failed, will try again", "sink", f.sink.Name(), "after", pause, "error", err)
	f.wait(ctx, pause, nil)
}

// forget makes the next pass ask the sink how far it has come.
func (f *feed) forget() { f.known, f.confirmed, f.primed = false, false, false }

// wait ends after d, with a wake, or when the lease was won.
func (f *feed) wait(ctx context.Context, d time.Duration, wake <-chan struct{}) {
	f.confirmed = false
	var won chan struct{}
	if f.lead != nil {
		won = f.lead.won
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-wake:
	case <-won:
	case <-t.C:
	}
}

// look asks the sink how far it has come.
func (f *feed) look(ctx context.Context) error {
	at, err := f.sink.Position(ctx)
	if err != nil {
		return err
	}
	was := f.status()
	f.lookedAt(at)
	if !f.known || at.Seq != was.Position {
		f.count(ctx)
	}
	f.known = true
	return nil
}

func (f *feed) lookedAt(at domain.IndexPosition) {
	now := f.opt.Now()
	f.looked, f.confirmed = now, true
	f.mu.Lock()
	defer f.mu.Unlock()
	f.now.Position, f.now.Ready = at.Seq, at.Ready
	f.lag.looked = now
}

// count asks the sink how much it holds; without an answer the figure stays.
func (f *feed) count(ctx context.Context) {
	n, err := f.sink.Records(ctx)
	if err != nil {
		if ctx.Err() == nil {
			f.opt.Log.Debug("an index did not say how much it holds", "sink", f.sink.Name(), "error", err)
		}
		return
	}
	f.set(func(s *Status) { s.Records = n })
}

// follow looks how far another server has brought the sink.
func (f *feed) follow(ctx context.Context) error {
	f.primed, f.confirmed = false, false
	return f.look(ctx)
}

const errorMost = 500 // characters

func cut(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most-1]) + "…"
}

var errLost = errors.New("the lease of the index was lost")
