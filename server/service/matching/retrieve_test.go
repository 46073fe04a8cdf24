package matching

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"jumpup/matcher"
	words "jumpup/matcher/text"
	"jumpup/server/domain"
)

// TestRecall keeps the floor on a crowd that is small enough for every run, of
// which 240 candidates are passed on: twelve for each place, where 600 of
// 20,000 are thirty. The numbers of the concepts were not found on this crowd.
func TestRecall(t *testing.T) {
	const many, most = 1200, 240
	const floor = 0.98
	for _, k := range []domain.Kind{domain.KindExpert, domain.KindInvestor} {
		t.Run(string(k), func(t *testing.T) {
			h, ids := crowdHouse(t, k, many, 40, 3)
			f := h.measure(t, k, ids, most)
			t.Log(f)
			if f.recall() < floor {
				t.Errorf("recall@20 is %.4f with %d passed, want at least %v", f.recall(), most, floor)
			}
			if f.passed > passedMost {
				t.Errorf("%d candidates are passed on, want at most %d", f.passed, passedMost)
			}
			if k == domain.KindExpert {
				alwaysRanked(t, h, ids[0])
				h.blocked(ids[1])
				h.stands(ids[2])
			}
		})
	}
}

// alwaysRanked: whoever has a preference with the need's side is ranked, however
// little else speaks for it, and so is who is new since the corpus.
func alwaysRanked(t *testing.T, h *house, id domain.NeedID) {
	n, c, err := h.Service.need(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	r, err := h.request(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	o := matcher.Options{Top: 20}
	found := h.field(t.Context(), r, n, c, domain.KindExpert, nil, o, nil).only
	var far []string // whom the finder does not name
	for _, e := range r.corpus.source.Experts {
		if !slices.Contains(found, e.ID) {
			far = append(far, e.ID)
		}
	}
	if len(far) < 100 {
		t.Fatalf("only %d are not named", len(far))
	}
	h.put(&domain.Preference{From: string(n.ID), To: far[0], Level: domain.Must}, &domain.Preference{From: far[1], To: string(n.Company), Level: domain.Want},
		&domain.Preference{From: far[2], To: string(n.Company), Level: domain.Later})
	said, err := h.said(t.Context(), string(n.ID), string(n.Company))
	if err != nil {
		t.Fatal(err)
	}
	outside := map[string]domain.Record{"new": &domain.Expert{ID: "new"}}
	got := h.field(t.Context(), r, n, c, domain.KindExpert, said, o, outside).only
	for _, want := range []string{far[0], far[1], "new"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is not ranked over the corpus before", want)
		}
	}
	if err := h.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	if r, err = h.request(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	got = h.field(t.Context(), r, n, c, domain.KindExpert, said, o, nil).only
	for _, want := range far[:3] {
		if !slices.Contains(got, want) {
			t.Errorf("%s is not ranked over the corpus of now", want)
		}
	}
	if len(got) > passedMost {
		t.Errorf("%d candidates are ranked", len(got))
	}
}

// blocked: with the gated ones asked for, some of them are listed last.
func (h *house) blocked(id domain.NeedID) {
	h.Helper()
	gates := map[string]int{}
	for _, m := range h.ranked(coordinator, id, Options{Blocked: true}).Items {
		gates[m.Blocked]++
	}
	if gates[""] != 20 || gates[matcher.GateFull]+gates[matcher.GateLanguage] == 0 {
		h.Errorf("the list holds %v", gates)
	}
}

// failing is a finder that answers nothing useful.
type failing struct {
	found domain.Candidates
	err   error
}

func (f failing) Candidates(context.Context, domain.ConceptQuery) (domain.Candidates, error) {
	return f.found, f.err
}

// stands: without a finder, with one that fails or one that is empty everybody
// is ranked; a failure is marked.
func (h *house) stands(id domain.NeedID) {
	h.Helper()
	finder := h.Finder
	defer func() { h.Finder = finder }()
	h.Finder = nil
	want := h.ranked(coordinator, id, Options{})
	for _, c := range []struct {
		name     string
		finder   Finder
		degraded bool
	}{
		{"failing", failing{err: errors.New("down")}, true},
		{"empty", failing{}, false},
		{"empty stand-in", failing{found: domain.Candidates{Degraded: true}}, true},
	} {
		h.Finder = c.finder
		got := h.ranked(coordinator, id, Options{})
		if got.Degraded != c.degraded || !slices.Equal(ids(got), ids(want)) {
			h.Errorf("%s: degraded %v; %v, want %v", c.name, got.Degraded, ids(got), ids(want))
		}
	}
}

func ids(r Ranking) (out []string) {
	for _, m := range r.Items {
		out = append(out, m.Candidate.Ref.ID)
	}
	return out
}

// TestFewAreAllRanked: a programme's candidates are not looked for.
func TestFewAreAllRanked(t *testing.T) {
	h := demoHouse(t)
	want := h.ranked(coordinator, "need-001", Options{})
	h.Finder = failing{err: errors.New("is not to be asked")}
	if got := h.ranked(coordinator, "need-001", Options{}); got.Degraded || !slices.Equal(ids(got), ids(want)) {
		t.Errorf("degraded %v, %v", got.Degraded, ids(got))
	}
}

// TestUngatedDropsNobodyOpen: whom the filter drops, a gate shuts out.
func TestUngatedDropsNobodyOpen(t *testing.T) {
	c := newCrowd(4)
	crowds := map[domain.Kind][]domain.Record{
		domain.KindExpert:   append(c.directing(2), c.experts(30)...),
		domain.KindInvestor: c.investors(30, 3),
	}
	rapid.Check(t, func(t *rapid.T) {
		for _, k := range []domain.Kind{domain.KindExpert, domain.KindInvestor} {
			records := crowds[k]
			spoil(t, records)
			s, err := matcher.NewSnapshot(corpusOf(records))
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range records {
				if n, ok := r.(*domain.Need); ok {
					dropsNobodyOpen(t, s, records, n, k)
				}
			}
		}
	})
}

func dropsNobodyOpen(t *rapid.T, s *matcher.Snapshot, records []domain.Record, n *domain.Need, k domain.Kind) {
	var company *domain.Company
	for _, r := range records {
		if x, ok := r.(*domain.Company); ok && x.ID == n.Company {
			company = x
		}
	}
	filter := ungated(n, company, k)
	pairs, err := matcher.Rank(context.Background(), s, matcher.DefaultWeights(), asOfToday(n), day(today), matcher.Options{})
	if err != nil {
		t.Fatal(err)
	}
	open := map[string]bool{}
	for _, p := range pairs {
		open[p.Candidate] = true
	}
	for _, x := range records {
		if open[x.Ref().ID] && x.Ref().Kind == k && !filter.Match(indexed(x)) {
			t.Errorf("%s is open for %s and dropped", x.Ref(), n.ID)
		}
	}
}

// spoil writes labels and codes in other ways that mean the same.
func spoil(t *rapid.T, records []domain.Record) {
	for _, r := range records {
		switch x := r.(type) {
		case *domain.Need:
			x.Languages = rapid.SampledFrom([][]string{nil, {"EN-us"}, {" ko"}, {"ja", "en_GB"}}).Draw(t, "languages")
			x.Stage = rapid.SampledFrom([]domain.Stage{"", "seed", " Series-A ", "other"}).Draw(t, "stage")
		case *domain.Investor:
			x.Languages = rapid.SampledFrom([][]string{nil, {"en"}, {"KO"}, {"ja-JP"}}).Draw(t, "languages")
			x.Stages = rapid.SampledFrom([][]domain.Stage{nil, {"SEED"}, {"series-a", "other"}}).Draw(t, "stages")
		case *domain.Company:
			x.Stage = rapid.SampledFrom([]domain.Stage{"", "growth", "seed"}).Draw(t, "stage")
			x.HiddenFrom = rapid.SampledFrom([][]string{nil, {"e00001", "i00001"}, {"x1"}}).Draw(t, "hidden")
		}
	}
}

// indexed is what an index holds of a record to filter by.
func indexed(r domain.Record) map[domain.Attr][]string {
	has := domain.Attributes(r)
	has[domain.AttrID] = []string{r.Ref().ID}
	has[domain.AttrTrait] = domain.Traits(r, words.Fold)
	if x, ok := r.(*domain.Expert); ok && x.Capacity != nil {
		has[domain.AttrFree] = []string{strconv.Itoa(*x.Capacity - number(x.Load))}
	}
	return has
}
