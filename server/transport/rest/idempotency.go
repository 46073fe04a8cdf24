package rest

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"jumpup/server/domain"
)

// Idempotency remembers the answers to creates that came with an
// Idempotency-Key. It is implemented by the system of record. Keys and requests
// are hashes, answers are sealed: nothing in it can be read without the
// client's key.
type Idempotency interface {
	// ClaimKey takes a user's key for a request until the given time. When
	// the key is taken already it gives what was stored under it instead:
	// the hash of that request, and the answer, nil while that request is
	// still under way. Two claims at once: one gets it.
	ClaimKey(ctx context.Context, user domain.UserID, key, request []byte, now, until time.Time) (taken bool, earlier, answer []byte, err error)
	// AnswerKey stores the answer under a claimed key.
	AnswerKey(ctx context.Context, user domain.UserID, key, answer []byte) error
	// FreeKey gives a claimed key back, because nothing was made.
	FreeKey(ctx context.Context, user domain.UserID, key []byte) error
}

// answer is what is kept of a response.
type answer struct {
	Status  int
	Headers map[string]string
	Body    []byte
}

// keptHeaders are the headers that belong to an answer.
var keptHeaders = []string{"Content-Type", "Etag", "Location", "Cache-Control"}

// repeat gives the same answer to the same create. Only answers below 500 and
// other than 401 and 429 are kept; after any other one the key is free again.
func (s *Server) repeat(ctx huma.Context, next func(huma.Context)) {
	key := ctx.Header("Idempotency-Key")
	if key == "" || !flag(ctx.Operation(), metaIdempotent) || s.Idempotency == nil {
		next(ctx)
		return
	}
	c, r := humagin.Unwrap(ctx), requestOf(ctx.Context())
	if len(key) > s.Limits.KeyLength {
		s.refuse(ctx, domain.Errorf(domain.CodeInvalid, "header.Idempotency-Key", "is longer than %d characters; use a random UUID", s.Limits.KeyLength))
		return
	}
	body, err := io.ReadAll(c.Request.Body)
	if err != nil {
		p := problem(http.StatusBadRequest, "the body broke off; send it again")
		if r.TooLarge {
			p = problem(http.StatusRequestEntityTooLarge, "the body is larger than this route takes")
		}
		s.refuse(ctx, p)
		return
	}
	c.Request.Body = io.NopCloser(bytes.NewReader(body))
	name := sha256.Sum256([]byte("key\x00" + ctx.Operation().Method + "\x00" + c.Request.URL.Path + "\x00" + key))
	asked := sha256.Sum256(append([]byte(c.Request.URL.RawQuery+"\x00"), body...))
	now := s.Now()
	taken, earlier, sealed, err := s.Idempotency.ClaimKey(ctx.Context(), r.Actor.User, name[:], asked[:], now, now.Add(s.Limits.AnswerKept))
	switch {
	case err != nil:
		s.refuse(ctx, err)
	case !taken:
		s.runKeyed(ctx, next, key, name[:])
	case !bytes.Equal(earlier, asked[:]):
		s.refuse(ctx, domain.Errorf(domain.CodeInvalid, "header.Idempotency-Key", "was used for another request; make a new key"))
	case sealed == nil:
		s.refuse(ctx, domain.Errorf(domain.CodeConflict, "header.Idempotency-Key", "the first request with this key is still under way; wait for its answer"))
	default:
		s.replay(ctx, c, key, sealed)
	}
}

// runKeyed runs the request and keeps its answer.
func (s *Server) runKeyed(ctx huma.Context, next func(huma.Context), key string, name []byte) {
	c, r := humagin.Unwrap(ctx), requestOf(ctx.Context())
	w := &recorder{ResponseWriter: c.Writer}
	c.Writer = w
	kept := false
	// The client may be gone by now; what was made is remembered all the same.
	after := context.WithoutCancel(ctx.Context())
	defer func() {
		c.Writer = w.ResponseWriter
		if kept {
			return
		}
		if err := s.Idempotency.FreeKey(after, r.Actor.User, name); err != nil {
			s.Log.LogAttrs(after, slog.LevelWarn, "idempotency key not freed", slog.String("request_id", r.ID), slog.String("error", err.Error()))
		}
	}()
	next(ctx)
	st := w.Status()
	if st >= 500 || st == http.StatusUnauthorized || st == http.StatusTooManyRequests {
		return
	}
	a := answer{Status: st, Headers: map[string]string{}, Body: w.body.Bytes()}
	for _, h := range keptHeaders {
		if v := w.Header().Get(h); v != "" {
			a.Headers[h] = v
		}
	}
	sealed, err := seal(key, a)
	if err == nil {
		err = s.Idempotency.AnswerKey(after, r.Actor.User, name, sealed)
	}
	if err != nil {
		s.Log.LogAttrs(after, slog.LevelWarn, "answer not kept", slog.String("request_id", r.ID), slog.String("error", err.Error()))
		return
	}
	kept = true
}

func (s *Server) replay(ctx huma.Context, c *gin.Context, key string, sealed []byte) {
	a, err := unseal(key, sealed)
	if err != nil {
		s.refuse(ctx, err)
		return
	}
	for k, v := range a.Headers {
		c.Writer.Header().Set(k, v)
	}
	c.Writer.WriteHeader(a.Status)
	_, _ = c.Writer.Write(a.Body)
}

// recorder keeps what is written.
type recorder struct {
	gin.ResponseWriter
	body bytes.Buffer
}

func (w *recorder) Write(b []byte) (int, error) {
	w.body.Write(b)
	return w.ResponseWriter.Write(b)
}

func (w *recorder) WriteString(s string) (int, error) {
	w.body.WriteString(s)
	return w.ResponseWriter.WriteString(s)
}

// aead is AES-256-GCM under a key that only whoever holds the client's key can
// make.
func aead(key string) (cipher.AEAD, error) {
	k := sha256.Sum256([]byte("answer\x00" + key))
	block, err := aes.NewCipher(k[:])
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func seal(key string, a answer) ([]byte, error) {
	plain, err := json.Marshal(a)
	if err != nil {
		return nil, err
	}
	g, err := aead(key)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, g.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, err
	}
	return g.Seal(nonce, nonce, plain, nil), nil
}

func unseal(key string, sealed []byte) (answer, error) {
	var a answer
	g, err := aead(key)
	if err != nil {
		return a, err
	}
	if len(sealed) < g.NonceSize() {
		return a, io.ErrUnexpectedEOF
	}
	plain, err := g.Open(nil, sealed[:g.NonceSize()], sealed[g.NonceSize():], nil)
	if err != nil {
		return a, err
	}
	return a, json.Unmarshal(plain, &a)
}
