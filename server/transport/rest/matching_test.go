package rest

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"jumpup/server/domain"
)

// marked is the world with enough in its candidates to be matched: private
// clients, conflicts, private notes, refusals and an expert who is full.
func marked(t *testing.T) *testServer {
	t.Helper()
	s := programme(t)
	years := 8.0
	for i := 3; i <= 9; i++ {
		s.put(&domain.Expert{
			ID: domain.ExpertID(fmt.Sprintf("e%d", i)), Name: domain.Text{Ko: fmt.Sprintf("전문가 %d", i), En: fmt.Sprintf("Expert %d", i)},
			Headline: domain.PlainText("export adviser"), Topics: []domain.Topic{{Topic: "export", Years: &years}}, Industries: []string{"C29"},
			Languages: []domain.Language{{Code: "ko", Level: "native"}}, Country: "KR", Region: "경기", Capacity: domain.Int(3), Load: domain.Int(1),
			Works: []domain.Work{{Title: domain.PlainText(fmt.Sprintf("need n1 export work %d", i)), Date: "2026-05-01", Client: "SECRET-client", ClientPrivate: true}},
		})
	}
	s.put(
		&domain.Expert{ID: "e8", Name: domain.PlainText("Sworn Enemy"), Topics: []domain.Topic{{Topic: "export"}}, Conflicts: []string{"c1"}},
		&domain.Expert{ID: "e9", Name: domain.PlainText("Busy Hand"), Topics: []domain.Topic{{Topic: "export"}}, Capacity: domain.Int(2), Load: domain.Int(2)},
		&domain.Preference{From: "e7", To: "c1", Level: domain.No, Note: "SECRET-no", Private: true},
		&domain.Preference{From: "e6", To: "c1", Level: domain.Want, Note: "SECRET-want", Private: true},
		&domain.Preference{From: "c1", To: "e5", Level: domain.Must, Note: "our-note", Private: true},
		&domain.Preference{From: "c3", To: "e1", Level: domain.Must, Note: "SECRET-c3", Private: true},
	)
	return s
}

func TestMatchesOfANeedByRole(t *testing.T) {
	s := marked(t)
	const at = "/needs/n1/matches"
	s.anybody().get(at).status(http.StatusUnauthorized)
	company := s.as(domain.RoleCompany).get(at+"?blocked=true").status(200).
		has(`"for":"expert"`, `"run_key":{"need_version":1,"weights":1,"snapshot":"`, `"day":"2026-11-02"`, `"id":"e3"`, `"ko":"전문가 3"`, `"word":"`,
			`"code":"private_item","private":true`, `"level":"must","note":"our-note","private":true`, `"blocked":"full","full":true`).
		lacks("SECRET-", "Sworn Enemy", `"e8"`, `"e7"`, "conflict", `"blocked":"preference"`, `"rank"`)
	var list MatchList
	company.into(&list)
	if len(list.Items) < 5 || list.Items[0].Blocked != "" || list.Need == nil || list.Need.ID != "n1" {
		t.Errorf("%d items, need %v", len(list.Items), list.Need)
	}
	for _, m := range list.Items {
		sum := 0.0
		for _, p := range m.Parts {
			sum += p.Contribution
			if p.Value == nil && p.Contribution != 0 {
				t.Errorf("%s: an unknown part contributes", m.Candidate.ID)
			}
		}
		if d := sum - m.Score; d > 1e-6 || d < -1e-6 {
			t.Errorf("%s: parts make %v, score %v", m.Candidate.ID, sum, m.Score)
		}
	}
	s.as(domain.RoleCompany).get(at).status(200).lacks(`"full":true`)
	s.as(domain.RoleCoordinator).get(at+"?blocked=true").status(200).
		has("Sworn Enemy", `"blocked":"conflict"`, `"blocked":"preference"`, `"blocked":"full"`, `{"code":"candidate","params":{"value":"want"}`).
		lacks("SECRET-no", "SECRET-want", "our-note", "SECRET-client")
	for _, r := range []domain.Role{domain.RoleExpert} {
		s.as(r).get(at).status(http.StatusForbidden).lacks("Expert 3")
	}
	for _, r := range []domain.Role{domain.RoleInvestor, domain.RoleManager} {
		s.as(r).get(at).status(http.StatusNotFound)
	}
	s.person("other@c3.example", domain.RoleCompany, "c3").get(at).status(http.StatusNotFound)
	s.as(domain.RoleCompany).get(at + "?top=2").status(200).into(&list)
	if len(list.Items) != 2 {
		t.Errorf("top=2 gives %d", len(list.Items))
	}
	s.as(domain.RoleCompany).get(at + "?top=201").status(422)
	s.as(domain.RoleCompany).get(at + "?weights=9").status(http.StatusNotFound)
	s.as(domain.RoleCoordinator).get("/accesses").status(http.StatusForbidden)
	s.as(domain.RoleAdministrator).get("/accesses").status(200).has(`"action":"rank"`)
}

