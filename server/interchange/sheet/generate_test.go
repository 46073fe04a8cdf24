package sheet

import (
	"pgregory.net/rapid"

	"jumpup/server/domain"
)

func genRecord(t *rapid.T, k domain.Kind) domain.Record {
	id := genID(t, "id")
	switch k {
	case domain.KindInstitution:
		return &domain.Institution{
			ID: domain.InstitutionID(id), Name: genBilingual(t, "name"), Kind: genMaybe(t, "kind"), Country: anyCountry(t, "country"), Region: genMaybe(t, "region"),
			Fields: genList(t, "fields", genText), Capacity: domain.CapacityRange{Min: genInt(t, "min", -5, 99), Max: genInt(t, "max", 0, 99)}, Conflicts: genList(t, "conflicts", genID),
		}
	case domain.KindCohort:
		c := &domain.Cohort{ID: domain.CohortID(id), Name: genBilingual(t, "name"), Year: genInt(t, "year", 1900, 2100), Starts: domain.Date(anyDate(t, "starts")), Ends: domain.Date(anyDate(t, "ends"))}
		for range rapid.IntRange(0, 2).Draw(t, "rules") {
			c.Rules = append(c.Rules, domain.Rule{Field: genText(t, "field"), Op: genMaybe(t, "op"), Value: genRule(t), Reason: genBilingual(t, "reason")})
		}
		return c
	case domain.KindPerson:
		return &domain.Person{
			ID: domain.PersonID(id), Email: genMaybe(t, "email"), Phone: pick("", "01012345678", "1012345678", "+82 2 1", "x")(t, "phone"), Name: genBilingual(t, "name"),
			Organisation: genMaybe(t, "organisation"), Title: genBilingual(t, "title"), Role: genMaybe(t, "role"), Languages: genList(t, "languages", anyLanguage), Timezone: genMaybe(t, "zone"),
		}
	case domain.KindCompany:
		return genCompany(t, id)
	case domain.KindNeed:
		return &domain.Need{
			ID: domain.NeedID(id), Company: domain.CompanyID(genID(t, "company")), Kind: domain.NeedKind(pick("directing", "investment", "partner", "?")(t, "kind")),
			Title: genBilingual(t, "title"), Detail: genBilingual(t, "detail"), Topics: genList(t, "topics", genText), Fields: genList(t, "fields", genText),
			Industries: genList(t, "industries", anyIndustry), IndustryRevision: genInt(t, "revision", 9, 12), Tags: genList(t, "tags", genText), Markets: genList(t, "markets", anyCountry),
			Languages: genList(t, "languages", anyLanguage), Stage: domain.Stage(anyStage(t, "stage")), Amount: genRange(t, "amount"), Instrument: genMaybe(t, "instrument"),
			UseOfFunds: genBilingual(t, "use"), Opened: domain.Date(anyDate(t, "opened")), Due: domain.Date(anyDate(t, "due")), Priority: genInt(t, "priority", 1, 5), Confidential: rapid.Bool().Draw(t, "confidential"),
		}
	case domain.KindExpert:
		return genExpert(t, id)
	case domain.KindInvestor:
		return genInvestor(t, id)
	}
	return &domain.Preference{
		From: id, To: genID(t, "to"), Level: domain.Level(pick("must", "want", "later", "no", "x")(t, "level")), Note: genMaybe(t, "note"),
		Private: rapid.Bool().Draw(t, "private"), Expires: domain.Date(anyDate(t, "expires")),
	}
}

func genRule(t *rapid.T) string {
	return pick("", "7", `"7"`, `"중기업"`, `["a","b"]`, `["a", "b"]`, `["a"]`, "true", `"true"`, `{"a":1}`, "[1,2]", "not json; x", "2.50", `"<b>"`, `["1","2"]`, `""`)(t, "value")
}

func genCompany(t *rapid.T, id string) *domain.Company {
	c := &domain.Company{
		ID: domain.CompanyID(id), Name: genBilingual(t, "name"), Cohort: domain.CohortID(genMaybe(t, "cohort")), RegistrationNo: pick("", "123-45-67891", "1234567891", "1234567890", "EU-77", "110111-1234567")(t, "no"),
		Founded: genInt(t, "founded", 1000, 2300), Country: anyCountry(t, "country"), Region: genMaybe(t, "region"), City: genMaybe(t, "city"), Industries: genList(t, "industries", anyIndustry),
		IndustryRevision: genInt(t, "revision", 10, 11), Tags: genList(t, "tags", genText), SizeClass: genMaybe(t, "size"), Employees: genInt(t, "employees", 0, 1_000_000), Stage: domain.Stage(anyStage(t, "stage")),
		Summary: genBilingual(t, "summary"), Website: genMaybe(t, "website"), HiddenFrom: genList(t, "hidden", genID),
	}
	for range rapid.IntRange(0, 3).Draw(t, "years") {
		c.Revenue = append(c.Revenue, domain.YearAmount{Year: rapid.IntRange(2020, 2023).Draw(t, "year"), Amount: genAmount(t, "revenue")})
	}
	for range rapid.IntRange(0, 2).Draw(t, "certificates") {
		c.Certificates = append(c.Certificates, domain.Certificate{Kind: genText(t, "kind"), Number: genMaybe(t, "number"), Expires: domain.Date(anyDate(t, "expires"))})
	}
	return c
}

