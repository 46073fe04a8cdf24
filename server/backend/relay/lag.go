package relay

import "time"

// How old a row may be that a sink which counts as fresh does not have yet, how
// long a look at the outbox counts, and how long one at a sink that another
// server feeds.
const (
	freshWithin = 5 * time.Second
	headCounts  = 15 * time.Second
	lookCounts  = 10 * time.Second
)

// lag compares a position with the numbers that the outbox had some seconds ago.
type lag struct {
	heads  []sample  // oldest first; the first is at least freshWithin old, once there is one
	looked time.Time // when the sink was asked for its position last

	asked  string // the newest request to rebuild that is not carried out yet
	wanted int64  // the position at which it is
}

type sample struct {
	at   time.Time
	head int64
}

// saw notes the number of the newest row.
func (l *lag) saw(head int64, now time.Time) {
	l.heads = append(l.heads, sample{now, head})
	for len(l.heads) > 1 && now.Sub(l.heads[1].at) >= freshWithin {
		l.heads = l.heads[1:]
	}
}

func (l *lag) head() int64 {
	if len(l.heads) == 0 {
		return 0
	}
	return l.heads[len(l.heads)-1].head
}

// small says whether all rows of freshWithin ago are done at the position. A
// server that started later asks for all rows. A position that another server
// moves must have been looked at lately.
func (l *lag) small(position int64, feeding bool, now time.Time) bool {
	if len(l.heads) == 0 || now.Sub(l.heads[len(l.heads)-1].at) > headCounts {
		return false
	}
	if !feeding && now.Sub(l.looked) > lookCounts {
		return false
	}
	wanted := l.heads[0].head
	if now.Sub(l.heads[0].at) < freshWithin {
		wanted = l.head()
	}
	return position >= wanted
}

// carriedOut tells which request to rebuild is done: a request was made before
// head was read, and a sink that has come that far was filled after it, or has
// taken the request's own row.
func (l *lag) carriedOut(id string, head int64, done string, position int64, ready bool) string {
	if id != done && id != l.asked {
		l.asked, l.wanted = id, head
	}
	if l.asked != "" && ready && position >= l.wanted {
		done, l.asked = l.asked, ""
	}
	return done
}
