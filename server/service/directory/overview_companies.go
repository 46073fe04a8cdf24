package directory

import (
	"cmp"
	"maps"
	"slices"
)

func (b *board) coverage(f *Figures) {
	regions, fields, newcomers := map[string]*Coverage{}, map[string]*Coverage{}, map[string]*Coverage{}
	for _, t := range b.companies {
		if t.covered() {
			f.Totals.Covered++
		}
		field := ""
		if len(t.company.Industries) > 0 {
			field = t.company.Industries[0]
			field = field[:min(len(field), 3)]
		}
		newcomer := "returning"
		if t.company.Cohort == b.newest {
			newcomer = "newcomer"
		}
		cover(regions, t.company.Region, t)
		cover(fields, field, t)
		cover(newcomers, newcomer, t)
	}
	f.ByRegion, f.ByField, f.ByNewcomer = covered(regions), covered(fields), covered(newcomers)
}

func cover(groups map[string]*Coverage, value string, t *tally) {
	g := groups[value]
	if g == nil {
		g = &Coverage{Value: value}
		groups[value] = g
	}
	g.Companies++
	if t.covered() {
		g.Covered++
	}
	if t.matched > 0 {
		g.Matched++
	}
}

func covered(groups map[string]*Coverage) []Coverage {
	out := make([]Coverage, 0, len(groups))
	for g := range maps.Values(groups) {
		out = append(out, *g)
	}
	slices.SortFunc(out, func(a, b Coverage) int {
		return cmp.Or(cmp.Compare(b.Companies, a.Companies), cmp.Compare(a.Value, b.Value))
	})
	return out[:min(len(out), groupsShown)]
}

func (b *board) worstOff() []WorstOff {
	var out []WorstOff
	for _, t := range b.companies {
		if t.open > 0 {
			out = append(out, WorstOff{
				Company: t.company.ID, Name: t.company.Name, OpenNeeds: t.open, Wanted: len(t.wanted), Matched: t.matched,
				Waiting: t.waiting, Oldest: t.oldest.ID,
			})
		}
	}
	slices.SortFunc(out, func(a, b WorstOff) int {
		return cmp.Or(cmp.Compare(a.Wanted+a.Matched, b.Wanted+b.Matched), cmp.Compare(b.Waiting, a.Waiting), cmp.Compare(a.Company, b.Company))
	})
	return out[:min(len(out), worstOffShown)]
}
