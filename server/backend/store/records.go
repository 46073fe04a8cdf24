package store

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"jumpup/server/backend/store/document"
	"jumpup/server/domain"
)

// owner names the reference columns: what a record of the kind belongs to.
var owner = map[domain.Kind]struct {
	column string
	kind   domain.Kind
}{
	domain.KindCompany: {"cohort", domain.KindCohort},
	domain.KindNeed:    {"company", domain.KindCompany},
	domain.KindExpert:  {"institution", domain.KindInstitution},
}

// tableOf is the table of a kind of record; the only way a kind gets into SQL.
func tableOf(k domain.Kind) (string, error) {
	for _, known := range domain.Kinds {
		if k == known {
			return string(k), nil
		}
	}
	return "", domain.Errorf(domain.CodeInvalid, "kind", "%q is no kind of record", k)
}

// row is a record as stored.
type row struct {
	kind    domain.Kind
	id      string
	version int64
	doc     []byte
	changed int64

	name, names, owner string // derived, not read back

	state, holder, stateBy, due, remark string // of a need
	since                               int64
}

// columnsOf lists what scanRow reads.
func columnsOf(k domain.Kind) string {
	if k == domain.KindNeed {
		return "id, version, doc, changed, name, due, state, holder, since, state_by, remark"
	}
	return "id, version, doc, changed, name"
}

func scanRow(k domain.Kind) func(func(...any) error) (row, error) {
	return func(scan func(...any) error) (row, error) {
		r := row{kind: k}
		into := []any{&r.id, &r.version, &r.doc, &r.changed, &r.name}
		if k == domain.KindNeed {
			into = append(into, &r.due, &r.state, &r.holder, &r.since, &r.stateBy, &r.remark)
		}
		return r, scan(into...)
	}
}

func (r row) ref() domain.Ref { return domain.Ref{Kind: r.kind, ID: r.id} }

// record decodes the row.
func (r row) record() (domain.Record, error) {
	rec, err := document.Decode(r.kind, r.doc)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.ref(), err)
	}
	rec.SetRev(r.version)
	if n, ok := rec.(*domain.Need); ok {
		n.State, n.Holder, n.Since = domain.NeedState(r.state), domain.Role(r.holder), fromMicros(r.since)
		n.StateBy, n.Remark = domain.Date(r.stateBy), r.remark
	}
	return rec, nil
}

// rowOf prepares a record for storing; version and changed are the caller's.
// It refuses what one of the databases could not keep.
func rowOf(rec domain.Record) (row, error) {
	doc, err := document.Encode(rec)
	if err != nil {
		return row{}, err
	}
	ref := rec.Ref()
	r := row{kind: ref.Kind, id: ref.ID, doc: doc}
	if document.Broken(doc) || !storable(ref.ID) {
		return row{}, domain.Errorf(domain.CodeInvalid, ref.String(), "holds the character U+0000 or broken UTF-8; remove it")
	}
	name := nameOf(rec)
	first, _ := name.In("ko")
	r.name, r.names = sortKey(first), strings.ToLower(name.All())
	switch x := rec.(type) {
	case *domain.Company:
		r.owner = string(x.Cohort)
	case *domain.Expert:
		r.owner = string(x.Institution)
	case *domain.Need:
		r.owner = string(x.Company)
		r.state, r.holder, r.since = string(x.State), string(x.Holder), micros(x.Since)
		r.stateBy, r.remark, r.due = string(x.StateBy), x.Remark, noDue
		if x.StateBy != "" {
			r.due = r.stateBy
		}
	}
	if !storable(r.remark) {
		return row{}, domain.Errorf(domain.CodeInvalid, "remark", "holds the character U+0000 or broken UTF-8; remove it")
	}
	return r, nil
}

// noDue sorts needs without a term last.
const noDue = "9999-99-99"

func nameOf(rec domain.Record) domain.Text {
	switch x := rec.(type) {
	case *domain.Institution:
		return x.Name
	case *domain.Cohort:
		return x.Name
	case *domain.Person:
		return x.Name
	case *domain.Company:
		return x.Name
	case *domain.Need:
		return x.Title
	case *domain.Expert:
		return x.Name
	case *domain.Investor:
		return x.Name
	}
	return domain.Text{}
}

// sortKey is the start of a name in lower case.
func sortKey(s string) string {
	const most = 200
	s = strings.ToLower(s)
	if len(s) <= most {
		return s
	}
	cut := most
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut]
}

// Record loads one record; not_found.
func (s *Store) Record(ctx context.Context, ref domain.Ref) (domain.Record, error) {
	table, err := tableOf(ref.Kind)
	if err != nil {
		return nil, err
	}
	if !storable(ref.ID) {
		return nil, notFound(ref.Kind, ref.ID)
	}
	r, err := scanRow(ref.Kind)(s.eng.reader.QueryRowContext(ctx, "SELECT "+columnsOf(ref.Kind)+" FROM "+table+" WHERE id = $1", ref.ID).Scan)
	if err != nil {
		return nil, missing(err, ref.Kind, ref.ID)
	}
	rec, err := r.record()
	return rec, asError(err)
}

// Records loads many; those that do not exist are left out, order kept.
func (s *Store) Records(ctx context.Context, refs []domain.Ref) ([]domain.Record, error) {
	ids := map[domain.Kind][]string{}
	for _, r := range refs {
		ids[r.Kind] = append(ids[r.Kind], r.ID)
	}
	found := make(map[domain.Ref]domain.Record, len(refs))
	err := s.read(ctx, func(q querier) error {
		for k, list := range ids {
			rows, err := loadRows(ctx, q, k, list, "")
			if err != nil {
				return err
			}
			for _, r := range rows {
				if found[r.ref()], err = r.record(); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]domain.Record, 0, len(refs))
	for _, r := range refs {
		if rec := found[r]; rec != nil {
			out = append(out, rec)
		}
	}
	return out, nil
}

// loadRows reads the rows of one kind with the ids, in chunks.
func loadRows(ctx context.Context, q querier, k domain.Kind, ids []string, lock string) ([]row, error) {
	table, err := tableOf(k)
	if err != nil {
		return nil, err
	}
	var out []row
	for len(ids) > 0 {
		n := min(500, len(ids))
		rows, err := q.QueryContext(ctx, "SELECT "+columnsOf(k)+" FROM "+table+" WHERE id IN ("+marks(1, n)+")"+lock, strs(ids[:n])...)
		part, err := scanAll(rows, err, scanRow(k))
		if err != nil {
			return nil, err
		}
		out, ids = append(out, part...), ids[n:]
	}
	return out, nil
}
