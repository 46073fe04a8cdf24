package store

import (
	"context"
	"time"

	"jumpup/server/backend/relay"
	"jumpup/server/domain"
	"jumpup/server/service/accounts"
	"jumpup/server/service/directory"
	"jumpup/server/service/jobs"
	"jumpup/server/service/matching"

	"github.com/alexedwards/scs/v2"
)

// The store is every port.
var (
	_ accounts.Store     = (*Store)(nil)
	_ accounts.Records   = (*Store)(nil)
	_ directory.Store    = (*Store)(nil)
	_ directory.Log      = (*Store)(nil)
	_ directory.Settings = (*Store)(nil)
	_ directory.Wiper    = (*Store)(nil)
	_ directory.Accounts = (*Store)(nil)
	_ directory.Saved    = (*Store)(nil)
	_ directory.Notes    = (*Store)(nil)
	_ directory.Indexes  = (*Store)(nil)
	_ matching.Store     = (*Store)(nil)
	_ matching.Versions  = (*Store)(nil)
	_ jobs.Store         = (*Store)(nil)
	_ relay.Source       = (*Store)(nil)
	_ relay.Leases       = (*Store)(nil)
	_ relay.Board        = (*Store)(nil)
	_ scs.Store          = (*Store)(nil)
	_ scs.CtxStore       = (*Store)(nil)

	// What the transport asks of it, without the transport.
	_ interface {
		ClaimKey(ctx context.Context, user domain.UserID, key, request []byte, now, until time.Time) (taken bool, earlier, answer []byte, err error)
		AnswerKey(ctx context.Context, user domain.UserID, key, answer []byte) error
		FreeKey(ctx context.Context, user domain.UserID, key []byte) error
	} = (*Store)(nil)
)
