package directory

import (
	"strings"
	"unicode/utf8"
)

// markDated finds where works begin in lines of which some are dated: at a
// dated line, at a list entry like a dated one, and, where a date stands on a
// line of its own below a title, at the title.
func markDated(lines []cvLine) {
	alike := map[string]int{} // bullets of dated entries and their least indentation
	passing := make([]bool, len(lines))
	for i, l := range lines {
		passing[i] = l.dated && nested(lines, i)
		if l.dated && l.bullet != "" && !passing[i] {
			if at, ok := alike[l.bullet]; !ok || l.indent < at {
				alike[l.bullet] = l.indent
			}
		}
	}
	for i := range lines {
		l := &lines[i]
		switch at, ok := alike[l.bullet]; {
		case l.blank:
		case passing[i]:
		case l.label:
			lines[labelTitle(lines, i)].start = true
		case l.dated && l.bullet == "":
			lines[titleAbove(lines, i)].start = true
		case l.dated, ok && l.bullet != "" && l.indent <= at:
			l.start = true
		}
	}
}

// nested tells a date in passing: within a deeper list entry under a dated line
// without a bullet, unless it is a span.
func nested(lines []cvLine, i int) bool {
	l := lines[i]
	if l.bullet == "" {
		return !l.period.strong && i > 0 && !lines[i-1].blank && lines[i-1].bullet != "" && l.indent > lines[i-1].indent
	}
	for j := i - 1; j >= 0; j-- {
		p := lines[j]
		if p.blank || p.bullet == l.bullet && p.indent == l.indent {
			continue
		}
		return p.dated && p.period.strong && (p.bullet == "" || p.indent < l.indent) && !l.period.strong
	}
	return false
}

// titleAbove gives the line at which the work of a dated line begins: the line
// itself, or the title that stands above a date with little else.
func titleAbove(lines []cvLine, i int) int {
	if strings.TrimSpace(lines[i].text[:lines[i].period.start]) == "" && strings.TrimSpace(lines[i].text[lines[i].period.end:]) != "" {
		return i // the date stands in front of its own title
	}
	left := strings.Trim(without(lines[i].text, lines[i].period), " \t|,·-–—()")
	bare := left == ""
	if !bare && utf8.RuneCountInString(left) > 30 {
		return i
	}
	plain := func(j int) bool {
		return j >= 0 && !lines[j].blank && !lines[j].dated && lines[j].bullet == "" && utf8.RuneCountInString(lines[j].text) <= 120
	}
	edge := func(j int) bool { return j < 0 || lines[j].blank || lines[j].bullet != "" }
	switch {
	case plain(i-1) && edge(i-2):
		return i - 1
	case plain(i-1) && plain(i-2) && edge(i-3):
		return i - 2
	case bare && plain(i-1):
		return i - 1
	}
	return i
}

// labelTitle gives the line at which the work begins that a labelled period
// belongs to: the list entry around it, else the first line of its paragraph.
func labelTitle(lines []cvLine, i int) int {
	at := i
	for j := i - 1; j >= 0 && !lines[j].blank; j-- {
		if lines[j].label {
			break // belongs to the work before
		}
		at = j
		if lines[j].bullet != "" && (lines[j].indent < lines[i].indent || lines[i].bullet == "") {
			break
		}
	}
	return at
}

// markUndated finds where works begin in lines without any date: at a title
// that has a list below it, else at every entry of the outermost list, else at
// every paragraph, else at every line.
func markUndated(lines []cvLine) {
	first, least, bullets, gaps := true, 1<<30, false, false
	titled := false
	for i, l := range lines {
		if l.blank {
			gaps = gaps || i > 0 && i < len(lines)-1 && !first
			continue
		}
		first = false
		if l.bullet != "" {
			bullets = true
			least = min(least, l.indent)
			titled = titled || i > 0 && !lines[i-1].blank && lines[i-1].bullet == ""
		}
	}
	for i := range lines {
		l := &lines[i]
		above := i == 0 || lines[i-1].blank
		switch {
		case l.blank:
		case titled:
			l.start = l.bullet == "" && (above || lines[i-1].bullet != "") || l.bullet != "" && above && !gapTitled(lines, i)
		case bullets:
			l.start = l.bullet != "" && l.indent <= least || l.bullet == "" && above
		case gaps:
			l.start = above
		default:
			l.start = true
		}
	}
}

// gapTitled tells a list that a blank line parts from its title.
func gapTitled(lines []cvLine, i int) bool {
	for j := i - 1; j >= 0; j-- {
		if !lines[j].blank {
			return lines[j].bullet == ""
		}
	}
	return false
}
