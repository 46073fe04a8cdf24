package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"jumpup/server/backend/store/archive"
	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
)

// furnish fills every table that a backup keeps.
func furnish(t testing.TB, s *Store) {
	t.Helper()
	importHouse(t, s)
	if _, err := s.Import(bg, domain.Import{Records: drawn(10, 6)}); err != nil {
		t.Fatal(err)
	}
	addUser(t, s, "u1", domain.RoleAdministrator)
	addJob(t, s, 1, domain.File{Name: "f", Data: bytes.Repeat([]byte{0, 200}, 1000)})
	must(s.PublishWeights(bg, 0, domain.Weights{Experts: map[string]float64{"x": 0.1}}))(t)
	s.Accessed(domain.Access{Actor: "u1", Action: domain.ActRead, At: fixedNow})
	must(s.Accesses(bg, "", 0))(t)
	err := errors.Join(
		s.PutSetting(bg, "name", "도약"), s.Commit("token", []byte{1}, time.Now().Add(time.Hour)), s.SetPosition(bg, "search", 3),
		s.SaveRun(bg, domain.Run{ID: "r", Snapshot: "s", Lines: []byte("x")}, domain.Snapshot{Key: "s", Archive: []byte{0, 1}}),
		s.AddSavedSearch(bg, domain.SavedSearch{ID: "q1", User: "u1", Name: "수출", Created: fixedNow}, 9),
		s.NoteSearch(bg, domain.SearchNote{Text: "수출", Reason: domain.NoteNone, Kinds: domain.SearchKinds, Count: 1, Last: fixedNow}),
		s.PutIndexStatus(bg, domain.IndexStatus{Server: "a", Engine: "embedded"}),
	)
	if err != nil {
		t.Fatal(err)
	}
}

// TestTablesAreListed: every table of the schema is either kept by a backup or
// known to be left out, and furnish fills those kept.
func TestTablesAreListed(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		want := append(slices.Clone(passing), "goose_db_version")
		for _, x := range kept {
			want = append(want, x.name)
		}
		slices.Sort(want)
		var got []string
		if err := s.write(bg, func(x *tx) (err error) { got, err = x.tables(bg); return err }); err != nil {
			t.Fatal(err)
		}
		got = slices.DeleteFunc(got, func(name string) bool { return name == "sqlite_sequence" })
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
		furnish(t, s)
		for name, rows := range contents(t, s) {
			if len(rows) == 0 {
				t.Errorf("%s is empty", name)
			}
		}
	})
}

// TestBackupAndRestore: what is restored, into either database, equals what was
// saved from either.
func TestBackupAndRestore(t *testing.T) {
	for _, from := range backends {
		t.Run("from "+from.name, func(t *testing.T) {
			s := open(t, from.options(t))
			furnish(t, s)
			want := contents(t, s)
			file := filepath.Join(t.TempDir(), "backup.jumpup")
			if err := s.Backup(bg, file); err != nil {
				t.Fatal(err)
			}
			if info := must(os.Stat(file))(t); info.Mode().Perm() != 0o600 {
				t.Fatalf("mode %v", info.Mode())
			}
			for _, to := range backends {
				t.Run("to "+to.name, func(t *testing.T) {
					o := onDisk(t, to.options(t))
					if err := Restore(bg, o, file); err != nil {
						t.Fatal(err)
					}
					back := open(t, o)
					if d := cmp.Diff(want, contents(t, back)); d != "" {
						t.Fatal(d)
					}
					if _, broken, err := back.VerifyAudit(bg); err != nil || broken != 0 {
						t.Fatal(broken, err)
					}
					if _, found, err := back.Find("token"); err != nil || found {
						t.Fatal("a sign-in was restored")
					}
					save(t, back, &domain.Company{ID: "after"})
					wantCode(t, Restore(bg, o, file), domain.CodeConflict)
				})
			}
		})
	}
}

// onDisk puts a database that would be gone after Close into a folder.
func onDisk(t *testing.T, o Options) Options {
	t.Helper()
	if o.Memory {
		o.Memory, o.Dir = false, t.TempDir()
	}
	return o
}

// TestBackupWhileWriting: a backup made while others write is one moment of the
// database: its chain is whole, its head matches, its companies are the first n.
func TestBackupWhileWriting(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		files := writeAndBackUp(t, s, 3)
		var last int64
		for _, file := range files {
			o := testOptions()
			o.Dir = t.TempDir()
			if err := Restore(bg, o, file); err != nil {
				t.Fatal(err)
			}
			back := open(t, o)
			entries, broken, err := back.VerifyAudit(bg)
			if err != nil || broken != 0 || entries <= last {
				t.Fatal(entries, broken, err)
			}
			last = entries
			ids, _ := walk(t, back, domain.Query{Kind: domain.KindCompany, Limit: 500})
			if int64(len(ids)) != entries-int64(len(house()))+2 {
				t.Fatalf("%d companies, %d entries", len(ids), entries)
			}
		}
	})
}

