package rest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
)

func TestProblems(t *testing.T) {
	secret := errors.New("dial 10.0.0.7: password=hunter2")
	list := domain.Problems{}
	list.Add("email", "is no address")
	list.Add("works[2].title", "is missing")
	for _, c := range []struct {
		err         error
		status      int
		code, field string
		items       int
	}{
		{domain.Errorf(domain.CodeInvalid, "due", "is no day"), 422, "invalid", "due", 1},
		{domain.Errorf(domain.CodeUnauthenticated, "", "sign in"), 401, "unauthenticated", "", 0},
		{domain.Errorf(domain.CodeForbidden, "", "no"), 403, "forbidden", "", 0},
		{domain.Errorf(domain.CodeNotFound, "", "none"), 404, "not_found", "", 0},
		{domain.Errorf(domain.CodeConflict, "state", "no"), 409, "conflict", "state", 0},
		{domain.Errorf(domain.CodeStale, "", "old"), 412, "stale", "", 0},
		{domain.Errorf(domain.CodeRateLimited, "", "slow"), 429, "rate_limited", "", 0},
		{domain.Errorf(domain.CodeUnavailable, "", "later"), 503, "unavailable", "", 0},
		{domain.Errorf(domain.CodeInternal, "table", "password=hunter2"), 500, "internal", "", 0},
		{fmt.Errorf("loading: %w", domain.Errorf(domain.CodeNotFound, "", "none")), 404, "not_found", "", 0},
		{fmt.Errorf("checking: %w", list), 422, "invalid", "email", 2},
		{secret, 500, "internal", "", 0},
		{fmt.Errorf("query: %w", context.DeadlineExceeded), 503, "unavailable", "", 0},
		{context.Canceled, 503, "unavailable", "", 0},
		{huma.Error404NotFound("none"), 404, "not_found", "", 0},
		{problem(http.StatusPreconditionRequired, "send it"), 428, "precondition_required", "", 0},
	} {
		p := problemOf(c.err)
		if p.Status != c.status || p.Code != c.code || p.Field != c.field || len(p.Errors) != c.items || p.Title != http.StatusText(c.status) ||
			p.Type != "urn:jumpup:problem:"+c.code || p.Detail == "" {
			t.Errorf("%v became %+v", c.err, p)
		}
		if c.status == 500 && (p.Detail == "" || p.Detail == c.err.Error()) {
			t.Errorf("%v is told: %s", c.err, p.Detail)
		}
	}
	if fail(nil) != nil {
		t.Error("no error became one")
	}
}

// TestEveryCodeHasAStatus keeps the table whole when codes are added.
func TestEveryCodeHasAStatus(t *testing.T) {
	s := newTestServer(t)
	doc := s.anybody().get("/openapi.json")
	for code, status := range statusOf {
		if got := codeOfStatus(status); got != string(code) {
			t.Errorf("%d is told as %s and as %s", status, code, got)
		}
		doc.has(`"` + string(code) + `"`)
	}
	for _, status := range []int{405, 408, 413, 415, 428} {
		doc.has(`"` + codeOfStatus(status) + `"`)
	}
}

// TestPanics: whatever breaks inside, the client gets the generic problem and
// the log the cause.
func TestPanics(t *testing.T) {
	s := newTestServer(t, func(c *Config) { c.Demo = func() bool { panic("boom-secret") } })
	u := s.withPassword("kim@jumpup.example", invitationOf(""))
	s.anybody().signIn(u.Email, goodPassword).status(http.StatusInternalServerError).code("internal").lacks("boom-secret")
	for _, x := range []string{"boom-secret", `"msg":"panic"`, `"status":500`} {
		if !strings.Contains(s.logs.String(), x) {
			t.Errorf("the log lacks %s", x)
		}
	}
}
