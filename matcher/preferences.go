package matcher

// Levels of a preference.
const (
	Must  = "must"
	Want  = "want"
	Later = "later"
	No    = "no"
)

type preferences map[[2]string][]Preference

// newPreferences files preferences by their two ends; a person stands for the
// organisation as well.
func newPreferences(list []Preference, people []Person) preferences {
	home := map[string]string{}
	for _, p := range people {
		home[p.ID] = p.Organisation
	}
	out := preferences{}
	for _, p := range list {
		ends := func(id string) []string {
			if o := home[id]; o != "" && o != id {
				return []string{id, o}
			}
			return []string{id}
		}
		for _, f := range ends(p.From) {
			for _, t := range ends(p.To) {
				out[[2]string{f, t}] = append(out[[2]string{f, t}], p)
			}
		}
	}
	return out
}

var levelValue = map[string]float64{Must: 1, Want: 0.8, Later: 0.4, No: 0}

// said finds what one of from said of one of to on a day: a "no" goes before anything
// else, otherwise the strongest wish counts.
func (p preferences) said(from, to []string, on Day) (Preference, bool) {
	var best Preference
	found := false
	if len(p) == 0 {
		return best, false
	}
	for _, f := range from {
		for _, t := range to {
			for _, q := range p[[2]string{f, t}] {
				v, known := levelValue[q.Level]
				if !known || q.Expires != 0 && q.Expires < on {
					continue
				}
				if q.Level == No {
					return q, true
				}
				if !found || v > levelValue[best.Level] || v == levelValue[best.Level] && best.Private && !q.Private {
					best, found = q, true
				}
			}
		}
	}
	return best, found
}

// with returns the preferences and more, leaving p as it is.
func (p preferences) with(more []Preference) preferences {
	out := make(preferences, len(p)+len(more))
	for k, v := range p {
		out[k] = v
	}
	for k, v := range newPreferences(more, nil) {
		out[k] = append(append([]Preference(nil), out[k]...), v...)
	}
	return out
}
