package rest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"go.uber.org/goleak"

	"jumpup/matcher/text"
	"jumpup/server/backend/search"
	"jumpup/server/backend/store"
	"jumpup/server/domain"
	"jumpup/server/service/accounts"
	"jumpup/server/service/directory"
	"jumpup/server/service/matching"
)

// bleve keeps its analysis workers as long as the program runs.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/blevesearch/bleve_index_api.AnalysisWorker"))
}

// clock is the time of a test, moved by hand.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) forward(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

// mailbox keeps the mails of a test.
type mailbox struct {
	mu    sync.Mutex
	ready bool
	mails []domain.Mail
}

func (m *mailbox) Ready() bool { return m.ready }

func (m *mailbox) Send(_ context.Context, mail domain.Mail) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.mails = append(m.mails, mail)
	return nil
}

// logbook collects log lines.
type logbook struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *logbook) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(b)
}

func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// testServer is the whole transport over an empty in-memory store.
type testServer struct {
	*testing.T
	*httptest.Server
	config   Config
	store    *store.Store
	accounts *accounts.Service
	clock    *clock
	mailbox  *mailbox
	logs     *logbook
	ids      int
	members  map[domain.Role]*client
}

// newTestServer starts a server on a loopback port; change may adjust the
// configuration before. It is stopped with the test.
func newTestServer(t *testing.T, change ...func(*Config)) *testServer {
	t.Helper()
	s := &testServer{
		T: t, clock: &clock{t: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)}, mailbox: &mailbox{}, logs: &logbook{},
		members: map[domain.Role]*client{},
	}
	var mu sync.Mutex
	newID := func() string {
		mu.Lock()
		defer mu.Unlock()
		s.ids++
		return fmt.Sprintf("id-%04d", s.ids)
	}
	log := slog.New(slog.NewJSONHandler(s.logs, nil))
	st, err := store.Open(t.Context(), store.Options{Memory: true, Now: s.clock.now, Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	s.store = st
	s.accounts, err = accounts.New(accounts.Config{
		Store: st, Records: st, Mailer: s.mailbox, Now: s.clock.now, NewID: newID, Origin: "http://127.0.0.1:8080",
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.accounts.Close)
	ranking := matching.New(matching.Config{Store: st, Versions: st, Now: s.clock.now, NewID: newID, Accessed: st.Accessed, Log: log})
	t.Cleanup(ranking.Close)
	limits := DefaultLimits()
	limits.PerAddress, limits.PerAccount = Rate{1e6, 1e6}, Rate{1e6, 1e6}
	limits.SignIn, limits.Reset, limits.Links, limits.Costly = limits.PerAddress, limits.PerAddress, limits.PerAddress, limits.PerAddress
	s.config = Config{
		Accounts: s.accounts,
		Directory: directory.New(directory.Config{
			Store: st, Log: st, Settings: st, Finder: nothingFound{}, Wiper: st, Accounts: st,
			Saved: st, Notes: st, Indexes: st, Marks: highlighted, Now: s.clock.now, NewID: newID,
		}),
		Matching: ranking,
		Sessions: st, Idempotency: st, Page: fstest.MapFS{}, PublicURL: "http://127.0.0.1:8080",
		Now: s.clock.now, NewID: newID, Log: log, Limits: limits, Version: "test",
	}
	s.config.Jobs = testJobs(st, s.config)
	for _, c := range change {
		c(&s.config)
	}
	h, err := New(s.config)
	if err != nil {
		t.Fatal(err)
	}
	s.Server = httptest.NewServer(h)
	t.Cleanup(func() {
		s.Client().CloseIdleConnections()
		s.Close()
	})
	return s
}

// nothingFound searches an index that holds nothing; programme has a real one.
type nothingFound struct{}

func (nothingFound) Search(context.Context, domain.SearchQuery) (domain.SearchResult, error) {
	return domain.SearchResult{Engine: search.EmbeddedName}, nil
}

// highlighted is the marking of words as the program wires it.
func highlighted(s, query string) (out [][2]int) {
	for _, x := range text.Highlight(s, query) {
		out = append(out, [2]int{x.Start, x.End})
	}
	return out
}

// put stores records as the program itself.
func (s *testServer) put(rs ...domain.Record) {
	s.Helper()
	for _, r := range rs {
		if _, err := s.store.Save(s.Context(), r.Ref(), 0, func(domain.Record) (domain.Record, []domain.Event, error) {
			return r, nil, nil
		}); err != nil {
			s.Fatalf("storing %s: %v", r.Ref(), err)
		}
	}
}

// client is one person's browser.
type client struct {
	s    *testServer
	http *http.Client
	role domain.Role
}

// anybody is a browser that nobody is signed in to.
func (s *testServer) anybody() *client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.Fatal(err)
	}
	return &client{s: s, http: &http.Client{Transport: s.Client().Transport, Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}}
}

