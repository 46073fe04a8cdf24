package relay

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"jumpup/server/domain"
)

// lead is the lease of a shared sink, as far as this server knows. What it
// knows ends a little before the lease does, and with it the context under
// which the sink is written, so that no two servers write at the same time. The
// methods of a nil lead are those of a sink that is not shared.
type lead struct {
	leases       Leases
	name, holder string
	ttl          time.Duration
	log          *slog.Logger
	now          func() time.Time
	won          chan struct{} // poked when the lease was taken

	tried time.Time // of the beating goroutine: when it was asked for last

	mu   sync.Mutex
	held context.Context // under which the sink is written; nil: not held
	lose context.CancelCauseFunc
	end  *time.Timer // ends held
}

// enter gives the context under which the sink may be written now.
func (l *lead) enter(ctx context.Context) (context.Context, bool) {
	if l == nil {
		return ctx, true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.held == nil || l.held.Err() != nil {
		return nil, false
	}
	return l.held, true
}

// keep takes or renews the lease when it is time; what is held ends with
// working too.
func (l *lead) keep(ctx, working context.Context) {
	if l == nil {
		return
	}
	_, held := l.enter(working)
	every := l.ttl / 5
	if held {
		every = l.ttl / 3
	}
	if now := l.now(); now.Sub(l.tried) < every {
		return
	}
	if _, err := l.take(ctx, working); err != nil && ctx.Err() == nil {
		l.log.Warn("the lease of an index could not be renewed, will try again", "lease", l.name, "error", err)
	}
}

// take asks for the lease once.
func (l *lead) take(ctx, working context.Context) (held bool, err error) {
	began := l.now()
	l.tried = began
	asking, cancel := context.WithTimeout(ctx, l.ttl/2)
	defer cancel()
	held, err = l.leases.Lease(asking, l.name, l.holder, l.ttl)
	if err != nil {
		return false, err // what is held ends by itself
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if !held {
		l.drop()
		return false, nil
	}
	left := l.ttl - l.ttl/5 - l.now().Sub(began)
	if l.held != nil && l.held.Err() == nil && l.end.Stop() {
		l.end.Reset(left)
		return true, nil
	}
	l.drop()
	in, lose := context.WithCancelCause(working)
	l.held, l.lose, l.end = in, lose, time.AfterFunc(left, func() { lose(errLost) })
	poke(l.won)
	return true, nil
}

// drop ends what is held; mu is held.
func (l *lead) drop() {
	if l.held != nil {
		l.end.Stop()
		l.lose(errLost)
		l.held = nil
	}
}

// release gives the lease up.
func (l *lead) release(ctx context.Context) {
	if l == nil {
		return
	}
	l.mu.Lock()
	l.drop()
	l.mu.Unlock()
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
	defer cancel()
	if err := l.leases.Release(end, l.name, l.holder); err != nil {
		l.log.Warn("the lease of an index was not given up; it runs out by itself", "lease", l.name, "error", err)
	}
}

// must takes the lease for a single piece of work.
func (l *lead) must(ctx context.Context, sink string) (context.Context, error) {
	if l == nil {
		return ctx, nil
	}
	held, err := l.take(ctx, ctx)
	if err != nil {
		return nil, err
	}
	if !held {
		return nil, domain.Errorf(domain.CodeConflict, sink, "another server feeds this index; ask it to rebuild, or stop it first")
	}
	in, held := l.enter(ctx)
	if !held {
		return nil, errLost
	}
	return in, nil
}
