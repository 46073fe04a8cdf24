package matching

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"jumpup/server/backend/store"
	"jumpup/server/demo"
	"jumpup/server/domain"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/blevesearch/bleve_index_api.AnalysisWorker"))
}

var noon = time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC)

// house is a service over an in-memory store.
type house struct {
	*testing.T
	*Service
	store *store.Store
	mu    sync.Mutex
	at    time.Time
	ids   int
	reads []domain.Access
	shut  func() // ends the house before the test does
}

func newHouse(t testing.TB, records ...domain.Record) *house {
	t.Helper()
	h := &house{at: noon}
	h.T, _ = t.(*testing.T)
	var err error
	h.store, err = store.Open(context.Background(), store.Options{Memory: true, Now: h.now})
	if err != nil {
		t.Fatal(err)
	}
	h.Service = New(Config{Store: h.store, Versions: h.store, Now: h.now, NewID: h.newID, Accessed: h.accessed})
	h.shut = sync.OnceFunc(func() {
		h.Close()
		if err := h.store.Close(); err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(h.shut)
	if len(records) > 0 {
		if _, err := h.store.Import(context.Background(), domain.Import{Actor: domain.System("test"), Records: records}); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

func (h *house) now() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.at
}

func (h *house) newID() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.ids++
	return fmt.Sprintf("run-%03d", h.ids)
}

func (h *house) accessed(a domain.Access) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.reads = append(h.reads, a)
}

// put stores records as the program itself.
func (h *house) put(rs ...domain.Record) {
	h.Helper()
	for _, r := range rs {
		if _, err := h.store.Save(h.Context(), r.Ref(), 0, func(domain.Record) (domain.Record, []domain.Event, error) {
			return r, nil, nil
		}); err != nil {
			h.Fatalf("storing %s: %v", r.Ref(), err)
		}
	}
}

// small is a programme of a third of the usual size, which keeps tests quick.
var small = demo.Size{Companies: 36, Needs: 108, Institutions: 8, Experts: 90, Investors: 40}

func demoHouse(t testing.TB) *house { return newHouse(t, demo.Generate(small, 1, today)...) }

func wholeHouse(t testing.TB) *house { return newHouse(t, demo.Generate(demo.Default, 1, today)...) }

// Actors of the demonstration's ready accounts and of staff.
var (
	coordinator = domain.Actor{User: "u-co", Role: domain.RoleCoordinator}
	companyOne  = as(domain.RoleCompany, "company-001")
	expertOne   = as(domain.RoleExpert, "expert-001")
	investorOne = as(domain.RoleInvestor, "investor-001")
	managerOne  = as(domain.RoleManager, "institution-1")
	nobody      = domain.Actor{}
)

func as(r domain.Role, id string) domain.Actor {
	return domain.Actor{User: domain.UserID("u-" + id), Role: r, Subject: domain.Ref{Kind: r.SubjectKind(), ID: id}}
}

// wants fails unless err has the code.
func (h *house) wants(err error, code domain.Code, what string) {
	h.Helper()
	if domain.CodeOf(err) != code {
		h.Errorf("%s: %v, want %s", what, err, code)
	}
}

func (h *house) ranked(a domain.Actor, id domain.NeedID, o Options) Ranking {
	h.Helper()
	r, err := h.RankNeed(h.Context(), a, id, o)
	if err != nil {
		h.Fatalf("ranking %s: %v", id, err)
	}
	return r
}
