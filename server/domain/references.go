package domain

import (
	"fmt"
	"strings"
)

// Reference is a field of a record that names another record, which must
// exist. Portfolio companies and conflicts may name organisations that nobody
// brought in and are no references in this sense.
type Reference struct {
	Field string
	ID    string
	Kinds []Kind // of which kinds the record may be
}

// References lists what a record refers to.
func References(r Record) []Reference {
	var out []Reference
	add := func(field, id string, kinds ...Kind) {
		if id != "" {
			out = append(out, Reference{field, id, kinds})
		}
	}
	switch x := r.(type) {
	case *Person:
		add("organisation", x.Organisation, KindCompany, KindInvestor, KindInstitution)
	case *Company:
		add("cohort", string(x.Cohort), KindCohort)
		for i, id := range x.HiddenFrom {
			add(fmt.Sprintf("hidden_from[%d]", i), id, KindExpert, KindInvestor, KindInstitution)
		}
	case *Need:
		add("company", string(x.Company), KindCompany)
	case *Expert:
		add("institution", string(x.Institution), KindInstitution)
	case *Preference:
		add("from", x.From, KindCompany, KindNeed, KindExpert, KindInvestor)
		add("to", x.To, KindCompany, KindNeed, KindExpert, KindInvestor)
	}
	return out
}

// CheckReferences reports every reference of the records to a record that is
// neither among them nor known. known is asked once with all references that
// lead out of the set and answers with those that exist; nil means that nothing
// else exists.
func CheckReferences(records []Located, known func([]Ref) (map[Ref]bool, error)) (Problems, error) {
	here := make(map[Ref]bool, len(records))
	for _, l := range records {
		here[l.Record.Ref()] = true
	}
	outside := map[Ref]bool{}
	var ask []Ref
	for _, l := range records {
		for _, ref := range References(l.Record) {
			if anyOf(here, ref) {
				continue
			}
			for _, k := range ref.Kinds {
				if r := (Ref{k, ref.ID}); !outside[r] {
					outside[r] = true
					ask = append(ask, r)
				}
			}
		}
	}
	there := map[Ref]bool{}
	if known != nil && len(ask) > 0 {
		var err error
		if there, err = known(ask); err != nil {
			return nil, err
		}
	}
	var p Problems
	for _, l := range records {
		for _, ref := range References(l.Record) {
			if !anyOf(here, ref) && !anyOf(there, ref) {
				p.Add(l.At(ref.Field), "no %s has the id %q; add it or correct the reference", kindNames(ref.Kinds), clip(ref.ID))
			}
		}
	}
	return p, nil
}

func anyOf(set map[Ref]bool, r Reference) bool {
	for _, k := range r.Kinds {
		if set[Ref{k, r.ID}] {
			return true
		}
	}
	return false
}

func kindNames(kinds []Kind) string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = string(k)
	}
	if len(names) > 1 {
		return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
	}
	return names[0]
}
