package directory

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
)

// maxUnpacked is how many bytes of one file, or of one archive when unpacked,
// are read; a variable so that tests need no large archive.
var maxUnpacked int64 = 256 << 20

// maxEntries is how many files an archive may hold.
const maxEntries = 1000

var errTooLarge = errors.New("too large")

// unzip takes the files of an archive: the data files of one folder of JSON
// Lines, and any sheets. Sizes are counted while unpacking, since an archive may
// lie about them; nothing of an archive that breaks a limit is taken.
func (b *Bundle) unzip(name string, data []byte) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		b.problem(name, "is no readable zip archive; pack the folder again")
		return
	}
	if len(archive.File) > maxEntries {
		b.problem(name, "holds more than %d files; pack only the data files", maxEntries)
		return
	}
	taken := map[domain.Kind]string{}
	unpacked := map[string][]byte{}
	var order []string
	left := maxUnpacked
	for _, f := range archive.File {
		shown := name + "/" + f.Name
		if f.FileInfo().IsDir() {
			continue
		}
		if !importable(f.Name) {
			b.Ignored = append(b.Ignored, shown)
			continue
		}
		if k, ok := jsonl.KindOf(f.Name); ok {
			if before, twice := taken[k]; twice {
				b.problem(shown, "comes beside %s; pack one folder only", before)
				continue
			}
			taken[k] = shown
		}
		content, err := unpack(f, &left)
		switch {
		case errors.Is(err, errTooLarge):
			b.problem(name, "holds more than %d MiB when unpacked; split it", maxUnpacked>>20)
			return
		case err != nil:
			b.problem(shown, "cannot be unpacked (locked or damaged); pack it again without a password")
			continue
		}
		unpacked[shown] = content
		order = append(order, shown)
	}
	if len(order) == 0 {
		b.problem(name, "holds no .jsonl, .xlsx or .csv file; pack the data folder")
	}
	slices.SortStableFunc(order, func(a, b string) int { return kindOrder(a) - kindOrder(b) })
	for _, shown := range order {
		b.file(shown, unpacked[shown])
	}
}

// importable tells the files of an archive that can hold records; the hidden
// doubles that macOS packs can not.
func importable(name string) bool {
	base := path.Base(name)
	if strings.HasPrefix(base, ".") || strings.HasPrefix(name, "__MACOSX/") {
		return false
	}
	switch strings.ToLower(path.Ext(base)) {
	case ".xlsx", ".csv":
		return true
	}
	_, ok := jsonl.KindOf(base)
	return ok
}

// kindOrder puts data files into kind order, sheets after them.
func kindOrder(name string) int {
	if k, ok := jsonl.KindOf(name); ok {
		return slices.Index(domain.Kinds, k)
	}
	return len(domain.Kinds)
}

// unpack reads one file of an archive as far as the budget goes.
func unpack(f *zip.File, left *int64) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var out bytes.Buffer
	n, err := io.Copy(&out, io.LimitReader(in, *left+1))
	if n > *left {
		return nil, errTooLarge
	}
	*left -= n
	return out.Bytes(), err
}
