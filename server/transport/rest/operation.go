package rest

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// Keys of huma.Operation.Metadata; set them through the functions below.
const (
	metaPublic     = "public"
	metaRate       = "rate"
	metaIdempotent = "idempotent"
	metaLarge      = "large"
)

// op begins a route: a method, a path under /api/v1, an area (which is its tag)
// and what it does in one sentence.
func op(method, path, area, summary string) huma.Operation {
	return huma.Operation{
		Method: method, Path: path, Summary: summary, Tags: []string{area},
		OperationID: operationID(method, path), Metadata: map[string]any{},
	}
}

func operationID(method, path string) string {
	words := []string{strings.ToLower(method)}
	for _, p := range strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == '.' }) {
		words = append(words, strings.Trim(p, "{}"))
	}
	return strings.Join(words, "-")
}

// public opens a route to people who are not signed in.
func public(o huma.Operation) huma.Operation { o.Metadata[metaPublic] = true; return o }

// limited puts a route under a stricter rate than the general ones.
func limited(o huma.Operation, c rateClass) huma.Operation { o.Metadata[metaRate] = c; return o }

// large lets a route take uploads and work longer.
func large(o huma.Operation) huma.Operation { o.Metadata[metaLarge] = true; return o }

// status sets the answer's status where it is not 200 (204 without a body).
func status(o huma.Operation, code int) huma.Operation { o.DefaultStatus = code; return o }

// creates marks a POST that makes something: 201, and an Idempotency-Key is
// honoured.
func creates(o huma.Operation) huma.Operation {
	if o.DefaultStatus == 0 {
		o.DefaultStatus = http.StatusCreated
	}
	o.Metadata[metaIdempotent] = true
	return o
}

func flag(o *huma.Operation, key string) bool { on, _ := o.Metadata[key].(bool); return on }

// add registers a route. It documents the sign-in and every problem the route
// may answer with, bounds the body, and turns the handler's errors into
// problems; handlers return domain errors as they are.
func add[I, O any](s *Server, api huma.API, o huma.Operation, handle func(context.Context, *I) (*O, error)) {
	s.document(&o)
	huma.Register(api, o, func(ctx context.Context, in *I) (*O, error) {
		requestOf(ctx).bodyRead()
		out, err := handle(ctx, in)
		if err != nil {
			return nil, s.failLogged(ctx, err)
		}
		return out, nil
	})
}

func (s *Server) document(o *huma.Operation) {
	o.Errors = append(o.Errors, http.StatusBadRequest, http.StatusForbidden, http.StatusUnprocessableEntity,
		http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusServiceUnavailable)
	if !flag(o, metaPublic) {
		o.Errors = append(o.Errors, http.StatusUnauthorized)
		o.Security = []map[string][]string{{"cookie": {}}}
	} else {
		o.Security = []map[string][]string{}
	}
	if strings.Contains(o.Path, "{") {
		o.Errors = append(o.Errors, http.StatusNotFound)
	}
	if o.Method != http.MethodGet {
		o.Errors = append(o.Errors, http.StatusNotFound, http.StatusConflict, http.StatusRequestTimeout,
			http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
	}
	switch o.Method {
	case http.MethodPost: // some name a version in the body
		o.Errors = append(o.Errors, http.StatusPreconditionFailed)
	case http.MethodPut, http.MethodPatch, http.MethodDelete:
		o.Errors = append(o.Errors, http.StatusPreconditionFailed, http.StatusPreconditionRequired)
	}
	slices.Sort(o.Errors)
	o.Errors = slices.Compact(o.Errors)
	o.MaxBodyBytes, o.BodyReadTimeout = s.Limits.Body, s.Limits.BodyTime
	if flag(o, metaLarge) {
		o.MaxBodyBytes, o.BodyReadTimeout = s.Limits.LargeBody, s.Limits.LargeTime
	}
	if flag(o, metaIdempotent) {
		most := s.Limits.KeyLength
		o.Parameters = append(o.Parameters, &huma.Param{
			Name: "Idempotency-Key", In: "header", Schema: &huma.Schema{Type: "string", MaxLength: &most},
			Description: "A fresh random key; the same key with the same body gets the first answer again.",
		})
	}
}

func ptr[T any](v T) *T { return &v }
