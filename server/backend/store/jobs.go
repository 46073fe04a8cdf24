package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"jumpup/server/domain"
)

const jobColumns = "id, kind, made_by, state, done, total, phase, input, result, error, cancel, lease, worker, created, finished, blobs"

func scanJob(scan func(...any) error) (j domain.Job, err error) {
	var cancel, lease, created, finished int64
	err = scan(&j.ID, &j.Kind, &j.By, &j.State, &j.Done, &j.Total, &j.Phase, &j.Input, &j.Result, &j.Error, &cancel, &lease, &j.Worker, &created, &finished, &j.BlobCount)
	j.Cancel, j.Lease, j.Created, j.Finished = cancel == 1, fromMicros(lease), fromMicros(created), fromMicros(finished)
	return j, err
}

// AddJob stores a queued job with its uploaded files.
func (s *Store) AddJob(ctx context.Context, j domain.Job, files ...domain.File) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "INSERT INTO job ("+jobColumns+") VALUES ("+marks(1, 16)+")",
			j.ID, j.Kind, string(j.By), string(domain.JobQueued), j.Done, j.Total, j.Phase, j.Input, j.Result, j.Error, int64(0), int64(0), "",
			micros(j.Created), int64(0), int64(len(files)))
		if err != nil {
			return err
		}
		return t.putFiles(ctx, j.ID, files)
	})
}

func (t *tx) putFiles(ctx context.Context, job string, files []domain.File) error {
	for _, f := range files {
		_, err := t.ExecContext(ctx, "INSERT INTO job_file (job, name, data) VALUES ($1, $2, $3) ON CONFLICT (job, name) DO UPDATE SET data = excluded.data", job, f.Name, orEmpty(f.Data))
		if err != nil {
			return err
		}
	}
	return nil
}

// Job finds a job; not_found.
func (s *Store) Job(ctx context.Context, id string) (domain.Job, error) {
	j, err := scanJob(s.eng.reader.QueryRowContext(ctx, "SELECT "+jobColumns+" FROM job WHERE id = $1", id).Scan)
	return j, missing(err, domain.ObjectJob, id)
}

// Jobs lists jobs, newest first; by "" means all.
func (s *Store) Jobs(ctx context.Context, by domain.UserID, cursor string, limit int) (domain.Page[domain.Job], error) {
	k := keyed[domain.Job]{
		table: "job", columns: jobColumns, key: "created", newest: true, scan: scanJob,
		at: func(j domain.Job) (any, string) { return micros(j.Created), j.ID },
	}
	if by != "" {
		k.where, k.args = []string{"made_by = $1"}, []any{string(by)}
	}
	return keyset(ctx, s.eng.reader, k, cursor, limit, func(j domain.Job) domain.Job { return j })
}

// leaseUntil is SQL for an instant so long from now: the end of a lease.
func (s *Store) leaseUntil(lease time.Duration) string {
	return fmt.Sprintf("%s + %d", s.eng.clock, lease.Microseconds())
}

// Claim takes the oldest queued job of one of the kinds for a worker and marks
// it running under a lease; not_found when there is none. Two workers never get
// the same job.
func (s *Store) Claim(ctx context.Context, worker string, kinds []string, lease time.Duration) (j domain.Job, err error) {
	none := domain.Errorf(domain.CodeNotFound, "", "no job waits")
	if len(kinds) == 0 {
		return j, none
	}
	err = s.write(ctx, func(t *tx) error {
		var id string
		err := t.QueryRowContext(ctx, "SELECT id FROM job WHERE state = 'queued' AND kind IN ("+marks(1, len(kinds))+") ORDER BY created, id LIMIT 1"+s.eng.skipLocked, strs(kinds)...).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) {
			return none
		}
		if err != nil {
			return err
		}
		j, err = scanJob(t.QueryRowContext(ctx, "UPDATE job SET state = 'running', worker = $1, lease = "+s.leaseUntil(lease)+" WHERE id = $2 RETURNING "+jobColumns, worker, id).Scan)
		return err
	})
	return j, err
}

// errLease says that the job is no longer the worker's.
var errLease = domain.Errorf(domain.CodeConflict, "", "the job is no longer this worker's")

// Progress renews the lease and stores progress; cancel tells whether the job
// was asked to stop; conflict when the lease was lost.
func (s *Store) Progress(ctx context.Context, id, worker, phase string, done, total int64, lease time.Duration) (cancel bool, err error) {
	err = s.write(ctx, func(t *tx) error {
		var asked int64
		err := t.QueryRowContext(ctx, "UPDATE job SET phase = $1, done = $2, total = $3, lease = "+s.leaseUntil(lease)+
			" WHERE id = $4 AND worker = $5 AND state = 'running' AND lease > "+s.eng.clock+" RETURNING cancel", phase, done, total, id, worker).Scan(&asked)
		if errors.Is(err, sql.ErrNoRows) {
			return errLease
		}
		cancel = asked == 1
		return err
	})
	return cancel, err
}

// Finish ends a running job in a terminal state; conflict when the lease was
// lost, also when it ran out and nobody noticed yet.
func (s *Store) Finish(ctx context.Context, id, worker string, state domain.JobState, result []byte, message string, files ...domain.File) error {
	if !(domain.Job{State: state}).Terminal() {
		return fmt.Errorf("finish job %s: %q is no end", id, state)
	}
	return s.write(ctx, func(t *tx) error {
		res, err := t.ExecContext(ctx, "UPDATE job SET state = $1, result = $2, error = $3, finished = $4, lease = 0 WHERE id = $5 AND worker = $6 AND state = 'running' AND lease > "+s.eng.clock,
			string(state), result, message, micros(s.opt.Now()), id, worker)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, errLease)
		}
		return t.putFiles(ctx, id, files)
	})
}

// AskCancel asks a job to stop; a queued one is cancelled at once, an ended one
// stays as it is; not_found.
func (s *Store) AskCancel(ctx context.Context, id string) error {
	return s.write(ctx, func(t *tx) error {
		res, err := t.ExecContext(ctx, "UPDATE job SET cancel = 1, finished = CASE state WHEN 'queued' THEN CAST($1 AS BIGINT) ELSE finished END,"+
			" state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END WHERE id = $2", micros(s.opt.Now()), id)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, notFound(domain.ObjectJob, id))
		}
		return nil
	})
}

// Expire fails running jobs whose lease ran out; it returns how many.
func (s *Store) Expire(ctx context.Context, message string) (int, error) {
	var n int64
	err := s.write(ctx, func(t *tx) error {
		res, err := t.ExecContext(ctx, "UPDATE job SET state = 'failed', error = $1, finished = $2, lease = 0 WHERE state = 'running' AND lease <= "+s.eng.clock, message, micros(s.opt.Now()))
		if err != nil {
			return err
		}
		n, err = res.RowsAffected()
		return err
	})
	return int(n), err
}

// JobFile reads a file of a job; not_found.
func (s *Store) JobFile(ctx context.Context, id, name string) (domain.File, error) {
	f := domain.File{Name: name}
	err := s.eng.reader.QueryRowContext(ctx, "SELECT data FROM job_file WHERE job = $1 AND name = $2", id, name).Scan(&f.Data)
	return f, missing(err, "file", name)
}
