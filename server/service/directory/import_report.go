package directory

import (
	"encoding/json"
	"fmt"
	"strings"

	"jumpup/server/domain"
)

// ImportResult is the report of an import as a page reads it. Problems and
// doubts are counted in full and listed up to a bound; the text report has all.
type ImportResult struct {
	DryRun   bool                    `json:"dry_run"`
	Counts   map[domain.Kind]Counted `json:"counts,omitempty"`
	Ignored  []string                `json:"ignored,omitempty"`
	Notes    []ResultNote            `json:"notes,omitempty"`
	Doubts   int                     `json:"doubts"`
	Problems int                     `json:"problems"`
	First    []ResultProblem         `json:"first_problems,omitempty"`
}

// Counted counts the records of one kind.
type Counted struct {
	Created   int `json:"created"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
}

// ResultNote is something that was left out or assumed.
type ResultNote struct {
	Code   string `json:"code"`
	Place  string `json:"place"`
	Text   string `json:"text"`
	Detail string `json:"detail,omitempty"`
}

// ResultProblem is one line of the report in two parts.
type ResultProblem struct {
	Place   string `json:"place"`
	Message string `json:"message"`
}

// mostListed bounds what the page's result lists.
const mostListed = 200

// Result gives the report as JSON for the page.
func (r ImportReport) Result() ([]byte, error) {
	out := ImportResult{DryRun: r.DryRun, Ignored: r.Ignored, Doubts: len(r.Doubts), Problems: len(r.Problems)}
	for k, n := range r.Counts {
		if out.Counts == nil {
			out.Counts = map[domain.Kind]Counted{}
		}
		out.Counts[k] = Counted(n)
	}
	for _, n := range r.Notes[:min(len(r.Notes), mostListed)] {
		out.Notes = append(out.Notes, ResultNote{string(n.Code), n.Place, n.Text, n.Detail})
	}
	for _, p := range r.Problems[:min(len(r.Problems), mostListed)] {
		out.First = append(out.First, ResultProblem{p.Field, p.Message})
	}
	if len(out.Ignored) > mostListed {
		out.Ignored = out.Ignored[:mostListed]
	}
	return json.Marshal(out)
}

// Text gives the whole report, a line each: problems first, then what would
// change or changed, then what was left out, then the doubtful pairs.
func (r ImportReport) Text() string {
	var b strings.Builder
	if len(r.Problems) > 0 {
		fmt.Fprintf(&b, "%d problems; nothing was written\n", len(r.Problems))
		b.WriteString(r.Problems.Report())
	}
	for _, k := range domain.Kinds {
		if n, ok := r.Counts[k]; ok {
			fmt.Fprintf(&b, "%s: %d new, %d changed, %d unchanged\n", k, n.Created, n.Changed, n.Unchanged)
		}
	}
	if r.DryRun {
		b.WriteString("dry run: nothing was written\n")
	}
	for _, name := range r.Ignored {
		fmt.Fprintf(&b, "%s: ignored, it is no file of a data folder\n", name)
	}
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "%s\n", strings.TrimPrefix(n.Place+": note: "+n.Text, ": "))
	}
	for _, d := range r.Doubts {
		fmt.Fprintf(&b, "%s: may be the %s %q, which agrees in its %s; it came in as a new record, decide on the merge page\n", d.Place, d.Kind, d.Old, strings.ReplaceAll(d.Why, "_", " "))
	}
	return b.String()
}
