package matcher

import (
	"slices"
	"sort"
	"strconv"
	"strings"
)

// explain fills in the evidence of a known part, or what is missing of an unknown one.
func (e *compiledExpert) explain(c *call, code string, q *Part) {
	if !q.Known {
		q.Missing = c.missing(code, e.has)
		return
	}
	n := c.need
	switch code {
	case PartTopic:
		q.Evidence = e.topicEvidence(c)
	case PartText:
		q.Evidence = e.workEvidence(c)
	case PartField:
		q.Evidence = sharedLabels(EvidenceField, "candidate.fields", n.need.Fields, e.Fields)
	case PartIndustry:
		q.Evidence = industryEvidence(n.ksic, e.Industries)
	case PartTags:
		q.Evidence = sharedLabels(EvidenceTag, "candidate.tags", n.labels(), e.Tags)
	case PartMarket:
		q.Evidence = sharedLabels(EvidenceMarket, "candidate.markets", n.markets, e.markets)
	case PartLanguage:
		q.Evidence = languageEvidence(n.languages, e.Languages)
	case PartLocation:
		q.Evidence = placeEvidence(n.company, Company{Country: e.Country, Region: e.Region}, e.Timezone)
	case PartRecord:
		q.Evidence = []Evidence{{Kind: EvidenceWorks, Count: e.worksOn(c), Total: e.worksBy(n.ref), Field: "candidate.works"}}
	case PartActivity:
		q.Evidence = []Evidence{{Kind: EvidenceLatest, Day: e.latest(n.ref), Field: "candidate.works.date"}}
	case PartLoad:
		q.Evidence = loadEvidence(e.Capacity, e.Load, away(e.Unavailable, n.ref))
	case PartPreference:
		q.Evidence = c.preferenceEvidence(e.ID)
	}
}

// has tells whether a field of the expert, as named by Settles, has anything in it.
func (e *compiledExpert) has(field string) bool {
	switch field {
	case "candidate.summary":
		return e.Summary != Text{} || e.Headline != Text{}
	case "candidate.works":
		return len(e.Works) > 0
	case "candidate.works.date":
		return false
	case "candidate.topics":
		return len(e.Topics) > 0
	case "candidate.fields":
		return len(e.Fields) > 0
	case "candidate.industries":
		return len(e.Industries) > 0
	case "candidate.tags":
		return len(e.Tags) > 0
	case "candidate.markets":
		return len(e.Markets) > 0
	case "candidate.languages":
		return len(e.Languages) > 0
	case "candidate.region":
		return e.Region != ""
	case "candidate.country":
		return e.Country != ""
	case "candidate.capacity":
		return e.Capacity != nil
	}
	return !strings.HasPrefix(field, "candidate.") || notFor[Experts][field]
}

// notFor names the fields of Settles that a kind of candidates does not have.
var notFor = map[Kind]map[string]bool{
	Experts:   {"candidate.thesis": true, "candidate.portfolio": true},
	Investors: {"candidate.summary": true, "candidate.works": true, "candidate.works.date": true},
}

// missing lists the fields of Settles that are empty on either side.
func (c *call) missing(code string, candidateHas func(string) bool) []string {
	var out []string
	for _, f := range Settles(code) {
		if notFor[c.kind][f] {
			continue
		}
		if strings.HasPrefix(f, "candidate.") && !candidateHas(f) || !strings.HasPrefix(f, "candidate.") && !c.need.has(f) {
			out = append(out, f)
		}
	}
	return out
}

// has tells whether a field of the need or its company has anything in it.
func (n *compiledNeed) has(field string) bool {
	switch field {
	case "need.detail":
		return len(n.text[0].ids)+len(n.text[1].ids) > 0
	case "need.topics":
		return len(n.topics) > 0
	case "need.fields":
		return len(n.fields) > 0
	case "need.industries", "company.industries":
		return len(n.ksic) > 0
	case "need.tags", "company.tags":
		return len(n.tags) > 0
	case "need.markets":
		return len(n.markets) > 0
	case "need.languages":
		return len(n.languages) > 0
	case "need.stage":
		return n.stage != noAtom
	case "need.amount":
		return n.max.exact != nil || n.min.exact != nil
	case "company.country":
		return n.company.Country != ""
	case "company.region":
		return n.company.Region != ""
	case "company.founded":
		return n.founded > 0
	}
	return false
}

// labels are the tags of the need and of its company.
func (n *compiledNeed) labels() []string {
	return slices.Compact(sortedCopy(append(append([]string(nil), n.need.Tags...), n.company.Tags...)))
}

// workEvidence names the three works closest to the need and the words they share. The
// client of a work is named unless it is private.
func (e *compiledExpert) workEvidence(c *call) []Evidence {
	type hit struct {
		i int
		s float64
	}
	var hits []hit
	for i := range e.works {
		if s := c.sims[i]; s > 0 {
			hits = append(hits, hit{i, s})
		}
	}
	sort.SliceStable(hits, func(a, b int) bool {
		if hits[a].s != hits[b].s {
			return hits[a].s > hits[b].s
		}
		return e.title(hits[a].i) < e.title(hits[b].i)
	})
	if hits == nil {
		return none("words", "candidate.works")
	}
	var out []Evidence
	for _, h := range hits[:min(3, len(hits))] {
		if h.i >= len(e.Works) {
			out = append(out, Evidence{Kind: EvidenceProfile, Field: "candidate.summary"})
			continue
		}
		out = append(out, e.Works[h.i].evidence(h.i))
	}
	i, hide, field := hits[0].i, "", "candidate.summary"
	if i < len(e.Works) {
		field = workField(i, "text")
		if e.Works[i].ClientPrivate {
			hide = e.Works[i].Client
		}
	}
	return append(out, c.sharedWords(e.works[i].text, hide, field)...)
}

func workField(i int, field string) string {
	return "candidate.works[" + strconv.Itoa(i) + "]." + field
}

// evidence names a work and its client. A private client is not named, and neither is
// the work if its title gives the client away.
func (w *Work) evidence(i int) Evidence {
	e := Evidence{Kind: EvidenceWork, Text: w.Title, Day: w.Date, Note: w.Client, Field: workField(i, "title")}
	if w.ClientPrivate {
		e.Note = ""
		if w.Client != "" && (gives(w.Title.Ko, w.Client) || gives(w.Title.En, w.Client)) {
			e.Text, e.Private = Text{}, true
		}
	}
	return e
}

// gives tells whether a title contains a name, spaces and case aside.
func gives(title, name string) bool {
	squeeze := func(s string) string { return strings.ReplaceAll(label(s), " ", "") }
	return strings.Contains(squeeze(title), squeeze(name))
}

func (e *compiledExpert) title(i int) string {
	if i >= len(e.Works) {
		return ""
	}
	return e.Works[i].Title.either()
}

func (e *compiledExpert) topicEvidence(c *call) []Evidence {
	var out []Evidence
	seen := map[int]bool{}
	for i := range c.need.topics {
		v, at := bestTopic(c, e, i)
		if at < 0 || v < 0.1 || seen[at] {
			continue
		}
		seen[at] = true
		t := e.Topics[at]
		out = append(out, Evidence{Kind: EvidenceTopic, Value: t.Name, Count: int(t.Years), Field: "candidate.topics"})
	}
	if out == nil {
		return none("topics", "candidate.topics")
	}
	return out
}
