package search

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"jumpup/server/domain"
)

// fakeMeili misbehaves as it is told; what it is not told it does as a server
// with an empty index of the right form.
type fakeMeili struct {
	mu       sync.Mutex
	position string                                // the document; "" for none
	task     func(lines []string) (string, string) // state of the task that writes documents, and code of the error
	tasks    []string                              // answers to GET /tasks/N
	taken    []string                              // ids of documents that were written
	deleted  []string
	answer   func(http.ResponseWriter, *http.Request) bool
}

func (f *fakeMeili) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.answer != nil && f.answer(w, r) {
		return
	}
	w.Header().Set("Content-Type", "application/json")
	path := r.URL.Path
	switch {
	case strings.HasSuffix(path, "/documents/position"):
		if f.position == "" {
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprint(w, `{"message":"none","code":"document_not_found","type":"invalid_request"}`)
			return
		}
		fmt.Fprint(w, f.position)
	case strings.HasSuffix(path, "/documents/fetch"):
		fmt.Fprint(w, `{"results":[],"offset":0,"limit":20,"total":0}`)
	case strings.HasSuffix(path, "/delete-batch"):
		var ids []string
		_ = json.NewDecoder(r.Body).Decode(&ids)
		f.deleted = append(f.deleted, ids...)
		f.enqueue(w, `{"status":"succeeded"}`)
	case strings.HasSuffix(path, "/documents"):
		f.documents(w, r)
	case strings.HasPrefix(path, "/tasks/"):
		n := 0
		_, _ = fmt.Sscanf(path, "/tasks/%d", &n)
		fmt.Fprint(w, f.tasks[n])
	default:
		f.enqueue(w, `{"status":"succeeded"}`)
	}
}

func (f *fakeMeili) enqueue(w http.ResponseWriter, task string) {
	w.WriteHeader(http.StatusAccepted)
	fmt.Fprintf(w, `{"taskUid":%d,"status":"enqueued","type":"documentAdditionOrUpdate"}`, len(f.tasks))
	f.tasks = append(f.tasks, task)
}

func (f *fakeMeili) documents(w http.ResponseWriter, r *http.Request) {
	var ids []string
	for scan := bufio.NewScanner(r.Body); scan.Scan(); {
		var doc struct {
			ID string `json:"id"`
		}
		_ = json.Unmarshal(scan.Bytes(), &doc)
		ids = append(ids, doc.ID)
	}
	state, code := "succeeded", ""
	if f.task != nil {
		state, code = f.task(ids)
	}
	if state == "succeeded" {
		f.taken = append(f.taken, ids...)
	}
	f.enqueue(w, fmt.Sprintf(`{"status":%q,"error":{"message":"told so","code":%q,"type":"x"}}`, state, code))
}

func startFake(t *testing.T, f *fakeMeili) *Meili {
	t.Helper()
	server := httptest.NewServer(f)
	t.Cleanup(server.Close)
	m, err := NewMeili(MeiliOptions{URL: server.URL, Key: "secret", Search: 300 * time.Millisecond, Write: 300 * time.Millisecond, Task: 400 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Close() })
	if f.position == "" {
		f.position = fmt.Sprintf(`{"id":"position","seq":"1","schema":%q,"settings":"s","complete":true}`, meiliSchema())
	}
	return m
}

func status(code int, body string) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, _ *http.Request) bool {
		w.WriteHeader(code)
		fmt.Fprint(w, body)
		return true
	}
}

