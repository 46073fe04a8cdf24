package matching

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// slowStore makes reading the corpus take two seconds of the test's clock and
// counts how often it is read; while shut is set, reading waits for it.
type slowStore struct {
	Store
	h     *house
	mu    sync.Mutex
	reads int
	shut  chan struct{}
}

func (s *slowStore) Each(ctx context.Context, k domain.Kind, f domain.Filter, yield func(domain.Record) error) error {
	if k == domain.KindInstitution && f.IsZero() {
		s.mu.Lock()
		s.reads++
		wait := s.shut
		s.mu.Unlock()
		if wait != nil {
			select {
			case <-wait:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		s.h.mu.Lock()
		s.h.at = s.h.at.Add(2 * time.Second)
		s.h.mu.Unlock()
	}
	return s.Store.Each(ctx, k, f, yield)
}

func (s *slowStore) close() chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shut = make(chan struct{})
	return s.shut
}

func (s *slowStore) times() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.reads
}

func slowHouse(t *testing.T) (*house, *slowStore) {
	h := demoHouse(t)
	s := &slowStore{Store: h.Store, h: h}
	h.Store = s
	return h, s
}

func TestOneCorpusARevision(t *testing.T) {
	h, s := slowHouse(t)
	gate := s.close()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if err := h.Warm(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	close(gate)
	group.Wait()
	if _, err := h.RankNeed(t.Context(), companyOne, "need-001", Options{}); err != nil {
		t.Fatal(err)
	}
	if n := s.times(); n != 1 {
		t.Errorf("one revision was read %d times", n)
	}
	h.put(&domain.Expert{ID: "expert-new"})
	if err := h.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := s.times(); n != 2 {
		t.Errorf("two revisions were read %d times", n)
	}
}

func TestSlowCorpusAnswersFromTheOneBefore(t *testing.T) {
	h, s := slowHouse(t)
	before := h.ranked(coordinator, "need-001", Options{})
	first, second := before.Items[0].Candidate.Ref, before.Items[1].Candidate.Ref
	gate := s.close()
	r, err := h.store.Record(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	x := *r.(*domain.Expert)
	x.Conflicts = []string{"company-001"}
	h.put(&x, &domain.Preference{From: second.ID, To: "company-001", Level: domain.No})
	after := h.ranked(coordinator, "need-001", Options{Blocked: true, Top: MostTop})
	if after.Key.Snapshot != before.Key.Snapshot {
		t.Fatal("the ranking waited for the slow corpus")
	}
	want := map[domain.Ref]string{first: matcher.GateConflict, second: matcher.GatePreference}
	for _, m := range after.Items {
		if gate, ok := want[m.Candidate.Ref]; ok && m.Blocked != gate {
			t.Errorf("%s is blocked by %q, want %q: what changed since must count", m.Candidate.Ref, m.Blocked, gate)
		}
	}
	run := make(chan error, 1)
	go func() {
		_, err := h.SaveRun(t.Context(), coordinator, "need-001", 5)
		run <- err
	}()
	close(gate)
	if err := <-run; err != nil {
		t.Fatal(err)
	}
	if r := h.ranked(coordinator, "need-001", Options{}); r.Key.Snapshot == before.Key.Snapshot {
		t.Error("the new corpus is not used")
	}
}

func TestRankingStopsWithItsContextAndTheService(t *testing.T) {
	h, s := slowHouse(t)
	s.close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.RankNeed(ctx, companyOne, "need-001", Options{}); err == nil {
		t.Error("a cancelled ranking answers")
	}
	failed := make(chan error, 1)
	go func() { failed <- h.Warm(t.Context()) }()
	h.Close()
	if err := <-failed; !errors.Is(err, context.Canceled) {
		t.Errorf("closing the service gives %v", err)
	}
}
