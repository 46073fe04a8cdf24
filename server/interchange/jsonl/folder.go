package jsonl

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"jumpup/server/domain"
)

var fileNames = map[domain.Kind]string{
	domain.KindInstitution: "institutions.jsonl",
	domain.KindCohort:      "cohorts.jsonl",
	domain.KindPerson:      "people.jsonl",
	domain.KindCompany:     "companies.jsonl",
	domain.KindNeed:        "needs.jsonl",
	domain.KindExpert:      "experts.jsonl",
	domain.KindInvestor:    "investors.jsonl",
	domain.KindPreference:  "preferences.jsonl",
}

// FileName is the name of a kind's file in a data folder.
func FileName(k domain.Kind) string { return fileNames[k] }

// KindOf gives the kind of a data file by its base name.
func KindOf(name string) (domain.Kind, bool) {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	for k, n := range fileNames {
		if n == base {
			return k, true
		}
	}
	return "", false
}

// ReadFolder reads the data files of a folder in kind order as one set that
// stands by itself: every reference must lead to a record of the folder.
// ignored names every other entry (folders end in "/"), so that the caller can
// say so. A folder without any data file is a problem.
func ReadFolder(folder fs.FS) (records []domain.Located, ignored []string, problems domain.Problems) {
	var r Reader
	ignored = r.Folder(folder, "")
	_ = r.CheckReferences(nil) // cannot fail: nothing outside is asked
	return r.Records, ignored, r.Result()
}

// Folder adds the data files of a folder to the set; prefix goes before the
// file names in every place.
func (r *Reader) Folder(folder fs.FS, prefix string) (ignored []string) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		r.report(domain.Located{File: strings.TrimSuffix(prefix, "/")}, "", "the folder cannot be listed ("+reason(err)+"); check the folder's name and rights")
		return nil
	}
	there := map[string]bool{}
	for _, e := range entries {
		if _, ok := KindOf(e.Name()); ok && !e.IsDir() {
			there[e.Name()] = true
		} else if e.IsDir() {
			ignored = append(ignored, prefix+e.Name()+"/")
		} else {
			ignored = append(ignored, prefix+e.Name())
		}
	}
	if len(there) == 0 {
		r.report(domain.Located{File: strings.TrimSuffix(prefix, "/")}, "", "the folder holds no data file; it needs at least one of "+allNames())
	}
	for _, k := range domain.Kinds {
		if name := fileNames[k]; there[name] {
			r.file(k, folder, name, prefix+name)
		}
	}
	return ignored
}

func (r *Reader) file(k domain.Kind, folder fs.FS, name, shown string) {
	f, err := folder.Open(name)
	if err == nil {
		err = r.Read(k, shown, f)
		_ = f.Close()
	}
	if err != nil {
		r.report(domain.Located{File: shown}, "", "cannot be read ("+reason(err)+"); check the file and its rights")
	}
}

// reason gives the cause without paths of the machine.
func reason(err error) string {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		err = pe.Err
	}
	return err.Error()
}

func allNames() string {
	names := make([]string, len(domain.Kinds))
	for i, k := range domain.Kinds {
		names[i] = fileNames[k]
	}
	return strings.Join(names, " ")
}
