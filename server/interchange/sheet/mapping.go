package sheet

import (
	"maps"
	"slices"
)

// Mapping says what foreign columns mean. It is JSON, so that the service can
// remember it; what it says goes before every guess.
type Mapping struct {
	Columns []ColumnMapping `json:"columns,omitempty"`
	Sheets  []SheetMapping  `json:"sheets,omitempty"`
}

// Ignored as a ColumnMapping's Field or a SheetMapping's Table leaves the
// column or the sheet out.
const Ignored = "-"

// ColumnMapping maps every column of a table with this header (compared without
// case, spaces and punctuation) to a field of [Fields]. Unit, if not empty, is
// what its bare numbers count: "백만원", "USD k".
type ColumnMapping struct {
	Table  string `json:"table"`
	Header string `json:"header"`
	Field  string `json:"field"`
	Unit   string `json:"unit,omitempty"`
}

// SheetMapping says what a sheet is: one of [Tables], and which row its header
// is (0 lets it be found). File may be empty for a sheet of this name in any
// file; Sheet is empty for a CSV file.
type SheetMapping struct {
	File      string `json:"file,omitempty"`
	Sheet     string `json:"sheet"`
	Table     string `json:"table"`
	HeaderRow int    `json:"header_row,omitempty"`
}

// With lays newer over m: what newer says of the same header or sheet wins.
func (m Mapping) With(newer Mapping) Mapping {
	var out Mapping
	for _, c := range m.Columns {
		if !slices.ContainsFunc(newer.Columns, func(n ColumnMapping) bool { return n.Table == c.Table && squash(n.Header) == squash(c.Header) }) {
			out.Columns = append(out.Columns, c)
		}
	}
	for _, s := range m.Sheets {
		if !slices.ContainsFunc(newer.Sheets, func(n SheetMapping) bool { return n.File == s.File && n.Sheet == s.Sheet }) {
			out.Sheets = append(out.Sheets, s)
		}
	}
	out.Columns = append(out.Columns, newer.Columns...)
	out.Sheets = append(out.Sheets, newer.Sheets...)
	return out
}

func (m Mapping) sheet(g *grid) (SheetMapping, bool) {
	found, ok := SheetMapping{}, false
	for _, s := range m.Sheets {
		if s.Sheet == g.sheet && (s.File == "" && !ok || s.File == g.file) {
			found, ok = s, true
		}
	}
	return found, ok
}

func (m Mapping) column(table, header string) (ColumnMapping, bool) {
	key := squash(header)
	for i := len(m.Columns) - 1; i >= 0; i-- {
		if c := m.Columns[i]; c.Table == table && squash(c.Header) == key {
			return c, true
		}
	}
	return ColumnMapping{}, false
}

// check lists what is wrong with a mapping: unknown tables, fields and units.
func (m Mapping) check() []string {
	var out []string
	for _, s := range m.Sheets {
		if s.Table != Ignored && s.Table != "" && tableOf(s.Table) == nil {
			out = append(out, "the sheet \""+s.Sheet+"\" is mapped to the unknown table \""+s.Table+"\"; choose one of the list")
		}
	}
	for _, c := range m.Columns {
		t := tableOf(c.Table)
		switch {
		case t == nil:
			out = append(out, "the column \""+c.Header+"\" is mapped in the unknown table \""+c.Table+"\"; choose one of the list")
		case c.Field != Ignored:
			if _, ok := t.column(c.Field); !ok {
				out = append(out, "the column \""+c.Header+"\" is mapped to \""+c.Field+"\", which "+c.Table+" does not have; choose one of its fields")
			}
		}
		if c.Unit != "" {
			if _, ok := ParseUnit(c.Unit); !ok {
				out = append(out, "the column \""+c.Header+"\" has the unit \""+c.Unit+"\"; write one such as 백만원, 억원 or USD k")
			}
		}
	}
	return out
}

// apply lays the mapping over the bindings found for a sheet.
func (m Mapping) apply(l *layout) {
	var out []binding
	claimed := map[string]bool{}
	done := map[int]bool{}
	for _, at := range slices.Sorted(maps.Keys(l.headers)) {
		parts := l.headers[at].parts
		b := bound(l.table, at, parts, column{}, 1)
		said, ok := m.column(l.table.name, b.header)
		if !ok {
			continue
		}
		done[at] = true
		if c, known := l.table.column(said.Field); known && !claimed[said.Field] {
			b = bound(l.table, at, parts, c, 1)
			if u, ok := ParseUnit(said.Unit); ok {
				b.unit = u
			}
			claimed[said.Field] = true
			out = append(out, b)
		}
	}
	for _, b := range l.bindings {
		path := b.column.path
		if b.list != "" {
			path = b.list + "." + path
		}
		if !done[b.at] && !claimed[path] {
			out = append(out, b)
		}
	}
	slices.SortFunc(out, func(a, b binding) int { return a.at - b.at })
	l.bindings = out
}
