package directory

import (
	"context"
	"errors"
	"fmt"

	"jumpup/server/domain"
)

// Eligibility is what a cohort's rules say of a company today.
type Eligibility struct {
	Company  domain.CompanyID
	Cohort   domain.CohortID
	Day      domain.Date
	Outcome  domain.RuleOutcome // fail when any rule fails, else unknown when any is, else pass
	Verdicts []domain.Verdict
}

// Eligibility evaluates the rules of a cohort on a company, for programme
// staff; cohort "" means the company's own. A cohort without rules passes.
func (s *Service) Eligibility(ctx context.Context, a domain.Actor, company domain.CompanyID, cohort domain.CohortID) (Eligibility, error) {
	if err := mayOverview(a); err != nil {
		return Eligibility{}, err
	}
	r, err := s.store.Record(ctx, domain.Ref{Kind: domain.KindCompany, ID: string(company)})
	if err != nil {
		return Eligibility{}, err
	}
	c := r.(*domain.Company)
	if cohort == "" {
		cohort = c.Cohort
	}
	if cohort == "" {
		return Eligibility{}, domain.Errorf(domain.CodeInvalid, "cohort", "is missing, and the company is in no cohort; name one")
	}
	if r, err = s.store.Record(ctx, domain.Ref{Kind: domain.KindCohort, ID: string(cohort)}); err != nil {
		return Eligibility{}, err
	}
	out := Eligibility{Company: c.ID, Cohort: cohort, Day: domain.DateOf(s.now()), Outcome: domain.RulePass}
	out.Verdicts = r.(*domain.Cohort).Eligible(c, out.Day)
	for _, v := range out.Verdicts {
		if v.Outcome == domain.RuleFail || v.Outcome == domain.RuleUnknown && out.Outcome == domain.RulePass {
			out.Outcome = v.Outcome
		}
	}
	return out, nil
}

func mayOverview(a domain.Actor) error {
	if err := signedIn(a); err != nil {
		return err
	}
	if !domain.Can(a, domain.ActOverview, domain.Object{Kind: domain.KindCohort}) {
		return forbidden("only programme staff see the whole cohort")
	}
	return nil
}

// validate is what a record must fulfil to be stored from a form: what the
// record demands by itself, and rules of a cohort that can be evaluated.
func validate(r domain.Record) error {
	p := r.Validate()
	if c, ok := r.(*domain.Cohort); ok {
		for i, rule := range c.Rules {
			var e *domain.Error
			if errors.As(rule.Check(), &e) {
				p.Add(fmt.Sprintf("rules[%d].%s", i, e.Field), "%s", e.Message)
			}
		}
	}
	return p.Err()
}
