package accounts_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"jumpup/server/domain"
	"jumpup/server/service/accounts"
)

func TestSignIn(t *testing.T) {
	w := newWorld(t)
	u := w.user("kim@hanbit.example", domain.RoleCompany, "c1")
	got, err := w.SignIn(t.Context(), " KIM@hanbit.example", password)
	if err != nil || got.ID != u.ID || got.Epoch != u.Epoch {
		t.Fatalf("sign in: %+v %v", got, err)
	}
	var answers []string
	for _, c := range [][2]string{{"kim@hanbit.example", "wrong"}, {"nobody@hanbit.example", password}, {"not an address", password}, {"", ""}} {
		_, err := w.SignIn(t.Context(), c[0], c[1])
		fails(t, "sign in as "+c[0], err, domain.CodeUnauthenticated, "")
		answers = append(answers, err.Error())
	}
	for _, a := range answers {
		if a != answers[0] {
			t.Errorf("answers differ: %q and %q", a, answers[0])
		}
	}
}

// TestUnknownAddressesAreHashedToo: with the hasher taken, every address waits
// for it until the request ends, known or not, so the time tells nothing.
func TestUnknownAddressesAreHashedToo(t *testing.T) {
	w := newWorld(t)
	w.user("kim@hanbit.example", domain.RoleCompany, "c1")
	in := accounts.Invitation{Email: "ready@hanbit.example", Role: domain.RoleCompany, Subject: company.Subject}
	_, err := w.EnsureAccount(t.Context(), system, in)
	works(t, "an account without a password", err)
	release := accounts.OccupyHasher(w.Service)
	defer release()
	for _, email := range []string{"kim@hanbit.example", "ready@hanbit.example", "nobody@hanbit.example", "nonsense"} {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		_, err := w.SignIn(ctx, email, password)
		cancel()
		fails(t, "sign in as "+email, err, domain.CodeUnavailable, "")
	}
}

func TestDisabledAccounts(t *testing.T) {
	w := newWorld(t)
	u := w.user("kim@hanbit.example", domain.RoleCompany, "c1")
	off := true
	_, err := w.UpdateUser(t.Context(), coordinator, u.ID, 0, accounts.UserChange{Disabled: &off})
	works(t, "disable", err)
	_, err = w.SignIn(t.Context(), u.Email, password)
	fails(t, "the right password", err, domain.CodeForbidden, "")
	_, err = w.SignIn(t.Context(), u.Email, "wrong password")
	fails(t, "a wrong password", err, domain.CodeUnauthenticated, "")
	_, err = w.Actor(t.Context(), u.ID, u.Epoch)
	fails(t, "an old sign-in", err, domain.CodeUnauthenticated, "")
	_, err = w.ResetLink(t.Context(), coordinator, u.ID)
	fails(t, "a reset link", err, domain.CodeConflict, "")
	on := false
	_, err = w.UpdateUser(t.Context(), coordinator, u.ID, 0, accounts.UserChange{Disabled: &on})
	works(t, "enable", err)
	_, err = w.SignIn(t.Context(), u.Email, password)
	works(t, "sign in again", err)
}

func TestPasswordRules(t *testing.T) {
	w := newWorld(t)
	u := w.user("longname@hanbit.example", domain.RoleCompany, "c1")
	a := u.Actor()
	for _, bad := range []string{
		"", "short", "123456789", "longname@hanbit.example", "LongName@Hanbit.example", "qwertyuiop", "Password123", "1111111111",
		"가가가가가가가가가가", strings.Repeat("x", 201), "bad\xffbytes here",
	} {
		_, err := w.ChangePassword(t.Context(), a, password, bad)
		fails(t, bad, err, domain.CodeInvalid, "next")
	}
	_, err := w.ChangePassword(t.Context(), a, "not it at all", "another good password")
	fails(t, "a wrong current password", err, domain.CodeInvalid, "current")
	for _, good := range []string{"열 글자가 넘는 비밀번호", "aaaaaaaaab", "no digits or signs needed"} {
		_, err := w.ChangePassword(t.Context(), a, password, good)
		works(t, good, err)
		_, err = w.ChangePassword(t.Context(), a, good, password)
		works(t, "and back", err)
	}
}

// TestPasswordInNFC: the same word typed on a Mac, where Hangul comes
// decomposed, is the same password.
func TestPasswordInNFC(t *testing.T) {
	w := newWorld(t)
	u := w.user("kim@hanbit.example", domain.RoleCompany, "c1")
	composed := "아주아주긴한글비밀번호"
	decomposed := norm.NFD.String(composed)
	if composed == decomposed {
		t.Fatal("the two spellings must differ in bytes")
	}
	_, err := w.ChangePassword(t.Context(), u.Actor(), password, decomposed)
	works(t, "change", err)
	_, err = w.SignIn(t.Context(), u.Email, composed)
	works(t, "sign in", err)
}

