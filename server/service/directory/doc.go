// Package directory keeps organisations, people, needs, experts and investors:
// reading, listing and counting what an actor may see, changing it, moving
// needs through their states, search, eligibility, the overview of a cohort,
// and cutting pasted text into works or a thesis.
//
// Transports call it with an Actor; every use case asks domain.Can and answers
// through domain.View, so what it returns may be shown to that actor as it is.
// It decides rules and leaves transactions to its Store. It never ranks, never
// sends anything and knows no SQL and no HTTP.
package directory
