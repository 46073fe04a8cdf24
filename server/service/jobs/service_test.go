package jobs_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"jumpup/server/backend/store"
	"jumpup/server/domain"
	"jumpup/server/service/jobs"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var (
	coordinator = domain.Actor{User: "u1", Role: domain.RoleCoordinator, Lang: "ko"}
	other       = domain.Actor{User: "u2", Role: domain.RoleCompany, Subject: domain.Ref{Kind: domain.KindCompany, ID: "c1"}}
)

// bench is a service over a real store with handlers of the test's choosing.
type bench struct {
	*jobs.Service
	store *store.Store
	end   func() // stops Run and waits
}

func open(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), store.Options{Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return st
}

var ids atomic.Int64

func start(t *testing.T, st *store.Store, c jobs.Config, handlers map[string]jobs.Handler) bench {
	t.Helper()
	c.Store, c.Now, c.Log = st, time.Now, slog.New(slog.DiscardHandler)
	c.NewID = func() string { return fmt.Sprintf("job-%d", ids.Add(1)) }
	if c.Worker == "" {
		c.Worker = "w1"
	}
	c.Kinds = map[string]jobs.Kind{}
	for name, h := range handlers {
		c.Kinds[name] = jobs.Kind{Action: domain.ActImport, Run: h}
	}
	s := jobs.New(c)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	end := func() {
		stop()
		if err, open := <-ended; open && err != nil {
			t.Error(err)
		}
	}
	b := bench{s, st, func() { end(); close(ended) }}
	t.Cleanup(func() {
		stop()
		if err, open := <-ended; open && err != nil {
			t.Error(err)
		}
	})
	return b
}

