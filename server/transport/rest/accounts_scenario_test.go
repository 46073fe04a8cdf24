package rest

import (
	"net/http"
	"strings"
	"testing"

	"jumpup/server/domain"
)

var rolesAndNobody = []domain.Role{
	"", domain.RoleCompany, domain.RoleExpert, domain.RoleInvestor, domain.RoleManager, domain.RoleCoordinator, domain.RoleAdministrator,
}

// subjects stores the records that people act for.
func (s *testServer) subjects() {
	s.put(
		&domain.Institution{ID: "x1", Name: domain.PlainText("First House")},
		&domain.Company{ID: "c1", Name: domain.PlainText("Hanbit Precision"), RegistrationNo: "SECRET-reg"},
		&domain.Expert{ID: "e1", Name: domain.PlainText("Kim Ha"), Institution: "x1"},
		&domain.Investor{ID: "i1", Name: domain.PlainText("Tan Capital")},
	)
}

// actors gives a client per role, nobody included.
func (s *testServer) actors() map[domain.Role]*client {
	out := map[domain.Role]*client{}
	for _, r := range rolesAndNobody {
		if r == "" {
			out[r] = s.anybody()
		} else {
			out[r] = s.as(r)
		}
	}
	return out
}

// TestAccountsByRole: every route of accounts for every role, with what an
// answer must and must not contain.
func TestAccountsByRole(t *testing.T) {
	s := newTestServer(t)
	s.subjects()
	who := s.actors()
	var company, coordinator, boss User
	who[domain.RoleCompany].get("/me").into(&company)
	who[domain.RoleCoordinator].get("/me").into(&coordinator)
	who[domain.RoleAdministrator].get("/me").into(&boss)
	var open, staff IssuedInvitation
	who[domain.RoleAdministrator].post("/invitations", map[string]any{
		"role": "company", "email": "guest@c1.example", "subject": map[string]string{"kind": "company", "id": "c1"},
	}).status(http.StatusCreated).into(&open)
	who[domain.RoleAdministrator].post("/invitations", map[string]any{"role": "administrator"}).status(http.StatusCreated).into(&staff)

	onlyStaff := func(ok int) [7]int { return [7]int{401, 403, 403, 403, 403, ok, ok} }
	onlyBoss := func(ok int) [7]int { return [7]int{401, 403, 403, 403, 403, 403, ok} }
	all := func(ok int) [7]int { return [7]int{401, ok, ok, ok, ok, ok, ok} }
	anybody := func(ok int) [7]int { return [7]int{ok, ok, ok, ok, ok, ok, ok} }
	never := []string{"argon2", "SECRET", secretOf(open.Link), secretOf(staff.Link), `"epoch"`, `"hash"`}
	invite := func(role string) map[string]any { return map[string]any{"role": role} }
	withSubject := map[string]any{"role": "company", "subject": map[string]string{"kind": "company", "id": "c1"}}
	for _, c := range []struct {
		method, path string
		body         any
		status       [7]int
		has          []string
	}{
		{"GET", "/me", nil, all(200), []string{`"can":[`, `"version"`}},
		{"PATCH", "/me", map[string]string{"lang": "en"}, all(200), []string{`"lang":"en"`}},
		{"GET", "/users", nil, onlyStaff(200), []string{"company@jumpup.example", "Hanbit Precision", `"has_password":false`}},
		{"GET", "/users/" + company.ID, nil, onlyStaff(200), []string{"company@jumpup.example"}},
		{"GET", "/users/none", nil, onlyStaff(404), nil},
		{"PATCH", "/users/" + company.ID, map[string]bool{"disabled": false}, onlyStaff(200), []string{"company@jumpup.example"}},
		{"PATCH", "/users/" + coordinator.ID, map[string]bool{"disabled": false}, onlyBoss(200), nil},
		{"PATCH", "/users/" + boss.ID, map[string]any{"role": "coordinator"}, onlyBoss(409), []string{"last administrator"}},
		{"POST", "/users/" + company.ID + "/reset-link", nil, onlyStaff(201), []string{"/link#", `"ko":`, `"en":`}},
		{"POST", "/users/" + boss.ID + "/reset-link", nil, onlyBoss(201), nil},
		{"GET", "/invitations", nil, onlyStaff(200), []string{"guest@c1.example", `"state":"open"`, `"state":"spent"`}},
		{"POST", "/invitations", withSubject, onlyStaff(201), []string{"/link#", "Hanbit Precision", "도약 프로그램"}},
		{"POST", "/invitations", invite("coordinator"), onlyBoss(201), []string{"/link#"}},
		{"POST", "/invitations", invite("administrator"), onlyBoss(201), []string{"/link#"}},
		{"POST", "/invitations", invite("company"), onlyStaff(422), []string{`"field":"subject"`}},
		{"POST", "/invitations", invite("system"), [7]int{401, 422, 422, 422, 422, 422, 422}, nil},
		{"POST", "/invitations/none/renew", nil, onlyStaff(404), nil},
		{"POST", "/invitations/" + staff.ID + "/renew", nil, onlyBoss(201), []string{"/link#"}},
		{"DELETE", "/invitations/" + open.ID, nil, onlyStaff(204), nil},
		{"DELETE", "/invitations/none", nil, onlyStaff(404), nil},
		{"POST", "/links/peek", map[string]string{"secret": "none"}, anybody(404), nil},
		{"POST", "/links/spend", map[string]string{"secret": "none"}, anybody(404), nil},
		{"POST", "/password-reset", map[string]string{"email": "company@jumpup.example"}, anybody(202), nil},
		{"POST", "/password-reset", map[string]string{"email": "stranger@jumpup.example"}, anybody(202), nil},
		{"POST", "/password", map[string]string{"current": "x", "next": "another good password"}, all(422), []string{`"field":"current"`}},
	} {
		for i, r := range rolesAndNobody {
			want := c.status[i]
			a := who[r].do(c.method, c.path, c.body, "If-Match", "*").status(want).lacks(never...)
			if want < 300 || want > 403 {
				a.has(c.has...)
			}
			if want == 403 || want == 401 {
				a.lacks("@jumpup.example", "@c1.example", "Hanbit", "/link#")
			}
		}
	}
}

