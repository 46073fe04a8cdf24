package domain

// Kind names a kind of record of the interchange format.
type Kind string

// The kinds, in the order in which a folder is read and written: what is
// referred to comes before what refers to it.
const (
	KindInstitution Kind = "institution"
	KindCohort      Kind = "cohort"
	KindPerson      Kind = "person"
	KindCompany     Kind = "company"
	KindNeed        Kind = "need"
	KindExpert      Kind = "expert"
	KindInvestor    Kind = "investor"
	KindPreference  Kind = "preference"
)

// Kinds lists all kinds of record in file order.
var Kinds = []Kind{
	KindInstitution, KindCohort, KindPerson, KindCompany,
	KindNeed, KindExpert, KindInvestor, KindPreference,
}

// Typed ids. An id is chosen by the source and stable; records made in the
// product get a uuid v7. Ids hold no control characters.
type (
	InstitutionID string
	CohortID      string
	PersonID      string
	CompanyID     string
	NeedID        string
	ExpertID      string
	InvestorID    string
)

// Ref names one record. Other kinds of object (weights, run, user ...) use the
// Object constants of policy.go as Kind.
type Ref struct {
	Kind Kind
	ID   string
}

// IsZero says whether the reference names nothing.
func (r Ref) IsZero() bool { return r == Ref{} }

func (r Ref) String() string { return string(r.Kind) + "/" + r.ID }

// Record is any entity of the interchange format. Implementations are
// pointers to the entity structs of this package.
type Record interface {
	Ref() Ref
	// Rev is the optimistic version: 0 before the first save, then 1, 2, ...
	Rev() int64
	// SetRev is for the store alone.
	SetRev(int64)
	// Validate lists everything that is wrong with the record by itself;
	// references to others are checked by whoever knows the others.
	Validate() Problems
}

// Revision is embedded in every entity.
type Revision struct{ Version int64 }

// Rev gives the version.
func (r *Revision) Rev() int64 { return r.Version }

// SetRev sets the version; for the store alone.
func (r *Revision) SetRev(v int64) { r.Version = v }

// New makes an empty record of a kind; nil for an unknown kind.
func New(k Kind) Record {
	switch k {
	case KindInstitution:
		return &Institution{}
	case KindCohort:
		return &Cohort{}
	case KindPerson:
		return &Person{}
	case KindCompany:
		return &Company{}
	case KindNeed:
		return &Need{}
	case KindExpert:
		return &Expert{}
	case KindInvestor:
		return &Investor{}
	case KindPreference:
		return &Preference{}
	}
	return nil
}
