package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"jumpup/server/domain"
)

// OutboxRow is one event in the order of commits. Seq is the number of the
// event's audit entry.
type OutboxRow = domain.OutboxRow

// Outbox reads up to limit events after a number, in order. Numbers are given
// under a lock that is held until the commit, so no event with a smaller number
// can appear later. It fails with stale when events after that number were
// already cleared away: the consumer then rebuilds from the records and goes on
// from [Store.OutboxHead].
func (s *Store) Outbox(ctx context.Context, after int64, limit int) (out []OutboxRow, err error) {
	n, err := pageSize(limit)
	if err != nil {
		return nil, err
	}
	err = s.read(ctx, func(q querier) error {
		var cleared int64
		if err := q.QueryRowContext(ctx, "SELECT cleared FROM log_head WHERE id = 1").Scan(&cleared); err != nil {
			return err
		}
		if after < cleared {
			return domain.Errorf(domain.CodeStale, "after", "events up to %d were cleared away; rebuild from the records", cleared)
		}
		rows, err := q.QueryContext(ctx, fmt.Sprintf("SELECT seq, "+eventColumns+" FROM outbox WHERE seq > $1 ORDER BY seq LIMIT %d", n), after)
		out, err = scanAll(rows, err, func(scan func(...any) error) (r OutboxRow, err error) {
			var x eventScan
			if err := scan(append([]any{&r.Seq}, x.into()...)...); err != nil {
				return r, err
			}
			r.Event, err = x.event()
			return r, err
		})
		return err
	})
	return out, err
}

// OutboxHead is the number of the newest event, 0 when there is none.
func (s *Store) OutboxHead(ctx context.Context) (n int64, err error) {
	err = s.eng.reader.QueryRowContext(ctx, "SELECT seq FROM log_head WHERE id = 1").Scan(&n)
	return n, asError(err)
}

// Position is how far a consumer has come; 0 for one never heard of.
func (s *Store) Position(ctx context.Context, sink string) (n int64, err error) {
	err = s.eng.reader.QueryRowContext(ctx, "SELECT position FROM sink WHERE name = $1", sink).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return n, asError(err)
}

// SetPosition notes how far a consumer has come.
func (s *Store) SetPosition(ctx context.Context, sink string, seq int64) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "INSERT INTO sink (name, position) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET position = excluded.position", sink, seq)
		return err
	})
}
