package accounts

import (
	"net/mail"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jumpup/server/domain"
)

// Email brings an address into the form in which it is stored and compared:
// trimmed, NFC, lower case. It fails with invalid at the field when it is no
// single plain address.
func Email(field, address string) (string, error) {
	e := strings.ToLower(norm.NFC.String(strings.TrimSpace(address)))
	bad := domain.Errorf(domain.CodeInvalid, field, "is no e-mail address; write it like name@company.example")
	if e == "" || len(e) > 254 || !utf8.ValidString(e) || strings.ContainsAny(e, "\x00\r\n<>\" ") {
		return "", bad
	}
	parsed, err := mail.ParseAddress(e)
	if err != nil || parsed.Name != "" || parsed.Address != e {
		return "", bad
	}
	if _, host, _ := strings.Cut(e, "@"); strings.HasPrefix(host, "[") {
		return "", bad
	}
	return e, nil
}

// checkName bounds a person's name; it may be empty.
func checkName(field string, t domain.Text) (domain.Text, error) {
	trim := func(s string) string { return strings.TrimSpace(norm.NFC.String(s)) }
	t = domain.Text{Plain: trim(t.Plain), Ko: trim(t.Ko), En: trim(t.En)}
	for _, s := range []string{t.Plain, t.Ko, t.En} {
		if utf8.RuneCountInString(s) > 100 || strings.ContainsFunc(s, func(r rune) bool { return r < 0x20 || r == 0x7f }) {
			return t, domain.Errorf(domain.CodeInvalid, field, "is longer than 100 characters or holds control characters; shorten it to a name")
		}
	}
	return t, nil
}

// checkLang accepts "ko" and "en"; empty means "ko".
func checkLang(field, lang string) (string, error) {
	switch lang {
	case "":
		return "ko", nil
	case "ko", "en":
		return lang, nil
	}
	return "", domain.Errorf(domain.CodeInvalid, field, "is %q; choose ko or en", lang)
}
