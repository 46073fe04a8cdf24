package relay

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"jumpup/server/domain"
)

// rebuild makes the sink hold all records. The head is read first, so that what
// changes meanwhile is delivered once more.
func (f *feed) rebuild(ctx context.Context, why string) error {
	f.opt.Log.Info("an index is filled anew", "sink", f.sink.Name(), "why", why)
	head, err := f.source.OutboxHead(ctx)
	if err != nil {
		return err
	}
	groups, err := f.synonyms(ctx)
	if err != nil {
		return err
	}
	total, err := f.total(ctx)
	if err != nil {
		return err
	}
	f.begin(phaseFilling, total)
	defer f.begin("", 0)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	var parked []domain.Parked
	err = safely(func() error {
		return f.sink.Rebuild(ctx, head, groups, func(ctx context.Context, put func(domain.Record) error) error {
			return f.fill(ctx, put, func(p domain.Parked) { parked = f.park(parked, p) })
		})
	})
	if err != nil {
		return err
	}
	f.known = false
	if err := f.look(ctx); err != nil {
		return err
	}
	if at := f.status(); !at.Ready || at.Position < head {
		return fmt.Errorf("%s is at %d and not ready after it was filled to %d", f.sink.Name(), at.Position, head)
	}
	f.primed = true
	f.set(func(s *Status) { s.Parked = parked })
	if f.progress != nil {
		f.progress(f.sink.Name(), total, total)
	}
	f.opt.Log.Info("an index was filled", "sink", f.sink.Name(), "records", f.status().Records, "parked", len(parked))
	return nil
}

// fill puts every record that is searched. What a record is refused for its
// own sake, or fails on, is parked; any other error ends the filling.
func (f *feed) fill(ctx context.Context, put func(domain.Record) error, park func(domain.Parked)) error {
	done := int64(0)
	for _, k := range fed {
		err := f.source.Each(ctx, k, domain.Filter{}, func(r domain.Record) error {
			err := safely(func() error { return put(r) })
			switch {
			case ctx.Err() != nil:
				return context.Cause(ctx)
			case errors.As(err, new(panicked)):
				park(domain.Parked{Ref: r.Ref(), Why: "the program fails on it: " + err.Error()})
			case domain.CodeOf(err) == domain.CodeInvalid:
				park(domain.Parked{Ref: r.Ref(), Why: err.Error()})
			case err != nil:
				return err
			}
			done++
			f.advance(done)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// total counts the records that are searched.
func (f *feed) total(ctx context.Context) (n int64, err error) {
	for _, k := range fed {
		if err := f.source.Versions(ctx, k, func(string, int64) error { n++; return nil }); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// begin enters a phase, "" for none.
func (f *feed) begin(phase string, total int64) {
	f.set(func(s *Status) { s.Phase, s.Done, s.Total = phase, 0, total })
	poke(f.phase)
}

const advanceEvery = 50 // records

// advance tells how far the phase is.
func (f *feed) advance(done int64) {
	if done%advanceEvery != 0 {
		return
	}
	f.set(func(s *Status) { s.Done, s.Total = done, max(done, s.Total) })
	if f.progress != nil {
		f.progress(f.sink.Name(), done, f.status().Total)
	}
}

// rebuildOnce fills the sink without following changes.
func (f *feed) rebuildOnce(ctx context.Context, progress func(sink string, done, total int64)) error {
	in, err := f.lead.must(ctx, f.sink.Name())
	if err != nil {
		return err
	}
	f.progress = progress
	beating, still := context.WithCancel(context.WithoutCancel(ctx))
	var group sync.WaitGroup
	group.Go(func() { f.beat(beating, ctx) })
	err = f.rebuild(in, "it was asked for")
	still()
	group.Wait()
	f.lead.release(ctx)
	return err
}
