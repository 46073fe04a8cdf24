package search_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"jumpup/server/backend/search"
	"jumpup/server/demo"
	"jumpup/server/domain"
)

// demoDay is the day of the cohort that testdata/queries.jsonl is written for.
const demoDay = domain.Date("2026-11-02")

// searcher is all that the judgements ask of an engine.
type searcher interface {
	Search(context.Context, domain.SearchQuery) (domain.SearchResult, error)
}

// newSearcher makes the engine under test hold the records.
func newSearcher(t *testing.T, records []domain.Record) searcher {
	t.Helper()
	e, err := search.OpenEmbedded("")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	fillEngine(t, e, records)
	return e
}

func fillEngine(t *testing.T, e search.Engine, records []domain.Record) {
	t.Helper()
	if err := e.Rebuild(t.Context(), 1, domain.DefaultSynonyms, func(_ context.Context, put func(domain.Record) error) error {
		for _, r := range records {
			if err := put(r); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

func demoRecords() []domain.Record { return demo.Generate(demo.Default, 1, demoDay) }

// cut is the depth at which the answers are judged.
const cut = 10

// floor is the least mean nDCG@10 and recall@10 of a kind of query.
type floor struct{ ndcg, recall float64 }

// floors has a row for every kind of query; overall holds for all of them.
// Raise a row when the engine has become better.
var (
	overall = floor{.95, .96}
	floors  = map[string]floor{
		"word":      {.97, .98},
		"words":     {.91, .9},
		"particle":  {.96, .95},
		"keystroke": {.95, .98},
		"compound":  {.93, .92},
		"initials":  {.93, .92},
		"typo-ko":   {.96, .94},
		"typo-en":   {.96, .97},
		"synonym":   {.9, .9},
		"mixed":     {.92, .94},
		"nfd":       {.97, .97},
		"sentence":  {.86, .91},
		"place":     {.93, .95},
		"stage":     {.8, .8},
		"name":      {.98, .98},
		"portfolio": {.95, .95},
	}
)

// mean sums up the judged queries of a kind.
type mean struct {
	n            int
	ndcg, recall float64
}

func (m *mean) add(ndcg, recall float64) { m.n++; m.ndcg += ndcg; m.recall += recall }

func (m *mean) of() floor {
	n := float64(max(m.n, 1))
	return floor{m.ndcg / n, m.recall / n}
}

// TestQuality measures the answers against judgements made by hand, and finds
// what must not be found.
func TestQuality(t *testing.T) {
	e := newSearcher(t, demoRecords())
	for _, q := range readJudgements(t) {
		got := ask(t, e, q)
		for _, id := range q.Never {
			if slices.Contains(got, id) {
				t.Errorf("%s %q finds %s, which keeps it private", q.ID, q.Text, id)
			}
		}
		if q.Nothing && len(got) > 0 {
			t.Errorf("%s %q finds %v, want nothing: %s", q.ID, q.Text, got[:min(3, len(got))], q.Why)
		}
	}
	all, kinds := measure(t, e)
	check(t, "all", all.of(), overall)
	for kind, m := range kinds {
		check(t, kind, m.of(), floors[kind])
	}
}

// TestQualityStandard gives the figures of the standard analyser, to compare; the
// engine must be ahead of it.
func TestQualityStandard(t *testing.T) {
	all, _ := measure(t, search.OpenStandard(t, func(put func(domain.Record) error) error {
		for _, r := range demoRecords() {
			if slices.Contains(domain.SearchKinds, r.Ref().Kind) {
				if err := put(r); err != nil {
					return err
				}
			}
		}
		return nil
	}))
	if all.of().ndcg >= overall.ndcg {
		t.Errorf("the standard analyser reaches %.3f: the judgements tell nothing", all.of().ndcg)
	}
}

// measure judges the answers to all queries that have right ones, logs the
// table and the queries that went wrong.
func measure(t *testing.T, e searcher) (*mean, map[string]*mean) {
	t.Helper()
	all, kinds := &mean{}, map[string]*mean{}
	for _, q := range readJudgements(t) {
		if len(q.Relevant) == 0 {
			continue
		}
		if kinds[q.Kind] == nil {
			kinds[q.Kind] = &mean{}
		}
		got := ask(t, e, q)
		ndcg, recall := judge(q, got)
		all.add(ndcg, recall)
		kinds[q.Kind].add(ndcg, recall)
		if ndcg < 0.3 {
			t.Logf("%s %-9s %q (%s): nDCG %.2f, recall %.2f: got %v, want %v", q.ID, q.Kind, q.Text, q.For, ndcg, recall, got[:min(3, len(got))], q.Relevant[:min(3, len(q.Relevant))])
		}
	}
	t.Log(table(all, kinds))
	return all, kinds
}

func check(t *testing.T, what string, got, least floor) {
	t.Helper()
	if got.ndcg < least.ndcg || got.recall < least.recall {
		t.Errorf("%s: nDCG@10 %.3f and recall@10 %.3f, want at least %.3f and %.3f", what, got.ndcg, got.recall, least.ndcg, least.recall)
	}
}

func table(all *mean, kinds map[string]*mean) string {
	var b strings.Builder
	row := func(name string, m *mean) {
		fmt.Fprintf(&b, "\n%-10s %4d %9.3f %9.3f", name, m.n, m.of().ndcg, m.of().recall)
	}
	fmt.Fprintf(&b, "\n%-10s %4s %9s %9s", "kind", "n", "nDCG@10", "recall@10")
	names := make([]string, 0, len(kinds))
	for kind := range kinds {
		names = append(names, kind)
	}
	slices.Sort(names)
	for _, kind := range names {
		row(kind, kinds[kind])
	}
	row("all", all)
	return b.String()
}

// ask gives the ids that answer a query, best first. A company of a portfolio
// stands for its investor.
func ask(t *testing.T, e searcher, q judgement) []string {
	t.Helper()
	query := domain.SearchQuery{Text: q.Text, Kinds: []domain.Kind{askedKinds[q.For]}, Limit: cut}
	if q.Kind == "portfolio" {
		query.Kinds, query.Limit = append(query.Kinds, domain.KindPortfolio), 10*cut
	}
	res, err := e.Search(t.Context(), query)
	if err != nil {
		t.Fatalf("%s %q: %v", q.ID, q.Text, err)
	}
	var got []string
	for _, h := range res.Hits {
		id := h.Ref.ID
		if h.Ref.Kind == domain.KindPortfolio {
			owner, _, _ := domain.PortfolioDeal(id)
			id = string(owner)
		}
		if !slices.Contains(got, id) {
			got = append(got, id)
		}
	}
	return got[:min(cut, len(got))]
}

// judge gives nDCG@10, with gains of 3 for the best and 1 for the other right
// answers, and the share of right answers among the first ten (of ten where
// there are more).
func judge(q judgement, got []string) (ndcg, recall float64) {
	gain := func(id string) float64 {
		switch {
		case slices.Contains(q.Best, id):
			return 3
		case slices.Contains(q.Relevant, id):
			return 1
		}
		return 0
	}
	var dcg, ideal, found float64
	for i, id := range got {
		dcg += gain(id) / math.Log2(float64(i+2))
		found += min(1, gain(id))
	}
	right := slices.Clone(q.Relevant)
	slices.SortStableFunc(right, func(a, b string) int { return int(gain(b) - gain(a)) })
	right = right[:min(cut, len(right))]
	for i, id := range right {
		ideal += gain(id) / math.Log2(float64(i+2))
	}
	return dcg / ideal, found / float64(len(right))
}
