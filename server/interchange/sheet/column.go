package sheet

import (
	"slices"

	"jumpup/server/domain"
)

// column is one column of a table: a field path of the interchange format, its
// header in both languages, what else its header may be, and how its cells are
// read into and written from a record (or an item of a record's list).
type column struct {
	path    string
	ko, en  string
	also    []string
	width   float64
	help    [2]string
	choices *vocabulary
	multi   bool
	shape   shape
	money   bool // a bare number takes the unit of the header
	typed   style
	rare    bool // written only when some record fills it
	keyOnly bool // read for matching or looking up, never written
	example string

	parse func(x any, s string, cx *cellContext) error
	print func(x any, lang string) cell
	reset func(x any)
	copy  func(dst, src any)
}

// field makes a column of the value that at points to.
func field[T, V any](path, ko, en string, at func(*T) *V, c codec[V]) column {
	typed := asText
	switch any((*V)(nil)).(type) {
	case **int, *int:
		typed = asNumber
	case *domain.Date:
		typed = asDate
	}
	return column{
		path: path, ko: ko, en: en, width: 16, help: c.help, choices: c.choices, multi: c.multi, shape: c.shape, typed: typed,
		parse: func(x any, s string, cx *cellContext) error {
			v, err := c.parse(s, cx)
			if err == nil {
				*at(x.(*T)) = v
			}
			return err
		},
		print: func(x any, lang string) cell { return c.write(*at(x.(*T)), lang) },
		reset: func(x any) { var none V; *at(x.(*T)) = none },
		copy:  func(dst, src any) { *at(dst.(*T)) = *at(src.(*T)) },
	}
}

func (c column) wide(w float64) column { c.width = w; return c }

// as adds other headers by which the column is known.
func (c column) as(also ...string) column { c.also = append(c.also, also...); return c }

// like fills the example row of the template.
func (c column) like(example string) column { c.example = example; return c }

func (c column) rarely() column { c.rare = true; return c }

func (c column) hint(ko, en string) column { c.help = [2]string{ko, en}; return c }

// textColumns are the columns of a text in two languages: Korean, English, and
// one without a language, which is written only where a record has such a text.
func textColumns[T any](path, ko, en string, width float64, at func(*T) *domain.Text, also ...string) []column {
	part := func(suffix, ko, en string, pick func(*domain.Text) *string) column {
		c := field(path+suffix, ko, en, func(x *T) *string { return pick(at(x)) }, freeText[string]()).wide(width)
		set, parse := c.copy, c.parse
		c.copy = func(dst, src any) { namePlain(at(dst.(*T))); set(dst, src) }
		c.parse = func(x any, s string, cx *cellContext) error {
			cx.row.texts[path] = func() { cx.row.settleText(path, at(x.(*T))) }
			if suffix == "" && cx.foreign {
				cx.row.foreign[path] = true
			}
			return parse(x, s, cx)
		}
		return c
	}
	inKo := part(".ko", ko+"(국문)", en+" (Korean)", func(t *domain.Text) *string { return &t.Ko })
	inEn := part(".en", ko+"(영문)", en+" (English)", func(t *domain.Text) *string { return &t.En })
	plain := part("", ko, en, func(t *domain.Text) *string { return &t.Plain }).rarely()
	plain.copy = func(dst, src any) { mergeText(at(dst.(*T)), *at(src.(*T))) }
	plain.reset = func(x any) { *at(x.(*T)) = domain.Text{} }
	for _, a := range append([]string{ko}, also...) {
		plain.also = append(plain.also, a)
		inKo.also = append(inKo.also, "국문"+a, a+"국문", "한글"+a, a+"한글", a+"한국어", "한국어"+a, a+" Korean", "Korean "+a, a+" ko", a+" kr")
		inEn.also = append(inEn.also, "영문"+a, a+"영문", "영어"+a, a+"영어", a+" English", "English "+a, a+" en", a+" eng")
	}
	inKo.also = append(inKo.also, en+" (ko)", en+" Korean", "Korean "+en)
	inEn.also = append(inEn.also, en+" (en)", en+" English", "English "+en)
	return []column{inKo, inEn, plain}
}

// settleText brings the wordings that a row gave into order. Under a header
// that is not our own, a text in Hangul is Korean.
func (r *rowState) settleText(path string, t *domain.Text) {
	settlePlain(t)
	if r.foreign[path] && hangul(t.Plain) {
		t.Ko, t.Plain = t.Plain, ""
		r.fields = slices.DeleteFunc(r.fields, func(f string) bool { return f == path })
		r.state(path + ".ko")
	}
}

// mergeText lays a text over a stored one. A wording without a language takes
// the place of the one it is written like, and leaves the other language alone.
func mergeText(stored *domain.Text, t domain.Text) {
	switch {
	case t.Plain == "" || stored.Ko == "" && stored.En == "":
		*stored = t
	case t.Plain == stored.Ko || t.Plain == stored.En:
	case hangul(t.Plain):
		stored.Ko = t.Plain
	default:
		stored.En = t.Plain
	}
}

// settlePlain moves a text without a language beside one with a language into
// the other: a text is either plain or in languages.
func settlePlain(t *domain.Text) {
	switch {
	case t.Plain == "" || t.Ko == "" && t.En == "":
	case t.Ko == "":
		t.Ko, t.Plain = t.Plain, ""
	default:
		if t.En == "" {
			t.En = t.Plain
		}
		t.Plain = ""
	}
}

// namePlain gives a stored text without a language the one it is written in,
// before a wording in a named language is laid over it.
func namePlain(t *domain.Text) {
	if t.Plain == "" {
		return
	}
	if hangul(t.Plain) {
		t.Ko = t.Plain
	} else {
		t.En = t.Plain
	}
	t.Plain = ""
}

func hangul(s string) bool {
	for _, r := range s {
		if r >= 0xac00 && r <= 0xd7a3 {
			return true
		}
	}
	return false
}

// lookup is a column that is never written: it stands in for another field by
// name, or serves matching alone.
func lookup(path, ko, en string, take func(x any, s string, row *rowState) error) column {
	return column{
		path: path, ko: ko, en: en, width: 20, keyOnly: true, shape: free,
		help: [2]string{"찾기용이며 저장하지 않습니다", "for matching alone, not stored"},
		parse: func(x any, s string, cx *cellContext) error {
			return take(x, plainText(s), cx.row)
		},
		print: func(any, string) cell { return cell{} },
		reset: func(any) {},
		copy:  func(any, any) {},
	}
}

// reference is a field that names another record by id, with a second column
// that may give the record's name instead. Either way the field holds what the
// cell says; the import finds the record.
func reference[T any, S ~string](path, ko, en string, at func(*T) *S, also ...string) []column {
	byID := field(path, ko+" ID", en+" id", at, freeText[S]()).as(ko+" 번호", ko+"코드", en+" code", en).
		hint("ID (없으면 이름 열에 이름)", "the id (or the name in the column beside)")
	byName := lookup(path+".name", ko+" 이름", en+" name", func(x any, s string, row *rowState) error {
		row.later = append(row.later, func() {
			if p := at(x.(*T)); *p == "" {
				*p = S(s)
				row.state(path)
			}
		})
		return nil
	}).as(ko, ko+"명").as(also...).hint("ID를 모르면 여기에 이름을 적습니다", "write the name here when you do not know the id")
	return []column{byID, byName}
}
