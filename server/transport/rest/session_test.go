package rest

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"jumpup/server/domain"
	"jumpup/server/service/accounts"
)

const goodPassword = "four plain words here"

// withPassword makes an account that signs in with goodPassword.
func (s *testServer) withPassword(email string, in accounts.Invitation) domain.User {
	s.Helper()
	in.Email = email
	h, err := s.accounts.Invite(s.Context(), domain.System("test"), in)
	if err != nil {
		s.Fatal(err)
	}
	u, err := s.accounts.Spend(s.Context(), secretOf(h.URL), accounts.Spending{Password: goodPassword})
	if err != nil {
		s.Fatal(err)
	}
	return u
}

func (c *client) signIn(email, password string) *reply {
	c.s.Helper()
	return c.post("/sign-in", map[string]string{"email": email, "password": password})
}

// token is the client's cookie.
func (c *client) token() string {
	u, err := url.Parse(c.s.URL)
	if err != nil {
		c.s.Fatal(err)
	}
	for _, k := range c.http.Jar.Cookies(u) {
		if k.Name == "jumpup" {
			return k.Value
		}
	}
	return ""
}

// with makes a client that sends a token of somebody's choice.
func (s *testServer) with(token string) *client {
	c := s.anybody()
	u, err := url.Parse(s.URL)
	if err != nil {
		s.Fatal(err)
	}
	c.http.Jar.SetCookies(u, []*http.Cookie{{Name: "jumpup", Value: token, Path: "/"}})
	return c
}

func TestSignInAndOut(t *testing.T) {
	s := newTestServer(t)
	s.withPassword("kim@jumpup.example", invitationOf(""))
	c := s.anybody()
	c.get("/me").status(http.StatusUnauthorized)
	c.signIn("kim@jumpup.example", "wrong").status(http.StatusUnauthorized).code("unauthenticated").lacks("kim@")
	c.signIn("KIM@jumpup.example ", goodPassword).status(http.StatusOK).has(`"email":"kim@jumpup.example"`).lacks("argon2", goodPassword)
	c.get("/me").status(http.StatusOK)
	old := c.token()
	c.post("/sign-out", nil).status(http.StatusNoContent)
	if c.token() != "" {
		t.Error("the cookie stays after signing out")
	}
	s.with(old).get("/me").status(http.StatusUnauthorized)
	s.anybody().post("/sign-out", nil).status(http.StatusNoContent)
}

// TestTokenIsNewAtSignIn: a token that somebody planted before is worth
// nothing afterwards, nor is the token of the sign-in before.
func TestTokenIsNewAtSignIn(t *testing.T) {
	s := newTestServer(t)
	s.withPassword("kim@jumpup.example", invitationOf(""))
	planted := "planted-by-somebody-else-0123456789abcdefghi"
	c := s.with(planted)
	c.signIn("kim@jumpup.example", goodPassword).status(http.StatusOK)
	first := c.token()
	if first == planted || first == "" {
		t.Fatalf("the token is %q", first)
	}
	s.with(planted).get("/me").status(http.StatusUnauthorized)
	c.signIn("kim@jumpup.example", goodPassword).status(http.StatusOK)
	if c.token() == first {
		t.Error("signing in again kept the token")
	}
	s.with(first).get("/me").status(http.StatusUnauthorized)
	c.get("/me").status(http.StatusOK)
}

func TestSignInsRunOut(t *testing.T) {
	s := newTestServer(t)
	c := s.as(domain.RoleCoordinator)
	for range 3 { // used now and then: it goes on
		s.clock.forward(9 * 24 * time.Hour)
		c.get("/me").status(http.StatusOK)
	}
	s.clock.forward(3*24*time.Hour - time.Second)
	c.get("/me").status(http.StatusOK)
	s.clock.forward(time.Second) // thirty days since it began
	c.get("/me").status(http.StatusUnauthorized)

	idle := s.person("idle@jumpup.example", domain.RoleCoordinator, "")
	s.clock.forward(14*24*time.Hour - time.Second)
	idle.get("/me").status(http.StatusOK)
	s.clock.forward(14 * 24 * time.Hour)
	idle.get("/me").status(http.StatusUnauthorized)
	idle.get("/me").status(http.StatusUnauthorized)
}

func TestSignInsEndWithWhatTheyRestOn(t *testing.T) {
	s := newTestServer(t)
	s.put(&domain.Company{ID: "c1"}, &domain.Investor{ID: "i1"})
	boss := s.as(domain.RoleAdministrator)
	for name, do := range map[string]func(c *client, me User){
		"everywhere": func(c *client, _ User) { c.post("/sign-out-everywhere", nil).status(http.StatusNoContent) },
		"by staff":   func(_ *client, me User) { boss.post("/users/"+me.ID+"/sign-out", nil).status(http.StatusNoContent) },
		"disabled": func(_ *client, me User) {
			boss.do(http.MethodPatch, "/users/"+me.ID, map[string]any{"disabled": true}, "If-Match", "*").status(http.StatusOK)
		},
		"another role": func(_ *client, me User) {
			body := map[string]any{"role": "investor", "subject": map[string]string{"kind": "investor", "id": "i1"}}
			boss.do(http.MethodPatch, "/users/"+me.ID, body, "If-Match", "*").status(http.StatusOK).has(`"role":"investor"`)
		},
	} {
		var me User
		one := s.person(name[:2]+"@jumpup.example", domain.RoleCompany, "c1")
		one.get("/me").status(http.StatusOK).into(&me)
		do(one, me)
		one.get("/me").status(http.StatusUnauthorized)
	}
}

func TestPasswordChange(t *testing.T) {
	s := newTestServer(t)
	s.withPassword("kim@jumpup.example", invitationOf(""))
	here, there := s.anybody(), s.anybody()
	here.signIn("kim@jumpup.example", goodPassword).status(http.StatusOK)
	there.signIn("kim@jumpup.example", goodPassword).status(http.StatusOK)
	change := func(current, next string) *reply {
		return here.post("/password", map[string]string{"current": current, "next": next})
	}
	change("wrong password", "another good one").status(http.StatusUnprocessableEntity).has(`"field":"current"`).lacks("wrong password")
	change(goodPassword, "password123").status(http.StatusUnprocessableEntity).has(`"field":"next"`, "most common").lacks("password123")
	change(goodPassword, "another good one").status(http.StatusOK)
	here.get("/me").status(http.StatusOK)
	there.get("/me").status(http.StatusUnauthorized)
	there.signIn("kim@jumpup.example", goodPassword).status(http.StatusUnauthorized)
	there.signIn("kim@jumpup.example", "another good one").status(http.StatusOK)
}

func TestSecretsAreNotEchoed(t *testing.T) {
	s := newTestServer(t)
	c := s.anybody()
	long := "x-secret-x"
	for len(long) < 1100 {
		long += "0123456789"
	}
	c.post("/sign-in", map[string]any{"email": "a@b.example", "password": long}).status(http.StatusUnprocessableEntity).lacks("x-secret-x")
	c.post("/sign-in", map[string]any{"email": "a@b.example", "password": 12345678}).status(http.StatusUnprocessableEntity).lacks("12345678")
	c.post("/sign-in", `{"email":"a@b.example","password":"x-secret-x"`).status(http.StatusBadRequest).lacks("x-secret-x")
	c.post("/links/peek", map[string]any{"secret": "x-secret-x"}).status(http.StatusNotFound).lacks("x-secret-x")
	if logs := s.logs.String(); logs == "" {
		t.Error("nothing was logged")
	}
}
