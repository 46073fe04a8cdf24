package store

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
)

func TestSaveAndLoad(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		for _, want := range house() {
			got := must(s.Record(bg, want.Ref()))(t)
			want.SetRev(1)
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s: %s", want.Ref(), d)
			}
		}
		_, err := s.Record(bg, ref(domain.KindCompany, "none"))
		wantCode(t, err, domain.CodeNotFound)
		_, err = s.Record(bg, ref("other", "c1"))
		wantCode(t, err, domain.CodeInvalid)
	})
}

func TestRecordsKeepOrderAndLeaveOut(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		refs := []domain.Ref{ref(domain.KindNeed, "n1"), ref(domain.KindCompany, "none"), ref(domain.KindCompany, "c2"), ref(domain.KindExpert, "e1"), ref(domain.KindCompany, "c1"), ref(domain.KindCompany, "c2")}
		var got []string
		for _, r := range must(s.Records(bg, refs))(t) {
			got = append(got, r.Ref().String())
		}
		if d := cmp.Diff([]string{"need/n1", "company/c2", "expert/e1", "company/c1", "company/c2"}, got); d != "" {
			t.Fatal(d)
		}
		if none := must(s.Records(bg, nil))(t); len(none) != 0 {
			t.Fatal(none)
		}
	})
}

func TestVersions(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := &domain.Company{ID: "c1", City: "Seoul"}
		_, err := s.Save(bg, c.Ref(), 3, setTo(c))
		wantCode(t, err, domain.CodeNotFound)
		if v := save(t, s, c).Rev(); v != 1 {
			t.Fatalf("version %d", v)
		}
		if v := save(t, s, c).Rev(); v != 1 {
			t.Fatalf("an equal record got version %d", v)
		}
		before := must(s.Revision(bg))(t)
		c.City = "Busan"
		if v := save(t, s, c).Rev(); v != 2 {
			t.Fatalf("version %d", v)
		}
		if after := must(s.Revision(bg))(t); after != before+1 {
			t.Fatalf("revision %d after %d", after, before)
		}
		_, err = s.Save(bg, c.Ref(), 1, setTo(c))
		wantCode(t, err, domain.CodeStale)
		wantCode(t, remove(s, c.Ref(), 1), domain.CodeStale)
		if err := remove(s, c.Ref(), 2); err != nil {
			t.Fatal(err)
		}
		_, err = s.Record(bg, c.Ref())
		wantCode(t, err, domain.CodeNotFound)
		if err := remove(s, c.Ref(), 0); err != nil {
			t.Fatalf("deleting nothing: %v", err)
		}
	})
}

// TestChangeDecides: an error of the closure, or another record than asked
// for, changes nothing.
func TestChangeDecides(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		head := must(s.OutboxHead(bg))(t)
		want := errors.New("no")
		_, err := s.Save(bg, ref(domain.KindCompany, "c1"), 0, func(current domain.Record) (domain.Record, []domain.Event, error) {
			current.(*domain.Company).City = "Busan"
			return current, nil, want
		})
		if !errors.Is(err, want) {
			t.Fatalf("got %v", err)
		}
		_, err = s.Save(bg, ref(domain.KindCompany, "c1"), 0, setTo(&domain.Company{ID: "c2"}))
		wantCode(t, err, domain.CodeInternal)
		if got := must(s.Record(bg, ref(domain.KindCompany, "c1")))(t); got.Rev() != 1 || must(s.OutboxHead(bg))(t) != head {
			t.Fatalf("something changed: %+v", got)
		}
	})
}

// TestOptimisticVersions: of many writers with the same version one wins; of
// many without a version none is lost.
func TestOptimisticVersions(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		const writers = 16
		save(t, s, &domain.Company{ID: "c1", Employees: domain.Int(0)})
		run := func(version int64) (won int) {
			var wg sync.WaitGroup
			var mu sync.Mutex
			for range writers {
				wg.Go(func() {
					_, err := s.Save(bg, ref(domain.KindCompany, "c1"), version, func(r domain.Record) (domain.Record, []domain.Event, error) {
						c := r.(*domain.Company)
						c.Employees = domain.Int(*c.Employees + 1)
						return c, nil, nil
					})
					mu.Lock()
					defer mu.Unlock()
					if err == nil {
						won++
					} else if domain.CodeOf(err) != domain.CodeStale {
						t.Errorf("got %v", err)
					}
				})
			}
			wg.Wait()
			return won
		}
		if won := run(1); won != 1 {
			t.Fatalf("%d of %d writers won", won, writers)
		}
		if won := run(0); won != writers {
			t.Fatalf("%d of %d writers succeeded", won, writers)
		}
		c := must(s.Record(bg, ref(domain.KindCompany, "c1")))(t).(*domain.Company)
		if *c.Employees != writers+1 || c.Version != writers+2 {
			t.Fatalf("%d employees, version %d", *c.Employees, c.Version)
		}
	})
}

