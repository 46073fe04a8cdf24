package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"jumpup/server/domain"
)

// keyAbandoned is after how long a claimed key without an answer may be taken
// again: the server that claimed it has died.
const keyAbandoned = 10 * time.Minute

// ClaimKey takes a user's idempotency key for a request until the given time.
// When the key is taken already it gives what was stored under it instead: the
// hash of that request, and the answer, nil while that request is still under
// way. Of two claims at once one gets it. A key that has run out, or was
// claimed ten minutes ago and never answered, is free.
func (s *Store) ClaimKey(ctx context.Context, user domain.UserID, key, request []byte, now, until time.Time) (taken bool, earlier, answer []byte, err error) {
	err = s.write(ctx, func(t *tx) error {
		taken, earlier, answer = false, nil, nil
		res, err := t.ExecContext(ctx, "INSERT INTO answer (account, name, request, answer, claimed, expires) VALUES ($1, $2, $3, NULL, $4, $5)"+
			" ON CONFLICT (account, name) DO UPDATE SET request = excluded.request, answer = NULL, claimed = excluded.claimed, expires = excluded.expires"+
			" WHERE answer.expires <= excluded.claimed OR answer.answer IS NULL AND answer.claimed <= $6",
			string(user), key, request, micros(now), micros(until), micros(now.Add(-keyAbandoned)))
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 1 {
			return err
		}
		taken = true
		err = t.QueryRowContext(ctx, "SELECT request, answer FROM answer WHERE account = $1 AND name = $2", string(user), key).Scan(&earlier, &answer)
		if errors.Is(err, sql.ErrNoRows) {
			return errAgain // given back meanwhile
		}
		return err
	})
	return taken, earlier, answer, err
}

// AnswerKey stores the answer under a claimed key.
func (s *Store) AnswerKey(ctx context.Context, user domain.UserID, key, answer []byte) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "UPDATE answer SET answer = $1 WHERE account = $2 AND name = $3", orEmpty(answer), string(user), key)
		return err
	})
}

// FreeKey gives a claimed key back, because nothing was made; an answered one
// stays.
func (s *Store) FreeKey(ctx context.Context, user domain.UserID, key []byte) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "DELETE FROM answer WHERE account = $1 AND name = $2 AND answer IS NULL", string(user), key)
		return err
	})
}