func TestMatchesOfACandidateByRole(t *testing.T) {
	s := marked(t)
	var list MatchList
	expert := s.person("five@x.example", domain.RoleExpert, "e5")
	expert.get("/experts/e5/matches").status(200).
		has(`"for":"company"`, `"kind":"company"`, "한빛정밀", `"id":"n1"`, `"code":"private_item"`).
		lacks("SECRET-no", "SECRET-want", "SECRET-c3", "our-note", `"n3"`, `"n4"`, `"n7"`, `"holder"`, `"remark"`, "Expert 3", `"rank"`, "987654321").into(&list)
	for _, m := range list.Items {
		if m.Need == nil || m.Candidate.Kind != "company" {
			t.Errorf("%+v", m)
		}
	}
	// The world's first expert is full and a company hides from them.
	s.as(domain.RoleExpert).get("/experts/e1/matches").status(200).has(`"full":true`).lacks("Shy Works", `"n5"`, "SECRET-c3")
	s.as(domain.RoleExpert).get("/experts/e5/matches").status(http.StatusNotFound).lacks("전문가")
	s.as(domain.RoleCompany).get("/experts/e5/matches").status(http.StatusForbidden)
	s.as(domain.RoleInvestor).get("/investors/i1/matches?blocked=true").status(200).has(`"id":"n2"`, `"blocked":"stage"`).lacks("Shy Works", `"n6"`, "SECRET")
	s.person("two@i2.example", domain.RoleInvestor, "i2").get("/investors/i2/matches").status(200).has(`"id":"n2"`, `"blocked":""`).lacks("SECRET", `"rank"`)
	s.as(domain.RoleInvestor).get("/investors/i2/matches").status(http.StatusNotFound)
	s.as(domain.RoleInvestor).get("/experts/e5/matches").status(http.StatusNotFound)
	s.as(domain.RoleCoordinator).get("/experts/e5/matches").status(200).has(`"id":"n4"`, "Shy Works").lacks("SECRET-client")
	s.as(domain.RoleManager).get("/experts/e5/matches").status(http.StatusNotFound)
}

func TestPreferencesOverHTTP(t *testing.T) {
	s := marked(t)
	company := s.as(domain.RoleCompany)
	wish := map[string]any{"from": "n1", "to": "e3", "level": "want", "note": "fits", "private": true}
	company.do("PUT", "/preferences", wish).status(200).has(`"level":"want"`, `"version":1`)
	wish["level"] = "no"
	a := company.do("PUT", "/preferences", wish).status(200).has(`"level":"no"`)
	if a.Header.Get("ETag") != `"2"` {
		t.Errorf("ETag %s", a.Header.Get("ETag"))
	}
	company.get("/preferences?from=n1").status(200).has(`"to":"e3"`, `"note":"fits"`, `"total":1`)
	company.get("/needs/n1/matches").status(200).lacks("전문가 3")
	s.as(domain.RoleCoordinator).get("/preferences?from=n1").status(200).has(`"level":"no"`).lacks("fits")
	s.person("three@x.example", domain.RoleExpert, "e3").get("/experts/e3/matches?blocked=true").status(200).lacks(`"id":"n1"`, "fits")
	s.as(domain.RoleExpert).get("/preferences?from=n1").status(http.StatusForbidden)
	s.as(domain.RoleCoordinator).do("PUT", "/preferences", wish).status(http.StatusForbidden)
	company.do("DELETE", "/preferences?from=n1&to=e3", nil).status(http.StatusNoContent)
	company.do("DELETE", "/preferences?from=n1&to=e3", nil).status(http.StatusNotFound)
	company.do("PUT", "/preferences", map[string]any{"from": "n1", "to": "e3", "level": "love"}).status(422).has("body.level")
	company.do("PUT", "/preferences", map[string]any{"from": "n1", "to": "c3", "level": "want"}).status(http.StatusNotFound)
	s.as(domain.RoleAdministrator).get("/audit?kind=preference.stated").status(200).has("preference").lacks("fits")
}

