package directory_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jumpup/server/demo"
	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

func openNeed(id, company string, state domain.NeedState, daysAgo int) *domain.Need {
	n := &domain.Need{ID: domain.NeedID(id), Company: domain.CompanyID(company), Kind: domain.NeedDirecting, Title: domain.PlainText(id), Topics: []string{"export"}}
	n.Start(state, day.Add(-time.Duration(daysAgo)*24*time.Hour))
	return n
}

func overviewWorld() []domain.Record {
	company := func(id, cohort, region, industry string) *domain.Company {
		c := &domain.Company{ID: domain.CompanyID(id), Name: domain.PlainText(id), Cohort: domain.CohortID(cohort), Region: region}
		if industry != "" {
			c.Industries = []string{industry}
		}
		return c
	}
	expert := func(id, house string, capacity, load *int) *domain.Expert {
		return &domain.Expert{ID: domain.ExpertID(id), Name: domain.PlainText(id), Institution: domain.InstitutionID(house), Capacity: capacity, Load: load}
	}
	long := openNeed("n5", "c3", domain.NeedTriaged, 1)
	long.Opened = "2026-08-15"
	return []domain.Record{
		&domain.Institution{ID: "x1", Name: domain.PlainText("X1"), Capacity: domain.CapacityRange{Max: domain.Int(9)}},
		&domain.Institution{ID: "x2"},
		&domain.Cohort{ID: "k1", Starts: "2025-03-01"}, &domain.Cohort{ID: "k2", Starts: "2026-03-01"},
		company("c1", "k1", "서울", "C2928"), company("c2", "k2", "서울", "C29"), company("c3", "k2", "부산", "J58"),
		company("c4", "k2", "", ""), company("c5", "", "부산", "C26"),
		openNeed("n1", "c1", domain.NeedMatched, 4),   // company's turn
		openNeed("n2", "c2", domain.NeedFiled, 8),     // overdue: five days
		openNeed("n3", "c2", domain.NeedDraft, 40),    // no open need
		openNeed("n4", "c2", domain.NeedReturned, 30), // overdue, company's turn
		long,
		openNeed("n6", "c4", domain.NeedFiled, 0),
		openNeed("n7", "c5", domain.NeedClosed, 3),
		openNeed("n8", "c5", domain.NeedAgreed, 3),
		expert("e1", "x1", domain.Int(2), domain.Int(3)), expert("e2", "x1", domain.Int(2), domain.Int(2)), expert("e3", "x1", domain.Int(2), domain.Int(1)),
		expert("e4", "x2", domain.Int(4), domain.Int(1)), expert("e5", "x2", domain.Int(4), nil), expert("e6", "x2", nil, domain.Int(5)),
		&domain.Investor{ID: "i1"},
		&domain.Preference{From: "n5", To: "e1", Level: domain.Want},
		&domain.Preference{From: "c3", To: "e2", Level: domain.Must},
		&domain.Preference{From: "c4", To: "e1", Level: domain.Want, Expires: "2026-11-22"}, // run out
		&domain.Preference{From: "n6", To: "e1", Level: domain.No},
		&domain.Preference{From: "e1", To: "c4", Level: domain.Want}, // the other way round
	}
}

