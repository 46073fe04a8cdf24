package sheet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean brings a cell's text into the form that is stored: NFC (file systems
// and Excel for Mac give decomposed Hangul), common spaces, LF line ends, no
// invisible characters, nothing around it.
func clean(s string) string {
	if settled(s) {
		return strings.TrimSpace(s)
	}
	s = norm.NFC.String(s)
	if strings.ContainsRune(s, '\r') {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	}
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\u200b', '\u2060', '\ufeff':
			return -1
		case '\n', '\t':
			return r
		}
		if unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

// settled says whether clean has nothing to do but trim: ASCII and composed
// Hangul, the most common text by far.
func settled(s string) bool {
	for _, r := range s {
		if r >= 0x80 && (r < 0xac00 || r > 0xd7a3) || r == '\r' {
			return false
		}
	}
	return true
}

// narrow folds full-width digits, letters and signs as well, for cells that are
// parsed rather than kept: "２．５억" becomes "2.5억".
func narrow(s string) string {
	if settled(s) {
		return strings.TrimSpace(s)
	}
	return strings.TrimSpace(norm.NFKC.String(clean(s)))
}

// squash is narrow in lower case without spaces and punctuation: the form in
// which headers and words are compared.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mn, r):
			return unicode.ToLower(r)
		case r == '+', r == '#', r == '$', r == '%', r == '₩', r == '€':
			return r
		}
		return -1
	}, narrow(s))
}

// blankWords are what people write into a cell to say that there is nothing.
var blankWords = map[string]bool{
	"-": true, "–": true, "—": true, "―": true, "ㅡ": true, "--": true, "n/a": true, "na": true, "n.a.": true,
	"없음": true, "해당없음": true, "해당사항없음": true, "미정": true, "미상": true, "tbd": true, "none": true, "unknown": true,
}

// blankWord says whether a parsed cell stands for nothing; kept text is blank
// only when it is empty or a dash.
func blankWord(s string) bool {
	return blankWords[strings.ReplaceAll(strings.ToLower(s), " ", "")]
}

func dash(s string) bool {
	return s == "-" || s == "–" || s == "—" || s == "―" || s == "ㅡ" || s == "--"
}

// clearWords empty a stored field on purpose; an empty cell leaves it alone.
var clearWords = map[string]bool{"(삭제)": true, "(clear)": true}

func clearWord(s string) bool { return clearWords[strings.ToLower(s)] }

// errorWords are the values of cells whose formula failed.
var errorWords = map[string]bool{
	"#REF!": true, "#N/A": true, "#VALUE!": true, "#DIV/0!": true, "#NAME?": true, "#NULL!": true,
	"#NUM!": true, "#SPILL!": true, "#CALC!": true, "#GETTING_DATA": true, "#FIELD!": true,
	"#BLOCKED!": true, "#CONNECT!": true, "#UNKNOWN!": true,
}

// errorCell says whether the cell holds a formula's error, or only hashes as
// pasted from a column that was too narrow.
func errorCell(s string) bool {
	return errorWords[s] || len(s) >= 3 && strings.Trim(s, "#") == ""
}

// exampleRow says whether a row's first cell marks it as the template's example.
func exampleRow(first string) bool {
	s := strings.ToLower(strings.ReplaceAll(first, " ", ""))
	return strings.HasPrefix(s, "(예시") || strings.HasPrefix(s, "(example") || strings.HasPrefix(s, "[예시") ||
		s == "예시" || s == "예)" || s == "example"
}
