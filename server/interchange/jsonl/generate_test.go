package jsonl

import (
	"fmt"

	"pgregory.net/rapid"

	"jumpup/server/domain"
)

// Generators of valid records, for the property tests.

var (
	genID    = rapid.StringMatching(`[a-zA-Z0-9가-힣_.:/-]{1,12}`)
	genLabel = rapid.StringMatching(`[a-zA-Z가-힣"\\/<>&' ]{0,10}[a-z가-힣]`)
	genProse = rapid.StringMatching(`[a-zA-Z가-힣 \n\t"\\<&😀\x{2028}]{0,20}`)
	genDate  = rapid.Custom(func(t *rapid.T) domain.Date {
		return domain.Date(fmt.Sprintf("%04d-%02d-%02d", rapid.IntRange(1990, 2040).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")))
	})
	genDecimal  = rapid.StringMatching(`(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?`)
	genCurrency = rapid.SampledFrom([]string{"KRW", "USD", "EUR", "JPY"})
	genCountry  = rapid.SampledFrom([]string{"KR", "US", "SG", "DE"})
	genLanguage = rapid.SampledFrom([]string{"ko", "en", "zh-Hant", "en-GB", "de-CH-1996"})
	genZone     = rapid.SampledFrom([]string{"Asia/Seoul", "America/New_York", "UTC"})
	genIndustry = rapid.StringMatching(`[A-U][0-9]{2,5}`)
	genStage    = rapid.SampledFrom(domain.Stages)
)

// maybe draws a value, or the zero value in a third of the cases.
func maybe[T any](t *rapid.T, g *rapid.Generator[T], name string) (v T) {
	if rapid.IntRange(0, 2).Draw(t, name+"?") == 0 {
		return v
	}
	return g.Draw(t, name)
}

func some[T any](t *rapid.T, g *rapid.Generator[T], name string) []T {
	list := rapid.SliceOfN(g, 0, 3).Draw(t, name)
	if len(list) == 0 {
		return nil
	}
	return list
}

func maybeInt(t *rapid.T, low, high int, name string) *int {
	if rapid.Bool().Draw(t, name+"?") {
		return domain.Int(rapid.IntRange(low, high).Draw(t, name))
	}
	return nil
}

func drawText(t *rapid.T, name string) domain.Text {
	if rapid.Bool().Draw(t, name+" plain") {
		return domain.PlainText(genProse.Draw(t, name))
	}
	return domain.Text{Ko: genProse.Draw(t, name+".ko"), En: genProse.Draw(t, name+".en")}
}

func drawAmount(t *rapid.T, name string) domain.Amount {
	if rapid.Bool().Draw(t, name+"?") {
		return domain.Amount{}
	}
	return domain.Amount{Value: genDecimal.Draw(t, name), Currency: genCurrency.Draw(t, name+".currency")}
}

func drawRange(t *rapid.T, name string) domain.Range {
	switch rapid.IntRange(0, 2).Draw(t, name+"?") {
	case 0:
		return domain.Range{}
	case 1:
		return domain.Range{Max: genDecimal.Draw(t, name), Currency: genCurrency.Draw(t, name+".currency")}
	}
	return domain.Range{Min: "0.5", Max: "1" + rapid.StringMatching(`[0-9]{0,8}`).Draw(t, name), Currency: genCurrency.Draw(t, name+".currency")}
}

func drawRecord(t *rapid.T, k domain.Kind) domain.Record {
	switch k {
	case domain.KindInstitution:
		return &domain.Institution{
			ID: domain.InstitutionID(genID.Draw(t, "id")), Name: drawText(t, "name"), Kind: maybe(t, genLabel, "kind"), Country: maybe(t, genCountry, "country"),
			Region: maybe(t, genLabel, "region"), Fields: some(t, genLabel, "fields"), Conflicts: some(t, genID, "conflicts"),
			Capacity: domain.CapacityRange{Min: maybeInt(t, 0, 5, "min"), Max: maybeInt(t, 5, 50, "max")},
		}
	case domain.KindCohort:
		return drawCohort(t)
	case domain.KindPerson:
		return &domain.Person{
			ID: domain.PersonID(genID.Draw(t, "id")), Email: maybe(t, rapid.StringMatching(`[a-z]{1,8}@[a-z]{1,8}\.[a-z]{2,3}`), "email"),
			Phone: maybe(t, genLabel, "phone"), Name: drawText(t, "name"), Organisation: maybe(t, genID, "organisation"), Title: drawText(t, "title"),
			Role: maybe(t, genLabel, "role"), Languages: some(t, genLanguage, "languages"), Timezone: maybe(t, genZone, "timezone"),
		}
	case domain.KindCompany:
		return drawCompany(t)
	case domain.KindNeed:
		return drawNeed(t)
	case domain.KindExpert:
		return drawExpert(t)
	case domain.KindInvestor:
		return drawInvestor(t)
	}
	from := genID.Draw(t, "from")
	return &domain.Preference{
		From: from, To: from + genID.Draw(t, "to"), Level: rapid.SampledFrom([]domain.Level{domain.Must, domain.Want, domain.Later, domain.No}).Draw(t, "level"),
		Note: genProse.Draw(t, "note"), Private: rapid.Bool().Draw(t, "private"), Expires: maybe(t, genDate, "expires"),
	}
}

func drawCohort(t *rapid.T) domain.Record {
	rule := rapid.Custom(func(t *rapid.T) domain.Rule {
		return domain.Rule{
			Field: "founded", Op: "in", Reason: drawText(t, "reason"),
			Value: rapid.SampledFrom([]string{"", "7", "2.50", `"중기업"`, `["a",1,true]`, "1e3", "false"}).Draw(t, "value"),
		}
	})
	return &domain.Cohort{
		ID: domain.CohortID(genID.Draw(t, "id")), Name: drawText(t, "name"), Year: maybeInt(t, 2020, 2030, "year"),
		Starts: "1989-01-01", Ends: maybe(t, genDate, "ends"), Rules: some(t, rule, "rules"),
	}
}

func drawCompany(t *rapid.T) domain.Record {
	revenue := rapid.Custom(func(t *rapid.T) domain.YearAmount {
		return domain.YearAmount{Year: rapid.IntRange(2000, 2030).Draw(t, "year"), Amount: drawAmount(t, "amount")}
	})
	certificate := rapid.Custom(func(t *rapid.T) domain.Certificate {
		return domain.Certificate{Kind: genLabel.Draw(t, "kind"), Number: maybe(t, genLabel, "number"), Expires: maybe(t, genDate, "expires")}
	})
	return &domain.Company{
		ID: domain.CompanyID(genID.Draw(t, "id")), Name: drawText(t, "name"), Cohort: domain.CohortID(maybe(t, genID, "cohort")),
		RegistrationNo: rapid.SampledFrom([]string{"", "124-81-00998", "1248100998"}).Draw(t, "registration_no"), Founded: maybeInt(t, 1900, 2026, "founded"),
		Country: maybe(t, genCountry, "country"), Region: maybe(t, genLabel, "region"), City: maybe(t, genLabel, "city"),
		Industries: some(t, genIndustry, "industries"), IndustryRevision: maybeInt(t, 9, 11, "revision"), Tags: some(t, genLabel, "tags"),
		SizeClass: maybe(t, genLabel, "size_class"), Employees: maybeInt(t, 0, 900, "employees"), Stage: maybe(t, genStage, "stage"),
		Revenue: some(t, revenue, "revenue"), Certificates: some(t, certificate, "certificates"), Summary: drawText(t, "summary"),
		Website: rapid.SampledFrom([]string{"", "https://example.org/가?a=1&b=2"}).Draw(t, "website"), HiddenFrom: some(t, genID, "hidden_from"),
	}
}

func drawNeed(t *rapid.T) domain.Record {
	return &domain.Need{
		ID: domain.NeedID(genID.Draw(t, "id")), Company: domain.CompanyID(genID.Draw(t, "company")),
		Kind:  rapid.SampledFrom([]domain.NeedKind{domain.NeedDirecting, domain.NeedInvestment, domain.NeedPartner}).Draw(t, "kind"),
		Title: drawText(t, "title"), Detail: drawText(t, "detail"), Topics: some(t, genLabel, "topics"), Fields: some(t, genLabel, "fields"),
		Industries: some(t, genIndustry, "industries"), IndustryRevision: maybeInt(t, 9, 11, "revision"), Tags: some(t, genLabel, "tags"),
		Markets: some(t, genCountry, "markets"), Languages: some(t, genLanguage, "languages"), Stage: maybe(t, genStage, "stage"),
		Amount: drawRange(t, "amount"), Instrument: maybe(t, genLabel, "instrument"), UseOfFunds: drawText(t, "use_of_funds"),
		Opened: "1989-01-01", Due: maybe(t, genDate, "due"), Priority: maybeInt(t, 1, 5, "priority"), Confidential: rapid.Bool().Draw(t, "confidential"),
	}
}

func drawExpert(t *rapid.T) domain.Record {
	topic := rapid.Custom(func(t *rapid.T) domain.Topic {
		x := domain.Topic{Topic: genLabel.Draw(t, "topic")}
		if rapid.Bool().Draw(t, "years?") {
			years := rapid.Float64Range(0, 100).Draw(t, "years")
			x.Years = &years
		}
		return x
	})
	language := rapid.Custom(func(t *rapid.T) domain.Language {
		return domain.Language{Code: genLanguage.Draw(t, "code"), Level: rapid.SampledFrom([]string{"", "native", "C2", "A1"}).Draw(t, "level")}
	})
	work := rapid.Custom(func(t *rapid.T) domain.Work {
		return domain.Work{
			Title: domain.PlainText("w" + genProse.Draw(t, "title")), Text: drawText(t, "text"), Date: maybe(t, genDate, "date"),
			Client: maybe(t, genLabel, "client"), ClientPrivate: rapid.Bool().Draw(t, "private"),
		}
	})
	period := rapid.Custom(func(t *rapid.T) domain.Period {
		return domain.Period{From: "1989-01-01", To: maybe(t, genDate, "to")}
	})
	return &domain.Expert{
		ID: domain.ExpertID(genID.Draw(t, "id")), Name: drawText(t, "name"), Headline: drawText(t, "headline"), Summary: drawText(t, "summary"),
		Institution: domain.InstitutionID(maybe(t, genID, "institution")), Roles: some(t, rapid.SampledFrom([]string{"director", "supporter"}), "roles"),
		Fields: some(t, genLabel, "fields"), Topics: some(t, topic, "topics"), Industries: some(t, genIndustry, "industries"),
		IndustryRevision: maybeInt(t, 9, 11, "revision"), Tags: some(t, genLabel, "tags"), Markets: some(t, genCountry, "markets"),
		Languages: some(t, language, "languages"), Works: some(t, work, "works"), Capacity: maybeInt(t, 0, 9, "capacity"), Load: maybeInt(t, 0, 9, "load"),
		Unavailable: some(t, period, "unavailable"), Conflicts: some(t, genID, "conflicts"), Country: maybe(t, genCountry, "country"),
		Region: maybe(t, genLabel, "region"), Timezone: maybe(t, genZone, "timezone"),
	}
}

func drawInvestor(t *rapid.T) domain.Record {
	deal := rapid.Custom(func(t *rapid.T) domain.Deal {
		return domain.Deal{
			Company: genID.Draw(t, "company"), Name: maybe(t, genLabel, "name"), Date: maybe(t, genDate, "date"), Stage: maybe(t, genStage, "stage"),
			Amount: drawAmount(t, "amount"), Industries: some(t, genIndustry, "industries"), IndustryRevision: maybeInt(t, 9, 11, "revision"),
			Tags: some(t, genLabel, "tags"), Country: maybe(t, genCountry, "country"), Region: maybe(t, genLabel, "region"),
			City: maybe(t, genLabel, "city"), Lead: rapid.Bool().Draw(t, "lead"),
		}
	})
	return &domain.Investor{
		ID: domain.InvestorID(genID.Draw(t, "id")), Name: drawText(t, "name"), Kind: rapid.SampledFrom([]string{"", "vc", "bank"}).Draw(t, "kind"),
		Thesis: drawText(t, "thesis"), Stages: some(t, genStage, "stages"), Ticket: drawRange(t, "ticket"), Instruments: some(t, genLabel, "instruments"),
		Industries: some(t, genIndustry, "industries"), IndustryRevision: maybeInt(t, 9, 11, "revision"), Tags: some(t, genLabel, "tags"),
		Markets: some(t, genCountry, "markets"), Languages: some(t, genLanguage, "languages"), Portfolio: some(t, deal, "portfolio"),
		Conflicts: some(t, genID, "conflicts"), Capacity: maybeInt(t, 0, 9, "capacity"), Country: maybe(t, genCountry, "country"),
		Region: maybe(t, genLabel, "region"), City: maybe(t, genLabel, "city"), Timezone: maybe(t, genZone, "timezone"),
	}
}
