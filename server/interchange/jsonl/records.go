package jsonl

import "jumpup/server/domain"

// The kinds, field by field in the order of the format.

var amountFields = []field[domain.Amount]{
	word("value", func(x *domain.Amount) *string { return &x.Value }),
	word("currency", func(x *domain.Amount) *string { return &x.Currency }),
}

var rangeFields = []field[domain.Range]{
	word("min", func(x *domain.Range) *string { return &x.Min }),
	word("max", func(x *domain.Range) *string { return &x.Max }),
	word("currency", func(x *domain.Range) *string { return &x.Currency }),
}

var institutionFields = []field[domain.Institution]{
	word("id", func(x *domain.Institution) *domain.InstitutionID { return &x.ID }),
	text("name", func(x *domain.Institution) *domain.Text { return &x.Name }),
	word("kind", func(x *domain.Institution) *string { return &x.Kind }),
	word("country", func(x *domain.Institution) *string { return &x.Country }),
	word("region", func(x *domain.Institution) *string { return &x.Region }),
	words("fields", func(x *domain.Institution) *[]string { return &x.Fields }),
	object("capacity", "a capacity", func(x *domain.Institution) *domain.CapacityRange { return &x.Capacity }, []field[domain.CapacityRange]{
		whole("min", func(x *domain.CapacityRange) **int { return &x.Min }),
		whole("max", func(x *domain.CapacityRange) **int { return &x.Max }),
	}),
	words("conflicts", func(x *domain.Institution) *[]string { return &x.Conflicts }),
}

var cohortFields = []field[domain.Cohort]{
	word("id", func(x *domain.Cohort) *domain.CohortID { return &x.ID }),
	text("name", func(x *domain.Cohort) *domain.Text { return &x.Name }),
	whole("year", func(x *domain.Cohort) **int { return &x.Year }),
	word("starts", func(x *domain.Cohort) *domain.Date { return &x.Starts }),
	word("ends", func(x *domain.Cohort) *domain.Date { return &x.Ends }),
	objects("rules", "a rule", func(x *domain.Cohort) *[]domain.Rule { return &x.Rules }, []field[domain.Rule]{
		word("field", func(x *domain.Rule) *string { return &x.Field }),
		word("op", func(x *domain.Rule) *string { return &x.Op }),
		scalars("value", func(x *domain.Rule) *string { return &x.Value }),
		text("reason", func(x *domain.Rule) *domain.Text { return &x.Reason }),
	}),
}

var personFields = []field[domain.Person]{
	word("id", func(x *domain.Person) *domain.PersonID { return &x.ID }),
	word("email", func(x *domain.Person) *string { return &x.Email }),
	word("phone", func(x *domain.Person) *string { return &x.Phone }),
	text("name", func(x *domain.Person) *domain.Text { return &x.Name }),
	word("organisation", func(x *domain.Person) *string { return &x.Organisation }),
	text("title", func(x *domain.Person) *domain.Text { return &x.Title }),
	word("role", func(x *domain.Person) *string { return &x.Role }),
	words("languages", func(x *domain.Person) *[]string { return &x.Languages }),
	word("timezone", func(x *domain.Person) *string { return &x.Timezone }),
}

var companyFields = []field[domain.Company]{
	word("id", func(x *domain.Company) *domain.CompanyID { return &x.ID }),
	text("name", func(x *domain.Company) *domain.Text { return &x.Name }),
	word("cohort", func(x *domain.Company) *domain.CohortID { return &x.Cohort }),
	word("registration_no", func(x *domain.Company) *string { return &x.RegistrationNo }),
	whole("founded", func(x *domain.Company) **int { return &x.Founded }),
	word("country", func(x *domain.Company) *string { return &x.Country }),
	word("region", func(x *domain.Company) *string { return &x.Region }),
	word("city", func(x *domain.Company) *string { return &x.City }),
	words("industries", func(x *domain.Company) *[]string { return &x.Industries }),
	whole("industry_revision", func(x *domain.Company) **int { return &x.IndustryRevision }),
	words("tags", func(x *domain.Company) *[]string { return &x.Tags }),
	word("size_class", func(x *domain.Company) *string { return &x.SizeClass }),
	whole("employees", func(x *domain.Company) **int { return &x.Employees }),
	word("stage", func(x *domain.Company) *domain.Stage { return &x.Stage }),
	objects("revenue", "a year's revenue", func(x *domain.Company) *[]domain.YearAmount { return &x.Revenue }, []field[domain.YearAmount]{
		number("year", func(x *domain.YearAmount) *int { return &x.Year }),
		object("amount", "an amount", func(x *domain.YearAmount) *domain.Amount { return &x.Amount }, amountFields),
	}),
	objects("certificates", "a certificate", func(x *domain.Company) *[]domain.Certificate { return &x.Certificates }, []field[domain.Certificate]{
		word("kind", func(x *domain.Certificate) *string { return &x.Kind }),
		word("number", func(x *domain.Certificate) *string { return &x.Number }),
		word("expires", func(x *domain.Certificate) *domain.Date { return &x.Expires }),
	}),
	text("summary", func(x *domain.Company) *domain.Text { return &x.Summary }),
	word("website", func(x *domain.Company) *string { return &x.Website }),
	words("hidden_from", func(x *domain.Company) *[]string { return &x.HiddenFrom }),
}

var needFields = []field[domain.Need]{
	word("id", func(x *domain.Need) *domain.NeedID { return &x.ID }),
	word("company", func(x *domain.Need) *domain.CompanyID { return &x.Company }),
	word("kind", func(x *domain.Need) *domain.NeedKind { return &x.Kind }),
	text("title", func(x *domain.Need) *domain.Text { return &x.Title }),
	text("detail", func(x *domain.Need) *domain.Text { return &x.Detail }),
	words("topics", func(x *domain.Need) *[]string { return &x.Topics }),
	words("fields", func(x *domain.Need) *[]string { return &x.Fields }),
	words("industries", func(x *domain.Need) *[]string { return &x.Industries }),
	whole("industry_revision", func(x *domain.Need) **int { return &x.IndustryRevision }),
	words("tags", func(x *domain.Need) *[]string { return &x.Tags }),
	words("markets", func(x *domain.Need) *[]string { return &x.Markets }),
	words("languages", func(x *domain.Need) *[]string { return &x.Languages }),
	word("stage", func(x *domain.Need) *domain.Stage { return &x.Stage }),
	object("amount", "a range", func(x *domain.Need) *domain.Range { return &x.Amount }, rangeFields),
	word("instrument", func(x *domain.Need) *string { return &x.Instrument }),
	text("use_of_funds", func(x *domain.Need) *domain.Text { return &x.UseOfFunds }),
	word("opened", func(x *domain.Need) *domain.Date { return &x.Opened }),
	word("due", func(x *domain.Need) *domain.Date { return &x.Due }),
	whole("priority", func(x *domain.Need) **int { return &x.Priority }),
	truth("confidential", func(x *domain.Need) *bool { return &x.Confidential }),
}

var preferenceFields = []field[domain.Preference]{
	word("from", func(x *domain.Preference) *string { return &x.From }),
	word("to", func(x *domain.Preference) *string { return &x.To }),
	word("level", func(x *domain.Preference) *domain.Level { return &x.Level }),
	word("note", func(x *domain.Preference) *string { return &x.Note }),
	truth("private", func(x *domain.Preference) *bool { return &x.Private }),
	word("expires", func(x *domain.Preference) *domain.Date { return &x.Expires }),
}
