package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"jumpup/server/domain"
)

const accountColumns = "id, version, email, name_plain, name_ko, name_en, role, subject_kind, subject_id, lang, password, epoch, disabled, created, last_seen"

func scanUser(scan func(...any) error) (u domain.User, err error) {
	var disabled, created, seen int64
	err = scan(&u.ID, &u.Version, &u.Email, &u.Name.Plain, &u.Name.Ko, &u.Name.En, &u.Role, &u.Subject.Kind, &u.Subject.ID,
		&u.Lang, &u.Password, &u.Epoch, &disabled, &created, &seen)
	u.Disabled, u.Created, u.LastSeen = disabled == 1, fromMicros(created), fromMicros(seen)
	return u, err
}

func userArgs(u domain.User) []any {
	return []any{
		string(u.ID), u.Version, strings.ToLower(u.Email), u.Name.Plain, u.Name.Ko, u.Name.En, string(u.Role), string(u.Subject.Kind), u.Subject.ID,
		u.Lang, u.Password, u.Epoch, flag(u.Disabled), micros(u.Created), micros(u.LastSeen),
	}
}

func findUser(ctx context.Context, q querier, column, value, lock string) (domain.User, error) {
	u, err := scanUser(q.QueryRowContext(ctx, "SELECT "+accountColumns+" FROM account WHERE "+column+" = $1"+lock, value).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return u, domain.Errorf(domain.CodeNotFound, "", "there is no such account")
	}
	return u, asError(err)
}

// User finds an account by id; not_found when there is none.
func (s *Store) User(ctx context.Context, id domain.UserID) (domain.User, error) {
	return findUser(ctx, s.eng.reader, "id", string(id), "")
}

// UserByEmail finds an account by its address in lower case; not_found.
func (s *Store) UserByEmail(ctx context.Context, email string) (domain.User, error) {
	return findUser(ctx, s.eng.reader, "email", strings.ToLower(email), "")
}

// Users lists accounts by address; role "" means all.
func (s *Store) Users(ctx context.Context, role domain.Role, cursor string, limit int) (domain.Page[domain.User], error) {
	k := keyed[domain.User]{
		table: "account", columns: accountColumns, key: "email", text: true, scan: scanUser,
		at: func(u domain.User) (any, string) { return u.Email, string(u.ID) },
	}
	if role != "" {
		k.where, k.args = []string{"role = $1"}, []any{string(role)}
	}
	return keyset(ctx, s.eng.reader, k, cursor, limit, func(u domain.User) domain.User { return u })
}

// CountRole counts enabled accounts of a role.
func (s *Store) CountRole(ctx context.Context, role domain.Role) (n int, err error) {
	err = s.eng.reader.QueryRowContext(ctx, "SELECT COUNT(*) FROM account WHERE role = $1 AND disabled = 0", string(role)).Scan(&n)
	return n, asError(err)
}

// Touch notes that a user was seen; no event, no new version.
func (s *Store) Touch(ctx context.Context, id domain.UserID, at time.Time) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "UPDATE account SET last_seen = $1 WHERE id = $2 AND last_seen < $1", micros(at), string(id))
		return err
	})
}

// UpdateUser loads, lets change and saves an account. It fails with conflict
// when no enabled administrator would remain or the address is taken, with
// stale when version is not 0 and not the stored one. change may run again when
// another transaction was in the way.
func (s *Store) UpdateUser(ctx context.Context, id domain.UserID, version int64, change func(*domain.User) ([]domain.Event, error)) error {
	return s.write(ctx, func(t *tx) error {
		u, err := findUser(ctx, t, "id", string(id), s.eng.forUpdate)
		if err != nil {
			return err
		}
		if version != 0 && version != u.Version {
			return domain.Errorf(domain.CodeStale, "version", "the account was changed meanwhile (version %d, yours is %d); reload it and try again", u.Version, version)
		}
		was := u
		events, err := change(&u)
		if err != nil {
			return err
		}
		u.ID = was.ID
		return t.saveUser(ctx, &was, &u, events)
	})
}

// saveUser stores a new (was is nil) or changed account under the guards, and
// sets its version.
func (t *tx) saveUser(ctx context.Context, was, u *domain.User, events []domain.Event) error {
	kind := domain.UserCreated
	if was != nil {
		kind = domain.UserChanged
		u.Version = was.Version
	} else {
		u.Version = 0
	}
	u.Version++
	u.Email = strings.ToLower(u.Email)
	if err := t.hold(ctx, u.Subject.Kind, subjectIDs(u.Subject), map[domain.Ref]bool{}); err != nil {
		return err
	}
	columns := strings.Split(accountColumns, ", ")
	text := "INSERT INTO account (" + accountColumns + ") VALUES (" + marks(1, len(columns)) + ")"
	if was != nil {
		text = "UPDATE account SET (" + accountColumns + ") = (" + marks(1, len(columns)) + ") WHERE id = $1"
	}
	if _, err := t.ExecContext(ctx, text, userArgs(*u)...); err != nil {
		if faultOf(err) == faultUnique {
			return &domain.Error{Code: domain.CodeConflict, Field: "email", Message: "there is already an account with this address; sign in with it or use another", Err: err}
		}
		return err
	}
	t.happened(withDefault(events, kind, domain.Ref{Kind: domain.ObjectUser, ID: string(u.ID)}, t.s)...)
	if was != nil && isAdministrator(was) && !isAdministrator(u) {
		return t.keepAdministrator(ctx)
	}
	return nil
}

func subjectIDs(ref domain.Ref) []string {
	if ref.ID == "" {
		return nil
	}
	return []string{ref.ID}
}

func isAdministrator(u *domain.User) bool {
	return u.Role == domain.RoleAdministrator && !u.Disabled
}

// keepAdministrator fails with conflict when no enabled administrator remains.
// The guard row is locked until the commit, so that two administrators who
// remove each other at the same time, on any servers, take turns.
func (t *tx) keepAdministrator(ctx context.Context) error {
	var name string
	if err := t.QueryRowContext(ctx, "SELECT name FROM guard WHERE name = 'administrators'"+t.s.eng.forUpdate).Scan(&name); err != nil {
		return err
	}
	var n int
	if err := t.QueryRowContext(ctx, "SELECT COUNT(*) FROM account WHERE role = 'administrator' AND disabled = 0").Scan(&n); err != nil {
		return err
	}
	if n == 0 {
		return domain.Errorf(domain.CodeConflict, "role", "this is the last administrator; make somebody else administrator first")
	}
	return nil
}
