package domain

import (
	"fmt"
	"reflect"
)

// Validate lists what is wrong with the record by itself.
func (x *Institution) Validate() (p Problems) {
	checkID(&p, "id", string(x.ID))
	checkText(&p, "name", x.Name)
	checkLabel(&p, "kind", x.Kind)
	checkCountry(&p, "country", x.Country)
	checkLabel(&p, "region", x.Region)
	checkLabels(&p, "fields", x.Fields)
	checkCount(&p, "capacity.min", x.Capacity.Min)
	checkCount(&p, "capacity.max", x.Capacity.Max)
	if lo, hi := x.Capacity.Min, x.Capacity.Max; lo != nil && hi != nil && *lo > *hi {
		p.Add("capacity", "min %d is greater than max %d; swap them or correct one", *lo, *hi)
	}
	checkIDs(&p, "conflicts", x.Conflicts)
	return p
}

// Validate lists what is wrong with the record by itself.
func (x *Cohort) Validate() (p Problems) {
	checkID(&p, "id", string(x.ID))
	checkText(&p, "name", x.Name)
	checkYear(&p, "year", x.Year)
	checkDate(&p, "starts", x.Starts)
	checkDate(&p, "ends", x.Ends)
	checkOrder(&p, "ends", x.Starts, x.Ends, "starts")
	for i, r := range x.Rules {
		at := fmt.Sprintf("rules[%d].", i)
		checkNeeded(&p, at+"field", r.Field, "name the company's field the rule looks at")
		checkNeeded(&p, at+"op", r.Op, "write one of eq ne lt le gt ge in not_in known")
		checkRuleValue(&p, at+"value", r.Value)
		checkText(&p, at+"reason", r.Reason)
	}
	return p
}

// Validate lists what is wrong with the record by itself.
func (x *Person) Validate() (p Problems) {
	checkID(&p, "id", string(x.ID))
	checkEmail(&p, "email", x.Email)
	checkLabel(&p, "phone", x.Phone)
	checkText(&p, "name", x.Name)
	checkReference(&p, "organisation", x.Organisation)
	checkText(&p, "title", x.Title)
	checkLabel(&p, "role", x.Role)
	checkLanguages(&p, "languages", x.Languages)
	checkZone(&p, "timezone", x.Timezone)
	return p
}

// Validate lists what is wrong with the record by itself.
func (x *Company) Validate() (p Problems) {
	checkID(&p, "id", string(x.ID))
	checkText(&p, "name", x.Name)
	checkReference(&p, "cohort", string(x.Cohort))
	checkLabel(&p, "registration_no", x.RegistrationNo)
	if x.Country == "KR" && x.RegistrationNo != "" {
		if wrong := registrationProblem(x.RegistrationNo); wrong != "" {
			p.Add("registration_no", "%q %s", clip(x.RegistrationNo), wrong)
		}
	}
	checkYear(&p, "founded", x.Founded)
	checkCountry(&p, "country", x.Country)
	checkLabel(&p, "region", x.Region)
	checkLabel(&p, "city", x.City)
	checkIndustries(&p, "", x.Industries, x.IndustryRevision)
	checkLabels(&p, "tags", x.Tags)
	checkLabel(&p, "size_class", x.SizeClass)
	checkCount(&p, "employees", x.Employees)
	checkStage(&p, "stage", x.Stage)
	for i, r := range x.Revenue {
		checkYear(&p, fmt.Sprintf("revenue[%d].year", i), &r.Year)
		checkAmount(&p, fmt.Sprintf("revenue[%d].amount", i), r.Amount)
	}
	for i, c := range x.Certificates {
		at := fmt.Sprintf("certificates[%d].", i)
		checkNeeded(&p, at+"kind", c.Kind, "say which certificate it is")
		checkLabel(&p, at+"number", c.Number)
		checkDate(&p, at+"expires", c.Expires)
	}
	checkText(&p, "summary", x.Summary)
	checkWebsite(&p, "website", x.Website)
	checkIDs(&p, "hidden_from", x.HiddenFrom)
	return p
}

// Validate lists what is wrong with the record by itself.
func (x *Need) Validate() (p Problems) {
	checkID(&p, "id", string(x.ID))
	checkID(&p, "company", string(x.Company))
	checkWord(&p, "kind", string(x.Kind), needKinds, true)
	checkText(&p, "title", x.Title)
	checkText(&p, "detail", x.Detail)
	checkLabels(&p, "topics", x.Topics)
	checkLabels(&p, "fields", x.Fields)
	checkIndustries(&p, "", x.Industries, x.IndustryRevision)
	checkLabels(&p, "tags", x.Tags)
	checkMarkets(&p, "markets", x.Markets)
	checkLanguages(&p, "languages", x.Languages)
	checkStage(&p, "stage", x.Stage)
	checkRange(&p, "amount", x.Amount)
	checkLabel(&p, "instrument", x.Instrument)
	checkText(&p, "use_of_funds", x.UseOfFunds)
	checkDate(&p, "opened", x.Opened)
	checkDate(&p, "due", x.Due)
	checkOrder(&p, "due", x.Opened, x.Due, "opened")
	if x.Priority != nil && (*x.Priority < 1 || *x.Priority > 5) {
		p.Add("priority", "%d is outside 1 to 5; write 1 for low and 5 for high", *x.Priority)
	}
	return p
}

