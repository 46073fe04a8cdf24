package domain

import (
	"slices"
	"strconv"
	"strings"
)

// The groups of traits, which candidates for a need are found by beside their
// words. A trait is a value of [AttrTrait]: its group, a colon and a value that
// is spelled so that equal ones mean the same. Traits are made only of what
// everybody may read of an expert or an investor.
const (
	TraitTopic  = "topic"
	TraitField  = "field"
	TraitTag    = "tag"
	TraitKSIC   = "ksic" // beginnings of industry codes: section, division, ...
	TraitMarket = "market"
	TraitSpeaks = "speaks"
	TraitIn     = "in" // country, country/region, country/region/city
	TraitStage  = "stage"
	TraitRoom   = "room" // of an expert, in RoomSteps of the capacity; none when full
	TraitLast   = "last" // year of an expert's latest work
)

// Unstated is the value of a group that must be known to shut somebody out and
// is not.
const Unstated = "?"

// RoomSteps is how finely the room of an expert is told.
const RoomSteps = 4

// Trait spells one.
func Trait(group, value string) string { return group + ":" + value }

// Traits gives the traits of an expert or an investor, none for other records.
// Fold makes equal spellings of free labels equal.
func Traits(r Record, fold func(string) string) []string {
	switch x := r.(type) {
	case *Expert:
		t := traits{fold: fold}
		for _, topic := range x.Topics {
			t.labels(TraitTopic, topic.Topic)
		}
		t.unless(len(x.Topics) > 0, TraitTopic)
		t.labels(TraitField, x.Fields...)
		t.unless(len(x.Fields) > 0, TraitField)
		t.common(x.Tags, x.Industries, x.Markets)
		for _, l := range x.Languages {
			t.add(TraitSpeaks, PrimaryLanguage(l.Code))
		}
		t.unless(len(x.Languages) > 0, TraitSpeaks)
		t.list = append(t.list, PlaceTraits(TraitIn, x.Country, x.Region, "", fold)...)
		t.practice(x)
		return t.list
	case *Investor:
		t := traits{fold: fold}
		t.common(x.Tags, x.Industries, x.Markets)
		for _, code := range x.Languages {
			t.add(TraitSpeaks, PrimaryLanguage(code))
		}
		t.unless(len(x.Languages) > 0, TraitSpeaks)
		for _, s := range x.Stages {
			t.labels(TraitStage, string(s))
		}
		t.unless(len(x.Stages) > 0, TraitStage)
		t.list = append(t.list, PlaceTraits(TraitIn, x.Country, x.Region, x.City, fold)...)
		return append(t.list, portfolioTraits(x, fold)...)
	}
	return nil
}

type traits struct {
	fold func(string) string
	list []string
}

func (t *traits) add(group, value string) {
	if s := Trait(group, value); !slices.Contains(t.list, s) {
		t.list = append(t.list, s)
	}
}

func (t *traits) labels(group string, values ...string) {
	for _, v := range values {
		if v = label(v, t.fold); v != "" {
			t.add(group, v)
		}
	}
}

func (t *traits) unless(stated bool, group string) {
	if !stated {
		t.add(group, Unstated)
	}
}

func (t *traits) common(tags, industries, markets []string) {
	t.labels(TraitTag, tags...)
	for _, code := range industries {
		for _, s := range IndustryTraits(code) {
			if !slices.Contains(t.list, s) {
				t.list = append(t.list, s)
			}
		}
	}
	for _, m := range markets {
		t.add(TraitMarket, strings.ToUpper(m))
	}
	t.unless(len(tags) > 0, TraitTag)
	t.unless(len(industries) > 0, TraitKSIC)
	t.unless(len(markets) > 0, TraitMarket)
}

// practice says how much room an expert has and when the latest work was.
func (t *traits) practice(x *Expert) {
	if x.Capacity == nil {
		t.add(TraitRoom, Unstated)
	} else {
		load := 0
		if x.Load != nil {
			load = *x.Load
		}
		if room := *x.Capacity - load; room > 0 {
			t.add(TraitRoom, strconv.Itoa(min(RoomSteps, RoomSteps*room / *x.Capacity)))
		}
	}
	var last Date
	for _, w := range x.Works {
		last = max(last, w.Date)
	}
	if last.Time().IsZero() {
		t.add(TraitLast, Unstated)
		return
	}
	t.add(TraitLast, strconv.Itoa(last.Time().Year()))
}

func label(s string, fold func(string) string) string {
	return strings.Join(strings.Fields(fold(s)), " ")
}

// LabelTraits spells free labels of a group.
func LabelTraits(group string, labels []string, fold func(string) string) []string {
	t := traits{fold: fold}
	t.labels(group, labels...)
	return t.list
}

// IndustryTraits are a KSIC code, its section and its beginnings from the division on.
func IndustryTraits(code string) (out []string) {
	code = strings.ToUpper(code)
	for n := range code {
		if n == 1 || n > 2 {
			out = append(out, Trait(TraitKSIC, code[:n]))
		}
	}
	return append(out, Trait(TraitKSIC, code))
}

// PrimaryLanguage is the language of a BCP 47 code: en of en-US.
func PrimaryLanguage(code string) string {
	code = strings.ToLower(strings.TrimSpace(code))
	if i := strings.IndexAny(code, "-_"); i > 0 {
		return code[:i]
	}
	return code
}

// PlaceTraits are an address and the places around it, as far as they are known.
func PlaceTraits(group, country, region, city string, fold func(string) string) (out []string) {
	if country == "" {
		return nil
	}
	at := strings.ToUpper(country)
	out = append(out, Trait(group, at))
	if region == "" {
		return out
	}
	at += "/" + label(region, fold)
	out = append(out, Trait(group, at))
	if city != "" {
		out = append(out, Trait(group, at+"/"+label(city, fold)))
	}
	return out
}
