package directory_test

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jumpup/server/backend/store"
	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// token is a word that only one version of one field holds, so that whatever
// comes back tells where it comes from.
var token = regexp.MustCompile(`tok[a-z0-9]+`)

// drawer makes random records; every text it writes holds "alpha" and a token.
type drawer struct {
	t *rapid.T
	n int
}

func (d *drawer) text(more ...string) domain.Text {
	d.n++
	s := fmt.Sprintf("%s tok%d", strings.Join(append(more, "alpha"), " "), d.n)
	if rapid.Bool().Draw(d.t, "two wordings") {
		return domain.Text{Ko: "한국어 " + s, En: s}
	}
	return domain.PlainText(s)
}

func (d *drawer) some(name string, from ...string) []string {
	return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, 2, rapid.ID[string]).Draw(d.t, name)
}

func (d *drawer) one(name string, from ...string) string {
	return rapid.SampledFrom(from).Draw(d.t, name)
}

var (
	drawnHiders    = []string{"e1", "e2", "i1", "i2", "x1"}
	drawnCompanies = []string{"c1", "c2", "c3"}
)

func (d *drawer) record(ref domain.Ref) domain.Record {
	switch ref.Kind {
	case domain.KindInstitution:
		return &domain.Institution{ID: domain.InstitutionID(ref.ID), Name: d.text(), Conflicts: []string{d.text().All()}}
	case domain.KindCohort:
		return &domain.Cohort{ID: domain.CohortID(ref.ID), Name: d.text()}
	case domain.KindPerson:
		return &domain.Person{ID: domain.PersonID(ref.ID), Name: d.text(), Title: d.text("beta"), Organisation: d.one("organisation", "c1", "c2", "i1", "x1")}
	case domain.KindCompany:
		return &domain.Company{
			ID: domain.CompanyID(ref.ID), Name: d.text(), Summary: d.text("beta"), RegistrationNo: d.text().All(),
			Region: d.one("region", "seoul", "busan"), Stage: "seed", Cohort: domain.CohortID(d.one("cohort", "k1", "k2")),
			HiddenFrom: d.some("hidden from", drawnHiders...),
		}
	case domain.KindNeed:
		return &domain.Need{
			ID: domain.NeedID(ref.ID), Company: domain.CompanyID(d.one("company", drawnCompanies...)), Title: d.text(), Detail: d.text("beta", "gamma"),
			Kind:   domain.NeedKind(d.one("need kind", "directing", "investment", "partner")),
			Topics: d.some("topics", "export", "ai"), State: rapid.SampledFrom(domain.NeedStates).Draw(d.t, "state"),
			Confidential: rapid.Bool().Draw(d.t, "confidential"), Remark: d.text().All(),
		}
	case domain.KindExpert:
		return &domain.Expert{
			ID: domain.ExpertID(ref.ID), Name: d.text(), Headline: d.text(), Summary: d.text("gamma"),
			Institution: domain.InstitutionID(d.one("institution", "x1", "x2")), Region: d.one("region", "seoul", "busan"), Conflicts: []string{d.text().All()},
			Works: []domain.Work{{Title: d.text("delta"), Client: d.text().All(), ClientPrivate: rapid.Bool().Draw(d.t, "private")}},
		}
	}
	inv := &domain.Investor{ID: domain.InvestorID(ref.ID), Name: d.text(), Thesis: d.text("beta"), Region: d.one("region", "seoul", "busan"), Conflicts: []string{d.text().All()}}
	for i := range rapid.IntRange(0, 3).Draw(d.t, "deals") {
		inv.Portfolio = append(inv.Portfolio, domain.Deal{
			Company: d.one("deal with", "", "p1", "p2"), Name: fmt.Sprintf("alpha deal%d %s", i, d.text().All()), Tags: d.some("tags", "ai", "bio"),
		})
	}
	return inv
}

// drawnWorld lists what there may be.
var drawnWorld = func() (out []domain.Ref) {
	for _, x := range []struct {
		kind domain.Kind
		ids  string
	}{
		{domain.KindInstitution, "x1 x2"},
		{domain.KindCohort, "k1 k2"},
		{domain.KindCompany, "c1 c2 c3"},
		{domain.KindNeed, "n1 n2 n3 n4 n5"},
		{domain.KindExpert, "e1 e2 e3"},
		{domain.KindInvestor, "i1 i2"},
		{domain.KindPerson, "q1 q2"},
	} {
		for _, id := range strings.Fields(x.ids) {
			out = append(out, domain.Ref{Kind: x.kind, ID: id})
		}
	}
	return out
}()

// sees is what one actor may see just now.
type sees struct {
	items  map[domain.Ref]domain.Record // viewed
	tokens map[string]bool
	deals  map[domain.Kind]int
}