// Validate lists what is wrong with the record by itself.
func (x *Expert) Validate() (p Problems) {
	checkID(&p, "id", string(x.ID))
	checkText(&p, "name", x.Name)
	checkText(&p, "headline", x.Headline)
	checkText(&p, "summary", x.Summary)
	checkReference(&p, "institution", string(x.Institution))
	for i, r := range x.Roles {
		checkWord(&p, fmt.Sprintf("roles[%d]", i), r, expertRoles, true)
	}
	checkLabels(&p, "fields", x.Fields)
	for i, t := range x.Topics {
		checkNeeded(&p, fmt.Sprintf("topics[%d].topic", i), t.Topic, "name the topic")
		if y := t.Years; y != nil && !(*y >= 0 && *y <= 100) {
			p.Add(fmt.Sprintf("topics[%d].years", i), "%v is outside 0 to 100; write the years of practice", *y)
		}
	}
	checkIndustries(&p, "", x.Industries, x.IndustryRevision)
	checkLabels(&p, "tags", x.Tags)
	checkMarkets(&p, "markets", x.Markets)
	for i, l := range x.Languages {
		checkLanguage(&p, fmt.Sprintf("languages[%d].code", i), l.Code)
		checkWord(&p, fmt.Sprintf("languages[%d].level", i), l.Level, languageLevels, false)
	}
	checkWorks(&p, x.Works)
	checkCount(&p, "capacity", x.Capacity)
	checkCount(&p, "load", x.Load)
	checkPeriods(&p, x.Unavailable)
	checkIDs(&p, "conflicts", x.Conflicts)
	checkCountry(&p, "country", x.Country)
	checkLabel(&p, "region", x.Region)
	checkZone(&p, "timezone", x.Timezone)
	return p
}

func checkWorks(p *Problems, works []Work) {
	for i, w := range works {
		if w == (Work{}) {
			p.Add(fmt.Sprintf("works[%d]", i), "is empty; describe the work or remove it")
		}
		at := fmt.Sprintf("works[%d].", i)
		checkText(p, at+"title", w.Title)
		checkText(p, at+"text", w.Text)
		checkDate(p, at+"date", w.Date)
		checkLabel(p, at+"client", w.Client)
	}
}

func checkPeriods(p *Problems, periods []Period) {
	for i, u := range periods {
		at := fmt.Sprintf("unavailable[%d].", i)
		if u == (Period{}) {
			p.Add(fmt.Sprintf("unavailable[%d]", i), "is empty; give from and to, or remove it")
		}
		checkDate(p, at+"from", u.From)
		checkDate(p, at+"to", u.To)
		checkOrder(p, at+"to", u.From, u.To, "from")
	}
}

// Validate lists what is wrong with the record by itself.
func (x *Investor) Validate() (p Problems) {
	checkID(&p, "id", string(x.ID))
	checkText(&p, "name", x.Name)
	checkWord(&p, "kind", x.Kind, investorKinds, false)
	checkText(&p, "thesis", x.Thesis)
	for i, s := range x.Stages {
		checkWord(&p, fmt.Sprintf("stages[%d]", i), string(s), stageWords, true)
	}
	checkRange(&p, "ticket", x.Ticket)
	checkLabels(&p, "instruments", x.Instruments)
	checkIndustries(&p, "", x.Industries, x.IndustryRevision)
	checkLabels(&p, "tags", x.Tags)
	checkMarkets(&p, "markets", x.Markets)
	checkLanguages(&p, "languages", x.Languages)
	for i := range x.Portfolio {
		checkDeal(&p, i, &x.Portfolio[i])
	}
	checkIDs(&p, "conflicts", x.Conflicts)
	checkCount(&p, "capacity", x.Capacity)
	checkCountry(&p, "country", x.Country)
	checkLabel(&p, "region", x.Region)
	checkLabel(&p, "city", x.City)
	checkZone(&p, "timezone", x.Timezone)
	return p
}

func checkDeal(p *Problems, i int, d *Deal) {
	var own Problems
	if reflect.ValueOf(*d).IsZero() {
		p.Add(fmt.Sprintf("portfolio[%d]", i), "is empty; describe the investment or remove it")
	}
	checkReference(&own, "company", d.Company)
	checkLabel(&own, "name", d.Name)
	checkDate(&own, "date", d.Date)
	checkStage(&own, "stage", d.Stage)
	checkAmount(&own, "amount", d.Amount)
	checkIndustries(&own, "", d.Industries, d.IndustryRevision)
	checkLabels(&own, "tags", d.Tags)
	checkCountry(&own, "country", d.Country)
	checkLabel(&own, "region", d.Region)
	checkLabel(&own, "city", d.City)
	for _, e := range own {
		e.Field = fmt.Sprintf("portfolio[%d].%s", i, e.Field)
		*p = append(*p, e)
	}
}

// Validate lists what is wrong with the record by itself.
func (x *Preference) Validate() (p Problems) {
	checkID(&p, "from", x.From)
	checkID(&p, "to", x.To)
	if x.From != "" && x.From == x.To {
		p.Add("to", "is the same as from; a preference joins two records")
	}
	checkWord(&p, "level", string(x.Level), levels, true)
	checkProse(&p, "note", x.Note)
	checkDate(&p, "expires", x.Expires)
	return p
}