// Whatever the server answers, the engine says within its time that it is
// unavailable, and why; it never takes half an answer for a whole one.
func TestMeiliMisbehaving(t *testing.T) {
	hang := func(_ http.ResponseWriter, r *http.Request) bool {
		_, _ = io.Copy(io.Discard, r.Body)
		<-r.Context().Done()
		return true
	}
	hijack := func(send string) func(http.ResponseWriter, *http.Request) bool {
		return func(w http.ResponseWriter, _ *http.Request) bool {
			conn, _, err := w.(http.Hijacker).Hijack()
			if err != nil {
				panic(err)
			}
			_, _ = io.WriteString(conn, send)
			_ = conn.Close()
			return true
		}
	}
	answer := func(hits, total int) string {
		return fmt.Sprintf(`{"results":[{"indexUid":"jumpup","hits":[%s],"hitsPerPage":21,"page":1,"totalHits":%d,"query":""}]}`,
			strings.TrimSuffix(strings.Repeat(`{"id":"063","_rankingScore":0.5},`, hits), ","), total)
	}
	for name, c := range map[string]struct {
		answer func(http.ResponseWriter, *http.Request) bool
		says   string
	}{
		"500":           {status(500, `{"message":"m","code":"internal","type":"internal"}`), "could not"},
		"503":           {status(503, ``), "could not"},
		"429":           {status(429, `{"message":"too many","code":"too_many_search_requests","type":"system"}`), "could not"},
		"401":           {status(401, `{"message":"m","code":"missing_authorization_header","type":"auth"}`), "JUMPUP_MEILI_KEY"},
		"403":           {status(403, `{"message":"m","code":"invalid_api_key","type":"auth"}`), "JUMPUP_MEILI_KEY"},
		"no index":      {status(404, `{"message":"m","code":"index_not_found","type":"invalid_request"}`), "no index"},
		"old server":    {status(400, `{"message":"unknown field","code":"bad_request","type":"invalid_request"}`), "could not"},
		"hangs":         {hang, "within 300ms"},
		"truncated":     {status(200, `{"results":[{"indexUid":"jum`), ""},
		"a page":        {status(200, `<html>welcome</html>`), ""},
		"a page, 502":   {status(502, strings.Repeat(`<html>bad gateway</html>`, 1000)), ""},
		"null":          {status(200, `null`), ""},
		"empty":         {status(200, `{}`), ""},
		"nothing":       {status(200, ``), ""},
		"another index": {status(200, `{"results":[{"indexUid":"movies","hits":[],"hitsPerPage":21,"page":1,"totalHits":0}]}`), ""},
		"fewer hits":    {status(200, answer(1, 5)), ""},
		"foreign ids":   {status(200, strings.ReplaceAll(answer(1, 1), "063", "tt0111161")), ""},
		"reset":         {hijack(""), ""},
		"reset midway":  {hijack("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{\"results\":["), ""},
		"no HTTP":       {hijack("SSH-2.0-OpenSSH_9.2\r\n"), ""},
		"redirects": {func(w http.ResponseWriter, r *http.Request) bool {
			http.Redirect(w, r, "http://192.0.2.1/", 307)
			return true
		}, ""},
		"status of doubt": {status(204, ``), ""},
	} {
		t.Run(name, func(t *testing.T) {
			m := startFake(t, &fakeMeili{answer: c.answer})
			began := time.Now()
			check := func(what string, err error) {
				t.Helper()
				if domain.CodeOf(err) != domain.CodeUnavailable || err == nil || !strings.Contains(err.Error(), c.says) {
					t.Errorf("%s: %v, want unavailable with %q", what, err, c.says)
				}
				if err != nil && (len(err.Error()) > 600 || strings.Contains(err.Error(), "secret")) {
					t.Errorf("%s: the error says too much: %.1000s", what, err)
				}
			}
			_, err := m.Search(t.Context(), domain.SearchQuery{Text: "한빛"})
			check("search", err)
			_, err = m.Candidates(t.Context(), domain.ConceptQuery{Kind: domain.KindExpert, Limit: 5, Concepts: []domain.Concept{{Text: "한빛"}}})
			if name != "foreign ids" && name != "fewer hits" { // these are no answers to it at all
				check("candidates", err)
			}
			if c.says != "no index" {
				_, err = m.Apply(t.Context(), []domain.IndexChange{change(company("c1", "한빛"))}, 2)
				check("apply", err)
				check("rebuild", m.Rebuild(t.Context(), 1, nil, func(context.Context, func(domain.Record) error) error { return nil }))
			}
			if d := time.Since(began); d > 5*time.Second {
				t.Errorf("it took %v", d)
			}
		})
	}
}

// An answer that does not end is cut off by its length or by time.
func TestMeiliEndlessAnswer(t *testing.T) {
	m := startFake(t, &fakeMeili{answer: func(w http.ResponseWriter, r *http.Request) bool {
		for chunk := []byte(strings.Repeat(" ", 1<<16)); ; {
			if _, err := w.Write(chunk); err != nil || r.Context().Err() != nil {
				return true
			}
		}
	}})
	_, err := m.Search(t.Context(), domain.SearchQuery{Text: "한빛"})
	if domain.CodeOf(err) != domain.CodeUnavailable {
		t.Errorf("got %v", err)
	}
	body := &boundedBody{io.NopCloser(strings.NewReader("0123456789")), 4}
	if b, err := io.ReadAll(body); string(b) != "0123" || !errors.Is(err, errLongAnswer) {
		t.Errorf("read %q, %v", b, err)
	}
}

