package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"jumpup/server/domain"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// fileName is the database's file in the data folder.
const fileName = "jumpup.db"

// sqliteClock is the database's clock in microseconds since 1970.
const sqliteClock = "CAST(unixepoch('subsec') * 1000000 AS INTEGER)"

func openDir(ctx context.Context, opt Options) (*engine, error) {
	dir, err := filepath.Abs(opt.Dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, folderError(dir, err)
	}
	file := filepath.Join(dir, fileName)
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, folderError(dir, err)
	}
	if err := f.Close(); err != nil {
		return nil, folderError(dir, err)
	}
	e, err := openSQLite(ctx, file, "FULL", opt)
	if err != nil {
		return nil, err
	}
	e.lockFile = filepath.Join(dir, ".migrate.lock")
	return e, nil
}

func folderError(dir string, err error) error {
	return &domain.Error{
		Code: domain.CodeUnavailable, Field: "data",
		Message: fmt.Sprintf("the data folder %s cannot be written; give it to the user this program runs as, or name another", dir), Err: err,
	}
}

// openSQLite opens one writing connection and a pool of reading ones. Writers
// begin immediately, so that no transaction fails half-way for a lock.
func openSQLite(ctx context.Context, file, synchronous string, opt Options) (*engine, error) {
	common := []string{
		fmt.Sprintf("busy_timeout(%d)", opt.Patience.Milliseconds()), // first: it guards the rest
		"foreign_keys(1)", "synchronous(" + synchronous + ")", "temp_store(MEMORY)", "cache_size(-8000)", "journal_size_limit(67108864)",
	}
	writer, err := sql.Open("sqlite", dsn(file, append(common, "journal_mode(WAL)"), "&_txlock=immediate"))
	if err != nil {
		return nil, err
	}
	writer.SetMaxOpenConns(1)
	if err := writer.PingContext(ctx); err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	reader, err := sql.Open("sqlite", dsn(file, append(common, "query_only(1)"), ""))
	if err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	reader.SetMaxOpenConns(8)
	reader.SetMaxIdleConns(8)
	return &engine{writer: writer, reader: reader, clock: sqliteClock}, nil
}

// dsn escapes the file's path, so that no name can smuggle in a setting.
func dsn(file string, pragmas []string, more string) string {
	parts := strings.Split(filepath.ToSlash(file), "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	var b strings.Builder
	b.WriteString("file:" + strings.Join(parts, "/") + "?_time_format=sqlite" + more)
	for _, p := range pragmas {
		b.WriteString("&_pragma=" + p)
	}
	return b.String()
}
