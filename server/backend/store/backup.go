package store

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"jumpup/server/backend/store/archive"
	"jumpup/server/domain"
)

// Backup writes everything but sign-ins into a file, from one unchanging view
// of the database, while others go on reading and writing. The file appears
// under its name only when it is whole and on the disk; only its owner may read
// it. A file of that name is replaced. An error leaves nothing behind.
func (s *Store) Backup(ctx context.Context, file string) error {
	return asError(writeWhole(file, func(w io.Writer) error {
		return s.read(ctx, func(q querier) error { return s.dump(ctx, q, w) })
	}))
}

// writeWhole writes a file beside its name, syncs it and renames it.
func writeWhole(file string, write func(io.Writer) error) error {
	dir, name := filepath.Split(filepath.Clean(file))
	if dir == "" {
		dir = "."
	}
	f, err := os.CreateTemp(dir, "."+name+".*")
	if err != nil {
		return cannotWrite(file, err)
	}
	if err := writeAndClose(f, file, write); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	if err := os.Rename(f.Name(), file); err != nil {
		return errors.Join(cannotWrite(file, err), os.Remove(f.Name()))
	}
	return syncFolder(dir)
}

func writeAndClose(f *os.File, file string, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(f, 1<<18)
	if err := write(b); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(b.Flush(), f.Sync(), f.Close()); err != nil {
		return cannotWrite(file, err)
	}
	return nil
}

func cannotWrite(file string, err error) error {
	return &domain.Error{Code: domain.CodeUnavailable, Field: file, Message: "cannot be written; name a file in a folder that exists, is writable and has space", Err: err}
}

// syncFolder makes a rename last.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	return errors.Join(ignoreUnsupported(err), d.Close())
}

// ignoreUnsupported forgives systems on which folders cannot be synced.
func ignoreUnsupported(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return nil
	}
	return err
}

func (s *Store) dump(ctx context.Context, q querier, w io.Writer) error {
	var version int64
	if err := q.QueryRowContext(ctx, "SELECT MAX(version_id) FROM goose_db_version WHERE is_applied").Scan(&version); err != nil {
		return err
	}
	a, err := archive.NewWriter(w, version, s.opt.Now().UTC().Format(time.RFC3339))
	if err != nil {
		return err
	}
	for _, t := range kept {
		rows, err := q.QueryContext(ctx, "SELECT * FROM "+t.name+" ORDER BY "+t.key)
		if err != nil {
			return err
		}
		if err := dumpTable(a, t.name, rows); err != nil {
			return fmt.Errorf("table %s: %w", t.name, err)
		}
	}
	return a.Close()
}

func dumpTable(a *archive.Writer, name string, rows *sql.Rows) error {
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	if err := a.Table(archive.Table{Name: name, Columns: columns}); err != nil {
		return err
	}
	values := make([]any, len(columns))
	into := make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := a.Row(values); err != nil {
			return err
		}
	}
	return rows.Err()
}
