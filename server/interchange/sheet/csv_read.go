package sheet

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/korean"
)

// readCSV reads a CSV file in UTF-8, UTF-16 or CP949, separated by commas,
// semicolons or tabs.
func readCSV(name string, data []byte, lim Limits) ([]*grid, error) {
	text, err := decodeText(data)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	comma := rune(0)
	lines := 0 // a line that Excel puts first to name the separator
	if first, rest, _ := strings.Cut(text, "\n"); strings.HasPrefix(strings.ToLower(first), "sep=") {
		if r, _ := utf8.DecodeRuneInString(strings.TrimSpace(first[4:]) + " "); r != ' ' {
			comma = r
		} else {
			comma = '\t'
		}
		text, lines = rest, 1
	}
	if comma == 0 {
		comma = separator(text)
	}
	g, err := parseCSV(name, text, comma, false, lines, lim)
	if errors.Is(err, csv.ErrBareQuote) { // 12" in a cell that is not quoted
		g, err = parseCSV(name, text, comma, true, lines, lim)
	}
	if pe, ok := errors.AsType[*csv.ParseError](err); ok {
		return nil, &unusable{"", pe.StartLine + lines, "the row cannot be read: " + quoteRemedy}
	}
	if err != nil {
		return nil, err
	}
	return []*grid{g}, nil
}

const quoteRemedy = "a quotation mark is missing or stands alone; open the file in Excel and save it again as CSV UTF-8"

// parseCSV cuts the text into rows; skipped lines stood before it. With lazy,
// quotation marks inside cells are taken as they are.
func parseCSV(name, text string, comma rune, lazy bool, skipped int, lim Limits) (*grid, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, lazy
	g := &grid{file: name}
	cells := 0
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return g, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := r.FieldPos(0)
		for _, c := range record {
			if lazy && strings.Contains(c, "\n") && strings.Count(c, string(comma)) >= len(record) {
				return nil, &unusable{"", line + skipped, "the row cannot be read: " + quoteRemedy}
			}
		}
		if err := g.add(record, line+skipped, lim, &cells); err != nil {
			return nil, err
		}
	}
}

// decodeText turns the file's bytes into text: by its byte-order mark, else
// UTF-8 where that is valid, else UTF-16 where every other byte is zero, else
// CP949.
func decodeText(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return fromUTF16(data[2:], binary.LittleEndian), nil
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return fromUTF16(data[2:], binary.BigEndian), nil
	}
	if order, ok := zeros(data); ok {
		return fromUTF16(data, order), nil
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	out, err := korean.EUCKR.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		line := 1 + bytes.Count(out[:max(0, bytes.IndexRune(out, utf8.RuneError))], []byte("\n"))
		return "", &unusable{"", line, "the text is neither UTF-8 nor CP949; save the file as \"CSV UTF-8\""}
	}
	return string(out), nil
}

func fromUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// zeros recognises UTF-16 without a mark: in tables every separator and digit
// has a zero byte on one side.
func zeros(data []byte) (binary.ByteOrder, bool) {
	sample := data[:min(len(data), 4096)]
	var at [2]int
	for i, b := range sample {
		if b == 0 {
			at[i%2]++
		}
	}
	switch {
	case at[1]*8 > len(sample) && at[0]*10 < at[1]:
		return binary.LittleEndian, true
	case at[0]*8 > len(sample) && at[1]*10 < at[0]:
		return binary.BigEndian, true
	}
	return nil, false
}

// separator finds what separates the columns: of comma, semicolon, tab and bar
// the one that cuts most of the first lines into the same number of columns.
func separator(text string) rune {
	best, bestScore := ',', 0
	for _, comma := range []rune{',', ';', '\t', '|'} {
		r := csv.NewReader(strings.NewReader(text[:min(len(text), 64<<10)]))
		r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
		counts := map[int]int{}
		for range 50 {
			record, err := r.Read()
			if err != nil {
				break
			}
			if len(record) > 1 {
				counts[len(record)]++
			}
		}
		for columns, rows := range counts {
			if score := rows*rows*8 + min(columns, 7); score > bestScore {
				best, bestScore = comma, score
			}
		}
	}
	return best
}
