package store

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"

	"jumpup/server/domain"
)

// Pages hold 1 to maxPage rows; 0 means defaultPage.
const (
	defaultPage = 50
	maxPage     = 500
)

func pageSize(limit int) (int, error) {
	switch {
	case limit == 0:
		return defaultPage, nil
	case limit < 0 || limit > maxPage:
		return 0, domain.Errorf(domain.CodeInvalid, "limit", "is %d; ask for 1 to %d", limit, maxPage)
	}
	return limit, nil
}

// mark is what a cursor holds: which list it belongs to and the last row's
// key; Text or Num by the kind of the key.
type mark struct {
	List string `json:"l"`
	Text string `json:"t,omitempty"`
	Num  int64  `json:"n,omitempty"`
	ID   string `json:"i"`
}

func (m mark) encode() string {
	b, err := json.Marshal(m)
	if err != nil {
		panic(err) // strings and a number always encode
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func markOf(list string, key any, id string) mark {
	m := mark{List: list, ID: id}
	switch k := key.(type) {
	case string:
		m.Text = k
	case int64:
		m.Num = k
	}
	return m
}

// decodeCursor refuses what was not given out for this list.
func decodeCursor(list, cursor string) (m mark, err error) {
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		err = json.Unmarshal(b, &m)
	}
	if err != nil || m.List != list || strings.Contains(m.ID, "\x00") || strings.Contains(m.Text, "\x00") {
		return m, domain.Errorf(domain.CodeInvalid, "cursor", "does not belong to this list; start again without it")
	}
	return m, nil
}

// keyed describes a list that is paged by (key, id).
type keyed[T any] struct {
	table, columns string
	key            string // an int64 column; with newest the order is descending
	text           bool   // key is text instead
	newest         bool
	where          []string // further conditions, already numbered from $1
	args           []any
	scan           func(func(...any) error) (T, error)
	at             func(T) (key any, id string)
}

// keyset reads one page and turns its rows into items.
func keyset[T, U any](ctx context.Context, q querier, k keyed[T], cursor string, limit int, item func(T) U) (page domain.Page[U], err error) {
	page.Total = -1
	n, err := pageSize(limit)
	if err != nil {
		return page, err
	}
	where, args := k.where, k.args
	if cursor != "" {
		m, err := decodeCursor(k.table, cursor)
		if err != nil {
			return page, err
		}
		var key any = m.Num
		if k.text {
			key = m.Text
		}
		sign := ">"
		if k.newest {
			sign = "<"
		}
		where = append(where, fmt.Sprintf("(%s, id) %s ($%d, $%d)", k.key, sign, len(args)+1, len(args)+2))
		args = append(args, key, m.ID)
	}
	order := k.key + ", id"
	if k.newest {
		order = k.key + " DESC, id DESC"
	}
	text := "SELECT " + k.columns + " FROM " + k.table + whereClause(where) + fmt.Sprintf(" ORDER BY %s LIMIT %d", order, n+1)
	rows, err := q.QueryContext(ctx, text, args...)
	all, err := scanAll(rows, err, k.scan)
	if err != nil {
		return page, asError(err)
	}
	if len(all) > n {
		all = all[:n]
		key, id := k.at(all[n-1])
		page.Next = markOf(k.table, key, id).encode()
	}
	page.Items = make([]U, len(all))
	for i, row := range all {
		page.Items[i] = item(row)
	}
	return page, nil
}

func whereClause(conditions []string) string {
	if len(conditions) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(conditions, " AND ")
}
