package directory_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// over is a directory over the house's records and another engine.
func (h house) over(f directory.Finder, change ...func(*directory.Config)) *directory.Service {
	c := directory.Config{
		Store: h.store, Log: h.store, Settings: h.store, Finder: f, Saved: h.store, Notes: h.store, Indexes: h.store,
		Marks: highlighted, Now: func() time.Time { return day }, NewID: func() string { return "new" },
	}
	for _, f := range change {
		f(&c)
	}
	return directory.New(c)
}

func only(t *testing.T, s *directory.Service, a domain.Actor, text string) directory.FoundHit {
	t.Helper()
	found, err := s.Search(t.Context(), a, directory.SearchAsk{Text: text})
	if err != nil || len(found.Hits) != 1 {
		t.Fatalf("%q: %+v, %v; want one hit", text, found.Hits, err)
	}
	return found.Hits[0]
}

// marked shows a text with its marks in brackets.
func marked(s string, marks [][2]int) string {
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(s[at:m[0]] + "[" + s[m[0]:m[1]] + "]")
		at = m[1]
	}
	return b.String() + s[at:]
}

func TestSnippets(t *testing.T) {
	plain := domain.PlainText
	long := strings.Repeat("처음은 다른 이야기입니다 ", 30)
	rs := []domain.Record{
		&domain.Company{ID: "c1", Name: plain("한빛정밀"), Region: "경기", Tags: []string{"감속기"}, Summary: plain("감속기를 만듭니다. 베트남에 공장이 있습니다. 베트남 유통망을 찾습니다!")},
		&domain.Company{ID: "c2", Name: domain.Text{Ko: "푸른바다", En: "Blue Sea"}, Summary: domain.Text{Ko: long + "해조류를 기릅니다 " + long, En: "We grow seaweed."}},
		&domain.Expert{ID: "e1", Name: plain("Kim Ha"), Institution: "x1", Works: []domain.Work{
			{Title: plain("Plant audit"), Text: plain("Audited the line.\nThen built a quarantine station for the harbour."), Client: "Zenith Harbour", ClientPrivate: true},
		}},
		&domain.Institution{ID: "x1", Name: plain("House")},
	}
	h := newHouse(t, rs...)
	s := h.over(snapshot(rs))
	ko := coordinator
	ko.Lang = "ko"

	hit := only(t, s, ko, "한빛")
	if got := marked(hit.Name.Plain, hit.NameMarks.Plain); got != "[한빛]정밀" || hit.Snippet != nil {
		t.Errorf("a name that shows the word: %q, snippet %+v", got, hit.Snippet)
	}
	hit = only(t, s, ko, "감속기")
	if got := marked(hit.Detail.Plain, hit.DetailMarks.Plain); got != "경기, [감속기]" || hit.Snippet != nil {
		t.Errorf("a line that shows the word: %q, snippet %+v", got, hit.Snippet)
	}
	for _, c := range []struct{ who, query, lang, field, want string }{
		{"staff", "베트남 유통망", "ko", "summary", "[베트남] [유통망]을 찾습니다!"},
		{"staff", "베트남", "ko", "summary", "[베트남]에 공장이 있습니다."},
		{"staff", "quarantine", "ko", "works", "Then built a [quarantine] station for the harbour."},
		{"staff", "seaweed", "ko", "summary", "We grow [seaweed]."},
	} {
		a := coordinator
		a.Lang = c.lang
		hit := only(t, s, a, c.query)
		if hit.Snippet == nil || marked(hit.Snippet.Text, hit.Snippet.Marks) != c.want || hit.Snippet.Field != c.field {
			t.Errorf("%q: %+v, want %q", c.query, hit.Snippet, c.want)
		}
	}
	hit = only(t, s, ko, "해조류")
	if x := hit.Snippet; x == nil || x.Lang != "ko" || !strings.HasPrefix(x.Text, "…") || !strings.HasSuffix(x.Text, "…") ||
		len([]rune(x.Text)) > 165 || len(x.Marks) != 1 || x.Text[x.Marks[0][0]:x.Marks[0][1]] != "해조류" {
		t.Errorf("of a long sentence %+v", x)
	}
	for _, a := range []domain.Actor{actor(domain.RoleCompany, "c1"), actor(domain.RoleExpert, "e1")} {
		hit := only(t, s, a, "Kim")
		found, err := h.over(liar{[]domain.Hit{{Ref: hit.Ref, Score: 1}}}).Search(t.Context(), a, directory.SearchAsk{Text: "zenith"})
		if err != nil || len(found.Hits) != 1 {
			t.Fatal(found, err)
		}
		shown := fmt.Sprintf("%+v", found.Hits[0].Snippet) != "<nil>"
		if own := a.Role == domain.RoleExpert; shown != own {
			t.Errorf("a private client is shown to the %s: %v", a.Role, shown)
		}
	}
}

