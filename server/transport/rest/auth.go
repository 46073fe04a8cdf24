package rest

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"jumpup/server/domain"
)

// authenticate finds out who asks, before anything of the request is read.
// Routes that are not public answer 401 to nobody.
func (s *Server) authenticate(ctx huma.Context, next func(huma.Context)) {
	r := requestOf(ctx.Context())
	in, err := s.signedIn(ctx, r)
	if err != nil {
		s.refuse(ctx, err)
		return
	}
	if r.Actor.User == "" && !flag(ctx.Operation(), metaPublic) {
		s.refuse(ctx, domain.Errorf(domain.CodeUnauthenticated, "", "sign in first"))
		return
	}
	next(huma.WithContext(ctx, in))
}

func (s *Server) signedIn(ctx huma.Context, r *request) (context.Context, error) {
	token := ""
	if c, err := huma.ReadCookie(ctx, s.signIns.name); err == nil {
		token = c.Value
	}
	in, user, epoch, err := s.signIns.load(ctx.Context(), token)
	if err != nil || user == "" {
		return in, err
	}
	actor, err := s.Accounts.Actor(in, user, epoch)
	if domain.CodeOf(err) == domain.CodeUnauthenticated {
		return in, nil
	}
	if err != nil {
		return in, err
	}
	r.Actor = actor
	noted, err := s.signIns.use(in)
	if err == nil && noted {
		err = s.Accounts.Seen(in, actor)
	}
	if err != nil {
		// The sign-in is good; only the note of its use failed.
		s.Log.LogAttrs(in, slog.LevelWarn, "sign-in not noted as used",
			slog.String("request_id", r.ID), slog.String("error", err.Error()))
	}
	return in, nil
}

// refuse answers with a problem from a huma middleware.
func (s *Server) refuse(ctx huma.Context, err error) {
	writeProblem(humagin.Unwrap(ctx), s.logged(ctx.Context(), err))
}

// bound limits how much a route reads and how long it works.
func (s *Server) bound(ctx huma.Context, next func(huma.Context)) {
	o, c, r := ctx.Operation(), humagin.Unwrap(ctx), requestOf(ctx.Context())
	c.Request.Body = &bodyLimit{ReadCloser: http.MaxBytesReader(c.Writer, c.Request.Body, o.MaxBodyBytes), request: r}
	term := s.Limits.RequestTime
	if flag(o, metaLarge) {
		term = s.Limits.LargeTime
	}
	in, cancel := context.WithTimeout(ctx.Context(), term)
	defer cancel()
	next(huma.WithContext(ctx, in))
}

// bodyLimit notes that a body went over its limit.
type bodyLimit struct {
	io.ReadCloser
	request *request
}

func (b *bodyLimit) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	var over *http.MaxBytesError
	if errors.As(err, &over) {
		b.request.TooLarge = true
	}
	return n, err
}
