// Package jsonl reads and writes the records of the interchange format as JSON
// Lines: a folder of up to eight files, one object a line (server/docs/formats.md).
//
// Reading is strict and lists everything that is wrong in one go, as
// "file:line: field: what is wrong; remedy". Writing is canonical: fields in the
// order of the format, empty fields left out, numbers and texts as they were
// given, so that reading and writing again gives the same bytes.
//
// The directory service, the stateless commands and the demonstration call it.
// It opens no files by itself and never looks at stored records: references
// between records are checked by [domain.CheckReferences].
package jsonl
