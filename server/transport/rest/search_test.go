package rest

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"jumpup/server/backend/store"
	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// gossip is an engine that answers everybody with everything it ever heard of.
type gossip struct{ hits []domain.Hit }

func (g *gossip) heard(rs ...domain.Record) {
	for _, r := range rs {
		g.hits = append(g.hits, domain.Hit{Ref: r.Ref(), Score: 0.5})
		if inv, ok := r.(*domain.Investor); ok {
			for i := range inv.Portfolio {
				g.hits = append(g.hits, domain.Hit{Ref: domain.PortfolioRef(inv.ID, i), Score: 0.5})
			}
		}
	}
}

func (g *gossip) Search(_ context.Context, q domain.SearchQuery) (domain.SearchResult, error) {
	res := domain.SearchResult{Engine: "gossip", Degraded: true, Reading: domain.ReadTypo}
	for _, h := range g.hits {
		if slices.Contains(q.Kinds, h.Ref.Kind) {
			res.Hits = append(res.Hits, h)
		}
	}
	if res.Total = len(res.Hits); q.Limit > 0 && len(res.Hits) > q.Limit {
		res.Hits = res.Hits[:q.Limit]
	}
	return res, nil
}

// gossiping serves the world and two portfolios over such an engine.
func gossiping(t *testing.T) *testServer {
	t.Helper()
	g := &gossip{}
	s := newTestServer(t, func(c *Config) {
		st := c.Sessions.(*store.Store)
		c.Directory = directory.New(directory.Config{
			Store: st, Log: st, Settings: st, Finder: g, Wiper: st, Accounts: st,
			Saved: st, Notes: st, Indexes: st, Marks: highlighted, Now: c.Now, NewID: c.NewID,
		})
	})
	s.put(world()...)
	more := []domain.Record{
		&domain.Investor{ID: "i1", Name: domain.PlainText("Tan Capital"), Conflicts: []string{"SECRET-i"}, Portfolio: []domain.Deal{{Name: "Acme Gears", City: "Singapore"}}},
		&domain.Investor{ID: "i2", Name: domain.PlainText("Rim Fund"), Portfolio: []domain.Deal{{Name: "Rim Gears"}}, Thesis: domain.PlainText("We look far.\nThen we back deep sea gears 🙂 in 부산 and ports. Nothing else.")},
		&domain.Company{ID: "c4", Name: domain.Text{Ko: "🙂 부산 기어", En: "Busan Gears"}, Region: "부산", Stage: "growth", Summary: domain.PlainText("SECRET no more")},
		&domain.Company{ID: "c5", Name: domain.PlainText("Gone Works")},
	}
	s.put(more...)
	g.heard(world()...)
	g.heard(more...)
	s.as(domain.RoleCoordinator).do("DELETE", "/companies/c5", nil, "If-Match", "*").status(http.StatusNoContent)
	return s
}

