package rest

import (
	"time"

	"jumpup/server/domain"
	"jumpup/server/service/directory"
	"jumpup/server/service/matching"
)

// Match is a scored pair as the reader may see it. Evidence, gates and parts
// are codes with data; words are made by whoever shows them.
type Match struct {
	Candidate          MatchCandidate   `json:"candidate"`
	Need               *Need            `json:"need,omitempty" doc:"Of an expert's or investor's matches: the need behind the company"`
	Score              float64          `json:"score" minimum:"0" maximum:"1" doc:"Orders the list; comparable across needs, no percentage"`
	Low                float64          `json:"low" minimum:"0" maximum:"1" doc:"Low end of the band that unknown parts leave"`
	High               float64          `json:"high" minimum:"0" maximum:"1" doc:"High end of the band"`
	Word               string           `json:"word" enum:"strong,good,check" doc:"The fit in a word"`
	Fit                MatchFit         `json:"fit" doc:"How well the pair suits"`
	Act                MatchAct         `json:"act" doc:"How likely the candidate is to act now"`
	Parts              []MatchPart      `json:"parts" doc:"The criteria; their contributions make the score"`
	Unknown            []MatchGap       `json:"unknown" doc:"What is not known, with the fields that would settle it"`
	Blocked            string           `json:"blocked" doc:"Code of the gate that closes the pair; empty when it is possible"`
	Full               bool             `json:"full" doc:"The candidate has as many companies as it takes"`
	AlreadyInPortfolio bool             `json:"already_in_portfolio" doc:"The investor holds the company"`
	Preference         *MatchPreference `json:"preference,omitempty" doc:"What your side said of the other; absent when nothing"`
}

// MatchCandidate is who is proposed; to an expert or investor, the company.
type MatchCandidate struct {
	ID       string `json:"id" example:"e1"`
	Kind     string `json:"kind" enum:"expert,investor,company"`
	Name     Name   `json:"name,omitzero"`
	Headline Text   `json:"headline,omitzero"`
}

// MatchFit is how well a pair suits, 0 to 1 with its band.
type MatchFit struct {
	Score float64 `json:"score"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	Word  string  `json:"word" enum:"strong,good,check"`
}

// MatchAct is how likely a candidate is to act now.
type MatchAct struct {
	Score float64 `json:"score"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	Known bool    `json:"known" doc:"Whether anything is known about it"`
}

// MatchPart is one criterion.
type MatchPart struct {
	Code         string          `json:"code" example:"topic"`
	Group        string          `json:"group" enum:"fit,act,preference,constant"`
	Value        *float64        `json:"value" nullable:"true" doc:"0 to 1; null when it is not known"`
	Weight       float64         `json:"weight"`
	Contribution float64         `json:"contribution" doc:"Weight times value; 0 when not known"`
	Evidence     []MatchEvidence `json:"evidence"`
}

// MatchEvidence is one datum behind a part. The code private_item stands for a
// source that you may not see.
type MatchEvidence struct {
	Code    string               `json:"code" example:"work"`
	Text    string               `json:"text,omitempty" doc:"A title whose language is not said"`
	Ko      string               `json:"ko,omitempty" doc:"A title in Korean"`
	En      string               `json:"en,omitempty" doc:"A title in English"`
	Params  *MatchEvidenceParams `json:"params,omitempty"`
	Private bool                 `json:"private,omitempty"`
}

// MatchEvidenceParams is the data of an evidence; which are set depends on its
// code.
type MatchEvidenceParams struct {
	Value string `json:"value,omitempty"`
	Note  string `json:"note,omitempty"`
	Count *int   `json:"count,omitempty"`
	Total *int   `json:"total,omitempty"`
	Day   string `json:"day,omitempty" format:"date"`
}

// MatchGap is an unknown part and a field that would settle it.
type MatchGap struct {
	Code  string `json:"code" example:"ticket"`
	Field string `json:"field" example:"need.amount" doc:"Empty when no single field would settle it"`
}

// MatchPreference is what one's own side said of the other.
type MatchPreference struct {
	From    string `json:"from" doc:"Who said it: the company or need, the expert or the investor"`
	Level   string `json:"level" enum:"must,want,later,no"`
	Note    string `json:"note" doc:"Empty where it is private to those who wrote it"`
	Private bool   `json:"private"`
	Expires string `json:"expires,omitempty" format:"date"`
}

// RunKey names what a ranking was made from: the same key, the same scores.
type RunKey struct {
	NeedVersion int64  `json:"need_version,omitempty" doc:"Version of the need that was ranked"`
	Weights     int64  `json:"weights" doc:"Version of the weights"`
	Snapshot    string `json:"snapshot" doc:"Names the corpus behind the statistics"`
	Day         string `json:"day" format:"date" doc:"Reference day: what is dated after it was ignored"`
}

// MatchList is a ranking.
type MatchList struct {
	Need   *Need   `json:"need,omitempty" doc:"The need that was ranked; absent in an expert's or investor's matches"`
	For    string  `json:"for" enum:"expert,investor,company" doc:"Kind of the candidates"`
	RunKey RunKey  `json:"run_key"`
	Items  []Match `json:"items" doc:"Best first; pairs closed by a gate last"`
}

func (s *Server) matchListOf(r matching.Ranking) MatchList {
	out := MatchList{
		For: string(r.For), Items: []Match{},
		RunKey: RunKey{NeedVersion: r.Key.NeedVersion, Weights: int64(r.Key.Weights), Snapshot: r.Key.Snapshot, Day: string(r.Key.Day)},
	}
	if r.Need != nil {
		out.Need = ptr(s.needToday(directory.Item{Record: r.Need}))
	}
	for _, m := range r.Items {
		out.Items = append(out.Items, s.matchOf(m))
	}
	return out
}

