package directory

import (
	"context"

	"jumpup/server/domain"
)

// Audit reads the log of changes, newest first; for programme staff.
func (s *Service) Audit(ctx context.Context, a domain.Actor, q domain.AuditQuery) (domain.Page[domain.AuditEntry], error) {
	if err := mayRead(a, domain.ObjectAudit, "the log of changes"); err != nil {
		return domain.Page[domain.AuditEntry]{}, err
	}
	return s.log.Audit(ctx, q)
}

// Verified is the outcome of walking the log of changes.
type Verified struct {
	Entries int64
	Broken  int64 // the first entry that does not fit the one before it; 0 when whole
}

// VerifyAudit walks the whole chain of the log of changes.
func (s *Service) VerifyAudit(ctx context.Context, a domain.Actor) (Verified, error) {
	if err := mayRead(a, domain.ObjectAudit, "the log of changes"); err != nil {
		return Verified{}, err
	}
	entries, broken, err := s.log.VerifyAudit(ctx)
	return Verified{entries, broken}, err
}

// Accesses reads the log of reads of personal data, newest first; for
// administrators.
func (s *Service) Accesses(ctx context.Context, a domain.Actor, cursor string, limit int) (domain.Page[domain.Access], error) {
	if err := mayRead(a, domain.ObjectAccess, "the log of reads"); err != nil {
		return domain.Page[domain.Access]{}, err
	}
	return s.log.Accesses(ctx, cursor, limit)
}

func mayRead(a domain.Actor, k domain.Kind, what string) error {
	if err := signedIn(a); err != nil {
		return err
	}
	if !domain.Can(a, domain.ActRead, domain.Object{Kind: k}) {
		return forbidden("you may not read %s", what)
	}
	return nil
}
