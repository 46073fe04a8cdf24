package accounts

import (
	"context"

	"jumpup/server/domain"
)

// Invitation is who is invited to what. Email and Name may be empty: whoever
// holds the link names them.
type Invitation struct {
	Email   string
	Name    domain.Text
	Role    domain.Role
	Subject domain.Ref // the company, expert, investor or institution; zero for staff
	Lang    string
}

func mayInvite(a domain.Actor, r domain.Role) bool {
	return domain.Can(a, domain.ActInvite, domain.Object{Kind: domain.ObjectLink, Role: r})
}

// FirstStart gives the one-time link of the first administrator while there is
// no enabled administrator; ok is false when there is one. Each call withdraws
// the link of the call before.
func (s *Service) FirstStart(ctx context.Context) (h Handover, ok bool, err error) {
	n, err := s.Store.CountRole(ctx, domain.RoleAdministrator)
	if err != nil || n > 0 {
		return h, false, err
	}
	a := domain.System("first-start")
	for {
		old, err := s.Store.OpenInvitation(ctx, domain.RoleAdministrator, s.Now())
		if domain.CodeOf(err) == domain.CodeNotFound {
			break
		}
		if err != nil {
			return h, false, err
		}
		if err := s.revoke(ctx, a, old.ID); err != nil {
			return h, false, err
		}
	}
	h, err = s.issue(ctx, a, domain.Link{Kind: domain.LinkInvitation, Role: domain.RoleAdministrator, Lang: "ko"}, invitationTerm)
	return h, err == nil, err
}

// Invite issues an invitation. It goes out by mail when there is an address and
// a mail server; the caller gets the link in any case.
func (s *Service) Invite(ctx context.Context, a domain.Actor, in Invitation) (Handover, error) {
	l, err := s.invitation(ctx, a, in)
	if err != nil {
		return Handover{}, err
	}
	h, err := s.issue(ctx, a, l, invitationTerm)
	if err != nil {
		return Handover{}, err
	}
	return s.mailed(ctx, h), nil
}

// invitation checks an invitation.
func (s *Service) invitation(ctx context.Context, a domain.Actor, in Invitation) (domain.Link, error) {
	l := domain.Link{Kind: domain.LinkInvitation, Role: in.Role, Subject: in.Subject}
	if !mayInvite(a, in.Role) {
		return l, forbidden("invite a " + string(in.Role))
	}
	var err error
	if in.Email != "" {
		if l.Email, err = Email("email", in.Email); err != nil {
			return l, err
		}
		_, err := s.Store.UserByEmail(ctx, l.Email)
		if err == nil {
			return l, domain.Errorf(domain.CodeConflict, "email", "this address has an account already; change its role, or hand over a reset link")
		}
		if domain.CodeOf(err) != domain.CodeNotFound {
			return l, err
		}
	}
	if l.Name, err = checkName("name", in.Name); err != nil {
		return l, err
	}
	if l.Lang, err = checkLang("lang", in.Lang); err != nil {
		return l, err
	}
	return l, s.checkSubject(ctx, in.Role, in.Subject)
}

// checkSubject: accounts that act for an organisation need an existing record
// of the right kind, staff none.
func (s *Service) checkSubject(ctx context.Context, role domain.Role, ref domain.Ref) error {
	kind := role.SubjectKind()
	known := false
	for _, r := range domain.Roles {
		known = known || r == role
	}
	switch {
	case !known:
		return domain.Errorf(domain.CodeInvalid, "role", "%q is no role an account may have", role)
	case kind == "" && !ref.IsZero():
		return domain.Errorf(domain.CodeInvalid, "subject", "a %s acts for the programme, not for a record; leave the subject out", role)
	case kind == "":
		return nil
	case ref.Kind != kind || ref.ID == "":
		return domain.Errorf(domain.CodeInvalid, "subject", "name the %s this %s acts for", kind, role)
	}
	_, err := s.Records.Record(ctx, ref)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return domain.Errorf(domain.CodeInvalid, "subject", "there is no %s with the id %q; create it first", kind, ref.ID)
	}
	return err
}

// mailed sends a link to its address when it can. A mail that cannot be sent is
// no failure: the link is handed over by hand then.
func (s *Service) mailed(ctx context.Context, h Handover) Handover {
	if s.Mailer == nil || !s.Mailer.Ready() || h.Link.Email == "" {
		return h
	}
	h.Mailed = s.Mailer.Send(ctx, h.Texts[h.Link.Lang]) == nil
	return h
}

// Invitations lists invitations, newest first.
func (s *Service) Invitations(ctx context.Context, a domain.Actor, cursor string, limit int) (domain.Page[domain.Link], error) {
	if !domain.Can(a, domain.ActRead, domain.Object{Kind: domain.ObjectLink}) {
		return domain.Page[domain.Link]{}, forbidden("see invitations")
	}
	p, err := s.Store.Links(ctx, domain.LinkInvitation, cursor, limit)
	s.read(a, linkRef(""), len(p.Items))
	return p, err
}

// Renew withdraws an invitation and issues it again with a new secret and term.
func (s *Service) Renew(ctx context.Context, a domain.Actor, id string) (Handover, error) {
	l, err := s.invitationByID(ctx, a, id)
	if err != nil {
		return Handover{}, err
	}
	in := Invitation{Email: l.Email, Name: l.Name, Role: l.Role, Subject: l.Subject, Lang: l.Lang}
	if !l.Spent.IsZero() {
		return Handover{}, domain.Errorf(domain.CodeConflict, "id", "this invitation was accepted already; hand over a reset link instead")
	}
	if l.Revoked.IsZero() {
		if err := s.revoke(ctx, a, l.ID); err != nil {
			return Handover{}, err
		}
	}
	return s.Invite(ctx, a, in)
}

// Revoke withdraws an invitation.
func (s *Service) Revoke(ctx context.Context, a domain.Actor, id string) error {
	l, err := s.invitationByID(ctx, a, id)
	if err != nil {
		return err
	}
	return s.revoke(ctx, a, l.ID)
}

func (s *Service) revoke(ctx context.Context, a domain.Actor, id string) error {
	now := s.Now()
	return s.Store.RevokeLink(ctx, id, now, domain.Happened(domain.LinkRevoked, a, linkRef(id), now, nil))
}

// invitationByID finds an invitation that the actor may deal with.
func (s *Service) invitationByID(ctx context.Context, a domain.Actor, id string) (domain.Link, error) {
	if !domain.Can(a, domain.ActRead, domain.Object{Kind: domain.ObjectLink}) {
		return domain.Link{}, forbidden("deal with invitations")
	}
	l, err := s.Store.Link(ctx, id)
	if domain.CodeOf(err) == domain.CodeNotFound || err == nil && l.Kind != domain.LinkInvitation {
		return l, domain.Errorf(domain.CodeNotFound, "id", "there is no such invitation")
	}
	if err == nil && !mayInvite(a, l.Role) {
		return l, forbidden("deal with this invitation")
	}
	return l, err
}
