package jsonl

import (
	"math"
	"strconv"
)

// whole is an optional whole number.
func whole[R any](name string, get func(*R) **int) field[R] {
	return field[R]{
		name,
		func(into *R, n node, in *reading) {
			if v, ok := readWhole(n, in); ok {
				*get(into) = &v
			}
		},
		func(out []byte, from *R) []byte {
			if v := *get(from); v != nil {
				return strconv.AppendInt(out, int64(*v), 10)
			}
			return out
		},
	}
}

// number is a whole number that its object cannot do without; 0 is missing.
func number[R any](name string, get func(*R) *int) field[R] {
	return field[R]{
		name,
		func(into *R, n node, in *reading) {
			if v, ok := readWhole(n, in); ok {
				*get(into) = v
			}
		},
		func(out []byte, from *R) []byte {
			if v := *get(from); v != 0 {
				return strconv.AppendInt(out, int64(v), 10)
			}
			return out
		},
	}
}

func readWhole(n node, in *reading) (int, bool) {
	if !in.expect(n, isNumber, "write it without quotes") {
		return 0, false
	}
	v, err := strconv.ParseInt(n.text, 10, 32)
	if err != nil {
		in.add("%s is no whole number of at most nine digits; write one such as 12", clip(n.text))
		return 0, false
	}
	return int(v), true
}

// real is an optional number with a fraction.
func real[R any](name string, get func(*R) **float64) field[R] {
	return field[R]{
		name,
		func(into *R, n node, in *reading) {
			if !in.expect(n, isNumber, "write it without quotes") {
				return
			}
			v, err := strconv.ParseFloat(n.text, 64)
			if err != nil || math.IsInf(v, 0) {
				in.add("%s is too large for a number; correct it", clip(n.text))
				return
			}
			if v == 0 {
				v = 0 // no negative zero
			}
			*get(into) = &v
		},
		func(out []byte, from *R) []byte {
			if v := *get(from); v != nil {
				return strconv.AppendFloat(out, *v, 'f', -1, 64)
			}
			return out
		},
	}
}

// truth is true or false; false is left out.
func truth[R any](name string, get func(*R) *bool) field[R] {
	return field[R]{
		name,
		func(into *R, n node, in *reading) {
			if in.expect(n, isBool, "write true or false without quotes") {
				*get(into) = n.text == "true"
			}
		},
		func(out []byte, from *R) []byte {
			if *get(from) {
				return append(out, "true"...)
			}
			return out
		},
	}
}

// scalars is a string, a number, true or false, or a list of those, kept as
// compact JSON with numbers as written.
func scalars[R any](name string, get func(*R) *string) field[R] {
	return field[R]{
		name,
		func(into *R, n node, in *reading) {
			if len(n.items) == 0 && (n.kind == isList || n.kind == isString && n.text == "") {
				return
			}
			if out, ok := appendScalars(nil, n, in); ok {
				*get(into) = string(out)
			}
		},
		func(out []byte, from *R) []byte { return append(out, *get(from)...) },
	}
}

func appendScalars(out []byte, n node, in *reading) ([]byte, bool) {
	switch n.kind {
	case isString:
		return appendString(out, n.text), true
	case isNumber, isBool:
		return append(out, n.text...), true
	case isList:
		out, ok := append(out, '['), true
		for i, item := range n.items {
			if i > 0 {
				out = append(out, ',')
			}
			in.within(index(i), func() {
				if item.kind == isList {
					in.add("is a list within a list; write strings or numbers")
					ok = false
					return
				}
				var good bool
				out, good = appendScalars(out, item, in)
				ok = ok && good
			})
		}
		return append(out, ']'), ok
	}
	in.expect(n, isString, "write a string, a number or a list of them")
	return out, false
}
