package accounts_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"jumpup/server/domain"
	"jumpup/server/service/accounts"
)

func TestFirstStart(t *testing.T) {
	w := newWorld(t)
	first, ok, err := w.FirstStart(t.Context())
	if err != nil || !ok || !strings.HasPrefix(first.URL, "https://jumpup.example/link#") {
		t.Fatalf("first start: %+v %v %v", first, ok, err)
	}
	second, ok, err := w.FirstStart(t.Context())
	if err != nil || !ok {
		t.Fatalf("second start: %v %v", ok, err)
	}
	_, err = w.Peek(t.Context(), secretOf(first))
	fails(t, "the first link after a second start", err, domain.CodeNotFound, "secret")
	p, err := w.Peek(t.Context(), secretOf(second))
	if err != nil || p.Role != domain.RoleAdministrator || !p.NeedsEmail {
		t.Fatalf("peek: %+v %v", p, err)
	}
	u, err := w.Spend(t.Context(), secretOf(second), accounts.Spending{Email: " Boss@Jumpup.Example ", Password: password})
	if err != nil || u.Email != "boss@jumpup.example" || u.Role != domain.RoleAdministrator {
		t.Fatalf("spend: %+v %v", u, err)
	}
	if _, ok, err := w.FirstStart(t.Context()); ok || err != nil {
		t.Errorf("start with an administrator: %v %v", ok, err)
	}
}

func TestWhoMayInviteWhom(t *testing.T) {
	w := newWorld(t)
	subject := map[domain.Role]domain.Ref{
		domain.RoleCompany: {Kind: domain.KindCompany, ID: "c1"}, domain.RoleExpert: {Kind: domain.KindExpert, ID: "e1"},
		domain.RoleInvestor: {Kind: domain.KindInvestor, ID: "i1"}, domain.RoleManager: {Kind: domain.KindInstitution, ID: "x1"},
	}
	for _, role := range domain.Roles {
		for _, a := range []domain.Actor{admin, coordinator, company, {}} {
			_, err := w.Invite(t.Context(), a, accounts.Invitation{Role: role, Subject: subject[role]})
			staff := role == domain.RoleCoordinator || role == domain.RoleAdministrator
			may := a.Role == domain.RoleAdministrator || a.Role == domain.RoleCoordinator && !staff
			if may && err != nil || !may && domain.CodeOf(err) != domain.CodeForbidden {
				t.Errorf("%q invites a %s: %v, may %v", a.Role, role, err, may)
			}
		}
	}
}

func TestInvitationsAreChecked(t *testing.T) {
	w := newWorld(t)
	w.user("taken@jumpup.example", domain.RoleCoordinator, "")
	c1 := domain.Ref{Kind: domain.KindCompany, ID: "c1"}
	for name, c := range map[string]struct {
		in    accounts.Invitation
		code  domain.Code
		field string
	}{
		"unknown role":               {accounts.Invitation{Role: "owner"}, domain.CodeInvalid, "role"},
		"the program's role":         {accounts.Invitation{Role: domain.RoleSystem}, domain.CodeInvalid, "role"},
		"a company without one":      {accounts.Invitation{Role: domain.RoleCompany}, domain.CodeInvalid, "subject"},
		"a subject of another kind":  {accounts.Invitation{Role: domain.RoleExpert, Subject: c1}, domain.CodeInvalid, "subject"},
		"a subject that is not":      {accounts.Invitation{Role: domain.RoleCompany, Subject: domain.Ref{Kind: domain.KindCompany, ID: "c9"}}, domain.CodeInvalid, "subject"},
		"a coordinator of a company": {accounts.Invitation{Role: domain.RoleCoordinator, Subject: c1}, domain.CodeInvalid, "subject"},
		"no address":                 {accounts.Invitation{Role: domain.RoleCompany, Subject: c1, Email: "nobody"}, domain.CodeInvalid, "email"},
		"an address with an account": {accounts.Invitation{Role: domain.RoleCompany, Subject: c1, Email: "TAKEN@jumpup.example"}, domain.CodeConflict, "email"},
		"a language":                 {accounts.Invitation{Role: domain.RoleCompany, Subject: c1, Lang: "de"}, domain.CodeInvalid, "lang"},
		"a name":                     {accounts.Invitation{Role: domain.RoleCompany, Subject: c1, Name: domain.PlainText(strings.Repeat("가", 101))}, domain.CodeInvalid, "name"},
	} {
		_, err := w.Invite(t.Context(), admin, c.in)
		fails(t, name, err, c.code, c.field)
	}
}

