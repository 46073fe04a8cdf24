package search

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jumpup/server/domain"
)

// hostile values: what breaks quoting, what the server would take for equal
// (case, width, form, blanks, numbers), what is too long for it.
var hostile = []string{
	"a", "A", "Å", "A\u030a", "ａ", " a", "a ", "1", "1.0", "01", "true", "null", "NOT", "a OR b", `"`, `\`, `\"`, `'`, `" OR a.tag = "a`, "a\nb", "a\x00b", "a\tb",
	"]", "[", ")", "(", "=a", "xff", "x" + strings.Repeat("f", 40), "h" + strings.Repeat("0", 64), "한빛", "\u1112\u1161\u11ab빛", "😀", "_geoRadius(1,2,3)",
	strings.Repeat("가", 200), strings.Repeat("z", 399), strings.Repeat("z", 400), strings.Repeat("q", 10000) + "1", strings.Repeat("q", 10000) + "2",
}

func hostileCompanies(rng *rand.Rand) (out []domain.Record) {
	for i := range 150 {
		c := company(fmt.Sprintf("c%03d", i), "회사")
		for range rng.IntN(4) {
			c.Tags = append(c.Tags, hostile[rng.IntN(len(hostile))])
		}
		if rng.IntN(2) == 0 {
			c.Region = hostile[rng.IntN(len(hostile))]
		}
		if rng.IntN(2) == 0 {
			c.Founded = domain.Int(rng.IntN(7) - 3)
		}
		if rng.IntN(3) == 0 {
			c.Employees = domain.Int([]int{0, math.MaxInt32, math.MinInt32, 1 << 53}[rng.IntN(4)])
		}
		out = append(out, c)
	}
	return out
}

func hostileFilter(rng *rand.Rand, depth int) domain.Filter {
	if depth > 0 {
		list := make([]domain.Filter, rng.IntN(4))
		for i := range list {
			list[i] = hostileFilter(rng, depth-1)
		}
		switch rng.IntN(4) {
		case 0:
			return domain.Filter{And: list}
		case 1:
			return domain.Filter{Or: list}
		case 2:
			return domain.NotThat(hostileFilter(rng, depth-1))
		}
	}
	attr := []domain.Attr{domain.AttrTag, domain.AttrRegion, domain.AttrID, domain.AttrCohort, "no such", `a"b`}[rng.IntN(6)]
	switch rng.IntN(6) {
	case 0:
		return domain.Nothing()
	case 1:
		return domain.Filter{}
	case 2:
		b := domain.Between{Attr: []domain.Attr{domain.AttrFounded, domain.AttrEmployees}[rng.IntN(2)]}
		bound := func() *float64 {
			v := []float64{-2, 0, 0.5, 1, math.MaxInt32, 1 << 53, -1e300, 1e300, math.Inf(1), math.Inf(-1), math.NaN()}[rng.IntN(11)]
			return &v
		}
		if rng.IntN(3) > 0 {
			b.Min = bound()
		}
		if rng.IntN(3) > 0 {
			b.Max = bound()
		}
		return domain.Filter{Rng: &b}
	}
	values := make([]string, rng.IntN(4))
	for i := range values {
		if values[i] = hostile[rng.IntN(len(hostile))]; attr == domain.AttrID && rng.IntN(2) == 0 {
			values[i] = fmt.Sprintf("c%03d", rng.IntN(150))
		}
	}
	return domain.AnyOf(attr, values...)
}

