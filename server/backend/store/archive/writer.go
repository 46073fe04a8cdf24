package archive

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// Format and version of the files.
const (
	formatName    = "jumpup backup"
	formatVersion = 1
)

// Header is the first line.
type Header struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Schema  int64  `json:"schema"` // of the database it was made of
	Made    string `json:"made"`   // RFC 3339
}

// Table begins the rows of a table.
type Table struct {
	Name    string   `json:"table"`
	Columns []string `json:"columns"`
}

// end is the last line.
type end struct {
	End struct {
		Rows   int64  `json:"rows"`
		SHA256 string `json:"sha256"`
	} `json:"end"`
}

// Writer writes a backup. It holds one row at a time.
type Writer struct {
	zip  *gzip.Writer
	sum  hash.Hash
	line bytes.Buffer
	rows int64
}

// NewWriter starts a backup of a schema.
func NewWriter(w io.Writer, schema int64, made string) (*Writer, error) {
	zip, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
	if err != nil {
		return nil, err
	}
	x := &Writer{zip: zip, sum: sha256.New()}
	return x, x.put(Header{formatName, formatVersion, schema, made})
}

// Table begins a table; its rows follow.
func (w *Writer) Table(t Table) error { return w.put(t) }

// Row writes the values of one row: nil, int64, float64, string or []byte.
func (w *Writer) Row(values []any) error {
	out := make([]any, len(values))
	for i, v := range values {
		switch x := v.(type) {
		case nil, int64, string:
			out[i] = x
		case []byte:
			out[i] = map[string]string{"b": base64.StdEncoding.EncodeToString(x)}
		case float64:
			out[i] = map[string]string{"f": strconv.FormatFloat(x, 'g', -1, 64)}
		default:
			return fmt.Errorf("archive: cannot keep a %T", v)
		}
	}
	w.rows++
	return w.put(out)
}

// Close writes the end line. The backup is good only when it succeeded.
func (w *Writer) Close() error {
	var e end
	e.End.Rows, e.End.SHA256 = w.rows, hex.EncodeToString(w.sum.Sum(nil))
	if err := w.put(e); err != nil {
		return err
	}
	return w.zip.Close()
}

func (w *Writer) put(v any) error {
	w.line.Reset()
	enc := json.NewEncoder(&w.line)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	w.sum.Write(w.line.Bytes())
	_, err := w.zip.Write(w.line.Bytes())
	return err
}
