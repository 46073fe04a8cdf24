package domain

import "slices"

// Action is something an actor wants to do to an object.
type Action string

// The actions.
const (
	ActRead     Action = "read"     // see the record (through [View])
	ActCreate   Action = "create"   // add a record
	ActUpdate   Action = "update"   // change it
	ActDelete   Action = "delete"   // remove it
	ActStep     Action = "step"     // move a need between states; Object.Step says how
	ActRank     Action = "rank"     // see matches of a need or for a candidate
	ActPrefer   Action = "prefer"   // state a preference on behalf of the object
	ActImport   Action = "import"   // bring in records
	ActExport   Action = "export"   // take out records, private fields included
	ActOverview Action = "overview" // see figures over the whole cohort
	ActEdit     Action = "edit"     // draft and test (weights)
	ActPublish  Action = "publish"  // make binding (weights)
	ActInvite   Action = "invite"   // issue a one-time link; Object.Role says for whom
	ActManage   Action = "manage"   // change role, disable, sign out others, reset
	ActRebuild  Action = "rebuild"  // make an index anew from the records
)

// Kinds of object that are no interchange records.
const (
	ObjectUser     Kind = "user"
	ObjectLink     Kind = "link"
	ObjectWeights  Kind = "weights"
	ObjectRun      Kind = "run"
	ObjectAudit    Kind = "audit"
	ObjectAccess   Kind = "access"
	ObjectJob      Kind = "job"
	ObjectCorpus   Kind = "corpus" // the whole system of record
	ObjectSettings Kind = "settings"
	ObjectDemo     Kind = "demo"
	ObjectSynonyms Kind = "synonyms"
	ObjectNotes    Kind = "search_notes" // what searches did not find
	ObjectIndex    Kind = "search_index" // of every engine, and how far each has come
	ObjectSaved    Kind = "saved_search" // Object.By says whose
)

// Object is what the policy needs to know of a thing: [ObjectOf] makes it of a
// record. A zero ID asks about the kind in general ("may I create needs?").
type Object struct {
	Kind         Kind
	ID           string
	Company      CompanyID     // need: its company
	Institution  InstitutionID // expert: its institution
	Organisation string        // person: its organisation
	From, To     string        // preference
	State        NeedState
	NeedKind     NeedKind
	Confidential bool
	HiddenFrom   []string // company: itself; need: its company's, where known
	Step         NeedStep // for ActStep
	Role         Role     // for ActInvite and ActManage: the role given or held
	By           UserID   // job, run: who started it; saved search: whose
}

// ObjectOf describes a record to the policy. For a need, owner may give its
// company, whose hidden_from list then counts; nil when unknown.
func ObjectOf(r Record, owner *Company) Object {
	ref := r.Ref()
	o := Object{Kind: ref.Kind, ID: ref.ID}
	switch x := r.(type) {
	case *Company:
		o.Company, o.HiddenFrom = x.ID, x.HiddenFrom
	case *Need:
		o.Company, o.State, o.NeedKind, o.Confidential = x.Company, x.State, x.Kind, x.Confidential
		if owner != nil {
			o.HiddenFrom = owner.HiddenFrom
		}
	case *Expert:
		o.Institution = x.Institution
	case *Person:
		o.Organisation = x.Organisation
	case *Preference:
		o.From, o.To = x.From, x.To
	}
	return o
}

// Can is the one access policy: whether the actor may do the action to the
// object. HTTP, websocket, SQL filters and search all ask it.
//
// An account of a role that acts for a record may do nothing without one. A
// saved search is its owner's alone, staff or not.
func Can(a Actor, act Action, o Object) bool {
	if a.Role != RoleSystem && (a.unanchored() || !meant(act, o.Kind)) {
		return false
	}
	switch o.Kind {
	case KindPortfolio:
		return canPortfolio(a, act, o)
	case ObjectSaved:
		return a.Role == RoleSystem || (a.Staff() || a.Role.SubjectKind() != "") && a.User != "" && o.By == a.User
	}
	switch a.Role {
	case RoleSystem:
		return true
	case RoleAdministrator:
		return canAdministrator(act, o)
	case RoleCoordinator:
		return canCoordinator(act, o)
	case RoleCompany:
		return canCompany(a, act, o)
	case RoleExpert:
		return canExpert(a, act, o)
	case RoleInvestor:
		return canInvestor(a, act, o)
	case RoleManager:
		return canManager(a, act, o)
	}
	return false
}

// canPortfolio: whoever may read an investor may read of its companies; they
// are changed with the investor.
func canPortfolio(a Actor, act Action, o Object) bool {
	if o.ID == "" {
		return act == ActRead && Can(a, act, Object{Kind: KindInvestor})
	}
	owner, _, ok := PortfolioDeal(o.ID)
	return ok && act == ActRead && Can(a, act, Object{Kind: KindInvestor, ID: string(owner)})
}

// unanchored says that the role needs a subject which the actor has not.
func (a Actor) unanchored() bool {
	k := a.Role.SubjectKind()
	return k != "" && (a.Subject.Kind != k || a.Subject.ID == "")
}

// canAdministrator: everything but speaking for an organisation.
func canAdministrator(act Action, o Object) bool {
	return !speaking(act, o) && !immutable(act, o)
}

// meant says whether an action means something for a kind of object: nobody may
// rank a cohort.
func meant(act Action, k Kind) bool {
	switch act {
	case ActRank, ActPrefer:
		return k == KindNeed || k == KindExpert || k == KindInvestor || act == ActPrefer && k == KindPreference
	case ActStep:
		return k == KindNeed
	case ActImport:
		return k == ObjectCorpus
	case ActOverview:
		return k == ObjectCorpus || k == KindCohort
	case ActEdit, ActPublish:
		return k == ObjectWeights
	case ActInvite:
		return k == ObjectLink
	case ActManage:
		return k == ObjectUser
	case ActRebuild:
		return k == ObjectIndex
	}
	return true
}

