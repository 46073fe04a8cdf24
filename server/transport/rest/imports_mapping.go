package rest

import (
	"jumpup/server/interchange/sheet"
)

// Mapping says what foreign columns mean.
type Mapping struct {
	Columns []ColumnMapping `json:"columns,omitempty" maxItems:"2000"`
	Sheets  []SheetMapping  `json:"sheets,omitempty" maxItems:"500"`
}

// ColumnMapping maps the columns of a header to a field.
type ColumnMapping struct {
	Table  string `json:"table" maxLength:"100" example:"company"`
	Header string `json:"header" maxLength:"2000" example:"회사 이름"`
	Field  string `json:"field" maxLength:"200" example:"name" doc:"A field of the table; - leaves the column out"`
	Unit   string `json:"unit,omitempty" maxLength:"50" example:"백만원" doc:"What bare numbers count"`
}

// SheetMapping says what a sheet is.
type SheetMapping struct {
	File      string `json:"file,omitempty" maxLength:"500" doc:"Empty: a sheet of this name in any file"`
	Sheet     string `json:"sheet" maxLength:"200" doc:"Empty for CSV"`
	Table     string `json:"table" maxLength:"100" example:"company" doc:"- leaves the sheet out"`
	HeaderRow int    `json:"header_row,omitempty" minimum:"0" doc:"0: found by itself"`
}

func mappingOf(m sheet.Mapping) Mapping {
	return Mapping{
		Columns: each(m.Columns, func(c sheet.ColumnMapping) ColumnMapping { return ColumnMapping(c) }),
		Sheets:  each(m.Sheets, func(s sheet.SheetMapping) SheetMapping { return SheetMapping(s) }),
	}
}

func (m Mapping) mapping() sheet.Mapping {
	return sheet.Mapping{
		Columns: each(m.Columns, func(c ColumnMapping) sheet.ColumnMapping { return sheet.ColumnMapping(c) }),
		Sheets:  each(m.Sheets, func(s SheetMapping) sheet.SheetMapping { return sheet.SheetMapping(s) }),
	}
}

// InspectedFile is what an uploaded sheet seems to hold.
type InspectedFile struct {
	Name    string           `json:"name"`
	Problem string           `json:"problem,omitempty" doc:"Why it cannot be read at all"`
	Sheets  []InspectedSheet `json:"sheets"`
}

// InspectedSheet is one sheet.
type InspectedSheet struct {
	Name      string            `json:"name"`
	Hidden    bool              `json:"hidden,omitempty"`
	Aside     bool              `json:"aside,omitempty" doc:"A guide or a list of words"`
	Table     string            `json:"table" doc:"Empty when its headers are not known"`
	Kind      string            `json:"kind"`
	HeaderRow int               `json:"header_row" doc:"0 when none was found"`
	Rows      int               `json:"rows"`
	Columns   []InspectedColumn `json:"columns"`
}

// InspectedColumn is one column.
type InspectedColumn struct {
	Column      int               `json:"column" doc:"From 1"`
	Header      string            `json:"header"`
	Samples     []string          `json:"samples"`
	Field       string            `json:"field" doc:"The field it will fill, empty for none"`
	Confidence  float64           `json:"confidence"`
	Unit        string            `json:"unit,omitempty"`
	Suggestions []FieldSuggestion `json:"suggestions"`
}

// FieldSuggestion is what else a column may mean.
type FieldSuggestion struct {
	Field      string  `json:"field"`
	Confidence float64 `json:"confidence"`
}

// SheetTable is a table that a sheet can be, with the fields of its columns.
type SheetTable struct {
	Name   string       `json:"name" example:"company"`
	Fields []SheetField `json:"fields"`
}

// SheetField is a field that a column can fill.
type SheetField struct {
	Path string `json:"path" example:"name.ko"`
	Ko   string `json:"ko" example:"기업명"`
	En   string `json:"en" example:"Company name"`
}

func inspectedOf(f sheet.FileInfo) InspectedFile {
	out := InspectedFile{Name: f.Name, Sheets: []InspectedSheet{}}
	if f.Problem != nil {
		out.Problem = f.Problem.Line()
	}
	for _, s := range f.Sheets {
		is := InspectedSheet{Name: s.Name, Hidden: s.Hidden, Aside: s.Aside, Table: s.Table, Kind: string(s.Kind), HeaderRow: s.HeaderRow, Rows: s.Rows, Columns: []InspectedColumn{}}
		for _, c := range s.Columns {
			ic := InspectedColumn{Column: c.Column, Header: c.Header, Samples: c.Samples, Field: c.Field, Confidence: c.Confidence, Unit: c.Unit, Suggestions: []FieldSuggestion{}}
			for _, g := range c.Suggestions {
				ic.Suggestions = append(ic.Suggestions, FieldSuggestion(g))
			}
			is.Columns = append(is.Columns, ic)
		}
		out.Sheets = append(out.Sheets, is)
	}
	return out
}

func tablesOf() []SheetTable {
	return each(sheet.Tables(), func(name string) SheetTable {
		return SheetTable{name, each(sheet.Fields(name), func(f sheet.FieldInfo) SheetField { return SheetField(f) })}
	})
}
