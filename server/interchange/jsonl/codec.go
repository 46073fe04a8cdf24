package jsonl

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"jumpup/server/domain"
)

// decode fills a record of its kind from a parsed object.
func decode(r domain.Record, n node, in *reading) {
	switch x := r.(type) {
	case *domain.Institution:
		readObject(x, n, institutionFields, "an institution", in)
	case *domain.Cohort:
		readObject(x, n, cohortFields, "a cohort", in)
	case *domain.Person:
		readObject(x, n, personFields, "a person", in)
	case *domain.Company:
		readObject(x, n, companyFields, "a company", in)
	case *domain.Need:
		readObject(x, n, needFields, "a need", in)
	case *domain.Expert:
		readObject(x, n, expertFields, "an expert", in)
	case *domain.Investor:
		readObject(x, n, investorFields, "an investor", in)
	case *domain.Preference:
		readObject(x, n, preferenceFields, "a preference", in)
	}
}

// Append appends the canonical object of a record, without a line end.
func Append(out []byte, r domain.Record) []byte {
	start := len(out)
	switch x := r.(type) {
	case *domain.Institution:
		out = writeObject(out, x, institutionFields)
	case *domain.Cohort:
		out = writeObject(out, x, cohortFields)
	case *domain.Person:
		out = writeObject(out, x, personFields)
	case *domain.Company:
		out = writeObject(out, x, companyFields)
	case *domain.Need:
		out = writeObject(out, x, needFields)
	case *domain.Expert:
		out = writeObject(out, x, expertFields)
	case *domain.Investor:
		out = writeObject(out, x, investorFields)
	case *domain.Preference:
		out = writeObject(out, x, preferenceFields)
	}
	if len(out) == start {
		out = append(out, "{}"...)
	}
	return out
}

// Decode reads one record from one JSON object and validates it. The Field of
// each problem is the path within the object. The record is never nil for a
// known kind; it must not be used when there are problems.
func Decode(k domain.Kind, data []byte) (domain.Record, domain.Problems) {
	r := domain.New(k)
	in := &reading{}
	if r == nil {
		in.problems.Add("", "%q is no kind of record", string(k))
		return nil, in.problems
	}
	if !utf8.Valid(data) {
		in.problems.Add("", "is not valid UTF-8; save the file as UTF-8")
		return r, in.problems
	}
	n, wrong := parse(string(data))
	switch {
	case wrong != nil:
		column := utf8.RuneCount(data[:wrong.col]) + 1
		in.problems.Add(fmt.Sprintf("column %d", column), "%s", wrong.message)
		return r, in.problems
	case n.kind != isObject:
		in.problems.Add("", "is %s, not an object; write one object {...} a line", n.kind)
		return r, in.problems
	}
	decode(r, n, in)
	in.problems = append(in.problems, beyond(r.Validate(), in.problems)...)
	return r, in.problems
}

// beyond leaves out what only repeats that a field could not be read.
func beyond(found, known domain.Problems) (out domain.Problems) {
	for _, e := range found {
		repeats := false
		for _, k := range known {
			repeats = repeats || e.Field == k.Field || strings.HasPrefix(e.Field, k.Field+".") || strings.HasPrefix(e.Field, k.Field+"[")
		}
		if !repeats {
			out = append(out, e)
		}
	}
	return out
}
