package accounts_test

import (
	"slices"
	"testing"

	"jumpup/server/domain"
	"jumpup/server/service/accounts"
)

func TestLastAdministratorStays(t *testing.T) {
	w := newWorld(t)
	one := w.user("one@jumpup.example", domain.RoleAdministrator, "")
	off, less := true, domain.RoleCoordinator
	for name, c := range map[string]accounts.UserChange{"disabled": {Disabled: &off}, "made a coordinator": {Role: &less}} {
		_, err := w.UpdateUser(t.Context(), one.Actor(), one.ID, 0, c)
		fails(t, "the last one "+name, err, domain.CodeConflict, "role")
	}
	two := w.user("two@jumpup.example", domain.RoleAdministrator, "")
	_, err := w.UpdateUser(t.Context(), two.Actor(), one.ID, 0, accounts.UserChange{Role: &less})
	works(t, "one of two steps back", err)
}

func TestRoleChanges(t *testing.T) {
	w := newWorld(t)
	u := w.user("kim@hanbit.example", domain.RoleCompany, "c1")
	boss := w.user("boss@jumpup.example", domain.RoleAdministrator, "")
	investor, coord, adm := domain.RoleInvestor, domain.RoleCoordinator, domain.RoleAdministrator
	i1 := domain.Ref{Kind: domain.KindInvestor, ID: "i1"}

	_, err := w.UpdateUser(t.Context(), coordinator, u.ID, 0, accounts.UserChange{Role: &investor})
	fails(t, "a role without its subject", err, domain.CodeInvalid, "subject")
	_, err = w.UpdateUser(t.Context(), coordinator, u.ID, 0, accounts.UserChange{Role: &coord})
	fails(t, "a coordinator makes a coordinator", err, domain.CodeForbidden, "")
	_, err = w.UpdateUser(t.Context(), coordinator, boss.ID, 0, accounts.UserChange{Role: &coord})
	fails(t, "a coordinator manages an administrator", err, domain.CodeForbidden, "")
	_, err = w.UpdateUser(t.Context(), company, u.ID, 0, accounts.UserChange{Role: &adm})
	fails(t, "a company makes itself administrator", err, domain.CodeForbidden, "")
	_, err = w.UpdateUser(t.Context(), coordinator, "nobody", 0, accounts.UserChange{Role: &investor})
	fails(t, "an account that is not", err, domain.CodeNotFound, "")

	got, err := w.UpdateUser(t.Context(), coordinator, u.ID, u.Version, accounts.UserChange{Role: &investor, Subject: &i1})
	if err != nil || got.Role != investor || got.Subject != i1 || got.Epoch == u.Epoch || got.Version != u.Version+1 {
		t.Fatalf("changed to %+v %v", got, err)
	}
	_, err = w.Actor(t.Context(), u.ID, u.Epoch)
	fails(t, "a sign-in of the old role", err, domain.CodeUnauthenticated, "")
	_, err = w.UpdateUser(t.Context(), coordinator, u.ID, u.Version, accounts.UserChange{Subject: &i1})
	fails(t, "an old version", err, domain.CodeStale, "")
	got, err = w.UpdateUser(t.Context(), boss.Actor(), u.ID, 0, accounts.UserChange{Role: &coord})
	if err != nil || got.Subject != (domain.Ref{}) {
		t.Errorf("a new coordinator: %+v %v", got, err)
	}
}

func TestActorOfAnExpertKnowsItsInstitution(t *testing.T) {
	w := newWorld(t)
	u := w.user("kim@inst.example", domain.RoleExpert, "e1")
	a, err := w.Actor(t.Context(), u.ID, u.Epoch)
	if err != nil || a.Institution != "x1" || !slices.Equal(a.HiddenAs(), []string{"e1", "x1"}) {
		t.Errorf("actor %+v %v", a, err)
	}
	_, err = w.Actor(t.Context(), "nobody", 1)
	fails(t, "an unknown account", err, domain.CodeUnauthenticated, "")
	_, err = w.Actor(t.Context(), u.ID, u.Epoch+1)
	fails(t, "another epoch", err, domain.CodeUnauthenticated, "")
}

