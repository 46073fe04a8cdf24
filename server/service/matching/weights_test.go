package matching

import (
	"bytes"
	"context"
	"errors"
	"math"
	"testing"

	"jumpup/matcher"
	"jumpup/server/domain"
)

func draft(change func(w *domain.Weights)) domain.Weights {
	w := defaultWeights()
	w.Name = "more text"
	change(&w)
	return w
}

func TestWeightsBeginWithVersionOne(t *testing.T) {
	h := newHouse(t)
	ctx := t.Context()
	w, err := h.Weights(ctx, companyOne, 0)
	if err != nil || w.Version != 1 || len(w.Experts) < 5 || len(w.Investors) < 5 {
		t.Fatalf("%+v %v", w, err)
	}
	if _, err := h.store.Weights(ctx, 0); domain.CodeOf(err) != domain.CodeNotFound {
		t.Errorf("reading stored something: %v", err)
	}
	if all, err := h.WeightsHistory(ctx, coordinator); err != nil || len(all) != 1 {
		t.Errorf("history: %v %v", all, err)
	}
	_, err = h.Weights(ctx, nobody, 0)
	h.wants(err, domain.CodeUnauthenticated, "nobody reads weights")
	_, err = h.Weights(ctx, coordinator, 9)
	h.wants(err, domain.CodeNotFound, "version 9")
	d, m := matcher.DefaultWeights(), encodeWeights(w, "")
	for _, k := range []matcher.Kind{matcher.Experts, matcher.Investors} {
		for _, code := range matcher.PartCodes(k) {
			if a, b := d.Side(k).Of(code), m.Side(k).Of(code); math.Abs(a.Weight-b.Weight) > 1e-9 || a.Neutral != b.Neutral {
				t.Errorf("%s %s: %v became %v", k, code, a, b)
			}
		}
		if d.Side(k).Base != m.Side(k).Base || d.Side(k).Form != m.Side(k).Form {
			t.Errorf("%s: base %v form %s became %v %s", k, d.Side(k).Base, d.Side(k).Form, m.Side(k).Base, m.Side(k).Form)
		}
	}
}

func TestPublishChecksBaseAndRole(t *testing.T) {
	h := newHouse(t)
	ctx := t.Context()
	w := draft(func(w *domain.Weights) { w.Experts[matcher.PartText] += 0.2 })
	for _, a := range []domain.Actor{companyOne, expertOne, investorOne, managerOne} {
		_, err := h.Publish(ctx, a, 1, w)
		h.wants(err, domain.CodeForbidden, string(a.Role)+" publishes")
	}
	two, err := h.Publish(ctx, coordinator, 1, w)
	if err != nil || two.Version != 2 || two.By != coordinator.User {
		t.Fatalf("%+v %v", two, err)
	}
	total := 0.0
	for _, v := range two.Experts {
		total += v
	}
	if total > 1+1e-6 || two.Experts[matcher.PartText] <= defaultWeights().Experts[matcher.PartText] {
		t.Errorf("published weights add up to %v, text %v", total, two.Experts[matcher.PartText])
	}
	_, err = h.Publish(ctx, coordinator, 1, w)
	h.wants(err, domain.CodeStale, "publishing from version 1 again")
	if all, err := h.WeightsHistory(ctx, coordinator); err != nil || len(all) != 2 || all[0].Version != 2 || all[1].Version != 1 {
		t.Errorf("history: %+v %v", all, err)
	}
}

func TestPublishListsEveryFault(t *testing.T) {
	h := newHouse(t)
	w := draft(func(w *domain.Weights) {
		w.Experts["colour"] = 0.1
		w.Experts[matcher.PartText] = -0.1
		w.Investors[matcher.PartText] = math.NaN()
	})
	_, err := h.Publish(t.Context(), coordinator, 1, w)
	var p domain.Problems
	if !errors.As(err, &p) || len(p) != 3 {
		t.Errorf("%v, want three problems", err)
	}
	_, err = h.Publish(t.Context(), coordinator, 1, draft(func(w *domain.Weights) { w.Name = "" }))
	h.wants(err, domain.CodeInvalid, "weights without a name")
	_, err = h.Publish(t.Context(), coordinator, 1, draft(func(w *domain.Weights) { w.Experts = map[string]float64{"text": 0} }))
	h.wants(err, domain.CodeInvalid, "weights of nothing")
}

