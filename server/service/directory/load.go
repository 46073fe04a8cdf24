package directory

import (
	"cmp"
	"context"
	"slices"

	"jumpup/server/domain"
)

// spreads are the groups of experts by how full they are, in order.
var spreads = []string{"idle", "free", "nearly_full", "full", "over", "unknown"}

// spread tells how full an expert is: nearly_full has one place left of
// several.
func (l ExpertLoad) spread() string {
	switch {
	case l.Capacity == nil:
		return "unknown"
	case l.Load > *l.Capacity:
		return "over"
	case l.Load == *l.Capacity:
		return "full"
	case l.Load == 0:
		return "idle"
	case l.Load == *l.Capacity-1:
		return "nearly_full"
	}
	return "free"
}

// fullness orders experts: load by capacity, those without a capacity after
// those with one.
func (l ExpertLoad) fullness() float64 {
	switch {
	case l.Capacity == nil:
		return -1
	case *l.Capacity == 0:
		return float64(1 + l.Load)
	}
	return float64(l.Load) / float64(*l.Capacity)
}

func (b *board) loads(f *Figures) {
	groups := map[string]int{}
	for _, l := range b.experts {
		groups[l.spread()]++
		if l.Capacity == nil {
			f.Totals.ExpertsWithoutCapacity++
			continue
		}
		f.Totals.ExpertCapacity += *l.Capacity
		f.Totals.ExpertLoad += l.Load
	}
	for _, g := range spreads {
		f.Spread = append(f.Spread, domain.FacetCount{Value: g, Count: groups[g]})
	}
	slices.SortFunc(b.experts, func(a, b ExpertLoad) int {
		return cmp.Or(cmp.Compare(b.fullness(), a.fullness()), cmp.Compare(b.Load, a.Load), cmp.Compare(a.ID, b.ID))
	})
	f.Experts = b.experts[:min(len(b.experts), expertsShown)]
	for _, h := range b.houses {
		f.Institutions = append(f.Institutions, *h)
	}
	slices.SortFunc(f.Institutions, func(a, b InstitutionLoad) int {
		return cmp.Or(cmp.Compare(b.Experts, a.Experts), cmp.Compare(a.ID, b.ID))
	})
}

// Roster gives the experts of an institution with their capacity and load: for
// its own manager and for programme staff.
func (s *Service) Roster(ctx context.Context, a domain.Actor, id domain.InstitutionID) (Roster, error) {
	ref := domain.Ref{Kind: domain.KindInstitution, ID: string(id)}
	if err := signedIn(a); err != nil {
		return Roster{}, err
	}
	if !domain.Can(a, domain.ActRead, domain.Object{Kind: domain.KindInstitution, ID: string(id)}) {
		return Roster{}, missing(ref)
	}
	if !a.Staff() && a.Subject != ref {
		return Roster{}, forbidden("only the institution's own manager sees its roster")
	}
	r, err := s.store.Record(ctx, ref)
	if err != nil {
		return Roster{}, err
	}
	out := Roster{Institution: id, Agreed: r.(*domain.Institution).Capacity}
	today := domain.DateOf(s.now())
	var seen []domain.Record
	err = s.store.Each(ctx, domain.KindExpert, domain.AnyOf(domain.AttrInstitution, string(id)), func(r domain.Record) error {
		seen = append(seen, r)
		out.add(a, r.(*domain.Expert), today)
		return nil
	})
	if err != nil {
		return Roster{}, err
	}
	slices.SortFunc(out.Experts, func(x, y RosterLine) int {
		return cmp.Or(cmp.Compare(Title(x.Item.Record).All(), Title(y.Item.Record).All()), cmp.Compare(x.Item.Record.Ref().ID, y.Item.Record.Ref().ID))
	})
	s.sawMany(a, seen)
	return out, nil
}

func (o *Roster) add(a domain.Actor, e *domain.Expert, today domain.Date) {
	line := RosterLine{Item: item(a, e, nil)}
	load := 0
	if e.Load != nil {
		load = *e.Load
	}
	o.Load += load
	if e.Capacity == nil {
		o.Unstated++
	} else {
		o.Capacity += *e.Capacity
		line.Free = max(0, *e.Capacity-load)
	}
	for _, p := range e.Unavailable {
		if (p.From == "" || p.From <= today) && (p.To == "" || today <= p.To) {
			line.Away = true
		}
	}
	o.Experts = append(o.Experts, line)
}
