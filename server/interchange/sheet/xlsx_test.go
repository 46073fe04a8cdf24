package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jumpup/server/domain"
)

func TestDateCells(t *testing.T) {
	rows := []sheetRows{{"수요", [][]any{{"기업명", "제목", "접수일"}, {"누리테크", "하나", 46083}, {"누리테크", "둘", "46083"}}}}
	for name, system := range map[string]struct {
		date1904 bool
		want     string
	}{"1900": {false, `"opened":"2026-03-02"`}, "1904": {true, `"opened":"2030-03-03"`}} {
		src := workbook(t, rows, func(f *excelize.File) {
			style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			must(t, err)
			must(t, f.SetCellStyle("수요", "C2", "C2", style))
			must(t, f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &system.date1904}))
		})
		if got := summary(read(t, Options{}, src)); strings.Count(got, system.want) != 2 {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestXLSXGuard looks into the written parts: texts are typed as texts, no cell
// has a formula, and the same records give the same bytes.
func TestXLSXGuard(t *testing.T) {
	var records []domain.Record
	for i, s := range awkward {
		records = append(records, &domain.Expert{ID: domain.ExpertID(strings.Repeat("e", i+1)), Name: domain.PlainText(s), Tags: []string{s}, Works: []domain.Work{{Title: domain.PlainText(s)}}})
	}
	write := func() []byte {
		var b bytes.Buffer
		must(t, WriteXLSX(&b, records, WriteOptions{}))
		return b.Bytes()
	}
	data := write()
	if !bytes.Equal(data, write()) {
		t.Error("the same records give other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	sheets := 0
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/") {
			continue
		}
		sheets++
		r, err := f.Open()
		must(t, err)
		body, err := io.ReadAll(r)
		must(t, err)
		if bytes.Contains(body, []byte("<f>")) || bytes.Contains(body, []byte("<f ")) {
			t.Errorf("%s holds a formula", f.Name)
		}
		if !bytes.Contains(body, []byte(`state="frozen"`)) {
			t.Errorf("%s has no frozen header", f.Name)
		}
		for _, start := range []string{"<t>=", "<t>+", "<t>-", "<t>@", `preserve">	`} {
			if bytes.Contains(body, []byte(start)) {
				t.Errorf("%s has a cell that begins with %q", f.Name, start)
			}
		}
	}
	if sheets != 2 {
		t.Errorf("%d sheets, want 2", sheets)
	}
}

func TestXLSXCellTooLong(t *testing.T) {
	long := &domain.Expert{ID: "e1", Works: []domain.Work{{Text: domain.Text{Ko: strings.Repeat("가", 40_000)}}}}
	var b bytes.Buffer
	err := WriteXLSX(&b, []domain.Record{long}, WriteOptions{})
	if domain.CodeOf(err) != domain.CodeInvalid || !strings.Contains(err.Error(), "expert/e1 works[0] text.ko") || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
	files := CSVFiles([]domain.Record{long}, WriteOptions{})
	if len(files) != 2 || files[1].Name != "experts.works.csv" {
		t.Fatalf("%d files", len(files))
	}
	if err := WriteXLSX(&b, nil, WriteOptions{}); domain.CodeOf(err) != domain.CodeInvalid {
		t.Errorf("nothing to write: %v", err)
	}
}

func TestWriteError(t *testing.T) {
	broken := errors.New("disk full")
	w := writerFunc(func([]byte) (int, error) { return 0, broken })
	records := []domain.Record{&domain.Cohort{ID: "2026"}}
	if err := WriteXLSX(w, records, WriteOptions{}); !errors.Is(err, broken) {
		t.Errorf("XLSX: %v", err)
	}
	if _, err := CSVFiles(records, WriteOptions{})[0].WriteTo(w); !errors.Is(err, broken) {
		t.Errorf("CSV: %v", err)
	}
	if err := Template(w, domain.KindCohort, 2026); !errors.Is(err, broken) {
		t.Errorf("template: %v", err)
	}
	_, err := Read(context.Background(), []Source{{"x.csv", readerFunc(func([]byte) (int, error) { return 0, broken })}}, Options{})
	if !errors.Is(err, broken) {
		t.Errorf("read: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, []Source{csvSource(t, "x.csv", "기업명,설립연도\n가,2015\n")}, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// TestTemplates: a template as it comes holds no records and nothing wrong;
// filled in, it reads.
func TestTemplates(t *testing.T) {
	for _, k := range domain.Kinds {
		var b bytes.Buffer
		must(t, Template(&b, k, 2026))
		again := bytes.Buffer{}
		must(t, Template(&again, k, 2026))
		if !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("%s: two templates differ", k)
		}
		data := bytes.Clone(b.Bytes())
		got := read(t, Options{}, Source{string(k) + ".xlsx", &b})
		if len(got.Records)+len(got.Problems) > 0 {
			t.Errorf("%s: %s", k, summary(got))
		}
		for _, n := range got.Notes {
			if n.Code != NoteExampleRow {
				t.Errorf("%s: note %+v", k, n)
			}
		}
		f, err := excelize.OpenReader(bytes.NewReader(data))
		must(t, err)
		offered, sheets := 0, f.GetSheetList()
		for _, s := range sheets {
			v, err := f.GetDataValidations(s)
			must(t, err)
			offered += len(v)
		}
		if offered == 0 || sheets[len(sheets)-1] != listSheet || sheets[len(sheets)-2] != guideSheet {
			t.Errorf("%s: %d validations, sheets %v", k, offered, sheets)
		}
		must(t, f.Close())
	}
	if err := Template(io.Discard, "planet", 2026); domain.CodeOf(err) != domain.CodeNotFound {
		t.Errorf("unknown kind: %v", err)
	}
}

// TestExampleRowsAreRight reads the examples of the templates as records, so
// that what they show can be imported.
func TestExampleRowsAreRight(t *testing.T) {
	for _, tb := range tables {
		for _, c := range tb.columns {
			ex := exampleOf(c)
			if ex == "" {
				continue
			}
			var x any = domain.New(tb.kind)
			if tb.list != "" {
				x = tb.item()
			}
			if c.path == "registration_no" { // zeros show the form and are nobody's number
				continue
			}
			if err := c.parse(x, ex, &cellContext{row: newRow()}); err != nil {
				t.Errorf("%s %s: %v", tb.name, c.path, err)
			}
		}
	}
}

func TestFilledTemplate(t *testing.T) {
	var b bytes.Buffer
	must(t, Template(&b, domain.KindExpert, 2026))
	f, err := excelize.OpenReader(&b)
	must(t, err)
	main, works := expertTables[0].sheetName(), expertWorks.sheetName()
	fill := func(sheet string, line int, values map[string]any) {
		rows, err := f.GetRows(sheet)
		must(t, err)
		for i, h := range rows[0] {
			for want, v := range values {
				if strings.HasPrefix(h, want+"\n") {
					at, err := excelize.CoordinatesToCellName(i+1, line)
					must(t, err)
					must(t, f.SetCellValue(sheet, at, v))
				}
			}
		}
	}
	fill(main, 3, map[string]any{"성명(국문)": "김예시", "성명(영문)": "Kim Yesi", "역할": "디렉터", "언어": "한국어 (원어민); 영어 (C1)", "담당 가능 기업 수": 4, "전문가 이메일": "kim@example.com"})
	fill(works, 3, map[string]any{"전문가명": "김예시", "실적명(국문)": "베트남 진출", "날짜": "2024.5.30", "고객 비공개": "예"})
	fill(works, 4, map[string]any{"실적명(국문)": "공정 개선"})
	out := bytes.Buffer{}
	must(t, f.Write(&out))
	golden(t, summary(read(t, Options{}, Source{"experts.xlsx", &out})))
}

// TestFormulas reads results of formulas, and reports a formula that nobody has
// calculated yet.
func TestFormulas(t *testing.T) {
	src := workbook(t, []sheetRows{{"기업", [][]any{{"기업명", "임직원 수", "설립연도"}, {"누리테크", 45}, {"한빛소재", 50}}}}, func(f *excelize.File) {
		must(t, f.SetCellFormula("기업", "C2", "2000+15"))
		must(t, f.SetCellFormula("기업", "C3", "2000+9"))
	})
	src = rezip(t, src, "xl/worksheets/sheet1.xml", "<f>2000+9</f>", "<f>2000+9</f><v>2009</v>")
	golden(t, summary(read(t, Options{}, src)))
}
