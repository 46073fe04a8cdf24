package matching

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"jumpup/matcher"
	words "jumpup/matcher/text"
	"jumpup/server/domain"
)

// concepts turns a need and its company into short queries. The first one has
// all: the words of the need, and the traits that make a score, each worth what
// its part weighs, so that its order is near that of the scores. The others
// look at one side alone, the traits and the words of each language, because
// who is far ahead there may be ahead in all. The weights are those of the
// ranking: other weights ask for other candidates.
func concepts(n *domain.Need, c *domain.Company, k domain.Kind, w matcher.SideWeights, m market) []domain.Concept {
	b := newBag(n, c, w)
	if k == domain.KindInvestor {
		b.investor(m)
	} else {
		b.expert(m.day)
	}
	text := needWords(n, c)
	all := strings.TrimSpace(strings.Join([]string{text.title, text.ko, text.en}, "\n"))
	has, worth := b.values(wordScale(all, w))
	out := []domain.Concept{{Text: all, Has: has, Worth: worth, Weight: wholeWeight}}
	if len(has) > 0 {
		out = append(out, domain.Concept{Has: has, Worth: worth})
	}
	for _, s := range []string{text.ko, text.en} {
		if strings.TrimSpace(s) != "" {
			out = append(out, domain.Concept{Text: s})
		}
	}
	return out
}

// market is what a ranking's corpus says beside the need and its company.
type market struct {
	day      domain.Date // portfolios count from here: of the latest deal
	holdings []string    // companies that the need's present investors hold
}

const (
	wholeWeight = 4    // of the query that has all, beside 1 for each other one
	wordShare   = 0.54 // of its top value that a word of a need in a text is worth
	noWords     = 100  // words that a weight of 1 counts as when no words count
)

// wordScale is how many words a weight of 1 counts as: all words of the need
// together are worth what their part weighs.
func wordScale(text string, w matcher.SideWeights) float64 {
	weight := w.Of(matcher.PartText).Weight
	n := float64(len(words.BodyTerms(text)))
	if weight <= 0 || n == 0 {
		return noWords
	}
	return wordShare * n / weight
}

// spoken is what a need says: its title with the topics, and its text in each
// language, as the matcher reads it.
type spoken struct{ title, ko, en string }

func needWords(n *domain.Need, c *domain.Company) spoken {
	topics := strings.Join(n.Topics, "\n")
	title, detail, use := text(n.Title), text(n.Detail), text(n.UseOfFunds)
	if title == (matcher.Text{}) && detail == (matcher.Text{}) {
		summary := text(c.Summary)
		return spoken{topics, summary.Ko, summary.En}
	}
	return spoken{
		title: strings.Join([]string{title.Ko, title.En, topics}, "\n"),
		ko:    strings.Join([]string{title.Ko, topics, detail.Ko, use.Ko}, "\n"),
		en:    strings.Join([]string{title.En, topics, detail.En, use.En}, "\n"),
	}
}

// bag gathers traits with what they add to a score.
type bag struct {
	need    *domain.Need
	company *domain.Company
	weights matcher.SideWeights
	order   []string
	worth   map[string]float64
}

func newBag(n *domain.Need, c *domain.Company, w matcher.SideWeights) *bag {
	return &bag{need: n, company: c, weights: w, worth: map[string]float64{}}
}

func (b *bag) add(trait string, worth float64) {
	if _, there := b.worth[trait]; !there {
		b.order = append(b.order, trait)
	}
	b.worth[trait] += worth
}

func (b *bag) weight(part string) float64 { return math.Max(0, b.weights.Of(part).Weight) }

func (b *bag) neutral(part string) float64 { return b.weight(part) * b.weights.Of(part).Neutral }

// values lists the traits by what they are worth.
func (b *bag) values(scale float64) (has []domain.In, worth []float64) {
	at := map[float64]int{}
	for _, t := range b.order {
		x := math.Round(b.worth[t]*scale*16) / 16
		if x <= 0 {
			continue
		}
		i, there := at[x]
		if !there {
			i = len(has)
			at[x] = i
			has, worth = append(has, domain.In{Attr: domain.AttrTrait}), append(worth, x)
		}
		has[i].Values = append(has[i].Values, t)
	}
	return has, worth
}

