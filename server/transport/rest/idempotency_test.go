package rest

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"jumpup/server/domain"
)

func TestRepeatedCreates(t *testing.T) {
	s := newTestServer(t)
	c := s.as(domain.RoleAdministrator)
	body := map[string]string{"role": "coordinator", "email": "kim@jumpup.example"}
	first := c.post("/invitations", body, "Idempotency-Key", "key-1").status(http.StatusCreated)
	again := c.post("/invitations", body, "Idempotency-Key", "key-1").status(http.StatusCreated)
	if first.body != again.body || again.Header.Get("Content-Type") != "application/json" {
		t.Errorf("answers differ:\n%s\n%s", first.body, again.body)
	}
	other := map[string]string{"role": "coordinator", "email": "lee@jumpup.example"}
	c.post("/invitations", other, "Idempotency-Key", "key-1").status(http.StatusUnprocessableEntity).has("another request")
	c.post("/invitations", other, "Idempotency-Key", strings.Repeat("k", 201)).status(http.StatusUnprocessableEntity)
	c.post("/invitations", other, "Idempotency-Key", "key-2").status(http.StatusCreated)

	// A refusal is an answer too; somebody else's key is another key.
	bad := map[string]string{"role": "company"}
	c.post("/invitations", bad, "Idempotency-Key", "key-3").status(http.StatusUnprocessableEntity)
	c.post("/invitations", bad, "Idempotency-Key", "key-3").status(http.StatusUnprocessableEntity)
	s.as(domain.RoleCoordinator).post("/invitations", other, "Idempotency-Key", "key-1").status(http.StatusForbidden)

	s.clock.forward(25 * time.Hour)
	c.post("/invitations", map[string]string{"role": "administrator"}, "Idempotency-Key", "key-1").status(http.StatusCreated)
	var list List[Invitation]
	c.get("/invitations").status(http.StatusOK).into(&list)
	made := 0
	for _, i := range list.Items {
		if i.Email == "kim@jumpup.example" || i.Email == "lee@jumpup.example" {
			made++
		}
	}
	if made != 2 {
		t.Errorf("%d invitations were made, want 2", made)
	}
}

func TestRepeatedAtOnce(t *testing.T) {
	s := newTestServer(t)
	c := s.as(domain.RoleAdministrator)
	var mu sync.Mutex
	bodies := map[string]int{}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			r := c.post("/invitations", map[string]string{"role": "coordinator", "email": "one@jumpup.example"}, "Idempotency-Key", "same")
			mu.Lock()
			defer mu.Unlock()
			switch r.StatusCode {
			case http.StatusCreated:
				bodies[r.body]++
			case http.StatusConflict: // the first is still under way
			default:
				t.Errorf("status %d: %s", r.StatusCode, r.body)
			}
		})
	}
	wg.Wait()
	if len(bodies) != 1 {
		t.Errorf("%d different answers", len(bodies))
	}
}

// spy keeps what the port is given.
type spy struct {
	Idempotency
	mu  sync.Mutex
	all bytes.Buffer
}

func (p *spy) ClaimKey(ctx context.Context, user domain.UserID, key, request []byte, now, until time.Time) (bool, []byte, []byte, error) {
	p.note(key, request)
	return p.Idempotency.ClaimKey(ctx, user, key, request, now, until)
}

func (p *spy) AnswerKey(ctx context.Context, user domain.UserID, key, answer []byte) error {
	p.note(key, answer)
	return p.Idempotency.AnswerKey(ctx, user, key, answer)
}

func (p *spy) note(all ...[]byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, b := range all {
		p.all.Write(b)
	}
}

// TestKeptAnswersAreSealed: an answer may hold a one-time link; what is stored
// of it cannot be read without the client's key.
func TestKeptAnswersAreSealed(t *testing.T) {
	p := &spy{}
	s := newTestServer(t, func(c *Config) { p.Idempotency = c.Idempotency; c.Idempotency = p })
	var made IssuedInvitation
	s.as(domain.RoleAdministrator).post("/invitations", map[string]string{"role": "coordinator"}, "Idempotency-Key", "the-clients-key").
		status(http.StatusCreated).into(&made)
	if p.all.Len() < 100 {
		t.Fatalf("only %d bytes were stored", p.all.Len())
	}
	for _, x := range []string{secretOf(made.Link), "the-clients-key", "coordinator", made.ID} {
		if bytes.Contains(p.all.Bytes(), []byte(x)) {
			t.Errorf("what is stored holds %q", x)
		}
	}
}
