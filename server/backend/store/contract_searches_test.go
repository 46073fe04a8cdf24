package store

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
)

func TestSavedSearches(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		addUser(t, s, "u1", domain.RoleExpert)
		addUser(t, s, "u2", domain.RoleExpert)
		older := domain.SavedSearch{ID: "s2", User: "u1", Name: "수출 전문가", Kind: domain.KindExpert, Query: "q=%EC%88%98", Created: fixedNow}
		newer := domain.SavedSearch{ID: "s1", User: "u1", Name: "all", Created: fixedNow.Add(time.Second)}
		for _, x := range []domain.SavedSearch{newer, older} {
			if err := s.AddSavedSearch(bg, x, 2); err != nil {
				t.Fatal(err)
			}
		}
		if d := cmp.Diff([]domain.SavedSearch{older, newer}, must(s.SavedSearches(bg, "u1"))(t)); d != "" {
			t.Fatal(d)
		}
		if got := must(s.SavedSearches(bg, "u2"))(t); len(got) != 0 {
			t.Fatal(got)
		}
		third := domain.SavedSearch{ID: "s3", User: "u1", Name: "x", Created: fixedNow}
		untouched(t, s, func() error { return s.AddSavedSearch(bg, third, 2) }, domain.CodeConflict)
		third.User = "u2"
		if err := s.AddSavedSearch(bg, third, 2); err != nil {
			t.Fatal(err)
		}
		untouched(t, s, func() error { return s.AddSavedSearch(bg, third, 2) }, domain.CodeConflict) // the same id
		untouched(t, s, func() error {
			return s.AddSavedSearch(bg, domain.SavedSearch{ID: "s4", User: "none", Name: "x"}, 2)
		}, domain.CodeNotFound)
		for _, bad := range []domain.SavedSearch{{ID: "s4", User: "u2", Name: "\x00"}, {ID: "s4", User: "u2", Query: "\xff"}} {
			untouched(t, s, func() error { return s.AddSavedSearch(bg, bad, 2) }, domain.CodeInvalid)
			untouched(t, s, func() error { _, err := s.ChangeSavedSearch(bg, bad); return err }, domain.CodeInvalid)
		}
	})
}

// TestSavedSearchesAreOnesOwn: nobody changes or deletes what another keeps.
func TestSavedSearchesAreOnesOwn(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		addUser(t, s, "u1", domain.RoleExpert)
		addUser(t, s, "u2", domain.RoleAdministrator)
		x := domain.SavedSearch{ID: "s1", User: "u1", Name: "a", Kind: domain.KindExpert, Query: "q=a", Created: fixedNow}
		if err := s.AddSavedSearch(bg, x, 9); err != nil {
			t.Fatal(err)
		}
		change := domain.SavedSearch{ID: "s1", User: "u2", Name: "b"}
		untouched(t, s, func() error { _, err := s.ChangeSavedSearch(bg, change); return err }, domain.CodeNotFound)
		untouched(t, s, func() error { return s.DropSavedSearch(bg, "u2", "s1") }, domain.CodeNotFound)
		untouched(t, s, func() error { return s.DropSavedSearch(bg, "u1", "none") }, domain.CodeNotFound)
		change.User = "u1"
		got := must(s.ChangeSavedSearch(bg, change))(t)
		change.Created = x.Created
		if d := cmp.Diff(change, got); d != "" {
			t.Fatal(d)
		}
		if err := s.DropSavedSearch(bg, "u1", "s1"); err != nil {
			t.Fatal(err)
		}
		if got := must(s.SavedSearches(bg, "u1"))(t); len(got) != 0 {
			t.Fatal(got)
		}
	})
}

