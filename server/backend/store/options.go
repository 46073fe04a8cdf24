package store

import (
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"time"
)

// Options says which database to open and what the store is given from
// outside. Exactly one of Dir, URL and Memory is set.
type Options struct {
	// Dir is the installation's data folder; the database is the file
	// jumpup.db in it. Folder and file are made when missing, readable by
	// their owner only.
	Dir string
	// URL is a PostgreSQL address, "postgres://user:password@host/name".
	URL string
	// Memory opens a private, empty SQLite database that is gone after
	// Close; it lives in a temporary folder and is never synced to disk.
	Memory bool

	// Now is the clock of what is shown to people (when something changed);
	// leases and expiries use the database's clock. nil: time.Now.
	Now func() time.Time
	// NewID makes ids of access log rows; nil: random ones.
	NewID func() string
	// Log receives what nobody is there to be told, such as access log rows
	// that could not be written; nil: slog.Default().
	Log *slog.Logger
	// MaxConns bounds the PostgreSQL connections, half of them for reading;
	// 0 means 16, the least is 4.
	MaxConns int
	// Patience is how long a write waits for others before it fails with
	// unavailable; 0 means 15 seconds.
	Patience time.Duration
}

// SettingDemo is the setting that marks an installation filled by the
// demonstration; [Store.RemoveDemo] works only while it is not empty.
const SettingDemo = "demo"

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.NewID == nil {
		o.NewID = randomID
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.MaxConns <= 0 {
		o.MaxConns = 16
	}
	o.MaxConns = max(o.MaxConns, 4)
	if o.Patience <= 0 {
		o.Patience = 15 * time.Second
	}
	return o
}

func randomID() string {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		panic(err) // the system has no randomness
	}
	return hex.EncodeToString(b)
}
