package store

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
)

func TestAudit(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		c := must(s.Record(bg, ref(domain.KindCompany, "c1")))(t).(*domain.Company)
		c.City = "<Busan> & \u2028"
		save(t, s, c)
		n := len(house())
		one := must(s.Audit(bg, domain.AuditQuery{Ref: c.Ref()}))(t)
		if len(one.Items) != 2 || one.Items[0].Event.Kind != domain.RecordChanged || one.Items[0].Seq != int64(n+1) {
			t.Fatalf("%+v", one.Items)
		}
		if d := cmp.Diff(domain.Event{Kind: domain.RecordChanged, Actor: "tester", Ref: c.Ref(), At: fixedNow, Data: map[string]string{"fields": "city"}}, one.Items[0].Event); d != "" {
			t.Fatal(d)
		}
		for name, q := range map[string]domain.AuditQuery{
			"kind of record": {Ref: domain.Ref{Kind: domain.KindCompany}}, "actor": {Actor: "system:test"}, "kind": {Kind: domain.RecordCreated}, "all": {},
		} {
			want := map[string]int{"kind of record": 3, "actor": n, "kind": n, "all": n + 1}[name]
			var last int64 = 1 << 40
			got := 0
			for q.Limit = 2; ; {
				page := must(s.Audit(bg, q))(t)
				for _, e := range page.Items {
					if e.Seq >= last {
						t.Fatalf("%s: %d after %d", name, e.Seq, last)
					}
					last = e.Seq
					got++
				}
				if q.Cursor = page.Next; q.Cursor == "" {
					break
				}
			}
			if got != want {
				t.Errorf("%s: %d entries, want %d", name, got, want)
			}
		}
		if entries, broken, err := s.VerifyAudit(bg); err != nil || broken != 0 || entries != int64(n+1) {
			t.Fatal(entries, broken, err)
		}
	})
}

