package domain

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

var (
	needKinds      = []string{string(NeedDirecting), string(NeedInvestment), string(NeedPartner)}
	expertRoles    = []string{"director", "supporter"}
	languageLevels = []string{"native", "C2", "C1", "B2", "B1", "A2", "A1"}
	investorKinds  = []string{"vc", "cvc", "pe", "angel", "accelerator", "bank", "fund", "other"}
	levels         = []string{string(Must), string(Want), string(Later), string(No)}
	stageWords     = func() (out []string) {
		for _, s := range Stages {
			out = append(out, string(s))
		}
		return out
	}()
)

// clip shortens a value that a message repeats.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	cut := most
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "..."
}

func control(r rune) bool { return r < 0x20 || r == 0x7f }

func checkID(p *Problems, field, id string) {
	if id == "" {
		if field == "id" {
			p.Add(field, "is missing; give every record a stable id")
		} else {
			p.Add(field, "is missing; name the id it refers to")
		}
		return
	}
	checkReference(p, field, id)
}

// checkReference checks the form of an id that may be missing.
func checkReference(p *Problems, field, id string) {
	switch {
	case len(id) > 200:
		p.Add(field, "is longer than 200 bytes; shorten it")
	case !utf8.ValidString(id):
		p.Add(field, "is not valid UTF-8; save the source as UTF-8")
	case strings.ContainsFunc(id, control):
		p.Add(field, "holds a control character; remove it")
	case strings.TrimSpace(id) != id:
		p.Add(field, "%q begins or ends with a space; remove it", clip(id))
	}
}

func checkIDs(p *Problems, field string, ids []string) {
	for i, id := range ids {
		at := fmt.Sprintf("%s[%d]", field, i)
		if id == "" {
			p.Add(at, "is empty; name an id or remove it")
			continue
		}
		checkReference(p, at, id)
	}
}

// checkLabel is for short texts of one line.
func checkLabel(p *Problems, field, s string) {
	switch {
	case len(s) > 2000:
		p.Add(field, "is longer than 2000 bytes; shorten it")
	case !utf8.ValidString(s):
		p.Add(field, "is not valid UTF-8; save the source as UTF-8")
	case strings.ContainsFunc(s, control):
		p.Add(field, "holds a control character; write it on one line")
	}
}

func checkLabels(p *Problems, field string, list []string) {
	for i, s := range list {
		at := fmt.Sprintf("%s[%d]", field, i)
		if strings.TrimSpace(s) == "" {
			p.Add(at, "is empty; remove it")
			continue
		}
		checkLabel(p, at, s)
	}
}

// checkNeeded is for labels that their part of the record cannot do without.
func checkNeeded(p *Problems, field, s, remedy string) {
	if s == "" {
		p.Add(field, "is missing; %s", remedy)
		return
	}
	checkLabel(p, field, s)
}

// checkProse is for texts of several lines: line breaks and tabs may stand.
func checkProse(p *Problems, field, s string) {
	switch {
	case !utf8.ValidString(s):
		p.Add(field, "is not valid UTF-8; save the source as UTF-8")
	case strings.ContainsFunc(s, func(r rune) bool { return control(r) && r != '\n' && r != '\r' && r != '\t' }):
		p.Add(field, "holds a control character; remove it")
	}
}

func checkText(p *Problems, field string, t Text) {
	if t.Plain != "" && (t.Ko != "" || t.En != "") {
		p.Add(field, "has a plain text beside ko or en; keep one of both forms")
	}
	checkProse(p, field, t.Plain)
	checkProse(p, field+".ko", t.Ko)
	checkProse(p, field+".en", t.En)
}

// checkWord is for values out of a fixed list.
func checkWord(p *Problems, field, s string, words []string, needed bool) {
	if s == "" {
		if needed {
			p.Add(field, "is missing; write one of %s", strings.Join(words, " "))
		}
		return
	}
	for _, w := range words {
		if s == w {
			return
		}
	}
	p.Add(field, "%q is unknown; write one of %s", clip(s), strings.Join(words, " "))
}

func checkStage(p *Problems, field string, s Stage) {
	checkWord(p, field, string(s), stageWords, false)
}

func checkCountry(p *Problems, field, code string) {
	if code == "" || KnownCountry(code) {
		return
	}
	if up := strings.ToUpper(code); up == "UK" {
		p.Add(field, "%q is no ISO 3166-1 country; write GB", clip(code))
	} else if KnownCountry(up) {
		p.Add(field, "%q is in lower case; write %s", clip(code), up)
	} else {
		p.Add(field, "%q is no ISO 3166-1 alpha-2 country; write two letters such as KR", clip(code))
	}
}

func checkMarkets(p *Problems, field string, codes []string) {
	for i, c := range codes {
		at := fmt.Sprintf("%s[%d]", field, i)
		if c == "" {
			p.Add(at, "is empty; remove it")
		}
		checkCountry(p, at, c)
	}
}

func checkLanguage(p *Problems, field, tag string) {
	if tag == "" {
		p.Add(field, "is missing; write a BCP 47 tag such as ko or en")
	} else if wrong := languageProblem(tag); wrong != "" {
		p.Add(field, "%q %s", clip(tag), wrong)
	}
}

func checkLanguages(p *Problems, field string, tags []string) {
	for i, t := range tags {
		checkLanguage(p, fmt.Sprintf("%s[%d]", field, i), t)
	}
}

// checkIndustries checks KSIC codes: a section letter A to U and two to five
// digits. at is the path before the field name.
func checkIndustries(p *Problems, at string, codes []string, revision *int) {
	for i, c := range codes {
		if len(c) < 3 || c[0] < 'A' || c[0] > 'U' || !digits(c[1:], 2, 5) {
			p.Add(fmt.Sprintf("%sindustries[%d]", at, i), "%q is no KSIC code; write a letter A to U and 2 to 5 digits, such as C29", clip(c))
		}
	}
	if revision != nil && (*revision < 1 || *revision > 11) {
		p.Add(at+"industry_revision", "%d is no revision of KSIC; write 11, or 10 for older codes", *revision)
	}
}

func checkYear(p *Problems, field string, y *int) {
	if y != nil && (*y < 1000 || *y > 2999) {
		p.Add(field, "%d is no year; write four digits such as 2019", *y)
	}
}

func checkCount(p *Problems, field string, n *int) {
	if n != nil && *n < 0 {
		p.Add(field, "%d is negative; write 0 or more", *n)
	} else if n != nil && *n > 1_000_000_000 {
		p.Add(field, "%d is too large; write at most 1000000000", *n)
	}
}

func checkDate(p *Problems, field string, d Date) {
	if d == "" {
		return
	}
	if _, err := ParseDate(string(d)); err != nil || d < "0001" {
		p.Add(field, "%q is not a calendar day; write it as YYYY-MM-DD", clip(string(d)))
	}
}

// checkOrder refuses a last day before its first day; both may be missing.
func checkOrder(p *Problems, field string, first, last Date, firstName string) {
	if first.Time().IsZero() || last.Time().IsZero() {
		return
	}
	if last < first {
		p.Add(field, "%s lies before %s %s; correct one of them", last, firstName, first)
	}
}
