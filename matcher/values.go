package matcher

import (
	"math"
	"strings"
)

// share is the part of the need's values that the candidate has; NaN if either side
// states none.
func share(need, candidate []int32) float64 {
	if len(need) == 0 || len(candidate) == 0 {
		return math.NaN()
	}
	return float64(common(need, candidate)) / float64(len(need))
}

// overlap is the number of common values over the length of the shorter list; NaN if
// either side states none.
func overlap(need, candidate []int32) float64 {
	if len(need) == 0 || len(candidate) == 0 {
		return math.NaN()
	}
	return float64(common(need, candidate)) / float64(min(len(need), len(candidate)))
}

// shareOf is share for codes, letter case aside.
func shareOf(need, candidate []string) float64 {
	if len(need) == 0 || len(candidate) == 0 {
		return math.NaN()
	}
	n := 0
	for _, a := range need {
		for _, b := range candidate {
			if strings.EqualFold(a, b) {
				n++
				break
			}
		}
	}
	return float64(n) / float64(len(need))
}

// ksicLevels are the values of a common prefix of KSIC codes: section (a letter),
// division (2 digits), group (3), class (4), subclass (5).
var ksicLevels = [...]float64{0, 0.25, 0.25, 0.55, 0.75, 0.9, 1}

// industryAlike compares two KSIC codes by their common prefix; a code that is only
// given to a level counts as the same below it.
func industryAlike(a, b string) float64 {
	a, b = strings.ToUpper(a), strings.ToUpper(b)
	k := 0
	for k < len(a) && k < len(b) && a[k] == b[k] {
		k++
	}
	if k == len(a) || k == len(b) { // one is the other's ancestor, or they are equal
		if len(a) == len(b) {
			return 1
		}
		return math.Min(1, ksicLevels[min(k, 6)]+0.2)
	}
	return ksicLevels[min(k, 6)]
}

// industryValue is the mean over the need's industries of the best agreement.
func industryValue(need, candidate []string) float64 {
	if len(need) == 0 || len(candidate) == 0 {
		return math.NaN()
	}
	sum := 0.0
	for _, a := range need {
		best := 0.0
		for _, b := range candidate {
			best = math.Max(best, industryAlike(a, b))
		}
		sum += best
	}
	return sum / float64(len(need))
}

// levels of the CEFR; a language without a level is taken as working knowledge.
var levels = map[string]float64{
	"native": 1, "C2": 1, "C1": 0.9, "B2": 0.75, "B1": 0.5, "A2": 0.25, "A1": 0.1, "": 0.75,
}

// languageValue is the best level in any language the need names.
func languageValue(need []string, spoken []Language) float64 {
	if len(need) == 0 || len(spoken) == 0 {
		return math.NaN()
	}
	best := 0.0
	for _, a := range need {
		for _, b := range spoken {
			if primary(a) == primary(b.Code) {
				v, ok := levels[b.Level]
				if !ok {
					v = levels[""]
				}
				best = math.Max(best, v)
			}
		}
	}
	return best
}

// loadValue is the room left: 1 - load/capacity, nothing while away; NaN when the
// capacity is not known and the candidate is not away.
func loadValue(capacity *int, load int, away bool) float64 {
	switch {
	case away:
		return 0
	case capacity == nil:
		return math.NaN()
	case *capacity <= 0:
		return 0
	}
	return clamp01(1 - float64(max(load, 0))/float64(*capacity))
}

// preferenceValue is the mean of what the two sides said (must 1, want 0.8, later 0.4,
// no 0); NaN when neither said anything.
func (c *call) preferenceValue(id string) float64 {
	if len(c.prefs) == 0 {
		return math.NaN()
	}
	ours, theirs := []string{c.need.need.Company, c.need.need.ID}, []string{id}
	sum, n := 0.0, 0.0
	if p, ok := c.prefs.said(ours, theirs, c.need.ref); ok {
		sum, n = sum+levelValue[p.Level], n+1
	}
	if p, ok := c.prefs.said(theirs, ours, c.need.ref); ok {
		sum, n = sum+levelValue[p.Level], n+1
	}
	return sum / n
}

// locationValue of two addresses: 1 in the same city or region, 0.6 in the same
// country, else up to 0.4 by the hours between the time zones; NaN when neither the
// countries nor the zones are known.
func locationValue(company, candidate place, country, zone string) float64 {
	switch {
	case company.city != noAtom && company.city == candidate.city:
		return 1
	case company.region != noAtom && company.region == candidate.region:
		return 1
	case company.country != noAtom && company.country == candidate.country:
		if company.region == noAtom || candidate.region == noAtom {
			return 0.75
		}
		return 0.6
	}
	if h, ok := hoursApart(strings.ToUpper(country), zone); ok {
		return 0.4 * math.Max(0, 1-h/9)
	}
	if company.country != noAtom && candidate.country != noAtom {
		return 0.1
	}
	return math.NaN()
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