// A caller who leaves gets the error of the context, at once.
func TestMeiliCallerLeaves(t *testing.T) {
	asked := make(chan struct{}, 10)
	m := startFake(t, &fakeMeili{answer: func(_ http.ResponseWriter, r *http.Request) bool {
		_, _ = io.Copy(io.Discard, r.Body)
		asked <- struct{}{}
		<-r.Context().Done()
		return true
	}})
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-asked; cancel() }()
	if _, err := m.Search(ctx, domain.SearchQuery{Text: "한빛"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// A task that fails counts nothing, unless single documents are at fault: those
// are parked, and the position is written after all others.
func TestMeiliTasks(t *testing.T) {
	all := []domain.IndexChange{}
	for _, id := range []string{"c1", "c2", "c3", "c4", "c5"} {
		all = append(all, change(company(id, "한빛")))
	}
	for name, task := range map[string]func([]string) (string, string){
		"disk full":      func([]string) (string, string) { return "failed", "no_space_left_on_device" },
		"internal":       func([]string) (string, string) { return "failed", "internal" },
		"database limit": func([]string) (string, string) { return "failed", "database_size_limit_reached" },
		"index gone":     func([]string) (string, string) { return "failed", "index_not_found" },
		"canceled":       func([]string) (string, string) { return "canceled", "" },
		"never ends":     func([]string) (string, string) { return "processing", "" },
		"never begins":   func([]string) (string, string) { return "enqueued", "" },
		"no state":       func([]string) (string, string) { return "", "" },
	} {
		f := &fakeMeili{task: task}
		m := startFake(t, f)
		parked, err := m.Apply(t.Context(), all, 9)
		if domain.CodeOf(err) != domain.CodeUnavailable || len(parked) > 0 || len(f.taken) > 0 {
			t.Errorf("%s: %v, parked %v, taken %v", name, err, parked, f.taken)
		}
	}
	bad, _ := meiliID(domain.Ref{Kind: domain.KindCompany, ID: "c4"})
	f := &fakeMeili{task: func(ids []string) (string, string) {
		if slices.Contains(ids, bad) {
			return "failed", "invalid_document_fields"
		}
		return "succeeded", ""
	}}
	m := startFake(t, f)
	parked, err := m.Apply(t.Context(), all, 9)
	if err != nil || len(parked) != 1 || parked[0].Ref.ID != "c4" || !strings.Contains(parked[0].Why, "told so") {
		t.Errorf("parked %+v, %v", parked, err)
	}
	if len(f.taken) != 5 || f.taken[4] != meiliPositionID || !slices.Equal(f.deleted, []string{bad}) {
		t.Errorf("taken %v, deleted %v", f.taken, f.deleted)
	}
}

// A payload that a proxy finds too large is halved until it passes.
func TestMeiliTooLarge(t *testing.T) {
	f := &fakeMeili{}
	f.answer = func(w http.ResponseWriter, r *http.Request) bool {
		b, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(b))
		return strings.HasSuffix(r.URL.Path, "/documents") && len(b) > 2500 && status(413, "<html>too large</html>")(w, r)
	}
	m := startFake(t, f)
	var words strings.Builder
	for i := range 500 {
		fmt.Fprintf(&words, "word%d ", i)
	}
	all := []domain.IndexChange{change(company("long", words.String()))}
	for i := range 20 {
		all = append(all, change(company(fmt.Sprint(i), "한빛")))
	}
	parked, err := m.Apply(t.Context(), all, 9)
	if err != nil || len(parked) != 1 || parked[0].Ref.ID != "long" || len(f.taken) != 21 {
		t.Errorf("parked %+v, %v; taken %v", parked, err, f.taken)
	}
}

// Ids of any kind come back; what is too long is parked.
func TestMeiliIDs(t *testing.T) {
	for _, id := range []string{"c1", "한빛/1", `a"b\c'd`, "../x y", strings.Repeat("가", 66)} {
		ref := domain.Ref{Kind: domain.KindNeed, ID: id}
		name, ok := meiliID(ref)
		if !ok || meiliRef(name) != ref || len(name) > 511 || strings.Trim(name, hexDigits) != "" {
			t.Errorf("%q: %q, %t, %v", id, name, ok, meiliRef(name))
		}
	}
	for _, id := range []string{"", "position", "9abc", "0xyz", "0a"} {
		if ref := meiliRef(id); !ref.IsZero() {
			t.Errorf("%q is read as %v", id, ref)
		}
	}
	m := startFake(t, &fakeMeili{})
	parked, err := m.Apply(t.Context(), []domain.IndexChange{change(company(strings.Repeat("x", 300), "한빛"))}, 2)
	if err != nil || len(parked) != 1 {
		t.Errorf("parked %v, %v", parked, err)
	}
}

const hexDigits = "0123456789abcdef"

func TestMeiliOptions(t *testing.T) {
	for _, o := range []MeiliOptions{{}, {URL: "meili:7700"}, {URL: "ftp://x"}, {URL: "http://x", Index: "a/b"}} {
		if _, err := NewMeili(o); domain.CodeOf(err) != domain.CodeInvalid {
			t.Errorf("%+v: %v", o, err)
		}
	}
}
