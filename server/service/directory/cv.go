package directory

import (
	"context"
	"strings"
	"unicode/utf8"

	"jumpup/server/domain"
)

// CutWork is a work that was cut out of a pasted CV. Title, Text and Client are
// made of the source's own words in their order; Date is the last day of the
// Period as written, the first where it still goes on, "" where none is named.
// Quote is the source's lines.
type CutWork struct {
	Title  string
	Text   string
	Date   domain.Date
	Client string // a guess
	Period string
	Quote  string
}

const (
	pastedMost = 200000 // bytes of a pasted text
	worksMost  = 300
	titleMost  = 200 // characters
)

// CutCV cuts a pasted CV in Korean or English into works, by its headings,
// lists and dates. Schooling, certificates and the like are left out. It reads
// and stores nothing.
func (s *Service) CutCV(_ context.Context, a domain.Actor, text string) ([]CutWork, error) {
	if err := pasted(a, text); err != nil {
		return nil, err
	}
	return cutCV(text, domain.DateOf(s.now())), nil
}

func pasted(a domain.Actor, text string) error {
	switch err := signedIn(a); {
	case err != nil:
		return err
	case len(text) > pastedMost:
		return domain.Errorf(domain.CodeInvalid, "text", "is longer than %d bytes; paste it in parts", pastedMost)
	case !utf8.ValidString(text):
		return domain.Errorf(domain.CodeInvalid, "text", "is not valid UTF-8")
	}
	return nil
}

// cvLine is one line of a CV with what it looks like.
type cvLine struct {
	raw    string
	text   string // without indentation and bullet
	bullet string
	indent int
	blank  bool
	dated  bool
	label  bool   // nothing but "period: ..."
	period period // within text
	start  bool   // begins a work
}

// cutCV cuts a text; today decides what has not ended yet.
func cutCV(text string, today domain.Date) []CutWork {
	var out []CutWork
	var lines []cvLine
	at, headings := noSection, false
	flush := func(known bool) {
		if at != skipSection && (at == workSection || !known) {
			out = append(out, cutSection(lines, at)...)
		}
		lines = nil
	}
	all := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ", "\u3000", " ", "\u200b", "").Replace(text), "\n")
	for _, raw := range all {
		if s, ok := headingOf(raw); ok {
			flush(false)
			at, headings = s, true
			continue
		}
		lines = append(lines, readLine(raw, today))
	}
	if !headings && !anyDated(lines) {
		at = workSection // a bare list of works
	}
	flush(false)
	return out[:min(len(out), worksMost)]
}

func readLine(raw string, today domain.Date) cvLine {
	trimmed := strings.TrimSpace(raw)
	l := cvLine{raw: strings.TrimRight(raw, " \t"), blank: trimmed == ""}
	for _, r := range raw {
		if r != ' ' && r != '\t' {
			break
		}
		l.indent++
		if r == '\t' {
			l.indent += 3
		}
	}
	l.bullet, l.text = bulletOf(trimmed)
	if l.period, l.dated = findPeriod(l.text, today); l.dated {
		l.label = labelled(l.text, l.period)
	}
	return l
}

func anyDated(lines []cvLine) bool {
	for _, l := range lines {
		if l.dated {
			return true
		}
	}
	return false
}

// cutSection cuts the lines under one heading.
func cutSection(lines []cvLine, at section) []CutWork {
	switch {
	case anyDated(lines):
		markDated(lines)
	case at == workSection:
		markUndated(lines)
	default:
		return nil
	}
	var out []CutWork
	for i := 0; i < len(lines); {
		if !lines[i].start {
			i++
			continue
		}
		end := i + 1
		for end < len(lines) && !lines[end].start {
			end++
		}
		if w, ok := makeWork(lines[i:end], at); ok {
			out = append(out, w)
		}
		i = end
	}
	return out
}

// makeWork turns the lines of one work into it.
func makeWork(lines []cvLine, at section) (CutWork, bool) {
	for len(lines) > 0 && lines[len(lines)-1].blank {
		lines = lines[:len(lines)-1]
	}
	var w CutWork
	var quote, rest []string
	for _, l := range lines {
		quote = append(quote, l.raw)
		text := l.text
		if l.dated && w.Period == "" {
			w.Date, w.Period = l.period.date, strings.TrimSpace(l.text[l.period.start:l.period.end])
			if text = without(l.text, l.period); l.label {
				text = ""
			}
		}
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		if w.Title == "" {
			w.Title = text
		} else {
			rest = append(rest, text)
		}
	}
	w.Quote = strings.TrimSpace(strings.Join(quote, "\n"))
	if w.Title == "" || at == noSection && noWork(lines[0].text+" "+w.Title) || at == workSection && schoolRule.MatchString(w.Title) && len(rest) == 0 {
		return CutWork{}, false
	}
	w.Title, rest = shorten(w.Title, rest)
	w.Text = strings.Join(rest, "\n")
	w.Client = clientOf(w.Title + "\n" + w.Text)
	return w, true
}

// without takes a period out of a line, with the brackets and marks around it.
func without(line string, p period) string {
	before := strings.TrimRight(line[:p.start], " \t([{（〔<|,;:：-–—·~")
	after := strings.TrimLeft(line[p.end:], " \t)]}）〕>|,;:：-–—·~")
	return strings.TrimSpace(before + " " + after)
}

// shorten keeps a title to a sentence: of a longer line the first sentence, or
// as many words as fit, is the title, and the whole line opens the text.
func shorten(title string, rest []string) (string, []string) {
	if utf8.RuneCountInString(title) <= titleMost/2 {
		return title, rest
	}
	for i, r := range title {
		if i > 0 && (r == '.' || r == '。' || r == ';') && i+1 < len(title) && title[i+1] == ' ' {
			return title[:i], append([]string{title}, rest...)
		}
	}
	if utf8.RuneCountInString(title) <= titleMost {
		return title, rest
	}
	cut := string([]rune(title)[:titleMost])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut, append([]string{title}, rest...)
}
