package store

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var someAttrs = []domain.Attr{
	domain.AttrID, domain.AttrTag, domain.AttrIndustry, domain.AttrFounded, domain.AttrEmployees, domain.AttrHiddenFrom, domain.AttrState,
	domain.AttrConfidential, domain.AttrPriority, domain.AttrKind, domain.AttrField, domain.AttrRole, domain.AttrStage, domain.AttrTopic,
}

func drawFilter(t *rapid.T, depth int) domain.Filter {
	attr := rapid.SampledFrom(someAttrs).Draw(t, "attr")
	shape := rapid.IntRange(0, 5).Draw(t, "shape")
	if depth == 0 {
		shape %= 3
	}
	several := func() []domain.Filter {
		out := make([]domain.Filter, rapid.IntRange(0, 3).Draw(t, "parts"))
		for i := range out {
			out[i] = drawFilter(t, depth-1)
		}
		return out
	}
	switch shape {
	case 0:
		values := rapid.SliceOfN(rapid.SampledFrom(append(slices.Clone(words), "filed", "draft", "true", "seed", "company-03", "need-07")), 0, 3).Draw(t, "values")
		return domain.AnyOf(attr, values...)
	case 1:
		bound := func(name string) *float64 {
			if !rapid.Bool().Draw(t, name+" given") {
				return nil
			}
			v := rapid.SampledFrom([]float64{-3, 0, 7, 6.999, 500, 1000, 1e9}).Draw(t, name)
			return &v
		}
		return domain.Filter{Rng: &domain.Between{Attr: attr, Min: bound("min"), Max: bound("max")}}
	case 2:
		return domain.Filter{}
	case 3:
		return domain.NotThat(drawFilter(t, depth-1))
	case 4:
		return domain.Filter{Or: several()}
	}
	return domain.Filter{And: several()}
}

// TestFilterEqualsMatch: SQL selects exactly the records that the filter
// matches in memory, on all pages, and counts them; facets count the same.
func TestFilterEqualsMatch(t *testing.T) {
	records := drawn(30, 3)
	onBoth(t, func(t *testing.T, s *Store) {
		if _, err := s.Import(bg, domain.Import{Records: records}); err != nil {
			t.Fatal(err)
		}
		rapid.Check(t, func(t *rapid.T) {
			q := domain.Query{Kind: rapid.SampledFrom(drawnKinds).Draw(t, "kind"), Filter: drawFilter(t, 3), Count: true, Limit: rapid.SampledFrom([]int{7, 500}).Draw(t, "limit")}
			var want []string
			facets := map[string]int{}
			for _, r := range records {
				has := domain.Attributes(r)
				if r.Ref().Kind != q.Kind || !q.Filter.Match(has) {
					continue
				}
				want = append(want, r.Ref().ID)
				for _, v := range distinct(has[domain.AttrTag]) {
					facets[v]++
				}
			}
			sort.Strings(want)
			got, total := walk(t, s, q)
			if d := cmp.Diff(want, got); d != "" || total != len(want) {
				t.Fatalf("total %d: %s", total, d)
			}
			counted, err := s.Facets(bg, q, []domain.Attr{domain.AttrTag})
			if err != nil {
				t.Fatal(err)
			}
			checkFacet(t, counted[domain.AttrTag], facets)
		})
	})
}

func distinct(values []string) []string {
	values = slices.Clone(values)
	slices.Sort(values)
	return slices.Compact(values)
}

func checkFacet(t *rapid.T, got []domain.FacetCount, want map[string]int) {
	if len(got) != len(want) {
		t.Fatalf("facets %v, want %v", got, want)
	}
	for i, f := range got {
		if want[f.Value] != f.Count {
			t.Fatalf("facet %q: %d, want %d", f.Value, f.Count, want[f.Value])
		}
		if i > 0 && (got[i-1].Count < f.Count || got[i-1].Count == f.Count && got[i-1].Value >= f.Value) {
			t.Fatalf("facets out of order: %v", got)
		}
	}
}

// fataler is a *testing.T or a *rapid.T.
type fataler interface {
	Helper()
	Fatal(args ...any)
}

// walk follows all pages and gives the ids and the total of the first page.
func walk(t fataler, s *Store, q domain.Query) (ids []string, total int) {
	t.Helper()
	for n := 0; ; n++ {
		page, err := s.List(bg, q)
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			total = page.Total
		}
		for _, r := range page.Items {
			ids = append(ids, r.Ref().ID)
		}
		if page.Next == "" {
			return ids, total
		}
		if n > 1000 {
			t.Fatal("the pages never end")
		}
		q.Cursor = page.Next
	}
}

// TestNumbers: which texts count as numbers is the same in SQL and in memory.
func TestNumbers(t *testing.T) {
	open := domain.Filter{Rng: &domain.Between{Attr: domain.AttrTag}}
	onBoth(t, func(t *testing.T, s *Store) {
		for i, v := range []string{"7", "7.0", "-3", "1e3", "nan", "inf", "-inf", "1e999", "0x1p4", " 7", "seven", "1_0"} {
			rec := &domain.Company{ID: domain.CompanyID(fmt.Sprintf("c%02d", i)), Tags: []string{v}}
			save(t, s, rec)
			got, _ := walk(t, s, domain.Query{Kind: domain.KindCompany, Filter: domain.All(open, domain.AnyOf(domain.AttrID, string(rec.ID)))})
			if want := open.Match(domain.Attributes(rec)); want != (len(got) == 1) {
				t.Errorf("%q: in memory %v, in SQL %v", v, want, got)
			}
		}
	})
}

