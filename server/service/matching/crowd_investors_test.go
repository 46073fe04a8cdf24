package matching

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"jumpup/server/domain"
)

// backer is an investor in the making.
type backer struct {
	*domain.Investor
	lines  []int   // of business, the preferred one first
	vigour float64 // how often it invests
	stage  int     // the usual one
	money  float64 // log of the usual cheque in won
}

// firm is a company that raises rounds.
type firm struct {
	id                    string
	line                  int
	country, region, city string
	founded               int
	holders               []int
}

var crowdStages = []domain.Stage{"pre-seed", "seed", "series-a", "series-b", "series-c", "growth", "pre-ipo"}

// roundMoney is the log of a round in won at a stage.
func roundMoney(stage int) float64 { return math.Log(1e8) + 1.15*float64(stage) }

// investors draws n investors with about 14 deals each, most of them with few,
// and needs for money by companies of which some have investors already.
func (c *crowd) investors(n, needs int) []domain.Record {
	market := make([]*backer, n)
	byLine := make([][]int, crowdLines)
	for i := range market {
		b := c.backer(i)
		market[i] = b
		for _, l := range b.lines {
			byLine[l] = append(byLine[l], i)
		}
	}
	firms := make([]*firm, n*3/2)
	for i := range firms {
		f := &firm{id: fmt.Sprintf("f%06d", i), line: int(c.byLine.Uint64()), founded: 2004 + c.IntN(21)}
		f.country, f.region, f.city = c.address()
		firms[i] = f
		for stage, year := c.IntN(3), f.founded+c.IntN(4); stage < len(crowdStages) && year < 2026; stage, year = stage+1+c.IntN(2), year+1+c.IntN(3) {
			c.round(market, byLine, f, stage, year)
			if c.chance(30) {
				break
			}
		}
	}
	var out []domain.Record
	for i := range needs {
		f := firms[c.IntN(len(firms))]
		if i%2 == 0 { // new to investors
			f = &firm{id: fmt.Sprintf("g%05d", i), line: int(c.byLine.Uint64()), founded: 2010 + c.IntN(15)}
			f.country, f.region, f.city = c.address()
		}
		if !slices.ContainsFunc(out, func(r domain.Record) bool { return r.Ref().ID == f.id }) {
			out = append(out, c.raising(i, f)...)
		}
	}
	for _, b := range market {
		out = append(out, b.Investor)
	}
	return out
}

func (c *crowd) backer(i int) *backer {
	b := &backer{vigour: math.Exp(1.3 * c.NormFloat64()), stage: c.IntN(len(crowdStages))}
	var about []matter
	for range 1 + c.IntN(4) {
		l := int(c.byLine.Uint64())
		b.lines, about = append(b.lines, l), append(about, c.lines[l])
	}
	b.money = roundMoney(b.stage) - 1 + 0.6*c.NormFloat64()
	x := &domain.Investor{ID: domain.InvestorID(fmt.Sprintf("i%05d", i)), Name: domain.Text{En: fmt.Sprintf("Investor %d", i)}, Kind: "vc"}
	x.Country, x.Region, x.City = c.address()
	if c.chance(85) {
		x.Thesis = c.text(18, about...)
	}
	if c.chance(70) {
		for s := max(0, b.stage-1); s <= min(b.stage+1, len(crowdStages)-1); s++ {
			x.Stages = append(x.Stages, crowdStages[s])
		}
	}
	if c.chance(60) {
		x.Ticket = domain.Range{Min: won(b.money - 1.5), Max: won(b.money + 1.5), Currency: "KRW"}
	}
	for _, m := range about {
		if c.chance(60) {
			x.Industries = append(x.Industries, any1(c, m.ksic))
		}
		if c.chance(80) {
			x.Tags = append(x.Tags, any1(c, m.tags))
		}
	}
	if c.chance(50) {
		x.Markets = append([]string{"KR"}, c.markets(c.IntN(3))...)
	}
	if c.chance(80) {
		x.Languages = [][]string{{"ko"}, {"ko", "en"}, {"en"}, {"en", "ja"}}[c.IntN(4)]
	}
	if c.chance(2) {
		x.Capacity = domain.Int(0)
	}
	b.Investor = x
	return b
}

func won(log float64) string {
	unit := math.Pow(10, math.Floor(log/math.Ln10)-1)
	return strconv.FormatFloat(math.Round(math.Exp(log)/unit)*unit, 'f', 0, 64)
}

// round lets some investors back a company; those that hold it come along.
func (c *crowd) round(market []*backer, byLine [][]int, f *firm, stage, year int) {
	money := roundMoney(stage) + 0.5*c.NormFloat64()
	in := []int{}
	for _, h := range f.holders {
		if c.chance(35) {
			in = append(in, h)
		}
	}
	for tries, want := 0, 1+c.IntN(5); tries < 60 && want > 0; tries++ {
		i := c.IntN(len(market))
		if list := byLine[f.line]; len(list) > 0 && c.chance(80) {
			i = any1(c, list)
		}
		b, p := market[i], market[i].vigour/3
		p *= math.Exp(-0.7 * math.Abs(float64(b.stage-stage)))
		switch {
		case b.Country != f.country:
			p *= 0.1
		case b.Region != f.region:
			p *= 0.45
		}
		if !slices.Contains(in, i) && c.Float64() < p {
			in, want = append(in, i), want-1
		}
	}
	date := fmt.Sprintf("%04d-%02d-%02d", year, 1+c.IntN(12), 1+c.IntN(28))
	for _, i := range in {
		l := c.lines[f.line]
		d := domain.Deal{
			Company: f.id, Name: "Firm " + f.id, Date: domain.Date(date), Stage: crowdStages[stage], Tags: l.tags[:2],
			Country: f.country, Region: f.region, City: f.city, Lead: i == in[0],
		}
		if c.chance(80) {
			d.Amount = domain.Amount{Value: won(money - math.Log(float64(len(in)))), Currency: "KRW"}
		}
		if c.chance(50) {
			d.Industries = l.ksic[:1]
		}
		market[i].Portfolio = append(market[i].Portfolio, d)
		if !slices.Contains(f.holders, i) {
			f.holders = append(f.holders, i)
		}
	}
}

// raising draws a company's need for money.
func (c *crowd) raising(i int, f *firm) []domain.Record {
	l := c.lines[f.line]
	co := &domain.Company{
		ID: domain.CompanyID(f.id), Name: domain.Text{Ko: "기업 " + f.id}, Founded: &f.founded, Country: f.country, Region: f.region, City: f.city,
		Industries: l.ksic[:1], Tags: l.tags[:2], Summary: c.text(25, l),
	}
	stage := c.IntN(len(crowdStages))
	x := &domain.Need{
		ID: domain.NeedID(fmt.Sprintf("m%05d", i)), Company: co.ID, Kind: domain.NeedInvestment, State: domain.NeedTriaged,
		Title: c.text(5, l), Detail: c.text(20+c.IntN(30), l), Stage: crowdStages[stage], Instrument: "equity",
	}
	if c.chance(80) {
		x.Amount = domain.Range{Max: won(roundMoney(stage) + 0.4*c.NormFloat64()), Currency: "KRW"}
	}
	if c.chance(40) {
		x.Markets = append([]string{"KR"}, c.markets(1)...)
	}
	x.Languages = [][]string{nil, {"ko"}, {"ko", "en"}, {"en"}}[c.IntN(4)]
	return []domain.Record{co, x}
}
