package search

import (
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// How much finding a word counts, by where and in which way.
const (
	inName    = 1.0
	inLabel   = 0.7
	inBody    = 0.4
	asPart    = 0.85
	asBegin   = 0.75
	asPartly  = 0.65 // the beginning of a part
	asLetters = 0.45 // initials
	asSimilar = 0.35
	asSynonym = 0.9
)

func term(field, key string) query.Query {
	q := bleve.NewTermQuery(key)
	q.SetField(field)
	return q
}

func begins(field, key string) query.Query {
	q := bleve.NewPrefixQuery(key)
	q.SetField(field)
	return q
}

func either(list ...query.Query) query.Query {
	switch len(list) {
	case 0:
		return bleve.NewMatchNoneQuery()
	case 1:
		return list[0]
	}
	return bleve.NewDisjunctionQuery(list...)
}

// strict finds a word as it is, as the beginning of a longer one, as a part of
// a Korean compound, or by its initials.
func strict(w text.QueryWord) bestOf {
	exact := func(field string) query.Query {
		if w.Whole == w.Exact {
			return term(field, w.Exact)
		}
		return either(term(field, w.Exact), term(field, w.Whole))
	}
	q := bestOf{
		{exact(fieldName), inName},
		{exact(fieldNamePart), inName * asPart},
		{exact(fieldLabel), inLabel},
		{exact(fieldLabelPart), inLabel * asPart},
		{term(fieldTerms, w.Exact), inBody},
	}
	if len(w.Begin) <= 1+shortBeginning {
		q = append(q, way{term(fieldNameBegin, w.Begin), inName * asBegin}, way{term(fieldLabelBegin, w.Begin), inLabel * asBegin}, way{term(fieldWritten, w.Whole), inBody})
	} else {
		q = append(
			q, way{begins(fieldName, w.Begin), inName * asBegin}, way{begins(fieldNamePart, w.Begin), inName * asPartly},
			way{begins(fieldLabel, w.Begin), inLabel * asBegin}, way{begins(fieldLabelPart, w.Begin), inLabel * asPartly},
			way{begins(fieldTerms, w.Begin), inBody * asBegin}, way{begins(fieldWritten, w.Whole), inBody * asBegin},
		)
	}
	if w.Initials != "" {
		q = append(q, way{begins(fieldInitials, w.Initials), asLetters})
	}
	return q
}

// swapped reads a word as typed with the keyboard in the other language.
func swapped(w text.QueryWord) bestOf {
	w.Whole, w.Exact, w.Begin, w.Initials = w.Swapped, w.Swapped, w.Swapped, ""
	q := strict(w)
	for i := range q {
		q[i].score *= asSynonym
	}
	return q
}

// similar finds a word with slips of the finger as well.
func similar(w text.QueryWord) bestOf {
	q := strict(w)
	if w.Swapped != "" {
		q = append(q, swapped(w)...)
	}
	slips := text.Slips(w.Whole)
	if slips == 0 {
		return q
	}
	fuzzy := func(field string, score float64) {
		f := bleve.NewFuzzyQuery(w.Whole)
		f.SetField(field)
		f.SetFuzziness(slips)
		f.SetPrefix(1) // the script
		q = append(q, way{f, score * asSimilar})
	}
	fuzzy(fieldName, inName)
	fuzzy(fieldNamePart, inName*asPart)
	fuzzy(fieldLabel, inLabel)
	fuzzy(fieldLabelPart, inLabel*asPart)
	fuzzy(fieldTerms, inBody)
	return q
}

// inTerms finds a whole word anywhere in a text, or a Korean compound by the
// two or three words that it is made of.
func inTerms(w text.QueryWord) query.Query {
	list := []query.Query{term(fieldTerms, w.Exact)}
	if w.Korean {
		for _, parts := range cuts([]rune(w.Typed), 3) {
			list = append(list, allIn(fieldTerms, parts))
		}
	}
	return either(list...)
}

// cuts gives the ways to cut a word into two to most parts of at least two
// syllables, as keys; the last one is a stem.
func cuts(word []rune, most int) (out [][]string) {
	if len(word) > 12 {
		return nil
	}
	for cut := 2; cut <= len(word)-2; cut++ {
		left, right := text.Key(string(word[:cut])), string(word[cut:])
		out = append(out, []string{left, text.Key(text.Stem(right))})
		if most > 2 {
			for _, rest := range cuts(word[cut:], most-1) {
				out = append(out, append([]string{left}, rest...))
			}
		}
	}
	return out
}

// anyOf finds what has some of the words, the more and the rarer the better
// (BM25 over all texts); at least one must be there whole, of few words half.
func anyOf(q string, words []text.QueryWord, synonyms *thesaurus) query.Query {
	units := make([]query.Query, len(words))
	scored := addedUp(counted(q))
	for i, w := range words {
		units[i] = inTerms(w)
		_, others := synonyms.of(words[i:])
		for _, other := range others {
			also := allIn(fieldTerms, other)
			units[i] = either(units[i], also)
			scored = append(scored, also)
		}
	}
	least := 1
	switch {
	case !strings.ContainsAny(strings.TrimSpace(q), " \t\n\u3000"): // an address and the like
		least = len(words)
	case !text.IsQuestion(q, words):
		least = (len(words) + 1) / 2
	}
	enough := bleve.NewDisjunctionQuery(units...)
	enough.SetMin(float64(least))
	b := bleve.NewBooleanQuery()
	b.AddMust(scored)
	b.AddFilter(enough)
	return b
}

// allIn finds what has all of a few keys in one field.
func allIn(field string, keys []string) query.Query {
	list := make([]query.Query, len(keys))
	for i, key := range keys {
		list[i] = term(field, key)
	}
	if len(list) == 1 {
		return list[0]
	}
	return bleve.NewConjunctionQuery(list...)
}

// counted gives the terms of a query as they are scored in long texts.
func counted(q string) []query.Query {
	keys := text.BodyTerms(q)
	out := make([]query.Query, len(keys))
	for i, key := range keys {
		out[i] = term(fieldTerms, key)
	}
	return out
}

// scoreOfAny brings a BM25 score, which has no upper bound, into 0..1.
func scoreOfAny(s float64) float64 { return s / (s + 10) }

// allOf joins words with their synonyms: each must be found in one way. The
// best score is the number of units that come back beside the query.
func allOf(words []text.QueryWord, synonyms *thesaurus, read func(text.QueryWord) bestOf) (query.Query, int) {
	var units []query.Query
	for i := 0; i < len(words); {
		unit := read(words[i])
		n, others := synonyms.of(words[i:])
		if n > 1 { // several words that mean one thing: together, or by another word
			unit = bestOf{{conjunction(words[i:i+n], read), inName}}
		}
		for _, other := range others {
			unit = append(unit, otherWord(other)...)
		}
		units = append(units, unit)
		i += max(n, 1)
	}
	if len(units) == 1 {
		return units[0], 1
	}
	return bleve.NewConjunctionQuery(units...), len(units)
}

func conjunction(words []text.QueryWord, read func(text.QueryWord) bestOf) query.Query {
	list := make([]query.Query, len(words))
	for i, w := range words {
		list[i] = read(w)
	}
	return bleve.NewConjunctionQuery(list...)
}

// otherWord finds a synonym: whole words only.
func otherWord(words []string) bestOf {
	places := []struct {
		field string
		score float64
	}{
		{fieldName, inName},
		{fieldNamePart, inName * asPart},
		{fieldLabel, inLabel},
		{fieldLabelPart, inLabel * asPart},
		{fieldTerms, inBody},
	}
	ways := make(bestOf, len(places))
	for i, p := range places {
		ways[i] = way{allIn(p.field, words), p.score * asSynonym}
	}
	return ways
}

// Bounds of a filter.
const (
	filterDepthMost  = 64
	filterValuesMost = 50000
)

// checkFilter refuses filters that would cost too much.
func checkFilter(f domain.Filter) error {
	values := 0
	var walk func(f domain.Filter, depth int) error
	walk = func(f domain.Filter, depth int) error {
		if depth > filterDepthMost {
			return domain.Errorf(domain.CodeInvalid, "filter", "is nested deeper than %d; simplify it", filterDepthMost)
		}
		if f.In != nil {
			if values += len(f.In.Values); values > filterValuesMost {
				return domain.Errorf(domain.CodeInvalid, "filter", "holds more than %d values; narrow it", filterValuesMost)
			}
		}
		children := slices.Concat(f.And, f.Or)
		if f.Not != nil {
			children = append(children, *f.Not)
		}
		for _, g := range children {
			if err := walk(g, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return walk(f, 0)
}

// filterQuery matches exactly the documents of which domain.Filter.Match is true.
func filterQuery(f domain.Filter) query.Query {
	switch {
	case f.In != nil:
		list := make([]query.Query, 0, len(f.In.Values))
		for _, v := range f.In.Values {
			if v != "" { // no attribute has an empty value
				list = append(list, term(fieldAttr+string(f.In.Attr), v))
			}
		}
		return either(list...)
	case f.Rng != nil:
		return rangeQuery(*f.Rng)
	case f.Not != nil:
		b := bleve.NewBooleanQuery()
		b.AddMust(bleve.NewMatchAllQuery())
		b.AddMustNot(filterQuery(*f.Not))
		return b
	case f.Or != nil:
		list := make([]query.Query, len(f.Or))
		for i, g := range f.Or {
			list[i] = filterQuery(g)
		}
		return either(list...)
	case len(f.And) == 0:
		return bleve.NewMatchAllQuery()
	}
	return narrowed(nil, f)
}

// narrowed matches what all of the queries and the filter match. Nested
// conjunctions are made one, and what is ruled out stands aside: bleve then
// intersects the lists of documents as bit maps.
func narrowed(must []query.Query, f domain.Filter) query.Query {
	var not []query.Query
	var take func(f domain.Filter)
	take = func(f domain.Filter) {
		switch {
		case f.IsZero():
		case f.Not != nil:
			not = append(not, filterQuery(*f.Not))
		case f.And != nil:
			for _, g := range f.And {
				take(g)
			}
		default:
			must = append(must, filterQuery(f))
		}
	}
	take(f)
	if len(not) == 0 && len(must) == 1 {
		return must[0]
	}
	b := bleve.NewBooleanQuery()
	if len(must) == 0 {
		must = append(must, bleve.NewMatchAllQuery())
	}
	b.AddMust(must...)
	if len(not) > 0 {
		b.AddMustNot(either(not...))
	}
	return b
}

func rangeQuery(b domain.Between) query.Query {
	if b.Min != nil && math.IsNaN(*b.Min) || b.Max != nil && math.IsNaN(*b.Max) || !slices.Contains(numeric, b.Attr) {
		return bleve.NewMatchNoneQuery()
	}
	inclusive := true
	if b.Min == nil && b.Max == nil {
		low := math.Inf(-1)
		b.Min = &low
	}
	q := bleve.NewNumericRangeInclusiveQuery(b.Min, b.Max, &inclusive, &inclusive)
	q.SetField(fieldNumber + string(b.Attr))
	return q
}

// scopeQuery lets through the kinds asked for, each with its filter; nil when
// every document passes.
func scopeQuery(kinds []domain.Kind, filters map[domain.Kind]domain.Filter) query.Query {
	var list []query.Query
	for _, k := range kinds {
		list = append(list, narrowed([]query.Query{term(fieldAttr+string(domain.AttrRecordKind), string(k))}, filters[k]))
	}
	return either(list...)
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
