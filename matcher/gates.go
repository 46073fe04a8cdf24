package matcher

import "strings"

// side is what gates look at in a candidate.
type side struct {
	id, institution string
	conflicts       []string
	institutional   []string // conflicts of the institution
	capacity        *int
	load            int
}

// gate returns the first gate that closes the pair, "" if none does.
func (c *call) gate(x side) string {
	n := c.need
	ours := []string{n.need.Company, n.need.ID}
	theirs := []string{x.id}
	switch {
	case conflict(n.company, n.need, x):
		return GateConflict
	case x.capacity != nil && x.load >= *x.capacity:
		return GateFull
	case c.refused(ours, theirs):
		return GatePreference
	}
	return ""
}

func conflict(co Company, n Need, x side) bool {
	for _, list := range [][]string{x.conflicts, x.institutional} {
		for _, id := range list {
			if id == n.Company || id == n.ID {
				return true
			}
		}
	}
	for _, id := range co.HiddenFrom {
		if id == x.id || id == x.institution && id != "" {
			return true
		}
	}
	return false
}

func (c *call) refused(ours, theirs []string) bool {
	if p, ok := c.prefs.said(ours, theirs, c.need.ref); ok && p.Level == No {
		return true
	}
	p, ok := c.prefs.said(theirs, ours, c.need.ref)
	return ok && p.Level == No
}

// apart tells whether the need's languages and the candidate's are both known and have
// none in common; en and en-US are the same language.
func apart(need, candidate []string) bool {
	if len(need) == 0 || len(candidate) == 0 {
		return false
	}
	for _, a := range need {
		for _, b := range candidate {
			if primary(a) == primary(b) {
				return false
			}
		}
	}
	return true
}

// primary is the language subtag of a BCP 47 code.
func primary(code string) string {
	code = strings.ToLower(strings.TrimSpace(code))
	if i := strings.IndexAny(code, "-_"); i > 0 {
		return code[:i]
	}
	return code
}

func (c *call) gateExpert(e *compiledExpert) string {
	x := side{
		id: e.ID, institution: e.Institution, conflicts: e.Conflicts,
		institutional: c.s.institutions[e.Institution].Conflicts, capacity: e.Capacity, load: e.Load,
	}
	if g := c.gate(x); g != "" {
		return g
	}
	if apart(c.need.languages, e.spoken) {
		return GateLanguage
	}
	return ""
}

func (c *call) gateInvestor(v *compiledInvestor) string {
	n := c.need
	if g := c.gate(side{id: v.ID, conflicts: v.Conflicts, capacity: v.Capacity, load: v.Load}); g != "" {
		return g
	}
	switch {
	case n.stage != noAtom && len(v.stages) > 0 && !has(v.stages, n.stage):
		return GateStage
	case n.max.exact != nil && v.ticketMin.exact != nil && n.max.currency != "" &&
		n.max.currency == v.ticketMin.currency && n.max.exact.Cmp(v.ticketMin.exact) < 0:
		return GateTicket
	case apart(n.languages, v.Languages):
		return GateLanguage
	}
	return ""
}
