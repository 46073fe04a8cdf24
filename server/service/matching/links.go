package matching

import (
	"cmp"
	"slices"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// links is who has to do with whom in a corpus.
type links struct {
	wishes  map[string][]string // other ends of preferences, by either end
	holders map[string][]int    // investors that hold a company, by its id
	latest  matcher.Day         // of all deals
}

func linksOf(c *matcher.Corpus) links {
	l := links{wishes: map[string][]string{}, holders: map[string][]int{}}
	for _, p := range c.Preferences {
		l.wishes[p.From] = append(l.wishes[p.From], p.To)
		l.wishes[p.To] = append(l.wishes[p.To], p.From)
	}
	for i, v := range c.Investors {
		for _, d := range v.Portfolio {
			l.latest = max(l.latest, d.Date)
			if held := l.holders[d.Company]; d.Company != "" && (len(held) == 0 || held[len(held)-1] != i) {
				l.holders[d.Company] = append(held, i)
			}
		}
	}
	return l
}

// mostHoldings is how many companies are looked for in portfolios.
const mostHoldings = 64

// marketOf is what the corpus says beside a need of a company: the day of the
// market's latest deal, at most today, and what the company's present investors
// hold, the companies that most of them hold first.
func (c *corpus) marketOf(company domain.CompanyID, today domain.Date) market {
	m := market{day: today}
	if c.links.latest != 0 && c.links.latest < day(today) {
		m.day = domain.Date(c.links.latest.String())
	}
	count := map[string]int{}
	for _, i := range c.links.holders[string(company)] {
		seen := map[string]bool{string(company): true}
		for _, d := range c.source.Investors[i].Portfolio {
			if d.Company != "" && !seen[d.Company] {
				seen[d.Company] = true
				count[d.Company]++
			}
		}
	}
	for id := range count {
		m.holdings = append(m.holdings, id)
	}
	slices.SortFunc(m.holdings, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	m.holdings = m.holdings[:min(len(m.holdings), mostHoldings)]
	return m
}
