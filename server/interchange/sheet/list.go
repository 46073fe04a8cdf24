package sheet

import "strings"

// Several values stand in one cell, separated by ";". On the way in a line
// break separates too, and in a cell without either a comma; in cells of codes
// (stages, countries, languages, industries) also "/", "|" and "·". A backslash
// before one of these, or before a space, keeps it part of the value.

const (
	separators = ";；\n,，、/|·"
	listSpace  = " \t\n\u00a0\u3000" // falls away around a value
)

// joinList writes values so that splitList gives them back to the letter. No
// value may be empty.
func joinList(values []string) string {
	var b strings.Builder
	for i, v := range values {
		if i > 0 {
			b.WriteString("; ")
		}
		end := len(strings.TrimRight(v, listSpace))
		for at, r := range v {
			if r == '\\' || strings.ContainsRune(separators, r) || strings.ContainsRune(listSpace, r) && (at == 0 || at >= end) {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// listRune is a character of a list cell; kept says that a backslash stood
// before it.
type listRune struct {
	r    rune
	kept bool
}

// splitList cuts a cell into its values; empty ones fall away. coded cells are
// cut at every separator.
func splitList(s string, coded bool) []string {
	text := unescapeList(s)
	cut := ";；\n"
	if coded {
		cut = separators
	} else if !holds(text, cut) {
		cut = ",，、"
	}
	var out []string
	start := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && (text[i].kept || !strings.ContainsRune(cut, text[i].r)) {
			continue
		}
		if v := trimmed(text[start:i]); v != "" {
			out = append(out, v)
		}
		start = i + 1
	}
	return out
}

func unescapeList(s string) []listRune {
	rs := []rune(s)
	out := make([]listRune, 0, len(rs))
	for i := 0; i < len(rs); i++ {
		if rs[i] == '\\' && i+1 < len(rs) && strings.ContainsRune(separators+listSpace+`\`, rs[i+1]) {
			i++
			out = append(out, listRune{rs[i], true})
			continue
		}
		out = append(out, listRune{rs[i], false})
	}
	return out
}

func holds(text []listRune, set string) bool {
	for _, c := range text {
		if !c.kept && strings.ContainsRune(set, c.r) {
			return true
		}
	}
	return false
}

func trimmed(text []listRune) string {
	space := func(c listRune) bool { return !c.kept && strings.ContainsRune(listSpace, c.r) }
	for len(text) > 0 && space(text[0]) {
		text = text[1:]
	}
	for len(text) > 0 && space(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	var b strings.Builder
	for _, c := range text {
		b.WriteRune(c.r)
	}
	return b.String()
}