// TestCreateRace: many creators of one id make it once; the others see it.
func TestCreateRace(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		var wg sync.WaitGroup
		for i := range 12 {
			wg.Go(func() {
				_, err := s.Save(bg, ref(domain.KindCompany, "new"), 0, func(r domain.Record) (domain.Record, []domain.Event, error) {
					if r == nil {
						return &domain.Company{ID: "new", Tags: []string{fmt.Sprint(i)}}, nil, nil
					}
					c := r.(*domain.Company)
					c.Tags = append(c.Tags, fmt.Sprint(i))
					return c, nil, nil
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if c := must(s.Record(bg, ref(domain.KindCompany, "new")))(t).(*domain.Company); len(c.Tags) != 12 || c.Version != 12 {
			t.Fatalf("%d tags, version %d", len(c.Tags), c.Version)
		}
	})
}

func TestReferences(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		for _, dangling := range []domain.Record{
			&domain.Company{ID: "x", Cohort: "gone"},
			&domain.Need{ID: "x", Company: "gone"},
			&domain.Expert{ID: "x", Institution: "gone"},
			&domain.Person{ID: "x", Organisation: "gone"},
			&domain.Preference{From: "gone", To: "e1"},
			&domain.Preference{From: "c1", To: "gone"},
		} {
			_, err := s.Save(bg, dangling.Ref(), 0, setTo(dangling))
			wantCode(t, err, domain.CodeConflict)
			if !strings.Contains(err.Error(), "gone") {
				t.Errorf("%s: %v does not name it", dangling.Ref(), err)
			}
		}
		for used, by := range map[domain.Ref]string{
			ref(domain.KindCohort, "k1"): "c1", ref(domain.KindCompany, "c1"): "n1", ref(domain.KindInstitution, "in1"): "e1",
		} {
			err := remove(s, used, 0)
			wantCode(t, err, domain.CodeConflict)
			if !strings.Contains(err.Error(), by) {
				t.Errorf("%s: %v does not name %s", used, err, by)
			}
		}
		if err := remove(s, ref(domain.KindNeed, "n1"), 0); err != nil {
			t.Fatal(err)
		}
		wantCode(t, remove(s, ref(domain.KindCompany, "c1"), 0), domain.CodeConflict) // the person
		if err := errors.Join(remove(s, ref(domain.KindPerson, "p1"), 0), remove(s, ref(domain.KindCompany, "c1"), 0)); err != nil {
			t.Fatal(err)
		}
		_, err := s.Record(bg, ref(domain.KindPreference, domain.PreferenceID("c1", "e1")))
		wantCode(t, err, domain.CodeNotFound) // gone with its company
		left, _ := walk(t, s, domain.Query{Kind: domain.KindPreference})
		if len(left) != 0 {
			t.Fatal(left)
		}
	})
}

// TestReferenceRace: a company is deleted while needs are filed for it; either
// the deletion or the need loses, never both win.
func TestReferenceRace(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		for round := range 8 {
			company := domain.CompanyID(fmt.Sprintf("c%d", round))
			save(t, s, &domain.Company{ID: company})
			n := &domain.Need{ID: domain.NeedID(company), Company: company}
			p := &domain.Person{ID: domain.PersonID(company), Organisation: string(company)}
			var wg sync.WaitGroup
			var errs [3]error
			wg.Go(func() { _, errs[0] = s.Save(bg, n.Ref(), 0, setTo(n)) })
			wg.Go(func() { _, errs[1] = s.Save(bg, p.Ref(), 0, setTo(p)) })
			wg.Go(func() { errs[2] = remove(s, ref(domain.KindCompany, string(company)), 0) })
			wg.Wait()
			for _, err := range errs {
				if err != nil && domain.CodeOf(err) != domain.CodeConflict {
					t.Fatal(err)
				}
			}
			if errs[2] == nil && (errs[0] == nil || errs[1] == nil) {
				t.Fatal("a deleted company is still referred to")
			}
		}
	})
}

func TestUnstorableTextIsInvalid(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		for _, bad := range []domain.Record{
			&domain.Company{ID: "a\x00"}, &domain.Company{ID: "a\xff"},
			&domain.Company{ID: "a", City: "x\x00y"}, &domain.Company{ID: "a", City: "x\xffy"},
			&domain.Company{ID: "a", Tags: []string{strings.Repeat("x", maxAttribute+1)}},
			&domain.Need{ID: "a", Remark: "x\x00"},
		} {
			_, err := s.Save(bg, bad.Ref(), 0, setTo(bad))
			wantCode(t, err, domain.CodeInvalid)
		}
		long := &domain.Company{ID: "a", Name: domain.PlainText(strings.Repeat("한", 5000)), City: strings.Repeat("x", 1<<20)}
		if got := save(t, s, long).(*domain.Company); got.City != long.City {
			t.Fatal("a long text was not kept")
		}
	})
}

func TestEach(t *testing.T) {
	records := drawn(15, 11)
	onBoth(t, func(t *testing.T, s *Store) {
		if _, err := s.Import(bg, domain.Import{Records: records}); err != nil {
			t.Fatal(err)
		}
		filter := domain.NotThat(domain.AnyOf(domain.AttrTag, "a"))
		want, _ := walk(t, s, domain.Query{Kind: domain.KindExpert, Filter: filter})
		var got []string
		err := s.Each(bg, domain.KindExpert, filter, func(r domain.Record) error {
			got = append(got, r.Ref().ID)
			save(t, s, &domain.Cohort{ID: domain.CohortID(r.Ref().ID)}) // writing while reading
			return nil
		})
		if d := cmp.Diff(want, got); err != nil || d != "" {
			t.Fatal(err, d)
		}
		stop := errors.New("enough")
		if err := s.Each(bg, domain.KindExpert, domain.Filter{}, func(domain.Record) error { return stop }); !errors.Is(err, stop) {
			t.Fatalf("got %v", err)
		}
	})
}
