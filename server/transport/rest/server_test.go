package rest

import (
	"net/http"
	"testing"

	"jumpup/server/domain"
)

func TestHarness(t *testing.T) {
	s := newTestServer(t)
	s.put(&domain.Company{ID: "c1", Name: domain.PlainText("Hanbit")})
	s.as(domain.RoleCompany).get("/me").status(http.StatusOK).has(`"role":"company"`, `"Hanbit"`, "needs.create").lacks("import")
	s.anybody().get("/me").status(http.StatusUnauthorized).code("unauthenticated")
}
