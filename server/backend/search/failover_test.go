package search

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"jumpup/server/domain"
)

// answers is an engine that answers as it is told.
type answers struct {
	name  string
	err   error
	hang  bool
	asked int
}

func (a *answers) Name() string { return a.name }

func (a *answers) answer(ctx context.Context) error {
	a.asked++
	if a.hang {
		<-ctx.Done()
		return ctx.Err()
	}
	return a.err
}

func (a *answers) Search(ctx context.Context, _ domain.SearchQuery) (domain.SearchResult, error) {
	return domain.SearchResult{Engine: a.name}, a.answer(ctx)
}

func (a *answers) Candidates(ctx context.Context, _ domain.ConceptQuery) (domain.Candidates, error) {
	return domain.Candidates{Engine: a.name}, a.answer(ctx)
}

type lateError struct{}

func (lateError) Error() string { return "late" }
func (lateError) Timeout() bool { return true }

type failoverTest struct {
	*Failover
	t                  *testing.T
	primary, secondary *answers
	now                time.Time
	fresh              bool
}

func newFailoverTest(t *testing.T) *failoverTest {
	f := &failoverTest{t: t, primary: &answers{name: "first"}, secondary: &answers{name: "second"}, now: time.Unix(1000, 0), fresh: true}
	f.Failover = NewFailover(f.primary, f.secondary, func() bool { return f.fresh }, func() time.Time { return f.now })
	return f
}

// answeredBy asks and says which engine answered and how often the first was
// asked.
func (f *failoverTest) answeredBy(want string, asked int) {
	f.t.Helper()
	f.primary.asked = 0
	res, err := f.Search(f.t.Context(), domain.SearchQuery{})
	if err != nil || res.Engine != want || res.Degraded != (want == "second") || f.primary.asked != asked {
		f.t.Errorf("answered by %q (degraded %t), %v; the first was asked %d times; want %q, %d", res.Engine, res.Degraded, err, f.primary.asked, want, asked)
	}
}

func (f *failoverTest) state(engine string, open bool) {
	f.t.Helper()
	if e, o, since, why := f.State(); e != engine || o != open || o && (why == "" || since.IsZero()) {
		f.t.Errorf("state %s %t %v %q, want %s %t", e, o, since, why, engine, open)
	}
}

func TestFailoverOpensAfterThreeFailures(t *testing.T) {
	f := newFailoverTest(t)
	f.answeredBy("first", 1)
	f.primary.err = errors.New("down")
	f.answeredBy("second", 1)
	f.answeredBy("second", 1)
	f.state("first", false)
	f.answeredBy("second", 1)
	f.state("second", true)
	f.answeredBy("second", 0)
	f.now = f.now.Add(probeEvery)
	f.answeredBy("second", 1) // the probe fails
	f.answeredBy("second", 0)
	f.primary.err = nil
	f.answeredBy("second", 0)
	f.now = f.now.Add(probeEvery)
	f.answeredBy("first", 1)
	f.answeredBy("first", 1)
	f.state("first", false)
	c, err := f.Candidates(t.Context(), domain.ConceptQuery{})
	if err != nil || c.Engine != "first" || c.Degraded {
		t.Errorf("candidates: %+v, %v", c, err)
	}
}

func TestFailoverOpensAtOnceForTimeouts(t *testing.T) {
	f := newFailoverTest(t)
	f.primary.err = &domain.Error{Code: domain.CodeUnavailable, Err: lateError{}}
	f.answeredBy("second", 1)
	f.state("second", true)
	f.answeredBy("second", 0)
}

// A success in between starts the count anew.
func TestFailoverCountsInARow(t *testing.T) {
	f := newFailoverTest(t)
	for range 5 {
		f.primary.err = errors.New("down")
		f.answeredBy("second", 1)
		f.answeredBy("second", 1)
		f.primary.err = nil
		f.answeredBy("first", 1)
	}
}

func TestFailoverWhileBehind(t *testing.T) {
	f := newFailoverTest(t)
	f.fresh = false
	f.answeredBy("second", 0)
	f.state("second", false)
	f.fresh = true
	f.answeredBy("first", 1)
}

