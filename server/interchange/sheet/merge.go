package sheet

import (
	"slices"
	"strings"

	"jumpup/server/domain"
)

// Merge lays the stated fields of a row over a stored record of the same kind
// and returns a new record; both are left as they are. fields is
// [domain.Located]'s: nil takes the row as a whole. Id, version and how a need is
// handled stay those of stored. A wording in a named language settles in which
// language a stored text without one was.
func Merge(stored, row domain.Record, fields []string) domain.Record {
	out := copyOf(stored)
	t := tableOf(string(stored.Ref().Kind))
	if t == nil || row.Ref().Kind != stored.Ref().Kind {
		return out
	}
	if fields == nil {
		for _, c := range t.columns {
			fields = append(fields, c.path)
		}
		for _, sub := range tablesOf(t.kind) {
			fields = append(fields, sub.list)
		}
		// texts as a whole: their plain column copies all wordings
		slices.SortStableFunc(fields, func(a, b string) int { return strings.Count(b, ".") - strings.Count(a, ".") })
	}
	for _, f := range fields {
		if f == "" || f == "id" {
			continue
		}
		if sub := listOfPath(t.kind, f); sub != nil {
			sub.keep(out, row)
		} else if c, ok := t.column(f); ok {
			c.copy(out, row)
		}
	}
	return out
}

func listOfPath(k domain.Kind, path string) *table {
	for _, t := range tablesOf(k) {
		if t.list != "" && t.list == path {
			return t
		}
	}
	return nil
}

func copyOf(r domain.Record) domain.Record {
	switch x := r.(type) {
	case *domain.Institution:
		c := *x
		return &c
	case *domain.Cohort:
		c := *x
		return &c
	case *domain.Person:
		c := *x
		return &c
	case *domain.Company:
		c := *x
		return &c
	case *domain.Need:
		c := *x
		return &c
	case *domain.Expert:
		c := *x
		return &c
	case *domain.Investor:
		c := *x
		return &c
	case *domain.Preference:
		c := *x
		return &c
	}
	return r
}
