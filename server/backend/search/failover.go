package search

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"jumpup/server/domain"
)

// Answerer is the half of an engine that answers.
type Answerer interface {
	Name() string
	Search(ctx context.Context, q domain.SearchQuery) (domain.SearchResult, error)
	Candidates(ctx context.Context, q domain.ConceptQuery) (domain.Candidates, error)
}

// When the breaker opens and how it closes.
const (
	failuresMost = 3               // in a row; a timeout opens it at once
	probeEvery   = 5 * time.Second // one request tries the primary
)

// Failover answers from one engine and, while that is down or behind, from
// another; such answers say so. It is safe for concurrent use.
//
// Cursors name the last hit and how many came before, so that a page of one
// engine can follow a page of the other: at worst a hit is repeated or left out
// where their orders differ.
type Failover struct {
	primary, secondary Answerer
	fresh              func() bool
	now                func() time.Time

	mu       sync.Mutex
	failures int       // of the primary, in a row
	open     bool      // the secondary answers
	probing  bool      // a request tries the primary just now
	tried    time.Time // the last failure or the begin of the last probe
	since    time.Time // of the state
	why      string
}

// NewFailover answers from primary while it works and fresh says that it is up
// to date. Now is the clock, time.Now outside tests.
func NewFailover(primary, secondary Answerer, fresh func() bool, now func() time.Time) *Failover {
	return &Failover{primary: primary, secondary: secondary, fresh: fresh, now: now, since: now()}
}

// Name is that of the engine asked for.
func (f *Failover) Name() string { return f.primary.Name() }

// State says which engine answers now, whether that is because the other one
// failed, since when, and why. An engine that is merely behind is no failure,
// but the other one answers.
func (f *Failover) State() (engine string, open bool, since time.Time, why string) {
	fresh := f.fresh()
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case f.open:
		return f.secondary.Name(), true, f.since, f.why
	case !fresh:
		return f.secondary.Name(), false, f.since, f.primary.Name() + " is not up to date"
	}
	return f.primary.Name(), false, f.since, ""
}

// Search implements Answerer.
func (f *Failover) Search(ctx context.Context, q domain.SearchQuery) (domain.SearchResult, error) {
	res, first, err := askEither(ctx, f, func(a Answerer) (domain.SearchResult, error) { return a.Search(ctx, q) })
	res.Degraded = res.Degraded || !first
	return res, err
}

// Candidates implements Answerer.
func (f *Failover) Candidates(ctx context.Context, q domain.ConceptQuery) (domain.Candidates, error) {
	res, first, err := askEither(ctx, f, func(a Answerer) (domain.Candidates, error) { return a.Candidates(ctx, q) })
	res.Degraded = res.Degraded || !first
	return res, err
}

// askEither asks the primary when it may be asked, and the secondary when the
// primary cannot answer; first says which it was.
func askEither[T any](ctx context.Context, f *Failover, ask func(Answerer) (T, error)) (res T, first bool, err error) {
	if !f.admit() {
		res, err = ask(f.secondary)
		return res, false, err
	}
	done := false
	defer func() {
		if !done { // ask panicked: the probe is over all the same
			f.report(ctx, nil, false)
		}
	}()
	res, err = ask(f.primary)
	done = true
	if !f.report(ctx, err, true) {
		return res, true, err
	}
	res, err = ask(f.secondary)
	return res, false, err
}

// admit tells whether the primary is asked: while the breaker is open by one
// request at a time, every few seconds.
func (f *Failover) admit() bool {
	if !f.fresh() {
		return false
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.open {
		return true
	}
	if now := f.now(); !f.probing && now.Sub(f.tried) >= probeEvery {
		f.probing, f.tried = true, now
		return true
	}
	return false
}

// report takes what the primary said and tells whether the other engine has to
// answer. An error that the query deserves, or a caller who went away, says
// nothing of the engine.
func (f *Failover) report(ctx context.Context, err error, ended bool) (failed bool) {
	failed = err != nil && ctx.Err() == nil && domain.CodeOf(err) != domain.CodeInvalid
	f.mu.Lock()
	defer f.mu.Unlock()
	probe := f.probing
	f.probing = false
	switch {
	case failed:
		f.fail(err)
	case !ended || ctx.Err() != nil && err != nil:
		if probe { // it told nothing: the next request may try
			f.tried = f.now().Add(-probeEvery)
		}
	default:
		f.failures = 0
		if f.open {
			f.open, f.since, f.why = false, f.now(), ""
		}
	}
	return failed
}

func (f *Failover) fail(err error) {
	f.failures++
	f.tried = f.now()
	var late interface{ Timeout() bool }
	if !f.open && (f.failures >= failuresMost || errors.As(err, &late) && late.Timeout()) {
		f.open, f.since = true, f.tried
	}
	if f.open {
		f.why = fmt.Sprintf("%s: %v", f.primary.Name(), err)
	}
}
