package sheet

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"jumpup/server/interchange/jsonl"
)

// sheetRows is a sheet of a test workbook: rows from A1 on.
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

func encoded(t testing.TB, text, encoding string) []byte {
	t.Helper()
	data, err := []byte(text), error(nil)
	switch encoding {
	case "cp949":
		data, err = korean.EUCKR.NewEncoder().Bytes(data)
	case "utf-16le":
		data, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(data)
	case "utf-16be":
		data, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes(data)
	case "utf-16le without mark":
		data, err = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes(data)
	case "utf-8 with mark":
		data = append([]byte("\ufeff"), data...)
	case "utf-8 decomposed":
		data = norm.NFD.Bytes(data)
	}
	must(t, err)
	return data
}

func csvSource(t testing.TB, name, text string) Source {
	return Source{name, bytes.NewReader(encoded(t, text, "utf-8"))}
}

// summary is a Result in lines: a record's row, stated fields, JSON and keys;
// then problems and notes.
func summary(r Result) string {
	var b strings.Builder
	for _, l := range r.Records {
		fmt.Fprintf(&b, "%s %s %s", l.Place(), strings.Join(l.Fields, ","), jsonl.Append(nil, l.Record))
		if k := l.Keys; k.RegistrationNo+k.Email != "" {
			fmt.Fprintf(&b, " keys %s %s", k.RegistrationNo, k.Email)
		}
		if l.Existing {
			b.WriteString(" existing")
		}
		b.WriteByte('\n')
	}
	for _, p := range r.Problems {
		b.WriteString("problem " + p.Line() + "\n")
	}
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "note %s %s %s\n", n.Code, n.Place, n.Detail)
	}
	return b.String()
}

var update = flag.Bool("update", false, "write the expected outcomes anew")

// golden compares with testdata/<test>.txt.
func golden(t *testing.T, got string) {
	t.Helper()
	name := filepath.Join("testdata", strings.ReplaceAll(t.Name(), "/", "-")+".txt")
	if *update {
		must(t, os.MkdirAll("testdata", 0o755))
		must(t, os.WriteFile(name, []byte(got), 0o644))
	}
	want, err := os.ReadFile(name)
	must(t, err)
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("the outcome differs from %s (-want +got):\n%s", name, d)
	}
}