func TestWhoSeesAccounts(t *testing.T) {
	w := newWorld(t)
	w.user("a@jumpup.example", domain.RoleCompany, "c1")
	w.user("b@jumpup.example", domain.RoleInvestor, "i1")
	for _, a := range []domain.Actor{company, {}} {
		_, err := w.Users(t.Context(), a, "", "", 10)
		fails(t, "list", err, domain.CodeForbidden, "")
		_, err = w.Invitations(t.Context(), a, "", 10)
		fails(t, "invitations", err, domain.CodeForbidden, "")
		fails(t, "sign out somebody", w.SignOutUser(t.Context(), a, "id-001"), domain.CodeForbidden, "")
	}
	var reads []domain.Access
	w.Accessed = func(x domain.Access) { reads = append(reads, x) }
	p, err := w.Users(t.Context(), coordinator, domain.RoleInvestor, "", 10)
	if err != nil || len(p.Items) != 1 || p.Items[0].Email != "b@jumpup.example" {
		t.Errorf("investors: %+v %v", p, err)
	}
	i, err := w.Invitations(t.Context(), coordinator, "", 10)
	if err != nil || len(i.Items) != 2 || i.Items[0].Spent.IsZero() {
		t.Errorf("invitations: %+v %v", i, err)
	}
	if len(reads) != 2 || reads[0].Count != 1 || reads[0].Actor != coordinator.User || reads[1].Count != 2 {
		t.Errorf("noted reads %+v", reads)
	}
	u := p.Items[0]
	works(t, "sign out", w.SignOutUser(t.Context(), coordinator, u.ID))
	_, err = w.Actor(t.Context(), u.ID, u.Epoch)
	fails(t, "after being signed out", err, domain.CodeUnauthenticated, "")
}

func TestUpdateMe(t *testing.T) {
	w := newWorld(t)
	u := w.user("a@jumpup.example", domain.RoleCompany, "c1")
	name, lang := domain.PlainText(" Kim "), "en"
	got, err := w.UpdateMe(t.Context(), u.Actor(), u.Version, &name, &lang)
	if err != nil || got.Name.Plain != "Kim" || got.Lang != "en" || got.Epoch != u.Epoch {
		t.Errorf("changed to %+v %v", got, err)
	}
	bad := "fr"
	_, err = w.UpdateMe(t.Context(), u.Actor(), 0, nil, &bad)
	fails(t, "a third language", err, domain.CodeInvalid, "lang")
	_, err = w.UpdateMe(t.Context(), system, 0, &name, nil)
	fails(t, "the program has no account", err, domain.CodeUnauthenticated, "")
}

func TestAbilities(t *testing.T) {
	for _, c := range []struct {
		actor domain.Actor
		has   []string
		lacks []string
	}{
		{company, []string{"needs.create", "weights.read"}, []string{"import", "weights.publish", "users.read", "invite.company", "companies.create"}},
		{coordinator, []string{"import", "weights.publish", "needs.triage", "invite.company", "manage.expert"}, []string{"invite.administrator", "settings.update", "accesses.read"}},
		{admin, []string{"settings.update", "accesses.read", "invite.administrator", "demo.remove"}, nil},
		{domain.Actor{User: "m", Role: domain.RoleManager, Subject: domain.Ref{Kind: domain.KindInstitution, ID: "x1"}}, []string{"experts.create"}, []string{"needs.create", "overview"}},
	} {
		got := accounts.Abilities(c.actor)
		for _, x := range c.has {
			if !slices.Contains(got, x) {
				t.Errorf("%s lacks %s: %v", c.actor.Role, x, got)
			}
		}
		for _, x := range c.lacks {
			if slices.Contains(got, x) {
				t.Errorf("%s may %s", c.actor.Role, x)
			}
		}
	}
}
