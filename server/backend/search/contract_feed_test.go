package search

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"jumpup/server/domain"
)

// contractFacets: counts equal those over the records that match.
func contractFacets(t *testing.T, e *harness) {
	rng := rand.New(rand.NewPCG(3, 4))
	recs := corpus(rng, 150)
	e.Put(recs...)
	attrs := []domain.Attr{domain.AttrRegion, domain.AttrStage, domain.AttrTopic, domain.AttrState, domain.AttrFounded, domain.AttrRecordKind, domain.AttrMarket}
	for i := range 60 {
		filters := map[domain.Kind]domain.Filter{}
		for _, k := range domain.SearchKinds {
			filters[k] = randomFilter(rng, 2)
		}
		text := []string{"", "회사", "수요 1", "전문가"}[i%4]
		res, err := e.Search(t.Context(), domain.SearchQuery{Text: text, Filter: filters, Facets: attrs, Limit: 1000})
		if err != nil {
			t.Fatal(err)
		}
		if len(res.Hits) != res.Total {
			t.Fatalf("%d hits of %d", len(res.Hits), res.Total)
		}
		want := map[domain.Attr]map[string]int{}
		for _, a := range attrs {
			want[a] = map[string]int{}
		}
		for _, h := range res.Hits {
			r := recs[slices.IndexFunc(recs, func(r domain.Record) bool { return r.Ref() == h.Ref })]
			if !filters[h.Ref.Kind].Match(domain.Attributes(r)) {
				t.Fatalf("%s does not match its filter", h.Ref)
			}
			has := domain.Attributes(r)
			has[domain.AttrRecordKind] = []string{string(h.Ref.Kind)}
			for _, a := range attrs {
				seen := map[string]bool{}
				for _, v := range has[a] {
					if !seen[v] {
						seen[v] = true
						want[a][v]++
					}
				}
			}
		}
		for _, a := range attrs {
			got := map[string]int{}
			for _, f := range res.Facets[a] {
				got[f.Value] = f.Count
			}
			if fmt.Sprint(got) != fmt.Sprint(want[a]) {
				t.Fatalf("%q %s: got %v, want %v", text, a, got, want[a])
			}
			if !slices.IsSortedFunc(res.Facets[a], func(x, y domain.FacetCount) int {
				if x.Count != y.Count {
					return y.Count - x.Count
				}
				if x.Value < y.Value {
					return -1
				}
				return 1
			}) {
				t.Fatalf("%s is out of order: %v", a, res.Facets[a])
			}
		}
	}
}

func investor(id string, version int64, companies ...string) *domain.Investor {
	x := &domain.Investor{ID: domain.InvestorID(id), Name: plain("투자사 " + id), Revision: domain.Revision{Version: version}}
	for _, c := range companies {
		x.Portfolio = append(x.Portfolio, domain.Deal{Name: c, Stage: "seed"})
	}
	return x
}

