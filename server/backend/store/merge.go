package store

import (
	"context"
	"fmt"
	"slices"

	"jumpup/server/domain"
)

// Merge folds one record into another of the same kind in one transaction: keep
// is stored as given, what referred to the folded record refers to the kept one
// (needs, experts, companies, people, preferences, portfolios, conflicts,
// hidden-from lists, accounts, open links), and the folded one is deleted.
// Where both ends of a preference would become one, or the kept record has the
// same preference already, the folded one's goes. It fails with not_found when
// either is missing, with stale when keep has a version that is not the stored
// one, and with invalid for a fold of another kind or into itself.
func (s *Store) Merge(ctx context.Context, keep domain.Record, fold domain.Ref, events ...domain.Event) error {
	ref := keep.Ref()
	if ref.Kind != fold.Kind || ref.ID == fold.ID || ref.Kind == domain.KindPreference {
		return domain.Errorf(domain.CodeInvalid, "fold", "%s cannot be folded into %s; choose two different records of one kind", fold, ref)
	}
	return s.write(ctx, func(t *tx) error {
		m := merging{t: t, kind: ref.Kind, from: fold.ID, to: ref.ID, by: actorOf(events)}
		return m.run(ctx, keep, fold, events)
	})
}

// merging is one merge: references of the kind move from one id to the other.
type merging struct {
	t        *tx
	kind     domain.Kind
	from, to string
	by       domain.UserID
}

func (m merging) run(ctx context.Context, keep domain.Record, fold domain.Ref, events []domain.Event) error {
	t, ref := m.t, keep.Ref()
	was, current, err := t.lockRecord(ctx, ref)
	if err != nil {
		return err
	}
	folded, gone, err := t.lockRecord(ctx, fold)
	switch {
	case err != nil:
		return err
	case current == nil:
		return notFound(ref.Kind, ref.ID)
	case gone == nil:
		return notFound(fold.Kind, fold.ID)
	case keep.Rev() != 0 && keep.Rev() != was.version:
		return domain.Errorf(domain.CodeStale, "version", "%s was changed meanwhile; reload it and try again", ref)
	}
	t.happened(events...)
	change := []domain.Event{{Kind: domain.RecordChanged, Actor: m.by, Ref: ref, At: t.s.opt.Now()}}
	if _, err := t.saveNext(ctx, was, true, keep, change); err != nil {
		return err
	}
	if err := m.moveReferences(ctx); err != nil {
		return err
	}
	for _, table := range []string{"account", "link"} {
		if _, err := t.ExecContext(ctx, "UPDATE "+table+" SET subject_id = $1 WHERE subject_kind = $2 AND subject_id = $3", m.to, string(m.kind), m.from); err != nil {
			return err
		}
	}
	t.happened(domain.Event{Kind: domain.RecordDeleted, Actor: m.by, Ref: fold, At: t.s.opt.Now(), Data: map[string]string{"merged_into": ref.ID}})
	return t.deleteRecord(ctx, folded, m.by)
}

// moveReferences rewrites every record that names the folded id.
func (m merging) moveReferences(ctx context.Context) error {
	quoted, err := plainJSON(m.from)
	if err != nil {
		return err
	}
	for _, k := range domain.Kinds {
		rows, err := m.t.QueryContext(ctx, "SELECT "+columnsOf(k)+" FROM "+string(k)+` WHERE doc LIKE $1 ESCAPE '\' ORDER BY id`+m.t.s.eng.forUpdate, "%"+likeLiteral(quoted)+"%")
		found, err := scanAll(rows, err, scanRow(k))
		if err != nil {
			return err
		}
		for _, r := range found {
			if err := m.moveOne(ctx, r); err != nil {
				return fmt.Errorf("%s: %w", r.ref(), err)
			}
		}
	}
	return nil
}

func (m merging) moveOne(ctx context.Context, r row) error {
	rec, err := r.record()
	if err != nil {
		return err
	}
	if !m.rewrite(rec) {
		return nil
	}
	ref := rec.Ref()
	if p, ok := rec.(*domain.Preference); ok {
		if err := m.t.dropRecords(ctx, domain.KindPreference, []string{r.id}, m.by); err != nil {
			return err
		}
		_, there, err := m.t.lockRecord(ctx, ref)
		if err != nil || there != nil || p.From == p.To {
			return err
		}
		_, err = m.t.saveNext(ctx, row{kind: r.kind, id: ref.ID}, false, rec, []domain.Event{{Kind: domain.RecordCreated, Actor: m.by, Ref: ref, At: m.t.s.opt.Now()}})
		return err
	}
	_, err = m.t.saveNext(ctx, r, true, rec, []domain.Event{{Kind: domain.RecordChanged, Actor: m.by, Ref: ref, At: m.t.s.opt.Now()}})
	return err
}

// rewrite changes the references of a record; false when it has none.
func (m merging) rewrite(rec domain.Record) (changed bool) {
	one := func(id *string, kinds ...domain.Kind) {
		if *id == m.from && slices.Contains(kinds, m.kind) {
			*id, changed = m.to, true
		}
	}
	many := func(ids *[]string, kinds ...domain.Kind) {
		if !slices.Contains(*ids, m.from) || !slices.Contains(kinds, m.kind) {
			return
		}
		var out []string
		for _, id := range *ids {
			if id == m.from {
				id = m.to
			}
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
		*ids, changed = out, true
	}
	outside := []domain.Kind{domain.KindCompany, domain.KindInvestor, domain.KindInstitution, domain.KindExpert}
	switch x := rec.(type) {
	case *domain.Institution:
		many(&x.Conflicts, outside...)
	case *domain.Person:
		one(&x.Organisation, organisations...)
	case *domain.Company:
		one((*string)(&x.Cohort), domain.KindCohort)
		many(&x.HiddenFrom, outside...)
	case *domain.Need:
		one((*string)(&x.Company), domain.KindCompany)
	case *domain.Expert:
		one((*string)(&x.Institution), domain.KindInstitution)
		many(&x.Conflicts, outside...)
	case *domain.Investor:
		many(&x.Conflicts, outside...)
		for i := range x.Portfolio {
			one(&x.Portfolio[i].Company, domain.KindCompany)
		}
	case *domain.Preference:
		one(&x.From, preferable...)
		one(&x.To, preferable...)
	}
	return changed
}
