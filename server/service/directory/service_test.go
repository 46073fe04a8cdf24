package directory_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"jumpup/server/backend/search"
	"jumpup/server/backend/store"
	"jumpup/server/demo"
	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

var day = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// house is a directory over a real in-memory store and index, with a clock that
// stands still.
type house struct {
	testing.TB
	*directory.Service
	store *store.Store
	index *search.Embedded
}

func newHouse(t testing.TB, rs ...domain.Record) house {
	t.Helper()
	st, err := store.Open(context.Background(), store.Options{Memory: true, Now: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	h := house{TB: t, store: st, index: indexOf(t, rs)}
	var mu sync.Mutex
	n := 0
	h.Service = directory.New(directory.Config{
		Store: st, Log: st, Settings: st, Finder: h.index, Wiper: st, Accounts: st, Saved: st, Notes: st, Indexes: st,
		Marks: highlighted, Now: func() time.Time { return day },
		NewID: func() string { mu.Lock(); defer mu.Unlock(); n++; return fmt.Sprintf("new-%03d", n) },
	})
	if _, err := st.Import(context.Background(), domain.Import{Actor: domain.System("test"), Records: rs}); err != nil {
		t.Fatal(err)
	}
	return h
}

// indexOf is an index that holds the records.
func indexOf(t testing.TB, rs []domain.Record) *search.Embedded {
	t.Helper()
	index, err := search.OpenEmbedded("")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := index.Close(); err != nil {
			t.Error(err)
		}
	})
	changes := make([]domain.IndexChange, len(rs))
	for i, r := range rs {
		changes[i] = domain.IndexChange{Ref: r.Ref(), Record: r}
	}
	if _, err := index.Apply(context.Background(), changes, 1); err != nil {
		t.Fatal(err)
	}
	return index
}

func actor(role domain.Role, id string) domain.Actor {
	return domain.Actor{User: domain.UserID(string(role) + id), Role: role, Subject: domain.Ref{Kind: role.SubjectKind(), ID: id}}
}

var coordinator = domain.Actor{User: "staff", Role: domain.RoleCoordinator}

