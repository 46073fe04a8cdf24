package directory

import (
	"bytes"
	"context"
	"encoding/json"
	"io"

	"jumpup/server/domain"
	"jumpup/server/interchange/sheet"
)

// The kinds of long work that this package does.
const (
	JobImport = "import"
	JobExport = "export"
)

// ReportFile is the file in which an import leaves its whole report.
const ReportFile = "report.txt"

// jobActor is the actor of a job as its input keeps it.
type jobActor struct {
	User    string `json:"user"`
	Role    string `json:"role"`
	Kind    string `json:"kind,omitempty"`
	Subject string `json:"subject,omitempty"`
	Lang    string `json:"lang,omitempty"`
}

func keepActor(a domain.Actor) jobActor {
	return jobActor{string(a.User), string(a.Role), string(a.Subject.Kind), a.Subject.ID, a.Lang}
}

func (j jobActor) actor() domain.Actor {
	return domain.Actor{
		User: domain.UserID(j.User), Role: domain.Role(j.Role), Lang: j.Lang,
		Subject: domain.Ref{Kind: domain.Kind(j.Kind), ID: j.Subject},
	}
}

type importInput struct {
	Actor   jobActor      `json:"actor"`
	Files   []string      `json:"files"`
	DryRun  bool          `json:"dry_run"`
	Mapping sheet.Mapping `json:"mapping"`
}

// ImportInput makes the input of an import job from the names of its uploaded
// files. What mapping says goes before what the programme remembers, and is
// remembered once an import with it succeeded.
func (s *Service) ImportInput(a domain.Actor, files []string, dryRun bool, mapping sheet.Mapping) ([]byte, error) {
	if err := mayImport(a); err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, domain.Errorf(domain.CodeInvalid, "files", "are missing; choose at least one file")
	}
	return json.Marshal(importInput{keepActor(a), files, dryRun, mapping})
}

// RunImport is the handler of import jobs. The whole report is left as
// ReportFile, also when there are problems.
func (s *Service) RunImport(ctx context.Context, t domain.Task) (domain.Outcome, error) {
	var in importInput
	if err := json.Unmarshal(t.Job.Input, &in); err != nil {
		return domain.Outcome{}, err
	}
	a := in.Actor.actor()
	remembered, err := s.Mapping(ctx, a)
	if err != nil {
		return domain.Outcome{}, err
	}
	t.Report(domain.PhaseReading, 0, 0)
	sources := make([]Source, len(in.Files))
	for i, name := range in.Files {
		f, err := t.File(ctx, name)
		if err != nil {
			return domain.Outcome{}, err
		}
		sources[i] = Source{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(f.Data)), nil }}
	}
	b, err := ReadSources(ctx, sources, remembered.With(in.Mapping), func(done, total int) {
		t.Report(domain.PhaseReading, int64(done), int64(total))
	})
	if err != nil {
		return domain.Outcome{}, err
	}
	report, err := s.Import(ctx, a, b, ImportOptions{DryRun: in.DryRun, Job: t.Job.ID, Progress: t.Report})
	if err == nil && !in.DryRun {
		// The records are in: what fails now must not look like a failed import.
		if s.remember(context.WithoutCancel(ctx), a, in.Mapping) != nil {
			report.Notes = append(report.Notes, sheet.Note{Code: noteForgotten, Text: "the column mapping could not be remembered; choose it again next time"})
		}
	}
	result, rerr := report.Result()
	if err == nil {
		err = rerr
	}
	return domain.Outcome{Result: result, Files: []domain.File{{Name: ReportFile, Data: []byte(report.Text())}}}, err
}

const settingMapping = "mapping"

// noteForgotten says that an import succeeded and its mapping was not kept.
const noteForgotten sheet.NoteCode = "mapping_not_remembered"

// Mapping gives what the programme remembers of foreign columns.
func (s *Service) Mapping(ctx context.Context, a domain.Actor) (sheet.Mapping, error) {
	if err := mayImport(a); err != nil {
		return sheet.Mapping{}, err
	}
	return s.readMapping(ctx)
}

func (s *Service) readMapping(ctx context.Context) (m sheet.Mapping, err error) {
	text, err := s.settings.Setting(ctx, settingMapping)
	if err != nil || text == "" {
		return m, err
	}
	return m, json.Unmarshal([]byte(text), &m)
}

// remember lays a mapping that worked over what is remembered.
func (s *Service) remember(ctx context.Context, a domain.Actor, m sheet.Mapping) error {
	if len(m.Columns) == 0 {
		return nil
	}
	s.programme.Lock()
	defer s.programme.Unlock()
	old, err := s.readMapping(ctx)
	if err != nil {
		return err
	}
	// Only columns: which sheet is what belongs to one file.
	text, err := json.Marshal(old.With(sheet.Mapping{Columns: m.Columns}))
	if err != nil {
		return err
	}
	e := domain.Happened(domain.MappingRemembered, a, domain.Ref{Kind: domain.ObjectCorpus}, s.now(), nil)
	return s.settings.PutSetting(ctx, settingMapping, string(text), e)
}

// InspectFile says what an uploaded sheet seems to hold under the remembered
// mapping, for the page on which columns are mapped.
func (s *Service) InspectFile(ctx context.Context, a domain.Actor, name string, data []byte, chosen sheet.Mapping) (sheet.FileInfo, error) {
	remembered, err := s.Mapping(ctx, a)
	if err != nil {
		return sheet.FileInfo{}, err
	}
	return sheet.Inspect(sheet.Source{Name: name, Data: bytes.NewReader(data)}, remembered.With(chosen), sheet.Limits{})
}

// Template writes an empty workbook of a kind for coordinators.
func (s *Service) Template(a domain.Actor, k domain.Kind, out io.Writer) error {
	if err := mayImport(a); err != nil {
		return err
	}
	if domain.New(k) == nil {
		return domain.Errorf(domain.CodeNotFound, "", "there is no template for %q", k)
	}
	return sheet.Template(out, k, s.now().Year())
}
