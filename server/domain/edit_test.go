package domain

import (
	"errors"
	"slices"
	"testing"
)

func TestEditableNamesExist(t *testing.T) {
	for _, table := range []map[Role]map[Kind][]string{editable, creatable} {
		for role, kinds := range table {
			for kind, names := range kinds {
				var have []string
				for _, f := range fieldsOf(New(kind)) {
					have = append(have, f.name)
				}
				for _, n := range names {
					if !slices.Contains(have, n) {
						t.Errorf("%s of %s: no field %q", role, kind, n)
					}
				}
			}
		}
	}
}

func TestSnake(t *testing.T) {
	for in, want := range map[string]string{
		"ID": "id", "HiddenFrom": "hidden_from", "RegistrationNo": "registration_no",
		"UseOfFunds": "use_of_funds", "Name": "name", "StateBy": "state_by",
	} {
		if got := snake(in); got != want {
			t.Errorf("snake(%s) = %s, want %s", in, got, want)
		}
	}
}

var (
	companyActor  = Actor{User: "u1", Role: RoleCompany, Subject: Ref{KindCompany, "c1"}}
	expertActor   = Actor{User: "u2", Role: RoleExpert, Subject: Ref{KindExpert, "e1"}}
	managerActor  = Actor{User: "u3", Role: RoleManager, Subject: Ref{KindInstitution, "x1"}}
	investorActor = Actor{User: "u4", Role: RoleInvestor, Subject: Ref{KindInvestor, "i1"}}
	staffActor    = Actor{User: "u5", Role: RoleCoordinator}
)

func TestEditKeepsWhatIsLeftOut(t *testing.T) {
	current := &Company{ID: "c1", Name: PlainText("old"), Cohort: "k1", RegistrationNo: "123", HiddenFrom: []string{"i9"}}
	current.SetRev(3)
	next, err := Edit(companyActor, current, &Company{Name: PlainText("new"), HiddenFrom: []string{"i8"}})
	if err != nil {
		t.Fatal(err)
	}
	got := next.(*Company)
	if got.ID != "c1" || got.Cohort != "k1" || got.RegistrationNo != "123" || got.Name.Plain != "new" ||
		got.HiddenFrom[0] != "i8" || got.Rev() != 3 {
		t.Errorf("got %+v", got)
	}
	if current.Name.Plain != "old" {
		t.Error("the stored record was changed in place")
	}
}

func TestEditRefusesLockedFields(t *testing.T) {
	cases := []struct {
		name              string
		actor             Actor
		current, proposed Record
		field             string // "" when allowed
	}{
		{"cohort by company", companyActor, &Company{ID: "c1", Cohort: "k1"}, &Company{Cohort: "k2"}, "cohort"},
		{"same cohort by company", companyActor, &Company{ID: "c1", Cohort: "k1"}, &Company{Cohort: "k1"}, ""},
		{"registration by company", companyActor, &Company{ID: "c1"}, &Company{RegistrationNo: "1"}, "registration_no"},
		{"registration by staff", staffActor, &Company{ID: "c1"}, &Company{RegistrationNo: "1"}, ""},
		{"institution by expert", expertActor, &Expert{ID: "e1", Institution: "x1"}, &Expert{Institution: "x2"}, "institution"},
		{"conflicts by expert", expertActor, &Expert{ID: "e1"}, &Expert{Conflicts: []string{"c1"}}, "conflicts"},
		{"load by expert", expertActor, &Expert{ID: "e1"}, &Expert{Load: Int(1)}, "load"},
		{"capacity by expert", expertActor, &Expert{ID: "e1"}, &Expert{Capacity: Int(1)}, ""},
		{"load by manager", managerActor, &Expert{ID: "e1", Institution: "x1"}, &Expert{Load: Int(1)}, ""},
		{"summary by manager", managerActor, &Expert{ID: "e1", Institution: "x1"}, &Expert{Summary: PlainText("x")}, "summary"},
		{"conflicts by investor", investorActor, &Investor{ID: "i1"}, &Investor{Conflicts: []string{"c"}}, "conflicts"},
		{"thesis by investor", investorActor, &Investor{ID: "i1"}, &Investor{Thesis: PlainText("t")}, ""},
		{"need's company", companyActor, &Need{ID: "n", Company: "c1"}, &Need{Company: "c2"}, "company"},
		{"need's kind in draft", companyActor, &Need{ID: "n", State: NeedDraft, Kind: NeedDirecting}, &Need{Kind: NeedInvestment}, ""},
		{"need's kind when filed", companyActor, &Need{ID: "n", State: NeedFiled, Kind: NeedDirecting}, &Need{Kind: NeedInvestment}, "kind"},
		{"organisation by company", companyActor, &Person{ID: "p", Organisation: "c1"}, &Person{Organisation: "c2"}, "organisation"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Edit(c.actor, c.current, c.proposed)
			if c.field == "" {
				if err != nil {
					t.Fatalf("refused: %v", err)
				}
				return
			}
			var e *Error
			ok := errors.As(err, &e)
			if !ok || e.Field != c.field || e.Code != CodeForbidden {
				t.Fatalf("got %v, want forbidden %s", err, c.field)
			}
		})
	}
}

