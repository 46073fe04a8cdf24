package jsonl

import (
	"strconv"
	"strings"

	"jumpup/server/domain"
)

// field describes one field of an object that fills an R: how it is read and
// how it is written. A kind is the list of its fields in canonical order.
type field[R any] struct {
	name  string
	read  func(into *R, n node, in *reading)
	write func(out []byte, from *R) []byte // the bare value; nothing when empty
}

// reading collects the problems of one object; path is where it stands.
type reading struct {
	path     []string
	problems domain.Problems
}

func (in *reading) add(format string, args ...any) {
	in.problems.Add(strings.Join(in.path, ""), format, args...)
}

func (in *reading) within(step string, do func()) {
	if len(in.path) > 0 && step[0] != '[' {
		step = "." + step
	}
	in.path = append(in.path, step)
	do()
	in.path = in.path[:len(in.path)-1]
}

// expect reports a value of the wrong type.
func (in *reading) expect(n node, k nodeKind, remedy string) bool {
	if n.kind == k {
		return true
	}
	if n.kind == isNull {
		in.add("is null; leave the field out when it is unknown")
	} else {
		in.add("is %s, not %s; %s", n.kind, k, remedy)
	}
	return false
}

// readObject fills an R from an object by its fields.
func readObject[R any](into *R, n node, fields []field[R], what string, in *reading) {
	seen := make([]bool, len(fields))
members:
	for i, name := range n.names {
		for f := range fields {
			if fields[f].name != name {
				continue
			}
			in.within(name, func() {
				if seen[f] {
					in.add("is given twice; keep one")
					return
				}
				seen[f] = true
				fields[f].read(into, n.items[i], in)
			})
			continue members
		}
		in.within(shown(name), func() { in.add("is no field of %s; %s", what, unknownRemedy(name, fields)) })
	}
}

// shown gives a foreign name a form that fits into a report's line.
func shown(name string) string {
	plain := name != "" && len(name) <= 40
	for _, r := range name {
		plain = plain && (r == '_' || r == '-' || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z')
	}
	if plain {
		return name
	}
	return strconv.Quote(clip(name))
}

func unknownRemedy[R any](name string, fields []field[R]) string {
	fold := func(s string) string {
		return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(s))
	}
	for _, f := range fields {
		if fold(f.name) == fold(name) {
			return "write " + f.name
		}
	}
	return "remove it or correct its name"
}

// writeObject appends an object with the fields that are not empty; nothing
// when all are.
func writeObject[R any](out []byte, from *R, fields []field[R]) []byte {
	start := len(out)
	out = append(out, '{')
	for i := range fields {
		before := len(out)
		if before > start+1 {
			out = append(out, ',')
		}
		out = append(appendString(out, fields[i].name), ':')
		value := len(out)
		if out = fields[i].write(out, from); len(out) == value {
			out = out[:before]
		}
	}
	if len(out) == start+1 {
		return out[:start]
	}
	return append(out, '}')
}

// appendString writes a JSON string with no more escapes than needed.
func appendString(out []byte, s string) []byte {
	out = append(out, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			out = append(out, '\\', c)
		case c == '\n':
			out = append(out, '\\', 'n')
		case c == '\r':
			out = append(out, '\\', 'r')
		case c == '\t':
			out = append(out, '\\', 't')
		case c == '\b':
			out = append(out, '\\', 'b')
		case c == '\f':
			out = append(out, '\\', 'f')
		case c < 0x20:
			const hex = "0123456789abcdef"
			out = append(out, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		default:
			out = append(out, c)
		}
	}
	return append(out, '"')
}

// word is a field of one string.
func word[R any, S ~string](name string, get func(*R) *S) field[R] {
	return field[R]{
		name,
		func(into *R, n node, in *reading) {
			if in.expect(n, isString, "put it into double quotes") {
				*get(into) = S(n.text)
			}
		},
		func(out []byte, from *R) []byte {
			if s := *get(from); s != "" {
				return appendString(out, string(s))
			}
			return out
		},
	}
}

// words is a list of strings.
func words[R any, S ~string](name string, get func(*R) *[]S) field[R] {
	return field[R]{
		name,
		func(into *R, n node, in *reading) {
			if !in.expect(n, isList, "write a list of strings, even of one") {
				return
			}
			list := make([]S, len(n.items))
			for i, item := range n.items {
				in.within(index(i), func() {
					if in.expect(item, isString, "put it into double quotes") {
						list[i] = S(item.text)
					}
				})
			}
			if len(list) > 0 {
				*get(into) = list
			}
		},
		func(out []byte, from *R) []byte {
			return appendList(out, *get(from), func(out []byte, s *S) []byte { return appendString(out, string(*s)) })
		},
	}
}

func index(i int) string { return "[" + strconv.Itoa(i) + "]" }

func appendList[E any](out []byte, list []E, one func([]byte, *E) []byte) []byte {
	if len(list) == 0 {
		return out
	}
	out = append(out, '[')
	for i := range list {
		if i > 0 {
			out = append(out, ',')
		}
		before := len(out)
		if out = one(out, &list[i]); len(out) == before {
			out = append(out, "{}"...)
		}
	}
	return append(out, ']')
}

// text is a field marked T: a string or an object of ko and en.
func text[R any](name string, get func(*R) *domain.Text) field[R] {
	return field[R]{
		name,
		func(into *R, n node, in *reading) {
			t := get(into)
			switch n.kind {
			case isString:
				t.Plain = n.text
			case isObject:
				readObject(t, n, textFields, "a text", in)
			default:
				in.expect(n, isString, `write a string or {"ko":"...","en":"..."}`)
			}
		},
		func(out []byte, from *R) []byte {
			t := get(from)
			if t.Plain != "" {
				return appendString(out, t.Plain)
			}
			return writeObject(out, t, textFields)
		},
	}
}

var textFields = []field[domain.Text]{
	word("ko", func(t *domain.Text) *string { return &t.Ko }),
	word("en", func(t *domain.Text) *string { return &t.En }),
}

// object is a field that holds an object.
func object[R, E any](name, what string, get func(*R) *E, fields []field[E]) field[R] {
	return field[R]{
		name,
		func(into *R, n node, in *reading) {
			if in.expect(n, isObject, "write "+shape(fields)) {
				readObject(get(into), n, fields, what, in)
			}
		},
		func(out []byte, from *R) []byte { return writeObject(out, get(from), fields) },
	}
}

// objects is a list of objects.
func objects[R, E any](name, what string, get func(*R) *[]E, fields []field[E]) field[R] {
	return field[R]{
		name,
		func(into *R, n node, in *reading) {
			if !in.expect(n, isList, "write a list of objects") || len(n.items) == 0 {
				return
			}
			list := make([]E, len(n.items))
			for i, item := range n.items {
				in.within(index(i), func() {
					if in.expect(item, isObject, "write "+shape(fields)) {
						readObject(&list[i], item, fields, what, in)
					}
				})
			}
			*get(into) = list
		},
		func(out []byte, from *R) []byte {
			return appendList(out, *get(from), func(out []byte, e *E) []byte { return writeObject(out, e, fields) })
		},
	}
}

func shape[R any](fields []field[R]) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = `"` + f.name + `"`
	}
	return "{" + strings.Join(names, ",") + "}"
}
