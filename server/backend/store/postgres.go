package store

import (
	"context"
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
	db := stdlib.OpenDB(*cfg)
	db.SetMaxOpenConns(opt.MaxConns)
	db.SetMaxIdleConns(opt.MaxConns)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(unreachable(err), db.Close())
	}
	return &engine{
		postgres: true, writer: db, reader: db, clock: postgresClock,
		forUpdate: " FOR UPDATE", forShare: " FOR KEY SHARE", skipLocked: " FOR UPDATE SKIP LOCKED",
	}, nil
}

func unreachable(err error) error {
	return &domain.Error{
		Code: domain.CodeUnavailable, Field: "JUMPUP_DATABASE_URL",
		Message: "the PostgreSQL server does not answer or refuses the sign-in; check that it runs, and address, user, password and database name", Err: err,
	}
}
