// Package domain is the vocabulary of Jumpup: entities, value types, rules,
// events, the actor and the one access policy [Can], error codes and typed ids.
//
// Everything above it speaks in these types. It imports the standard library
// only, reads no clock, makes no ids and does no I/O: time and ids are given to
// it. Entities carry no json or database tags; readers, writers, rows and
// transport objects are explicit elsewhere, so that a new field never leaks by
// itself.
package domain
