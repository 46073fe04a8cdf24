package jobs

import (
	"context"
	"time"

	"jumpup/server/domain"
)

// beat keeps the leases of this process's jobs and fails those of processes
// that are gone, until ctx ends and its own jobs have ended.
func (s *Service) beat(ctx context.Context) {
	every := s.Lease / 3
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		if s.renewAll(ctx) {
			s.expire(ctx, every)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// renewAll renews every lease; it says whether all could be.
func (s *Service) renewAll(ctx context.Context) bool {
	s.mu.Lock()
	all := make([]*running, 0, len(s.live))
	for _, r := range s.live {
		all = append(all, r)
	}
	s.mu.Unlock()
	ok := true
	for _, r := range all {
		ok = s.renew(ctx, r) && ok
	}
	return ok
}

// renew stores the progress of a job under a lease that fits its phase.
func (s *Service) renew(ctx context.Context, r *running) bool {
	phase, done, total := r.progress()
	lease := s.Lease
	if phase == domain.PhaseWriting {
		lease = s.Hold
	}
	cancel, err := s.Store.Progress(ctx, r.job.ID, s.Worker, phase, done, total, lease)
	switch {
	case domain.CodeOf(err) == domain.CodeConflict:
		if s.running(r.job.ID) == r { // else it ended meanwhile
			s.Log.Warn("lease of a job was lost; it is stopped here", "job", r.job.ID)
			r.stop(errLost)
		}
	case err != nil:
		if ctx.Err() == nil {
			s.Log.Warn("lease of a job could not be renewed, will try again", "job", r.job.ID, "error", err)
		}
	case cancel:
		r.stop(errCancelled)
	}
	return err == nil
}

// expire fails jobs whose lease ran out. It runs only right after this
// process's own leases were renewed, and gives up before they can run out: a
// long transaction of a job here may keep the store from answering either.
func (s *Service) expire(ctx context.Context, within time.Duration) {
	in, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	n, err := s.Store.Expire(in, stoppedMessage)
	if err != nil {
		if in.Err() == nil {
			s.Log.Warn("jobs that stopped could not be looked for, will try again", "error", err)
		}
		return
	}
	if n > 0 {
		s.Log.Warn("jobs of a server that stopped are shown as failed", "count", n)
	}
}