// A filter lets through what domain.Filter.Match does, whatever the values, and
// the facets count the same.
func TestMeiliHostileFilters(t *testing.T) {
	m := openMeili(t)
	rng := rand.New(rand.NewPCG(3, 4))
	records := hostileCompanies(rng)
	rebuilt(t, m, 1, nil, records...)
	for range 400 {
		f := hostileFilter(rng, 4)
		var want []string
		counts := map[string]int{}
		for _, r := range records {
			has := domain.Attributes(r)
			if f.Match(has) {
				want = append(want, r.Ref().ID)
				tags := slices.Clone(has[domain.AttrTag])
				slices.Sort(tags)
				for _, v := range slices.Compact(tags) {
					counts[v]++
				}
			}
		}
		res := searched(t, m, domain.SearchQuery{
			Kinds: []domain.Kind{domain.KindCompany}, Filter: map[domain.Kind]domain.Filter{domain.KindCompany: f}, Limit: 500, Sort: domain.ByID, Facets: []domain.Attr{domain.AttrTag},
		})
		if got := ids(res.Hits); !slices.Equal(got, want) || res.Total != len(want) {
			t.Fatalf("filter %s: got %d ids of %d, want %d", clipMessage(fmt.Sprintf("%+v", f)), len(got), res.Total, len(want))
		}
		got := map[string]int{}
		for _, c := range res.Facets[domain.AttrTag] {
			got[c.Value] = c.Count
		}
		if fmt.Sprint(got) != fmt.Sprint(counts) {
			t.Fatalf("filter %s: the facets differ", clipMessage(fmt.Sprintf("%+v", f)))
		}
	}
	const deepest = 30
	a, b := domain.AnyOf(domain.AttrTag, "a"), domain.AnyOf(domain.AttrRegion, "b")
	for name, wrap := range map[string]func(domain.Filter, int) domain.Filter{
		"not": func(f domain.Filter, _ int) domain.Filter { return domain.NotThat(f) },
		"and, or": func(f domain.Filter, i int) domain.Filter {
			return []domain.Filter{{And: []domain.Filter{b, f}}, {Or: []domain.Filter{f, a}}}[i%2]
		},
		"all": func(f domain.Filter, i int) domain.Filter {
			return []domain.Filter{{And: []domain.Filter{b, f}}, domain.NotThat(f), {Or: []domain.Filter{a, f, b}}, domain.NotThat(f)}[i%4]
		},
	} {
		deep := a
		for i := range deepest {
			deep = wrap(deep, i)
		}
		want := 0
		for _, r := range records {
			if deep.Match(domain.Attributes(r)) {
				want++
			}
		}
		res := searched(t, m, domain.SearchQuery{Kinds: []domain.Kind{domain.KindCompany}, Filter: map[domain.Kind]domain.Filter{domain.KindCompany: deep}})
		if res.Total != want {
			t.Errorf("%s, nested %d deep: %d, want %d", name, deepest, res.Total, want)
		}
	}
	many := make([]string, 2000)
	for i := range many {
		many[i] = fmt.Sprintf("00000000-0000-7000-8000-%012d", i)
	}
	many[1234] = "c007"
	res := searched(t, m, domain.SearchQuery{Filter: map[domain.Kind]domain.Filter{domain.KindCompany: domain.AnyOf(domain.AttrID, many...)}})
	if got := ids(res.Hits); !slices.Equal(got, []string{"c007"}) {
		t.Errorf("one of 2,000 ids: %v", got)
	}
}

// Words beyond the ten that the server looks at count as well.
func TestMeiliManyWords(t *testing.T) {
	m := openMeili(t)
	address := "https://www.example.com/a1/b2/c3/d4/e5/f6/g7/h8/i9/j10/k11"
	rebuilt(t, m, 1, nil, company("c1", address), company("c2", strings.TrimSuffix(address, "k11")+"other"))
	if got := meiliIDs(searched(t, m, domain.SearchQuery{Text: address})); !slices.Equal(got, []string{"c1"}) {
		t.Errorf("an address finds %v", got)
	}
	words := make([]string, 40)
	for i := range words {
		words[i] = fmt.Sprintf("word%c%c", 'a'+i/26, 'a'+i%26)
	}
	rebuilt(t, m, 1, nil, company("first", words[0]), company("thirtieth", words[29]), company("none", "other"))
	got := meiliIDs(searched(t, m, domain.SearchQuery{Text: strings.Join(words[:30], " ")}))
	slices.Sort(got)
	if !slices.Contains(got, "thirtieth") && !slices.Contains(got, "first") || slices.Contains(got, "none") {
		t.Errorf("thirty words find %v", got)
	}
}

// A key stays one word, whatever the server's dictionaries.
func TestMeiliKeysAreWords(t *testing.T) {
	m := openMeili(t)
	rebuilt(t, m, 1, nil, company("c1", "3.5 GHz"), company("c2", "5 GHz"), company("c3", "C++"), company("c4", "R&D 5G"), company("c5", "漢字"))
	for text, want := range map[string]string{"3.5": "c1", "c++": "c3", "r&d": "c4", "5g": "c2 c4", "漢字": "c5"} {
		got := meiliIDs(searched(t, m, domain.SearchQuery{Text: text}))
		slices.Sort(got)
		if strings.Join(got, " ") != want && text != "5g" {
			t.Errorf("%q finds %v, want %s", text, got, want)
		}
	}
}