func (s *Server) matchOf(m matching.Match) Match {
	out := Match{
		Candidate: MatchCandidate{ID: m.Candidate.Ref.ID, Kind: string(m.Candidate.Ref.Kind), Name: nameOf(m.Candidate.Name), Headline: textOf(m.Candidate.Headline)},
		Score:     m.Score, Low: m.Low, High: m.High, Word: m.Fit.Word,
		Fit:   MatchFit{m.Fit.Score, m.Fit.Low, m.Fit.High, m.Fit.Word},
		Act:   MatchAct{m.Act.Score, m.Act.Low, m.Act.High, m.Act.Known},
		Parts: []MatchPart{}, Unknown: []MatchGap{}, Blocked: m.Blocked, Full: m.Full, AlreadyInPortfolio: m.Portfolio,
	}
	if m.Need != nil {
		out.Need = ptr(s.needToday(directory.Item{Record: m.Need, CompanyName: m.Candidate.Name}))
	}
	for _, p := range m.Parts {
		part := MatchPart{Code: p.Code, Group: p.Group, Weight: p.Weight, Contribution: p.Contribution, Evidence: []MatchEvidence{}}
		if p.Known {
			part.Value = ptr(p.Value)
		}
		for _, e := range p.Evidence {
			part.Evidence = append(part.Evidence, evidenceOf(e))
		}
		out.Parts = append(out.Parts, part)
	}
	for _, g := range m.Unknown {
		out.Unknown = append(out.Unknown, MatchGap(g))
	}
	if p := m.Preference; p != nil {
		out.Preference = &MatchPreference{p.From, string(p.Level), p.Note, p.Private, string(p.Expires)}
	}
	return out
}

func evidenceOf(e matching.Evidence) MatchEvidence {
	out := MatchEvidence{Code: e.Code, Text: e.Text.Plain, Ko: e.Text.Ko, En: e.Text.En, Private: e.Private}
	p := MatchEvidenceParams{Value: e.Value, Note: e.Note, Day: string(e.Day)}
	if countable[e.Code] {
		p.Count = ptr(e.Count)
	}
	if e.Total != 0 {
		p.Total = ptr(e.Total)
	}
	if p != (MatchEvidenceParams{}) {
		out.Params = &p
	}
	return out
}

// countable are the codes of evidence whose count is said even when it is 0.
var countable = map[string]bool{
	"age": true, "deals": true, "deals_like": true, "hours": true, "load": true, "peer_traits": true, "recent": true,
	"shared": true, "topic": true, "works": true, "years": true,
}

// Preference is what one side said of the other.
type Preference struct {
	From    string `json:"from" minLength:"1" maxLength:"200" example:"n1" doc:"The company, need, expert or investor you speak for"`
	To      string `json:"to" minLength:"1" maxLength:"200" example:"e1" doc:"The other side"`
	Level   string `json:"level" enum:"must,want,later,no" doc:"A no takes the pair out for both; beside you only staff see it"`
	Note    string `json:"note,omitempty" maxLength:"2000"`
	Private bool   `json:"private,omitempty" doc:"Keeps the note in your organisation and the wish from the other side"`
	Expires string `json:"expires,omitempty" format:"date" doc:"Last day it holds"`
	Version int64  `json:"version,omitempty" readOnly:"true"`
}

func preferenceOf(p domain.Preference) Preference {
	return Preference{p.From, p.To, string(p.Level), p.Note, p.Private, string(p.Expires), p.Version}
}

// Weights is a version of the weights.
type Weights struct {
	Version   int64              `json:"version" example:"1"`
	Name      string             `json:"name"`
	Note      string             `json:"note,omitempty" doc:"Why they were changed"`
	Experts   map[string]float64 `json:"experts" doc:"Weight per part code; base is the constant"`
	Investors map[string]float64 `json:"investors" doc:"Weight per part code; base is the constant"`
	Parts     WeightsParts       `json:"parts" doc:"All parts there are, in order"`
	By        string             `json:"by" doc:"Id of the account that published them"`
	At        *time.Time         `json:"at,omitempty" doc:"When they were published; absent until the first change"`
}

// WeightsParts lists the parts of both kinds of ranking.
type WeightsParts struct {
	Experts   WeightsSide `json:"experts"`
	Investors WeightsSide `json:"investors"`
}

// WeightsSide is the parts of one kind of ranking.
type WeightsSide struct {
	Form  string        `json:"form" enum:"sum,logit" doc:"sum: weights from 0 that add up to 1 at most; logit: any numbers"`
	Parts []WeightsPart `json:"parts"`
}

// WeightsPart is a part that may have a weight.
type WeightsPart struct {
	Code  string `json:"code"`
	Group string `json:"group" enum:"fit,act,preference,constant"`
}

func weightsOf(w domain.Weights) Weights {
	out := Weights{
		Version: int64(w.Version), Name: w.Name, Note: w.Note, Experts: w.Experts, Investors: w.Investors, By: string(w.By),
		Parts: WeightsParts{weightsSide(domain.KindExpert), weightsSide(domain.KindInvestor)},
	}
	if !w.At.IsZero() {
		out.At = ptr(w.At.UTC())
	}
	return out
}

func weightsSide(k domain.Kind) WeightsSide {
	parts, form := matching.Parts(k)
	return WeightsSide{form, each(parts, func(p matching.PartInfo) WeightsPart { return WeightsPart(p) })}
}
