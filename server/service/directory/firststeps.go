package directory

import (
	"context"
	"strings"

	"jumpup/server/domain"
)

// firstSteps is the checklist of a new programme, in the order in which one
// would go about it.
func (s *Service) firstSteps(ctx context.Context, b *board, investors int) ([]FirstStep, error) {
	steps := []FirstStep{
		{"cohort", b.cohorts > 0},
		{"companies", b.all > 0},
		{"experts", len(b.experts) > 0},
		{"investors", investors > 0},
	}
	if s.accounts != nil {
		staff, companies, err := s.invited(ctx)
		if err != nil {
			return nil, err
		}
		published, err := s.weightsPublished(ctx)
		if err != nil {
			return nil, err
		}
		steps = append(steps, FirstStep{"staff", staff}, FirstStep{"invitations", companies}, FirstStep{"weights", published})
	}
	return append(steps, FirstStep{"triage", b.triaged}), nil
}

// invited tells whether a coordinator and whether anybody of a company has an
// account or an invitation.
func (s *Service) invited(ctx context.Context) (staff, companies bool, err error) {
	count := func(role domain.Role) bool {
		n := 0
		if err == nil {
			n, err = s.accounts.CountRole(ctx, role)
		}
		return n > 0
	}
	staff, companies = count(domain.RoleCoordinator), count(domain.RoleCompany)
	if err != nil || staff && companies {
		return staff, companies, err
	}
	links, err := s.accounts.Links(ctx, domain.LinkInvitation, "", 500)
	for _, l := range links.Items {
		if l.Revoked.IsZero() {
			staff = staff || l.Role == domain.RoleCoordinator
			companies = companies || l.Role == domain.RoleCompany
		}
	}
	return staff, companies, err
}

// weightsPublished tells whether a person has published weights; what the
// program set up at its start does not count.
func (s *Service) weightsPublished(ctx context.Context) (bool, error) {
	w, err := s.accounts.Weights(ctx, 0)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return false, nil
	}
	return err == nil && !strings.HasPrefix(string(w.By), "system:"), err
}
