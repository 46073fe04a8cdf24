package demo

import (
	"context"
	"strconv"
	"strings"
	"testing"
	"time"

	"jumpup/server/backend/store"
	"jumpup/server/domain"
	"jumpup/server/service/accounts"
)

var noon = time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC)

func openStore(t *testing.T) (*store.Store, *accounts.Service) {
	t.Helper()
	n := 0
	id := func() string { n++; return "id-" + strconv.Itoa(n) }
	s, err := store.Open(t.Context(), store.Options{Memory: true, Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	a, err := accounts.New(accounts.Config{
		Store: s, Records: s, Now: func() time.Time { return noon }, NewID: id, Origin: "http://127.0.0.1:8080", Hashers: 1,
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, a
}

func count(t *testing.T, s *store.Store, k domain.Kind) int {
	t.Helper()
	page, err := s.List(context.Background(), domain.Query{Kind: k, Limit: 1, Count: true})
	if err != nil {
		t.Fatal(err)
	}
	return page.Total
}

func TestLoadFillsAnEmptyFolderOnce(t *testing.T) {
	s, a := openStore(t)
	first, err := Load(t.Context(), s, a, noon)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Load(t.Context(), s, a, noon.AddDate(0, 1, 0))
	if err != nil {
		t.Fatal(err)
	}
	if len(first) != len(domain.Roles) || len(second) != len(first) {
		t.Fatalf("%d and %d ready accounts, want %d", len(first), len(second), len(domain.Roles))
	}
	for i := range first {
		if first[i].URL == second[i].URL || !strings.HasPrefix(first[i].URL, "http://127.0.0.1:8080/") {
			t.Errorf("%s: links %s, then %s; want a fresh one", first[i].Role, first[i].URL, second[i].URL)
		}
		if first[i].Name.IsZero() || (first[i].Role.SubjectKind() != "") == first[i].Subject.IsZero() {
			t.Errorf("%+v names nobody", first[i])
		}
	}
	for k, want := range map[domain.Kind]int{domain.KindCompany: 100, domain.KindNeed: 300, domain.KindExpert: 240, domain.KindInvestor: 80} {
		if got := count(t, s, k); got != want {
			t.Errorf("%d records of kind %s, want %d", got, k, want)
		}
	}
	users, err := s.Users(t.Context(), "", "", 50)
	if err != nil || len(users.Items) != len(first) {
		t.Errorf("%d accounts (%v), want %d", len(users.Items), err, len(first))
	}
	if v, err := s.Setting(t.Context(), "demo"); err != nil || v != "2026-11-02" {
		t.Errorf("the mark is %q (%v), want the day of the first start", v, err)
	}
}

func TestLoadKeepsNeedStates(t *testing.T) {
	s, a := openStore(t)
	if _, err := Load(t.Context(), s, a, noon); err != nil {
		t.Fatal(err)
	}
	page, err := s.List(t.Context(), domain.Query{Kind: domain.KindNeed, Filter: domain.AnyOf(domain.AttrState, "returned"), Limit: 50})
	if err != nil || len(page.Items) == 0 {
		t.Fatalf("no returned needs (%v)", err)
	}
	n := page.Items[0].(*domain.Need)
	if n.Remark == "" || n.Holder != domain.RoleCompany || n.Since.IsZero() || n.StateBy == "" {
		t.Errorf("a returned need is stored as %+v", n)
	}
}

func TestLoadCompletesAStartThatWasCutOff(t *testing.T) {
	s, a := openStore(t)
	if err := s.PutSetting(t.Context(), "demo", "2026-10-01"); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(t.Context(), s, a, noon); err != nil {
		t.Fatal(err)
	}
	if got := count(t, s, domain.KindNeed); got != 300 {
		t.Errorf("%d needs after the second start, want 300", got)
	}
}

func TestLoadRefusesOtherData(t *testing.T) {
	s, a := openStore(t)
	if _, err := s.Import(t.Context(), domain.Import{Actor: domain.System("test"), Records: []domain.Record{
		&domain.Company{ID: "c1", Name: domain.PlainText("Ours")},
	}}); err != nil {
		t.Fatal(err)
	}
	_, err := Load(t.Context(), s, a, noon)
	if domain.CodeOf(err) != domain.CodeConflict || !strings.Contains(err.Error(), "company/c1") || !strings.Contains(err.Error(), "--demo") {
		t.Errorf("a folder with other data gave %v", err)
	}
	if count(t, s, domain.KindCompany) != 1 {
		t.Error("the refused start wrote records")
	}
	if v, err := s.Setting(t.Context(), "demo"); err != nil || v != "" {
		t.Errorf("the refused start left the mark %q (%v)", v, err)
	}
}

func TestLoadRefusesAFolderWithAnAdministrator(t *testing.T) {
	s, a := openStore(t)
	in := accounts.Invitation{Email: "boss@programme.example", Role: domain.RoleAdministrator, Lang: "ko", Name: domain.PlainText("Boss")}
	if _, err := a.EnsureAccount(t.Context(), domain.System("test"), in); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(t.Context(), s, a, noon); domain.CodeOf(err) != domain.CodeConflict {
		t.Errorf("a folder with an administrator gave %v", err)
	}
}