func TestOverview(t *testing.T) {
	h := newHouse(t, overviewWorld()...)
	f, err := h.Overview(t.Context(), coordinator, "")
	if err != nil {
		t.Fatal(err)
	}
	check := func(what string, got, want any) {
		t.Helper()
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", what, d)
		}
	}
	check("totals", f.Totals, directory.Totals{
		Companies: 5, Covered: 3, Needs: 8, OpenNeeds: 5, Overdue: 2, Experts: 6, Investors: 1, Institutions: 2,
		ExpertCapacity: 14, ExpertLoad: 7, ExpertsWithoutCapacity: 1,
	})
	check("topics", f.ByTopic, []domain.FacetCount{{Value: "export", Count: 7}})
	check("regions", f.ByRegion, []directory.Coverage{{Value: "부산", Companies: 2, Covered: 2, Matched: 1}, {Value: "서울", Companies: 2, Covered: 1, Matched: 1}, {Value: "", Companies: 1}})
	check("newcomers", f.ByNewcomer, []directory.Coverage{{Value: "newcomer", Companies: 3, Covered: 1}, {Value: "returning", Companies: 2, Covered: 2, Matched: 2}})
	check("fields", f.ByField[0], directory.Coverage{Value: "C29", Companies: 2, Covered: 1, Matched: 1})
	check("spread", f.Spread, []domain.FacetCount{
		{Value: "idle", Count: 1}, {Value: "free", Count: 1}, {Value: "nearly_full", Count: 1}, {Value: "full", Count: 1}, {Value: "over", Count: 1}, {Value: "unknown", Count: 1},
	})
	check("fullest", f.Experts[0].ID, domain.ExpertID("e1"))
	check("institution", f.Institutions[0], directory.InstitutionLoad{
		ID: "x1", Name: domain.PlainText("X1"), Experts: 3, Capacity: 6, Load: 6, Agreed: domain.CapacityRange{Max: domain.Int(9)},
	})
	check("worst off", f.WorstOff, []directory.WorstOff{
		{Company: "c2", Name: domain.PlainText("c2"), OpenNeeds: 2, Waiting: 30, Oldest: "n4"},
		{Company: "c4", Name: domain.PlainText("c4"), OpenNeeds: 1, Oldest: "n6"},
		{Company: "c1", Name: domain.PlainText("c1"), OpenNeeds: 1, Matched: 1, Waiting: 4, Oldest: "n1"},
		{Company: "c3", Name: domain.PlainText("c3"), OpenNeeds: 1, Wanted: 2, Waiting: 100, Oldest: "n5"},
	})
	check("ageing", f.Ageing, []directory.Ageing{
		{Holder: domain.RoleCoordinator, Needs: 3, Overdue: 1, Oldest: 8, Days: []directory.AgeBucket{{0, 2, 2}, {3, 6, 0}, {7, 13, 1}, {14, 29, 0}, {30, -1, 0}}},
		{Holder: domain.RoleCompany, Needs: 2, Overdue: 1, Oldest: 30, Days: []directory.AgeBucket{{0, 2, 0}, {3, 6, 1}, {7, 13, 0}, {14, 29, 0}, {30, -1, 1}}},
	})
	one, err := h.Overview(t.Context(), coordinator, "k2")
	if err != nil {
		t.Fatal(err)
	}
	check("one cohort", []int{one.Totals.Companies, one.Totals.Covered, one.Totals.Needs, one.Totals.OpenNeeds}, []int{3, 1, 5, 4})
}

func TestOverviewOfNothing(t *testing.T) {
	h := newHouse(t)
	f, err := h.Overview(t.Context(), coordinator, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range f.Steps {
		if s.Done {
			t.Errorf("%s is done in an empty programme", s.Code)
		}
	}
	if len(f.Steps) != 8 {
		t.Errorf("%d steps", len(f.Steps))
	}
}

func TestFirstSteps(t *testing.T) {
	h := newHouse(t, overviewWorld()...)
	done := func() map[string]bool {
		f, err := h.Overview(t.Context(), coordinator, "")
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]bool{}
		for _, s := range f.Steps {
			out[s.Code] = s.Done
		}
		return out
	}
	want := map[string]bool{
		"cohort": true, "companies": true, "experts": true, "investors": true, "triage": true, "staff": false, "invitations": false, "weights": false,
	}
	if d := cmp.Diff(want, done()); d != "" {
		t.Errorf("at first: %s", d)
	}
	for i, role := range []domain.Role{domain.RoleCoordinator, domain.RoleCompany} {
		err := h.store.AddLink(t.Context(), domain.Link{
			ID: string(role), Kind: domain.LinkInvitation, Hash: []byte{byte(i)}, Role: role, Subject: domain.Ref{Kind: role.SubjectKind(), ID: "c1"},
			Created: day, Expires: day.AddDate(0, 0, 7),
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := h.store.PublishWeights(t.Context(), 0, domain.Weights{Name: "first", By: "system:start", At: day}); err != nil {
		t.Fatal(err)
	}
	want["staff"], want["invitations"] = true, true
	if d := cmp.Diff(want, done()); d != "" {
		t.Errorf("after inviting: %s", d)
	}
	if _, err := h.store.PublishWeights(t.Context(), 1, domain.Weights{Name: "ours", By: "staff", At: day}); err != nil {
		t.Fatal(err)
	}
	want["weights"] = true
	if d := cmp.Diff(want, done()); d != "" {
		t.Errorf("after publishing: %s", d)
	}
}

func benchmarkOverview(b *testing.B, size demo.Size) {
	h := newHouse(b, demo.Generate(size, 1, "2026-11-02")...)
	for b.Loop() {
		if _, err := h.Overview(b.Context(), coordinator, ""); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOverviewProgramme(b *testing.B) { benchmarkOverview(b, demo.Default) }

func BenchmarkOverview20000Experts(b *testing.B) {
	size := demo.Default
	size.Experts = 20000
	benchmarkOverview(b, size)
}
