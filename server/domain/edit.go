package domain

import (
	"reflect"
	"slices"
	"strings"
)

// editable lists, per role and kind, the fields (by their interchange names)
// that the role may set on records which [Can] lets it change. Programme staff
// may set every field. A field that is not listed is locked: a new field stays
// with the staff until it is added here.
var editable = map[Role]map[Kind][]string{
	RoleCompany: {
		KindCompany: {
			"name", "founded", "country", "region", "city", "industries", "industry_revision", "tags", "size_class",
			"employees", "stage", "revenue", "certificates", "summary", "website", "hidden_from",
		},
		KindNeed: {
			"kind", "title", "detail", "topics", "fields", "industries", "industry_revision", "tags", "markets",
			"languages", "stage", "amount", "instrument", "use_of_funds", "opened", "due", "priority", "confidential",
		},
		KindPerson: personFields,
	},
	RoleExpert: {
		KindExpert: {
			"name", "headline", "summary", "fields", "topics", "industries", "industry_revision", "tags", "markets",
			"languages", "works", "capacity", "unavailable", "country", "region", "timezone",
		},
	},
	RoleInvestor: {
		KindInvestor: {
			"name", "kind", "thesis", "stages", "ticket", "instruments", "industries", "industry_revision", "tags",
			"markets", "languages", "portfolio", "capacity", "country", "region", "city", "timezone",
		},
		KindPerson: personFields,
	},
	RoleManager: {
		KindInstitution: {"name", "kind", "country", "region", "fields", "capacity"},
		KindExpert:      {"capacity", "load", "unavailable"},
		KindPerson:      personFields,
	},
}

var personFields = []string{"email", "phone", "name", "title", "role", "languages", "timezone"}

// creatable lists the fields that may be set on a new record beside the
// editable ones: what is fixed once the record exists.
var creatable = map[Role]map[Kind][]string{
	RoleCompany: {KindNeed: {"company"}},
	RoleManager: {KindExpert: {
		"name", "headline", "summary", "institution", "roles", "fields", "topics", "industries", "industry_revision",
		"tags", "markets", "languages", "works", "country", "region", "timezone",
	}},
}

// handled are the fields of a need that only its steps move.
var handled = []string{"state", "holder", "since", "state_by", "remark"}

// Locked lists the interchange names of the fields of a stored record that the
// actor may not set, in the order of the format; nil when there are none.
// Whether the actor may change the record at all is [Can]'s business.
func Locked(a Actor, current Record) []string {
	var out []string
	for _, f := range fieldsOf(current) {
		if f.name != "id" && !slices.Contains(handled, f.name) && !maySet(a, current, f.name, false) {
			out = append(out, f.name)
		}
	}
	return out
}

// Edit gives the record to store when the actor replaces current by proposed.
// What the actor may not set is kept from current, also when proposed leaves it
// out; a value of such a field that differs from what the actor can see of it
// fails with forbidden and names the field. The handling of a need (its state
// and holder) is always kept: see [Need.Take].
func Edit(a Actor, current, proposed Record) (Record, error) {
	return merge(a, current, proposed, false)
}

// Draft gives the record to store when the actor creates proposed: a field that
// the actor may not set must be empty, else forbidden names it. A company's
// need and a manager's expert get their owner by themselves.
func Draft(a Actor, proposed Record) (Record, error) {
	next, err := merge(a, New(proposed.Ref().Kind), proposed, true)
	if err != nil {
		return nil, err
	}
	switch x := next.(type) {
	case *Need:
		if a.Role == RoleCompany && x.Company == "" {
			x.Company = CompanyID(a.Subject.ID)
		}
	case *Expert:
		if a.Role == RoleManager && x.Institution == "" {
			x.Institution = InstitutionID(a.Subject.ID)
		}
	}
	return next, nil
}

func merge(a Actor, current, proposed Record, fresh bool) (Record, error) {
	if current.Ref().Kind != proposed.Ref().Kind {
		return nil, Errorf(CodeInvalid, "kind", "a %s cannot become a %s", current.Ref().Kind, proposed.Ref().Kind)
	}
	next := clone(proposed)
	to, was := reflect.ValueOf(next).Elem(), reflect.ValueOf(current).Elem()
	seen := reflect.ValueOf(View(a, current)).Elem()
	var refused []string
	for _, f := range fieldsOf(current) {
		field := to.Field(f.index)
		switch {
		case f.name == "id":
			if !fresh {
				field.Set(was.Field(f.index))
			}
		case slices.Contains(handled, f.name):
			field.Set(was.Field(f.index))
		case maySet(a, current, f.name, fresh):
		case blank(field) || same(field, seen.Field(f.index)):
			field.Set(was.Field(f.index))
		default:
			refused = append(refused, f.name)
		}
	}
	if len(refused) > 0 {
		return nil, Errorf(CodeForbidden, refused[0], "%s: set by the programme, not by you; leave it out or as it was", strings.Join(refused, ", "))
	}
	next.SetRev(current.Rev())
	return next, nil
}

func maySet(a Actor, current Record, name string, fresh bool) bool {
	if a.Staff() {
		return true
	}
	k := current.Ref().Kind
	if fresh && slices.Contains(creatable[a.Role][k], name) {
		return true
	}
	if n, ok := current.(*Need); ok && name == "kind" && !fresh && n.State != NeedDraft && n.State != NeedReturned {
		return false
	}
	return slices.Contains(editable[a.Role][k], name)
}

// recordField is an exported field of an entity and its interchange name.
type recordField struct {
	index int
	name  string
}

func fieldsOf(r Record) []recordField {
	t := reflect.TypeOf(r).Elem()
	out := make([]recordField, 0, t.NumField())
	for i := range t.NumField() {
		if f := t.Field(i); !f.Anonymous {
			out = append(out, recordField{i, snake(f.Name)})
		}
	}
	return out
}

// snake writes a Go field name as the interchange format does: HiddenFrom is
// hidden_from, ID is id.
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if r >= 'A' && r <= 'Z' {
			if i > 0 && name[i-1] >= 'a' {
				b.WriteByte('_')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

func clone(r Record) Record {
	c := reflect.New(reflect.TypeOf(r).Elem())
	c.Elem().Set(reflect.ValueOf(r).Elem())
	return c.Interface().(Record)
}

// blank tells an empty field; a list without entries is empty too.
func blank(v reflect.Value) bool {
	return v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0
}

func same(v, w reflect.Value) bool {
	return blank(v) && blank(w) || reflect.DeepEqual(v.Interface(), w.Interface())
}

// StepsFor lists the steps that the need's state allows and the actor may
// take; owner is the need's company where known.
func StepsFor(a Actor, n *Need, owner *Company) []NeedStep {
	var out []NeedStep
	for _, s := range n.Steps() {
		o := ObjectOf(n, owner)
		o.Step = s
		if Can(a, ActStep, o) {
			out = append(out, s)
		}
	}
	return out
}

// Changed lists the interchange names of the fields in which two records of
// one kind differ, in the order of the format.
func Changed(before, after Record) []string {
	v, w := reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem()
	var out []string
	for _, f := range fieldsOf(before) {
		if !same(v.Field(f.index), w.Field(f.index)) {
			out = append(out, f.name)
		}
	}
	return out
}
