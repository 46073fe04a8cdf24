package rest

// Overview is the figures of a cohort.
type Overview struct {
	Cohort       string            `json:"cohort" example:"k2026" doc:"Empty for all"`
	Day          string            `json:"day" format:"date" example:"2026-11-23"`
	Totals       OverviewTotals    `json:"totals"`
	NeedsByTopic []FacetCount      `json:"needs_by_topic" doc:"Needs filed and later, most frequent first, at most 30"`
	NeedsByState []FacetCount      `json:"needs_by_state" doc:"All needs, every state in its order"`
	NeedsByKind  []FacetCount      `json:"needs_by_kind" doc:"Needs filed and later"`
	Coverage     OverviewCoverage  `json:"coverage"`
	ExpertLoad   []ExpertLoad      `json:"expert_load" doc:"Fullest first, at most 300"`
	Institution  []InstitutionLoad `json:"institution_load" doc:"Most experts first"`
	LoadSpread   []FacetCount      `json:"load_spread" doc:"All experts by idle, free, nearly_full, full, over, unknown"`
	WorstOff     []WorstOff        `json:"worst_off" doc:"Companies with an open need and the fewest candidates, longest waiting first, at most 500"`
	Ageing       []Ageing          `json:"ageing" doc:"Open needs by whose turn it is"`
	FirstSteps   []FirstStep       `json:"first_steps" doc:"The checklist of a new programme"`
}

// OverviewTotals counts what the figures are about.
type OverviewTotals struct {
	Companies        int `json:"companies"`
	Covered          int `json:"covered" doc:"Companies that want a candidate or are matched with one"`
	Needs            int `json:"needs"`
	OpenNeeds        int `json:"open_needs" doc:"Filed and not yet agreed or closed"`
	Overdue          int `json:"overdue" doc:"Open needs whose holder should have acted"`
	Experts          int `json:"experts"`
	Investors        int `json:"investors"`
	Institutions     int `json:"institutions"`
	ExpertCapacity   int `json:"expert_capacity" doc:"Companies at once, over experts that state a capacity"`
	ExpertLoad       int `json:"expert_load" doc:"Companies now, over the same experts"`
	CapacityUnstated int `json:"capacity_unstated" doc:"Experts without a capacity"`
}

// OverviewCoverage groups companies.
type OverviewCoverage struct {
	Region   []CoverageGroup `json:"region"`
	Field    []CoverageGroup `json:"field" doc:"KSIC division of the first industry"`
	Newcomer []CoverageGroup `json:"newcomer" doc:"newcomer: of the newest cohort; returning: of an older one"`
}

// CoverageGroup is how many companies of a group have a candidate.
type CoverageGroup struct {
	Value     string `json:"value" example:"경기" doc:"Empty where the records do not say"`
	Companies int    `json:"companies"`
	Covered   int    `json:"covered" doc:"Want at least one candidate or are matched"`
	Matched   int    `json:"matched" doc:"With a need that is matched or agreed"`
}

// ExpertLoad is how full an expert is.
type ExpertLoad struct {
	ID          string `json:"id" example:"e1"`
	Name        Name   `json:"name"`
	Institution string `json:"institution,omitempty" example:"x1"`
	Capacity    *int   `json:"capacity,omitempty"`
	Load        int    `json:"load"`
}

// InstitutionLoad sums the experts of an institution.
type InstitutionLoad struct {
	ID       string `json:"id" example:"x1"`
	Name     Name   `json:"name"`
	Experts  int    `json:"experts"`
	Capacity int    `json:"capacity" doc:"Of experts that state one"`
	Load     int    `json:"load"`
	Unstated int    `json:"unstated" doc:"Experts without a capacity"`
	Agreed   *Count `json:"agreed,omitempty" doc:"Companies at once that the institution has agreed to"`
}

// WorstOff is a company with an open need and few candidates.
type WorstOff struct {
	Company   string `json:"company" example:"c1"`
	Name      Name   `json:"name"`
	OpenNeeds int    `json:"open_needs"`
	Wanted    int    `json:"wanted" doc:"Candidates it wants"`
	Matched   int    `json:"matched" doc:"Needs that are matched or agreed"`
	Waiting   int    `json:"waiting_days" doc:"Since its oldest open need was opened"`
	Oldest    string `json:"oldest_need" example:"n1"`
}

// Ageing is how long open needs have stood with one side.
type Ageing struct {
	Holder  string      `json:"holder" enum:"company,coordinator"`
	Needs   int         `json:"needs"`
	Overdue int         `json:"overdue"`
	Oldest  int         `json:"oldest_days"`
	Days    []AgeBucket `json:"days" doc:"Days since the need came to where it is"`
}

// AgeBucket counts needs of an age.
type AgeBucket struct {
	From  int  `json:"from"`
	To    *int `json:"to,omitempty" doc:"Included; left out when open"`
	Count int  `json:"count"`
}

// FirstStep is one line of the checklist.
type FirstStep struct {
	Code string `json:"code" enum:"cohort,companies,experts,investors,staff,invitations,weights,triage"`
	Done bool   `json:"done"`
}
