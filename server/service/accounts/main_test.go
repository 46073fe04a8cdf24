package accounts_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"jumpup/server/backend/store"
	"jumpup/server/domain"
	"jumpup/server/service/accounts"
)

func TestMain(m *testing.M) {
	accounts.CheapHashes()
	goleak.VerifyTestMain(m)
}

const password = "four plain words here"

var (
	admin       = domain.Actor{User: "a", Role: domain.RoleAdministrator}
	coordinator = domain.Actor{User: "k", Role: domain.RoleCoordinator}
	company     = domain.Actor{User: "c", Role: domain.RoleCompany, Subject: domain.Ref{Kind: domain.KindCompany, ID: "c1"}}
	system      = domain.System("test")
)

// world is a service over an in-memory store with a company, an expert of an
// institution and an investor.
type world struct {
	*testing.T
	*accounts.Service
	store *store.Store
	mail  *mailbox
	now   time.Time
}

type mailbox struct {
	mu    sync.Mutex
	ready bool
	fails error
	sent  []domain.Mail
}

func (m *mailbox) Ready() bool { return m.ready }

func (m *mailbox) Send(_ context.Context, x domain.Mail) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sent = append(m.sent, x)
	return m.fails
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{T: t, mail: &mailbox{}, now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)}
	now := func() time.Time { return w.now }
	st, err := store.Open(t.Context(), store.Options{Memory: true, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	w.store = st
	n := 0
	w.Service, err = accounts.New(accounts.Config{
		Store: st, Records: st, Mailer: w.mail, Now: now, Origin: "https://jumpup.example", Hashers: 1,
		NewID: func() string { n++; return fmt.Sprintf("id-%03d", n) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	for _, r := range []domain.Record{
		&domain.Institution{ID: "x1", Name: domain.PlainText("Institute")},
		&domain.Company{ID: "c1", Name: domain.Text{Ko: "한빛정밀", En: "Hanbit Precision"}},
		&domain.Expert{ID: "e1", Name: domain.PlainText("Kim"), Institution: "x1"},
		&domain.Investor{ID: "i1", Name: domain.PlainText("Rivertree")},
	} {
		if _, err := st.Save(t.Context(), r.Ref(), 0, func(domain.Record) (domain.Record, []domain.Event, error) { return r, nil, nil }); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// user makes an account with a password.
func (w *world) user(email string, role domain.Role, subject string) domain.User {
	w.Helper()
	in := accounts.Invitation{Email: email, Role: role}
	if subject != "" {
		in.Subject = domain.Ref{Kind: role.SubjectKind(), ID: subject}
	}
	h, err := w.Invite(w.Context(), system, in)
	if err != nil {
		w.Fatal(err)
	}
	u, err := w.Spend(w.Context(), secretOf(h), accounts.Spending{Password: password})
	if err != nil {
		w.Fatal(err)
	}
	return u
}

func secretOf(h accounts.Handover) string { return h.URL[strings.Index(h.URL, "#")+1:] }

// fails checks an error's code and field.
func fails(t *testing.T, what string, err error, code domain.Code, field string) {
	t.Helper()
	if domain.CodeOf(err) != code {
		t.Errorf("%s: got %v, want code %s", what, err, code)
		return
	}
	var e *domain.Error
	if field != "" && (!errors.As(err, &e) || e.Field != field) {
		t.Errorf("%s: got %v, want field %q", what, err, field)
	}
}

func works(t *testing.T, what string, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}
