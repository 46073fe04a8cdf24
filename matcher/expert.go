package matcher

import (
	"math"
	"sort"
)

func (e *compiledExpert) id() string { return e.ID }

func (e *compiledExpert) gate(c *call) string { return c.gateExpert(e) }

// values computes one value per part in the order of expertParts.
func (e *compiledExpert) values(c *call, out []float64) {
	e.similarities(c)
	for i, code := range c.codes {
		out[i] = e.value(c, code)
	}
}

func (e *compiledExpert) value(c *call, code string) float64 {
	n := c.need
	switch code {
	case PartTopic:
		return topicValue(c, e)
	case PartText:
		return textValue(e.relevance(c))
	case PartField:
		return share(n.fields, e.fields)
	case PartIndustry:
		return industryValue(n.ksic, e.Industries)
	case PartTags:
		return overlap(n.tags, e.tags)
	case PartMarket:
		return shareOf(n.markets, e.markets)
	case PartLanguage:
		return languageValue(n.languages, e.Languages)
	case PartLocation:
		return locationValue(n.place, e.place, n.company.Country, e.Timezone)
	case PartRecord:
		return e.record(c)
	case PartActivity:
		return e.activity(c)
	case PartLoad:
		return loadValue(e.Capacity, e.Load, away(e.Unavailable, n.ref) != 0)
	case PartPreference:
		return c.preferenceValue(e.ID)
	}
	return math.NaN()
}

// similarities fills c.sims with the cosine of each work, 0 for those after the
// reference day.
func (e *compiledExpert) similarities(c *call) {
	c.sims = c.sims[:0]
	for i := range e.works {
		s := 0.0
		if w := &e.works[i]; w.day <= c.need.ref {
			s = c.similarity(w)
		}
		c.sims = append(c.sims, s)
	}
}

// relevance is the mean cosine of the works known on the reference day, the profile
// text counting as one of them, weighted by rank: the best counts 1, each next one 0.8
// of the one before. NaN when either side has no text.
func (e *compiledExpert) relevance(c *call) float64 {
	if c.query[0] == nil && c.query[1] == nil {
		return math.NaN()
	}
	var top [24]float64
	n := 0
	for i := range e.works {
		w := &e.works[i]
		if w.day > c.need.ref || len(w.text[0].ids)+len(w.text[1].ids) == 0 {
			continue
		}
		keep(top[:], n, c.sims[i])
		n++
	}
	if n == 0 {
		return math.NaN()
	}
	sum, total, weight := 0.0, 0.0, 1.0
	for _, s := range top[:min(n, len(top))] {
		sum += float64(weight * s)
		total += weight
		weight *= rankDecay
	}
	return sum / total
}

const rankDecay = 0.8

// keep inserts s into the descending list of the n best values so far.
func keep(top []float64, n int, s float64) {
	i := min(n, len(top))
	for ; i > 0 && top[i-1] < s; i-- {
		if i < len(top) {
			top[i] = top[i-1]
		}
	}
	if i < len(top) {
		top[i] = s
	}
}

// similarity is the best cosine over the languages of the need and the work.
func (c *call) similarity(w *compiledWork) float64 {
	best := 0.0
	for lang, v := range w.text {
		if len(v.ids) == 0 {
			continue
		}
		doc := w.doc[lang]
		length := c.length(v, doc)
		for _, q := range c.query {
			switch {
			case q == nil || length == 0:
			case doc >= 0 && q.dots != nil:
				best = max(best, q.dots[doc]/float64(length))
			default:
				best = max(best, q.cosine(v, length))
			}
		}
	}
	return best
}

// length of a vector: looked up for a document of the snapshot.
func (c *call) length(v vector, doc int32) float32 {
	if doc >= 0 {
		return c.view.norm[doc]
	}
	return c.view.length(v)
}

// textValue spreads cosines, which rarely pass 0.4, over 0..1 without changing their order.
func textValue(cosine float64) float64 {
	return 1 - math.Exp(-cosine/textScale)
}

