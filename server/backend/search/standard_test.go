package search

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"jumpup/server/domain"
)

// Standard is bleve with its standard analyser over the same texts: what one
// gets without an analysis of one's own. The figures stand beside it.
type Standard struct{ index bleve.Index }

// OpenStandard indexes records in a temporary folder.
func OpenStandard(tb testing.TB, fill func(put func(domain.Record) error) error) *Standard {
	tb.Helper()
	x, err := bleve.New(tb.TempDir()+"/standard", bleve.NewIndexMapping())
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = x.Close() })
	b := x.NewBatch()
	err = fill(func(r domain.Record) error {
		t := textsOf(r)
		body := map[string]string{
			"name": strings.Join(t.names, "\n"), "label": strings.Join(t.labels, "\n"), "body": strings.Join(t.bodies, "\n"), "kind": string(r.Ref().Kind),
		}
		if err := b.Index(documentID(r.Ref()), body); err != nil {
			return err
		}
		if b.Size() < 1000 {
			return nil
		}
		defer func() { b = x.NewBatch() }()
		return x.Batch(b)
	})
	if err == nil {
		err = x.Batch(b)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return &Standard{x}
}

// Search looks the words up in all fields.
func (s *Standard) Search(ctx context.Context, q domain.SearchQuery) (res domain.SearchResult, err error) {
	kinds := make([]query.Query, len(q.Kinds))
	for i, k := range q.Kinds {
		m := bleve.NewMatchQuery(string(k))
		m.SetField("kind")
		kinds[i] = m
	}
	b := bleve.NewBooleanQuery()
	b.AddMust(bleve.NewMatchQuery(q.Text))
	b.AddFilter(either(kinds...))
	req := bleve.NewSearchRequestOptions(b, limitOf(q.Limit), 0, false)
	found, err := s.index.SearchInContext(ctx, req)
	if err != nil {
		return res, err
	}
	for _, h := range found.Hits {
		res.Hits = append(res.Hits, domain.Hit{Ref: refOf(h.ID), Score: h.Score})
	}
	res.Total = int(found.Total)
	return res, nil
}

// BenchmarkStandard times the standard analyser over the same 20,000 profiles.
func BenchmarkStandard(b *testing.B) {
	start := time.Now()
	s := OpenStandard(b, fillProfiles)
	b.Logf("index: %.1f s", time.Since(start).Seconds())
	benchmarkQueries(b, s)
}
