package rest

import (
	"testing"
	"time"

	"jumpup/server/backend/search"
	"jumpup/server/backend/store"
	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// world is a small programme with something private in every record. Every
// private value contains "SECRET" or is listed by its test.
func world() []domain.Record {
	since := time.Date(2026, 10, 20, 0, 0, 0, 0, time.UTC)
	need := func(id, company string, kind domain.NeedKind, state domain.NeedState) *domain.Need {
		n := &domain.Need{
			ID: domain.NeedID(id), Company: domain.CompanyID(company), Kind: kind, Title: domain.PlainText("need " + id),
			Topics: []string{"export"}, Priority: domain.Int(4), Opened: "2026-10-01",
		}
		n.Start(state, since)
		n.Remark = "SECRET remark"
		return n
	}
	confidential := need("n4", "c1", domain.NeedDirecting, domain.NeedTriaged)
	confidential.Confidential = true
	return []domain.Record{
		&domain.Institution{ID: "x1", Name: domain.PlainText("First House"), Capacity: domain.CapacityRange{Max: domain.Int(41)}, Conflicts: []string{"SECRET-x"}},
		&domain.Institution{ID: "x2", Name: domain.PlainText("Second House")},
		&domain.Cohort{ID: "k1", Name: domain.PlainText("Cohort One"), Starts: "2026-03-01", Rules: []domain.Rule{
			{Field: "founded", Op: "le", Value: "2019", Reason: domain.PlainText("seven years")},
			{Field: "size_class", Op: "in", Value: `["중기업"]`},
		}},
		&domain.Company{
			ID: "c1", Name: domain.Text{Ko: "한빛정밀", En: "Hanbit Precision"}, Cohort: "k1", RegistrationNo: "SECRET-reg", Founded: domain.Int(2016), Region: "경기",
			Stage: "series-a", Industries: []string{"C29"}, Revenue: []domain.YearAmount{{Year: 2025, Amount: domain.Amount{Value: "987654321", Currency: "KRW"}}},
			Certificates: []domain.Certificate{{Kind: "venture", Number: "SECRET-cert"}}, HiddenFrom: []string{"SECRET-hidden"},
		},
		&domain.Company{ID: "c2", Name: domain.PlainText("Shy Works"), Cohort: "k1", Region: "부산", Stage: "seed", HiddenFrom: []string{"e1", "i1"}},
		&domain.Company{ID: "c3", Name: domain.PlainText("Open Works"), Region: "서울", Stage: "seed"},
		need("n1", "c1", domain.NeedDirecting, domain.NeedTriaged),
		need("n2", "c1", domain.NeedInvestment, domain.NeedMatched),
		need("n3", "c1", domain.NeedDirecting, domain.NeedDraft),
		confidential,
		need("n5", "c2", domain.NeedDirecting, domain.NeedTriaged),
		need("n6", "c2", domain.NeedInvestment, domain.NeedTriaged),
		need("n7", "c3", domain.NeedDirecting, domain.NeedFiled),
		need("n8", "c3", domain.NeedDirecting, domain.NeedTriaged),
		&domain.Expert{
			ID: "e1", Name: domain.PlainText("Kim Ha"), Institution: "x1", Headline: domain.PlainText("감속기 전문가"), Capacity: domain.Int(3), Load: domain.Int(3),
			Conflicts: []string{"SECRET-e"}, Works: []domain.Work{{Title: domain.PlainText("job"), Client: "SECRET-client", ClientPrivate: true}},
		},
		&domain.Expert{
			ID: "e2", Name: domain.PlainText("Lee Bo"), Institution: "x2", Conflicts: []string{"SECRET-e"},
			Works: []domain.Work{{Title: domain.PlainText("job"), Client: "SECRET-client", ClientPrivate: true}},
		},
		&domain.Investor{ID: "i1", Name: domain.PlainText("Tan Capital"), Conflicts: []string{"SECRET-i"}, Capacity: domain.Int(7), Stages: []domain.Stage{"seed"}},
		&domain.Investor{ID: "i2", Name: domain.PlainText("Rim Fund"), Conflicts: []string{"SECRET-i"}},
		&domain.Person{ID: "p1", Name: domain.PlainText("Park One"), Organisation: "c1", Email: "one@c1.example", Phone: "+82 10 1111"},
		&domain.Person{ID: "p2", Name: domain.PlainText("Park Two"), Organisation: "c2", Email: "two@c2.example"},
		&domain.Person{ID: "p3", Name: domain.PlainText("Tan Three"), Organisation: "i1", Email: "three@i1.example"},
		&domain.Preference{From: "n7", To: "e1", Level: domain.Want, Note: "SECRET note", Private: true},
	}
}

// programme starts a server that holds the world, with an index of it.
func programme(t *testing.T) *testServer {
	t.Helper()
	index, err := search.OpenEmbedded("")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := index.Close(); err != nil {
			t.Error(err)
		}
	})
	s := newTestServer(t, func(c *Config) {
		st := c.Sessions.(*store.Store)
		c.Directory = directory.New(directory.Config{
			Store: st, Log: st, Settings: st, Finder: index, Wiper: st, Accounts: st,
			Saved: st, Notes: st, Indexes: st, Marks: highlighted, Now: c.Now, NewID: c.NewID,
		})
	})
	var changes []domain.IndexChange
	for _, r := range world() {
		s.put(r)
		changes = append(changes, domain.IndexChange{Ref: r.Ref(), Record: r})
	}
	if _, err := index.Apply(t.Context(), changes, 1); err != nil {
		t.Fatal(err)
	}
	return s
}

var everyRole = []domain.Role{
	domain.RoleCompany, domain.RoleExpert, domain.RoleInvestor, domain.RoleManager, domain.RoleCoordinator, domain.RoleAdministrator,
}
