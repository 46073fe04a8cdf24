package rest

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// registerFinding adds the overview, rosters and eligibility.
func (s *Server) registerFinding(api huma.API) {
	add(s, api, op(http.MethodGet, "/overview", "directory", "Figures of a cohort, for programme staff"), s.overview)
	add(s, api, op(http.MethodGet, "/institutions/{id}/roster", "directory",
		"Own experts with capacity and load, for the institution's manager and staff"), s.roster)
	add(s, api, op(http.MethodGet, "/companies/{id}/eligibility", "directory",
		"What a cohort's rules say of a company, for programme staff"), s.eligibility)
}

// EligibilityAnswer is what a cohort's rules say of a company.
type EligibilityAnswer struct {
	Company string       `json:"company" example:"c1"`
	Cohort  string       `json:"cohort" example:"k2026"`
	Day     string       `json:"day" format:"date" example:"2026-11-23"`
	Outcome string       `json:"outcome" enum:"pass,fail,unknown" doc:"fail when any rule fails, else unknown when any is, else pass"`
	Rules   []RuleAnswer `json:"rules" doc:"Every rule in its order"`
}

// RuleAnswer is one rule's outcome.
type RuleAnswer struct {
	Rule
	Outcome string `json:"outcome" enum:"pass,fail,unknown" doc:"unknown: the company's record does not say"`
	Found   string `json:"found,omitempty" example:"2016" doc:"What the company's record says"`
}

func (s *Server) eligibility(ctx context.Context, in *struct {
	RecordPath
	Cohort string `query:"cohort" maxLength:"200" example:"k2026" doc:"The company's own when left out"`
},
) (*struct{ Body EligibilityAnswer }, error) {
	e, err := s.Directory.Eligibility(ctx, actorOf(ctx), domain.CompanyID(in.ID), domain.CohortID(in.Cohort))
	if err != nil {
		return nil, err
	}
	out := EligibilityAnswer{Company: string(e.Company), Cohort: string(e.Cohort), Day: string(e.Day), Outcome: string(e.Outcome), Rules: []RuleAnswer{}}
	for _, v := range e.Verdicts {
		out.Rules = append(out.Rules, RuleAnswer{ruleOf(v.Rule), string(v.Outcome), v.Found})
	}
	return &struct{ Body EligibilityAnswer }{out}, nil
}

// RosterAnswer is an institution's experts.
type RosterAnswer struct {
	Institution string        `json:"institution" example:"x1"`
	Agreed      *Count        `json:"agreed,omitempty" doc:"Companies at once that the institution has agreed to"`
	Capacity    int           `json:"capacity" doc:"Sum over experts that state one"`
	Load        int           `json:"load"`
	Unstated    int           `json:"unstated" doc:"Experts without a capacity"`
	Experts     []RosterEntry `json:"experts" doc:"By name"`
}

// RosterEntry is one expert of a roster.
type RosterEntry struct {
	Expert Expert `json:"expert"`
	Free   int    `json:"free" doc:"Companies the expert can still take"`
	Away   bool   `json:"away" doc:"Absent today"`
}

func (s *Server) roster(ctx context.Context, in *RecordPath) (*struct{ Body RosterAnswer }, error) {
	r, err := s.Directory.Roster(ctx, actorOf(ctx), domain.InstitutionID(in.ID))
	if err != nil {
		return nil, err
	}
	out := RosterAnswer{
		Institution: string(r.Institution), Agreed: countOf(r.Agreed), Capacity: r.Capacity, Load: r.Load, Unstated: r.Unstated,
		Experts: []RosterEntry{},
	}
	for _, l := range r.Experts {
		out.Experts = append(out.Experts, RosterEntry{expertOf(l.Item), l.Free, l.Away})
	}
	return &struct{ Body RosterAnswer }{out}, nil
}

func countsOf(list []domain.FacetCount) []FacetCount {
	out := []FacetCount{}
	for _, c := range list {
		out = append(out, FacetCount{c.Value, c.Count})
	}
	return out
}

func (s *Server) overview(ctx context.Context, in *struct {
	Cohort string `query:"cohort" maxLength:"200" example:"k2026" doc:"All cohorts when left out"`
},
) (*struct{ Body Overview }, error) {
	f, err := s.Directory.Overview(ctx, actorOf(ctx), domain.CohortID(in.Cohort))
	if err != nil {
		return nil, err
	}
	return &struct{ Body Overview }{overviewOf(f)}, nil
}

func overviewOf(f directory.Figures) Overview {
	t := f.Totals
	return Overview{
		Cohort: string(f.Cohort), Day: string(f.Day),
		Totals: OverviewTotals{
			t.Companies, t.Covered, t.Needs, t.OpenNeeds, t.Overdue, t.Experts, t.Investors, t.Institutions,
			t.ExpertCapacity, t.ExpertLoad, t.ExpertsWithoutCapacity,
		},
		NeedsByTopic: countsOf(f.ByTopic), NeedsByState: countsOf(f.ByState), NeedsByKind: countsOf(f.ByKind),
		Coverage:    OverviewCoverage{coverageOf(f.ByRegion), coverageOf(f.ByField), coverageOf(f.ByNewcomer)},
		ExpertLoad:  listed(f.Experts, expertLoadOf),
		Institution: listed(f.Institutions, institutionLoadOf),
		LoadSpread:  countsOf(f.Spread),
		WorstOff:    listed(f.WorstOff, worstOffOf),
		Ageing:      listed(f.Ageing, ageingOf),
		FirstSteps:  listed(f.Steps, func(x directory.FirstStep) FirstStep { return FirstStep{x.Code, x.Done} }),
	}
}

// listed is each for answers, where an empty list is written as one.
func listed[A, B any](list []A, make_ func(A) B) []B {
	out := make([]B, 0, len(list))
	for _, v := range list {
		out = append(out, make_(v))
	}
	return out
}

func coverageOf(list []directory.Coverage) []CoverageGroup {
	return listed(list, func(c directory.Coverage) CoverageGroup {
		return CoverageGroup{c.Value, c.Companies, c.Covered, c.Matched}
	})
}

func expertLoadOf(l directory.ExpertLoad) ExpertLoad {
	return ExpertLoad{string(l.ID), nameOf(l.Name), string(l.Institution), l.Capacity, l.Load}
}

func institutionLoadOf(l directory.InstitutionLoad) InstitutionLoad {
	return InstitutionLoad{string(l.ID), nameOf(l.Name), l.Experts, l.Capacity, l.Load, l.Unstated, countOf(l.Agreed)}
}

func worstOffOf(w directory.WorstOff) WorstOff {
	return WorstOff{string(w.Company), nameOf(w.Name), w.OpenNeeds, w.Wanted, w.Matched, w.Waiting, string(w.Oldest)}
}

func ageingOf(g directory.Ageing) Ageing {
	out := Ageing{Holder: string(g.Holder), Needs: g.Needs, Overdue: g.Overdue, Oldest: g.Oldest, Days: []AgeBucket{}}
	for _, d := range g.Days {
		bucket := AgeBucket{From: d.From, Count: d.Count}
		if d.To >= 0 {
			bucket.To = &d.To
		}
		out.Days = append(out.Days, bucket)
	}
	return out
}
