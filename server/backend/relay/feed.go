package relay

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"jumpup/server/domain"
)

// feed is one sink with its position.
type feed struct {
	source Source
	sink   Sink
	opt    Options
	wake   chan struct{}

	mu  sync.Mutex
	now Status
}

func newFeed(source Source, sink Sink, opt Options) *feed {
	return &feed{source: source, sink: sink, opt: opt, wake: make(chan struct{}, 1), now: Status{Sink: sink.Name()}}
}

func (f *feed) status() Status {
	f.mu.Lock()
	defer f.mu.Unlock()
	s := f.now
	s.Parked = slices.Clone(s.Parked)
	return s
}

func (f *feed) set(change func(*Status)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	change(&f.now)
}

// run works until ctx ends. After a failure it waits a little longer each time,
// up to half a minute.
func (f *feed) run(ctx context.Context) {
	pause := f.opt.Poll
	for {
		more, err := f.pass(ctx)
		if ctx.Err() != nil {
			return
		}
		switch {
		case err != nil:
			f.set(func(s *Status) { s.Failures++ })
			f.opt.Log.Warn("following changes failed, will try again", "sink", f.sink.Name(), "after", pause, "error", err)
			pause = min(2*pause, 30*time.Second)
		case more:
			continue
		default:
			pause = f.opt.Poll
		}
		if !f.wait(ctx, pause) {
			return
		}
	}
}

func (f *feed) wait(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-f.wake:
	case <-t.C:
	}
	return true
}

// pass takes one batch; more says that another one may wait.
func (f *feed) pass(ctx context.Context) (more bool, err error) {
	at := f.status()
	if !at.Filled {
		return true, f.fill(ctx)
	}
	rows, err := f.source.Outbox(ctx, at.Position, f.opt.Batch)
	if domain.CodeOf(err) == domain.CodeStale {
		return true, f.fill(ctx)
	}
	if err != nil {
		return false, err
	}
	if len(rows) == 0 {
		// A database that was restored from a backup starts earlier.
		head, err := f.source.OutboxHead(ctx)
		if err == nil && head < at.Position {
			return true, f.fill(ctx)
		}
		return false, err
	}
	for _, row := range rows {
		if row.Event.Kind == domain.DemoRemoved {
			return true, f.fill(ctx)
		}
	}
	if err := f.deliver(ctx, refsOf(rows)); err != nil {
		return false, err
	}
	f.set(func(s *Status) { s.Position = rows[len(rows)-1].Seq })
	return len(rows) == f.opt.Batch, nil
}

// fill makes the sink hold all records; the head is read first, so that what
// changes meanwhile is delivered once more.
func (f *feed) fill(ctx context.Context) error {
	head, err := f.source.OutboxHead(ctx)
	if err != nil {
		return err
	}
	var parked []domain.Ref
	err = f.sink.Replace(ctx, func(ctx context.Context, put func(domain.Record)) error {
		for _, k := range domain.Kinds {
			err := f.source.Each(ctx, k, domain.Filter{}, func(r domain.Record) error {
				if err := safely(func() error { put(r); return nil }); err != nil {
					f.opt.Log.Error("a record could not be taken and is parked", "sink", f.sink.Name(), "ref", r.Ref().String(), "error", err)
					parked = append(parked, r.Ref())
				}
				return ctx.Err()
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	f.set(func(s *Status) { s.Position, s.Filled, s.Parked = head, true, parked })
	return nil
}

// refsOf lists the records that rows are about, each once, in the order of
// their last mention.
func refsOf(rows []domain.OutboxRow) []domain.Ref {
	seen := map[domain.Ref]bool{}
	var out []domain.Ref
	add := func(ref domain.Ref) {
		if slices.Contains(domain.Kinds, ref.Kind) && ref.ID != "" && !seen[ref] {
			seen[ref] = true
			out = append(out, ref)
		}
	}
	for _, row := range slices.Backward(rows) {
		add(row.Event.Ref)
		if row.Event.Kind == domain.RecordsMerged {
			add(domain.Ref{Kind: row.Event.Ref.Kind, ID: row.Event.Data["folded"]})
		}
	}
	slices.Reverse(out)
	return out
}

// deliver reads the records anew and hands each to the sink.
func (f *feed) deliver(ctx context.Context, refs []domain.Ref) error {
	if len(refs) == 0 {
		return nil
	}
	found, err := f.source.Records(ctx, refs)
	if err != nil {
		return err
	}
	now := make(map[domain.Ref]domain.Record, len(found))
	for _, r := range found {
		now[r.Ref()] = r
	}
	for _, ref := range refs {
		err := f.apply(ctx, ref, now[ref])
		if ctx.Err() != nil {
			return ctx.Err()
		}
		f.set(func(s *Status) { s.Parked = slices.DeleteFunc(s.Parked, func(p domain.Ref) bool { return p == ref }) })
		if err != nil {
			f.park(ref, err)
		}
	}
	return nil
}

func (f *feed) apply(ctx context.Context, ref domain.Ref, r domain.Record) (err error) {
	for range f.opt.Tries {
		err = safely(func() error { return f.sink.Apply(ctx, ref, r) })
		if err == nil || ctx.Err() != nil {
			return err
		}
	}
	return err
}

func (f *feed) park(ref domain.Ref, err error) {
	f.opt.Log.Error("a record could not be taken and is parked", "sink", f.sink.Name(), "ref", ref.String(), "error", err)
	f.set(func(s *Status) {
		s.Parked = append(s.Parked, ref)
		if over := len(s.Parked) - parkedMost; over > 0 {
			s.Parked = slices.Delete(s.Parked, 0, over)
		}
	})
}

// safely turns a panic over one record into an error, so that it cannot stop
// the server.
func safely(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return do()
}
