// Package matching ranks experts and investors for a need and says why, keeps
// weights, runs and preferences, and turns ranking round for candidates.
//
// The transport and the rank command call it. It encodes records for the
// matcher library, keeps one compiled corpus per revision of the store, asks
// [domain.Can] before anything is shown, and passes every piece of evidence
// through one redaction (redact.go). It never computes a score itself, never
// writes on a read, and never names a third party behind a gate.
package matching
