package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// What a person belongs to, and what a preference may name.
var (
	organisations = []domain.Kind{domain.KindCompany, domain.KindInvestor, domain.KindInstitution}
	preferable    = []domain.Kind{domain.KindCompany, domain.KindNeed, domain.KindExpert, domain.KindInvestor}
)

// wanted is an id that a record refers to.
type wanted struct {
	by    domain.Ref
	field string
	id    string
	among []domain.Kind
}

func wantedBy(rec domain.Record) []wanted {
	ref := rec.Ref()
	switch x := rec.(type) {
	case *domain.Company:
		return []wanted{{ref, "cohort", string(x.Cohort), []domain.Kind{domain.KindCohort}}}
	case *domain.Need:
		return []wanted{{ref, "company", string(x.Company), []domain.Kind{domain.KindCompany}}}
	case *domain.Expert:
		return []wanted{{ref, "institution", string(x.Institution), []domain.Kind{domain.KindInstitution}}}
	case *domain.Person:
		return []wanted{{ref, "organisation", x.Organisation, organisations}}
	case *domain.Preference:
		return []wanted{{ref, "from", x.From, preferable}, {ref, "to", x.To, preferable}}
	}
	return nil
}

// checkReferences fails with conflict naming what the records refer to in
// vain. What exists is kept from being deleted until the commit.
func (t *tx) checkReferences(ctx context.Context, recs []domain.Record) error {
	var all []wanted
	for _, rec := range recs {
		for _, w := range wantedBy(rec) {
			if w.id != "" {
				all = append(all, w)
			}
		}
	}
	found := map[domain.Ref]bool{}
	for _, k := range domain.Kinds {
		var ids []string
		for _, w := range all {
			if slices.Contains(w.among, k) {
				ids = append(ids, w.id)
			}
		}
		if err := t.hold(ctx, k, ids, found); err != nil {
			return err
		}
	}
	var bad []string
	for _, w := range all {
		if !slices.ContainsFunc(w.among, func(k domain.Kind) bool { return found[domain.Ref{Kind: k, ID: w.id}] }) {
			bad = append(bad, fmt.Sprintf("%s: %s %q", w.by, w.field, w.id))
		}
	}
	if len(bad) == 0 {
		return nil
	}
	more := ""
	if len(bad) > 5 {
		more = fmt.Sprintf(" and %d more", len(bad)-5)
		bad = bad[:5]
	}
	return domain.Errorf(domain.CodeConflict, all[0].field, "what is referred to does not exist: %s%s; add it first or leave the reference out", strings.Join(bad, "; "), more)
}

// hold marks the ids that exist and locks them against deletion.
func (t *tx) hold(ctx context.Context, k domain.Kind, ids []string, found map[domain.Ref]bool) error {
	slices.Sort(ids)
	return inChunks(slices.Compact(ids), func(part []string) error {
		rows, err := t.QueryContext(ctx, "SELECT id FROM "+string(k)+" WHERE id IN ("+marks(1, len(part))+") ORDER BY id"+t.s.eng.forShare, strs(part)...)
		_, err = scanAll(rows, err, func(scan func(...any) error) (id string, err error) {
			err = scan(&id)
			found[domain.Ref{Kind: k, ID: id}] = true
			return id, err
		})
		return err
	})
}

// users lists where a record of a kind is still used: a query for one user's
// id and what that user is.
func users(k domain.Kind) []struct{ query, kind string } {
	var out []struct{ query, kind string }
	add := func(kind, query string) { out = append(out, struct{ query, kind string }{query, kind}) }
	switch k {
	case domain.KindCohort:
		add("company", "SELECT id FROM company WHERE cohort = $1 ORDER BY id LIMIT 1")
	case domain.KindCompany:
		add("need", "SELECT id FROM need WHERE company = $1 ORDER BY id LIMIT 1")
	case domain.KindInstitution:
		add("expert", "SELECT id FROM expert WHERE institution = $1 ORDER BY id LIMIT 1")
	}
	if slices.Contains(organisations, k) {
		add("person", "SELECT id FROM attribute WHERE kind = 'person' AND name = 'organisation' AND value = $1 ORDER BY id LIMIT 1")
	}
	if slices.Contains(organisations, k) || k == domain.KindExpert {
		add("account", "SELECT email FROM account WHERE subject_kind = '"+string(k)+"' AND subject_id = $1 ORDER BY email LIMIT 1")
	}
	return out
}

// deleteRecord removes a locked record and the preferences that name it; what
// still uses it gives conflict.
func (t *tx) deleteRecord(ctx context.Context, r row, by domain.UserID) error {
	for _, u := range users(r.kind) {
		rows, err := t.QueryContext(ctx, u.query, r.id)
		ids, err := scanAll(rows, err, scanString)
		if err != nil {
			return err
		}
		if len(ids) > 0 && !t.otherOrganisation(ctx, r, u.kind) {
			return domain.Errorf(domain.CodeConflict, u.kind, "%s is still used by %s %q; change or delete that first", r.ref(), u.kind, ids[0])
		}
	}
	if err := t.dropPreferences(ctx, r, by); err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, "DELETE FROM "+string(r.kind)+" WHERE id = $1", r.id); err != nil {
		return err
	}
	t.changed++
	return t.dropAttributes(ctx, r.kind, []string{r.id})
}

// otherOrganisation says whether a person's organisation may be a record of
// another kind with the same id.
func (t *tx) otherOrganisation(ctx context.Context, r row, user string) bool {
	return user == "person" && t.existsElsewhere(ctx, r, organisations)
}

func (t *tx) existsElsewhere(ctx context.Context, r row, among []domain.Kind) bool {
	found := map[domain.Ref]bool{}
	for _, k := range among {
		if k != r.kind && t.hold(ctx, k, []string{r.id}, found) != nil {
			return false
		}
	}
	return len(found) > 0
}

// dropPreferences deletes what was wished from and of a record that goes.
func (t *tx) dropPreferences(ctx context.Context, r row, by domain.UserID) error {
	if !slices.Contains(preferable, r.kind) || t.existsElsewhere(ctx, r, preferable) {
		return nil
	}
	rows, err := t.QueryContext(ctx, "SELECT DISTINCT id FROM attribute WHERE kind = 'preference' AND name IN ('from', 'to') AND value = $1 ORDER BY id", r.id)
	ids, err := scanAll(rows, err, scanString)
	if err != nil {
		return err
	}
	return t.dropRecords(ctx, domain.KindPreference, ids, by)
}

// dropRecords deletes records that nothing refers to, with an event each.
func (t *tx) dropRecords(ctx context.Context, k domain.Kind, ids []string, by domain.UserID) error {
	for _, id := range ids {
		t.happened(domain.Event{Kind: domain.RecordDeleted, Actor: by, Ref: domain.Ref{Kind: k, ID: id}, At: t.s.opt.Now()})
	}
	t.changed += int64(len(ids))
	err := inChunks(ids, func(part []string) error {
		_, err := t.ExecContext(ctx, "DELETE FROM "+string(k)+" WHERE id IN ("+marks(1, len(part))+")", strs(part)...)
		return err
	})
	if err != nil {
		return err
	}
	return t.dropAttributes(ctx, k, ids)
}

func scanString(scan func(...any) error) (s string, err error) { return s, scan(&s) }
