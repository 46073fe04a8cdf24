package sheet

import (
	"regexp"
	"slices"
	"strings"

	"jumpup/server/domain"

	"golang.org/x/text/unicode/norm"
)

// legalForms are what Korean and foreign firms put before or behind a name.
var legalForms = regexp.MustCompile(`(?i)\(주\)|\(유\)|\(재\)|\(사\)|주식회사|유한회사|유한책임회사|재단법인|사단법인|` +
	`\b(incorporated|inc|corporation|corp|company limited|co\.?,? ?ltd|co|limited|ltd|llc|llp|lp|gmbh|s\.?a\.?s?|plc|pte|pty|ag|bv|nv|k\.?k)\b\.?`)

// FoldName is a name without legal form, case, spaces and punctuation: two
// names are the same when their folds are. A name that is nothing but a legal
// form keeps it.
func FoldName(name string) string {
	s := norm.NFKC.String(clean(name)) // ㈜ becomes (주)
	if short := squash(legalForms.ReplaceAllString(s, " ")); short != "" {
		return short
	}
	return squash(s)
}

// KeysOf gives what a record is matched by when a row has no id; those of a
// stored record and of a row compare equal when they mean the same.
func KeysOf(r domain.Record) domain.MatchKeys {
	switch x := r.(type) {
	case *domain.Institution:
		return domain.MatchKeys{Names: foldNames(x.Name)}
	case *domain.Cohort:
		return domain.MatchKeys{Names: foldNames(x.Name)}
	case *domain.Person:
		return domain.MatchKeys{Names: foldNames(x.Name), Email: strings.ToLower(x.Email)}
	case *domain.Company:
		k := domain.MatchKeys{Names: foldNames(x.Name), RegistrationNo: strings.ToUpper(domain.RegistrationKey(x.RegistrationNo))}
		if x.Founded != nil {
			k.Founded = *x.Founded
		}
		return k
	case *domain.Need:
		return domain.MatchKeys{Names: foldNames(x.Title)}
	case *domain.Expert:
		return domain.MatchKeys{Names: foldNames(x.Name)}
	case *domain.Investor:
		return domain.MatchKeys{Names: foldNames(x.Name)}
	}
	return domain.MatchKeys{}
}

func foldNames(t domain.Text) (out []string) {
	for _, s := range []string{t.Plain, t.Ko, t.En} {
		if k := FoldName(s); k != "" && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}
