package domain

import (
	"strconv"
	"strings"
)

// Located is a record as a source gave it, with its place, so that whatever is
// wrong with it can be pointed at. A row of a sheet may lack an id: its reader
// then leaves the id empty and does not report that; the import matches such a
// row with a stored record or makes an id. Records of JSON Lines always have one.
type Located struct {
	Record Record
	File   string // as the person named it, "/" between folders
	Line   int    // line or row, from 1
	Sheet  string // the sheet's name; "" for files without sheets

	// Fields lists the field paths that the source states ("name.en",
	// "ticket.min", "works"); nil means the whole record. Merged into a stored
	// record, only these change.
	Fields []string
	Keys   MatchKeys

	// Existing says that the source tells only of a list of a record (the works
	// of an expert) which must exist already; none is created for it.
	Existing bool
}

// MatchKeys are what a row without an id is matched by, folded so that equal
// keys compare equal: a registration number in digits, an e-mail address in
// lower case, every name without spaces, case and legal form. Empty or 0 when
// the source does not say.
type MatchKeys struct {
	RegistrationNo string
	Email          string
	Names          []string
	Founded        int
}

// Place gives "file:line", or "file[sheet]:row" in a workbook of sheets.
func (l Located) Place() string {
	var b strings.Builder
	b.WriteString(l.File)
	if l.Sheet != "" {
		b.WriteString("[" + l.Sheet + "]")
	}
	if l.Line > 0 {
		b.WriteString(":" + strconv.Itoa(l.Line))
	}
	return b.String()
}

// At gives the Field of a problem at the place: "file:line: field"; an empty
// field means the line as a whole.
func (l Located) At(field string) string {
	if field == "" {
		return l.Place()
	}
	return l.Place() + ": " + field
}

// Report writes every problem on a line of its own as
// "file:line: field: what is wrong; remedy".
func (p Problems) Report() string {
	var b strings.Builder
	for _, e := range p {
		b.WriteString(e.Line())
		b.WriteByte('\n')
	}
	return b.String()
}

// Line is the problem in one line, without its code.
func (e *Error) Line() string {
	if e.Field == "" {
		return e.Message
	}
	return e.Field + ": " + e.Message
}

// Import is one all-or-nothing write. Records come in kind order; a record
// equal to the stored one is left untouched, so a second import changes
// nothing. Need states of existing needs are kept; new needs get their state
// from the caller.
type Import struct {
	Actor    Actor
	Records  []Record
	Events   []Event // beside one per created or changed record
	DryRun   bool    // do everything, then roll back
	Progress func(done, total int)
}

// Imported counts what an import did, per kind.
type Imported map[Kind]ImportCount

// ImportCount counts records of one kind.
type ImportCount struct{ Created, Changed, Unchanged int }
