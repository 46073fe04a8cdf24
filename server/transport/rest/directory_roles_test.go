package rest

import (
	"net/http"
	"slices"
	"testing"

	"jumpup/server/domain"
)

// TestWhoSeesWhat walks every list as every role: exactly these ids, and
// nothing private.
func TestWhoSeesWhat(t *testing.T) {
	s := programme(t)
	type seen map[domain.Role][]string
	all := func(ids ...string) seen {
		out := seen{}
		for _, r := range everyRole {
			out[r] = ids
		}
		return out
	}
	but := func(base seen, change seen) seen {
		for r, ids := range change {
			base[r] = ids
		}
		return base
	}
	cases := []struct {
		path string
		want seen
	}{
		{"/institutions", but(all("x1", "x2"), seen{domain.RoleInvestor: nil, domain.RoleManager: {"x1"}})},
		{"/cohorts", all("k1")},
		{"/companies", but(all("c1", "c2", "c3"), seen{
			domain.RoleCompany: {"c1"}, domain.RoleExpert: {"c1", "c3"}, domain.RoleInvestor: {"c1", "c3"}, domain.RoleManager: nil,
		})},
		{"/needs", but(all("n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8"), seen{
			domain.RoleCompany: {"n1", "n2", "n3", "n4"}, domain.RoleExpert: {"n1", "n8"}, domain.RoleInvestor: {"n2"}, domain.RoleManager: nil,
		})},
		{"/experts", but(all("e1", "e2"), seen{domain.RoleExpert: {"e1"}, domain.RoleInvestor: nil, domain.RoleManager: {"e1"}})},
		{"/investors", but(all("i1", "i2"), seen{domain.RoleExpert: nil, domain.RoleInvestor: {"i1"}, domain.RoleManager: nil})},
		{"/people", but(all("p1", "p2", "p3"), seen{
			domain.RoleCompany: {"p1"}, domain.RoleExpert: nil, domain.RoleInvestor: {"p3"}, domain.RoleManager: nil,
		})},
	}
	for _, c := range cases {
		for _, role := range everyRole {
			a := s.as(role).get(c.path + "?total=true").status(http.StatusOK)
			var list List[struct{ ID string }]
			a.into(&list)
			var got []string
			for _, it := range list.Items {
				got = append(got, it.ID)
			}
			if !slices.Equal(got, c.want[role]) || list.Total == nil || *list.Total != len(c.want[role]) {
				t.Errorf("%s as %s: %v (total %v), want %v", c.path, role, got, list.Total, c.want[role])
			}
			for _, id := range c.want[domain.RoleAdministrator] {
				one := s.as(role).get(c.path + "/" + id)
				if slices.Contains(c.want[role], id) {
					one.status(http.StatusOK)
				} else {
					one.status(http.StatusNotFound).lacks("SECRET", "Shy")
				}
			}
		}
		s.anybody().get(c.path).status(http.StatusUnauthorized)
	}
}

// TestPrivateFields: who must see a private value, and who must not.
func TestPrivateFields(t *testing.T) {
	s := programme(t)
	staff := []domain.Role{domain.RoleCoordinator, domain.RoleAdministrator}
	cases := []struct {
		path  string
		texts []string
		see   []domain.Role // beside staff; the others must not
	}{
		{"/institutions/x1", []string{"SECRET-x", "41"}, []domain.Role{domain.RoleManager}},
		{"/companies/c1", []string{"SECRET-reg", "987654321", "SECRET-cert", "SECRET-hidden"}, []domain.Role{domain.RoleCompany}},
		{"/companies", []string{"SECRET-reg", "987654321", "SECRET-cert", "SECRET-hidden"}, []domain.Role{domain.RoleCompany}},
		{"/needs/n1", []string{"SECRET remark", `"holder"`, `"priority"`, `"state_by"`}, []domain.Role{domain.RoleCompany}},
		{"/needs", []string{"SECRET remark", `"holder"`}, []domain.Role{domain.RoleCompany}},
		{"/experts/e1", []string{"SECRET-client", "SECRET-e"}, []domain.Role{domain.RoleExpert, domain.RoleManager}},
		{"/experts/e2", []string{"SECRET-client", "SECRET-e"}, nil},
		{"/experts", []string{"SECRET-client"}, []domain.Role{domain.RoleExpert, domain.RoleManager}},
		{"/investors/i1", []string{"SECRET-i", `"capacity"`}, []domain.Role{domain.RoleInvestor}},
		{"/people/p1", []string{"one@c1.example", "+82 10 1111"}, []domain.Role{domain.RoleCompany}},
		{"/people", []string{"two@c2.example"}, nil},
		{"/search?q=need", []string{"need n3"}, []domain.Role{domain.RoleCompany}},
		{"/search?q=need", []string{"need n5"}, nil},
		{"/search?q=shy", []string{"Shy Works"}, nil},
	}
	for _, c := range cases {
		for _, role := range everyRole {
			a := s.as(role).get(c.path)
			if slices.Contains(staff, role) || slices.Contains(c.see, role) {
				a.status(http.StatusOK).has(c.texts...)
			} else {
				a.lacks(c.texts...)
			}
		}
	}
	for _, q := range []string{"SECRET", "one@c1", "987654321"} {
		for _, role := range everyRole {
			s.as(role).get("/search?q=" + q).status(http.StatusOK).has(`"hits":[]`)
		}
	}
}

