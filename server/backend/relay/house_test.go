package relay

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"jumpup/server/domain"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// The tests run in bubbles of testing/synctest: time there is made up and
// passes only while every goroutine waits.

var errAway = errors.New("away")

// source is a system of record in memory.
type source struct {
	mu       sync.Mutex
	records  map[domain.Ref]domain.Record
	rows     []domain.OutboxRow
	cleared  int64
	settings map[string]string
	broken   error
}

func newSource() *source {
	return &source{records: map[domain.Ref]domain.Record{}, settings: map[string]string{}}
}

func (s *source) happen(e domain.Event) {
	s.rows = append(s.rows, domain.OutboxRow{Seq: int64(len(s.rows) + 1), Event: e})
}

// put saves a company the way the store does: versions count up, and begin
// again after a deletion.
func (s *source) put(id, name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := &domain.Company{ID: domain.CompanyID(id), Name: domain.PlainText(name)}
	kind := domain.RecordCreated
	if was := s.records[c.Ref()]; was != nil {
		c.SetRev(was.Rev())
		kind = domain.RecordChanged
	}
	c.SetRev(c.Rev() + 1)
	s.records[c.Ref()] = c
	s.happen(domain.Event{Kind: kind, Ref: c.Ref()})
}

func (s *source) remove(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.records, company(id))
	s.happen(domain.Event{Kind: domain.RecordDeleted, Ref: company(id)})
}

func (s *source) event(k domain.EventKind, ref domain.Ref, data map[string]string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.happen(domain.Event{Kind: k, Ref: ref, Data: data})
}

func (s *source) ask(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settings[domain.SettingRebuild] = id
	s.happen(domain.Event{Kind: domain.RebuildAsked, Data: map[string]string{"asked": id}})
}

func (s *source) change(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f()
}

