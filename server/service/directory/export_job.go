package directory

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"time"

	"jumpup/server/domain"
	"jumpup/server/interchange/sheet"
)

type exportInput struct {
	Actor  jobActor `json:"actor"`
	Format string   `json:"format"`
	Kinds  []string `json:"kinds"`
}

// ExportFormats are what an export job can make: a zip of a data folder, a
// workbook, a zip of CSV files.
var ExportFormats = []string{"jsonl", "xlsx", "csv"}

// ExportResult is the result of an export job.
type ExportResult struct {
	Records int    `json:"records"`
	File    string `json:"file"` // the name of the job's file
}

// ExportInput makes the input of an export job; no kinds means all.
func (s *Service) ExportInput(a domain.Actor, format string, kinds []domain.Kind) ([]byte, error) {
	if _, err := s.newExport(a, kinds, nil); err != nil {
		return nil, err
	}
	in := exportInput{Actor: keepActor(a), Format: format}
	for _, k := range kinds {
		in.Kinds = append(in.Kinds, string(k))
	}
	for _, f := range ExportFormats {
		if f == format {
			return json.Marshal(in)
		}
	}
	return nil, domain.Errorf(domain.CodeInvalid, "format", "%q is unknown; choose jsonl, xlsx or csv", format)
}

// exportTries is how often an export is begun anew when records change under it.
const exportTries = 3

// RunExport is the handler of export jobs; it leaves one file.
func (s *Service) RunExport(ctx context.Context, t domain.Task) (domain.Outcome, error) {
	var in exportInput
	if err := json.Unmarshal(t.Job.Input, &in); err != nil {
		return domain.Outcome{}, err
	}
	kinds := make([]domain.Kind, len(in.Kinds))
	for i, k := range in.Kinds {
		kinds[i] = domain.Kind(k)
	}
	report := func(done, total int64) { t.Report(domain.PhaseReading, done, total) }
	for try := 1; ; try++ {
		report(0, 0)
		var out bytes.Buffer
		n, err := s.exportAs(ctx, in.Actor.actor(), in.Format, kinds, &out, report)
		if domain.CodeOf(err) == domain.CodeUnavailable && try < exportTries {
			continue
		}
		if err != nil {
			return domain.Outcome{}, err
		}
		name := exportName(in.Format, s.now())
		result, err := json.Marshal(ExportResult{n, name})
		return domain.Outcome{Result: result, Files: []domain.File{{Name: name, Data: out.Bytes()}}}, err
	}
}

func exportName(format string, at time.Time) string {
	name := "jumpup-" + at.Format(time.DateOnly)
	switch format {
	case "xlsx":
		return name + ".xlsx"
	case "csv":
		return name + "-csv.zip"
	}
	return name + ".zip"
}

func (s *Service) exportAs(ctx context.Context, a domain.Actor, format string, kinds []domain.Kind, out io.Writer, progress func(done, total int64)) (int, error) {
	if format == "xlsx" {
		return s.ExportSheet(ctx, a, kinds, out, progress)
	}
	archive := zip.NewWriter(out)
	create := func(name string) (io.Writer, error) {
		return archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: s.now()})
	}
	var n int
	var err error
	if format == "csv" {
		n, err = s.exportCSV(ctx, a, kinds, create, progress)
	} else {
		n, err = s.Export(ctx, a, kinds, create, progress)
	}
	if err != nil {
		return 0, err
	}
	return n, archive.Close()
}

// ExportSheet writes records as one workbook; see [Service.Export] for who may
// and what it contains.
func (s *Service) ExportSheet(ctx context.Context, a domain.Actor, kinds []domain.Kind, out io.Writer, progress func(done, total int64)) (int, error) {
	e, records, err := s.all(ctx, a, kinds, progress)
	if err != nil {
		return 0, err
	}
	if err := sheet.WriteXLSX(out, records, sheetOptions(a, records)); err != nil {
		return 0, err
	}
	return e.total, e.finish(ctx)
}

func (s *Service) exportCSV(ctx context.Context, a domain.Actor, kinds []domain.Kind, create Create, progress func(done, total int64)) (int, error) {
	e, records, err := s.all(ctx, a, kinds, progress)
	if err != nil {
		return 0, err
	}
	for _, f := range sheet.CSVFiles(records, sheetOptions(a, records)) {
		w, err := create(f.Name)
		if err != nil {
			return 0, err
		}
		if _, err := f.WriteTo(w); err != nil {
			return 0, err
		}
	}
	return e.total, e.finish(ctx)
}

// all reads every record of the kinds.
func (s *Service) all(ctx context.Context, a domain.Actor, kinds []domain.Kind, progress func(done, total int64)) (*export, []domain.Record, error) {
	e, err := s.newExport(a, kinds, progress)
	if err != nil {
		return nil, nil, err
	}
	var records []domain.Record
	for _, k := range e.kinds {
		err := e.each(ctx, k, func(r domain.Record) error {
			records = append(records, r)
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return e, records, nil
}

// sheetOptions writes words in the actor's language and names beside the ids of
// records that are exported too.
func sheetOptions(a domain.Actor, records []domain.Record) sheet.WriteOptions {
	lang := a.Lang
	if lang == "" {
		lang = "ko"
	}
	names := make(map[string]string, len(records))
	for _, r := range records {
		if name := Title(r); !name.IsZero() {
			names[r.Ref().ID], _ = name.In(lang)
		}
	}
	return sheet.WriteOptions{Lang: lang, Name: func(id string) string { return names[id] }}
}
