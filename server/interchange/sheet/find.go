package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jumpup/server/domain"
)

// headerDepth is how many rows from the top may be titles.
const headerDepth = 30

// layout is what a sheet was found to be: a table, its header rows and the
// fields of its columns.
type layout struct {
	table    *table
	first    int // index of the first header row; -1 when none was found
	rows     int // header rows
	bindings []binding
	headers  headings
	score    float64
	unit     Unit // of the whole sheet, from a title
}

// find decides what a sheet holds: the row and the table whose headers agree
// best. choice may settle the table and the row.
func (g *grid) find(choice SheetMapping) layout {
	best := layout{first: -1}
	for _, t := range tables {
		if choice.Table == "" && g.sheet == t.sheetName() {
			choice.Table = t.name // an export or a template
		}
	}
	width := min(g.width(), 512)
	for i := 0; i < len(g.rows) && i < headerDepth; i++ {
		if choice.HeaderRow != 0 && g.lines[i] != choice.HeaderRow {
			continue
		}
		single := g.parts(i, 1, width)
		if len(single) == 0 || g.prose(i) {
			continue
		}
		for n := 1; n <= 2; n++ {
			headers := single
			if n == 2 {
				if i+1 >= len(g.rows) || g.lines[i+1] != g.lines[i]+1 {
					break
				}
				headers = g.parts(i, 2, width)
			}
			for _, t := range tables {
				if choice.Table != "" && t.name != choice.Table {
					continue
				}
				bindings, score := indexes()[t.name].bind(headers)
				score += nameBonus(t, g.sheet, g.file)
				if n == 2 {
					score -= 0.8 // a second row must add something
				}
				if choice.Table == "" && !plausible(t, bindings, g) {
					continue
				}
				if best.first < 0 || score > best.score+1e-9 {
					best = layout{table: t, first: i, rows: n, bindings: bindings, headers: headers, score: score}
				}
			}
		}
	}
	if best.first >= 0 {
		g.extend(&best, width)
		best.unit = g.titleUnit(best.first)
	}
	return best
}

// parts gives, for each column, the distinct texts of n header rows from i on.
func (g *grid) parts(i, n, width int) headings {
	out := headings{}
	for c := range width {
		var p []string
		for k := i; k < i+n; k++ {
			if t := clean(g.headerCell(k, c)); t != "" && !slices.Contains(p, t) {
				p = append(p, t)
			}
		}
		if len(p) > 0 {
			out[c] = heading{p, g.wordings(p)}
		}
	}
	return out
}

// wordings remembers what the texts of headers may be known by: every table
// asks for them.
func (g *grid) wordings(parts []string) []wording {
	key := strings.Join(parts, "\x00")
	if _, ok := g.words[key]; !ok {
		if g.words == nil {
			g.words = map[string][]wording{}
		}
		g.words[key] = wordings(parts)
	}
	return g.words[key]
}

// prose tells a title, a paragraph or a row of long texts from headers.
func (g *grid) prose(i int) bool {
	cells, long := 0, 0
	seen := map[string]bool{}
	for c := range g.rows[i] {
		t := clean(g.rows[i][c])
		if t == "" || seen[t] {
			continue
		}
		seen[t] = true
		cells++
		if utf8.RuneCountInString(t) > 60 {
			long++
		}
	}
	return long*2 > cells
}

// plausible asks for two columns of the table, or one when the sheet is named
// after it; a list needs its record and an own column.
func plausible(t *table, b []binding, g *grid) bool {
	if t.list != "" {
		parents := 0
		for _, x := range b {
			if isParent(x.column.path, t.kind) {
				parents++
			}
		}
		return parents > 0 && len(b) > parents
	}
	return len(b) >= 2 || len(b) == 1 && nameBonus(t, g.sheet, g.file) > 0
}

// nameBonus is what the names of the sheet and the file say about the table.
func nameBonus(t *table, sheet, file string) float64 {
	if sheet == t.sheetName() {
		return 10
	}
	if i := strings.LastIndexAny(file, "/\\"); i >= 0 {
		file = file[i+1:]
	}
	base, _, _ := strings.Cut(file, ".csv")
	if base == t.file {
		return 10
	}
	bonus := 0.0
	for _, n := range []struct {
		text   string
		weight float64
	}{{squash(sheet), 2}, {squash(file), 1}} {
		for _, w := range t.titles() {
			if k := squash(w); n.text != "" && strings.Contains(n.text, k) {
				bonus = max(bonus, n.weight)
			}
		}
	}
	if bonus > 0 && t.list != "" {
		bonus += 0.5
	}
	return bonus
}

func (t *table) titles() []string {
	out := append([]string{t.ko, t.en}, t.also...)
	if t.list == "" {
		out = append(out, string(t.kind))
		switch t.kind {
		case domain.KindCompany:
			out = append(out, "회사", "업체")
		case domain.KindInvestor:
			out = append(out, "투자사", "투자기관", "VC")
		case domain.KindInstitution:
			out = append(out, "기관")
		case domain.KindPerson:
			out = append(out, "연락처", "contacts")
		}
	}
	return out
}

// extend takes rows below the header into it: the rest of cells merged
// downwards, the header in the other language, a row of units.
func (g *grid) extend(l *layout, width int) {
	for {
		next := l.first + l.rows
		if next >= len(g.rows) || l.rows >= 4 || !g.partOfHeader(l, next, width) {
			return
		}
		l.rows++
		l.headers = g.parts(l.first, l.rows, width)
		grown, score := indexes()[l.table.name].bind(l.headers)
		if len(grown) >= len(l.bindings) {
			l.bindings, l.score = grown, max(l.score, score)
		}
	}
}

func (g *grid) partOfHeader(l *layout, i, width int) bool {
	x := indexes()[l.table.name]
	cells, headers, units := 0, 0, 0
	for c := range width {
		t := clean(g.raw(i, c))
		if t == "" {
			continue
		}
		cells++
		if _, hit := x.exact[squash(t)]; hit {
			headers++
		}
		if n := narrow(t); strings.HasPrefix(n, "(") && strings.HasSuffix(n, ")") && !exampleRow(t) {
			units++
		}
	}
	if cells == 0 {
		return false
	}
	return headers >= 2 && headers*10 >= cells*6 || units == cells && cells > 0
}

// titleUnit looks for "(단위: 백만원)" above the header.
func (g *grid) titleUnit(header int) (u Unit) {
	for i := range header {
		for _, c := range g.rows[i] {
			if found := sheetUnit(c); found.Stated {
				u = found
			}
		}
	}
	return u
}
