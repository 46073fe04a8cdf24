package matching

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
	"sync"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// archiveOf is the corpus as it is kept with runs: gzip of JSON Lines, a line
// with the kind in quotes before the records of each kind, ids ascending. It
// holds what scoring looks at and no names or contact data.
func archiveOf(c *corpus, on domain.Date) (domain.Snapshot, error) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	enc := json.NewEncoder(z)
	enc.SetEscapeHTML(false)
	x := c.source
	err := errors.Join(
		writeKind(enc, domain.KindInstitution, x.Institutions, func(r matcher.Institution) string { return r.ID }),
		writeKind(enc, domain.KindPerson, x.People, func(r matcher.Person) string { return r.ID }),
		writeKind(enc, domain.KindCompany, x.Companies, func(r matcher.Company) string { return r.ID }),
		writeKind(enc, domain.KindNeed, x.Needs, func(r matcher.Need) string { return r.ID }),
		writeKind(enc, domain.KindExpert, x.Experts, func(r matcher.Expert) string { return r.ID }),
		writeKind(enc, domain.KindInvestor, x.Investors, func(r matcher.Investor) string { return r.ID }),
		writeKind(enc, domain.KindPreference, x.Preferences, func(r matcher.Preference) string { return r.From + "\x1f" + r.To }),
		z.Close(),
	)
	if err != nil {
		return domain.Snapshot{}, fmt.Errorf("archiving the corpus: %w", err)
	}
	return domain.Snapshot{Key: c.snapshot.Key(), Day: on, Records: c.records, Archive: b.Bytes()}, nil
}

func writeKind[T any](enc *json.Encoder, k domain.Kind, list []T, id func(T) string) error {
	if len(list) == 0 {
		return nil
	}
	if err := enc.Encode(k); err != nil {
		return err
	}
	sorted := append([]T(nil), list...)
	sort.SliceStable(sorted, func(i, j int) bool { return id(sorted[i]) < id(sorted[j]) })
	for _, x := range sorted {
		if err := enc.Encode(x); err != nil {
			return err
		}
	}
	return nil
}

// readArchive gives back the corpus of an archive.
func readArchive(archive []byte) (matcher.Corpus, error) {
	var c matcher.Corpus
	z, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return c, fmt.Errorf("the snapshot cannot be unpacked: %w", err)
	}
	in := bufio.NewReader(z)
	kind := domain.Kind("")
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if errors.Is(err, io.EOF) && len(line) == 0 {
			return c, nil
		}
		if err != nil {
			return c, fmt.Errorf("the snapshot breaks off at line %d: %w", n, err)
		}
		if line[0] == '"' {
			err = json.Unmarshal(line, &kind)
		} else {
			err = readRecord(&c, kind, line)
		}
		if err != nil {
			return c, fmt.Errorf("line %d of the snapshot: %w", n, err)
		}
	}
}

func readRecord(c *matcher.Corpus, k domain.Kind, line []byte) error {
	switch k {
	case domain.KindInstitution:
		return readInto(&c.Institutions, line)
	case domain.KindPerson:
		return readInto(&c.People, line)
	case domain.KindCompany:
		return readInto(&c.Companies, line)
	case domain.KindNeed:
		return readInto(&c.Needs, line)
	case domain.KindExpert:
		return readInto(&c.Experts, line)
	case domain.KindInvestor:
		return readInto(&c.Investors, line)
	case domain.KindPreference:
		return readInto(&c.Preferences, line)
	}
	return fmt.Errorf("a record of no known kind %q", k)
}

func readInto[T any](list *[]T, line []byte) error {
	var x T
	if err := json.Unmarshal(line, &x); err != nil {
		return err
	}
	*list = append(*list, x)
	return nil
}

// replays keeps the snapshot replayed last, because runs of one day are
// compared one after another.
type replays struct {
	mu   sync.Mutex
	last *matcher.Snapshot
}

// get compiles the snapshot of an archive unless it is at hand. An archive
// whose content has not the key it is stored under fails with internal.
func (r *replays) get(key string, load func() (domain.Snapshot, error)) (*matcher.Snapshot, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.last != nil && r.last.Key() == key {
		return r.last, nil
	}
	stored, err := load()
	if err != nil {
		return nil, err
	}
	c, err := readArchive(stored.Archive)
	if err != nil {
		return nil, err
	}
	s, err := matcher.NewSnapshot(c)
	if err != nil {
		return nil, fmt.Errorf("the snapshot %s cannot be compiled: %w", key, err)
	}
	if s.Key() != key {
		return nil, fmt.Errorf("the snapshot stored as %s has the key %s", key, s.Key())
	}
	r.last = s
	return s, nil
}
