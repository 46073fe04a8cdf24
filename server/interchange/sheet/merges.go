package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"path"
	"regexp"
	"sort"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Merged areas are read from the sheet's XML itself: excelize unmarshals the
// whole sheet for them and lays every merged cell out in memory, which a small
// hostile file can make very large.

const maxMerges = 20_000

var mergeRef = regexp.MustCompile(`<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"`)

// sheetPaths maps the names of sheets to their parts in the package.
func sheetPaths(book *excelize.File) map[string]string {
	var workbook struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Attr []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	targets, out := map[string]string{}, map[string]string{}
	if xml.Unmarshal(part(book, "xl/_rels/workbook.xml.rels"), &rels) != nil || xml.Unmarshal(part(book, "xl/workbook.xml"), &workbook) != nil {
		return out
	}
	for _, r := range rels.List {
		t := strings.TrimPrefix(r.Target, "/")
		if t == r.Target {
			t = path.Join("xl", t)
		}
		targets[r.ID] = t
	}
	for _, s := range workbook.Sheets {
		for _, a := range s.Attr {
			if a.Name.Local == "id" {
				out[s.Name] = targets[a.Value]
			}
		}
	}
	return out
}

func part(book *excelize.File, name string) []byte {
	content, _ := book.Pkg.Load(name)
	data, _ := content.([]byte)
	return data
}

var bareFormula = regexp.MustCompile(`<(?:\w+:)?c r="([A-Z]{1,3}\d{1,7})"[^>]*><(?:\w+:)?f(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)</(?:\w+:)?c>`)

// markFormulas finds the formulas that no program has calculated yet, as other
// software writes them: such a cell is not empty, though it has no value.
func (g *grid) markFormulas(data []byte) {
	some := false
	for _, tag := range []string{"<f>", "<f ", ":f>", ":f "} {
		some = some || bytes.Contains(data, []byte(tag))
	}
	if !some {
		return
	}
	for _, m := range bareFormula.FindAllSubmatch(data, -1) {
		col, line, err := excelize.CellNameToCoordinates(string(m[1]))
		i := sort.SearchInts(g.lines, line)
		if err != nil || i == len(g.lines) || g.lines[i] != line || col > 512 {
			continue
		}
		for len(g.rows[i]) < col {
			g.rows[i] = append(g.rows[i], "")
		}
		g.rows[i][col-1] = noResult
	}
}

func (g *grid) loadMerges(book *excelize.File, name string) error {
	data := part(book, name)
	data = data[max(0, bytes.LastIndex(data, []byte("sheetData"))):]
	for _, m := range mergeRef.FindAllSubmatch(data, maxMerges+1) {
		left, top, err1 := excelize.CellNameToCoordinates(string(m[1]))
		right, bottom, err2 := excelize.CellNameToCoordinates(string(m[2]))
		if errors.Join(err1, err2) == nil {
			g.merges = append(g.merges, merge{min(top, bottom), min(left, right) - 1, max(top, bottom), max(left, right) - 1})
		}
	}
	if len(g.merges) > maxMerges {
		return &unusable{g.sheet, 0, "the sheet has too many merged cells; unmerge them"}
	}
	return nil
}