func TestSensitivityEqualsTheLists(t *testing.T) {
	h := demoHouse(t)
	ctx := t.Context()
	w := draft(func(w *domain.Weights) { w.Experts[matcher.PartLocation] = 0.9 })
	steps := 0
	effects, err := h.Sensitivity(ctx, coordinator, Question{Draft: w, Needs: []domain.NeedID{"need-001"}}, func(done, total int) {
		if total != 1 || done != steps {
			t.Errorf("progress %d of %d at step %d", done, total, steps)
		}
		steps++
	})
	if err != nil || len(effects) != 1 || steps != 2 {
		t.Fatalf("%+v %v", effects, err)
	}
	e := effects[0]
	before := h.ranked(coordinator, "need-001", Options{Top: 10})
	if _, err := h.Publish(ctx, coordinator, 1, w); err != nil {
		t.Fatal(err)
	}
	after := h.ranked(coordinator, "need-001", Options{Top: 10})
	place := func(r Ranking, id string) (int, float64) {
		for i, m := range r.Items {
			if m.Candidate.Ref.ID == id {
				return i + 1, m.Score
			}
		}
		return 0, 0
	}
	if len(e.Change.Moves) == 0 || e.Company.IsZero() || e.Title.IsZero() || e.Change.Entered != e.Change.Left {
		t.Fatalf("%+v", e)
	}
	for _, m := range e.Change.Moves {
		from, scoreFrom := place(before, m.Candidate)
		to, scoreTo := place(after, m.Candidate)
		if m.From != from || m.To != to || from > 0 && m.ScoreFrom != scoreFrom || to > 0 && math.Abs(m.ScoreTo-scoreTo) > 1e-8 {
			t.Errorf("%+v, but the lists say %d (%v) and %d (%v)", m, from, scoreFrom, to, scoreTo)
		}
		if m.Name.IsZero() {
			t.Errorf("%s has no name", m.Candidate)
		}
	}
	if e.Change.Kendall >= 1 || e.Change.Kendall < -1 {
		t.Errorf("agreement %v", e.Change.Kendall)
	}
}

