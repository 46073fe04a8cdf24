package accounts

import (
	"context"

	"jumpup/server/domain"
)

// UserChange is a change of an account; nil leaves as it is.
type UserChange struct {
	Role     *domain.Role
	Subject  *domain.Ref
	Disabled *bool
}

func mayManage(a domain.Actor, r domain.Role) bool {
	return domain.Can(a, domain.ActManage, domain.Object{Kind: domain.ObjectUser, Role: r})
}

// Users lists accounts by address; role "" means all.
func (s *Service) Users(ctx context.Context, a domain.Actor, role domain.Role, cursor string, limit int) (domain.Page[domain.User], error) {
	if !domain.Can(a, domain.ActRead, domain.Object{Kind: domain.ObjectUser}) {
		return domain.Page[domain.User]{}, forbidden("see accounts")
	}
	p, err := s.Store.Users(ctx, role, cursor, limit)
	s.read(a, userRef(""), len(p.Items))
	return p, err
}

// User gives one account.
func (s *Service) User(ctx context.Context, a domain.Actor, id domain.UserID) (domain.User, error) {
	if !domain.Can(a, domain.ActRead, domain.Object{Kind: domain.ObjectUser}) {
		return domain.User{}, forbidden("see accounts")
	}
	u, err := s.Store.User(ctx, id)
	if err == nil && id != a.User {
		s.read(a, userRef(id), 1)
	}
	return u, err
}

// managed finds an account that the actor may manage.
func (s *Service) managed(ctx context.Context, a domain.Actor, id domain.UserID) (domain.User, error) {
	u, err := s.User(ctx, a, id)
	if err == nil && !mayManage(a, u.Role) {
		return u, forbidden("manage the account of a " + string(u.Role))
	}
	return u, err
}

// UpdateUser changes role, subject or whether an account is disabled, and ends
// its sign-ins when any of them is new. Fails with stale when version is not 0 and old, and with
// conflict when no enabled administrator would remain.
func (s *Service) UpdateUser(ctx context.Context, a domain.Actor, id domain.UserID, version int64, c UserChange) (domain.User, error) {
	was, err := s.managed(ctx, a, id)
	if err != nil {
		return was, err
	}
	role, subject := was.Role, was.Subject
	if c.Role != nil && *c.Role != role {
		role, subject = *c.Role, domain.Ref{}
	}
	if c.Subject != nil {
		subject = *c.Subject
	}
	if role != was.Role || subject != was.Subject {
		if !mayManage(a, role) {
			return was, forbidden("make somebody a " + string(role))
		}
		if err := s.checkSubject(ctx, role, subject); err != nil {
			return was, err
		}
	}
	data := map[string]string{}
	if role != was.Role {
		data["role"] = string(role)
	}
	if subject != was.Subject {
		data["subject"] = subject.String()
	}
	if c.Disabled != nil && *c.Disabled != was.Disabled {
		data["disabled"] = map[bool]string{true: "yes", false: "no"}[*c.Disabled]
	}
	if len(data) == 0 {
		if version != 0 && version != was.Version {
			return was, domain.Errorf(domain.CodeStale, "version", "the account was changed meanwhile; load it again")
		}
		return was, nil
	}
	err = s.change(ctx, a, id, version, domain.UserChanged, data, func(u *domain.User) error {
		if u.Role != was.Role || u.Subject != was.Subject {
			return domain.Errorf(domain.CodeStale, "", "the account was changed at this moment; load it again")
		}
		u.Role, u.Subject = role, subject
		if c.Disabled != nil {
			u.Disabled = *c.Disabled
		}
		u.Epoch++
		return nil
	})
	if err != nil {
		return was, err
	}
	return s.Store.User(ctx, id)
}

// SignOutUser ends every sign-in of somebody else.
func (s *Service) SignOutUser(ctx context.Context, a domain.Actor, id domain.UserID) error {
	if _, err := s.managed(ctx, a, id); err != nil {
		return err
	}
	return s.endSignIns(ctx, a, id)
}

// Me gives the actor's own account.
func (s *Service) Me(ctx context.Context, a domain.Actor) (domain.User, error) { return s.self(ctx, a) }

// UpdateMe changes the actor's own name and language; nil leaves as it is.
func (s *Service) UpdateMe(ctx context.Context, a domain.Actor, version int64, name *domain.Text, lang *string) (domain.User, error) {
	u, err := s.self(ctx, a)
	if err != nil {
		return u, err
	}
	var newName domain.Text
	newLang := ""
	if name != nil {
		if newName, err = checkName("name", *name); err != nil {
			return u, err
		}
	}
	if lang != nil {
		if newLang, err = checkLang("lang", *lang); err != nil {
			return u, err
		}
	}
	err = s.change(ctx, a, u.ID, version, domain.UserChanged, nil, func(v *domain.User) error {
		if name != nil {
			v.Name = newName
		}
		if lang != nil {
			v.Lang = newLang
		}
		return nil
	})
	if err != nil {
		return u, err
	}
	return s.Store.User(ctx, u.ID)
}

// SubjectName is the name of the record an account or an invitation is about;
// the zero text when there is none.
func (s *Service) SubjectName(ctx context.Context, ref domain.Ref) (domain.Text, error) {
	return s.subjectName(ctx, ref)
}
