package directory

import "jumpup/server/domain"

// Figures is the overview of a cohort for programme staff.
type Figures struct {
	Cohort domain.CohortID // "" for all
	Day    domain.Date
	Totals Totals

	ByTopic []domain.FacetCount // needs filed and later, the 30 most frequent topics
	ByState []domain.FacetCount // all needs, every state in its order
	ByKind  []domain.FacetCount // needs filed and later

	ByRegion   []Coverage // companies, most first
	ByField    []Coverage // by KSIC division of the first industry, such as C29
	ByNewcomer []Coverage // "newcomer": of the newest cohort; "returning": of an older one

	Experts      []ExpertLoad // fullest first, at most 300
	Institutions []InstitutionLoad
	Spread       []domain.FacetCount // experts by idle, free, nearly_full, full, over, unknown

	WorstOff []WorstOff // every company with an open need, worst first; at most 500
	Ageing   []Ageing   // open needs by whose turn it is

	Steps []FirstStep
}

// Totals counts what the figures are about.
type Totals struct {
	Companies, Covered               int // Covered: see Coverage
	Needs, OpenNeeds, Overdue        int // drafts are no open needs
	Experts, Investors, Institutions int
	ExpertCapacity, ExpertLoad       int // companies at once, over experts that state a capacity
	ExpertsWithoutCapacity           int
}

// Coverage is how many companies of a group have at least one candidate: one
// they want (must or want, not run out) or one they are matched with.
type Coverage struct {
	Value     string // "" where the records do not say
	Companies int
	Covered   int
	Matched   int // of Covered: with a need that is matched or agreed
}

// ExpertLoad is how full an expert is.
type ExpertLoad struct {
	ID          domain.ExpertID
	Name        domain.Text
	Institution domain.InstitutionID
	Capacity    *int
	Load        int
}

// InstitutionLoad sums the experts of an institution.
type InstitutionLoad struct {
	ID       domain.InstitutionID
	Name     domain.Text
	Experts  int
	Capacity int // of experts that state one
	Load     int
	Unstated int                  // experts without a capacity
	Agreed   domain.CapacityRange // the institution's own
}

// WorstOff is a company with an open need and the fewest candidates, the
// longest waiting first among equals.
type WorstOff struct {
	Company   domain.CompanyID
	Name      domain.Text
	OpenNeeds int
	Wanted    int // candidates it wants
	Matched   int // needs that are matched or agreed
	Waiting   int // days since its oldest open need was opened
	Oldest    domain.NeedID
}

// Ageing is how long open needs have stood with one side, in days since the
// need came to where it is.
type Ageing struct {
	Holder  domain.Role
	Needs   int
	Overdue int
	Oldest  int
	Days    []AgeBucket
}

// AgeBucket counts needs that have stood From to To days, both included; To -1
// is open.
type AgeBucket struct{ From, To, Count int }

// FirstStep is one line of the checklist of a new programme.
type FirstStep struct {
	Code string // cohort, companies, experts, investors, staff, invitations, weights, triage
	Done bool
}

// Roster is an institution's own experts for its manager.
type Roster struct {
	Institution domain.InstitutionID
	Agreed      domain.CapacityRange
	Capacity    int // of experts that state one
	Load        int
	Unstated    int
	Experts     []RosterLine // by name
}

// RosterLine is one expert of a roster. Away says that today is within one of
// the expert's absences.
type RosterLine struct {
	Item Item
	Free int // capacity less load, 0 when over or unknown
	Away bool
}
