package rest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"jumpup/server/domain"
)

// document is the part of the OpenAPI document that the tests walk.
type document struct {
	Paths map[string]map[string]struct {
		OperationID string                      `json:"operationId"`
		Security    []map[string][]string       `json:"security"`
		Parameters  []struct{ Name, In string } `json:"parameters"`
		RequestBody struct {
			Content map[string]json.RawMessage `json:"content"`
		} `json:"requestBody"`
		Responses map[string]json.RawMessage `json:"responses"`
	} `json:"paths"`
}

func (s *testServer) document() document {
	s.Helper()
	var d document
	s.anybody().get("/openapi.json").status(http.StatusOK).into(&d)
	if len(d.Paths) < 15 {
		s.Fatalf("the document holds %d paths only", len(d.Paths))
	}
	return d
}

// TestEveryRouteAsksWhoYouAre: nobody gets 401 from every route that is not
// open, before anything of the request is looked at; and no route lets another
// site's page act.
func TestEveryRouteAsksWhoYouAre(t *testing.T) {
	s := newTestServer(t)
	open := map[string]bool{
		"post-sign-in": true, "post-sign-out": true, "post-password-reset": true, "post-links-peek": true, "post-links-spend": true,
	}
	boss := s.as(domain.RoleAdministrator)
	for path, methods := range s.document().Paths {
		filled := strings.NewReplacer("{", "", "}", "").Replace(path)
		for method, o := range methods {
			method = strings.ToUpper(method)
			if got := len(o.Security) == 0; got != open[o.OperationID] {
				t.Errorf("%s %s is open: %v", method, path, got)
			}
			if !open[o.OperationID] {
				s.anybody().do(method, filled, `{"broken`).status(http.StatusUnauthorized).code("unauthenticated")
			}
			if method != http.MethodGet {
				boss.do(method, filled, `{}`, "Sec-Fetch-Site", "cross-site").status(http.StatusForbidden).code("forbidden")
			}
		}
	}
}

// nasty are texts that break careless code.
var nasty = []string{
	"", " ", "0", "-1", "1e400", "null", "true", "NaN", "undefined", "'", "\"", "'; DROP TABLE account; --", "%", "%25", "..", "../../etc/passwd",
	"\x01", "\x7f", "\n", "\t", "가나다", "ㅎㅏㄴ", "😀", "\u202e", "\ufeff", "{}", "[]", "\\", "\\u0000", "{{.}}", "<script>", "${x}", "*", "?", "#", "&a=b", "=",
	"99999999999999999999", "-99999999999999999999", "0x10", "1.5", "c1", "e1", "i1", "n1", "x1", "id", "name", "due", "9999-99-99", "2026-11-02",
	strings.Repeat("x", 300), strings.Repeat("가", 5000),
}

// whatever makes a random JSON value.
func whatever(r *rand.Rand, depth int) any {
	switch k := r.IntN(8); {
	case k == 0:
		return nil
	case k == 1:
		return r.IntN(2) == 0
	case k == 2:
		return []float64{0, -1, 1, 1.5, 1e308, -1e308, 1 << 53, 5}[r.IntN(8)]
	case k <= 4 || depth == 0:
		return nasty[r.IntN(len(nasty))]
	case k == 5:
		list := []any{}
		for range r.IntN(4) {
			list = append(list, whatever(r, depth-1))
		}
		return list
	}
	m := map[string]any{}
	names := []string{
		"id", "email", "password", "secret", "role", "name", "ko", "en", "lang", "subject", "kind", "company", "title", "step", "remark", "stage", "amount",
		"min", "max", "currency", "value", "text", "from", "to", "level", "weights", "experts", "investors", "needs", "need", "top", "base", "confirm", "works",
	}
	for range r.IntN(6) {
		m[names[r.IntN(len(names))]] = whatever(r, depth-1)
	}
	return m
}

