// Package sheet reads and writes the records of the interchange format as
// spreadsheets: XLSX and CSV, the way coordinators keep them.
//
// [Inspect] says what a file seems to hold, for the mapping page. [Read] turns
// any number of files into located records and reports every bad cell at once.
// [Merge] lays a row over a stored record, [KeysOf] gives what rows without an
// id are matched by. [Template], [WriteXLSX] and [WriteCSV] write; what they
// write reads back into the same records, and no cell of it can become a
// formula. service/directory is the caller.
//
// The package never opens a file, never stores anything, never matches a row
// with a stored record, makes no ids and reads no clock: io.Reader in, io.Writer
// out. Whether a record is complete and consistent is [domain.Record]'s Validate,
// which the caller asks.
package sheet
