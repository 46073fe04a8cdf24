package matching

import (
	"jumpup/matcher"
	"jumpup/server/domain"
)

// Match is one scored pair as one viewer may see it: codes with data, no words.
type Match struct {
	Candidate Candidate
	Need      *domain.Need // of matches for a candidate: the need behind it, viewed
	Score     float64
	Low, High float64
	Fit       Figure
	Act       Figure
	Parts     []Part
	Unknown   []Gap
	Blocked   string // gate code, "" when the pair is possible
	Full      bool   // the candidate has as many companies as it takes
	Portfolio bool   // the investor holds the company already
	// Preference is what the viewer's side said of the other; nil when nothing.
	Preference *domain.Preference
}

// Candidate is who is proposed: an expert, an investor, or, to a candidate, the
// company behind a need.
type Candidate struct {
	Ref      domain.Ref
	Name     domain.Text
	Headline domain.Text
}

// Figure sums up one group of parts in 0..1 with its band. Known is false when
// nothing is known of any part of the group. Word is for the fit alone.
type Figure struct {
	Score, Low, High float64
	Known            bool
	Word             string
}

// The words for a fit.
const (
	WordStrong = "strong"
	WordGood   = "good"
	WordCheck  = "check"
)

// Part is one criterion. An unknown part has Known false and contributes 0.
type Part struct {
	Code, Group  string
	Known        bool
	Value        float64
	Weight       float64
	Contribution float64
	Evidence     []Evidence
}

// Evidence is one datum behind a part. The evidence of a source that the viewer
// may not see has the code [PrivateItem] and nothing else.
type Evidence struct {
	Code         string
	Text         domain.Text
	Value, Note  string
	Count, Total int
	Day          domain.Date
	Private      bool
}

// PrivateItem is the code of evidence whose source the viewer may not see.
const PrivateItem = "private_item"

// Gap is an unknown part with a field that would settle it; Field is "" when
// no single field would.
type Gap struct{ Code, Field string }

// matchOf turns a pair into what the viewer may see of it.
func (v *viewer) matchOf(p matcher.Pair, w matcher.Weights) Match {
	m := Match{
		Score: p.Score, Low: p.Low, High: p.High, Blocked: p.Blocked, Full: p.Blocked == matcher.GateFull,
		Fit: figureOf(p, w, matcher.GroupFit), Act: figureOf(p, w, matcher.GroupAct),
	}
	m.Fit.Word = wordOf(p.Kind, m.Fit)
	for _, q := range p.Parts {
		part := Part{
			Code: q.Code, Group: matcher.Group(q.Code), Known: q.Known, Value: q.Value,
			Weight: q.Weight, Contribution: q.Contribution, Evidence: v.evidence(q.Evidence),
		}
		m.Parts = append(m.Parts, part)
		m.Portfolio = m.Portfolio || q.Code == matcher.PartPortfolio && q.Known && q.Value > 0
		if q.Known {
			continue
		}
		if len(q.Missing) == 0 {
			m.Unknown = append(m.Unknown, Gap{Code: q.Code})
		}
		for _, f := range q.Missing {
			m.Unknown = append(m.Unknown, Gap{q.Code, f})
		}
	}
	return m
}

func figureOf(p matcher.Pair, w matcher.Weights, group string) Figure {
	var f Figure
	f.Score, f.Low, f.High = p.Figure(w, group)
	for _, q := range p.Parts {
		f.Known = f.Known || matcher.Group(q.Code) == group && q.Known && q.Weight != 0
	}
	return f
}

// fitWords is from which mean value of the fitting parts a fit is strong or
// good. The two kinds of ranking weigh different parts, so each has its own: of
// all pairs of the demonstration cohort about one in twenty is strong and one in
// four at least good.
var fitWords = map[matcher.Kind]struct{ strong, good float64 }{
	matcher.Experts:   {0.58, 0.38},
	matcher.Investors: {0.48, 0.42},
}

// wordOf says a fit in a word. What is unknown never makes a fit strong: the low
// end of its band must still be good.
func wordOf(k matcher.Kind, f Figure) string {
	from := fitWords[k]
	switch {
	case f.Known && f.Score >= from.strong && f.Low >= from.good:
		return WordStrong
	case f.Known && f.Score >= from.good:
		return WordGood
	}
	return WordCheck
}
