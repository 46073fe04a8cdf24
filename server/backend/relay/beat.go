package relay

import (
	"context"
	"reflect"
	"time"

	"jumpup/server/domain"
)

// How often the beat goes, and how often the board is told: when something
// changed, and when nothing did.
const (
	beatEvery   = time.Second
	tellChanged = 2 * time.Second
	tellAlive   = 4 * time.Second
)

// beat keeps the lease, watches the outbox and tells the board, also while a
// long filling is under way, until ctx ends. What the lease allows ends with
// working.
func (f *feed) beat(ctx, working context.Context) {
	tick := time.NewTicker(beatEvery)
	defer tick.Stop()
	var b bulletin
	for ctx.Err() == nil {
		if working.Err() == nil {
			f.lead.keep(ctx, working)
		}
		f.watch(ctx)
		f.tell(ctx, &b)
		select {
		case <-ctx.Done():
		case <-tick.C:
		case <-f.phase:
		}
	}
}

// watch notes the head of the outbox and which request to rebuild is done.
func (f *feed) watch(ctx context.Context) {
	asking, cancel := context.WithTimeout(ctx, freshWithin)
	defer cancel()
	asked, err := f.source.Setting(asking, domain.SettingRebuild)
	if err != nil {
		return // the working goroutine says what is wrong with the source
	}
	head, err := f.source.OutboxHead(asking)
	if err != nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.lag.saw(head, f.opt.Now())
	f.now.Asked = f.lag.carriedOut(asked, head, f.now.Asked, f.now.Position, f.now.Ready)
}

// bulletin is what the board was told last.
type bulletin struct {
	last   domain.IndexStatus
	at     time.Time
	failed bool
}

func (f *feed) tell(ctx context.Context, b *bulletin) {
	if f.opt.Board == nil {
		return
	}
	s, now := f.status().told(f.opt.Server), f.opt.Now()
	since := now.Sub(b.at)
	due := b.at.IsZero() || s.Phase != b.last.Phase || since >= tellAlive || since >= tellChanged && !reflect.DeepEqual(s, b.last)
	if !due {
		return
	}
	telling, cancel := context.WithTimeout(ctx, tellAlive)
	defer cancel()
	if err := f.opt.Board.PutIndexStatus(telling, s); err != nil {
		if !b.failed && ctx.Err() == nil {
			f.opt.Log.Warn("the status of an index could not be told, will try again", "sink", f.sink.Name(), "error", err)
		}
		b.at, b.failed = now, true
		return
	}
	b.last, b.at, b.failed = s, now, false
}
