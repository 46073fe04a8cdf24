package directory_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"jumpup/server/backend/store"
	"jumpup/server/domain"
	"jumpup/server/interchange/sheet"
	"jumpup/server/service/directory"
)

var importer = domain.Actor{User: "u1", Role: domain.RoleCoordinator, Lang: "ko"}

// office is a directory over a real, empty in-memory store.
type office struct {
	*testing.T
	*directory.Service
	store *store.Store
}

func newOffice(t *testing.T) office {
	t.Helper()
	st, err := store.Open(t.Context(), store.Options{Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	n := 0
	return office{t, directory.New(directory.Config{
		Store: st, Log: st, Settings: st, Wiper: st, Now: time.Now,
		NewID: func() string { n++; return fmt.Sprintf("new-%03d", n) },
	}), st}
}

// folder makes a source of a folder from lines by file name.
func folder(files map[string]string) directory.Source {
	fs := fstest.MapFS{}
	for name, lines := range files {
		fs[name] = &fstest.MapFile{Data: []byte(lines)}
	}
	return directory.Source{Name: "data", Folder: fs}
}

func file(name string, data []byte) directory.Source {
	return directory.Source{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}
}

// table makes a CSV file of rows.
func table(t *testing.T, name string, rows ...[]string) directory.Source {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return file(name, b.Bytes())
}

func (o office) bring(sources ...directory.Source) (directory.ImportReport, error) {
	o.Helper()
	b, err := directory.ReadSources(o.Context(), sources, sheet.Mapping{}, nil)
	if err != nil {
		o.Fatal(err)
	}
	return o.Import(o.Context(), importer, b, directory.ImportOptions{})
}

func (o office) mustBring(sources ...directory.Source) directory.ImportReport {
	o.Helper()
	report, err := o.bring(sources...)
	if err != nil {
		o.Fatalf("%v\n%s", err, report.Problems.Report())
	}
	return report
}

func (o office) record(k domain.Kind, id string) domain.Record {
	o.Helper()
	r, err := o.store.Record(o.Context(), domain.Ref{Kind: k, ID: id})
	if err != nil {
		o.Fatal(err)
	}
	return r
}

func (o office) count(k domain.Kind) int {
	o.Helper()
	n := 0
	if err := o.store.Each(o.Context(), k, domain.Filter{}, func(domain.Record) error { n++; return nil }); err != nil {
		o.Fatal(err)
	}
	return n
}

var small = map[string]string{
	"institutions.jsonl": `{"id":"x1","name":"한빛연구원"}` + "\n",
	"cohorts.jsonl":      `{"id":"g1","name":"1기","year":2026}` + "\n",
	"people.jsonl":       `{"id":"p1","email":"kim@example.org","name":"김하나","organisation":"c1"}` + "\n",
	"companies.jsonl":    `{"id":"c1","name":"가나정밀","cohort":"g1","hidden_from":["i1"]}` + "\n" + `{"id":"c2","name":"다라소재"}` + "\n",
	"needs.jsonl":        `{"id":"n1","company":"c1","kind":"directing","title":"수출"}` + "\n",
	"experts.jsonl":      `{"id":"e1","name":"이도윤","institution":"x1","conflicts":["c99"]}` + "\n",
	"investors.jsonl":    `{"id":"i1","name":"Tan Capital","portfolio":[{"company":"c98","name":"elsewhere"}]}` + "\n",
	"preferences.jsonl":  `{"from":"n1","to":"e1","level":"want"}` + "\n",
}

func TestImportTwice(t *testing.T) {
	o := newOffice(t)
	first := o.mustBring(folder(small))
	want := domain.Imported{}
	for _, k := range domain.Kinds {
		want[k] = domain.ImportCount{Created: 1}
	}
	want[domain.KindCompany] = domain.ImportCount{Created: 2}
	if d := cmp.Diff(want, first.Counts); d != "" {
		t.Errorf("first import (-want +got):\n%s", d)
	}
	if n := o.record(domain.KindNeed, "n1").(*domain.Need); n.State != domain.NeedFiled || n.Holder != domain.RoleCoordinator {
		t.Errorf("the new need is %s with %s", n.State, n.Holder)
	}
	if _, err := o.Step(t.Context(), importer, "n1", 0, domain.StepTriage, ""); err != nil {
		t.Fatal(err)
	}
	again := o.mustBring(folder(small))
	for _, k := range domain.Kinds {
		if n := again.Counts[k]; n.Created+n.Changed != 0 || n.Unchanged == 0 {
			t.Errorf("second import of %s: %+v", k, n)
		}
	}
	if n := o.record(domain.KindNeed, "n1").(*domain.Need); n.State != domain.NeedTriaged {
		t.Errorf("the second import moved the need to %s", n.State)
	}
}

func TestImportReportsEverythingAndWritesNothing(t *testing.T) {
	o := newOffice(t)
	report, err := o.bring(folder(map[string]string{
		"companies.jsonl":   `{"id":"c1","stage":"x"}` + "\n" + `{"id":"c2","cohort":"g9"}` + "\n",
		"needs.jsonl":       `{"id":"n1","company":"c9","kind":"directing"}` + "\nbroken\n",
		"preferences.jsonl": `{"from":"c2","to":"e9","level":"no"}` + "\n",
		"notes.txt":         "",
	}))
	if domain.CodeOf(err) != domain.CodeInvalid {
		t.Fatalf("the error is %v", err)
	}
	want := []string{
		`companies.jsonl:1: stage: "x" is unknown; write one of pre-seed seed series-a series-b series-c growth pre-ipo public other`,
		`needs.jsonl:2: column 1: has the bare word "broken"; put texts into double quotes`,
		`companies.jsonl:2: cohort: no cohort has the id "g9"; add it or correct the reference`,
		`needs.jsonl:1: company: no company has the id "c9"; add it or correct the reference`,
		`preferences.jsonl:1: to: no company, need, expert or investor has the id "e9"; add it or correct the reference`,
	}
	if d := cmp.Diff(strings.Join(want, "\n")+"\n", report.Problems.Report()); d != "" {
		t.Errorf("report (-want +got):\n%s", d)
	}
	if !slices.Equal(report.Ignored, []string{"notes.txt"}) {
		t.Errorf("ignored %v", report.Ignored)
	}
	for _, k := range domain.Kinds {
		if n := o.count(k); n != 0 {
			t.Errorf("%d records of %s were written", n, k)
		}
	}
}

func TestReferencesMayLeadToTheStore(t *testing.T) {
	o := newOffice(t)
	o.mustBring(folder(small))
	o.mustBring(folder(map[string]string{"needs.jsonl": `{"id":"n2","company":"c2","kind":"partner"}` + "\n"}))
	if n := o.count(domain.KindNeed); n != 2 {
		t.Errorf("%d needs", n)
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	o := newOffice(t)
	b, err := directory.ReadSources(t.Context(), []directory.Source{folder(small)}, sheet.Mapping{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	report, err := o.Import(t.Context(), importer, b, directory.ImportOptions{DryRun: true})
	if err != nil || report.Counts[domain.KindCompany].Created != 2 {
		t.Fatalf("%+v, %v", report.Counts, err)
	}
	if !strings.Contains(report.Text(), "company: 2 new, 0 changed, 0 unchanged\n") || !strings.Contains(report.Text(), "dry run: nothing was written\n") {
		t.Errorf("the report reads\n%s", report.Text())
	}
	if n := o.count(domain.KindCompany); n != 0 {
		t.Errorf("%d companies were written", n)
	}
}

func TestOnlyStaffMayImportAndExport(t *testing.T) {
	o := newOffice(t)
	for _, role := range []domain.Role{"", domain.RoleCompany, domain.RoleExpert, domain.RoleInvestor, domain.RoleManager} {
		a := domain.Actor{User: "u9", Role: role, Subject: domain.Ref{Kind: role.SubjectKind(), ID: "c1"}}
		want := domain.CodeForbidden
		if role == "" {
			want = domain.CodeUnauthenticated
		}
		b, err := directory.ReadSources(t.Context(), []directory.Source{folder(small)}, sheet.Mapping{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		_, imported := o.Import(t.Context(), a, b, directory.ImportOptions{})
		_, exported := o.Export(t.Context(), a, nil, func(string) (io.Writer, error) { return io.Discard, nil }, nil)
		_, doubts := o.Doubts(t.Context(), a, "", 0)
		merged := o.Merge(t.Context(), a, domain.Ref{Kind: domain.KindCompany, ID: "c1"}, domain.Ref{Kind: domain.KindCompany, ID: "c2"}, nil)
		_, input := o.ImportInput(a, []string{"a.csv"}, false, sheet.Mapping{})
		_, inspected := o.InspectFile(t.Context(), a, "a.csv", nil, sheet.Mapping{})
		for what, err := range map[string]error{"import": imported, "export": exported, "doubts": doubts, "merge": merged, "input": input, "inspect": inspected} {
			if domain.CodeOf(err) != want {
				t.Errorf("%s by %q gives %v", what, role, err)
			}
		}
	}
}

func TestCancelledImportWritesNothing(t *testing.T) {
	o := newOffice(t)
	b, err := directory.ReadSources(t.Context(), []directory.Source{folder(small)}, sheet.Mapping{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err = o.Import(ctx, importer, b, directory.ImportOptions{Progress: func(phase string, done, _ int64) {
		if phase == domain.PhaseWriting && done > 2 {
			cancel()
		}
	}})
	if err == nil {
		t.Fatal("the cancelled import succeeded")
	}
	if n := o.count(domain.KindInstitution); n != 0 {
		t.Errorf("%d institutions were written", n)
	}
}

// export gives the files of an export.
func (o office) export() map[string]string {
	o.Helper()
	buffers := map[string]*bytes.Buffer{}
	_, err := o.Export(o.Context(), importer, nil, func(name string) (io.Writer, error) {
		buffers[name] = &bytes.Buffer{}
		return buffers[name], nil
	}, nil)
	if err != nil {
		o.Fatal(err)
	}
	out := map[string]string{}
	for name, b := range buffers {
		out[name] = b.String()
	}
	return out
}

func TestExportIsWhatWasImported(t *testing.T) {
	o := newOffice(t)
	o.mustBring(folder(small))
	if d := cmp.Diff(small, o.export()); d != "" {
		t.Errorf("export (-imported +exported):\n%s", d)
	}
}

func TestSourcesTogether(t *testing.T) {
	o := newOffice(t)
	one := map[string]string{"companies.jsonl": `{"id":"c1"}` + "\n"}
	report, err := o.bring(folder(one), table(t, "more.csv", []string{"기업 ID", "기업명"}, []string{"c1", "가나정밀"}, []string{"c2", "다라소재"}))
	if err == nil || !strings.Contains(report.Problems.Report(), `more.csv:2: id: "c1" stands already at data/companies.jsonl:1; give each record its own id`) {
		t.Errorf("the id given twice is reported as\n%s", report.Problems.Report())
	}
	report, err = o.bring(file("companies.jsonl", []byte("{\"id\":\"c1\"}\n")), file("firms.jsonl", nil), file("a.txt", nil), directory.Source{Name: "gone"})
	if err == nil || len(report.Problems) != 3 {
		t.Errorf("unusable sources are reported as\n%s", report.Problems.Report())
	}
}

func TestRealFolder(t *testing.T) {
	if testing.Short() {
		t.Skip("imports 11,251 records; left out by -short")
	}
	const dir = "../../../../shared/data/investors"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the data folder investors is not there")
	}
	o := newOffice(t)
	src := directory.Source{Name: path.Base(dir), Folder: os.DirFS(dir)}
	began := time.Now()
	report := o.mustBring(src)
	t.Logf("first import: %v", time.Since(began))
	if n := report.Counts[domain.KindCompany].Created; n != 7702 {
		t.Errorf("%d companies", n)
	}
	began = time.Now()
	report = o.mustBring(src)
	t.Logf("second import: %v", time.Since(began))
	for k, n := range report.Counts {
		if n.Created+n.Changed != 0 {
			t.Errorf("second import of %s: %+v", k, n)
		}
	}
	lines := 0
	for _, text := range o.export() {
		lines += strings.Count(text, "\n")
	}
	if lines != 11251 {
		t.Errorf("exported %d records, imported 11251", lines)
	}
}