// TestListsAreWhatCanAllows: over the whole demonstration cohort, a list, its
// total and its facets hold exactly what Can lets the actor read, also where
// companies hide from the actor or from the actor's institution.
func TestListsAreWhatCanAllows(t *testing.T) {
	rs := demo.Generate(demo.Size{Companies: 30, Needs: 90, Institutions: 4, Experts: 20, Investors: 10}, 7, "2026-11-02")
	var company *domain.Company
	var expert *domain.Expert
	var investor *domain.Investor
	owners := map[domain.CompanyID]*domain.Company{}
	for _, r := range rs {
		switch x := r.(type) {
		case *domain.Company:
			company, owners[x.ID] = x, x
		case *domain.Expert:
			expert = x
		case *domain.Investor:
			investor = x
		}
	}
	hidden := 0
	for _, c := range owners { // every third company hides from each of them
		switch hidden++; hidden % 3 {
		case 0:
			c.HiddenFrom = []string{string(expert.ID), string(investor.ID)}
		case 1:
			c.HiddenFrom = []string{string(expert.Institution)}
		}
	}
	h := newHouse(t, rs...)
	own := actor(domain.RoleExpert, string(expert.ID))
	own.Institution = expert.Institution
	for _, a := range []domain.Actor{
		actor(domain.RoleCompany, string(company.ID)), own, actor(domain.RoleInvestor, string(investor.ID)),
		actor(domain.RoleManager, string(expert.Institution)), coordinator,
		{User: "x", Role: domain.RoleExpert},
	} {
		for _, k := range domain.Kinds {
			if k == domain.KindPreference {
				continue
			}
			var want []string
			for _, r := range rs {
				var owner *domain.Company
				if n, ok := r.(*domain.Need); ok {
					owner = owners[n.Company]
				}
				if r.Ref().Kind == k && domain.Can(a, domain.ActRead, domain.ObjectOf(r, owner)) {
					want = append(want, r.Ref().ID)
				}
			}
			slices.Sort(want)
			var got []string
			for cursor := ""; ; {
				l, err := h.List(t.Context(), a, directory.Ask{Kind: k, Limit: 7, Cursor: cursor, Count: true, Facets: []domain.Attr{domain.AttrID}})
				if err != nil {
					t.Fatal(err)
				}
				for _, it := range l.Items {
					got = append(got, it.Record.Ref().ID)
				}
				if l.Total != len(want) || len(l.Facets[domain.AttrID]) != len(want) {
					t.Fatalf("%s of %s: total %d, facets of %d, want %d", k, a.Role, l.Total, len(l.Facets[domain.AttrID]), len(want))
				}
				if cursor = l.Next; cursor == "" {
					break
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s of %s: %d, want %d", k, a.Role, len(got), len(want))
			}
		}
	}
}

// liar is a search engine gone stale in the worst way: it answers everybody
// with everything, things deleted long ago among them.
type liar struct{ hits []domain.Hit }

func (l liar) Search(context.Context, domain.SearchQuery) (domain.SearchResult, error) {
	return domain.SearchResult{Hits: l.hits, Total: len(l.hits), Engine: "liar"}, nil
}

func TestStaleIndexLeaksNothing(t *testing.T) {
	rs := []domain.Record{
		&domain.Company{ID: "c1", Name: domain.PlainText("mine")},
		&domain.Company{ID: "c2", Name: domain.PlainText("other"), HiddenFrom: []string{"i1"}},
		&domain.Need{ID: "n1", Company: "c2", Kind: domain.NeedInvestment, Title: domain.PlainText("hidden"), State: domain.NeedTriaged},
		&domain.Need{ID: "n2", Company: "c1", Kind: domain.NeedInvestment, Title: domain.PlainText("draft"), State: domain.NeedDraft},
		&domain.Investor{ID: "i1", Name: domain.PlainText("me")},
		&domain.Person{ID: "p1", Name: domain.PlainText("somebody"), Organisation: "c2"},
	}
	h := newHouse(t, rs...)
	var l liar
	for _, r := range rs {
		l.hits = append(l.hits, domain.Hit{Ref: r.Ref(), Score: 1})
	}
	l.hits = append(l.hits, domain.Hit{Ref: domain.Ref{Kind: domain.KindCompany, ID: "gone"}, Score: 1})
	s := directory.New(directory.Config{Store: h.store, Log: h.store, Settings: h.store, Finder: l, Now: time.Now})
	found, err := s.Search(t.Context(), actor(domain.RoleInvestor, "i1"), directory.SearchAsk{Text: "x", Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, hit := range found.Hits {
		got = append(got, hit.Ref.ID)
	}
	if !slices.Equal(got, []string{"c1", "i1"}) {
		t.Errorf("an investor is shown %v", got)
	}
}

func TestSearchDemo(t *testing.T) {
	h := newHouse(t, demo.Generate(demo.Default, 1, "2026-11-02")...)
	l, err := h.List(t.Context(), coordinator, directory.Ask{Kind: domain.KindExpert, Limit: 5})
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range l.Items {
		e := it.Record.(*domain.Expert)
		for _, text := range []string{e.Name.Ko, e.Name.En} {
			found, err := h.Search(t.Context(), coordinator, directory.SearchAsk{Text: text, Kinds: []domain.Kind{domain.KindExpert}})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(found.Hits, func(hit directory.FoundHit) bool { return hit.Ref == e.Ref() }) {
				t.Errorf("%q does not find %s among %d", text, e.ID, len(found.Hits))
			}
		}
	}
}

// TestConcurrentChanges: of two who change what they saw, one is told.
func TestConcurrentChanges(t *testing.T) {
	h := newHouse(t, &domain.Company{ID: "c1", Name: domain.PlainText("a")})
	ref := domain.Ref{Kind: domain.KindCompany, ID: "c1"}
	var group sync.WaitGroup
	results := make([]error, 8)
	for i := range results {
		group.Go(func() {
			_, results[i] = h.Update(t.Context(), coordinator, ref, 1, &domain.Company{Name: domain.PlainText(fmt.Sprint("b", i))})
		})
	}
	group.Wait()
	won := 0
	for _, err := range results {
		switch domain.CodeOf(err) {
		case "":
			won++
		case domain.CodeStale:
		default:
			t.Errorf("got %v", err)
		}
	}
	it, err := h.Get(t.Context(), coordinator, ref)
	if err != nil || won != 1 || it.Record.Rev() != 2 {
		t.Errorf("%d won, version %d, %v", won, it.Record.Rev(), err)
	}
}

func TestSettingsOneAtATime(t *testing.T) {
	h := newHouse(t)
	admin := domain.Actor{User: "a", Role: domain.RoleAdministrator}
	var group sync.WaitGroup
	for i := range 10 {
		group.Go(func() {
			if _, err := h.SetProgramme(t.Context(), admin, 0, directory.Programme{Name: domain.PlainText(fmt.Sprint(i))}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	p, err := h.Programme(t.Context(), coordinator)
	if err != nil || p.Version != 10 {
		t.Errorf("version %d, %v", p.Version, err)
	}
}

func TestRemoveDemo(t *testing.T) {
	h := newHouse(t, &domain.Cohort{ID: "k1", Name: domain.PlainText("k")}, &domain.Company{ID: "c1", Cohort: "k1"})
	admin := domain.Actor{User: "a", Role: domain.RoleAdministrator}
	if _, err := h.SetProgramme(t.Context(), admin, 0, directory.Programme{Cohort: "k1"}); err != nil {
		t.Fatal(err)
	}
	if err := h.RemoveDemo(t.Context(), admin, directory.DemoWord); domain.CodeOf(err) != domain.CodeConflict {
		t.Fatalf("real data: %v", err)
	}
	if err := h.store.PutSetting(t.Context(), store.SettingDemo, "1"); err != nil {
		t.Fatal(err)
	}
	if err := h.RemoveDemo(t.Context(), admin, directory.DemoWord); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Get(t.Context(), coordinator, domain.Ref{Kind: domain.KindCompany, ID: "c1"}); domain.CodeOf(err) != domain.CodeNotFound {
		t.Errorf("still there: %v", err)
	}
	if p, err := h.Programme(t.Context(), coordinator); err != nil || p.Cohort != "" {
		t.Errorf("the cohort is gone but still shown first: %+v %v", p, err)
	}
}