const textScale = 0.15

// topicValue is the best agreement of each of the need's topics with the expert's,
// averaged: 1 for the same label, else the cosine of the words; a topic with known years
// counts from 0.7 (under a year) to 1 (ten years or more).
func topicValue(c *call, e *compiledExpert) float64 {
	n := c.need
	if len(n.topics) == 0 || len(e.topics) == 0 {
		return math.NaN()
	}
	sum := 0.0
	for i := range n.topics {
		v, _ := bestTopic(c, e, i)
		sum += v
	}
	return sum / float64(len(n.topics))
}

func bestTopic(c *call, e *compiledExpert, i int) (value float64, at int) {
	at = -1
	for j := range e.topics {
		v := 1.0
		if e.topics[j] != c.need.topics[i] {
			v = bagCosine(c.view, c.need.topicBag[i], e.topicBag[j])
		}
		if y := e.Topics[j].Years; y > 0 {
			v *= 0.7 + 0.3*math.Min(y, 10)/10
		}
		if v > value {
			value, at = v, j
		}
	}
	return value, at
}

func bagCosine(v *view, a, b vector) float64 {
	var s float64
	for i, j := 0, 0; i < len(a.ids) && j < len(b.ids); {
		switch {
		case a.ids[i] < b.ids[j]:
			i++
		case a.ids[i] > b.ids[j]:
			j++
		default:
			w := float64(v.weight(a.ids[i]))
			s += float64(float64(a.tf[i]) * float64(b.tf[j]) * w * w)
			i, j = i+1, j+1
		}
	}
	if s == 0 {
		return 0
	}
	return s / (float64(v.length(a)) * float64(v.length(b)))
}

// record grows with the number k of works on the matter of the need: k/(k+3). A work is
// on the matter when its cosine is at least 0.1; where the need has no text, all count.
func (e *compiledExpert) record(c *call) float64 {
	if e.worksBy(c.need.ref) == 0 {
		return math.NaN()
	}
	k := float64(e.worksOn(c))
	return k / (k + 3)
}

const onTheMatter = 0.1

func (e *compiledExpert) worksOn(c *call) int {
	if c.query[0] == nil && c.query[1] == nil {
		return e.worksBy(c.need.ref)
	}
	n := 0
	for i := range e.Works {
		if c.sims[i] >= onTheMatter {
			n++
		}
	}
	return n
}

func (e *compiledExpert) worksBy(ref Day) int {
	n := 0
	for i := range e.Works {
		if e.Works[i].Date <= ref {
			n++
		}
	}
	return n
}

// activity halves every three years since the latest dated work, counted from the
// latest dated work of the whole corpus by the reference day, so that an old corpus
// does not make everybody idle. NaN without a dated work.
func (e *compiledExpert) activity(c *call) float64 {
	latest := e.latest(c.need.ref)
	if latest == 0 {
		return math.NaN()
	}
	now := max(c.s.latestWork(c.need.ref), latest)
	return math.Exp2(-float64(now-latest) / (3 * 365.25))
}

func (e *compiledExpert) latest(ref Day) Day {
	var latest Day
	for i := range e.Works {
		if d := e.Works[i].Date; d <= ref {
			latest = max(latest, d)
		}
	}
	return latest
}

// latestWork is the day of the corpus's latest work by a day, 0 if there is none.
func (s *Snapshot) latestWork(ref Day) Day {
	i := sort.Search(len(s.workDays), func(i int) bool { return s.workDays[i] > ref })
	if i == 0 {
		return 0
	}
	return s.workDays[i-1]
}

// away returns the last day of an absence that covers the day (or the day itself when
// the end is open), 0 if there is none.
func away(spans []Span, on Day) Day {
	var until Day
	for _, s := range spans {
		if s.From <= on && (s.To == 0 || s.To >= on) {
			until = max(until, s.To, on)
		}
	}
	return until
}
