package store

import (
	"context"
	"database/sql"
	"errors"

	"jumpup/server/domain"
)

// Setting gives a setting, "" when unset.
func (s *Store) Setting(ctx context.Context, key string) (value string, err error) {
	return setting(ctx, s.eng.reader, key, "")
}

func setting(ctx context.Context, q querier, key, lock string) (value string, err error) {
	err = q.QueryRowContext(ctx, "SELECT value FROM setting WHERE name = $1"+lock, key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, asError(err)
}

// PutSetting sets a setting; "" unsets it.
func (s *Store) PutSetting(ctx context.Context, key, value string, events ...domain.Event) error {
	return s.write(ctx, func(t *tx) error {
		t.happened(events...)
		if value == "" {
			_, err := t.ExecContext(ctx, "DELETE FROM setting WHERE name = $1", key)
			return err
		}
		_, err := t.ExecContext(ctx, "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", key, value)
		return err
	})
}

// SwapSetting sets a setting that still has the value seen before, "" meaning
// unset on both sides; stale when it has another.
func (s *Store) SwapSetting(ctx context.Context, key, seen, value string, events ...domain.Event) error {
	return s.write(ctx, func(t *tx) error {
		var text string
		args := []any{key, value, seen}
		switch {
		case seen == "" && value == "":
			return nil
		case seen == "":
			text, args = "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", args[:2]
		case value == "":
			text, args = "DELETE FROM setting WHERE name = $1 AND value = $2", []any{key, seen}
		default:
			text = "UPDATE setting SET value = $2 WHERE name = $1 AND value = $3"
		}
		res, err := t.ExecContext(ctx, text, args...)
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		if err != nil {
			return err
		}
		if n == 0 {
			return domain.Errorf(domain.CodeStale, "", "the setting was changed meanwhile; load it again")
		}
		t.happened(events...)
		return nil
	})
}
