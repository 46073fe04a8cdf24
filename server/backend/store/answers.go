package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"jumpup/server/domain"
)

// How long answers are kept for repeated requests, and how long a request that
// never answered (its server died) blocks its key.
const (
	answerKept   = 24 * time.Hour
	answerClaims = 2 * time.Minute
)

// Remember looks up what was answered to a request with an idempotency key, or
// claims the key for the request that asks first: found is false, and the
// request is carried out and ended with [Store.SaveAnswer] or
// [Store.ForgetAnswer]. The same key with another body gives invalid; a key
// whose first request still runs gives conflict. Answers are kept for a day.
func (s *Store) Remember(ctx context.Context, actor domain.UserID, key string, bodyHash []byte) (answer []byte, status int, found bool, err error) {
	err = s.write(ctx, func(t *tx) error {
		answer, status, found = nil, 0, false
		n, err := t.claimKey(ctx, actor, key, bodyHash)
		if err != nil || n == 1 {
			return err
		}
		var hash []byte
		err = t.QueryRowContext(ctx, "SELECT body_hash, status, answer FROM answer WHERE actor = $1 AND name = $2", string(actor), key).Scan(&hash, &status, &answer)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return errAgain // forgotten meanwhile
		case err != nil:
			return err
		case !bytes.Equal(hash, bodyHash):
			return domain.Errorf(domain.CodeInvalid, "Idempotency-Key", "was used with another request; choose a new key")
		case status == 0:
			return domain.Errorf(domain.CodeConflict, "Idempotency-Key", "the first request with this key still runs; try again in a moment")
		}
		found = true
		return nil
	})
	return answer, status, found, err
}

// claimKey inserts the key, or takes over one that has run out; 1 when it did.
func (t *tx) claimKey(ctx context.Context, actor domain.UserID, key string, bodyHash []byte) (int64, error) {
	until := fmt.Sprintf("%s + %d", t.s.eng.clock, answerClaims.Microseconds())
	res, err := t.ExecContext(ctx, "INSERT INTO answer (actor, name, body_hash, status, answer, expires) VALUES ($1, $2, $3, 0, NULL, "+until+")"+
		" ON CONFLICT (actor, name) DO UPDATE SET body_hash = excluded.body_hash, status = 0, answer = NULL, expires = excluded.expires WHERE answer.expires <= "+t.s.eng.clock,
		string(actor), key, bodyHash)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// SaveAnswer keeps the answer of a request that claimed its key.
func (s *Store) SaveAnswer(ctx context.Context, actor domain.UserID, key string, status int, answer []byte) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, fmt.Sprintf("UPDATE answer SET status = $1, answer = $2, expires = %s + %d WHERE actor = $3 AND name = $4", s.eng.clock, answerKept.Microseconds()),
			int64(status), answer, string(actor), key)
		return err
	})
}

// ForgetAnswer frees the key of a request that changed nothing.
func (s *Store) ForgetAnswer(ctx context.Context, actor domain.UserID, key string) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "DELETE FROM answer WHERE actor = $1 AND name = $2 AND status = 0", string(actor), key)
		return err
	})
}
