package matching

import (
	"context"

	"jumpup/server/domain"
)

// speaksFor asks whether the actor may do something with what from said. A need
// speaks through its company, and only while the company may still prefer.
func (s *Service) speaksFor(ctx context.Context, a domain.Actor, act domain.Action, from, to string) error {
	if a.Role == "" {
		return signIn()
	}
	if domain.Can(a, act, domain.Object{Kind: domain.KindPreference, From: from, To: to}) {
		return nil
	}
	n, c, err := s.need(ctx, domain.NeedID(from))
	if err != nil && domain.CodeOf(err) != domain.CodeNotFound {
		return err
	}
	if err == nil && domain.Can(a, act, domain.Object{Kind: domain.KindPreference, From: string(n.Company), To: to}) &&
		(act == domain.ActRead || domain.Can(a, domain.ActPrefer, domain.ObjectOf(n, c))) {
		return nil
	}
	return domain.Errorf(domain.CodeForbidden, "from", "you may not speak for %q; preferences are stated by the organisation itself", from)
}

// checkEnds asks whether the actor may state a preference, and whether it joins
// a company or need with an expert or investor that the actor may see.
func (s *Service) checkEnds(ctx context.Context, a domain.Actor, from, to string) error {
	if err := s.speaksFor(ctx, a, domain.ActPrefer, from, to); err != nil {
		return err
	}
	offers, err := s.end(ctx, from, domain.KindCompany, domain.KindNeed, domain.KindExpert, domain.KindInvestor)
	if err != nil {
		return err
	}
	if offers == nil {
		return domain.Errorf(domain.CodeNotFound, "from", "there is no company, need, expert or investor %q", from)
	}
	kinds := []domain.Kind{domain.KindExpert, domain.KindInvestor}
	if k := offers.Ref().Kind; k == domain.KindExpert || k == domain.KindInvestor {
		kinds = []domain.Kind{domain.KindCompany, domain.KindNeed}
	}
	other, err := s.end(ctx, to, kinds...)
	if err != nil {
		return err
	}
	if other == nil || !s.readable(ctx, a, other) {
		return domain.Errorf(domain.CodeNotFound, "to", "there is no %s or %s %q that you may see", kinds[0], kinds[1], to)
	}
	return nil
}

// end finds the record of an id among kinds; nil when there is none.
func (s *Service) end(ctx context.Context, id string, kinds ...domain.Kind) (domain.Record, error) {
	refs := make([]domain.Ref, len(kinds))
	for i, k := range kinds {
		refs[i] = domain.Ref{Kind: k, ID: id}
	}
	found, err := s.Store.Records(ctx, refs)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

func (s *Service) readable(ctx context.Context, a domain.Actor, r domain.Record) bool {
	n, ok := r.(*domain.Need)
	if !ok {
		return domain.Can(a, domain.ActRead, domain.ObjectOf(r, nil))
	}
	_, c, err := s.need(ctx, n.ID)
	return err == nil && domain.Can(a, domain.ActRead, domain.ObjectOf(n, c))
}
