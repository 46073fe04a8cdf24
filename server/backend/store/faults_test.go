package store

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"jumpup/server/domain"
)

// TestSettingsOfSQLite: the safe settings hold on every connection.
func TestSettingsOfSQLite(t *testing.T) {
	o := testOptions()
	o.Dir = t.TempDir()
	s := open(t, o)
	for pragma, want := range map[string]string{"journal_mode": "wal", "foreign_keys": "1", "synchronous": "2", "busy_timeout": "15000"} {
		var writer, reader string
		if err := errors.Join(s.eng.writer.QueryRow("PRAGMA "+pragma).Scan(&writer), s.eng.reader.QueryRow("PRAGMA "+pragma).Scan(&reader)); err != nil {
			t.Fatal(err)
		}
		if writer != want || reader != want {
			t.Errorf("%s: writer %s, reader %s", pragma, writer, reader)
		}
	}
	if _, err := s.eng.reader.Exec("DELETE FROM cohort"); err == nil {
		t.Error("a reading connection wrote")
	}
}

// TestFullDisk: a write that finds no space says so and changes nothing; with
// space again it works.
func TestFullDisk(t *testing.T) {
	s := open(t, backends[0].options(t))
	importHouse(t, s)
	var pages int
	if err := s.eng.writer.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if err := s.eng.writer.QueryRow("PRAGMA max_page_count = 1").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	big := &domain.Company{ID: "big", City: strings.Repeat("x", 1<<20)}
	untouched(t, s, func() error { _, err := s.Save(bg, big.Ref(), 0, setTo(big)); return err }, domain.CodeUnavailable)
	_, err := s.Save(bg, big.Ref(), 0, setTo(big))
	if !strings.Contains(err.Error(), "disk") {
		t.Fatalf("no remedy: %v", err)
	}
	if err := s.eng.writer.QueryRow("PRAGMA max_page_count = 1000000").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	save(t, s, big)
}

// TestReadOnlyDatabase: reads go on, a write says what to do.
func TestReadOnlyDatabase(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		if s.eng.postgres {
			u := must(url.Parse(s.opt.URL))(t)
			q := u.Query()
			q.Set("default_transaction_read_only", "on")
			u.RawQuery = q.Encode()
			o := s.opt
			o.URL = u.String()
			other := must(connect(bg, o))(t)
			defer func() {
				if err := other.disconnect(); err != nil {
					t.Error(err)
				}
			}()
			checkReadOnly(t, other)
			return
		}
		if _, err := s.eng.writer.Exec("PRAGMA query_only = 1"); err != nil {
			t.Fatal(err)
		}
		checkReadOnly(t, s)
	})
}

func checkReadOnly(t *testing.T, s *Store) {
	t.Helper()
	must(s.Record(bg, ref(domain.KindCompany, "c1")))(t)
	rec := &domain.Cohort{ID: "new"}
	_, err := s.Save(bg, rec.Ref(), 0, setTo(rec))
	wantCode(t, err, domain.CodeUnavailable)
	if !strings.Contains(err.Error(), "read-only") {
		t.Fatalf("no remedy: %v", err)
	}
}

// TestPatience: a writer that finds another long write in the way gives up with
// unavailable when its patience is over, whether it waits in this process or
// for another one.
func TestPatience(t *testing.T) {
	for _, b := range backends {
		t.Run(b.name, func(t *testing.T) {
			o := onDisk(t, b.options(t))
			o.Patience = 150 * time.Millisecond
			first, second := open(t, o), open(t, o)
			save(t, first, &domain.Cohort{ID: "k1"})
			_, err := first.Save(bg, ref(domain.KindCohort, "k1"), 0, func(domain.Record) (domain.Record, []domain.Event, error) {
				for _, s := range []*Store{first, second} {
					rec := &domain.Cohort{ID: "k1", Year: domain.Int(1)}
					_, err := s.Save(bg, rec.Ref(), 0, setTo(rec))
					wantCode(t, err, domain.CodeUnavailable)
				}
				return &domain.Cohort{ID: "k1", Year: domain.Int(2)}, nil, nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if c := must(second.Record(bg, ref(domain.KindCohort, "k1")))(t).(*domain.Cohort); *c.Year != 2 {
				t.Fatalf("%+v", c)
			}
		})
	}
}

// TestCancelledWriteChangesNothing: the end of the context rolls back, also
// between the change and the commit, and while waiting for another writer.
func TestCancelledWriteChangesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		untouched(t, s, func() error {
			ctx, cancel := context.WithCancel(bg)
			_, err := s.Save(ctx, ref(domain.KindCompany, "c1"), 0, func(domain.Record) (domain.Record, []domain.Event, error) {
				cancel()
				return &domain.Company{ID: "c1", City: "Busan"}, nil, nil
			})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
			return nil
		}, "")
		ctx, cancel := context.WithCancel(bg)
		cancel()
		if _, err := s.Import(ctx, domain.Import{Records: drawn(3, 1)}); !errors.Is(err, context.Canceled) {
			t.Fatalf("got %v", err)
		}
		save(t, s, &domain.Company{ID: "c1", City: "Jeju"})
	})
}

// TestPanicInChange: a panic of the closure leaves no transaction open.
func TestPanicInChange(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic was swallowed")
				}
			}()
			_, _ = s.Save(bg, ref(domain.KindCohort, "k1"), 0, func(domain.Record) (domain.Record, []domain.Event, error) { panic("bug") })
		}()
		save(t, s, &domain.Cohort{ID: "k1"})
	})
}

// TestClosedStore: a call after Close fails with an error, without a panic.
func TestClosedStore(t *testing.T) {
	s := must(Open(bg, backends[0].options(t)))(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Ready(bg); err == nil {
		t.Fatal("ready after Close")
	}
	s.Accessed(domain.Access{})
}
