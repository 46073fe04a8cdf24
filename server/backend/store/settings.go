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
