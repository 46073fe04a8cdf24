package app

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"time"

	"github.com/google/uuid"

	"jumpup/server/backend/mail"
	"jumpup/server/backend/search"
	"jumpup/server/backend/store"
	"jumpup/server/config"
	"jumpup/server/domain"
	"jumpup/server/service/accounts"
	"jumpup/server/service/directory"
	"jumpup/server/service/jobs"
	"jumpup/server/service/matching"
)

// house is everything that stands behind the transports.
type house struct {
	name      string // of this process, in leases and in what it tells
	store     *store.Store
	indexes   *indexes
	accounts  *accounts.Service
	directory *directory.Service
	matching  *matching.Service
	jobs      *jobs.Service
}

// newID makes ids of new records: uuid v7, so that they sort by time.
func newID() string { return uuid.Must(uuid.NewV7()).String() }

// storeOptions name the system of record: PostgreSQL when an address is given,
// else the SQLite file of the data folder.
func storeOptions(c config.Storage, log *slog.Logger) (store.Options, error) {
	opt := store.Options{Now: time.Now, NewID: newID, Log: log, URL: c.DatabaseURL}
	if c.DatabaseURL == "" {
		dir, err := c.DataDir()
		if err != nil {
			return opt, err
		}
		opt.Dir = dir
	}
	return opt, nil
}

func openStore(ctx context.Context, c config.Storage, log *slog.Logger) (*store.Store, error) {
	opt, err := storeOptions(c, log)
	if err != nil {
		return nil, err
	}
	return store.Open(ctx, opt)
}

// openHouse opens the backends and makes the services on them. Origin is the
// address that links begin with; find says which engine searches, nil when
// nothing will be searched for.
func openHouse(ctx context.Context, c config.Storage, find *config.Search, origin string, mailer accounts.Mailer, log *slog.Logger) (*house, error) {
	s, err := openStore(ctx, c, log)
	if err != nil {
		return nil, err
	}
	h := &house{name: workerName(c), store: s}
	if find != nil {
		if err := h.openIndexes(c, *find, log); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	if err := h.makeServices(origin, mailer, log); err != nil {
		return nil, errors.Join(err, h.indexes.close(), s.Close())
	}
	return h, nil
}

func (h *house) close() error {
	h.accounts.Close()
	h.matching.Close()
	return errors.Join(h.indexes.close(), h.store.Close())
}

// openMailer gives the delivery by SMTP, nil without an address: links are
// handed over by hand then.
func openMailer(c config.Server) (accounts.Mailer, error) {
	if c.SMTPURL == "" {
		return nil, nil
	}
	return mail.New(mail.Options{URL: c.SMTPURL, From: c.MailFrom, ReplyTo: c.MailReplyTo})
}

// newLogger writes JSON lines at the level asked for.
func newLogger(c config.Server, out Output) *slog.Logger {
	levels := map[string]slog.Level{"debug": slog.LevelDebug, "warn": slog.LevelWarn, "error": slog.LevelError}
	return slog.New(slog.NewJSONHandler(out.Log, &slog.HandlerOptions{Level: levels[c.LogLevel]}))
}

// quiet is the logger of the commands: warnings and worse, in words.
func quiet() *slog.Logger {
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
}

// workerName names this process in leases. A SQLite file has one server, so
// that a restart ends at once what its forerunner left; servers that share a
// database need names of their own.
func workerName(c config.Storage) string {
	if c.DatabaseURL == "" {
		return "local"
	}
	return "server-" + newID()
}

// makeServices gives every service its ports.
func (h *house) makeServices(origin string, mailer accounts.Mailer, log *slog.Logger) (err error) {
	h.accounts, err = accounts.New(accounts.Config{
		Store: h.store, Records: h.store, Mailer: mailer, Now: time.Now, NewID: newID, Origin: origin,
		Accessed:  h.store.Accessed,
		OnFailure: func(what string, err error) { log.Error("work behind an answer failed", "what", what, "error", err) },
	})
	if err != nil {
		return err
	}
	var finder, nearby search.Answerer // stay nil where nothing is searched for
	var marks func(s, query string) [][2]int
	if h.indexes != nil {
		finder, nearby, marks = h.indexes.finder, h.indexes.nearby, h.indexes.marks
	}
	h.directory = directory.New(directory.Config{
		Store: h.store, Log: h.store, Settings: h.store, Finder: finder, Wiper: h.store, Accounts: h.store,
		Saved: h.store, Notes: h.store, Indexes: h.store, Marks: marks, Now: time.Now, NewID: newID,
		OnFailure: func(what string, err error) { log.Error("work behind an answer failed", "what", what, "error", err) },
	})
	h.matching = matching.New(matching.Config{
		Finder: nearby, Store: h.store, Versions: h.store, Now: time.Now, NewID: newID, Accessed: h.store.Accessed, Log: log,
	})
	h.jobs = jobs.New(jobs.Config{
		Store: h.store, Now: time.Now, NewID: newID, Log: log, Worker: h.name,
		Kinds: map[string]jobs.Kind{
			directory.JobImport: {Action: domain.ActImport, Run: h.directory.RunImport},
			directory.JobExport: {Action: domain.ActExport, Run: h.directory.RunExport},
		},
	})
	return nil
}

// isDemo says whether the installation holds the demonstration.
func (h *house) isDemo() bool {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	v, err := h.store.Setting(ctx, store.SettingDemo)
	return err == nil && v != ""
}
