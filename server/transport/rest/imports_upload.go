package rest

import (
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
	"jumpup/server/interchange/sheet"
)

// The limits of one upload.
const (
	maxUpload  = 64 << 20 // bytes of all files together
	maxUploads = 50       // files
)

// importForm is the body of an upload.
type importForm struct {
	Files   []huma.FormFile `form:"files" required:"true" doc:"Up to 50 files of 64 MiB together: .jsonl, .xlsx, .csv or .zip"`
	DryRun  bool            `form:"dry_run" required:"false" doc:"Check and count, write nothing"`
	Mapping string          `form:"mapping" required:"false" maxLength:"1000000" doc:"A Mapping in JSON: what foreign columns mean"`
}

// read takes the files out of the form and removes what the form keeps on disk.
func (f *importForm) read(form *multipart.Form) ([]domain.File, error) {
	defer form.RemoveAll() //nolint:errcheck // temporary files
	defer func() {
		for _, u := range f.Files {
			_ = u.Close()
		}
	}()
	if len(f.Files) > maxUploads {
		return nil, domain.Errorf(domain.CodeInvalid, "files", "are more than %d; pack them into one .zip", maxUploads)
	}
	left := int64(maxUpload)
	var out []domain.File
	for _, u := range f.Files {
		name := path.Base(strings.ReplaceAll(u.Filename, `\`, "/"))
		if err := goodName(name, out); err != nil {
			return nil, err
		}
		data, err := io.ReadAll(io.LimitReader(u, left+1))
		if err != nil {
			return nil, domain.Errorf(domain.CodeInvalid, "files", "%q broke off; choose it again", name)
		}
		if left -= int64(len(data)); left < 0 {
			return nil, problem(http.StatusRequestEntityTooLarge, "the files are larger than 64 MiB together; pack them into a .zip or import them in parts")
		}
		out = append(out, domain.File{Name: name, Data: data})
	}
	return out, nil
}

// endings are the files that an import reads.
var endings = []string{".jsonl", ".xlsx", ".csv", ".zip", ".xlsm", ".xls", ".tsv"}

// spread tells the files that have columns.
func spread(name string) bool {
	ending := strings.ToLower(path.Ext(name))
	return ending != ".jsonl" && ending != ".zip"
}

func goodName(name string, before []domain.File) error {
	switch {
	case name == "." || name == "/" || len(name) > 255 || strings.ContainsFunc(name, func(r rune) bool { return r < 0x20 || r == 0x7f }):
		return domain.Errorf(domain.CodeInvalid, "files", "has a file without a usable name; rename it")
	case !slices.Contains(endings, strings.ToLower(path.Ext(name))):
		return domain.Errorf(domain.CodeInvalid, "files", "%q is none of .jsonl, .xlsx, .csv and .zip; save it as one of them", name)
	case slices.ContainsFunc(before, func(f domain.File) bool { return f.Name == name }):
		return domain.Errorf(domain.CodeInvalid, "files", "has two files called %q; rename one", name)
	}
	return nil
}

func (f *importForm) mapping() (sheet.Mapping, error) {
	var m Mapping
	if f.Mapping == "" {
		return sheet.Mapping{}, nil
	}
	if err := strictJSON(f.Mapping, &m); err != nil {
		return sheet.Mapping{}, domain.Errorf(domain.CodeInvalid, "mapping", "is no mapping in JSON; leave it out or send what the inspection gave")
	}
	return m.mapping(), nil
}
