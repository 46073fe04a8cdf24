package rest

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"jumpup/server/domain"
)

// Problem is every error answer: RFC 9457 with a code that programs branch on.
type Problem struct {
	Type      string        `json:"type" doc:"urn:jumpup:problem: and the code" example:"urn:jumpup:problem:stale"`
	Title     string        `json:"title" doc:"The status in words"`
	Status    int           `json:"status" doc:"The HTTP status"`
	Detail    string        `json:"detail" doc:"What is wrong and what to do, in plain English"`
	Code      string        `json:"code" enum:"invalid,unauthenticated,forbidden,not_found,conflict,stale,rate_limited,unavailable,internal,method_not_allowed,too_large,unsupported_media_type,precondition_required,timeout" doc:"Stable code of the kind of problem"`
	Field     string        `json:"field,omitempty" doc:"The place, when there is one"`
	Errors    []ProblemItem `json:"errors,omitempty" doc:"Everything that is wrong, when there is more to say"`
	RequestID string        `json:"request_id" doc:"Names the request in the server's log"`
	headers   http.Header
}

// ProblemItem is one fault of an input.
type ProblemItem struct {
	Location string `json:"location,omitempty" doc:"Where, such as body.email or query.limit"`
	Message  string `json:"message" doc:"What is wrong there"`
	Value    any    `json:"value,omitempty" doc:"The value found, when it is short and no secret"`
}

const problemType = "application/problem+json"

func (p *Problem) Error() string { return p.Detail }

// GetStatus gives the HTTP status to huma.
func (p *Problem) GetStatus() int { return p.Status }

// GetHeaders gives the headers of the answer to huma.
func (p *Problem) GetHeaders() http.Header { return p.headers }

// ContentType makes huma answer with problem+json.
func (p *Problem) ContentType(string) string { return problemType }

var statusOf = map[domain.Code]int{
	domain.CodeInvalid:         http.StatusUnprocessableEntity,
	domain.CodeUnauthenticated: http.StatusUnauthorized,
	domain.CodeForbidden:       http.StatusForbidden,
	domain.CodeNotFound:        http.StatusNotFound,
	domain.CodeConflict:        http.StatusConflict,
	domain.CodeStale:           http.StatusPreconditionFailed,
	domain.CodeRateLimited:     http.StatusTooManyRequests,
	domain.CodeUnavailable:     http.StatusServiceUnavailable,
	domain.CodeInternal:        http.StatusInternalServerError,
}

// codeOfStatus names what the transport itself refuses.
func codeOfStatus(status int) string {
	switch status {
	case http.StatusMethodNotAllowed:
		return "method_not_allowed"
	case http.StatusRequestTimeout:
		return "timeout"
	case http.StatusRequestEntityTooLarge:
		return "too_large"
	case http.StatusUnsupportedMediaType:
		return "unsupported_media_type"
	case http.StatusPreconditionRequired:
		return "precondition_required"
	}
	for code, s := range statusOf {
		if s == status {
			return string(code)
		}
	}
	if status < 500 {
		return string(domain.CodeInvalid)
	}
	return string(domain.CodeInternal)
}

func problem(status int, detail string) *Problem {
	p := &Problem{Title: http.StatusText(status), Status: status, Detail: detail, Code: codeOfStatus(status)}
	p.Type = "urn:jumpup:problem:" + p.Code
	return p
}

// fail turns any error into the problem that the client sees. Errors that are
// no [domain.Error] become generic words; the caller logs them. A problem stays
// itself, nil stays nil.
func fail(err error) error {
	if err == nil {
		return nil
	}
	return problemOf(err)
}

func problemOf(err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	var status huma.StatusError
	if errors.As(err, &status) {
		return problem(status.GetStatus(), status.Error())
	}
	var list domain.Problems
	if errors.As(err, &list) && len(list) > 0 {
		p = problem(http.StatusUnprocessableEntity, "the input has faults; correct them and send it again")
		p.Field = list[0].Field
		for _, e := range list {
			p.Errors = append(p.Errors, ProblemItem{Location: e.Field, Message: e.Message})
		}
		return p
	}
	var e *domain.Error
	if errors.As(err, &e) && e.Code != domain.CodeInternal {
		p = problem(statusOf[e.Code], e.Message)
		p.Field = e.Field
		if e.Field != "" && e.Code == domain.CodeInvalid {
			p.Errors = []ProblemItem{{Location: e.Field, Message: e.Message}}
		}
		return p
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return problem(http.StatusServiceUnavailable, "this took too long and was stopped; nothing was kept, try again")
	}
	return problem(http.StatusInternalServerError, "something went wrong on our side; nothing was kept. Try again, and give the request id to whoever looks after the server")
}

// failLogged is fail for one request: it adds the request's id and logs once
// what the client is not told.
func (s *Server) failLogged(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	return s.logged(ctx, err)
}

func (s *Server) logged(ctx context.Context, err error) *Problem {
	p := problemOf(err)
	r := requestOf(ctx)
	p.RequestID = r.ID
	if p.Status == http.StatusInternalServerError && !errors.Is(err, p) {
		s.Log.LogAttrs(ctx, slog.LevelError, "internal error",
			slog.String("request_id", r.ID), slog.String("route", r.Route), slog.String("error", err.Error()))
	}
	return p
}

// writeProblem answers outside of huma.
func writeProblem(c *gin.Context, p *Problem) {
	p.RequestID = requestOf(c.Request.Context()).ID
	for k, v := range p.headers {
		c.Writer.Header()[k] = v
	}
	h := c.Writer.Header()
	h.Set("Content-Type", problemType)
	h.Set("Cache-Control", "no-store")
	c.Abort()
	c.Writer.WriteHeader(p.Status)
	body, err := json.Marshal(p)
	if err == nil && c.Request.Method != http.MethodHead {
		_, _ = c.Writer.Write(body)
	}
}

// init makes huma answer with our problems; huma keeps its makers of errors in
// package variables.
func init() {
	huma.NewError = func(status int, msg string, errs ...error) huma.StatusError {
		return validationProblem(status, msg, errs)
	}
	huma.NewErrorWithContext = func(ctx huma.Context, status int, msg string, errs ...error) huma.StatusError {
		r := requestOf(ctx.Context())
		switch {
		case r.TooLarge:
			status, msg, errs = http.StatusRequestEntityTooLarge, "the body is larger than this route takes", nil
		case status == http.StatusInternalServerError && msg == "cannot read request body":
			status, msg, errs = http.StatusBadRequest, "the body broke off; send it again", nil
		}
		p := validationProblem(status, msg, errs)
		p.RequestID = r.ID
		return p
	}
	huma.DefaultArrayNullable = false
	gin.SetMode(gin.ReleaseMode)
}
