package rest

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"jumpup/server/domain"
)

// slowed counts how many of the requests pass before the first 429.
func slowed(t *testing.T, most int, ask func(i int) *reply) int {
	t.Helper()
	for i := range most {
		r := ask(i)
		if r.StatusCode != http.StatusTooManyRequests {
			continue
		}
		r.status(http.StatusTooManyRequests).code("rate_limited")
		if r.Header.Get("Retry-After") == "" || r.Header.Get("Retry-After") == "0" {
			t.Errorf("Retry-After is %q", r.Header.Get("Retry-After"))
		}
		return i
	}
	return most
}

func TestRates(t *testing.T) {
	few := Rate{PerMinute: 6, Burst: 3}
	secret := map[string]string{"secret": "x"}
	for name, c := range map[string]struct {
		set func(*Limits)
		ask func(s *testServer, i int) *reply
	}{
		"an address": {func(l *Limits) { l.PerAddress = few }, func(s *testServer, _ int) *reply { return s.anybody().get("/openapi.json") }},
		"sign-ins of an address": {func(l *Limits) { l.SignIn = few }, func(s *testServer, i int) *reply {
			return s.anybody().signIn(fmt.Sprintf("u%d@b.example", i), "some password")
		}},
		"resets of an address": {func(l *Limits) { l.Reset = few }, func(s *testServer, i int) *reply {
			return s.anybody().post("/password-reset", map[string]string{"email": fmt.Sprintf("u%d@b.example", i)})
		}},
		"links peeked": {func(l *Limits) { l.Links = few }, func(s *testServer, _ int) *reply { return s.anybody().post("/links/peek", secret) }},
		"links spent":  {func(l *Limits) { l.Links = few }, func(s *testServer, _ int) *reply { return s.anybody().post("/links/spend", secret) }},
	} {
		s := newTestServer(t, func(cfg *Config) { c.set(&cfg.Limits) })
		if n := slowed(t, 10, func(i int) *reply { return c.ask(s, i) }); n != 3 {
			t.Errorf("%s: %d requests passed, want 3", name, n)
		}
		s.clock.forward(10 * time.Second)
		if n := slowed(t, 10, func(i int) *reply { return c.ask(s, i+20) }); n != 1 {
			t.Errorf("%s: %d requests passed after ten seconds, want 1", name, n)
		}
	}
}

func TestRateOfAnAccount(t *testing.T) {
	s := newTestServer(t, func(c *Config) { c.Limits.PerAccount = Rate{PerMinute: 6, Burst: 3} })
	one, two := s.as(domain.RoleCoordinator), s.as(domain.RoleAdministrator)
	if n := slowed(t, 10, func(int) *reply { return one.get("/me") }); n != 3 {
		t.Errorf("%d requests passed, want 3", n)
	}
	two.get("/me").status(http.StatusOK)
}

// TestSignInsToOneAccount: many addresses together cannot guess faster.
func TestSignInsToOneAccount(t *testing.T) {
	s := newTestServer(t, func(c *Config) {
		c.Limits.SignIn = Rate{PerMinute: 6, Burst: 3}
		c.TrustedProxies = []string{"127.0.0.0/8"}
	})
	from := func(email string) func(i int) *reply {
		return func(i int) *reply {
			return s.anybody().post("/sign-in", map[string]string{"email": email, "password": "guess"}, "X-Forwarded-For", fmt.Sprintf("203.0.113.%d", i))
		}
	}
	if n := slowed(t, 10, from("Kim@jumpup.example")); n != 3 {
		t.Errorf("%d guesses passed, want 3", n)
	}
	from(" kim@JUMPUP.example")(50).status(http.StatusTooManyRequests)
	from("lee@jumpup.example")(51).status(http.StatusUnauthorized)
}

// TestForwardedAddresses: a client cannot choose the address it is counted
// under; only a trusted proxy says it.
func TestForwardedAddresses(t *testing.T) {
	for _, trusted := range []bool{false, true} {
		s := newTestServer(t, func(c *Config) {
			c.Limits.PerAddress = Rate{PerMinute: 6, Burst: 3}
			if trusted {
				c.TrustedProxies = []string{"127.0.0.1"}
			}
		})
		n := slowed(t, 10, func(i int) *reply {
			return s.anybody().get("/openapi.json", "X-Forwarded-For", fmt.Sprintf("198.51.100.%d", i))
		})
		if want := map[bool]int{false: 3, true: 10}[trusted]; n != want {
			t.Errorf("trusted %v: %d passed, want %d", trusted, n, want)
		}
	}
}

func TestAddressKeys(t *testing.T) {
	for in, want := range map[string]string{
		"203.0.113.7": "203.0.113.7", "::ffff:203.0.113.7": "203.0.113.7", "2001:db8:1:2:3:4:5:6": "2001:db8:1:2::/64",
		"2001:db8:1:2:ffff::1": "2001:db8:1:2::/64", "nonsense": "nonsense",
	} {
		if got := addressKey(in); got != want {
			t.Errorf("%s is counted as %s, want %s", in, got, want)
		}
	}
}

