package sheet

import (
	"fmt"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// WriteOptions steer what is written; the zero value is Korean words and no
// names.
type WriteOptions struct {
	// Lang is the language of words in cells (시리즈 A or Series A): "ko" or "en".
	// Headers are always in both.
	Lang string
	// Name gives the name of a record by its id, for the columns that stand beside
	// references; nil leaves those columns out, "" leaves a cell empty.
	Name func(id string) string
}

func (o WriteOptions) lang() string {
	if o.Lang == "en" {
		return "en"
	}
	return "ko"
}

// page is one sheet or CSV file before it is encoded.
type page struct {
	table   *table
	columns []column
	rows    [][]cell
	sources []string // the record of each row, for problems
}

// pages lays out the records, kind by kind and each kind followed by its lists.
// Lists without rows are left out.
func pages(records []domain.Record, o WriteOptions) []page {
	var out []page
	for _, t := range tables {
		of := ofKind(records, t.kind)
		if len(of) == 0 {
			continue
		}
		p := page{table: t, columns: writable(t, of, o)}
		if t.list == "" {
			p.records(of, o)
		} else if p.items(of, o); len(p.rows) == 0 {
			continue
		}
		out = append(out, p)
	}
	return out
}

func ofKind(records []domain.Record, k domain.Kind) (out []domain.Record) {
	for _, r := range records {
		if r.Ref().Kind == k {
			out = append(out, r)
		}
	}
	return out
}

// writable are the columns to write: rare ones only where a record fills them,
// name columns only where names are known, a column for each year of revenue.
func writable(t *table, records []domain.Record, o WriteOptions) (out []column) {
	for _, c := range t.columns {
		switch {
		case isParent(c.path, t.kind) && t.list != "":
		case c.keyOnly && (o.Name == nil || !strings.HasSuffix(c.path, ".name")):
			continue
		case c.rare && !filled(t, c, records, o):
			continue
		}
		out = append(out, c)
	}
	if t.name == string(domain.KindCompany) {
		out = append(out, yearColumns(records)...)
	}
	return out
}

func filled(t *table, c column, records []domain.Record, o WriteOptions) bool {
	for _, r := range records {
		xs := []any{r}
		if t.list != "" {
			xs = t.items(r)
		}
		for _, x := range xs {
			if c.print(x, o.lang()).text != "" {
				return true
			}
		}
	}
	return false
}

func yearColumns(records []domain.Record) (out []column) {
	var years []int
	for _, r := range records {
		if c := r.(*domain.Company); regularYears(c.Revenue) {
			for _, y := range c.Revenue {
				if !slices.Contains(years, y.Year) {
					years = append(years, y.Year)
				}
			}
		}
	}
	slices.Sort(years)
	for _, y := range years {
		if c, ok := yearColumn(fmt.Sprintf("revenue.%d", y)); ok {
			out = append(out, c)
		}
	}
	return out
}

func (p *page) records(records []domain.Record, o WriteOptions) {
	for _, r := range records {
		row := make([]cell, len(p.columns))
		for i, c := range p.columns {
			if c.keyOnly {
				row[i] = nameCell(p.columns, i, row, o)
				continue
			}
			row[i] = c.print(r, o.lang())
		}
		p.rows = append(p.rows, row)
		p.sources = append(p.sources, r.Ref().String())
	}
}

// nameCell names the record that the reference before it points to.
func nameCell(columns []column, i int, row []cell, o WriteOptions) cell {
	for j := range i {
		if columns[j].path+".name" == columns[i].path {
			if id := plainText(row[j].text); id != "" {
				return cell{text: textCell(clean(o.Name(id)))}
			}
		}
	}
	return cell{}
}

func (p *page) items(records []domain.Record, o WriteOptions) {
	for _, r := range records {
		if p.table.rare(r) {
			continue
		}
		id, name := textCell(r.Ref().ID), textCell(clean(nameOf(r, o.lang())))
		for n, x := range p.table.items(r) {
			row := make([]cell, len(p.columns))
			for i, c := range p.columns {
				switch c.path {
				case string(p.table.kind):
					row[i].text = id
				case string(p.table.kind) + ".name":
					row[i].text = name
				default:
					row[i] = c.print(x, o.lang())
				}
			}
			p.rows = append(p.rows, row)
			p.sources = append(p.sources, fmt.Sprintf("%s %s[%d]", r.Ref(), p.table.list, n))
		}
	}
}

func nameOf(r domain.Record, lang string) string {
	t := domain.Text{}
	switch x := r.(type) {
	case *domain.Cohort:
		t = x.Name
	case *domain.Company:
		t = x.Name
	case *domain.Expert:
		t = x.Name
	case *domain.Investor:
		t = x.Name
	}
	s, _ := t.In(lang)
	return s
}
