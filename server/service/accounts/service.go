package accounts

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"sync"
	"time"

	"jumpup/server/domain"
)

// Terms of links.
const (
	invitationTerm = 14 * 24 * time.Hour
	resetTerm      = time.Hour
	handedTerm     = 24 * time.Hour // a reset link that a coordinator hands over
)

// Config is what the service is made of. Store, Records, Now, NewID and Origin
// are required.
type Config struct {
	Store   Store
	Records Records
	Mailer  Mailer // nil: links are handed over by hand
	Now     func() time.Time
	NewID   func() string
	Origin  string // address people type, without a slash at the end; links begin with it
	Hashers int    // passwords hashed at once, each 19 MiB; 0 means one per processor
	// Accessed notes reads of accounts in the access log; nil: not noted.
	Accessed func(domain.Access)
	// OnFailure hears of work behind an answer that failed; nil: nobody does.
	OnFailure func(what string, err error)
}

// Service is the use cases of accounts. It is safe for concurrent use.
type Service struct {
	Config
	slots chan struct{} // semaphore of the password hasher
	dummy string        // hash that unknown addresses are compared with
	mails chan struct{} // semaphore of the work behind forgotten passwords
	work  sync.WaitGroup
}

// New makes the service. It fails when a required part is missing.
func New(c Config) (*Service, error) {
	if c.Store == nil || c.Records == nil || c.Now == nil || c.NewID == nil || c.Origin == "" {
		return nil, errors.New("accounts: store, records, clock, ids and origin are required")
	}
	if c.Hashers <= 0 {
		c.Hashers = runtime.GOMAXPROCS(0)
	}
	c.Origin = strings.TrimSuffix(c.Origin, "/")
	s := &Service{Config: c, slots: make(chan struct{}, c.Hashers), mails: make(chan struct{}, 8)}
	dummy, err := hash("nobody has this password")
	if err != nil {
		return nil, err
	}
	s.dummy = dummy
	return s, nil
}

// Actor resolves a sign-in on each request. It fails with unauthenticated when
// the account is gone or disabled, or when the sign-in is older than the last
// sign-out-everywhere, password change or change of role.
func (s *Service) Actor(ctx context.Context, id domain.UserID, epoch int64) (domain.Actor, error) {
	u, err := s.Store.User(ctx, id)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return domain.Actor{}, signedOut()
	}
	if err != nil {
		return domain.Actor{}, err
	}
	if u.Disabled || u.Epoch != epoch {
		return domain.Actor{}, signedOut()
	}
	return s.actor(ctx, u)
}

// actor is what an account acts as, with an expert's institution.
func (s *Service) actor(ctx context.Context, u domain.User) (domain.Actor, error) {
	a := u.Actor()
	if u.Role != domain.RoleExpert {
		return a, nil
	}
	r, err := s.Records.Record(ctx, u.Subject)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return a, nil
	}
	if e, ok := r.(*domain.Expert); ok && err == nil {
		a.Institution = e.Institution
	}
	return a, err
}

// Seen notes that the actor was active, for the list of accounts.
func (s *Service) Seen(ctx context.Context, a domain.Actor) error {
	if a.User == "" || a.Role == domain.RoleSystem {
		return nil
	}
	return s.Store.Touch(ctx, a.User, s.Now())
}

// read notes that the actor read accounts or invitations.
func (s *Service) read(a domain.Actor, ref domain.Ref, count int) {
	if s.Accessed != nil && a.Role != domain.RoleSystem && count > 0 {
		s.Accessed(domain.Access{Actor: a.User, Action: domain.ActRead, Ref: ref, At: s.Now(), Count: count})
	}
}

func signedOut() error {
	return domain.Errorf(domain.CodeUnauthenticated, "", "you are not signed in any more; sign in again")
}

func forbidden(what string) error {
	return domain.Errorf(domain.CodeForbidden, "", "you may not %s; ask a coordinator or an administrator", what)
}

func userRef(id domain.UserID) domain.Ref {
	return domain.Ref{Kind: domain.ObjectUser, ID: string(id)}
}

func linkRef(id string) domain.Ref { return domain.Ref{Kind: domain.ObjectLink, ID: id} }
