package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"jumpup/server/domain"
)

// The days that a bare serial number of Excel may mean: 1954-10-03 to
// 2119-01-10. Outside, a number in a date column is a mistake.
const (
	firstSerial = 20000
	lastSerial  = 80000
)

var (
	numericDate = regexp.MustCompile(`^'?(\d{4}|\d{2})\s*[.\-/년]\s*(\d{1,2})\s*[.\-/월]\s*(\d{1,2})\s*[.일]?\s*(?:\([^)]{1,9}\)|[월화수목금토일]요일)?$`)
	compactDate = regexp.MustCompile(`^(\d{4}|\d{2})(\d{2})(\d{2})$`)
	monthOnly   = regexp.MustCompile(`^'?(\d{4}|\d{2})\s*[.\-/년]\s*(\d{1,2})\s*[.월]?$`)
	americanDay = regexp.MustCompile(`^\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}$`)
	serialDay   = regexp.MustCompile(`^(\d{1,6})(\.\d+)?$`)
	clockTail   = regexp.MustCompile(`[T ]+(오전|오후)?\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(am|pm|AM|PM)?\s*(Z|[+-]\d{2}:?\d{2})?$`)
	dayWord     = regexp.MustCompile(`^(?i)(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+`)
)

var englishDates = []string{"2 Jan 2006", "2 January 2006", "Jan 2, 2006", "January 2, 2006", "Jan 2 2006", "2-Jan-2006", "2-Jan-06", "2 Jan 06"}

const dateRemedy = "write the day as 2026-03-02 or 2026. 3. 2."

// ParseDate reads a calendar day: 2026-03-02, 2026.3.2, 2026. 3. 2.(월), 26.3.2,
// 2026/3/2, 2026년 3월 2일, 20260302, 2 Mar 2026, with or without a time of day, and
// Excel's serial numbers, counted from 1904 in workbooks that say so. Days that
// do not exist, months without a day and 3/2/2026 are errors.
func ParseDate(s string, date1904 bool) (domain.Date, error) {
	text := narrow(s)
	if t := clockTail.ReplaceAllString(text, ""); t != "" {
		text = t
	}
	text = strings.TrimRight(text, " ")
	for _, re := range []*regexp.Regexp{numericDate, compactDate} {
		if m := re.FindStringSubmatch(text); m != nil {
			return calendarDay(s, m[1], m[2], m[3])
		}
	}
	if m := serialDay.FindStringSubmatch(text); m != nil && len(m[1]) == 5 {
		n, _ := strconv.Atoi(m[1])
		if date1904 {
			n += 1462
		}
		if n >= firstSerial && n <= lastSerial {
			return serialDate(n), nil
		}
	}
	switch {
	case americanDay.MatchString(text):
		return "", fmt.Errorf("%q leaves open which number is the month; %s", s, dateRemedy)
	case monthOnly.MatchString(text):
		return "", fmt.Errorf("%q lacks the day; %s", s, dateRemedy)
	}
	english := dayWord.ReplaceAllString(strings.ReplaceAll(text, ".", ""), "")
	for _, layout := range englishDates {
		if t, err := time.Parse(layout, english); err == nil {
			return domain.DateOf(t), nil
		}
	}
	return "", fmt.Errorf("%q is no date; %s", s, dateRemedy)
}

func calendarDay(whole, year, month, day string) (domain.Date, error) {
	y, _ := strconv.Atoi(year)
	if len(year) == 2 {
		y += 2000
		if y >= 2070 {
			y -= 100
		}
	}
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return "", fmt.Errorf("%q is not in the calendar; %s", whole, dateRemedy)
	}
	return domain.DateOf(t), nil
}

// epoch is day 0 of Excel's serial numbers from 1900-03-01 on.
var epoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

func serialDate(n int) domain.Date { return domain.DateOf(epoch.AddDate(0, 0, n)) }

// dateSerial gives the serial number of a day, when Excel and ParseDate agree
// on it.
func dateSerial(d domain.Date) (int, bool) {
	if _, err := time.Parse(time.DateOnly, string(d)); err != nil {
		return 0, false
	}
	n := int(d.Time().Sub(epoch).Hours() / 24)
	return n, n >= firstSerial && n <= lastSerial && serialDate(n) == d
}

var yearText = regexp.MustCompile(`^'?(\d{4})(?:\.0+)?\s*(?:년도?|년생|year)?(?:\s*설립|\s*창업)?$`)

// parseYear reads a year, or the year of a date.
func parseYear(s string, date1904 bool) (int, error) {
	if m := yearText.FindStringSubmatch(narrow(s)); m != nil {
		n, _ := strconv.Atoi(m[1])
		if n >= 1800 && n <= 2200 {
			return n, nil
		}
		return 0, fmt.Errorf("%q is no plausible year; write four digits", s)
	}
	if m := monthOnly.FindStringSubmatch(narrow(s)); m != nil && len(m[1]) == 4 {
		if n, _ := strconv.Atoi(m[1]); n >= 1800 && n <= 2200 {
			return n, nil
		}
	}
	if d, err := ParseDate(s, date1904); err == nil {
		return d.Time().Year(), nil
	}
	return 0, fmt.Errorf("%q is no year; write four digits, such as 2015", s)
}
