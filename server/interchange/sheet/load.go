package sheet

import (
	"errors"
	"io"
	"strings"

	"jumpup/server/domain"
)

// Source is one file: its name as the person gave it, and its content.
type Source struct {
	Name string
	Data io.Reader
}

// NoteCode classifies a note, so that a page can say it in its language.
type NoteCode string

// The notes.
const (
	NoteHiddenSheet   NoteCode = "hidden_sheet"
	NoteEmptySheet    NoteCode = "empty_sheet"
	NoteUnknownSheet  NoteCode = "unknown_sheet"
	NoteIgnoredSheet  NoteCode = "ignored_sheet"
	NoteUnmapped      NoteCode = "unmapped_columns"
	NoteSkippedRow    NoteCode = "skipped_row"
	NoteExampleRow    NoteCode = "example_row"
	NoteAssumedWon    NoteCode = "assumed_won"
	NoteHeaderlessCol NoteCode = "column_without_header"
)

// Note is something that was left out or assumed and is no fault. Text says it
// in English; Detail holds what it names (headers, a sheet).
type Note struct {
	Code   NoteCode `json:"code"`
	Place  string   `json:"place"`
	Text   string   `json:"text"`
	Detail string   `json:"detail,omitempty"`
}

// load reads one source into sheets, or says why it cannot.
func load(s Source, lim Limits) ([]*grid, *domain.Error, error) {
	data, err := io.ReadAll(io.LimitReader(s.Data, lim.Bytes+1))
	if err != nil {
		return nil, nil, err
	}
	at := domain.Located{File: s.Name}
	if int64(len(data)) > lim.Bytes {
		return nil, domain.Errorf(domain.CodeInvalid, at.At(""), "the file is larger than %d MiB; split it", lim.Bytes>>20), nil
	}
	kind, err := detect(data)
	var grids []*grid
	if err == nil && kind == formXLSX {
		grids, err = readXLSX(s.Name, data, lim)
	} else if err == nil {
		grids, err = readCSV(s.Name, data, lim)
	}
	if u, ok := errors.AsType[*unusable](err); ok {
		at.Sheet, at.Line = u.sheet, u.line
		return nil, domain.Errorf(domain.CodeInvalid, at.At(""), "%s", u.reason), nil
	}
	if err != nil {
		return nil, domain.Errorf(domain.CodeInvalid, at.At(""), "cannot be read (%s); open it in Excel and save it again", err), nil
	}
	return grids, nil, nil
}

// aside says whether a sheet is a guide or a list of the template, not data.
func aside(sheet string) bool {
	s := strings.ToLower(sheet)
	return sheet == guideSheet || sheet == listSheet || strings.HasPrefix(s, "안내") || strings.HasPrefix(s, "작성요령") || strings.HasPrefix(s, "작성 요령") || s == "guide" || s == "readme"
}
