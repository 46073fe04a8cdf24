// Package relay brings what was committed to those who act on it afterwards:
// it follows the outbox of the system of record and keeps each sink, such as a
// search index, up to date.
//
// The wiring makes one relay with its sinks and runs it beside the server. Rows
// are delivered in order and at least once. How far a sink has come is asked of
// the sink itself, where it stands beside the data, so that an index which was
// deleted, restored or written by another program tells the truth and is filled
// anew. A row names a record, which is read anew, so that a sink always gets the
// newest state and a row delivered twice does no harm. A record that a sink
// refuses is parked and told, and the rest goes on; every night the sink is
// compared with the records and what drifted is put right.
//
// A sink that several servers share is fed by whoever holds its lease; the
// others watch how far it has come. The relay decides nothing and never changes
// a record.
package relay