// TestText: the substring of any wording of the name, in any case, wild cards
// taken literally.
func TestText(t *testing.T) {
	records := drawn(25, 5)
	onBoth(t, func(t *testing.T, s *Store) {
		if _, err := s.Import(bg, domain.Import{Records: records}); err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{"기", "A", "%", "_", `\`, "x'", "$1", "zz", "e3"} {
			var want []string
			for _, r := range records {
				if r.Ref().Kind == domain.KindCompany && strings.Contains(strings.ToLower(nameOf(r).All()), strings.ToLower(text)) {
					want = append(want, r.Ref().ID)
				}
			}
			sort.Strings(want)
			got, _ := walk(t, s, domain.Query{Kind: domain.KindCompany, Text: text, Limit: 9})
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%q: %s", text, d)
			}
		}
	})
}

func TestBadQueriesAreInvalid(t *testing.T) {
	deep := domain.Filter{}
	for range 100 {
		deep = domain.NotThat(deep)
	}
	many := make([]string, maxFilterValues+1)
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		other := must(s.List(bg, domain.Query{Kind: domain.KindCompany, Limit: 1}))(t).Next
		for name, q := range map[string]domain.Query{
			"unknown kind":    {Kind: "company; DROP TABLE company"},
			"unknown attr":    {Kind: domain.KindCompany, Filter: domain.AnyOf("tag' OR 1=1 --", "x")},
			"unknown range":   {Kind: domain.KindCompany, Filter: domain.Filter{Rng: &domain.Between{Attr: "num"}}},
			"unknown sort":    {Kind: domain.KindCompany, Sort: "name; --"},
			"due of company":  {Kind: domain.KindCompany, Sort: domain.ByDue},
			"too deep":        {Kind: domain.KindCompany, Filter: deep},
			"too many values": {Kind: domain.KindCompany, Filter: domain.AnyOf(domain.AttrTag, many...)},
			"long text":       {Kind: domain.KindCompany, Text: strings.Repeat("x", maxQueryText+1)},
			"negative limit":  {Kind: domain.KindCompany, Limit: -1},
			"large limit":     {Kind: domain.KindCompany, Limit: maxPage + 1},
			"broken cursor":   {Kind: domain.KindCompany, Cursor: "???"},
			"forged cursor":   {Kind: domain.KindCompany, Cursor: "e30"},
			"other's cursor":  {Kind: domain.KindCompany, Cursor: other, Sort: domain.ByName},
		} {
			if _, err := s.List(bg, q); domain.CodeOf(err) != domain.CodeInvalid {
				t.Errorf("%s: got %v", name, err)
			}
		}
		_, err := s.Facets(bg, domain.Query{Kind: domain.KindCompany}, []domain.Attr{"x"})
		wantCode(t, err, domain.CodeInvalid)
	})
}

// TestPaging: in every order and at every page size each record comes once, in
// the order that the sort promises, while other rows are written in between.
func TestPaging(t *testing.T) {
	records := drawn(40, 9)
	onBoth(t, func(t *testing.T, s *Store) {
		if _, err := s.Import(bg, domain.Import{Records: records}); err != nil {
			t.Fatal(err)
		}
		for _, n := range []int{7, 3, 7, 21} { // some later than the rest
			rec := must(s.Record(bg, ref(domain.KindNeed, fmt.Sprintf("need-%02d", n))))(t).(*domain.Need)
			rec.Topics = append(rec.Topics, "later")
			save(t, s, rec)
		}
		for _, sorted := range []domain.Sort{"", domain.ByID, domain.ByName, domain.ByChanged, domain.ByDue} {
			whole, _ := walk(t, s, domain.Query{Kind: domain.KindNeed, Sort: sorted, Limit: 500})
			if len(whole) != 40 {
				t.Fatalf("%s: %d needs", sorted, len(whole))
			}
			checkOrder(t, s, sorted, whole)
			for _, limit := range []int{1, 2, 13, 39, 40} {
				q := domain.Query{Kind: domain.KindNeed, Sort: sorted, Limit: limit}
				save(t, s, &domain.Company{ID: domain.CompanyID(fmt.Sprintf("extra-%s-%d", sorted, limit))})
				if got, _ := walk(t, s, q); !slices.Equal(got, whole) {
					t.Fatalf("%s by %d: %v\nwant %v", sorted, limit, got, whole)
				}
			}
		}
	})
}

// checkOrder compares neighbours by what the sort promises.
func checkOrder(t *testing.T, s *Store, sorted domain.Sort, ids []string) {
	t.Helper()
	key := func(id string) string {
		n := must(s.Record(bg, ref(domain.KindNeed, id)))(t).(*domain.Need)
		switch sorted {
		case domain.ByName:
			name, _ := n.Title.In("ko")
			return strings.ToLower(name) + "\x00" + id
		case domain.ByDue:
			if n.StateBy == "" {
				return noDue + id
			}
			return string(n.StateBy) + id
		case domain.ByChanged:
			return fmt.Sprint(3-n.Version, id)
		}
		return id
	}
	if sorted == domain.ByChanged {
		if d := cmp.Diff([]string{"need-21", "need-07", "need-03"}, ids[:3]); d != "" {
			t.Fatal(d)
		}
		return
	}
	for i := 1; i < len(ids); i++ {
		if key(ids[i-1]) >= key(ids[i]) {
			t.Fatalf("%s: %s before %s", sorted, ids[i-1], ids[i])
		}
	}
}
