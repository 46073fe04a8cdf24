package store

import (
	"context"
	"database/sql"
	"errors"

	"jumpup/server/domain"
)

const runColumns = "id, need, need_version, ranked, weights, snapshot, day, top, made_by, made"

func runInto(r *domain.Run, made *int64) []any {
	return []any{&r.ID, &r.Need, &r.NeedVersion, &r.For, &r.Weights, &r.Snapshot, &r.Day, &r.Top, &r.By, made}
}

// SaveRun stores a run and, unless its key is there already, its snapshot;
// conflict when the run's id is taken.
func (s *Store) SaveRun(ctx context.Context, r domain.Run, snap domain.Snapshot, events ...domain.Event) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "INSERT INTO snapshot (name, day, records, archive, made) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO NOTHING",
			snap.Key, string(snap.Day), int64(snap.Records), orEmpty(snap.Archive), micros(snap.At))
		if err != nil {
			return err
		}
		_, err = t.ExecContext(ctx, "INSERT INTO run ("+runColumns+", lines) VALUES ("+marks(1, 11)+")",
			r.ID, string(r.Need), r.NeedVersion, string(r.For), int64(r.Weights), r.Snapshot, string(r.Day), int64(r.Top), string(r.By), micros(r.At), orEmpty(r.Lines))
		if err != nil {
			return err
		}
		t.happened(withDefault(events, domain.RunSaved, domain.Ref{Kind: domain.ObjectRun, ID: r.ID}, s)...)
		return nil
	})
}

func orEmpty(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// Run finds a saved run; not_found.
func (s *Store) Run(ctx context.Context, id string) (r domain.Run, err error) {
	var made int64
	err = s.eng.reader.QueryRowContext(ctx, "SELECT "+runColumns+", lines FROM run WHERE id = $1", id).Scan(append(runInto(&r, &made), &r.Lines)...)
	r.At = fromMicros(made)
	return r, missing(err, domain.ObjectRun, id)
}

// Runs lists runs without their lines, newest first; need "" means all.
func (s *Store) Runs(ctx context.Context, need domain.NeedID, cursor string, limit int) (domain.Page[domain.Run], error) {
	k := keyed[domain.Run]{
		table: "run", columns: runColumns, key: "made", newest: true,
		scan: func(scan func(...any) error) (r domain.Run, err error) {
			var made int64
			err = scan(runInto(&r, &made)...)
			r.At = fromMicros(made)
			return r, err
		},
		at: func(r domain.Run) (any, string) { return micros(r.At), r.ID },
	}
	if need != "" {
		k.where, k.args = []string{"need = $1"}, []any{string(need)}
	}
	return keyset(ctx, s.eng.reader, k, cursor, limit, func(r domain.Run) domain.Run { return r })
}

// Snapshot finds a corpus snapshot by its key; not_found.
func (s *Store) Snapshot(ctx context.Context, key string) (x domain.Snapshot, err error) {
	var made int64
	err = s.eng.reader.QueryRowContext(ctx, "SELECT name, day, records, archive, made FROM snapshot WHERE name = $1", key).
		Scan(&x.Key, &x.Day, &x.Records, &x.Archive, &made)
	x.At = fromMicros(made)
	if errors.Is(err, sql.ErrNoRows) {
		return x, domain.Errorf(domain.CodeNotFound, "", "there is no snapshot %q", key)
	}
	return x, asError(err)
}
