package matcher

import "strconv"

// Kinds of evidence: a page has one sentence per kind and language.
const (
	EvidenceWork      = "work"       // Text: title (empty: not to be named); Day: when; Note: client
	EvidenceProfile   = "profile"    // the profile text itself matches
	EvidenceTerms     = "term"       // Value: a word that both texts share
	EvidenceTopic     = "topic"      // Value: topic; Count: years
	EvidenceField     = "field"      // Value: field
	EvidenceTag       = "tag"        // Value: label
	EvidenceIndustry  = "industry"   // Value: KSIC code
	EvidenceMarket    = "market"     // Value: country
	EvidenceLanguage  = "language"   // Value: language code, Note: level
	EvidenceCountry   = "country"    // Value: country both share
	EvidenceRegion    = "region"     // Value: region both share
	EvidenceCity      = "city"       // Value: city both share
	EvidenceHours     = "hours"      // Count: hours between the time zones
	EvidenceStage     = "stage"      // Value: stage
	EvidenceTicket    = "ticket"     // Value: range of one cheque; Note: currency
	EvidenceAge       = "age"        // Count: years since the company was founded
	EvidenceWorks     = "works"      // Count: works on the matter of the need; Total: all
	EvidenceDeals     = "deals"      // Count: all deals
	EvidenceRecent    = "recent"     // Count: deals or works in the last year
	EvidenceLatest    = "latest"     // Day: the latest deal or work
	EvidenceDealsLike = "deals_like" // Count: deals of the kind named by Value (tag, stage, place)
	EvidenceShared    = "shared"     // Count: companies shared with present investors
	EvidenceHolds     = "holds"      // Day: first deal with this very company
	EvidenceLoad      = "load"       // Count: load; Total: capacity
	EvidenceAway      = "away"       // Day: away until
	EvidenceCompany   = "company"    // Value: what the company said: must, want, later
	EvidenceCandidate = "candidate"  // Value: what the candidate said
	EvidenceNothing   = "none"       // looked and found nothing: Value names what
)

// Evidence is one datum behind a part's value, structured so that a page can say it
// in either language and hide what the viewer may not see.
type Evidence struct {
	Kind         string // one of the Evidence constants
	Value, Note  string
	Text         Text
	Count, Total int
	Day          Day
	Field        string // source, e.g. "candidate.works[2].title"
	Private      bool   // the source is private to its side; others see "matches a private item"
	Confidential bool   // the need is confidential: nobody but its company sees this
}

// String is the evidence as one plain string, as in the JSON lines.
func (e Evidence) String() string {
	switch e.Kind {
	case EvidenceWork:
		if e.Text == (Text{}) {
			return "a work"
		}
		return e.Text.either()
	case EvidenceProfile:
		return e.Kind
	case EvidenceTopic:
		if e.Count > 0 {
			return e.Value + " (" + strconv.Itoa(e.Count) + " years)"
		}
		return e.Value
	case EvidenceLoad:
		return strconv.Itoa(e.Count) + "/" + strconv.Itoa(e.Total)
	case EvidenceLatest, EvidenceHolds, EvidenceAway:
		return e.Kind + " " + e.Day.String()
	case EvidenceCompany, EvidenceCandidate, EvidenceNothing:
		return e.Kind + ": " + e.Value
	case EvidenceDealsLike:
		return e.Value + ": " + strconv.Itoa(e.Count) + " deals"
	case EvidenceWorks, EvidenceDeals, EvidenceRecent, EvidenceShared,
		EvidenceAge, EvidenceHours:
		return e.Kind + " " + strconv.Itoa(e.Count)
	}
	if e.Note != "" {
		return e.Value + " " + e.Note
	}
	return e.Value
}

// either returns the English text, else the Korean one.
func (t Text) either() string {
	if t.En != "" {
		return t.En
	}
	return t.Ko
}
