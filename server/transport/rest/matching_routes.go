package rest

import (
	"context"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
	"jumpup/server/service/matching"
)

// registerMatching adds matches, preferences, weights and runs.
func (s *Server) registerMatching(api huma.API) {
	const area = "matching"
	get, post := http.MethodGet, http.MethodPost
	add(s, api, op(get, "/needs/{id}/matches", area, "Rank the experts or investors of a need, with reasons"), s.needMatches)
	add(s, api, op(get, "/experts/{id}/matches", area, "Rank the needs that wait for experts, for one expert"), s.candidateMatches(domain.KindExpert))
	add(s, api, op(get, "/investors/{id}/matches", area, "Rank the needs that wait for investors, for one investor"), s.candidateMatches(domain.KindInvestor))

	add(s, api, op(get, "/preferences", area, "List what a company, need, expert or investor said of others"), s.listPreferences)
	add(s, api, op(http.MethodPut, "/preferences", area, "State or change a preference for your side; the last one counts"), s.putPreference)
	add(s, api, status(op(http.MethodDelete, "/preferences", area, "Take a preference back"), http.StatusNoContent), s.dropPreference)

	add(s, api, op(get, "/weights", area, "See the newest weights"), s.newestWeights)
	add(s, api, creates(op(post, "/weights", area, "Publish weights; refused when others were published since base")), s.publishWeights)
	add(s, api, op(get, "/weights/history", area, "List all versions of the weights, newest first"), s.weightsHistory)
	add(s, api, op(get, "/weights/{version}", area, "See a version of the weights"), s.weightsVersion)
	add(s, api, limited(status(op(post, "/weights/sensitivity", area, "See how lists would change under a draft, without publishing it"), http.StatusOK), rateCostly), s.sensitivity)

	add(s, api, op(get, "/runs", area, "List saved runs, newest first"), s.listRuns)
	add(s, api, limited(creates(op(post, "/runs", area, "Rank a need and keep the result with all it was made from")), rateCostly), s.saveRun)
	add(s, api, op(get, "/runs/{id}", area, "See a saved run"), s.readRun)
	add(s, api, limited(status(op(post, "/runs/{id}/replay", area, "Do a saved run again, under its own weights or others"), http.StatusOK), rateCostly), s.replayRun)
}

type rankQuery struct {
	RecordPath
	Top     int   `query:"top" minimum:"1" maximum:"200" default:"20" doc:"How many matches, and at most as many closed pairs"`
	Weights int64 `query:"weights" minimum:"0" default:"0" doc:"Version of the weights; 0 the newest"`
	Blocked bool  `query:"blocked" doc:"Also list pairs closed by a gate, as far as you may know of them"`
}

func (q rankQuery) options() matching.Options {
	return matching.Options{Top: q.Top, Weights: domain.WeightsVersion(q.Weights), Blocked: q.Blocked}
}

type matchesAnswer struct{ Body MatchList }

func (s *Server) needMatches(ctx context.Context, in *rankQuery) (*matchesAnswer, error) {
	r, err := s.Matching.RankNeed(ctx, actorOf(ctx), domain.NeedID(in.ID), in.options())
	if err != nil {
		return nil, err
	}
	return &matchesAnswer{s.matchListOf(r)}, nil
}

func (s *Server) candidateMatches(k domain.Kind) func(context.Context, *rankQuery) (*matchesAnswer, error) {
	return func(ctx context.Context, in *rankQuery) (*matchesAnswer, error) {
		r, err := s.Matching.MatchesFor(ctx, actorOf(ctx), domain.Ref{Kind: k, ID: in.ID}, in.options())
		if err != nil {
			return nil, err
		}
		return &matchesAnswer{s.matchListOf(r)}, nil
	}
}

type preferencesAnswer struct{ Body List[Preference] }

func (s *Server) listPreferences(ctx context.Context, in *struct {
	From string `query:"from" required:"true" minLength:"1" maxLength:"200" doc:"Who said it"`
},
) (*preferencesAnswer, error) {
	all, err := s.Matching.Preferences(ctx, actorOf(ctx), in.From)
	if err != nil {
		return nil, err
	}
	return &preferencesAnswer{listOf(domain.Page[domain.Preference]{Items: all, Total: len(all)}, preferenceOf)}, nil
}

type preferenceAnswer struct {
	ETag
	Body Preference
}

func (s *Server) putPreference(ctx context.Context, in *struct{ Body Preference }) (*preferenceAnswer, error) {
	b := in.Body
	p, err := s.Matching.Prefer(ctx, actorOf(ctx), domain.Preference{
		From: b.From, To: b.To, Level: domain.Level(b.Level), Note: b.Note, Private: b.Private, Expires: domain.Date(b.Expires),
	})
	if err != nil {
		return nil, err
	}
	return &preferenceAnswer{tagged(p.Version), preferenceOf(p)}, nil
}

func (s *Server) dropPreference(ctx context.Context, in *struct {
	From string `query:"from" required:"true" minLength:"1" maxLength:"200" doc:"Who said it"`
	To   string `query:"to" required:"true" minLength:"1" maxLength:"200" doc:"Of whom"`
},
) (*struct{}, error) {
	return nil, s.Matching.Withdraw(ctx, actorOf(ctx), in.From, in.To)
}

type weightsAnswer struct {
	ETag
	Location string `header:"Location"`
	Body     Weights
}

func answeredWeights(w domain.Weights, err error) (*weightsAnswer, error) {
	if err != nil {
		return nil, err
	}
	out := weightsOf(w)
	return &weightsAnswer{tagged(out.Version), "/api/v1/weights/" + strconv.FormatInt(out.Version, 10), out}, nil
}
