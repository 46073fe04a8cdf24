package directory

import (
	"context"

	"jumpup/server/domain"
)

// Store is the system of record for organisations, people, needs, experts,
// investors and preferences. Every method is a whole transaction.
type Store interface {
	// Record loads one record; not_found.
	Record(ctx context.Context, ref domain.Ref) (domain.Record, error)
	// Records loads many; those that do not exist are left out, order kept.
	Records(ctx context.Context, refs []domain.Ref) ([]domain.Record, error)
	// List gives a page in a stable order, without gap or overlap under
	// concurrent writes to other rows.
	List(ctx context.Context, q domain.Query) (domain.Page[domain.Record], error)
	// Facets counts, per attribute asked for, the values over all records
	// that match the query's kind, filter and text; most frequent first.
	Facets(ctx context.Context, q domain.Query, attrs []domain.Attr) (map[domain.Attr][]domain.FacetCount, error)
	// Each streams all records of a kind in id order (bytewise).
	Each(ctx context.Context, k domain.Kind, f domain.Filter, yield func(domain.Record) error) error
	// Save creates (current is nil), changes or deletes (next is nil) one
	// record; version 0 skips the check, else a differing stored version
	// gives stale, and a version for a record that does not exist not_found.
	// It returns what was stored with its new version. A dangling or still
	// used reference gives conflict naming it.
	Save(ctx context.Context, ref domain.Ref, version int64, change func(current domain.Record) (next domain.Record, events []domain.Event, err error)) (domain.Record, error)
	// Import writes many records in one transaction, all or nothing.
	Import(ctx context.Context, im domain.Import) (domain.Imported, error)
	// Merge folds one record into another of the same kind: references move,
	// the folded one is deleted.
	Merge(ctx context.Context, keep domain.Record, fold domain.Ref, events ...domain.Event) error
}

// Log reads the audit chain and the access log, and takes reads of personal
// data (batched; a crash may lose the last second of reads, never a change).
type Log interface {
	Audit(ctx context.Context, q domain.AuditQuery) (domain.Page[domain.AuditEntry], error)
	// VerifyAudit walks the whole chain; broken is the first wrong Seq, 0 when whole.
	VerifyAudit(ctx context.Context) (entries, broken int64, err error)
	Accesses(ctx context.Context, cursor string, limit int) (domain.Page[domain.Access], error)
	Accessed(a domain.Access)
}

// Settings is a small key-value store for what the programme remembers: column
// mappings, the demonstration mark, the cohort shown first.
type Settings interface {
	Setting(ctx context.Context, key string) (string, error) // "" when unset
	PutSetting(ctx context.Context, key, value string, events ...domain.Event) error
	// SwapSetting is PutSetting where the value is still the one seen before;
	// stale when somebody changed it meanwhile.
	SwapSetting(ctx context.Context, key, seen, value string, events ...domain.Event) error
}

// Finder searches; it answers with ids only. It may lag behind the records.
type Finder interface {
	// Search gives a page of hits; a limit of 2000 is taken. It fails with
	// invalid for a cursor that is not its own.
	Search(ctx context.Context, q domain.SearchQuery) (domain.SearchResult, error)
}

// Wiper empties the whole system of record but accounts of staff; it works
// only on a folder that was filled by the demonstration.
type Wiper interface {
	RemoveDemo(ctx context.Context, events ...domain.Event) error
}

// Accounts tells what the first-steps checklist asks of other areas;
// implemented by the store.
type Accounts interface {
	// CountRole counts enabled accounts of a role.
	CountRole(ctx context.Context, role domain.Role) (int, error)
	// Links lists one-time links, newest first; kind "" means all.
	Links(ctx context.Context, kind domain.LinkKind, cursor string, limit int) (domain.Page[domain.Link], error)
	// Weights gives a version of the weights, 0 the newest; not_found when none is stored.
	Weights(ctx context.Context, v domain.WeightsVersion) (domain.Weights, error)
}

// Saved keeps the searches of accounts.
type Saved interface {
	// SavedSearches lists an account's own, oldest first.
	SavedSearches(ctx context.Context, user domain.UserID) ([]domain.SavedSearch, error)
	// AddSavedSearch fails with conflict when the account has most of them
	// already; the count and the insertion are one transaction.
	AddSavedSearch(ctx context.Context, s domain.SavedSearch, most int) error
	// ChangeSavedSearch sets name, kind and query; not_found when the account
	// s.User has none with the id. It gives what is stored then.
	ChangeSavedSearch(ctx context.Context, s domain.SavedSearch) (domain.SavedSearch, error)
	// DropSavedSearch fails with not_found likewise.
	DropSavedSearch(ctx context.Context, user domain.UserID, id string) error
}

// Notes keeps the queries that found nothing or were slow.
type Notes interface {
	// NoteSearch counts one more of such queries: Count is added, Last and
	// Kinds replace those before, Slowest grows. The store keeps a bounded number
	// of notes and forgets the oldest.
	NoteSearch(ctx context.Context, n domain.SearchNote) error
	// SearchNotes lists them, newest first.
	SearchNotes(ctx context.Context, cursor string, limit int) (domain.Page[domain.SearchNote], error)
	ClearSearchNotes(ctx context.Context, events ...domain.Event) error
}

// Indexes tells how far the search indexes have come.
type Indexes interface {
	// IndexStatuses lists what every server told last of each of its engines.
	IndexStatuses(ctx context.Context) ([]domain.IndexStatus, error)
	// OutboxHead is the number of the newest change.
	OutboxHead(ctx context.Context) (int64, error)
}
