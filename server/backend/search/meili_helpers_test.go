package search

import (
	"context"
	"crypto/rand"
	"os"
	"strings"
	"testing"

	"jumpup/server/domain"
)

// meiliAt gives the address of the server that the tests use, or skips.
func meiliAt(t testing.TB) MeiliOptions {
	t.Helper()
	o := MeiliOptions{URL: os.Getenv("JUMPUP_TEST_MEILI_URL"), Key: os.Getenv("JUMPUP_TEST_MEILI_KEY")}
	if o.URL == "" {
		t.Skip("JUMPUP_TEST_MEILI_URL is not set: no Meilisearch server to test with")
	}
	o.Index = "test-" + strings.ToLower(rand.Text()[:10])
	return o
}

// openMeili opens an index of the test's own that is removed at the end.
func openMeili(t testing.TB) *Meili {
	t.Helper()
	return openMeiliAt(t, meiliAt(t))
}

func openMeiliAt(t testing.TB, o MeiliOptions) *Meili {
	t.Helper()
	m, err := NewMeili(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = m.Remove(context.Background()) // the server may be down by design
		_ = m.Close()
	})
	return m
}

// rebuilt fills an index with records.
func rebuilt(t testing.TB, m *Meili, seq int64, synonyms domain.Synonyms, records ...domain.Record) {
	t.Helper()
	err := m.Rebuild(context.Background(), seq, synonyms, func(_ context.Context, put func(domain.Record) error) error {
		for _, r := range records {
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

func change(r domain.Record) domain.IndexChange { return domain.IndexChange{Ref: r.Ref(), Record: r} }

func searched(t testing.TB, m Answerer, q domain.SearchQuery) domain.SearchResult {
	t.Helper()
	res, err := m.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("search %q: %v", q.Text, err)
	}
	return res
}

func meiliIDs(res domain.SearchResult) []string {
	ids := []string{}
	for _, h := range res.Hits {
		ids = append(ids, h.Ref.ID)
	}
	return ids
}
