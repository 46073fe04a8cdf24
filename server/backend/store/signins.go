package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"time"
)

// The sign-ins of browsers, in the shape of scs.Store and scs.CtxStore. Only
// the SHA-256 of a token is stored: a copy of the database signs nobody in.

// Find gives the data of a sign-in that has not run out.
func (s *Store) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit stores a sign-in, or replaces its data and expiry.
func (s *Store) Commit(token string, data []byte, expires time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expires)
}

// Delete removes a sign-in; an unknown one is no error.
func (s *Store) Delete(token string) error {
	return s.DeleteCtx(context.Background(), token)
}

// FindCtx is [Store.Find] with a context.
func (s *Store) FindCtx(ctx context.Context, token string) (data []byte, found bool, err error) {
	err = s.eng.reader.QueryRowContext(ctx, "SELECT data FROM sign_in WHERE token = $1 AND expires > "+s.eng.clock, tokenHash(token)).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, asError(err)
	}
	return data, true, nil
}

// CommitCtx is [Store.Commit] with a context.
func (s *Store) CommitCtx(ctx context.Context, token string, data []byte, expires time.Time) error {
	if data == nil {
		data = []byte{}
	}
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "INSERT INTO sign_in (token, data, expires) VALUES ($1, $2, $3) ON CONFLICT (token) DO UPDATE SET data = excluded.data, expires = excluded.expires",
			tokenHash(token), data, micros(expires))
		return err
	})
}

// DeleteCtx is [Store.Delete] with a context.
func (s *Store) DeleteCtx(ctx context.Context, token string) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "DELETE FROM sign_in WHERE token = $1", tokenHash(token))
		return err
	})
}

func tokenHash(token string) []byte {
	h := sha256.Sum256([]byte(token))
	return h[:]
}
