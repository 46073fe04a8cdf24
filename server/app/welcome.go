package app

import (
	"context"
	"time"

	"jumpup/server/config"
	"jumpup/server/demo"
	"jumpup/server/domain"
)

// Version is this release, as in CHANGELOG.md.
const Version = "0.1.0"

// signInLink is a one-time link that is printed at the start.
type signInLink struct {
	Role domain.Role
	URL  string
}

// welcome loads the demonstration when asked for and gives the links to
// print: a sign-in per role for the demonstration, the first administrator's
// invitation otherwise.
func (h *house) welcome(ctx context.Context, c config.Server) ([]signInLink, error) {
	var links []signInLink
	if c.Demo {
		ready, err := demo.Load(ctx, h.store, h.accounts, time.Now())
		if err != nil {
			return nil, err
		}
		for _, r := range ready {
			links = append(links, signInLink{r.Role, r.URL})
		}
		return links, nil
	}
	first, open, err := h.accounts.FirstStart(ctx)
	if err != nil {
		return nil, err
	}
	if open {
		links = append(links, signInLink{domain.RoleAdministrator, first.URL})
	}
	return links, nil
}

// AdminLink makes a one-time link for a new administrator, for whoever owns
// the machine when nobody can sign in any more.
func AdminLink(ctx context.Context, c config.Storage, origin string) (link string, err error) {
	err = withHouse(ctx, c, origin, func(h *house) error {
		handover, err := h.accounts.Invite(ctx, domain.System("shell"), adminInvitation)
		link = handover.URL
		return err
	})
	return link, err
}
