package matching

import (
	"context"
	"strings"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// MatchesFor ranks needs for an expert or an investor, the actor being the
// candidate or programme staff: needs that wait for candidates and that the
// actor may see. Candidates that have as many companies as they take still see
// what would fit, each match marked full.
func (s *Service) MatchesFor(ctx context.Context, a domain.Actor, ref domain.Ref, o Options) (Ranking, error) {
	if a.Role == "" {
		return Ranking{}, signIn()
	}
	candidate, err := s.Store.Record(ctx, ref)
	if err != nil {
		return Ranking{}, err
	}
	if err := allowed(a, domain.ActRank, candidate, nil); err != nil {
		return Ranking{}, err
	}
	top, err := o.top()
	if err != nil {
		return Ranking{}, err
	}
	r, err := s.request(ctx, o.Weights)
	if err != nil {
		return Ranking{}, err
	}
	needs, companies, err := s.openNeeds(ctx, a, ref)
	if err != nil {
		return Ranking{}, err
	}
	said, err := s.said(ctx, ref.ID)
	if err != nil {
		return Ranking{}, err
	}
	pairs, err := rankNeeds(ctx, r, candidate, needs, said)
	if err != nil {
		return Ranking{}, err
	}
	out := Ranking{For: domain.KindCompany, Key: r.key(0)}
	open, gated := 0, 0
	for _, p := range pairs {
		n := needs[p.Need]
		c := companies[n.Company]
		v := newViewer(a, n, c, candidate, s.shown(a, said.of([]string{ref.ID}, []string{p.Need, string(n.Company)}, r.day)))
		switch {
		case p.Blocked == "" && open < top:
			open++
		case p.Blocked != "" && gated < top && v.gate(p.Blocked) && (o.Blocked || p.Blocked == matcher.GateFull):
			gated++
		default:
			continue
		}
		m := v.matchOf(p, r.weights)
		m.Candidate, m.Preference = profile(domain.View(a, c)), v.own
		m.Need = domain.View(a, n).(*domain.Need)
		out.Items = append(out.Items, m)
	}
	return out, nil
}

func rankNeeds(ctx context.Context, r request, candidate domain.Record, needs map[string]*domain.Need, said wishes) ([]matcher.Pair, error) {
	o := matcher.Options{Blocked: true}
	if r.stale {
		o.Preferences = said.encoded()
		switch x := candidate.(type) {
		case *domain.Expert:
			o.Experts = []matcher.Expert{encodeExpert(x)}
		case *domain.Investor:
			o.Investors = []matcher.Investor{encodeInvestor(x)}
		}
	}
	list := make([]matcher.Need, 0, len(needs))
	for _, n := range needs {
		// A company that the corpus does not know yet is in the next one.
		if _, known := r.corpus.versions[domain.Ref{Kind: domain.KindCompany, ID: string(n.Company)}]; known {
			list = append(list, asOfToday(n))
		}
	}
	pairs, err := matcher.RankNeeds(ctx, r.corpus.snapshot, r.weights, candidate.Ref().ID, list, day(r.day), o)
	return pairs, unusable(err)
}

// openNeeds gives the needs that wait for candidates of ref's kind and that
// both the actor and the candidate's side may see, with their companies.
func (s *Service) openNeeds(ctx context.Context, a domain.Actor, ref domain.Ref) (map[string]*domain.Need, map[domain.CompanyID]*domain.Company, error) {
	kind := domain.NeedDirecting
	if ref.Kind == domain.KindInvestor {
		kind = domain.NeedInvestment
	}
	needs := map[string]*domain.Need{}
	var refs []domain.Ref
	f := domain.All(
		domain.AnyOf(domain.AttrNeedKind, string(kind)),
		domain.AnyOf(domain.AttrState, string(domain.NeedTriaged), string(domain.NeedMatched)),
		domain.Scope(a, domain.KindNeed, nil),
	)
	err := s.Store.Each(ctx, domain.KindNeed, f, func(r domain.Record) error {
		n, ok := r.(*domain.Need)
		if ok {
			needs[string(n.ID)] = n
			refs = append(refs, domain.Ref{Kind: domain.KindCompany, ID: string(n.Company)})
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	found, err := s.Store.Records(ctx, unique(refs))
	if err != nil {
		return nil, nil, err
	}
	companies := map[domain.CompanyID]*domain.Company{}
	for _, r := range found {
		if c, ok := r.(*domain.Company); ok {
			companies[c.ID] = c
		}
	}
	for id, n := range needs {
		c := companies[n.Company]
		if c == nil || !domain.Can(a, domain.ActRead, domain.ObjectOf(n, c)) || !domain.Can(a, domain.ActRead, domain.ObjectOf(c, nil)) {
			delete(needs, id)
		}
	}
	return needs, companies, nil
}

func unique(refs []domain.Ref) []domain.Ref {
	seen := map[domain.Ref]bool{}
	var out []domain.Ref
	for _, r := range refs {
		if !seen[r] {
			seen[r] = true
			out = append(out, r)
		}
	}
	return out
}

// firstSentence shortens a text to its first sentence in each language, at most
// 200 characters.
func firstSentence(t domain.Text) domain.Text {
	return domain.Text{Plain: first(t.Plain), Ko: first(t.Ko), En: first(t.En)}
}

func first(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, "\n"); i >= 0 {
		s = s[:i]
	}
	if i := strings.Index(s, ". "); i >= 0 {
		s = s[:i+1]
	}
	if r := []rune(s); len(r) > 200 {
		return string(r[:199]) + "…"
	}
	return s
}
