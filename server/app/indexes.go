package app

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"time"

	"jumpup/matcher/text"
	"jumpup/server/backend/relay"
	"jumpup/server/backend/search"
	"jumpup/server/config"
)

// indexes are the search engines of a house and what keeps them up to date.
type indexes struct {
	embedded *search.Embedded
	engines  []search.Engine // the embedded one among them
	targets  []relay.Target
	relay    *relay.Relay
	finder   search.Answerer // whom people's searches ask
	nearby   search.Answerer // whom rankings ask: this server's own index
}

// openIndexes opens the embedded index in the data folder and, when an address
// is given, Meilisearch, which is asked first then. A Meilisearch that is down
// is no hindrance.
func (h *house) openIndexes(c config.Storage, s config.Search, log *slog.Logger) (err error) {
	dir, err := c.DataDir()
	if err != nil {
		return err
	}
	embedded, err := search.OpenEmbedded(filepath.Join(dir, "search"))
	if err != nil {
		return err
	}
	x := &indexes{embedded: embedded, engines: []search.Engine{embedded}, targets: []relay.Target{{Sink: embedded}}}
	h.indexes = x
	fresh := func(name string) func() bool { return func() bool { return x.relay.Fresh(name) } }
	x.finder = search.Watched{Answerer: embedded, Fresh: fresh(search.EmbeddedName)}
	x.nearby = x.finder
	if s.MeiliURL != "" {
		meili, err := search.NewMeili(search.MeiliOptions{URL: s.MeiliURL, Key: s.MeiliKey})
		if err != nil {
			return errors.Join(err, x.close())
		}
		x.engines = append(x.engines, meili)
		x.targets = append(x.targets, relay.Target{Sink: meili, Shared: true})
		x.finder = search.NewFailover(meili, x.finder, fresh(search.MeiliName), time.Now)
	}
	x.relay = relay.New(h.store, relay.Options{Server: h.name, Leases: h.store, Board: h.store, Poll: 250 * time.Millisecond, Log: log}, x.targets...)
	return nil
}

func (x *indexes) close() error {
	if x == nil {
		return nil
	}
	var errs []error
	for _, e := range x.engines {
		errs = append(errs, e.Close())
	}
	return errors.Join(errs...)
}

// marks gives the places of a query's words, and of their synonyms, in a text
// that is shown.
func (x *indexes) marks(s, query string) [][2]int {
	spans := text.Highlight(s, query, x.embedded.Synonyms(query)...)
	out := make([][2]int, len(spans))
	for i, m := range spans {
		out[i] = [2]int{m.Start, m.End}
	}
	return out
}

// records counts what the embedded index holds, for the metrics.
func (x *indexes) records() float64 {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	n, err := x.embedded.Records(ctx)
	if err != nil {
		return -1
	}
	return float64(n)
}
