package sheet

import (
	"regexp"
	"sort"
	"strings"

	"jumpup/server/domain"
)

// grid is one sheet: its rows that hold anything, cells to the letter.
type grid struct {
	file, sheet string
	rows        [][]string
	lines       []int // row number of each, from 1
	merges      []merge
	hidden      bool
	date1904    bool
	words       map[string][]wording
	inherited   map[[2]int]int // (row index, column) -> row index of the merged cell's value
}

// merge is a merged area: rows from 1, columns from 0, all included.
type merge struct{ top, left, bottom, right int }

// noResult stands in a cell whose formula has never been calculated.
const noResult = "\x00formula"

// maxMergeSteps bounds the work that merged areas may cause.
const maxMergeSteps = 2_000_000

// unfold prepares the look-up of merged cells; false when there are too many.
func (g *grid) unfold() bool {
	g.inherited = map[[2]int]int{}
	steps := 0
	for _, m := range g.merges {
		first := sort.SearchInts(g.lines, m.top)
		if first == len(g.lines) || g.lines[first] != m.top || m.left >= len(g.rows[first]) {
			continue
		}
		for i := first + 1; i < len(g.lines) && g.lines[i] <= m.bottom; i++ {
			if steps++; steps > maxMergeSteps {
				return false
			}
			g.inherited[[2]int{i, m.left}] = first
		}
	}
	return true
}

// at gives the cell of a data row. A cell merged downwards holds its value in
// every row; one merged sideways in its first column only.
func (g *grid) at(i, col int) (text string, inherited bool) {
	if from, ok := g.inherited[[2]int{i, col}]; ok {
		return g.raw(from, col), true
	}
	return g.raw(i, col), false
}

func (g *grid) raw(i, col int) string {
	if col < len(g.rows[i]) {
		return g.rows[i][col]
	}
	return ""
}

// headerCell gives the cell of a header row; a merged cell holds its value all
// over.
func (g *grid) headerCell(i, col int) string {
	for _, m := range g.merges {
		if g.lines[i] < m.top || g.lines[i] > m.bottom || col < m.left || col > m.right {
			continue
		}
		if first := sort.SearchInts(g.lines, m.top); first < len(g.lines) && g.lines[first] == m.top {
			return g.raw(first, m.left)
		}
	}
	return g.raw(i, col)
}

func (g *grid) width() int {
	w := 0
	for _, r := range g.rows {
		w = max(w, len(r))
	}
	return w
}

// place is a row of the sheet.
func (g *grid) place(i int) domain.Located {
	return domain.Located{File: g.file, Sheet: g.sheet, Line: g.lines[i]}
}

// firstText is the first cell of a row that holds anything; alone says that no
// other text follows.
func (g *grid) firstText(i int) (first string, alone bool) {
	for _, c := range g.rows[i] {
		t := clean(c)
		if t == "" {
			continue
		}
		if first != "" && t != first {
			return first, false
		}
		first = t
	}
	return first, true
}

var closing = regexp.MustCompile(`^(총\s*[\d,]+\s*(명|개|건|개사|개소|곳|사|팀)?|-?\s*(이상|끝|이하\s*여백|이하여백)\s*-?\.?)$`)

// footnote marks remarks under a table: ※ ..., 총 3명, 끝., 이하 여백.
func footnote(s string) bool { return strings.HasPrefix(s, "※") || closing.MatchString(s) }

var totals = words("합계 소계 총계 계 누계 평균 total subtotal sum average")

func totalWord(s string) bool {
	return totals[strings.ToLower(strings.ReplaceAll(strings.Trim(s, "<>[]()"), " ", ""))]
}

// totalRow says whether a row only adds up: a total's word first, then nothing
// but numbers.
func (g *grid) totalRow(i int) bool {
	first, _ := g.firstText(i)
	if !totalWord(first) {
		return false
	}
	for _, c := range g.rows[i] {
		if t := narrow(c); t != "" && !totalWord(t) && strings.Trim(t, "0123456789.,-()%개사명원건 ") != "" {
			return false
		}
	}
	return true
}
