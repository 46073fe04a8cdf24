package jsonl

import "jumpup/server/domain"

// Experts and investors, field by field in the order of the format.

var expertFields = []field[domain.Expert]{
	word("id", func(x *domain.Expert) *domain.ExpertID { return &x.ID }),
	text("name", func(x *domain.Expert) *domain.Text { return &x.Name }),
	text("headline", func(x *domain.Expert) *domain.Text { return &x.Headline }),
	text("summary", func(x *domain.Expert) *domain.Text { return &x.Summary }),
	word("institution", func(x *domain.Expert) *domain.InstitutionID { return &x.Institution }),
	words("roles", func(x *domain.Expert) *[]string { return &x.Roles }),
	words("fields", func(x *domain.Expert) *[]string { return &x.Fields }),
	objects("topics", "a topic", func(x *domain.Expert) *[]domain.Topic { return &x.Topics }, []field[domain.Topic]{
		word("topic", func(x *domain.Topic) *string { return &x.Topic }),
		real("years", func(x *domain.Topic) **float64 { return &x.Years }),
	}),
	words("industries", func(x *domain.Expert) *[]string { return &x.Industries }),
	whole("industry_revision", func(x *domain.Expert) **int { return &x.IndustryRevision }),
	words("tags", func(x *domain.Expert) *[]string { return &x.Tags }),
	words("markets", func(x *domain.Expert) *[]string { return &x.Markets }),
	objects("languages", "a language", func(x *domain.Expert) *[]domain.Language { return &x.Languages }, []field[domain.Language]{
		word("code", func(x *domain.Language) *string { return &x.Code }),
		word("level", func(x *domain.Language) *string { return &x.Level }),
	}),
	objects("works", "a work", func(x *domain.Expert) *[]domain.Work { return &x.Works }, []field[domain.Work]{
		text("title", func(x *domain.Work) *domain.Text { return &x.Title }),
		text("text", func(x *domain.Work) *domain.Text { return &x.Text }),
		word("date", func(x *domain.Work) *domain.Date { return &x.Date }),
		word("client", func(x *domain.Work) *string { return &x.Client }),
		truth("client_private", func(x *domain.Work) *bool { return &x.ClientPrivate }),
	}),
	whole("capacity", func(x *domain.Expert) **int { return &x.Capacity }),
	whole("load", func(x *domain.Expert) **int { return &x.Load }),
	objects("unavailable", "a period", func(x *domain.Expert) *[]domain.Period { return &x.Unavailable }, []field[domain.Period]{
		word("from", func(x *domain.Period) *domain.Date { return &x.From }),
		word("to", func(x *domain.Period) *domain.Date { return &x.To }),
	}),
	words("conflicts", func(x *domain.Expert) *[]string { return &x.Conflicts }),
	word("country", func(x *domain.Expert) *string { return &x.Country }),
	word("region", func(x *domain.Expert) *string { return &x.Region }),
	word("timezone", func(x *domain.Expert) *string { return &x.Timezone }),
}

var investorFields = []field[domain.Investor]{
	word("id", func(x *domain.Investor) *domain.InvestorID { return &x.ID }),
	text("name", func(x *domain.Investor) *domain.Text { return &x.Name }),
	word("kind", func(x *domain.Investor) *string { return &x.Kind }),
	text("thesis", func(x *domain.Investor) *domain.Text { return &x.Thesis }),
	words("stages", func(x *domain.Investor) *[]domain.Stage { return &x.Stages }),
	object("ticket", "a range", func(x *domain.Investor) *domain.Range { return &x.Ticket }, rangeFields),
	words("instruments", func(x *domain.Investor) *[]string { return &x.Instruments }),
	words("industries", func(x *domain.Investor) *[]string { return &x.Industries }),
	whole("industry_revision", func(x *domain.Investor) **int { return &x.IndustryRevision }),
	words("tags", func(x *domain.Investor) *[]string { return &x.Tags }),
	words("markets", func(x *domain.Investor) *[]string { return &x.Markets }),
	words("languages", func(x *domain.Investor) *[]string { return &x.Languages }),
	objects("portfolio", "an investment", func(x *domain.Investor) *[]domain.Deal { return &x.Portfolio }, dealFields),
	words("conflicts", func(x *domain.Investor) *[]string { return &x.Conflicts }),
	whole("capacity", func(x *domain.Investor) **int { return &x.Capacity }),
	word("country", func(x *domain.Investor) *string { return &x.Country }),
	word("region", func(x *domain.Investor) *string { return &x.Region }),
	word("city", func(x *domain.Investor) *string { return &x.City }),
	word("timezone", func(x *domain.Investor) *string { return &x.Timezone }),
}

var dealFields = []field[domain.Deal]{
	word("company", func(x *domain.Deal) *string { return &x.Company }),
	word("name", func(x *domain.Deal) *string { return &x.Name }),
	word("date", func(x *domain.Deal) *domain.Date { return &x.Date }),
	word("stage", func(x *domain.Deal) *domain.Stage { return &x.Stage }),
	object("amount", "an amount", func(x *domain.Deal) *domain.Amount { return &x.Amount }, amountFields),
	words("industries", func(x *domain.Deal) *[]string { return &x.Industries }),
	whole("industry_revision", func(x *domain.Deal) **int { return &x.IndustryRevision }),
	words("tags", func(x *domain.Deal) *[]string { return &x.Tags }),
	word("country", func(x *domain.Deal) *string { return &x.Country }),
	word("region", func(x *domain.Deal) *string { return &x.Region }),
	word("city", func(x *domain.Deal) *string { return &x.City }),
	truth("lead", func(x *domain.Deal) *bool { return &x.Lead }),
}
