package document

import "jumpup/server/domain"

type need struct {
	ID               string   `json:"id"`
	Company          string   `json:"company,omitempty"`
	Kind             string   `json:"kind,omitempty"`
	Title            text     `json:"title,omitzero"`
	Detail           text     `json:"detail,omitzero"`
	Topics           []string `json:"topics,omitempty"`
	Fields           []string `json:"fields,omitempty"`
	Industries       []string `json:"industries,omitempty"`
	IndustryRevision *int     `json:"industry_revision,omitempty"`
	Tags             []string `json:"tags,omitempty"`
	Markets          []string `json:"markets,omitempty"`
	Languages        []string `json:"languages,omitempty"`
	Stage            string   `json:"stage,omitempty"`
	Amount           span     `json:"amount,omitzero"`
	Instrument       string   `json:"instrument,omitempty"`
	UseOfFunds       text     `json:"use_of_funds,omitzero"`
	Opened           string   `json:"opened,omitempty"`
	Due              string   `json:"due,omitempty"`
	Priority         *int     `json:"priority,omitempty"`
	Confidential     bool     `json:"confidential,omitempty"`
}

func needOf(x *domain.Need) *need {
	return &need{
		ID: string(x.ID), Company: string(x.Company), Kind: string(x.Kind), Title: text(x.Title), Detail: text(x.Detail),
		Topics: list(x.Topics), Fields: list(x.Fields), Industries: list(x.Industries), IndustryRevision: x.IndustryRevision,
		Tags: list(x.Tags), Markets: list(x.Markets), Languages: list(x.Languages), Stage: string(x.Stage), Amount: span(x.Amount),
		Instrument: x.Instrument, UseOfFunds: text(x.UseOfFunds), Opened: string(x.Opened), Due: string(x.Due),
		Priority: x.Priority, Confidential: x.Confidential,
	}
}

func (f *need) record() domain.Record {
	return &domain.Need{
		ID: domain.NeedID(f.ID), Company: domain.CompanyID(f.Company), Kind: domain.NeedKind(f.Kind), Title: f.Title.domain(), Detail: f.Detail.domain(),
		Topics: list(f.Topics), Fields: list(f.Fields), Industries: list(f.Industries), IndustryRevision: f.IndustryRevision,
		Tags: list(f.Tags), Markets: list(f.Markets), Languages: list(f.Languages), Stage: domain.Stage(f.Stage), Amount: domain.Range(f.Amount),
		Instrument: f.Instrument, UseOfFunds: f.UseOfFunds.domain(), Opened: domain.Date(f.Opened), Due: domain.Date(f.Due),
		Priority: f.Priority, Confidential: f.Confidential,
	}
}
