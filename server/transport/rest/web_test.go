package rest

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
)

var builtPage = fstest.MapFS{
	"index.html":         {Data: []byte("<!doctype html><title>Jumpup</title><script src=/assets/app-1a2b.js></script>")},
	"assets/app-1a2b.js": {Data: []byte("console.log(1)")},
	"favicon.svg":        {Data: []byte("<svg xmlns='http://www.w3.org/2000/svg'/>")},
	".gitkeep":           {Data: []byte("kept")},
}

func withPage(c *Config) { c.Page = builtPage }

// page asks for a path outside the API.
func (s *testServer) page(method, path string, headers ...string) *reply {
	s.Helper()
	c := s.anybody()
	return c.do(method, s.URL+path, nil, headers...)
}

func TestPageFiles(t *testing.T) {
	s := newTestServer(t, withPage)
	for _, c := range []struct {
		path, kind, cache, has string
		status                 int
	}{
		{"/", "text/html; charset=utf-8", "no-cache", "<title>Jumpup", 200},
		{"/needs/n1", "text/html; charset=utf-8", "no-cache", "<title>Jumpup", 200},
		{"/index.html", "text/html; charset=utf-8", "no-cache", "<title>Jumpup", 200},
		{"/link", "text/html; charset=utf-8", "no-cache", "<title>Jumpup", 200},
		{"/assets/app-1a2b.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable", "console", 200},
		{"/favicon.svg", "image/svg+xml", "public, max-age=3600", "<svg", 200},
		{"/assets/gone-9z.js", "text/plain; charset=utf-8", "no-store", "not found", 404},
		{"/.gitkeep", "text/html; charset=utf-8", "no-cache", "<title>Jumpup", 200},
		{"/../../etc/passwd", "text/html; charset=utf-8", "no-cache", "<title>Jumpup", 200},
		{"/apiary", "text/html; charset=utf-8", "no-cache", "<title>Jumpup", 200},
	} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			r := s.page(method, c.path)
			h := r.Header
			if r.StatusCode != c.status || h.Get("Content-Type") != c.kind || h.Get("Cache-Control") != c.cache {
				t.Errorf("%s %s: %d %q %q, want %d %q %q", method, c.path, r.StatusCode, h.Get("Content-Type"), h.Get("Cache-Control"), c.status, c.kind, c.cache)
			}
			if got := strings.Contains(r.body, c.has); got != (method == http.MethodGet) {
				t.Errorf("%s %s answers %q", method, c.path, r.body)
			}
			if !strings.Contains(h.Get("Content-Security-Policy"), "frame-ancestors 'none'") || h.Get("X-Content-Type-Options") != "nosniff" ||
				h.Get("Referrer-Policy") != "no-referrer" || h.Get("X-Frame-Options") != "DENY" {
				t.Errorf("%s %s lacks a security header: %v", method, c.path, h)
			}
		}
	}
	s.page(http.MethodPost, "/needs").status(http.StatusMethodNotAllowed).code("method_not_allowed")
}

// TestPageIsPacked: text goes out as gzip to whoever takes it, once asked for
// it is not sent again while it is the same.
func TestPageIsPacked(t *testing.T) {
	script := bytes.Repeat([]byte("console.log('jumpup');\n"), 200)
	s := newTestServer(t, func(c *Config) {
		c.Page = fstest.MapFS{"index.html": {Data: []byte("x")}, "assets/a.js": {Data: script}, "assets/a.woff2": {Data: script}}
	})
	get := func(path string, h ...string) *reply {
		return s.page(http.MethodGet, path, append([]string{"Accept-Encoding", "identity"}, h...)...)
	}
	plain := get("/assets/a.js")
	zipped := get("/assets/a.js", "Accept-Encoding", "br, gzip;q=0.8", "Range", "bytes=0-9")
	if plain.body != string(script) || zipped.Header.Get("Content-Encoding") != "gzip" || len(zipped.body) > 500 || zipped.Header.Get("Vary") != "Accept-Encoding" {
		t.Fatalf("plain %d bytes, packed %d bytes: %v", len(plain.body), len(zipped.body), zipped.Header)
	}
	r, err := gzip.NewReader(strings.NewReader(zipped.body))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, script) {
		t.Errorf("unpacked %d bytes: %v", len(got), err)
	}
	for _, refused := range []string{"gzip;q=0", "br", "gzip; q=0.0000"} {
		if e := get("/assets/a.js", "Accept-Encoding", refused).Header.Get("Content-Encoding"); e != "" {
			t.Errorf("%s got %s", refused, e)
		}
	}
	if e := get("/assets/a.woff2", "Accept-Encoding", "gzip").Header.Get("Content-Encoding"); e != "" {
		t.Errorf("a font was packed as %s", e)
	}
	if plain.Header.Get("ETag") == zipped.Header.Get("ETag") {
		t.Error("both forms have one tag")
	}
	get("/assets/a.js", "If-None-Match", plain.Header.Get("ETag")).status(http.StatusNotModified)
	get("/assets/a.js", "Accept-Encoding", "gzip", "If-None-Match", zipped.Header.Get("ETag")).status(http.StatusNotModified)
}

