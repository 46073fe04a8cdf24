package relay

import (
	"context"
	"math/rand/v2"
	"time"

	"jumpup/server/domain"
)

// Drift is what a comparison of a sink with the records found and put right.
type Drift struct {
	Missing int // records that the sink did not hold
	Older   int // records of which it held another version
	Surplus int // what it held although there is no such record
	Refused int // records that it refuses, and does not hold in their version
}

// The comparison of every night begins at this hour, local time, and up to so
// much later.
const (
	nightHour   = 3
	nightJitter = 30 * time.Minute
)

func nextNight(now time.Time) time.Time {
	at := time.Date(now.Year(), now.Month(), now.Day(), nightHour, 0, 0, 0, now.Location())
	if !at.After(now) {
		at = time.Date(now.Year(), now.Month(), now.Day()+1, nightHour, 0, 0, 0, now.Location())
	}
	return at.Add(rand.N(nightJitter))
}

// reconcileDue says whether the night has come or somebody asked.
func (f *feed) reconcileDue() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.asked || !f.opt.Now().Before(f.night)
}

// reconcile compares ids and versions with those of the records, applies what
// is missing or of another version and deletes what is surplus. Only this
// goroutine writes the sink, and records are read again before they are
// applied, so that what changes meanwhile cannot be undone.
func (f *feed) reconcile(ctx context.Context) error {
	f.mu.Lock()
	f.asked = false
	f.mu.Unlock()
	drift, err := f.compareAll(ctx)
	if err != nil {
		f.mu.Lock()
		f.asked = true // once the failure is over
		f.mu.Unlock()
		return err
	}
	f.night = nextNight(f.opt.Now())
	f.count(ctx)
	f.set(func(s *Status) { s.Drift, s.Reconciled = drift, f.opt.Now() })
	f.opt.Log.Info("an index was compared with the records", "sink", f.sink.Name(),
		"missing", drift.Missing, "older", drift.Older, "surplus", drift.Surplus, "refused", drift.Refused)
	return nil
}

func (f *feed) compareAll(ctx context.Context) (d Drift, err error) {
	total, err := f.total(ctx)
	if err != nil {
		return d, err
	}
	f.begin(phaseReconciling, total)
	defer f.begin("", 0)
	done := int64(0)
	for _, k := range fed {
		c := comparison{held: map[string]int64{}, missing: map[domain.Ref]bool{}, anew: map[domain.Ref]bool{}}
		err := f.sink.Versions(ctx, k, func(id string, version int64) error { c.held[id] = version; return nil })
		if err != nil {
			return d, err
		}
		err = f.source.Versions(ctx, k, func(id string, version int64) error {
			c.see(domain.Ref{Kind: k, ID: id}, version)
			done++
			f.advance(done)
			return nil
		})
		if err != nil {
			return d, err
		}
		c.rest(k)
		if err := f.repair(ctx, &c); err != nil {
			return d, err
		}
		d.add(c.drift)
	}
	return d, nil
}

func (d *Drift) add(x Drift) {
	d.Missing, d.Older, d.Surplus, d.Refused = d.Missing+x.Missing, d.Older+x.Older, d.Surplus+x.Surplus, d.Refused+x.Refused
}

// comparison is that of one kind.
type comparison struct {
	held    map[string]int64 // by the sink, and not seen yet among the records
	refs    []domain.Ref     // to be brought up to date
	missing map[domain.Ref]bool
	anew    map[domain.Ref]bool // of which the sink holds a version that is to come
	drift   Drift
}

func (c *comparison) see(ref domain.Ref, version int64) {
	held, is := c.held[ref.ID]
	delete(c.held, ref.ID)
	switch {
	case !is:
		c.drift.Missing++
		c.missing[ref] = true
	case held != version:
		c.drift.Older++
		c.anew[ref] = held > version
	default:
		return
	}
	c.refs = append(c.refs, ref)
}

// rest takes what the sink holds and no record is.
func (c *comparison) rest(k domain.Kind) {
	for id := range c.held {
		c.drift.Surplus++
		c.refs = append(c.refs, domain.Ref{Kind: k, ID: id})
	}
}

// repair applies what differs; a record that the sink refuses counts as refused
// alone.
func (f *feed) repair(ctx context.Context, c *comparison) error {
	for refs := c.refs; len(refs) > 0; {
		n := min(len(refs), f.opt.Batch)
		changes, err := f.changes(ctx, refs[:n], c.anew)
		if err != nil {
			return err
		}
		refused, err := f.apply(ctx, changes, f.status().Position)
		if err != nil {
			return err
		}
		for _, p := range refused {
			c.drift.Refused++
			if c.missing[p.Ref] {
				c.drift.Missing--
			} else {
				c.drift.Older--
			}
		}
		refs = refs[n:]
	}
	return nil
}
