package matching

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
)

// TestRecallOfRealInvestors measures the recall on the portfolios and rounds of
// 2011 that the matcher is judged on. They are 1,637 investors only, so that
// 600 of them say little; smaller numbers say how near the order comes. With JUMPUP_MEASURE set more of
// the needs are asked.
func TestRecallOfRealInvestors(t *testing.T) {
	root := os.Getenv("JUMPUP_SHARED_DATA")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared", "data")
	}
	dir := filepath.Join(root, "investors")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the measuring data of investors is not there; set JUMPUP_SHARED_DATA to the folder that holds it")
	}
	located, _, problems := jsonl.ReadFolder(os.DirFS(dir))
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	var records []domain.Record
	var ids []domain.NeedID
	for _, l := range located {
		records = append(records, l.Record)
		if n, ok := l.Record.(*domain.Need); ok {
			ids = append(ids, n.ID)
		}
	}
	h := newHouse(t, records...)
	h.at = time.Date(2011, 7, 1, 12, 0, 0, 0, time.UTC)
	h.Finder = indexOf(t, records)
	if err := h.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	step := 48
	if os.Getenv("JUMPUP_MEASURE") != "" {
		step = 8
	}
	var some []domain.NeedID
	for i := 0; i < len(ids); i += step {
		some = append(some, ids[i])
	}
	for most, floor := range map[int]float64{600: 0.98, 160: 0.97} {
		f := h.measure(t, domain.KindInvestor, some, most)
		t.Logf("at most %d passed on, %d needs: %v", most, len(some), f)
		if f.recall() < floor {
			t.Errorf("recall@20 is %.4f with %d passed, want at least %v", f.recall(), most, floor)
		}
	}
}
