package search

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"jumpup/server/domain"
)

// meiliExpr is a filter in the server's language. The two that match
// everything and nothing are kept apart, since it has no word for them.
type meiliExpr struct {
	text string
	all  bool // matches everything; with no text and not all: nothing
}

func (e meiliExpr) nothing() bool { return e.text == "" && !e.all }

func meiliLeaf(s string) meiliExpr { return meiliExpr{text: s} }

// meiliFilter matches exactly the documents of which domain.Filter.Match is
// true.
func meiliFilter(f domain.Filter) meiliExpr {
	switch {
	case f.In != nil:
		return meiliIn(*f.In)
	case f.Rng != nil:
		return meiliRange(*f.Rng)
	case f.Not != nil:
		e := meiliFilter(*f.Not)
		if e.text == "" {
			return meiliExpr{all: !e.all}
		}
		return meiliLeaf("NOT (" + e.text + ")")
	case f.Or != nil:
		return meiliJoin(" OR ", true, f.Or)
	}
	return meiliJoin(" AND ", false, f.And)
}

// meiliJoin joins filters; one that matches everything (or nothing, as decides
// says) decides alone, and those of the other kind fall away.
func meiliJoin(word string, decides bool, list []domain.Filter) meiliExpr {
	var parts []string
	for _, f := range list {
		switch e := meiliFilter(f); {
		case e.text != "":
			parts = append(parts, "("+e.text+")")
		case e.all == decides:
			return meiliExpr{all: decides}
		}
	}
	if len(parts) == 0 {
		return meiliExpr{all: !decides}
	}
	return meiliLeaf(strings.Join(parts, word))
}

func meiliIn(in domain.In) meiliExpr {
	if !plainAttr(in.Attr) || len(in.Values) == 0 {
		return meiliExpr{}
	}
	var b strings.Builder
	b.WriteString("a." + string(in.Attr) + " IN [")
	for i, v := range in.Values {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + meiliValue(v) + `"`) // letters, digits, =, - and _
	}
	b.WriteByte(']')
	return meiliLeaf(b.String())
}

func meiliRange(r domain.Between) meiliExpr {
	if !slices.Contains(numeric, r.Attr) || r.Min != nil && math.IsNaN(*r.Min) || r.Max != nil && math.IsNaN(*r.Max) {
		return meiliExpr{}
	}
	low, high := -math.MaxFloat64, math.MaxFloat64 // numbers beyond are not indexed
	if r.Min != nil {
		low = max(low, *r.Min)
	}
	if r.Max != nil {
		high = min(high, *r.Max)
	}
	if low > high {
		return meiliExpr{}
	}
	return meiliLeaf("n." + string(r.Attr) + ` "` + meiliNumber(low) + `" TO "` + meiliNumber(high) + `"`)
}

func meiliNumber(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// plainAttr tells names that need no quotes; no attribute has another.
func plainAttr(a domain.Attr) bool {
	return a != "" && strings.Trim(string(a), "abcdefghijklmnopqrstuvwxyz_") == ""
}

// meiliKinds lets through kinds of record.
func meiliKinds(kinds []domain.Kind) string {
	values := make([]string, len(kinds))
	for i, k := range kinds {
		values[i] = string(k)
	}
	return meiliFilter(domain.AnyOf(domain.AttrRecordKind, values...)).text
}

// meiliScope lets through the kinds asked for, each with its filter.
func meiliScope(kinds []domain.Kind, filters map[domain.Kind]domain.Filter) meiliExpr {
	var open []domain.Kind
	var parts []string
	for _, k := range kinds {
		if !slices.Contains(domain.SearchKinds, k) {
			continue
		}
		switch e := meiliFilter(filters[k]); {
		case e.all:
			open = append(open, k)
		case !e.nothing():
			parts = append(parts, "(("+meiliKinds([]domain.Kind{k})+") AND ("+e.text+"))")
		}
	}
	if len(open) > 0 {
		parts = append(parts, "("+meiliKinds(open)+")")
	}
	return meiliLeaf(strings.Join(parts, " OR "))
}
