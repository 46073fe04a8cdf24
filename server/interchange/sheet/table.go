package sheet

import (
	"slices"

	"jumpup/server/domain"
)

// table is a kind of sheet: the records of a kind, or one list of theirs (works
// of experts, deals of investors) with a row an item.
type table struct {
	name    string // "expert", "expert.works": stable, used in mappings and file names
	kind    domain.Kind
	list    string // field path of the list; "" for the records themselves
	ko, en  string // what the sheet is called
	file    string // base name of its CSV file
	also    []string
	columns []column

	// The rest serves lists alone.
	item  func() any                         // a new item
	put   func(r domain.Record, items []any) // replaces the list
	items func(r domain.Record) []any        // pointers to the items, in order
	rare  func(r domain.Record) (skip bool)  // items that stand in the main sheet instead
	keep  func(dst, src domain.Record)       // copies the list
}

// tables are in the order in which a workbook is written: main sheets in kind
// order, each followed by its lists.
var tables = slices.Concat(
	institutionTables, cohortTables, personTables, companyTables, needTables, expertTables, investorTables, preferenceTables,
)

// Tables names every table: the record kinds, and their lists such as
// "expert.works".
func Tables() []string {
	out := make([]string, len(tables))
	for i, t := range tables {
		out[i] = t.name
	}
	return out
}

func tableOf(name string) *table {
	for _, t := range tables {
		if t.name == name {
			return t
		}
	}
	return nil
}

func tablesOf(k domain.Kind) (out []*table) {
	for _, t := range tables {
		if t.kind == k {
			out = append(out, t)
		}
	}
	return out
}

// sheetName is what the table's sheet is called in both languages.
func (t *table) sheetName() string { return t.ko + " (" + t.en + ")" }

// header is what stands above a column.
func (c column) header() string {
	if c.ko == c.en {
		return c.ko
	}
	return c.ko + " / " + c.en
}

// FieldInfo is a field that a column can be mapped to.
type FieldInfo struct {
	Path string `json:"path"`
	Ko   string `json:"ko"`
	En   string `json:"en"`
}

// Fields lists what the columns of a table can be mapped to; nil for an unknown
// table. Beside those, "revenue.2024" and the like serve companies.
func Fields(name string) []FieldInfo {
	t := tableOf(name)
	if t == nil {
		return nil
	}
	var out []FieldInfo
	for _, c := range t.readable() {
		out = append(out, FieldInfo{c.path, c.ko, c.en})
	}
	return out
}

// readable are all columns that may stand in the table's sheet: its own and, in
// a main sheet, those of the lists, so that an expert's works can fill the rows
// beside the expert.
func (t *table) readable() []column {
	if t.list != "" {
		return t.columns
	}
	out := slices.Clone(t.columns)
	for _, sub := range tablesOf(t.kind) {
		if sub.list == "" {
			continue
		}
		for _, c := range sub.columns {
			if !isParent(c.path, t.kind) {
				c.path = sub.list + "." + c.path
				c.ko, c.en = sub.ko+" "+c.ko, sub.en+" "+c.en
				c.also = sub.prefixed(c)
				out = append(out, c)
			}
		}
	}
	return out
}

// prefixed are the headers under which an item's column is known in the main
// sheet: only with the list's name before it.
func (t *table) prefixed(c column) (out []string) {
	for _, a := range append([]string{c.ko, c.en}, c.also...) {
		out = append(out, t.ko+" "+a, t.en+" "+a)
		for _, n := range t.also {
			out = append(out, n+" "+a)
		}
	}
	return out
}

// column finds a field of the table; years of revenue are made as needed.
func (t *table) column(path string) (column, bool) {
	x := indexes()[t.name]
	if i, ok := x.paths[path]; ok {
		return x.columns[i], true
	}
	if t.name == string(domain.KindCompany) {
		return yearColumn(path)
	}
	return column{}, false
}

// parentColumns name the record to which an item belongs.
func parentColumns(k domain.Kind, ko, en string, also ...string) []column {
	byID := lookup(string(k), ko+" ID", en+" id", func(_ any, s string, row *rowState) error { row.parentID = s; return nil }).
		as(ko+" 번호", ko+"코드", en+" code", en, "id").
		hint("ID (없으면 옆 열에 이름)", "the id (or the name in the column beside)")
	byName := lookup(string(k)+".name", ko+"명", en+" name", func(_ any, s string, row *rowState) error { row.parentName = s; return nil }).
		as(ko, ko+" 이름").as(also...).hint("알아보기 위한 이름; ID가 없으면 이름으로 찾습니다", "to recognise it; looked up when there is no id")
	return []column{byID, byName}
}

func isParent(path string, k domain.Kind) bool { return path == string(k) || path == string(k)+".name" }

// listTable makes a table of items of type I in a list of records of type R.
func listTable[R, I any](name string, k domain.Kind, listPath, ko, en, file string, at func(*R) *[]I, columns ...[]column) *table {
	of := func(r domain.Record) *[]I { return at(any(r).(*R)) }
	return &table{
		name: name, kind: k, list: listPath, ko: ko, en: en, file: file, columns: slices.Concat(columns...),
		item: func() any { return new(I) },
		put: func(r domain.Record, items []any) {
			p := of(r)
			*p = nil
			for _, x := range items {
				*p = append(*p, *x.(*I))
			}
		},
		items: func(r domain.Record) (out []any) {
			l := *of(r)
			for i := range l {
				out = append(out, &l[i])
			}
			return out
		},
		rare: func(domain.Record) bool { return false },
		keep: func(dst, src domain.Record) { *of(dst) = *of(src) },
	}
}

func mainTable(k domain.Kind, ko, en, file string, columns ...[]column) *table {
	return &table{name: string(k), kind: k, ko: ko, en: en, file: file, columns: slices.Concat(columns...)}
}

func one(c ...column) []column { return c }
