package domain

import "strings"

// languageProblem checks a tag against the grammar of BCP 47 (RFC 5646,
// section 2.1) and gives what is wrong, or "". Primary subtags of four to eight
// letters are reserved there and none is registered, so that "english" or
// "korean" count as wrong.
func languageProblem(tag string) string {
	parts := strings.Split(tag, "-")
	for _, s := range parts {
		if s == "" || len(s) > 8 || !alphanumeric(s) {
			return "has a part that is not 1 to 8 letters or digits; write a BCP 47 tag such as ko, en or zh-Hant"
		}
	}
	if strings.EqualFold(parts[0], "x") {
		if len(parts) < 2 {
			return "is an empty private tag; write a BCP 47 tag such as ko or en"
		}
		return ""
	}
	if !letters(parts[0], 2, 3) {
		return "does not begin with a language code of 2 or 3 letters; write a BCP 47 tag such as ko or en"
	}
	if !languageRest(parts[1:]) {
		return "is not a well-formed BCP 47 tag; write one such as ko, en-GB or zh-Hant"
	}
	return ""
}

// languageRest reads what may follow the language: up to three extended
// subtags, script, region, variants, extensions, private use; in that order.
func languageRest(s []string) bool {
	for n := 0; n < 3 && len(s) > 0 && letters(s[0], 3, 3); n++ {
		s = s[1:]
	}
	if len(s) > 0 && letters(s[0], 4, 4) {
		s = s[1:]
	}
	if len(s) > 0 && (letters(s[0], 2, 2) || digits(s[0], 3, 3)) {
		s = s[1:]
	}
	for len(s) > 0 && (len(s[0]) >= 5 || len(s[0]) == 4 && s[0][0] >= '0' && s[0][0] <= '9') {
		s = s[1:]
	}
	for len(s) > 0 && len(s[0]) == 1 {
		private := strings.EqualFold(s[0], "x")
		n := 1
		for n < len(s) && (private || len(s[n]) > 1) {
			n++
		}
		if n == 1 {
			return false
		}
		s = s[n:]
	}
	return len(s) == 0
}

func letters(s string, least, most int) bool {
	if len(s) < least || len(s) > most {
		return false
	}
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

func digits(s string, least, most int) bool {
	if len(s) < least || len(s) > most {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func alphanumeric(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return true
}