func TestInvitationIsPeekedManyTimesAndSpentOnce(t *testing.T) {
	w := newWorld(t)
	h, err := w.Invite(t.Context(), coordinator, accounts.Invitation{
		Email: "kim@hanbit.example", Role: domain.RoleCompany, Subject: company.Subject, Name: domain.Text{Ko: "김하늘", En: "Haneul Kim"},
	})
	works(t, "invite", err)
	for range 3 {
		p, err := w.Peek(t.Context(), secretOf(h))
		works(t, "peek", err)
		if p.Email != "kim@hanbit.example" || p.SubjectName.En != "Hanbit Precision" || p.NeedsEmail || !p.NeedsSecret {
			t.Errorf("peeked %+v", p)
		}
	}
	_, err = w.Spend(t.Context(), secretOf(h), accounts.Spending{Email: "other@hanbit.example", Password: password})
	fails(t, "another address", err, domain.CodeInvalid, "email")
	_, err = w.Spend(t.Context(), secretOf(h), accounts.Spending{Password: "short"})
	fails(t, "a short password", err, domain.CodeInvalid, "password")
	u, err := w.Spend(t.Context(), secretOf(h), accounts.Spending{Password: password})
	works(t, "spend", err)
	if u.Subject != company.Subject || u.Name.Ko != "김하늘" || u.Lang != "ko" || strings.Contains(u.Password, password) {
		t.Errorf("made %+v", u)
	}
	_, err = w.Spend(t.Context(), secretOf(h), accounts.Spending{Password: password})
	fails(t, "spend again", err, domain.CodeNotFound, "secret")
	_, err = w.Renew(t.Context(), coordinator, h.Link.ID)
	fails(t, "renew a spent one", err, domain.CodeConflict, "")
}

func TestTwoSpendersGetOneAccount(t *testing.T) {
	w := newWorld(t)
	h, err := w.Invite(t.Context(), admin, accounts.Invitation{Role: domain.RoleCoordinator})
	works(t, "invite", err)
	var wg sync.WaitGroup
	results := make([]error, 4)
	for i := range results {
		wg.Go(func() {
			_, results[i] = w.Spend(t.Context(), secretOf(h), accounts.Spending{Email: "one@jumpup.example", Password: password})
		})
	}
	wg.Wait()
	won := 0
	for _, err := range results {
		if err == nil {
			won++
		} else if c := domain.CodeOf(err); c != domain.CodeNotFound && c != domain.CodeConflict {
			t.Errorf("a loser got %v", err)
		}
	}
	if won != 1 {
		t.Errorf("%d of 4 spent the link", won)
	}
}

func TestInvitationsRunOutAndAreWithdrawn(t *testing.T) {
	w := newWorld(t)
	in := accounts.Invitation{Role: domain.RoleInvestor, Subject: domain.Ref{Kind: domain.KindInvestor, ID: "i1"}, Email: "a@b.example"}
	old, err := w.Invite(t.Context(), coordinator, in)
	works(t, "invite", err)
	w.now = w.now.Add(14*24*time.Hour - time.Second)
	_, err = w.Peek(t.Context(), secretOf(old))
	works(t, "peek in time", err)
	w.now = w.now.Add(time.Second)
	_, err = w.Peek(t.Context(), secretOf(old))
	fails(t, "peek too late", err, domain.CodeNotFound, "secret")
	fresh, err := w.Renew(t.Context(), coordinator, old.Link.ID)
	works(t, "renew", err)
	if fresh.URL == old.URL || fresh.Link.Email != "a@b.example" || fresh.Link.Role != domain.RoleInvestor {
		t.Errorf("renewed as %+v", fresh.Link)
	}
	_, err = w.Peek(t.Context(), secretOf(fresh))
	works(t, "peek the renewed", err)
	fails(t, "a company withdraws", w.Revoke(t.Context(), company, fresh.Link.ID), domain.CodeForbidden, "")
	works(t, "withdraw", w.Revoke(t.Context(), coordinator, fresh.Link.ID))
	_, err = w.Peek(t.Context(), secretOf(fresh))
	fails(t, "peek a withdrawn one", err, domain.CodeNotFound, "secret")
	fails(t, "withdraw nothing", w.Revoke(t.Context(), coordinator, "nope"), domain.CodeNotFound, "id")

	staff, err := w.Invite(t.Context(), admin, accounts.Invitation{Role: domain.RoleAdministrator})
	works(t, "invite an administrator", err)
	_, err = w.Renew(t.Context(), coordinator, staff.Link.ID)
	fails(t, "a coordinator renews an administrator's", err, domain.CodeForbidden, "")
}