func TestPortfolioHits(t *testing.T) {
	deals := []domain.Deal{{Name: "Acme Reducers", Region: "서울", City: "서울", Tags: []string{"robot"}}, {Company: "z9"}, {Name: "Acme Reducers"}}
	inv := &domain.Investor{ID: "i/1", Name: domain.PlainText("Tan Capital"), Portfolio: deals, Conflicts: []string{"SECRET"}}
	h := newHouse(t, inv)
	everything := liar{}
	for _, id := range []string{"i/1/0", "i/1/1", "i/1/2", "i/1/3", "i/1/00", "i/1", "gone/0", "/0", ""} {
		everything.hits = append(everything.hits, domain.Hit{Ref: domain.Ref{Kind: domain.KindPortfolio, ID: id}, Score: 1})
	}
	s := h.over(everything)
	for _, a := range []domain.Actor{coordinator, actor(domain.RoleCompany, "c1"), actor(domain.RoleInvestor, "i/1")} {
		found, err := s.Search(t.Context(), a, directory.SearchAsk{Text: "acme"})
		if err != nil {
			t.Fatal(err)
		}
		if len(found.Hits) != 2 || !slices.Equal(found.Counts, []directory.KindCount{{Kind: domain.KindPortfolio, Count: 2}}) {
			t.Fatalf("%s: %+v, counts %v", a.Role, found.Hits, found.Counts)
		}
		x, y := found.Hits[0], found.Hits[1]
		if marked(x.Name.Plain, x.NameMarks.Plain) != "[Acme] Reducers" || x.Detail.Plain != "서울, robot" || y.Name.Plain != "z9" ||
			x.Parent == nil || x.Parent.Ref != inv.Ref() || x.Parent.Name != inv.Name {
			t.Errorf("%s: %+v %+v", a.Role, x, y)
		}
	}
	for _, a := range []domain.Actor{actor(domain.RoleInvestor, "i2"), actor(domain.RoleExpert, "e1"), actor(domain.RoleManager, "x1")} {
		found, err := s.Search(t.Context(), a, directory.SearchAsk{Text: "acme"})
		if err != nil || len(found.Hits)+len(found.Counts) > 0 {
			t.Errorf("%s: %+v, %v", a.Role, found, err)
		}
	}
	if n := len(must(h.store.Accesses(t.Context(), "", 50))(t).Items); n != 2 {
		t.Errorf("%d reads of the investor noted, want one for each of two strangers", n)
	}
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// TestCountsAreOfAllKinds: also of those that were not asked for, and neither
// deleted nor forbidden ones among them.
func TestCountsAreOfAllKinds(t *testing.T) {
	plain := domain.PlainText
	rs := []domain.Record{
		&domain.Company{ID: "c1", Name: plain("alpha one")}, &domain.Company{ID: "c2", Name: plain("alpha two")},
		&domain.Company{ID: "c3", Name: plain("alpha shy"), HiddenFrom: []string{"i1"}}, &domain.Company{ID: "c4", Name: plain("alpha gone")},
		&domain.Investor{ID: "i1", Name: plain("alpha"), Portfolio: []domain.Deal{{Name: "alpha first"}, {Name: "alpha second"}}},
	}
	h := newHouse(t, rs...)
	s := h.over(snapshot(rs))
	if err := h.Delete(t.Context(), coordinator, rs[3].Ref(), 0); err != nil {
		t.Fatal(err)
	}
	a := actor(domain.RoleInvestor, "i1")
	want := []directory.KindCount{{Kind: domain.KindCompany, Count: 2}, {Kind: domain.KindInvestor, Count: 1}, {Kind: domain.KindPortfolio, Count: 2}}
	for _, ask := range []directory.SearchAsk{
		{Text: "alpha"},
		{Text: "alpha", Limit: 1},
		{Text: "alpha", Kinds: []domain.Kind{domain.KindPortfolio}},
		{Text: "alpha", Kinds: []domain.Kind{domain.KindCompany, domain.KindCompany}, Limit: 2},
	} {
		found, err := s.Search(t.Context(), a, ask)
		if err != nil || !slices.Equal(found.Counts, want) {
			t.Errorf("%+v: %v, %v", ask, found.Counts, err)
		}
	}
	found, err := s.Search(t.Context(), a, directory.SearchAsk{Text: "alpha", Kinds: []domain.Kind{domain.KindPerson}})
	if err != nil || len(found.Hits) > 0 || !slices.Equal(found.Counts, want) || found.Reading != domain.ReadAny {
		t.Errorf("of a kind without hits: %+v, %v", found, err)
	}
	found, err = s.Search(t.Context(), a, directory.SearchAsk{Text: "alpha", Kinds: []domain.Kind{domain.KindInstitution}})
	if err != nil || found.Engine != "" || len(found.Counts) > 0 {
		t.Errorf("of a kind that the actor never sees: %+v, %v", found, err)
	}
}

// TestListsByWords: what the words find, best first, with hints when the
// filters leave nothing.
func TestListsByWords(t *testing.T) {
	plain := domain.PlainText
	var rs []domain.Record
	for i := range 7 {
		rs = append(rs, &domain.Company{
			ID: domain.CompanyID(fmt.Sprint("c", i)), Name: plain(fmt.Sprintf("alpha %c", 'g'-i)), Region: []string{"서울", "부산"}[i%2], Stage: "seed",
		})
	}
	rs = append(rs, &domain.Company{ID: "c9", Name: plain("beta"), Region: "대구", Stage: "growth"}, &domain.Company{ID: "c10", Name: plain("alpha gone"), Region: "대구", Stage: "seed"})
	h := newHouse(t, rs...)
	s := h.over(snapshot(rs))
	if err := h.Delete(t.Context(), coordinator, domain.Ref{Kind: domain.KindCompany, ID: "c10"}, 0); err != nil {
		t.Fatal(err)
	}
	ask := directory.Ask{Kind: domain.KindCompany, Text: " alpha ", Count: true, Facets: []domain.Attr{domain.AttrRegion}}
	list := func(ask directory.Ask) directory.Listing {
		t.Helper()
		l, err := s.List(t.Context(), coordinator, ask)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	l := list(ask)
	if l.Total != 7 || l.Found.Engine != "laggard" || fmt.Sprint(l.Facets) != "map[region:[{서울 4} {부산 3}]]" ||
		marked(l.Found.Items[0].Name.Plain, l.Found.Items[0].NameMarks.Plain) != "[alpha] g" {
		t.Errorf("%+v", l)
	}
	ask.Sort = domain.ByName
	if got := idsOf(list(ask).Items); strings.Join(got, " ") != "c6 c5 c4 c3 c2 c1 c0" {
		t.Errorf("by name %v", got)
	}
	ask.Where, ask.Sort = map[domain.Attr][]string{domain.AttrRegion: {"대구"}, domain.AttrStage: {"seed"}}, ""
	l = list(ask)
	want := []directory.Relaxed{{Attr: domain.AttrRegion, Total: 7}}
	if l.Total != 0 || len(l.Items) != 0 || !slices.Equal(l.Found.Relax, want) || fmt.Sprint(l.Facets) != "map[region:[{서울 4} {부산 3}]]" {
		t.Errorf("total %d, relax %v, facets %v; c10 is gone", l.Total, l.Found.Relax, l.Facets)
	}
	ask.Where = map[domain.Attr][]string{domain.AttrRegion: {"대구"}}
	if l = list(ask); !slices.Equal(l.Found.Relax, []directory.Relaxed{{Attr: domain.AttrRegion, Total: 7}, {Attr: "q", Total: 1}}) {
		t.Errorf("relax %v", l.Found.Relax)
	}
	ask.Where, ask.Text = nil, "nothing"
	if l = list(ask); l.Found.Relax != nil || l.Found.Reading != domain.ReadAny {
		t.Errorf("without filters there is nothing to relax: %+v", l.Found)
	}
	if _, err := s.List(t.Context(), coordinator, directory.Ask{Kind: domain.KindCohort, Text: "alpha"}); err != nil {
		t.Error(err)
	}
}

// TestCursorsOfOtherLists: a cursor goes on with its own list alone, and over a
// record that was deleted meanwhile.
func TestCursorsOfOtherLists(t *testing.T) {
	var rs []domain.Record
	for i := range 6 {
		rs = append(rs, &domain.Company{ID: domain.CompanyID(fmt.Sprint("c", i)), Name: domain.PlainText("alpha beta")})
	}
	h := newHouse(t, rs...)
	s := h.over(snapshot(rs))
	ask := directory.Ask{Kind: domain.KindCompany, Text: "alpha", Limit: 2}
	first := must(s.List(t.Context(), coordinator, ask))(t)
	ask.Cursor = first.Next
	for what, change := range map[string]func(*directory.Ask){
		"other words":  func(a *directory.Ask) { a.Text = "beta" },
		"no words":     func(a *directory.Ask) { a.Text = "" },
		"another sort": func(a *directory.Ask) { a.Sort = domain.ByName },
		"a filter":     func(a *directory.Ask) { a.Where = map[domain.Attr][]string{domain.AttrRegion: {"서울"}} },
		"another kind": func(a *directory.Ask) { a.Kind = domain.KindExpert },
		"nonsense":     func(a *directory.Ask) { a.Cursor = "nonsense" },
		"broken":       func(a *directory.Ask) { a.Cursor = a.Cursor[1:] },
	} {
		other := ask
		change(&other)
		if _, err := s.List(t.Context(), coordinator, other); domain.CodeOf(err) != domain.CodeInvalid {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := h.Delete(t.Context(), coordinator, domain.Ref{Kind: domain.KindCompany, ID: "c1"}, 0); err != nil {
		t.Fatal(err)
	}
	if got := idsOf(must(s.List(t.Context(), coordinator, ask))(t).Items); !slices.Equal(got, []string{"c2", "c3"}) {
		t.Errorf("behind a record that is gone: %v", got)
	}
}

// many is an engine with more hits than are counted by the records.
func many(n int) (rs []domain.Record, f directory.Finder) {
	for i := range n {
		rs = append(rs, &domain.Company{ID: domain.CompanyID(fmt.Sprintf("c%05d", i)), Name: domain.PlainText("alpha"), HiddenFrom: []string{"i1"}})
	}
	return rs, snapshot(rs)
}

// TestLargeLists: above 2000 hits the engine pages and counts; what is shown is
// asked about all the same.
func TestLargeLists(t *testing.T) {
	rs, engine := many(2100)
	for _, r := range rs[:1000] {
		r.(*domain.Company).HiddenFrom = nil
	}
	h := newHouse(t, rs...)
	s := h.over(engine)
	ask := directory.Ask{Kind: domain.KindCompany, Text: "alpha", Limit: 500, Count: true, Facets: []domain.Attr{domain.AttrID}}
	seen := map[string]bool{}
	for {
		l := must(s.List(t.Context(), coordinator, ask))(t)
		if l.Total != 2100 || len(l.Facets[domain.AttrID]) != 2100 {
			t.Fatalf("total %d, facets of %d", l.Total, len(l.Facets[domain.AttrID]))
		}
		for _, id := range idsOf(l.Items) {
			seen[id] = true
		}
		if ask.Cursor = l.Next; ask.Cursor == "" {
			break
		}
	}
	if len(seen) != 2100 {
		t.Errorf("%d shown", len(seen))
	}
	// The index still shows everything to an investor from whom half hides.
	everybody := snapshot(nil)
	for _, d := range engine.(*laggard).docs {
		d.attrs = map[domain.Attr][]string{domain.AttrID: {d.ref.ID}}
		everybody.docs = append(everybody.docs, d)
	}
	slices.Reverse(everybody.docs) // the forbidden ones first
	s = h.over(everybody)
	l := must(s.List(t.Context(), actor(domain.RoleInvestor, "i1"), directory.Ask{Kind: domain.KindCompany, Text: "alpha", Limit: 500}))(t)
	for _, id := range idsOf(l.Items) {
		if id >= "c01000" {
			t.Fatalf("an investor is shown %s", id)
		}
	}
	found := must(s.Search(t.Context(), coordinator, directory.SearchAsk{Text: "alpha"}))(t)
	if !slices.Equal(found.Counts, []directory.KindCount{{Kind: domain.KindCompany, Count: 2100}}) {
		t.Errorf("counts %v", found.Counts)
	}
	changed := must(s.List(t.Context(), coordinator, directory.Ask{Kind: domain.KindCompany, Text: "alpha", Sort: domain.ByChanged, Count: true}))(t)
	if changed.Total != 2100 || len(changed.Items) != 50 || changed.Next == "" {
		t.Errorf("by change: %d of %d", len(changed.Items), changed.Total)
	}
	_, huge := many(6001)
	_, err := h.over(huge).List(t.Context(), coordinator, directory.Ask{Kind: domain.KindCompany, Text: "alpha", Sort: domain.ByChanged})
	if domain.CodeOf(err) != domain.CodeInvalid || !strings.Contains(err.Error(), "sort") {
		t.Errorf("more than can be sorted: %v", err)
	}
}

// broken is an engine that fails.
type broken struct{}

func (broken) Search(context.Context, domain.SearchQuery) (domain.SearchResult, error) {
	return domain.SearchResult{}, domain.Errorf(domain.CodeUnavailable, "", "search is down; try again shortly")
}

func TestSearchFails(t *testing.T) {
	h := newHouse(t, &domain.Company{ID: "c1", Name: domain.PlainText("alpha")})
	s := h.over(broken{})
	if _, err := s.Search(t.Context(), coordinator, directory.SearchAsk{Text: "alpha"}); domain.CodeOf(err) != domain.CodeUnavailable {
		t.Error(err)
	}
	if _, err := s.List(t.Context(), coordinator, directory.Ask{Kind: domain.KindCompany, Text: "alpha"}); domain.CodeOf(err) != domain.CodeUnavailable {
		t.Error(err)
	}
	if l, err := s.List(t.Context(), coordinator, directory.Ask{Kind: domain.KindCompany, Sort: directory.ByBest}); err != nil || len(l.Items) != 1 || l.Found != nil {
		t.Errorf("a list without words needs no engine: %+v, %v", l, err)
	}
	for _, text := range []string{"", " \t"} {
		if _, err := h.Search(t.Context(), coordinator, directory.SearchAsk{Text: text}); domain.CodeOf(err) != domain.CodeInvalid {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := h.Search(t.Context(), domain.Actor{}, directory.SearchAsk{Text: "a"}); domain.CodeOf(err) != domain.CodeUnauthenticated {
		t.Error(err)
	}
}
