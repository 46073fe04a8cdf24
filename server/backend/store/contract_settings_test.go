package store

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"jumpup/server/domain"
)

func TestSettings(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		if v := must(s.Setting(bg, "name"))(t); v != "" {
			t.Fatal(v)
		}
		for _, v := range []string{"도약", "Jump", ""} {
			if err := s.PutSetting(bg, "name", v, domain.Event{Kind: domain.SettingsChanged, Ref: domain.Ref{Kind: domain.ObjectSettings}, At: fixedNow}); err != nil {
				t.Fatal(err)
			}
			if got := must(s.Setting(bg, "name"))(t); got != v {
				t.Fatalf("%q, want %q", got, v)
			}
		}
		if n := must(s.OutboxHead(bg))(t); n != 3 {
			t.Fatalf("%d events", n)
		}
	})
}

// TestSwapSetting: a setting changes only from what was seen, and of many who
// change it at once one does.
func TestSwapSetting(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		event := domain.Event{Kind: domain.SettingsChanged, Ref: domain.Ref{Kind: domain.ObjectSettings}, At: fixedNow}
		for _, c := range []struct {
			seen, value string
			code        domain.Code
			then        string
		}{
			{"a", "b", domain.CodeStale, ""},
			{"a", "", domain.CodeStale, ""},
			{"", "", "", ""},
			{"", "a", "", "a"},
			{"", "b", domain.CodeStale, "a"},
			{"b", "c", domain.CodeStale, "a"},
			{"a", "b", "", "b"},
			{"b", "b", "", "b"},
			{"a", "", domain.CodeStale, "b"},
			{"b", "", "", ""},
		} {
			if err := s.SwapSetting(bg, "swapped", c.seen, c.value, event); domain.CodeOf(err) != c.code {
				t.Errorf("%q to %q: %v, want %q", c.seen, c.value, err, c.code)
			}
			if got := must(s.Setting(bg, "swapped"))(t); got != c.then {
				t.Errorf("%q to %q leaves %q, want %q", c.seen, c.value, got, c.then)
			}
		}
		if n := must(s.OutboxHead(bg))(t); n != 4 {
			t.Errorf("%d events, want one per change", n)
		}
		results := make(chan error, 8)
		for i := range cap(results) {
			go func() { results <- s.SwapSetting(bg, "swapped", "", string(rune('a'+i)), event) }()
		}
		won := 0
		for range cap(results) {
			if err := <-results; err == nil {
				won++
			} else if domain.CodeOf(err) != domain.CodeStale {
				t.Error(err)
			}
		}
		if won != 1 {
			t.Errorf("%d won", won)
		}
	})
}

func TestSignIns(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		later := time.Now().Add(time.Hour)
		if _, found, err := s.Find("none"); err != nil || found {
			t.Fatal(found, err)
		}
		for _, data := range [][]byte{{1}, {2, 0}, nil} {
			if err := s.Commit("token", data, later); err != nil {
				t.Fatal(err)
			}
			if got, found, err := s.Find("token"); err != nil || !found || !bytes.Equal(got, data) {
				t.Fatal(got, found, err)
			}
		}
		if err := s.Commit("old", []byte{1}, time.Now().Add(-time.Second)); err != nil {
			t.Fatal(err)
		}
		if _, found, err := s.Find("old"); err != nil || found {
			t.Fatal("a sign-in that has run out was found")
		}
		var n int
		count := func() int {
			if err := s.eng.reader.QueryRow("SELECT COUNT(*) FROM sign_in").Scan(&n); err != nil {
				t.Fatal(err)
			}
			return n
		}
		if count(); n != 2 {
			t.Fatal(n)
		}
		if err := s.clearAway(bg); err != nil || count() != 1 {
			t.Fatal(n, err)
		}
		for range 2 {
			if err := s.Delete("token"); err != nil {
				t.Fatal(err)
			}
		}
		if count() != 0 {
			t.Fatal(n)
		}
	})
}

