package matcher

import (
	"cmp"
	"math"
	"math/big"
	"slices"
	"strings"

	"jumpup/matcher/text"
)

// compiler turns records into the compact form that scoring reads. With a frozen
// snapshot behind it, its tables are overlays of one call.
type compiler struct {
	names   *atoms // codes, ids: anything compared for equality
	labels  *atoms // free labels
	terms   *atoms
	an      *text.Analyzer
	written *writings // nil: not kept
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
	if value == "" || len(value) > 64 || strings.ContainsAny(value, "/eEpPxX_") {
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
	topics    []int32   // of the sorted topics
	topicBag  []vector  // the same
	fields    []int32
	tags      []int32 // of need and company
	ksic      []string
	markets   []string
	languages []string
	stage     int32
	order     int8 // of the stage
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
	out.text = c.needText(n, co)
	for _, t := range sortedCopy(n.Topics) {
		if label(t) == "" {
			continue
		}
		out.topics = append(out.topics, c.labels.id(label(t)))
		out.topicBag = append(out.topicBag, c.vectorOf("", t))
	}
	out.fields = c.labels.labels(n.Fields)
	out.tags = c.labels.labels(append(append([]string(nil), n.Tags...), co.Tags...))
	out.ksic = sortedCopy(n.Industries)
	if len(out.ksic) == 0 {
		out.ksic = sortedCopy(co.Industries)
	}
	out.markets = upper(n.Markets)
	out.languages = n.Languages
	out.stageName = n.Stage
	if out.stageName == "" {
		out.stageName = co.Stage
	}
	out.stage, out.order = c.stage(out.stageName), orderOf(out.stageName)
	out.min = parseMoney(n.Amount.Min, n.Amount.Currency)
	out.max = parseMoney(n.Amount.Max, n.Amount.Currency)
	out.place = c.place(co.Country, co.Region, co.City)
	out.companyID = c.names.id("company:" + n.Company)
	out.founded = co.Founded
	return out
}

// needText is what the need says; a need without words of its own is read from the
// company's summary.
func (c *compiler) needText(n Need, co Company) [2]vector {
	topics := strings.Join(n.Topics, " ")
	if n.Title == (Text{}) && n.Detail == (Text{}) {
		return c.both(Text{topics, topics}, co.Summary)
	}
	return c.both(Text{join(n.Title.Ko, topics), join(n.Title.En, topics)},
		Text{join(n.Detail.Ko, n.UseOfFunds.Ko), join(n.Detail.En, n.UseOfFunds.En)})
}

// both makes the vectors of a text's two languages; a language that says nothing of its
// own gets none.
func (c *compiler) both(title, body Text) (v [2]vector) {
	if title.Ko != "" || body.Ko != "" {
		v[0] = c.vectorOf(title.Ko, body.Ko)
	}
	if (title.En != "" || body.En != "") && (title.En != title.Ko || body.En != body.Ko) {
		v[1] = c.vectorOf(title.En, body.En)
	}
	return v
}

func sortedCopy(ss []string) []string {
	out := slices.Clone(ss)
	slices.Sort(out)
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
	age     float32 // of the company at the deal in years, NaN: not known
	stage   int32
	order   int8 // of the stage
	first   bool // the investor's first deal with the company
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
	index                int // in the snapshot, -1: from outside
	ticketMin, ticketMax money
	stages               []int32
	tags                 []int32
	place                place
	thesis               [2]vector
	thesisDoc            [2]int32
	deals                []compiledDeal
}

func (c *compiler) investor(v Investor, founded func(company string) int) *compiledInvestor {
	v.Languages = sortedCopy(v.Languages)
	out := &compiledInvestor{Investor: v, index: -1, thesisDoc: [2]int32{-1, -1}}
	out.ticketMin = parseMoney(v.Ticket.Min, v.Ticket.Currency)
	out.ticketMax = parseMoney(v.Ticket.Max, v.Ticket.Currency)
	for _, s := range v.Stages {
		out.stages = append(out.stages, c.stage(s))
	}
	out.tags = c.labels.labels(v.Tags)
	out.place = c.place(v.Country, v.Region, v.City)
	out.thesis = c.both(Text{}, v.Thesis)
	for _, d := range inOrder(v.Portfolio) {
		out.deals = append(out.deals, c.deal(d, founded(d.Company)))
	}
	var labels []int32 // of all deals, side by side
	seen := map[int32]bool{}
	for i := range out.deals {
		labels = append(labels, out.deals[i].tags...)
	}
	for i := range out.deals {
		d := &out.deals[i]
		k := len(d.tags)
		d.tags, labels = labels[:k:k], labels[k:]
		d.first = d.company == noAtom || !seen[d.company]
		seen[d.company] = true
	}
	return out
}

func (c *compiler) deal(d Deal, founded int) compiledDeal {
	m := parseMoney(d.Amount.Value, d.Amount.Currency)
	out := compiledDeal{
		day: d.Date, company: noAtom, age: float32(ageAt(d.Date, founded)), stage: c.stage(d.Stage), order: orderOf(d.Stage),
		place: c.place(d.Country, d.Region, d.City), amount: float32(m.log), money: noAtom,
		tags: c.labels.labels(d.Tags), ksic: d.Industries, lead: d.Lead,
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

// ageAt is the age in years, on a day, of a company founded in a year; NaN when either
// is not known.
func ageAt(day Day, founded int) float64 {
	if day == 0 || founded <= 0 {
		return math.NaN()
	}
	return math.Max(0, 1+float64(day-1)/365.2425-float64(founded))
}

// inOrder copies deals in order of time; the rest of their content settles ties, so that
// the order in which they were given does not matter.
func inOrder(deals []Deal) []Deal {
	out := slices.Clone(deals)
	slices.SortStableFunc(out, func(a, b Deal) int {
		return cmp.Or(
			cmp.Compare(a.Date, b.Date), cmp.Compare(a.Company, b.Company), cmp.Compare(a.Name, b.Name),
			cmp.Compare(a.Stage, b.Stage), cmp.Compare(a.Amount.Value, b.Amount.Value),
			cmp.Compare(a.Country+"/"+a.Region+"/"+a.City, b.Country+"/"+b.Region+"/"+b.City),
			slices.Compare(a.Tags, b.Tags), slices.Compare(a.Industries, b.Industries),
		)
	})
	return out
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
	spoken   []string // codes of the languages
	place    place
	works    []compiledWork // last: the profile, if it has text
	profile  bool
}

func (c *compiler) expert(e Expert) *compiledExpert {
	e.Topics = slices.DeleteFunc(slices.Clone(e.Topics), func(t Topic) bool { return label(t.Name) == "" })
	slices.SortFunc(e.Topics, func(a, b Topic) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Years, b.Years))
	})
	e.Languages = slices.Clone(e.Languages)
	slices.SortFunc(e.Languages, func(a, b Language) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Level, b.Level))
	})
	out := &compiledExpert{Expert: e}
	for _, t := range e.Topics {
		out.topics = append(out.topics, c.labels.id(label(t.Name)))
		out.topicBag = append(out.topicBag, c.vectorOf("", t.Name))
	}
	out.fields = c.labels.labels(e.Fields)
	out.tags = c.labels.labels(e.Tags)
	out.markets = upper(e.Markets)
	out.place = c.place(e.Country, e.Region, "")
	for _, l := range e.Languages {
		out.spoken = append(out.spoken, l.Code)
	}
	for _, w := range e.Works {
		out.works = append(out.works, c.work(w.Title, w.Text, w.Date))
	}
	if p := c.work(e.Headline, e.Summary, 0); len(p.text[0].ids)+len(p.text[1].ids) > 0 {
		out.works = append(out.works, p)
		out.profile = true
	}
	return out
}

func (c *compiler) work(title, body Text, day Day) compiledWork {
	return compiledWork{doc: [2]int32{-1, -1}, day: day, text: c.both(title, body)}
}
