// Package search finds records by text and filter and answers with ids only.
//
// The wiring opens [Embedded], an index of bleve in a folder, and [Meili] when
// an address is given; [Failover] asks Meilisearch first and the embedded index
// while that is down or behind. The relay feeds both. All of it can be thrown
// away at any time: how far an index has come, and in which form it was
// written, is kept inside it.
//
// Engines hold keys (matcher/text) and nothing else, and only of what everybody
// who may find a kind may also read: never private clients, conflicts,
// registration numbers or contacts. What they answer is loaded, and the
// permission checked, elsewhere, so that a stale index costs recall and never
// leaks a field.
//
// It reads no database and knows no actor: who may see what comes as a filter.
package search
