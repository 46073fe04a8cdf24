package matching

import (
	"context"
	"sort"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// Question asks how lists would change under a draft of the weights. Needs
// empty means every need that waits for candidates; Top 0 means lists of ten.
type Question struct {
	Draft domain.Weights // sides that are nil stay as they are
	Needs []domain.NeedID
	Top   int
}

// Effect is how one need's list would change.
type Effect struct {
	Need    domain.NeedID
	Title   domain.Text
	Company domain.Text
	For     domain.Kind
	Change  Change
}

// Change compares two lists of one need. Moves are the candidates of either
// list whose place or score differs, by their place in the second; place 0 is
// outside of the list. Kendall is the agreement of the two orders from -1
// (turned round) over 0 to 1 (the same), over all candidates of both lists.
type Change struct {
	Moves         []Move
	Entered, Left int
	Kendall       float64
}

// Move is a candidate's way from one list to the other.
type Move struct {
	Candidate          string
	Name               domain.Text
	From, To           int
	ScoreFrom, ScoreTo float64
}

// Sensitivity compares lists under the newest weights and under a draft,
// without publishing anything. Progress, unless nil, counts needs; a cancelled
// ctx stops at the next need.
func (s *Service) Sensitivity(ctx context.Context, a domain.Actor, q Question, progress func(done, total int)) ([]Effect, error) {
	if err := may(a, domain.ActEdit, domain.ObjectWeights, "try out weights"); err != nil {
		return nil, err
	}
	if q.Top < 0 || q.Top > MostTop {
		return nil, domain.Errorf(domain.CodeInvalid, "top", "%d is outside 1 to %d", q.Top, MostTop)
	}
	if q.Top == 0 {
		q.Top = 10
	}
	draft, err := s.completed(ctx, q.Draft)
	if err != nil {
		return nil, err
	}
	r, err := s.request(ctx, 0)
	if err != nil {
		return nil, err
	}
	needs, err := s.askedNeeds(ctx, q.Needs)
	if err != nil {
		return nil, err
	}
	out := make([]Effect, 0, len(needs))
	for i, n := range needs {
		if progress != nil {
			progress(i, len(needs))
		}
		e, err := s.effect(ctx, r, encodeWeights(draft, "draft"), n, q.Top)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	if progress != nil {
		progress(len(needs), len(needs))
	}
	return out, s.nameAll(ctx, out, needs)
}

// askedNeeds loads the needs to compare, ids ascending. A need that does not
// exist or is not ranked is an error when it was named.
func (s *Service) askedNeeds(ctx context.Context, ids []domain.NeedID) ([]*domain.Need, error) {
	var out []*domain.Need
	for _, id := range ids {
		n, err := record[*domain.Need](ctx, s.Store, domain.KindNeed, string(id))
		if err != nil {
			return nil, err
		}
		if _, ranked := n.Kind.CandidateKind(); !ranked {
			return nil, domain.Errorf(domain.CodeInvalid, "needs", "%q is a partner need, which is not ranked; leave it out", id)
		}
		out = append(out, n)
	}
	if len(ids) == 0 {
		f := domain.All(
			domain.AnyOf(domain.AttrNeedKind, string(domain.NeedDirecting), string(domain.NeedInvestment)),
			domain.AnyOf(domain.AttrState, string(domain.NeedFiled), string(domain.NeedTriaged), string(domain.NeedMatched)),
		)
		err := s.Store.Each(ctx, domain.KindNeed, f, func(r domain.Record) error {
			if n, ok := r.(*domain.Need); ok {
				out = append(out, n)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out, nil
}

func (s *Service) effect(ctx context.Context, r request, draft matcher.Weights, n *domain.Need, top int) (Effect, error) {
	kind, _ := n.Kind.CandidateKind()
	e := Effect{Need: n.ID, Title: n.Title, For: kind}
	ref := domain.Ref{Kind: domain.KindCompany, ID: string(n.Company)}
	o := matcher.Options{Top: top}
	if _, known := r.corpus.versions[ref]; !known {
		c, err := record[*domain.Company](ctx, s.Store, domain.KindCompany, string(n.Company))
		if err != nil {
			return e, err
		}
		company := encodeCompany(c)
		o.Company = &company
	}
	before, err := matcher.Rank(ctx, r.corpus.snapshot, r.weights, asOfToday(n), day(r.day), o)
	if err != nil {
		return e, unusable(err)
	}
	after, err := matcher.Rank(ctx, r.corpus.snapshot, draft, asOfToday(n), day(r.day), o)
	if err != nil {
		return e, unusable(err)
	}
	e.Change, err = changeOf(before, after, r.weights, draft, nil)
	return e, err
}

// nameAll fills the names of companies and candidates in one go.
func (s *Service) nameAll(ctx context.Context, effects []Effect, needs []*domain.Need) error {
	var refs []domain.Ref
	for i, n := range needs {
		refs = append(refs, domain.Ref{Kind: domain.KindCompany, ID: string(n.Company)})
		for _, m := range effects[i].Change.Moves {
			refs = append(refs, domain.Ref{Kind: effects[i].For, ID: m.Candidate})
		}
	}
	found, err := s.Store.Records(ctx, unique(refs))
	if err != nil {
		return err
	}
	names := map[domain.Ref]domain.Text{}
	for _, r := range found {
		names[r.Ref()] = profile(r).Name
	}
	for i, n := range needs {
		e := &effects[i]
		e.Company = names[domain.Ref{Kind: domain.KindCompany, ID: string(n.Company)}]
		for k := range e.Change.Moves {
			m := &e.Change.Moves[k]
			m.Name = names[domain.Ref{Kind: e.For, ID: m.Candidate}]
		}
	}
	return nil
}
