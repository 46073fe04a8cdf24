package sheet

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// readXLSX gives the sheets of a workbook, cells unformatted. Charts are left
// out; hidden sheets come without rows.
func readXLSX(name string, data []byte, lim Limits) (grids []*grid, err error) {
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: lim.Unzipped, UnzipXMLSizeLimit: lim.Unzipped,
	})
	if err != nil {
		return nil, openReason(err)
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	props, err := book.GetWorkbookProps()
	if err != nil {
		return nil, openReason(err)
	}
	names := book.GetSheetList()
	if len(names) > lim.Sheets {
		return nil, refuse("the workbook has %d sheets, more than %d; split it", len(names), lim.Sheets)
	}
	paths := sheetPaths(book)
	cells := 0
	for _, sheet := range names {
		g := &grid{file: name, sheet: sheet, date1904: props.Date1904 != nil && *props.Date1904}
		visible, err := book.GetSheetVisible(sheet)
		if err != nil {
			return nil, openReason(err)
		}
		if g.hidden = !visible; visible {
			if err := g.load(book, lim, &cells); err != nil {
				return nil, err
			}
			if err := g.loadMerges(book, paths[sheet]); err != nil {
				return nil, err
			}
			g.markFormulas(part(book, paths[sheet]))
		}
		grids = append(grids, g)
	}
	return grids, nil
}

func openReason(err error) error {
	if strings.Contains(err.Error(), "unzip size exceeds") {
		return refuse("the workbook is far larger than it looks once unzipped; delete empty formatted rows and pictures, or split it")
	}
	return refuse("the workbook cannot be read (%s); open it in Excel and save it again as .xlsx", strings.TrimSpace(err.Error()))
}

func (g *grid) load(book *excelize.File, lim Limits, cells *int) error {
	rows, err := book.Rows(g.sheet)
	if err != nil {
		if strings.Contains(err.Error(), "not a worksheet") {
			return nil
		}
		return openReason(err)
	}
	defer func() { _ = rows.Close() }()
	for line := 1; rows.Next(); line++ {
		columns, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return &unusable{g.sheet, line, "the row cannot be read (" + err.Error() + "); open the workbook in Excel and save it again"}
		}
		if err := g.add(columns, line, lim, cells); err != nil {
			return err
		}
	}
	if err := rows.Error(); err != nil {
		return &unusable{g.sheet, 0, "the sheet cannot be read (" + err.Error() + "); open the workbook in Excel and save it again"}
	}
	return nil
}

// add takes a row in, unless it is blank, and keeps the limits.
func (g *grid) add(columns []string, line int, lim Limits, cells *int) error {
	for len(columns) > 0 && strings.TrimSpace(columns[len(columns)-1]) == "" {
		columns = columns[:len(columns)-1]
	}
	if len(columns) == 0 {
		return nil
	}
	if len(columns) > lim.Columns {
		return &unusable{g.sheet, line, refuse("the row has %d columns, more than %d; delete what stands far to the right", len(columns), lim.Columns).reason}
	}
	if len(g.rows) >= lim.Rows {
		return &unusable{g.sheet, line, refuse("the sheet has more than %d rows; split it", lim.Rows).reason}
	}
	if *cells += len(columns); *cells > lim.Cells {
		return &unusable{g.sheet, line, refuse("the file has more than %d cells; split it", lim.Cells).reason}
	}
	for _, c := range columns {
		if len(c) > lim.Cell && utf8.RuneCountInString(c) > lim.Cell {
			return &unusable{g.sheet, line, refuse("a cell has more than %d characters; shorten it", lim.Cell).reason}
		}
	}
	g.rows = append(g.rows, columns)
	g.lines = append(g.lines, line)
	return nil
}