// TestSearchAsEveryRole: of an engine that knows no secrets from anybody, each
// role gets what it may see, marked, and nothing else.
func TestSearchAsEveryRole(t *testing.T) {
	s := gossiping(t)
	portfolio := `"kind":"portfolio","id":"i1/0","name":"Acme Gears","detail":"Singapore","name_marks":{"plain":[[5,10]]},"detail_marks":{},"score":0.5,"parent":{"kind":"investor","id":"i1","name":"Tan Capital"}`
	thesis := `"snippet":{"field":"thesis","text":"Then we back deep sea gears 🙂 in 부산 and ports.","marks":[[22,27],[34,36]]}`
	busan := `"name":{"ko":"🙂 부산 기어","en":"Busan Gears"},"detail":"부산","name_marks":{"ko":[[3,5]],"en":[[6,11]]},"detail_marks":{"plain":[[0,2]]}`
	cases := map[domain.Role]struct {
		has, lacks []string
	}{
		domain.RoleCompany: {
			[]string{portfolio, `"id":"i2/0"`, thesis, `"need n3"`, "Park One", `{"kind":"company","count":1}`, `{"kind":"need","count":4}`, `{"kind":"portfolio","count":2}`, `{"kind":"person","count":1}`},
			[]string{"Busan", "Shy", "Open Works", "need n5", "Park Two", "Tan Three"},
		},
		domain.RoleExpert: {
			[]string{busan, "Open Works", "need n8", `{"kind":"company","count":3}`, `{"kind":"need","count":2}`, `{"kind":"expert","count":1}`},
			[]string{"Gears 🙂", "Acme", "Rim", "Tan", "Shy", "need n5", "need n3", "need n4", "Lee Bo", "Park", `"kind":"portfolio"`, `"kind":"investor"`},
		},
		domain.RoleInvestor: {
			[]string{busan, portfolio, `{"kind":"portfolio","count":1}`, `{"kind":"investor","count":1}`, "Tan Three", "need n2"},
			[]string{"Rim", "Shy", "need n6", "need n1\"", "Kim Ha", "Lee Bo", "House", "Park"},
		},
		domain.RoleManager: {
			[]string{"First House", "Kim Ha", `{"kind":"expert","count":1}`},
			[]string{"Busan", "Works", "need n", "Tan", "Rim", "Lee Bo", "Second House", "Park", `"kind":"company"`},
		},
		domain.RoleCoordinator:   {[]string{busan, portfolio, "Shy Works", "need n5", "Park Two", `{"kind":"company","count":4}`, `{"kind":"need","count":8}`}, nil},
		domain.RoleAdministrator: {[]string{busan, portfolio, "Shy Works", "need n5", "Park Two"}, nil},
	}
	for _, role := range everyRole {
		a := s.as(role).get("/search?limit=100&q=" + url.QueryEscape("gears 부산")).status(200).
			has(append(cases[role].has, `"engine":"gossip"`, `"degraded":true`, `"reading":"typo"`)...).
			lacks(append(cases[role].lacks, "SECRET-", "SECRET remark", "Gone Works", "one@c1.example")...)
		var found SearchAnswer
		a.into(&found)
		counted, hits := map[string]int{}, map[string]int{}
		for _, c := range found.Counts {
			counted[c.Kind] = c.Count
		}
		for _, h := range found.Hits {
			hits[h.Kind]++
		}
		if fmt.Sprint(counted) != fmt.Sprint(hits) {
			t.Errorf("%s: counts %v, hits %v", role, counted, hits)
		}
		var narrow SearchAnswer
		s.as(role).get("/search?kind=institution&kind=portfolio&limit=1&q=x").status(200).into(&narrow)
		if len(narrow.Hits) > 1 || len(narrow.Counts) != 0 && fmt.Sprint(narrow.Counts) != fmt.Sprint(found.Counts) {
			t.Errorf("%s, narrowed: %d hits, counts %v, want %v", role, len(narrow.Hits), narrow.Counts, found.Counts)
		}
	}
	s.anybody().get("/search?q=x").status(http.StatusUnauthorized)
	staff := s.as(domain.RoleCoordinator)
	for path, place := range map[string]string{
		"/search": "query.q", "/search?q=": "query.q", "/search?q=+": `"q"`, "/search?q=x&limit=0": "query.limit", "/search?q=x&limit=101": "query.limit",
		"/search?q=x&kind=cohort": "query.kind", "/search?q=x&typing=maybe": "query.typing", "/search?q=" + strings.Repeat("a", 201): "query.q",
	} {
		staff.get(path).status(422).has(place)
	}
}

