package store

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"jumpup/server/domain"
)

// Store is the system of record. It is safe for concurrent use by many
// goroutines, and several processes may have the same database open.
type Store struct {
	opt     Options
	eng     *engine
	reads   *accessLog
	chores  *chores
	tempDir string // removed by Close
}

// engine is one of the two databases: handles and the few words of SQL in
// which they differ.
type engine struct {
	postgres       bool
	writer, reader *sql.DB
	lockFile       string // SQLite: what migrations are serialised by

	clock      string // the database's clock in microseconds
	forUpdate  string // locks the rows read
	forShare   string // keeps the rows read from being deleted
	skipLocked string // locks one row that nobody else holds
}

// Open opens the database, brings its schema up to date under a lock and
// starts the store's background work, which ends with [Store.Close]. It fails
// with unavailable when the database cannot be reached or written, or when it
// was written by a newer program; the message names the remedy.
func Open(ctx context.Context, opt Options) (*Store, error) {
	s, err := connect(ctx, opt)
	if err != nil {
		return nil, err
	}
	if err := migrate(ctx, s.eng, 0); err != nil {
		return nil, errors.Join(err, s.disconnect())
	}
	s.reads = startAccessLog(s)
	s.chores = startChores(s)
	return s, nil
}

// connect opens the handles without touching the schema.
func connect(ctx context.Context, opt Options) (*Store, error) {
	opt = opt.withDefaults()
	s := &Store{opt: opt}
	var err error
	switch {
	case opt.URL != "" && opt.Dir == "" && !opt.Memory:
		s.eng, err = openPostgres(ctx, opt)
	case opt.Dir != "" && opt.URL == "" && !opt.Memory:
		s.eng, err = openDir(ctx, opt)
	case opt.Memory && opt.URL == "" && opt.Dir == "":
		if s.tempDir, err = os.MkdirTemp("", "jumpup-memory-"); err == nil {
			s.eng, err = openSQLite(ctx, s.tempDir+"/"+fileName, "OFF", opt)
		}
	default:
		return nil, domain.Errorf(domain.CodeInvalid, "database", "name exactly one of a data folder, a PostgreSQL address or memory")
	}
	if err != nil {
		if s.tempDir != "" {
			err = errors.Join(err, os.RemoveAll(s.tempDir))
		}
		return nil, asError(err)
	}
	return s, nil
}

// Close ends the background work, writes what the access log still holds and
// closes the database. The store must not be used afterwards.
func (s *Store) Close() error {
	s.chores.stop()
	return errors.Join(s.reads.stop(), s.disconnect())
}

func (s *Store) disconnect() error {
	errs := []error{s.eng.reader.Close(), s.eng.writer.Close()}
	if s.tempDir != "" {
		errs = append(errs, os.RemoveAll(s.tempDir))
	}
	return errors.Join(errs...)
}

// Ready says whether the database answers; nil when it does, else unavailable.
func (s *Store) Ready(ctx context.Context) error {
	_, err := s.Revision(ctx)
	return err
}

// Revision grows with every committed change of a record.
func (s *Store) Revision(ctx context.Context) (n int64, err error) {
	err = s.eng.reader.QueryRowContext(ctx, "SELECT revision FROM log_head WHERE id = 1").Scan(&n)
	return n, asError(err)
}
