// Package jobs runs long work: imports, exports and whatever else takes longer
// than a request may. A job is queued with its files, claimed by one worker
// under a lease that a heartbeat renews, shows its progress, can be cancelled,
// and after a crash is shown as failed instead of running for ever.
//
// Transports queue and follow jobs; app gives the handlers by kind and keeps
// Run going. The package knows nothing about what a job does, and a job that
// stopped half-way is never started again by itself: whoever started it decides.
package jobs
