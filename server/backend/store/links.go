package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"jumpup/server/domain"
)

const linkColumns = "id, kind, hash, email, name_plain, name_ko, name_en, role, subject_kind, subject_id, lang, account, made_by, created, expires, spent, revoked"

func scanLink(scan func(...any) error) (l domain.Link, err error) {
	var created, expires, spent, revoked int64
	err = scan(&l.ID, &l.Kind, &l.Hash, &l.Email, &l.Name.Plain, &l.Name.Ko, &l.Name.En, &l.Role, &l.Subject.Kind, &l.Subject.ID,
		&l.Lang, &l.User, &l.By, &created, &expires, &spent, &revoked)
	l.Created, l.Expires, l.Spent, l.Revoked = fromMicros(created), fromMicros(expires), fromMicros(spent), fromMicros(revoked)
	return l, err
}

func findLink(ctx context.Context, q querier, where, lock string, args ...any) (domain.Link, error) {
	l, err := scanLink(q.QueryRowContext(ctx, "SELECT "+linkColumns+" FROM link WHERE "+where+lock, args...).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return l, domain.Errorf(domain.CodeNotFound, "", "there is no such link; ask for a new one")
	}
	return l, asError(err)
}

// AddLink stores a one-time link; conflict when its hash is there already.
func (s *Store) AddLink(ctx context.Context, l domain.Link, events ...domain.Event) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "INSERT INTO link ("+linkColumns+") VALUES ("+marks(1, 17)+")",
			l.ID, string(l.Kind), l.Hash, strings.ToLower(l.Email), l.Name.Plain, l.Name.Ko, l.Name.En, string(l.Role), string(l.Subject.Kind), l.Subject.ID,
			l.Lang, string(l.User), string(l.By), micros(l.Created), micros(l.Expires), micros(l.Spent), micros(l.Revoked))
		if err != nil {
			return err
		}
		t.happened(withDefault(events, domain.LinkIssued, linkRef(l.ID), s)...)
		return nil
	})
}

func linkRef(id string) domain.Ref { return domain.Ref{Kind: domain.ObjectLink, ID: id} }

// LinkByHash finds a link by the hash of its secret; not_found.
func (s *Store) LinkByHash(ctx context.Context, hash []byte) (domain.Link, error) {
	return findLink(ctx, s.eng.reader, "hash = $1", "", hash)
}

// Link finds a link by its id; not_found.
func (s *Store) Link(ctx context.Context, id string) (domain.Link, error) {
	return findLink(ctx, s.eng.reader, "id = $1", "", id)
}

// Links lists links, newest first; kind "" means all.
func (s *Store) Links(ctx context.Context, kind domain.LinkKind, cursor string, limit int) (domain.Page[domain.Link], error) {
	k := keyed[domain.Link]{
		table: "link", columns: linkColumns, key: "created", newest: true, scan: scanLink,
		at: func(l domain.Link) (any, string) { return micros(l.Created), l.ID },
	}
	if kind != "" {
		k.where, k.args = []string{"kind = $1"}, []any{string(kind)}
	}
	return keyset(ctx, s.eng.reader, k, cursor, limit, func(l domain.Link) domain.Link { return l })
}

// OpenInvitation finds the newest unspent, unrevoked invitation of a role that
// the program itself issued; not_found.
func (s *Store) OpenInvitation(ctx context.Context, role domain.Role, now time.Time) (domain.Link, error) {
	return findLink(ctx, s.eng.reader,
		"kind = 'invitation' AND role = $1 AND spent = 0 AND revoked = 0 AND expires > $2 AND made_by LIKE 'system:%' ORDER BY created DESC, id DESC LIMIT 1", "",
		string(role), micros(now))
}

// SpendLink marks an open link as spent and creates or changes its account in
// one transaction. It fails with not_found for an unknown link and with
// conflict when it is spent, revoked or expired, or when the address is taken.
// change may run again when another transaction was in the way.
func (s *Store) SpendLink(ctx context.Context, hash []byte, at time.Time, change func(domain.Link, *domain.User) (domain.User, []domain.Event, error)) (out domain.User, err error) {
	err = s.write(ctx, func(t *tx) error {
		l, err := findLink(ctx, t, "hash = $1", s.eng.forUpdate, hash)
		if err != nil {
			return err
		}
		if !l.Open(at) {
			return domain.Errorf(domain.CodeConflict, "", "this link was used already or has run out; ask for a new one")
		}
		if _, err := t.ExecContext(ctx, "UPDATE link SET spent = $1 WHERE id = $2", micros(at), l.ID); err != nil {
			return err
		}
		was, err := t.userOfLink(ctx, l)
		if err != nil {
			return err
		}
		var given *domain.User
		if was != nil {
			copied := *was
			given = &copied
		}
		u, events, err := change(l, given)
		if err != nil {
			return err
		}
		if was != nil {
			u.ID = was.ID
		}
		out = u
		return t.saveUser(ctx, was, &out, withDefault(events, domain.LinkSpent, linkRef(l.ID), s))
	})
	if err != nil {
		return domain.User{}, err
	}
	return out, nil
}

// userOfLink is the account that a link changes, nil when it makes a new one.
func (t *tx) userOfLink(ctx context.Context, l domain.Link) (*domain.User, error) {
	column, value := "id", string(l.User)
	if value == "" {
		column, value = "email", l.Email
	}
	if value == "" {
		return nil, nil
	}
	u, err := findUser(ctx, t, column, value, t.s.eng.forUpdate)
	if domain.CodeOf(err) == domain.CodeNotFound && l.User == "" {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &u, nil
}

// RevokeLink closes an open link; not_found, or conflict when spent. Revoking
// twice changes nothing.
func (s *Store) RevokeLink(ctx context.Context, id string, at time.Time, events ...domain.Event) error {
	return s.write(ctx, func(t *tx) error {
		l, err := findLink(ctx, t, "id = $1", s.eng.forUpdate, id)
		switch {
		case err != nil:
			return err
		case !l.Spent.IsZero():
			return domain.Errorf(domain.CodeConflict, "", "this link was used already; change the account instead")
		case !l.Revoked.IsZero():
			return nil
		}
		if _, err := t.ExecContext(ctx, "UPDATE link SET revoked = $1 WHERE id = $2", micros(at), id); err != nil {
			return err
		}
		t.happened(withDefault(events, domain.LinkRevoked, linkRef(id), s)...)
		return nil
	})
}
