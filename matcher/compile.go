package matcher

import (
	"math"
	"math/big"
	"sort"
	"strings"
)

// compiler turns records into the compact form that scoring reads. With a frozen
// snapshot behind it, its tables are overlays of one call.
type compiler struct {
	names *atoms // labels, codes, ids: anything compared for equality
	terms *atoms
}

// place is an address; each level is noAtom when not given.
type place struct{ country, region, city int32 }

func (c *compiler) place(country, region, city string) place {
	p := place{noAtom, noAtom, noAtom}
	if country != "" {
		p.country = c.names.id("country:" + strings.ToUpper(country))
	}
	if region != "" {
		p.region = c.names.id("region:" + strings.ToUpper(country) + "/" + label(region))
	}
	if city != "" {
		p.city = c.names.id("city:" + strings.ToUpper(country) + "/" + label(region) + "/" + label(city))
	}
	return p
}

func (c *compiler) stage(s string) int32 {
	if s == "" {
		return noAtom
	}
	return c.names.id("stage:" + label(s))
}

// money is an amount in one currency: exact for gates, its logarithm for likeness.
type money struct {
	currency string
	exact    *big.Rat // nil: not known
	log      float64  // natural logarithm, NaN: not known or not positive
}

func parseMoney(value, currency string) money {
	m := money{currency: strings.ToUpper(strings.TrimSpace(currency)), log: math.NaN()}
	if value == "" || strings.ContainsAny(value, "/eEpPxX_") {
		return m
	}
	r, ok := new(big.Rat).SetString(value)
	if !ok {
		return m
	}
	m.exact = r
	if f, _ := r.Float64(); f > 0 && finite(f) {
		m.log = math.Log(f)
	}
	return m
}

// compiledNeed is a need with its company.
type compiledNeed struct {
	need      Need
	company   Company
	ref       Day
	text      [2]vector // Korean, English
	topics    []int32
	topicBag  []vector
	fields    []int32
	tags      []int32 // of need and company
	ksic      []string
	markets   []string
	languages []string
	stage     int32
	stageName string
	min, max  money
	place     place
	companyID int32
	founded   int
}

func (c *compiler) need(n Need, co Company, asOf Day) *compiledNeed {
	out := &compiledNeed{need: n, company: co, ref: n.Opened}
	if out.ref == 0 {
		out.ref = asOf
	}
	out.text[0] = vectorOf(c.terms, join(n.Title.Ko, n.Detail.Ko, n.UseOfFunds.Ko, strings.Join(n.Topics, " ")))
	out.text[1] = vectorOf(c.terms, join(n.Title.En, n.Detail.En, n.UseOfFunds.En, strings.Join(n.Topics, " ")))
	if n.Title == (Text{}) && n.Detail == (Text{}) {
		out.text[0] = vectorOf(c.terms, join(co.Summary.Ko, strings.Join(n.Topics, " ")))
		out.text[1] = vectorOf(c.terms, join(co.Summary.En, strings.Join(n.Topics, " ")))
	}
	out.topics = c.names.labels(n.Topics)
	for _, t := range n.Topics {
		out.topicBag = append(out.topicBag, vectorOf(c.terms, t))
	}
	out.fields = c.names.labels(n.Fields)
	out.tags = c.names.labels(append(append([]string(nil), n.Tags...), co.Tags...))
	out.ksic = n.Industries
	if len(out.ksic) == 0 {
		out.ksic = co.Industries
	}
	out.markets = upper(n.Markets)
	out.languages = n.Languages
	out.stageName = n.Stage
	if out.stageName == "" {
		out.stageName = co.Stage
	}
	out.stage = c.stage(out.stageName)
	out.min = parseMoney(n.Amount.Min, n.Amount.Currency)
	out.max = parseMoney(n.Amount.Max, n.Amount.Currency)
	out.place = c.place(co.Country, co.Region, co.City)
	out.companyID = c.names.id("company:" + n.Company)
	out.founded = co.Founded
	return out
}

func join(parts ...string) string { return strings.TrimSpace(strings.Join(parts, "\n")) }

func upper(ss []string) []string {
	out := make([]string, 0, len(ss))
	for _, s := range ss {
		out = append(out, strings.ToUpper(s))
	}
	return out
}