func TestWeightsOverHTTP(t *testing.T) {
	s := marked(t)
	staff := s.as(domain.RoleCoordinator)
	var w Weights
	a := staff.get("/weights").status(200).has(`"version":1`, `"form":"sum"`, `"form":"logit"`, `"code":"topic","group":"fit"`).into(&w)
	if a.Header.Get("ETag") != `"1"` || len(w.Experts) < 5 {
		t.Errorf("ETag %s, %v", a.Header.Get("ETag"), w.Experts)
	}
	s.as(domain.RoleCompany).get("/weights").status(200)
	w.Experts["location"] = 0.9
	draft := map[string]any{"experts": w.Experts, "needs": []string{"n1"}}
	var effects List[WeightsEffect]
	staff.post("/weights/sensitivity", draft).status(200).has(`"need":"n1"`, `"company":{"ko":"한빛정밀"`, `"kendall":`).into(&effects)
	if len(effects.Items) != 1 || len(effects.Items[0].Moves) == 0 {
		t.Errorf("effects %+v", effects)
	}
	staff.post("/weights/sensitivity", map[string]any{}).status(200).has(`"moves":[]`, `"kendall":1`)
	staff.get("/weights").status(200).has(`"version":1`)
	publish := map[string]any{"base": 1, "name": "Near first", "note": "shorter ways", "experts": w.Experts}
	s.as(domain.RoleCompany).post("/weights", publish).status(http.StatusForbidden)
	s.as(domain.RoleCompany).post("/weights/sensitivity", draft).status(http.StatusForbidden)
	a = staff.post("/weights", publish).status(http.StatusCreated).has(`"version":2`, "Near first")
	if a.Header.Get("Location") != "/api/v1/weights/2" {
		t.Errorf("Location %s", a.Header.Get("Location"))
	}
	staff.post("/weights", publish).status(http.StatusPreconditionFailed).code("stale")
	staff.get("/weights/history").status(200).has(`"version":2`, `"version":1`, `"total":2`)
	staff.get("/weights/1").status(200).has(`"version":1`)
	staff.get("/weights/3").status(http.StatusNotFound)
	staff.get("/needs/n1/matches").status(200).has(`"weights":2`)
	staff.get("/needs/n1/matches?weights=1").status(200).has(`"weights":1`)
	staff.post("/weights", map[string]any{"base": 2, "name": "x", "experts": map[string]any{"moon": 1, "text": -1}}).status(422).has("experts.moon", "experts.text")
	staff.get("/audit?kind=weights.published").status(200).has(`"base":"1"`)
}

func TestRunsOverHTTP(t *testing.T) {
	s := marked(t)
	staff := s.as(domain.RoleCoordinator)
	var run RunDetail
	a := staff.post("/runs", map[string]any{"need": "n1", "top": 5}, "Idempotency-Key", "r1").status(http.StatusCreated).
		has(`"need":"n1"`, `"weights":1`, `"form":"sum"`, "전문가 3").lacks("SECRET").into(&run)
	if len(run.Lines) < 5 || !strings.HasSuffix(a.Header.Get("Location"), "/runs/"+run.ID) {
		t.Errorf("%d lines at %s", len(run.Lines), a.Header.Get("Location"))
	}
	staff.post("/runs", map[string]any{"need": "n1", "top": 5}, "Idempotency-Key", "r1").status(http.StatusCreated).has(run.ID)
	staff.get("/runs?need=n1").status(200).has(run.ID).lacks(`"lines"`)
	staff.get("/runs?need=n2").status(200).has(`"items":[]`)
	staff.get("/runs/" + run.ID).status(200).has(`"blocked":"conflict"`)
	staff.post("/runs/"+run.ID+"/replay", map[string]any{}).status(200).has(`"identical":true`, `"moves":[]`)
	staff.post("/runs/"+run.ID+"/replay", map[string]any{"experts": map[string]any{"load": 1}}).status(200).has(`"identical":false`, `"before":[{`, `"after":[{`)
	staff.post("/runs/"+run.ID+"/replay", map[string]any{"weights": 1, "experts": map[string]any{"load": 1}}).status(422)
	staff.post("/runs/"+run.ID+"/replay", map[string]any{"weights": 9}).status(http.StatusNotFound)
	staff.get("/runs/none").status(http.StatusNotFound)
	for _, r := range []domain.Role{domain.RoleCompany, domain.RoleExpert, domain.RoleInvestor, domain.RoleManager} {
		s.as(r).get("/runs").status(http.StatusForbidden)
		s.as(r).get("/runs/" + run.ID).status(http.StatusForbidden)
		s.as(r).post("/runs", map[string]any{"need": "n1"}).status(http.StatusForbidden)
	}
}