// as is a person of a role, signed in through the real service. People act for
// company c1, expert e1, investor i1 and institution x1; the record must have
// been stored. The same role is the same person.
func (s *testServer) as(r domain.Role) *client {
	s.Helper()
	if c := s.members[r]; c != nil {
		return c
	}
	c := s.person(string(r)+"@jumpup.example", r, map[domain.Role]string{
		domain.RoleCompany: "c1", domain.RoleExpert: "e1", domain.RoleInvestor: "i1", domain.RoleManager: "x1",
	}[r])
	s.members[r] = c
	return c
}

// person signs in a new person who acts for a record, "" for staff.
func (s *testServer) person(email string, r domain.Role, subject string) *client {
	s.Helper()
	in := accounts.Invitation{Email: email, Role: r, Lang: "en"}
	if subject != "" {
		in.Subject = domain.Ref{Kind: r.SubjectKind(), ID: subject}
	}
	a := domain.System("test")
	u, err := s.accounts.EnsureAccount(s.Context(), a, in)
	if err != nil {
		s.Fatalf("account of %s: %v", email, err)
	}
	h, err := s.accounts.SignInLink(s.Context(), a, u.ID)
	if err != nil {
		s.Fatalf("link of %s: %v", email, err)
	}
	c := s.anybody()
	c.role = r
	c.post("/links/spend", map[string]any{"secret": secretOf(h.URL)}).status(http.StatusOK)
	return c
}

func secretOf(link string) string { return link[strings.Index(link, "#")+1:] }

// reply is a response, read whole.
type reply struct {
	*client
	*http.Response
	what string
	body string
}

// do sends a request to /api/v1 and reads the answer; body may be nil, a
// string, or anything JSON can write. Headers come as pairs.
func (c *client) do(method, path string, body any, headers ...string) *reply {
	c.s.Helper()
	switch {
	case strings.HasPrefix(path, "/api"):
		path = c.s.URL + path
	case !strings.HasPrefix(path, "http"):
		path = c.s.URL + "/api/v1" + path
	}
	var reader io.Reader
	switch b := body.(type) {
	case nil:
	case string:
		reader = strings.NewReader(b)
	default:
		text, err := json.Marshal(b)
		if err != nil {
			c.s.Fatal(err)
		}
		reader = bytes.NewReader(text)
	}
	req, err := http.NewRequestWithContext(c.s.Context(), method, path, reader)
	if err != nil {
		c.s.Fatal(err)
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			req.Host = headers[i+1]
		}
	}
	res, err := c.http.Do(req)
	if err != nil {
		c.s.Fatalf("%s %s: %v", method, path, err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		c.s.Fatalf("%s %s: %v", method, path, err)
	}
	return &reply{client: c, Response: res, what: fmt.Sprintf("%s %s as %q", method, path, c.role), body: string(text)}
}

func (c *client) get(path string, headers ...string) *reply {
	c.s.Helper()
	return c.do(http.MethodGet, path, nil, headers...)
}

func (c *client) post(path string, body any, headers ...string) *reply {
	c.s.Helper()
	return c.do(http.MethodPost, path, body, headers...)
}

// status checks the status; a problem must carry its code and request id.
func (a *reply) status(want int) *reply {
	a.s.Helper()
	if a.StatusCode != want {
		a.s.Fatalf("%s: status %d, want %d: %.600s", a.what, a.StatusCode, want, a.body)
	}
	if want >= 400 {
		var p Problem
		if err := json.Unmarshal([]byte(a.body), &p); err != nil || p.Status != want || p.Code == "" || p.RequestID == "" || p.Detail == "" ||
			a.Header.Get("Content-Type") != problemType {
			a.s.Errorf("%s: not a whole problem (%s): %s", a.what, a.Header.Get("Content-Type"), a.body)
		}
	}
	return a
}

// code checks the code of a problem.
func (a *reply) code(want string) *reply {
	a.s.Helper()
	if !strings.Contains(a.body, `"code":"`+want+`"`) {
		a.s.Errorf("%s: want code %s: %s", a.what, want, a.body)
	}
	return a
}

// has checks that the answer contains every text.
func (a *reply) has(texts ...string) *reply {
	a.s.Helper()
	for _, x := range texts {
		if !strings.Contains(a.body, x) {
			a.s.Errorf("%s: must contain %q: %.2000s", a.what, x, a.body)
		}
	}
	return a
}

// lacks checks that the answer contains none of the texts.
func (a *reply) lacks(texts ...string) *reply {
	a.s.Helper()
	for _, x := range texts {
		if i := strings.Index(a.body, x); i >= 0 {
			a.s.Errorf("%s: must not contain %q: ...%.400s", a.what, x, a.body[max(0, i-200):])
		}
	}
	return a
}

// into reads the answer's JSON.
func (a *reply) into(v any) *reply {
	a.s.Helper()
	if err := json.Unmarshal([]byte(a.body), v); err != nil {
		a.s.Fatalf("%s: %v: %s", a.what, err, a.body)
	}
	return a
}

// invitationOf invites a coordinator.
func invitationOf(email string) accounts.Invitation {
	return accounts.Invitation{Email: email, Role: domain.RoleCoordinator}
}
