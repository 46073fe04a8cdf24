package directory

import (
	"context"
	"sync"
	"time"

	"jumpup/server/domain"
)

// Config holds what a Service works with. Store, Log, Settings, Finder, Now
// and NewID are required; Wiper may be nil where there is no demonstration,
// Accounts where nothing counts accounts. Without Saved, Notes or Indexes the
// use cases on them are unavailable, and no search is noted. Without Marks no word
// is marked and no snippet given.
type Config struct {
	Store    Store
	Log      Log
	Settings Settings
	Finder   Finder
	Wiper    Wiper
	Accounts Accounts
	Saved    Saved
	Notes    Notes
	Indexes  Indexes
	// Marks gives where the words of a query stand in a text, as ranges of bytes
	// [start, end) in order.
	Marks func(text, query string) [][2]int
	// OnFailure is told of work that failed beside an answer; it may be nil.
	OnFailure func(what string, err error)
	Now       func() time.Time
	NewID     func() string
}

// Service is the directory's use cases. It is safe for concurrent use.
type Service struct {
	store    Store
	log      Log
	settings Settings
	finder   Finder
	wiper    Wiper
	accounts Accounts
	saved    Saved
	notes    Notes
	indexes  Indexes
	marks    marker
	failed   func(what string, err error)
	now      func() time.Time
	newID    func() string

	programme sync.Mutex // one change of the programme's settings at a time
}

// New makes the service.
func New(c Config) *Service {
	if c.OnFailure == nil {
		c.OnFailure = func(string, error) {}
	}
	return &Service{
		store: c.Store, log: c.Log, settings: c.Settings, finder: c.Finder,
		wiper: c.Wiper, accounts: c.Accounts, saved: c.Saved, notes: c.Notes, indexes: c.Indexes,
		marks: c.Marks, failed: c.OnFailure, now: c.Now, newID: c.NewID,
	}
}

// Item is a record as one actor may see it, with what the actor may do to it.
type Item struct {
	Record      domain.Record
	CompanyName domain.Text       // of a need: its company's, where the actor may see it
	Steps       []domain.NeedStep // of a need: those the actor may take now
	Can         []domain.Action   // of update, delete, rank and prefer
	Locked      []string          // fields the actor may not set, when update is in Can
}

// Get loads one record. A record that the actor may not see is not_found, as
// if it did not exist.
func (s *Service) Get(ctx context.Context, a domain.Actor, ref domain.Ref) (Item, error) {
	if err := signedIn(a); err != nil {
		return Item{}, err
	}
	r, err := s.store.Record(ctx, ref)
	if err != nil {
		return Item{}, err
	}
	owner, err := s.owner(ctx, r)
	if err != nil {
		return Item{}, err
	}
	if !domain.Can(a, domain.ActRead, domain.ObjectOf(r, owner)) {
		return Item{}, missing(ref)
	}
	s.saw(a, r)
	return item(a, r, owner), nil
}

// owner loads the company of a need, nil for any other record or when the
// company is gone.
func (s *Service) owner(ctx context.Context, r domain.Record) (*domain.Company, error) {
	n, ok := r.(*domain.Need)
	if !ok {
		return nil, nil
	}
	c, err := s.store.Record(ctx, domain.Ref{Kind: domain.KindCompany, ID: string(n.Company)})
	if domain.CodeOf(err) == domain.CodeNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return c.(*domain.Company), nil
}

// owners loads the companies of the needs among the records in one go.
func (s *Service) owners(ctx context.Context, rs []domain.Record) (map[domain.CompanyID]*domain.Company, error) {
	seen := map[domain.CompanyID]bool{}
	var refs []domain.Ref
	for _, r := range rs {
		if n, ok := r.(*domain.Need); ok && !seen[n.Company] {
			seen[n.Company] = true
			refs = append(refs, domain.Ref{Kind: domain.KindCompany, ID: string(n.Company)})
		}
	}
	if len(refs) == 0 {
		return nil, nil
	}
	found, err := s.store.Records(ctx, refs)
	if err != nil {
		return nil, err
	}
	out := make(map[domain.CompanyID]*domain.Company, len(found))
	for _, r := range found {
		c := r.(*domain.Company)
		out[c.ID] = c
	}
	return out, nil
}

// item describes a record that the actor may read.
func item(a domain.Actor, r domain.Record, owner *domain.Company) Item {
	it := Item{Record: domain.View(a, r)}
	o := domain.ObjectOf(r, owner)
	for _, act := range []domain.Action{domain.ActUpdate, domain.ActDelete, domain.ActRank, domain.ActPrefer} {
		if domain.Can(a, act, o) {
			it.Can = append(it.Can, act)
		}
	}
	if domain.Can(a, domain.ActUpdate, o) {
		it.Locked = domain.Locked(a, r)
	}
	if n, ok := r.(*domain.Need); ok {
		it.Steps = domain.StepsFor(a, n, owner)
		if owner != nil && domain.Can(a, domain.ActRead, domain.ObjectOf(owner, nil)) {
			it.CompanyName = owner.Name
		}
	}
	return it
}

func signedIn(a domain.Actor) error {
	if a.Role == "" {
		return domain.Errorf(domain.CodeUnauthenticated, "", "sign in first")
	}
	return nil
}

func missing(ref domain.Ref) error {
	return domain.Errorf(domain.CodeNotFound, "", "there is no %s %q that you may see", ref.Kind, ref.ID)
}

func forbidden(format string, args ...any) error {
	return domain.Errorf(domain.CodeForbidden, "", format, args...)
}
