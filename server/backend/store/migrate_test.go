package store

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"jumpup/server/domain"
)

// TestNewerDatabaseIsRefused: an older program names both versions and changes
// nothing.
func TestNewerDatabaseIsRefused(t *testing.T) {
	for _, b := range backends {
		t.Run(b.name, func(t *testing.T) {
			o := onDisk(t, b.options(t))
			s := must(Open(bg, o))(t)
			newer := must(newestSchema())(t) + 1
			if _, err := s.eng.writer.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES ($1, $2)", newer, true); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			_, err := Open(bg, o)
			wantCode(t, err, domain.CodeUnavailable)
			for _, part := range []string{fmt.Sprint("schema ", newer), "newer program"} {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%v does not say %q", err, part)
				}
			}
		})
	}
}

// TestOlderDatabaseIsBroughtUp: what an older schema held is there after Open.
func TestOlderDatabaseIsBroughtUp(t *testing.T) {
	for _, b := range backends {
		t.Run(b.name, func(t *testing.T) {
			o := onDisk(t, b.options(t))
			old := must(connect(bg, o))(t)
			if err := migrate(bg, old.eng, 1); err != nil {
				t.Fatal(err)
			}
			if _, err := old.eng.writer.Exec(`INSERT INTO cohort (id, version, name, names, doc, changed) VALUES ('k1', 3, 'one', 'one', '{"id":"k1"}', 5)`); err != nil {
				t.Fatal(err)
			}
			if err := old.disconnect(); err != nil {
				t.Fatal(err)
			}
			s := open(t, o)
			if v := must(s.Record(bg, ref(domain.KindCohort, "k1")))(t).Rev(); v != 3 {
				t.Fatalf("version %d", v)
			}
			save(t, s, &domain.Cohort{ID: "k2"})
		})
	}
}

// TestManyStartAtOnce: processes that start together on an empty database all
// come up.
func TestManyStartAtOnce(t *testing.T) {
	for _, b := range backends {
		t.Run(b.name, func(t *testing.T) {
			o := onDisk(t, b.options(t))
			o.MaxConns = 3
			var wg sync.WaitGroup
			for range 6 {
				wg.Go(func() {
					s, err := Open(bg, o)
					if err != nil {
						t.Error(err)
						return
					}
					if err := s.Ready(bg); err != nil {
						t.Error(err)
					}
					if err := s.Close(); err != nil {
						t.Error(err)
					}
				})
			}
			wg.Wait()
		})
	}
}

// TestMigrationsAreAppendOnly: numbered from 1 without gaps, upwards only, and
// in the words that both databases share.
func TestMigrationsAreAppendOnly(t *testing.T) {
	names := must(fs.Glob(migrationFiles, "migrations/*.sql"))(t)
	foreign := regexp.MustCompile(`(?i)\b(AUTOINCREMENT|SERIAL|JSONB|BLOB|DATETIME|TIMESTAMP\w*|NOW\(\)|PRAGMA|WITHOUT ROWID)\b|-- \+goose Down`)
	for i, name := range names {
		if !strings.HasPrefix(filepath.Base(name), fmt.Sprintf("%05d_", i+1)) {
			t.Errorf("%s: want number %d", name, i+1)
		}
		text := string(must(fs.ReadFile(migrationFiles, name))(t))
		if bad := foreign.FindString(text); bad != "" {
			t.Errorf("%s: %q is not shared by both databases, or goes down", name, bad)
		}
	}
}

func TestOpenRefusals(t *testing.T) {
	notADatabase := t.TempDir()
	if err := os.WriteFile(filepath.Join(notADatabase, fileName), []byte(strings.Repeat("not a database ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]struct {
		o    Options
		code domain.Code
	}{
		"nothing":       {Options{}, domain.CodeInvalid},
		"two places":    {Options{Memory: true, Dir: "x"}, domain.CodeInvalid},
		"a file":        {Options{Dir: file}, domain.CodeUnavailable},
		"no database":   {Options{Dir: notADatabase}, domain.CodeUnavailable},
		"broken url":    {Options{URL: "postgres://user:secret@[:5432/x"}, domain.CodeInvalid},
		"nobody at url": {Options{URL: "postgres://user:secret@127.0.0.1:1/x"}, domain.CodeUnavailable},
	} {
		_, err := Open(bg, x.o)
		if domain.CodeOf(err) != x.code {
			t.Errorf("%s: got %v", name, err)
		} else if strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the password is shown: %v", name, err)
		}
	}
}

// TestPathsAreEscaped: a folder's name cannot smuggle in settings.
func TestPathsAreEscaped(t *testing.T) {
	o := testOptions()
	o.Dir = filepath.Join(t.TempDir(), "기업 50%?mode=memory&_pragma=x#y")
	save(t, open(t, o), &domain.Cohort{ID: "k1"})
	info := must(os.Stat(filepath.Join(o.Dir, fileName)))(t)
	if info.Size() == 0 || info.Mode().Perm() != 0o600 {
		t.Fatalf("%d bytes, mode %v", info.Size(), info.Mode())
	}
}
