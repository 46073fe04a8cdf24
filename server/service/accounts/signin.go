package accounts

import (
	"context"

	"jumpup/server/domain"
)

func wrong() error {
	return domain.Errorf(domain.CodeUnauthenticated, "", "the address or the password is wrong; check both, or reset the password")
}

// SignIn checks an address and a password. Every failure takes the same time
// and gives the same answer, so that nobody learns who has an account; only
// whoever knows the password learns that an account is disabled.
func (s *Service) SignIn(ctx context.Context, email, password string) (domain.User, error) {
	u, found, err := s.byAddress(ctx, email)
	if err != nil {
		return domain.User{}, err
	}
	phc := s.dummy
	if found && u.Password != "" {
		phc = u.Password
	}
	ok, err := s.verify(ctx, phc, password)
	if err != nil {
		return domain.User{}, err
	}
	if !ok || !found || u.Password == "" {
		return domain.User{}, wrong()
	}
	if err := usable(&u); err != nil {
		return domain.User{}, err
	}
	now := s.Now()
	err = s.Store.UpdateUser(ctx, u.ID, 0, func(v *domain.User) ([]domain.Event, error) {
		if v.Password != u.Password || v.Disabled {
			return nil, wrong() // changed while we compared
		}
		v.LastSeen = now
		u = *v
		return []domain.Event{domain.Happened(domain.UserSignedIn, v.Actor(), userRef(v.ID), now, nil)}, nil
	})
	if err != nil {
		return domain.User{}, err
	}
	return s.Store.User(ctx, u.ID)
}

func (s *Service) byAddress(ctx context.Context, email string) (u domain.User, found bool, err error) {
	e, err := Email("email", email)
	if err != nil {
		return u, false, nil //nolint:nilerr // no address has no account, and that is all there is to say
	}
	u, err = s.Store.UserByEmail(ctx, e)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return u, false, nil
	}
	return u, err == nil, err
}

// ChangePassword sets a new password and ends every older sign-in; the caller
// signs the person in again with the account it gets. Fails with invalid at
// "current" when the current password is wrong.
func (s *Service) ChangePassword(ctx context.Context, a domain.Actor, current, next string) (domain.User, error) {
	u, err := s.self(ctx, a)
	if err != nil {
		return u, err
	}
	phc := u.Password
	if phc == "" {
		phc = s.dummy
	}
	ok, err := s.verify(ctx, phc, current)
	if err != nil {
		return u, err
	}
	if !ok || u.Password == "" {
		return u, domain.Errorf(domain.CodeInvalid, "current", "is not your current password; type it again, or sign out and reset it")
	}
	hashed, err := s.newPassword(ctx, "next", next, u.Email)
	if err != nil {
		return u, err
	}
	err = s.change(ctx, a, u.ID, 0, domain.PasswordChanged, nil, func(v *domain.User) error {
		if v.Password != u.Password {
			return domain.Errorf(domain.CodeConflict, "", "the password was changed elsewhere at this moment; sign in again")
		}
		v.Password = hashed
		v.Epoch++
		return nil
	})
	if err != nil {
		return u, err
	}
	if err := s.withdrawResets(ctx, a, u.ID); err != nil {
		return u, err
	}
	return s.Store.User(ctx, u.ID)
}

// SignOutEverywhere ends every sign-in of the actor.
func (s *Service) SignOutEverywhere(ctx context.Context, a domain.Actor) error {
	u, err := s.self(ctx, a)
	if err != nil {
		return err
	}
	return s.endSignIns(ctx, a, u.ID)
}

func (s *Service) endSignIns(ctx context.Context, a domain.Actor, id domain.UserID) error {
	return s.change(ctx, a, id, 0, domain.SignedOutAll, nil, func(v *domain.User) error { v.Epoch++; return nil })
}

// self is the actor's own account.
func (s *Service) self(ctx context.Context, a domain.Actor) (domain.User, error) {
	if a.User == "" || a.Role == domain.RoleSystem {
		return domain.User{}, signedOut()
	}
	u, err := s.Store.User(ctx, a.User)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return u, signedOut()
	}
	return u, err
}

// change saves an account with one event.
func (s *Service) change(ctx context.Context, a domain.Actor, id domain.UserID, version int64, kind domain.EventKind, data map[string]string, do func(*domain.User) error) error {
	now := s.Now()
	return s.Store.UpdateUser(ctx, id, version, func(u *domain.User) ([]domain.Event, error) {
		if err := do(u); err != nil {
			return nil, err
		}
		return []domain.Event{domain.Happened(kind, a, userRef(id), now, data)}, nil
	})
}
