package accounts

import (
	"context"
	"time"

	"jumpup/server/domain"
)

// Peeked is what a link shows before its button is pressed.
type Peeked struct {
	Kind        domain.LinkKind
	Role        domain.Role
	Email       string
	Name        domain.Text
	SubjectName domain.Text
	Expires     time.Time
	NeedsEmail  bool // whoever holds the link names an address
	NeedsSecret bool // a password is chosen with the button
}

// Spending is what is entered beside the button of a link.
type Spending struct {
	Email    string // only for links without an address
	Name     domain.Text
	Password string
}

// Peek says what a link is for. It never spends it: mail scanners and previews
// open addresses too. Fails with not_found when the link is not open.
func (s *Service) Peek(ctx context.Context, secret string) (Peeked, error) {
	l, err := s.openLink(ctx, secret)
	if err != nil {
		return Peeked{}, err
	}
	p := Peeked{
		Kind: l.Kind, Role: l.Role, Email: l.Email, Name: l.Name, Expires: l.Expires,
		NeedsEmail: l.Kind == domain.LinkInvitation && l.Email == "", NeedsSecret: l.Kind != domain.LinkSignIn,
	}
	p.SubjectName, err = s.subjectName(ctx, l.Subject)
	return p, err
}

// Spend uses a link by the press of its button and gives the account to sign in
// with. It fails with not_found when the link is not open, with invalid for the
// address or the password, with conflict when the address has an account.
func (s *Service) Spend(ctx context.Context, secret string, in Spending) (domain.User, error) {
	l, err := s.openLink(ctx, secret)
	if err != nil {
		return domain.User{}, err
	}
	switch l.Kind {
	case domain.LinkInvitation:
		return s.accept(ctx, l, in)
	case domain.LinkReset:
		return s.reset(ctx, l, in)
	default:
		return s.enterDemo(ctx, l)
	}
}

// accept makes the account of an invitation.
func (s *Service) accept(ctx context.Context, l domain.Link, in Spending) (domain.User, error) {
	email := l.Email
	if in.Email != "" || email == "" {
		given, err := Email("email", in.Email)
		if err != nil {
			return domain.User{}, err
		}
		if email != "" && given != email {
			return domain.User{}, domain.Errorf(domain.CodeInvalid, "email", "this invitation is for another address; leave the address out, or ask for an invitation to yours")
		}
		email = given
	}
	name, err := checkName("name", in.Name)
	if err != nil {
		return domain.User{}, err
	}
	if name.IsZero() {
		name = l.Name
	}
	if err := s.checkSubject(ctx, l.Role, l.Subject); err != nil {
		return domain.User{}, err
	}
	hashed, err := s.newPassword(ctx, "password", in.Password, email)
	if err != nil {
		return domain.User{}, err
	}
	if err := s.freeAddress(ctx, email); err != nil {
		return domain.User{}, err
	}
	return s.create(ctx, l, email, name, hashed)
}

func (s *Service) freeAddress(ctx context.Context, email string) error {
	_, err := s.Store.UserByEmail(ctx, email)
	switch {
	case err == nil:
		return hasAccount()
	case domain.CodeOf(err) == domain.CodeNotFound:
		return nil
	}
	return err
}

func hasAccount() error {
	return domain.Errorf(domain.CodeConflict, "email", "this address has an account already; sign in with it, or reset its password")
}

// create spends an invitation; password "" makes a ready account without one.
func (s *Service) create(ctx context.Context, l domain.Link, email string, name domain.Text, password string) (domain.User, error) {
	now := s.Now()
	return s.Store.SpendLink(ctx, l.Hash, now, func(l domain.Link, u *domain.User) (domain.User, []domain.Event, error) {
		if u != nil {
			return domain.User{}, nil, hasAccount()
		}
		n := domain.User{
			ID: domain.UserID(s.NewID()), Email: email, Name: name, Role: l.Role, Subject: l.Subject, Lang: l.Lang,
			Password: password, Epoch: 1, Created: now,
		}
		if password != "" {
			n.LastSeen = now
		}
		return n, []domain.Event{
			domain.Happened(domain.LinkSpent, n.Actor(), linkRef(l.ID), now, map[string]string{"kind": string(l.Kind)}),
			domain.Happened(domain.UserCreated, n.Actor(), userRef(n.ID), now, map[string]string{"role": string(n.Role)}),
		}, nil
	})
}

// reset sets a new password and ends every sign-in of the account.
func (s *Service) reset(ctx context.Context, l domain.Link, in Spending) (domain.User, error) {
	owner, err := s.Store.User(ctx, l.User)
	if err != nil {
		return domain.User{}, err
	}
	hashed, err := s.newPassword(ctx, "password", in.Password, owner.Email)
	if err != nil {
		return domain.User{}, err
	}
	now := s.Now()
	u, err := s.Store.SpendLink(ctx, l.Hash, now, func(l domain.Link, u *domain.User) (domain.User, []domain.Event, error) {
		if err := usable(u); err != nil {
			return domain.User{}, nil, err
		}
		u.Password, u.LastSeen = hashed, now
		u.Epoch++
		return *u, []domain.Event{
			domain.Happened(domain.LinkSpent, u.Actor(), linkRef(l.ID), now, map[string]string{"kind": string(l.Kind)}),
			domain.Happened(domain.PasswordChanged, u.Actor(), userRef(u.ID), now, nil),
		}, nil
	})
	if err != nil {
		return domain.User{}, err
	}
	return u, s.withdrawResets(ctx, u.Actor(), u.ID)
}

// enterDemo signs in to a ready account of the demonstration.
func (s *Service) enterDemo(ctx context.Context, l domain.Link) (domain.User, error) {
	now := s.Now()
	return s.Store.SpendLink(ctx, l.Hash, now, func(l domain.Link, u *domain.User) (domain.User, []domain.Event, error) {
		if err := usable(u); err != nil {
			return domain.User{}, nil, err
		}
		u.LastSeen = now
		return *u, []domain.Event{
			domain.Happened(domain.LinkSpent, u.Actor(), linkRef(l.ID), now, map[string]string{"kind": string(l.Kind)}),
			domain.Happened(domain.UserSignedIn, u.Actor(), userRef(u.ID), now, nil),
		}, nil
	})
}

func usable(u *domain.User) error {
	if u == nil || u.Disabled {
		return domain.Errorf(domain.CodeForbidden, "", "this account is disabled; ask a coordinator")
	}
	return nil
}

// newPassword checks and hashes a password.
func (s *Service) newPassword(ctx context.Context, field, password, email string) (string, error) {
	p, err := checkPassword(field, password, email)
	if err != nil {
		return "", err
	}
	return s.hashPassword(ctx, p)
}
