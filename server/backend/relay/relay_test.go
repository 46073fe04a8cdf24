package relay

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"jumpup/server/domain"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// source is a system of record in memory.
type source struct {
	mu      sync.Mutex
	records map[domain.Ref]domain.Record
	rows    []domain.OutboxRow
	cleared int64
	broken  error
	reads   int
}

func newSource() *source { return &source{records: map[domain.Ref]domain.Record{}} }

func (s *source) put(kind domain.EventKind, r domain.Record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if kind == domain.RecordDeleted {
		delete(s.records, r.Ref())
	} else {
		s.records[r.Ref()] = r
	}
	s.rows = append(s.rows, domain.OutboxRow{Seq: int64(len(s.rows) + 1), Event: domain.Event{Kind: kind, Ref: r.Ref()}})
}

func (s *source) Outbox(_ context.Context, after int64, limit int) ([]domain.OutboxRow, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.reads++
	if s.broken != nil {
		return nil, s.broken
	}
	if after < s.cleared {
		return nil, domain.Errorf(domain.CodeStale, "after", "cleared")
	}
	var out []domain.OutboxRow
	for _, r := range s.rows {
		if r.Seq > after && len(out) < limit {
			out = append(out, r)
		}
	}
	return out, nil
}

func (s *source) OutboxHead(context.Context) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return int64(len(s.rows)), s.broken
}

func (s *source) Records(_ context.Context, refs []domain.Ref) ([]domain.Record, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []domain.Record
	for _, ref := range refs {
		if r, ok := s.records[ref]; ok {
			out = append(out, r)
		}
	}
	return out, s.broken
}

func (s *source) Each(_ context.Context, k domain.Kind, _ domain.Filter, yield func(domain.Record) error) error {
	s.mu.Lock()
	var all []domain.Record
	for ref, r := range s.records {
		if ref.Kind == k {
			all = append(all, r)
		}
	}
	s.mu.Unlock()
	for _, r := range all {
		if err := yield(r); err != nil {
			return err
		}
	}
	return nil
}

// sink notes what it is given and tells when.
type sink struct {
	mu     sync.Mutex
	holds  map[domain.Ref]string
	order  []string
	poison string // id that fails
	panics string // id that panics
	tries  int
	fills  int
	told   chan struct{}
}

func newSink() *sink {
	return &sink{holds: map[domain.Ref]string{}, told: make(chan struct{}, 10000)}
}

func (s *sink) Name() string { return "test" }

func (s *sink) Apply(_ context.Context, ref domain.Ref, r domain.Record) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer func() { s.told <- struct{}{} }()
	s.tries++
	if ref.ID == s.poison {
		return errors.New("poison")
	}
	if ref.ID == s.panics {
		panic("boom")
	}
	s.order = append(s.order, ref.ID)
	delete(s.holds, ref)
	if r != nil {
		s.holds[ref] = r.(*domain.Company).Name.Plain
	}
	return nil
}

func (s *sink) Replace(ctx context.Context, fill func(context.Context, func(domain.Record)) error) error {
	next := map[domain.Ref]string{}
	if err := fill(ctx, func(r domain.Record) {
		if r.Ref().ID == s.panics {
			panic("boom")
		}
		next[r.Ref()] = r.(*domain.Company).Name.Plain
	}); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.holds = next
	s.fills++
	s.told <- struct{}{}
	return nil
}

func named(id, name string) *domain.Company {
	return &domain.Company{ID: domain.CompanyID(id), Name: domain.PlainText(name)}
}

// start runs a relay that only looks when woken, until the test ends.
func start(t *testing.T, src *source, s *sink, opt Options) *Relay {
	t.Helper()
	if opt.Poll == 0 {
		opt.Poll = time.Hour
	}
	opt.Log = slog.New(slog.DiscardHandler)
	r := New(src, opt, s)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() { defer close(ended); r.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-ended })
	return r
}

// until waits for the sink to be told something that makes ok true.
func until(t *testing.T, r *Relay, s *sink, ok func() bool) {
	t.Helper()
	limit := time.NewTimer(10 * time.Second)
	defer limit.Stop()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-s.told:
		case <-tick.C:
		case <-limit.C:
			t.Fatalf("did not come about; status %+v", r.Status())
		}
	}
}

func (s *sink) is(want map[string]string) func() bool {
	return func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		if len(s.holds) != len(want) {
			return false
		}
		for id, name := range want {
			if s.holds[domain.Ref{Kind: domain.KindCompany, ID: id}] != name {
				return false
			}
		}
		return true
	}
}

func TestFillsThenFollows(t *testing.T) {
	src, s := newSource(), newSink()
	src.put(domain.RecordCreated, named("c1", "one"))
	r := start(t, src, s, Options{})
	until(t, r, s, s.is(map[string]string{"c1": "one"}))
	src.put(domain.RecordCreated, named("c2", "two"))
	src.put(domain.RecordChanged, named("c1", "uno"))
	src.put(domain.RecordDeleted, named("c2", ""))
	r.Wake()
	until(t, r, s, s.is(map[string]string{"c1": "uno"}))
	until(t, r, s, func() bool { return r.Status()[0].Position == 4 && r.Filled() })
}

