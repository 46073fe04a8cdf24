package rest

import (
	"encoding/json"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
	"jumpup/server/service/directory"
)

// Job is long work with its progress.
type Job struct {
	ID       string     `json:"id" example:"0197a3f2-6c1e-7b1a-9d57-0f0c2b7d9e11"`
	Kind     string     `json:"kind" example:"import"`
	State    string     `json:"state" enum:"queued,running,done,failed,cancelled"`
	Phase    string     `json:"phase" doc:"What it is doing: reading, checking or writing; empty before" example:"writing"`
	Done     int64      `json:"done" doc:"How much of total is done"`
	Total    int64      `json:"total" doc:"0 while unknown"`
	Error    string     `json:"error,omitempty" doc:"Why it failed or was cancelled, and what to do"`
	Result   *JobResult `json:"result,omitempty"`
	Files    []string   `json:"files" doc:"What can be downloaded"`
	By       string     `json:"by" doc:"The account that started it"`
	Created  time.Time  `json:"created"`
	Finished *time.Time `json:"finished,omitempty"`
}

// JobResult is what a job of either kind left.
type JobResult struct {
	Import *ImportResult `json:"import,omitempty"`
	Export *ExportResult `json:"export,omitempty"`
}

// ImportResult is what an import found and did.
type ImportResult struct {
	DryRun   bool              `json:"dry_run" doc:"Nothing was written"`
	Counts   map[string]Counts `json:"counts,omitempty" doc:"Per kind"`
	Ignored  []string          `json:"ignored,omitempty" doc:"Files that hold no records"`
	Notes    []ImportNote      `json:"notes,omitempty" doc:"What was left out or assumed"`
	Doubts   int               `json:"doubts" doc:"Pairs that wait on the merge page"`
	Problems int               `json:"problems" doc:"How many faults there are"`
	First    []ImportProblem   `json:"first_problems,omitempty" doc:"The first 200; the report lists all"`
}

// Counts is what became of the records of one kind.
type Counts struct {
	Created   int `json:"created"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
}

// ImportNote is something that was left out or assumed.
type ImportNote struct {
	Code   string `json:"code" example:"unmapped_columns"`
	Place  string `json:"place" example:"기업.xlsx[기업]:3"`
	Text   string `json:"text"`
	Detail string `json:"detail,omitempty"`
}

// ImportProblem is one fault.
type ImportProblem struct {
	Place   string `json:"place" example:"companies.jsonl:3: stage"`
	Message string `json:"message"`
}

// ExportResult is what an export made.
type ExportResult struct {
	Records int    `json:"records"`
	File    string `json:"file" example:"jumpup-2026-11-02.zip"`
}

// jobOf writes a job; what cannot be read of its result is left out.
func jobOf(j domain.Job) Job {
	out := Job{
		ID: j.ID, Kind: j.Kind, State: string(j.State), Phase: j.Phase, Done: j.Done, Total: j.Total, Error: j.Error,
		By: string(j.By), Created: j.Created.UTC(), Files: []string{},
	}
	if !j.Finished.IsZero() {
		at := j.Finished.UTC()
		out.Finished = &at
	}
	if len(j.Result) == 0 {
		return out
	}
	switch j.Kind {
	case directory.JobImport:
		var r ImportResult
		if json.Unmarshal(j.Result, &r) == nil {
			out.Result, out.Files = &JobResult{Import: &r}, []string{directory.ReportFile}
		}
	case directory.JobExport:
		var r ExportResult
		if json.Unmarshal(j.Result, &r) == nil {
			out.Result, out.Files = &JobResult{Export: &r}, []string{r.File}
		}
	}
	return out
}

// RawRecord is a record of any kind as the interchange format writes it.
type RawRecord json.RawMessage

func rawOf(r domain.Record) RawRecord { return RawRecord(jsonl.Append(nil, r)) }

// MarshalJSON writes the record as it is.
func (r RawRecord) MarshalJSON() ([]byte, error) { return r, nil }

// UnmarshalJSON keeps the bytes.
func (r *RawRecord) UnmarshalJSON(b []byte) error { *r = append((*r)[:0], b...); return nil }

// Schema describes an object of any fields.
func (RawRecord) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true, Description: "The record in the interchange format"}
}

// MergePair is a pair of records that may be one.
type MergePair struct {
	ID     string    `json:"id"`
	Kind   string    `json:"kind" example:"company"`
	Why    string    `json:"why" enum:"registration_no,email,name" doc:"What agrees"`
	Place  string    `json:"place" example:"기업.xlsx[기업]:4" doc:"The row that came in"`
	At     time.Time `json:"at"`
	OldID  string    `json:"old_id" doc:"The record that was there, which stays when both are the same"`
	NewID  string    `json:"new_id" doc:"The record that the row became"`
	Old    RawRecord `json:"old"`
	New    RawRecord `json:"new"`
	Differ []string  `json:"differ" doc:"Fields in which they differ"`
}

func pairOf(p directory.Pair) MergePair {
	out := MergePair{
		ID: p.ID, Kind: string(p.Kind), Why: p.Why, Place: p.Place, At: p.At.UTC(), OldID: p.Old, NewID: p.New,
		Old: rawOf(p.OldRecord), New: rawOf(p.NewRecord), Differ: p.Differ,
	}
	if out.Differ == nil {
		out.Differ = []string{}
	}
	return out
}
