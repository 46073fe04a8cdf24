package domain

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The actors of the matrix; "own" below means c1, e1 of institution x1, i1, x1.
var matrixActors = []struct {
	name  string
	actor Actor
}{
	{"nobody", Actor{}},
	{"company", Actor{User: "u1", Role: RoleCompany, Subject: Ref{KindCompany, "c1"}}},
	{"expert", Actor{User: "u2", Role: RoleExpert, Subject: Ref{KindExpert, "e1"}, Institution: "x1"}},
	{"investor", Actor{User: "u3", Role: RoleInvestor, Subject: Ref{KindInvestor, "i1"}}},
	{"manager", Actor{User: "u4", Role: RoleManager, Subject: Ref{KindInstitution, "x1"}}},
	{"coordinator", Actor{User: "u5", Role: RoleCoordinator}},
	{"administrator", Actor{User: "u6", Role: RoleAdministrator}},
	{"system", System("test")},
}

type matrixObject struct {
	name   string
	object Object
	acts   []Action // the actions that mean something for the kind
}

var (
	recordActs = []Action{ActRead, ActCreate, ActUpdate, ActDelete}
	needSteps  = []NeedStep{StepFile, StepReturn, StepTriage, StepMatch, StepAgree, StepReopen, StepNoneFit, StepClose}
	staffRoles = []Role{RoleCompany, RoleExpert, RoleInvestor, RoleManager, RoleCoordinator, RoleAdministrator}
)

func matrixObjects() []matrixObject {
	own := func(k Kind, id string) Object { return Object{Kind: k, ID: id} }
	company := func(id string, hidden ...string) Object {
		return Object{Kind: KindCompany, ID: id, Company: CompanyID(id), HiddenFrom: hidden}
	}
	expert := func(id, inst string) Object {
		return Object{Kind: KindExpert, ID: id, Institution: InstitutionID(inst)}
	}
	person := func(org string) Object { return Object{Kind: KindPerson, ID: "p1", Organisation: org} }
	candidate := append([]Action{ActRank, ActPrefer}, recordActs...)
	prefer := []Action{ActRead, ActPrefer, ActDelete}
	out := []matrixObject{
		{"institution, in general", own(KindInstitution, ""), recordActs},
		{"institution, own (x1)", own(KindInstitution, "x1"), recordActs},
		{"institution, another", own(KindInstitution, "x2"), recordActs},
		{"cohort, in general", own(KindCohort, ""), recordActs},
		{"cohort, any", own(KindCohort, "k1"), recordActs},
		{"person, in general", own(KindPerson, ""), recordActs},
		{"person of company c1", person("c1"), recordActs},
		{"person of investor i1", person("i1"), recordActs},
		{"person of institution x1", person("x1"), recordActs},
		{"person of another organisation", person("c2"), recordActs},
		{"company, in general", own(KindCompany, ""), recordActs},
		{"company, own (c1)", company("c1"), recordActs},
		{"company, another", company("c2"), recordActs},
		{"company, another, hidden from e1 and i1", company("c2", "e1", "i1"), recordActs},
		{"company, another, hidden from institution x1", company("c2", "x1"), recordActs},
		{"expert, in general", own(KindExpert, ""), candidate},
		{"expert, in general, of institution x1", expert("", "x1"), candidate},
		{"expert e1 of institution x1", expert("e1", "x1"), candidate},
		{"expert e2 of institution x1", expert("e2", "x1"), candidate},
		{"expert e3 of another institution", expert("e3", "x2"), candidate},
		{"investor, in general", own(KindInvestor, ""), candidate},
		{"investor, own (i1)", own(KindInvestor, "i1"), candidate},
		{"investor, another", own(KindInvestor, "i2"), candidate},
		{"portfolio company, in general", own(KindPortfolio, ""), recordActs},
		{"portfolio company of investor i1", own(KindPortfolio, PortfolioRef("i1", 0).ID), recordActs},
		{"portfolio company of another investor", own(KindPortfolio, PortfolioRef("i2", 0).ID), recordActs},
		{"portfolio company that names no investor", own(KindPortfolio, "i1"), recordActs},
		{"preference of company c1", Object{Kind: KindPreference, From: "c1", To: "e1"}, prefer},
		{"preference of expert e1", Object{Kind: KindPreference, From: "e1", To: "c1"}, prefer},
		{"preference of investor i1", Object{Kind: KindPreference, From: "i1", To: "c1"}, prefer},
		{"preference of others about c1", Object{Kind: KindPreference, From: "e9", To: "c1"}, prefer},
	}
	out = append(out, matrixNeeds()...)
	return append(out, matrixThings()...)
}

