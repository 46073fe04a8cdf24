package search

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/server/domain"
)

// MeiliName is what [Meili] is called in answers, logs and leases.
const MeiliName = "meilisearch"

// MeiliOptions says where Meilisearch is and how long it may take.
type MeiliOptions struct {
	URL string // such as http://meilisearch:7700
	// Key is empty for a server without keys. It needs the actions search,
	// documents.*, indexes.*, settings.*, tasks.get and stats.get on the index
	// and on the names that begin with it and "-".
	Key   string
	Index string // its name; "" means jumpup

	Search time.Duration // longest wait for an answer; 0 means 800 ms
	Write  time.Duration // longest wait for anything else; 0 means 10 s
	Task   time.Duration // longest wait for the end of one task; 0 means 10 min
}

// Meili is the engine on a Meilisearch server of version 1.50. The server does
// no analysis of its own: it is given keys (matcher/text), so that both engines
// find the same whatever dictionaries the server was built with.
//
// One index holds all kinds, and with them the document that says how far the
// index has come. So a page over several kinds is one list with exact totals and
// facets, a rebuild is swapped in as a whole, and an index that was deleted,
// restored from an old snapshot or set up by somebody else says so itself.
type Meili struct {
	o      MeiliOptions
	http   *http.Client
	server meilisearch.ServiceManager
}

var _ Engine = (*Meili)(nil)

// NewMeili makes the engine; it asks the server nothing yet. It fails with
// invalid for an address or an index name that cannot be right.
func NewMeili(o MeiliOptions) (*Meili, error) {
	u, err := url.Parse(o.URL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, domain.Errorf(domain.CodeInvalid, "url", "is no address of a Meilisearch server; write it like http://meilisearch:7700")
	}
	if o.Index == "" {
		o.Index = "jumpup"
	}
	if len(o.Index) > 200 || strings.Trim(o.Index, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") != "" {
		return nil, domain.Errorf(domain.CodeInvalid, "index", "may hold letters, digits, - and _ only")
	}
	for d, usual := range map[*time.Duration]time.Duration{&o.Search: 800 * time.Millisecond, &o.Write: 10 * time.Second, &o.Task: 10 * time.Minute} {
		if *d <= 0 {
			*d = usual
		}
	}
	client := newMeiliClient()
	return &Meili{o: o, http: client, server: meilisearch.New(strings.TrimRight(o.URL, "/"),
		meilisearch.WithCustomClient(client), meilisearch.WithAPIKey(o.Key), meilisearch.DisableRetries())}, nil
}

// Name implements Engine.
func (m *Meili) Name() string { return MeiliName }

// Close implements Engine: it lets go of the connections.
func (m *Meili) Close() error {
	m.http.CloseIdleConnections()
	return nil
}

func (m *Meili) index() meilisearch.IndexManager { return m.server.Index(m.o.Index) }

// Records implements Engine; an index that is not there holds none.
func (m *Meili) Records(ctx context.Context) (int64, error) {
	total := int64(0)
	err := m.write(ctx, "count the documents", func(ctx context.Context) error {
		none := int64(0)
		res, err := m.index().SearchWithContext(ctx, "", &meilisearch.SearchRequest{HitsPerPage: &none, Filter: meiliKinds(domain.SearchKinds)})
		if err == nil {
			total = res.TotalHits
		}
		return err
	})
	if isMeiliMissing(err) {
		return 0, nil
	}
	return total, err
}