func (b bench) add(t *testing.T, kind string, files ...domain.File) domain.Job {
	t.Helper()
	j, err := b.Add(t.Context(), coordinator, kind, []byte(`{"a":1}`), files...)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// ended waits until a job has ended.
func (b bench) ended(t *testing.T, id string) domain.Job {
	t.Helper()
	return b.until(t, id, domain.Job.Terminal)
}

func (b bench) until(t *testing.T, id string, good func(domain.Job) bool) domain.Job {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for {
		j, err := b.Job(ctx, coordinator, id)
		if err != nil {
			t.Fatal(err)
		}
		if good(j) {
			return j
		}
		<-tick.C
	}
}

func TestDoesTheWork(t *testing.T) {
	b := start(t, open(t), jobs.Config{}, map[string]jobs.Handler{
		"import": func(ctx context.Context, task domain.Task) (domain.Outcome, error) {
			f, err := task.File(ctx, "in.txt")
			if err != nil {
				return domain.Outcome{}, err
			}
			task.Report("reading", 1, 2)
			return domain.Outcome{Result: task.Job.Input, Files: []domain.File{{Name: "out.txt", Data: append(f.Data, '!')}}}, nil
		},
	})
	j := b.ended(t, b.add(t, "import", domain.File{Name: "in.txt", Data: []byte("hello")}).ID)
	if j.State != domain.JobDone || string(j.Result) != `{"a":1}` || j.Error != "" || j.Finished.IsZero() {
		t.Fatalf("the job ended as %+v", j)
	}
	f, err := b.File(t.Context(), coordinator, j.ID, "out.txt")
	if err != nil || string(f.Data) != "hello!" {
		t.Fatalf("the file is %q, %v", f.Data, err)
	}
	if _, err := b.File(t.Context(), coordinator, j.ID, "none.txt"); domain.CodeOf(err) != domain.CodeNotFound {
		t.Errorf("a missing file gives %v", err)
	}
}

func TestTellsFailuresInPlainWords(t *testing.T) {
	var many domain.Problems
	many.Add("a.jsonl:1: id", "is missing; add it")
	one := many
	many.Add("a.jsonl:2: id", "is missing; add it")
	cases := map[string]struct {
		err   error
		has   string
		never string
	}{
		"one":      {one, "a.jsonl:1: id: is missing", ""},
		"many":     {fmt.Errorf("import: %w", many), "2 problems", ""},
		"known":    {domain.Errorf(domain.CodeConflict, "", "somebody else was first; try again"), "somebody else was first", ""},
		"internal": {errors.New("dial 10.0.0.1: secret"), "Something went wrong", "secret"},
		"panic":    {nil, "Something went wrong", "boom"},
	}
	b := start(t, open(t), jobs.Config{}, map[string]jobs.Handler{
		"import": func(ctx context.Context, task domain.Task) (domain.Outcome, error) {
			f, err := task.File(ctx, "case")
			if err != nil {
				return domain.Outcome{}, err
			}
			if string(f.Data) == "panic" {
				panic("boom")
			}
			return domain.Outcome{Files: []domain.File{{Name: "report.txt", Data: []byte("all")}}}, cases[string(f.Data)].err
		},
	})
	for name, c := range cases {
		j := b.ended(t, b.add(t, "import", domain.File{Name: "case", Data: []byte(name)}).ID)
		if j.State != domain.JobFailed || !strings.Contains(j.Error, c.has) || c.never != "" && strings.Contains(j.Error, c.never) {
			t.Errorf("%s: %s, %q", name, j.State, j.Error)
		}
		if name == "panic" {
			continue
		}
		if _, err := b.File(t.Context(), coordinator, j.ID, "report.txt"); err != nil {
			t.Errorf("%s: the report of the failed job is lost: %v", name, err)
		}
	}
}

// waiting is a handler that reports and then waits for the end of its context.
func waiting(started chan<- string) jobs.Handler {
	return func(ctx context.Context, task domain.Task) (domain.Outcome, error) {
		task.Report("writing", 5, 10)
		started <- task.Job.ID
		<-ctx.Done()
		return domain.Outcome{}, ctx.Err()
	}
}

func TestShowsProgressAndCancels(t *testing.T) {
	started := make(chan string, 1)
	b := start(t, open(t), jobs.Config{Workers: 1}, map[string]jobs.Handler{"import": waiting(started)})
	first := b.add(t, "import")
	<-started
	j, err := b.Job(t.Context(), coordinator, first.ID)
	if err != nil || j.State != domain.JobRunning || j.Phase != "writing" || j.Done != 5 || j.Total != 10 {
		t.Fatalf("the running job shows %+v, %v", j, err)
	}
	second := b.add(t, "import")
	if j, err := b.Cancel(t.Context(), coordinator, second.ID); err != nil || j.State != domain.JobCancelled {
		t.Fatalf("a queued job is %s after its cancel, %v", j.State, err)
	}
	if _, err := b.Cancel(t.Context(), coordinator, first.ID); err != nil {
		t.Fatal(err)
	}
	if j := b.ended(t, first.ID); j.State != domain.JobCancelled || !strings.Contains(j.Error, "Nothing was changed") {
		t.Errorf("the cancelled job ended as %s, %q", j.State, j.Error)
	}
}

func TestCancelFromAnotherServer(t *testing.T) {
	started := make(chan string, 1)
	st := open(t)
	here := start(t, st, jobs.Config{Lease: 60 * time.Millisecond}, map[string]jobs.Handler{"import": waiting(started)})
	there := start(t, st, jobs.Config{Worker: "w2"}, nil)
	j := here.add(t, "import")
	<-started
	if _, err := there.Cancel(t.Context(), coordinator, j.ID); err != nil {
		t.Fatal(err)
	}
	if j := here.ended(t, j.ID); j.State != domain.JobCancelled {
		t.Errorf("the job ended as %s", j.State)
	}
}

func TestGracefulStop(t *testing.T) {
	started := make(chan string, 1)
	st := open(t)
	b := start(t, st, jobs.Config{}, map[string]jobs.Handler{"import": waiting(started)})
	j := b.add(t, "import")
	<-started
	b.end()
	stored, err := st.Job(t.Context(), j.ID)
	if err != nil || stored.State != domain.JobFailed || !strings.Contains(stored.Error, "server stopped") {
		t.Errorf("after the stop the job is %s, %q, %v", stored.State, stored.Error, err)
	}
}

// crash leaves a running job of a worker that will never come back.
func crash(t *testing.T, st *store.Store, worker string, lease time.Duration) domain.Job {
	t.Helper()
	j := domain.Job{ID: fmt.Sprintf("crashed-%d", ids.Add(1)), Kind: "import", By: coordinator.User, Created: time.Now()}
	if err := st.AddJob(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	j, err := st.Claim(t.Context(), worker, []string{"import"}, lease)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func TestJobsOfACrashedServerAreShownAsFailed(t *testing.T) {
	st := open(t)
	gone := crash(t, st, "w9", time.Millisecond)
	same := crash(t, st, "w1", time.Hour)
	alive := crash(t, st, "w8", time.Hour)
	b := start(t, st, jobs.Config{Lease: 60 * time.Millisecond}, nil)
	for _, id := range []string{gone.ID, same.ID} {
		if j := b.ended(t, id); j.State != domain.JobFailed || !strings.Contains(j.Error, "server stopped during this work") {
			t.Errorf("%s ended as %s, %q", id, j.State, j.Error)
		}
	}
	if j, err := b.Job(t.Context(), coordinator, alive.ID); err != nil || j.State != domain.JobRunning {
		t.Errorf("a living server's job is %s, %v", j.State, err)
	}
}

func TestALostLeaseStopsTheWork(t *testing.T) {
	started := make(chan string, 1)
	st := open(t)
	b := start(t, st, jobs.Config{Lease: 60 * time.Millisecond}, map[string]jobs.Handler{"import": waiting(started)})
	j := b.add(t, "import")
	<-started
	if err := st.Finish(t.Context(), j.ID, "w1", domain.JobFailed, nil, "taken away"); err != nil {
		t.Fatal(err)
	}
	next := b.add(t, "import") // its worker is free again only when the work stopped
	b.add(t, "import")
	<-started
	<-started
	if got, err := b.Job(t.Context(), coordinator, j.ID); err != nil || got.Error != "taken away" {
		t.Errorf("the job shows %q, %v", got.Error, err)
	}
	if _, err := b.Cancel(t.Context(), coordinator, next.ID); err != nil {
		t.Fatal(err)
	}
}

func TestAccess(t *testing.T) {
	started := make(chan string, 10)
	b := start(t, open(t), jobs.Config{Workers: 1}, map[string]jobs.Handler{"import": waiting(started)})
	j := b.add(t, "import")
	<-started
	if _, err := b.Add(t.Context(), other, "import", nil); domain.CodeOf(err) != domain.CodeForbidden {
		t.Errorf("a company may start an import: %v", err)
	}
	if _, err := b.Add(t.Context(), coordinator, "sweep", nil); domain.CodeOf(err) != domain.CodeInvalid {
		t.Errorf("an unknown kind gives %v", err)
	}
	if _, err := b.Job(t.Context(), other, j.ID); domain.CodeOf(err) != domain.CodeNotFound {
		t.Errorf("a company sees a coordinator's job: %v", err)
	}
	if _, err := b.Cancel(t.Context(), other, j.ID); domain.CodeOf(err) != domain.CodeNotFound {
		t.Errorf("a company cancels a coordinator's job: %v", err)
	}
	if page, err := b.Jobs(t.Context(), other, "", 10); err != nil || len(page.Items) != 0 {
		t.Errorf("a company lists %d jobs, %v", len(page.Items), err)
	}
	if page, err := b.Jobs(t.Context(), coordinator, "", 10); err != nil || len(page.Items) != 1 || page.Items[0].Phase != "writing" {
		t.Errorf("the coordinator lists %+v, %v", page.Items, err)
	}
	if _, err := b.Jobs(t.Context(), domain.Actor{}, "", 10); domain.CodeOf(err) != domain.CodeUnauthenticated {
		t.Errorf("nobody lists jobs: %v", err)
	}
	for range 4 {
		b.add(t, "import")
	}
	if _, err := b.Add(t.Context(), coordinator, "import", nil); domain.CodeOf(err) != domain.CodeRateLimited {
		t.Errorf("the sixth unfinished job gives %v", err)
	}
}