// TestLinksOverHTTP walks an invitation from the coordinator's screen to the
// first request of the new account.
func TestLinksOverHTTP(t *testing.T) {
	s := newTestServer(t)
	s.subjects()
	var issued IssuedInvitation
	s.as(domain.RoleCoordinator).post("/invitations", map[string]any{
		"role": "expert", "subject": map[string]string{"kind": "expert", "id": "e1"}, "name": map[string]string{"ko": "김하", "en": "Kim Ha"}, "lang": "en",
	}).status(http.StatusCreated).into(&issued)
	if !strings.HasPrefix(issued.Link, "http://127.0.0.1:8080/link#") || !strings.Contains(issued.Texts.En.Text, issued.Link) || issued.Mailed {
		t.Fatalf("issued %+v", issued)
	}
	secret := secretOf(issued.Link)
	c := s.anybody()
	for range 2 {
		c.post("/links/peek", map[string]string{"secret": secret}).status(http.StatusOK).
			has(`"kind":"invitation"`, `"role":"expert"`, `"needs_email":true`, `"needs_password":true`, "김하")
	}
	spend := func(email, password string) *reply {
		return c.post("/links/spend", map[string]string{"secret": secret, "email": email, "password": password})
	}
	spend("", goodPassword).status(http.StatusUnprocessableEntity).has(`"field":"email"`)
	spend("kim@inst.example", "short").status(http.StatusUnprocessableEntity).has(`"field":"password"`)
	spend("coordinator@jumpup.example", goodPassword).status(http.StatusConflict).has(`"field":"email"`)
	spend("Kim@Inst.example", goodPassword).status(http.StatusOK).has(`"email":"kim@inst.example"`, `"lang":"en"`, "Kim Ha")
	c.get("/me").status(http.StatusOK).has(`"kind":"expert"`, `"id":"e1"`)
	spend("lee@inst.example", goodPassword).status(http.StatusNotFound).has(`"field":"secret"`)
	s.anybody().post("/links/peek", map[string]string{"secret": secret}).status(http.StatusNotFound)
	s.anybody().signIn("kim@inst.example", goodPassword).status(http.StatusOK)
}

func TestResetOverHTTP(t *testing.T) {
	s := newTestServer(t)
	s.mailbox.ready = true
	s.withPassword("kim@jumpup.example", invitationOf(""))
	c := s.anybody()
	sent := len(s.mailbox.mails)
	known := c.post("/password-reset", map[string]string{"email": "KIM@jumpup.example"}).status(http.StatusAccepted)
	unknown := c.post("/password-reset", map[string]string{"email": "lee@jumpup.example"}).status(http.StatusAccepted)
	if known.body != unknown.body || len(known.Header) != len(unknown.Header) {
		t.Errorf("answers differ: %q %v and %q %v", known.body, known.Header, unknown.body, unknown.Header)
	}
	s.accounts.Close()
	if len(s.mailbox.mails) != sent+1 {
		t.Fatalf("%d mails, want one more than %d", len(s.mailbox.mails), sent)
	}
	_, link, _ := strings.Cut(s.mailbox.mails[sent].Text, "#")
	secret, _, _ := strings.Cut(link, "\n")
	c.post("/links/peek", map[string]string{"secret": secret}).status(http.StatusOK).has(`"kind":"reset"`, `"needs_email":false`)
	c.post("/links/spend", map[string]string{"secret": secret, "password": "another good password"}).status(http.StatusOK)
	c.get("/me").status(http.StatusOK)
}

func TestVersions(t *testing.T) {
	s := newTestServer(t)
	s.subjects()
	c := s.as(domain.RoleAdministrator)
	var u User
	s.as(domain.RoleCompany).get("/me").into(&u)
	path := "/users/" + u.ID
	r := c.get(path).status(http.StatusOK)
	tag := r.Header.Get("ETag")
	if nm := c.get(path, "If-None-Match", tag).status(http.StatusNotModified); nm.body != "" || nm.Header.Get("ETag") != tag {
		t.Errorf("304 with %q, ETag %q", nm.body, nm.Header.Get("ETag"))
	}
	c.get(path, "If-None-Match", `"77", W/`+tag).status(http.StatusNotModified)
	c.get(path, "If-None-Match", `"77"`).status(http.StatusOK)
	off := false
	change := func(h ...string) *reply {
		off = !off
		return c.do(http.MethodPatch, path, map[string]bool{"disabled": off}, h...)
	}
	change().status(http.StatusPreconditionRequired).code("precondition_required")
	for _, bad := range []string{`"77"`, `"x"`, `7`, `W/` + tag, `""`, `"-1"`, `"99999999999999999999"`} {
		change("If-Match", bad).status(http.StatusPreconditionFailed).code("stale")
	}
	change("If-Match", tag).status(http.StatusOK)
	change("If-Match", tag).status(http.StatusPreconditionFailed)
	change("If-Match", "*").status(http.StatusOK)
}

func TestDemonstrationMark(t *testing.T) {
	on := false
	s := newTestServer(t, func(c *Config) { c.Demo = func() bool { return on } })
	c := s.as(domain.RoleCoordinator)
	c.get("/me").has(`"demo":false`)
	on = true
	c.get("/me").has(`"demo":true`)
}