// A locked field that the actor cannot see must not become an oracle: also the
// right guess is refused.
func TestEditIsNoOracle(t *testing.T) {
	stranger := Actor{User: "u", Role: RoleExpert, Subject: Ref{KindExpert, "e2"}}
	current := &Expert{ID: "e1", Conflicts: []string{"c7"}}
	for _, guess := range []string{"c7", "c8"} {
		if _, err := Edit(stranger, current, &Expert{Conflicts: []string{guess}}); CodeOf(err) != CodeForbidden {
			t.Errorf("guess %s: %v", guess, err)
		}
	}
}

func TestEditNeverMovesANeed(t *testing.T) {
	current := &Need{ID: "n", Company: "c1", State: NeedTriaged, Holder: RoleCoordinator, Remark: "r", StateBy: "2026-01-02"}
	next, err := Edit(staffActor, current, &Need{Company: "c1", State: NeedClosed, Remark: "x"})
	if err != nil {
		t.Fatal(err)
	}
	if n := next.(*Need); n.State != NeedTriaged || n.Holder != RoleCoordinator || n.Remark != "r" || n.StateBy != "2026-01-02" {
		t.Errorf("got %+v", n)
	}
}

func TestDraft(t *testing.T) {
	next, err := Draft(companyActor, &Need{ID: "n", Kind: NeedDirecting, State: NeedAgreed})
	if err != nil {
		t.Fatal(err)
	}
	if n := next.(*Need); n.Company != "c1" || n.State != "" || n.ID != "n" {
		t.Errorf("got %+v", n)
	}
	next, err = Draft(managerActor, &Expert{ID: "e", Name: PlainText("a"), Works: []Work{{Title: PlainText("w")}}})
	if err != nil {
		t.Fatal(err)
	}
	if e := next.(*Expert); e.Institution != "x1" {
		t.Errorf("got %+v", e)
	}
	if _, err := Draft(managerActor, &Expert{ID: "e", Conflicts: []string{"c"}}); CodeOf(err) != CodeForbidden {
		t.Errorf("conflicts by manager: %v", err)
	}
}

func TestLocked(t *testing.T) {
	if got := Locked(companyActor, &Company{ID: "c1"}); !slices.Equal(got, []string{"cohort", "registration_no"}) {
		t.Errorf("company: %v", got)
	}
	if got := Locked(expertActor, &Expert{ID: "e1"}); !slices.Equal(got, []string{"institution", "roles", "load", "conflicts"}) {
		t.Errorf("expert: %v", got)
	}
	for _, k := range Kinds {
		if got := Locked(staffActor, New(k)); got != nil {
			t.Errorf("staff on %s: %v", k, got)
		}
	}
}

func TestStepsFor(t *testing.T) {
	n := &Need{ID: "n", Company: "c1", State: NeedFiled}
	if got := StepsFor(companyActor, n, nil); !slices.Equal(got, []NeedStep{StepClose}) {
		t.Errorf("company: %v", got)
	}
	if got := StepsFor(staffActor, n, nil); !slices.Equal(got, []NeedStep{StepReturn, StepTriage, StepClose}) {
		t.Errorf("coordinator: %v", got)
	}
	if got := StepsFor(expertActor, n, nil); got != nil {
		t.Errorf("expert: %v", got)
	}
}
