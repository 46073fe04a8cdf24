package matching

import (
	"unicode"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// corpusOf turns records into what the matcher looks at. Names of companies,
// experts and investors, contact data and revenue are left out: scoring does
// not use them, and a snapshot that is kept should not hold them.
func corpusOf(records []domain.Record) matcher.Corpus {
	var c matcher.Corpus
	for _, r := range records {
		addTo(&c, r)
	}
	return c
}

func addTo(c *matcher.Corpus, r domain.Record) {
	switch x := r.(type) {
	case *domain.Institution:
		c.Institutions = append(c.Institutions, matcher.Institution{ID: string(x.ID), Conflicts: x.Conflicts})
	case *domain.Person:
		c.People = append(c.People, matcher.Person{ID: string(x.ID), Organisation: x.Organisation})
	case *domain.Company:
		c.Companies = append(c.Companies, encodeCompany(x))
	case *domain.Need:
		c.Needs = append(c.Needs, encodeNeed(x))
	case *domain.Expert:
		c.Experts = append(c.Experts, encodeExpert(x))
	case *domain.Investor:
		c.Investors = append(c.Investors, encodeInvestor(x))
	case *domain.Preference:
		c.Preferences = append(c.Preferences, encodePreference(x))
	}
}

func encodeCompany(x *domain.Company) matcher.Company {
	return matcher.Company{
		ID: string(x.ID), Founded: number(x.Founded), Country: x.Country, Region: x.Region, City: x.City,
		Industries: x.Industries, Tags: x.Tags, Stage: string(x.Stage), Summary: text(x.Summary), HiddenFrom: x.HiddenFrom,
	}
}

func encodeNeed(x *domain.Need) matcher.Need {
	return matcher.Need{
		ID: string(x.ID), Company: string(x.Company), Kind: string(x.Kind), Title: text(x.Title), Detail: text(x.Detail),
		Topics: x.Topics, Fields: x.Fields, Industries: x.Industries, Tags: x.Tags, Markets: x.Markets, Languages: x.Languages,
		Stage: string(x.Stage), Amount: matcher.Range(x.Amount), Instrument: x.Instrument, UseOfFunds: text(x.UseOfFunds),
		Opened: day(x.Opened), Due: day(x.Due), Confidential: x.Confidential,
	}
}

func encodeExpert(x *domain.Expert) matcher.Expert {
	e := matcher.Expert{
		ID: string(x.ID), Headline: text(x.Headline), Summary: text(x.Summary), Institution: string(x.Institution),
		Roles: x.Roles, Fields: x.Fields, Industries: x.Industries, Tags: x.Tags, Markets: x.Markets,
		Capacity: x.Capacity, Load: number(x.Load), Conflicts: x.Conflicts, Country: x.Country, Region: x.Region, Timezone: x.Timezone,
	}
	for _, t := range x.Topics {
		m := matcher.Topic{Name: t.Topic}
		if t.Years != nil {
			m.Years = *t.Years
		}
		e.Topics = append(e.Topics, m)
	}
	for _, l := range x.Languages {
		e.Languages = append(e.Languages, matcher.Language(l))
	}
	for _, w := range x.Works {
		e.Works = append(e.Works, matcher.Work{
			Title: text(w.Title), Text: text(w.Text), Date: day(w.Date), Client: w.Client, ClientPrivate: w.ClientPrivate,
		})
	}
	for _, p := range x.Unavailable {
		e.Unavailable = append(e.Unavailable, matcher.Span{From: day(p.From), To: day(p.To)})
	}
	return e
}

func encodeInvestor(x *domain.Investor) matcher.Investor {
	v := matcher.Investor{
		ID: string(x.ID), Kind: x.Kind, Thesis: text(x.Thesis), Ticket: matcher.Range(x.Ticket), Instruments: x.Instruments,
		Industries: x.Industries, Tags: x.Tags, Markets: x.Markets, Languages: x.Languages, Conflicts: x.Conflicts,
		Capacity: x.Capacity, Country: x.Country, Region: x.Region, City: x.City, Timezone: x.Timezone,
	}
	for _, s := range x.Stages {
		v.Stages = append(v.Stages, string(s))
	}
	for _, d := range x.Portfolio {
		v.Portfolio = append(v.Portfolio, matcher.Deal{
			Company: d.Company, Name: d.Name, Date: day(d.Date), Stage: string(d.Stage), Amount: matcher.Amount(d.Amount),
			Industries: d.Industries, Tags: d.Tags, Country: d.Country, Region: d.Region, City: d.City, Lead: d.Lead,
		})
	}
	return v
}

func encodePreference(x *domain.Preference) matcher.Preference {
	return matcher.Preference{From: x.From, To: x.To, Level: string(x.Level), Private: x.Private, Expires: day(x.Expires)}
}

// text puts a text of no stated language where its script belongs.
func text(t domain.Text) matcher.Text {
	switch {
	case t.Plain == "":
		return matcher.Text{Ko: t.Ko, En: t.En}
	case hangul(t.Plain):
		return matcher.Text{Ko: t.Plain}
	}
	return matcher.Text{En: t.Plain}
}

func hangul(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Hangul, r) {
			return true
		}
	}
	return false
}

// day is the matcher's day; what is no date is not known.
func day(d domain.Date) matcher.Day {
	out, err := matcher.ParseDay(string(d))
	if err != nil {
		return 0
	}
	return out
}

func number(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// kindOf is the matcher's word for a kind of candidates.
func kindOf(k domain.Kind) matcher.Kind {
	if k == domain.KindInvestor {
		return matcher.Investors
	}
	return matcher.Experts
}
