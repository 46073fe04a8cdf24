package matching

import (
	"context"

	"jumpup/server/domain"
)

// Store is the part of the system of record that ranking needs.
type Store interface {
	Record(ctx context.Context, ref domain.Ref) (domain.Record, error)
	Records(ctx context.Context, refs []domain.Ref) ([]domain.Record, error)
	List(ctx context.Context, q domain.Query) (domain.Page[domain.Record], error)
	Each(ctx context.Context, k domain.Kind, f domain.Filter, yield func(domain.Record) error) error
	Save(ctx context.Context, ref domain.Ref, version int64, change func(current domain.Record) (next domain.Record, events []domain.Event, err error)) (domain.Record, error)
	// Revision grows with every committed change of a record.
	Revision(ctx context.Context) (int64, error)
}

// Finder finds candidates of one kind by several short queries, best first: ids
// of records as an index has them, which may lag behind the store. It fails
// when it cannot answer now.
type Finder interface {
	Candidates(ctx context.Context, q domain.ConceptQuery) (domain.Candidates, error)
}

// Versions keeps weights, runs and corpus snapshots.
type Versions interface {
	// Weights gives a version, 0 the newest; not_found when none is stored.
	Weights(ctx context.Context, v domain.WeightsVersion) (domain.Weights, error)
	WeightsHistory(ctx context.Context) ([]domain.Weights, error)
	// PublishWeights stores w as version base+1; stale when base is not the
	// newest any more. It returns w with its version.
	PublishWeights(ctx context.Context, base domain.WeightsVersion, w domain.Weights, events ...domain.Event) (domain.Weights, error)
	// SaveRun stores a run and, unless its key is there already, its snapshot.
	SaveRun(ctx context.Context, r domain.Run, s domain.Snapshot, events ...domain.Event) error
	Run(ctx context.Context, id string) (domain.Run, error)
	// Runs lists runs without their lines, newest first; need "" means all.
	Runs(ctx context.Context, need domain.NeedID, cursor string, limit int) (domain.Page[domain.Run], error)
	Snapshot(ctx context.Context, key string) (domain.Snapshot, error)
}
