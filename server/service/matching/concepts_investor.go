package matching

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"jumpup/matcher"
	words "jumpup/matcher/text"
	"jumpup/server/domain"
)

// Years that a trait of a portfolio may carry beside the present one: deals of
// longer ago say nothing, and nobody has more than 2^yearsAhead of one kind.
const (
	yearsBack  = 7
	yearsAhead = 6
)

// grows adds a trait of the portfolio: gain of the number of recent deals, each
// year back counting half.
func (b *bag) grows(trait string, now float64, gain func(deals float64) float64) {
	for y := int(now) - yearsBack; y <= int(now)+yearsAhead; y++ {
		b.add(domain.ByYear(trait, y), gain(math.Exp2(float64(y)+0.5-now)))
	}
}

// lifts are the parts that compare shares of a portfolio with the market's.
var lifts = []string{matcher.PartFieldDone, matcher.PartStageDone, matcher.PartTicketDone, matcher.PartLocationDone}

// Shares of the market's deals with one label, stage and amount, which lifts
// are counted from. They only have to be near the true ones.
const (
	shareOfLabel  = 0.02
	shareOfStage  = 0.14
	shareOfAmount = 0.15
)

// near is what a portfolio's deals in the company's country, region and city
// count: their share of the market's deals, what one such deal adds to the sum
// of similar deals, and how much of the part the level is. The factors here
// and below were found on generated markets (README.md).
var near = [...]struct{ share, similar, factor float64 }{{0.3, 0.0001, 0.2}, {0.05, 0.001, 1.6}, {0.02, 0.003, 0.5}}

const (
	stageFactor  = 2
	amountFactor = 1.8
	bothFactor   = 1.3   // a label in the company's region
	labelSimilar = 0.002 // what a deal of the label adds to the sum of similar deals
	bothSimilar  = 0.03
	holdsFactor  = 0.4
)

// bigPortfolio is more than what lifts take off a large portfolio, so that no
// trait is worth less than nothing.
const bigPortfolio = 3

func (b *bag) similar(deals float64) float64 {
	return b.weight(matcher.PartSimilar) * math.Log1p(1000*deals) / math.Log(50000)
}

// lift is what a share above the market's adds to a part.
func (b *bag) lift(part string, base float64) func(deals float64) float64 {
	return func(deals float64) float64 { return b.weight(part) / 8 * math.Log1p(deals/(3*base)) }
}

func (b *bag) investor(m market) {
	b.stated()
	stage := stageOf(b.need, b.company)
	b.each(matcher.PartStage, domain.TraitStage, domain.LabelTraits(domain.TraitStage, []string{string(stage)}, words.Fold), 1)
	now := domain.Years(m.day)
	b.portfolio(now)
	b.kinds(now)
	for i, t := range domain.PlaceTraits(domain.TraitDidIn, b.company.Country, b.company.Region, b.company.City, words.Fold) {
		lift := b.lift(matcher.PartLocationDone, near[i].share)
		b.grows(t, now, func(deals float64) float64 { return near[i].factor*lift(deals) + b.similar(near[i].similar*deals) })
	}
	if stage != "" {
		lift := b.lift(matcher.PartStageDone, shareOfStage)
		b.grows(domain.Trait(domain.TraitDidStage, string(stage)), now, func(deals float64) float64 { return stageFactor * lift(deals) })
	}
	lift := b.lift(matcher.PartTicketDone, shareOfAmount)
	for i, s := range amountSteps(cmp.Or(b.need.Amount.Max, b.need.Amount.Min), b.need.Amount.Currency) {
		factor := amountFactor * []float64{0.25, 0.5, 0.25}[i]
		b.grows(domain.Trait(domain.TraitDidSize, s), now, func(deals float64) float64 { return factor * lift(deals) })
	}
	for _, id := range m.holdings {
		b.add(domain.Trait(domain.TraitHolds, id), holdsFactor*b.weight(matcher.PartCoInvestors))
	}
}

// portfolio is what having invested counts: how much lately, less what a large
// portfolio takes off its shares; without one all of it is unknown.
func (b *bag) portfolio(now float64) {
	unknown := bigPortfolio + b.neutral(matcher.PartActivity) + b.neutral(matcher.PartSimilar) + b.neutral(matcher.PartCoInvestors)
	for _, part := range lifts {
		unknown += b.neutral(part)
	}
	b.add(domain.Trait(domain.TraitDid, domain.Unstated), unknown)
	b.grows(domain.Trait(domain.TraitDid, ""), now, func(deals float64) float64 {
		x := bigPortfolio + b.weight(matcher.PartActivity)*math.Log1p(deals/0.1)/math.Log(1000)
		for _, part := range lifts {
			x += b.weight(part) * (0.5 - math.Log1p(deals/3)/8)
		}
		return x
	})
}

// kinds are the company's labels, or without any its divisions of industry, in
// the portfolio at large and in its region.
func (b *bag) kinds(now float64) {
	tags := b.tags(domain.TraitDidTag)
	if len(tags) == 0 {
		tags = domain.DivisionTraits(b.industries())
	}
	at := domain.PlaceTraits(domain.TraitDidIn, b.company.Country, b.company.Region, "", words.Fold)
	lift := b.lift(matcher.PartFieldDone, shareOfLabel)
	share := 1 / float64(max(len(tags), 1))
	for _, t := range tags {
		b.grows(t, now, func(deals float64) float64 { return share * (lift(deals) + b.similar(labelSimilar*deals)) })
		if len(at) > 1 {
			b.grows(domain.BothTrait(t, at[1]), now, func(deals float64) float64 { return share * bothFactor * b.similar(bothSimilar*deals) })
		}
	}
}

// amountSteps are the step of an amount between the ones beside it; none when
// the amount is not known.
func amountSteps(value, currency string) (out []string) {
	f, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return nil
	}
	for _, k := range []float64{0.5, 1, 2} {
		out = append(out, domain.AmountStep(strconv.FormatFloat(f*k, 'f', -1, 64), currency))
	}
	if slices.Contains(out, "") {
		return nil
	}
	return out
}
