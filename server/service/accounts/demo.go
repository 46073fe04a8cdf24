package accounts

import (
	"context"
	"time"

	"jumpup/server/domain"
)

// signInTerm is how long a ready sign-in link of the demonstration works.
const signInTerm = 7 * 24 * time.Hour

// EnsureAccount gives the account of an address, made without a password when
// there is none. Only the program itself may: the demonstration has a ready
// account per role. Signing in takes a link of [Service.SignInLink], or a
// password set through a reset link.
func (s *Service) EnsureAccount(ctx context.Context, a domain.Actor, in Invitation) (domain.User, error) {
	if a.Role != domain.RoleSystem {
		return domain.User{}, forbidden("make an account without an invitation")
	}
	email, err := Email("email", in.Email)
	if err != nil {
		return domain.User{}, err
	}
	u, err := s.Store.UserByEmail(ctx, email)
	if err == nil || domain.CodeOf(err) != domain.CodeNotFound {
		return u, err
	}
	l, err := s.invitation(ctx, a, in)
	if err != nil {
		return domain.User{}, err
	}
	h, err := s.issue(ctx, a, l, time.Minute)
	if err != nil {
		return domain.User{}, err
	}
	return s.create(ctx, h.Link, email, h.Link.Name, "")
}

// SignInLink gives a one-time link that signs in to an account by one press,
// without a password. Only the program itself may, for the demonstration.
func (s *Service) SignInLink(ctx context.Context, a domain.Actor, id domain.UserID) (Handover, error) {
	if a.Role != domain.RoleSystem {
		return Handover{}, forbidden("make a sign-in link")
	}
	u, err := s.Store.User(ctx, id)
	if err != nil {
		return Handover{}, err
	}
	l := domain.Link{Kind: domain.LinkSignIn, Email: u.Email, Name: u.Name, Role: u.Role, Subject: u.Subject, Lang: u.Lang, User: u.ID}
	return s.issue(ctx, a, l, signInTerm)
}