func whatSees(a domain.Actor, records map[domain.Ref]domain.Record) sees {
	s := sees{map[domain.Ref]domain.Record{}, map[string]bool{}, map[domain.Kind]int{}}
	for ref, r := range records {
		var owner *domain.Company
		if n, ok := r.(*domain.Need); ok {
			owner, _ = records[domain.Ref{Kind: domain.KindCompany, ID: string(n.Company)}].(*domain.Company)
		}
		if !domain.Can(a, domain.ActRead, domain.ObjectOf(r, owner)) {
			continue
		}
		s.items[ref] = domain.View(a, r)
		for _, t := range token.FindAllString(dump(s.items[ref]), -1) {
			s.tokens[t] = true
		}
		if inv, ok := r.(*domain.Investor); ok {
			for i := range inv.Portfolio {
				if domain.PortfolioFirst(inv, i) == i {
					s.deals[domain.KindPortfolio]++
				}
			}
		}
	}
	return s
}

func dump(v any) string { return strings.ToLower(fmt.Sprintf("%+v", v)) }

// shown checks that a text that was made for somebody holds no foreign token.
func (s sees) shown(t *rapid.T, what string, texts ...domain.Text) {
	for _, x := range texts {
		for _, tok := range token.FindAllString(x.All(), -1) {
			if !s.tokens[tok] {
				t.Fatalf("%s shows %q of something that may not be read", what, tok)
			}
		}
	}
}

func checkSight(t *rapid.T, may sees, what string, s directory.Sight) {
	may.shown(t, what, s.Name, s.Detail)
	for text, marks := range map[string][][2]int{
		s.Name.Plain: s.NameMarks.Plain, s.Name.Ko: s.NameMarks.Ko, s.Name.En: s.NameMarks.En,
		s.Detail.Plain: s.DetailMarks.Plain, s.Detail.Ko: s.DetailMarks.Ko, s.Detail.En: s.DetailMarks.En,
	} {
		checkMarks(t, what, text, marks)
	}
	if s.Snippet != nil {
		may.shown(t, what, domain.PlainText(s.Snippet.Text))
		checkMarks(t, what, s.Snippet.Text, s.Snippet.Marks)
		if len(s.Snippet.Marks) == 0 {
			t.Fatalf("%s: the snippet %q marks nothing", what, s.Snippet.Text)
		}
	}
}

func checkMarks(t *rapid.T, what, text string, marks [][2]int) {
	end := 0
	for _, m := range marks {
		if m[0] < end || m[1] <= m[0] || m[1] > len(text) {
			t.Fatalf("%s: marks %v do not lie in %q", what, marks, text)
		}
		end = m[1]
	}
}

// TestStaleSearchShowsNothingForbidden: records change and go while the engine
// remembers an earlier day. Whoever asks, for whatever words and filters, gets
// nothing in hits, texts, marks, totals, facets, counts or hints that the actor
// may not see today.
func TestStaleSearchShowsNothingForbidden(t *testing.T) {
	st := newHouse(t).store
	rapid.Check(t, func(t *rapid.T) {
		d := &drawer{t: t}
		var rs []domain.Record
		for _, ref := range drawnWorld {
			rs = append(rs, d.record(ref))
		}
		for _, ref := range drawnWorld { // an import leaves the state of needs that are there
			if _, err := st.Record(context.Background(), ref); ref.Kind == domain.KindNeed && err == nil {
				drop(t, st, ref)
			}
		}
		if _, err := st.Import(context.Background(), domain.Import{Actor: domain.System("test"), Records: rs}); err != nil {
			t.Fatal(err)
		}
		s := directory.New(directory.Config{
			Store: st, Log: st, Settings: st, Finder: snapshot(rs), Marks: highlighted, Now: func() time.Time { return day }, NewID: func() string { return "" },
		})
		records := map[domain.Ref]domain.Record{}
		for _, r := range rs {
			records[r.Ref()] = r
		}
		d.change(st, records)
		for range 3 {
			a := d.actor(records)
			may := whatSees(a, records)
			d.searches(s, a, may)
			d.lists(s, a, may, records)
		}
	})
}

func drop(t *rapid.T, st *store.Store, ref domain.Ref) {
	if _, err := st.Save(context.Background(), ref, 0, func(domain.Record) (domain.Record, []domain.Event, error) { return nil, nil, nil }); err != nil {
		t.Fatal(err)
	}
}

