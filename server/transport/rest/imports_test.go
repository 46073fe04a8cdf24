package rest

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
	"time"

	"jumpup/server/backend/store"
	"jumpup/server/domain"
	"jumpup/server/service/directory"
	"jumpup/server/service/jobs"
)

// testJobs is the job service of a test server; it works only while
// [testServer.work] keeps it going.
func testJobs(st *store.Store, c Config) *jobs.Service {
	return jobs.New(jobs.Config{
		Store: st, Now: c.Now, NewID: c.NewID, Worker: "test", Log: slog.New(slog.DiscardHandler), Workers: 1, Poll: 20 * time.Millisecond,
		Kinds: map[string]jobs.Kind{
			directory.JobImport: {Action: domain.ActImport, Run: c.Directory.RunImport},
			directory.JobExport: {Action: domain.ActExport, Run: c.Directory.RunExport},
		},
	})
}

// work runs jobs until the test ends.
func (s *testServer) work() {
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.config.Jobs.Run(ctx) }()
	s.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			s.Error(err)
		}
	})
}

// upload sends a form of files by name, and fields in pairs.
func (c *client) upload(path string, files map[string]string, fields ...string) *reply {
	c.s.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for name, data := range files {
		f, err := w.CreateFormFile("files", name)
		if err != nil {
			c.s.Fatal(err)
		}
		if _, err := io.WriteString(f, data); err != nil {
			c.s.Fatal(err)
		}
	}
	for i := 0; i+1 < len(fields); i += 2 {
		if err := w.WriteField(fields[i], fields[i+1]); err != nil {
			c.s.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		c.s.Fatal(err)
	}
	return c.do(http.MethodPost, path, b.String(), "Content-Type", w.FormDataContentType())
}

// ended follows a job to its end.
func (a *reply) ended() Job {
	a.s.Helper()
	var j Job
	a.status(http.StatusAccepted).into(&j)
	if a.Header.Get("Location") != "/api/v1/jobs/"+j.ID {
		a.s.Errorf("%s: Location %q", a.what, a.Header.Get("Location"))
	}
	tick := time.NewTicker(3 * time.Millisecond)
	defer tick.Stop()
	ctx, cancel := context.WithTimeout(a.s.Context(), 20*time.Second)
	defer cancel()
	for {
		a.get("/jobs/" + j.ID).status(http.StatusOK).into(&j)
		if j.State != "queued" && j.State != "running" {
			return j
		}
		select {
		case <-ctx.Done():
			a.s.Fatalf("%s: the job is still %s", a.what, j.State)
		case <-tick.C:
		}
	}
}

const twoCompanies = `{"id":"c1","name":"가나정밀"}` + "\n" + `{"id":"c2","name":"다라소재","founded":2015}` + "\n"

func TestImportFromThePage(t *testing.T) {
	s := newTestServer(t)
	s.work()
	c := s.as(domain.RoleCoordinator)
	j := c.upload("/imports", map[string]string{"companies.jsonl": twoCompanies}, "dry_run", "true").ended()
	if j.State != "done" || j.Result == nil || !j.Result.Import.DryRun || j.Result.Import.Counts["company"].Created != 2 {
		t.Fatalf("the dry run ended as %+v", j)
	}
	c.get("/companies").status(http.StatusOK).lacks("가나정밀")
	j = c.upload("/imports", map[string]string{"companies.jsonl": twoCompanies}).ended()
	if j.State != "done" || j.Result.Import.DryRun || len(j.Files) != 1 || j.Finished == nil {
		t.Fatalf("the import ended as %+v", j)
	}
	c.get("/companies").status(http.StatusOK).has("가나정밀", "다라소재")
	report := c.get("/jobs/" + j.ID + "/files/report.txt").status(http.StatusOK).has("company: 2 new, 0 changed, 0 unchanged")
	if d := report.Header.Get("Content-Disposition"); d != "attachment; filename=report.txt" {
		t.Errorf("the report is served as %q", d)
	}
	c.get("/jobs").status(http.StatusOK).has(`"kind":"import"`, `"state":"done"`)
	c.get("/jobs/" + j.ID + "/files/none.txt").status(http.StatusNotFound)
	c.post("/jobs/"+j.ID+"/cancel", nil).status(http.StatusOK).has(`"state":"done"`)
}

func TestFaultyImport(t *testing.T) {
	s := newTestServer(t)
	s.work()
	c := s.as(domain.RoleCoordinator)
	j := c.upload("/imports", map[string]string{"companies.jsonl": twoCompanies + "{\n" + `{"id":"c3","stage":"x"}` + "\n"}).ended()
	if j.State != "failed" || !strings.Contains(j.Error, "2 problems") || j.Result.Import.Problems != 2 || j.Result.Import.First[1].Place != "companies.jsonl:4: stage" {
		t.Fatalf("the import ended as %+v, %+v", j, j.Result)
	}
	c.get("/jobs/"+j.ID+"/files/report.txt").status(http.StatusOK).has("companies.jsonl:3: column 2", "companies.jsonl:4: stage")
	c.get("/companies").status(http.StatusOK).lacks("가나정밀")
}

func TestUploadsThatAreRefused(t *testing.T) {
	s := newTestServer(t)
	c := s.as(domain.RoleCoordinator)
	c.upload("/imports", nil).status(http.StatusUnprocessableEntity)
	c.upload("/imports", map[string]string{"a.pdf": "x"}).status(http.StatusUnprocessableEntity).has("a.pdf")
	c.upload("/imports", map[string]string{"a.csv": "x"}, "mapping", "{").status(http.StatusUnprocessableEntity).has("mapping")
	c.upload("/imports", map[string]string{"a.csv": "x"}, "mapping", `{"rows":1}`).status(http.StatusUnprocessableEntity)
	c.upload("/imports", map[string]string{"a.csv": strings.Repeat("x", 64<<20+1)}).status(http.StatusRequestEntityTooLarge)
	c.post("/imports", map[string]any{}).status(http.StatusUnprocessableEntity)
	many := map[string]string{}
	for i := range 51 {
		many[strings.Repeat("a", i+1)+".csv"] = ""
	}
	c.upload("/imports", many).status(http.StatusUnprocessableEntity)
	c.upload("/imports/inspect", map[string]string{"a.exe": "x"}).status(http.StatusUnprocessableEntity)
}

func TestImportsAreForStaff(t *testing.T) {
	s := newTestServer(t)
	s.put(&domain.Company{ID: "c1"}, &domain.Institution{ID: "x1"}, &domain.Expert{ID: "e1"}, &domain.Investor{ID: "i1"})
	j := s.as(domain.RoleCoordinator).upload("/imports", map[string]string{"a.csv": "x"}).status(http.StatusAccepted)
	var job Job
	j.into(&job)
	s.as(domain.RoleAdministrator).get("/jobs/" + job.ID).status(http.StatusOK)
	for _, role := range []domain.Role{domain.RoleCompany, domain.RoleExpert, domain.RoleInvestor, domain.RoleManager} {
		c := s.as(role)
		c.upload("/imports", map[string]string{"a.csv": "x"}).status(http.StatusForbidden).code("forbidden")
		c.upload("/imports/inspect", map[string]string{"a.csv": "x"}).status(http.StatusForbidden)
		c.post("/exports", map[string]any{"format": "jsonl"}).status(http.StatusForbidden)
		c.get("/templates/company.xlsx").status(http.StatusForbidden)
		c.get("/merges").status(http.StatusForbidden)
		c.post("/merges", map[string]any{"pair": "p", "decision": "same"}).status(http.StatusForbidden)
		c.post("/merges/records", map[string]any{"kind": "company", "keep": "c1", "fold": "c2"}).status(http.StatusForbidden)
		c.get("/jobs").status(http.StatusOK).lacks(job.ID)
		c.get("/jobs/" + job.ID).status(http.StatusNotFound)
		c.get("/jobs/" + job.ID + "/files/a.csv").status(http.StatusNotFound)
		c.post("/jobs/"+job.ID+"/cancel", nil).status(http.StatusNotFound)
	}
	nobody := s.anybody()
	nobody.upload("/imports", map[string]string{"a.csv": "x"}).status(http.StatusUnauthorized)
	nobody.get("/jobs").status(http.StatusUnauthorized)
	nobody.get("/jobs/" + job.ID + "/files/a.csv").status(http.StatusUnauthorized)
	s.as(domain.RoleCoordinator).post("/jobs/"+job.ID+"/cancel", nil).status(http.StatusOK).has(`"state":"cancelled"`)
}

func TestExportsFromThePage(t *testing.T) {
	s := newTestServer(t)
	s.work()
	s.put(&domain.Company{ID: "c1", Name: domain.PlainText("가나정밀")}, &domain.Expert{ID: "e1", Name: domain.PlainText("이도윤")})
	c := s.as(domain.RoleCoordinator)
	j := c.post("/exports", map[string]any{"format": "jsonl", "kinds": []string{"company"}}).ended()
	if j.State != "done" || j.Result.Export.Records != 1 || len(j.Files) != 1 {
		t.Fatalf("the export ended as %+v", j)
	}
	data := c.get("/jobs/" + j.ID + "/files/" + j.Files[0]).status(http.StatusOK).body
	archive, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil || len(archive.File) != 1 || archive.File[0].Name != "companies.jsonl" {
		t.Fatalf("the archive holds %v, %v", archive, err)
	}
	f, err := archive.Open("companies.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	lines, err := io.ReadAll(f)
	if err != nil || string(lines) != `{"id":"c1","name":"가나정밀"}`+"\n" {
		t.Errorf("the file is %q, %v", lines, err)
	}
	for _, format := range []string{"xlsx", "csv"} {
		if j := c.post("/exports", map[string]any{"format": format}).ended(); j.State != "done" || j.Result.Export.Records != 2 {
			t.Errorf("the %s export ended as %+v", format, j)
		}
	}
	c.post("/exports", map[string]any{"format": "pdf"}).status(http.StatusUnprocessableEntity)
	c.get("/templates/company.xlsx").status(http.StatusOK).has("PK")
	c.get("/templates/sweep.xlsx").status(http.StatusUnprocessableEntity)
	s.as(domain.RoleAdministrator).get("/accesses").status(http.StatusOK).has(`"export"`)
}

func TestInspectAndMap(t *testing.T) {
	s := newTestServer(t)
	s.work()
	c := s.as(domain.RoleCoordinator)
	sheet := map[string]string{"우리.csv": "우리코드,업체이름\nc7,마바로봇\n"}
	var seen struct {
		Files      []InspectedFile `json:"files"`
		Remembered Mapping         `json:"remembered"`
		Tables     []SheetTable    `json:"tables"`
	}
	c.upload("/imports/inspect", sheet).status(http.StatusOK).into(&seen)
	if len(seen.Files) != 1 || len(seen.Files[0].Sheets) != 1 || len(seen.Files[0].Sheets[0].Columns) != 2 || len(seen.Tables) < 8 || len(seen.Remembered.Columns) != 0 {
		t.Fatalf("seen %+v", seen)
	}
	m, err := json.Marshal(Mapping{
		Columns: []ColumnMapping{{Table: "company", Header: "우리코드", Field: "id"}, {Table: "company", Header: "업체이름", Field: "name"}},
		Sheets:  []SheetMapping{{File: "우리.csv", Table: "company", HeaderRow: 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	c.upload("/imports/inspect", sheet, "mapping", string(m)).status(http.StatusOK).has(`"field":"id"`, `"table":"company"`)
	if j := c.upload("/imports", sheet, "mapping", string(m)).ended(); j.State != "done" || j.Result.Import.Counts["company"].Created != 1 {
		t.Fatalf("the import ended as %+v", j)
	}
	c.get("/companies/c7").status(http.StatusOK).has("마바로봇")
	c.upload("/imports/inspect", sheet).status(http.StatusOK).has(`"header":"우리코드"`, `"remembered":{"columns":[{"table":"company"`)
}

func TestMergePage(t *testing.T) {
	s := newTestServer(t)
	s.work()
	founded := 2019
	s.put(&domain.Company{ID: "c1", Name: domain.PlainText("가나정밀")}, &domain.Company{ID: "c2", Name: domain.PlainText("다라소재"), Founded: &founded})
	c := s.as(domain.RoleCoordinator)
	j := c.upload("/imports", map[string]string{"기업.csv": "기업명,설립연도,지역\n가나정밀,2012,경남\n다라소재,2001,전남\n"}).ended()
	if j.State != "done" || j.Result.Import.Doubts != 2 {
		t.Fatalf("the import ended as %+v, %+v", j, j.Result)
	}
	var list List[MergePair]
	c.get("/merges?limit=1").status(http.StatusOK).into(&list)
	if len(list.Items) != 1 || list.Items[0].OldID != "c1" || list.Items[0].Why != "name" || *list.Total != 2 || !strings.Contains(string(list.Items[0].New), "경남") {
		t.Fatalf("the pairs are %+v", list)
	}
	first := list.Items[0]
	c.get("/merges?limit=1&cursor=" + list.Next).status(http.StatusOK).into(&list)
	second := list.Items[0]
	c.post("/merges", map[string]any{"pair": first.ID, "decision": "same", "take": []string{"region"}}).status(http.StatusNoContent)
	c.get("/companies/c1").status(http.StatusOK).has("경남").lacks("2012")
	c.get("/companies/" + first.NewID).status(http.StatusNotFound)
	c.post("/merges", map[string]any{"pair": second.ID, "decision": "different"}).status(http.StatusNoContent)
	c.get("/companies/" + second.NewID).status(http.StatusOK).has("전남")
	c.post("/merges", map[string]any{"pair": second.ID, "decision": "same"}).status(http.StatusNotFound)
	c.post("/merges/records", map[string]any{"kind": "company", "keep": "c2", "fold": second.NewID, "take": []string{"colour"}}).status(http.StatusUnprocessableEntity)
	c.post("/merges/records", map[string]any{"kind": "company", "keep": "c2", "fold": second.NewID}).status(http.StatusNoContent)
	c.get("/companies/c2").status(http.StatusOK).has("전남", "2001")
}
