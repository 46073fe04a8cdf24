package rest

import (
	"net/http"
	"strings"
	"testing"

	"jumpup/server/domain"
)

// TestNeedsWalk: a company drafts and files a need, staff return and triage
// it, the company says that none fits.
func TestNeedsWalk(t *testing.T) {
	s := programme(t)
	company, staff := s.as(domain.RoleCompany), s.as(domain.RoleCoordinator)
	a := company.post("/needs", map[string]any{"kind": "directing"}).status(http.StatusCreated).
		has(`"state":"draft"`, `"company":"c1"`, `"holder":"company"`, `"steps":["file","close"]`, `"company_name":{"ko":"한빛정밀"`)
	var need Need
	a.into(&need)
	at := "/needs/" + need.ID
	if a.Header.Get("Location") != "/api/v1"+at || a.Header.Get("ETag") != `"1"` {
		t.Errorf("headers %v", a.Header)
	}
	company.post(at+"/steps", map[string]any{"step": "file"}).status(422).has("title")
	need.Title, need.Version = Name{Ko: "감속기 내구 시험"}, 0
	company.do("PUT", at, need).status(http.StatusPreconditionRequired)
	company.do("PUT", at, need, "If-Match", `"9"`).status(http.StatusPreconditionFailed)
	a = company.do("PUT", at, need, "If-Match", `"1"`).status(http.StatusOK).has(`"title":{"ko":"감속기 내구 시험"}`)
	if a.Header.Get("ETag") != `"2"` {
		t.Errorf("ETag %s", a.Header.Get("ETag"))
	}
	company.do("PUT", at, need, "If-Match", `"2"`).status(http.StatusOK).has(`"version":2`) // nothing changed
	company.post(at+"/steps", map[string]any{"step": "file", "version": 1}).status(http.StatusPreconditionFailed)
	company.post(at+"/steps", map[string]any{"step": "file"}).status(http.StatusOK).has(`"state":"filed"`, `"steps":["close"]`, `"state_by":"2026-11-07"`)
	staff.get("/needs?state=filed&sort=due").status(http.StatusOK).has(need.ID, `"steps":["return","triage","close"]`)
	staff.post(at+"/steps", map[string]any{"step": "return"}).status(422).has("remark")
	staff.post(at+"/steps", map[string]any{"step": "return", "remark": "어느 시장입니까?"}).status(200).has(`"state":"returned"`)
	company.get(at).status(200).has("어느 시장입니까?", `"steps":["file","close"]`)
	company.post(at+"/steps", map[string]any{"step": "file"}).status(200)
	staff.post(at+"/steps", map[string]any{"step": "triage"}).status(200).has(`"state":"triaged"`)
	staff.post(at+"/steps", map[string]any{"step": "triage"}).status(http.StatusConflict)
	s.as(domain.RoleExpert).get(at).status(200).has("감속기 내구 시험").lacks("holder", "remark", "priority")
	company.post(at+"/steps", map[string]any{"step": "none-fit", "remark": "모두 바쁩니다"}).status(200).has(`"state":"filed"`)
	staff.get("/needs?state=filed&holder=coordinator").status(200).has("모두 바쁩니다")
	staff.get("/audit?kind=need.moved&ref_kind=need&ref_id="+need.ID).status(200).has(`"step":"none-fit"`, `"from":"triaged"`).lacks("모두 바쁩니다")
}

// TestDelete: what is referred to stays, and the answer says by what.
func TestDelete(t *testing.T) {
	s := programme(t)
	staff := s.as(domain.RoleCoordinator)
	staff.do("DELETE", "/companies/c1", nil).status(http.StatusPreconditionRequired)
	staff.do("DELETE", "/companies/c1", nil, "If-Match", "*").status(http.StatusConflict).has("need")
	staff.do("DELETE", "/needs/n3", nil, "If-Match", `"1"`).status(http.StatusNoContent)
	staff.get("/needs/n3").status(http.StatusNotFound)
	s.as(domain.RoleCompany).post("/needs", map[string]any{"kind": "partner"}).status(http.StatusCreated)
}

func TestCreateOnce(t *testing.T) {
	s := programme(t)
	staff := s.as(domain.RoleCoordinator)
	body := map[string]any{"id": "c9", "name": map[string]any{"ko": "새 회사", "en": "New"}, "cohort": "k1"}
	staff.post("/companies", body, "Idempotency-Key", "k").status(http.StatusCreated).has(`"id":"c9"`)
	staff.post("/companies", body, "Idempotency-Key", "k").status(http.StatusCreated)
	staff.post("/companies", body).status(http.StatusConflict).has("c9")
	staff.post("/companies", map[string]any{"id": "c10", "cohort": "nowhere"}).status(http.StatusConflict).has("nowhere")
	staff.post("/people", map[string]any{"name": "x", "email": "no address"}).status(422).has("email")
	staff.post("/cohorts", map[string]any{"id": "k2", "rules": []any{map[string]any{"field": "moon", "op": "eq", "value": 1}}}).status(422).has("rules[0].field")
	staff.post("/cohorts", map[string]any{"id": "k2", "rules": []any{map[string]any{"field": "founded", "op": "le", "value": 2019}}}).status(201).has(`"value":2019`)
	staff.do("PUT", "/cohorts/k2", map[string]any{"rules": []any{
		map[string]any{"field": "size_class", "op": "in", "value": []any{"중기업", "소기업"}},
		map[string]any{"field": "website", "op": "known", "value": false},
		map[string]any{"field": "summary", "op": "known"},
		map[string]any{"field": "region", "op": "eq", "value": "부산"},
	}}, "If-Match", `"1"`).status(200).has(`"value":["중기업","소기업"]`, `"value":false`, `{"field":"summary","op":"known"}`, `"value":"부산"`)
	s.as(domain.RoleManager).post("/experts", map[string]any{"name": "New Hand", "id": "chosen"}).status(201).has(`"institution":"x1"`).lacks("chosen")
}

