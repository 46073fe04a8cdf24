package document

import "jumpup/server/domain"

type investor struct {
	ID               string   `json:"id"`
	Name             text     `json:"name,omitzero"`
	Kind             string   `json:"kind,omitempty"`
	Thesis           text     `json:"thesis,omitzero"`
	Stages           []string `json:"stages,omitempty"`
	Ticket           span     `json:"ticket,omitzero"`
	Instruments      []string `json:"instruments,omitempty"`
	Industries       []string `json:"industries,omitempty"`
	IndustryRevision *int     `json:"industry_revision,omitempty"`
	Tags             []string `json:"tags,omitempty"`
	Markets          []string `json:"markets,omitempty"`
	Languages        []string `json:"languages,omitempty"`
	Portfolio        []deal   `json:"portfolio,omitempty"`
	Conflicts        []string `json:"conflicts,omitempty"`
	Capacity         *int     `json:"capacity,omitempty"`
	Country          string   `json:"country,omitempty"`
	Region           string   `json:"region,omitempty"`
	City             string   `json:"city,omitempty"`
	Timezone         string   `json:"timezone,omitempty"`
}

type deal struct {
	Company          string   `json:"company,omitempty"`
	Name             string   `json:"name,omitempty"`
	Date             string   `json:"date,omitempty"`
	Stage            string   `json:"stage,omitempty"`
	Amount           amount   `json:"amount,omitzero"`
	Industries       []string `json:"industries,omitempty"`
	IndustryRevision *int     `json:"industry_revision,omitempty"`
	Tags             []string `json:"tags,omitempty"`
	Country          string   `json:"country,omitempty"`
	Region           string   `json:"region,omitempty"`
	City             string   `json:"city,omitempty"`
	Lead             bool     `json:"lead,omitempty"`
}

func investorOf(x *domain.Investor) *investor {
	return &investor{
		ID: string(x.ID), Name: text(x.Name), Kind: x.Kind, Thesis: text(x.Thesis),
		Stages: each(x.Stages, func(s domain.Stage) string { return string(s) }), Ticket: span(x.Ticket),
		Instruments: list(x.Instruments), Industries: list(x.Industries), IndustryRevision: x.IndustryRevision,
		Tags: list(x.Tags), Markets: list(x.Markets), Languages: list(x.Languages), Portfolio: each(x.Portfolio, dealOf),
		Conflicts: list(x.Conflicts), Capacity: x.Capacity, Country: x.Country, Region: x.Region, City: x.City, Timezone: x.Timezone,
	}
}

func (f *investor) record() domain.Record {
	return &domain.Investor{
		ID: domain.InvestorID(f.ID), Name: f.Name.domain(), Kind: f.Kind, Thesis: f.Thesis.domain(),
		Stages: each(f.Stages, func(s string) domain.Stage { return domain.Stage(s) }), Ticket: domain.Range(f.Ticket),
		Instruments: list(f.Instruments), Industries: list(f.Industries), IndustryRevision: f.IndustryRevision,
		Tags: list(f.Tags), Markets: list(f.Markets), Languages: list(f.Languages), Portfolio: each(f.Portfolio, deal.domain),
		Conflicts: list(f.Conflicts), Capacity: f.Capacity, Country: f.Country, Region: f.Region, City: f.City, Timezone: f.Timezone,
	}
}

func dealOf(d domain.Deal) deal {
	return deal{
		Company: d.Company, Name: d.Name, Date: string(d.Date), Stage: string(d.Stage), Amount: amount(d.Amount),
		Industries: list(d.Industries), IndustryRevision: d.IndustryRevision, Tags: list(d.Tags),
		Country: d.Country, Region: d.Region, City: d.City, Lead: d.Lead,
	}
}

func (f deal) domain() domain.Deal {
	return domain.Deal{
		Company: f.Company, Name: f.Name, Date: domain.Date(f.Date), Stage: domain.Stage(f.Stage), Amount: domain.Amount(f.Amount),
		Industries: list(f.Industries), IndustryRevision: f.IndustryRevision, Tags: list(f.Tags),
		Country: f.Country, Region: f.Region, City: f.City, Lead: f.Lead,
	}
}
