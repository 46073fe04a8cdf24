package accounts

import (
	"context"
	"time"

	"jumpup/server/domain"
)

// Store keeps accounts and one-time links. Every method is a whole
// transaction; events go to the outbox and the audit log within it.
type Store interface {
	// User finds an account by id; not_found when there is none.
	User(ctx context.Context, id domain.UserID) (domain.User, error)
	// UserByEmail finds an account by its lower-case address; not_found.
	UserByEmail(ctx context.Context, email string) (domain.User, error)
	// Users lists accounts by address; role "" means all.
	Users(ctx context.Context, role domain.Role, cursor string, limit int) (domain.Page[domain.User], error)
	// UpdateUser loads, lets change and saves an account. It fails with
	// conflict when no enabled administrator would remain, with stale when
	// version is not 0 and not the stored one.
	UpdateUser(ctx context.Context, id domain.UserID, version int64, change func(*domain.User) ([]domain.Event, error)) error
	// Touch notes that a user was seen; no event, no new version.
	Touch(ctx context.Context, id domain.UserID, at time.Time) error

	// AddLink stores a one-time link.
	AddLink(ctx context.Context, l domain.Link, events ...domain.Event) error
	// LinkByHash finds a link by the hash of its secret; not_found.
	LinkByHash(ctx context.Context, hash []byte) (domain.Link, error)
	// Link finds a link by its id; not_found.
	Link(ctx context.Context, id string) (domain.Link, error)
	// Links lists links, newest first; kind "" means all.
	Links(ctx context.Context, kind domain.LinkKind, cursor string, limit int) (domain.Page[domain.Link], error)
	// SpendLink marks an open link as spent and creates or changes its user
	// in one transaction: user is nil for an invitation of a new address,
	// else the account of the link's User or Email; change returns the
	// account to store. Two spenders of one link: one gets conflict.
	SpendLink(ctx context.Context, hash []byte, at time.Time, change func(l domain.Link, u *domain.User) (domain.User, []domain.Event, error)) (domain.User, error)
	// RevokeLink closes an open link; not_found, or conflict when spent.
	RevokeLink(ctx context.Context, id string, at time.Time, events ...domain.Event) error
	// CountRole counts enabled accounts of a role.
	CountRole(ctx context.Context, role domain.Role) (int, error)
	// OpenInvitation finds an unspent, unrevoked invitation of a role issued
	// by the system itself (the first administrator's); not_found.
	OpenInvitation(ctx context.Context, role domain.Role, now time.Time) (domain.Link, error)
}

// Mailer delivers one message. Without SMTP settings Ready is false and the
// person at the screen gets a link to hand over instead.
type Mailer interface {
	Ready() bool
	Send(ctx context.Context, m domain.Mail) error
}

// Records looks up the record an account acts for; implemented by the store.
type Records interface {
	Record(ctx context.Context, ref domain.Ref) (domain.Record, error)
}
