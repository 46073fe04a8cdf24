package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"

	"jumpup/server/domain"

	"github.com/xuri/excelize/v2"
)

// Excel's own limits.
const (
	xlsxRows = 1_048_576
	xlsxCell = 32_767 // UTF-16 units
)

// WriteXLSX writes records as a workbook: a sheet for each kind and for each
// list that holds anything, headers frozen, texts typed as texts so that none
// is a formula. The same records give the same bytes, and reading the workbook
// gives the records back. A text that no cell can hold is an invalid error that
// names the record; nothing is written then.
func WriteXLSX(w io.Writer, records []domain.Record, o WriteOptions) error {
	list := pages(records, o)
	if len(list) == 0 {
		return domain.Errorf(domain.CodeInvalid, "", "there is nothing to write; choose kinds that hold records")
	}
	if err := fits(list); err != nil {
		return err
	}
	b, err := newBook()
	if err != nil {
		return err
	}
	for _, p := range list {
		if err := b.page(p, nil, nil); err != nil {
			return errors.Join(err, b.file.Close())
		}
	}
	return b.finish(w)
}

// fits reports everything that XLSX cannot hold.
func fits(list []page) error {
	var p domain.Problems
	for _, pg := range list {
		if len(pg.rows) >= xlsxRows {
			p.Add(pg.table.name, "has %d rows, more than a sheet holds; export CSV or JSON Lines", len(pg.rows))
		}
		for i, row := range pg.rows {
			for j, c := range row {
				if len(c.text) > xlsxCell && len(utf16.Encode([]rune(c.text))) > xlsxCell {
					p.Add(pg.sources[i]+" "+pg.columns[j].path, "has more than %d characters, which no cell of XLSX holds; shorten it, or export CSV or JSON Lines", xlsxCell)
				}
			}
		}
	}
	return p.Err()
}

// book is a workbook that is being written.
type book struct {
	file   *excelize.File
	styles map[style]int
	header int
	faint  int
	first  bool
}

func newBook() (*book, error) {
	b := &book{file: excelize.NewFile(), styles: map[style]int{}, first: true}
	b.file.ZipWriter = func(w io.Writer) excelize.ZipWriter { return &sortedZip{w: w, parts: map[string]*bytes.Buffer{}} }
	money, day, number, text := "#,##0", "yyyy-mm-dd", "0", "@"
	var err error
	add := func(s excelize.Style) (id int) {
		if err == nil {
			id, err = b.file.NewStyle(&s)
		}
		return id
	}
	top := &excelize.Alignment{Vertical: "top"}
	b.styles[asText] = add(excelize.Style{CustomNumFmt: &text, Alignment: top})
	b.styles[asNumber] = add(excelize.Style{CustomNumFmt: &number, Alignment: top})
	b.styles[asMoney] = add(excelize.Style{CustomNumFmt: &money, Alignment: top})
	b.styles[asDate] = add(excelize.Style{CustomNumFmt: &day, Alignment: top})
	b.header = add(excelize.Style{
		Font:      &excelize.Font{Bold: true, Color: "052561"},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"ECF2FE"}},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
		Border:    []excelize.Border{{Type: "bottom", Style: 1, Color: "8A949E"}},
	})
	b.faint = add(excelize.Style{Font: &excelize.Font{Italic: true, Color: "6D7882"}, CustomNumFmt: &text, Alignment: top})
	return b, err
}

// sheet adds a sheet; the first takes the place of excelize's own.
func (b *book) sheet(name string) error {
	if b.first {
		b.first = false
		return b.file.SetSheetName("Sheet1", name)
	}
	_, err := b.file.NewSheet(name)
	return err
}

// page writes one table; example, if not nil, is a first row in faint, and
// extra may add to the sheet before it is closed.
func (b *book) page(p page, example []string, extra func(sheet string) error) error {
	name := p.table.sheetName()
	if err := b.sheet(name); err != nil {
		return err
	}
	w, err := b.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, c := range p.columns {
		if err := errors.Join(w.SetColWidth(i+1, i+1, c.width), w.SetColStyle(i+1, i+1, b.styles[c.typed])); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	row := make([]any, len(p.columns))
	for i, c := range p.columns {
		row[i] = excelize.Cell{StyleID: b.header, Value: strings.Replace(textCell(c.header()), " / ", "\n", 1)}
	}
	if err := w.SetRow("A1", row, excelize.RowOpts{Height: 34}); err != nil {
		return err
	}
	line := 2
	if example != nil {
		for i, e := range example {
			row[i] = excelize.Cell{StyleID: b.faint, Value: e}
		}
		if err := w.SetRow("A2", row); err != nil {
			return err
		}
		line++
	}
	for _, cells := range p.rows {
		for i, c := range cells {
			row[i] = b.value(c)
		}
		if err := w.SetRow(fmt.Sprintf("A%d", line), row); err != nil {
			return err
		}
		line++
	}
	if extra != nil {
		if err := extra(name); err != nil {
			return err
		}
	}
	return w.Flush()
}

func (b *book) value(c cell) any {
	switch {
	case c.text == "":
		return nil
	case c.style == asText:
		return excelize.Cell{StyleID: b.styles[asText], Value: c.text}
	}
	return excelize.Cell{StyleID: b.styles[c.style], Value: c.number}
}

func (b *book) finish(w io.Writer) error {
	_, err := b.file.WriteTo(w)
	return errors.Join(err, b.file.Close())
}

// sortedZip writes the parts of a workbook by name: excelize writes sheets in
// the order of a map.
type sortedZip struct {
	w     io.Writer
	parts map[string]*bytes.Buffer
}

func (z *sortedZip) Create(name string) (io.Writer, error) {
	z.parts[name] = &bytes.Buffer{}
	return z.parts[name], nil
}

func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

func (z *sortedZip) Close() error {
	out := zip.NewWriter(z.w)
	for _, name := range slices.Sorted(maps.Keys(z.parts)) {
		f, err := out.Create(name)
		if err != nil {
			return err
		}
		if _, err := z.parts[name].WriteTo(f); err != nil {
			return err
		}
	}
	return out.Close()
}
