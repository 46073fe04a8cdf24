package rest

import (
	"context"

	"jumpup/server/domain"
	"jumpup/server/service/accounts"
)

type invitationsOut struct{ Body List[Invitation] }

func (s *Server) listInvitations(ctx context.Context, in *Paging) (*invitationsOut, error) {
	p, err := s.Accounts.Invitations(ctx, actorOf(ctx), in.Cursor, in.Limit)
	if err != nil {
		return nil, err
	}
	list, err := pageOf(ctx, p, s.invitation)
	return &invitationsOut{list}, err
}

type inviteIn struct {
	Body struct {
		Email   string   `json:"email,omitempty" maxLength:"254" doc:"Address; left out, whoever holds the link names one"`
		Name    Name     `json:"name,omitzero" doc:"Name of the person"`
		Role    string   `json:"role" enum:"company,expert,investor,coordinator,manager,administrator" doc:"Role of the account to be"`
		Subject *Subject `json:"subject,omitempty" doc:"The record the account will act for; none for coordinators and administrators"`
		Lang    string   `json:"lang,omitempty" enum:"ko,en" default:"ko" doc:"Language of the account and of the mail"`
	}
}

type issuedOut struct{ Body IssuedInvitation }

func (s *Server) invite(ctx context.Context, in *inviteIn) (*issuedOut, error) {
	b := in.Body
	h, err := s.Accounts.Invite(ctx, actorOf(ctx), accounts.Invitation{
		Email: b.Email, Name: b.Name.domain(), Role: domain.Role(b.Role), Subject: b.Subject.ref(), Lang: b.Lang,
	})
	if err != nil {
		return nil, err
	}
	return s.issued(ctx, h)
}

func (x *Subject) ref() domain.Ref {
	if x == nil {
		return domain.Ref{}
	}
	return domain.Ref{Kind: domain.Kind(x.Kind), ID: x.ID}
}

func (s *Server) issued(ctx context.Context, h accounts.Handover) (*issuedOut, error) {
	i, err := s.invitation(ctx, h.Link)
	return &issuedOut{IssuedInvitation{Invitation: i, Link: h.URL, Texts: messagesOf(h), Mailed: h.Mailed}}, err
}

// AccountPath names one account or invitation.
type AccountPath struct {
	ID string `path:"id" minLength:"1" maxLength:"100" doc:"Id"`
}

func (s *Server) withdraw(ctx context.Context, in *AccountPath) (*struct{}, error) {
	return nil, s.Accounts.Revoke(ctx, actorOf(ctx), in.ID)
}

func (s *Server) renew(ctx context.Context, in *AccountPath) (*issuedOut, error) {
	h, err := s.Accounts.Renew(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return s.issued(ctx, h)
}

type usersIn struct {
	Paging
	Role string `query:"role" enum:"company,expert,investor,coordinator,manager,administrator" doc:"Only accounts of the role"`
}

type usersOut struct{ Body List[User] }

func (s *Server) listUsers(ctx context.Context, in *usersIn) (*usersOut, error) {
	p, err := s.Accounts.Users(ctx, actorOf(ctx), domain.Role(in.Role), in.Cursor, in.Limit)
	if err != nil {
		return nil, err
	}
	list, err := pageOf(ctx, p, s.user)
	return &usersOut{list}, err
}

type readUserIn struct {
	AccountPath
	IfNoneMatch
}

type userOut struct {
	ETag
	Body User
}

func (s *Server) readUser(ctx context.Context, in *readUserIn) (*userOut, error) {
	u, err := s.Accounts.User(ctx, actorOf(ctx), domain.UserID(in.ID))
	if err != nil {
		return nil, err
	}
	if err := in.unchanged(u.Version); err != nil {
		return nil, err
	}
	out, err := s.user(ctx, u)
	return &userOut{tagged(u.Version), out}, err
}

type changeUserIn struct {
	AccountPath
	IfMatch
	Body struct {
		Role     *string  `json:"role,omitempty" enum:"company,expert,investor,coordinator,manager,administrator" doc:"The new role"`
		Subject  *Subject `json:"subject,omitempty" doc:"The record to act for; needed with a role that acts for one"`
		Disabled *bool    `json:"disabled,omitempty" doc:"Whether the account may not sign in"`
	}
}

func (s *Server) changeUser(ctx context.Context, in *changeUserIn) (*userOut, error) {
	v, err := in.version()
	if err != nil {
		return nil, err
	}
	c := accounts.UserChange{Disabled: in.Body.Disabled}
	if in.Body.Role != nil {
		c.Role = ptr(domain.Role(*in.Body.Role))
	}
	if in.Body.Subject != nil {
		c.Subject = ptr(in.Body.Subject.ref())
	}
	u, err := s.Accounts.UpdateUser(ctx, actorOf(ctx), domain.UserID(in.ID), v, c)
	if err != nil {
		return nil, err
	}
	out, err := s.user(ctx, u)
	return &userOut{tagged(u.Version), out}, err
}

type handoverOut struct{ Body Handover }

func (s *Server) handReset(ctx context.Context, in *AccountPath) (*handoverOut, error) {
	h, err := s.Accounts.ResetLink(ctx, actorOf(ctx), domain.UserID(in.ID))
	if err != nil {
		return nil, err
	}
	return &handoverOut{handoverOf(h)}, nil
}

func (s *Server) signOutUser(ctx context.Context, in *AccountPath) (*struct{}, error) {
	return nil, s.Accounts.SignOutUser(ctx, actorOf(ctx), domain.UserID(in.ID))
}
