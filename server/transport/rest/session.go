package rest

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/alexedwards/scs/v2"

	"jumpup/server/domain"
)

// What a sign-in holds: the account, the epoch it was made in, and when it was
// made and last used, in Unix seconds.
const (
	keyUser  = "user"
	keyEpoch = "epoch"
	keyBegan = "began"
	keySeen  = "seen"
)

// seenStep is how old the last use may get before it is written again, so that
// reading does not write on every request.
const seenStep = 5 * time.Minute

// signIns keeps sign-ins behind a cookie. The token is 256 random bits, made
// anew at every sign-in; the store sees its hash only.
type signIns struct {
	scs    *scs.SessionManager
	name   string
	secure bool
	now    func() time.Time
	idle   time.Duration
	life   time.Duration
}

func newSignIns(store scs.Store, address *url.URL, now func() time.Time, l Limits) *signIns {
	s := &signIns{now: now, idle: l.SignInIdle, life: l.SignInLife, name: "jumpup"}
	if address.Scheme == "https" {
		s.name, s.secure = "__Host-jumpup", true
	}
	// Made by hand: scs.New would start a goroutine for a store we do not use.
	s.scs = &scs.SessionManager{Lifetime: l.SignInLife, Store: store, Codec: scs.GobCodec{}, HashTokenInStore: true}
	return s
}

// load finds the sign-in of a request; user is "" when there is none or it ran
// out.
func (s *signIns) load(ctx context.Context, token string) (in context.Context, user domain.UserID, epoch int64, err error) {
	in, err = s.scs.Load(ctx, token)
	if err != nil {
		return ctx, "", 0, fmt.Errorf("loading a sign-in: %w", err)
	}
	id := s.scs.GetString(in, keyUser)
	if id == "" {
		return in, "", 0, nil
	}
	began, seen := time.Unix(s.scs.GetInt64(in, keyBegan), 0), time.Unix(s.scs.GetInt64(in, keySeen), 0)
	if now := s.now(); now.Sub(began) >= s.life || now.Sub(seen) >= s.idle {
		return in, "", 0, s.scs.Destroy(in)
	}
	return in, domain.UserID(id), s.scs.GetInt64(in, keyEpoch), nil
}

// use notes the use of a sign-in now and then; noted tells whether it did.
func (s *signIns) use(ctx context.Context) (noted bool, err error) {
	if s.now().Sub(time.Unix(s.scs.GetInt64(ctx, keySeen), 0)) < seenStep {
		return false, nil
	}
	s.scs.Put(ctx, keySeen, s.now().Unix())
	_, _, err = s.scs.Commit(ctx)
	return true, err
}

// begin signs somebody in under a new token; what the old token held is gone.
func (s *signIns) begin(ctx context.Context, user domain.UserID, epoch int64) (http.Cookie, error) {
	if err := s.scs.Destroy(ctx); err != nil {
		return http.Cookie{}, fmt.Errorf("ending the old sign-in: %w", err)
	}
	now := s.now().Unix()
	s.scs.Put(ctx, keyUser, string(user))
	s.scs.Put(ctx, keyEpoch, epoch)
	s.scs.Put(ctx, keyBegan, now)
	s.scs.Put(ctx, keySeen, now)
	token, _, err := s.scs.Commit(ctx)
	if err != nil {
		return http.Cookie{}, fmt.Errorf("storing the sign-in: %w", err)
	}
	return s.cookie(token, int(s.life.Seconds())), nil
}

// end forgets the sign-in and takes the cookie away.
func (s *signIns) end(ctx context.Context) (http.Cookie, error) {
	if err := s.scs.Destroy(ctx); err != nil {
		return http.Cookie{}, fmt.Errorf("ending the sign-in: %w", err)
	}
	return s.cookie("", -1), nil
}

func (s *signIns) cookie(token string, age int) http.Cookie {
	return http.Cookie{
		Name: s.name, Value: token, Path: "/", MaxAge: age,
		Secure: s.secure, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	}
}
