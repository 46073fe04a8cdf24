package domain

import "time"

// EventKind names what happened, in the past tense.
type EventKind string

// The events. The list is append-only.
const (
	RecordCreated     EventKind = "record.created"
	RecordChanged     EventKind = "record.changed"
	RecordDeleted     EventKind = "record.deleted"
	RecordsMerged     EventKind = "records.merged"
	NeedMoved         EventKind = "need.moved"
	PreferenceStated  EventKind = "preference.stated"
	WeightsPublished  EventKind = "weights.published"
	RunSaved          EventKind = "run.saved"
	ImportFinished    EventKind = "import.finished"
	ExportMade        EventKind = "export.made"
	LinkIssued        EventKind = "link.issued"
	LinkRevoked       EventKind = "link.revoked"
	LinkSpent         EventKind = "link.spent"
	UserCreated       EventKind = "user.created"
	UserChanged       EventKind = "user.changed"
	UserSignedIn      EventKind = "user.signed_in"
	SignedOutAll      EventKind = "user.signed_out_everywhere"
	PasswordChanged   EventKind = "user.password_changed"
	DemoRemoved       EventKind = "demo.removed"
	SettingsChanged   EventKind = "settings.changed"
	MappingRemembered EventKind = "mapping.remembered"
	SynonymsChanged   EventKind = "synonyms.changed"
	RebuildAsked      EventKind = "search.rebuild_asked" // Data["asked"] names the request
)

// Event is one thing that happened. The store writes it to the outbox and to
// the hash-chained audit log in the transaction that made it true. Data holds
// plain details (field names, states, counts) and never a secret or the text
// of a private field.
type Event struct {
	Kind  EventKind
	Actor UserID
	Ref   Ref
	At    time.Time
	Data  map[string]string
}

// Happened makes an event.
func Happened(k EventKind, a Actor, r Ref, at time.Time, data map[string]string) Event {
	return Event{Kind: k, Actor: a.User, Ref: r, At: at, Data: data}
}

// AuditEntry is one link of the audit chain: Hash = SHA-256 over Prev and the
// canonical form of the event; Seq counts from 1 without gaps.
type AuditEntry struct {
	Seq        int64
	Event      Event
	Prev, Hash []byte
}

// Access is one read of personal data.
type Access struct {
	Actor  UserID
	Action Action
	Ref    Ref
	At     time.Time
	Count  int // how many records of the kind, for lists and exports
}

// AuditQuery narrows the audit log, newest first.
type AuditQuery struct {
	Ref    Ref // Kind alone, or both, or none
	Actor  UserID
	Kind   EventKind
	Cursor string
	Limit  int
}

// OutboxRow is an event in the order of commits, for those who act after the
// commit. Seq is the number of the event's audit entry.
type OutboxRow struct {
	Seq   int64
	Event Event
}