// TestSavedSearchesHaveABound: requests at the same time cannot pass it.
func TestSavedSearchesHaveABound(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		addUser(t, s, "u1", domain.RoleExpert)
		var wg sync.WaitGroup
		for i := range 12 {
			wg.Go(func() {
				err := s.AddSavedSearch(bg, domain.SavedSearch{ID: fmt.Sprint(i), User: "u1", Name: "x"}, 5)
				if code := domain.CodeOf(err); err != nil && code != domain.CodeConflict {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if got := must(s.SavedSearches(bg, "u1"))(t); len(got) != 5 {
			t.Fatalf("%d kept", len(got))
		}
	})
}

func TestSearchNotes(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		note := func(text string, reason domain.NoteReason, at, took time.Duration, kinds ...domain.Kind) {
			t.Helper()
			if err := s.NoteSearch(bg, domain.SearchNote{Text: text, Reason: reason, Kinds: kinds, Count: 1, Last: fixedNow.Add(at), Slowest: took}); err != nil {
				t.Fatal(err)
			}
		}
		note("수출", domain.NoteNone, 5, 7*time.Millisecond, domain.KindExpert, domain.KindNeed)
		note("b", domain.NoteNone, 2*time.Second, time.Millisecond)
		note("수출", domain.NoteSlow, 3*time.Second, time.Second)
		note("수출", domain.NoteNone, 4*time.Second, 9*time.Millisecond, domain.KindNeed)
		note("수출", domain.NoteNone, time.Second, 2*time.Millisecond, domain.KindNeed) // told late
		want := []domain.SearchNote{
			{Text: "수출", Reason: domain.NoteNone, Kinds: []domain.Kind{domain.KindNeed}, Count: 3, Last: fixedNow.Add(4 * time.Second), Slowest: 9 * time.Millisecond},
			{Text: "수출", Reason: domain.NoteSlow, Count: 1, Last: fixedNow.Add(3 * time.Second), Slowest: time.Second},
			{Text: "b", Reason: domain.NoteNone, Count: 1, Last: fixedNow.Add(2 * time.Second), Slowest: time.Millisecond},
		}
		var got []domain.SearchNote
		for cursor := ""; ; {
			page := must(s.SearchNotes(bg, cursor, 1))(t)
			got = append(got, page.Items...)
			if cursor = page.Next; cursor == "" {
				break
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
		_, err := s.SearchNotes(bg, "x", 1)
		wantCode(t, err, domain.CodeInvalid)
		untouched(t, s, func() error { return s.NoteSearch(bg, domain.SearchNote{Text: "\x00"}) }, domain.CodeInvalid)
		if err := s.ClearSearchNotes(bg, domain.Event{Kind: domain.SettingsChanged, Actor: "u1", At: fixedNow}); err != nil {
			t.Fatal(err)
		}
		if page := must(s.SearchNotes(bg, "", 0))(t); len(page.Items) != 0 || must(s.OutboxHead(bg))(t) != 1 {
			t.Fatal(page.Items)
		}
	})
}

// TestSearchNotesAreForgotten: the oldest of too many, and the old ones.
func TestSearchNotesAreForgotten(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		for i, days := range []int{200, 181, 179, 0} {
			n := domain.SearchNote{Text: fmt.Sprint(i), Reason: domain.NoteNone, Count: 1, Last: fixedNow.Add(-time.Duration(days) * 24 * time.Hour)}
			if err := s.NoteSearch(bg, n); err != nil {
				t.Fatal(err)
			}
		}
		left := func() (texts []string) {
			for _, n := range must(s.SearchNotes(bg, "", 0))(t).Items {
				texts = append(texts, n.Text)
			}
			return texts
		}
		if err := s.write(bg, func(x *tx) error { return x.forgetNotes(bg, 3) }); err != nil {
			t.Fatal(err)
		}
		if got := left(); !slices.Equal(got, []string{"3", "2", "1"}) {
			t.Fatal(got)
		}
		if err := s.clearAway(bg); err != nil {
			t.Fatal(err)
		}
		if got := left(); !slices.Equal(got, []string{"3", "2"}) {
			t.Fatal(got)
		}
	})
}

// TestSearchNotesCountAtOnce: no count of several servers is lost.
func TestSearchNotesCountAtOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		var wg sync.WaitGroup
		for i := range 20 {
			wg.Go(func() {
				if err := s.NoteSearch(bg, domain.SearchNote{Text: fmt.Sprint(i % 2), Reason: domain.NoteNone, Count: 1, Last: fixedNow}); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		for _, n := range must(s.SearchNotes(bg, "", 0))(t).Items {
			if n.Count != 10 {
				t.Errorf("%+v", n)
			}
		}
	})
}