// TestListsByWordsOverHTTP: what search adds to a list, as every role.
func TestListsByWordsOverHTTP(t *testing.T) {
	s := gossiping(t)
	ids := map[string]map[domain.Role][]string{
		"/companies": {
			domain.RoleCompany: {"c1"}, domain.RoleExpert: {"c1", "c3", "c4"}, domain.RoleInvestor: {"c1", "c3", "c4"}, domain.RoleManager: nil,
			domain.RoleCoordinator: {"c1", "c2", "c3", "c4"}, domain.RoleAdministrator: {"c1", "c2", "c3", "c4"},
		},
		"/needs": {
			domain.RoleCompany: {"n1", "n2", "n3", "n4"}, domain.RoleExpert: {"n1", "n8"}, domain.RoleInvestor: {"n2"}, domain.RoleManager: nil,
			domain.RoleCoordinator: {"n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8"}, domain.RoleAdministrator: {"n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8"},
		},
		"/people": {
			domain.RoleCompany: {"p1"}, domain.RoleExpert: nil, domain.RoleInvestor: {"p3"}, domain.RoleManager: nil,
			domain.RoleCoordinator: {"p1", "p2", "p3"}, domain.RoleAdministrator: {"p1", "p2", "p3"},
		},
	}
	for path, wants := range ids {
		for _, role := range everyRole {
			for _, sort := range []string{"", "&sort=best", "&sort=id", "&sort=name", "&sort=changed"} {
				a := s.as(role).get(path + "?total=true&q=works" + sort).status(200)
				var l struct {
					Items []struct{ ID string }
					Total int
					Words
				}
				a.into(&l)
				var got, found []string
				for _, it := range l.Items {
					got = append(got, it.ID)
				}
				for _, f := range l.Found {
					found = append(found, f.ID)
				}
				if !slices.Equal(got, found) || l.Total != len(got) || l.Engine != "gossip" || !l.Degraded {
					t.Errorf("%s%s as %s: %v, found %v, total %d, engine %q", path, sort, role, got, found, l.Total, l.Engine)
				}
				slices.Sort(got)
				if !slices.Equal(got, wants[role]) {
					t.Errorf("%s%s as %s: %v, want %v", path, sort, role, got, wants[role])
				}
			}
		}
		s.anybody().get(path + "?q=works").status(http.StatusUnauthorized)
	}
	investor := s.as(domain.RoleInvestor)
	investor.get("/companies?q=busan&facets=region&facets=stage").status(200).
		has(`{"id":"c4","name_marks":{"en":[[0,5]]}}`, `"region":[{"value":"경기","count":1},{"value":"부산","count":1},{"value":"서울","count":1}]`).
		lacks("Shy", "Gone", "SECRET-")
	investor.get("/companies?q=works&region=부산&stage=seed").status(200).
		has(`"items":[]`, `"relax":[{"attr":"region","total":1},{"attr":"stage","total":1}]`).lacks("Shy", `"found"`)
	investor.get("/companies?q=works&region=대구").status(200).has(`"relax":[{"attr":"region","total":3}]`)
	investor.get("/companies?q=works").status(200).lacks(`"relax"`)
	investor.get("/companies?region=대구").status(200).lacks(`"relax"`, `"found"`, `"engine"`, `"reading"`)

	staff := s.as(domain.RoleCoordinator)
	var l List[Company]
	staff.get("/companies?q=works&limit=3").status(200).into(&l)
	staff.get("/companies?q=works&limit=3&cursor=" + l.Next).status(200).has(`"id":"c4"`).lacks(`"id":"c1"`)
	for path, place := range map[string]string{
		"/companies?q=other&cursor=" + l.Next:       "cursor",
		"/companies?q=works&cursor=nonsense":        "cursor",
		"/companies?cursor=" + l.Next:               "cursor",
		"/companies?q=works&sort=due":               "query.sort",
		"/companies?q=works&facets=moon":            "query.facets",
		"/cohorts?q=works&sort=best":                "query.sort",
		"/companies?q=" + strings.Repeat("a", 201):  "query.q",
		"/companies?q=works&typing=maybe":           "query.typing",
		"/companies?q=works&total=true&limit=50000": "query.limit",
	} {
		staff.get(path).status(422).has(place)
	}
	s.as(domain.RoleExpert).get("/needs?q=need&holder=company").status(422).has("holder")
	s.as(domain.RoleExpert).get("/needs?q=need&sort=due").status(422).has("sort")
	s.as(domain.RoleExpert).get("/needs?q=need&facets=priority").status(422).has("facets")
	staff.get("/needs?q=need&cohort=k1&total=true").status(200).has(`"total":6`)
	staff.get("/needs?q=need&sort=due").status(200).has(`"n1"`)
}

