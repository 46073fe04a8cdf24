package rest

import (
	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

func expertOf(it directory.Item) Expert {
	x := it.Record.(*domain.Expert)
	return Expert{
		ID: string(x.ID), Name: nameOf(x.Name), Headline: nameOf(x.Headline), Summary: textOf(x.Summary),
		Institution: string(x.Institution), Roles: x.Roles, Fields: x.Fields,
		Topics:     each(x.Topics, func(t domain.Topic) Topic { return Topic{t.Topic, t.Years} }),
		Industries: x.Industries, IndustryRevision: x.IndustryRevision, Tags: x.Tags, Markets: x.Markets,
		Languages: each(x.Languages, func(l domain.Language) Language { return Language{l.Code, l.Level} }),
		Works:     each(x.Works, workOf), Capacity: x.Capacity, Load: x.Load,
		Unavailable: each(x.Unavailable, func(p domain.Period) Period { return Period{string(p.From), string(p.To)} }),
		Conflicts:   x.Conflicts, Country: x.Country, Region: x.Region, Timezone: x.Timezone, Handling: handlingOf(it),
	}
}

func workOf(w domain.Work) Work {
	return Work{nameOf(w.Title), textOf(w.Text), string(w.Date), w.Client, w.ClientPrivate}
}

func (d Expert) record() domain.Record {
	return &domain.Expert{
		ID: domain.ExpertID(d.ID), Name: d.Name.domain(), Headline: d.Headline.domain(), Summary: d.Summary.domain(),
		Institution: domain.InstitutionID(d.Institution), Roles: d.Roles, Fields: d.Fields,
		Topics:     each(d.Topics, func(t Topic) domain.Topic { return domain.Topic{Topic: t.Topic, Years: t.Years} }),
		Industries: d.Industries, IndustryRevision: d.IndustryRevision, Tags: d.Tags, Markets: d.Markets,
		Languages: each(d.Languages, func(l Language) domain.Language { return domain.Language{Code: l.Code, Level: l.Level} }),
		Works: each(d.Works, func(w Work) domain.Work {
			return domain.Work{
				Title: w.Title.domain(), Text: w.Text.domain(), Date: domain.Date(w.Date), Client: w.Client, ClientPrivate: w.ClientPrivate,
			}
		}),
		Capacity: d.Capacity, Load: d.Load,
		Unavailable: each(d.Unavailable, func(p Period) domain.Period {
			return domain.Period{From: domain.Date(p.From), To: domain.Date(p.To)}
		}),
		Conflicts: d.Conflicts, Country: d.Country, Region: d.Region, Timezone: d.Timezone,
	}
}

func investorOf(it directory.Item) Investor {
	x := it.Record.(*domain.Investor)
	return Investor{
		ID: string(x.ID), Name: nameOf(x.Name), Kind: x.Kind, Thesis: textOf(x.Thesis), Stages: stagesOf(x.Stages),
		Ticket: rangeOf(x.Ticket), Instruments: x.Instruments, Industries: x.Industries, IndustryRevision: x.IndustryRevision,
		Tags: x.Tags, Markets: x.Markets, Languages: x.Languages, Portfolio: each(x.Portfolio, dealOf), Conflicts: x.Conflicts,
		Capacity: x.Capacity, Country: x.Country, Region: x.Region, City: x.City, Timezone: x.Timezone, Handling: handlingOf(it),
	}
}

func dealOf(d domain.Deal) Deal {
	return Deal{
		Company: d.Company, Name: d.Name, Date: string(d.Date), Stage: string(d.Stage), Amount: amountOf(d.Amount),
		Industries: d.Industries, IndustryRevision: d.IndustryRevision, Tags: d.Tags, Country: d.Country, Region: d.Region,
		City: d.City, Lead: d.Lead,
	}
}

func (d Investor) record() domain.Record {
	return &domain.Investor{
		ID: domain.InvestorID(d.ID), Name: d.Name.domain(), Kind: d.Kind, Thesis: d.Thesis.domain(),
		Stages: each(d.Stages, func(s string) domain.Stage { return domain.Stage(s) }), Ticket: d.Ticket.domain(),
		Instruments: d.Instruments, Industries: d.Industries, IndustryRevision: d.IndustryRevision, Tags: d.Tags, Markets: d.Markets,
		Languages: d.Languages, Portfolio: each(d.Portfolio, Deal.domain), Conflicts: d.Conflicts, Capacity: d.Capacity,
		Country: d.Country, Region: d.Region, City: d.City, Timezone: d.Timezone,
	}
}

func (d Deal) domain() domain.Deal {
	return domain.Deal{
		Company: d.Company, Name: d.Name, Date: domain.Date(d.Date), Stage: domain.Stage(d.Stage), Amount: d.Amount.domain(),
		Industries: d.Industries, IndustryRevision: d.IndustryRevision, Tags: d.Tags, Country: d.Country, Region: d.Region,
		City: d.City, Lead: d.Lead,
	}
}
