package document

import "jumpup/server/domain"

type expert struct {
	ID               string     `json:"id"`
	Name             text       `json:"name,omitzero"`
	Headline         text       `json:"headline,omitzero"`
	Summary          text       `json:"summary,omitzero"`
	Institution      string     `json:"institution,omitempty"`
	Roles            []string   `json:"roles,omitempty"`
	Fields           []string   `json:"fields,omitempty"`
	Topics           []topic    `json:"topics,omitempty"`
	Industries       []string   `json:"industries,omitempty"`
	IndustryRevision *int       `json:"industry_revision,omitempty"`
	Tags             []string   `json:"tags,omitempty"`
	Markets          []string   `json:"markets,omitempty"`
	Languages        []language `json:"languages,omitempty"`
	Works            []work     `json:"works,omitempty"`
	Capacity         *int       `json:"capacity,omitempty"`
	Load             *int       `json:"load,omitempty"`
	Unavailable      []period   `json:"unavailable,omitempty"`
	Conflicts        []string   `json:"conflicts,omitempty"`
	Country          string     `json:"country,omitempty"`
	Region           string     `json:"region,omitempty"`
	Timezone         string     `json:"timezone,omitempty"`
}

type topic struct {
	Topic string   `json:"topic,omitempty"`
	Years *float64 `json:"years,omitempty"`
}

type language struct {
	Code  string `json:"code,omitempty"`
	Level string `json:"level,omitempty"`
}

type work struct {
	Title         text   `json:"title,omitzero"`
	Text          text   `json:"text,omitzero"`
	Date          string `json:"date,omitempty"`
	Client        string `json:"client,omitempty"`
	ClientPrivate bool   `json:"client_private,omitempty"`
}

type period struct {
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

func expertOf(x *domain.Expert) *expert {
	return &expert{
		ID: string(x.ID), Name: text(x.Name), Headline: text(x.Headline), Summary: text(x.Summary), Institution: string(x.Institution),
		Roles: list(x.Roles), Fields: list(x.Fields), Topics: each(x.Topics, func(t domain.Topic) topic { return topic(t) }),
		Industries: list(x.Industries), IndustryRevision: x.IndustryRevision, Tags: list(x.Tags), Markets: list(x.Markets),
		Languages: each(x.Languages, func(l domain.Language) language { return language(l) }),
		Works: each(x.Works, func(w domain.Work) work {
			return work{text(w.Title), text(w.Text), string(w.Date), w.Client, w.ClientPrivate}
		}),
		Capacity: x.Capacity, Load: x.Load,
		Unavailable: each(x.Unavailable, func(p domain.Period) period { return period{string(p.From), string(p.To)} }),
		Conflicts:   list(x.Conflicts), Country: x.Country, Region: x.Region, Timezone: x.Timezone,
	}
}

func (f *expert) record() domain.Record {
	return &domain.Expert{
		ID: domain.ExpertID(f.ID), Name: f.Name.domain(), Headline: f.Headline.domain(), Summary: f.Summary.domain(), Institution: domain.InstitutionID(f.Institution),
		Roles: list(f.Roles), Fields: list(f.Fields), Topics: each(f.Topics, func(t topic) domain.Topic { return domain.Topic(t) }),
		Industries: list(f.Industries), IndustryRevision: f.IndustryRevision, Tags: list(f.Tags), Markets: list(f.Markets),
		Languages: each(f.Languages, func(l language) domain.Language { return domain.Language(l) }),
		Works: each(f.Works, func(w work) domain.Work {
			return domain.Work{Title: w.Title.domain(), Text: w.Text.domain(), Date: domain.Date(w.Date), Client: w.Client, ClientPrivate: w.ClientPrivate}
		}),
		Capacity: f.Capacity, Load: f.Load,
		Unavailable: each(f.Unavailable, func(p period) domain.Period {
			return domain.Period{From: domain.Date(p.From), To: domain.Date(p.To)}
		}),
		Conflicts: list(f.Conflicts), Country: f.Country, Region: f.Region, Timezone: f.Timezone,
	}
}
