package jsonl

import (
	"bufio"
	"fmt"
	"io"

	"jumpup/server/domain"
)

// Writer writes the canonical lines of one kind. The caller gives the records
// in ascending order of their ids, bytewise; an id out of order is an error, so
// that a file that was written is canonical. Flush ends it.
type Writer struct {
	out  *bufio.Writer
	buf  []byte
	last string
	any  bool
}

// NewWriter makes a writer of one file.
func NewWriter(to io.Writer) *Writer { return &Writer{out: bufio.NewWriterSize(to, 64<<10)} }

// Write writes one record as one line.
func (w *Writer) Write(r domain.Record) error {
	id := r.Ref().ID
	if w.any && id <= w.last {
		return fmt.Errorf("write %s: %q does not come after %q", r.Ref().Kind, id, w.last)
	}
	w.last, w.any = id, true
	w.buf = append(Append(w.buf[:0], r), '\n')
	_, err := w.out.Write(w.buf)
	return err
}

// Flush writes what is buffered.
func (w *Writer) Flush() error { return w.out.Flush() }