// each adds the traits of one part in equal shares, and the neutral value for
// candidates that do not state the group.
func (b *bag) each(part, group string, traits []string, share float64) {
	if len(traits) == 0 {
		return
	}
	for _, t := range traits {
		b.add(t, share*b.weight(part)/float64(len(traits)))
	}
	b.add(domain.Trait(group, domain.Unstated), b.neutral(part))
}

// stated are the parts that both kinds of candidates state.
func (b *bag) stated() {
	n := b.need
	b.each(matcher.PartTags, domain.TraitTag, b.tags(domain.TraitTag), 1)
	industries := b.industries()
	for _, code := range industries {
		last := 0.0
		for _, t := range domain.IndustryTraits(code) {
			level := industryLevels[min(len(t)-len(domain.TraitKSIC)-1, 6)]
			b.add(t, (level-last)*b.weight(matcher.PartIndustry)/float64(len(industries)))
			last = level
		}
		b.add(domain.Trait(domain.TraitKSIC, domain.Unstated), b.neutral(matcher.PartIndustry)/float64(len(industries)))
	}
	var markets []string
	for _, m := range n.Markets {
		markets = append(markets, domain.Trait(domain.TraitMarket, strings.ToUpper(m)))
	}
	b.each(matcher.PartMarket, domain.TraitMarket, markets, 1)
	b.each(matcher.PartLanguage, domain.TraitSpeaks, languageTraits(n.Languages), 0.9)
	b.place(domain.TraitIn, []float64{0.55, 0.4, 0}, b.weight(matcher.PartLocation))
}

// tags are the labels of the need and its company, in a group.
func (b *bag) tags(group string) []string {
	return domain.LabelTraits(group, slices.Concat(b.need.Tags, b.company.Tags), words.Fold)
}

// industries are the need's or else the company's.
func (b *bag) industries() []string {
	if len(b.need.Industries) > 0 {
		return b.need.Industries
	}
	return b.company.Industries
}

// stageOf is the need's stage or else the company's.
func stageOf(n *domain.Need, c *domain.Company) domain.Stage {
	return cmp.Or(n.Stage, c.Stage)
}

// industryLevels is what a common beginning of so many letters counts, as in
// the matcher's part industry.
var industryLevels = [...]float64{0, 0.25, 0.25, 0.55, 0.75, 0.9, 1}

// place adds the company's country, region and city, each with its share.
func (b *bag) place(group string, shares []float64, weight float64) {
	c := b.company
	for i, t := range domain.PlaceTraits(group, c.Country, c.Region, c.City, words.Fold) {
		b.add(t, shares[i]*weight)
	}
}

func (b *bag) expert(on domain.Date) {
	b.each(matcher.PartTopic, domain.TraitTopic, domain.LabelTraits(domain.TraitTopic, b.need.Topics, words.Fold), 0.85)
	b.each(matcher.PartField, domain.TraitField, domain.LabelTraits(domain.TraitField, b.need.Fields, words.Fold), 1)
	b.stated()
	for i := range domain.RoomSteps {
		b.add(domain.Trait(domain.TraitRoom, strconv.Itoa(i+1)), b.weight(matcher.PartLoad)*float64(i+1)/domain.RoomSteps)
	}
	b.add(domain.Trait(domain.TraitRoom, domain.Unstated), b.neutral(matcher.PartLoad))
	year := on.Time().Year()
	for i := range 9 {
		b.add(domain.Trait(domain.TraitLast, strconv.Itoa(year-i)), b.weight(matcher.PartActivity)*math.Exp2(-(float64(i)+0.3)/3))
	}
	b.add(domain.Trait(domain.TraitLast, domain.Unstated), b.neutral(matcher.PartActivity))
}