// TestTampering: whatever is done to the audit table by hand is found, at the
// first entry concerned.
func TestTampering(t *testing.T) {
	cases := map[string]struct {
		text   string
		broken int64
	}{
		"another actor":     {"UPDATE audit SET actor = 'somebody' WHERE seq = 4", 4},
		"another time":      {"UPDATE audit SET happened = happened + 1 WHERE seq = 2", 2},
		"another reference": {"UPDATE audit SET ref_id = 'c9' WHERE seq = 9", 9},
		"other data":        {`UPDATE audit SET data = '{"fields":"x"}' WHERE seq = 1`, 1},
		"damaged data":      {"UPDATE audit SET data = 'x' WHERE seq = 3", 3},
		"spaced data":       {"UPDATE audit SET data = '{ }' WHERE seq = 3", 3},
		"a hash":            {"UPDATE audit SET hash = prev WHERE seq = 5", 5},
		"a missing entry":   {"DELETE FROM audit WHERE seq = 6", 6},
		"the last missing":  {"DELETE FROM audit WHERE seq = 9", 9},
		"all missing":       {"DELETE FROM audit", 1},
		"another number":    {"UPDATE audit SET seq = 102 WHERE seq = 2", 2},
		"one more":          {"INSERT INTO audit SELECT 10, kind, actor, ref_kind, ref_id, happened, data, hash, hash FROM audit WHERE seq = 9", 10},
		"another head":      {"UPDATE log_head SET seq = 8", 9},
		"another last hash": {"UPDATE log_head SET hash = (SELECT prev FROM audit WHERE seq = 9)", 9},
	}
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		for what, by := range cases {
			err := s.write(bg, func(x *tx) error {
				if _, err := x.Exec(by.text); err != nil {
					return err
				}
				if _, broken, err := verifyChain(bg, x); err != nil || broken != by.broken {
					t.Errorf("%s: broken %d (%v), want %d", what, broken, err, by.broken)
				}
				return errRollBack
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if entries, broken, err := s.VerifyAudit(bg); err != nil || broken != 0 || entries != 9 {
			t.Fatal(entries, broken, err)
		}
	})
}

// TestOutboxOrder: while many write, a reader that goes on from the last number
// it saw gets every event once and in order.
func TestOutboxOrder(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		const writers, each = 6, 8
		var wg sync.WaitGroup
		for w := range writers {
			wg.Go(func() {
				for i := range each {
					rec := &domain.Cohort{ID: domain.CohortID(fmt.Sprintf("k%d-%d", w, i))}
					if _, err := s.Save(bg, rec.Ref(), 0, setTo(rec)); err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		done := make(chan struct{})
		go func() { wg.Wait(); close(done) }()
		var last int64
		seen := map[string]bool{}
		for finished := false; ; {
			rows := must(s.Outbox(bg, last, 5))(t)
			for _, r := range rows {
				if r.Seq != last+1 || seen[r.Event.Ref.ID] {
					t.Fatalf("%d after %d", r.Seq, last)
				}
				last, seen[r.Event.Ref.ID] = r.Seq, true
			}
			if finished && len(rows) == 0 {
				break
			}
			select {
			case <-done:
				finished = true
			default:
			}
		}
		if last != writers*each {
			t.Fatalf("%d events", last)
		}
		if _, broken, err := s.VerifyAudit(bg); err != nil || broken != 0 {
			t.Fatal(broken, err)
		}
	})
}

func TestPositions(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		if n := must(s.Position(bg, "search"))(t); n != 0 {
			t.Fatal(n)
		}
		for _, n := range []int64{5, 9} {
			if err := s.SetPosition(bg, "search", n); err != nil || must(s.Position(bg, "search"))(t) != n {
				t.Fatal(err)
			}
		}
		if n := must(s.Position(bg, "other"))(t); n != 0 {
			t.Fatal(n)
		}
	})
}

// TestClearedOutbox: who was away too long is told so instead of missing events.
func TestClearedOutbox(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		old := &domain.Cohort{ID: "old"}
		if _, err := s.Save(bg, old.Ref(), 0, func(domain.Record) (domain.Record, []domain.Event, error) {
			return old, []domain.Event{{Kind: domain.RecordCreated, Ref: old.Ref(), At: fixedNow.Add(-outboxKept - time.Hour)}}, nil
		}); err != nil {
			t.Fatal(err)
		}
		save(t, s, &domain.Cohort{ID: "new"})
		for range 2 {
			if err := s.clearAway(bg); err != nil {
				t.Fatal(err)
			}
		}
		_, err := s.Outbox(bg, 0, 0)
		wantCode(t, err, domain.CodeStale)
		if rows := must(s.Outbox(bg, 1, 0))(t); len(rows) != 1 || rows[0].Event.Ref.ID != "new" {
			t.Fatalf("%+v", rows)
		}
		if _, broken, err := s.VerifyAudit(bg); err != nil || broken != 0 {
			t.Fatal("the audit log was touched", broken, err)
		}
	})
}

func TestAccesses(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		const rows = 2*accessBatch + 7
		var wg sync.WaitGroup
		for i := range rows {
			wg.Go(func() {
				s.Accessed(domain.Access{Actor: "u1", Action: domain.ActRead, Ref: ref(domain.KindPerson, fmt.Sprint(i)), At: fixedNow.Add(time.Duration(i/2) * time.Second), Count: i})
			})
		}
		wg.Wait()
		var last time.Time
		seen := map[string]bool{}
		for cursor := ""; ; {
			page := must(s.Accesses(bg, cursor, 400))(t)
			for _, a := range page.Items {
				if !last.IsZero() && a.At.After(last) || seen[a.Ref.ID] {
					t.Fatalf("%+v", a)
				}
				last, seen[a.Ref.ID] = a.At, true
			}
			if cursor = page.Next; cursor == "" {
				break
			}
		}
		if len(seen) != rows {
			t.Fatalf("%d rows", len(seen))
		}
	})
}

// TestCloseWritesAccesses: what was taken before Close is in the database.
func TestCloseWritesAccesses(t *testing.T) {
	o := testOptions()
	o.Dir = t.TempDir()
	s := must(Open(bg, o))(t)
	s.Accessed(domain.Access{Actor: "u1", Action: domain.ActRead})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if page := must(open(t, o).Accesses(bg, "", 0))(t); len(page.Items) != 1 {
		t.Fatalf("%+v", page)
	}
}
