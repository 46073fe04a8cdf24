package directory_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"jumpup/server/domain"
	"jumpup/server/service/accounts"
	"jumpup/server/service/directory"
)

// slow is an engine that takes a while by the clock of the test.
type slow struct {
	directory.Finder
	now  *time.Time
	take time.Duration
}

func (s slow) Search(ctx context.Context, q domain.SearchQuery) (domain.SearchResult, error) {
	*s.now = s.now.Add(s.take)
	return s.Finder.Search(ctx, q)
}

func TestSearchNotes(t *testing.T) {
	rs := []domain.Record{&domain.Company{ID: "c1", Name: domain.PlainText("alpha"), Region: "서울"}}
	h := newHouse(t, rs...)
	now := day
	engine := slow{snapshot(rs), &now, 0}
	var s *directory.Service
	with := func(take time.Duration) {
		engine.take = take
		s = h.over(engine, func(c *directory.Config) { c.Now = func() time.Time { return now } })
	}
	search := func(ask directory.SearchAsk) {
		t.Helper()
		if _, err := s.Search(t.Context(), coordinator, ask); err != nil {
			t.Fatal(err)
		}
	}
	list := func(ask directory.Ask) {
		t.Helper()
		ask.Kind = domain.KindCompany
		if _, err := s.List(t.Context(), coordinator, ask); err != nil {
			t.Fatal(err)
		}
	}
	with(100 * time.Millisecond / 2) // a narrowed search asks twice: just fast enough
	for range 2 {
		search(directory.SearchAsk{Text: "  No  Such "})
	}
	search(directory.SearchAsk{Text: "no such", Kinds: []domain.Kind{domain.KindPerson, domain.KindNeed}})
	list(directory.Ask{Text: "없는 회사"})
	search(directory.SearchAsk{Text: "typed", Typing: true})
	list(directory.Ask{Text: "typed too", Typing: true})
	list(directory.Ask{Text: "alpha", Where: map[domain.Attr][]string{domain.AttrRegion: {"부산"}}}) // only the filter finds nothing
	search(directory.SearchAsk{Text: "alpha"})
	for _, personal := range []string{"park@example.org", "010-1234-5678", "124-81-00998"} {
		search(directory.SearchAsk{Text: personal})
		list(directory.Ask{Text: personal})
	}
	with(101 * time.Millisecond)
	search(directory.SearchAsk{Text: "alpha"})
	search(directory.SearchAsk{Text: strings.Repeat("가", 120)})

	page, err := s.SearchNotes(t.Context(), coordinator, "", 50)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range page.Items {
		got = append(got, fmt.Sprint(n.Text, " ", n.Reason, " ", n.Count, " ", n.Kinds, " ", n.Slowest))
	}
	want := []string{
		strings.Repeat("가", 100) + " none 1 [] 202ms", "alpha slow 1 [] 202ms", "없는 회사 none 1 [company] 50ms", "no such none 3 [need person] 150ms",
	}
	if !slices.Equal(got, want) {
		t.Errorf("notes\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, a := range []domain.Actor{actor(domain.RoleCompany, "c1"), actor(domain.RoleManager, "x1")} {
		_, err := s.SearchNotes(t.Context(), a, "", 50)
		if domain.CodeOf(err) != domain.CodeForbidden || domain.CodeOf(s.ClearSearchNotes(t.Context(), a)) != domain.CodeForbidden {
			t.Errorf("%s: %v", a.Role, err)
		}
	}
	if err := s.ClearSearchNotes(t.Context(), coordinator); err != nil {
		t.Fatal(err)
	}
	if page := must(s.SearchNotes(t.Context(), coordinator, "", 50))(t); len(page.Items) > 0 {
		t.Errorf("cleared, but %v", page.Items)
	}
}

// full keeps no note any more.
type full struct{ directory.Notes }

func (full) NoteSearch(context.Context, domain.SearchNote) error { return errors.New("disk full") }

func TestAnswersDoNotFailForNotes(t *testing.T) {
	var told []string
	s := newHouse(t).over(snapshot(nil), func(c *directory.Config) {
		c.Notes = full{}
		c.OnFailure = func(what string, err error) { told = append(told, what+": "+err.Error()) }
	})
	if _, err := s.Search(t.Context(), coordinator, directory.SearchAsk{Text: "x"}); err != nil || !slices.Equal(told, []string{"noting a search: disk full"}) {
		t.Errorf("%v, told %v", err, told)
	}
}

// TestWithoutPorts: what is not there is unavailable, the rest works.
func TestWithoutPorts(t *testing.T) {
	s := newHouse(t).over(snapshot(nil), func(c *directory.Config) { c.Saved, c.Notes, c.Indexes, c.Marks = nil, nil, nil, nil })
	if _, err := s.Search(t.Context(), coordinator, directory.SearchAsk{Text: "x"}); err != nil {
		t.Error(err)
	}
	for what, ask := range map[string]func() error{
		"saved":  func() error { _, err := s.SavedSearches(t.Context(), coordinator); return err },
		"notes":  func() error { _, err := s.SearchNotes(t.Context(), coordinator, "", 0); return err },
		"clear":  func() error { return s.ClearSearchNotes(t.Context(), coordinator) },
		"status": func() error { _, err := s.SearchStatus(t.Context(), coordinator); return err },
	} {
		if err := ask(); domain.CodeOf(err) != domain.CodeUnavailable {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestSynonyms(t *testing.T) {
	h := newHouse(t)
	set := must(h.Synonyms(t.Context(), coordinator))(t)
	if len(set.Groups) != len(domain.DefaultSynonyms) || set.Version <= 0 || set.Version >= 1<<53 {
		t.Fatalf("unset: %d groups, version %d", len(set.Groups), set.Version)
	}
	next := domain.Synonyms{{" 수출 ", "export", "Export"}, {"alone"}, {"", ""}, {"양자", "quantum  computing"}}
	saved := must(h.SetSynonyms(t.Context(), coordinator, set.Version, next))(t)
	if fmt.Sprint(saved.Groups) != "[[수출 export] [양자 quantum computing]]" || saved.Version == set.Version {
		t.Errorf("%+v", saved)
	}
	again := must(h.Synonyms(t.Context(), coordinator))(t)
	if again.Version != saved.Version || len(again.Groups) != 2 {
		t.Errorf("read %+v, saved %+v", again, saved)
	}
	head := must(h.store.OutboxHead(t.Context()))(t)
	must(h.SetSynonyms(t.Context(), coordinator, 0, next))(t)
	if n := must(h.store.OutboxHead(t.Context()))(t); n != head {
		t.Error("what did not change made an event")
	}
	rows := must(h.store.Outbox(t.Context(), head-1, 10))(t)
	if len(rows) != 1 || rows[0].Event.Kind != domain.SynonymsChanged || rows[0].Event.Data["groups"] != "2" {
		t.Errorf("events %+v", rows)
	}
	if _, err := h.SetSynonyms(t.Context(), coordinator, set.Version, domain.Synonyms{{"a", "b"}}); domain.CodeOf(err) != domain.CodeStale {
		t.Errorf("an old version: %v", err)
	}
	for what, groups := range map[string]domain.Synonyms{
		"groups.1": {{"a", "b"}, {" A ", "c"}},
		"groups.0": {{strings.Repeat("가", 61), "b"}},
		"groups":   make(domain.Synonyms, 1001),
	} {
		_, err := h.SetSynonyms(t.Context(), coordinator, 0, groups)
		var p domain.Problems
		if !errors.As(err, &p) || p[0].Field != what {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, a := range []domain.Actor{actor(domain.RoleCompany, "c1"), actor(domain.RoleExpert, "e1"), {User: "lost", Role: domain.RoleInvestor}} {
		_, err := h.Synonyms(t.Context(), a)
		_, change := h.SetSynonyms(t.Context(), a, 0, nil)
		if domain.CodeOf(err) != domain.CodeForbidden || domain.CodeOf(change) != domain.CodeForbidden {
			t.Errorf("%s: %v, %v", a.Role, err, change)
		}
	}
	if none := must(h.SetSynonyms(t.Context(), coordinator, saved.Version, nil))(t); len(none.Groups) > 0 {
		t.Errorf("none: %+v", none)
	}
	if none := must(h.Synonyms(t.Context(), coordinator))(t); len(none.Groups) > 0 {
		t.Error("no synonyms are not the ones to begin with")
	}
	if err := h.store.PutSetting(t.Context(), domain.SettingSynonyms, "{"); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Synonyms(t.Context(), coordinator); domain.CodeOf(err) != domain.CodeInternal {
		t.Errorf("broken: %v", err)
	}
}

// TestSynonymsOneAtATime: of many who change what they saw, one is heard.
func TestSynonymsOneAtATime(t *testing.T) {
	h := newHouse(t)
	set := must(h.Synonyms(t.Context(), coordinator))(t)
	results := make([]error, 8)
	var group sync.WaitGroup
	for i := range results {
		group.Go(func() {
			_, results[i] = h.SetSynonyms(t.Context(), coordinator, set.Version, domain.Synonyms{{"a", fmt.Sprint("b", i)}})
		})
	}
	group.Wait()
	won := 0
	for _, err := range results {
		if err == nil {
			won++
		} else if domain.CodeOf(err) != domain.CodeStale {
			t.Error(err)
		}
	}
	if won != 1 {
		t.Errorf("%d won", won)
	}
}

func TestSavedSearches(t *testing.T) {
	h := newHouse(t, &domain.Company{ID: "c1", Name: domain.PlainText("alpha")})
	people := accountsOf(t, h, "a@x.example", "b@x.example")
	mine, other := people[0], people[1]
	x := must(h.SaveSearch(t.Context(), mine, domain.SavedSearch{ID: "chosen", User: other.User, Name: " 수출 ", Kind: domain.KindExpert, Query: "?q=export"}))(t)
	if x.ID == "chosen" || x.User != mine.User || x.Name != "수출" || x.Query != "q=export" || !x.Created.Equal(day) {
		t.Errorf("%+v", x)
	}
	if _, err := h.SaveSearch(t.Context(), mine, domain.SavedSearch{Name: " "}); domain.CodeOf(err) != domain.CodeInvalid {
		t.Errorf("without a name: %v", err)
	}
	x.Name, x.Kind = "all", ""
	y := must(h.ChangeSavedSearch(t.Context(), mine, x))(t)
	if y.Name != "all" || y.Kind != "" || !y.Created.Equal(day) {
		t.Errorf("%+v", y)
	}
	if _, err := h.ChangeSavedSearch(t.Context(), mine, domain.SavedSearch{ID: x.ID, Name: "a", Query: "#"}); domain.CodeOf(err) != domain.CodeInvalid {
		t.Error(err)
	}
	for what, err := range map[string]error{
		"change": func() error { _, err := h.ChangeSavedSearch(t.Context(), other, x); return err }(),
		"drop":   h.DropSavedSearch(t.Context(), other, x.ID),
		"gone":   h.DropSavedSearch(t.Context(), mine, "none"),
	} {
		if domain.CodeOf(err) != domain.CodeNotFound {
			t.Errorf("%s: %v", what, err)
		}
	}
	if list := must(h.SavedSearches(t.Context(), other))(t); len(list) > 0 {
		t.Errorf("somebody else's: %v", list)
	}
	for i := range domain.SavedMost {
		_, err := h.SaveSearch(t.Context(), mine, domain.SavedSearch{Name: fmt.Sprint(i)})
		if last := i == domain.SavedMost-1; (domain.CodeOf(err) == domain.CodeConflict) != last {
			t.Fatalf("number %d: %v", i+2, err)
		}
	}
	if err := h.DropSavedSearch(t.Context(), mine, x.ID); err != nil {
		t.Fatal(err)
	}
	if list := must(h.SavedSearches(t.Context(), mine))(t); len(list) != domain.SavedMost-1 {
		t.Errorf("%d left", len(list))
	}
	for _, a := range []domain.Actor{{}, {User: "lost", Role: domain.RoleCompany}} {
		if _, err := h.SavedSearches(t.Context(), a); err == nil {
			t.Errorf("%+v keeps searches", a)
		}
		if _, err := h.SaveSearch(t.Context(), a, domain.SavedSearch{Name: "a"}); err == nil {
			t.Errorf("%+v keeps searches", a)
		}
	}
}

func accountsOf(t *testing.T, h house, mails ...string) (out []domain.Actor) {
	t.Helper()
	s := must(accounts.New(accounts.Config{
		Store: h.store, Records: h.store, Now: func() time.Time { return day }, NewID: func() string { return fmt.Sprint("account-", len(out)) }, Origin: "http://127.0.0.1:8080",
	}))(t)
	defer s.Close()
	for _, m := range mails {
		u := must(s.EnsureAccount(t.Context(), domain.System("test"), accounts.Invitation{
			Email: m, Role: domain.RoleCompany, Lang: "en", Subject: domain.Ref{Kind: domain.KindCompany, ID: "c1"},
		}))(t)
		out = append(out, u.Actor())
	}
	return out
}

func TestSearchStatus(t *testing.T) {
	h := newHouse(t, &domain.Company{ID: "c1", Name: domain.PlainText("alpha")}, &domain.Company{ID: "c2"}, &domain.Institution{ID: "x1"})
	head := must(h.store.OutboxHead(t.Context()))(t)
	for _, x := range []domain.IndexStatus{
		{Server: "one", Engine: "embedded", Position: head - 2, Phase: "filling", Done: 1, Total: 3, Parked: []domain.Parked{{Ref: domain.Ref{Kind: domain.KindCompany, ID: "c2"}, Why: "too long"}}},
		{Server: "two", Engine: "embedded", Position: head + 1, Ready: true},
	} {
		if err := h.store.PutIndexStatus(t.Context(), x); err != nil {
			t.Fatal(err)
		}
	}
	st := must(h.SearchStatus(t.Context(), coordinator))(t)
	if st.Head != head || len(st.Engines) != 2 || st.Engines[0].Lag != 2 || st.Engines[1].Lag != 0 || st.Engines[0].Parked[0].Why != "too long" {
		t.Errorf("%+v", st)
	}
	if fmt.Sprint(st.Counts) != "[{company 2} {need 0} {expert 0} {investor 0} {institution 1} {person 0}]" {
		t.Errorf("counts %v", st.Counts)
	}
	asked := must(h.RebuildSearch(t.Context(), coordinator))(t)
	rows := must(h.store.Outbox(t.Context(), head, 10))(t)
	if len(rows) != 1 || rows[0].Event.Kind != domain.RebuildAsked || rows[0].Event.Data["asked"] != asked ||
		must(h.store.Setting(t.Context(), domain.SettingRebuild))(t) != asked {
		t.Errorf("asked %q, events %+v", asked, rows)
	}
	for _, a := range []domain.Actor{actor(domain.RoleCompany, "c1"), actor(domain.RoleManager, "x1"), {}} {
		_, err := h.SearchStatus(t.Context(), a)
		_, ask := h.RebuildSearch(t.Context(), a)
		if err == nil || ask == nil {
			t.Errorf("%q sees %v, may rebuild %v", a.Role, err, ask)
		}
	}
}
