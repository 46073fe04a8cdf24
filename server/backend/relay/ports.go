package relay

import (
	"context"
	"time"

	"jumpup/server/domain"
)

// Source is the system of record as the relay reads it; implemented by the
// store.
type Source interface {
	// Outbox gives rows after a number, in order; stale when rows after it
	// were cleared away already.
	Outbox(ctx context.Context, after int64, limit int) ([]domain.OutboxRow, error)
	// OutboxHead is the number of the newest row, 0 when there is none.
	OutboxHead(ctx context.Context) (int64, error)
	// Records loads many; those that do not exist are left out.
	Records(ctx context.Context, refs []domain.Ref) ([]domain.Record, error)
	// Each streams all records of a kind.
	Each(ctx context.Context, k domain.Kind, f domain.Filter, yield func(domain.Record) error) error
	// Versions streams id and version of all records of a kind.
	Versions(ctx context.Context, k domain.Kind, yield func(id string, version int64) error) error
	// Setting gives a setting, "" when unset.
	Setting(ctx context.Context, key string) (string, error)
}

// Sink is kept up to date by the relay, which calls it from one goroutine.
// Records of kinds that a search never answers with are not given to it.
type Sink interface {
	// Name tells sinks apart in logs, figures and leases.
	Name() string
	// Position is how far the sink has come, read from the sink itself.
	Position(ctx context.Context) (domain.IndexPosition, error)
	// Apply brings a batch up to date and notes that all rows up to seq are
	// done, both or neither; each record stands in it once. What the sink
	// refuses for the record's own sake comes back parked; any other trouble
	// is an error, and the batch comes again.
	Apply(ctx context.Context, changes []domain.IndexChange, seq int64) ([]domain.Parked, error)
	// Rebuild makes the sink hold exactly what fill puts, at position seq;
	// what it held before answers until fill has ended, and stays when fill
	// fails. put fails with invalid for a record that the sink refuses for the
	// record's own sake: it is parked and the filling goes on. Any other error
	// of put ends it.
	Rebuild(ctx context.Context, seq int64, synonyms domain.Synonyms, fill func(ctx context.Context, put func(domain.Record) error) error) error
	// Versions gives what the sink holds of a kind of record, in any order.
	Versions(ctx context.Context, k domain.Kind, yield func(id string, version int64) error) error
	// SetSynonyms makes groups of words find each other; setting what is set
	// already does no harm.
	SetSynonyms(ctx context.Context, synonyms domain.Synonyms) error
	// Records counts what the sink holds.
	Records(ctx context.Context) (int64, error)
}

// Leases let one of several servers feed a shared sink; implemented by the
// store.
type Leases interface {
	// Lease takes or renews a lease for ttl, by one clock that all servers
	// share; held is false while another holder has it.
	Lease(ctx context.Context, name, holder string, ttl time.Duration) (held bool, err error)
	// Release gives up a lease; one that another holder has stays his.
	Release(ctx context.Context, name, holder string) error
}

// Board is where a server tells how its indexes are; implemented by the store.
type Board interface {
	PutIndexStatus(ctx context.Context, s domain.IndexStatus) error
	// DropIndexStatuses takes back what a server told.
	DropIndexStatuses(ctx context.Context, server string) error
}

// Target is a sink and whether it is shared by several servers.
type Target struct {
	Sink   Sink
	Shared bool // fed by whoever holds the lease "feed:" and the sink's name
}