// TestFacetsDoNotLeak: counts are over what the actor may see.
func TestFacetsDoNotLeak(t *testing.T) {
	s := programme(t)
	s.as(domain.RoleCoordinator).get("/companies?facets=region,stage").status(200).has(`{"value":"부산","count":1}`, `{"value":"seed","count":2}`)
	s.as(domain.RoleInvestor).get("/companies?facets=region,stage").status(200).lacks("부산").has(`{"value":"seed","count":1}`)
	s.as(domain.RoleExpert).get("/needs?facets=state,topic").status(200).lacks("draft", "filed").has(`{"value":"export","count":2}`)
	// The values of an attribute stay choosable while one of them is chosen.
	s.as(domain.RoleCoordinator).get("/companies?facets=stage,region&stage=seed").status(200).
		has(`{"value":"series-a","count":1}`, `{"value":"부산","count":1}`).lacks(`{"value":"경기"`)
	for _, role := range []domain.Role{domain.RoleExpert, domain.RoleInvestor} {
		for _, q := range []string{"/needs?holder=company", "/needs?priority=4", "/needs?facets=holder", "/needs?facets=priority", "/needs?sort=due"} {
			s.as(role).get(q).status(http.StatusUnprocessableEntity)
		}
	}
	s.as(domain.RoleCompany).get("/needs?holder=coordinator&sort=due&facets=holder").status(200)
}

// TestWhoChangesWhat: every action as every role that must not.
func TestWhoChangesWhat(t *testing.T) {
	s := programme(t)
	refused := []struct {
		role         domain.Role
		method, path string
		body         any
		status       int
	}{
		{domain.RoleCompany, "POST", "/companies", map[string]any{"name": "x"}, 403},
		{domain.RoleCompany, "POST", "/experts", map[string]any{"name": "x"}, 403},
		{domain.RoleCompany, "POST", "/needs", map[string]any{"kind": "directing", "company": "c2"}, 403},
		{domain.RoleCompany, "PUT", "/companies/c1", map[string]any{"name": "x", "cohort": "k2"}, 403},
		{domain.RoleCompany, "PUT", "/companies/c1", map[string]any{"registration_no": "1"}, 403},
		{domain.RoleCompany, "PUT", "/companies/c2", map[string]any{"name": "x"}, 404},
		{domain.RoleCompany, "PUT", "/needs/n5", map[string]any{"kind": "directing"}, 404},
		{domain.RoleCompany, "PUT", "/experts/e1", map[string]any{"name": "x"}, 403},
		{domain.RoleCompany, "DELETE", "/needs/n1", nil, 403},
		{domain.RoleCompany, "DELETE", "/companies/c1", nil, 403},
		{domain.RoleCompany, "POST", "/needs/n1/steps", map[string]any{"step": "match"}, 403},
		{domain.RoleCompany, "POST", "/needs/n5/steps", map[string]any{"step": "close", "remark": "x"}, 404},
		{domain.RoleExpert, "PUT", "/experts/e1", map[string]any{"institution": "x2"}, 403},
		{domain.RoleExpert, "PUT", "/experts/e1", map[string]any{"conflicts": []string{"c1"}}, 403},
		{domain.RoleExpert, "PUT", "/experts/e2", map[string]any{"name": "x"}, 404},
		{domain.RoleExpert, "PUT", "/needs/n1", map[string]any{"kind": "directing"}, 403},
		{domain.RoleExpert, "POST", "/needs/n1/steps", map[string]any{"step": "match"}, 403},
		{domain.RoleExpert, "POST", "/needs", map[string]any{"kind": "directing", "company": "c1"}, 403},
		{domain.RoleInvestor, "PUT", "/investors/i2", map[string]any{"name": "x"}, 404},
		{domain.RoleInvestor, "PUT", "/companies/c1", map[string]any{"name": "x"}, 403},
		{domain.RoleInvestor, "PUT", "/people/p1", map[string]any{"name": "x"}, 404},
		{domain.RoleManager, "PUT", "/experts/e2", map[string]any{"load": 1}, 404},
		{domain.RoleManager, "PUT", "/experts/e1", map[string]any{"summary": "x"}, 403},
		{domain.RoleManager, "POST", "/experts", map[string]any{"name": "x", "institution": "x2"}, 403},
		{domain.RoleManager, "DELETE", "/experts/e1", nil, 403},
		{domain.RoleManager, "GET", "/institutions/x2/roster", nil, 404},
		{domain.RoleExpert, "GET", "/institutions/x1/roster", nil, 403},
		{domain.RoleCoordinator, "PUT", "/settings", map[string]any{"name": "x"}, 403},
		{domain.RoleCoordinator, "POST", "/demo/remove", map[string]any{"confirm": "demo"}, 403},
		{domain.RoleCoordinator, "GET", "/accesses", nil, 403},
		{domain.RoleCompany, "GET", "/audit", nil, 403},
		{domain.RoleManager, "GET", "/audit/verify", nil, 403},
		{domain.RoleManager, "GET", "/overview", nil, 403},
		{domain.RoleExpert, "GET", "/companies/c1/eligibility?cohort=k1", nil, 403},
	}
	for _, c := range refused {
		s.as(c.role).do(c.method, c.path, c.body, "If-Match", "*").status(c.status).lacks("SECRET")
		if a := s.anybody().do(c.method, c.path, c.body, "If-Match", "*"); a.StatusCode != http.StatusUnauthorized {
			t.Errorf("%s %s as nobody: %d", c.method, c.path, a.StatusCode)
		}
	}
}
