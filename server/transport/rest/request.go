package rest

import (
	"context"
	"net/http"
	"time"

	"jumpup/server/domain"
)

// request is what the transport notes about one request on its way: for the
// access log, the limits and the answers.
type request struct {
	ID       string
	Route    string // template, never the real path
	Actor    domain.Actor
	Address  string // for rate limits only, never logged
	TooLarge bool   // the body went over its limit
	writer   http.ResponseWriter
}

type requestKey struct{}

func withRequest(ctx context.Context, r *request) context.Context {
	return context.WithValue(ctx, requestKey{}, r)
}

// requestOf gives the notes of the request; outside of one, empty notes.
func requestOf(ctx context.Context) *request {
	if r, ok := ctx.Value(requestKey{}).(*request); ok {
		return r
	}
	return &request{}
}

// actorOf is who makes the request; the zero Actor on public routes without a
// sign-in.
func actorOf(ctx context.Context) domain.Actor { return requestOf(ctx).Actor }

// bodyRead lifts the deadline of receiving the body: a deadline that passed
// while a handler works would cancel the handler.
func (r *request) bodyRead() {
	if r.writer != nil {
		// Writers of tests know no deadlines; there is nothing to lift then.
		_ = http.NewResponseController(r.writer).SetReadDeadline(time.Time{})
	}
}