func TestSensitivityOfAllOpenNeeds(t *testing.T) {
	h := demoHouse(t)
	same, err := h.Sensitivity(t.Context(), coordinator, Question{}, nil)
	if err != nil || len(same) < 40 {
		t.Fatalf("%d effects, %v", len(same), err)
	}
	for _, e := range same {
		if len(e.Change.Moves) > 0 || e.Change.Kendall != 1 {
			t.Fatalf("%s changes under the same weights: %+v", e.Need, e.Change)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err = h.Sensitivity(ctx, coordinator, Question{}, func(done, _ int) {
		if done == 3 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled comparison gives %v", err)
	}
	_, err = h.Sensitivity(t.Context(), companyOne, Question{}, nil)
	h.wants(err, domain.CodeForbidden, "a company tries weights")
	_, err = h.Sensitivity(t.Context(), coordinator, Question{Needs: []domain.NeedID{h.kind(domain.NeedPartner)}}, nil)
	h.wants(err, domain.CodeInvalid, "a partner need")
}

func TestRunReplaysToTheSameBytes(t *testing.T) {
	h := demoHouse(t)
	ctx := t.Context()
	for i, k := range []domain.NeedKind{domain.NeedDirecting, domain.NeedInvestment} {
		run, err := h.SaveRun(ctx, coordinator, h.kind(k), 30)
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(run.Lines, []byte("\n")); n < 30 || run.Weights != h.newest() || run.NeedVersion == 0 {
			t.Errorf("the run has %d lines, weights %d, need version %d", n, run.Weights, run.NeedVersion)
		}
		h.need(run.Need, func(n *domain.Need) { n.Title = domain.PlainText("something else entirely") })
		h.put(&domain.Expert{ID: "expert-new", Name: domain.PlainText("New")})
		if _, err := h.Publish(ctx, coordinator, h.newest(), draft(func(w *domain.Weights) {
			w.Experts[matcher.PartText], w.Investors[matcher.PartText] = 0.9, float64(9+i)
		})); err != nil {
			t.Fatal(err)
		}
		h.replays.last = nil
		again, err := h.Replay(ctx, coordinator, run.ID, Under{})
		if err != nil || !again.Identical || len(again.Change.Moves) > 0 || again.Change.Kendall != 1 {
			t.Fatalf("replaying gives identical %v, %d moves, %v", again.Identical, len(again.Change.Moves), err)
		}
		other, err := h.Replay(ctx, coordinator, run.ID, Under{Version: h.newest()})
		if err != nil || other.Identical || len(other.Change.Moves) == 0 || len(other.Before) == 0 || other.Before[0].Name.IsZero() {
			t.Errorf("under other weights: identical %v, moves %d, %v", other.Identical, len(other.Change.Moves), err)
		}
		tried, err := h.Replay(ctx, coordinator, run.ID, Under{Draft: &domain.Weights{Experts: map[string]float64{"load": 1}, Investors: map[string]float64{"load": 1}}})
		if err != nil || tried.Identical {
			t.Errorf("under a draft: identical %v, %v", tried.Identical, err)
		}
	}
	page, err := h.Runs(ctx, coordinator, "", "", 10)
	if err != nil || len(page.Items) != 2 {
		t.Errorf("%d runs, %v", len(page.Items), err)
	}
}

func (h *house) newest() domain.WeightsVersion {
	w, err := h.Weights(h.Context(), coordinator, 0)
	if err != nil {
		h.Fatal(err)
	}
	return w.Version
}

func TestRunsAreForStaff(t *testing.T) {
	h := demoHouse(t)
	run, err := h.SaveRun(t.Context(), coordinator, "need-001", 5)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []domain.Actor{companyOne, expertOne, investorOne, managerOne} {
		_, err := h.SaveRun(t.Context(), a, "need-001", 5)
		h.wants(err, domain.CodeForbidden, string(a.Role)+" saves")
		_, err = h.Service.Run(t.Context(), a, run.ID)
		h.wants(err, domain.CodeForbidden, string(a.Role)+" reads")
		_, err = h.Replay(t.Context(), a, run.ID, Under{})
		h.wants(err, domain.CodeForbidden, string(a.Role)+" replays")
		_, err = h.Runs(t.Context(), a, "", "", 5)
		h.wants(err, domain.CodeForbidden, string(a.Role)+" lists")
	}
}

func TestSnapshotHoldsNoNames(t *testing.T) {
	h := demoHouse(t)
	run, err := h.SaveRun(t.Context(), coordinator, "need-001", 1)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := h.store.Snapshot(t.Context(), run.Snapshot)
	if err != nil {
		t.Fatal(err)
	}
	c, err := readArchive(kept.Archive)
	if err != nil || len(c.Experts) != small.Experts || len(c.Companies) != small.Companies || kept.Records < 300 {
		t.Fatalf("%d experts, %d records, %v", len(c.Experts), kept.Records, err)
	}
	for _, x := range c.Experts {
		if x.Name != (matcher.Text{}) {
			t.Fatalf("%s is kept with a name", x.ID)
		}
	}
	for _, x := range c.Companies {
		if x.Name != (matcher.Text{}) {
			t.Fatalf("%s is kept with a name", x.ID)
		}
	}
}
