package matcher

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"jumpup/matcher/text"
)

// none is the evidence of having looked and found nothing in common.
func none(what, field string) []Evidence {
	return []Evidence{{Kind: EvidenceNothing, Value: what, Field: field}}
}

// sharedLabels names the need's values that the candidate has, as the candidate wrote
// them, in alphabetical order.
func sharedLabels(kind, field string, need, candidate []string) []Evidence {
	var out []Evidence
	seen := map[string]bool{}
	for _, b := range candidate {
		for _, a := range need {
			if k := label(a); k == label(b) && k != "" && !seen[k] {
				seen[k] = true
				out = append(out, Evidence{Kind: kind, Value: b, Field: field})
			}
		}
	}
	if out == nil {
		return none(kind, field)
	}
	slices.SortFunc(out, func(a, b Evidence) int { return cmp.Compare(a.Value, b.Value) })
	return out
}

func industryEvidence(need, candidate []string) []Evidence {
	best, at := 0.0, ""
	for _, b := range candidate {
		for _, a := range need {
			if v := industryAlike(a, b); v > best || v == best && v > 0 && b < at {
				best, at = v, b
			}
		}
	}
	if best == 0 {
		return none(EvidenceIndustry, "candidate.industries")
	}
	return []Evidence{{Kind: EvidenceIndustry, Value: at, Field: "candidate.industries"}}
}

func languageEvidence(need []string, spoken []Language) []Evidence {
	var out []Evidence
	for _, b := range spoken {
		for _, a := range need {
			if primary(a) == primary(b.Code) {
				out = append(out, Evidence{Kind: EvidenceLanguage, Value: b.Code, Note: b.Level, Field: "candidate.languages"})
				break
			}
		}
	}
	if out == nil {
		return none(EvidenceLanguage, "candidate.languages")
	}
	return out
}

// placeEvidence names the closest level two addresses share, else the hours between them.
func placeEvidence(a, b Company, zone string) []Evidence {
	same := func(x, y string) bool { return x != "" && label(x) == label(y) }
	switch {
	case !same(a.Country, b.Country):
	case same(a.Region, b.Region) && same(a.City, b.City):
		return []Evidence{{Kind: EvidenceCity, Value: b.City, Field: "candidate.city"}}
	case same(a.Region, b.Region):
		return []Evidence{{Kind: EvidenceRegion, Value: b.Region, Field: "candidate.region"}}
	default:
		return []Evidence{{Kind: EvidenceCountry, Value: b.Country, Field: "candidate.country"}}
	}
	if h, ok := hoursApart(strings.ToUpper(a.Country), zone); ok {
		return []Evidence{{Kind: EvidenceHours, Count: int(math.Round(h)), Field: "candidate.timezone"}}
	}
	return none(EvidenceCountry, "candidate.country")
}

func loadEvidence(capacity *int, load int, until Day) []Evidence {
	var out []Evidence
	if capacity != nil {
		out = append(out, Evidence{Kind: EvidenceLoad, Count: load, Total: *capacity, Field: "candidate.capacity"})
	}
	if until != 0 {
		out = append(out, Evidence{Kind: EvidenceAway, Day: until, Field: "candidate.unavailable"})
	}
	return out
}

// preferenceEvidence says what each side said; marked private where the record is.
func (c *call) preferenceEvidence(id string) []Evidence {
	var out []Evidence
	ours, theirs := []string{c.need.need.Company, c.need.need.ID}, []string{id}
	if p, ok := c.prefs.said(ours, theirs, c.need.ref); ok {
		out = append(out, Evidence{Kind: EvidenceCompany, Value: p.Level, Field: "preference.level", Private: p.Private})
	}
	if p, ok := c.prefs.said(theirs, ours, c.need.ref); ok {
		out = append(out, Evidence{Kind: EvidenceCandidate, Value: p.Level, Field: "preference.level", Private: p.Private})
	}
	return out
}

// sharedWords names the words by which a text comes closest to the need, but none that
// is in hide.
func (c *call) sharedWords(v [2]vector, hide, field string) []Evidence {
	secret := map[string]bool{}
	for _, w := range text.Words(hide) {
		secret[w.Term] = true
	}
	var words []string
	for _, x := range v {
		for _, q := range c.query {
			if q == nil || len(words) > 0 {
				continue
			}
			for _, id := range q.shared(x, 3, func(id int32) bool {
				w := c.s.lex.written.of(id)
				return w != "" && !secret[text.Stem(w)]
			}) {
				words = append(words, c.s.lex.written.of(id))
			}
		}
	}
	if words == nil {
		return nil
	}
	return []Evidence{{Kind: EvidenceTerms, Value: strings.Join(words, ", "), Field: field}}
}
