package rest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
	"jumpup/server/interchange/sheet"
	"jumpup/server/service/directory"
)

// registerImports adds imports, exports, jobs, templates and merges.
func (s *Server) registerImports(api huma.API) {
	const area = "imports"
	post, get := http.MethodPost, http.MethodGet
	accepted := func(o huma.Operation) huma.Operation {
		return limited(creates(status(o, http.StatusAccepted)), rateCostly)
	}
	add(s, api, large(accepted(op(post, "/imports", area, "Bring in files: .jsonl, .xlsx, .csv, or a .zip of such; a job that writes all or nothing"))), s.startImport)
	add(s, api, large(limited(op(post, "/imports/inspect", area, "See what sheets seem to hold and what their columns may mean"), rateCostly)), s.inspect)
	add(s, api, accepted(op(post, "/exports", area, "Take out records; a job whose file is downloaded")), s.startExport)
	add(s, api, op(get, "/jobs", area, "List imports and exports, newest first"), s.listJobs)
	add(s, api, op(get, "/jobs/{id}", area, "See how far a job is and what came of it"), s.readJob)
	add(s, api, status(op(post, "/jobs/{id}/cancel", area, "Stop a job; one that ended stays as it is"), http.StatusOK), s.cancelJob)
	add(s, api, binary(op(get, "/jobs/{id}/files/{name}", area, "Download what a job made")), s.jobFile)
	add(s, api, binary(op(get, "/templates/{file}", area, "Download an empty workbook of a kind")), s.template)
	add(s, api, op(get, "/merges", area, "List pairs of records that may be one"), s.listMerges)
	add(s, api, status(op(post, "/merges", area, "Decide whether a pair is the same"), http.StatusNoContent), s.decideMerge)
	add(s, api, status(op(post, "/merges/records", area, "Fold one record into another of its kind"), http.StatusNoContent), s.mergeRecords)
}

// binary documents an answer that is a file.
func binary(o huma.Operation) huma.Operation {
	o.Responses = map[string]*huma.Response{"200": {
		Description: "The file",
		Content:     map[string]*huma.MediaType{"application/octet-stream": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}},
	}}
	return o
}

// fileAnswer is a download.
type fileAnswer struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition" doc:"attachment, with the file's name"`
	Cache       string `header:"Cache-Control"`
	Body        []byte
}

func download(name string, data []byte) *fileAnswer {
	return &fileAnswer{
		ContentType: "application/octet-stream", Cache: "no-store", Body: data,
		Disposition: mime.FormatMediaType("attachment", map[string]string{"filename": name}),
	}
}

type jobAnswer struct {
	Location string `header:"Location" doc:"Address of the job"`
	Body     Job
}

func answeredJob(j domain.Job, err error) (*jobAnswer, error) {
	if err != nil {
		return nil, err
	}
	return &jobAnswer{Location: "/api/v1/jobs/" + url.PathEscape(j.ID), Body: jobOf(j)}, nil
}

func (s *Server) startImport(ctx context.Context, in *struct {
	RawBody huma.MultipartFormFiles[importForm]
},
) (*jobAnswer, error) {
	files, err := in.RawBody.Data().read(in.RawBody.Form)
	if err != nil {
		return nil, err
	}
	m, err := in.RawBody.Data().mapping()
	if err != nil {
		return nil, err
	}
	names := each(files, func(f domain.File) string { return f.Name })
	a := actorOf(ctx)
	input, err := s.Directory.ImportInput(a, names, in.RawBody.Data().DryRun, m)
	if err != nil {
		return nil, err
	}
	j, err := s.Jobs.Add(ctx, a, directory.JobImport, input, files...)
	return answeredJob(j, err)
}

type inspectAnswer struct {
	Body struct {
		Files      []InspectedFile `json:"files"`
		Remembered Mapping         `json:"remembered" doc:"What the programme remembers of foreign columns"`
		Tables     []SheetTable    `json:"tables" doc:"What a sheet can be"`
	}
}

func (s *Server) inspect(ctx context.Context, in *struct {
	RawBody huma.MultipartFormFiles[importForm]
},
) (*inspectAnswer, error) {
	files, err := in.RawBody.Data().read(in.RawBody.Form)
	if err != nil {
		return nil, err
	}
	chosen, err := in.RawBody.Data().mapping()
	if err != nil {
		return nil, err
	}
	a := actorOf(ctx)
	remembered, err := s.Directory.Mapping(ctx, a)
	if err != nil {
		return nil, err
	}
	out := &inspectAnswer{}
	out.Body.Files, out.Body.Remembered, out.Body.Tables = []InspectedFile{}, mappingOf(remembered), tablesOf()
	for _, f := range files {
		info := sheet.FileInfo{Name: f.Name}
		if spread(f.Name) {
			if info, err = s.Directory.InspectFile(ctx, a, f.Name, f.Data, chosen); err != nil {
				return nil, err
			}
		}
		out.Body.Files = append(out.Body.Files, inspectedOf(info))
	}
	return out, nil
}

