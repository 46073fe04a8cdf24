package relay

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"jumpup/server/domain"
)

// Source is the system of record as the relay reads it; implemented by the
// store.
type Source interface {
	// Outbox gives rows after a number, in order; stale when rows after it
	// were cleared away already.
	Outbox(ctx context.Context, after int64, limit int) ([]domain.OutboxRow, error)
	// OutboxHead is the number of the newest row, 0 when there is none.
	OutboxHead(ctx context.Context) (int64, error)
	// Records loads many; those that do not exist are left out.
	Records(ctx context.Context, refs []domain.Ref) ([]domain.Record, error)
	// Each streams all records of a kind.
	Each(ctx context.Context, k domain.Kind, f domain.Filter, yield func(domain.Record) error) error
}

// Sink is kept up to date by the relay, which calls it from one goroutine.
type Sink interface {
	// Name tells sinks apart in logs and figures.
	Name() string
	// Apply brings one record up to date; r is nil when it is gone.
	Apply(ctx context.Context, ref domain.Ref, r domain.Record) error
	// Replace makes the sink hold exactly what fill puts; when fill fails the
	// sink keeps what it had.
	Replace(ctx context.Context, fill func(ctx context.Context, put func(domain.Record)) error) error
}

// Options bound the relay's work; zero values take the defaults.
type Options struct {
	Poll  time.Duration // between looks at the outbox without a wake; 1 s
	Batch int           // rows taken at once; 500
	Tries int           // of a row before it is parked; 3
	Log   *slog.Logger  // nil: slog.Default
}

const (
	parkedMost = 1000 // parked records that are remembered by name
)

// Relay feeds sinks from a source.
type Relay struct {
	source Source
	feeds  []*feed
	opt    Options
}

// New makes a relay.
func New(source Source, opt Options, sinks ...Sink) *Relay {
	if opt.Poll <= 0 {
		opt.Poll = time.Second
	}
	if opt.Batch <= 0 {
		opt.Batch = 500
	}
	if opt.Tries <= 0 {
		opt.Tries = 3
	}
	if opt.Log == nil {
		opt.Log = slog.Default()
	}
	r := &Relay{source: source, opt: opt}
	for _, s := range sinks {
		r.feeds = append(r.feeds, newFeed(source, s, opt))
	}
	return r
}

// Run fills every sink from the records and then follows the outbox, until ctx
// ends; it returns when all its goroutines have ended.
func (r *Relay) Run(ctx context.Context) {
	var group sync.WaitGroup
	for _, f := range r.feeds {
		group.Go(func() { f.run(ctx) })
	}
	group.Wait()
}

// Wake says that something was committed, so that the relay looks at once. It
// never blocks.
func (r *Relay) Wake() {
	for _, f := range r.feeds {
		select {
		case f.wake <- struct{}{}:
		default:
		}
	}
}

// Filled says whether every sink has been filled once.
func (r *Relay) Filled() bool {
	for _, s := range r.Status() {
		if !s.Filled {
			return false
		}
	}
	return true
}

// Status is how far a sink has come.
type Status struct {
	Sink     string
	Position int64        // number of the last row done
	Filled   bool         // holds all records up to the position
	Parked   []domain.Ref // records that the sink could not take, oldest first
	Failures int64        // of reading the source and of filling, since the start
}

// Status tells how far each sink has come, in the order of New.
func (r *Relay) Status() []Status {
	out := make([]Status, len(r.feeds))
	for i, f := range r.feeds {
		out[i] = f.status()
	}
	return out
}
