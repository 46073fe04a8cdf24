// Package document turns records into the JSON documents that the system of
// record keeps in its doc columns, and back.
//
// Only package store calls it. Entities carry no tags: the structs here do, so
// that a new field of an entity is stored only once somebody writes it down
// here (a test compares both by reflection). The encoding is canonical: the
// same record always gives the same bytes, empty fields are left out, and
// decoding what was encoded gives an equal record (an empty list comes back as
// nil). It is not the interchange format and never leaves the installation.
package document
