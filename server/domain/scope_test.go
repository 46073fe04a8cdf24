package domain

import (
	"testing"

	"pgregory.net/rapid"
)

// Small pools, so that ids meet often.
var (
	idPool   = []string{"c1", "c2", "e1", "e2", "i1", "x1", "x2", "n1"}
	rolePool = []Role{"", RoleCompany, RoleExpert, RoleInvestor, RoleManager, RoleCoordinator, RoleAdministrator, RoleSystem, "owner"}
)

func drawActor(t *rapid.T) Actor {
	a := Actor{User: "u", Role: rapid.SampledFrom(rolePool).Draw(t, "role")}
	kind := rapid.SampledFrom([]Kind{"", KindCompany, KindExpert, KindInvestor, KindInstitution}).Draw(t, "subject kind")
	if rapid.IntRange(0, 3).Draw(t, "right subject") > 0 {
		kind = a.Role.SubjectKind()
	}
	id := rapid.SampledFrom(append([]string{""}, idPool...)).Draw(t, "subject")
	a.Subject = Ref{kind, id}
	if a.Role == RoleExpert {
		a.Institution = InstitutionID(rapid.SampledFrom([]string{"", "x1", "x2"}).Draw(t, "institution"))
	}
	return a
}

func drawCompany(t *rapid.T, id string) *Company {
	return &Company{ID: CompanyID(id), HiddenFrom: rapid.SliceOfN(rapid.SampledFrom(idPool), 0, 3).Draw(t, "hidden from")}
}

// drawRecord gives a record and, for a need, the companies there are.
func drawRecord(t *rapid.T) (Record, map[CompanyID]*Company) {
	id := rapid.SampledFrom(idPool).Draw(t, "id")
	pick := func(what string) string { return rapid.SampledFrom(idPool).Draw(t, what) }
	switch rapid.SampledFrom(Kinds).Draw(t, "kind") {
	case KindInstitution:
		return &Institution{ID: InstitutionID(id)}, nil
	case KindCohort:
		return &Cohort{ID: CohortID(id)}, nil
	case KindPerson:
		return &Person{ID: PersonID(id), Organisation: pick("organisation")}, nil
	case KindCompany:
		return drawCompany(t, id), nil
	case KindExpert:
		return &Expert{ID: ExpertID(id), Institution: InstitutionID(pick("institution"))}, nil
	case KindInvestor:
		return &Investor{ID: InvestorID(id)}, nil
	case KindPreference:
		return &Preference{From: pick("from"), To: pick("to")}, nil
	}
	companies := map[CompanyID]*Company{}
	for _, c := range []string{"c1", "c2"} {
		companies[CompanyID(c)] = drawCompany(t, c)
	}
	return &Need{
		ID: NeedID(id), Company: CompanyID(rapid.SampledFrom([]string{"c1", "c2"}).Draw(t, "company")),
		Kind:         rapid.SampledFrom([]NeedKind{NeedDirecting, NeedInvestment, NeedPartner}).Draw(t, "need kind"),
		State:        rapid.SampledFrom(NeedStates).Draw(t, "state"),
		Confidential: rapid.Bool().Draw(t, "confidential"),
	}, companies
}

// TestScopeIsCan: the filter that lists and searches use lets through exactly
// the records that the policy lets the actor read.
func TestScopeIsCan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawActor(t)
		r, companies := drawRecord(t)
		var owner *Company
		var hiding []CompanyID
		if n, ok := r.(*Need); ok {
			owner = companies[n.Company]
			for id, c := range companies {
				if AnyOf(AttrHiddenFrom, a.HiddenAs()...).Match(Attributes(c)) {
					hiding = append(hiding, id)
				}
			}
		}
		o := ObjectOf(r, owner)
		can := Can(a, ActRead, o)
		if got := Scope(a, o.Kind, hiding).Match(Attributes(r)); got != can {
			t.Fatalf("scope says %v and policy says %v: actor %+v, object %+v, hiding %v", got, can, a, o, hiding)
		}
	})
}

// TestWhoeverChangesMayRead: whoever may change a record may also read it.
func TestWhoeverChangesMayRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawActor(t)
		r, companies := drawRecord(t)
		var owner *Company
		if n, ok := r.(*Need); ok {
			owner = companies[n.Company]
		}
		o := ObjectOf(r, owner)
		o.Step = rapid.SampledFrom(needSteps).Draw(t, "step")
		for _, act := range []Action{ActUpdate, ActDelete, ActStep, ActRank, ActPrefer} {
			if Can(a, act, o) && !Can(a, ActRead, o) {
				t.Fatalf("%+v may %s but not read %+v", a, act, o)
			}
		}
	})
}

// TestPortfolioScopeIsCan: whoever may read an investor finds the companies of
// its portfolio, and nobody else does.
func TestPortfolioScopeIsCan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawActor(t)
		inv := &Investor{ID: InvestorID(rapid.SampledFrom(idPool).Draw(t, "investor")), Portfolio: []Deal{
			{Company: "i1", Name: "c1"}, {Name: "c2", Stage: "seed", Tags: []string{"i1"}},
		}}
		deal := rapid.IntRange(0, 1).Draw(t, "deal")
		can := Can(a, ActRead, ObjectOf(inv, nil))
		if got := Scope(a, KindPortfolio, nil).Match(PortfolioAttributes(inv, deal)); got != can {
			t.Fatalf("scope says %v and policy says %v of the investor: %+v, %s", got, can, a, inv.ID)
		}
		if got := Can(a, ActRead, Object{Kind: KindPortfolio, ID: PortfolioRef(inv.ID, deal).ID}); got != can {
			t.Fatalf("the policy says %v of the company and %v of the investor: %+v, %s", got, can, a, inv.ID)
		}
	})
}