// badBody makes a body that is often not even JSON.
func badBody(r *rand.Rand) (kind string, body []byte) {
	text, err := json.Marshal(whatever(r, 4))
	if err != nil {
		panic(err)
	}
	switch r.IntN(8) {
	case 0:
		text = text[:r.IntN(len(text)+1)]
	case 1:
		for range 1 + r.IntN(4) {
			if len(text) > 0 {
				text[r.IntN(len(text))] = byte(r.IntN(256))
			}
		}
	case 2:
		text = []byte(strings.Repeat("[", 20000))
	case 3:
		text = nil
	}
	kinds := []string{"application/json", "application/json", "application/json", "application/json; charset=utf-8", "", "text/plain", "multipart/form-data; boundary=x", "a/b+json;+", "multipart/form-data"}
	return kinds[r.IntN(len(kinds))], text
}

func escaped(s string) string {
	var b strings.Builder
	for i := range len(s) {
		fmt.Fprintf(&b, "%%%02X", s[i])
	}
	return b.String()
}

// TestBadRequests sends 5,000 random bad requests as every role: none may
// panic, get a 5xx, or an answer that the document does not list.
func TestBadRequests(t *testing.T) {
	const requests = 5000
	s := newTestServer(t)
	s.subjects()
	d := s.document()
	var routes []string
	for path, methods := range d.Paths {
		for method := range methods {
			routes = append(routes, method+" "+path)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	statuses := map[int]int{}
	clients := s.actors()
	for range requests {
		method, path, _ := strings.Cut(routes[r.IntN(len(routes))], " ")
		o := d.Paths[path][method]
		address := path
		var query []string
		for _, p := range o.Parameters {
			v := escaped(nasty[r.IntN(len(nasty))])
			switch {
			case p.In == "path" && v == "":
				address = strings.Replace(address, "{"+p.Name+"}", "x", 1)
			case p.In == "path":
				address = strings.Replace(address, "{"+p.Name+"}", v, 1)
			case p.In == "query" && r.IntN(2) == 0:
				query = append(query, p.Name+"="+v)
			}
		}
		kind, body := badBody(r)
		role := rolesAndNobody[r.IntN(len(rolesAndNobody))]
		req, err := http.NewRequestWithContext(t.Context(), strings.ToUpper(method), s.URL+"/api/v1"+address+"?"+strings.Join(query, "&"), bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if kind != "" {
			req.Header.Set("Content-Type", kind)
		}
		if r.IntN(2) == 0 {
			req.Header.Set("If-Match", []string{"*", `"1"`, "x", `"-5"`}[r.IntN(4)])
		}
		if r.IntN(8) == 0 {
			req.Header.Set("Idempotency-Key", strconv.Itoa(r.IntN(20)))
		}
		res, err := clients[role].http.Do(req)
		if err != nil {
			t.Fatalf("%s %s: %v", method, req.URL, err)
		}
		answer, err := io.ReadAll(res.Body)
		res.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		statuses[res.StatusCode]++
		if res.StatusCode == http.StatusUnauthorized && role != "" { // an earlier request signed its sender out
			delete(s.members, role)
			clients[role] = s.as(role)
		}
		listed := o.Responses[strconv.Itoa(res.StatusCode)] != nil
		problem := res.StatusCode < 400 || res.Header.Get("Content-Type") == problemType
		if res.StatusCode >= 500 || !listed || !problem {
			t.Errorf("%s %s as %q, %s %.200q: %d (listed %v, %s) %.300s", method, req.URL, role, kind, body, res.StatusCode, listed, res.Header.Get("Content-Type"), answer)
		}
	}
	if logs := s.logs.String(); strings.Contains(logs, `"msg":"panic"`) {
		t.Error("something panicked; see the log")
	}
	if statuses[http.StatusUnprocessableEntity] < 100 || statuses[http.StatusUnauthorized] < 100 {
		t.Errorf("the requests were not as bad as meant: %v", statuses)
	}
	t.Logf("%d requests: %v", requests, statuses)
}
