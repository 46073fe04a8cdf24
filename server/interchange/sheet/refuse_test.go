package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func zipOf(t *testing.T, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, n := range names {
		w, err := z.Create(n)
		must(t, err)
		_, err = w.Write([]byte("x"))
		must(t, err)
	}
	must(t, z.Close())
	return b.Bytes()
}

func TestForeignFormats(t *testing.T) {
	locked := func() []byte {
		var b bytes.Buffer
		must(t, excelize.NewFile().Write(&b, excelize.Options{Password: "secret"}))
		return b.Bytes()
	}()
	ole := func(names ...string) []byte {
		out := append(bytes.Clone(oleHeader), make([]byte, 504)...)
		for _, n := range names {
			out = append(out, wide(n)...)
		}
		return out
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"locked.xlsx":   {locked, "locked with a password"},
		"old.xls":       {ole("Root Entry", "Workbook"), "old Excel workbook (.xls)"},
		"older.xls":     {[]byte{0x09, 0x08, 0x10, 0, 0, 6}, "old Excel workbook (.xls)"},
		"doc.hwp":       {append(ole("FileHeader"), "HWP Document File"...), "Hangul document (.hwp)"},
		"doc3.hwp":      {[]byte("HWP Document File V3.00"), "Hangul document (.hwp)"},
		"doc.hwpx":      {zipOf(t, "mimetype", "Contents/section0.xml"), "Hangul document (.hwpx)"},
		"sheet.numbers": {zipOf(t, "Index/Document.iwa"), "Apple Numbers"},
		"sheet.ods":     {zipOf(t, "mimetype", "content.xml"), "OpenDocument"},
		"sheet.xlsb":    {zipOf(t, "xl/workbook.bin"), ".xlsb"},
		"doc.docx":      {zipOf(t, "word/document.xml"), "Word document (.docx)"},
		"doc.doc":       {ole("WordDocument"), "Word document (.doc)"},
		"talk.pptx":     {zipOf(t, "ppt/presentation.xml"), "PowerPoint"},
		"files.zip":     {zipOf(t, "a.txt"), "ZIP archive"},
		"page.xls":      {[]byte("<html><table><tr><td>기업명</td></tr></table>"), "web page"},
		"old.xml":       {[]byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`), "Excel 2003"},
		"paper.pdf":     {[]byte("%PDF-1.7"), "PDF"},
		"drm.xlsx":      {[]byte("\x9b DRMONE  This Document is encrypted and protected by Fasoo DRM"), "document security (DRM)"},
		"drm2.xlsx":     {[]byte("SCDSA004....."), "document security (DRM)"},
		"photo.png":     {[]byte("\x89PNG\r\n"), "picture"},
		"empty.csv":     {[]byte(" \r\n"), "empty"},
		"nothing.xlsx":  {nil, "empty"},
		"cut.xlsx":      {zipOf(t, "xl/workbook.xml")[:60], "damaged"},
		"broken.xlsx":   {zipOf(t, "xl/workbook.xml"), "cannot be read"},
	} {
		got := read(t, Options{}, Source{name, bytes.NewReader(c.data)})
		if len(got.Problems) != 1 || len(got.Records) > 0 || !strings.HasPrefix(got.Problems[0].Line(), name+": ") || !strings.Contains(got.Problems[0].Message, c.want) {
			t.Errorf("%s: %s, want a problem with %q", name, summary(got), c.want)
		}
		info, err := Inspect(Source{name, bytes.NewReader(c.data)}, Mapping{}, Limits{})
		if err != nil || info.Problem == nil || info.Problem.Message != got.Problems[0].Message {
			t.Errorf("%s: Inspect says %+v, %v", name, info.Problem, err)
		}
	}
}

func TestLimits(t *testing.T) {
	rows := [][]any{{"기업명", "설립연도", "기업 소개"}}
	for i := range 20 {
		rows = append(rows, []any{fmt.Sprint("기업 ", i), 2000 + i, strings.Repeat("가", 50)})
	}
	for name, c := range map[string]struct {
		limits Limits
		want   string
	}{
		"bytes":   {Limits{Bytes: 100}, "larger than"},
		"zip":     {Limits{Unzipped: 2000}, "far larger than it looks"},
		"rows":    {Limits{Rows: 10}, "취합본.xlsx[기업]:11: the sheet has more than 10 rows"},
		"columns": {Limits{Columns: 2}, "취합본.xlsx[기업]:1: the row has 3 columns, more than 2"},
		"cell":    {Limits{Cell: 30}, "취합본.xlsx[기업]:2: a cell has more than 30 characters"},
		"cells":   {Limits{Cells: 30}, "취합본.xlsx[기업]:11: the file has more than 30 cells"},
		"sheets":  {Limits{Sheets: 1}, "the workbook has 2 sheets, more than 1"},
	} {
		src := workbook(t, []sheetRows{{"기업", rows}, {"둘째", nil}}, nil)
		got := summary(read(t, Options{Limits: c.limits}, src))
		if !strings.Contains(got, "problem 취합본.xlsx") || !strings.Contains(got, c.want) || strings.Contains(got, "{") {
			t.Errorf("%s:\n%s\nwant %s", name, got, c.want)
		}
	}
}

// TestHugeMerge reads a small file that claims a merged area as large as a
// sheet can be.
func TestHugeMerge(t *testing.T) {
	src := workbook(t, []sheetRows{{"기업", [][]any{{"기업명", "설립연도"}, {"누리", 2015}, {"한빛", 2016}}}}, func(f *excelize.File) {
		must(t, f.MergeCell("기업", "C1", "D2"))
	})
	src = rezip(t, src, "xl/worksheets/sheet1.xml", "C1:D2", "C1:XFD1048576")
	if got := read(t, Options{}, src); len(got.Records) != 2 || len(got.Problems) > 0 {
		t.Error(summary(got))
	}
}

// TestFarRow reads a small file whose one row stands at the end of the sheet
// and whose cell stands in the last column.
func TestFarRow(t *testing.T) {
	src := workbook(t, []sheetRows{{"기업", [][]any{{"기업명", "설립연도"}, {"누리", 2015}}}}, func(f *excelize.File) {
		must(t, f.SetCellValue("기업", "XFD1048576", "x"))
	})
	if got := summary(read(t, Options{}, src)); !strings.Contains(got, "취합본.xlsx[기업]:1048576: the row has 16384 columns, more than 512") {
		t.Error(got)
	}
}

// rezip changes a text in one part of a workbook.
func rezip(t testing.TB, src Source, part, old, text string) Source {
	t.Helper()
	data, err := io.ReadAll(src.Data)
	must(t, err)
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	changed := false
	for _, f := range in.File {
		r, err := f.Open()
		must(t, err)
		body, err := io.ReadAll(r)
		must(t, err)
		if f.Name == part && bytes.Contains(body, []byte(old)) {
			body, changed = bytes.ReplaceAll(body, []byte(old), []byte(text)), true
		}
		w, err := out.Create(f.Name)
		must(t, err)
		_, err = w.Write(body)
		must(t, err)
	}
	must(t, out.Close())
	if !changed {
		t.Fatalf("%s does not hold %q", part, old)
	}
	return Source{src.Name, &b}
}
