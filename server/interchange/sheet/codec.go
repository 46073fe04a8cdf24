package sheet

import (
	"strconv"
	"strings"
)

// style says how a written cell is typed in XLSX. CSV knows text only.
type style int

const (
	asText style = iota
	asNumber
	asMoney
	asDate
)

// cell is a written cell. text is what CSV holds; number is what XLSX holds for
// every style but asText.
type cell struct {
	text   string
	style  style
	number int64
}

// shape tells how a cell is read: as free text, as one value with a meaning, or
// as a list of values.
type shape int

const (
	scalar shape = iota
	free
	list
)

// cellContext is what a cell's meaning depends on beside its text.
type cellContext struct {
	unit     Unit
	date1904 bool
	foreign  bool // the header is not the one that exports write
	row      *rowState
}

// codec reads and writes one type of cell. read gets a cell without its mark
// that is not blank; show gives the readable form; raw and unraw the form to
// the letter, used where show would not read back (never for lists, whose
// elements have marks of their own).
type codec[V any] struct {
	shape   shape
	read    func(s string, cx *cellContext) (V, error)
	show    func(v V, lang string) cell
	raw     func(V) string
	unraw   func(string) (V, bool)
	empty   func(V) bool
	same    func(a, b V) bool
	help    [2]string
	choices *vocabulary
	multi   bool
}

func (c codec[V]) parse(s string, cx *cellContext) (V, error) {
	switch c.shape {
	case free:
		return c.read(plainText(s), cx)
	case list:
		s, _ = unguarded(strings.TrimSpace(s))
		return c.read(s, cx)
	}
	if rest, marked := unguarded(strings.TrimLeft(s, " ")); marked {
		if v, ok := c.unraw(unescape(rest)); ok {
			return v, nil
		}
		s = rest
	}
	return c.read(s, cx)
}

func (c codec[V]) write(v V, lang string) cell {
	if c.empty(v) {
		return cell{}
	}
	switch c.shape {
	case free:
		return cell{text: textCell(c.raw(v))}
	case list:
		out := c.show(v, lang)
		if t := out.text; special(t) || blankWord(t) || t != "" && t[0] == mark {
			out.text = string(mark) + t
		}
		return out
	}
	out := c.show(v, lang)
	if out.text != "" && out.text[0] != mark && !special(out.text) && !blankWord(out.text) {
		if got, err := c.read(out.text, &cellContext{row: &rowState{}}); err == nil && c.same(got, v) {
			return out
		}
	}
	return cell{text: string(mark) + escape(c.raw(v))}
}

// blank says whether a cell holds nothing for a column of this type.
func (s shape) blank(text string) bool {
	t := clean(text)
	return t == "" || dash(t) || s != free && blankWord(narrow(t))
}

func equal[V comparable](a, b V) bool { return a == b }

// freeText is a text kept as it is.
func freeText[S ~string]() codec[S] {
	return codec[S]{
		shape: free,
		read:  func(s string, _ *cellContext) (S, error) { return S(s), nil },
		raw:   func(v S) string { return string(v) },
		empty: func(v S) bool { return v == "" },
		same:  equal[S],
	}
}

// coded is one code that has a name: a vocabulary's word, a country, a language.
func coded[S ~string](parse func(string) (string, error), label func(code, lang string) string, help [2]string) codec[S] {
	return codec[S]{
		read: func(s string, _ *cellContext) (S, error) {
			v, err := parse(s)
			return S(v), err
		},
		show:  func(v S, lang string) cell { return cell{text: label(string(v), lang)} },
		raw:   func(v S) string { return string(v) },
		unraw: func(s string) (S, bool) { return S(s), true },
		empty: func(v S) bool { return v == "" },
		same:  equal[S],
		help:  help,
	}
}

func asIs(code, _ string) string { return code }

func wordOf[S ~string](v *vocabulary) codec[S] {
	c := coded[S](v.parse, v.label, [2]string{"목록에서 고릅니다", "choose from the list"})
	c.choices = v
	return c
}

// listOf is a list of codes or, with the codec of free texts, of labels.
func listOf[S ~string](c codec[S]) codec[[]S] {
	isCoded := c.shape == scalar
	help := [2]string{"여러 개는 ; 로 구분합니다", "separate several with ;"}
	if c.help[0] != "" {
		help[0], help[1] = c.help[0]+"; "+help[0], c.help[1]+"; "+help[1]
	}
	return codec[[]S]{
		shape: list, multi: true, help: help, choices: c.choices,
		read: func(s string, cx *cellContext) ([]S, error) {
			var out []S
			for _, e := range splitList(s, isCoded) {
				if isCoded && blankWord(narrow(e)) {
					continue
				}
				v, err := c.parse(e, cx)
				if err != nil {
					if whole, e2 := c.parse(s, cx); e2 == nil {
						return []S{whole}, nil
					}
					return nil, err
				}
				out = append(out, v)
			}
			return out, nil
		},
		show: func(v []S, lang string) cell {
			parts := make([]string, 0, len(v))
			for _, e := range v {
				if w := c.write(e, lang); w.text != "" {
					parts = append(parts, w.text)
				}
			}
			return cell{text: joinList(parts)}
		},
		empty: func(v []S) bool { return len(v) == 0 },
	}
}

// numberCodec is a whole number; read may be parseInt or parseYear.
func numberCodec(read func(s string, cx *cellContext) (int, error), help [2]string) codec[*int] {
	return codec[*int]{
		read: func(s string, cx *cellContext) (*int, error) {
			n, err := read(s, cx)
			if err != nil {
				return nil, err
			}
			return &n, nil
		},
		show: func(v *int, _ string) cell {
			return cell{text: strconv.Itoa(*v), style: asNumber, number: int64(*v)}
		},
		raw: func(v *int) string { return strconv.Itoa(*v) },
		unraw: func(s string) (*int, bool) {
			n, err := strconv.Atoi(s)
			return &n, err == nil
		},
		empty: func(v *int) bool { return v == nil },
		same:  func(a, b *int) bool { return a != nil && b != nil && *a == *b },
		help:  help,
	}
}

var wholeNumber = numberCodec(func(s string, _ *cellContext) (int, error) { return parseInt(s) },
	[2]string{"숫자", "a number"})

var yearNumber = numberCodec(func(s string, cx *cellContext) (int, error) { return parseYear(s, cx.date1904) },
	[2]string{"연도 네 자리 (날짜도 됩니다)", "a year of four digits (or a date)"})

// truth is yes or no; no is written too, so that a cell can say it.
var truth = codec[bool]{
	read: func(s string, _ *cellContext) (bool, error) { return parseBool(s) },
	show: func(v bool, lang string) cell {
		code := "no"
		if v {
			code = "yes"
		}
		return cell{text: yesNo.label(code, lang)}
	},
	raw:     strconv.FormatBool,
	unraw:   func(s string) (bool, bool) { b, err := parseBool(s); return b, err == nil },
	empty:   func(bool) bool { return false },
	same:    equal[bool],
	choices: yesNo,
	help:    [2]string{"예 또는 아니오 (Y/N, O/X)", "yes or no (Y/N, O/X)"},
}
