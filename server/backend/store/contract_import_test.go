package store

import (
	"context"
	"errors"
	"testing"
	"time"

	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
)

func TestImportTwice(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		im := domain.Import{Actor: domain.System("test"), Records: drawn(60, 2), Events: []domain.Event{{Kind: domain.ImportFinished, Actor: "system:test", At: fixedNow}}}
		var steps []int
		im.Progress = func(done, total int) { steps = append(steps, done) }
		first := must(s.Import(bg, im))(t)
		for _, k := range drawnKinds {
			if first[k] != (domain.ImportCount{Created: 60}) {
				t.Fatalf("%s: %+v", k, first[k])
			}
		}
		if steps[len(steps)-1] != len(im.Records) || must(s.OutboxHead(bg))(t) != int64(len(im.Records)+1) {
			t.Fatalf("progress %v, %d events", steps, must(s.OutboxHead(bg))(t))
		}
		revision := must(s.Revision(bg))(t)
		im.Events = nil
		second := must(s.Import(bg, im))(t)
		for _, k := range drawnKinds {
			if second[k] != (domain.ImportCount{Unchanged: 60}) {
				t.Fatalf("again: %s: %+v", k, second[k])
			}
		}
		if must(s.Revision(bg))(t) != revision || must(s.OutboxHead(bg))(t) != int64(len(im.Records)+1) {
			t.Fatal("the second import wrote something")
		}
	})
}

func TestImportChangesAndNamesFields(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		changed := house()
		c := changed[3].(*domain.Company)
		c.City, c.Tags = "Daejeon", nil
		counts := must(s.Import(bg, domain.Import{Actor: domain.System("test"), Records: changed}))(t)
		if counts[domain.KindCompany] != (domain.ImportCount{Changed: 1, Unchanged: 1}) {
			t.Fatalf("%+v", counts)
		}
		if got := must(s.Record(bg, c.Ref()))(t).(*domain.Company); got.City != "Daejeon" || got.Version != 2 || got.Tags != nil {
			t.Fatalf("%+v", got)
		}
		if ids, _ := walk(t, s, domain.Query{Kind: domain.KindCompany, Filter: domain.AnyOf(domain.AttrTag, "robot")}); len(ids) != 0 {
			t.Fatal("an old tag still finds it")
		}
		page := must(s.Audit(bg, domain.AuditQuery{Ref: c.Ref(), Limit: 1}))(t)
		e := page.Items[0].Event
		if d := cmp.Diff(map[string]string{"fields": "city,tags"}, e.Data); d != "" || e.Kind != domain.RecordChanged || e.Actor != "system:test" {
			t.Fatalf("%+v %s", e, d)
		}
	})
}

// TestImportKeepsHandling: how a need is handled survives another import, also
// one that changes the need.
func TestImportKeepsHandling(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		n := must(s.Record(bg, ref(domain.KindNeed, "n1")))(t).(*domain.Need)
		if err := n.Take(domain.StepReturn, "which market?", fixedNow.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		save(t, s, n)
		for _, title := range []string{"Sell abroad", "Sell in Japan"} {
			again := house()
			fresh := again[5].(*domain.Need)
			fresh.Title, fresh.State = domain.PlainText(title), domain.NeedDraft
			if _, err := s.Import(bg, domain.Import{Records: again}); err != nil {
				t.Fatal(err)
			}
			if fresh.State != domain.NeedDraft {
				t.Fatal("the caller's record was changed")
			}
			got := must(s.Record(bg, n.Ref()))(t).(*domain.Need)
			want := *n
			want.Title, want.Version = domain.PlainText(title), got.Version
			if d := cmp.Diff(&want, got); d != "" {
				t.Fatal(d)
			}
		}
		if ids, _ := walk(t, s, domain.Query{Kind: domain.KindNeed, Filter: domain.AnyOf(domain.AttrState, string(domain.NeedReturned))}); len(ids) != 1 {
			t.Fatal("the state cannot be filtered by")
		}
	})
}

// untouched runs an import that must fail or be undone and compares everything
// before and after.
func untouched(t *testing.T, s *Store, run func() error, code domain.Code) {
	t.Helper()
	before := contents(t, s)
	err := run()
	if code != "" {
		wantCode(t, err, code)
	}
	if d := cmp.Diff(before, contents(t, s)); d != "" {
		t.Fatalf("not undone: %s", d)
	}
}

// contents is every row of every table that a backup keeps.
func contents(t testing.TB, s *Store) map[string][]string {
	t.Helper()
	return rowsOf(t, s, kept)
}

func TestImportIsAllOrNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		many := drawn(25, 4)
		with := func(more ...domain.Record) domain.Import {
			return domain.Import{Records: append(append([]domain.Record{}, many...), more...)}
		}
		untouched(t, s, func() error { _, err := s.Import(bg, with(&domain.Need{ID: "x", Company: "gone"})); return err }, domain.CodeConflict)
		untouched(t, s, func() error { _, err := s.Import(bg, with(&domain.Person{ID: "x", Organisation: "gone"})); return err }, domain.CodeConflict)
		untouched(t, s, func() error { _, err := s.Import(bg, with(&domain.Preference{From: "c1", To: "gone"})); return err }, domain.CodeConflict)
		untouched(t, s, func() error { _, err := s.Import(bg, with(many[0])); return err }, domain.CodeInvalid)
		untouched(t, s, func() error { _, err := s.Import(bg, with(&domain.Investor{ID: "x", City: "\x00"})); return err }, domain.CodeInvalid)
		untouched(t, s, func() error {
			im := with()
			im.DryRun = true
			counts, err := s.Import(bg, im)
			if counts[domain.KindNeed].Created != 25 {
				t.Errorf("the dry run counts %+v", counts)
			}
			return err
		}, "")
		untouched(t, s, func() error {
			ctx, cancel := context.WithCancel(bg)
			im := with()
			im.Progress = func(done, total int) {
				if done > total/2 {
					cancel()
				}
			}
			_, err := s.Import(ctx, im)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
			return nil
		}, "")
		if _, err := s.Import(bg, with()); err != nil {
			t.Fatalf("and then it works: %v", err)
		}
	})
}

// TestPeopleBeforeCompanies: a person may belong to a company of the same
// import, which comes later in file order.
func TestPeopleBeforeCompanies(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		counts := must(s.Import(bg, domain.Import{Records: []domain.Record{&domain.Person{ID: "p", Organisation: "c"}, &domain.Company{ID: "c"}}}))(t)
		if counts[domain.KindPerson].Created != 1 {
			t.Fatal(counts)
		}
	})
}
