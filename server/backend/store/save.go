package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"strings"

	"jumpup/server/backend/store/document"
	"jumpup/server/domain"
)

// Save creates, changes or deletes one record in one transaction. change gets
// the stored record (nil: none) and may run again when another transaction was
// in the way. A record that is equal to the stored one keeps its version. When
// change gives no event although the record changed, the store writes one, so
// that nothing changes outside the audit log. Deleting a record deletes the
// preferences from and to it.
func (s *Store) Save(ctx context.Context, ref domain.Ref, version int64, change func(domain.Record) (domain.Record, []domain.Event, error)) (out domain.Record, err error) {
	err = s.write(ctx, func(t *tx) error {
		out, err = t.save(ctx, ref, version, change)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (t *tx) save(ctx context.Context, ref domain.Ref, version int64, change func(domain.Record) (domain.Record, []domain.Event, error)) (domain.Record, error) {
	was, current, err := t.lockRecord(ctx, ref)
	if err != nil {
		return nil, err
	}
	switch {
	case current == nil && version != 0:
		return nil, notFound(ref.Kind, ref.ID)
	case current != nil && version != 0 && version != was.version:
		return nil, domain.Errorf(domain.CodeStale, "version", "%s was changed meanwhile (version %d, yours is %d); reload it and try again", ref, was.version, version)
	}
	next, events, err := change(current)
	if err != nil {
		return nil, err
	}
	if next == nil {
		if current == nil {
			t.happened(events...)
			return nil, nil
		}
		t.happened(withDefault(events, domain.RecordDeleted, ref, t.s)...)
		return nil, t.deleteRecord(ctx, was, actorOf(events))
	}
	if next.Ref() != ref {
		return nil, fmt.Errorf("save %s: got %s", ref, next.Ref())
	}
	return t.saveNext(ctx, was, current != nil, next, events)
}

// saveNext stores a created or changed record.
func (t *tx) saveNext(ctx context.Context, was row, exists bool, next domain.Record, events []domain.Event) (domain.Record, error) {
	now, err := rowOf(next)
	if err != nil {
		return nil, err
	}
	ref := now.ref()
	now.version, now.changed = was.version+1, micros(t.s.opt.Now())
	if exists {
		fields, err := changedFields(was, now)
		if err != nil {
			return nil, err
		}
		if len(fields) == 0 {
			t.happened(without(events, domain.RecordChanged, ref)...)
			return was.record()
		}
		t.happened(nameFields(withDefault(events, domain.RecordChanged, ref, t.s), ref, fields)...)
	} else {
		t.happened(withDefault(events, domain.RecordCreated, ref, t.s)...)
	}
	if err := t.checkReferences(ctx, []domain.Record{next}); err != nil {
		return nil, err
	}
	if err := t.putRows(ctx, ref.Kind, []row{now}); err != nil {
		return nil, err
	}
	if err := t.putAttributes(ctx, []domain.Record{next}, !exists); err != nil {
		return nil, err
	}
	return now.record()
}

// lockRecord loads a record for changing; a nil record when there is none.
func (t *tx) lockRecord(ctx context.Context, ref domain.Ref) (row, domain.Record, error) {
	table, err := tableOf(ref.Kind)
	if err != nil {
		return row{}, nil, err
	}
	r, err := scanRow(ref.Kind)(t.QueryRowContext(ctx, "SELECT "+columnsOf(ref.Kind)+" FROM "+table+" WHERE id = $1"+t.s.eng.forUpdate, ref.ID).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return row{}, nil, nil
	}
	if err != nil {
		return row{}, nil, err
	}
	rec, err := r.record()
	return r, rec, err
}

// changedFields names what differs; nothing when the rows say the same.
func changedFields(was, now row) ([]string, error) {
	var fields []string
	if !bytes.Equal(was.doc, now.doc) {
		var err error
		if fields, err = document.Changed(was.doc, now.doc); err != nil {
			return nil, err
		}
	}
	add := func(name string, differs bool) {
		if differs {
			fields = append(fields, name)
		}
	}
	add("state", was.state != now.state)
	add("holder", was.holder != now.holder)
	add("since", was.since != now.since)
	add("state_by", was.stateBy != now.stateBy)
	add("remark", was.remark != now.remark)
	return fields, nil
}

// actorOf is who did it, as the events say.
func actorOf(events []domain.Event) domain.UserID {
	for _, e := range events {
		if e.Actor != "" {
			return e.Actor
		}
	}
	return domain.System("store").User
}

// withDefault adds an event of the kind about ref when there is none at all.
func withDefault(events []domain.Event, k domain.EventKind, ref domain.Ref, s *Store) []domain.Event {
	if len(events) > 0 {
		return events
	}
	return []domain.Event{{Kind: k, Actor: actorOf(nil), Ref: ref, At: s.opt.Now()}}
}

func without(events []domain.Event, k domain.EventKind, ref domain.Ref) []domain.Event {
	var out []domain.Event
	for _, e := range events {
		if e.Kind != k || e.Ref != ref {
			out = append(out, e)
		}
	}
	return out
}

// nameFields writes the names of the changed fields into the events of the
// change that do not name any.
func nameFields(events []domain.Event, ref domain.Ref, fields []string) []domain.Event {
	out := make([]domain.Event, len(events))
	for i, e := range events {
		if e.Ref == ref && (e.Kind == domain.RecordChanged || e.Kind == domain.PreferenceStated) && e.Data["fields"] == "" {
			data := maps.Clone(e.Data)
			if data == nil {
				data = map[string]string{}
			}
			data["fields"] = strings.Join(fields, ",")
			e.Data = data
		}
		out[i] = e
	}
	return out
}