func TestNewPasswordEndsOtherSignIns(t *testing.T) {
	w := newWorld(t)
	u := w.user("kim@hanbit.example", domain.RoleCompany, "c1")
	link, err := w.ResetLink(t.Context(), coordinator, u.ID)
	works(t, "reset link", err)
	now, err := w.ChangePassword(t.Context(), u.Actor(), password, "another good password")
	works(t, "change", err)
	_, err = w.Actor(t.Context(), u.ID, u.Epoch)
	fails(t, "the old sign-in", err, domain.CodeUnauthenticated, "")
	_, err = w.Actor(t.Context(), u.ID, now.Epoch)
	works(t, "the new one", err)
	_, err = w.Peek(t.Context(), secretOf(link))
	fails(t, "an open reset link", err, domain.CodeNotFound, "secret")
	works(t, "sign out everywhere", w.SignOutEverywhere(t.Context(), u.Actor()))
	_, err = w.Actor(t.Context(), u.ID, now.Epoch)
	fails(t, "after signing out everywhere", err, domain.CodeUnauthenticated, "")
}

func TestResetByMail(t *testing.T) {
	w := newWorld(t)
	w.mail.ready = true
	u := w.user("kim@hanbit.example", domain.RoleCompany, "c1")
	w.mail.sent = nil
	for _, email := range []string{"nobody@hanbit.example", "nonsense", ""} {
		w.AskReset(t.Context(), email)
	}
	w.Close()
	if len(w.mail.sent) != 0 {
		t.Fatalf("mailed to nobody: %+v", w.mail.sent)
	}
	ctx, cancel := context.WithCancel(t.Context())
	w.AskReset(ctx, "KIM@hanbit.example")
	cancel() // the request is answered before the mail is out
	w.Close()
	if len(w.mail.sent) != 1 || w.mail.sent[0].Subject != "[도약 프로그램] 비밀번호 재설정" || w.mail.sent[0].To != u.Email {
		t.Fatalf("mailed %+v", w.mail.sent)
	}
	first := secretIn(w.mail.sent[0].Text)
	w.now = w.now.Add(time.Minute)
	w.AskReset(t.Context(), u.Email)
	w.Close()
	second := secretIn(w.mail.sent[1].Text)
	_, err := w.Peek(t.Context(), first)
	fails(t, "the older link", err, domain.CodeNotFound, "secret")
	got, err := w.Spend(t.Context(), second, accounts.Spending{Password: "another good password"})
	if err != nil || got.ID != u.ID || got.Epoch == u.Epoch {
		t.Fatalf("spend: %+v %v", got, err)
	}
	_, err = w.SignIn(t.Context(), u.Email, password)
	fails(t, "the old password", err, domain.CodeUnauthenticated, "")
	_, err = w.SignIn(t.Context(), u.Email, "another good password")
	works(t, "the new password", err)
}

func secretIn(text string) string {
	_, rest, _ := strings.Cut(text, "#")
	secret, _, _ := strings.Cut(rest, "\n")
	return secret
}

func TestResetMailThatFailsIsHeardOf(t *testing.T) {
	w := newWorld(t)
	w.mail.ready, w.mail.fails = true, errors.New("the mail server is down")
	u := w.user("kim@hanbit.example", domain.RoleCompany, "c1")
	var heard string
	w.OnFailure = func(what string, err error) { heard = what + ": " + err.Error() }
	w.AskReset(t.Context(), u.Email)
	w.Close()
	if heard != "mail a reset link: the mail server is down" {
		t.Errorf("heard %q", heard)
	}
}

func TestEmailForms(t *testing.T) {
	for in, want := range map[string]string{
		"kim@hanbit.example": "kim@hanbit.example", "  KIM@Hanbit.EXAMPLE\t": "kim@hanbit.example", "김@한빛.example": "김@한빛.example",
		"a.b+c@d.example": "a.b+c@d.example", norm.NFD.String("김@한빛.example"): "김@한빛.example",
	} {
		if got, err := accounts.Email("email", in); err != nil || got != want {
			t.Errorf("%q: %q %v, want %q", in, got, err, want)
		}
	}
	for _, bad := range []string{
		"", "kim", "@", "kim@", "@hanbit.example", "Kim <kim@hanbit.example>", "a@b@c", "a b@c.example", "a@b.example\r\nBcc: x@y.example",
		"a@[127.0.0.1]", "\"a b\"@c.example", strings.Repeat("a", 250) + "@b.example", "a\x00@b.example", "a,b@c.example",
	} {
		if got, err := accounts.Email("email", bad); err == nil {
			t.Errorf("%q was taken as %q", bad, got)
		}
	}
}

// TestHashesInUse: 19 MiB, two passes, one lane, a salt of its own each time.
func TestHashesInUse(t *testing.T) {
	accounts.CheapHashes()() // back to those in use
	t.Cleanup(func() { accounts.CheapHashes() })
	one, err := accounts.Hash(password)
	works(t, "hash", err)
	two, err := accounts.Hash(password)
	works(t, "hash", err)
	if !strings.HasPrefix(one, "$argon2id$v=19$m=19456,t=2,p=1$") || one == two {
		t.Errorf("hashes %s and %s", one, two)
	}
}
