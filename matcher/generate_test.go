package matcher_test

import (
	"fmt"

	"pgregory.net/rapid"

	"jumpup/matcher"
)

// Generators of small corpora whose values collide often.

func pick(t *rapid.T, name string, from ...string) string {
	return rapid.SampledFrom(from).Draw(t, name)
}

// some draws up to three different values.
func some(t *rapid.T, name string, from ...string) []string {
	return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, min(3, len(from)), rapid.ID[string]).Draw(t, name)
}

func maybeDay(t *rapid.T, name string) matcher.Day {
	if rapid.IntRange(0, 4).Draw(t, name+"?") == 0 {
		return 0
	}
	return matcher.NewDay(2024, 1, 1) + matcher.Day(rapid.IntRange(0, 700).Draw(t, name))
}

var (
	tags      = []string{"battery", "Clean Tech", "반도체", "health", "games"}
	codes     = []string{"C26", "C261", "C2612", "C29", "J58", "J582"}
	countries = []string{"KR", "US", "JP", "DE"}
	regions   = []string{"", "Seoul", "Busan"}
	stages    = []string{"", "seed", "series-a", "series-b", "growth", "other"}
	words     = []string{
		"battery", "export", "exporting", "quality", "반도체를", "반도체장비", "수출", "품질관리", "smart factory", "certification",
		"Europe", "유럽으로", "AI", "M&A", "C++",
	}
)

func phrase(t *rapid.T, name string) matcher.Text {
	say := func(n string) (s string) {
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(words), 0, 6).Draw(t, n) {
			s += w + " "
		}
		return s
	}
	return matcher.Text{Ko: say(name + "/ko"), En: say(name + "/en")}
}

func amount(t *rapid.T, name string) string {
	return pick(t, name, "", "100000", "500000", "2000000", "0", "10000000.50")
}

func genCompany(t *rapid.T, id string) matcher.Company {
	return matcher.Company{
		ID: id, Founded: rapid.SampledFrom([]int{0, 1999, 2015, 2021}).Draw(t, "founded"), Country: pick(t, "country", countries...),
		Region: pick(t, "region", regions...), Industries: some(t, "ksic", codes...), Tags: some(t, "tags", tags...),
		Stage: pick(t, "stage", stages...), Summary: phrase(t, "summary"), HiddenFrom: some(t, "hidden", "e1", "i1", "x1"),
	}
}

func genNeed(t *rapid.T, id, company, kind string) matcher.Need {
	return matcher.Need{
		ID: id, Company: company, Kind: kind, Title: phrase(t, "title"), Detail: phrase(t, "detail"),
		Topics: some(t, "topics", "export", "quality", "수출"), Fields: some(t, "fields", "strategy", "technology"),
		Industries: some(t, "ksic", codes...), Tags: some(t, "tags", tags...), Markets: some(t, "markets", countries...),
		Languages: some(t, "languages", "ko", "en", "ja"), Stage: pick(t, "stage", stages...),
		Amount: matcher.Range{Min: amount(t, "min"), Max: amount(t, "max"), Currency: pick(t, "currency", "KRW", "USD")},
		Opened: maybeDay(t, "opened"), Confidential: rapid.Bool().Draw(t, "confidential"),
	}
}

func genExpert(t *rapid.T, id string) matcher.Expert {
	e := matcher.Expert{
		ID: id, Headline: phrase(t, "headline"), Summary: phrase(t, "summary"), Institution: pick(t, "institution", "", "x1", "x2"),
		Fields: some(t, "fields", "strategy", "technology"), Industries: some(t, "ksic", codes...), Tags: some(t, "tags", tags...),
		Markets: some(t, "markets", countries...), Load: rapid.IntRange(0, 3).Draw(t, "load"),
		Conflicts: some(t, "conflicts", "c1", "c2", "outside"), Country: pick(t, "country", countries...),
		Region: pick(t, "region", regions...), Timezone: pick(t, "zone", "", "Asia/Seoul", "Europe/Berlin", "Mars/Base"),
	}
	for _, name := range some(t, "topics", "export", "quality", "수출") {
		e.Topics = append(e.Topics, matcher.Topic{Name: name, Years: float64(rapid.IntRange(0, 12).Draw(t, "years"))})
	}
	for _, code := range some(t, "languages", "ko", "en-US", "ja") {
		e.Languages = append(e.Languages, matcher.Language{Code: code, Level: pick(t, "level", "", "native", "B1")})
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "works") {
		w := matcher.Work{Title: phrase(t, "work"), Text: phrase(t, "text"), Date: maybeDay(t, "date"), Client: "Secret Client"}
		w.Title.En += fmt.Sprintf(" number %d", i)
		w.ClientPrivate = rapid.Bool().Draw(t, "private")
		e.Works = append(e.Works, w)
	}
	if rapid.Bool().Draw(t, "capacity?") {
		n := rapid.IntRange(0, 4).Draw(t, "capacity")
		e.Capacity = &n
	}
	if rapid.Bool().Draw(t, "away?") {
		e.Unavailable = []matcher.Span{{From: maybeDay(t, "from"), To: maybeDay(t, "to")}}
	}
	return e
}

