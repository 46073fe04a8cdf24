package store

import (
	"context"
	"time"
)

const (
	choresEvery = 10 * time.Minute
	// outboxKept is how long delivered rows stay in the outbox; a consumer
	// that was away longer rebuilds from the records.
	outboxKept = 30 * 24 * time.Hour
)

// chores clears away what has run out: sign-ins, kept answers, old outbox rows,
// notes on searches, and what servers that are gone told of their indexes.
type chores struct {
	cancel context.CancelFunc
	ended  chan struct{}
}

func startChores(s *Store) *chores {
	ctx, cancel := context.WithCancel(context.Background())
	c := &chores{cancel: cancel, ended: make(chan struct{})}
	go func() {
		defer close(c.ended)
		tick := time.NewTicker(choresEvery)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			if err := s.clearAway(ctx); err != nil && ctx.Err() == nil {
				s.opt.Log.Warn("clearing away what has run out failed, will try again", "error", err)
			}
		}
	}()
	return c
}

func (c *chores) stop() {
	c.cancel()
	<-c.ended
}

// clearAway deletes what has run out.
func (s *Store) clearAway(ctx context.Context) error {
	return s.write(ctx, func(t *tx) error {
		if _, err := t.ExecContext(ctx, "DELETE FROM sign_in WHERE expires <= "+s.eng.clock); err != nil {
			return err
		}
		now := s.opt.Now()
		if _, err := t.ExecContext(ctx, "DELETE FROM answer WHERE expires <= $1", micros(now)); err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, "DELETE FROM search_note WHERE latest < $1", micros(now.Add(-notesKept))); err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, "DELETE FROM index_status WHERE seen <= "+s.leaseUntil(-indexKept)); err != nil {
			return err
		}
		return t.clearOutbox(ctx, micros(now.Add(-outboxKept)))
	})
}

// clearOutbox deletes every row up to the last one older than before, and
// notes how far it came.
func (t *tx) clearOutbox(ctx context.Context, before int64) error {
	var cleared int64
	if err := t.QueryRowContext(ctx, "SELECT cleared FROM log_head WHERE id = 1"+t.s.eng.forUpdate).Scan(&cleared); err != nil {
		return err
	}
	var last int64
	if err := t.QueryRowContext(ctx, "SELECT COALESCE(MAX(seq), 0) FROM outbox WHERE happened < $1", before).Scan(&last); err != nil {
		return err
	}
	if last <= cleared {
		return nil
	}
	if _, err := t.ExecContext(ctx, "DELETE FROM outbox WHERE seq <= $1", last); err != nil {
		return err
	}
	_, err := t.ExecContext(ctx, "UPDATE log_head SET cleared = $1 WHERE id = 1", last)
	return err
}