func TestSavedSearchesOverHTTP(t *testing.T) {
	s := programme(t)
	for _, role := range everyRole {
		c := s.as(role)
		c.get("/saved-searches").status(200).has(`"items":[]`)
		var x SavedSearch
		c.post("/saved-searches", map[string]any{"name": " mine of " + string(role), "kind": "company", "query": "q=gear&region=부산"}, "Idempotency-Key", "k").
			status(http.StatusCreated).has(`"created":"2026-11-02T09:00:00Z"`).into(&x)
		c.post("/saved-searches", map[string]any{"name": " mine of " + string(role), "kind": "company", "query": "q=gear&region=부산"}, "Idempotency-Key", "k").status(http.StatusCreated)
		at := "/saved-searches/" + x.ID
		c.do("PUT", at, map[string]any{"name": "changed by " + string(role), "query": ""}).status(200).has(x.ID, "changed by").lacks(`"kind"`)
		c.get("/saved-searches").status(200).has(`"total":1`, "changed by "+string(role))
		for _, other := range everyRole {
			if other != role {
				s.as(other).get("/saved-searches").status(200).lacks("by "+string(role), x.ID)
				s.as(other).do("PUT", at, map[string]any{"name": "taken", "query": ""}).status(http.StatusNotFound)
				s.as(other).do("DELETE", at, nil).status(http.StatusNotFound)
			}
		}
		c.do("DELETE", at, nil).status(http.StatusNoContent)
		c.do("DELETE", at, nil).status(http.StatusNotFound)
	}
	c := s.as(domain.RoleExpert)
	for place, body := range map[string]any{
		"body.name": map[string]any{"name": "", "query": ""}, `"name"`: map[string]any{"name": "  ", "query": ""},
		"body.kind": map[string]any{"name": "a", "kind": "cohort", "query": ""}, `"query"`: map[string]any{"name": "a", "query": "q=%zz"},
		"body.query": map[string]any{"name": "a", "query": strings.Repeat("a", 2001)}, "body.user": map[string]any{"name": "a", "query": "", "user": "u"},
	} {
		c.post("/saved-searches", body).status(422).has(place)
	}
	for i := range domain.SavedMost {
		c.post("/saved-searches", map[string]any{"name": fmt.Sprint(i), "query": ""}).status(http.StatusCreated)
	}
	c.post("/saved-searches", map[string]any{"name": "one more", "query": ""}).status(http.StatusConflict).has("100")
	s.anybody().get("/saved-searches").status(http.StatusUnauthorized)
}

var staffRoles = []domain.Role{domain.RoleCoordinator, domain.RoleAdministrator}

func TestSynonymsOverHTTP(t *testing.T) {
	s := programme(t)
	for _, role := range everyRole {
		if !slices.Contains(staffRoles, role) {
			s.as(role).get("/synonyms").status(http.StatusForbidden).lacks("수출")
			s.as(role).do("PUT", "/synonyms", map[string]any{"groups": []any{}}, "If-Match", "*").status(http.StatusForbidden)
		}
	}
	s.anybody().get("/synonyms").status(http.StatusUnauthorized)
	staff := s.as(domain.RoleCoordinator)
	a := staff.get("/synonyms").status(200).has("수출", "export")
	was := a.Header.Get("ETag")
	body := map[string]any{"groups": []any{[]any{"양자", " quantum "}, []any{"alone"}}}
	staff.do("PUT", "/synonyms", body).status(http.StatusPreconditionRequired)
	staff.do("PUT", "/synonyms", body, "If-Match", `"7"`).status(http.StatusPreconditionFailed)
	a = staff.do("PUT", "/synonyms", body, "If-Match", was).status(200).has(`"groups":[["양자","quantum"]]`)
	if now := a.Header.Get("ETag"); now == was || now == "" {
		t.Errorf("ETag %s after %s", now, was)
	}
	staff.do("PUT", "/synonyms", body, "If-Match", was).status(http.StatusPreconditionFailed).code("stale")
	s.as(domain.RoleAdministrator).get("/synonyms").status(200).has("quantum").lacks("수출")
	for place, groups := range map[string]any{
		`"groups.1"`:        []any{[]any{"a", "b"}, []any{"A", "c"}},
		"body.groups[0][1]": []any{[]any{"a", strings.Repeat("가", 61)}},
		"body.groups[0]":    []any{make([]string, 31)},
		"body.groups":       "수출",
	} {
		staff.do("PUT", "/synonyms", map[string]any{"groups": groups}, "If-Match", "*").status(422).has(place)
	}
	staff.do("PUT", "/synonyms", map[string]any{"groups": []any{}}, "If-Match", "*").status(200).has(`"groups":[]`)
	staff.get("/audit?kind=synonyms.changed").status(200).has(`"groups":"1"`, `"groups":"0"`)
}

