package matching

import (
	"strconv"
	"strings"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// side is from where a viewer looks at a pair.
type side int

const (
	staffSide side = iota
	needSide       // the company's people
	candidateSide
)

// viewer decides what one actor sees of one pair. It is the only place where
// evidence and gates are kept back.
type viewer struct {
	actor     domain.Actor
	side      side
	need      *domain.Need
	company   *domain.Company
	candidate domain.Record
	own       *domain.Preference         // what the viewer's side said of the other
	hidden    map[string]map[string]bool // per record of the pair, the fields the actor may not see
}

func newViewer(a domain.Actor, n *domain.Need, c *domain.Company, candidate domain.Record, own *domain.Preference) *viewer {
	v := &viewer{actor: a, side: candidateSide, need: n, company: c, candidate: candidate, own: own}
	switch {
	case a.Staff():
		v.side = staffSide
	case a.Role == domain.RoleCompany && string(n.Company) == a.Subject.ID:
		v.side = needSide
	}
	v.hidden = map[string]map[string]bool{"need": v.kept(n), "company": v.kept(c), "candidate": v.kept(candidate)}
	return v
}

// kept lists the fields of a record that View empties for the actor. Works are
// looked at one by one (see work): only private clients are kept back.
func (v *viewer) kept(r domain.Record) map[string]bool {
	out := map[string]bool{}
	for _, f := range domain.Changed(r, domain.View(v.actor, r)) {
		if f != "works" {
			out[f] = true
		}
	}
	return out
}

func (v *viewer) evidence(all []matcher.Evidence) []Evidence {
	out := make([]Evidence, 0, len(all))
	for _, e := range all {
		if !v.sees(e) {
			out = append(out, Evidence{Code: PrivateItem, Private: true})
			continue
		}
		x := Evidence{
			Code: e.Kind, Text: domain.Text{Ko: e.Text.Ko, En: e.Text.En}, Value: e.Value, Note: e.Note,
			Count: e.Count, Total: e.Total, Day: domain.Date(e.Day.String()),
		}
		if e.Kind == matcher.EvidenceWork {
			x.Note = ""
			if w, open := v.work(e.Field); open {
				x.Note, x.Text = w.Client, w.Title
			}
		}
		out = append(out, x)
	}
	return out
}

// sees says whether the source of evidence may be shown to the viewer.
func (v *viewer) sees(e matcher.Evidence) bool {
	switch {
	case e.Kind == matcher.EvidenceWork && e.Private: // its title gives a private client away
		_, open := v.work(e.Field)
		return open
	case v.side == staffSide:
		return true
	case e.Kind == matcher.EvidenceCompany && v.side == needSide, e.Kind == matcher.EvidenceCandidate && v.side == candidateSide:
		return true
	case e.Kind == matcher.EvidenceCompany, e.Kind == matcher.EvidenceCandidate:
		return !e.Private && e.Value != matcher.No
	case e.Private:
		return false
	}
	record, field, _ := strings.Cut(e.Field, ".")
	field, _, _ = strings.Cut(field, ".")
	field, _, _ = strings.Cut(field, "[")
	return !v.hidden[record][field]
}

// work gives the work that a field path such as "candidate.works[2].title"
// leads to; open says that it names a client and the viewer may see whom: a
// private client appears to the expert alone.
func (v *viewer) work(path string) (w domain.Work, open bool) {
	x, ok := domain.View(v.actor, v.candidate).(*domain.Expert)
	_, rest, found := strings.Cut(path, "works[")
	index, _, closed := strings.Cut(rest, "]")
	i, err := strconv.Atoi(index)
	if !ok || !found || !closed || err != nil || i < 0 || i >= len(x.Works) {
		return w, false
	}
	w = x.Works[i]
	return w, w.Client != "" && (!w.ClientPrivate || v.side == candidateSide)
}

// gate says whether a gated pair may be shown to the viewer with its gate: a
// conflict, and a "no" of the other side, are for staff alone.
func (v *viewer) gate(code string) bool {
	switch code {
	case "", matcher.GateFull, matcher.GateStage, matcher.GateTicket, matcher.GateLanguage:
		return true
	case matcher.GatePreference:
		return v.side == staffSide || v.own != nil && v.own.Level == domain.No
	}
	return v.side == staffSide
}
