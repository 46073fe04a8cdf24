package matching

import (
	"fmt"

	"jumpup/server/domain"
)

// company draws a company of a line of business.
func (c *crowd) company(i int) (*domain.Company, matter) {
	l := c.line()
	x := &domain.Company{
		ID: domain.CompanyID(fmt.Sprintf("c%05d", i)), Name: domain.Text{Ko: fmt.Sprintf("기업 %d", i)}, Founded: domain.Int(2001 + c.IntN(24)),
		Industries: l.ksic[:1+c.IntN(2)], Tags: l.tags[:1+c.IntN(2)], Summary: c.text(25, l),
	}
	x.Country, x.Region, x.City = c.address()
	if c.chance(80) {
		x.Country, x.Region, x.City = "KR", "KR-"+c.regions[c.byPlace.Uint64()], ""
	}
	return x, l
}

// directing draws companies with a need for experts each.
func (c *crowd) directing(n int) (out []domain.Record) {
	for i := range n {
		co, l := c.company(i)
		about := []matter{c.topic(), c.topic()}
		x := &domain.Need{
			ID: domain.NeedID(fmt.Sprintf("n%05d", i)), Company: co.ID, Kind: domain.NeedDirecting, State: domain.NeedTriaged,
			Title: c.text(5, about[0], l), Detail: c.text(25+c.IntN(40), about[0], about[0], about[1], l),
			Topics: []string{about[0].name}, Fields: []string{about[0].field},
		}
		if c.chance(50) {
			x.Topics = append(x.Topics, about[1].name)
		}
		if c.chance(60) {
			x.Industries = l.ksic[:1]
		}
		if c.chance(40) {
			x.Tags = l.tags[1:]
		}
		if c.chance(40) {
			x.Markets = c.markets(1 + c.IntN(2))
		}
		x.Languages = [][]string{nil, {"ko"}, {"ko", "en"}, {"en"}}[c.IntN(4)]
		out = append(out, co, x)
	}
	return out
}

// experts draws experts who work on a few topics in a few lines of business.
func (c *crowd) experts(n int) (out []domain.Record) {
	for i := range 40 {
		x := &domain.Institution{ID: domain.InstitutionID(fmt.Sprintf("x%d", i)), Name: domain.Text{En: fmt.Sprintf("Institution %d", i)}}
		if i%8 == 0 {
			x.Conflicts = []string{fmt.Sprintf("c%05d", i)}
		}
		out = append(out, x)
	}
	for i := range n {
		out = append(out, c.expert(i))
	}
	return out
}

func (c *crowd) expert(i int) *domain.Expert {
	topics, lines := []matter{c.topic(), c.topic(), c.topic()}[:1+c.IntN(3)], []matter{c.line(), c.line()}[:1+c.IntN(2)]
	about := append(append([]matter{topics[0]}, topics...), lines...)
	x := &domain.Expert{
		ID: domain.ExpertID(fmt.Sprintf("e%05d", i)), Name: domain.Text{Ko: fmt.Sprintf("전문가 %d", i)}, Headline: c.text(6, about...),
		Summary: c.text(20, about...), Institution: domain.InstitutionID(fmt.Sprintf("x%d", c.IntN(40))), Roles: []string{"director"},
		Timezone: "Asia/Seoul", Languages: []domain.Language{{Code: "ko", Level: "native"}},
	}
	seen := map[string]bool{}
	for _, t := range topics {
		y := float64(c.IntN(16))
		x.Topics = append(x.Topics, domain.Topic{Topic: t.name, Years: &y})
		if !seen[t.field] {
			seen[t.field], x.Fields = true, append(x.Fields, t.field)
		}
	}
	for _, l := range lines {
		x.Industries = append(x.Industries, any1(c, l.ksic))
		x.Tags = append(x.Tags, any1(c, l.tags))
	}
	x.Country, x.Region, _ = c.address()
	if c.chance(35) {
		x.Markets = c.markets(1 + c.IntN(3))
	}
	if c.chance(60) {
		x.Languages = append(x.Languages, domain.Language{Code: "en", Level: any1(c, []string{"C2", "C1", "B2", "B1", ""})})
	}
	if c.chance(10) {
		x.Languages = x.Languages[1:]
	}
	for range 2 + int(10*c.Float64()*c.Float64()) {
		x.Works = append(x.Works, domain.Work{Title: c.text(5, about...), Text: c.text(12+c.IntN(18), about...), Date: c.day(4000)})
	}
	if c.chance(92) {
		x.Capacity = domain.Int(1 + c.IntN(5))
		x.Load = domain.Int(c.IntN(*x.Capacity + 1))
	}
	if c.chance(5) {
		x.Unavailable = []domain.Period{{From: domain.DateOf(noon.AddDate(0, 0, -5)), To: domain.DateOf(noon.AddDate(0, 0, 20))}}
	}
	if c.chance(5) {
		x.Conflicts = []string{fmt.Sprintf("c%05d", c.IntN(200))}
	}
	return x
}
