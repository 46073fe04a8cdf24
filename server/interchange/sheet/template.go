package sheet

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"jumpup/server/domain"

	"github.com/xuri/excelize/v2"
)

const (
	guideSheet = "안내 (guide)"
	listSheet  = "목록 (lists)"
	// templateRows is how far down a template offers its lists.
	templateRows = 2000
)

// Template writes an empty workbook of a kind for coordinators: its sheet and
// those of its lists with headers in both languages, lists to choose from, hints
// on every column, an example row that is not imported, and a guide. year is the
// current year; the template of companies asks for the revenue of the three
// before it (0 asks for none).
func Template(w io.Writer, k domain.Kind, year int) error {
	list := tablesOf(k)
	if len(list) == 0 {
		return domain.Errorf(domain.CodeNotFound, "kind", "there is no template for %q", string(k))
	}
	b, err := newBook()
	if err != nil {
		return err
	}
	var asked []page
	for _, t := range list {
		p := page{table: t}
		for _, c := range t.columns {
			if !c.rare && (!c.keyOnly || !c.money) && t != revenueTable {
				p.columns = append(p.columns, c)
			}
		}
		if k == domain.KindCompany && t.list == "" && year > 0 {
			for y := year - 3; y < year; y++ {
				if c, ok := yearColumn(fmt.Sprintf("revenue.%d", y)); ok {
					p.columns = append(p.columns, c)
				}
			}
		}
		if len(p.columns) > 0 {
			asked = append(asked, p)
		}
	}
	lists := newLists(asked)
	for _, p := range asked {
		if err := b.templatePage(p, lists); err != nil {
			return errors.Join(err, b.file.Close())
		}
	}
	if err := errors.Join(b.guide(asked), b.lists(lists)); err != nil {
		return errors.Join(err, b.file.Close())
	}
	return b.finish(w)
}

func (b *book) templatePage(p page, l lists) error {
	example := make([]string, len(p.columns))
	for i, c := range p.columns {
		example[i] = exampleOf(c)
	}
	example[0] = strings.TrimSpace("(예시 example) " + example[0])
	return b.page(p, example, func(sheet string) error { return b.validations(sheet, p, l) })
}

// validations offers the words of a column, or says on the cell how to fill it.
func (b *book) validations(sheet string, p page, l lists) error {
	for i, c := range p.columns {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		v := excelize.NewDataValidation(true)
		v.Sqref = fmt.Sprintf("%s3:%s%d", column, column, templateRows)
		v.SetInput(cut(c.ko, 30), cut(strings.TrimSpace(c.help[0]+"\n"+c.help[1]), 250))
		if at, ok := l.column[c.choices]; ok && c.choices != nil && !c.multi {
			v.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$2:$%s$%d", listSheet, at, at, len(c.choices.list)+1))
			if c.choices.closed {
				v.SetError(excelize.DataValidationErrorStyleStop, "목록에 없습니다", "목록에서 고르십시오.\nChoose from the list.")
			} else {
				v.ShowErrorMessage = false
			}
		} else if c.help[0] == "" {
			continue
		}
		if err := b.file.AddDataValidation(sheet, v); err != nil {
			return err
		}
	}
	return nil
}

func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}

func exampleOf(c column) string {
	switch {
	case c.example != "":
		return c.example
	case strings.HasSuffix(c.path, ".ko"):
		return "예시 " + strings.TrimSuffix(c.ko, "(국문)")
	case strings.HasSuffix(c.path, ".en"):
		return "Example " + strings.ToLower(strings.TrimSuffix(c.en, " (English)"))
	}
	return ""
}

// lists are the words that templates offer, each vocabulary in a column.
type lists struct {
	column map[*vocabulary]string
	order  []*vocabulary
}

func newLists(asked []page) lists {
	l := lists{column: map[*vocabulary]string{}}
	for _, p := range asked {
		for _, c := range p.columns {
			if c.choices == nil || l.column[c.choices] != "" {
				continue
			}
			name, err := excelize.ColumnNumberToName(len(l.order) + 1)
			if err == nil {
				l.column[c.choices] = name
				l.order = append(l.order, c.choices)
			}
		}
	}
	return l
}