// compiledDeal is a deal as numbers.
type compiledDeal struct {
	day     Day
	company int32
	founded int32 // year of the company's founding, 0: not known
	stage   int32
	place   place
	amount  float32 // natural logarithm, NaN: not known
	money   int32   // currency
	tags    []int32
	ksic    []string
	lead    bool
}

// compiledInvestor is an investor with the deals in order of time.
type compiledInvestor struct {
	Investor
	ticketMin, ticketMax money
	stages               []int32
	tags                 []int32
	place                place
	thesis               [2]vector
	thesisDoc            [2]int32
	deals                []compiledDeal
}

func (c *compiler) investor(v Investor, founded func(company string) int) *compiledInvestor {
	out := &compiledInvestor{Investor: v, thesisDoc: [2]int32{-1, -1}}
	out.ticketMin = parseMoney(v.Ticket.Min, v.Ticket.Currency)
	out.ticketMax = parseMoney(v.Ticket.Max, v.Ticket.Currency)
	for _, s := range v.Stages {
		out.stages = append(out.stages, c.stage(s))
	}
	out.tags = c.names.labels(v.Tags)
	out.place = c.place(v.Country, v.Region, v.City)
	out.thesis[0] = vectorOf(c.terms, v.Thesis.Ko)
	out.thesis[1] = vectorOf(c.terms, v.Thesis.En)
	for _, d := range v.Portfolio {
		out.deals = append(out.deals, c.deal(d, founded(d.Company)))
	}
	sort.SliceStable(out.deals, func(i, j int) bool { return dealBefore(&out.deals[i], &out.deals[j]) })
	return out
}

func (c *compiler) deal(d Deal, founded int) compiledDeal {
	m := parseMoney(d.Amount.Value, d.Amount.Currency)
	out := compiledDeal{
		day: d.Date, company: noAtom, founded: int32(founded), stage: c.stage(d.Stage),
		place: c.place(d.Country, d.Region, d.City), amount: float32(m.log), money: noAtom,
		tags: c.names.labels(d.Tags), ksic: d.Industries, lead: d.Lead,
	}
	if m.currency != "" {
		out.money = c.names.id("money:" + m.currency)
	}
	switch {
	case d.Company != "":
		out.company = c.names.id("company:" + d.Company)
	case d.Name != "":
		out.company = c.names.id("company name:" + label(d.Name))
	}
	return out
}

// dealBefore orders deals by day; the company settles ties, so that the order in which
// they were given does not matter.
func dealBefore(a, b *compiledDeal) bool {
	if a.day != b.day {
		return a.day < b.day
	}
	return a.company < b.company
}

// compiledWork is a work with its text.
type compiledWork struct {
	text [2]vector
	doc  [2]int32 // number in the snapshot's lexicon, -1: from outside
	day  Day
}

// compiledExpert is an expert as numbers.
type compiledExpert struct {
	Expert
	topics   []int32
	topicBag []vector
	fields   []int32
	tags     []int32
	markets  []string
	place    place
	works    []compiledWork // last: the profile, if it has text
	profile  bool
}

func (c *compiler) expert(e Expert) *compiledExpert {
	out := &compiledExpert{Expert: e}
	for _, t := range e.Topics {
		out.topics = append(out.topics, c.names.id(label(t.Name)))
		out.topicBag = append(out.topicBag, vectorOf(c.terms, t.Name))
	}
	out.fields = c.names.labels(e.Fields)
	out.tags = c.names.labels(e.Tags)
	out.markets = upper(e.Markets)
	out.place = c.place(e.Country, e.Region, "")
	for _, w := range e.Works {
		out.works = append(out.works, c.work(join(w.Title.Ko, w.Text.Ko), join(w.Title.En, w.Text.En), w.Date))
	}
	ko := join(e.Headline.Ko, e.Summary.Ko)
	en := join(e.Headline.En, e.Summary.En)
	if p := c.work(ko, en, 0); len(p.text[0].ids)+len(p.text[1].ids) > 0 {
		out.works = append(out.works, p)
		out.profile = true
	}
	return out
}

func (c *compiler) work(ko, en string, day Day) compiledWork {
	w := compiledWork{doc: [2]int32{-1, -1}, day: day}
	w.text[0] = vectorOf(c.terms, ko)
	if en != ko {
		w.text[1] = vectorOf(c.terms, en)
	}
	return w
}