// writeAndBackUp makes backups while a writer saves one company after another;
// between two backups at least ten companies are saved.
func writeAndBackUp(t *testing.T, s *Store, n int) (files []string) {
	t.Helper()
	ctx, cancel := context.WithCancel(bg)
	defer cancel()
	saved := make(chan int)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	wg.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			c := &domain.Company{ID: domain.CompanyID(fmt.Sprintf("w%06d", i)), Cohort: "k1"}
			if _, err := s.Save(ctx, c.Ref(), 0, setTo(c)); err != nil && ctx.Err() == nil {
				t.Error(err)
				cancel()
			}
			select { // said to whoever listens
			case saved <- i:
			default:
			}
		}
	})
	for i := range n {
		for range 10 {
			select {
			case <-saved:
			case <-ctx.Done():
				t.Fatal("the writer failed")
			}
		}
		files = append(files, filepath.Join(t.TempDir(), fmt.Sprint(i)))
		if err := s.Backup(bg, files[i]); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestBackupRefusals(t *testing.T) {
	s := open(t, backends[0].options(t))
	furnish(t, s)
	dir := t.TempDir()
	wantCode(t, s.Backup(bg, filepath.Join(dir, "none", "file")), domain.CodeUnavailable)
	cancelled, cancel := context.WithCancel(bg)
	cancel()
	if err := s.Backup(cancelled, filepath.Join(dir, "file")); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if left := must(os.ReadDir(dir))(t); len(left) != 0 {
		t.Fatalf("%v was left", left)
	}
}

// TestRestoreRefusals: nothing is touched by a backup that is not whole, of a
// newer program, or not of this program at all.
func TestRestoreRefusals(t *testing.T) {
	s := open(t, backends[0].options(t))
	furnish(t, s)
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole")
	if err := s.Backup(bg, whole); err != nil {
		t.Fatal(err)
	}
	data := must(os.ReadFile(whole))(t)
	forge := func(schema int64, tables ...archive.Table) []byte {
		var b bytes.Buffer
		w := must(archive.NewWriter(&b, schema, ""))(t)
		for _, x := range tables {
			if err := errors.Join(w.Table(x), w.Row([]any{"a"})); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	newest := must(newestSchema())(t)
	for name, content := range map[string][]byte{
		"cut off":       data[:len(data)/2],
		"no backup":     []byte("hello"),
		"newer":         forge(newest + 1),
		"unknown table": forge(newest, archive.Table{Name: "goose_db_version", Columns: []string{"id"}}),
		"bad column":    forge(newest, archive.Table{Name: "cohort", Columns: []string{"id) SELECT 1; --"}}),
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "backup")
			if err := os.WriteFile(file, content, 0o600); err != nil {
				t.Fatal(err)
			}
			o := onDisk(t, backends[0].options(t))
			wantCode(t, Restore(bg, o, file), domain.CodeInvalid)
			if n := must(open(t, o).OutboxHead(bg))(t); n != 0 {
				t.Fatal("something was restored")
			}
		})
	}
	wantCode(t, Restore(bg, onDisk(t, backends[0].options(t)), filepath.Join(dir, "none")), domain.CodeInvalid)
}

// TestRestoreOfOlderSchema: a backup of an older schema goes into an empty
// database of any schema and is brought up to date.
func TestRestoreOfOlderSchema(t *testing.T) {
	var b bytes.Buffer
	w := must(archive.NewWriter(&b, 2, ""))(t)
	err := errors.Join(
		w.Table(archive.Table{Name: "cohort", Columns: []string{"id", "version", "name", "names", "doc", "changed"}}),
		w.Row([]any{"k1", int64(4), "one", "one", `{"id":"k1","name":"One"}`, int64(5)}),
		w.Close())
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "old")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, backend := range backends {
		for _, opened := range []bool{false, true} {
			t.Run(fmt.Sprint(backend.name, " opened before ", opened), func(t *testing.T) {
				o := onDisk(t, backend.options(t))
				if opened {
					if err := must(Open(bg, o))(t).Close(); err != nil {
						t.Fatal(err)
					}
				}
				if err := Restore(bg, o, file); err != nil {
					t.Fatal(err)
				}
				s := open(t, o)
				if c := must(s.Record(bg, ref(domain.KindCohort, "k1")))(t).(*domain.Cohort); c.Version != 4 || c.Name.Plain != "One" {
					t.Fatalf("%+v", c)
				}
				if v := must(s.Schema(bg))(t); v != must(newestSchema())(t) {
					t.Fatalf("schema %d", v)
				}
				addUser(t, s, "u1", domain.RoleExpert)
			})
		}
	}
}
