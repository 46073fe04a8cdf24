package matcher

import (
	"fmt"
	"math"
	"strings"
)

// Weight is the weight of one part, and the value an unknown part is taken at.
type Weight struct {
	Code    string
	Weight  float64
	Neutral float64 // 0..1
}

// SideWeights are the weights for one kind of candidates. Parts without an entry have
// weight 0 and are still shown.
type SideWeights struct {
	Form  Form
	Base  float64 // the constant
	Parts []Weight
}

// Weights are data with a version; changing them needs no code.
type Weights struct {
	Version   string
	Experts   SideWeights
	Investors SideWeights
}

// Side returns the weights for a kind.
func (w Weights) Side(k Kind) SideWeights {
	if k == Investors {
		return w.Investors
	}
	return w.Experts
}

// Of returns the weight of a part code, the zero Weight (neutral one half) if absent.
func (s SideWeights) Of(code string) Weight {
	for _, p := range s.Parts {
		if p.Code == code {
			return p
		}
	}
	return Weight{Code: code, Neutral: 0.5}
}

// With returns a copy in which the part has another weight.
func (s SideWeights) With(code string, weight float64) SideWeights {
	parts := append([]Weight(nil), s.Parts...)
	s.Parts = parts
	for i := range parts {
		if parts[i].Code == code {
			parts[i].Weight = weight
			return s
		}
	}
	s.Parts = append(parts, Weight{Code: code, Weight: weight, Neutral: 0.5})
	return s
}

// Normalised returns a copy of weights of form sum whose base and weights add up to 1;
// other forms, and weights that add up to 0, are returned as they are.
func (s SideWeights) Normalised() SideWeights {
	total := s.Base
	for _, p := range s.Parts {
		total += p.Weight
	}
	if s.Form != Sum || total <= 0 {
		return s
	}
	parts := make([]Weight, len(s.Parts))
	for i, p := range s.Parts {
		parts[i] = Weight{p.Code, p.Weight / total, p.Neutral}
	}
	return SideWeights{s.Form, s.Base / total, parts}
}

// Validate reports everything wrong with the weights at once, nil if nothing is.
func (w Weights) Validate() error {
	var bad []string
	if w.Version == "" {
		bad = append(bad, "version: missing; name the weights")
	}
	bad = append(bad, w.Experts.check("experts", expertParts)...)
	bad = append(bad, w.Investors.check("investors", investorParts)...)
	if bad == nil {
		return nil
	}
	return fmt.Errorf("weights: %s", strings.Join(bad, "; "))
}

func (s SideWeights) check(side string, codes []string) (bad []string) {
	say := func(format string, args ...any) {
		bad = append(bad, side+"."+fmt.Sprintf(format, args...))
	}
	if s.Form != Sum && s.Form != Logit {
		say("form: %q; want sum or logit", s.Form)
	}
	total, seen := s.Base, map[string]bool{}
	if !finite(s.Base) || s.Form == Sum && s.Base < 0 {
		say("base: %v; want a finite number, not negative in form sum", s.Base)
	}
	known := map[string]bool{}
	for _, c := range codes {
		known[c] = true
	}
	for _, p := range s.Parts {
		total += p.Weight
		switch {
		case !known[p.Code]:
			say("%s: no such part", p.Code)
		case seen[p.Code]:
			say("%s: given twice", p.Code)
		case !finite(p.Weight) || s.Form == Sum && p.Weight < 0 || math.Abs(p.Weight) > 1000:
			say("%s: weight %v; want a finite number up to 1000, not negative in form sum", p.Code, p.Weight)
		case !(p.Neutral >= 0 && p.Neutral <= 1):
			say("%s: neutral %v; want 0 to 1", p.Code, p.Neutral)
		}
		seen[p.Code] = true
	}
	if s.Form == Sum && total > 1+1e-6 {
		say("parts: the weights add up to %.6g; want at most 1 (see Normalised)", total)
	}
	return bad
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
