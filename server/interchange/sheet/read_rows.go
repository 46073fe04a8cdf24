package sheet

import (
	"fmt"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// sheetReading reads the rows of one sheet.
type sheetReading struct {
	*reading
	grid       *grid
	layout     layout
	last       int // index in Records of the row before; -1 for none
	lastRow    int // its index in the grid
	parentID   string
	parentName string
	assumedWon int
}

// itemRow is an item of a list that waits for its record.
type itemRow struct {
	table    *table
	at       domain.Located
	id, name string
	item     any
	clear    bool
	owner    int // index in Records when the item stood beside its record, else -1
}

// passOver says whether a row holds no record: an example, a footnote, a sum,
// a repeated header, nothing in the known columns.
func (s *sheetReading) passOver(i int) bool {
	first, alone := s.grid.firstText(i)
	at := s.grid.place(i)
	switch {
	case exampleRow(first):
		s.note(NoteExampleRow, at, first, "the example row was left out")
		return true
	case footnote(first) && alone:
		s.note(NoteSkippedRow, at, first, "the remark was left out")
		return true
	case s.grid.totalRow(i):
		s.note(NoteSkippedRow, at, first, "the row of sums was left out")
		return true
	}
	some, repeats := 0, 0
	for _, b := range s.layout.bindings {
		if t, inherited := s.grid.at(i, b.at); !inherited && strings.TrimSpace(t) != "" {
			some++
			if slices.Contains(b.parts, clean(t)) {
				repeats++
			}
		}
	}
	switch some {
	case 0:
		if first != "" {
			s.note(NoteSkippedRow, at, first, "the row has nothing in the known columns and was left out")
		}
		return true
	case repeats:
		s.note(NoteSkippedRow, at, first, "the repeated header was left out")
		return true
	}
	return false
}

// record reads a row of a main sheet: a record, or more items of the record
// above when only the columns of lists say something.
func (s *sheetReading) record(i int) {
	own := false
	for _, b := range s.layout.bindings {
		if t, inherited := s.grid.at(i, b.at); b.list == "" && !inherited && strings.TrimSpace(t) != "" {
			own = true
		}
	}
	if !own {
		if s.last < 0 {
			s.result.Problems.Add(s.grid.place(i).At(""), "the row continues a record, but none stands above; fill in its name or id")
			return
		}
		s.besides(i, s.last)
		return
	}
	loc := s.grid.place(i)
	loc.Record = domain.New(s.layout.table.kind)
	row := newRow()
	before := len(s.result.Problems)
	for _, b := range s.layout.bindings {
		if b.list == "" {
			s.cell(i, b, loc.Record, row)
		}
	}
	s.settle(row, loc)
	loc.Keys = KeysOf(loc.Record)
	loc.Keys.Email = firstOf(row.keys.Email, loc.Keys.Email)
	if nameless(loc) && len(s.result.Problems) == before {
		s.result.Problems.Add(loc.At(""), "the row has neither an id nor a name, so that nobody can tell what it is about; fill in one of them")
	}
	slices.Sort(row.fields)
	loc.Fields = row.fields
	s.result.Records = append(s.result.Records, loc)
	s.last = len(s.result.Records) - 1
	s.besides(i, s.last)
}

// nameless says whether nothing identifies the record of a row. Preferences are
// their two ends, needs may be known by their detail alone.
func nameless(l domain.Located) bool {
	switch x := l.Record.(type) {
	case *domain.Preference:
		return false
	case *domain.Need:
		if !x.Detail.IsZero() {
			return false
		}
	}
	return l.Record.Ref().ID == "" && len(l.Keys.Names) == 0 && l.Keys.RegistrationNo == "" && l.Keys.Email == ""
}

// besides reads the items that stand in the row of their record.
func (s *sheetReading) besides(i, owner int) {
	for _, t := range tablesOf(s.layout.table.kind) {
		if t.list == "" {
			continue
		}
		var own []binding
		for _, b := range s.layout.bindings {
			if b.list == t.list {
				own = append(own, b)
			}
		}
		if len(own) > 0 {
			s.readItem(i, t, own, owner)
		}
	}
}

// item reads a row of a list's own sheet.
func (s *sheetReading) item(i int) {
	s.readItem(i, s.layout.table, s.layout.bindings, -1)
}

func (s *sheetReading) readItem(i int, t *table, bindings []binding, owner int) {
	it := itemRow{table: t, at: s.grid.place(i), item: t.item(), owner: owner}
	row := newRow()
	before := len(s.result.Problems)
	for _, b := range bindings {
		s.cell(i, b, it.item, row)
	}
	s.settle(row, it.at)
	if owner < 0 {
		it.id, it.name = row.parentID, row.parentName
		if it.id == "" && it.name == "" && s.lastRow == i-1 && s.grid.lines[i] == s.grid.lines[max(i-1, 0)]+1 {
			it.id, it.name = s.parentID, s.parentName // the record stands on its first row alone
		}
		if it.id == "" && it.name == "" && len(s.result.Problems) == before {
			s.result.Problems.Add(it.at.At(""), "the row does not say to which %s it belongs; fill in its id or name", t.kind)
			return
		}
		s.parentID, s.parentName, s.lastRow = it.id, it.name, i
	}
	it.clear = slices.Contains(row.fields, clearedList)
	if content := slices.DeleteFunc(slices.Clone(row.fields), func(f string) bool { return f == clearedList }); len(content) == 0 && !it.clear {
		if owner < 0 {
			s.note(NoteSkippedRow, it.at, "", "the row says nothing beside the %s and was left out", t.kind)
		}
		return
	}
	s.items = append(s.items, it)
}

// clearedList marks a row of a list in which some cell says (삭제): the list
// becomes empty.
const clearedList = "\x00clear"

// cell reads one cell into x and reports what is wrong with it.
func (s *sheetReading) cell(i int, b binding, x any, row *rowState) {
	raw, _ := s.grid.at(i, b.at)
	text := clean(raw)
	if b.column.shape.blank(text) {
		return
	}
	inList := s.layout.table.list != "" || b.list != ""
	report := func(format string, args ...any) {
		name := b.header
		if name != b.path() {
			name = oneLine(b.header) + " (" + b.path() + ")"
		}
		s.result.Problems.Add(s.grid.place(i).At(name), format, args...)
	}
	switch {
	case raw == noResult:
		report("the cell holds a formula without a result; open the file in Excel, save it and import it again")
		return
	case clearWord(text) && inList:
		row.state(clearedList)
		return
	case clearWord(text):
		b.column.reset(x)
		if !b.column.keyOnly || b.column.money {
			row.state(b.column.path)
		}
		return
	case errorCell(text):
		report("the cell shows the error %s; correct its formula or write the value", text)
		return
	}
	cx := &cellContext{unit: firstUnit(b.unit, s.layout.unit), date1904: s.grid.date1904, foreign: b.foreign, row: row}
	row.header = oneLine(b.header)
	if err := b.column.parse(x, raw, cx); err != nil {
		report("%s", err.Error())
		return
	}
	if b.column.path != "id" && (!b.column.keyOnly || b.column.money) {
		row.state(b.column.path)
	}
}

// settle finishes what needs the whole row: currencies, texts in one language,
// names that stand for ids.
func (s *sheetReading) settle(row *rowState, loc domain.Located) {
	for _, f := range row.later {
		f()
	}
	for _, f := range row.texts {
		f()
	}
	for _, g := range row.groups {
		if err := row.money[g].close(g, row); err != nil {
			s.result.Problems.Add(loc.At(s.headerOf(g)), "%s", err.Error())
		}
	}
	if row.assumedWon {
		s.assumedWon++
	}
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// headerOf names the columns of an amount for a problem.
func (s *sheetReading) headerOf(group string) string {
	for _, b := range s.layout.bindings {
		if p := b.column.path; p == group || strings.HasPrefix(p, group+".") {
			return fmt.Sprintf("%s (%s)", oneLine(b.header), b.path())
		}
	}
	return group
}
