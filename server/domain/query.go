package domain

// Filter is a tree over the attributes of a record (see [Attributes]). Exactly
// one of the fields is set; the zero Filter matches everything. It drives SQL,
// search and, through [Filter.Match], the access policy's tests: no engine
// takes raw strings.
type Filter struct {
	And []Filter
	Or  []Filter
	Not *Filter
	In  *In
	Rng *Between
}

// In matches records of which the attribute has one of the values. An empty
// list of values matches nothing.
type In struct {
	Attr   Attr
	Values []string
}

// Between matches numbers from Min to Max, both included; nil is open.
type Between struct {
	Attr     Attr
	Min, Max *float64
}

// AnyOf is the common leaf.
func AnyOf(a Attr, values ...string) Filter { return Filter{In: &In{a, values}} }

// All joins filters; the zero filters among them fall away.
func All(fs ...Filter) Filter {
	var keep []Filter
	for _, f := range fs {
		if !f.IsZero() {
			keep = append(keep, f)
		}
	}
	switch len(keep) {
	case 0:
		return Filter{}
	case 1:
		return keep[0]
	}
	return Filter{And: keep}
}

// Either matches when one of the filters does.
func Either(fs ...Filter) Filter { return Filter{Or: fs} }

// NotThat turns a filter round.
func NotThat(f Filter) Filter { return Filter{Not: &f} }

// Nothing matches no record.
func Nothing() Filter { return Filter{In: &In{Attr: AttrID}} }

// IsZero says whether the filter matches everything.
func (f Filter) IsZero() bool {
	return f.And == nil && f.Or == nil && f.Not == nil && f.In == nil && f.Rng == nil
}

// Match evaluates the filter on a record's attributes.
func (f Filter) Match(has map[Attr][]string) bool {
	switch {
	case f.In != nil:
		for _, v := range has[f.In.Attr] {
			for _, w := range f.In.Values {
				if v == w {
					return true
				}
			}
		}
		return false
	case f.Rng != nil:
		for _, v := range has[f.Rng.Attr] {
			if f.Rng.holds(v) {
				return true
			}
		}
		return false
	case f.Not != nil:
		return !f.Not.Match(has)
	case f.Or != nil:
		for _, g := range f.Or {
			if g.Match(has) {
				return true
			}
		}
		return false
	}
	for _, g := range f.And {
		if !g.Match(has) {
			return false
		}
	}
	return true
}

// Query asks for a page of one kind, in a stable order. Text is a plain
// substring of the name, for short lists; real search is [SearchQuery].
type Query struct {
	Kind   Kind
	Filter Filter
	Text   string
	Sort   Sort
	Cursor string // opaque, from the page before
	Limit  int    // 1..500; 0 means 50
	Count  bool   // fill Page.Total
}

// Sort orders a list; ties are broken by id.
type Sort string

// The orders.
const (
	ByID      Sort = "id"
	ByName    Sort = "name"
	ByChanged Sort = "changed" // newest first
	ByDue     Sort = "due"     // needs: the holder's term, soonest first
)

// FacetCount is how many matching records have a value of an attribute.
type FacetCount struct {
	Value string
	Count int
}
