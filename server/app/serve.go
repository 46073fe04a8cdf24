package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"jumpup/frontend"
	"jumpup/server/config"
	"jumpup/server/transport/rest"
)

// Output is where the program speaks: Out to the person who started it, Log
// for JSON log lines.
type Output struct{ Out, Log io.Writer }

// collectAt is how far the memory may grow, in per cent of what is in use, before
// garbage is collected: answers of the embedded index make much of it, and on two
// cores a third of their time went into collecting at Go's own 100.
const collectAt = 300

// Serve opens the house and serves it until ctx ends; requests under way then
// get time to finish. GOGC, when it is set, decides on collecting garbage.
func Serve(ctx context.Context, c config.Server, out Output) (err error) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectAt)
	}
	log := newLogger(c, out)
	mailer, err := openMailer(c)
	if err != nil {
		return err
	}
	h, err := openHouse(ctx, c.Storage, &c.Search, c.Origin(), mailer, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.close()) }()
	links, err := h.welcome(ctx, c)
	if err != nil {
		return err
	}
	m := newMetrics()
	h.measure(m)
	doors, err := h.openDoors(ctx, c, m, log)
	if err != nil {
		return err
	}
	stop := h.work(ctx, log)
	defer stop()
	greet(out.Out, c, links)
	log.Info("serving", "listen", c.Listen, "public_url", c.Origin(), "database", c.DatabaseURL != "", "demo", c.Demo)
	err = serveDoors(ctx, doors...)
	log.Info("stopped")
	return err
}

// openDoors listens on the public address and, when asked for, on the metrics
// one.
func (h *house) openDoors(ctx context.Context, c config.Server, m *metrics, log *slog.Logger) ([]*door, error) {
	limits := rest.DefaultLimits()
	handler, err := rest.New(rest.Config{
		Accounts: h.accounts, Directory: h.directory, Jobs: h.jobs, Matching: h.matching,
		Sessions: h.store, Idempotency: h.store,
		Page: frontend.Dist(), PublicURL: c.Origin(), TrustedProxies: c.Proxies(),
		Now: time.Now, NewID: newID, Log: log, Limits: limits, Version: Version,
		Demo: h.isDemo, Ready: h.store.Ready, Observe: m.observe,
	})
	if err != nil {
		return nil, err
	}
	public, err := openDoor(ctx, c.Listen, handler, limits.Header)
	if err != nil {
		return nil, err
	}
	doors := []*door{public}
	if c.MetricsListen != "" {
		inner, err := openDoor(ctx, c.MetricsListen, m.handler(), limits.Header)
		if err != nil {
			return nil, errors.Join(err, public.listener.Close())
		}
		doors = append(doors, inner)
	}
	return doors, nil
}

// work starts what runs beside the requests; the function returned ends it.
func (h *house) work(ctx context.Context, log *slog.Logger) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var group sync.WaitGroup
	if err := h.indexes.relay.Announce(ctx); err != nil {
		log.Warn("the state of the search indexes could not be told yet", "error", err)
	}
	group.Go(func() { h.indexes.relay.Run(ctx) })
	group.Go(func() {
		if err := h.jobs.Run(ctx); err != nil && ctx.Err() == nil {
			log.Error("jobs stopped", "error", err)
		}
	})
	group.Go(func() {
		if err := h.matching.Warm(ctx); err != nil && ctx.Err() == nil {
			log.Warn("the corpus was not compiled ahead", "error", err)
		}
	})
	return func() { cancel(); group.Wait() }
}

// measure registers the figures that are read when asked for.
func (h *house) measure(m *metrics) {
	m.gauge("jumpup_search_records", "Records in the embedded search index.", h.indexes.records)
	m.gauge("jumpup_search_lag_events", "Committed events that the search index furthest behind does not hold yet.", func() float64 {
		lag := int64(0)
		for _, s := range h.indexes.relay.Status() {
			lag = max(lag, s.Head-s.Position)
		}
		return float64(lag)
	})
	m.gauge("jumpup_search_parked_records", "Records that a search index refuses, over all indexes of this server.", func() float64 {
		n := 0
		for _, s := range h.indexes.relay.Status() {
			n += len(s.Parked)
		}
		return float64(n)
	})
	m.gauge("jumpup_search_feed_failures", "Failed tries to bring a search index up to date, since the start.", func() float64 {
		n := int64(0)
		for _, s := range h.indexes.relay.Status() {
			n += s.Failures
		}
		return float64(n)
	})
	m.gauge("jumpup_store_revision", "Committed changes of records since the beginning.", func() float64 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		n, err := h.store.Revision(ctx)
		if err != nil {
			return -1
		}
		return float64(n)
	})
}

// greet tells the person at the terminal where to go. The line "Ready." is the
// last and stands alone, so that scripts can wait for it.
func greet(w io.Writer, c config.Server, links []signInLink) {
	fmt.Fprintf(w, "\nJumpup is at %s\n", c.Origin())
	if c.PublicURL == "" {
		fmt.Fprintln(w, "Plain http, for this machine only; for others set JUMPUP_PUBLIC_URL=https://... behind a proxy with a certificate.")
	}
	if c.RedisURL != "" {
		fmt.Fprintln(w, "JUMPUP_REDIS_URL is kept for a later release: this one keeps no presence.")
	}
	if len(links) > 0 {
		fmt.Fprintln(w, "\nOne-time links (open in a browser, then press the button):")
	}
	for _, l := range links {
		fmt.Fprintf(w, "  %-14s %s\n", l.Role, l.URL)
	}
	fmt.Fprintln(w, "\nReady.")
}