func matrixNeeds() []matrixObject {
	acts := append([]Action{ActRank, ActPrefer}, recordActs...)
	need := func(company string, kind NeedKind, s NeedState) Object {
		return Object{Kind: KindNeed, ID: "n1", Company: CompanyID(company), NeedKind: kind, State: s}
	}
	out := []matrixObject{
		{"need, in general", Object{Kind: KindNeed}, acts},
		{"need, to be filed for c1", Object{Kind: KindNeed, Company: "c1"}, []Action{ActCreate}},
		{"need, to be filed for another company", Object{Kind: KindNeed, Company: "c2"}, []Action{ActCreate}},
	}
	for _, s := range NeedStates {
		out = append(out, matrixObject{"need of c1, " + string(s), need("c1", NeedDirecting, s), acts})
	}
	for _, s := range NeedStates {
		out = append(out, matrixObject{"need of another company, directing, " + string(s), need("c2", NeedDirecting, s), acts})
	}
	open := need("c2", NeedInvestment, NeedTriaged)
	out = append(out, matrixObject{"need of another company, investment, triaged", open, acts},
		matrixObject{"need of another company, partner, triaged", need("c2", NeedPartner, NeedTriaged), acts})
	for _, k := range []NeedKind{NeedDirecting, NeedInvestment} {
		secret, hiding, house := need("c2", k, NeedTriaged), need("c2", k, NeedTriaged), need("c2", k, NeedTriaged)
		secret.Confidential = true
		hiding.HiddenFrom, house.HiddenFrom = []string{"e1", "i1"}, []string{"x1"}
		out = append(out, matrixObject{"need of another company, " + string(k) + ", triaged, confidential", secret, acts},
			matrixObject{"need of another company, " + string(k) + ", triaged, hidden from e1 and i1", hiding, acts},
			matrixObject{"need of another company, " + string(k) + ", triaged, hidden from institution x1", house, acts})
	}
	return out
}

func matrixThings() []matrixObject {
	out := []matrixObject{
		{"link, in general", Object{Kind: ObjectLink}, []Action{ActRead}},
		{"user, in general", Object{Kind: ObjectUser}, []Action{ActRead}},
		{"weights", Object{Kind: ObjectWeights}, []Action{ActRead, ActEdit, ActPublish}},
		{"run", Object{Kind: ObjectRun, ID: "r1", By: "u9"}, []Action{ActRead, ActCreate, ActUpdate, ActDelete}},
		{"audit log", Object{Kind: ObjectAudit}, []Action{ActRead, ActExport, ActCreate, ActUpdate, ActDelete}},
		{"access log", Object{Kind: ObjectAccess}, []Action{ActRead, ActExport, ActCreate, ActUpdate, ActDelete}},
		{"job of somebody else", Object{Kind: ObjectJob, ID: "j1", By: "u9"}, []Action{ActRead, ActCreate, ActUpdate}},
		{"corpus", Object{Kind: ObjectCorpus}, []Action{ActRead, ActImport, ActExport, ActOverview}},
		{"settings", Object{Kind: ObjectSettings}, []Action{ActRead, ActUpdate}},
		{"demonstration", Object{Kind: ObjectDemo}, []Action{ActRead, ActDelete}},
		{"synonyms", Object{Kind: ObjectSynonyms}, recordActs},
		{"search notes", Object{Kind: ObjectNotes}, recordActs},
		{"search index", Object{Kind: ObjectIndex}, append([]Action{ActRebuild}, recordActs...)},
		{"saved search of the company's account u1", Object{Kind: ObjectSaved, By: "u1"}, recordActs},
		{"saved search of the coordinator's account u5", Object{Kind: ObjectSaved, ID: "s1", By: "u5"}, recordActs},
		{"saved search of somebody else", Object{Kind: ObjectSaved, ID: "s2", By: "u9"}, recordActs},
		{"saved search of nobody", Object{Kind: ObjectSaved, ID: "s3"}, recordActs},
	}
	for _, r := range staffRoles {
		out = append(out, matrixObject{"link for the role " + string(r), Object{Kind: ObjectLink, Role: r}, []Action{ActInvite}},
			matrixObject{"account of the role " + string(r), Object{Kind: ObjectUser, Role: r}, []Action{ActManage}})
	}
	return out
}

