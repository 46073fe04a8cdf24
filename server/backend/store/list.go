package store

import (
	"context"
	"fmt"

	"jumpup/server/domain"
)

// order is one sort of a list: the columns and the page condition.
type order struct {
	by   string
	key  func(row) any // nil: the id alone
	page func(c *compiler, m mark) string
}

func orderOf(q domain.Query) (order, error) {
	after := func(column string, value func(mark) any) func(*compiler, mark) string {
		return func(c *compiler, m mark) string {
			return fmt.Sprintf("(t.%s, t.id) > (%s, %s)", column, c.param(value(m)), c.param(m.ID))
		}
	}
	text := func(m mark) any { return m.Text }
	switch {
	case q.Sort == "" || q.Sort == domain.ByID:
		return order{by: "t.id", page: func(c *compiler, m mark) string { return "t.id > " + c.param(m.ID) }}, nil
	case q.Sort == domain.ByName:
		return order{"t.name, t.id", func(r row) any { return r.name }, after("name", text)}, nil
	case q.Sort == domain.ByDue && q.Kind == domain.KindNeed:
		return order{"t.due, t.id", func(r row) any { return r.due }, after("due", text)}, nil
	case q.Sort == domain.ByChanged:
		return order{"t.changed DESC, t.id", func(r row) any { return r.changed }, func(c *compiler, m mark) string {
			n := c.param(m.Num)
			return fmt.Sprintf("(t.changed < %s OR t.changed = %s AND t.id > %s)", n, n, c.param(m.ID))
		}}, nil
	}
	return order{}, domain.Errorf(domain.CodeInvalid, "sort", "%q is no order of %s lists; use id, name, changed, or due for needs", string(q.Sort), q.Kind)
}

// conditions compiles filter and text of a query.
func conditions(q domain.Query) (table string, c *compiler, where []string, err error) {
	if table, err = tableOf(q.Kind); err != nil {
		return "", nil, nil, err
	}
	c = &compiler{kind: q.Kind}
	if !q.Filter.IsZero() {
		s, err := c.filter(q.Filter, 0)
		if err != nil {
			return "", nil, nil, err
		}
		where = append(where, "("+s+")")
	}
	if q.Text != "" {
		s, err := c.text(q.Text)
		if err != nil {
			return "", nil, nil, err
		}
		where = append(where, s)
	}
	return table, c, where, nil
}

// List gives a page in a stable order; Page.Total is counted only when asked
// for.
func (s *Store) List(ctx context.Context, q domain.Query) (page domain.Page[domain.Record], err error) {
	page.Total = -1
	n, err := pageSize(q.Limit)
	if err != nil {
		return page, err
	}
	o, err := orderOf(q)
	if err != nil {
		return page, err
	}
	table, c, where, err := conditions(q)
	if err != nil {
		return page, err
	}
	count, countArgs := "SELECT COUNT(*) FROM "+table+" t"+whereClause(where), c.args
	name := string(q.Kind) + ":" + o.by
	if q.Cursor != "" {
		m, err := decodeCursor(name, q.Cursor)
		if err != nil {
			return page, err
		}
		where = append(where, o.page(c, m))
	}
	text := fmt.Sprintf("SELECT %s FROM %s t%s ORDER BY %s LIMIT %d", columnsOf(q.Kind), table, whereClause(where), o.by, n+1)
	var rows []row
	fetch := func(h querier) error {
		found, err := h.QueryContext(ctx, text, c.args...)
		if rows, err = scanAll(found, err, scanRow(q.Kind)); err != nil || !q.Count {
			return err
		}
		return h.QueryRowContext(ctx, count, countArgs...).Scan(&page.Total)
	}
	if q.Count {
		err = s.read(ctx, fetch)
	} else {
		err = asError(fetch(s.eng.reader))
	}
	if err != nil {
		return page, err
	}
	return page, fillPage(&page, rows, n, name, o)
}

func fillPage(page *domain.Page[domain.Record], rows []row, n int, name string, o order) error {
	if len(rows) > n {
		rows = rows[:n]
		last := rows[n-1]
		var key any
		if o.key != nil {
			key = o.key(last)
		}
		page.Next = markOf(name, key, last.id).encode()
	}
	page.Items = make([]domain.Record, len(rows))
	for i, r := range rows {
		rec, err := r.record()
		if err != nil {
			return asError(err)
		}
		page.Items[i] = rec
	}
	return nil
}

// Facets counts the values of attributes over all matching records, most
// frequent first, equal counts by value.
func (s *Store) Facets(ctx context.Context, q domain.Query, attrs []domain.Attr) (map[domain.Attr][]domain.FacetCount, error) {
	out := make(map[domain.Attr][]domain.FacetCount, len(attrs))
	if len(attrs) == 0 {
		return out, nil
	}
	table, c, where, err := conditions(q)
	if err != nil {
		return nil, err
	}
	list := make([]string, len(attrs))
	for i, a := range attrs {
		if err := checkAttr(a); err != nil {
			return nil, err
		}
		out[a] = nil
		list[i] = c.param(string(a))
	}
	text := fmt.Sprintf("SELECT f.name, f.value, COUNT(*) AS n FROM attribute f WHERE f.kind = '%s' AND f.name IN (%s)", q.Kind, joinComma(list))
	if len(where) > 0 {
		text += " AND f.id IN (SELECT t.id FROM " + table + " t" + whereClause(where) + ")"
	}
	rows, err := s.eng.reader.QueryContext(ctx, text+" GROUP BY f.name, f.value ORDER BY f.name, n DESC, f.value", c.args...)
	_, err = scanAll(rows, err, func(scan func(...any) error) (struct{}, error) {
		var a domain.Attr
		var f domain.FacetCount
		err := scan(&a, &f.Value, &f.Count)
		out[a] = append(out[a], f)
		return struct{}{}, err
	})
	if err != nil {
		return nil, asError(err)
	}
	return out, nil
}

// Each streams all matching records of a kind in id order (bytewise) from one
// view of the database; an error of yield ends it and is returned unchanged.
func (s *Store) Each(ctx context.Context, k domain.Kind, f domain.Filter, yield func(domain.Record) error) error {
	table, c, where, err := conditions(domain.Query{Kind: k, Filter: f})
	if err != nil {
		return err
	}
	rows, err := s.eng.reader.QueryContext(ctx, "SELECT "+columnsOf(k)+" FROM "+table+" t"+whereClause(where)+" ORDER BY t.id", c.args...)
	if err != nil {
		return asError(err)
	}
	defer rows.Close()
	scan := scanRow(k)
	for rows.Next() {
		r, err := scan(rows.Scan)
		if err != nil {
			return asError(err)
		}
		rec, err := r.record()
		if err != nil {
			return asError(err)
		}
		if err := yield(rec); err != nil {
			return err
		}
	}
	return asError(rows.Err())
}
