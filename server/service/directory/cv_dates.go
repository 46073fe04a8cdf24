package directory

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"jumpup/server/domain"
)

// period is a time named in a line of a CV: the day it ended, or where it goes
// on the day it began. written is the text itself, from start to end of the
// line.
type period struct {
	date       domain.Date
	start, end int
	strong     bool // a span, or a date with a month: not a number by chance
}

const (
	yearExp  = `(?:19[5-9]\d|20[0-4]\d)`
	monthExp = `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?`
	dayExp   = `(?:` +
		yearExp + `\s*년(?:도)?(?:\s*\d{1,2}\s*월(?:\s*\d{1,2}\s*일)?)?` + `|` +
		yearExp + `\s?[./]\s?\d{1,2}\b(?:\s?[./]\s?\d{1,2}\b\.?)?` + `|` +
		yearExp + `-\d{1,2}\b(?:-\d{1,2}\b)?` + `|` +
		monthExp + `\s+(?:\d{1,2},\s*)?` + yearExp + `|` +
		`\d{1,2}\s?/\s?` + yearExp + `|` +
		`['’‘]\d{2}(?:\s?[./년]\s?\d{1,2}\s?월?)?` + `|` +
		yearExp + `)\.?`
	nowExp  = `(?:현재|현\b|진행\s?중|재직\s?중|(?i:present|now|current|today|ongoing|to date))`
	spanExp = `\s*(?:부터)?\s*(?:[~∼〜～–—−-]|(?i:to|until|through)\b|부터)\s*`
)

var (
	spanRule   = regexp.MustCompile(`(` + dayExp + `)` + spanExp + `(` + dayExp + `|` + nowExp + `|\d{1,2}\b\s?월?)(?:\s*까지)?`)
	onwardRule = regexp.MustCompile(`(` + dayExp + `)\s*(?:[~∼〜～–—]|부터)\s*(?:$|[)\]|,\t])`)
	dayRule    = regexp.MustCompile(dayExp)
	yearRule   = regexp.MustCompile(yearExp)
	wordRule   = regexp.MustCompile(`[A-Za-z]{3,}`)
	numberRule = regexp.MustCompile(`\d+`)
)

// findPeriod finds the time a line names. A bare year counts only where one
// would write a date: at either end of the line or between brackets.
func findPeriod(line string, today domain.Date) (period, bool) {
	if !strings.ContainsAny(line, "0123456789") {
		return period{}, false
	}
	if m := spanRule.FindStringSubmatchIndex(line); m != nil && bounded(line, m[0], m[1]) && !wholeDay(strings.TrimSpace(line[m[0]:m[1]])) {
		return spanOf(line, m, today), true
	}
	if m := onwardRule.FindStringSubmatchIndex(line); m != nil && bounded(line, m[0], m[3]) {
		from, _, ok := readDay(line[m[2]:m[3]])
		end := m[3] + len(strings.TrimRight(line[m[3]:m[1]], ")]|,\t "))
		return period{dateOf(from, false), m[0], end, true}, ok
	}
	for _, m := range dayRule.FindAllStringIndex(line, -1) {
		text := line[m[0]:m[1]]
		day, parts, ok := readDay(text)
		if !ok || !bounded(line, m[0], m[1]) || parts == 1 && !placed(line, m[0], m[1]) {
			continue
		}
		return period{endOf(day, parts), m[0], m[1], parts > 1}, true
	}
	return period{}, false
}

// wholeDay tells a day written with hyphens, which looks like a span.
func wholeDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// labelRule matches the label of a line that gives a period and nothing else.
var labelRule = regexp.MustCompile(`^(?:수행\s?|사업\s?|과제\s?|용역\s?|근무\s?|계약\s?|프로젝트\s?)?(?:기간|일시|일자|날짜)\s*[:：]?\s*$|^(?i:period|dates?|duration|term)\s*:?\s*$`)

// labelled says whether nothing but a label stands before the period and
// nothing after it.
func labelled(line string, p period) bool {
	return labelRule.MatchString(line[:p.start]) && p.start > 0 && strings.Trim(line[p.end:], " \t)](0123456789개월년,약") == ""
}