func TestBadSecrets(t *testing.T) {
	w := newWorld(t)
	for _, s := range []string{"", "x", strings.Repeat("A", 43), strings.Repeat("가", 43), strings.Repeat("A", 5000)} {
		_, err := w.Peek(t.Context(), s)
		fails(t, "peek", err, domain.CodeNotFound, "secret")
		_, err = w.Spend(t.Context(), s, accounts.Spending{Password: password})
		fails(t, "spend", err, domain.CodeNotFound, "secret")
	}
}

func TestReadyTexts(t *testing.T) {
	w := newWorld(t)
	w.mail.ready = true
	h, err := w.Invite(t.Context(), coordinator, accounts.Invitation{
		Email: "kim@hanbit.example", Role: domain.RoleCompany, Subject: company.Subject, Lang: "en", Name: domain.Text{Ko: "김하늘", En: "Haneul Kim"},
	})
	works(t, "invite", err)
	for lang, want := range map[string][]string{
		"ko": {"김하늘님", "한빛정밀의 기업 담당자", h.URL, "2026-11-16 18:00 KST"},
		"en": {"Dear Haneul Kim", "company member of Hanbit Precision", h.URL, "2026-11-16 18:00 KST"},
	} {
		m := h.Texts[lang]
		if m.To != "kim@hanbit.example" || !strings.HasPrefix(m.Subject, "[도약 프로그램] ") {
			t.Errorf("%s: %q to %q", lang, m.Subject, m.To)
		}
		for _, x := range want {
			if !strings.Contains(m.Text, x) {
				t.Errorf("%s lacks %q:\n%s", lang, x, m.Text)
			}
		}
		if n := strings.Count(m.Text, "http"); n != 1 {
			t.Errorf("%s holds %d links, want one", lang, n)
		}
	}
	if !h.Mailed || len(w.mail.sent) != 1 || w.mail.sent[0] != h.Texts["en"] {
		t.Errorf("mailed %v: %+v", h.Mailed, w.mail.sent)
	}
}

func TestDemonstrationAccounts(t *testing.T) {
	w := newWorld(t)
	in := accounts.Invitation{Email: "demo@jumpup.example", Role: domain.RoleExpert, Subject: domain.Ref{Kind: domain.KindExpert, ID: "e1"}}
	_, err := w.EnsureAccount(t.Context(), admin, in)
	fails(t, "an administrator makes an account", err, domain.CodeForbidden, "")
	u, err := w.EnsureAccount(t.Context(), system, in)
	works(t, "ensure", err)
	again, err := w.EnsureAccount(t.Context(), system, in)
	if err != nil || again.ID != u.ID {
		t.Errorf("ensured twice: %+v %v", again, err)
	}
	_, err = w.SignIn(t.Context(), in.Email, "")
	fails(t, "sign in without a password", err, domain.CodeUnauthenticated, "")
	_, err = w.SignInLink(t.Context(), admin, u.ID)
	fails(t, "an administrator makes a sign-in link", err, domain.CodeForbidden, "")
	h, err := w.SignInLink(t.Context(), system, u.ID)
	works(t, "sign-in link", err)
	p, err := w.Peek(t.Context(), secretOf(h))
	if err != nil || p.NeedsSecret || p.NeedsEmail || p.Kind != domain.LinkSignIn {
		t.Errorf("peeked %+v %v", p, err)
	}
	got, err := w.Spend(t.Context(), secretOf(h), accounts.Spending{})
	if err != nil || got.ID != u.ID || got.Password != "" {
		t.Errorf("spent %+v %v", got, err)
	}
	_, err = w.Spend(t.Context(), secretOf(h), accounts.Spending{})
	fails(t, "spend again", err, domain.CodeNotFound, "secret")
}
