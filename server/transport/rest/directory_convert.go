package rest

import (
	"time"

	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

func handlingOf(it directory.Item) Handling {
	return Handling{
		Version: it.Record.Rev(),
		Can:     each(it.Can, func(a domain.Action) string { return string(a) }),
		Locked:  it.Locked,
	}
}

func institutionOf(it directory.Item) Institution {
	x := it.Record.(*domain.Institution)
	return Institution{
		ID: string(x.ID), Name: nameOf(x.Name), Kind: x.Kind, Country: x.Country, Region: x.Region, Fields: x.Fields,
		Capacity: countOf(x.Capacity), Conflicts: x.Conflicts, Handling: handlingOf(it),
	}
}

func (d Institution) record() domain.Record {
	return &domain.Institution{
		ID: domain.InstitutionID(d.ID), Name: d.Name.domain(), Kind: d.Kind, Country: d.Country, Region: d.Region,
		Fields: d.Fields, Capacity: d.Capacity.domain(), Conflicts: d.Conflicts,
	}
}

func cohortOf(it directory.Item) Cohort {
	x := it.Record.(*domain.Cohort)
	return Cohort{
		ID: string(x.ID), Name: nameOf(x.Name), Year: x.Year, Starts: string(x.Starts), Ends: string(x.Ends),
		Rules: each(x.Rules, ruleOf), Handling: handlingOf(it),
	}
}

func ruleOf(r domain.Rule) Rule {
	return Rule{Field: r.Field, Op: r.Op, Value: ruleValue(r.Value), Reason: textOf(r.Reason)}
}

func (d Cohort) record() domain.Record {
	return &domain.Cohort{
		ID: domain.CohortID(d.ID), Name: d.Name.domain(), Year: d.Year, Starts: domain.Date(d.Starts), Ends: domain.Date(d.Ends),
		Rules: each(d.Rules, func(r Rule) domain.Rule {
			return domain.Rule{Field: r.Field, Op: r.Op, Value: string(r.Value), Reason: r.Reason.domain()}
		}),
	}
}

func personOf(it directory.Item) Person {
	x := it.Record.(*domain.Person)
	return Person{
		ID: string(x.ID), Email: x.Email, Phone: x.Phone, Name: nameOf(x.Name), Organisation: x.Organisation,
		Title: nameOf(x.Title), Role: x.Role, Languages: x.Languages, Timezone: x.Timezone, Handling: handlingOf(it),
	}
}

func (d Person) record() domain.Record {
	return &domain.Person{
		ID: domain.PersonID(d.ID), Email: d.Email, Phone: d.Phone, Name: d.Name.domain(), Organisation: d.Organisation,
		Title: d.Title.domain(), Role: d.Role, Languages: d.Languages, Timezone: d.Timezone,
	}
}

func companyOf(it directory.Item) Company {
	x := it.Record.(*domain.Company)
	return Company{
		ID: string(x.ID), Name: nameOf(x.Name), Cohort: string(x.Cohort), RegistrationNo: x.RegistrationNo, Founded: x.Founded,
		Country: x.Country, Region: x.Region, City: x.City, Industries: x.Industries, IndustryRevision: x.IndustryRevision,
		Tags: x.Tags, SizeClass: x.SizeClass, Employees: x.Employees, Stage: string(x.Stage),
		Revenue: each(x.Revenue, func(y domain.YearAmount) YearAmount {
			return YearAmount{y.Year, Amount{y.Amount.Value, y.Amount.Currency}}
		}),
		Certificates: each(x.Certificates, func(c domain.Certificate) Certificate {
			return Certificate{c.Kind, c.Number, string(c.Expires)}
		}),
		Summary: textOf(x.Summary), Website: x.Website, HiddenFrom: x.HiddenFrom, Handling: handlingOf(it),
	}
}

func (d Company) record() domain.Record {
	return &domain.Company{
		ID: domain.CompanyID(d.ID), Name: d.Name.domain(), Cohort: domain.CohortID(d.Cohort), RegistrationNo: d.RegistrationNo,
		Founded: d.Founded, Country: d.Country, Region: d.Region, City: d.City, Industries: d.Industries,
		IndustryRevision: d.IndustryRevision, Tags: d.Tags, SizeClass: d.SizeClass, Employees: d.Employees, Stage: domain.Stage(d.Stage),
		Revenue: each(d.Revenue, func(y YearAmount) domain.YearAmount {
			return domain.YearAmount{Year: y.Year, Amount: y.Amount.domain()}
		}),
		Certificates: each(d.Certificates, func(c Certificate) domain.Certificate {
			return domain.Certificate{Kind: c.Kind, Number: c.Number, Expires: domain.Date(c.Expires)}
		}),
		Summary: d.Summary.domain(), Website: d.Website, HiddenFrom: d.HiddenFrom,
	}
}

// needOf gives a need on a day, which decides what is overdue.
func needOf(it directory.Item, today domain.Date) Need {
	x := it.Record.(*domain.Need)
	n := Need{
		ID: string(x.ID), Company: string(x.Company), Kind: string(x.Kind), Title: nameOf(x.Title), Detail: textOf(x.Detail),
		Topics: x.Topics, Fields: x.Fields, Industries: x.Industries, IndustryRevision: x.IndustryRevision, Tags: x.Tags,
		Markets: x.Markets, Languages: x.Languages, Stage: string(x.Stage), Amount: rangeOf(x.Amount), Instrument: x.Instrument,
		UseOfFunds: textOf(x.UseOfFunds), Opened: string(x.Opened), Due: string(x.Due), Priority: x.Priority,
		Confidential: x.Confidential, CompanyName: nameOf(it.CompanyName), State: string(x.State), Holder: string(x.Holder),
		StateBy: string(x.StateBy), Overdue: x.StateBy != "" && x.StateBy < today, Remark: x.Remark,
		Steps: each(it.Steps, func(s domain.NeedStep) string { return string(s) }), Handling: handlingOf(it),
	}
	if !x.Since.IsZero() {
		n.Since = x.Since.UTC().Format(time.RFC3339)
	}
	return n
}

func (d Need) record() domain.Record {
	return &domain.Need{
		ID: domain.NeedID(d.ID), Company: domain.CompanyID(d.Company), Kind: domain.NeedKind(d.Kind), Title: d.Title.domain(),
		Detail: d.Detail.domain(), Topics: d.Topics, Fields: d.Fields, Industries: d.Industries, IndustryRevision: d.IndustryRevision,
		Tags: d.Tags, Markets: d.Markets, Languages: d.Languages, Stage: domain.Stage(d.Stage), Amount: d.Amount.domain(),
		Instrument: d.Instrument, UseOfFunds: d.UseOfFunds.domain(), Opened: domain.Date(d.Opened), Due: domain.Date(d.Due),
		Priority: d.Priority, Confidential: d.Confidential,
	}
}