// change replaces and deletes some of the records behind the engine's back.
func (d *drawer) change(st *store.Store, records map[domain.Ref]domain.Record) {
	ctx := context.Background()
	for _, ref := range rapid.SliceOfN(rapid.SampledFrom(drawnWorld), 0, 12).Draw(d.t, "changed") {
		var next domain.Record
		if rapid.IntRange(0, 2).Draw(d.t, "how") > 0 {
			next = d.record(ref)
		}
		if next == nil && records[ref] == nil {
			continue
		}
		_, err := st.Save(ctx, ref, 0, func(domain.Record) (domain.Record, []domain.Event, error) { return next, nil, nil })
		switch domain.CodeOf(err) {
		case domain.CodeConflict: // still referred to, or refers to what is gone
		case "":
			if delete(records, ref); next != nil {
				records[ref] = next
			}
		default:
			d.t.Fatalf("changing %s: %v", ref, err)
		}
	}
}

func (d *drawer) actor(records map[domain.Ref]domain.Record) domain.Actor {
	a := rapid.SampledFrom([]domain.Actor{
		actor(domain.RoleCompany, "c1"), actor(domain.RoleExpert, "e1"), actor(domain.RoleExpert, "e2"), actor(domain.RoleInvestor, "i1"),
		actor(domain.RoleManager, "x1"), coordinator,
		{User: "lost", Role: domain.RoleCompany},
	}).Draw(d.t, "actor")
	if e, ok := records[a.Subject].(*domain.Expert); ok {
		a.Institution = e.Institution
	}
	return a
}

func (d *drawer) words() string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"alpha", "beta", "gamma", "delta", "한국어", "tok7", "tok20", "nothing"}), 1, 2).Draw(d.t, "words"), " ")
}

func (d *drawer) searches(s *directory.Service, a domain.Actor, may sees) {
	t := d.t
	ask := directory.SearchAsk{Text: d.words(), Limit: rapid.SampledFrom([]int{1, 3, 100}).Draw(t, "limit")}
	if rapid.Bool().Draw(t, "some kinds") {
		ask.Kinds = rapid.SliceOfNDistinct(rapid.SampledFrom(domain.SearchKinds), 1, 3, rapid.ID[domain.Kind]).Draw(t, "kinds")
	}
	found, err := s.Search(context.Background(), a, ask)
	if err != nil {
		t.Fatal(err)
	}
	hits := map[domain.Kind]int{}
	for _, h := range found.Hits {
		hits[h.Ref.Kind]++
		holder := h.Ref
		if h.Ref.Kind == domain.KindPortfolio {
			id, _, _ := domain.PortfolioDeal(h.Ref.ID)
			holder = domain.Ref{Kind: domain.KindInvestor, ID: string(id)}
			if h.Parent == nil || h.Parent.Ref != holder {
				t.Fatalf("%s has the parent %+v", h.Ref, h.Parent)
			}
			may.shown(t, "a parent", h.Parent.Name)
		}
		if may.items[holder] == nil {
			t.Fatalf("%s finds %s", a.Role, h.Ref)
		}
		checkSight(t, may, "a hit", h.Sight)
	}
	for _, c := range found.Counts {
		most := may.deals[c.Kind]
		for ref := range may.items {
			if ref.Kind == c.Kind {
				most++
			}
		}
		asked := len(ask.Kinds) == 0 || slices.Contains(ask.Kinds, c.Kind)
		if c.Count > most || asked && c.Count < hits[c.Kind] || asked && ask.Limit == 100 && c.Count != hits[c.Kind] {
			t.Fatalf("%s counts %d of %s, with %d hits of %d that may be seen", a.Role, c.Count, c.Kind, hits[c.Kind], most)
		}
	}
}

// drawnFilters are what lists may be filtered and counted by.
var drawnFilters = map[domain.Kind]map[domain.Attr][]string{
	domain.KindCompany:     {domain.AttrRegion: {"seoul", "busan"}, domain.AttrCohort: {"k1", "k2"}, domain.AttrID: {"c1", "c2"}},
	domain.KindNeed:        {domain.AttrTopic: {"export", "ai"}, domain.AttrState: {"triaged", "filed"}, domain.AttrCohort: {"k1"}, domain.AttrCompany: {"c1", "c2", "c3"}},
	domain.KindExpert:      {domain.AttrRegion: {"seoul"}, domain.AttrInstitution: {"x1", "x2"}},
	domain.KindInvestor:    {domain.AttrRegion: {"seoul", "busan"}},
	domain.KindPerson:      {domain.AttrOrganisation: {"c1", "i1"}},
	domain.KindInstitution: {domain.AttrID: {"x1"}},
}