// allowed writes what an actor may do to an object in one line.
func allowed(a Actor, o matrixObject) string {
	var words []string
	for _, act := range o.acts {
		if Can(a, act, o.object) {
			words = append(words, string(act))
		}
	}
	if o.object.Kind == KindNeed && o.object.ID != "" {
		var steps []string
		for _, s := range needSteps {
			asked := o.object
			asked.Step = s
			if Can(a, ActStep, asked) {
				steps = append(steps, string(s))
			}
		}
		switch len(steps) {
		case 0:
		case len(needSteps):
			words = append(words, "step(all)")
		default:
			words = append(words, "step("+strings.Join(steps, " ")+")")
		}
	}
	if len(words) == 0 {
		return "-"
	}
	return strings.Join(words, " ")
}

// TestCanMatrix compares the whole policy with a table that a person has read
// line by line. JUMPUP_UPDATE_GOLDEN=1 writes the table anew, to be read again.
func TestCanMatrix(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Who may do what: an object, then a line per role.\n# Steps of needs are named whatever the state; whether the state allows one is the need's own rule.\n")
	for _, o := range matrixObjects() {
		fmt.Fprintf(&b, "\n%s\n", o.name)
		for _, a := range matrixActors {
			fmt.Fprintf(&b, "  %-14s %s\n", a.name, allowed(a.actor, o))
		}
	}
	golden(t, "testdata/policy.txt", b.String())
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("JUMPUP_UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got); read every line before writing it anew:\n%s", file, diff)
	}
}

// TestCanNothingWithoutSubject: an account that lost what it acts for, or acts
// for a record of the wrong kind, may do nothing and sees nothing.
func TestCanNothingWithoutSubject(t *testing.T) {
	for _, a := range []Actor{
		{User: "u", Role: RoleCompany},
		{User: "u", Role: RoleExpert},
		{User: "u", Role: RoleInvestor},
		{User: "u", Role: RoleManager},
		{User: "u", Role: RoleCompany, Subject: Ref{KindInvestor, "c1"}},
		{User: "u", Role: "owner", Subject: Ref{KindCompany, "c1"}},
	} {
		for _, o := range matrixObjects() {
			if got := allowed(a, o); got != "-" {
				t.Errorf("%s with subject %q on %s: %s, want nothing", a.Role, a.Subject, o.name, got)
			}
		}
		for _, k := range append([]Kind{KindPortfolio}, Kinds...) {
			if f := Scope(a, k, nil); f.IsZero() || f.Match(map[Attr][]string{AttrID: {"c1"}, AttrFrom: {""}}) {
				t.Errorf("%s with subject %q sees %s through %+v", a.Role, a.Subject, k, f)
			}
		}
	}
}

// TestStaffMayOnlyWhatMeansSomething: actions that mean nothing for a kind are
// nobody's.
func TestStaffMayOnlyWhatMeansSomething(t *testing.T) {
	for _, a := range matrixActors {
		if a.actor.Role == RoleSystem {
			continue
		}
		for _, k := range append([]Kind{ObjectUser, ObjectLink, ObjectWeights, ObjectRun, ObjectAudit, ObjectAccess, ObjectJob, ObjectCorpus, ObjectSettings, ObjectDemo, ObjectSynonyms, ObjectNotes, ObjectIndex, ObjectSaved, KindPortfolio}, Kinds...) {
			for _, act := range []Action{ActRank, ActPrefer, ActStep, ActImport, ActOverview, ActEdit, ActPublish, ActInvite, ActManage, ActRebuild} {
				if !meant(act, k) && Can(a.actor, act, Object{Kind: k, ID: "z"}) {
					t.Errorf("%s may %s a %s", a.name, act, k)
				}
			}
		}
	}
}
