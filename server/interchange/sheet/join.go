package sheet

import (
	"slices"
	"strings"

	"jumpup/server/domain"
)

// owners finds the records that rows of lists belong to.
type owners struct {
	byID   map[domain.Ref]int
	byName map[domain.Ref][]int
}

// join gives the items of lists to their records, and checks ids.
func (r *reading) join() {
	o := r.index()
	type target struct {
		owner int
		table *table
	}
	var order []target
	groups := map[target][]itemRow{}
	for _, it := range r.items {
		owner := it.owner
		if owner < 0 {
			var ok bool
			if owner, ok = r.owner(o, it); !ok {
				continue
			}
		}
		k := target{owner, it.table}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], it)
	}
	for _, k := range order {
		loc := &r.result.Records[k.owner]
		var items []any
		cleared := false
		for _, it := range groups[k] {
			if it.clear {
				cleared = true
				continue
			}
			items = append(items, it.item)
		}
		if cleared && len(items) > 0 {
			r.result.Problems.Add(groups[k][0].at.At(k.table.list), "one row empties the list and others fill it; keep one or the other")
			continue
		}
		k.table.put(loc.Record, items)
		loc.Fields = slices.DeleteFunc(loc.Fields, func(f string) bool { return strings.HasPrefix(f, k.table.list+".") })
		if !slices.Contains(loc.Fields, k.table.list) {
			loc.Fields = append(loc.Fields, k.table.list)
		}
		slices.Sort(loc.Fields)
	}
}

// index lists the records read by id and by name, and reports ids used twice.
func (r *reading) index() owners {
	o := owners{map[domain.Ref]int{}, map[domain.Ref][]int{}}
	for i, loc := range r.result.Records {
		ref := loc.Record.Ref()
		if id := ref.ID; id != "" && id != domain.PreferenceID("", "") {
			if first, twice := o.byID[ref]; twice {
				r.result.Problems.Add(loc.At("id"), "%q is the id of %s already; give every record its own id or keep one row",
					strings.ReplaceAll(id, "\x1f", " to "), r.result.Records[first].Place())
			} else {
				o.byID[ref] = i
			}
		}
		for _, n := range loc.Keys.Names {
			k := domain.Ref{Kind: ref.Kind, ID: n}
			o.byName[k] = append(o.byName[k], i)
		}
	}
	return o
}

// owner finds the record of an item among those read, or makes one that states
// nothing but the list, for the import to find in the store.
func (r *reading) owner(o owners, it itemRow) (int, bool) {
	kind := it.table.kind
	if it.id != "" {
		if i, ok := o.byID[domain.Ref{Kind: kind, ID: it.id}]; ok {
			return i, true
		}
	}
	for _, name := range []string{it.name, it.id} { // an id column may hold names
		k := domain.Ref{Kind: kind, ID: FoldName(name)}
		if k.ID == "" || name == it.name && it.id != "" {
			continue
		}
		switch found := o.byName[k]; {
		case len(found) == 1:
			return found[0], true
		case len(found) > 1:
			r.result.Problems.Add(it.at.At(string(kind)), "%q is the name of %d records of this import; write the id instead", name, len(found))
			return 0, false
		}
	}
	loc := it.at
	loc.Record, loc.Fields, loc.Existing = domain.New(kind), []string{}, true
	setOwner(loc.Record, it.id, it.name)
	loc.Keys = KeysOf(loc.Record)
	r.result.Records = append(r.result.Records, loc)
	i := len(r.result.Records) - 1
	if it.id != "" {
		o.byID[domain.Ref{Kind: kind, ID: it.id}] = i
	} else {
		for _, n := range loc.Keys.Names {
			k := domain.Ref{Kind: kind, ID: n}
			o.byName[k] = append(o.byName[k], i)
		}
	}
	return i, true
}

// setOwner writes the id, else the name, into a record that stands for a stored
// one.
func setOwner(r domain.Record, id, name string) {
	text := domain.Text{}
	if id == "" {
		text.Plain = name
	}
	switch x := r.(type) {
	case *domain.Cohort:
		x.ID, x.Name = domain.CohortID(id), text
	case *domain.Company:
		x.ID, x.Name = domain.CompanyID(id), text
	case *domain.Expert:
		x.ID, x.Name = domain.ExpertID(id), text
	case *domain.Investor:
		x.ID, x.Name = domain.InvestorID(id), text
	}
}
