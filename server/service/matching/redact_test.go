package matching

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jumpup/matcher"
	"jumpup/server/demo"
	"jumpup/server/domain"
)

// secrets marks everything that only some may see, in a small programme.
type secrets struct {
	records []domain.Record
	needs   []*domain.Need
}

const (
	secretClient = "SECRET-CLIENT"
	secretNote   = "SECRET-NOTE"
	secretRemark = "SECRET-REMARK"

	secretCapacity = 987654
)

// drawSecrets draws a small programme with conflicts, hidden companies, private
// clients, notes and refusals.
func drawSecrets(t *rapid.T) secrets {
	seed := rapid.Uint64Range(1, 1000).Draw(t, "seed")
	var s secrets
	for _, r := range demo.Generate(demo.Size{Companies: 6, Needs: 18, Institutions: 2, Experts: 12, Investors: 8}, seed, today) {
		switch x := r.(type) {
		case *domain.Institution:
			if rapid.Bool().Draw(t, "institution has a conflict") {
				x.Conflicts = []string{"company-002"}
			}
		case *domain.Need:
			x.Remark, x.Confidential = secretRemark, rapid.IntRange(0, 3).Draw(t, "confidential") == 0
			s.needs = append(s.needs, x)
		case *domain.Expert:
			for i := range x.Works {
				x.Works[i].ClientPrivate = i%2 == 0
				if x.Works[i].ClientPrivate {
					x.Works[i].Client = secretClient
				}
			}
			if rapid.IntRange(0, 3).Draw(t, "conflict") == 0 {
				x.Conflicts = []string{"company-001"}
			}
		case *domain.Investor:
			x.Capacity = domain.Int(secretCapacity)
		case *domain.Preference:
			continue
		}
		s.records = append(s.records, r)
	}
	levels := []domain.Level{domain.Must, domain.Want, domain.Later, domain.No}
	for i := 1; i <= 6; i++ {
		for _, other := range []string{"expert-001", "expert-005", "investor-001", "investor-003"} {
			company := fmt.Sprintf("company-%03d", i)
			level := rapid.SampledFrom(levels).Draw(t, "level")
			for _, ends := range [][2]string{{company, other}, {other, company}} {
				s.records = append(s.records, &domain.Preference{From: ends[0], To: ends[1], Level: level, Note: secretNote, Private: rapid.Bool().Draw(t, "private")})
			}
		}
	}
	return s
}

// viewers are everybody who may ask for matches, and what they get.
func (s secrets) viewings(t *rapid.T, h *house, see func(a domain.Actor, from string, r Ranking)) {
	for _, n := range s.needs {
		owner := as(domain.RoleCompany, string(n.Company))
		for _, a := range []domain.Actor{owner, coordinator} {
			r, err := h.RankNeed(h.Context(), a, n.ID, Options{Top: 50, Blocked: true})
			if err == nil {
				see(a, string(n.ID), r)
			} else if code := domain.CodeOf(err); code != domain.CodeConflict && code != domain.CodeForbidden {
				t.Fatalf("%s ranks %s: %v", a.User, n.ID, err)
			}
		}
	}
	for _, a := range []domain.Actor{as(domain.RoleExpert, "expert-001"), as(domain.RoleExpert, "expert-005"), as(domain.RoleInvestor, "investor-001"), as(domain.RoleInvestor, "investor-003")} {
		r, err := h.MatchesFor(h.Context(), a, a.Subject, Options{Top: 50, Blocked: true})
		if err != nil {
			t.Fatalf("%s asks for matches: %v", a.User, err)
		}
		see(a, a.Subject.ID, r)
	}
}

func TestNobodySeesWhatIsNotTheirs(t *testing.T) {
	seen := 0
	rapid.Check(t, func(rt *rapid.T) {
		s := drawSecrets(rt)
		h := newHouse(t, s.records...)
		defer h.shut()
		s.viewings(rt, h, func(a domain.Actor, from string, r Ranking) {
			for _, m := range r.Items {
				seen++
				checkMatch(rt, a, from, m)
			}
		})
	})
	if seen == 0 {
		t.Fatal("no match was looked at")
	}
}

func checkMatch(t *rapid.T, a domain.Actor, from string, m Match) {
	line, err := json.Marshal(m.Parts)
	if err != nil {
		t.Fatal(err)
	}
	whole := string(line)
	if strings.Contains(whole, secretNote) || strings.Contains(whole, secretRemark) {
		t.Fatalf("%s at %s: evidence holds a note or remark: %s", a.User, from, whole)
	}
	if strings.Contains(whole, secretClient) && a.Role != domain.RoleExpert {
		t.Fatalf("%s at %s: a private client is named: %s", a.User, from, whole)
	}
	if p := m.Preference; p != nil && a.Staff() && p.Private && p.Note != "" {
		t.Fatalf("%s at %s: staff reads a private note", a.User, from)
	}
	if p := m.Preference; p != nil && !a.Staff() && p.From != a.Subject.ID && !strings.HasPrefix(p.From, "need-") {
		t.Fatalf("%s at %s: shows the preference of %s", a.User, from, p.From)
	}
	if a.Staff() {
		return
	}
	ownNo := m.Preference != nil && m.Preference.Level == domain.No
	if m.Blocked == matcher.GateConflict || m.Blocked == matcher.GatePreference && !ownNo {
		t.Fatalf("%s at %s: the gate %s of %s is shown", a.User, from, m.Blocked, m.Candidate.Ref)
	}
	if m.Need != nil && (m.Need.Confidential || m.Need.Remark != "") {
		t.Fatalf("%s at %s: sees %+v", a.User, from, m.Need)
	}
	theirs := matcher.EvidenceCandidate
	if a.Role != domain.RoleCompany {
		theirs = matcher.EvidenceCompany
	}
	for _, p := range m.Parts {
		for _, e := range p.Evidence {
			if (e.Count == secretCapacity || e.Total == secretCapacity) && a.Role != domain.RoleInvestor {
				t.Fatalf("%s at %s: an investor's capacity is shown: %+v", a.User, from, e)
			}
			if e.Code == theirs && e.Value == matcher.No {
				t.Fatalf("%s at %s: the other side's no is shown", a.User, from)
			}
			if e.Code == PrivateItem && (e.Value != "" || e.Note != "" || e.Text != (domain.Text{}) || e.Count != 0 || e.Total != 0 || e.Day != "") {
				t.Fatalf("%s at %s: a private item says more: %+v", a.User, from, e)
			}
		}
	}
}

