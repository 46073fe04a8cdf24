package search_test

import (
	"context"
	"crypto/rand"
	"os"
	"strings"
	"testing"
	"time"

	"jumpup/server/backend/search"
)

// TestQualityMeili holds Meilisearch to the judgements of the embedded engine,
// a little less strictly: it ranks by places first and counts in levels.
func TestQualityMeili(t *testing.T) {
	url := os.Getenv("JUMPUP_TEST_MEILI_URL")
	if url == "" {
		t.Skip("JUMPUP_TEST_MEILI_URL is not set: no Meilisearch server to test with")
	}
	e, err := search.NewMeili(search.MeiliOptions{
		URL: url, Key: os.Getenv("JUMPUP_TEST_MEILI_KEY"), Index: "test-" + strings.ToLower(rand.Text()[:10]), Search: 20 * time.Second,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Remove(context.Background()); err != nil {
			t.Error(err)
		}
		_ = e.Close()
	})
	fillEngine(t, e, demoRecords())
	all, kinds := &mean{}, map[string]*mean{}
	for _, q := range readJudgements(t) {
		got := ask(t, e, q)
		if q.Nothing && len(got) > 0 {
			t.Errorf("%s %q finds %v, want nothing: %s", q.ID, q.Text, got[:min(3, len(got))], q.Why)
		}
		for _, id := range q.Never {
			for _, found := range got {
				if found == id {
					t.Errorf("%s %q finds %s, which keeps it private", q.ID, q.Text, id)
				}
			}
		}
		if len(q.Relevant) == 0 {
			continue
		}
		if kinds[q.Kind] == nil {
			kinds[q.Kind] = &mean{}
		}
		ndcg, recall := judge(q, got)
		all.add(ndcg, recall)
		kinds[q.Kind].add(ndcg, recall)
		if ndcg < 0.5 {
			t.Logf("%s %-9s %q (%s): nDCG %.2f, recall %.2f: got %v, want %v", q.ID, q.Kind, q.Text, q.For, ndcg, recall, got[:min(3, len(got))], q.Relevant[:min(3, len(q.Relevant))])
		}
	}
	t.Log(table(all, kinds))
	check(t, "all", all.of(), floor{.9, .92})
}
