package rest

import "time"

// Rate allows PerMinute requests on average and Burst at once.
type Rate struct {
	PerMinute float64
	Burst     int
}

// Limits is every bound of the HTTP transport in one place. The table in
// server/docs/api.md repeats the defaults.
type Limits struct {
	Body        int64         // bytes of a request body
	LargeBody   int64         // bytes of an upload (imports)
	Header      int           // bytes of a request's header, for the listener
	BodyTime    time.Duration // to receive a body
	LargeTime   time.Duration // to receive and take in an upload
	RequestTime time.Duration // to answer anything else

	PageDefault, PageMost int // items of a list page

	PerAddress Rate // every API request of one address
	PerAccount Rate // every request of one account
	SignIn     Rate // sign-in attempts of one address, and to one account
	Reset      Rate // password resets asked from one address, and for one account
	Links      Rate // one-time links opened from one address
	Costly     Rate // imports, exports, replays, sensitivity and rebuilding of one account
	Tracked    int  // addresses and accounts remembered at once, the least recent forgotten

	SignInIdle time.Duration // a sign-in unused for so long ends
	SignInLife time.Duration // a sign-in ends after so long in any case
	AnswerKept time.Duration // the answer to an Idempotency-Key
	KeyLength  int           // characters of an Idempotency-Key
}

// DefaultLimits are the limits of a server in use.
func DefaultLimits() Limits {
	return Limits{
		Body:        1 << 20,
		LargeBody:   256 << 20,
		Header:      32 << 10,
		BodyTime:    15 * time.Second,
		LargeTime:   10 * time.Minute,
		RequestTime: 30 * time.Second,
		PageDefault: 50,
		PageMost:    500,
		PerAddress:  Rate{PerMinute: 1200, Burst: 300},
		PerAccount:  Rate{PerMinute: 600, Burst: 200},
		SignIn:      Rate{PerMinute: 10, Burst: 10},
		Reset:       Rate{PerMinute: 2, Burst: 5},
		Links:       Rate{PerMinute: 20, Burst: 20},
		Costly:      Rate{PerMinute: 30, Burst: 15},
		Tracked:     20000,
		SignInIdle:  14 * 24 * time.Hour,
		SignInLife:  30 * 24 * time.Hour,
		AnswerKept:  24 * time.Hour,
		KeyLength:   200,
	}
}