func genExpert(t *rapid.T, id string) *domain.Expert {
	e := &domain.Expert{
		ID: domain.ExpertID(id), Name: genBilingual(t, "name"), Headline: genBilingual(t, "headline"), Summary: genBilingual(t, "summary"), Institution: domain.InstitutionID(genMaybe(t, "institution")),
		Roles: genList(t, "roles", pick("director", "supporter", "other")), Fields: genList(t, "fields", genText), Industries: genList(t, "industries", anyIndustry), IndustryRevision: genInt(t, "revision", 10, 11),
		Tags: genList(t, "tags", genText), Markets: genList(t, "markets", anyCountry), Capacity: genInt(t, "capacity", 0, 9), Load: genInt(t, "load", 0, 9), Conflicts: genList(t, "conflicts", genID),
		Country: anyCountry(t, "country"), Region: genMaybe(t, "region"), Timezone: pick("", "Asia/Seoul")(t, "zone"),
	}
	for range rapid.IntRange(0, 3).Draw(t, "topics") {
		topic := domain.Topic{Topic: genText(t, "topic")}
		if rapid.Bool().Draw(t, "years?") {
			y := float64(rapid.IntRange(0, 200).Draw(t, "years")) / 4
			topic.Years = &y
		}
		e.Topics = append(e.Topics, topic)
	}
	for range rapid.IntRange(0, 3).Draw(t, "languages") {
		e.Languages = append(e.Languages, domain.Language{Code: anyLanguage(t, "language"), Level: pick("", "native", "C2", "A1", "good")(t, "level")})
	}
	for range rapid.IntRange(0, 2).Draw(t, "periods") {
		e.Unavailable = append(e.Unavailable, domain.Period{From: domain.Date(anyDate(t, "from")), To: domain.Date(anyDate(t, "to"))})
	}
	for range rapid.IntRange(0, 3).Draw(t, "works") {
		e.Works = append(e.Works, domain.Work{
			Title: genBilingual(t, "title"), Text: genBilingual(t, "text"), Date: domain.Date(anyDate(t, "date")), Client: genMaybe(t, "client"), ClientPrivate: rapid.Bool().Draw(t, "private"),
		})
	}
	return e
}

func genInvestor(t *rapid.T, id string) *domain.Investor {
	v := &domain.Investor{
		ID: domain.InvestorID(id), Name: genBilingual(t, "name"), Kind: pick("", "vc", "cvc", "bank", "club")(t, "kind"), Thesis: genBilingual(t, "thesis"), Ticket: genRange(t, "ticket"),
		Instruments: genList(t, "instruments", genText), Industries: genList(t, "industries", anyIndustry), IndustryRevision: genInt(t, "revision", 10, 11), Tags: genList(t, "tags", genText),
		Markets: genList(t, "markets", anyCountry), Languages: genList(t, "languages", anyLanguage), Conflicts: genList(t, "conflicts", genID), Capacity: genInt(t, "capacity", 0, 99),
		Country: anyCountry(t, "country"), Region: genMaybe(t, "region"), City: genMaybe(t, "city"), Timezone: genMaybe(t, "zone"),
	}
	for range rapid.IntRange(0, 2).Draw(t, "stages") {
		v.Stages = append(v.Stages, domain.Stage(pick("seed", "series-a", "growth", "odd")(t, "stage")))
	}
	for range rapid.IntRange(0, 3).Draw(t, "deals") {
		d := domain.Deal{
			Company: genMaybe(t, "company"), Name: genMaybe(t, "name"), Date: domain.Date(anyDate(t, "date")), Stage: domain.Stage(anyStage(t, "stage")), Industries: genList(t, "industries", anyIndustry),
			IndustryRevision: genInt(t, "revision", 10, 11), Tags: genList(t, "tags", genText), Country: anyCountry(t, "country"), Region: genMaybe(t, "region"), City: genMaybe(t, "city"), Lead: rapid.Bool().Draw(t, "lead"),
		}
		if rapid.Bool().Draw(t, "amount?") {
			d.Amount = genAmount(t, "amount")
		}
		v.Portfolio = append(v.Portfolio, d)
	}
	return v
}
