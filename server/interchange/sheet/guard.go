package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// mark stands before a cell (or an element of a list) that must be taken to the
// letter. Spreadsheet programs show such a cell as text, so the mark is also the
// guard against formulas.
const mark = '\''

// risky says whether a program could take the text for a formula, or a reader
// for something else than text.
func risky(s string) bool {
	if s == "" {
		return false
	}
	for _, p := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// unguarded takes the mark away again.
func unguarded(s string) (rest string, marked bool) {
	if s != "" && s[0] == mark {
		return s[1:], true
	}
	return s, false
}

// special says whether a text would not survive as it stands: it would be
// cleaned, dropped, executed or taken for a word with a meaning of its own.
func special(s string) bool {
	if s == "" {
		return false
	}
	if risky(s) || clean(s) != s || dash(s) || clearWord(s) || errorCell(s) || exampleRow(s) || footnote(s) ||
		totalWord(s) || strings.ContainsFunc(s, unsafeRune) {
		return true
	}
	rest, marked := unguarded(s)
	return marked && special(unescape(rest))
}

// unsafeRune are characters that XML or CSV cannot carry or would change.
func unsafeRune(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r == 0x7f || r == 0xfffe || r == 0xffff
}

// textCell writes a free text so that plainText gives it back to the letter;
// ordinary texts are left as they are, also those that begin with an apostrophe.
func textCell(s string) string {
	if special(s) {
		return string(mark) + escape(s)
	}
	return s
}

// plainText reads a free text. An apostrophe that guards nothing is part of it.
func plainText(s string) string {
	if rest, marked := unguarded(s); marked {
		if t := unescape(rest); special(t) {
			return t
		}
	}
	return clean(s)
}

// escape writes what a marked cell cannot carry as \uXXXX and doubles
// backslashes; unescape reverses it and leaves a lone backslash alone.
func escape(s string) string {
	if !strings.ContainsRune(s, '\\') && !strings.ContainsFunc(s, unsafeRune) && strings.TrimSpace(s) == s {
		return s
	}
	end := len(strings.TrimRightFunc(s, unicode.IsSpace))
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\\`)
		case unsafeRune(r), r == '\t', r == '\n' && i == 0, i >= end:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unescape(s string) string {
	if !strings.ContainsRune(s, '\\') {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			if s[i+1] == '\\' {
				b.WriteByte('\\')
				i++
				continue
			}
			if s[i+1] == 'u' && i+6 <= len(s) {
				if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil && (n < 0xd800 || n >= 0xe000) {
					b.WriteRune(rune(n))
					i += 5
					continue
				}
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
