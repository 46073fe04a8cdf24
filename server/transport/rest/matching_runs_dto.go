package rest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"jumpup/server/domain"
	"jumpup/server/service/matching"
)

// ListChange compares two lists of one need.
type ListChange struct {
	Moves   []ListMove `json:"moves" doc:"Candidates of either list whose place or score differs, by their new place"`
	Entered int        `json:"entered" doc:"How many came in"`
	Left    int        `json:"left" doc:"How many dropped out"`
	Kendall float64    `json:"kendall" minimum:"-1" maximum:"1" doc:"Agreement of the two orders: 1 the same, -1 turned round"`
}

// ListMove is a candidate's way from one list to the other.
type ListMove struct {
	Candidate string  `json:"candidate"`
	Name      Name    `json:"name,omitzero"`
	From      int     `json:"from" doc:"Place before; 0 outside of the list"`
	To        int     `json:"to" doc:"Place after; 0 outside of the list"`
	ScoreFrom float64 `json:"score_from"`
	ScoreTo   float64 `json:"score_to"`
}

func listChangeOf(c matching.Change) ListChange {
	out := ListChange{Moves: []ListMove{}, Entered: c.Entered, Left: c.Left, Kendall: c.Kendall}
	for _, m := range c.Moves {
		out.Moves = append(out.Moves, ListMove{m.Candidate, nameOf(m.Name), m.From, m.To, m.ScoreFrom, m.ScoreTo})
	}
	return out
}

// WeightsEffect is how one need's list would change under a draft.
type WeightsEffect struct {
	Need    string `json:"need"`
	Title   Name   `json:"title,omitzero"`
	Company Name   `json:"company,omitzero"`
	For     string `json:"for" enum:"expert,investor"`
	ListChange
}

func weightsEffectOf(e matching.Effect) WeightsEffect {
	return WeightsEffect{string(e.Need), nameOf(e.Title), nameOf(e.Company), string(e.For), listChangeOf(e.Change)}
}

// Run is a saved ranking.
type Run struct {
	ID          string    `json:"id"`
	Need        string    `json:"need"`
	NeedVersion int64     `json:"need_version"`
	For         string    `json:"for" enum:"expert,investor"`
	Weights     int64     `json:"weights"`
	Snapshot    string    `json:"snapshot"`
	Day         string    `json:"day" format:"date"`
	Top         int       `json:"top" doc:"How many candidates it keeps; 0 all"`
	By          string    `json:"by" doc:"Id of the account that saved it"`
	At          time.Time `json:"at"`
}

func runOf(r domain.Run) Run {
	return Run{
		r.ID, string(r.Need), r.NeedVersion, string(r.For), int64(r.Weights), r.Snapshot, string(r.Day), r.Top,
		string(r.By), r.At.UTC(),
	}
}

// RunLine is one pair of a saved run, as the rank format writes it.
type RunLine struct {
	Need      string    `json:"need"`
	Rank      int       `json:"rank"`
	Candidate string    `json:"candidate"`
	Name      Name      `json:"name,omitzero" doc:"What the candidate is called now; absent when it is gone"`
	Score     float64   `json:"score"`
	Form      string    `json:"form" enum:"sum,logit"`
	Parts     []RunPart `json:"parts"`
	Unknown   []string  `json:"unknown"`
	Blocked   string    `json:"blocked"`
}

// RunPart is one part of a saved pair.
type RunPart struct {
	Code         string   `json:"code"`
	Value        *float64 `json:"value" nullable:"true"`
	Weight       float64  `json:"weight"`
	Contribution float64  `json:"contribution"`
	Evidence     []string `json:"evidence"`
}

// RunDetail is a saved run with what came out.
type RunDetail struct {
	Run
	Lines []RunLine `json:"lines"`
}

func runLines(lines []byte) ([]RunLine, error) {
	out := []RunLine{}
	for line := range bytes.Lines(lines) {
		var l RunLine
		if err := json.Unmarshal(line, &l); err != nil {
			return nil, fmt.Errorf("line %d of a saved run: %w", len(out)+1, err)
		}
		out = append(out, l)
	}
	return out, nil
}

// Replay is a saved run done again on its own snapshot and day.
type Replay struct {
	Run       Run        `json:"run"`
	Identical bool       `json:"identical" doc:"Whether the same bytes came out"`
	Before    []Standing `json:"before" doc:"The list under the run's weights"`
	After     []Standing `json:"after" doc:"The list under the weights asked for"`
	ListChange
}

// Standing is a candidate's place in a list.
type Standing struct {
	Candidate string  `json:"candidate"`
	Name      Name    `json:"name,omitzero"`
	Rank      int     `json:"rank"`
	Score     float64 `json:"score"`
	Blocked   string  `json:"blocked"`
}

func replayOf(r matching.Replayed) Replay {
	list := func(all []matching.Standing) []Standing {
		out := []Standing{}
		for _, x := range all {
			out = append(out, Standing{x.Candidate, nameOf(x.Name), x.Rank, x.Score, x.Blocked})
		}
		return out
	}
	return Replay{runOf(r.Run), r.Identical, list(r.Before), list(r.After), listChangeOf(r.Change)}
}
