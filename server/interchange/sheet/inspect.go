package sheet

import (
	"maps"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// FileInfo is what [Inspect] found in a file.
type FileInfo struct {
	Name    string        `json:"name"`
	Sheets  []SheetInfo   `json:"sheets"`
	Problem *domain.Error `json:"-"` // why the file cannot be read at all
}

// SheetInfo is what one sheet seems to hold. Table is "" when the headers were
// not recognised; HeaderRow is 0 when none was found.
type SheetInfo struct {
	Name       string       `json:"name"`
	Hidden     bool         `json:"hidden,omitempty"`
	Aside      bool         `json:"aside,omitempty"` // a guide or a list of words
	Table      string       `json:"table"`
	Maybe      string       `json:"maybe,omitempty"` // the likeliest table when none is sure
	Kind       domain.Kind  `json:"kind"`
	HeaderRow  int          `json:"header_row"`
	HeaderRows int          `json:"header_rows"`
	Rows       int          `json:"rows"` // with content, below the header
	Columns    []ColumnInfo `json:"columns"`
}

// ColumnInfo is one column: its header, up to three different samples, the
// field it will fill ("" for none) and how sure that is, and what else it may
// mean. Unit is what its bare numbers count, when anything says so.
type ColumnInfo struct {
	Column      int          `json:"column"` // from 1
	Header      string       `json:"header"`
	Samples     []string     `json:"samples"`
	Field       string       `json:"field"`
	Confidence  float64      `json:"confidence"`
	Unit        string       `json:"unit,omitempty"`
	Suggestions []Suggestion `json:"suggestions,omitempty"`
}

// Inspect reads a file for the mapping page: its sheets, their header rows,
// what they seem to hold and what each column may mean under the remembered
// mapping. The error is one of reading Data alone.
func Inspect(s Source, remembered Mapping, lim Limits) (FileInfo, error) {
	info := FileInfo{Name: s.Name}
	grids, problem, err := load(s, lim.orDefault())
	info.Problem = problem
	for _, g := range grids {
		info.Sheets = append(info.Sheets, g.inspect(remembered))
	}
	return info, err
}

func (g *grid) inspect(m Mapping) SheetInfo {
	out := SheetInfo{Name: g.sheet, Hidden: g.hidden, Aside: aside(g.sheet)}
	if g.hidden || len(g.rows) == 0 || out.Aside || !g.unfold() {
		return out
	}
	choice, _ := m.sheet(g)
	l := g.find(choice)
	if l.first < 0 {
		l = g.guessHeader()
	}
	if l.first < 0 {
		return out
	}
	out.HeaderRow, out.HeaderRows = g.lines[l.first], l.rows
	out.Rows = len(g.rows) - l.first - l.rows
	var x *headerIndex
	if l.table == nil {
		if x = likeliest(l.headers); x != nil {
			out.Maybe = x.table.name
		}
	} else {
		out.Table, out.Kind = l.table.name, l.table.kind
		x = indexes()[l.table.name]
		m.apply(&l)
	}
	for _, at := range slices.Sorted(maps.Keys(l.headers)) {
		c := ColumnInfo{Column: at + 1, Header: strings.Join(l.headers[at].parts, " "), Samples: g.samples(l, at)}
		for _, b := range l.bindings {
			if b.at == at {
				c.Field, c.Confidence, c.Unit = b.path(), b.confidence, unitLabel(firstUnit(b.unit, l.unit), b.column.money)
			}
		}
		if x != nil {
			c.Suggestions = x.suggest(l.headers[at])
		}
		out.Columns = append(out.Columns, c)
	}
	return out
}

// path is the field of the binding as mappings name it.
func (b binding) path() string {
	if b.list != "" {
		return b.list + "." + b.column.path
	}
	return b.column.path
}

func firstUnit(a, b Unit) Unit {
	if a.Stated {
		return a
	}
	return b
}

// unitLabel writes a unit so that ParseUnit reads it.
func unitLabel(u Unit, money bool) string {
	if !u.Stated || !money {
		return ""
	}
	if u.Currency == "KRW" {
		for w, n := range koreanScale {
			if n == u.Shift && n >= 3 {
				return w + "원"
			}
		}
		return "원"
	}
	switch u.Shift {
	case 3:
		return u.Currency + " k"
	case 6:
		return u.Currency + " m"
	case 9:
		return u.Currency + " bn"
	}
	return u.Currency
}

// guessHeader takes the first row with the most different short texts for the
// header of a sheet nobody knows, so that it can be mapped by hand.
func (g *grid) guessHeader() layout {
	best, most := layout{first: -1}, 1
	for i := 0; i < len(g.rows) && i < headerDepth; i++ {
		headers := g.parts(i, 1, min(g.width(), 512))
		if len(headers) > most && !g.prose(i) {
			best, most = layout{first: i, rows: 1, headers: headers}, len(headers)
		}
	}
	return best
}

// likeliest is the table of records whose fields the headers resemble most; nil
// when they resemble none.
func likeliest(headers headings) (best *headerIndex) {
	most := 0.5
	for _, t := range tables {
		if t.list != "" {
			continue
		}
		x, sum := indexes()[t.name], 0.0
		for _, h := range headers {
			if s := x.suggest(h); len(s) > 0 {
				sum += s[0].Confidence
			}
		}
		if sum > most {
			best, most = x, sum
		}
	}
	return best
}

func (g *grid) samples(l layout, at int) []string {
	out := []string{}
	for i := l.first + l.rows; i < len(g.rows) && len(out) < 3; i++ {
		t, _ := g.at(i, at)
		if t = clean(t); t != "" && !slices.Contains(out, t) {
			if r := []rune(t); len(r) > 60 {
				t = string(r[:60]) + "…"
			}
			out = append(out, t)
		}
	}
	return out
}