// contractPortfolio: companies of portfolios are found and go with the investor.
func contractPortfolio(t *testing.T, e *harness) {
	e.Put(investor("i1", 1, "Acme Reducers", "한빛정밀", "Acme Reducers"), investor("i2", 1, "Acme Reducers"))
	portfolio := func(text string, f domain.Filter) []string {
		t.Helper()
		got := ask(t, e, domain.SearchQuery{
			Text: text, Kinds: []domain.Kind{domain.KindPortfolio}, Filter: map[domain.Kind]domain.Filter{domain.KindPortfolio: f},
		})
		slices.Sort(got)
		return got
	}
	check := func(got []string, want ...string) {
		t.Helper()
		if !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	check(portfolio("acme", domain.Filter{}), "i1/0", "i2/0")
	check(portfolio("acme", domain.AnyOf(domain.AttrInvestor, "i2")), "i2/0")
	check(portfolio("한빛", domain.Filter{}), "i1/1")
	e.Put(investor("i1", 2, "푸른바다"))
	check(portfolio("", domain.Filter{}), "i1/0", "i2/0")
	check(portfolio("한빛", domain.Filter{}))
	e.Delete(domain.Ref{Kind: domain.KindInvestor, ID: "i2"})
	check(portfolio("acme", domain.Filter{}))
	check(portfolio("푸른", domain.Filter{}), "i1/0")
}

// contractVersions: an older version never takes the place of a newer one,
// unless the record was made anew.
func contractVersions(t *testing.T, e *harness) {
	v := func(version int64, name string) *domain.Company {
		c := company("c1", name)
		c.SetRev(version)
		return c
	}
	e.Put(v(3, "셋째"))
	e.Put(v(2, "둘째"))
	finds(t, e, []want{{"셋째", []string{"c1"}}, {"둘째", nil}})
	e.Put(v(3, "셋째 다시"))
	finds(t, e, []want{{"다시", []string{"c1"}}})
	e.apply(domain.IndexChange{Ref: v(1, "").Ref(), Record: v(1, "첫째"), Anew: true})
	finds(t, e, []want{{"첫째", []string{"c1"}}, {"셋째", nil}})
	got := map[string]int64{}
	if err := e.Versions(t.Context(), domain.KindCompany, func(id string, version int64) error { got[id] = version; return nil }); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got["c1"] != 1 {
		t.Errorf("versions %v", got)
	}
	p, err := e.Position(t.Context())
	if err != nil || p.Seq != e.seq || !p.Ready {
		t.Errorf("position %+v, %v; want %d", p, err, e.seq)
	}
	if n, err := e.Records(t.Context()); err != nil || n != 1 {
		t.Errorf("%d records, %v", n, err)
	}
}

// contractRebuild: while an index is rebuilt, searches find as much as before.
func contractRebuild(t *testing.T, e *harness) {
	var recs []domain.Record
	for i := range 300 {
		recs = append(recs, company(fmt.Sprintf("c%03d", i), fmt.Sprintf("한빛 %d", i)))
	}
	e.Put(recs...)
	ctx, stop := context.WithCancel(t.Context())
	var group sync.WaitGroup
	searched := make(chan struct{}, 1)
	for range 2 {
		group.Go(func() {
			for ctx.Err() == nil {
				res, err := e.Search(t.Context(), domain.SearchQuery{Text: "한빛"})
				if err != nil || res.Total < 300 {
					t.Errorf("while rebuilding: %d found, %v", res.Total, err)
					return
				}
				select {
				case searched <- struct{}{}:
				default:
				}
			}
		})
	}
	more := append(slices.Clone(recs), company("new", "한빛 새것"))
	for range 3 {
		err := e.Rebuild(t.Context(), 77, nil, func(_ context.Context, put func(domain.Record) error) error {
			for i, r := range more {
				if i%100 == 0 {
					<-searched
				}
				if err := put(r); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	stop()
	group.Wait()
	res, err := e.Search(t.Context(), domain.SearchQuery{Text: "한빛"})
	if p, perr := e.Position(t.Context()); err != nil || perr != nil || res.Total != 301 || p.Seq != 77 {
		t.Errorf("afterwards: %d found, %v; position %+v, %v", res.Total, err, p, perr)
	}
	broken := errors.New("broken off")
	if err := e.Rebuild(t.Context(), 99, nil, func(_ context.Context, put func(domain.Record) error) error {
		return errors.Join(put(company("x", "한빛")), broken)
	}); !errors.Is(err, broken) {
		t.Errorf("a filling that fails gives %v", err)
	}
	res, err = e.Search(t.Context(), domain.SearchQuery{Text: "한빛"})
	if p, _ := e.Position(t.Context()); err != nil || res.Total != 301 || p.Seq != 77 {
		t.Errorf("after a filling that failed: %d found, %v, position %+v", res.Total, err, p)
	}
}

// contractCancel: a cancelled search or filling ends with the context's error.
func contractCancel(t *testing.T, e *harness) {
	e.Put(company("c1", "한빛"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := e.Search(ctx, domain.SearchQuery{Text: "한빛"}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled search gives %v", err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	err := e.Rebuild(ctx, 5, nil, func(ctx context.Context, put func(domain.Record) error) error {
		cancel()
		return put(company("c2", "두빛"))
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled filling gives %v", err)
	}
	finds(t, e, []want{{"한빛", []string{"c1"}}, {"두빛", nil}})
}

// contractCandidates: several short queries, fused by rank, under a filter.
func contractCandidates(t *testing.T, e *harness) {
	expert := func(id string, capacity int, region, summary string, topics ...string) *domain.Expert {
		x := &domain.Expert{ID: domain.ExpertID(id), Name: plain(id), Summary: plain(summary), Capacity: domain.Int(capacity), Region: region}
		for _, topic := range topics {
			x.Topics = append(x.Topics, domain.Topic{Topic: topic})
		}
		return x
	}
	e.Put(
		expert("both", 1, "서울", "베트남 유통망을 열었습니다", "export"), expert("text", 2, "서울", "베트남 유통망"),
		expert("topic", 3, "서울", "아무것도", "export"), expert("none", 9, "서울", "다른 일"), expert("barred", 1, "부산", "베트남 유통망", "export"),
		expert("far", 1, "부산", "아무것도"),
	)
	got, err := e.Candidates(t.Context(), domain.ConceptQuery{
		Kind: domain.KindExpert, Limit: 10, Filter: domain.AnyOf(domain.AttrRegion, "서울"),
		Concepts: []domain.Concept{{Text: "베트남 유통망"}, {Has: []domain.In{{Attr: domain.AttrTopic, Values: []string{"export"}}}}},
	})
	if err != nil || len(got.IDs) != 3 || got.IDs[0] != "both" {
		t.Errorf("got %+v, %v", got, err)
	}
	worth := func(topic, region float64) []string {
		got, err := e.Candidates(t.Context(), domain.ConceptQuery{Kind: domain.KindExpert, Limit: 10, Concepts: []domain.Concept{{
			Has:   []domain.In{{Attr: domain.AttrTopic, Values: []string{"export"}}, {Attr: domain.AttrRegion, Values: []string{"부산"}}},
			Worth: []float64{topic, region},
		}}})
		if err != nil {
			t.Fatal(err)
		}
		return got.IDs
	}
	if got := worth(1, 3); len(got) != 4 || got[0] != "barred" || got[1] != "far" {
		t.Errorf("a region worth three topics: %v", got)
	}
	if got := worth(3, 1); len(got) != 4 || got[0] != "barred" || got[3] != "far" {
		t.Errorf("a topic worth three regions: %v", got)
	}
	got, err = e.Candidates(t.Context(), domain.ConceptQuery{Kind: domain.KindExpert, Limit: 2, Concepts: []domain.Concept{{By: domain.AttrFree}}})
	if err != nil || !slices.Equal(got.IDs, []string{"none", "topic"}) {
		t.Errorf("by what is free: %+v, %v", got, err)
	}
}

// contractSorted: other orders than the best first.
func contractSorted(t *testing.T, e *harness) {
	e.Put(company("c1", "다 한빛"), company("c2", "가 한빛"), company("c3", "나 한빛"), company("c4", "가 한빛"))
	for sort, want := range map[domain.Sort][]string{domain.ByID: {"c1", "c2", "c3", "c4"}, domain.ByName: {"c2", "c4", "c3", "c1"}} {
		var got []string
		q := domain.SearchQuery{Text: "한빛", Sort: sort, Limit: 2}
		for {
			res, err := e.Search(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, ids(res.Hits)...)
			if q.Cursor = res.Next; q.Cursor == "" {
				break
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("by %s: %v, want %v", sort, got, want)
		}
	}
}