func (s *Server) startExport(ctx context.Context, in *struct {
	Body struct {
		Format string   `json:"format" enum:"jsonl,xlsx,csv" doc:"A zip of JSON Lines, a workbook, or a zip of CSV files"`
		Kinds  []string `json:"kinds,omitempty" maxItems:"8" enum:"institution,cohort,person,company,need,expert,investor,preference" doc:"All when left out"`
	}
},
) (*jobAnswer, error) {
	a := actorOf(ctx)
	input, err := s.Directory.ExportInput(a, in.Body.Format, each(in.Body.Kinds, func(k string) domain.Kind { return domain.Kind(k) }))
	if err != nil {
		return nil, err
	}
	j, err := s.Jobs.Add(ctx, a, directory.JobExport, input)
	return answeredJob(j, err)
}

func (s *Server) listJobs(ctx context.Context, in *Paging) (*struct{ Body List[Job] }, error) {
	page, err := s.Jobs.Jobs(ctx, actorOf(ctx), in.Cursor, in.Limit)
	if err != nil {
		return nil, err
	}
	return &struct{ Body List[Job] }{listOf(page, jobOf)}, nil
}

func (s *Server) readJob(ctx context.Context, in *RecordPath) (*struct{ Body Job }, error) {
	j, err := s.Jobs.Job(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return &struct{ Body Job }{jobOf(j)}, nil
}

func (s *Server) cancelJob(ctx context.Context, in *RecordPath) (*struct{ Body Job }, error) {
	j, err := s.Jobs.Cancel(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return &struct{ Body Job }{jobOf(j)}, nil
}

func (s *Server) jobFile(ctx context.Context, in *struct {
	RecordPath
	Name string `path:"name" minLength:"1" maxLength:"255" example:"report.txt"`
},
) (*fileAnswer, error) {
	f, err := s.Jobs.File(ctx, actorOf(ctx), in.ID, in.Name)
	if err != nil {
		return nil, err
	}
	return download(f.Name, f.Data), nil
}

func (s *Server) template(ctx context.Context, in *struct {
	File string `path:"file" enum:"institution.xlsx,cohort.xlsx,person.xlsx,company.xlsx,need.xlsx,expert.xlsx,investor.xlsx,preference.xlsx" example:"company.xlsx"`
},
) (*fileAnswer, error) {
	var out bytes.Buffer
	if err := s.Directory.Template(actorOf(ctx), domain.Kind(strings.TrimSuffix(in.File, ".xlsx")), &out); err != nil {
		return nil, err
	}
	return download(in.File, out.Bytes()), nil
}

func (s *Server) listMerges(ctx context.Context, in *Paging) (*struct{ Body List[MergePair] }, error) {
	page, err := s.Directory.Doubts(ctx, actorOf(ctx), in.Cursor, in.Limit)
	if err != nil {
		return nil, err
	}
	return &struct{ Body List[MergePair] }{listOf(page, pairOf)}, nil
}

func (s *Server) decideMerge(ctx context.Context, in *struct {
	Body struct {
		Pair     string    `json:"pair" minLength:"1" maxLength:"200" doc:"id of the pair"`
		Decision string    `json:"decision" enum:"same,different"`
		Take     *[]string `json:"take,omitempty" maxItems:"50" maxLength:"100" doc:"Fields to take from the new record when both are the same; all that it fills when left out"`
	}
},
) (*struct{}, error) {
	return nil, s.Directory.Decide(ctx, actorOf(ctx), in.Body.Pair, in.Body.Decision == "same", taken(in.Body.Take))
}

func (s *Server) mergeRecords(ctx context.Context, in *struct {
	Body struct {
		Kind string    `json:"kind" enum:"institution,cohort,person,company,need,expert,investor"`
		Keep string    `json:"keep" minLength:"1" maxLength:"200" doc:"id of the record that stays"`
		Fold string    `json:"fold" minLength:"1" maxLength:"200" doc:"id of the record that goes; what refers to it refers to the other then"`
		Take *[]string `json:"take,omitempty" maxItems:"50" maxLength:"100" doc:"Fields to take from the record that goes; all that it fills when left out"`
	}
},
) (*struct{}, error) {
	k := domain.Kind(in.Body.Kind)
	return nil, s.Directory.Merge(ctx, actorOf(ctx), domain.Ref{Kind: k, ID: in.Body.Keep}, domain.Ref{Kind: k, ID: in.Body.Fold}, taken(in.Body.Take))
}

// taken tells an empty list (take nothing) from one that was left out (nil).
func taken(list *[]string) []string {
	if list == nil {
		return nil
	}
	return append([]string{}, *list...)
}

// strictJSON reads one JSON value without unknown fields.
func strictJSON(text string, into any) error {
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return io.ErrUnexpectedEOF
	}
	return nil
}
