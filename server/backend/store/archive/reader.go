package archive

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// maxLine bounds one row: the largest upload, in base64, with room.
const maxLine = 512 << 20

// ErrDamaged is wrapped by every error that says that a file is no whole backup.
var ErrDamaged = errors.New("the file is no backup of this program, or is damaged or cut off")

// Reader reads a backup line by line.
type Reader struct {
	in     *bufio.Reader
	sum    hash.Hash
	rows   int64
	Header Header
}

// NewReader reads the header.
func NewReader(r io.Reader) (*Reader, error) {
	zip, err := gzip.NewReader(r)
	if err != nil {
		return nil, damaged(err)
	}
	x := &Reader{in: bufio.NewReaderSize(zip, 1<<16), sum: sha256.New()}
	line, err := x.line()
	if err != nil {
		return nil, err
	}
	x.sum.Write(line)
	if err := json.Unmarshal(line, &x.Header); err != nil {
		return nil, damaged(err)
	}
	if x.Header.Format != formatName || x.Header.Version < 1 {
		return nil, damaged(fmt.Errorf("format %q version %d", x.Header.Format, x.Header.Version))
	}
	if x.Header.Version > formatVersion {
		return nil, fmt.Errorf("backup format %d is newer than this program (%d)", x.Header.Version, formatVersion)
	}
	return x, nil
}

// Next gives the next table or the next row of the current table; io.EOF after
// the end line, when number of rows and checksum are right.
func (r *Reader) Next() (table *Table, row []any, err error) {
	line, err := r.line()
	if err != nil {
		return nil, nil, err
	}
	if line[0] == '[' {
		r.rows++
		r.sum.Write(line)
		row, err = decodeRow(line)
		return nil, row, err
	}
	if bytes.HasPrefix(line, []byte(`{"end"`)) {
		return nil, nil, r.finish(line)
	}
	r.sum.Write(line)
	table = &Table{}
	if err := json.Unmarshal(line, table); err != nil || table.Name == "" || len(table.Columns) == 0 {
		return nil, nil, damaged(err)
	}
	return table, nil, nil
}

func (r *Reader) finish(line []byte) error {
	var e end
	if err := json.Unmarshal(line, &e); err != nil {
		return damaged(err)
	}
	if e.End.Rows != r.rows || e.End.SHA256 != hex.EncodeToString(r.sum.Sum(nil)) {
		return damaged(errors.New("the checksum differs"))
	}
	if _, err := r.in.ReadByte(); !errors.Is(err, io.EOF) { // reads the gzip's own checksum
		return damaged(err)
	}
	return io.EOF
}

// line reads one line with its newline.
func (r *Reader) line() ([]byte, error) {
	var out []byte
	for {
		part, err := r.in.ReadSlice('\n')
		out = append(out, part...)
		switch {
		case err == nil:
			return out, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, damaged(err)
		case len(out) > maxLine:
			return nil, damaged(errors.New("a line is too long"))
		}
	}
}

func decodeRow(line []byte) ([]any, error) {
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	var row []any
	if err := d.Decode(&row); err != nil {
		return nil, damaged(err)
	}
	for i, v := range row {
		var err error
		if row[i], err = decodeValue(v); err != nil {
			return nil, damaged(err)
		}
	}
	return row, nil
}

func decodeValue(v any) (any, error) {
	switch x := v.(type) {
	case nil, string:
		return x, nil
	case json.Number:
		return x.Int64()
	case map[string]any:
		if s, ok := x["b"].(string); ok {
			return base64.StdEncoding.DecodeString(s)
		}
		if s, ok := x["f"].(string); ok {
			return strconv.ParseFloat(s, 64)
		}
	}
	return nil, fmt.Errorf("value %v", v)
}

func damaged(err error) error {
	if err == nil {
		return ErrDamaged
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}
