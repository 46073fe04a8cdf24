package rest

import (
	"context"
	"net/url"

	"jumpup/server/domain"
	"jumpup/server/service/matching"
)

func (s *Server) newestWeights(ctx context.Context, _ *struct{}) (*weightsAnswer, error) {
	return answeredWeights(s.Matching.Weights(ctx, actorOf(ctx), 0))
}

func (s *Server) weightsVersion(ctx context.Context, in *struct {
	Version int64 `path:"version" minimum:"1" example:"1"`
},
) (*weightsAnswer, error) {
	return answeredWeights(s.Matching.Weights(ctx, actorOf(ctx), domain.WeightsVersion(in.Version)))
}

type weightsListAnswer struct{ Body List[Weights] }

func (s *Server) weightsHistory(ctx context.Context, _ *struct{}) (*weightsListAnswer, error) {
	all, err := s.Matching.WeightsHistory(ctx, actorOf(ctx))
	if err != nil {
		return nil, err
	}
	return &weightsListAnswer{listOf(domain.Page[domain.Weights]{Items: all, Total: len(all)}, weightsOf)}, nil
}

// WeightsDraft is the figures of a draft. A side that is left out stays as in
// the newest version.
type WeightsDraft struct {
	Experts   map[string]float64 `json:"experts,omitempty" doc:"Weight per part code"`
	Investors map[string]float64 `json:"investors,omitempty" doc:"Weight per part code"`
}

func (w WeightsDraft) draft() domain.Weights {
	return domain.Weights{Experts: w.Experts, Investors: w.Investors}
}

func (s *Server) publishWeights(ctx context.Context, in *struct {
	Body struct {
		Base int64  `json:"base" minimum:"1" doc:"Version the draft was made from"`
		Name string `json:"name" minLength:"1" maxLength:"200" example:"Markets first"`
		Note string `json:"note,omitempty" maxLength:"2000" doc:"Why"`
		WeightsDraft
	}
},
) (*weightsAnswer, error) {
	w := in.Body.draft()
	w.Name, w.Note = in.Body.Name, in.Body.Note
	return answeredWeights(s.Matching.Publish(ctx, actorOf(ctx), domain.WeightsVersion(in.Body.Base), w))
}

type sensitivityAnswer struct{ Body List[WeightsEffect] }

func (s *Server) sensitivity(ctx context.Context, in *struct {
	Body struct {
		Needs []string `json:"needs,omitempty" maxItems:"1000" maxLength:"200" doc:"Needs to compare; left out: every need that waits for candidates"`
		Top   int      `json:"top,omitempty" minimum:"1" maximum:"200" default:"10" doc:"Length of the lists compared"`
		WeightsDraft
	}
},
) (*sensitivityAnswer, error) {
	q := matching.Question{Draft: in.Body.draft(), Top: in.Body.Top}
	for _, id := range in.Body.Needs {
		q.Needs = append(q.Needs, domain.NeedID(id))
	}
	effects, err := s.Matching.Sensitivity(ctx, actorOf(ctx), q, nil)
	if err != nil {
		return nil, err
	}
	return &sensitivityAnswer{listOf(domain.Page[matching.Effect]{Items: effects, Total: len(effects)}, weightsEffectOf)}, nil
}

type runListAnswer struct{ Body List[Run] }

func (s *Server) listRuns(ctx context.Context, in *struct {
	Paging
	Need string `query:"need" maxLength:"200" doc:"Only runs of this need"`
},
) (*runListAnswer, error) {
	page, err := s.Matching.Runs(ctx, actorOf(ctx), domain.NeedID(in.Need), in.Cursor, in.Limit)
	if err != nil {
		return nil, err
	}
	page.Total = -1
	return &runListAnswer{listOf(page, runOf)}, nil
}

type runAnswer struct {
	Location string `header:"Location"`
	Body     RunDetail
}

func (s *Server) saveRun(ctx context.Context, in *struct {
	Body struct {
		Need string `json:"need" minLength:"1" maxLength:"200" example:"n1"`
		Top  int    `json:"top,omitempty" minimum:"0" maximum:"10000" default:"20" doc:"How many candidates to keep; 0 all"`
	}
},
) (*runAnswer, error) {
	r, err := s.Matching.SaveRun(ctx, actorOf(ctx), domain.NeedID(in.Body.Need), in.Body.Top)
	if err != nil {
		return nil, err
	}
	return s.answeredRun(ctx, r)
}

func (s *Server) readRun(ctx context.Context, in *RecordPath) (*runAnswer, error) {
	r, err := s.Matching.Run(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return s.answeredRun(ctx, r)
}

func (s *Server) answeredRun(ctx context.Context, r domain.Run) (*runAnswer, error) {
	lines, err := runLines(r.Lines)
	if err != nil {
		return nil, err
	}
	names, err := s.Matching.CandidateNames(ctx, actorOf(ctx), r.For, each(lines, func(l RunLine) string { return l.Candidate }))
	if err != nil {
		return nil, err
	}
	for i := range lines {
		lines[i].Name = nameOf(names[lines[i].Candidate])
	}
	return &runAnswer{"/api/v1/runs/" + url.PathEscape(r.ID), RunDetail{runOf(r), lines}}, nil
}

type replayAnswer struct{ Body Replay }

func (s *Server) replayRun(ctx context.Context, in *struct {
	RecordPath
	Body struct {
		Weights int64 `json:"weights,omitempty" minimum:"0" doc:"Version to replay under; left out, without a draft: the run's own"`
		WeightsDraft
	}
},
) (*replayAnswer, error) {
	u := matching.Under{Version: domain.WeightsVersion(in.Body.Weights)}
	if in.Body.Experts != nil || in.Body.Investors != nil {
		w := in.Body.draft()
		u.Draft = &w
	}
	r, err := s.Matching.Replay(ctx, actorOf(ctx), in.ID, u)
	if err != nil {
		return nil, err
	}
	return &replayAnswer{replayOf(r)}, nil
}
