package jsonl

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"

	"jumpup/server/domain"
)

const (
	// MaxLine is the longest line that is read, in bytes without its end.
	MaxLine = 1 << 20
	// MaxProblems is how many problems a Reader lists; it counts the rest.
	MaxProblems = 10_000
)

// Reader reads the records of several files as one set, in which an id of a
// kind may stand only once. The zero Reader is ready.
type Reader struct {
	Records  []domain.Located
	Problems domain.Problems
	// Unlisted counts the problems beyond MaxProblems.
	Unlisted int

	seen   map[domain.Ref]domain.Located
	faulty []domain.Located // records with problems: theirs are checked too
}

// Read reads all lines of one file of a kind. name is what the person calls
// the file. Faults of the content go to Problems; only a failing source is
// returned as an error. A record with problems is not among the Records.
func (r *Reader) Read(kind domain.Kind, name string, from io.Reader) error {
	in := bufio.NewReaderSize(from, 64<<10)
	place := domain.Located{File: name}
	if wrong := encodingProblem(in); wrong != "" {
		r.report(place, "", wrong)
		return nil
	}
	var buf []byte
	for {
		line, long, err := readLine(in, buf[:0])
		ended := errors.Is(err, io.EOF)
		if err != nil && !ended {
			return fmt.Errorf("read %s: %w", name, err)
		}
		buf = line
		if !ended || len(line) > 0 || long {
			place.Line++
			r.line(kind, place, line, long)
		}
		if ended {
			return nil
		}
	}
}

// encodingProblem skips a byte-order mark of UTF-8 and names other encodings
// that give themselves away.
func encodingProblem(in *bufio.Reader) string {
	head, _ := in.Peek(4)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = in.Discard(3)
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return "is UTF-16; save the file as UTF-8"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "is a zip archive or workbook, not JSON Lines; give it its own file ending"
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return "is compressed with gzip; unpack it first"
	}
	return ""
}

// readLine reads one line without its end, which may be LF or CRLF. Of a line
// that is too long it reads on to the end and says long.
func readLine(in *bufio.Reader, buf []byte) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if !long {
			buf = append(buf, part...)
		}
		full := errors.Is(err, bufio.ErrBufferFull)
		if cut, ended := bytes.CutSuffix(buf, []byte("\n")); ended {
			buf = bytes.TrimSuffix(cut, []byte("\r"))
		}
		if len(buf) > MaxLine+1 || !full && len(buf) > MaxLine {
			long, buf = true, buf[:0]
		}
		if !full {
			return buf, long, err
		}
	}
}

func (r *Reader) line(kind domain.Kind, place domain.Located, line []byte, long bool) {
	switch {
	case long:
		r.report(place, "", "is longer than 1 MiB; shorten its texts")
		return
	case len(bytes.TrimSpace(line)) == 0:
		r.report(place, "", "is blank; remove the line")
		return
	}
	record, problems := Decode(kind, line)
	for _, e := range problems {
		r.report(place, e.Field, e.Message)
	}
	if record == nil {
		return
	}
	place.Record = record
	switch again := r.duplicate(place); {
	case again:
	case len(problems) > 0:
		r.faulty = append(r.faulty, place)
	default:
		r.Records = append(r.Records, place)
	}
}

// duplicate notes the record's id and reports one that stood before.
func (r *Reader) duplicate(l domain.Located) bool {
	ref := l.Record.Ref()
	if ref.ID == "" || ref.ID == domain.PreferenceID("", "") {
		return false
	}
	if r.seen == nil {
		r.seen = map[domain.Ref]domain.Located{}
	}
	first, again := r.seen[ref]
	if !again {
		r.seen[ref] = domain.Located{File: l.File, Line: l.Line}
		return false
	}
	if p, ok := l.Record.(*domain.Preference); ok {
		r.report(l, "to", fmt.Sprintf("the preference from %q to %q stands already at %s; keep one", clip(p.From), clip(p.To), first.Place()))
	} else {
		r.report(l, "id", fmt.Sprintf("%q stands already at %s; give each record its own id", clip(ref.ID), first.Place()))
	}
	return true
}

// Has says whether the set holds a record, be it with problems or without.
func (r *Reader) Has(ref domain.Ref) bool {
	_, ok := r.seen[ref]
	return ok
}

// CheckReferences adds a problem for every reference to a record that is
// neither in the set nor known; see [domain.CheckReferences]. Records with
// problems count as there, and their own references are checked as well.
func (r *Reader) CheckReferences(known func([]domain.Ref) (map[domain.Ref]bool, error)) error {
	all := append(r.Records[:len(r.Records):len(r.Records)], r.faulty...)
	dangling, err := domain.CheckReferences(all, func(ask []domain.Ref) (map[domain.Ref]bool, error) {
		there := map[domain.Ref]bool{}
		var rest []domain.Ref
		for _, ref := range ask {
			if there[ref] = r.Has(ref); !there[ref] {
				rest = append(rest, ref)
			}
		}
		if known == nil || len(rest) == 0 {
			return there, nil
		}
		more, err := known(rest)
		maps.Copy(there, more)
		return there, err
	})
	reported := map[string]bool{}
	for _, e := range r.Problems {
		reported[e.Field] = true
	}
	for _, e := range dangling {
		if !reported[e.Field] {
			r.add(e)
		}
	}
	return err
}

func (r *Reader) report(l domain.Located, field, message string) {
	r.add(domain.Errorf(domain.CodeInvalid, l.At(field), "%s", message))
}

func (r *Reader) add(e *domain.Error) {
	if len(r.Problems) >= MaxProblems {
		r.Unlisted++
		return
	}
	r.Problems = append(r.Problems, e)
}

// Result gives everything wrong, with a last line that counts what was not
// listed.
func (r *Reader) Result() domain.Problems {
	if r.Unlisted == 0 {
		return r.Problems
	}
	var last domain.Problems
	last.Add("", "%d more problems are not listed; correct these and try again", r.Unlisted)
	return append(r.Problems[:len(r.Problems):len(r.Problems)], last...)
}
