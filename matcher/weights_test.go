package matcher_test

import (
	"math"
	"strings"
	"testing"

	"jumpup/matcher"
)

func TestDefaultWeightsAreValid(t *testing.T) {
	w := matcher.DefaultWeights()
	if err := w.Validate(); err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, p := range w.Experts.Parts {
		sum += p.Weight
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("the experts' weights add up to %v", sum)
	}
	for _, k := range []matcher.Kind{matcher.Experts, matcher.Investors} {
		if a, b := len(w.Side(k).Parts), len(matcher.PartCodes(k)); a != b {
			t.Errorf("%s: %d weights for %d parts", k, a, b)
		}
	}
	w.Experts.Parts[0].Weight = 99
	if matcher.DefaultWeights().Experts.Parts[0].Weight == 99 {
		t.Error("a change reached the defaults")
	}
}

func TestValidateReportsEverything(t *testing.T) {
	w := matcher.Weights{
		Experts: matcher.SideWeights{Form: matcher.Sum, Base: -1, Parts: []matcher.Weight{
			{Code: "charm", Weight: 0.1},
			{Code: "text", Weight: 0.9},
			{Code: "text", Weight: 1.2},
			{Code: "market", Weight: -0.1},
			{Code: "load", Weight: math.NaN()},
			{Code: "field", Neutral: 1.5},
			{Code: "topic", Weight: 1.4},
		}},
		Investors: matcher.SideWeights{Form: "x"},
	}
	err := w.Validate()
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		"version", "experts.base", "experts.charm: no such part", "experts.text: given twice", "experts.market", "experts.load",
		"experts.field: neutral", "investors.form",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not reported: %v", want, err)
		}
	}
}

func TestNormalisedAndWith(t *testing.T) {
	s := matcher.DefaultWeights().Experts.With(matcher.PartMarket, 0.17)
	if got := matcher.DefaultWeights().Experts.Of(matcher.PartMarket).Weight; got != 0.07 {
		t.Errorf("With changed the defaults: %v", got)
	}
	w := matcher.DefaultWeights()
	w.Experts = s
	if w.Validate() == nil {
		t.Error("weights over 1 pass")
	}
	w.Experts = s.Normalised()
	if err := w.Validate(); err != nil {
		t.Error(err)
	}
	if got := w.Experts.Of(matcher.PartMarket).Weight; math.Abs(got-0.17/1.1) > 1e-12 {
		t.Errorf("market weighs %v", got)
	}
	if got := (matcher.SideWeights{}).Of("text"); got.Weight != 0 || got.Neutral != 0.5 {
		t.Errorf("absent weight %+v", got)
	}
}

func TestDay(t *testing.T) {
	for _, s := range []string{"0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "2026-11-23", "9999-12-31", ""} {
		d, err := matcher.ParseDay(s)
		if err != nil || d.String() != s {
			t.Errorf("ParseDay(%q) = %v, %v", s, d, err)
		}
	}
	if a, b := matcher.NewDay(2024, 3, 1), matcher.NewDay(2024, 2, 28); a-b != 2 {
		t.Errorf("two days apart: %d", a-b)
	}
	for _, s := range []string{"2024-13-01", "2024-2-1", "20240201", "x"} {
		if _, err := matcher.ParseDay(s); err == nil {
			t.Errorf("ParseDay(%q): no error", s)
		}
	}
}

func TestEncodeLine(t *testing.T) {
	p := matcher.Pair{
		Need: "n\"1", Rank: 3, Candidate: "<i&5>", Score: 0.831204117, Form: matcher.Sum,
		Parts: []matcher.Part{
			{Code: "stage", Known: true, Value: 1, Weight: 0.15, Contribution: 0.15, Evidence: []matcher.Evidence{{Kind: matcher.EvidenceStage, Value: "series-a"}}},
			{Code: "ticket", Weight: 0.000000001},
		},
		Unknown: []string{"ticket"},
	}
	want := `{"need":"n\"1","rank":3,"candidate":"<i&5>","score":0.831204117,"form":"sum","parts":[` +
		`{"code":"stage","value":1,"weight":0.15,"contribution":0.15,"evidence":["series-a"]},` +
		`{"code":"ticket","value":null,"weight":0.000000001,"contribution":0,"evidence":[]}],"unknown":["ticket"],"blocked":""}` + "\n"
	if got := string(matcher.EncodeLine(p)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
