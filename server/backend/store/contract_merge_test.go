package store

import (
	"testing"

	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
)

func TestMergeCompanies(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		more := []domain.Record{
			&domain.Company{ID: "c1_", Cohort: "k1"}, // an id that a wild card would catch
			&domain.Need{ID: "n2", Company: "c1_"},
			&domain.Preference{From: "c2", To: "e1", Level: domain.No},
			&domain.Preference{From: "i1", To: "c1", Level: domain.Want},
			&domain.Preference{From: "c1", To: "c2", Level: domain.Later},
		}
		if _, err := s.Import(bg, domain.Import{Records: more}); err != nil {
			t.Fatal(err)
		}
		addUser(t, s, "u1", domain.RoleCompany)
		if err := s.UpdateUser(bg, "u1", 0, func(u *domain.User) ([]domain.Event, error) {
			u.Subject = ref(domain.KindCompany, "c1")
			return nil, nil
		}); err != nil {
			t.Fatal(err)
		}
		keep := must(s.Record(bg, ref(domain.KindCompany, "c2")))(t).(*domain.Company)
		keep.City = "Seoul"
		event := domain.Event{Kind: domain.RecordsMerged, Actor: "u9", Ref: keep.Ref(), At: fixedNow, Data: map[string]string{"folded": "c1"}}
		if err := s.Merge(bg, keep, ref(domain.KindCompany, "c1"), event); err != nil {
			t.Fatal(err)
		}
		if got := must(s.Record(bg, keep.Ref()))(t).(*domain.Company); got.City != "Seoul" || got.Version != 2 {
			t.Fatalf("%+v", got)
		}
		_, err := s.Record(bg, ref(domain.KindCompany, "c1"))
		wantCode(t, err, domain.CodeNotFound)
		if n := must(s.Record(bg, ref(domain.KindNeed, "n1")))(t).(*domain.Need); n.Company != "c2" || n.State != domain.NeedFiled || n.Remark != "" {
			t.Fatalf("%+v", n)
		}
		if n := must(s.Record(bg, ref(domain.KindNeed, "n2")))(t).(*domain.Need); n.Company != "c1_" {
			t.Fatalf("%+v", n)
		}
		if p := must(s.Record(bg, ref(domain.KindPerson, "p1")))(t).(*domain.Person); p.Organisation != "c2" {
			t.Fatalf("%+v", p)
		}
		if i := must(s.Record(bg, ref(domain.KindInvestor, "i1")))(t).(*domain.Investor); i.Portfolio[0].Company != "c2" {
			t.Fatalf("%+v", i)
		}
		if u := must(s.User(bg, "u1"))(t); u.Subject.ID != "c2" {
			t.Fatalf("%+v", u)
		}
		left, _ := walk(t, s, domain.Query{Kind: domain.KindPreference})
		if d := cmp.Diff([]string{domain.PreferenceID("c2", "e1"), domain.PreferenceID("i1", "c2")}, left); d != "" {
			t.Fatal(d)
		}
		if p := must(s.Record(bg, ref(domain.KindPreference, left[0])))(t).(*domain.Preference); p.Level != domain.No {
			t.Fatal("the kept record's own preference was replaced")
		}
		if ids, _ := walk(t, s, domain.Query{Kind: domain.KindNeed, Filter: domain.AnyOf(domain.AttrCompany, "c2")}); len(ids) != 1 {
			t.Fatal(ids)
		}
		if _, broken, err := s.VerifyAudit(bg); err != nil || broken != 0 {
			t.Fatal(broken, err)
		}
	})
}

func TestMergeOfOtherKinds(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		more := []domain.Record{
			&domain.Institution{ID: "in2", Conflicts: []string{"i2", "i1", "c1"}}, &domain.Cohort{ID: "k2"}, &domain.Company{ID: "c3", Cohort: "k2", HiddenFrom: []string{"i2", "e1"}},
			&domain.Expert{ID: "e2", Institution: "in2", Conflicts: []string{"in2"}}, &domain.Investor{ID: "i2"},
		}
		if _, err := s.Import(bg, domain.Import{Records: more}); err != nil {
			t.Fatal(err)
		}
		for _, kinds := range [][2]domain.Record{
			{&domain.Cohort{ID: "k1"}, &domain.Cohort{ID: "k2"}},
			{&domain.Investor{ID: "i1"}, &domain.Investor{ID: "i2"}},
			{&domain.Institution{ID: "in1"}, &domain.Institution{ID: "in2"}},
		} {
			keep := must(s.Record(bg, kinds[0].Ref()))(t)
			if err := s.Merge(bg, keep, kinds[1].Ref()); err != nil {
				t.Fatal(err)
			}
		}
		if c := must(s.Record(bg, ref(domain.KindCompany, "c3")))(t).(*domain.Company); c.Cohort != "k1" || !cmp.Equal(c.HiddenFrom, []string{"i1", "e1"}) {
			t.Fatalf("%+v", c)
		}
		if e := must(s.Record(bg, ref(domain.KindExpert, "e2")))(t).(*domain.Expert); e.Institution != "in1" || !cmp.Equal(e.Conflicts, []string{"in1"}) {
			t.Fatalf("%+v", e)
		}
	})
}

func TestMergeRefusals(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		c2 := &domain.Company{ID: "c2", Cohort: "k1"}
		stale := *c2
		stale.Version = 7
		for name, x := range map[string]struct {
			keep domain.Record
			fold domain.Ref
			code domain.Code
		}{
			"itself":      {c2, ref(domain.KindCompany, "c2"), domain.CodeInvalid},
			"other kind":  {c2, ref(domain.KindExpert, "e1"), domain.CodeInvalid},
			"no fold":     {c2, ref(domain.KindCompany, "none"), domain.CodeNotFound},
			"no keep":     {&domain.Company{ID: "none"}, ref(domain.KindCompany, "c1"), domain.CodeNotFound},
			"stale":       {&stale, ref(domain.KindCompany, "c1"), domain.CodeStale},
			"preferences": {&domain.Preference{From: "a", To: "b"}, ref(domain.KindPreference, "x"), domain.CodeInvalid},
		} {
			t.Log(name)
			untouched(t, s, func() error { return s.Merge(bg, x.keep, x.fold) }, x.code)
		}
	})
}
