package app

import (
	"context"
	"errors"

	"jumpup/server/config"
	"jumpup/server/domain"
	"jumpup/server/service/accounts"
)

var adminInvitation = accounts.Invitation{Role: domain.RoleAdministrator, Lang: "ko"}

// withHouse opens the house for a command, without background work.
func withHouse(ctx context.Context, c config.Storage, origin string, use func(*house) error) (err error) {
	h, err := openHouse(ctx, c, origin, nil, quiet())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.close()) }()
	return use(h)
}
