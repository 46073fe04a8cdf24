package jsonl

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"jumpup/server/domain"
)

// SearchLine is one query of a file of queries.
type SearchLine struct {
	ID     string
	Text   string
	Filter domain.Filter
}

// filterFields names, for each kind that can be searched by command, the fields
// of its records that a query may be narrowed by.
var filterFields = map[domain.Kind]map[string]domain.Attr{
	domain.KindExpert: {
		"institution": domain.AttrInstitution, "roles": domain.AttrRole, "fields": domain.AttrField, "topics": domain.AttrTopic,
		"industries": domain.AttrIndustry, "tags": domain.AttrTag, "markets": domain.AttrMarket, "languages": domain.AttrLanguage,
		"country": domain.AttrCountry, "region": domain.AttrRegion,
	},
	domain.KindInvestor: {
		"kind": domain.AttrKind, "stages": domain.AttrStage, "instruments": domain.AttrInstrument, "industries": domain.AttrIndustry,
		"tags": domain.AttrTag, "markets": domain.AttrMarket, "languages": domain.AttrLanguage, "country": domain.AttrCountry,
		"region": domain.AttrRegion,
	},
	domain.KindCompany: {
		"cohort": domain.AttrCohort, "country": domain.AttrCountry, "region": domain.AttrRegion, "industries": domain.AttrIndustry,
		"tags": domain.AttrTag, "size_class": domain.AttrSize, "stage": domain.AttrStage,
	},
	domain.KindNeed: {
		"company": domain.AttrCompany, "kind": domain.AttrNeedKind, "topics": domain.AttrTopic, "fields": domain.AttrField,
		"industries": domain.AttrIndustry, "tags": domain.AttrTag, "markets": domain.AttrMarket, "languages": domain.AttrLanguage,
		"stage": domain.AttrStage, "instrument": domain.AttrInstrument,
	},
}

// ReadQueries reads a file of queries over records of a kind: one object a line
// with id, text and filter, which maps fields of the records to a value or a
// list of values, any of which will do. Everything that is wrong is listed; only
// a failing source is an error.
func ReadQueries(kind domain.Kind, name string, from io.Reader) ([]SearchLine, domain.Problems, error) {
	in := bufio.NewReaderSize(from, 64<<10)
	place := domain.Located{File: name}
	var out []SearchLine
	var problems domain.Problems
	report := func(field, message string) { problems.Add(place.At(field), "%s", message) }
	if wrong := encodingProblem(in); wrong != "" {
		report("", wrong)
		return nil, problems, nil
	}
	first := map[string]string{}
	for {
		line, long, err := readLine(in, nil)
		ended := errors.Is(err, io.EOF)
		if err != nil && !ended {
			return nil, nil, fmt.Errorf("read %s: %w", name, err)
		}
		if !ended || len(line) > 0 || long {
			place.Line++
			q, wrong := decodeQuery(kind, line, long)
			for _, e := range wrong {
				report(e.Field, e.Message)
			}
			if at, again := first[q.ID]; again && q.ID != "" {
				report("id", fmt.Sprintf("%q stands already at %s; give each query its own id", clip(q.ID), at))
			} else if q.ID != "" {
				first[q.ID] = place.Place()
			}
			out = append(out, q)
		}
		if ended {
			break
		}
	}
	if len(problems) > 0 {
		return nil, problems, nil
	}
	return out, nil, nil
}

func decodeQuery(kind domain.Kind, line []byte, long bool) (SearchLine, domain.Problems) {
	var q SearchLine
	in := &reading{}
	switch {
	case long:
		in.add("is longer than 1 MiB; shorten its text")
		return q, in.problems
	case len(bytes.TrimSpace(line)) == 0:
		in.add("is blank; remove the line")
		return q, in.problems
	case !utf8.Valid(line):
		in.add("is not valid UTF-8; save the file as UTF-8")
		return q, in.problems
	}
	n, wrong := parse(string(line))
	if wrong != nil {
		in.within(fmt.Sprintf("column %d", utf8.RuneCount(line[:wrong.col])+1), func() { in.add("%s", wrong.message) })
		return q, in.problems
	}
	if !in.expect(n, isObject, "write one object {...} a line") {
		return q, in.problems
	}
	readObject(&q, n, queryFields(kind), "a query", in)
	if q.ID == "" && len(in.problems) == 0 {
		in.within("id", func() { in.add("is missing; give each query an id") })
	}
	return q, in.problems
}

func queryFields(kind domain.Kind) []field[SearchLine] {
	return []field[SearchLine]{
		word("id", func(q *SearchLine) *string { return &q.ID }),
		word("text", func(q *SearchLine) *string { return &q.Text }),
		{name: "filter", read: func(q *SearchLine, n node, in *reading) { q.Filter = readFilter(kind, n, in) }},
	}
}

func readFilter(kind domain.Kind, n node, in *reading) domain.Filter {
	if !in.expect(n, isObject, `write an object such as {"markets":["US"]}`) {
		return domain.Filter{}
	}
	var all []domain.Filter
	seen := map[string]bool{}
	for i, name := range n.names {
		in.within(shown(name), func() {
			attr, known := filterFields[kind][name]
			switch {
			case !known:
				in.add("%s records cannot be narrowed by it; remove it or correct its name", kind)
			case seen[name]:
				in.add("is given twice; keep one")
			default:
				all = append(all, domain.AnyOf(attr, readValues(n.items[i], in)...))
			}
			seen[name] = true
		})
	}
	return domain.All(all...)
}

func readValues(n node, in *reading) []string {
	if n.kind == isString {
		return []string{n.text}
	}
	if !in.expect(n, isList, "write a value in double quotes, or a list of them") {
		return nil
	}
	var out []string
	for i, item := range n.items {
		in.within(index(i), func() {
			if in.expect(item, isString, "put it into double quotes") {
				out = append(out, item.text)
			}
		})
	}
	return out
}
