package jobs

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"jumpup/server/domain"
)

// What is shown of a job that did not end by itself. Every handler writes in
// one transaction, so that these are true whenever it stopped.
const (
	stoppedMessage   = "The server stopped during this work. It writes everything or nothing, and may have just finished: start it again, and what is there already stays unchanged."
	cancelledMessage = "Cancelled. Nothing was changed."
	brokenMessage    = "Something went wrong inside the program. Nothing was changed. Start it again; if it fails again, give the administrator the number of this job."
)

var (
	errCancelled = errors.New("cancelled")
	errStopping  = errors.New("the server stops")
	errLost      = errors.New("the lease was lost")
)

// finishWithin bounds how long the end of a job is written, also while the
// server stops.
const finishWithin = 20 * time.Second

// running is a job in the hands of this process.
type running struct {
	job  domain.Job
	stop context.CancelCauseFunc

	mu          sync.Mutex
	phase       string
	done, total int64
}

func (r *running) progress() (phase string, done, total int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.phase, r.done, r.total
}

// Run works until ctx ends: it fails what a forerunner of the same name left,
// claims jobs for the workers, and keeps leases. When ctx ends the running jobs
// are stopped and shown as failed. Run returns when nothing runs any more.
func (s *Service) Run(ctx context.Context) error {
	s.endForerunners(ctx)
	var wg sync.WaitGroup
	for range s.Workers {
		wg.Go(func() { s.work(ctx) })
	}
	s.beat(ctx)
	wg.Wait()
	return nil
}

// endForerunners fails running jobs of this worker's name: nobody runs them.
func (s *Service) endForerunners(ctx context.Context) {
	for cursor := ""; ; {
		page, err := s.Store.Jobs(ctx, "", cursor, 200)
		if err != nil {
			s.Log.Error("jobs of an earlier run could not be looked for", "error", err)
			return
		}
		for _, j := range page.Items {
			if j.State == domain.JobRunning && j.Worker == s.Worker && s.running(j.ID) == nil {
				err := s.Store.Finish(ctx, j.ID, s.Worker, domain.JobFailed, j.Result, stoppedMessage)
				if err != nil && domain.CodeOf(err) != domain.CodeConflict {
					s.Log.Error("job of an earlier run could not be ended", "job", j.ID, "error", err)
				}
			}
		}
		if cursor = page.Next; cursor == "" {
			return
		}
	}
}

// work claims and runs one job after the other.
func (s *Service) work(ctx context.Context) {
	poll := time.NewTicker(s.Poll)
	defer poll.Stop()
	for ctx.Err() == nil {
		j, err := s.Store.Claim(ctx, s.Worker, s.kinds(), s.Lease)
		if err == nil {
			s.run(ctx, j)
			continue
		}
		if domain.CodeOf(err) != domain.CodeNotFound && ctx.Err() == nil {
			s.Log.Warn("no job could be claimed, will try again", "error", err)
		}
		select {
		case <-ctx.Done():
		case <-s.wake:
		case <-poll.C:
		}
	}
}

// run does one job and writes its end.
func (s *Service) run(ctx context.Context, j domain.Job) {
	in, stop := context.WithCancelCause(context.WithoutCancel(ctx))
	defer stop(nil)
	defer context.AfterFunc(ctx, func() { stop(errStopping) })()
	r := &running{job: j, stop: stop, phase: j.Phase}
	s.mu.Lock()
	s.live[j.ID] = r
	s.mu.Unlock()
	began := time.Now()
	out, err := s.handle(in, r)
	state, message := s.verdict(in, j, err)
	end, done := context.WithTimeout(context.WithoutCancel(ctx), finishWithin)
	defer done()
	if ferr := s.Store.Finish(end, j.ID, s.Worker, state, out.Result, message, out.Files...); ferr != nil {
		s.Log.Error("end of a job could not be written", "job", j.ID, "state", string(state), "error", ferr)
	}
	s.mu.Lock()
	delete(s.live, j.ID)
	s.mu.Unlock()
	s.Log.LogAttrs(ctx, slog.LevelInfo, "job ended", slog.String("job", j.ID), slog.String("kind", j.Kind),
		slog.String("state", string(state)), slog.Duration("took", time.Since(began)))
}

func (s *Service) handle(ctx context.Context, r *running) (out domain.Outcome, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	k, known := s.Kinds[r.job.Kind]
	if !known {
		return out, fmt.Errorf("no handler for %q", r.job.Kind)
	}
	return k.Run(ctx, domain.Task{
		Job: r.job,
		File: func(ctx context.Context, name string) (domain.File, error) {
			return s.Store.JobFile(ctx, r.job.ID, name)
		},
		Report: func(phase string, done, total int64) { s.report(ctx, r, phase, done, total) },
	})
}

// report keeps progress for the next heartbeat. A new phase is stored at once,
// so that writing begins under a lease that outlasts its transaction; inside of
// that transaction the phase must therefore not change.
func (s *Service) report(ctx context.Context, r *running, phase string, done, total int64) {
	r.mu.Lock()
	changed := phase != r.phase
	r.phase, r.done, r.total = phase, done, total
	r.mu.Unlock()
	if changed {
		s.renew(ctx, r)
	}
}

// verdict turns the end of a handler into what is shown.
func (s *Service) verdict(ctx context.Context, j domain.Job, err error) (domain.JobState, string) {
	if err == nil {
		return domain.JobDone, ""
	}
	if ctx.Err() != nil {
		switch cause := context.Cause(ctx); {
		case errors.Is(cause, errCancelled):
			return domain.JobCancelled, cancelledMessage
		case errors.Is(cause, errStopping):
			return domain.JobFailed, stoppedMessage
		}
	}
	var problems domain.Problems
	var known *domain.Error
	switch {
	case errors.As(err, &problems) && len(problems) == 1:
		return domain.JobFailed, "There is one problem: " + problems[0].Line() + ". Nothing was changed."
	case errors.As(err, &problems):
		return domain.JobFailed, fmt.Sprintf("There are %d problems; the report lists them all. Nothing was changed.", len(problems))
	case errors.As(err, &known) && known.Code != domain.CodeInternal:
		return domain.JobFailed, known.Line()
	}
	s.Log.Error("job failed", "job", j.ID, "kind", j.Kind, "error", err)
	return domain.JobFailed, brokenMessage
}
