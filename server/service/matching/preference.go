package matching

import (
	"context"
	"sort"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// wishes are preferences by both ends.
type wishes map[[2]string]*domain.Preference

// said loads what the ids said of others and what others said of them.
func (s *Service) said(ctx context.Context, ids ...string) (wishes, error) {
	out := wishes{}
	f := domain.Either(domain.AnyOf(domain.AttrFrom, ids...), domain.AnyOf(domain.AttrTo, ids...))
	err := s.Store.Each(ctx, domain.KindPreference, f, func(r domain.Record) error {
		if p, ok := r.(*domain.Preference); ok {
			out[[2]string{p.From, p.To}] = p
		}
		return nil
	})
	return out, err
}

// of is what the first of from that spoke said of one of to, still in force on
// a day; nil when nobody did. What was said for one need goes before what was
// said in general.
func (w wishes) of(from, to []string, on domain.Date) *domain.Preference {
	for _, f := range from {
		for _, t := range to {
			if p := w[[2]string{f, t}]; p != nil && (p.Expires == "" || p.Expires >= on) {
				return p
			}
		}
	}
	return nil
}

func (w wishes) encoded() []matcher.Preference {
	out := make([]matcher.Preference, 0, len(w))
	for _, p := range w {
		out = append(out, encodePreference(p))
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].From != out[j].From {
			return out[i].From < out[j].From
		}
		return out[i].To < out[j].To
	})
	return out
}

// shown is a preference as the actor may see it: a private note stays with the
// organisation that wrote it.
func (s *Service) shown(a domain.Actor, p *domain.Preference) *domain.Preference {
	if p == nil || !p.Private || !a.Staff() {
		return p
	}
	c := *p
	c.Note = ""
	return &c
}

// Prefer states or changes a preference for the side the actor speaks for. Its
// ends are a company or one of its needs on one side, an expert or an investor
// on the other; the other end must be one the actor may see.
func (s *Service) Prefer(ctx context.Context, a domain.Actor, p domain.Preference) (domain.Preference, error) {
	if err := s.checkEnds(ctx, a, p.From, p.To); err != nil {
		return domain.Preference{}, err
	}
	p.Version = 0
	if err := p.Validate().Err(); err != nil {
		return domain.Preference{}, err
	}
	if p.Expires != "" && p.Expires < s.today() {
		return domain.Preference{}, domain.Errorf(domain.CodeInvalid, "expires", "%s is past; name a day from today on", p.Expires)
	}
	stored, err := s.Store.Save(ctx, p.Ref(), 0, func(domain.Record) (domain.Record, []domain.Event, error) {
		next := p
		return &next, []domain.Event{domain.Happened(domain.PreferenceStated, a, p.Ref(), s.Now(), map[string]string{"private": yesNo(p.Private)})}, nil
	})
	if err != nil {
		return domain.Preference{}, err
	}
	return *stored.(*domain.Preference), nil
}

// Withdraw takes a preference back; not_found when there is none.
func (s *Service) Withdraw(ctx context.Context, a domain.Actor, from, to string) error {
	if err := s.speaksFor(ctx, a, domain.ActDelete, from, to); err != nil {
		return err
	}
	ref := domain.Ref{Kind: domain.KindPreference, ID: domain.PreferenceID(from, to)}
	_, err := s.Store.Save(ctx, ref, 0, func(current domain.Record) (domain.Record, []domain.Event, error) {
		if current == nil {
			return nil, nil, domain.Errorf(domain.CodeNotFound, "", "there is no such preference")
		}
		return nil, []domain.Event{domain.Happened(domain.RecordDeleted, a, ref, s.Now(), nil)}, nil
	})
	return err
}

// Preferences lists what a company, need, expert or investor said, by the other
// end. Staff sees all but private notes.
func (s *Service) Preferences(ctx context.Context, a domain.Actor, from string) ([]domain.Preference, error) {
	if err := s.speaksFor(ctx, a, domain.ActRead, from, ""); err != nil {
		return nil, err
	}
	var out []domain.Preference
	err := s.Store.Each(ctx, domain.KindPreference, domain.AnyOf(domain.AttrFrom, from), func(r domain.Record) error {
		if p, ok := r.(*domain.Preference); ok {
			out = append(out, *s.shown(a, p))
		}
		return nil
	})
	sort.Slice(out, func(i, j int) bool { return out[i].To < out[j].To })
	return out, err
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