// TestLimiterForgets: a limiter remembers a bounded number of keys and forgets
// the one unused for longest.
func TestLimiterForgets(t *testing.T) {
	l, now := newLimiter(Rate{PerMinute: 1, Burst: 1}, 3), time.Unix(0, 0)
	for _, k := range []string{"a", "b", "c"} {
		if l.take(k, now) != 0 {
			t.Errorf("%s waits at first", k)
		}
	}
	if l.take("a", now) == 0 {
		t.Error("a does not wait")
	}
	l.take("d", now) // b is forgotten
	if l.take("a", now) == 0 || l.take("b", now) != 0 {
		t.Error("the wrong key was forgotten")
	}
	for i := range 10000 {
		l.take(fmt.Sprint(i), now)
	}
	if len(l.keys) != 3 || l.used.Len() != 3 {
		t.Errorf("%d keys, %d used; want 3", len(l.keys), l.used.Len())
	}
}

func TestBodies(t *testing.T) {
	s := newTestServer(t)
	c := s.as(domain.RoleCoordinator)
	big := `{"role":"coordinator","name":"` + strings.Repeat("x", 1<<20) + `"}`
	c.post("/invitations", big).status(http.StatusRequestEntityTooLarge).code("too_large")
	c.post("/invitations", big, "Idempotency-Key", "k").status(http.StatusRequestEntityTooLarge).code("too_large")
	c.post("/invitations", `{"role":`).status(http.StatusBadRequest).code("invalid")
	c.post("/invitations", nil).status(http.StatusBadRequest)
	c.post("/invitations", `{"role":"coordinator"}`, "Content-Type", "text/xml").status(http.StatusUnsupportedMediaType).code("unsupported_media_type")
	c.post("/invitations", `{"role":"king"}`).status(http.StatusUnprocessableEntity).code("invalid").has(`"location":"body.role"`, `"value":"king"`)
	c.post("/invitations", `{"role":"company","extra":1}`).status(http.StatusUnprocessableEntity).has("body.extra")
	c.post("/invitations", `{"role":"company","name":"a\u0000b"}`).status(http.StatusBadRequest).has("NUL")
	c.post("/invitations", `{"role":"company","name":"a\\u0000b","subject":{"kind":"company","id":"c9"}}`).status(http.StatusUnprocessableEntity).has(`"field":"subject"`)
}

// TestLimitsAreDocumented: the table of the manual says what the code does.
func TestLimitsAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	l := DefaultLimits()
	rate := func(r Rate) string { return fmt.Sprintf("%g a minute, %d at once", r.PerMinute, r.Burst) }
	days := func(d time.Duration) string { return fmt.Sprintf("%d days", int(d.Hours()/24)) }
	for what, value := range map[string]string{
		"Body of a request":      fmt.Sprintf("%d MiB", l.Body>>20),
		"Body of an upload":      fmt.Sprintf("%d MiB", l.LargeBody>>20),
		"Header of a request":    fmt.Sprintf("%d KiB", l.Header>>10),
		"Time to send a body":    fmt.Sprintf("%d s", int(l.BodyTime.Seconds())),
		"Time to answer":         fmt.Sprintf("%d s", int(l.RequestTime.Seconds())),
		"Time of an upload":      fmt.Sprintf("%d min", int(l.LargeTime.Minutes())),
		"Items of a page":        fmt.Sprintf("%d, at most %d", l.PageDefault, l.PageMost),
		"Requests of an address": rate(l.PerAddress),
		"Requests of an account": rate(l.PerAccount),
		"Sign-ins":               rate(l.SignIn),
		"Password resets":        rate(l.Reset),
		"One-time links":         rate(l.Links),
		"Imports, exports, replays, rebuilding search": rate(l.Costly),
		"Addresses remembered":                         fmt.Sprint(l.Tracked),
		"Unused sign-in ends after":                    days(l.SignInIdle),
		"Every sign-in ends after":                     days(l.SignInLife),
		"Answer to a key kept for":                     fmt.Sprintf("%d h", int(l.AnswerKept.Hours())),
		"Length of a key":                              fmt.Sprintf("%d characters", l.KeyLength),
	} {
		if row := "| " + what + " | " + value + " |"; !strings.Contains(string(doc), row) {
			t.Errorf("docs/api.md lacks the row %q", row)
		}
	}
}

// TestPagingIsWhatTheLimitsSay: the schema of every list repeats the limits.
func TestPagingIsWhatTheLimitsSay(t *testing.T) {
	s := newTestServer(t)
	c := s.as(domain.RoleCoordinator)
	l := DefaultLimits()
	c.get(fmt.Sprintf("/users?limit=%d", l.PageMost)).status(http.StatusOK)
	c.get(fmt.Sprintf("/users?limit=%d", l.PageMost+1)).status(http.StatusUnprocessableEntity).has("query.limit")
	c.get("/users?limit=0").status(http.StatusUnprocessableEntity)
	c.get("/users?limit=99999999999999999999").status(http.StatusUnprocessableEntity)
	c.get("/openapi.json").has(fmt.Sprintf(`"default":%d`, l.PageDefault))
}
