package store

import (
	"context"
	"database/sql"
	"errors"

	"jumpup/server/domain"
)

const savedColumns = "id, owner, name, kind, query, created"

func scanSaved(scan func(...any) error) (x domain.SavedSearch, err error) {
	var created int64
	err = scan(&x.ID, &x.User, &x.Name, &x.Kind, &x.Query, &created)
	x.Created = fromMicros(created)
	return x, err
}

// SavedSearches lists an account's own, oldest first.
func (s *Store) SavedSearches(ctx context.Context, user domain.UserID) ([]domain.SavedSearch, error) {
	rows, err := s.eng.reader.QueryContext(ctx, "SELECT "+savedColumns+" FROM saved_search WHERE owner = $1 ORDER BY created, id", string(user))
	out, err := scanAll(rows, err, scanSaved)
	return out, asError(err)
}

// AddSavedSearch keeps a new search; conflict when its account has most of them
// already, not_found without the account. The account's row is locked, so that
// requests on any servers take turns.
func (s *Store) AddSavedSearch(ctx context.Context, x domain.SavedSearch, most int) error {
	if err := storableSearch(x); err != nil {
		return err
	}
	return s.write(ctx, func(t *tx) error {
		if _, err := findUser(ctx, t, "id", string(x.User), s.eng.forUpdate); err != nil {
			return err
		}
		var n int
		if err := t.QueryRowContext(ctx, "SELECT COUNT(*) FROM saved_search WHERE owner = $1", string(x.User)).Scan(&n); err != nil {
			return err
		}
		if n >= most {
			return domain.Errorf(domain.CodeConflict, "", "you keep %d searches already, no more than %d fit; delete one that you do not need, then save again", n, most)
		}
		_, err := t.ExecContext(ctx, "INSERT INTO saved_search ("+savedColumns+") VALUES ("+marks(1, 6)+")",
			x.ID, string(x.User), x.Name, string(x.Kind), x.Query, micros(x.Created))
		return err
	})
}

// ChangeSavedSearch sets name, kind and query and gives what is stored then;
// not_found unless the account x.User has one of the id.
func (s *Store) ChangeSavedSearch(ctx context.Context, x domain.SavedSearch) (out domain.SavedSearch, err error) {
	if err := storableSearch(x); err != nil {
		return out, err
	}
	err = s.write(ctx, func(t *tx) error {
		out, err = scanSaved(t.QueryRowContext(ctx, "UPDATE saved_search SET name = $1, kind = $2, query = $3 WHERE id = $4 AND owner = $5 RETURNING "+savedColumns,
			x.Name, string(x.Kind), x.Query, x.ID, string(x.User)).Scan)
		if errors.Is(err, sql.ErrNoRows) {
			return notFound(domain.ObjectSaved, x.ID)
		}
		return err
	})
	return out, err
}

// DropSavedSearch deletes a search; not_found unless the account has one of the
// id.
func (s *Store) DropSavedSearch(ctx context.Context, user domain.UserID, id string) error {
	return s.write(ctx, func(t *tx) error {
		n, err := affected(t.ExecContext(ctx, "DELETE FROM saved_search WHERE id = $1 AND owner = $2", id, string(user)))
		if err == nil && n == 0 {
			return notFound(domain.ObjectSaved, id)
		}
		return err
	})
}

// storableSearch refuses what one of the databases could not keep.
func storableSearch(x domain.SavedSearch) error {
	for _, s := range []string{x.ID, x.Name, string(x.Kind), x.Query} {
		if !storable(s) {
			return domain.Errorf(domain.CodeInvalid, "", "the search holds the character U+0000 or broken UTF-8; remove it")
		}
	}
	return nil
}
