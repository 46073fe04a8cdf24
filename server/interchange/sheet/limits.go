package sheet

import "fmt"

// Limits bound what one file may hold. The zero value means the defaults.
type Limits struct {
	Bytes    int64 // of a file as it comes
	Unzipped int64 // of a workbook once unzipped
	Rows     int   // with content, of one sheet
	Columns  int   // of one sheet
	Cell     int   // characters of one cell
	Cells    int   // with content, of one file
	Sheets   int
}

// DefaultLimits are far above what a programme's files hold. A cell of XLSX
// cannot hold more than 32,767 characters anyway; CSV may.
var DefaultLimits = Limits{
	Bytes: 64 << 20, Unzipped: 512 << 20, Rows: 100_000, Columns: 512, Cell: 1 << 20, Cells: 4_000_000, Sheets: 100,
}

func (l Limits) orDefault() Limits {
	d := DefaultLimits
	fill := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	if l.Bytes == 0 {
		l.Bytes = d.Bytes
	}
	if l.Unzipped == 0 {
		l.Unzipped = d.Unzipped
	}
	fill(&l.Rows, d.Rows)
	fill(&l.Columns, d.Columns)
	fill(&l.Cell, d.Cell)
	fill(&l.Cells, d.Cells)
	fill(&l.Sheets, d.Sheets)
	return l
}

// unusable is a file or a sheet that cannot be read as it is: what is wrong and
// the remedy. sheet is empty for the file as a whole.
type unusable struct {
	sheet  string
	line   int
	reason string
}

func (u *unusable) Error() string { return u.reason }

func refuse(format string, args ...any) *unusable {
	return &unusable{reason: fmt.Sprintf(format, args...)}
}
