package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"jumpup/server/domain"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrate brings the schema to version to (0: the newest this program knows),
// under a lock that several starting processes share. It refuses a database
// that is newer than this program.
func migrate(ctx context.Context, e *engine, to int64) error {
	unlock, err := e.lockSchema(ctx)
	if err != nil {
		return asError(err)
	}
	err = migrateLocked(ctx, e, to)
	return asError(errors.Join(err, unlock()))
}

func migrateLocked(ctx context.Context, e *engine, to int64) error {
	if e.postgres {
		if err := makeKeytext(ctx, e.writer); err != nil {
			return err
		}
	}
	p, err := schema(e)
	if err != nil {
		return err
	}
	have, newest, err := p.GetVersions(ctx)
	if err != nil {
		return err
	}
	if have > newest {
		return domain.Errorf(domain.CodeUnavailable, "database",
			"it was written by a newer program (schema %d, this one knows %d); start the newer program, or restore a backup made by this one into an empty place", have, newest)
	}
	if to == 0 {
		to = newest
	}
	if have >= to {
		return nil
	}
	if _, err := p.UpTo(ctx, to); err != nil {
		return fmt.Errorf("migrate to schema %d: %w", to, err)
	}
	return nil
}

func schema(e *engine) (*goose.Provider, error) {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		return nil, err
	}
	dialect := goose.DialectSQLite3
	if e.postgres {
		dialect = goose.DialectPostgres
	}
	return goose.NewProvider(dialect, e.writer, files, goose.WithDisableGlobalRegistry(true))
}

// makeKeytext makes the type of keys, which the migrations use on both
// databases: text that compares bytewise whatever the database's language.
func makeKeytext(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, `DO $$ BEGIN
		IF to_regtype('keytext') IS NULL THEN CREATE DOMAIN keytext AS text COLLATE "C"; END IF;
	END $$`)
	return err
}

// lockSchema keeps other processes from migrating at the same time: an
// advisory lock on PostgreSQL, an exclusive transaction on a lock file beside
// the database on SQLite.
func (e *engine) lockSchema(ctx context.Context) (unlock func() error, err error) {
	if e.postgres {
		return lockSession(ctx, e.writer,
			"SELECT pg_advisory_lock(hashtextextended('jumpup schema ' || current_schema(), 0))",
			"SELECT pg_advisory_unlock(hashtextextended('jumpup schema ' || current_schema(), 0))")
	}
	if e.lockFile == "" {
		return func() error { return nil }, nil
	}
	db, err := sql.Open("sqlite", dsn(e.lockFile, []string{"busy_timeout(60000)"}, ""))
	if err != nil {
		return nil, err
	}
	release, err := lockSession(ctx, db, "BEGIN EXCLUSIVE", "ROLLBACK")
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return func() error { return errors.Join(release(), db.Close()) }, nil
}

func lockSession(ctx context.Context, db *sql.DB, lock, unlock string) (func() error, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := conn.ExecContext(ctx, lock); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return func() error {
		_, err := conn.ExecContext(context.WithoutCancel(ctx), unlock)
		return errors.Join(err, conn.Close())
	}, nil
}

// Schema is the version of the database's schema.
func (s *Store) Schema(ctx context.Context) (int64, error) {
	p, err := schema(s.eng)
	if err != nil {
		return 0, asError(err)
	}
	have, err := p.GetDBVersion(ctx)
	return have, asError(err)
}

// newestSchema is the newest version this program knows.
func newestSchema() (int64, error) {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil || len(names) == 0 {
		return 0, errors.Join(err, errors.New("no migrations"))
	}
	return goose.NumericComponent(names[len(names)-1])
}