func genDeal(t *rapid.T) matcher.Deal {
	return matcher.Deal{
		Company: pick(t, "deal", "", "c0", "c1", "c2", "o1", "o2", "o3"), Date: maybeDay(t, "date"), Stage: pick(t, "stage", stages...),
		Amount:     matcher.Amount{Value: amount(t, "amount"), Currency: pick(t, "currency", "KRW", "USD")},
		Industries: some(t, "ksic", codes...), Tags: some(t, "tags", tags...), Country: pick(t, "country", countries...),
		Region: pick(t, "region", regions...), City: pick(t, "city", "", "Gangnam"), Lead: rapid.Bool().Draw(t, "lead"),
	}
}

func genInvestor(t *rapid.T, id string) matcher.Investor {
	v := matcher.Investor{
		ID: id, Thesis: phrase(t, "thesis"), Stages: some(t, "stages", stages[1:]...), Industries: some(t, "ksic", codes...),
		Tags: some(t, "tags", tags...), Markets: some(t, "markets", countries...), Languages: some(t, "languages", "ko", "en"),
		Ticket:    matcher.Range{Min: amount(t, "ticket min"), Max: amount(t, "ticket max"), Currency: pick(t, "currency", "KRW", "USD")},
		Conflicts: some(t, "conflicts", "c1", "c2"), Country: pick(t, "country", countries...), Region: pick(t, "region", regions...),
	}
	for range rapid.IntRange(0, 6).Draw(t, "deals") {
		v.Portfolio = append(v.Portfolio, genDeal(t))
	}
	return v
}

func genCorpus(t *rapid.T) (c matcher.Corpus) {
	for i := range 3 {
		c.Companies = append(c.Companies, genCompany(t, fmt.Sprintf("c%d", i)))
		c.Needs = append(c.Needs,
			genNeed(t, fmt.Sprintf("n%d", i), fmt.Sprintf("c%d", i), matcher.Directing),
			genNeed(t, fmt.Sprintf("m%d", i), fmt.Sprintf("c%d", i), matcher.Investment))
	}
	for i := range rapid.IntRange(1, 5).Draw(t, "experts") {
		c.Experts = append(c.Experts, genExpert(t, fmt.Sprintf("e%d", i)))
	}
	for i := range rapid.IntRange(1, 5).Draw(t, "investors") {
		c.Investors = append(c.Investors, genInvestor(t, fmt.Sprintf("i%d", i)))
	}
	c.Institutions = []matcher.Institution{{ID: "x1", Conflicts: some(t, "institution conflicts", "c0", "c2")}}
	c.People = []matcher.Person{{ID: "p1", Organisation: "c0"}, {ID: "p2", Organisation: "e1"}}
	for range rapid.IntRange(0, 4).Draw(t, "preferences") {
		c.Preferences = append(c.Preferences, matcher.Preference{
			From: pick(t, "from", "c0", "c1", "p1", "p2", "e0", "i0", "n0"), To: pick(t, "to", "c0", "c1", "e0", "e1", "i0", "i1", "p2"),
			Level: pick(t, "level", "must", "want", "later", "no"), Private: rapid.Bool().Draw(t, "private"), Expires: maybeDay(t, "expires"),
		})
	}
	return c
}

// genWeights draws valid weights.
func genWeights(t *rapid.T) matcher.Weights {
	side := func(k matcher.Kind, form matcher.Form, lo float64) (s matcher.SideWeights) {
		s.Form = form
		if form == matcher.Logit {
			s.Base = rapid.Float64Range(-5, 5).Draw(t, "base")
		}
		for _, code := range matcher.PartCodes(k) {
			s.Parts = append(s.Parts, matcher.Weight{
				Code: code, Weight: rapid.Float64Range(lo, 3).Draw(t, code), Neutral: rapid.Float64Range(0, 1).Draw(t, "neutral"),
			})
		}
		return s.Normalised()
	}
	w := matcher.Weights{Version: "drawn", Experts: side(matcher.Experts, matcher.Sum, 0), Investors: side(matcher.Investors, matcher.Logit, -3)}
	if rapid.Bool().Draw(t, "swap") {
		w.Experts, w.Investors = side(matcher.Experts, matcher.Logit, -3), side(matcher.Investors, matcher.Sum, 0)
	}
	return w
}
