package matching

import (
	"testing"

	"jumpup/matcher"
	"jumpup/server/domain"
)

func TestPreferenceIsStatedChangedAndWithdrawn(t *testing.T) {
	h := demoHouse(t)
	ctx := t.Context()
	p := domain.Preference{From: "company-001", To: "expert-009", Level: domain.Want, Note: "met at the fair", Private: true}
	stored, err := h.Prefer(ctx, companyOne, p)
	if err != nil || stored.Version != 1 {
		t.Fatalf("%+v %v", stored, err)
	}
	p.Level = domain.Must
	if stored, err = h.Prefer(ctx, companyOne, p); err != nil || stored.Version != 2 {
		t.Fatalf("the change gave %+v %v", stored, err)
	}
	list, err := h.Preferences(ctx, companyOne, "company-001")
	if err != nil || len(list) != 1 || list[0].Level != domain.Must || list[0].Note != p.Note {
		t.Errorf("the company reads %+v %v", list, err)
	}
	list, err = h.Preferences(ctx, coordinator, "company-001")
	if err != nil || len(list) != 1 || list[0].Level != domain.Must || list[0].Note != "" {
		t.Errorf("the coordinator reads %+v %v, want the level without the private note", list, err)
	}
	_, err = h.Preferences(ctx, as(domain.RoleCompany, "company-002"), "company-001")
	h.wants(err, domain.CodeForbidden, "another company reads")
	_, err = h.Preferences(ctx, expertOne, "company-001")
	h.wants(err, domain.CodeForbidden, "an expert reads")
	h.need("need-001", func(n *domain.Need) { n.State, n.Confidential = domain.NeedTriaged, false })
	for _, a := range []domain.Actor{expertOne, as(domain.RoleCompany, "company-002"), managerOne} {
		_, err = h.Preferences(ctx, a, "need-001")
		h.wants(err, domain.CodeForbidden, string(a.User)+" reads what a need said")
	}
	if _, err = h.Preferences(ctx, companyOne, "need-001"); err != nil {
		t.Error(err)
	}
	_, err = h.Preferences(ctx, nobody, "need-001")
	h.wants(err, domain.CodeUnauthenticated, "nobody reads")
	if err := h.Withdraw(ctx, companyOne, p.From, p.To); err != nil {
		t.Fatal(err)
	}
	h.wants(h.Withdraw(ctx, companyOne, p.From, p.To), domain.CodeNotFound, "withdrawing twice")
}

func TestPreferenceRefusals(t *testing.T) {
	h := demoHouse(t)
	h.need("need-001", func(n *domain.Need) { n.State, n.Confidential = domain.NeedTriaged, false })
	pref := func(from, to string) domain.Preference {
		return domain.Preference{From: from, To: to, Level: domain.Want}
	}
	for name, c := range map[string]struct {
		who  domain.Actor
		p    domain.Preference
		want domain.Code
	}{
		"a company for itself":          {companyOne, pref("company-001", "investor-004"), ""},
		"a company for its need":        {companyOne, pref("need-001", "expert-004"), ""},
		"an expert":                     {expertOne, pref("expert-001", "company-004"), ""},
		"an expert of an open need":     {expertOne, pref("expert-001", "need-001"), ""},
		"an investor":                   {investorOne, pref("investor-001", "company-004"), ""},
		"nobody":                        {nobody, pref("company-001", "expert-004"), domain.CodeUnauthenticated},
		"staff for a company":           {coordinator, pref("company-001", "expert-004"), domain.CodeForbidden},
		"another company":               {companyOne, pref("company-002", "expert-004"), domain.CodeForbidden},
		"another's need":                {companyOne, pref("need-002", "expert-004"), domain.CodeForbidden},
		"an expert for another":         {expertOne, pref("expert-002", "company-004"), domain.CodeForbidden},
		"a company of a company":        {companyOne, pref("company-001", "company-002"), domain.CodeNotFound},
		"an expert of an expert":        {expertOne, pref("expert-001", "expert-002"), domain.CodeNotFound},
		"an investor of a directing":    {investorOne, pref("investor-001", "need-001"), domain.CodeNotFound},
		"of nobody":                     {companyOne, pref("company-001", "nowhere"), domain.CodeNotFound},
		"a manager":                     {managerOne, pref("expert-001", "company-001"), domain.CodeForbidden},
		"without a level":               {companyOne, domain.Preference{From: "company-001", To: "expert-004"}, domain.CodeInvalid},
		"with an end that is long past": {companyOne, domain.Preference{From: "company-001", To: "expert-004", Level: domain.Later, Expires: "2020-01-01"}, domain.CodeInvalid},
	} {
		_, err := h.Prefer(t.Context(), c.who, c.p)
		h.wants(err, c.want, name)
	}
}

func TestNoTakesThePairAwayForBothSides(t *testing.T) {
	h := demoHouse(t)
	ctx := t.Context()
	top := h.ranked(companyOne, "need-001", Options{}).Items[0]
	if top.Preference != nil {
		t.Fatalf("nothing was said yet, and %+v is shown", top.Preference)
	}
	id := top.Candidate.Ref.ID
	expert := as(domain.RoleExpert, id)
	if _, err := h.Prefer(ctx, expert, domain.Preference{From: id, To: "company-001", Level: domain.No, Note: "rival"}); err != nil {
		t.Fatal(err)
	}
	for _, m := range h.ranked(companyOne, "need-001", Options{Top: MostTop, Blocked: true}).Items {
		if m.Candidate.Ref.ID == id {
			t.Errorf("the company still sees the expert that refused, blocked by %q", m.Blocked)
		}
	}
	seen := false
	for _, m := range h.ranked(coordinator, "need-001", Options{Top: MostTop, Blocked: true}).Items {
		seen = seen || m.Candidate.Ref.ID == id && m.Blocked == matcher.GatePreference
	}
	if !seen {
		t.Error("the coordinator does not see the refusal")
	}
	own, err := h.MatchesFor(ctx, expert, expert.Subject, Options{Top: MostTop, Blocked: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range own.Items {
		if m.Candidate.Ref.ID == "company-001" && (m.Blocked != matcher.GatePreference || m.Preference == nil || m.Preference.Note != "rival") {
			t.Errorf("the expert sees the own refusal as %+v", m)
		}
	}
}

func TestWantRaisesTheScore(t *testing.T) {
	h := demoHouse(t)
	before := h.ranked(companyOne, "need-001", Options{}).Items[4]
	if _, err := h.Prefer(t.Context(), companyOne, domain.Preference{From: "need-001", To: before.Candidate.Ref.ID, Level: domain.Must}); err != nil {
		t.Fatal(err)
	}
	for _, m := range h.ranked(companyOne, "need-001", Options{}).Items {
		if m.Candidate.Ref != before.Candidate.Ref {
			continue
		}
		if m.Score <= before.Score || m.Preference == nil || m.Preference.Level != domain.Must {
			t.Errorf("after must: score %v (was %v), preference %+v", m.Score, before.Score, m.Preference)
		}
	}
}