// TestLimits: inputs that are too long or of the wrong form are refused by the
// schema, with their place.
func TestLimits(t *testing.T) {
	s := programme(t)
	staff := s.as(domain.RoleCoordinator)
	long := strings.Repeat("가", mostName+1)
	many := make([]string, 201)
	for i := range many {
		many[i] = "t"
	}
	for _, c := range []struct {
		path, place string
		body        any
	}{
		{"/companies", "body.name", map[string]any{"name": long}},
		{"/companies", "body.name", map[string]any{"name": map[string]any{"ko": long}}},
		{"/companies", "body.name", map[string]any{"name": map[string]any{"fr": "x"}}},
		{"/companies", "body.name", map[string]any{"name": 7}},
		{"/companies", "body.tags", map[string]any{"tags": many}},
		{"/companies", "body.stage", map[string]any{"stage": "late"}},
		{"/companies", "body.unknown", map[string]any{"unknown": 1}},
		{"/cohorts", "body.rules[0].value", map[string]any{"rules": []any{map[string]any{"field": "age", "op": "ge", "value": map[string]any{"a": 1}}}}},
		{"/cohorts", "rules[0].value", map[string]any{"rules": []any{map[string]any{"field": "age", "op": "ge", "value": "old"}}}},
		{"/needs", "body.kind", map[string]any{"kind": "else", "company": "c1"}},
		{"/needs", "body.amount.currency", map[string]any{"kind": "investment", "company": "c1", "amount": map[string]any{"max": "1", "currency": "won"}}},
		{"/needs", "body.due", map[string]any{"kind": "investment", "company": "c1", "due": "soon"}},
	} {
		staff.post(c.path, c.body).status(422).has(c.place)
	}
	for _, path := range []string{"/needs?limit=501", "/needs?sort=random", "/needs?facets=moon", "/needs?cursor=nonsense", "/search", "/search?q=", "/companies?stage=late"} {
		staff.get(path).status(422)
	}
}

func TestPagingOverHTTP(t *testing.T) {
	s := programme(t)
	staff := s.as(domain.RoleCoordinator)
	var got []string
	cursor := ""
	for {
		var l List[Need]
		staff.get("/needs?limit=3&cursor=" + cursor).status(200).into(&l)
		for _, n := range l.Items {
			got = append(got, n.ID)
		}
		if cursor = l.Next; cursor == "" {
			break
		}
	}
	if strings.Join(got, " ") != "n1 n2 n3 n4 n5 n6 n7 n8" {
		t.Errorf("got %v", got)
	}
	staff.get("/needs?cohort=k1&total=true").status(200).has(`"total":6`)
	staff.get("/needs?cohort=none&total=true").status(200).has(`"total":0`)
	staff.get("/companies?q=hanbit").status(200).has(`"c1"`).lacks(`"c3"`)
	staff.get("/companies?id=c3&id=c1").status(200).has(`"c1"`, `"c3"`).lacks(`"c2"`)
}

func TestSearchOverHTTP(t *testing.T) {
	s := programme(t)
	s.as(domain.RoleCompany).get("/search?q=ㄱㅅㄱ").status(200).has(`"kind":"expert"`, `"id":"e1"`, "감속기 전문가", `"engine":"embedded"`, `"degraded":false`)
	s.as(domain.RoleInvestor).get("/search?q=감속기").status(200).has(`"hits":[]`)
	s.as(domain.RoleCoordinator).get("/search?q=need&kind=company").status(200).has(`"hits":[]`)
	s.as(domain.RoleCoordinator).get("/search?q=need&limit=2").status(200)
	s.anybody().get("/search?q=x").status(http.StatusUnauthorized)
}

func TestEligibilityOverHTTP(t *testing.T) {
	s := programme(t)
	staff := s.as(domain.RoleCoordinator)
	staff.get("/companies/c1/eligibility").status(200).has(`"outcome":"unknown"`, `"found":"2016"`, "seven years")
	staff.get("/companies/c3/eligibility").status(422).has("cohort")
	staff.get("/companies/c3/eligibility?cohort=k1").status(200).has(`"outcome":"unknown"`)
	staff.get("/companies/c3/eligibility?cohort=none").status(404)
	staff.get("/companies/none/eligibility?cohort=k1").status(404)
}