func TestPollsWithoutWake(t *testing.T) {
	src, s := newSource(), newSink()
	r := start(t, src, s, Options{Poll: time.Millisecond})
	until(t, r, s, r.Filled)
	src.put(domain.RecordCreated, named("c1", "one"))
	until(t, r, s, s.is(map[string]string{"c1": "one"}))
}

func TestInOrderOverBatches(t *testing.T) {
	src, s := newSource(), newSink()
	r := start(t, src, s, Options{Batch: 7})
	until(t, r, s, r.Filled)
	var want []string
	for i := range 50 {
		id := fmt.Sprintf("c%02d", i)
		want = append(want, id)
		src.put(domain.RecordCreated, named(id, id))
	}
	r.Wake()
	until(t, r, s, func() bool { return r.Status()[0].Position == 50 })
	if !slices.Equal(s.order, want) {
		t.Errorf("order %v", s.order)
	}
}

func TestPoisonIsParked(t *testing.T) {
	src, s := newSource(), newSink()
	s.poison, s.panics = "bad", "worse"
	r := start(t, src, s, Options{Tries: 3})
	until(t, r, s, r.Filled)
	for _, id := range []string{"a", "bad", "worse", "z"} {
		src.put(domain.RecordCreated, named(id, id))
	}
	r.Wake()
	until(t, r, s, s.is(map[string]string{"a": "a", "z": "z"}))
	until(t, r, s, func() bool { return r.Status()[0].Position == 4 })
	if got := r.Status()[0].Parked; len(got) != 2 || got[0].ID != "bad" || got[1].ID != "worse" {
		t.Errorf("parked %v", got)
	}
	if s.tries != 1+3+3+1 {
		t.Errorf("%d tries", s.tries)
	}
	s.mu.Lock()
	s.poison = ""
	s.mu.Unlock()
	src.put(domain.RecordChanged, named("bad", "good"))
	r.Wake()
	until(t, r, s, s.is(map[string]string{"a": "a", "z": "z", "bad": "good"}))
	until(t, r, s, func() bool { return len(r.Status()[0].Parked) == 1 })
}

func TestPoisonWhileFilling(t *testing.T) {
	src, s := newSource(), newSink()
	s.panics = "worse"
	src.put(domain.RecordCreated, named("worse", ""))
	src.put(domain.RecordCreated, named("a", "a"))
	r := start(t, src, s, Options{})
	until(t, r, s, s.is(map[string]string{"a": "a"}))
	until(t, r, s, func() bool { return len(r.Status()[0].Parked) == 1 })
}

func TestRebuilds(t *testing.T) {
	cases := map[string]func(*source){
		"rows were cleared away": func(src *source) { src.cleared = int64(len(src.rows)) },
		"a backup was restored":  func(src *source) { src.rows = nil },
		"the demonstration was removed": func(src *source) {
			src.rows = append(src.rows, domain.OutboxRow{Seq: int64(len(src.rows) + 1), Event: domain.Event{Kind: domain.DemoRemoved}})
		},
	}
	for name, happen := range cases {
		t.Run(name, func(t *testing.T) {
			src, s := newSource(), newSink()
			src.put(domain.RecordCreated, named("c1", "one"))
			r := start(t, src, s, Options{})
			until(t, r, s, s.is(map[string]string{"c1": "one"}))
			until(t, r, s, r.Filled)
			src.put(domain.RecordCreated, named("c3", "three"))
			src.mu.Lock()
			src.records = map[domain.Ref]domain.Record{}
			c := named("c2", "two")
			src.records[c.Ref()] = c
			happen(src)
			src.mu.Unlock()
			r.Wake()
			until(t, r, s, s.is(map[string]string{"c2": "two"}))
		})
	}
}

func TestRecoversFromFailures(t *testing.T) {
	src, s := newSource(), newSink()
	src.broken = errors.New("away")
	r := start(t, src, s, Options{Poll: time.Millisecond})
	until(t, r, s, func() bool { return r.Status()[0].Failures >= 2 })
	src.mu.Lock()
	src.broken = nil
	src.mu.Unlock()
	src.put(domain.RecordCreated, named("c1", "one"))
	until(t, r, s, s.is(map[string]string{"c1": "one"}))
}

func TestMergedRecordsBothChange(t *testing.T) {
	rows := []domain.OutboxRow{
		{Seq: 1, Event: domain.Event{Kind: domain.RecordChanged, Ref: domain.Ref{Kind: domain.KindCompany, ID: "a"}}},
		{Seq: 2, Event: domain.Event{Kind: domain.RecordsMerged, Ref: domain.Ref{Kind: domain.KindCompany, ID: "b"}, Data: map[string]string{"folded": "c"}}},
		{Seq: 3, Event: domain.Event{Kind: domain.UserSignedIn, Ref: domain.Ref{Kind: domain.ObjectUser, ID: "u"}}},
		{Seq: 4, Event: domain.Event{Kind: domain.RecordChanged, Ref: domain.Ref{Kind: domain.KindCompany, ID: "a"}}},
	}
	var got []string
	for _, ref := range refsOf(rows) {
		got = append(got, ref.ID)
	}
	if !slices.Equal(got, []string{"c", "b", "a"}) {
		t.Errorf("got %v", got)
	}
}
