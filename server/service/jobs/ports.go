package jobs

import (
	"context"
	"time"

	"jumpup/server/domain"
)

// Store keeps jobs and the files uploaded for or made by them. Leases use the
// database's clock.
type Store interface {
	// AddJob stores a queued job with its uploaded files.
	AddJob(ctx context.Context, j domain.Job, files ...domain.File) error
	// Job finds a job; not_found.
	Job(ctx context.Context, id string) (domain.Job, error)
	// Jobs lists jobs, newest first; by "" means all.
	Jobs(ctx context.Context, by domain.UserID, cursor string, limit int) (domain.Page[domain.Job], error)
	// Claim takes the oldest queued job of one of the kinds for a worker and
	// marks it running under a lease; not_found when there is none.
	Claim(ctx context.Context, worker string, kinds []string, lease time.Duration) (domain.Job, error)
	// Progress renews the lease and stores progress; cancel tells whether the
	// job was asked to stop; conflict when the lease was lost.
	Progress(ctx context.Context, id, worker string, phase string, done, total int64, lease time.Duration) (cancel bool, err error)
	// Finish ends a running job in a terminal state; conflict when the lease was lost.
	Finish(ctx context.Context, id, worker string, state domain.JobState, result []byte, message string, files ...domain.File) error
	// AskCancel asks a job to stop; a queued one is cancelled at once.
	AskCancel(ctx context.Context, id string) error
	// Expire fails running jobs whose lease ran out; it returns how many.
	Expire(ctx context.Context, message string) (int, error)
	// JobFile reads a file of a job; not_found.
	JobFile(ctx context.Context, id, name string) (domain.File, error)
}
