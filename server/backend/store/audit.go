package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"jumpup/server/domain"
)

const eventColumns = "kind, actor, ref_kind, ref_id, happened, data"

// eventScan collects the columns of eventColumns.
type eventScan struct {
	e    domain.Event
	at   int64
	data string
}

func (x *eventScan) into() []any {
	return []any{&x.e.Kind, &x.e.Actor, &x.e.Ref.Kind, &x.e.Ref.ID, &x.at, &x.data}
}

func (x *eventScan) event() (domain.Event, error) {
	x.e.At = fromMicros(x.at)
	if x.data != "{}" {
		if err := json.Unmarshal([]byte(x.data), &x.e.Data); err != nil {
			return x.e, fmt.Errorf("stored event is damaged: %w", err)
		}
	}
	return x.e, nil
}

// Audit lists entries of the audit chain, newest first.
func (s *Store) Audit(ctx context.Context, q domain.AuditQuery) (page domain.Page[domain.AuditEntry], err error) {
	page.Total = -1
	n, err := pageSize(q.Limit)
	if err != nil {
		return page, err
	}
	var where []string
	var args []any
	narrow := func(column, value string) {
		if value != "" {
			args = append(args, value)
			where = append(where, fmt.Sprintf("%s = $%d", column, len(args)))
		}
	}
	narrow("ref_kind", string(q.Ref.Kind))
	narrow("ref_id", q.Ref.ID)
	narrow("actor", string(q.Actor))
	narrow("kind", string(q.Kind))
	if q.Cursor != "" {
		m, err := decodeCursor("audit", q.Cursor)
		if err != nil {
			return page, err
		}
		args = append(args, m.Num)
		where = append(where, fmt.Sprintf("seq < $%d", len(args)))
	}
	rows, err := s.eng.reader.QueryContext(ctx, fmt.Sprintf("SELECT seq, prev, hash, "+eventColumns+" FROM audit%s ORDER BY seq DESC LIMIT %d", whereClause(where), n+1), args...)
	page.Items, err = scanAll(rows, err, scanEntry)
	if err != nil {
		return page, asError(err)
	}
	if len(page.Items) > n {
		page.Items = page.Items[:n]
		page.Next = markOf("audit", page.Items[n-1].Seq, "").encode()
	}
	return page, nil
}

func scanEntry(scan func(...any) error) (a domain.AuditEntry, err error) {
	var x eventScan
	if err := scan(append([]any{&a.Seq, &a.Prev, &a.Hash}, x.into()...)...); err != nil {
		return a, err
	}
	a.Event, err = x.event()
	return a, err
}

// VerifyAudit walks the whole chain on one view of the database: it recomputes
// every hash, and compares numbers, links and the head. broken is the first
// wrong Seq, 0 when the chain is whole; entries cut off at the end show as the
// first missing number.
func (s *Store) VerifyAudit(ctx context.Context) (entries, broken int64, err error) {
	err = s.read(ctx, func(q querier) error {
		entries, broken, err = verifyChain(ctx, q)
		return err
	})
	return entries, broken, err
}

func verifyChain(ctx context.Context, q querier) (entries, broken int64, err error) {
	var last int64
	var head []byte
	if err := q.QueryRowContext(ctx, "SELECT seq, hash FROM log_head WHERE id = 1").Scan(&last, &head); err != nil {
		return 0, 0, err
	}
	rows, err := q.QueryContext(ctx, "SELECT seq, prev, hash, "+eventColumns+" FROM audit ORDER BY seq")
	if err != nil {
		return 0, 0, err
	}
	defer rows.Close()
	var prev []byte
	for rows.Next() {
		var x eventScan
		var seq int64
		var stored, hash []byte
		if err := rows.Scan(append([]any{&seq, &stored, &hash}, x.into()...)...); err != nil {
			return 0, 0, err
		}
		entries++
		if broken == 0 && !entryHolds(seq, entries, prev, stored, hash, &x) {
			broken = min(seq, entries)
		}
		prev = hash
	}
	if err := rows.Err(); err != nil {
		return 0, 0, err
	}
	switch {
	case broken != 0:
	case entries != last:
		broken = min(entries, last) + 1
	case !bytes.Equal(prev, head):
		broken = entries
	}
	return entries, broken, nil
}

// entryHolds checks one entry against its number and the one before it.
func entryHolds(seq, want int64, before, prev, hash []byte, x *eventScan) bool {
	if seq != want {
		return false
	}
	e, err := x.event()
	if err != nil {
		return false
	}
	entry, data, err := link(seq, before, e)
	return err == nil && data == x.data && bytes.Equal(entry.Prev, prev) && bytes.Equal(entry.Hash, hash)
}
