package domain

import (
	"reflect"
	"slices"
)

// Overlay gives a copy of base in which the fields named in take have the
// values of over; nil takes every field that over fills. Id, version and the
// handling of a need stay as in base. Both are of one kind; lists are shared
// with the originals.
func Overlay(base, over Record, take []string) Record {
	next := clone(base)
	to, from := reflect.ValueOf(next).Elem(), reflect.ValueOf(over).Elem()
	for _, f := range fieldsOf(base) {
		if f.name == "id" || slices.Contains(handled, f.name) {
			continue
		}
		if take == nil && !blank(from.Field(f.index)) || slices.Contains(take, f.name) {
			to.Field(f.index).Set(from.Field(f.index))
		}
	}
	return next
}

// FieldNames lists the interchange names of a kind's fields in the order of the
// format, without the id and the handling of a need.
func FieldNames(k Kind) []string {
	var out []string
	for _, f := range fieldsOf(New(k)) {
		if f.name != "id" && !slices.Contains(handled, f.name) {
			out = append(out, f.name)
		}
	}
	return out
}

// Differing lists the interchange names of the fields in which two records of
// one kind say different things, without the id and the handling of a need. A
// text in Korean or English equals the same text of unknown language.
func Differing(a, b Record) []string {
	v, w := reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()
	var out []string
	for _, f := range fieldsOf(a) {
		x, y := v.Field(f.index), w.Field(f.index)
		if f.name == "id" || slices.Contains(handled, f.name) || same(x, y) {
			continue
		}
		if t, ok := x.Interface().(Text); ok && t.All() == y.Interface().(Text).All() {
			continue
		}
		out = append(out, f.name)
	}
	return out
}
