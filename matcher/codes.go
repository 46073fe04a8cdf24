package matcher

// Codes of parts. They are stable: saved runs, weights and translations hang on them;
// new ones are added, old ones never change their meaning.
const (
	PartBase = "base" // the constant; with it, the neutral share of every unknown part

	// Both kinds.
	PartText       = "text"       // free text of the need against works, profile or thesis
	PartIndustry   = "industry"   // KSIC codes, by common prefix
	PartTags       = "tags"       // free labels, as stated
	PartMarket     = "market"     // countries the need aims at
	PartLanguage   = "language"   // a language in common, by level
	PartLocation   = "location"   // the two addresses and time zones
	PartRecord     = "record"     // how much the candidate has done
	PartActivity   = "activity"   // how recently, against the whole corpus
	PartLoad       = "load"       // room left
	PartPreference = "preference" // what the two sides said of each other

	// Experts.
	PartTopic = "topic" // named topics, with years
	PartField = "field" // strategy, technology, management, ...

	// Investors: what the thesis says.
	PartStage  = "stage"
	PartTicket = "ticket"
	// Investors: what the portfolio shows.
	PartStageDone    = "stage_done"
	PartTicketDone   = "ticket_done"
	PartFieldDone    = "field_done"
	PartLocationDone = "location_done"
	PartAgeDone      = "age_done"     // age of the companies when invested in
	PartSimilar      = "similar"      // deals like this one
	PartCoInvestors  = "co_investors" // deals shared with those who already hold the company
	PartPortfolio    = "portfolio"    // already holds the company
)

// Groups of parts, and of figures (see Pair.Figure).
const (
	GroupFit        = "fit"        // suits the need
	GroupAct        = "act"        // likely to act now
	GroupPreference = "preference" // what people said
	GroupConstant   = "constant"
)

// Gates: why a pair is impossible. A code never tells which third party stands behind it.
const (
	GateConflict   = "conflict"   // either side's list, the institution's, or hidden_from
	GateFull       = "full"       // load has reached the capacity
	GatePreference = "preference" // a "no" of either side
	GateStage      = "stage"      // the stage is outside the investor's stages
	GateTicket     = "ticket"     // the amount is below the smallest cheque
	GateLanguage   = "language"   // none in common although the need names some
)

// Group returns the group of a part code: GroupFit, GroupAct, GroupPreference, or
// GroupConstant for PartBase. An unknown code belongs to GroupFit.
func Group(code string) string {
	switch code {
	case PartBase:
		return GroupConstant
	case PartPreference:
		return GroupPreference
	case PartActivity, PartLoad, PartRecord, PartCoInvestors, PartPortfolio:
		return GroupAct
	}
	return GroupFit
}

// Settles returns the fields that would make a part known, as paths
// "need.amount", "company.stage", "candidate.ticket", ...; for one pair Part.Missing
// tells which of them are empty. The slice is the caller's.
func Settles(code string) []string {
	return append([]string(nil), settles[code]...)
}

var settles = map[string][]string{
	PartText:         {"need.detail", "candidate.summary", "candidate.works", "candidate.thesis"},
	PartIndustry:     {"need.industries", "candidate.industries"},
	PartTags:         {"need.tags", "candidate.tags"},
	PartMarket:       {"need.markets", "candidate.markets"},
	PartLanguage:     {"need.languages", "candidate.languages"},
	PartLocation:     {"company.region", "company.country", "candidate.region", "candidate.country"},
	PartRecord:       {"candidate.works", "candidate.portfolio"},
	PartActivity:     {"candidate.works.date", "candidate.portfolio"},
	PartLoad:         {"candidate.capacity"},
	PartPreference:   {"preference"},
	PartTopic:        {"need.topics", "candidate.topics"},
	PartField:        {"need.fields", "candidate.fields"},
	PartStage:        {"need.stage", "candidate.stages"},
	PartTicket:       {"need.amount", "candidate.ticket"},
	PartStageDone:    {"need.stage", "candidate.portfolio.stage"},
	PartTicketDone:   {"need.amount", "candidate.portfolio.amount"},
	PartFieldDone:    {"company.tags", "company.industries", "candidate.portfolio.tags"},
	PartLocationDone: {"company.country", "candidate.portfolio.country"},
	PartAgeDone:      {"company.founded", "candidate.portfolio.company"},
	PartSimilar:      {"need.stage", "company.tags", "candidate.portfolio"},
	PartCoInvestors:  {"candidate.portfolio"},
	PartPortfolio:    {"candidate.portfolio"},
}

// PartCodes returns every part code of a kind in the order of display, without PartBase.
func PartCodes(k Kind) []string {
	if k == Investors {
		return append([]string(nil), investorParts...)
	}
	return append([]string(nil), expertParts...)
}

var expertParts = []string{
	PartTopic, PartText, PartField, PartIndustry, PartTags, PartMarket, PartLanguage,
	PartLocation, PartRecord, PartActivity, PartLoad, PartPreference,
}

var investorParts = []string{
	PartText, PartIndustry, PartTags, PartFieldDone, PartStage, PartStageDone, PartTicket,
	PartTicketDone, PartMarket, PartLanguage, PartLocation, PartLocationDone, PartAgeDone,
	PartSimilar, PartRecord, PartActivity, PartCoInvestors, PartPortfolio,
	PartLoad, PartPreference,
}

// GateCodes returns every gate in the order they are tried.
func GateCodes() []string {
	return []string{GateConflict, GateFull, GatePreference, GateStage, GateTicket, GateLanguage}
}
