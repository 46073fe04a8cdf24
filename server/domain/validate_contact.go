package domain

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// checkEmail accepts one plain address; delivery is the only full proof.
func checkEmail(p *Problems, field, s string) {
	if s == "" {
		return
	}
	local, host, at := strings.Cut(s, "@")
	if !at || local == "" || len(local) > 64 || len(s) > 254 || !utf8.ValidString(s) ||
		strings.ContainsFunc(s, func(r rune) bool { return control(r) || strings.ContainsRune(" ,;<>()\"", r) }) || !hostname(host) {
		p.Add(field, "%q is no e-mail address; write it as name@example.org", clip(s))
	}
}

// hostname wants at least two labels of letters, digits and inner hyphens;
// letters beyond ASCII may stand.
func hostname(s string) bool {
	labels := strings.Split(s, ".")
	for _, l := range labels {
		if l == "" || len(l) > 63 || l[0] == '-' || l[len(l)-1] == '-' || strings.ContainsFunc(l, func(r rune) bool {
			return r < 0x80 && r != '-' && !alphanumeric(string(r))
		}) {
			return false
		}
	}
	return len(labels) > 1
}

func checkZone(p *Problems, field, name string) {
	if name != "" && !KnownZone(name) {
		p.Add(field, "%q is no IANA time zone; write one such as Asia/Seoul", clip(name))
	}
}

func checkWebsite(p *Problems, field, s string) {
	if s == "" {
		return
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil ||
		strings.ContainsFunc(s, func(r rune) bool { return control(r) || r == ' ' }) {
		p.Add(field, "%q is no web address; write it in full, as in https://example.org", clip(s))
	}
}