func TestTokensAreNotStored(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		if err := s.Commit("secret-token", []byte("data"), time.Now().Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		var token []byte
		if err := s.eng.reader.QueryRow("SELECT token FROM sign_in").Scan(&token); err != nil || bytes.Contains(token, []byte("secret")) {
			t.Fatalf("%q %v", token, err)
		}
	})
}

func TestIdempotencyKeys(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		until := fixedNow.Add(24 * time.Hour)
		claim := func(user domain.UserID, now time.Time) (bool, string, string) {
			t.Helper()
			taken, earlier, answer, err := s.ClaimKey(bg, user, []byte("key"), []byte("request"), now, until)
			if err != nil {
				t.Fatal(err)
			}
			if answer == nil {
				return taken, string(earlier), "-"
			}
			return taken, string(earlier), string(answer)
		}
		check := func(user domain.UserID, now time.Time, taken bool, earlier, answer string) {
			t.Helper()
			if a, b, c := claim(user, now); a != taken || b != earlier || c != answer {
				t.Fatalf("got %v %q %q", a, b, c)
			}
		}
		check("u1", fixedNow, false, "", "-")
		check("u1", fixedNow, true, "request", "-")
		check("u2", fixedNow, false, "", "-") // another person's key
		if err := s.FreeKey(bg, "u1", []byte("key")); err != nil {
			t.Fatal(err)
		}
		check("u1", fixedNow, false, "", "-")
		check("u1", fixedNow.Add(keyAbandoned), false, "", "-") // its server died
		if err := errors.Join(s.AnswerKey(bg, "u1", []byte("key"), []byte("made")), s.FreeKey(bg, "u1", []byte("key"))); err != nil {
			t.Fatal(err)
		}
		check("u1", until.Add(-time.Second), true, "request", "made")
		check("u1", until, false, "", "-")
	})
}

func TestRemoveDemo(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		addUser(t, s, "admin", domain.RoleAdministrator)
		addUser(t, s, "coordinator", domain.RoleCoordinator)
		addUser(t, s, "company", domain.RoleCompany)
		addJob(t, s, 1, domain.File{Name: "f"})
		if err := s.SaveRun(bg, domain.Run{ID: "r", Snapshot: "s"}, domain.Snapshot{Key: "s"}); err != nil {
			t.Fatal(err)
		}
		for _, user := range []domain.UserID{"admin", "company"} {
			if err := s.AddSavedSearch(bg, domain.SavedSearch{ID: "of-" + string(user), User: user, Name: "x"}, 9); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.NoteSearch(bg, domain.SearchNote{Text: "x", Reason: domain.NoteNone}); err != nil {
			t.Fatal(err)
		}
		untouched(t, s, func() error { return s.RemoveDemo(bg) }, domain.CodeConflict)
		if err := errors.Join(s.PutSetting(bg, SettingDemo, "1"), s.PutSetting(bg, "name", "x"), s.RemoveDemo(bg, domain.Event{Kind: domain.DemoRemoved, Actor: "admin", At: fixedNow})); err != nil {
			t.Fatal(err)
		}
		left := contents(t, s)
		for _, table := range []string{"institution", "cohort", "company", "need", "expert", "investor", "person", "preference", "attribute", "link", "run", "snapshot", "job", "job_file", "search_note"} {
			if len(left[table]) != 0 {
				t.Errorf("%s: %v", table, left[table])
			}
		}
		if len(left["account"]) != 2 || len(left["setting"]) != 1 {
			t.Errorf("accounts %v, settings %v", left["account"], left["setting"])
		}
		if len(left["saved_search"]) != 1 {
			t.Errorf("saved searches %v", left["saved_search"])
		}
		if page := must(s.Audit(bg, domain.AuditQuery{Kind: domain.RecordDeleted, Actor: "admin"}))(t); len(page.Items) != len(house()) {
			t.Errorf("%d deletions in the log", len(page.Items))
		}
		if _, broken, err := s.VerifyAudit(bg); err != nil || broken != 0 {
			t.Error(broken, err)
		}
		wantCode(t, s.RemoveDemo(bg), domain.CodeConflict)
	})
}
