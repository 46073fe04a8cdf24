package matcher

import (
	"slices"
	"strings"

	"jumpup/matcher/text"
)

// atoms gives small numbers to strings that are only compared. A Snapshot's table is
// frozen; a call extends it by an overlay of its own, so that a need and a candidate
// from outside the snapshot can still share a value.
type atoms struct {
	base  map[string]int32
	extra map[string]int32
	grow  bool // still building: new strings go into base
}

const noAtom int32 = -1

func newAtoms() *atoms { return &atoms{base: map[string]int32{}, grow: true} }

func (a *atoms) overlay() *atoms { return &atoms{base: a.base} }

// id returns the number of s, noAtom for the empty string.
func (a *atoms) id(s string) int32 {
	if s == "" {
		return noAtom
	}
	if n, ok := a.base[s]; ok {
		return n
	}
	if n, ok := a.extra[s]; ok {
		return n
	}
	n := int32(len(a.base) + len(a.extra))
	if a.grow {
		a.base[s] = n
		return n
	}
	if a.extra == nil {
		a.extra = map[string]int32{}
	}
	a.extra[s] = n
	return n
}

// size is one more than the largest number given so far.
func (a *atoms) size() int { return len(a.base) + len(a.extra) }

// label folds a free label so that "Clean Tech " and "clean tech" are one.
func label(s string) string { return strings.Join(strings.Fields(text.Fold(s)), " ") }

// labels returns the numbers of the labels' folded forms, without repetition, in the
// order of their spelling.
func (a *atoms) labels(ss []string) []int32 {
	if len(ss) == 0 {
		return nil
	}
	folded := make([]string, len(ss))
	for i, s := range ss {
		folded[i] = label(s)
	}
	slices.Sort(folded)
	out := make([]int32, 0, len(ss))
	for _, s := range slices.Compact(folded) {
		if s != "" {
			out = append(out, a.id(s))
		}
	}
	return out
}

func has(s []int32, n int32) bool {
	for _, m := range s {
		if m == n {
			return true
		}
	}
	return false
}

// common counts the values of a that are in b.
func common(a, b []int32) int {
	n := 0
	for _, x := range a {
		if has(b, x) {
			n++
		}
	}
	return n
}