// spanOf reads a span; one that has not ended is dated by its beginning.
func spanOf(line string, m []int, today domain.Date) period {
	p := period{start: m[0], end: m[1], strong: true}
	from, fromParts, ok := readDay(line[m[2]:m[3]])
	second := line[m[4]:m[5]]
	to, parts, ended := readDay(second)
	if short := numberRule.FindString(second); !ended && ok && short != "" {
		n, _ := strconv.Atoi(short)
		switch {
		case fromParts > 1 && n >= 1 && n <= 12: // 2021.03 ~ 05
			to, parts, ended = time.Date(from.Year(), time.Month(n), 1, 0, 0, 0, 0, time.UTC), 2, true
		case fromParts == 1 && n > from.Year()%100 && n <= 49: // 2019-21
			to, parts, ended = time.Date(from.Year()/100*100+n, 1, 1, 0, 0, 0, 0, time.UTC), 1, true
		}
	}
	if ended {
		p.date = endOf(to, parts)
	}
	if p.date == "" || p.date > today {
		p.date = dateOf(from, !ok)
	}
	return p
}

func dateOf(t time.Time, unknown bool) domain.Date {
	if unknown || t.IsZero() {
		return ""
	}
	return domain.DateOf(t)
}

// endOf is the last day of what was named: of a day, a month or a year.
func endOf(t time.Time, parts int) domain.Date {
	switch parts {
	case 1:
		t = time.Date(t.Year(), 12, 31, 0, 0, 0, 0, time.UTC)
	case 2:
		t = t.AddDate(0, 1, -1)
	}
	return domain.DateOf(t)
}

// readDay reads a date of a year, a month or a day; parts says of which. What
// is no real date, such as a 13th month, is not ok.
func readDay(s string) (t time.Time, parts int, ok bool) {
	month := 0
	if w := wordRule.FindString(s); w != "" {
		parsed, err := time.Parse("Jan", w[:3])
		if err != nil {
			return t, 0, false
		}
		month = int(parsed.Month())
	}
	y := yearRule.FindStringIndex(s)
	var year int
	var rest string
	switch {
	case y != nil:
		year, _ = strconv.Atoi(s[y[0]:y[1]])
		rest = s[:y[0]] + " " + s[y[1]:]
	case strings.ContainsAny(s, "'’‘"):
		first := numberRule.FindStringIndex(s)
		if first == nil {
			return t, 0, false
		}
		short, _ := strconv.Atoi(s[first[0]:first[1]])
		year, rest = 2000+short, s[first[1]:]
		if short >= 50 {
			year -= 100
		}
	default:
		return t, 0, false
	}
	numbers := []int{}
	if month > 0 {
		numbers = append(numbers, month)
	}
	for _, n := range numberRule.FindAllString(rest, 2) {
		v, _ := strconv.Atoi(n)
		numbers = append(numbers, v)
	}
	return makeDay(year, numbers)
}

func makeDay(year int, numbers []int) (time.Time, int, bool) {
	month, day := 1, 1
	if len(numbers) > 0 {
		month = numbers[0]
	}
	if len(numbers) > 1 {
		day = numbers[1]
	}
	if _, err := time.Parse(time.DateOnly, fmt.Sprintf("%04d-%02d-%02d", year, month, day)); err != nil {
		return time.Time{}, 0, false
	}
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC), min(1+len(numbers), 3), true
}

// bounded refuses digits that go on: 20211 is no year.
func bounded(line string, start, end int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(line) && line[i] >= '0' && line[i] <= '9' }
	return !digit(start-1) && (!digit(end-1) || !digit(end))
}

// units follow a number that is no year.
var unitRule = regexp.MustCompile(`^\s?(?:[억만천조명원개건%종회차여]|million|people|users|명)`)

// placed says whether a bare year stands where a date would.
func placed(line string, start, end int) bool {
	before, after := strings.TrimSpace(line[:start]), strings.TrimSpace(line[end:])
	if unitRule.MatchString(line[end:]) {
		return false
	}
	opened := strings.HasSuffix(before, "(") || strings.HasSuffix(before, "[") || strings.HasSuffix(before, ",") || strings.HasSuffix(before, "|")
	closed := strings.HasPrefix(after, ")") || strings.HasPrefix(after, "]") || after == ""
	return before == "" && !strings.HasPrefix(after, ",") || after == "" || opened && closed
}
