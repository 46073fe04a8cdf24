// Package archive is the file format of backups: the same for every database,
// so that what was saved from one can be restored into another.
//
// A backup is a gzip of JSON lines: a header naming format, version and schema;
// for each table a line with its name and columns and a line per row, an array
// of values in the order of the columns; and an end line with the number of
// rows and the SHA-256 of every byte before it. Integers are numbers, texts
// strings, bytes {"b":"base64"}, other numbers {"f":"decimal"}, absent values
// null. A reader accepts nothing without its end line.
//
// Only package store calls it. It never touches a database and never decides
// which tables exist.
package archive
