package jobs

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"time"

	"jumpup/server/domain"
)

// Handler does the work of one job. It ends soon after ctx does, returns what
// it made also beside an error, and tells a failure in an error of the domain,
// whose message a person reads; any other error is shown in generic words.
type Handler func(ctx context.Context, t domain.Task) (domain.Outcome, error)

// Kind is one kind of work: who may start it (an action on the corpus) and what
// does it.
type Kind struct {
	Action domain.Action
	Run    Handler
}

// Config holds what a Service works with; Store, Kinds, Now and NewID are
// required.
type Config struct {
	Store Store
	Kinds map[string]Kind
	Now   func() time.Time
	NewID func() string
	Log   *slog.Logger // nil: slog.Default()
	// Worker names this process in leases. Two live processes must never share
	// a name; one that is kept over restarts lets Run end at once what its
	// forerunner left behind.
	Worker  string
	Workers int           // how many jobs at once; 0 means 2
	Lease   time.Duration // 0 means 30 s
	// Hold is the lease of the phase domain.PhaseWriting, one transaction that
	// on some stores lets no heartbeat through; 0 means 10 min.
	Hold time.Duration
	Poll time.Duration // how often other processes' jobs are looked for; 0 means 2 s
}

// maxOpen is how many unfinished jobs one person may have.
const maxOpen = 5

// Service queues, runs and follows jobs. It is safe for concurrent use.
type Service struct {
	Config
	wake chan struct{}

	mu   sync.Mutex
	live map[string]*running // the jobs this process works on
}

// New makes the service; nothing runs before Run.
func New(c Config) *Service {
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.Workers <= 0 {
		c.Workers = 2
	}
	if c.Lease <= 0 {
		c.Lease = 30 * time.Second
	}
	if c.Hold <= 0 {
		c.Hold = 10 * time.Minute
	}
	if c.Poll <= 0 {
		c.Poll = 2 * time.Second
	}
	return &Service{Config: c, wake: make(chan struct{}, c.Workers), live: map[string]*running{}}
}

// Add queues a job. It fails with forbidden when the actor may not start work
// of the kind, with invalid for an unknown kind, and with rate_limited when too
// much of the actor's work is unfinished.
func (s *Service) Add(ctx context.Context, a domain.Actor, kind string, input []byte, files ...domain.File) (domain.Job, error) {
	k, known := s.Kinds[kind]
	if !known {
		return domain.Job{}, domain.Errorf(domain.CodeInvalid, "kind", "%q is no kind of work", kind)
	}
	if !domain.Can(a, k.Action, domain.Object{Kind: domain.ObjectCorpus}) {
		return domain.Job{}, domain.Errorf(domain.CodeForbidden, "", "your role may not start an %s", kind)
	}
	recent, err := s.Store.Jobs(ctx, a.User, "", 50)
	if err != nil {
		return domain.Job{}, err
	}
	open := 0
	for _, j := range recent.Items {
		if !j.Terminal() {
			open++
		}
	}
	if open >= maxOpen {
		return domain.Job{}, domain.Errorf(domain.CodeRateLimited, "", "%d of your jobs are unfinished; wait for one or cancel it", open)
	}
	j := domain.Job{ID: s.NewID(), Kind: kind, By: a.User, State: domain.JobQueued, Input: input, Created: s.Now(), BlobCount: len(files)}
	if err := s.Store.AddJob(ctx, j, files...); err != nil {
		return domain.Job{}, err
	}
	select {
	case s.wake <- struct{}{}:
	default: // every worker is awake already
	}
	return j, nil
}

// Job gives a job with its newest progress. A job that the actor may not see is
// not_found.
func (s *Service) Job(ctx context.Context, a domain.Actor, id string) (domain.Job, error) {
	j, err := s.Store.Job(ctx, id)
	if err != nil {
		return domain.Job{}, err
	}
	if !mayRead(a, j) {
		return domain.Job{}, notFound(id)
	}
	return s.fresh(j), nil
}

// Jobs lists the actor's jobs, newest first; staff see everybody's.
func (s *Service) Jobs(ctx context.Context, a domain.Actor, cursor string, limit int) (domain.Page[domain.Job], error) {
	by := a.User
	if domain.Can(a, domain.ActRead, domain.Object{Kind: domain.ObjectJob}) {
		by = ""
	} else if by == "" {
		return domain.Page[domain.Job]{}, domain.Errorf(domain.CodeUnauthenticated, "", "sign in first")
	}
	page, err := s.Store.Jobs(ctx, by, cursor, limit)
	for i, j := range page.Items {
		page.Items[i] = s.fresh(j)
	}
	return page, err
}

// Cancel asks a job to stop. One that ended already stays as it is.
func (s *Service) Cancel(ctx context.Context, a domain.Actor, id string) (domain.Job, error) {
	j, err := s.Job(ctx, a, id)
	if err != nil {
		return domain.Job{}, err
	}
	if j.By != a.User && !domain.Can(a, domain.ActUpdate, object(j)) {
		return domain.Job{}, domain.Errorf(domain.CodeForbidden, "", "only who started the job may cancel it")
	}
	// At once for a job of this process, whose transaction may keep the store
	// busy for a while.
	if r := s.running(id); r != nil {
		r.stop(errCancelled)
	}
	if err := s.Store.AskCancel(ctx, id); err != nil {
		return domain.Job{}, err
	}
	return s.Job(ctx, a, id)
}

// File reads a file that a job made or was given.
func (s *Service) File(ctx context.Context, a domain.Actor, id, name string) (domain.File, error) {
	if _, err := s.Job(ctx, a, id); err != nil {
		return domain.File{}, err
	}
	return s.Store.JobFile(ctx, id, name)
}

func object(j domain.Job) domain.Object {
	return domain.Object{Kind: domain.ObjectJob, ID: j.ID, By: j.By}
}

func mayRead(a domain.Actor, j domain.Job) bool {
	return a.User != "" && (j.By == a.User || domain.Can(a, domain.ActRead, object(j)))
}

func notFound(id string) error {
	return domain.Errorf(domain.CodeNotFound, "", "there is no job %q", id)
}

// fresh lays the progress of a job that runs here over what is stored.
func (s *Service) fresh(j domain.Job) domain.Job {
	if r := s.running(j.ID); r != nil && j.State == domain.JobRunning {
		j.Phase, j.Done, j.Total = r.progress()
	}
	return j
}

func (s *Service) running(id string) *running {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.live[id]
}

// kinds lists the kinds of work this process does.
func (s *Service) kinds() []string {
	out := make([]string, 0, len(s.Kinds))
	for k := range s.Kinds {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
