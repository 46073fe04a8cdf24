package domain

import "strconv"

// Attr is an attribute that lists are filtered and counted by.
type Attr string

// The attributes. Multi-valued ones match when any value does.
const (
	AttrID           Attr = "id"
	AttrCompany      Attr = "company" // the owning company of a need
	AttrCohort       Attr = "cohort"
	AttrInstitution  Attr = "institution"
	AttrOrganisation Attr = "organisation"
	AttrNeedKind     Attr = "need_kind"
	AttrState        Attr = "state"
	AttrHolder       Attr = "holder"
	AttrConfidential Attr = "confidential" // "true" or "false"
	AttrHiddenFrom   Attr = "hidden_from"
	AttrKind         Attr = "kind" // institution's or investor's kind
	AttrStage        Attr = "stage"
	AttrCountry      Attr = "country"
	AttrRegion       Attr = "region"
	AttrIndustry     Attr = "industry"
	AttrTag          Attr = "tag"
	AttrMarket       Attr = "market"
	AttrLanguage     Attr = "language"
	AttrRole         Attr = "role"
	AttrField        Attr = "field"
	AttrTopic        Attr = "topic"
	AttrInstrument   Attr = "instrument"
	AttrSize         Attr = "size_class"
	AttrFounded      Attr = "founded"
	AttrEmployees    Attr = "employees"
	AttrPriority     Attr = "priority"
	AttrLevel        Attr = "level"
	AttrFrom         Attr = "from"
	AttrTo           Attr = "to"
	AttrInvestor     Attr = "investor"    // whose portfolio a company stands in
	AttrRecordKind   Attr = "record_kind" // the kind itself, for counts over several kinds
	AttrDeals        Attr = "deals"       // how many investments an investor's portfolio holds
	AttrFree         Attr = "free"        // companies that an expert can still take
	AttrTrait        Attr = "trait"       // what candidates are found by (Traits)
	AttrActivity     Attr = "activity"    // how much and how lately an investor invested or an expert worked (Activity)
)

type attrs map[Attr][]string

func (m attrs) add(a Attr, values ...string) {
	for _, v := range values {
		if v != "" {
			m[a] = append(m[a], v)
		}
	}
}

func (m attrs) num(a Attr, n *int) {
	if n != nil {
		m.add(a, strconv.Itoa(*n))
	}
}

// Attributes gives the values a record is filtered and counted by.
func Attributes(r Record) map[Attr][]string {
	m := attrs{}
	switch x := r.(type) {
	case *Institution:
		m.add(AttrID, string(x.ID))
		m.add(AttrKind, x.Kind)
		m.add(AttrCountry, x.Country)
		m.add(AttrRegion, x.Region)
		m.add(AttrField, x.Fields...)
	case *Cohort:
		m.add(AttrID, string(x.ID))
	case *Person:
		m.add(AttrID, string(x.ID))
		m.add(AttrOrganisation, x.Organisation)
		m.add(AttrLanguage, x.Languages...)
	case *Company:
		companyAttributes(m, x)
	case *Need:
		needAttributes(m, x)
	case *Expert:
		expertAttributes(m, x)
	case *Investor:
		investorAttributes(m, x)
	case *Preference:
		m.add(AttrID, PreferenceID(x.From, x.To))
		m.add(AttrFrom, x.From)
		m.add(AttrTo, x.To)
		m.add(AttrLevel, string(x.Level))
	}
	return m
}

func companyAttributes(m attrs, x *Company) {
	m.add(AttrID, string(x.ID))
	m.add(AttrCohort, string(x.Cohort))
	m.add(AttrCountry, x.Country)
	m.add(AttrRegion, x.Region)
	m.add(AttrIndustry, x.Industries...)
	m.add(AttrTag, x.Tags...)
	m.add(AttrSize, x.SizeClass)
	m.add(AttrStage, string(x.Stage))
	m.add(AttrHiddenFrom, x.HiddenFrom...)
	m.num(AttrFounded, x.Founded)
	m.num(AttrEmployees, x.Employees)
}

func needAttributes(m attrs, x *Need) {
	m.add(AttrID, string(x.ID))
	m.add(AttrCompany, string(x.Company))
	m.add(AttrNeedKind, string(x.Kind))
	m.add(AttrState, string(x.State))
	m.add(AttrHolder, string(x.Holder))
	m.add(AttrConfidential, strconv.FormatBool(x.Confidential))
	m.add(AttrTopic, x.Topics...)
	m.add(AttrField, x.Fields...)
	m.add(AttrIndustry, x.Industries...)
	m.add(AttrTag, x.Tags...)
	m.add(AttrMarket, x.Markets...)
	m.add(AttrLanguage, x.Languages...)
	m.add(AttrStage, string(x.Stage))
	m.add(AttrInstrument, x.Instrument)
	m.num(AttrPriority, x.Priority)
}

func expertAttributes(m attrs, x *Expert) {
	m.add(AttrID, string(x.ID))
	m.add(AttrInstitution, string(x.Institution))
	m.add(AttrRole, x.Roles...)
	m.add(AttrField, x.Fields...)
	m.add(AttrIndustry, x.Industries...)
	m.add(AttrTag, x.Tags...)
	m.add(AttrMarket, x.Markets...)
	m.add(AttrCountry, x.Country)
	m.add(AttrRegion, x.Region)
	for _, t := range x.Topics {
		m.add(AttrTopic, t.Topic)
	}
	for _, l := range x.Languages {
		m.add(AttrLanguage, l.Code)
	}
}

func investorAttributes(m attrs, x *Investor) {
	m.add(AttrID, string(x.ID))
	m.add(AttrKind, x.Kind)
	for _, s := range x.Stages {
		m.add(AttrStage, string(s))
	}
	m.add(AttrInstrument, x.Instruments...)
	m.add(AttrIndustry, x.Industries...)
	m.add(AttrTag, x.Tags...)
	m.add(AttrMarket, x.Markets...)
	m.add(AttrLanguage, x.Languages...)
	m.add(AttrCountry, x.Country)
	m.add(AttrRegion, x.Region)
}

// PortfolioAttributes gives the values that the company of an investor's deal is
// filtered and counted by; none when there is no such deal.
func PortfolioAttributes(inv *Investor, deal int) map[Attr][]string {
	m := attrs{}
	if deal < 0 || deal >= len(inv.Portfolio) {
		return m
	}
	d := &inv.Portfolio[deal]
	m.add(AttrID, PortfolioRef(inv.ID, deal).ID)
	m.add(AttrInvestor, string(inv.ID))
	m.add(AttrCompany, d.Company)
	m.add(AttrStage, string(d.Stage))
	m.add(AttrIndustry, d.Industries...)
	m.add(AttrTag, d.Tags...)
	m.add(AttrCountry, d.Country)
	m.add(AttrRegion, d.Region)
	return m
}

func (b Between) holds(v string) bool {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || n != n { // NaN is no number
		return false
	}
	return (b.Min == nil || n >= *b.Min) && (b.Max == nil || n <= *b.Max)
}
