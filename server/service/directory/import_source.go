package directory

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"path"
	"strings"

	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
	"jumpup/server/interchange/sheet"
)

// Source is one thing that a person names for an import: a folder of JSON
// Lines, or a file whose ending says what it is (.jsonl, .xlsx, .csv, or a .zip
// of such files).
type Source struct {
	Name   string                        // what the person calls it
	Folder fs.FS                         // nil for a file
	Open   func() (io.ReadCloser, error) // of a file
}

// Bundle is what sources hold, read but not yet held against what is stored.
type Bundle struct {
	// Ignored names the files that hold no records and were left out.
	Ignored []string
	// Notes tell what sheets leave out or leave open; no fault.
	Notes []sheet.Note

	lines    jsonl.Reader
	files    []sheet.Source // read together, since items may name records of another file
	sheets   []domain.Located
	problems domain.Problems // of the sheets and of the sources themselves
}

// ReadSources reads every source. What is wrong with them is kept in the bundle
// and reported by the import, together with everything else; mapping says what
// foreign columns mean. With one source, places name its files bare; with
// several, the source's name goes before them. progress may be nil. The error is
// that of the context alone.
func ReadSources(ctx context.Context, sources []Source, mapping sheet.Mapping, progress func(done, total int)) (*Bundle, error) {
	b := &Bundle{}
	for _, src := range sources {
		switch {
		case src.Folder != nil && len(sources) == 1:
			b.Ignored = append(b.Ignored, b.lines.Folder(src.Folder, "")...)
		case src.Folder != nil:
			b.Ignored = append(b.Ignored, b.lines.Folder(src.Folder, strings.TrimSuffix(src.Name, "/")+"/")...)
		default:
			b.open(src)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	if len(b.files) == 0 {
		return b, nil
	}
	read, err := sheet.Read(ctx, b.files, sheet.Options{Mapping: mapping, Progress: progress})
	if err != nil {
		return nil, err
	}
	b.sheets, b.Notes, b.files = read.Records, read.Notes, nil
	b.problems = append(b.problems, read.Problems...)
	return b, nil
}

func (b *Bundle) problem(place, format string, args ...any) { b.problems.Add(place, format, args...) }

// open reads a file by its ending.
func (b *Bundle) open(src Source) {
	if src.Open == nil {
		b.problem(src.Name, "is neither a folder nor a file; give a folder, or a .jsonl, .xlsx, .csv or .zip file")
		return
	}
	f, err := src.Open()
	if err != nil {
		b.problem(src.Name, "cannot be opened; check its name and rights")
		return
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxUnpacked+1))
	switch {
	case err != nil:
		b.problem(src.Name, "cannot be read to its end; check the file")
	case int64(len(data)) > maxUnpacked:
		b.problem(src.Name, "is larger than %d MiB; split it", maxUnpacked>>20)
	case strings.EqualFold(path.Ext(src.Name), ".zip"):
		b.unzip(src.Name, data)
	default:
		b.file(src.Name, data)
	}
}

// file takes one file of records by its ending.
func (b *Bundle) file(name string, data []byte) {
	switch strings.ToLower(path.Ext(name)) {
	case ".jsonl":
		k, ok := jsonl.KindOf(name)
		if !ok {
			b.problem(name, "is no data file by its name; name it companies.jsonl, needs.jsonl and so on")
			return
		}
		if err := b.lines.Read(k, name, bytes.NewReader(data)); err != nil {
			b.problem(name, "cannot be read; check the file")
		}
	case ".xlsx", ".xlsm", ".xls", ".csv", ".tsv":
		b.files = append(b.files, sheet.Source{Name: name, Data: bytes.NewReader(data)})
	default:
		b.problem(name, "has an ending that says nothing; give a .jsonl, .xlsx, .csv or .zip file")
	}
}
