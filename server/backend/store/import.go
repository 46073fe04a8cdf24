package store

import (
	"context"
	"slices"

	"jumpup/server/domain"
)

// importStep is how many records are read, compared and written at once.
const importStep = 500

// Import writes many records in one transaction, all or nothing. A record
// equal to the stored one is left untouched; a need that exists keeps how it is
// handled (state, holder, since, term, remark). Dangling references give
// conflict. Progress is called inside the transaction and may be called again
// from the start when another transaction was in the way.
func (s *Store) Import(ctx context.Context, im domain.Import) (counts domain.Imported, err error) {
	err = s.write(ctx, func(t *tx) error {
		counts, err = t.importAll(ctx, im)
		if err != nil {
			return err
		}
		if im.DryRun {
			return errRollBack
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return counts, nil
}

func (t *tx) importAll(ctx context.Context, im domain.Import) (domain.Imported, error) {
	byKind := map[domain.Kind][]domain.Record{}
	for _, rec := range im.Records {
		byKind[rec.Ref().Kind] = append(byKind[rec.Ref().Kind], rec)
	}
	counts := domain.Imported{}
	done := 0
	for _, k := range domain.Kinds {
		all := byKind[k]
		if len(all) == 0 {
			continue
		}
		if err := checkDuplicates(all); err != nil {
			return nil, err
		}
		var c domain.ImportCount
		for part := range slices.Chunk(all, importStep) {
			if err := t.importPart(ctx, k, part, im.Actor.User, &c); err != nil {
				return nil, err
			}
			done += len(part)
			if im.Progress != nil {
				im.Progress(done, len(im.Records))
			}
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		counts[k] = c
	}
	// People may belong to organisations that come after them.
	if err := t.checkReferences(ctx, byKind[domain.KindPerson]); err != nil {
		return nil, err
	}
	t.happened(im.Events...)
	return counts, nil
}

func checkDuplicates(recs []domain.Record) error {
	seen := make(map[string]bool, len(recs))
	for _, rec := range recs {
		if id := rec.Ref().ID; seen[id] {
			return domain.Errorf(domain.CodeInvalid, rec.Ref().String(), "comes twice in one import; leave one out")
		} else {
			seen[id] = true
		}
	}
	return nil
}

// importPart compares some records of one kind with the stored ones and writes
// those that differ.
func (t *tx) importPart(ctx context.Context, k domain.Kind, recs []domain.Record, by domain.UserID, c *domain.ImportCount) error {
	ids := make([]string, len(recs))
	for i, rec := range recs {
		ids[i] = rec.Ref().ID
	}
	slices.Sort(ids)
	stored, err := loadRows(ctx, t, k, ids, " ORDER BY id"+t.s.eng.forUpdate)
	if err != nil {
		return err
	}
	was := make(map[string]row, len(stored))
	for _, r := range stored {
		was[r.id] = r
	}
	var rows []row
	var fresh, changed []domain.Record
	for _, rec := range recs {
		rec, r, old, err := t.importOne(rec, was, by)
		switch {
		case err != nil:
			return err
		case r.version == 0:
			c.Unchanged++
			continue
		case old:
			c.Changed++
			changed = append(changed, rec)
		default:
			c.Created++
			fresh = append(fresh, rec)
		}
		rows = append(rows, r)
	}
	if k != domain.KindPerson {
		if err := t.checkReferences(ctx, append(slices.Clone(fresh), changed...)); err != nil {
			return err
		}
	}
	if err := t.putRows(ctx, k, rows); err != nil {
		return err
	}
	if err := t.putAttributes(ctx, fresh, true); err != nil {
		return err
	}
	return t.putAttributes(ctx, changed, false)
}

// importOne prepares one record; version 0 says that it equals the stored one.
// A stored need lends a copy of the record how it is handled.
func (t *tx) importOne(rec domain.Record, was map[string]row, by domain.UserID) (out domain.Record, r row, old bool, err error) {
	before, old := was[rec.Ref().ID]
	if n, ok := rec.(*domain.Need); ok && old {
		c := *n
		c.State, c.Holder, c.Since = domain.NeedState(before.state), domain.Role(before.holder), fromMicros(before.since)
		c.StateBy, c.Remark = domain.Date(before.stateBy), before.remark
		rec = &c
	}
	if r, err = rowOf(rec); err != nil {
		return nil, row{}, false, err
	}
	e := domain.Event{Kind: domain.RecordCreated, Actor: by, Ref: r.ref(), At: t.s.opt.Now()}
	if old {
		fields, err := changedFields(before, r)
		if err != nil || len(fields) == 0 {
			return nil, row{}, true, err
		}
		e.Kind = domain.RecordChanged
		e = nameFields([]domain.Event{e}, e.Ref, fields)[0]
	}
	r.version, r.changed = before.version+1, micros(t.s.opt.Now())
	t.happened(e)
	return rec, r, old, nil
}
