package jsonl

import (
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// nodeKind is the type of a JSON value, as messages name it.
type nodeKind string

const (
	isString nodeKind = "a string"
	isNumber nodeKind = "a number"
	isBool   nodeKind = "true or false"
	isNull   nodeKind = "null"
	isList   nodeKind = "a list"
	isObject nodeKind = "an object"
)

// node is a parsed JSON value. text is the content of a string, or the literal
// of a number or truth value as written; items are the values of a list or, with
// names beside them, of an object.
type node struct {
	kind  nodeKind
	text  string
	names []string
	items []node
}

// maxDepth bounds nesting; the deepest record of the format needs five levels.
const maxDepth = 32

// syntaxError is what makes a whole line unreadable. col counts bytes from 0.
type syntaxError struct {
	col     int
	message string
}

type parser struct {
	s string
	i int
}

// parse reads one JSON value that fills s, which must be valid UTF-8. It is as
// strict as RFC 8259 and refuses lone surrogates and deep nesting besides.
// Members given twice are kept twice; the caller reports them.
func parse(s string) (n node, err *syntaxError) {
	p := &parser{s: s}
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*syntaxError)
			if !ok {
				panic(r)
			}
			err = e
		}
	}()
	p.space()
	n = p.value(0)
	p.space()
	if p.i < len(s) {
		p.fail("has more after the end of the object; put each object on a line of its own")
	}
	return n, nil
}

func (p *parser) fail(format string, args ...any) {
	panic(&syntaxError{p.i, fmt.Sprintf(format, args...)})
}

func (p *parser) space() {
	for p.i < len(p.s) {
		switch p.s[p.i] {
		case ' ', '\t', '\n', '\r':
			p.i++
		default:
			return
		}
	}
}

// peek gives the next byte, 0 at the end.
func (p *parser) peek() byte {
	if p.i < len(p.s) {
		return p.s[p.i]
	}
	return 0
}

func (p *parser) value(depth int) node {
	if depth > maxDepth {
		p.fail("is nested deeper than %d levels; no record needs that", maxDepth)
	}
	switch c := p.peek(); {
	case c == '{':
		return p.object(depth)
	case c == '[':
		return p.list(depth)
	case c == '"':
		return node{kind: isString, text: p.str()}
	case c == '-' || c >= '0' && c <= '9':
		return p.number()
	case p.i >= len(p.s):
		p.fail("ends too early; complete the object on this line")
	case c == '\'':
		p.fail("has a single quote; JSON strings stand in double quotes")
	}
	return p.word()
}

// word reads true, false or null and names the usual foreign words.
func (p *parser) word() node {
	start := p.i
	end := start
	for end < len(p.s) && (p.s[end]|0x20 >= 'a' && p.s[end]|0x20 <= 'z') {
		end++
	}
	switch w := p.s[start:end]; w {
	case "true", "false":
		p.i = end
		return node{kind: isBool, text: w}
	case "null":
		p.i = end
		return node{kind: isNull, text: w}
	case "":
		r, _ := utf8.DecodeRuneInString(p.s[start:])
		p.fail("has %q where a value should stand; correct the JSON", r)
	case "NaN", "Infinity":
		p.fail("has %s, which is no number; leave the field out when it is unknown", w)
	default:
		p.fail("has the bare word %q; put texts into double quotes", clip(w))
	}
	return node{}
}

func (p *parser) object(depth int) node {
	n := node{kind: isObject}
	p.i++
	for p.space(); p.peek() != '}'; p.space() {
		if len(n.names) > 0 {
			p.expect(',', "has no comma or closing brace here; correct the JSON")
			p.space()
		}
		if p.peek() != '"' {
			p.fail("has no field name in double quotes here; correct the JSON")
		}
		n.names = append(n.names, p.str())
		p.space()
		p.expect(':', "has no colon after the field name; correct the JSON")
		p.space()
		n.items = append(n.items, p.value(depth+1))
	}
	p.i++
	return n
}

func (p *parser) list(depth int) node {
	n := node{kind: isList}
	p.i++
	for p.space(); p.peek() != ']'; p.space() {
		if len(n.items) > 0 {
			p.expect(',', "has no comma or closing bracket here; correct the JSON")
			p.space()
		}
		n.items = append(n.items, p.value(depth+1))
	}
	p.i++
	return n
}

func (p *parser) expect(c byte, message string) {
	if p.i >= len(p.s) {
		p.fail("ends too early; complete the object on this line")
	}
	if p.s[p.i] != c {
		p.fail("%s", message)
	}
	p.i++
}

func (p *parser) digits() int {
	n := 0
	for c := p.peek(); c >= '0' && c <= '9'; c = p.peek() {
		p.i++
		n++
	}
	return n
}

func (p *parser) number() node {
	start := p.i
	if p.peek() == '-' {
		p.i++
	}
	zero := p.peek() == '0'
	n := p.digits()
	bad := n == 0 || zero && n > 1
	if p.peek() == '.' {
		p.i++
		bad = p.digits() == 0 || bad
	}
	if c := p.peek(); c == 'e' || c == 'E' {
		p.i++
		if c := p.peek(); c == '+' || c == '-' {
			p.i++
		}
		bad = p.digits() == 0 || bad
	}
	if bad {
		p.i = start
		p.fail("has a number that JSON does not allow; write it like 12 or 0.5, and leave it out when it is unknown")
	}
	return node{kind: isNumber, text: p.s[start:p.i]}
}

// str reads a string at its opening quote.
func (p *parser) str() string {
	p.i++
	start := p.i
	var buf []byte
	for {
		if p.i >= len(p.s) {
			p.fail("has a text without its closing double quote; complete it on this line")
		}
		switch c := p.s[p.i]; {
		case c == '"':
			out := p.s[start:p.i]
			p.i++
			if buf == nil {
				return out
			}
			return string(append(buf, out...))
		case c == '\\':
			buf = append(buf, p.s[start:p.i]...)
			buf = utf8.AppendRune(buf, p.escape())
			start = p.i
		case c < 0x20:
			p.fail("has a bare control character in a text; write it as an escape such as \\n")
		default:
			p.i++
		}
	}
}

var escapes = map[byte]rune{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

func (p *parser) escape() rune {
	at := p.i
	p.i++
	c := p.peek()
	if r, ok := escapes[c]; ok {
		p.i++
		return r
	}
	if c != 'u' {
		p.i = at
		p.fail("has an unknown escape; a backslash itself is written \\\\")
	}
	r := p.hex(at)
	if !utf16.IsSurrogate(r) {
		return r
	}
	if p.peek() == '\\' && p.i+1 < len(p.s) && p.s[p.i+1] == 'u' {
		p.i++
		if full := utf16.DecodeRune(r, p.hex(at)); full != utf8.RuneError {
			return full
		}
	}
	p.i = at
	p.fail("has half a character (a lone surrogate escape); write the character itself")
	return 0
}

// hex reads the four digits after a 'u'.
func (p *parser) hex(at int) rune {
	p.i++
	if p.i+4 <= len(p.s) {
		if v, err := strconv.ParseUint(p.s[p.i:p.i+4], 16, 32); err == nil {
			p.i += 4
			return rune(v)
		}
	}
	p.i = at
	p.fail("has an escape without its four hexadecimal digits; correct it")
	return 0
}

// clip shortens a value that a message repeats.
func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "..."
	}
	return s
}
