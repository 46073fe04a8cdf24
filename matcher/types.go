package matcher

// Kind says which side a need is ranked against.
type Kind string

// The kinds of candidates, and with Needs the kinds of needs they answer.
const (
	Experts   Kind = "experts"   // for needs of kind directing
	Investors Kind = "investors" // for needs of kind investment
)

// The kinds of needs. A need of kind partner is not ranked.
const (
	Directing  = "directing"
	Investment = "investment"
	Partner    = "partner"
)

// Text is a text in Korean, in English, or in both. A text of no stated language may
// stand in either field: the analysis goes by the script of each word.
type Text struct{ Ko, En string }

// Amount is a sum of money: a decimal string and an ISO 4217 code.
type Amount struct{ Value, Currency string }

// Range is a range of money; an empty Min or Max is open.
type Range struct{ Min, Max, Currency string }

// Span is a stretch of days, both ends included; a zero end is open.
type Span struct{ From, To Day }

// Language is a BCP 47 code with a level: native, C2, C1, B2, B1, A2, A1 or "" (not stated).
type Language struct{ Code, Level string }

// Topic is a subject with the years somebody has worked on it (0: not stated).
type Topic struct {
	Name  string
	Years float64
}

// Institution sends experts. Its conflicts hold for all of them.
type Institution struct {
	ID        string
	Conflicts []string // ids of companies
}

// Person belongs to an organisation; a preference of a person counts for it.
type Person struct{ ID, Organisation string }

// Company is who needs something.
type Company struct {
	ID                    string
	Name                  Text
	Founded               int // year, 0: not known
	Country, Region, City string
	Industries            []string // KSIC codes: a letter and 0 to 5 digits
	Tags                  []string
	Stage                 string
	Summary               Text
	HiddenFrom            []string // ids of candidates and institutions that must not see it
}

// Need is what a company wants.
type Need struct {
	ID, Company, Kind string
	Title, Detail     Text
	Topics            []string
	Fields            []string // strategy, technology, management, ...
	Industries, Tags  []string
	Markets           []string // ISO 3166-1 alpha-2
	Languages         []string // BCP 47; any one of them will do
	Stage             string
	Amount            Range
	Instrument        string
	UseOfFunds        Text
	Opened, Due       Day
	Confidential      bool // evidence taken from the need is then private
}

// Work is something an expert did. A private client never appears in evidence.
type Work struct {
	Title, Text   Text
	Date          Day
	Client        string
	ClientPrivate bool
}

// Expert is a director or supporter.
type Expert struct {
	ID                        string
	Name, Headline, Summary   Text
	Institution               string
	Roles, Fields             []string
	Topics                    []Topic
	Industries, Tags, Markets []string
	Languages                 []Language
	Works                     []Work
	Capacity                  *int // companies at once, nil: not known
	Load                      int  // companies now
	Unavailable               []Span
	Conflicts                 []string // ids of companies
	Country, Region, Timezone string
}

// Deal is one investment of an investor.
type Deal struct {
	Company, Name         string
	Date                  Day
	Stage                 string
	Amount                Amount
	Industries, Tags      []string
	Country, Region, City string
	Lead                  bool
}

// Investor is a firm or a person that invests. Portfolio is what it did, the other
// fields are what it says.
type Investor struct {
	ID                              string
	Name                            Text
	Kind                            string
	Thesis                          Text
	Stages                          []string
	Ticket                          Range // one cheque
	Instruments                     []string
	Industries, Tags, Markets       []string
	Languages                       []string
	Portfolio                       []Deal
	Conflicts                       []string // ids of companies
	Capacity                        *int     // companies at once, nil: not known
	Load                            int      // companies now
	Country, Region, City, Timezone string
}

// Preference is what one side said of the other: From and To are ids of a company, a
// need, an expert, an investor, or of a person who belongs to one.
type Preference struct {
	From, To string
	Level    string // must, want, later, no
	Private  bool   // evidence taken from it is private
	Expires  Day    // the last day it holds, 0: for good
}

// Corpus is everything a data folder holds that ranking looks at. NewSnapshot keeps
// no reference to its slices' order: any order gives the same Snapshot.
type Corpus struct {
	Institutions []Institution
	People       []Person
	Companies    []Company
	Needs        []Need
	Experts      []Expert
	Investors    []Investor
	Preferences  []Preference
}
