package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"

	"jumpup/server/backend/store/archive"
	"jumpup/server/domain"
)

// Restore fills an empty database from a backup made of either kind of
// database, in one transaction: it is restored wholly or not at all. The file
// is checked to its end before anything is touched. It fails with invalid for a
// damaged file or one made by a newer program, and with conflict when the
// database holds anything.
func Restore(ctx context.Context, opt Options, file string) error {
	version, err := checkArchive(file)
	if err != nil {
		return err
	}
	s, err := connect(ctx, opt)
	if err != nil {
		return err
	}
	return asError(errors.Join(s.restore(ctx, file, version), s.disconnect()))
}

// checkArchive reads a backup to its end and gives its schema.
func checkArchive(file string) (int64, error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, &domain.Error{Code: domain.CodeInvalid, Field: file, Message: "cannot be read; name an existing backup", Err: err}
	}
	defer f.Close()
	r, err := archive.NewReader(f)
	for err == nil {
		_, _, err = r.Next()
	}
	if !errors.Is(err, io.EOF) {
		return 0, &domain.Error{Code: domain.CodeInvalid, Field: file, Message: err.Error() + "; nothing was restored, use another backup"}
	}
	newest, err := newestSchema()
	if err != nil {
		return 0, asError(err)
	}
	if r.Header.Schema > newest {
		return 0, domain.Errorf(domain.CodeInvalid, file, "was made by a newer program (schema %d, this one knows %d); restore it with that program", r.Header.Schema, newest)
	}
	return r.Header.Schema, nil
}

func (s *Store) restore(ctx context.Context, file string, version int64) (err error) {
	unlock, err := s.eng.lockSchema(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	if err := s.prepare(ctx, version); err != nil {
		return err
	}
	if err := s.write(ctx, func(t *tx) error { return t.load(ctx, file) }); err != nil {
		return err
	}
	return migrateLocked(ctx, s.eng, 0)
}

// prepare brings an empty database to the schema of a backup.
func (s *Store) prepare(ctx context.Context, version int64) error {
	p, err := schema(s.eng)
	if err != nil {
		return err
	}
	have, err := p.GetDBVersion(ctx)
	if err != nil {
		return err
	}
	if have > version {
		if err := s.write(ctx, func(t *tx) error { return t.dropEmpty(ctx) }); err != nil {
			return err
		}
	}
	return migrateLocked(ctx, s.eng, version)
}

// dropEmpty removes the tables of an empty database that has a newer schema
// than a backup.
func (t *tx) dropEmpty(ctx context.Context) error {
	if err := t.checkEmpty(ctx); err != nil {
		return err
	}
	for _, x := range slices.Backward(kept) {
		if _, err := t.ExecContext(ctx, "DROP TABLE IF EXISTS "+x.name); err != nil {
			return err
		}
	}
	for _, name := range append(slices.Clone(passing), "goose_db_version") {
		if _, err := t.ExecContext(ctx, "DROP TABLE IF EXISTS "+name); err != nil {
			return err
		}
	}
	return nil
}

// checkEmpty fails with conflict when any table holds a row of its own.
func (t *tx) checkEmpty(ctx context.Context) error {
	there, err := t.tables(ctx)
	if err != nil {
		return err
	}
	for _, x := range kept {
		if !slices.Contains(there, x.name) {
			continue
		}
		text := "SELECT COUNT(*) FROM " + x.name
		switch x.name {
		case "log_head":
			text += " WHERE seq > 0 OR revision > 0"
		case "guard":
			continue
		}
		var n int64
		if err := t.QueryRowContext(ctx, text).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			return domain.Errorf(domain.CodeConflict, "database", "is not empty (%s holds %d rows); nothing was restored, name an empty data folder or database", x.name, n)
		}
	}
	return nil
}

// tables lists the tables of the schema.
func (t *tx) tables(ctx context.Context) ([]string, error) {
	text := "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
	if t.s.eng.postgres {
		text = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
	}
	rows, err := t.QueryContext(ctx, text)
	return scanAll(rows, err, scanString)
}

// Bounds of what is held in memory between two inserts.
const (
	loadValues = 20000
	loadBytes  = 8 << 20
)

var columnName = regexp.MustCompile(`^[a-z][a-z_]*$`)

// load inserts every row of a backup.
func (t *tx) load(ctx context.Context, file string) error {
	var head int64
	if err := t.QueryRowContext(ctx, "SELECT seq FROM log_head WHERE id = 1"+t.s.eng.forUpdate).Scan(&head); err != nil {
		return err
	}
	if err := t.checkEmpty(ctx); err != nil {
		return err
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	r, err := archive.NewReader(f)
	if err != nil {
		return err
	}
	l := loader{t: t}
	for {
		table, row, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return l.flush(ctx)
		case err != nil:
			return err
		case table != nil:
			err = l.begin(ctx, *table)
		default:
			err = l.add(ctx, row)
		}
		if err != nil {
			return err
		}
	}
}

// loader collects rows of one table.
type loader struct {
	t       *tx
	table   string
	columns []string
	args    []any
	bytes   int
}

func (l *loader) begin(ctx context.Context, a archive.Table) error {
	if err := l.flush(ctx); err != nil {
		return err
	}
	i := slices.IndexFunc(kept, func(x table) bool { return x.name == a.Name })
	if i < 0 || !allOf(a.Columns, columnName.MatchString) {
		return domain.Errorf(domain.CodeInvalid, a.Name, "is no table of a backup of this program; nothing was restored")
	}
	l.table, l.columns = a.Name, a.Columns
	if kept[i].seeded {
		_, err := l.t.ExecContext(ctx, "DELETE FROM "+a.Name)
		return err
	}
	return nil
}

func allOf[T any](list []T, f func(T) bool) bool {
	return !slices.ContainsFunc(list, func(v T) bool { return !f(v) })
}

func (l *loader) add(ctx context.Context, row []any) error {
	if len(row) != len(l.columns) || l.table == "" {
		return domain.Errorf(domain.CodeInvalid, l.table, "has a row of %d values for %d columns; nothing was restored", len(row), len(l.columns))
	}
	l.args = append(l.args, row...)
	for _, v := range row {
		switch x := v.(type) {
		case string:
			l.bytes += len(x)
		case []byte:
			l.bytes += len(x)
		}
	}
	if len(l.args) >= loadValues || l.bytes > loadBytes {
		return l.flush(ctx)
	}
	return nil
}

func (l *loader) flush(ctx context.Context) error {
	if len(l.args) == 0 {
		return nil
	}
	_, err := l.t.insertMany(ctx, "INSERT INTO "+l.table+" ("+joinComma(l.columns)+")", "", len(l.columns), l.args)
	l.args, l.bytes = nil, 0
	if err != nil {
		return fmt.Errorf("table %s: %w", l.table, err)
	}
	return nil
}