func (s *source) Outbox(_ context.Context, after int64, limit int) ([]domain.OutboxRow, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken != nil {
		return nil, s.broken
	}
	if after < s.cleared {
		return nil, domain.Errorf(domain.CodeStale, "after", "cleared")
	}
	rows := s.rows[min(int(after), len(s.rows)):]
	return slices.Clone(rows[:min(limit, len(rows))]), nil
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

func (s *source) of(k domain.Kind) (out []domain.Record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for ref, r := range s.records {
		if ref.Kind == k {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b domain.Record) int { return strings.Compare(a.Ref().ID, b.Ref().ID) })
	return out
}

func (s *source) Each(_ context.Context, k domain.Kind, _ domain.Filter, yield func(domain.Record) error) error {
	for _, r := range s.of(k) {
		if err := yield(r); err != nil {
			return err
		}
	}
	return nil
}

func (s *source) Versions(_ context.Context, k domain.Kind, yield func(string, int64) error) error {
	for _, r := range s.of(k) {
		if err := yield(r.Ref().ID, r.Rev()); err != nil {
			return err
		}
	}
	return nil
}

func (s *source) Setting(_ context.Context, key string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.settings[key], s.broken
}

func company(id string) domain.Ref { return domain.Ref{Kind: domain.KindCompany, ID: id} }

// index is what a sink keeps, over restarts and shared by servers.
type index struct {
	mu       sync.Mutex
	holds    map[string]string // "name@version" by id
	at       domain.IndexPosition
	synonyms domain.Synonyms
	writers  int // at this moment

	// What was done to it.
	together int // two writers at the same time
	seqs     []int64
	order    []string
	rebuilds int
}

func newIndex() *index { return &index{holds: map[string]string{}} }

// sink is a server's hand on an index, with faults.
type sink struct {
	*index
	slow    time.Duration // what a write takes
	fault   error         // of every call
	lost    error         // after records were written, before the position is
	refuses map[string]bool
	panics  map[string]bool
	tries   int
	between func() // while a rebuild puts records
	unready bool   // a rebuild leaves it unusable
	behind  bool   // a rebuild notes a position that is too small
}

func newSink(x *index) *sink {
	return &sink{index: x, refuses: map[string]bool{}, panics: map[string]bool{}}
}

func (s *sink) Name() string { return "test" }

func (s *sink) with(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f()
}

// write takes its time and tells when somebody else writes too.
func (s *sink) write(ctx context.Context) (done func(), err error) {
	s.mu.Lock()
	if s.writers++; s.writers > 1 {
		s.together++
	}
	slow, fault := s.slow, s.fault
	s.mu.Unlock()
	done = func() { s.with(func() { s.writers-- }) }
	t := time.NewTimer(slow)
	defer t.Stop()
	select {
	case <-ctx.Done():
		fault = ctx.Err()
	case <-t.C:
	}
	if fault != nil {
		done()
	}
	return done, fault
}

func (s *sink) Position(context.Context) (domain.IndexPosition, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.at, s.fault
}

func held(r domain.Record) string {
	return fmt.Sprintf("%s@%d", r.(*domain.Company).Name.Plain, r.Rev())
}

func versionOf(held string) (v int64) {
	fmt.Sscanf(held[strings.LastIndex(held, "@")+1:], "%d", &v)
	return v
}

func (s *sink) Apply(ctx context.Context, changes []domain.IndexChange, seq int64) (parked []domain.Parked, err error) {
	done, err := s.write(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tries++
	for _, c := range changes {
		if s.panics[c.Ref.ID] {
			panic("boom")
		}
	}
	for _, c := range changes {
		id := c.Ref.ID
		s.order = append(s.order, id)
		switch {
		case c.Record == nil:
			delete(s.holds, id)
		case s.refuses[id]:
			parked = append(parked, domain.Parked{Ref: c.Ref, Why: strings.Repeat("거절", 200)})
		case s.holds[id] != "" && versionOf(s.holds[id]) > c.Record.Rev() && !c.Anew:
		default:
			s.holds[id] = held(c.Record)
		}
	}
	if s.lost != nil {
		return nil, s.lost
	}
	s.at.Seq = seq
	s.seqs = append(s.seqs, seq)
	return parked, nil
}

func (s *sink) Rebuild(ctx context.Context, seq int64, syn domain.Synonyms, fill func(context.Context, func(domain.Record) error) error) error {
	done, err := s.write(ctx)
	if err != nil {
		return err
	}
	defer done()
	next := map[string]string{}
	err = fill(ctx, func(r domain.Record) error {
		if s.between != nil {
			s.between()
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		switch id := r.Ref().ID; {
		case s.fault != nil:
			return s.fault
		case s.panics[id]:
			panic("boom")
		case s.refuses[id]:
			return domain.Errorf(domain.CodeInvalid, id, "refused")
		default:
			next[id] = held(r)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if s.behind {
		seq--
	}
	s.with(func() {
		s.holds, s.at, s.synonyms = next, domain.IndexPosition{Seq: seq, Ready: !s.unready}, syn
		s.rebuilds++
	})
	return nil
}

func (s *sink) Versions(_ context.Context, k domain.Kind, yield func(string, int64) error) error {
	if k != domain.KindCompany {
		return nil
	}
	s.mu.Lock()
	holds, fault := maps.Clone(s.holds), s.fault
	s.mu.Unlock()
	for id, h := range holds {
		if err := yield(id, versionOf(h)); err != nil {
			return err
		}
	}
	return fault
}

func (s *sink) SetSynonyms(_ context.Context, g domain.Synonyms) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fault == nil {
		s.synonyms = g
	}
	return s.fault
}

func (s *sink) Records(context.Context) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return int64(len(s.holds)), s.fault
}

// start runs a relay until the function returned is called.
func start(src *source, opt Options, targets ...Target) (*Relay, func()) {
	opt.Log = slog.New(slog.DiscardHandler)
	r := New(src, opt, targets...)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() { defer close(ended); r.Run(ctx) }()
	return r, func() { cancel(); <-ended }
}

// bubble runs a test of one relay and one sink of its own over an empty source.
func bubble(t *testing.T, test func(t *testing.T, src *source, s *sink)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { test(t, newSource(), newSink(newIndex())) })
}

// after lets so much time pass, and whatever happens then come to rest.
func after(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// holds fails unless the index holds exactly that.
func (x *index) mustHold(t *testing.T, want map[string]string) {
	t.Helper()
	x.mu.Lock()
	defer x.mu.Unlock()
	if !maps.Equal(x.holds, want) {
		t.Fatalf("holds %v, want %v", x.holds, want)
	}
}

// mustEqual fails unless the index holds what the source does, and all of it.
func (x *index) mustEqual(t *testing.T, src *source) {
	t.Helper()
	want := map[string]string{}
	for _, r := range src.of(domain.KindCompany) {
		want[r.Ref().ID] = held(r)
	}
	x.mustHold(t, want)
	x.mu.Lock()
	defer x.mu.Unlock()
	if head, _ := src.OutboxHead(context.Background()); x.at.Seq != head || x.together > 0 {
		t.Fatalf("at %d of %d, %d times two writers at once", x.at.Seq, head, x.together)
	}
}

func (x *index) filled() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.rebuilds
}

func (x *index) applied() []string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return slices.Clone(x.order)
}

func (x *index) positions() []int64 {
	x.mu.Lock()
	defer x.mu.Unlock()
	return slices.Clone(x.seqs)
}

func (x *index) groups() domain.Synonyms {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.synonyms
}

func only(t *testing.T, r *Relay) Status {
	t.Helper()
	all := r.Status()
	if len(all) != 1 {
		t.Fatalf("%d sinks", len(all))
	}
	return all[0]
}

func parkedIDs(s Status) (ids []string) {
	for _, p := range s.Parked {
		ids = append(ids, p.Ref.ID)
	}
	return ids
}