func TestOverviewOverHTTP(t *testing.T) {
	s := programme(t)
	var o Overview
	s.as(domain.RoleCoordinator).get("/overview").status(200).lacks("SECRET").into(&o)
	if o.Totals.Companies != 3 || o.Totals.Covered != 2 || o.Totals.Needs != 8 || o.Totals.OpenNeeds != 7 || o.Totals.Investors != 2 {
		t.Errorf("totals %+v", o.Totals)
	}
	if len(o.WorstOff) != 3 || o.WorstOff[0].Company != "c2" || o.WorstOff[0].Waiting != 32 {
		t.Errorf("worst off %+v", o.WorstOff)
	}
	var k1 Overview
	s.as(domain.RoleCoordinator).get("/overview?cohort=k1").status(200).into(&k1)
	if k1.Totals.Companies != 2 || k1.Totals.Needs != 6 {
		t.Errorf("of one cohort %+v", k1.Totals)
	}
}

func TestRosterOverHTTP(t *testing.T) {
	s := programme(t)
	s.as(domain.RoleManager).get("/institutions/x1/roster").status(200).has(`"capacity":3`, `"load":3`, "Kim Ha", `"free":0`).lacks("Lee Bo")
	s.as(domain.RoleManager).do("PUT", "/experts/e1", map[string]any{"capacity": 5, "load": 2}, "If-Match", "*").status(200).has(`"capacity":5`, "감속기 전문가")
	s.as(domain.RoleManager).get("/institutions/x1/roster").status(200).has(`"free":3`)
}

func TestSettingsOverHTTP(t *testing.T) {
	s := programme(t)
	admin := s.as(domain.RoleAdministrator)
	a := s.as(domain.RoleCompany).get("/settings").status(200)
	if a.Header.Get("ETag") != `"0"` {
		t.Errorf("ETag %s", a.Header.Get("ETag"))
	}
	body := map[string]any{"name": map[string]any{"ko": "도약", "en": "Jump-Up"}, "cohort": "k1"}
	admin.do("PUT", "/settings", body).status(http.StatusPreconditionRequired)
	admin.do("PUT", "/settings", body, "If-Match", `"0"`).status(200).has(`"version":1`)
	admin.do("PUT", "/settings", body, "If-Match", `"7"`).status(http.StatusPreconditionFailed)
	admin.do("PUT", "/settings", map[string]any{"cohort": "none"}, "If-Match", `"1"`).status(422).has("cohort")
	s.as(domain.RoleInvestor).get("/settings").status(200).has("Jump-Up", "k1")
	admin.post("/demo/remove", map[string]any{"confirm": "yes"}).status(422)
	admin.post("/demo/remove", map[string]any{"confirm": "demo"}).status(http.StatusConflict)
}

// TestLogsOverHTTP: changes are chained, reads of personal data are noted.
func TestLogsOverHTTP(t *testing.T) {
	s := programme(t)
	staff, admin := s.as(domain.RoleCoordinator), s.as(domain.RoleAdministrator)
	staff.get("/people/p1").status(200)
	staff.get("/experts").status(200)
	s.as(domain.RoleExpert).get("/experts/e1").status(200)
	s.as(domain.RoleCompany).get("/people").status(200)
	admin.get("/accesses").status(200).has(`"kind":"person","id":"p1","count":1`, `"kind":"expert","count":2`).lacks(`"id":"e1"`)
	var l List[AccessEntry]
	admin.get("/accesses").status(200).into(&l)
	if len(l.Items) != 2 {
		t.Errorf("own records count as access: %+v", l.Items)
	}
	staff.get("/audit?ref_id=c1").status(422)
	staff.get("/audit?ref_kind=company&ref_id=c1").status(200).has(`"kind":"record.created"`).lacks("SECRET")
	staff.get("/audit/verify").status(200).has(`"intact":true`)
}

func TestCutOverHTTP(t *testing.T) {
	s := programme(t)
	s.as(domain.RoleExpert).post("/cv-cut", map[string]any{"text": "경력\n2021.03 ~ 2023.05 ㈜한빛정밀 이사\n- 베트남 법인 설립"}).status(200).
		has(`"title":"㈜한빛정밀 이사"`, `"date":"2023-05-31"`, `"client":"㈜한빛정밀"`, `"period":"2021.03 ~ 2023.05"`, `"text":"베트남 법인 설립"`)
	s.as(domain.RoleInvestor).post("/thesis-cut", map[string]any{"text": "Seed to Series A, US$500K to $2M, robotics in Japan"}).status(200).
		has(`"stages":["seed","series-a"]`, `"ticket":{"min":"500000","max":"2000000","currency":"USD"}`, `"markets":["JP"]`, `"quote":"Seed to Series A"`)
	s.as(domain.RoleInvestor).post("/thesis-cut", map[string]any{"text": ""}).status(200).has(`"stages":[]`, `"found":[]`)
	for _, path := range []string{"/cv-cut", "/thesis-cut"} {
		s.as(domain.RoleExpert).post(path, map[string]any{"text": strings.Repeat("가", 100001)}).status(422)
		s.anybody().post(path, map[string]any{"text": "x"}).status(http.StatusUnauthorized)
	}
}
