package rest

import (
	"container/list"
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"golang.org/x/time/rate"
)

// rateClass names a stricter rate.
type rateClass string

const (
	rateSignIn rateClass = "sign-in"
	rateReset  rateClass = "reset"
	rateLinks  rateClass = "links"
	rateCostly rateClass = "costly" // per account
)

// limiter allows a rate per key. It remembers a bounded number of keys and
// forgets the one unused for longest.
type limiter struct {
	rate Rate
	most int
	mu   sync.Mutex
	keys map[string]*list.Element
	used *list.List // of *bucket, most recent first
}

type bucket struct {
	key string
	lim *rate.Limiter
}

func newLimiter(r Rate, most int) *limiter {
	return &limiter{rate: r, most: most, keys: map[string]*list.Element{}, used: list.New()}
}

// take spends one of the key's requests; wait is how long to stay away when
// there is none left, else 0.
func (l *limiter) take(key string, now time.Time) (wait time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	e := l.keys[key]
	if e == nil {
		e = l.used.PushFront(&bucket{key, rate.NewLimiter(rate.Limit(l.rate.PerMinute/60), l.rate.Burst)})
		l.keys[key] = e
		if l.used.Len() > l.most {
			last := l.used.Remove(l.used.Back()).(*bucket)
			delete(l.keys, last.key)
		}
	}
	l.used.MoveToFront(e)
	r := e.Value.(*bucket).lim.ReserveN(now, 1)
	if !r.OK() {
		return time.Minute
	}
	if wait = r.DelayFrom(now); wait > 0 {
		r.CancelAt(now)
	}
	return wait
}

// limiters holds every limiter of the transport.
type limiters struct {
	address, account *limiter
	classes          map[rateClass]*limiter
}

func newLimiters(l Limits) limiters {
	return limiters{
		address: newLimiter(l.PerAddress, l.Tracked),
		account: newLimiter(l.PerAccount, l.Tracked),
		classes: map[rateClass]*limiter{
			rateSignIn: newLimiter(l.SignIn, l.Tracked),
			rateReset:  newLimiter(l.Reset, l.Tracked),
			rateLinks:  newLimiter(l.Links, l.Tracked),
			rateCostly: newLimiter(l.Costly, l.Tracked),
		},
	}
}

// addressKey groups the addresses that one person easily holds: an IPv4
// address, or a /64 of IPv6.
func addressKey(ip string) string {
	a, err := netip.ParseAddr(ip)
	if err != nil {
		return ip
	}
	a = a.Unmap()
	if a.Is4() {
		return a.String()
	}
	p, _ := a.Prefix(64)
	return p.String()
}

// limit slows down accounts, and addresses on routes with a stricter rate.
func (s *Server) limit(ctx huma.Context, next func(huma.Context)) {
	r := requestOf(ctx.Context())
	if r.Actor.User != "" {
		if wait := s.rates.account.take(string(r.Actor.User), s.Now()); wait > 0 {
			s.refuse(ctx, slowDown(wait))
			return
		}
	}
	if class, ok := ctx.Operation().Metadata[metaRate].(rateClass); ok {
		key := r.Address
		if class == rateCostly {
			key = string(r.Actor.User)
		}
		if wait := s.rates.classes[class].take(key, s.Now()); wait > 0 {
			s.refuse(ctx, slowDown(wait))
			return
		}
	}
	next(ctx)
}

// limitAccount slows down what is tried against one account from anywhere, such
// as sign-ins; key is the address given by the client.
func (s *Server) limitAccount(class rateClass, key string) error {
	if wait := s.rates.classes[class].take("account:"+key, s.Now()); wait > 0 {
		return slowDown(wait)
	}
	return nil
}

func slowDown(wait time.Duration) *Problem {
	seconds := int(math.Ceil(wait.Seconds()))
	p := problem(http.StatusTooManyRequests, "too many requests; wait "+strconv.Itoa(seconds)+" seconds and try again")
	p.headers = http.Header{"Retry-After": {strconv.Itoa(seconds)}}
	return p
}
