package search

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// EmbeddedName is the name that answers of the embedded index carry.
const EmbeddedName = "embedded"

// Embedded is an index of bleve in a folder of its own. A search sees each
// batch wholly or not at all. The folder can be thrown away at any time.
type Embedded struct {
	root      string
	temporary bool
	synonyms  atomic.Pointer[thesaurus]
	analyzer  *text.Analyzer // of the one goroutine that feeds
	unlock    func() error

	mu  sync.RWMutex // held for reading while a generation is searched
	now *generation  // nil once closed
}

var _ Engine = (*Embedded)(nil)

// generation is one index on disk, made by one filling.
type generation struct {
	path    string
	index   bleve.Index
	writing sync.WaitGroup // batches that are not on disk yet
}

// batch writes a batch, which searches see at once.
func (g *generation) batch(b *bleve.Batch) error {
	g.writing.Add(1)
	var once sync.Once
	b.SetPersistedCallback(func(error) { once.Do(g.writing.Done) })
	err := g.index.Batch(b)
	if err != nil {
		once.Do(g.writing.Done)
	}
	return err
}

// close lets what was written reach the disk first; a disk that does not take
// it is not waited for.
func (g *generation) close() error {
	done := make(chan struct{})
	go func() { g.writing.Wait(); close(done) }()
	wait := time.NewTimer(persistPatience)
	defer wait.Stop()
	select {
	case <-done:
		return g.index.Close()
	case <-wait.C:
		return g.index.Close() // the position on disk tells what is there
	}
}

const persistPatience = 10 * time.Second

// Keys of what an index knows of itself.
var (
	internalSeq  = []byte("jumpup.seq")
	internalForm = []byte("jumpup.form") // hash of the form of the documents; missing until filled
)

const generationPrefix = "index-"

// OpenEmbedded opens the index in a folder, or makes an empty one; what cannot
// be read is thrown away. Without a folder, or when another program holds it,
// the index lives in a temporary one that Close removes.
func OpenEmbedded(dir string) (*Embedded, error) {
	e := &Embedded{root: dir, analyzer: text.NewAnalyzer()}
	e.synonyms.Store(newThesaurus(nil))
	if dir != "" {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("the folder of the search index: %w; check the path and its permissions", err)
		}
		release, err := lockFolder(dir)
		if err == nil {
			e.unlock = release
		} else if dir = ""; !errors.Is(err, errFolderHeld) {
			return nil, fmt.Errorf("the folder of the search index: %w", err)
		}
	}
	if dir == "" {
		var err error
		if e.root, err = os.MkdirTemp("", "jumpup-search-"); err != nil {
			return nil, fmt.Errorf("a temporary folder for the search index: %w", err)
		}
		e.temporary = true
	}
	return e, e.open()
}

// open takes the newest generation that was filled and clears the others away.
func (e *Embedded) open() error {
	names, err := filepath.Glob(filepath.Join(e.root, generationPrefix+"*"))
	if err != nil {
		return err
	}
	slices.Sort(names)
	for _, path := range slices.Backward(names) {
		if e.now == nil {
			if g, err := openGeneration(path); err == nil {
				e.now = g
				continue
			}
		}
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	if e.now == nil {
		e.now, err = e.newGeneration(names)
	}
	return err
}

// bleveConfig: what is written is on disk a moment later; a crash loses the
// last batches together with their position.
func bleveConfig() map[string]any {
	return map[string]any{"unsafe_batch": true, "bolt_timeout": "5s", "numSnapshotsToKeep": 1}
}

func openGeneration(path string) (*generation, error) {
	x, err := bleve.OpenUsing(path, bleveConfig())
	if err != nil {
		return nil, err
	}
	form, err := x.GetInternal(internalForm)
	if err != nil || form == nil {
		return nil, errors.Join(errors.New("was never filled"), err, x.Close())
	}
	return &generation{path: path, index: x}, nil
}

func (e *Embedded) newGeneration(names []string) (*generation, error) {
	number := int64(0)
	for _, name := range names {
		n, _ := strconv.ParseInt(strings.TrimPrefix(filepath.Base(name), generationPrefix), 10, 64)
		number = max(number, n)
	}
	path := filepath.Join(e.root, fmt.Sprintf("%s%012d", generationPrefix, number+1))
	if err := os.RemoveAll(path); err != nil {
		return nil, err
	}
	x, err := bleve.NewUsing(path, newMapping(), scorch.Name, scorch.Name, bleveConfig())
	if err != nil {
		return nil, fmt.Errorf("the search index: %w", err)
	}
	return &generation{path: path, index: x}, nil
}

func (g *generation) drop() error { return errors.Join(g.index.Close(), os.RemoveAll(g.path)) }

// Name implements Engine.
func (e *Embedded) Name() string { return EmbeddedName }

// SetSynonyms implements Engine; it lasts until the next start.
func (e *Embedded) SetSynonyms(_ context.Context, s domain.Synonyms) error {
	e.synonyms.Store(newThesaurus(s))
	return nil
}

// Synonyms gives the synonyms of the words of a query, for marking what they
// found; the query's own words may be among them.
func (e *Embedded) Synonyms(query string) []string {
	return e.synonyms.Load().written(text.QueryWords(query))
}

// Records implements Engine.
func (e *Embedded) Records(context.Context) (n int64, err error) {
	err = e.use(func(x bleve.Index) error {
		count, err := x.DocCount()
		n = int64(count)
		return err
	})
	return n, err
}

// Close implements Engine.
func (e *Embedded) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.now == nil {
		return nil
	}
	err := e.now.close()
	e.now = nil
	if e.temporary {
		err = errors.Join(err, os.RemoveAll(e.root))
	}
	if e.unlock != nil {
		err = errors.Join(err, e.unlock())
	}
	return err
}

// use keeps the index open while f works with it.
func (e *Embedded) use(f func(bleve.Index) error) error {
	return e.with(func(g *generation) error { return f(g.index) })
}

func (e *Embedded) with(f func(*generation) error) error {
	e.mu.RLock()
	defer e.mu.RUnlock()
	if e.now == nil {
		return domain.Errorf(domain.CodeUnavailable, "", "the search index is closed")
	}
	return f(e.now)
}