// speaking is what only the organisation itself says: what it prefers, and
// that none of the candidates fits. Filing is not: staff write down needs that
// a company tells them.
func speaking(act Action, o Object) bool {
	return act == ActPrefer || act == ActStep && o.Step == StepNoneFit
}

// immutable things nobody changes: logs, saved runs, and what the program
// itself writes down of searches.
func immutable(act Action, o Object) bool {
	switch o.Kind {
	case ObjectNotes:
		return act != ActRead && act != ActDelete
	case ObjectIndex:
		return act != ActRead && act != ActRebuild
	case ObjectSynonyms:
		return act != ActRead && act != ActUpdate
	case ObjectAudit, ObjectAccess:
		return act != ActRead && act != ActExport
	case ObjectRun:
		return act != ActRead && act != ActCreate && act != ActExport
	}
	return false
}

// canCoordinator: the programme's work, but not accounts of staff, settings or
// the access log.
func canCoordinator(act Action, o Object) bool {
	switch o.Kind {
	case ObjectSettings, ObjectAccess, ObjectDemo:
		return false
	case ObjectUser, ObjectLink:
		return act == ActRead || o.Role != RoleAdministrator && o.Role != RoleCoordinator &&
			(act == ActInvite || act == ActManage)
	}
	return !speaking(act, o) && !immutable(act, o)
}

func canCompany(a Actor, act Action, o Object) bool {
	mine := o.ID != "" && o.Company != "" && string(o.Company) == a.Subject.ID
	switch o.Kind {
	case KindCompany:
		return mine && (act == ActRead || act == ActUpdate)
	case KindNeed:
		return canCompanyNeed(a, act, o)
	case KindExpert, KindInvestor, KindInstitution, KindCohort:
		return act == ActRead
	case KindPerson:
		return sameOrganisation(a, act, o)
	case KindPreference:
		return o.From == a.Subject.ID && (act == ActRead || act == ActPrefer || act == ActDelete)
	case ObjectWeights:
		return act == ActRead
	}
	return false
}

func canCompanyNeed(a Actor, act Action, o Object) bool {
	if act == ActCreate && o.ID == "" {
		return o.Company == "" || string(o.Company) == a.Subject.ID
	}
	if string(o.Company) != a.Subject.ID || o.Company == "" {
		return false
	}
	switch act {
	case ActRead, ActCreate:
		return true
	case ActRank:
		return o.State != NeedClosed
	case ActUpdate, ActPrefer:
		return o.State != NeedClosed && o.State != NeedAgreed
	case ActDelete:
		return o.State == NeedDraft
	case ActStep:
		return o.Step == StepFile || o.Step == StepNoneFit || o.Step == StepClose
	}
	return false
}

// sameOrganisation: people see and keep their own organisation's people.
func sameOrganisation(a Actor, act Action, o Object) bool {
	return o.Organisation != "" && o.Organisation == a.Subject.ID && (act == ActRead || act == ActUpdate)
}

// openNeed: a need that a candidate outside the company may know of.
func openNeed(a Actor, o Object, kind NeedKind) bool {
	if o.ID == "" || o.NeedKind != kind || o.Confidential || hidden(a, o) {
		return false
	}
	switch o.State {
	case NeedTriaged, NeedMatched, NeedAgreed:
		return true
	}
	return false
}

func hidden(a Actor, o Object) bool {
	for _, id := range a.HiddenAs() {
		if slices.Contains(o.HiddenFrom, id) {
			return true
		}
	}
	return false
}

func canExpert(a Actor, act Action, o Object) bool {
	switch o.Kind {
	case KindExpert:
		return o.ID == a.Subject.ID && o.ID != "" && (act == ActRead || act == ActUpdate || act == ActRank || act == ActPrefer)
	case KindCompany:
		return act == ActRead && o.ID != "" && !hidden(a, o)
	case KindNeed:
		return act == ActRead && openNeed(a, o, NeedDirecting)
	case KindInstitution, KindCohort:
		return act == ActRead
	case KindPerson:
		return false
	case KindPreference:
		return o.From == a.Subject.ID && (act == ActRead || act == ActPrefer || act == ActDelete)
	case ObjectWeights:
		return act == ActRead
	}
	return false
}

func canInvestor(a Actor, act Action, o Object) bool {
	switch o.Kind {
	case KindInvestor:
		return o.ID == a.Subject.ID && o.ID != "" && (act == ActRead || act == ActUpdate || act == ActRank || act == ActPrefer)
	case KindCompany:
		return act == ActRead && o.ID != "" && !hidden(a, o)
	case KindNeed:
		return act == ActRead && openNeed(a, o, NeedInvestment)
	case KindCohort:
		return act == ActRead
	case KindPerson:
		return sameOrganisation(a, act, o)
	case KindPreference:
		return o.From == a.Subject.ID && (act == ActRead || act == ActPrefer || act == ActDelete)
	case ObjectWeights:
		return act == ActRead
	}
	return false
}

func canManager(a Actor, act Action, o Object) bool {
	mine := a.Subject.ID != "" && string(o.Institution) == a.Subject.ID
	switch o.Kind {
	case KindInstitution:
		return o.ID != "" && o.ID == a.Subject.ID && (act == ActRead || act == ActUpdate)
	case KindExpert:
		return mine && (act == ActRead || act == ActUpdate || act == ActCreate)
	case KindPerson:
		return sameOrganisation(a, act, o)
	case KindCohort, ObjectWeights:
		return act == ActRead
	}
	return false
}
