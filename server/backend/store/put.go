package store

import (
	"context"
	"errors"
	"math"
	"strconv"

	"jumpup/server/domain"
)

// errAgain asks for another try of the transaction: a row changed under it.
var errAgain = errors.New("the row changed meanwhile")

// putRows stores rows of one kind at their versions. Creations and changes are
// one statement; a row whose stored version is not the one before gives
// errAgain.
func (t *tx) putRows(ctx context.Context, k domain.Kind, rows []row) error {
	if len(rows) == 0 {
		return nil
	}
	columns := []string{"id", "version", "name", "names", "doc", "changed"}
	if o, ok := owner[k]; ok {
		columns = append(columns, o.column)
	}
	if k == domain.KindNeed {
		columns = append(columns, "state", "holder", "since", "state_by", "due", "remark")
	}
	table, err := tableOf(k)
	if err != nil {
		return err
	}
	args := make([]any, 0, len(rows)*len(columns))
	for _, r := range rows {
		args = append(args, r.id, r.version, r.name, r.names, string(r.doc), r.changed)
		if _, ok := owner[k]; ok {
			args = append(args, orNull(r.owner))
		}
		if k == domain.KindNeed {
			args = append(args, r.state, r.holder, r.since, r.stateBy, r.due, r.remark)
		}
	}
	set := ""
	for i, c := range columns[1:] {
		if i > 0 {
			set += ", "
		}
		set += c + " = excluded." + c
	}
	n, err := t.insertMany(ctx, "INSERT INTO "+table+" ("+joinComma(columns)+")",
		"ON CONFLICT (id) DO UPDATE SET "+set+" WHERE "+table+".version = excluded.version - 1", len(columns), args)
	if err != nil {
		return err
	}
	if n != int64(len(rows)) {
		return errAgain
	}
	t.changed += n
	return nil
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// maxAttribute bounds the values that lists are filtered by, in bytes; longer
// ones do not fit into an index of PostgreSQL.
const maxAttribute = 1000

// attributeArgs are the rows of a record in the attribute table.
func attributeArgs(rec domain.Record) ([]any, error) {
	ref := rec.Ref()
	var args []any
	for name, values := range domain.Attributes(rec) {
		for i, v := range values {
			if len(v) > maxAttribute {
				return nil, domain.Errorf(domain.CodeInvalid, ref.String()+": "+string(name), "holds a value of more than %d bytes; shorten it", maxAttribute)
			}
			if !storable(v) {
				return nil, domain.Errorf(domain.CodeInvalid, ref.String()+": "+string(name), "holds the character U+0000 or broken UTF-8; remove it")
			}
			if before(values[:i], v) {
				continue
			}
			args = append(args, string(ref.Kind), ref.ID, string(name), v, number(v))
		}
	}
	return args, nil
}

func before(values []string, v string) bool {
	for _, w := range values {
		if w == v {
			return true
		}
	}
	return false
}

// number is the value as [domain.Between] reads it, nil when it is none.
func number(v string) any {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || math.IsNaN(n) {
		return nil
	}
	return n
}

// putAttributes replaces the attributes of records; fresh ones have none yet.
func (t *tx) putAttributes(ctx context.Context, recs []domain.Record, fresh bool) error {
	if len(recs) == 0 {
		return nil
	}
	var args []any
	ids := make([]string, len(recs))
	for i, rec := range recs {
		more, err := attributeArgs(rec)
		if err != nil {
			return err
		}
		args = append(args, more...)
		ids[i] = rec.Ref().ID
	}
	if !fresh {
		if err := t.dropAttributes(ctx, recs[0].Ref().Kind, ids); err != nil {
			return err
		}
	}
	_, err := t.insertMany(ctx, "INSERT INTO attribute (kind, id, name, value, num)", "", 5, args)
	return err
}

func (t *tx) dropAttributes(ctx context.Context, k domain.Kind, ids []string) error {
	return inChunks(ids, func(part []string) error {
		_, err := t.ExecContext(ctx, "DELETE FROM attribute WHERE kind = $1 AND id IN ("+marks(2, len(part))+")", append([]any{string(k)}, strs(part)...)...)
		return err
	})
}

func inChunks(ids []string, f func(part []string) error) error {
	for len(ids) > 0 {
		n := min(500, len(ids))
		if err := f(ids[:n]); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}