func (d *drawer) lists(s *directory.Service, a domain.Actor, may sees, records map[domain.Ref]domain.Record) {
	t := d.t
	kinds := slices.Sorted(maps.Keys(drawnFilters))
	ask := directory.Ask{
		Kind: rapid.SampledFrom(kinds).Draw(t, "list"), Text: d.words(), Where: map[domain.Attr][]string{}, Count: true, Limit: 500,
		Sort: rapid.SampledFrom([]domain.Sort{"", directory.ByBest, domain.ByID, domain.ByName, domain.ByChanged}).Draw(t, "sort"),
	}
	for _, at := range slices.Sorted(maps.Keys(drawnFilters[ask.Kind])) {
		if rapid.IntRange(0, 2).Draw(t, "filter") == 0 {
			ask.Where[at] = []string{d.one("value", drawnFilters[ask.Kind][at]...)}
		}
		if ask.Kind != domain.KindNeed || at != domain.AttrCohort {
			ask.Facets = append(ask.Facets, at)
		}
	}
	l, err := s.List(context.Background(), a, ask)
	if err != nil {
		t.Fatal(err)
	}
	checkItems(t, may, a, l)
	if l.Total != len(l.Items) {
		t.Fatalf("%s is told of %d %s and shown %d", a.Role, l.Total, ask.Kind, len(l.Items))
	}
	checkFacets(t, may, ask, l)
	for _, r := range l.Found.Relax {
		rest := ask
		rest.Where = maps.Clone(ask.Where)
		delete(rest.Where, r.Attr)
		if most := fitting(may, rest, records); r.Total <= 0 || r.Total > most {
			t.Fatalf("%s is told that %d %s are found without %s; %d may be seen", a.Role, r.Total, ask.Kind, r.Attr, most)
		}
	}
	var paged []string
	for ask.Facets, ask.Limit = nil, 2; ; {
		p, err := s.List(context.Background(), a, ask)
		if err != nil {
			t.Fatal(err)
		}
		paged = append(paged, idsOf(p.Items)...)
		if ask.Cursor = p.Next; ask.Cursor == "" {
			break
		}
	}
	if !slices.Equal(paged, idsOf(l.Items)) {
		t.Fatalf("pages give %v, the whole list %v", paged, idsOf(l.Items))
	}
}

func idsOf(items []directory.Item) (out []string) {
	for _, it := range items {
		out = append(out, it.Record.Ref().ID)
	}
	return out
}

func checkItems(t *rapid.T, may sees, a domain.Actor, l directory.Listing) {
	if len(l.Found.Items) != len(l.Items) {
		t.Fatalf("%d items, %d found", len(l.Items), len(l.Found.Items))
	}
	for i, it := range l.Items {
		ref := it.Record.Ref()
		if may.items[ref] == nil {
			t.Fatalf("%s is shown %s", a.Role, ref)
		}
		for _, tok := range token.FindAllString(dump(it.Record)+dump(it.CompanyName), -1) {
			if !may.tokens[tok] {
				t.Fatalf("%s is shown %q in %s", a.Role, tok, ref)
			}
		}
		checkSight(t, may, "an item", l.Found.Items[i])
	}
}

// checkFacets: an attribute without a filter is counted over the items
// exactly, one with a filter over no more than may be seen.
func checkFacets(t *rapid.T, may sees, ask directory.Ask, l directory.Listing) {
	for _, at := range ask.Facets {
		exact, most := map[string]int{}, map[string]int{}
		for _, it := range l.Items {
			for _, v := range domain.Attributes(it.Record)[at] {
				exact[v]++
			}
		}
		for ref, r := range may.items {
			if ref.Kind == ask.Kind {
				for _, v := range domain.Attributes(r)[at] {
					most[v]++
				}
			}
		}
		got := map[string]int{}
		for _, c := range l.Facets[at] {
			got[c.Value] = c.Count
			if c.Count > most[c.Value] {
				t.Fatalf("%s %q counts %d, %d may be seen", at, c.Value, c.Count, most[c.Value])
			}
		}
		if len(ask.Where[at]) == 0 && !maps.Equal(got, exact) {
			t.Fatalf("%s is counted %v, the items have %v", at, got, exact)
		}
	}
}

// fitting counts what may be seen and passes the filters, whatever the words.
func fitting(may sees, ask directory.Ask, records map[domain.Ref]domain.Record) (n int) {
	for ref, r := range may.items {
		fits := ref.Kind == ask.Kind
		for at, values := range ask.Where {
			has := domain.Attributes(r)
			if need, ok := r.(*domain.Need); ok && at == domain.AttrCohort {
				has = domain.Attributes(records[domain.Ref{Kind: domain.KindCompany, ID: string(need.Company)}])
			}
			fits = fits && domain.AnyOf(at, values...).Match(has)
		}
		if fits {
			n++
		}
	}
	return n
}
