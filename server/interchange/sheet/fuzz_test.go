package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"jumpup/server/domain"
)

// fuzzLimits keep a hostile input from taking the time of many.
var fuzzLimits = Limits{Bytes: 1 << 20, Unzipped: 4 << 20, Rows: 200, Columns: 60, Cell: 4000, Cells: 4000, Sheets: 5}

// checkRead reads a file and holds what must be true of any input: no panic,
// problems that say where and what, and records that survive an export.
func checkRead(t *testing.T, name string, data []byte) {
	t.Helper()
	got, err := Read(context.Background(), []Source{{name, bytes.NewReader(data)}}, Options{Limits: fuzzLimits})
	must(t, err)
	for _, p := range got.Problems {
		if p.Field == "" || p.Message == "" || p.Code != domain.CodeInvalid {
			t.Fatalf("a problem that says nothing: %+v", p)
		}
	}
	if _, err := Inspect(Source{name, bytes.NewReader(data)}, Mapping{}, fuzzLimits); err != nil {
		t.Fatal(err)
	}
	if len(got.Problems) > 0 || len(got.Records) == 0 {
		return
	}
	var records []domain.Record
	for _, l := range got.Records {
		if id := l.Record.Ref().ID; id == "" || l.Record.Validate().Err() != nil {
			return
		}
		records = append(records, l.Record)
	}
	var files []Source
	for _, f := range CSVFiles(records, WriteOptions{}) {
		var b bytes.Buffer
		_, err := f.WriteTo(&b)
		must(t, err)
		files = append(files, Source{f.Name, &b})
	}
	again := read(t, Options{}, files...)
	if len(again.Problems) > 0 {
		t.Fatalf("the export has problems:\n%s", again.Problems.Report())
	}
	var back []domain.Record
	for _, l := range again.Records {
		back = append(back, l.Record)
	}
	if d := cmp.Diff(records, back, sameRecord); d != "" {
		t.Fatalf("the export reads as other records:\n%s", d)
	}
}

func FuzzReadCSV(f *testing.F) {
	for _, s := range []string{
		"기업 ID,기업명,설립연도,2024년 매출(백만원),태그\nc1,누리테크,2015,120,로봇; 감속기\n", "sep=;\n전문가 ID;성명;언어\ne1;김;영어 (C1)\n", "투자자 ID\t투자사명\t투자 규모\ni1\tOcean\t5억~20억\n",
		"수요 ID,기업 ID,구분,제목,접수일\nn1,c1,투자,\"공장\n증설\",2026.3.2\n", "기업명\n'=1\n(삭제)\n", "전문가 ID,실적명\ne1,하나\n,둘\n", "\"", "a,b\n\"c", "기수 ID,항목,조건,값\n2026,founded,le,2019\n",
	} {
		f.Add([]byte(s))
		f.Add(encoded(f, s, "cp949"))
		f.Add(encoded(f, s, "utf-16le"))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, "x.csv", data) })
}

// FuzzReadXLSX takes whole workbooks and, for what is no archive, the XML of
// one sheet.
func FuzzReadXLSX(f *testing.F) {
	book := func(sheets ...sheetRows) []byte {
		data, err := io.ReadAll(workbook(f, sheets, nil).Data)
		must(f, err)
		return data
	}
	base := book(sheetRows{"기업 (companies)", nil})
	f.Add(base)
	f.Add(book(sheetRows{"기업", [][]any{{"기업 ID", "기업명", "설립연도"}, {"c1", "누리테크", 2015}}}))
	for _, s := range []string{
		`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>기업 ID</t></is></c><c r="B1" t="str"><v>기업명</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c></row></sheetData></worksheet>`,
		`<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>기업명</v></c><c r="B1" t="str"><v>설립일</v></c></row><row><c><v>x</v></c><c t="d"><v>2026-03-02T00:00:00</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A9"/></mergeCells></worksheet>`,
		`<worksheet><sheetData><row r="1048576"><c r="XFD1048576" t="b"><v>1</v></c></row></sheetData></worksheet>`, `<worksheet/>`, `<`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte("PK")) {
			data = withSheet(t, base, data)
		}
		checkRead(t, "x.xlsx", data)
	})
}

// withSheet puts the XML of a sheet into a workbook.
func withSheet(t testing.TB, base, sheet []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(base), int64(len(base)))
	must(t, err)
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, p := range in.File {
		body := sheet
		if p.Name != "xl/worksheets/sheet1.xml" {
			r, err := p.Open()
			must(t, err)
			body, err = io.ReadAll(r)
			must(t, err)
		}
		w, err := out.Create(p.Name)
		must(t, err)
		_, err = w.Write(body)
		must(t, err)
	}
	must(t, out.Close())
	return b.Bytes()
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"2.5억", "250백만원", "2억 5,000만원", "$1.2M", "USD 500k", "5억~20억", "5억 이상", "(1,200)", "△3", "이억오천만원", "￦１２", "1e9", "~", "원", "S$2m"} {
		f.Add(s, "백만원")
		f.Add(s, "")
	}
	f.Fuzz(func(t *testing.T, s, unit string) {
		u, _ := ParseUnit(unit)
		if a, err := ParseMoney(s, u); err == nil {
			if _, err := decimal.NewFromString(a.Value); err != nil || a.Currency != "" && !domain.KnownCurrency(a.Currency) {
				t.Fatalf("%q gives %+v", s, a)
			}
			if a.Currency != "" {
				if again, err := ParseMoney(a.Currency+" "+a.Value, Unit{}); err != nil || again != a {
					t.Fatalf("%q gives %+v, which reads as %+v, %v", s, a, again, err)
				}
			}
		}
		if r, err := ParseMoneyRange(s, u); err == nil && r.Min != "" && r.Max != "" {
			if decimal.RequireFromString(r.Min).GreaterThan(decimal.RequireFromString(r.Max)) {
				t.Fatalf("%q gives %+v", s, r)
			}
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2026. 3. 2.(월)", "26.3.2", "20260302", "46083", "Mar 2, 2026", "2026년 3월 2일", "2026-03-02T00:00:00Z", "3/2/2026", "'99.12.31"} {
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, date1904 bool) {
		d, err := ParseDate(s, date1904)
		if err != nil {
			return
		}
		if again, err := ParseDate(string(d), date1904); err != nil || again != d {
			t.Fatalf("%q gives %q, which reads as %q, %v", s, d, again, err)
		}
		if n, ok := dateSerial(d); ok && serialDate(n) != d {
			t.Fatalf("%q has the serial %d of %q", d, n, serialDate(n))
		}
	})
}
