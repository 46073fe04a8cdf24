package search

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/server/domain"
)

// meiliBodyMost bounds an answer of the server, in bytes.
const meiliBodyMost = 64 << 20

// newMeiliClient follows no redirects, so that the key goes to one host only,
// and reads no more of an answer than fits in memory.
func newMeiliClient() *http.Client {
	transport := &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		DialContext:            (&net.Dialer{Timeout: 3 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		MaxConnsPerHost:        64,
		MaxIdleConns:           64,
		MaxIdleConnsPerHost:    64,
		IdleConnTimeout:        time.Minute,
		TLSHandshakeTimeout:    3 * time.Second,
		MaxResponseHeaderBytes: 64 << 10,
		DisableCompression:     true,
	}
	return &http.Client{
		Transport:     boundedTransport{transport, meiliBodyMost},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

type boundedTransport struct {
	*http.Transport
	most int64
}

// RoundTrip implements http.RoundTripper.
func (t boundedTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	res, err := t.Transport.RoundTrip(r)
	if err == nil {
		res.Body = &boundedBody{res.Body, t.most}
	}
	return res, err
}

type boundedBody struct {
	io.ReadCloser
	left int64
}

var errLongAnswer = errors.New("the answer does not end")

func (b *boundedBody) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errLongAnswer
	}
	n, err := b.ReadCloser.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// write runs one request that is no search, within its time.
func (m *Meili) write(ctx context.Context, what string, do func(context.Context) error) error {
	return m.within(ctx, m.o.Write, what, do)
}

func (m *Meili) within(ctx context.Context, limit time.Duration, what string, do func(context.Context) error) error {
	inner, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	err := do(inner)
	if err == nil {
		return nil
	}
	if ctx.Err() != nil { // whoever asked went away; the server did nothing wrong
		return ctx.Err()
	}
	return meiliFailure(what, limit, err)
}

// meiliFailure says what went wrong in the words of the domain: always
// unavailable, since the other engine can answer meanwhile.
func meiliFailure(what string, limit time.Duration, err error) error {
	out := &domain.Error{Code: domain.CodeUnavailable, Err: &meiliError{cause: err}}
	var api *meilisearch.Error
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &api) && api.ErrCode == meilisearch.MeilisearchTimeoutError:
		out.Message = "Meilisearch did not " + what + " within " + limit.String()
		out.Err.(*meiliError).late = true
	case api == nil || api.StatusCode == 0:
		out.Message = "Meilisearch cannot be reached to " + what + "; see whether it runs"
	case api.StatusCode == http.StatusUnauthorized || api.StatusCode == http.StatusForbidden:
		out.Message = "Meilisearch refuses the key to " + what + "; check JUMPUP_MEILI_KEY"
	case api.MeilisearchApiError.Code == "index_not_found":
		out.Message = "Meilisearch has no index to " + what + "; it is made by the next rebuild"
	default:
		out.Message = "Meilisearch could not " + what
	}
	return out
}

// meiliError is the cause of a failure, cut short: the client puts whole
// answers into its errors.
type meiliError struct {
	cause error
	late  bool
}

func (e *meiliError) Error() string {
	var api *meilisearch.Error
	if errors.As(e.cause, &api) && api.MeilisearchApiError.Code != "" {
		return clipMessage(api.MeilisearchApiError.Code + ": " + api.MeilisearchApiError.Message)
	}
	if api != nil && api.StatusCode != 0 && api.OriginError == nil {
		return "status " + http.StatusText(api.StatusCode)
	}
	if api != nil && api.OriginError != nil {
		return clipMessage(api.OriginError.Error())
	}
	return clipMessage(e.cause.Error())
}

// Unwrap gives the cause.
func (e *meiliError) Unwrap() error { return e.cause }

// Timeout says whether time ran out, as the breaker wants to know.
func (e *meiliError) Timeout() bool { return e.late }

func clipMessage(s string) string {
	const most = 300
	if len(s) > most {
		s = s[:most] + "..."
	}
	return strings.ToValidUTF8(s, "?")
}

// meiliCode is the code that the server gave, such as index_not_found.
func meiliCode(err error) string {
	var api *meilisearch.Error
	if errors.As(err, &api) {
		if api.StatusCode == http.StatusRequestEntityTooLarge {
			return "payload_too_large" // a proxy before the server answers in its own words
		}
		return api.MeilisearchApiError.Code
	}
	var failed *meiliTaskError
	if errors.As(err, &failed) {
		return failed.code
	}
	return ""
}

func isMeiliMissing(err error) bool {
	code := meiliCode(err)
	return code == "index_not_found" || code == "document_not_found"
}
