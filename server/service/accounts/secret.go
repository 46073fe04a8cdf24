package accounts

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"time"

	"jumpup/server/domain"
)

// Handover is a fresh one-time link with its secret, which exists nowhere else:
// whoever gets the Handover gives it to one person. Texts are ready to be sent,
// by language ("ko", "en").
type Handover struct {
	Link   domain.Link
	URL    string
	Texts  map[string]domain.Mail
	Mailed bool // it went to the link's address by mail already
}

// secretBytes is the length of a secret: 256 bits.
const secretBytes = 32

func newSecret() (string, error) {
	b := make([]byte, secretBytes)
	if _, err := rand.Read(b); err != nil {
		return "", fmt.Errorf("reading random bytes: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(b), nil
}

// hashSecret is what is stored of a secret. Secrets are random, so a plain
// SHA-256 cannot be searched.
func hashSecret(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// issue stores a link with a new secret. The page's address carries the secret
// in the fragment, which no server and no log sees.
func (s *Service) issue(ctx context.Context, a domain.Actor, l domain.Link, term time.Duration) (Handover, error) {
	secret, err := newSecret()
	if err != nil {
		return Handover{}, err
	}
	now := s.Now()
	l.ID, l.Hash, l.By, l.Created, l.Expires = s.NewID(), hashSecret(secret), a.User, now, now.Add(term)
	event := domain.Happened(domain.LinkIssued, a, linkRef(l.ID), now, map[string]string{"kind": string(l.Kind), "role": string(l.Role)})
	if err := s.Store.AddLink(ctx, l, event); err != nil {
		return Handover{}, err
	}
	h := Handover{Link: l, URL: s.Origin + "/link#" + secret}
	h.Texts = map[string]domain.Mail{}
	subject, err := s.subjectName(ctx, l.Subject)
	if err != nil {
		return Handover{}, err
	}
	for _, lang := range []string{"ko", "en"} {
		h.Texts[lang] = text(l, lang, h.URL, subject)
	}
	return h, nil
}

// openLink finds the open link of a secret. Spent, revoked, expired and unknown
// links all get the same answer.
func (s *Service) openLink(ctx context.Context, secret string) (domain.Link, error) {
	gone := domain.Errorf(domain.CodeNotFound, "secret", "this link does not work any more: it was used, withdrawn or is too old; ask for a new one")
	if len(secret) != base64.RawURLEncoding.EncodedLen(secretBytes) {
		return domain.Link{}, gone
	}
	l, err := s.Store.LinkByHash(ctx, hashSecret(secret))
	if domain.CodeOf(err) == domain.CodeNotFound || err == nil && !l.Open(s.Now()) {
		return domain.Link{}, gone
	}
	return l, err
}

// subjectName is the name of the record an account acts for; the zero text
// when it acts for none, or the record is gone.
func (s *Service) subjectName(ctx context.Context, ref domain.Ref) (domain.Text, error) {
	if ref.IsZero() {
		return domain.Text{}, nil
	}
	r, err := s.Records.Record(ctx, ref)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return domain.Text{}, nil
	}
	if err != nil {
		return domain.Text{}, err
	}
	switch x := r.(type) {
	case *domain.Company:
		return x.Name, nil
	case *domain.Expert:
		return x.Name, nil
	case *domain.Investor:
		return x.Name, nil
	case *domain.Institution:
		return x.Name, nil
	}
	return domain.Text{}, nil
}
