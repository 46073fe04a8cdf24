package sheet

import (
	"bufio"
	"io"
	"strings"

	"jumpup/server/domain"
)

// CSVFile is one table of an export.
type CSVFile struct {
	Name string // "companies.csv", "companies.certificates.csv"
	page page
}

// CSVFiles lays records out as CSV, one file for each kind and for each list
// that holds anything. Read together they give the same records.
func CSVFiles(records []domain.Record, o WriteOptions) []CSVFile {
	var out []CSVFile
	for _, p := range pages(records, o) {
		out = append(out, CSVFile{p.table.file + ".csv", p})
	}
	return out
}

// WriteTo writes the file in UTF-8 with a byte-order mark, without which Excel
// takes Korean for CP949, and CRLF line ends. No cell can become a formula.
func (f CSVFile) WriteTo(w io.Writer) (int64, error) {
	c := &counter{w: w}
	b := bufio.NewWriter(c)
	_, _ = b.WriteString("\ufeff")
	for i, col := range f.page.columns {
		writeField(b, i, textCell(col.header()))
	}
	_, _ = b.WriteString("\r\n")
	for _, row := range f.page.rows {
		for i, v := range row {
			text := v.text
			if risky(text) { // a negative number
				text = string(mark) + text
			}
			writeField(b, i, text)
		}
		_, _ = b.WriteString("\r\n")
	}
	err := b.Flush()
	return c.n, err
}

// writeField quotes whatever some program might cut: separators of any locale,
// quotation marks, spaces at the ends, line ends. Errors stay in the buffer
// until Flush.
func writeField(b *bufio.Writer, i int, s string) {
	if i > 0 {
		_ = b.WriteByte(',')
	}
	if i > 0 && s == "" || s != "" && !strings.ContainsAny(s, ",;\t|\"\r\n '") {
		_, _ = b.WriteString(s)
		return
	}
	_ = b.WriteByte('"')
	_, _ = b.WriteString(strings.ReplaceAll(s, `"`, `""`))
	_ = b.WriteByte('"')
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
