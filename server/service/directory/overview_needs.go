package directory

import (
	"cmp"
	"slices"

	"jumpup/server/domain"
)

func (b *board) needFigures(f *Figures) {
	topics, kinds, states := map[string]int{}, map[string]int{}, map[string]int{}
	byHolder := map[domain.Role]*Ageing{}
	for _, role := range []domain.Role{domain.RoleCoordinator, domain.RoleCompany} {
		byHolder[role] = &Ageing{Holder: role, Days: []AgeBucket{{0, 2, 0}, {3, 6, 0}, {7, 13, 0}, {14, 29, 0}, {30, -1, 0}}}
	}
	f.Totals.Needs = len(b.needs)
	for _, n := range b.needs {
		states[string(n.State)]++
		if n.State == domain.NeedDraft {
			continue
		}
		kinds[string(n.Kind)]++
		for _, topic := range n.Topics {
			topics[topic]++
		}
		if !open(n) {
			continue
		}
		f.Totals.OpenNeeds++
		late := n.StateBy != "" && n.StateBy < b.today
		if late {
			f.Totals.Overdue++
		}
		if g := byHolder[n.Holder]; g != nil {
			g.add(b.days(n.Since), late)
		}
	}
	f.ByTopic, f.ByKind = mostFirst(topics, topicsShown), mostFirst(kinds, topicsShown)
	for _, s := range domain.NeedStates {
		f.ByState = append(f.ByState, domain.FacetCount{Value: string(s), Count: states[string(s)]})
	}
	f.Ageing = []Ageing{*byHolder[domain.RoleCoordinator], *byHolder[domain.RoleCompany]}
}

func (g *Ageing) add(days int, late bool) {
	g.Needs++
	g.Oldest = max(g.Oldest, days)
	if late {
		g.Overdue++
	}
	for i := range g.Days {
		if to := g.Days[i].To; days >= g.Days[i].From && (to < 0 || days <= to) {
			g.Days[i].Count++
		}
	}
}

func mostFirst(counts map[string]int, most int) []domain.FacetCount {
	out := make([]domain.FacetCount, 0, len(counts))
	for v, n := range counts {
		out = append(out, domain.FacetCount{Value: v, Count: n})
	}
	slices.SortFunc(out, func(a, b domain.FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return out[:min(len(out), most)]
}
