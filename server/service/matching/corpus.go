package matching

import (
	"context"
	"sync"
	"time"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// corpus is one revision of the store compiled for ranking. It is immutable.
type corpus struct {
	revision int64
	snapshot *matcher.Snapshot
	source   matcher.Corpus
	versions map[domain.Ref]int64 // of companies, needs, experts and investors
	links    links
	records  int
	took     time.Duration
}

// corpora keeps the newest corpus. One is compiled at a time, by whoever asked
// first; the others wait for it.
type corpora struct {
	mu      sync.Mutex
	newest  *corpus
	running *building
	work    sync.WaitGroup
}

type building struct {
	revision int64
	began    time.Time
	done     chan struct{} // closed when made or err stands
	made     *corpus
	err      error
}

// A corpus that takes longer than patience to compile is compiled behind the
// answers: meanwhile rankings use the one before, for at most lag.
const (
	patience = time.Second
	lag      = time.Minute
)

// corpus gives the compiled corpus of the store's newest revision. With exact
// false it may give the one before while a slow compilation is under way; what
// must hold at once (the need, preferences and who may see whom) the caller
// checks against the store.
func (s *Service) corpus(ctx context.Context, exact bool) (*corpus, error) {
	revision, err := s.Store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	for {
		ready, b := s.newestOr(revision)
		if ready != nil && (b == nil || !exact && ready.took > patience && s.Now().Sub(b.began) < lag) {
			return ready, nil
		}
		select {
		case <-b.done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if b.err != nil {
			return nil, b.err
		}
		if b.revision >= revision || !exact {
			return b.made, nil
		}
	}
}

// newestOr gives the newest corpus and, unless it has the revision, the
// compilation under way, which it starts when there is none.
func (s *Service) newestOr(revision int64) (*corpus, *building) {
	c := &s.corpora
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.newest != nil && c.newest.revision >= revision {
		return c.newest, nil
	}
	if c.running == nil {
		c.running = &building{revision: revision, began: s.Now(), done: make(chan struct{})}
		b := c.running
		c.work.Go(func() { s.compile(b) })
	}
	return c.newest, c.running
}

// compile makes a corpus; it ends early when the service is closed.
func (s *Service) compile(b *building) {
	b.made, b.err = s.readCorpus(s.life, b.revision)
	c := &s.corpora
	c.mu.Lock()
	defer c.mu.Unlock()
	c.running = nil
	if b.err == nil {
		c.newest = b.made
	}
	close(b.done)
}

// readCorpus reads all records. What is written meanwhile may be in it; its
// revision is the one from before, so that the next ranking reads again.
func (s *Service) readCorpus(ctx context.Context, revision int64) (*corpus, error) {
	start := s.Now()
	out := &corpus{revision: revision, versions: map[domain.Ref]int64{}}
	for _, k := range domain.Kinds {
		err := s.Store.Each(ctx, k, domain.Filter{}, func(r domain.Record) error {
			addTo(&out.source, r)
			out.records++
			if k == domain.KindCompany || k == domain.KindNeed || k == domain.KindExpert || k == domain.KindInvestor {
				out.versions[r.Ref()] = r.Rev()
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	var err error
	if out.snapshot, err = matcher.NewSnapshot(out.source); err != nil {
		return nil, unusable(err)
	}
	out.links = linksOf(&out.source)
	out.took = s.Now().Sub(start)
	return out, nil
}
