// Package search finds records by text and filter and answers with ids only.
//
// [Embedded] is an index in memory, filled from the system of record at start
// and kept up to date after every commit; it can be thrown away at any time. It
// holds only what everybody who may find a kind may also read: never private
// clients, conflicts, registration numbers or contacts. What it answers is
// loaded, and the permission checked, elsewhere, so that a stale index costs
// recall and never leaks a field.
//
// It reads no database and knows no actor: who may see what comes as a filter.
package search
