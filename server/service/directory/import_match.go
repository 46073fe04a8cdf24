package directory

import (
	"context"
	"slices"
	"strconv"

	"jumpup/server/domain"
	"jumpup/server/interchange/sheet"
)

// index finds the stored records of a kind, and the rows that became new ones,
// by what people know of them.
type index struct {
	byRegistration, byEmail, byName map[string][]domain.Record
}

// index reads a kind once.
func (c *checking) index(ctx context.Context, k domain.Kind) (*index, error) {
	if x := c.stored[k]; x != nil {
		return x, nil
	}
	x := &index{map[string][]domain.Record{}, map[string][]domain.Record{}, map[string][]domain.Record{}}
	err := c.store.Each(ctx, k, domain.Filter{}, func(r domain.Record) error {
		x.add(r)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, l := range c.bundle.lines.Records {
		if l.Record.Ref().Kind == k {
			x.replace(l.Record)
		}
	}
	c.stored[k] = x
	return x, nil
}

func (x *index) add(r domain.Record) {
	keys := sheet.KeysOf(r)
	if keys.RegistrationNo != "" {
		x.byRegistration[keys.RegistrationNo] = append(x.byRegistration[keys.RegistrationNo], r)
	}
	if keys.Email != "" {
		x.byEmail[keys.Email] = append(x.byEmail[keys.Email], r)
	}
	for _, n := range keys.Names {
		x.byName[n] = append(x.byName[n], r)
	}
}

// replace puts what a file of the bundle says in place of what is stored.
func (x *index) replace(r domain.Record) {
	for _, m := range []map[string][]domain.Record{x.byRegistration, x.byEmail, x.byName} {
		for key, list := range m {
			if i := slices.IndexFunc(list, func(o domain.Record) bool { return o.Ref() == r.Ref() }); i >= 0 {
				m[key] = slices.Delete(slices.Clone(list), i, i+1)
			}
		}
	}
	x.add(r)
}

// match finds the stored record that a row without an id is about: by
// registration number, then e-mail, then name and a second fact (the founding
// year of a company, the owner of others). A match that only the name speaks for
// is doubtful: the row becomes a new record, and the pairs are noted. It gives
// nil for a new record, whose id it has set.
func (c *checking) match(ctx context.Context, k domain.Kind, l *domain.Located) (domain.Record, error) {
	x, err := c.index(ctx, k)
	if err != nil {
		return nil, err
	}
	if l.Existing {
		return c.owner(x, k, l), nil
	}
	if err := c.throughContact(ctx, x, k, l); err != nil {
		return nil, err
	}
	if sure := x.sure(l); sure != nil {
		setID(l.Record, sure.Ref().ID)
		return sure, nil
	}
	setID(l.Record, c.newID())
	for _, d := range x.doubtful(l) {
		c.doubts = append(c.doubts, Doubt{
			ID: c.newID(), Kind: k, Old: d.record.Ref().ID, New: l.Record.Ref().ID, Why: d.why, Place: l.Place(), At: c.now(),
		})
	}
	return nil, nil
}

// owner finds the record that a row of a list (works, deals) adds to; it must
// exist and its name must say which it is.
func (c *checking) owner(x *index, k domain.Kind, l *domain.Located) domain.Record {
	found := x.named(l)
	switch len(found) {
	case 0:
		c.problems.Add(l.At("name"), "no %s of this name exists; write the id, or import the %s first", k, k)
	case 1:
		setID(l.Record, found[0].Ref().ID)
		return found[0]
	default:
		c.problems.Add(l.At("name"), "is the name of %d records; write the id, such as %q", len(found), found[0].Ref().ID)
	}
	return nil
}

// throughContact lets an organisation be found by the e-mail address of one of
// its people.
func (c *checking) throughContact(ctx context.Context, x *index, k domain.Kind, l *domain.Located) error {
	email := l.Keys.Email
	if email == "" || k == domain.KindPerson || len(x.byEmail[email]) > 0 {
		return nil
	}
	people, err := c.index(ctx, domain.KindPerson)
	if err != nil {
		return err
	}
	var refs []domain.Ref
	for _, p := range people.byEmail[email] {
		refs = append(refs, domain.Ref{Kind: k, ID: p.(*domain.Person).Organisation})
	}
	found, err := c.load(ctx, refs)
	for _, r := range found {
		x.byEmail[email] = append(x.byEmail[email], r)
	}
	return err
}

func (x *index) sure(l *domain.Located) domain.Record {
	if key := l.Keys.RegistrationNo; key != "" && len(x.byRegistration[key]) == 1 {
		return x.byRegistration[key][0]
	}
	if key := l.Keys.Email; key != "" && len(x.byEmail[key]) == 1 {
		return x.byEmail[key][0]
	}
	var agree, equal []domain.Record
	for _, r := range x.named(l) {
		if a := second(l.Record); a != "" && a == second(r) {
			agree = append(agree, r)
		}
		if len(domain.Changed(r, sheet.Merge(r, l.Record, l.Fields))) == 0 {
			equal = append(equal, r)
		}
	}
	switch {
	case len(agree) == 1:
		return agree[0]
	case len(equal) == 1:
		return equal[0]
	}
	return nil
}

// candidate is a record that a row may be about.
type candidate struct {
	record domain.Record
	why    string // "registration_no", "email" or "name"
}

func (x *index) doubtful(l *domain.Located) (out []candidate) {
	add := func(why string, list []domain.Record) {
		for _, r := range list {
			if !slices.ContainsFunc(out, func(c candidate) bool { return c.record.Ref() == r.Ref() }) {
				out = append(out, candidate{r, why})
			}
		}
	}
	add("registration_no", x.byRegistration[l.Keys.RegistrationNo])
	add("email", x.byEmail[l.Keys.Email])
	add("name", x.named(l))
	return out
}

// named gives the records of one of the row's names, without those that are
// certainly others: of another registration number, company, or year of intake.
func (x *index) named(l *domain.Located) (out []domain.Record) {
	for _, n := range l.Keys.Names {
		for _, r := range x.byName[n] {
			if !slices.Contains(out, r) && !certainlyOther(l, r) {
				out = append(out, r)
			}
		}
	}
	return out
}

func certainlyOther(l *domain.Located, r domain.Record) bool {
	if a, b := l.Keys.RegistrationNo, sheet.KeysOf(r).RegistrationNo; a != "" && b != "" && a != b {
		return true
	}
	switch r.(type) {
	case *domain.Need, *domain.Cohort:
		a, b := second(l.Record), second(r)
		return a != "" && b != "" && a != b
	}
	return false
}

// second is the fact that must agree beside the name; "" when unknown.
func second(r domain.Record) string {
	number := func(n *int) string {
		if n == nil {
			return ""
		}
		return strconv.Itoa(*n)
	}
	switch x := r.(type) {
	case *domain.Company:
		return number(x.Founded)
	case *domain.Cohort:
		return number(x.Year)
	case *domain.Need:
		return string(x.Company) + " " + string(x.Kind)
	case *domain.Expert:
		return string(x.Institution)
	case *domain.Person:
		return x.Organisation
	case *domain.Investor:
		return x.Country
	case *domain.Institution:
		return x.Country
	}
	return ""
}

// settleReferences turns names into ids: a sheet may call a company, cohort,
// institution or organisation by its name or registration number. What is not
// found stays as it is and is reported as dangling.
func (c *checking) settleReferences(ctx context.Context, l *domain.Located) error {
	for _, ref := range domain.References(l.Record) {
		there, err := c.exists(ctx, ref)
		if err != nil || there {
			if err != nil {
				return err
			}
			continue
		}
		found, err := c.byName(ctx, ref)
		if err != nil {
			return err
		}
		switch len(found) {
		case 0:
		case 1:
			setReference(l.Record, ref.Field, found[0].Ref().ID)
		default:
			c.problems.Add(l.At(ref.Field), "%q is the name of several records; write the id, such as %q", ref.ID, found[0].Ref().ID)
		}
	}
	return nil
}

func (c *checking) exists(ctx context.Context, ref domain.Reference) (bool, error) {
	asked := make([]domain.Ref, len(ref.Kinds))
	for i, k := range ref.Kinds {
		asked[i] = domain.Ref{Kind: k, ID: ref.ID}
	}
	there, err := c.known(ctx)(asked)
	return len(there) > 0, err
}

// byName finds what a reference calls by a name: stored, or in this bundle.
func (c *checking) byName(ctx context.Context, ref domain.Reference) (out []domain.Record, err error) {
	keys := sheet.KeysOf(&domain.Company{Name: domain.PlainText(ref.ID), RegistrationNo: ref.ID})
	for _, k := range ref.Kinds {
		x, err := c.index(ctx, k)
		if err != nil {
			return nil, err
		}
		lists := [][]domain.Record{x.byRegistration[keys.RegistrationNo]}
		for _, n := range keys.Names {
			lists = append(lists, x.byName[n])
		}
		for _, r := range slices.Concat(lists...) {
			if !slices.ContainsFunc(out, func(o domain.Record) bool { return o.Ref() == r.Ref() }) {
				out = append(out, r)
			}
		}
	}
	return out, nil
}

func setReference(r domain.Record, field, id string) {
	switch x := r.(type) {
	case *domain.Person:
		x.Organisation = id
	case *domain.Company:
		if field == "cohort" {
			x.Cohort = domain.CohortID(id)
		}
	case *domain.Need:
		x.Company = domain.CompanyID(id)
	case *domain.Expert:
		x.Institution = domain.InstitutionID(id)
	case *domain.Preference:
		if field == "from" {
			x.From = id
		} else {
			x.To = id
		}
	}
}
