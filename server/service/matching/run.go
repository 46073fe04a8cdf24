package matching

import (
	"bytes"
	"context"
	"errors"
	"strconv"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// SaveRun ranks a need as of today under the newest weights and keeps the
// result with everything it was made from. Top 0 keeps every candidate; gated
// pairs are kept last with their gates. Programme staff only.
func (s *Service) SaveRun(ctx context.Context, a domain.Actor, id domain.NeedID, top int) (domain.Run, error) {
	if err := may(a, domain.ActCreate, domain.ObjectRun, "save a run"); err != nil {
		return domain.Run{}, err
	}
	n, c, err := s.need(ctx, id)
	if err != nil {
		return domain.Run{}, err
	}
	if err := allowed(a, domain.ActRank, n, c); err != nil {
		return domain.Run{}, err
	}
	if top < 0 {
		return domain.Run{}, domain.Errorf(domain.CodeInvalid, "top", "%d is negative; give 0 for every candidate, or how many", top)
	}
	kind, ok := n.Kind.CandidateKind()
	if !ok {
		return domain.Run{}, domain.Errorf(domain.CodeConflict, "kind", "partner needs are not ranked; a coordinator introduces partners")
	}
	if err := s.storeDefaults(ctx); err != nil {
		return domain.Run{}, err
	}
	w, err := s.weights(ctx, 0)
	if err != nil {
		return domain.Run{}, err
	}
	corpus, err := s.corpus(ctx, true)
	if err != nil {
		return domain.Run{}, err
	}
	run := domain.Run{
		ID: s.NewID(), Need: id, NeedVersion: corpus.versions[n.Ref()], For: kind, Weights: w.Version,
		Snapshot: corpus.snapshot.Key(), Day: s.today(), Top: top, By: a.User, At: s.Now(),
	}
	if run.Lines, err = runLines(ctx, corpus.snapshot, run, encodeWeights(w, "")); err != nil {
		return domain.Run{}, err
	}
	kept, err := archiveOf(corpus, run.Day)
	if err != nil {
		return domain.Run{}, err
	}
	kept.At = run.At
	event := domain.Happened(domain.RunSaved, a, domain.Ref{Kind: domain.ObjectRun, ID: run.ID}, run.At,
		map[string]string{"need": string(id), "weights": strconv.FormatInt(int64(w.Version), 10), "snapshot": run.Snapshot})
	return run, s.Versions.SaveRun(ctx, run, kept, event)
}

// runLines ranks a run's need, as the snapshot has it, on the run's day.
func runLines(ctx context.Context, snapshot *matcher.Snapshot, run domain.Run, w matcher.Weights) ([]byte, error) {
	pairs, err := runPairs(ctx, snapshot, run, w)
	return encodeLines(pairs), err
}

func runPairs(ctx context.Context, snapshot *matcher.Snapshot, run domain.Run, w matcher.Weights) ([]matcher.Pair, error) {
	n, ok := snapshot.Need(string(run.Need))
	if !ok {
		return nil, domain.Errorf(domain.CodeConflict, "need", "the need was deleted meanwhile; there is nothing to rank")
	}
	n.Opened = 0
	pairs, err := matcher.Rank(ctx, snapshot, w, n, day(run.Day), matcher.Options{Top: run.Top, Blocked: true})
	return pairs, unusable(err)
}

// Run gives a saved run with its lines, unredacted, for programme staff.
func (s *Service) Run(ctx context.Context, a domain.Actor, id string) (domain.Run, error) {
	if err := may(a, domain.ActRead, domain.ObjectRun, "see saved runs"); err != nil {
		return domain.Run{}, err
	}
	return s.Versions.Run(ctx, id)
}

// CandidateNames gives what the candidates of ids are called, as far as they
// are still there and the actor may see them.
func (s *Service) CandidateNames(ctx context.Context, a domain.Actor, k domain.Kind, ids []string) (map[string]domain.Text, error) {
	refs := make([]domain.Ref, len(ids))
	for i, id := range ids {
		refs[i] = domain.Ref{Kind: k, ID: id}
	}
	found, err := s.Store.Records(ctx, unique(refs))
	if err != nil {
		return nil, err
	}
	out := map[string]domain.Text{}
	for _, r := range found {
		if domain.Can(a, domain.ActRead, domain.ObjectOf(r, nil)) {
			out[r.Ref().ID] = profile(r).Name
		}
	}
	return out, nil
}

// Runs lists runs without their lines, newest first; need "" means all.
func (s *Service) Runs(ctx context.Context, a domain.Actor, need domain.NeedID, cursor string, limit int) (domain.Page[domain.Run], error) {
	if err := may(a, domain.ActRead, domain.ObjectRun, "see saved runs"); err != nil {
		return domain.Page[domain.Run]{}, err
	}
	return s.Versions.Runs(ctx, need, cursor, limit)
}

// Under says which weights a replay uses: a published version, or a draft with
// Version 0 and at least one of its maps. The zero value means the run's own.
type Under struct {
	Version domain.WeightsVersion
	Draft   *domain.Weights
}

// Replayed is a run done again. Identical says that the bytes are the same.
type Replayed struct {
	Run       domain.Run
	Identical bool
	Before    []Standing
	After     []Standing
	Change    Change
}

// Standing is a candidate's place in a list.
type Standing struct {
	Candidate string
	Name      domain.Text // empty when the record is gone
	Rank      int
	Score     float64
	Blocked   string
}

// Replay does a saved run again on its own snapshot and day, under its own
// weights, which gives the same bytes, or under others.
func (s *Service) Replay(ctx context.Context, a domain.Actor, id string, u Under) (Replayed, error) {
	run, err := s.Run(ctx, a, id)
	if err != nil {
		return Replayed{}, err
	}
	w, err := s.under(ctx, run, u)
	if err != nil {
		return Replayed{}, err
	}
	snapshot, err := s.replays.get(run.Snapshot, func() (domain.Snapshot, error) { return s.Versions.Snapshot(ctx, run.Snapshot) })
	if err != nil {
		return Replayed{}, err
	}
	own, err := s.weights(ctx, run.Weights)
	if err != nil {
		return Replayed{}, err
	}
	before, err := runPairs(ctx, snapshot, run, encodeWeights(own, ""))
	if err != nil {
		return Replayed{}, err
	}
	after, err := runPairs(ctx, snapshot, run, w)
	if err != nil {
		return Replayed{}, err
	}
	if !bytes.Equal(encodeLines(before), run.Lines) {
		s.Log.WarnContext(ctx, "a saved run gives other bytes under its own weights", "run", run.ID)
	}
	names, err := s.names(ctx, run.For, before, after)
	if err != nil {
		return Replayed{}, err
	}
	out := Replayed{
		Run: run, Identical: bytes.Equal(encodeLines(after), run.Lines),
		Before: standings(before, names), After: standings(after, names),
	}
	out.Change, err = changeOf(before, after, encodeWeights(own, ""), w, names)
	return out, err
}

func (s *Service) under(ctx context.Context, run domain.Run, u Under) (matcher.Weights, error) {
	switch {
	case u.Draft != nil && u.Version != 0:
		return matcher.Weights{}, domain.Errorf(domain.CodeInvalid, "weights", "give a version or a draft, not both")
	case u.Draft != nil:
		draft, err := s.completed(ctx, *u.Draft)
		if err != nil {
			return matcher.Weights{}, err
		}
		return encodeWeights(draft, "draft"), nil
	case u.Version == 0:
		u.Version = run.Weights
	}
	w, err := s.weights(ctx, u.Version)
	return encodeWeights(w, ""), err
}

// completed is a draft that lacks one of its sides filled up from the newest
// weights, and checked.
func (s *Service) completed(ctx context.Context, w domain.Weights) (domain.Weights, error) {
	newest, err := s.weights(ctx, 0)
	if err != nil {
		return w, err
	}
	if w.Experts == nil {
		w.Experts = newest.Experts
	}
	if w.Investors == nil {
		w.Investors = newest.Investors
	}
	return w, checkWeights(w)
}

// names loads what the candidates of pairs are called.
func (s *Service) names(ctx context.Context, k domain.Kind, lists ...[]matcher.Pair) (map[string]domain.Text, error) {
	out := map[string]domain.Text{}
	var err error
	for _, pairs := range lists {
		found, e := s.load(ctx, k, pairs)
		err = errors.Join(err, e)
		for id, r := range found {
			out[id] = profile(r).Name
		}
	}
	return out, err
}

func standings(pairs []matcher.Pair, names map[string]domain.Text) []Standing {
	out := make([]Standing, len(pairs))
	for i, p := range pairs {
		out[i] = Standing{p.Candidate, names[p.Candidate], p.Rank, p.Score, p.Blocked}
	}
	return out
}