// A wrong query and a caller who leaves are no failures of the engine.
func TestFailoverBlamesNoEngineForCallers(t *testing.T) {
	f := newFailoverTest(t)
	f.primary.err = domain.Errorf(domain.CodeInvalid, "cursor", "is wrong")
	for range 5 {
		if _, err := f.Search(t.Context(), domain.SearchQuery{}); domain.CodeOf(err) != domain.CodeInvalid {
			t.Errorf("got %v", err)
		}
	}
	f.primary.err, f.primary.hang = nil, true
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for range 5 {
		if _, err := f.Search(gone, domain.SearchQuery{}); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	}
	f.state("first", false)
	f.primary.hang = false
	f.answeredBy("first", 1)
}

// A caller who leaves during the probe leaves it to the next one.
func TestFailoverProbeOfACallerWhoLeaves(t *testing.T) {
	f := newFailoverTest(t)
	f.primary.err = lateError{}
	f.answeredBy("second", 1)
	f.now = f.now.Add(probeEvery)
	f.primary.err, f.primary.hang = nil, true
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.Search(gone, domain.SearchQuery{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	f.state("second", true)
	f.primary.hang = false
	f.answeredBy("first", 1)
	f.state("first", false)
}

// While one request tries the engine the others do not wait for it.
func TestFailoverProbesWithOneRequest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := &slowEngine{release: make(chan struct{})}
		second := &answers{name: "second"}
		now := time.Unix(1000, 0)
		f := NewFailover(slow, second, func() bool { return true }, func() time.Time { return now })
		f.open, f.tried = true, now.Add(-probeEvery)
		var group sync.WaitGroup
		group.Go(func() {
			if res, err := f.Search(t.Context(), domain.SearchQuery{}); err != nil || res.Engine != "slow" {
				t.Errorf("the probe: %+v, %v", res, err)
			}
		})
		synctest.Wait()
		for range 10 {
			if res, err := f.Search(t.Context(), domain.SearchQuery{}); err != nil || res.Engine != "second" || !res.Degraded {
				t.Errorf("beside the probe: %+v, %v", res, err)
			}
		}
		close(slow.release)
		group.Wait()
		if _, open, _, _ := f.State(); open {
			t.Error("a probe that succeeded leaves the breaker open")
		}
	})
}

type slowEngine struct{ release chan struct{} }

func (s *slowEngine) Name() string { return "slow" }

func (s *slowEngine) Search(context.Context, domain.SearchQuery) (domain.SearchResult, error) {
	<-s.release
	return domain.SearchResult{Engine: "slow"}, nil
}

func (s *slowEngine) Candidates(context.Context, domain.ConceptQuery) (domain.Candidates, error) {
	<-s.release
	return domain.Candidates{Engine: "slow"}, nil
}

// An engine that panics in a probe does not keep the breaker open for good.
func TestFailoverSurvivesPanics(t *testing.T) {
	f := newFailoverTest(t)
	f.primary.err = lateError{}
	f.answeredBy("second", 1)
	f.now = f.now.Add(probeEvery)
	_, _, err := askEither(t.Context(), f.Failover, func(a Answerer) (_ struct{}, err error) {
		defer func() {
			if recover() != nil {
				err = errors.New("panicked")
			}
		}()
		panic(a.Name())
	})
	if err == nil {
		t.Fatal("no panic")
	}
	f.now = f.now.Add(probeEvery)
	f.primary.err = nil
	f.answeredBy("first", 1)
}

// A page of one engine follows a page of the other.
func TestFailoverPagesAcrossEngines(t *testing.T) {
	m := openMeili(t)
	e := openTest(t, "")
	var records []domain.Record
	for i := range 30 {
		records = append(records, company(string(rune('a'+i%26))+string(rune('a'+i/26)), "한빛정밀 로봇"))
	}
	rebuilt(t, m, 1, nil, records...)
	rebuildWith(t, e, 1, records...)
	for _, q := range []domain.SearchQuery{{Text: "한빛"}, {Text: "한빗정밀"}, {Text: "한빛 우주"}, {}, {Text: "한빛", Sort: domain.ByName}} {
		q.Limit = 7
		var got []string
		for i := 0; ; i++ {
			engine := []Engine{m, e}[i%2]
			res := searched(t, engine, q)
			got = append(got, ids(res.Hits)...)
			if q.Cursor = res.Next; q.Cursor == "" {
				break
			}
		}
		slices.Sort(got)
		if n := len(got); len(slices.Compact(got)) != n || n != 30 {
			t.Errorf("%q: %d hits, %d different", q.Text, n, len(slices.Compact(got)))
		}
	}
}
