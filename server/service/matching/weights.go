package matching

import (
	"context"
	"maps"
	"math"
	"slices"
	"strconv"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// Weights gives a version of the weights, 0 the newest. Until something is
// published the newest is version 1, the weights the product starts with.
func (s *Service) Weights(ctx context.Context, a domain.Actor, v domain.WeightsVersion) (domain.Weights, error) {
	if err := may(a, domain.ActRead, domain.ObjectWeights, "see the weights"); err != nil {
		return domain.Weights{}, err
	}
	return s.weights(ctx, v)
}

// WeightsHistory lists all versions, newest first.
func (s *Service) WeightsHistory(ctx context.Context, a domain.Actor) ([]domain.Weights, error) {
	if err := may(a, domain.ActRead, domain.ObjectWeights, "see the weights"); err != nil {
		return nil, err
	}
	all, err := s.Versions.WeightsHistory(ctx)
	if err == nil && len(all) == 0 {
		all = []domain.Weights{defaultWeights()}
	}
	return all, err
}

// Publish makes a draft the newest version. Base is the version the draft was
// made from: stale when it is not the newest any more. Weights that do not
// validate are refused with every fault; those of the experts' sum that exceed
// 1 are brought to 1 in their proportions. A side that is nil stays as in the
// newest version.
func (s *Service) Publish(ctx context.Context, a domain.Actor, base domain.WeightsVersion, w domain.Weights) (domain.Weights, error) {
	if err := may(a, domain.ActPublish, domain.ObjectWeights, "publish weights"); err != nil {
		return domain.Weights{}, err
	}
	if w.Name == "" {
		return domain.Weights{}, domain.Errorf(domain.CodeInvalid, "name", "name the weights so that others recognise them")
	}
	w, err := s.completed(ctx, w)
	if err != nil {
		return domain.Weights{}, err
	}
	if err := s.storeDefaults(ctx); err != nil {
		return domain.Weights{}, err
	}
	w = plainWeights(encodeWeights(w, ""), w)
	w.By, w.At = a.User, s.Now()
	event := domain.Happened(domain.WeightsPublished, a, weightsRef(base+1), w.At, map[string]string{"name": w.Name, "base": strconv.FormatInt(int64(base), 10)})
	return s.Versions.PublishWeights(ctx, base, w, event)
}

// weights loads a version; version 1 exists before it is stored.
func (s *Service) weights(ctx context.Context, v domain.WeightsVersion) (domain.Weights, error) {
	w, err := s.Versions.Weights(ctx, v)
	if domain.CodeOf(err) == domain.CodeNotFound && (v == 0 || v == 1) {
		return defaultWeights(), nil
	}
	return w, err
}

// storeDefaults stores version 1 unless it is there, so that runs and history
// can name it. It does nothing when somebody else was first.
func (s *Service) storeDefaults(ctx context.Context) error {
	_, err := s.Versions.Weights(ctx, 0)
	if err == nil || domain.CodeOf(err) != domain.CodeNotFound {
		return err
	}
	w := defaultWeights()
	w.At = s.Now()
	_, err = s.Versions.PublishWeights(ctx, 0, w, domain.Happened(domain.WeightsPublished, domain.System("start"), weightsRef(1), w.At, nil))
	if domain.CodeOf(err) == domain.CodeStale {
		return nil
	}
	return err
}

func weightsRef(v domain.WeightsVersion) domain.Ref {
	return domain.Ref{Kind: domain.ObjectWeights, ID: strconv.FormatInt(int64(v), 10)}
}

func defaultWeights() domain.Weights {
	return plainWeights(matcher.DefaultWeights(), domain.Weights{
		Version: 1, Name: "처음 가중치 / first weights", Note: "The weights the product starts with.", By: domain.System("start").User,
	})
}

// plainWeights puts the matcher's weights into the maps of a version; the
// constant stands under the code of the part base.
func plainWeights(m matcher.Weights, w domain.Weights) domain.Weights {
	w.Experts, w.Investors = plainSide(m.Experts), plainSide(m.Investors)
	return w
}

func plainSide(s matcher.SideWeights) map[string]float64 {
	out := map[string]float64{}
	for _, p := range s.Parts {
		out[p.Code] = nine(p.Weight)
	}
	if s.Base != 0 {
		out[matcher.PartBase] = nine(s.Base)
	}
	return out
}

// nine rounds to nine decimals.
func nine(x float64) float64 { return math.RoundToEven(x*1e9) / 1e9 }

// encodeWeights makes the matcher's weights of a version. The form of the score
// and the value an unknown part is taken at come from the defaults. The weights
// are valid if checkWeights found no fault.
func encodeWeights(w domain.Weights, version string) matcher.Weights {
	d := matcher.DefaultWeights()
	if version == "" {
		version = strconv.FormatInt(int64(w.Version), 10)
	}
	return matcher.Weights{Version: version, Experts: encodeSide(w.Experts, d.Experts, matcher.Experts), Investors: encodeSide(w.Investors, d.Investors, matcher.Investors)}
}

func encodeSide(values map[string]float64, d matcher.SideWeights, k matcher.Kind) matcher.SideWeights {
	s := matcher.SideWeights{Form: d.Form, Base: values[matcher.PartBase]}
	total := s.Base
	for _, code := range matcher.PartCodes(k) {
		v, given := values[code]
		if !given {
			continue
		}
		p := d.Of(code)
		p.Weight = v
		s.Parts = append(s.Parts, p)
		total += v
	}
	if s.Form == matcher.Sum && total > 1 {
		return s.Normalised()
	}
	return s
}

// checkWeights reports everything wrong with a draft, by field.
func checkWeights(w domain.Weights) error {
	var p domain.Problems
	checkSide(&p, "experts", w.Experts, matcher.Experts)
	checkSide(&p, "investors", w.Investors, matcher.Investors)
	if err := p.Err(); err != nil {
		return err
	}
	if err := encodeWeights(w, "draft").Validate(); err != nil {
		return &domain.Error{Code: domain.CodeInvalid, Field: "weights", Message: err.Error(), Err: err}
	}
	return nil
}

func checkSide(p *domain.Problems, side string, values map[string]float64, k matcher.Kind) {
	known := append(matcher.PartCodes(k), matcher.PartBase)
	sum := matcher.DefaultWeights().Side(k).Form == matcher.Sum
	some := false
	for _, code := range slices.Sorted(maps.Keys(values)) {
		v := values[code]
		some = some || v != 0 && code != matcher.PartBase
		switch {
		case !slices.Contains(known, code):
			p.Add(side+"."+code, "there is no such part; remove it")
		case math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > 1000:
			p.Add(side+"."+code, "%v is no weight; give a number from -1000 to 1000", v)
		case sum && v < 0:
			p.Add(side+"."+code, "%v is negative; give 0 or more", v)
		}
	}
	if !some {
		p.Add(side, "no part has a weight; give at least one")
	}
}

// PartInfo describes a part for whoever edits weights.
type PartInfo struct{ Code, Group string }

// Parts lists the parts of a kind of candidates in the order of display, and
// how their contributions make a score: "sum" or "logit".
func Parts(k domain.Kind) (parts []PartInfo, form string) {
	m := kindOf(k)
	for _, code := range matcher.PartCodes(m) {
		parts = append(parts, PartInfo{code, matcher.Group(code)})
	}
	return parts, string(matcher.DefaultWeights().Side(m).Form)
}
