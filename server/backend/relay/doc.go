// Package relay brings what was committed to those who act on it afterwards:
// it follows the outbox of the system of record and keeps each sink, such as a
// search index, up to date.
//
// The wiring makes one relay with its sinks and runs it beside the server. Rows
// are delivered in order and at least once, with a position per sink; a row
// names a record, which is read anew, so that a sink always gets the newest
// state and a row delivered twice does no harm. A row that a sink cannot take
// is parked and counted, and the rest goes on. The relay decides nothing and
// never writes to the system of record.
package relay
