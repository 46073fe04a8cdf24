package matcher_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"jumpup/matcher"
)

func small() matcher.Corpus {
	return matcher.Corpus{
		Companies: []matcher.Company{{ID: "c"}},
		Needs:     []matcher.Need{{ID: "n", Company: "c", Kind: matcher.Directing}},
		Experts:   []matcher.Expert{{ID: "b"}, {ID: "a"}, {ID: "B"}},
		Investors: []matcher.Investor{{ID: "i"}},
	}
}

func TestTiesGoByBytes(t *testing.T) {
	c := small()
	got := ""
	for _, p := range rank(t, snapshot(t, c), matcher.DefaultWeights(), c.Needs[0], matcher.Options{}) {
		got += p.Candidate
	}
	if got != "Bab" {
		t.Errorf("order %q, want Bab", got)
	}
}

func TestRankRefuses(t *testing.T) {
	c := small()
	s := snapshot(t, c)
	good, bg := matcher.DefaultWeights(), context.Background()
	cancelled, cancel := context.WithCancel(bg)
	cancel()
	bad := matcher.DefaultWeights()
	bad.Experts.Form = "product"
	n := c.Needs[0]
	partner, stranger := n, n
	partner.Kind, stranger.Company = matcher.Partner, "nobody"
	tests := []struct {
		name string
		ctx  context.Context
		w    matcher.Weights
		n    matcher.Need
		day  matcher.Day
		o    matcher.Options
		want string
	}{
		{"a need of kind partner", bg, good, partner, asOf, matcher.Options{}, `kind "partner"`},
		{"a company that is not there", bg, good, stranger, asOf, matcher.Options{}, `company "nobody"`},
		{"a company of another need", bg, good, n, asOf, matcher.Options{Company: &matcher.Company{ID: "d"}}, `company "c"`},
		{"no reference day", bg, good, n, 0, matcher.Options{}, "reference day"},
		{"bad weights", bg, bad, n, asOf, matcher.Options{}, "experts.form"},
		{"a candidate given twice", bg, good, n, asOf, matcher.Options{Experts: []matcher.Expert{{ID: "x"}, {ID: "x"}}}, "given twice"},
		{"cancelled", cancelled, good, n, asOf, matcher.Options{}, "canceled"},
	}
	for _, tt := range tests {
		_, err := matcher.Rank(tt.ctx, s, tt.w, tt.n, tt.day, tt.o)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q in it", tt.name, err, tt.want)
		}
	}
	if _, err := matcher.Rank(cancelled, s, good, n, asOf, matcher.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v is not context.Canceled", err)
	}
	if _, err := matcher.Score(bg, s, good, n, "i", asOf, matcher.Options{}); err == nil {
		t.Error("an investor was scored for a need of experts")
	}
	if _, err := matcher.RankNeeds(bg, s, good, "nobody", c.Needs, asOf, matcher.Options{}); err == nil {
		t.Error("an unknown candidate was ranked")
	}
}

func TestNewSnapshotRefuses(t *testing.T) {
	for name, change := range map[string]func(*matcher.Corpus){
		"an expert without id":            func(c *matcher.Corpus) { c.Experts[0].ID = "" },
		"an id used twice":                func(c *matcher.Corpus) { c.Experts[0].ID = "a" },
		"an id of two kinds":              func(c *matcher.Corpus) { c.Investors[0].ID = "a" },
		"a need used twice":               func(c *matcher.Corpus) { c.Needs = append(c.Needs, c.Needs[0]) },
		"a company used twice":            func(c *matcher.Corpus) { c.Companies = append(c.Companies, c.Companies[0]) },
		"years that are not a number":     func(c *matcher.Corpus) { c.Experts[0].Topics = []matcher.Topic{{Name: "x", Years: math.NaN()}} },
		"years without end":               func(c *matcher.Corpus) { c.Experts[0].Topics = []matcher.Topic{{Name: "x", Years: math.Inf(1)}} },
		"a need and a company without id": func(c *matcher.Corpus) { c.Needs[0].ID, c.Companies[0].ID = "", "" },
	} {
		c := small()
		change(&c)
		if _, err := matcher.NewSnapshot(c); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestKeyTellsCorporaApart(t *testing.T) {
	a, b := small(), small()
	b.Experts[0].Load = 1
	if snapshot(t, a).Key() == snapshot(t, b).Key() {
		t.Error("two corpora have one key")
	}
}

func TestOptionsCompanyAndOnly(t *testing.T) {
	c := small()
	c.Experts[0].Region, c.Experts[0].Country = "Seoul", "KR"
	o := matcher.Options{Company: &matcher.Company{ID: "c", Country: "KR", Region: "Seoul"}, Only: []string{"b", "nobody"}}
	pairs := rank(t, snapshot(t, c), matcher.DefaultWeights(), c.Needs[0], o)
	if len(pairs) != 1 || pairs[0].Candidate != "b" {
		t.Fatalf("pairs %v", pairs)
	}
	if p, _ := pairs[0].Part(matcher.PartLocation); !p.Known || p.Value != 1 {
		t.Errorf("location %+v", p)
	}
}

// Every part of either kind says which group it belongs to and which fields settle it.
func TestCodes(t *testing.T) {
	c := small()
	c.Needs = append(c.Needs, matcher.Need{ID: "m", Company: "c", Kind: matcher.Investment})
	s := snapshot(t, c)
	for i, k := range []matcher.Kind{matcher.Experts, matcher.Investors} {
		p := rank(t, s, matcher.DefaultWeights(), c.Needs[i], matcher.Options{})[0]
		for _, code := range matcher.PartCodes(k) {
			q, ok := p.Part(code)
			if !ok {
				t.Fatalf("%s: no part %q", k, code)
			}
			if len(matcher.Settles(code)) == 0 {
				t.Errorf("%q: nothing settles it", code)
			}
			if g := matcher.Group(code); g == matcher.GroupConstant || g == "" {
				t.Errorf("%q: group %q", code, g)
			}
			if !q.Known && len(q.Missing) == 0 {
				t.Errorf("%s: %q is unknown but nothing is missing", k, code)
			}
		}
	}
	if matcher.Group(matcher.PartBase) != matcher.GroupConstant {
		t.Error("the base is no constant")
	}
}

// Fit and likelihood to act are separate figures.
func TestFigures(t *testing.T) {
	c := synthetic(0, 0, 30, 12)
	s := snapshot(t, c)
	n := s.Needs(matcher.Investors)[0]
	w := matcher.DefaultWeights()
	o := matcher.Options{Investors: []matcher.Investor{{ID: "new"}}}
	for _, p := range rank(t, s, w, n, o) {
		for _, g := range []string{matcher.GroupFit, matcher.GroupAct} {
			v, low, high := p.Figure(w, g)
			if !(0 <= low && low <= v && v <= high && high <= 1) {
				t.Errorf("%s: %v in %v..%v", g, v, low, high)
			}
			if p.Candidate == "new" && high-low < 0.2 {
				t.Errorf("nothing is known of the candidate, yet %s is %v..%v", g, low, high)
			}
		}
	}
}
