package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"jumpup/server/domain"
)

const indexColumns = "server, engine, position, ready, phase, done, total, records, parked, error, asked"

// indexKept is how long the status of a server that tells nothing more stays.
const indexKept = 24 * time.Hour

// PutIndexStatus keeps what a server tells of one of its indexes, in the place
// of what it told before, with the database's time; Seen is not read.
func (s *Store) PutIndexStatus(ctx context.Context, x domain.IndexStatus) error {
	parked, err := json.Marshal(x.Parked)
	if err != nil {
		return asError(err)
	}
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "INSERT INTO index_status ("+indexColumns+", seen) VALUES ("+marks(1, 11)+", "+s.eng.clock+")"+
			" ON CONFLICT (server, engine) DO UPDATE SET position = excluded.position, ready = excluded.ready, phase = excluded.phase,"+
			" done = excluded.done, total = excluded.total, records = excluded.records, parked = excluded.parked, error = excluded.error,"+
			" asked = excluded.asked, seen = excluded.seen",
			x.Server, x.Engine, x.Position, flag(x.Ready), x.Phase, x.Done, x.Total, x.Records, string(parked), x.Error, x.Asked)
		return err
	})
}

// DropIndexStatuses forgets what a server told, as it does when it stops.
func (s *Store) DropIndexStatuses(ctx context.Context, server string) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "DELETE FROM index_status WHERE server = $1", server)
		return err
	})
}

// IndexStatuses lists what every server told last of each of its indexes, by
// server and engine. A server that tells nothing more is listed for a day.
func (s *Store) IndexStatuses(ctx context.Context) ([]domain.IndexStatus, error) {
	rows, err := s.eng.reader.QueryContext(ctx, "SELECT "+indexColumns+", seen FROM index_status ORDER BY server, engine")
	out, err := scanAll(rows, err, func(scan func(...any) error) (x domain.IndexStatus, err error) {
		var ready, seen int64
		var parked []byte
		err = scan(&x.Server, &x.Engine, &x.Position, &ready, &x.Phase, &x.Done, &x.Total, &x.Records, &parked, &x.Error, &x.Asked, &seen)
		if err != nil {
			return x, err
		}
		x.Ready, x.Seen = ready == 1, fromMicros(seen)
		if err := json.Unmarshal(parked, &x.Parked); err != nil {
			return x, fmt.Errorf("index status of %s: %w", x.Server, err)
		}
		return x, nil
	})
	return out, asError(err)
}

// Clock is the database's time, by which leases run and [domain.IndexStatus]
// says when it was seen.
func (s *Store) Clock(ctx context.Context) (time.Time, error) {
	var n int64
	err := s.eng.reader.QueryRowContext(ctx, "SELECT "+s.eng.clock).Scan(&n)
	return fromMicros(n), asError(err)
}

// Versions streams id and version of every record of a kind in id order
// (bytewise) from one view of the database; an error of yield ends it and is
// returned unchanged.
func (s *Store) Versions(ctx context.Context, k domain.Kind, yield func(id string, version int64) error) error {
	table, err := tableOf(k)
	if err != nil {
		return err
	}
	rows, err := s.eng.reader.QueryContext(ctx, "SELECT id, version FROM "+table+" ORDER BY id")
	if err != nil {
		return asError(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var version int64
		if err := rows.Scan(&id, &version); err != nil {
			return asError(err)
		}
		if err := yield(id, version); err != nil {
			return err
		}
	}
	return asError(rows.Err())
}