func TestPageThatWasNotBuilt(t *testing.T) {
	s := newTestServer(t)
	r := s.page(http.MethodGet, "/anything")
	if r.StatusCode != http.StatusOK {
		t.Errorf("status %d", r.StatusCode)
	}
	r.has("not built", "들어 있지 않습니다", "./scripts/build", "/api/v1/docs")
}

func TestUnknownAddresses(t *testing.T) {
	s := newTestServer(t)
	c := s.anybody()
	for _, path := range []string{"/nope", "/api", "/api/", "/api/v2/needs", "/me/", "/api/v1"} {
		c.get(path).status(http.StatusNotFound).code("not_found")
	}
	r := c.do(http.MethodDelete, "/me", nil).status(http.StatusMethodNotAllowed).code("method_not_allowed")
	if allow := r.Header.Get("Allow"); !strings.Contains(allow, "GET") || !strings.Contains(allow, "PATCH") {
		t.Errorf("Allow is %q", allow)
	}
	for _, method := range []string{http.MethodGet, http.MethodOptions, http.MethodPut} {
		r := c.do(method, "/weights/sensitivity", nil).status(http.StatusMethodNotAllowed)
		if allow := r.Header.Get("Allow"); allow != "POST" {
			t.Errorf("%s beside /weights/{version}: Allow is %q", method, allow)
		}
	}
	c.get("/me?x=%ff").status(http.StatusBadRequest).code("invalid")
	c.get("/me?x=%00").status(http.StatusBadRequest).code("invalid")
	c.get("/users/%00").status(http.StatusBadRequest).code("invalid")
	c.get("/me?a=%zz").status(http.StatusBadRequest).code("invalid")
}

func TestHealth(t *testing.T) {
	var err error
	s := newTestServer(t, func(c *Config) { c.Ready = func(_ context.Context) error { return err } })
	for _, path := range []string{"/healthz", "/readyz"} {
		s.page(http.MethodGet, path, "Host", "10.0.0.7:8080").has(`"status":"ok"`)
		if r := s.page(http.MethodHead, path); r.StatusCode != http.StatusOK || r.body != "" {
			t.Errorf("HEAD %s: %d %q", path, r.StatusCode, r.body)
		}
	}
	err = errors.New("the disk is full")
	if r := s.page(http.MethodGet, "/readyz").has("unavailable").lacks("disk"); r.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("not ready: %d", r.StatusCode)
	}
	if r := s.page(http.MethodGet, "/healthz"); r.StatusCode != http.StatusOK {
		t.Errorf("alive but not ready: %d", r.StatusCode)
	}
	if !strings.Contains(s.logs.String(), "the disk is full") {
		t.Error("the log does not say why the server is not ready")
	}
}

// TestDocumentPage: the reading page loads its own files only, and the document
// is OpenAPI 3.1 without $schema.
func TestDocumentPage(t *testing.T) {
	s := newTestServer(t)
	c := s.anybody()
	c.get("/openapi.json").status(http.StatusOK).has(`"openapi":"3.1.0"`, `"/sign-in"`, "application/problem+json").lacks("$schema")
	c.get("/docs").status(http.StatusOK).has("/api/v1/docs/page.js").lacks("http://", "https://")
	for _, f := range []string{"/docs/page.js", "/docs/page.css"} {
		r := c.get(f).status(http.StatusOK).lacks("https://", "innerHTML")
		c.get(f, "If-None-Match", r.Header.Get("ETag")).status(http.StatusNotModified)
	}
	if r := c.do(http.MethodHead, "/openapi.json", nil).status(http.StatusOK); r.body != "" {
		t.Error("HEAD has a body")
	}
}
