package matching

import (
	"context"
	"log/slog"
	"time"

	"jumpup/server/domain"
)

// Config holds what a Service works with. Store, Versions, Now and NewID are
// required. Finder, unless nil, finds whom to rank for a need among many
// candidates; without it everybody is ranked. Accessed, unless nil, takes reads
// of personal data; Log, unless nil, hears of work behind an answer that failed.
type Config struct {
	Store    Store
	Versions Versions
	Finder   Finder
	Now      func() time.Time
	NewID    func() string
	Accessed func(domain.Access)
	Log      *slog.Logger
}

// Service is the use cases of matching. It is safe for concurrent use.
type Service struct {
	Config
	corpora corpora
	replays replays
	life    context.Context
	cancel  context.CancelFunc
}

// New makes the service; it does no work until it is asked. Close ends it.
func New(c Config) *Service {
	if c.Accessed == nil {
		c.Accessed = func(domain.Access) {}
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	s := &Service{Config: c}
	s.life, s.cancel = context.WithCancel(context.Background())
	return s
}

// Close ends the work behind the answers and waits for it; rankings under way
// fail. The store may be closed afterwards.
func (s *Service) Close() {
	s.cancel()
	s.corpora.work.Wait()
}

// Warm compiles the corpus of the newest revision unless it is at hand, so that
// the next ranking finds it. The house calls it after start and after changes.
func (s *Service) Warm(ctx context.Context) error {
	_, err := s.corpus(ctx, true)
	return err
}

func (s *Service) today() domain.Date { return domain.DateOf(s.Now()) }

// record loads one record as its own type.
func record[T domain.Record](ctx context.Context, s Store, k domain.Kind, id string) (x T, err error) {
	r, err := s.Record(ctx, domain.Ref{Kind: k, ID: id})
	if err != nil {
		return x, err
	}
	x, ok := r.(T)
	if !ok {
		return x, domain.Errorf(domain.CodeInternal, "", "the store gave another kind for %s %q", k, id)
	}
	return x, nil
}

// need loads a need with its company, for the policy: a need whose company is
// gone has none.
func (s *Service) need(ctx context.Context, id domain.NeedID) (*domain.Need, *domain.Company, error) {
	n, err := record[*domain.Need](ctx, s.Store, domain.KindNeed, string(id))
	if err != nil {
		return nil, nil, err
	}
	c, err := record[*domain.Company](ctx, s.Store, domain.KindCompany, string(n.Company))
	if err != nil {
		return nil, nil, err
	}
	return n, c, nil
}

// allowed asks the policy: not_found when the actor may not even read the
// object, forbidden when only the action is not theirs.
func allowed(a domain.Actor, act domain.Action, r domain.Record, owner *domain.Company) error {
	o := domain.ObjectOf(r, owner)
	switch {
	case a.Role == "":
		return signIn()
	case !domain.Can(a, domain.ActRead, o):
		return missing(r.Ref())
	case !domain.Can(a, act, o):
		return domain.Errorf(domain.CodeForbidden, "", "your role may not do this with this %s", o.Kind)
	}
	return nil
}

func signIn() error { return domain.Errorf(domain.CodeUnauthenticated, "", "sign in first") }

func missing(r domain.Ref) error {
	return domain.Errorf(domain.CodeNotFound, "", "there is no %s %q that you may see", r.Kind, r.ID)
}

// may asks the policy about a kind of object in general.
func may(a domain.Actor, act domain.Action, k domain.Kind, what string) error {
	switch {
	case a.Role == "":
		return signIn()
	case !domain.Can(a, act, domain.Object{Kind: k}):
		return domain.Errorf(domain.CodeForbidden, "", "your role may not %s", what)
	}
	return nil
}
