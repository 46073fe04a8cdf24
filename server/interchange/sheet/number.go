package sheet

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"jumpup/server/domain"
)

// counters are the words that follow a count in Korean and English.
var counters = regexp.MustCompile(`(?i)\s*(명|인|개사|개|사|곳|건|년차|년|세|점|차|people|persons|employees|companies|years|year|yrs|y)$`)

// parseInt reads a whole number: 1,234, １２０, 120.0, 45명.
func parseInt(s string) (int, error) {
	text := counters.ReplaceAllString(narrow(s), "")
	text = strings.TrimPrefix(text, "약 ")
	if exponential.MatchString(strings.ToLower(text)) {
		if f, err := strconv.ParseFloat(text, 64); err == nil && f == math.Trunc(f) && f < 1e9 {
			return int(f), nil
		}
	}
	if plainNumber.MatchString(strings.TrimPrefix(text, "-")) && text != "" {
		text = strings.ReplaceAll(text, ",", "")
		if i := strings.IndexByte(text, '.'); i >= 0 && strings.Trim(text[i+1:], "0") == "" {
			text = text[:i]
		}
		if n, err := strconv.Atoi(text); err == nil {
			return n, nil
		}
	}
	return 0, fmt.Errorf("%q is no whole number; write digits alone", s)
}

var (
	yesWords = words("예 네 y yes o ○ ◯ 〇 ● ◎ true t 1 유 있음 해당 v ✓ ✔ ☑ 리드 lead 비공개 대외비 기밀 confidential private")
	noWords  = words("아니오 아니요 아뇨 n no x × ✕ ✗ ☐ false f 0 무 미해당 공개 참여 follow public")
)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// parseBool reads 예/아니오, Y/N, O/X, TRUE/FALSE, 1/0 and the words that answer
// the questions of the format (비공개, 리드).
func parseBool(s string) (bool, error) {
	w := strings.ToLower(strings.ReplaceAll(narrow(s), " ", ""))
	switch {
	case yesWords[w]:
		return true, nil
	case noWords[w]:
		return false, nil
	}
	return false, fmt.Errorf("%q is neither yes nor no; write 예 or 아니오, Y or N", s)
}

// RegistrationNo brings a registration number into its written form. A Korean
// business registration number (사업자등록번호, ten digits) gets its hyphens and must
// pass its check digit; anything else, such as a foreign number or a corporate
// registration number, is kept as it is.
func RegistrationNo(s string) (string, error) {
	text := strings.ReplaceAll(narrow(s), " ", "")
	digits := domain.RegistrationKey(text)
	if len(digits) != 10 || strings.Trim(digits, "0123456789") != "" {
		return text, nil
	}
	if check, ok := domain.BusinessCheckDigit(digits[:9]); ok && check != digits[9] {
		return "", fmt.Errorf("%q does not pass the check of a business registration number; look for a mistyped digit", s)
	}
	return digits[:3] + "-" + digits[3:5] + "-" + digits[5:], nil
}

// parsePhone gives a mobile number back the zero that a numeric cell drops.
func parsePhone(s string) (string, error) {
	text := narrow(s)
	if len(text) == 10 && strings.HasPrefix(text, "10") && strings.Trim(text, "0123456789") == "" {
		return "0" + text, nil
	}
	return text, nil
}

var emailShape = regexp.MustCompile(`^[^\s@]+@[^\s@]+\.[^\s@]+$`)

// parseEmail reads one address, also in the form "Kim <kim@a.kr>".
func parseEmail(s string) (string, error) {
	text := narrow(s)
	if m := brackets.FindStringSubmatch(text); m != nil && strings.Contains(m[1], "@") {
		text = strings.TrimSpace(m[1])
	}
	text = strings.TrimPrefix(text, "mailto:")
	if !emailShape.MatchString(text) {
		return "", fmt.Errorf("%q is no e-mail address; write one, such as kim@company.kr", s)
	}
	return text, nil
}
