package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"strings"
	"time"

	"jumpup/server/domain"
)

// querier is what a handle and a transaction have in common.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// tx is one writing transaction with what it will add to the log.
type tx struct {
	*sql.Tx
	s       *Store
	events  []domain.Event
	changed int64 // records written; the revision grows by it
}

func (t *tx) happened(events ...domain.Event) { t.events = append(t.events, events...) }

// errRollBack ends a transaction without error and without effect.
var errRollBack = errors.New("roll back")

// write runs fn in one transaction, appends its events to the log and commits.
// A transaction that met another one is tried again, so fn may run several
// times; when Options.Patience is over the error is unavailable. When fn fails
// or ctx ends nothing is changed.
func (s *Store) write(ctx context.Context, fn func(*tx) error) error {
	end := time.Now().Add(s.opt.Patience)
	for pause := 5 * time.Millisecond; ; pause = min(2*pause, 250*time.Millisecond) {
		err := s.writeOnce(ctx, end, fn)
		if errors.Is(err, errRollBack) {
			return nil
		}
		if faultOf(err) != faultRetry || time.Now().After(end) {
			return asError(err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

func (s *Store) writeOnce(ctx context.Context, end time.Time, fn func(*tx) error) error {
	conn, err := s.writerConn(ctx, end)
	if err != nil {
		return err
	}
	defer conn.Close() //nolint:errcheck // gives the connection back
	raw, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer raw.Rollback()
	t := &tx{Tx: raw, s: s}
	if err := fn(t); err != nil {
		return err
	}
	if err := t.appendLog(ctx); err != nil {
		return err
	}
	return raw.Commit()
}

// writerConn waits for a connection no longer than until end.
func (s *Store) writerConn(ctx context.Context, end time.Time) (*sql.Conn, error) {
	waiting, cancel := context.WithDeadline(ctx, end)
	defer cancel()
	conn, err := s.eng.writer.Conn(waiting)
	if err != nil && ctx.Err() == nil && waiting.Err() != nil {
		return nil, domain.Errorf(domain.CodeUnavailable, "", "another long write is in the way; nothing was changed, try again in a moment")
	}
	return conn, err
}

// read runs fn on one unchanging view of the database.
func (s *Store) read(ctx context.Context, fn func(querier) error) error {
	opt := &sql.TxOptions{ReadOnly: true}
	if s.eng.postgres {
		opt.Isolation = sql.LevelRepeatableRead
	}
	t, err := s.eng.reader.BeginTx(ctx, opt)
	if err != nil {
		return asError(err)
	}
	defer t.Rollback()
	return asError(fn(t))
}

// How many parameters one statement of [tx.insertMany] has at most. SQLite looks
// for each named parameter among all others, so few at once and a prepared
// statement are fastest; PostgreSQL wants few round trips.
const (
	liteParams = 100
	pgParams   = 10000
)

// insertMany runs "head VALUES (...), (...) tail" for rows of width values
// each, several at a time; it returns how many rows were affected.
func (t *tx) insertMany(ctx context.Context, head, tail string, width int, args []any) (int64, error) {
	most := liteParams
	if t.s.eng.postgres {
		most = pgParams
	}
	text := func(n int) string { return head + " VALUES " + tuples(n/width, width) + " " + tail }
	step := max(1, most/width) * width
	whole := len(args) / step * step
	total, err := t.repeat(ctx, text(step), step, args[:whole])
	if rest := args[whole:]; err == nil && len(rest) > 0 {
		var n int64
		n, err = affected(t.ExecContext(ctx, text(len(rest)), rest...))
		total += n
	}
	return total, err
}

// repeat runs one prepared statement with step arguments after the other.
func (t *tx) repeat(ctx context.Context, text string, step int, args []any) (total int64, err error) {
	if len(args) == 0 {
		return 0, nil
	}
	stmt, err := t.PrepareContext(ctx, text)
	if err != nil {
		return 0, err
	}
	defer stmt.Close() //nolint:errcheck // ends with the transaction
	for ; len(args) > 0; args = args[step:] {
		n, err := affected(stmt.ExecContext(ctx, args[:step]...))
		if err != nil {
			return total, err
		}
		total += n
	}
	return total, nil
}

// affected counts the rows that a statement wrote.
func affected(res sql.Result, err error) (int64, error) {
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// tuples writes "($1,$2),($3,$4)".
func tuples(rows, width int) string {
	var b strings.Builder
	for r := range rows {
		if r > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('(')
		b.WriteString(marks(r*width+1, width))
		b.WriteByte(')')
	}
	return b.String()
}

// marks writes n parameters from the first on: "$3,$4,$5".
func marks(first, n int) string {
	b := make([]byte, 0, n*5)
	for i := range n {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(append(b, '$'), int64(first+i), 10)
	}
	return string(b)
}

// micros is how instants are stored: microseconds since 1970, 0 for none.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func fromMicros(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// strs makes arguments of any kind of string.
func strs[T ~string](in []T) []any {
	out := make([]any, len(in))
	for i, v := range in {
		out[i] = string(v)
	}
	return out
}

// scanAll reads every row through scan.
func scanAll[T any](rows *sql.Rows, err error, scan func(func(...any) error) (T, error)) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows.Scan)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

func joinComma(parts []string) string { return strings.Join(parts, ", ") }
