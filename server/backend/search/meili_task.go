package search

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/server/domain"
)

// The pace at which the end of a task is asked for.
const (
	taskPollFirst = 4 * time.Millisecond
	taskPollLast  = 500 * time.Millisecond
	taskPollTries = 4 // requests that may fail in a row: the task goes on without us
)

// meiliTaskError is a task that the server took and then could not do.
type meiliTaskError struct{ code, kind, message string }

func (e *meiliTaskError) Error() string { return clipMessage(e.code + ": " + e.message) }

// refuses says whether the documents are at fault, not the server: without the
// wrong ones the others can be taken.
func refuses(err error) bool {
	code := meiliCode(err)
	switch code {
	case "missing_document_id", "malformed_payload", "payload_too_large", "max_fields_limit_exceeded":
		return true
	}
	return strings.HasPrefix(code, "invalid_document_") && code != "invalid_document_filter"
}

// run has the server take a task and waits until it has succeeded. The error
// is unavailable; [refuses] tells whether it was about the documents.
func (m *Meili) run(ctx context.Context, what string, enqueue func(context.Context) (*meilisearch.TaskInfo, error)) error {
	task, err := m.enqueue(ctx, what, enqueue)
	if err != nil {
		return err
	}
	return m.wait(ctx, what, task)
}

func (m *Meili) enqueue(ctx context.Context, what string, enqueue func(context.Context) (*meilisearch.TaskInfo, error)) (task int64, err error) {
	err = m.write(ctx, what, func(ctx context.Context) error {
		info, err := enqueue(ctx)
		if err != nil {
			return err
		}
		if info.Status == "" {
			return errors.New("the answer names no task")
		}
		task = info.TaskUID
		return nil
	})
	return task, err
}

// wait waits for the end of a task, asking more and more rarely.
func (m *Meili) wait(ctx context.Context, what string, uid int64) error {
	end := time.NewTimer(m.o.Task)
	defer end.Stop()
	pause, failures := taskPollFirst, 0
	for {
		next := time.NewTimer(pause)
		select {
		case <-ctx.Done():
			next.Stop()
			return ctx.Err()
		case <-end.C:
			next.Stop()
			return &domain.Error{Code: domain.CodeUnavailable, Message: "Meilisearch did not " + what + " within " + m.o.Task.String() + "; see what its tasks wait for"}
		case <-next.C:
		}
		pause = min(pause*3/2, taskPollLast)
		var task *meilisearch.Task
		err := m.write(ctx, what, func(ctx context.Context) (err error) {
			task, err = m.server.GetTaskWithContext(ctx, uid)
			return err
		})
		switch {
		case err != nil:
			if failures++; failures >= taskPollTries || ctx.Err() != nil || meiliCode(err) != "" {
				return err
			}
			pause = taskPollLast
			continue
		case task.Status == meilisearch.TaskStatusSucceeded:
			return nil
		case task.Status == meilisearch.TaskStatusFailed, task.Status == meilisearch.TaskStatusCanceled:
			e := &meiliTaskError{code: task.Error.Code, kind: task.Error.Type, message: task.Error.Message}
			if e.code == "" {
				e.code = string(task.Status)
			}
			return &domain.Error{Code: domain.CodeUnavailable, Message: "Meilisearch could not " + what, Err: e}
		case task.Status != meilisearch.TaskStatusEnqueued && task.Status != meilisearch.TaskStatusProcessing:
			return &domain.Error{Code: domain.CodeUnavailable, Message: "Meilisearch could not " + what, Err: errors.New("it gives no state of the task")}
		}
		failures = 0
	}
}
