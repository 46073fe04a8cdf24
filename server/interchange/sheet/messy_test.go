package sheet

import (
	"bytes"
	"context"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"jumpup/server/domain"
)

// workbook makes a file of sheets: name, then rows from A1 on.
type sheetRows struct {
	name string
	rows [][]any
}

func workbook(t testing.TB, sheets []sheetRows, more func(*excelize.File)) Source {
	t.Helper()
	f := excelize.NewFile()
	for i, s := range sheets {
		if i == 0 {
			must(t, f.SetSheetName("Sheet1", s.name))
		} else if _, err := f.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		for r, row := range s.rows {
			at, err := excelize.CoordinatesToCellName(1, r+1)
			must(t, err)
			must(t, f.SetSheetRow(s.name, at, &row))
		}
	}
	if more != nil {
		more(f)
	}
	var b bytes.Buffer
	must(t, f.Write(&b))
	return Source{"취합본.xlsx", &b}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, o Options, files ...Source) Result {
	t.Helper()
	got, err := Read(context.Background(), files, o)
	must(t, err)
	return got
}

func csvSource(t testing.TB, name, text, encoding string) Source {
	t.Helper()
	var data []byte
	var err error
	switch encoding {
	case "cp949":
		data, err = korean.EUCKR.NewEncoder().Bytes([]byte(text))
	case "utf-16le":
		data, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	case "utf-16be":
		data, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	case "utf-16le bare":
		data, err = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(text))
	case "utf-8 bom":
		data = []byte("\ufeff" + text)
	case "nfd":
		data = []byte(norm.NFD.String(text))
	default:
		data = []byte(text)
	}
	must(t, err)
	return Source{name, bytes.NewReader(data)}
}

func clean1(t testing.TB, r Result) {
	t.Helper()
	if len(r.Problems) > 0 {
		t.Fatalf("problems:\n%s", r.Problems.Report())
	}
}

func TestMessyCompanies(t *testing.T) {
	src := workbook(t, []sheetRows{{"26년 참여기업", [][]any{
		{"2026년 도약(Jump-Up) 프로그램 참여기업 현황"},
		{"", "", "", "", "", "", "", "", "(단위: 백만원, 명)"},
		{},
		{"연번", "기업명", "사업자\n등록번호", "설립일", "소재지", "업종", "종업원수", "매출액", "", "비고"},
		{"", "", "", "", "", "", "", "2023년", "2024년", ""},
		{1, "㈜누리테크", "123-45-67891", "2015.3.2", "경상남도", 29, "45명", 12000, "13,500", ""},
		{2, " (주) 한빛　소재 ", 1234567891, 42065, "경상남도", "C20, C22", "１２０", "120억", "250백만", "우선"},
		{3, "다온\u00a0바이오", "", "2009년", "", "의료용 물질 및 의약품 제조업", "80", "-", "$1.2M", ""},
		{"합계", "", "", "", "", "", 245, 24000, 13750, ""},
		{"※ 매출액은 감사보고서 기준"},
	}}}, func(f *excelize.File) {
		must(t, f.MergeCell("26년 참여기업", "A1", "J1"))
		for _, c := range []string{"A", "B", "C", "D", "E", "F", "G", "J"} {
			must(t, f.MergeCell("26년 참여기업", c+"4", c+"5"))
		}
		must(t, f.MergeCell("26년 참여기업", "H4", "I4"))
		must(t, f.MergeCell("26년 참여기업", "E6", "E7"))
	})
	got := read(t, Options{}, src)
	for _, p := range got.Problems {
		t.Log(p.Line())
	}
	for _, n := range got.Notes {
		t.Log(n.Place, n.Text)
	}
	for _, l := range got.Records {
		t.Logf("%d %+v %v %+v", l.Line, *l.Record.(*domain.Company), l.Fields, l.Keys)
	}
}
