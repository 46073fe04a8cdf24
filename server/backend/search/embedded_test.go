package search

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"jumpup/server/domain"
)

// bleve keeps its analysis workers as long as the program runs.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/blevesearch/bleve_index_api.AnalysisWorker"))
}

func openTest(t *testing.T, dir string) *Embedded {
	t.Helper()
	e, err := OpenEmbedded(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

func TestEmbedded(t *testing.T) {
	contract(t, func(t *testing.T) Engine { return openTest(t, t.TempDir()) })
}

func put(t *testing.T, e Engine, seq int64, rs ...domain.Record) {
	t.Helper()
	changes := make([]domain.IndexChange, len(rs))
	for i, r := range rs {
		changes[i] = domain.IndexChange{Ref: r.Ref(), Record: r}
	}
	if parked, err := e.Apply(t.Context(), changes, seq); err != nil || len(parked) > 0 {
		t.Fatal(parked, err)
	}
}

func rebuildWith(t *testing.T, e Engine, seq int64, rs ...domain.Record) {
	t.Helper()
	err := e.Rebuild(t.Context(), seq, nil, func(_ context.Context, put func(domain.Record) error) error {
		for _, r := range rs {
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

func position(t *testing.T, e Engine) domain.IndexPosition {
	t.Helper()
	p, err := e.Position(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What was applied is there after the next start, with its position.
func TestEmbeddedStays(t *testing.T) {
	dir := t.TempDir()
	first, err := OpenEmbedded(dir)
	if err != nil {
		t.Fatal(err)
	}
	if p := position(t, first); p.Ready || p.Seq != 0 {
		t.Errorf("an empty index stands at %+v", p)
	}
	rebuildWith(t, first, 3, company("c1", "한빛"))
	put(t, first, 9, company("c2", "푸른"))
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	second := openTest(t, dir)
	if p := position(t, second); !p.Ready || p.Seq != 9 {
		t.Errorf("after the next start it stands at %+v", p)
	}
	if got := ask(t, &harness{Engine: second, t: t}, domain.SearchQuery{}); len(got) != 2 {
		t.Errorf("after the next start it holds %v", got)
	}
}

// An index that was never filled, is damaged, or is of another form does not
// pass for one.
func TestEmbeddedDoubts(t *testing.T) {
	t.Run("never filled", func(t *testing.T) {
		dir := t.TempDir()
		first, err := OpenEmbedded(dir)
		if err != nil {
			t.Fatal(err)
		}
		put(t, first, 5, company("c1", "한빛"))
		if err := first.Close(); err != nil {
			t.Fatal(err)
		}
		if p := position(t, openTest(t, dir)); p.Ready {
			t.Errorf("it stands at %+v", p)
		}
	})
	t.Run("damaged", func(t *testing.T) {
		dir := t.TempDir()
		first, err := OpenEmbedded(dir)
		if err != nil {
			t.Fatal(err)
		}
		rebuildWith(t, first, 5, company("c1", "한빛"))
		if err := first.Close(); err != nil {
			t.Fatal(err)
		}
		names, err := filepath.Glob(filepath.Join(dir, "index-*", "index_meta.json"))
		if err != nil || len(names) == 0 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			if err := os.WriteFile(name, []byte("{"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		e := openTest(t, dir)
		if p := position(t, e); p.Ready {
			t.Errorf("it stands at %+v", p)
		}
		rebuildWith(t, e, 6, company("c1", "한빛"))
		if left, _ := filepath.Glob(filepath.Join(dir, "index-*")); len(left) != 1 {
			t.Errorf("left behind: %v", left)
		}
	})
	t.Run("of another form", func(t *testing.T) {
		e := openTest(t, t.TempDir())
		rebuildWith(t, e, 5, company("c1", "한빛"))
		b := e.now.index.NewBatch()
		b.SetInternal(internalForm, []byte("another"))
		if err := e.now.index.Batch(b); err != nil {
			t.Fatal(err)
		}
		if p := position(t, e); p.Ready || p.Seq != 5 {
			t.Errorf("it stands at %+v", p)
		}
	})
}

// A folder that another program holds is left alone.
func TestEmbeddedFolderHeld(t *testing.T) {
	dir := t.TempDir()
	first := openTest(t, dir)
	rebuildWith(t, first, 5, company("c1", "한빛"))
	second := openTest(t, dir)
	if second.root == dir {
		t.Fatal("two indexes share a folder")
	}
	if p := position(t, second); p.Ready {
		t.Errorf("the second stands at %+v", p)
	}
	if p := position(t, first); !p.Ready {
		t.Errorf("the first stands at %+v", p)
	}
}

func TestEmbeddedClosed(t *testing.T) {
	e := openTest(t, "")
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := e.Search(t.Context(), domain.SearchQuery{}); domain.CodeOf(err) != domain.CodeUnavailable {
		t.Errorf("a closed index answers %v", err)
	}
	if _, err := os.Stat(e.root); !os.IsNotExist(err) {
		t.Errorf("its temporary folder is still there: %v", err)
	}
}

// Searches, changes and rebuilds at once, under the race detector.
func TestEmbeddedConcurrent(t *testing.T) {
	e := openTest(t, t.TempDir())
	rebuildWith(t, e, 0)
	ctx, stop := context.WithCancel(t.Context())
	var group sync.WaitGroup
	for range 3 {
		group.Go(func() {
			for ctx.Err() == nil {
				if _, err := e.Search(t.Context(), domain.SearchQuery{Text: "한빛", Facets: []domain.Attr{domain.AttrTag}}); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for i := range 40 {
		c := company(fmt.Sprintf("c%d", i%7), fmt.Sprintf("한빛 %d", i))
		put(t, e, int64(i), c)
		if i%10 == 9 {
			rebuildWith(t, e, int64(i), c, company("other", "한빛"))
		}
	}
	stop()
	group.Wait()
}

func TestEmbeddedSynonyms(t *testing.T) {
	e := openTest(t, "")
	if err := e.SetSynonyms(t.Context(), domain.Synonyms{{"수출", "해외 진출", "export"}, {"로봇", "robot"}}); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]int{"수출": 3, "해외 진출을 돕는 로봇": 5, "해외": 0, "": 0} {
		if got := e.Synonyms(query); len(got) != want {
			t.Errorf("%q has the synonyms %v", query, got)
		}
	}
}

func TestFormHash(t *testing.T) {
	if a := formHash(); len(a) != 24 || a != formHash() {
		t.Errorf("the form's hash is %q", a)
	}
}

func FuzzSearch(f *testing.F) {
	e, err := OpenEmbedded("")
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = e.Close() })
	c := company("c1", "한빛정밀", "반도체 장비", "C++", "M&A")
	if _, err := e.Apply(f.Context(), []domain.IndexChange{{Ref: c.Ref(), Record: c}}, 1); err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"한빛", "ㅎㅂ", "c++", "", "\u1112\u1161\u11ab", "ａｂ", "a@b.c", "누가 무엇을 어떻게 합니까?"} {
		f.Add(s, "")
	}
	f.Fuzz(func(t *testing.T, s, cursor string) {
		res, err := e.Search(t.Context(), domain.SearchQuery{Text: s, Cursor: cursor})
		if err != nil && domain.CodeOf(err) != domain.CodeInvalid {
			t.Fatal(err)
		}
		for _, h := range res.Hits {
			if h.Score < 0 || h.Score > 1 || h.Score != h.Score {
				t.Fatalf("score %v", h.Score)
			}
		}
	})
}