// TestPrivateEvidenceIsMarked looks at the pieces one by one.
func TestPrivateEvidenceIsMarked(t *testing.T) {
	n := &domain.Need{ID: "n", Company: "c", Kind: domain.NeedDirecting, Confidential: true}
	c := &domain.Company{ID: "c", HiddenFrom: []string{"e9"}}
	x := &domain.Expert{ID: "e", Works: []domain.Work{{Client: "Open"}, {Client: "Secret", ClientPrivate: true}}, Conflicts: []string{"c9"}}
	v := &domain.Investor{ID: "i", Capacity: domain.Int(3)}
	company, expert, investor := as(domain.RoleCompany, "c"), as(domain.RoleExpert, "e"), as(domain.RoleInvestor, "i")
	work := func(i string) matcher.Evidence {
		return matcher.Evidence{Kind: matcher.EvidenceWork, Note: "client", Field: "candidate.works[" + i + "].title", Text: matcher.Text{En: "T"}}
	}
	telling := matcher.Evidence{Kind: matcher.EvidenceWork, Field: "candidate.works[1].title", Private: true}
	said := func(kind, level string, private bool) matcher.Evidence {
		return matcher.Evidence{Kind: kind, Value: level, Field: "preference.level", Private: private}
	}
	for name, k := range map[string]struct {
		who       domain.Actor
		candidate domain.Record
		evidence  matcher.Evidence
		code      string
		note      string
	}{
		"open client":                     {company, x, work("0"), "work", "Open"},
		"private client":                  {company, x, work("1"), "work", ""},
		"private client to the expert":    {expert, x, work("1"), "work", "Secret"},
		"a work that is gone":             {company, x, work("7"), "work", ""},
		"capacity to the company":         {company, v, matcher.Evidence{Kind: matcher.EvidenceLoad, Field: "candidate.capacity"}, PrivateItem, ""},
		"capacity to the investor":        {investor, v, matcher.Evidence{Kind: matcher.EvidenceLoad, Field: "candidate.capacity"}, "load", ""},
		"an expert's capacity":            {company, x, matcher.Evidence{Kind: matcher.EvidenceLoad, Field: "candidate.capacity"}, "load", ""},
		"capacity to staff":               {coordinator, v, matcher.Evidence{Kind: matcher.EvidenceLoad, Field: "candidate.capacity"}, "load", ""},
		"own private wish":                {company, x, said("company", "must", true), "company", ""},
		"own no":                          {company, x, said("company", "no", true), "company", ""},
		"the expert's wish":               {company, x, said("candidate", "want", false), "candidate", ""},
		"the expert's private wish":       {company, x, said("candidate", "want", true), PrivateItem, ""},
		"the expert's no":                 {company, x, said("candidate", "no", false), PrivateItem, ""},
		"the company's private wish":      {expert, x, said("company", "must", true), PrivateItem, ""},
		"a no to staff":                   {coordinator, x, said("candidate", "no", true), "candidate", ""},
		"a telling title":                 {company, x, telling, PrivateItem, ""},
		"a telling title to the expert":   {expert, x, telling, "work", "Secret"},
		"a telling title to another":      {as(domain.RoleExpert, "e2"), x, telling, PrivateItem, ""},
		"a telling title to staff":        {coordinator, x, telling, PrivateItem, ""},
		"marked private":                  {expert, x, matcher.Evidence{Kind: matcher.EvidenceTag, Value: "x", Field: "candidate.tags", Private: true}, PrivateItem, ""},
		"marked private to the company":   {company, x, matcher.Evidence{Kind: matcher.EvidenceTag, Value: "x", Field: "candidate.tags", Private: true}, PrivateItem, ""},
		"what the company hides":          {expert, x, matcher.Evidence{Kind: matcher.EvidenceAge, Field: "company.hidden_from"}, PrivateItem, ""},
		"what the company hides, to it":   {company, x, matcher.Evidence{Kind: matcher.EvidenceAge, Field: "company.hidden_from"}, "age", ""},
		"what the expert keeps":           {company, x, matcher.Evidence{Kind: matcher.EvidenceField, Field: "candidate.conflicts"}, PrivateItem, ""},
		"what the expert keeps, to staff": {coordinator, x, matcher.Evidence{Kind: matcher.EvidenceField, Field: "candidate.conflicts"}, "field", ""},
	} {
		got := newViewer(k.who, n, c, k.candidate, nil).evidence([]matcher.Evidence{k.evidence})[0]
		if got.Code != k.code || got.Note != k.note || got.Private != (k.code == PrivateItem) {
			t.Errorf("%s: shown as %+v, want code %s and note %q", name, got, k.code, k.note)
		}
	}
}
