package matcher

import (
	"fmt"
	"time"
)

// Day is a calendar day, counted from 0001-01-01 = 1 in the proleptic Gregorian
// calendar. The zero Day means "not known".
type Day int32

const epochSeconds = -62135596800 // 0001-01-01T00:00:00Z in Unix seconds

// NewDay returns the Day of a date; out-of-range months and days roll over as in time.Date.
func NewDay(year int, month time.Month, day int) Day {
	s := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()
	return Day((s-epochSeconds)/86400) + 1
}

// ParseDay reads YYYY-MM-DD. The empty string is the unknown day.
func ParseDay(s string) (Day, error) {
	if s == "" {
		return 0, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("day %q: want YYYY-MM-DD", s)
	}
	return NewDay(t.Date()), nil
}

// Time returns midnight UTC of the day.
func (d Day) Time() time.Time {
	return time.Unix(int64(d-1)*86400+epochSeconds, 0).UTC()
}

// String returns YYYY-MM-DD, or "" for the unknown day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// monthStart returns the first day of d's month.
func (d Day) monthStart() Day {
	y, m, _ := d.Time().Date()
	return NewDay(y, m, 1)
}
