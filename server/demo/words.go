package demo

import (
	"strings"

	"jumpup/server/domain"
)

// pair is one wording in both languages. Slots stand in braces: {p} product,
// {t} technology, {b} buyer, {f} niche, {m} market, {n} a number. In Korean a
// slot is always followed by a noun or an invariable particle.
type pair struct{ ko, en string }

// text makes the record's text, slots filled.
func (p pair) text(fill ...slot) domain.Text {
	return domain.Text{Ko: replace(p.ko, fill, true), En: sentence(replace(p.en, fill, false))}
}

// join puts sentences after one another.
func join(ps ...pair) pair {
	var ko, en []string
	for _, p := range ps {
		ko, en = append(ko, p.ko), append(en, p.en)
	}
	return pair{strings.Join(ko, " "), strings.Join(en, " ")}
}

func contains(p pair, what string) bool {
	return strings.Contains(p.ko, what) || strings.Contains(p.en, what)
}

type slot struct {
	name string
	with pair
}

func replace(s string, fill []slot, ko bool) string {
	for _, f := range fill {
		with := f.with.en
		if ko {
			with = f.with.ko
		}
		s = strings.ReplaceAll(s, "{"+f.name+"}", with)
	}
	return s
}

// sentence writes the first letter of an English text as a capital.
func sentence(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// sector is one of the four fields by which the cohort is counted.
type sector int

const (
	general  sector = iota // general manufacturing and services
	advanced               // advanced manufacturing and materials
	green                  // green and infrastructure
	ict
)

// niche is a line of business with what its companies make, know, sell to and
// struggle with, and what experts in it have done.
type niche struct {
	sector     sector
	name       pair
	suffix     pair // end of a company's name
	industries []string
	tags       []string
	products   []pair
	techs      []pair
	buyers     []pair
	issues     []pair // whole sentences
	works      []pair // titles
}

// niches of all sectors, in sector order.
func niches() []niche {
	var out []niche
	for _, n := range [][]niche{generalNiches, advancedNiches, greenNiches, ictNiches} {
		out = append(out, n...)
	}
	return out
}
