package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"jumpup/server/domain"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

const postgresClock = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)"

func openPostgres(ctx context.Context, opt Options) (*engine, error) {
	cfg, err := pgx.ParseConfig(opt.URL)
	if err != nil {
		// The cause would show the password.
		return nil, domain.Errorf(domain.CodeInvalid, "JUMPUP_DATABASE_URL", "is no PostgreSQL address; write postgres://user:password@host:5432/name")
	}
	set := func(name, value string) {
		if _, given := cfg.RuntimeParams[name]; !given {
			cfg.RuntimeParams[name] = value
		}
	}
	set("application_name", "jumpup")
	set("timezone", "UTC")
	set("lock_timeout", fmt.Sprint(opt.Patience.Milliseconds()))
	set("default_transaction_isolation", "read committed")
	writer := pool(cfg, opt.MaxConns-opt.MaxConns/2)
	if err := writer.PingContext(ctx); err != nil {
		return nil, errors.Join(unreachable(err), writer.Close())
	}
	// Readers have connections of their own: a writer that reads inside its
	// transaction never waits for writers that wait for it.
	readOnly := cfg.Copy()
	readOnly.RuntimeParams["default_transaction_read_only"] = "on"
	return &engine{
		postgres: true, writer: writer, reader: pool(readOnly, opt.MaxConns/2), clock: postgresClock,
		forUpdate: " FOR UPDATE", forShare: " FOR KEY SHARE", skipLocked: " FOR UPDATE SKIP LOCKED",
	}, nil
}

func pool(cfg *pgx.ConnConfig, conns int) *sql.DB {
	db := stdlib.OpenDB(*cfg)
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	return db
}

func unreachable(err error) error {
	return &domain.Error{
		Code: domain.CodeUnavailable, Field: "JUMPUP_DATABASE_URL",
		Message: "the PostgreSQL server does not answer or refuses the sign-in; check that it runs, and address, user, password and database name", Err: err,
	}
}
