package accounts

import (
	"context"
	"time"

	"jumpup/server/domain"
)

// mailing bounds how long the work behind a forgotten password may take.
const mailing = 30 * time.Second

// AskReset answers a forgotten password: it always returns at once and tells
// nothing. Behind the answer, an enabled account of the address gets a mail
// with a link. Without a mail server nothing is sent; a coordinator hands over
// a link then ([Service.ResetLink]). [Service.Close] waits for what is under
// way.
func (s *Service) AskReset(ctx context.Context, email string) {
	if s.Mailer == nil || !s.Mailer.Ready() {
		return
	}
	select {
	case s.mails <- struct{}{}:
	default:
		return // far more requests than people: the mail can be asked for again
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), mailing)
	s.work.Go(func() {
		defer func() { cancel(); <-s.mails }()
		if err := s.mailReset(ctx, email); err != nil && s.OnFailure != nil {
			s.OnFailure("mail a reset link", err)
		}
	})
}

func (s *Service) mailReset(ctx context.Context, email string) error {
	u, found, err := s.byAddress(ctx, email)
	if err != nil || !found || u.Disabled {
		return err
	}
	h, err := s.issueReset(ctx, domain.System("reset"), u, resetTerm)
	if err != nil {
		return err
	}
	return s.Mailer.Send(ctx, h.Texts[h.Link.Lang])
}

// ResetLink gives a reset link to hand over, for somebody who cannot be reached
// by mail.
func (s *Service) ResetLink(ctx context.Context, a domain.Actor, id domain.UserID) (Handover, error) {
	u, err := s.managed(ctx, a, id)
	if err != nil {
		return Handover{}, err
	}
	if err := usable(&u); err != nil {
		return Handover{}, domain.Errorf(domain.CodeConflict, "", "this account is disabled; enable it first")
	}
	return s.issueReset(ctx, a, u, handedTerm)
}

func (s *Service) issueReset(ctx context.Context, a domain.Actor, u domain.User, term time.Duration) (Handover, error) {
	if err := s.withdrawResets(ctx, a, u.ID); err != nil {
		return Handover{}, err
	}
	l := domain.Link{Kind: domain.LinkReset, Email: u.Email, Name: u.Name, Role: u.Role, Subject: u.Subject, Lang: u.Lang, User: u.ID}
	return s.issue(ctx, a, l, term)
}

// withdrawResets revokes the open reset links of an account: one link at a
// time, and none survives a new password.
func (s *Service) withdrawResets(ctx context.Context, a domain.Actor, id domain.UserID) error {
	now, cursor := s.Now(), ""
	for {
		p, err := s.Store.Links(ctx, domain.LinkReset, cursor, 200)
		if err != nil {
			return err
		}
		for _, l := range p.Items {
			if now.Sub(l.Created) > handedTerm {
				return nil // newest first: the rest has run out
			}
			if l.User != id || !l.Open(now) {
				continue
			}
			if err := s.revoke(ctx, a, l.ID); err != nil && domain.CodeOf(err) != domain.CodeConflict {
				return err
			}
		}
		if cursor = p.Next; cursor == "" {
			return nil
		}
	}
}

// Close waits for mails that are being sent.
func (s *Service) Close() { s.work.Wait() }
