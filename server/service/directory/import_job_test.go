package directory_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jumpup/server/domain"
	"jumpup/server/interchange/sheet"
	"jumpup/server/service/directory"
)

// pack makes a zip archive.
func pack(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, data := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// do runs a handler as the job service would.
func do(t *testing.T, run func(context.Context, domain.Task) (domain.Outcome, error), input []byte, files ...domain.File) (domain.Outcome, error) {
	t.Helper()
	return run(t.Context(), domain.Task{
		Job: domain.Job{ID: "j1", Input: input},
		File: func(_ context.Context, name string) (domain.File, error) {
			if i := slices.IndexFunc(files, func(f domain.File) bool { return f.Name == name }); i >= 0 {
				return files[i], nil
			}
			return domain.File{}, domain.Errorf(domain.CodeNotFound, "", "no file")
		},
		Report: func(string, int64, int64) {},
	})
}

func (o office) importJob(dryRun bool, m sheet.Mapping, files ...domain.File) (directory.ImportResult, string, error) {
	o.Helper()
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	input, err := o.ImportInput(importer, names, dryRun, m)
	if err != nil {
		o.Fatal(err)
	}
	out, err := do(o.T, o.RunImport, input, files...)
	var result directory.ImportResult
	if uerr := json.Unmarshal(out.Result, &result); uerr != nil {
		o.Fatal(uerr)
	}
	if len(out.Files) != 1 || out.Files[0].Name != directory.ReportFile {
		o.Fatalf("the job left %+v", out.Files)
	}
	return result, string(out.Files[0].Data), err
}

func TestImportJob(t *testing.T) {
	o := newOffice(t)
	archive := map[string]string{"data/readme.txt": "x", "__MACOSX/data/._companies.jsonl": "x", "data/sub/": ""}
	for name, lines := range small {
		archive["data/"+name] = lines
	}
	zipped := domain.File{Name: "data.zip", Data: pack(t, archive)}
	result, text, err := o.importJob(true, sheet.Mapping{}, zipped)
	if err != nil || !result.DryRun || result.Counts[domain.KindCompany] != (directory.Counted{Created: 2}) || !strings.Contains(text, "nothing was written") {
		t.Fatalf("%+v, %v\n%s", result, err, text)
	}
	if n := o.count(domain.KindCompany); n != 0 {
		t.Fatalf("the dry run wrote %d companies", n)
	}
	if _, _, err := o.importJob(false, sheet.Mapping{}, zipped); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(small, o.export()); d != "" {
		t.Errorf("export (-imported +exported):\n%s", d)
	}
	page, err := o.Audit(t.Context(), domain.Actor{User: "u2", Role: domain.RoleAdministrator}, domain.AuditQuery{Kind: domain.ImportFinished})
	if err != nil || len(page.Items) != 1 || page.Items[0].Event.Ref.ID != "j1" {
		t.Errorf("the audit log has %+v, %v", page.Items, err)
	}
}

func TestImportJobReportsProblems(t *testing.T) {
	o := newOffice(t)
	var lines strings.Builder
	for i := range 300 {
		fmt.Fprintf(&lines, `{"id":"c%d","stage":"x"}`+"\n", i)
	}
	result, text, err := o.importJob(false, sheet.Mapping{}, domain.File{Name: "companies.jsonl", Data: []byte(lines.String())})
	var problems domain.Problems
	if !errors.As(err, &problems) || len(problems) != 300 {
		t.Fatalf("the error is %v", err)
	}
	if result.Problems != 300 || len(result.First) != 200 || result.First[0].Place != "companies.jsonl:1: stage" {
		t.Errorf("result %d, %d listed, first %+v", result.Problems, len(result.First), result.First[0])
	}
	if n := strings.Count(text, "\n"); n != 301 {
		t.Errorf("the report has %d lines", n)
	}
}

func TestBadArchives(t *testing.T) {
	t.Cleanup(directory.SetMaxUnpacked(1 << 20))
	o := newOffice(t)
	bomb := pack(t, map[string]string{"companies.jsonl": strings.Repeat("\n", 2<<20)})
	many := map[string]string{}
	for i := range 1001 {
		many[fmt.Sprintf("%d.csv", i)] = ""
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"no zip":      {[]byte("hello"), "a.zip: is no readable zip archive"},
		"cut":         {pack(t, small)[:200], "a.zip: is no readable zip archive"},
		"bomb":        {bomb, "a.zip: holds more than 1 MiB when unpacked"},
		"many":        {pack(t, many), "a.zip: holds more than 1000 files"},
		"two folders": {pack(t, map[string]string{"a/companies.jsonl": "", "b/companies.jsonl": ""}), "comes beside"},
		"nothing":     {pack(t, map[string]string{"a.txt": ""}), "a.zip: holds no .jsonl, .xlsx or .csv file"},
		"inside":      {pack(t, map[string]string{"d/needs.jsonl": "x\n"}), "a.zip/d/needs.jsonl:1: column 1"},
	} {
		_, text, err := o.importJob(false, sheet.Mapping{}, domain.File{Name: "a.zip", Data: c.data})
		if domain.CodeOf(err) != domain.CodeInvalid || !strings.Contains(text, c.want) {
			t.Errorf("%s: %v\n%s", name, err, text)
		}
	}
}

func TestMappingIsRemembered(t *testing.T) {
	o := newOffice(t)
	rows := []byte("회사 고유값,회사이름표\nc1,가나정밀\n")
	m := sheet.Mapping{
		Columns: []sheet.ColumnMapping{{Table: "company", Header: "회사 고유값", Field: "id"}, {Table: "company", Header: "회사이름표", Field: "name"}},
		Sheets:  []sheet.SheetMapping{{File: "x.csv", Table: "company", HeaderRow: 1}},
	}
	f := domain.File{Name: "x.csv", Data: rows}
	if _, _, err := o.importJob(true, m, f); err != nil {
		t.Fatal(err)
	}
	if got, err := o.Mapping(t.Context(), importer); err != nil || len(got.Columns) != 0 {
		t.Errorf("a dry run is remembered: %+v, %v", got, err)
	}
	if _, _, err := o.importJob(false, m, f); err != nil {
		t.Fatal(err)
	}
	got, err := o.Mapping(t.Context(), importer)
	if err != nil || len(got.Columns) != 2 || len(got.Sheets) != 0 {
		t.Errorf("remembered %+v, %v", got, err)
	}
	info, err := o.InspectFile(t.Context(), importer, "y.csv", []byte("회사 고유값,회사이름표\nc2,다라소재\n"), sheet.Mapping{Sheets: []sheet.SheetMapping{{Table: "company", HeaderRow: 1}}})
	if err != nil || len(info.Sheets) != 1 || len(info.Sheets[0].Columns) != 2 || info.Sheets[0].Columns[0].Field != "id" {
		t.Errorf("the next file is understood as %+v, %v", info, err)
	}
}

func TestExportJobs(t *testing.T) {
	o := newOffice(t)
	o.mustBring(folder(small))
	for format, name := range map[string]string{"jsonl": ".zip", "xlsx": ".xlsx", "csv": "-csv.zip"} {
		input, err := o.ExportInput(importer, format, nil)
		if err != nil {
			t.Fatal(err)
		}
		out, err := do(t, o.RunExport, input)
		if err != nil {
			t.Fatal(err)
		}
		if len(out.Files) != 1 || !strings.HasSuffix(out.Files[0].Name, name) || !strings.Contains(string(out.Result), `"records":9`) {
			t.Fatalf("%s left %s, %s", format, out.Files[0].Name, out.Result)
		}
		other := newOffice(t)
		if _, text, err := other.importJob(false, sheet.Mapping{}, out.Files[0]); err != nil {
			t.Fatalf("%s: %v\n%s", format, err, text)
		}
		if d := cmp.Diff(small, other.export()); d != "" {
			t.Errorf("%s (-exported +imported again):\n%s", format, d)
		}
	}
	if _, err := o.ExportInput(importer, "pdf", nil); domain.CodeOf(err) != domain.CodeInvalid {
		t.Errorf("an unknown format gives %v", err)
	}
	if _, err := o.ExportInput(importer, "csv", []domain.Kind{"sweep"}); domain.CodeOf(err) != domain.CodeInvalid {
		t.Errorf("an unknown kind gives %v", err)
	}
}

func TestExportOfSomeKinds(t *testing.T) {
	o := newOffice(t)
	o.mustBring(folder(small))
	input, err := o.ExportInput(importer, "jsonl", []domain.Kind{domain.KindNeed, domain.KindExpert})
	if err != nil {
		t.Fatal(err)
	}
	out, err := do(t, o.RunExport, input)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(out.Files[0].Data), int64(len(out.Files[0].Data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range archive.File {
		names = append(names, f.Name)
	}
	if d := cmp.Diff([]string{"needs.jsonl", "experts.jsonl"}, names); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}
