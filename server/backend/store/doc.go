// Package store is the system of record and the only home of SQL: SQLite by
// default, PostgreSQL 15 when a URL is given, with one text of every statement
// and migration for both.
//
// Package app opens one [Store] and hands it to the services, whose ports it
// implements: accounts.Store and Records, directory.Store, Log, Settings and
// Wiper, matching.Store and Versions, jobs.Store, the sign-in store of the
// browser sessions, the answers kept for idempotency keys, and the outbox that
// the relay reads. Every exported method is one whole transaction; what happened
// in it goes to the outbox and to the hash-chained audit log of the same
// transaction.
//
// It decides nothing that is a rule of the programme: no permissions, no state
// machine of needs, no scoring. It never logs a record's content and never
// hands out a *sql.DB.
package store
