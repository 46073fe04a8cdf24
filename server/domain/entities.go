package domain

// Institution is an organisation that provides experts (수행기관).
type Institution struct {
	Revision
	ID        InstitutionID
	Name      Text
	Kind      string
	Country   string
	Region    string
	Fields    []string
	Capacity  CapacityRange // companies directed at once
	Conflicts []string      // ids of companies or other organisations
}

// CapacityRange is a number of companies at once; a nil bound is unknown.
type CapacityRange struct{ Min, Max *int }

// Cohort is a year's intake of companies (기수) with its eligibility rules.
type Cohort struct {
	Revision
	ID     CohortID
	Name   Text
	Year   *int
	Starts Date
	Ends   Date
	Rules  []Rule
}

// Rule is one eligibility rule, held as data. Field is a company field, Op one
// of eq ne lt le gt ge in not_in known; Value a string, number or list written
// as JSON.
type Rule struct {
	Field, Op string
	Value     string
	Reason    Text
}

// Person is somebody of an organisation (company, investor or institution).
type Person struct {
	Revision
	ID           PersonID
	Email        string
	Phone        string
	Name         Text
	Organisation string
	Title        Text
	Role         string
	Languages    []string
	Timezone     string
}

// Company is a supported company (기업).
type Company struct {
	Revision
	ID               CompanyID
	Name             Text
	Cohort           CohortID
	RegistrationNo   string
	Founded          *int
	Country          string
	Region           string
	City             string
	Industries       []string
	IndustryRevision *int // KSIC revision; nil means 11
	Tags             []string
	SizeClass        string
	Employees        *int
	Stage            Stage
	Revenue          []YearAmount
	Certificates     []Certificate
	Summary          Text
	Website          string
	HiddenFrom       []string // ids of experts, investors, institutions
}

// YearAmount is an amount of one year.
type YearAmount struct {
	Year   int
	Amount Amount
}

// Certificate is a certificate a company holds.
type Certificate struct {
	Kind, Number string
	Expires      Date
}

// Expert is a directing expert (전문가): director or supporter.
type Expert struct {
	Revision
	ID               ExpertID
	Name             Text
	Headline         Text
	Summary          Text
	Institution      InstitutionID
	Roles            []string
	Fields           []string
	Topics           []Topic
	Industries       []string
	IndustryRevision *int
	Tags             []string
	Markets          []string
	Languages        []Language
	Works            []Work
	Capacity         *int // companies at once
	Load             *int // companies now; nil means 0
	Unavailable      []Period
	Conflicts        []string
	Country          string
	Region           string
	Timezone         string
}

// Topic is a subject with years of practice.
type Topic struct {
	Topic string
	Years *float64
}

// Language is a language with a level: native, C2 ... A1.
type Language struct{ Code, Level string }

// Work is a piece of evidence of what an expert did.
type Work struct {
	Title         Text
	Text          Text
	Date          Date
	Client        string
	ClientPrivate bool
}

// Period is a span of days, both included.
type Period struct{ From, To Date }

// Investor is an investing firm (투자자).
type Investor struct {
	Revision
	ID               InvestorID
	Name             Text
	Kind             string
	Thesis           Text
	Stages           []Stage
	Ticket           Range // one cheque
	Instruments      []string
	Industries       []string
	IndustryRevision *int
	Tags             []string
	Markets          []string
	Languages        []string
	Portfolio        []Deal
	Conflicts        []string
	Capacity         *int
	Country          string
	Region           string
	City             string
	Timezone         string
}

// Deal is one dated investment of a portfolio.
type Deal struct {
	Company          string
	Name             string
	Date             Date
	Stage            Stage
	Amount           Amount
	Industries       []string
	IndustryRevision *int
	Tags             []string
	Country          string
	Region           string
	City             string
	Lead             bool
}

// Level is the strength of a preference (희망).
type Level string

// The levels.
const (
	Must  Level = "must"
	Want  Level = "want"
	Later Level = "later"
	No    Level = "no"
)

// Preference is what one side wishes of another: From and To are ids of
// companies, needs, experts or investors.
type Preference struct {
	Revision
	From, To string
	Level    Level
	Note     string
	Private  bool
	Expires  Date
}

// PreferenceID joins both ends with the unit separator, which no id may hold.
func PreferenceID(from, to string) string { return from + "\x1f" + to }

// Ref names the record.
func (x *Institution) Ref() Ref { return Ref{KindInstitution, string(x.ID)} }

// Ref names the record.
func (x *Cohort) Ref() Ref { return Ref{KindCohort, string(x.ID)} }

// Ref names the record.
func (x *Person) Ref() Ref { return Ref{KindPerson, string(x.ID)} }

// Ref names the record.
func (x *Company) Ref() Ref { return Ref{KindCompany, string(x.ID)} }

// Ref names the record.
func (x *Expert) Ref() Ref { return Ref{KindExpert, string(x.ID)} }

// Ref names the record.
func (x *Investor) Ref() Ref { return Ref{KindInvestor, string(x.ID)} }

// Ref names the record.
func (x *Preference) Ref() Ref { return Ref{KindPreference, PreferenceID(x.From, x.To)} }
