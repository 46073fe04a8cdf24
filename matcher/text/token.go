package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Script is the kind of letters a token is made of.
type Script uint8

// The scripts Tokens tells apart.
const (
	Latin  Script = iota // Latin letters, with digits and the marks of C++, C#, M&A, 5G
	Hangul               // syllables, or bare letters such as ㅂㄷㅊ
	Number               // digits, with inner points and commas
	Han                  // Chinese characters
	Other                // any other letters (kana, Cyrillic, ...)
)

// Token is a piece of a text in one script, as written (after Fold).
type Token struct {
	Text   string
	Script Script
	Joined bool // follows the token before it without a gap, as 센터 in 서울AI센터
}

// Fold brings a text to one form: NFC, full-width letters narrowed, lower case,
// diacritics of Latin letters removed. Hangul stays composed. Fold is idempotent.
func Fold(s string) string {
	if settled(s) {
		return strings.ToLower(s)
	}
	for range 4 { // narrowing can open a new composition; two rounds settle it
		t := foldOnce(s)
		if t == s {
			break
		}
		s = t
	}
	return s
}

func foldOnce(s string) string {
	s = norm.NFC.String(width.Fold.String(strings.ToValidUTF8(s, " ")))
	s = strings.ToLower(s)
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 || !unicode.Is(unicode.Latin, r) {
			if r < 0x300 || r > 0x36f { // combining marks
				b.WriteRune(r)
			}
			continue
		}
		for i, d := range norm.NFD.String(string(r)) {
			if i == 0 || !unicode.Is(unicode.Mn, d) {
				b.WriteRune(d)
			}
		}
	}
	return b.String()
}

// settled tells texts of ASCII and Hangul syllables alone, most of all texts:
// only their capitals are left to fold.
func settled(s string) bool {
	for _, r := range s {
		if r >= 0x80 && !isSyllable(r) {
			return false
		}
	}
	return true
}

// Tokens folds a text and cuts it into tokens by script, in order. Punctuation and
// blanks are left out, except inside C++, C#, M&A, R&D and numbers such as 3.5.
func Tokens(s string) []Token {
	rs := []rune(Fold(s))
	var out []Token
	eachToken(rs, func(from, to int, sc Script, joined bool) {
		out = append(out, Token{string(rs[from:to]), sc, joined})
	})
	return out
}

// eachToken cuts folded characters; joined says that a token follows the one
// before it without a gap.
func eachToken(rs []rune, yield func(from, to int, sc Script, joined bool)) {
	end := -1 // index after the token before
	for i := 0; i < len(rs); {
		sc, ok := scriptOf(rs[i])
		if !ok {
			i++
			continue
		}
		j := i + 1
		switch sc {
		case Latin, Number:
			j, sc = latinEnd(rs, i)
		default:
			for j < len(rs) && same(rs[j], sc) {
				j++
			}
		}
		yield(i, j, sc, end == i)
		i, end = j, j
	}
}

func same(r rune, sc Script) bool {
	s, ok := scriptOf(r)
	return ok && s == sc
}

// latinEnd finds the end of a run of Latin letters and digits that starts at i.
func latinEnd(rs []rune, i int) (int, Script) {
	sc := Number
	j := i
	for j < len(rs) {
		r := rs[j]
		s, ok := scriptOf(r)
		next := j + 1
		switch {
		case ok && s == Latin:
			sc = Latin
		case ok && s == Number:
		case (r == '.' || r == ',') && sc == Number && j > i && next < len(rs) && same(rs[next], Number):
		case r == '&' && sc == Latin && next < len(rs) && same(rs[next], Latin) && shortAround(rs, i, j):
		case (r == '+' || r == '#') && sc == Latin && marks(rs, i, j):
		default:
			return j, sc
		}
		j = next
	}
	return j, sc
}

// shortAround tells whether '&' at j joins an abbreviation (M&A), not two words.
func shortAround(rs []rune, i, j int) bool {
	k := j + 1
	for k < len(rs) && same(rs[k], Latin) {
		k++
	}
	return j-i <= 2 && k-j-1 <= 2
}

// marks tells whether '+' or '#' at j ends a name such as c++ or f#, at most two marks.
func marks(rs []rune, i, j int) bool {
	n := 0
	for k := j; k > i && (rs[k-1] == '+' || rs[k-1] == '#'); k-- {
		n++
	}
	letters := j - n - i
	if n >= 2 || letters > 2 {
		return false
	}
	k := j
	for k < len(rs) && (rs[k] == '+' || rs[k] == '#') {
		k++
	}
	if k == len(rs) {
		return true
	}
	s, ok := scriptOf(rs[k])
	return !ok || s != Latin && s != Number
}

func scriptOf(r rune) (Script, bool) {
	switch {
	case r >= '0' && r <= '9':
		return Number, true
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return Latin, true
	case r < 0x80:
		return 0, false
	case isHangul(r):
		return Hangul, true
	case unicode.Is(unicode.Han, r):
		return Han, true
	case unicode.Is(unicode.Latin, r):
		return Latin, true
	case unicode.IsLetter(r):
		return Other, true
	case unicode.IsDigit(r):
		return Number, true
	}
	return 0, false
}
