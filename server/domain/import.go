package domain

// Import is one all-or-nothing write. Records come in kind order; a record
// equal to the stored one is left untouched, so a second import changes
// nothing. Need states of existing needs are kept; new needs get their state
// from the caller.
type Import struct {
	Actor    Actor
	Records  []Record
	Events   []Event // beside one per created or changed record
	DryRun   bool           // do everything, then roll back
	Progress func(done, total int)
}

// Imported counts what an import did, per kind.
type Imported map[Kind]ImportCount

// ImportCount counts records of one kind.
type ImportCount struct{ Created, Changed, Unchanged int }
