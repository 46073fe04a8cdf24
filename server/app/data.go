package app

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jumpup/server/backend/store"
	"jumpup/server/config"
	"jumpup/server/domain"
	"jumpup/server/service/accounts"
	"jumpup/server/service/directory"
)

var adminInvitation = accounts.Invitation{Role: domain.RoleAdministrator, Lang: "ko"}

// commandOrigin begins the links of commands that print none.
const commandOrigin = "http://127.0.0.1:8080"

// withHouse opens the house for a command, without background work.
func withHouse(ctx context.Context, c config.Storage, origin string, use func(*house) error) (err error) {
	h, err := openHouse(ctx, c, nil, origin, nil, quiet())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.close()) }()
	return use(h)
}

// Report is what an import found and did.
type Report struct {
	Counts domain.Imported
	Text   string // the whole report, a line each, problems first
}

// Import brings in folders and files, all or nothing. Problems of every source
// are the error and in the report.
func Import(ctx context.Context, c config.Storage, names []string, dryRun bool, progress func(done, total int)) (r Report, err error) {
	sources, err := openSources(names)
	if err != nil {
		return r, err
	}
	err = withHouse(ctx, c, commandOrigin, func(h *house) error {
		actor := domain.System("import")
		mapping, err := h.directory.Mapping(ctx, actor)
		if err != nil {
			return err
		}
		bundle, err := directory.ReadSources(ctx, sources, mapping, nil)
		if err != nil {
			return err
		}
		report, err := h.directory.Import(ctx, actor, bundle, directory.ImportOptions{
			DryRun:   dryRun,
			Progress: func(_ string, done, total int64) { progress(int(done), int(total)) },
		})
		r = Report{Counts: report.Counts, Text: report.Text()}
		return err
	})
	return r, err
}

func openSources(names []string) ([]directory.Source, error) {
	var sources []directory.Source
	var problems domain.Problems
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case err != nil:
			problems.Add(name, "cannot be read (%v); check the path", errors.Unwrap(err))
		case info.IsDir():
			sources = append(sources, directory.Source{Name: name, Folder: os.DirFS(name)})
		default:
			sources = append(sources, directory.Source{Name: filepath.Base(name), Open: func() (io.ReadCloser, error) { return os.Open(name) }})
		}
	}
	return sources, problems.Err()
}

// Export writes everything to a new folder of JSON Lines, or to one .xlsx file.
// The destination appears whole or not at all; it gives the number of records.
func Export(ctx context.Context, c config.Storage, destination string) (n int, err error) {
	if _, err := os.Lstat(destination); !errors.Is(err, fs.ErrNotExist) {
		return 0, domain.Errorf(domain.CodeInvalid, destination, "exists already; name a new folder or file")
	}
	err = withHouse(ctx, c, commandOrigin, func(h *house) error {
		if strings.EqualFold(filepath.Ext(destination), ".xlsx") {
			n, err = h.exportSheet(ctx, destination)
		} else {
			n, err = h.exportFolder(ctx, destination)
		}
		return err
	})
	return n, err
}

func (h *house) exportSheet(ctx context.Context, destination string) (n int, err error) {
	f, err := os.CreateTemp(filepath.Dir(destination), ".jumpup-export-*")
	if err != nil {
		return 0, unwritable(destination, err)
	}
	defer os.Remove(f.Name())
	n, err = h.directory.ExportSheet(ctx, domain.System("export"), nil, f, nil)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return 0, err
	}
	return n, os.Rename(f.Name(), destination)
}

func (h *house) exportFolder(ctx context.Context, destination string) (n int, err error) {
	dir, err := os.MkdirTemp(filepath.Dir(filepath.Clean(destination)), ".jumpup-export-*")
	if err != nil {
		return 0, unwritable(destination, err)
	}
	defer os.RemoveAll(dir)
	var open *os.File
	closeOpen := func() error {
		if open == nil {
			return nil
		}
		return errors.Join(open.Sync(), open.Close())
	}
	n, err = h.directory.Export(ctx, domain.System("export"), nil, func(name string) (io.Writer, error) {
		if err := closeOpen(); err != nil {
			return nil, err
		}
		open, err = os.Create(filepath.Join(dir, name))
		return open, err
	}, nil)
	if err := errors.Join(err, closeOpen(), os.Chmod(dir, 0o755)); err != nil {
		return 0, err
	}
	return n, os.Rename(dir, destination)
}

func unwritable(destination string, err error) error {
	return &domain.Error{Code: domain.CodeInvalid, Field: destination, Message: "cannot be written; check the folder and its permissions", Err: err}
}

// Backup writes the whole system of record to a file while servers go on.
func Backup(ctx context.Context, c config.Storage, file string) (err error) {
	s, err := openStore(ctx, c, quiet())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return s.Backup(ctx, file)
}

// Restore fills an empty installation from a backup.
func Restore(ctx context.Context, c config.Storage, file string) error {
	opt, err := storeOptions(c, quiet())
	if err != nil {
		return err
	}
	return store.Restore(ctx, opt, file)
}

// Migrate brings the database up to this program's schema and gives its version.
func Migrate(ctx context.Context, c config.Storage) (version int64, err error) {
	s, err := openStore(ctx, c, quiet())
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return s.Schema(ctx)
}
