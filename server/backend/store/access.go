package store

import (
	"context"
	"sync"
	"time"

	"jumpup/server/domain"
)

// Bounds of the access log: how often rows are written, how many at once ask
// for writing early, and how many are kept while the database is away.
const (
	accessEvery = time.Second
	accessBatch = 500
	accessKept  = 50000
)

// accessLog collects reads of personal data and writes them in batches.
type accessLog struct {
	s       *Store
	writing sync.Mutex // held while rows are neither collected nor committed
	mu      sync.Mutex // guards rows and lost
	rows    []domain.Access
	lost    int
	wake    chan struct{}
	end     chan struct{}
	ended   chan struct{}
	finish  sync.Once
}

func startAccessLog(s *Store) *accessLog {
	a := &accessLog{s: s, wake: make(chan struct{}, 1), end: make(chan struct{}), ended: make(chan struct{})}
	go a.run()
	return a
}

// Accessed takes one read of personal data. It never blocks on the database;
// the row is written within about a second, or by [Store.Close].
func (s *Store) Accessed(a domain.Access) { s.reads.add(a) }

func (a *accessLog) add(row domain.Access) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.rows) >= accessKept {
		a.lost++
		return
	}
	a.rows = append(a.rows, row)
	if len(a.rows) == accessBatch {
		select {
		case a.wake <- struct{}{}:
		default:
		}
	}
}

func (a *accessLog) run() {
	defer close(a.ended)
	tick := time.NewTicker(accessEvery)
	defer tick.Stop()
	for {
		select {
		case <-a.end:
			return
		case <-tick.C:
		case <-a.wake:
		}
		if err := a.flush(context.Background()); err != nil {
			a.s.opt.Log.Error("access log not written, kept for another try", "error", err)
		}
	}
}

// stop ends the goroutine and writes the rest.
func (a *accessLog) stop() (err error) {
	a.finish.Do(func() {
		close(a.end)
		<-a.ended
		err = a.flush(context.Background())
	})
	return err
}

// flush writes all collected rows and waits for those that another flush has
// taken; rows it could not write are kept.
func (a *accessLog) flush(ctx context.Context) error {
	a.writing.Lock()
	defer a.writing.Unlock()
	a.mu.Lock()
	rows, lost := a.rows, a.lost
	a.rows, a.lost = nil, 0
	a.mu.Unlock()
	if lost > 0 {
		a.s.opt.Log.Error("access log rows lost while the database was away", "rows", lost)
	}
	if len(rows) == 0 {
		return nil
	}
	err := a.s.write(ctx, func(t *tx) error {
		args := make([]any, 0, 7*len(rows))
		for _, r := range rows {
			args = append(args, a.s.opt.NewID(), string(r.Actor), string(r.Action), string(r.Ref.Kind), r.Ref.ID, micros(r.At), int64(r.Count))
		}
		_, err := t.insertMany(ctx, "INSERT INTO access (id, actor, action, ref_kind, ref_id, happened, records)", "", 7, args)
		return err
	})
	if err != nil {
		a.mu.Lock()
		a.rows = append(rows, a.rows...)
		a.mu.Unlock()
	}
	return err
}

// Accesses lists reads of personal data, newest first. What [Store.Accessed]
// took before the call is included.
func (s *Store) Accesses(ctx context.Context, cursor string, limit int) (domain.Page[domain.Access], error) {
	if err := s.reads.flush(ctx); err != nil {
		return domain.Page[domain.Access]{}, err
	}
	type row struct {
		id string
		a  domain.Access
	}
	return keyset(ctx, s.eng.reader, keyed[row]{
		table: "access", columns: "id, actor, action, ref_kind, ref_id, happened, records", key: "happened", newest: true,
		scan: func(scan func(...any) error) (r row, err error) {
			var at int64
			err = scan(&r.id, &r.a.Actor, &r.a.Action, &r.a.Ref.Kind, &r.a.Ref.ID, &at, &r.a.Count)
			r.a.At = fromMicros(at)
			return r, err
		},
		at: func(r row) (any, string) { return micros(r.a.At), r.id },
	}, cursor, limit, func(r row) domain.Access { return r.a })
}
