package rest

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"jumpup/server/domain"
)

// TestOtherSitesCannotAct: a page of another site cannot use the cookie,
// whatever the browser tells about where the request comes from.
func TestOtherSitesCannotAct(t *testing.T) {
	s := newTestServer(t)
	c := s.as(domain.RoleCoordinator)
	own := strings.TrimPrefix(s.URL, "http://")
	for _, h := range [][]string{
		{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"},
		{"Sec-Fetch-Site", "same-site"},
		{"Origin", "https://evil.example"}, // a browser that does not know Sec-Fetch-Site
		{"Origin", "null"},
		{"Origin", "http://127.0.0.1:1"}, // another port
		{"Origin", "https://" + own},
		{"Sec-Fetch-Site", "same-origin", "Origin", "https://evil.example"},
		{"Origin", "http://" + own + ".evil.example"},
	} {
		c.post("/sign-out-everywhere", nil, h...).status(http.StatusForbidden).code("forbidden").has("another site")
	}
	for _, h := range [][]string{
		{"Sec-Fetch-Site", "same-origin", "Origin", s.URL},
		{"Sec-Fetch-Site", "same-origin", "Origin", "http://127.0.0.1:8080"}, // the public address
		{"Origin", s.URL},
		nil, // no browser
	} {
		c.post("/links/peek", map[string]string{"secret": "x"}, h...).status(http.StatusNotFound)
	}
	c.get("/me", "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example").status(http.StatusOK)
}

// TestPlainHTTPUnderLoopbackNamesOnly: a name that somebody points at
// 127.0.0.1 does not reach the server.
func TestPlainHTTPUnderLoopbackNamesOnly(t *testing.T) {
	s := newTestServer(t, withPage)
	for _, host := range []string{"evil.example", "127.0.0.1.evil.example", "10.0.0.1:8080"} {
		s.anybody().get("/openapi.json", "Host", host).status(http.StatusMisdirectedRequest)
	}
	for _, host := range []string{"localhost", "localhost:9", "127.0.0.1", "127.1.2.3:80", "[::1]:8080"} {
		s.anybody().get("/openapi.json", "Host", host).status(http.StatusOK)
	}
}

func TestConfigurationThatIsNotSafe(t *testing.T) {
	s := newTestServer(t)
	for _, address := range []string{"", "jumpup.example", "http://jumpup.example", "ftp://127.0.0.1", "http://10.0.0.1:8080"} {
		c := s.config
		c.PublicURL = address
		if _, err := New(c); err == nil {
			t.Errorf("%q was taken", address)
		}
	}
	c := s.config
	c.TrustedProxies = []string{"nonsense"}
	if _, err := New(c); err == nil {
		t.Error("a proxy that is no network was taken")
	}
	c = s.config
	c.Sessions = nil
	if _, err := New(c); err == nil {
		t.Error("no store of sign-ins was taken")
	}
}

func TestCookies(t *testing.T) {
	for address, want := range map[string]struct {
		name   string
		secure bool
	}{
		"http://127.0.0.1:8080":      {"jumpup", false},
		"http://localhost:8080":      {"jumpup", false},
		"https://jumpup.example":     {"__Host-jumpup", true},
		"https://jumpup.example:444": {"__Host-jumpup", true},
	} {
		s := newTestServer(t, func(c *Config) { c.PublicURL = address })
		u, err := s.accounts.EnsureAccount(t.Context(), domain.System("test"), invitationOf("a@jumpup.example"))
		if err != nil {
			t.Fatal(err)
		}
		h, err := s.accounts.SignInLink(t.Context(), domain.System("test"), u.ID)
		if err != nil {
			t.Fatal(err)
		}
		r := s.anybody().post("/links/spend", map[string]string{"secret": secretOf(h.URL)}).status(http.StatusOK)
		if len(r.Cookies()) != 1 {
			t.Fatalf("%s: cookies %v", address, r.Header["Set-Cookie"])
		}
		k := r.Cookies()[0]
		if k.Name != want.name || k.Secure != want.secure || !k.HttpOnly || k.SameSite != http.SameSiteLaxMode || k.Path != "/" ||
			k.Domain != "" || k.MaxAge != int((30*24*time.Hour).Seconds()) || len(k.Value) < 43 {
			t.Errorf("%s: cookie %s", address, r.Header.Get("Set-Cookie"))
		}
		if got := r.Header.Get("Strict-Transport-Security") != ""; got != want.secure {
			t.Errorf("%s: strict transport security %v", address, got)
		}
	}
}

// TestHTTPSBehindAProxy: with an https address the server may be reached
// under any name inside, but only its own origin may act.
func TestHTTPSBehindAProxy(t *testing.T) {
	s := newTestServer(t, func(c *Config) { c.PublicURL = "https://jumpup.example" })
	body := map[string]string{"secret": "x"}
	s.anybody().post("/links/peek", body, "Host", "10.0.0.7:8080", "Origin", "https://jumpup.example").status(http.StatusNotFound)
	s.anybody().post("/links/peek", body, "Host", "10.0.0.7:8080", "Origin", "http://10.0.0.7:8080").status(http.StatusForbidden)
	s.anybody().post("/links/peek", body, "Host", "jumpup.example", "Origin", "http://jumpup.example").status(http.StatusForbidden)
}

func TestAccessLogHoldsNoPersonalData(t *testing.T) {
	var seen []string
	s := newTestServer(t, func(c *Config) {
		c.Observe = func(route, method string, status int, took time.Duration) { seen = append(seen, method+" "+route) }
	})
	c := s.as(domain.RoleCoordinator)
	c.get("/users?role=company&cursor=kim-secret")
	c.get("/users/person-secret").status(http.StatusNotFound)
	c.post("/sign-in", map[string]string{"email": "kim-secret@hanbit.example", "password": "word-secret"}, "User-Agent", "agent-secret")
	c.do("PROPFIND-secret", "/users", nil)
	s.page(http.MethodGet, "/needs/path-secret")
	logs := s.logs.String()
	for _, x := range []string{"secret", "127.0.0.1", "@"} {
		if strings.Contains(logs, x) {
			t.Errorf("the log holds %q:\n%s", x, logs)
		}
	}
	for _, x := range []string{`"route":"/api/v1/users/:id"`, `"status":404`, `"role":"coordinator"`, `"request_id":"id-`, `"method":"other"`, `"route":"other"`} {
		if !strings.Contains(logs, x) {
			t.Errorf("the log lacks %s:\n%s", x, logs)
		}
	}
	if len(seen) == 0 || seen[len(seen)-1] != "GET other" {
		t.Errorf("observed %v", seen)
	}
}
