package rest

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"github.com/gin-gonic/gin"
)

// observe gives every request an id and writes its line of the access log: no
// address, no path, no body, only the route's template.
func (s *Server) observe(c *gin.Context) {
	r := &request{ID: s.NewID(), Route: c.FullPath(), Address: addressKey(c.ClientIP()), writer: c.Writer}
	if r.Route == "" {
		r.Route = "other"
	}
	c.Request = c.Request.WithContext(withRequest(c.Request.Context(), r))
	c.Header("X-Request-Id", r.ID)
	began := s.Now()
	defer func() {
		took := s.Now().Sub(began)
		status := c.Writer.Status()
		level := slog.LevelInfo
		if status >= 500 {
			level = slog.LevelError
		}
		s.Log.LogAttrs(c.Request.Context(), level, "request",
			slog.String("request_id", r.ID), slog.String("method", methodLabel(c.Request.Method)), slog.String("route", r.Route),
			slog.Int("status", status), slog.Int64("ms", took.Milliseconds()), slog.String("role", string(r.Actor.Role)))
		if s.Observe != nil {
			s.Observe(r.Route, methodLabel(c.Request.Method), status, took)
		}
	}()
	c.Next()
}

// methodLabel keeps invented methods out of logs and metrics.
func methodLabel(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return m
	}
	return "other"
}

// recovered turns a panic into the generic problem; the stack goes to the log.
func (s *Server) recovered(c *gin.Context) {
	defer func() {
		v := recover()
		if v == nil {
			return
		}
		if v == http.ErrAbortHandler { //nolint:errorlint // the sentinel is compared as net/http does
			panic(v)
		}
		r := requestOf(c.Request.Context())
		s.Log.LogAttrs(c.Request.Context(), slog.LevelError, "panic", slog.String("request_id", r.ID),
			slog.String("route", r.Route), slog.String("panic", fmt.Sprint(v)), slog.String("stack", string(debug.Stack())))
		if !c.Writer.Written() {
			writeProblem(c, problemOf(fmt.Errorf("panic: %v", v)))
		}
	}()
	c.Next()
}

// secureHeaders sets what every answer carries.
func (s *Server) secureHeaders(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
	if s.address.Scheme == "https" {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
	if isAPI(c.Request.URL.Path) {
		h.Set("Cache-Control", "no-store")
	}
	c.Next()
}

func isAPI(path string) bool { return path == "/api" || strings.HasPrefix(path, "/api/") }

// guardOrigin keeps other sites from acting with a person's cookie, and on
// plain http keeps names other than loopback's away (DNS rebinding).
func (s *Server) guardOrigin(c *gin.Context) {
	if s.address.Scheme == "http" && !loopback(hostOf(c.Request.Host)) {
		writeProblem(c, problem(http.StatusMisdirectedRequest, "plain http is served under loopback names only; set JUMPUP_PUBLIC_URL to the https address people type"))
		return
	}
	if err := s.crossOrigin.Check(c.Request); err != nil || !s.ownOrigin(c.Request) {
		writeProblem(c, problem(http.StatusForbidden, "this came from another site's page; open the product's own page and try again"))
		return
	}
	c.Next()
}

// ownOrigin says whether an unsafe request names no origin or exactly ours.
func (s *Server) ownOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodOptions:
		return true
	}
	if origin == "" || origin == s.address.Scheme+"://"+s.address.Host {
		return true
	}
	return s.address.Scheme == "http" && origin == "http://"+r.Host
}

// saneAddress refuses paths and queries that are no text: nothing behind this
// can store or find them.
func (s *Server) saneAddress(c *gin.Context) {
	path, query := c.Request.URL.Path, c.Request.URL.RawQuery
	values, err := url.ParseQuery(query)
	bad := err != nil || !clean(path)
	for k, vs := range values {
		for _, v := range vs {
			bad = bad || !clean(k) || !clean(v)
		}
	}
	if bad {
		writeProblem(c, problem(http.StatusBadRequest, "the address holds bytes that are no text; encode it as UTF-8 without control characters"))
		return
	}
	c.Next()
}

func clean(s string) bool { return utf8.ValidString(s) && !strings.ContainsRune(s, 0) }

// limitAddress slows down single addresses.
func (s *Server) limitAddress(c *gin.Context) {
	if !isAPI(c.Request.URL.Path) { // the page's own files: many a visit, cheap, and cached for good
		c.Next()
		return
	}
	if wait := s.rates.address.take(requestOf(c.Request.Context()).Address, s.Now()); wait > 0 {
		writeProblem(c, slowDown(wait))
		return
	}
	c.Next()
}

func hostOf(hostport string) string {
	u := url.URL{Host: hostport}
	return u.Hostname()
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}
