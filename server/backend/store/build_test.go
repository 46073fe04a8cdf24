package store

import (
	"context"
	"fmt"
	"testing"

	"jumpup/server/domain"

	"pgregory.net/rapid"
)

var bg = context.Background()

func ref(k domain.Kind, id string) domain.Ref { return domain.Ref{Kind: k, ID: id} }

// setTo is a change that stores the record, with the event a service would give.
func setTo(rec domain.Record) func(domain.Record) (domain.Record, []domain.Event, error) {
	return func(current domain.Record) (domain.Record, []domain.Event, error) {
		kind := domain.RecordChanged
		if current == nil {
			kind = domain.RecordCreated
		}
		return rec, []domain.Event{{Kind: kind, Actor: "tester", Ref: rec.Ref(), At: fixedNow}}, nil
	}
}

// save stores a record whatever its version.
func save(t testing.TB, s *Store, rec domain.Record) domain.Record {
	t.Helper()
	return must(s.Save(bg, rec.Ref(), 0, setTo(rec)))(t)
}

func remove(s *Store, r domain.Ref, version int64) error {
	_, err := s.Save(bg, r, version, func(domain.Record) (domain.Record, []domain.Event, error) { return nil, nil, nil })
	return err
}

// house is a small consistent set of records of every kind.
func house() []domain.Record {
	return []domain.Record{
		&domain.Institution{ID: "in1", Name: domain.PlainText("Hanbit"), Capacity: domain.CapacityRange{Max: domain.Int(9)}},
		&domain.Cohort{ID: "k1", Name: domain.PlainText("One"), Year: domain.Int(2026)},
		&domain.Person{ID: "p1", Name: domain.PlainText("Kim"), Organisation: "c1"},
		&domain.Company{ID: "c1", Cohort: "k1", Name: domain.Text{Ko: "가온", En: "Gaon"}, Tags: []string{"robot", "ai"}, Founded: domain.Int(2015), HiddenFrom: []string{"i9"}},
		&domain.Company{ID: "c2", Cohort: "k1", Name: domain.Text{Ko: "나래", En: "Narae"}, Tags: []string{"ai"}},
		&domain.Need{ID: "n1", Company: "c1", Kind: domain.NeedDirecting, Title: domain.PlainText("Sell abroad"), State: domain.NeedFiled, Holder: domain.RoleCoordinator, Since: fixedNow, StateBy: "2026-11-08"},
		&domain.Expert{ID: "e1", Institution: "in1", Name: domain.PlainText("Lee"), Works: []domain.Work{{Title: domain.PlainText("A plant")}}},
		&domain.Investor{ID: "i1", Name: domain.PlainText("Fund"), Portfolio: []domain.Deal{{Company: "c1", Date: "2024-01-02"}}, Conflicts: []string{"c2"}},
		&domain.Preference{From: "c1", To: "e1", Level: domain.Must, Note: "soon", Private: true},
	}
}

func importHouse(t testing.TB, s *Store) {
	t.Helper()
	if _, err := s.Import(bg, domain.Import{Actor: domain.System("test"), Records: house()}); err != nil {
		t.Fatal(err)
	}
}

// words are values that lists are filtered by, some of them hostile.
var words = []string{"a", "b", "기업", "7", "7.0", "-3", "1e3", "nan", "inf", "x'); --", "%", "_", `\`, "", "A", "$1", "\x00", "\xff"}

// storableWords are those that a record may hold.
var storableWords = words[:len(words)-2]

func drawWords(t *rapid.T, label string) []string {
	return rapid.SliceOfN(rapid.SampledFrom(storableWords), 0, 4).Draw(t, label)
}

func drawInt(t *rapid.T, label string) *int {
	if rapid.Bool().Draw(t, label+" known") {
		return domain.Int(rapid.IntRange(-5, 1005).Draw(t, label))
	}
	return nil
}

// drawRecord makes the n-th record of a kind, without references.
func drawRecord(t *rapid.T, k domain.Kind, n int) domain.Record {
	id := fmt.Sprintf("%s-%02d", k, n)
	name := domain.Text{Ko: rapid.SampledFrom(words[:6]).Draw(t, "name"), En: rapid.SampledFrom(storableWords).Draw(t, "name en")}
	switch k {
	case domain.KindInstitution:
		return &domain.Institution{ID: domain.InstitutionID(id), Name: name, Kind: rapid.SampledFrom(storableWords).Draw(t, "kind"), Fields: drawWords(t, "fields")}
	case domain.KindCompany:
		return &domain.Company{ID: domain.CompanyID(id), Name: name, Tags: drawWords(t, "tags"), Industries: drawWords(t, "industries"), Founded: drawInt(t, "founded"), Employees: drawInt(t, "employees"), HiddenFrom: drawWords(t, "hidden")}
	case domain.KindNeed:
		return &domain.Need{
			ID: domain.NeedID(id), Title: name, Tags: drawWords(t, "tags"), Confidential: rapid.Bool().Draw(t, "confidential"), Priority: drawInt(t, "priority"),
			State: rapid.SampledFrom(domain.NeedStates).Draw(t, "state"), StateBy: rapid.SampledFrom([]domain.Date{"", "2026-11-01", "2026-11-02"}).Draw(t, "term"),
		}
	case domain.KindExpert:
		return &domain.Expert{ID: domain.ExpertID(id), Name: name, Tags: drawWords(t, "tags"), Roles: drawWords(t, "roles"), Topics: []domain.Topic{{Topic: "a"}}}
	default:
		return &domain.Investor{ID: domain.InvestorID(id), Name: name, Tags: drawWords(t, "tags"), Stages: []domain.Stage{"seed"}}
	}
}

// drawnKinds are the kinds that drawRecord makes.
var drawnKinds = []domain.Kind{domain.KindInstitution, domain.KindCompany, domain.KindNeed, domain.KindExpert, domain.KindInvestor}

// drawn makes many records from one seed.
func drawn(perKind, seed int) []domain.Record {
	gen := rapid.Custom(func(t *rapid.T) []domain.Record {
		var out []domain.Record
		for _, k := range drawnKinds {
			for n := range perKind {
				out = append(out, drawRecord(t, k, n))
			}
		}
		return out
	})
	return gen.Example(seed)
}
