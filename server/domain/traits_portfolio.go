package domain

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// What an investor did is told by years: a trait of the portfolio carries the
// year of its latest deal plus the binary logarithm of how many such deals
// there were, each year further back counting half (Year). Whoever has two
// deals of last year stands where one of this year stands, so that the order of
// investors by a trait stays true while time goes on and nothing is indexed
// anew.

// The groups of what a portfolio shows. Their values end in "@" and the year.
const (
	TraitDid      = "did"       // "" for deals of any kind
	TraitDidTag   = "did-tag"   // a label of the company's
	TraitDidKSIC  = "did-ksic"  // division of the company
	TraitDidIn    = "did-in"    // country, country/region, country/region/city
	TraitDidStage = "did-stage" // of the company
	TraitDidSize  = "did-size"  // AmountStep
	TraitDidBoth  = "did-both"  // a label or division in a country/region
	TraitHolds    = "holds"     // id of a company, without a year
)

// ByYear spells a trait of a portfolio.
func ByYear(trait string, year int) string { return trait + "@" + strconv.Itoa(year) }

// BothTrait spells a label or division together with a place.
func BothTrait(kind, place string) string { return Trait(TraitDidBoth, kind+" "+place) }

// DivisionTraits are the divisions of KSIC codes as portfolios tell them, each
// once.
func DivisionTraits(industries []string) (out []string) {
	for _, code := range industries {
		if len(code) < 3 {
			continue
		}
		if s := Trait(TraitDidKSIC, strings.ToUpper(code[:3])); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// AmountStep is the currency and the whole binary logarithm of an amount; ""
// when the amount is not known or not positive.
func AmountStep(value, currency string) string {
	f, err := strconv.ParseFloat(value, 64)
	if err != nil || !(f > 0) || math.IsInf(f, 0) {
		return ""
	}
	return strings.ToUpper(strings.TrimSpace(currency)) + strconv.Itoa(int(math.Floor(math.Log2(f))))
}

// yearsOf are days of 365 as a number: half as much weight for each year back.
func yearsOf(d Date) (float64, bool) {
	t := d.Time()
	if t.IsZero() {
		return 0, false
	}
	return float64(t.Unix()) / (365 * 24 * 3600), true
}

// tally adds up deals by trait: the binary logarithm of the sum of 2^year.
type tally struct {
	order []string
	level map[string]float64
}

func (t *tally) add(trait string, year, worth float64) {
	was, there := t.level[trait]
	year += math.Log2(worth)
	if !there {
		t.order = append(t.order, trait)
		t.level[trait] = year
		return
	}
	hi, lo := max(was, year), min(was, year)
	t.level[trait] = hi + math.Log2(1+math.Exp2(lo-hi))
}

// Years is a day as traits count it, in years of 365 days; 0 for none.
func Years(d Date) float64 {
	y, _ := yearsOf(d)
	return y
}

const furtherDeal = 0.15 // what a further deal in a company already held counts

func portfolioTraits(x *Investor, fold func(string) string) (out []string) {
	held := map[string]bool{}
	for _, d := range x.Portfolio {
		if d.Company != "" && !held[d.Company] {
			held[d.Company] = true
			out = append(out, Trait(TraitHolds, d.Company))
		}
	}
	t := tally{level: map[string]float64{}}
	eachDeal(x, func(d Deal, year, worth float64) { t.deal(d, year, worth, fold) })
	if len(t.order) == 0 {
		out = append(out, Trait(TraitDid, Unstated))
	}
	for _, trait := range t.order {
		out = append(out, ByYear(trait, int(math.Floor(t.level[trait]))))
	}
	return out
}

// eachDeal gives the dated deals with their years and what each counts.
func eachDeal(x *Investor, yield func(d Deal, year, worth float64)) {
	held := map[[2]string]bool{}
	for _, d := range x.Portfolio {
		year, ok := yearsOf(d.Date)
		if !ok {
			continue
		}
		worth, company := 1.0, [2]string{d.Company, d.Name}
		if held[company] && company != [2]string{} {
			worth = furtherDeal
		}
		held[company] = true
		yield(d, year, worth)
	}
}

func (t *tally) deal(d Deal, year, worth float64, fold func(string) string) {
	t.add(Trait(TraitDid, ""), year, worth)
	places := PlaceTraits(TraitDidIn, d.Country, d.Region, d.City, fold)
	kinds := append(LabelTraits(TraitDidTag, d.Tags, fold), DivisionTraits(d.Industries)...)
	for _, s := range places {
		t.add(s, year, worth)
	}
	for _, s := range kinds {
		t.add(s, year, worth)
		if len(places) > 1 {
			t.add(BothTrait(s, places[1]), year, worth)
		}
	}
	if d.Stage != "" {
		t.add(Trait(TraitDidStage, string(d.Stage)), year, worth)
	}
	if s := AmountStep(d.Amount.Value, d.Amount.Currency); s != "" {
		t.add(Trait(TraitDidSize, s), year, worth)
	}
}

// Activity is how much and how lately an investor invested, as a number of
// which only the order counts: the binary logarithm of the sum of 2^year over
// the deals, a further one in a company counting less. Of an expert it is the
// year of the latest work. False when nothing is dated, and for other records.
func Activity(r Record) (float64, bool) {
	switch x := r.(type) {
	case *Expert:
		last, dated := 0.0, false
		for _, w := range x.Works {
			if y, ok := yearsOf(w.Date); ok {
				last, dated = max(last, y), true
			}
		}
		return last, dated
	case *Investor:
		t := tally{level: map[string]float64{}}
		eachDeal(x, func(_ Deal, year, worth float64) { t.add("", year, worth) })
		return t.level[""], len(t.order) > 0
	}
	return 0, false
}
