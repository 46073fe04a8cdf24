package domain

import (
	"context"
	"time"
)

// JobState is where a piece of long work stands.
type JobState string

// The states of a job.
const (
	JobQueued    JobState = "queued"
	JobRunning   JobState = "running"
	JobDone      JobState = "done"
	JobFailed    JobState = "failed"
	JobCancelled JobState = "cancelled"
)

// The phases that handlers report. PhaseWriting is one transaction.
const (
	PhaseReading  = "reading"
	PhaseChecking = "checking"
	PhaseWriting  = "writing"
)

// Job is long work with progress: an import, an export, a sensitivity run.
// A running job holds a lease that its worker renews; one whose lease ran out
// is shown as failed ("the server stopped") and can be started again.
type Job struct {
	ID        string
	Kind      string // "import", "export", ...
	By        UserID
	State     JobState
	Done      int64 // units done of Total; Total 0 while unknown
	Total     int64
	Phase     string // a code for the page: "reading", "checking", "writing"
	Input     []byte // the handler's own, JSON
	Result    []byte // the handler's own, JSON
	Error     string // in plain words
	Cancel    bool   // asked to stop
	Lease     time.Time
	Worker    string
	Created   time.Time
	Finished  time.Time
	BlobCount int // uploaded files kept with the job
}

// Terminal says whether nothing more will happen.
func (j Job) Terminal() bool {
	return j.State == JobDone || j.State == JobFailed || j.State == JobCancelled
}

// File is a file kept with a job.
type File struct {
	Name string
	Data []byte
}

// Task is a running job in the hands of its handler. File reads an uploaded
// file; not_found. Report tells how far the work is and never blocks; total 0
// means unknown.
type Task struct {
	Job    Job
	File   func(ctx context.Context, name string) (File, error)
	Report func(phase string, done, total int64)
}

// Outcome is what a handler leaves behind, also when it fails: a result for
// the page (JSON) and files to download.
type Outcome struct {
	Result []byte
	Files  []File
}
