package relay

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"jumpup/server/domain"
)

// Options bound the relay's work; zero values take the defaults.
type Options struct {
	Server string        // this server's name, unlike that of any other
	Leases Leases        // needed for shared sinks
	Board  Board         // nil: nobody is told
	Poll   time.Duration // between looks at the outbox without a wake; 1 s
	Batch  int           // rows taken at once; 500
	Lease  time.Duration // how long a lease lasts unless renewed; 10 s
	Log    *slog.Logger  // nil: slog.Default
	// Now is the clock of intervals and of the night, in its own time zone;
	// nil: time.Now.
	Now func() time.Time
}

const (
	parkedMost = 1000 // parked records that are remembered by name
	parkedTold = 100  // of them, that the board is told
)

// Relay feeds sinks from a source.
type Relay struct {
	opt   Options
	feeds []*feed
}

// New makes a relay.
func New(source Source, opt Options, targets ...Target) *Relay {
	if opt.Poll <= 0 {
		opt.Poll = time.Second
	}
	if opt.Batch <= 0 {
		opt.Batch = 500
	}
	if opt.Lease <= 0 {
		opt.Lease = 10 * time.Second
	}
	if opt.Log == nil {
		opt.Log = slog.Default()
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	r := &Relay{opt: opt}
	for _, t := range targets {
		r.feeds = append(r.feeds, newFeed(source, t, opt))
	}
	return r
}

// Run keeps every sink up to date until ctx ends; then it gives up its leases,
// takes back what it told, and returns when all its goroutines have ended.
func (r *Relay) Run(ctx context.Context) {
	var group sync.WaitGroup
	for _, f := range r.feeds {
		group.Go(func() { f.run(ctx) })
	}
	group.Wait()
	if r.opt.Board == nil {
		return
	}
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
	defer cancel()
	if err := r.opt.Board.DropIndexStatuses(end, r.opt.Server); err != nil {
		r.opt.Log.Warn("the status of the indexes could not be taken back", "error", err)
	}
}

// Announce tells the board of this server's indexes before [Relay.Run] does, so
// that whoever starts right after the server finds it there.
func (r *Relay) Announce(ctx context.Context) error {
	if r.opt.Board == nil {
		return nil
	}
	for _, f := range r.feeds {
		if err := r.opt.Board.PutIndexStatus(ctx, f.status().told(r.opt.Server)); err != nil {
			return err
		}
	}
	return nil
}

// farewell bounds what is still written when the server stops.
const farewell = 2 * time.Second

// Rebuild fills every sink anew, one after the other, for a program that runs
// no server; progress may be nil. It fails with conflict when another server
// feeds a shared sink.
func (r *Relay) Rebuild(ctx context.Context, progress func(sink string, done, total int64)) error {
	for _, f := range r.feeds {
		if err := f.rebuildOnce(ctx, progress); err != nil {
			return err
		}
	}
	return nil
}

// Wake says that something was committed, so that the relay looks at once. It
// never blocks.
func (r *Relay) Wake() {
	for _, f := range r.feeds {
		poke(f.wake)
	}
}

// Reconcile asks for a comparison of every sink that this server feeds with the
// records, as it happens every night. It returns at once; [Status.Drift] tells
// the outcome.
func (r *Relay) Reconcile() {
	for _, f := range r.feeds {
		f.mu.Lock()
		f.asked = true
		f.mu.Unlock()
		poke(f.wake)
	}
}

func poke(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// Fresh says whether a sink can be relied on now: it holds all records of its
// position, and every row older than about five seconds is delivered. It is
// false for a sink that is not known.
func (r *Relay) Fresh(sink string) bool {
	for _, f := range r.feeds {
		if f.sink.Name() == sink {
			return f.status().Fresh
		}
	}
	return false
}

// Status is how far a sink has come, as this server knows it.
type Status struct {
	Sink        string
	Feeding     bool  // this server feeds it
	Position    int64 // number of the last row done
	Head        int64 // number of the newest row, as seen last
	Ready       bool  // it holds all records up to the position
	Fresh       bool  // as [Relay.Fresh] says
	Phase       string
	Done, Total int64           // records, while in a phase
	Records     int64           // what the sink holds
	Parked      []domain.Parked // records that it refused, oldest first
	Error       string          // why the last try failed; "" when it did not
	Asked       string          // the newest request to rebuild that was carried out
	Failures    int64           // since the start
	Drift       Drift           // found by the last comparison
	Reconciled  time.Time       // when that was; zero: not yet
}

// The phases.
const (
	phaseFilling     = "filling"
	phaseReconciling = "reconciling"
)

// Status tells how far each sink has come, in the order of New.
func (r *Relay) Status() []Status {
	out := make([]Status, len(r.feeds))
	for i, f := range r.feeds {
		out[i] = f.status()
	}
	return out
}

// told is the status as it stands on the board.
func (s Status) told(server string) domain.IndexStatus {
	return domain.IndexStatus{
		Server: server, Engine: s.Sink, Position: s.Position, Ready: s.Ready, Phase: s.Phase, Done: s.Done, Total: s.Total,
		Records: s.Records, Parked: s.Parked[max(0, len(s.Parked)-parkedTold):], Error: s.Error, Asked: s.Asked,
	}
}
