package demo

import (
	"slices"
	"sort"
	"strconv"

	"jumpup/server/domain"
)

// outsider is a company outside the cohort in which several investors may hold
// shares; its rounds have fixed stages and dates.
type outsider struct {
	id, name string
	niche    niche
	country  string
	region   string
	city     string
	rounds   []round
}

type round struct {
	stage domain.Stage
	days  int // before the reference day
}

// ladder is the order in which companies raise money.
var ladder = []domain.Stage{"pre-seed", "seed", "series-a", "series-b", "series-c", "growth", "pre-ipo"}

// writeOutsiders makes ten of them per investor, at most 2,000, so that
// investors meet in rounds. Their names are all different up to 2,800.
func (w *world) writeOutsiders() {
	d := w.dice("outsiders")
	w.outside = make([][]outsider, len(w.niches))
	weights := share(nations, func(n nation) int { return n.share })
	for i, k := range dealt(d, quotas(min(w.size.Investors*10, 2000), weights)) {
		line := i % len(w.niches)
		n := nations[k]
		at := pick(d, n.cities)
		p, _ := combination(i, qualities, houses, " ")
		o := outsider{
			id: "outside-" + pad(i+1, 4), name: p.en + " " + w.niches[line].suffix.en, niche: w.niches[line],
			country: n.code, region: at[0], city: at[1],
		}
		first := d.below(4)
		days := d.from(900, 3300)
		for s := first; s < len(ladder) && days > 0 && len(o.rounds) < 4; s++ {
			o.rounds = append(o.rounds, round{ladder[s], days})
			days -= d.from(240, 700)
		}
		w.outside[line] = append(w.outside[line], o)
	}
}

// offer is a round an investor could have joined, with how well it suits.
type offer struct {
	*outsider
	round
	rank int
}

// portfolio draws 10 to 60 dated deals that agree with the thesis: its lines
// and stages, mostly at home or in its markets, oldest first.
func (w *world) portfolio(d *dice, x *domain.Investor, lines []niche) []domain.Deal {
	want := d.from(10, 60)
	chosen := w.offers(d, x, lines)
	chosen = chosen[:min(want, len(chosen))]
	var out []domain.Deal
	for _, o := range chosen {
		out = append(out, domain.Deal{
			Company: o.id, Name: o.name, Date: w.ago(o.days), Stage: o.stage, Amount: w.put(d, x.Ticket),
			Industries: o.niche.industries[:1], Tags: o.niche.tags[:2], Country: o.country, Region: o.region, City: o.city,
			Lead: d.percent(30),
		})
	}
	out = append(out, w.cohortDeals(d, x, lines)...)
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Date != out[j].Date {
			return out[i].Date < out[j].Date
		}
		return out[i].Company < out[j].Company
	})
	return out[max(0, len(out)-60):]
}

// offers lists rounds, those that suit best first: line and stage come before
// place; what suits neither stands last and fills up a small portfolio.
func (w *world) offers(d *dice, x *domain.Investor, lines []niche) []offer {
	var out []offer
	for k, all := range w.outside {
		line := false
		for _, l := range lines {
			line = line || l.name == w.niches[k].name
		}
		if !line && !d.percent(12) {
			continue
		}
		for i := range all {
			o := &all[i]
			for _, r := range o.rounds {
				rank := d.below(100)
				if !line {
					rank += 150
				}
				if !hasStage(x.Stages, r.stage) {
					rank += 250
				}
				if !hasCountry(x, o.country) {
					rank += 45
				}
				out = append(out, offer{o, r, rank})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b offer) int { return a.rank - b.rank })
	return out
}

// cohortDeals are earlier rounds of companies of the cohort: about one company
// in six has an investor already.
func (w *world) cohortDeals(d *dice, x *domain.Investor, lines []niche) []domain.Deal {
	var out []domain.Deal
	for i, f := range w.firms {
		if i%6 != 3 || len(out) == 2 {
			continue
		}
		suits := false
		for _, l := range lines {
			suits = suits || l.name == f.niche.name
		}
		before := earlier(f.rec.Stage)
		if !suits || !hasStage(x.Stages, before) || !d.percent(60) {
			continue
		}
		out = append(out, domain.Deal{
			Company: string(f.rec.ID), Name: f.name.en, Date: w.ago(d.from(400, 1300)), Stage: before, Amount: w.put(d, x.Ticket),
			Industries: f.niche.industries[:1], Tags: f.niche.tags[:2], Country: "KR", Region: f.rec.Region, City: f.rec.City, Lead: d.percent(40),
		})
	}
	return out
}

func earlier(s domain.Stage) domain.Stage {
	for i, l := range ladder {
		if l == s && i > 0 {
			return ladder[i-1]
		}
	}
	return "seed"
}

// put is one cheque within the ticket.
func (w *world) put(d *dice, t domain.Range) domain.Amount {
	lo, errLo := strconv.Atoi(t.Min)
	hi, errHi := strconv.Atoi(t.Max)
	if errLo != nil || errHi != nil {
		return domain.Amount{}
	}
	share := d.below(60) // small cheques are the usual ones
	return domain.Amount{Value: strconv.Itoa(twoFigures(lo + (hi-lo)/100*share)), Currency: t.Currency}
}

func hasStage(list []domain.Stage, s domain.Stage) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func hasCountry(x *domain.Investor, code string) bool {
	for _, m := range x.Markets {
		if m == code {
			return true
		}
	}
	return x.Country == code
}