func TestSearchCareOverHTTP(t *testing.T) {
	s := programme(t)
	company, staff := s.as(domain.RoleCompany), s.as(domain.RoleCoordinator)
	company.get("/search?q=" + url.QueryEscape("양자 센서")).status(200)
	s.as(domain.RoleExpert).get("/needs?q=" + url.QueryEscape("양자  센서")).status(200)
	company.get("/search?typing=true&q=half").status(200)
	company.get("/needs?typing=true&q=half").status(200)
	company.get("/search?q=" + url.QueryEscape("one@c1.example")).status(200)
	company.get("/search?q=" + url.QueryEscape("010-1111-2222")).status(200)
	st := s.store
	if err := st.PutIndexStatus(t.Context(), domain.IndexStatus{Server: "local", Engine: "embedded", Phase: "filling", Done: 3, Total: 9, Parked: []domain.Parked{
		{Ref: domain.Ref{Kind: domain.KindNeed, ID: "n1"}, Why: "too long"},
	}}); err != nil {
		t.Fatal(err)
	}
	for _, role := range everyRole {
		if slices.Contains(staffRoles, role) {
			s.as(role).get("/search/notes").status(200).
				has(`{"text":"양자 센서","reason":"none","kinds":["need"],"count":2,"last":"2026-11-02T09:00:00Z","slowest_ms":0}`, `"next":""`).
				lacks("half", "one@", "010", string(domain.RoleCompany)+"@")
			s.as(role).get("/search/status").status(200).has(`"engine":"embedded"`, `"phase":"filling","done":3,"total":9`,
				`"parked":[{"kind":"need","id":"n1","why":"too long"}]`, `{"kind":"company","count":3}`, `{"kind":"need","count":8}`)
			s.as(role).post("/search/rebuild", nil).status(http.StatusAccepted).has(`"asked":"id-`)
			continue
		}
		s.as(role).get("/search/notes").status(http.StatusForbidden).lacks("양자")
		s.as(role).do("DELETE", "/search/notes", nil).status(http.StatusForbidden)
		s.as(role).get("/search/status").status(http.StatusForbidden).lacks("embedded")
		s.as(role).post("/search/rebuild", nil).status(http.StatusForbidden)
	}
	nobody := s.anybody()
	for method, path := range map[string]string{"GET": "/search/notes", "DELETE": "/search/notes", "POST": "/search/rebuild"} {
		nobody.do(method, path, nil).status(http.StatusUnauthorized)
	}
	nobody.get("/search/status").status(http.StatusUnauthorized)
	staff.get("/audit?kind=search.rebuild_asked").status(200).has(`"asked":"id-`)
	staff.get("/search/notes?limit=501").status(422).has("query.limit")
	staff.get("/search/notes?cursor=nonsense").status(422).has("cursor")
	staff.do("DELETE", "/search/notes", nil).status(http.StatusNoContent)
	staff.get("/search/notes").status(200).has(`"items":[]`)
}
