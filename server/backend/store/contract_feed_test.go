package store

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"sync"
	"testing"
	"time"

	"jumpup/server/backend/relay"
	"jumpup/server/domain"
)

// sharedIndex is an index in memory that several servers share.
type sharedIndex struct {
	mu       sync.Mutex
	at       domain.IndexPosition
	versions map[string]int64
	writers  int
	together int
	told     chan struct{}
}

func (x *sharedIndex) Name() string { return "shared" }

func (x *sharedIndex) writing(by int) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.writers += by; x.writers > 1 {
		x.together++
	}
}

func (x *sharedIndex) Position(context.Context) (domain.IndexPosition, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.at, nil
}

func (x *sharedIndex) Apply(ctx context.Context, changes []domain.IndexChange, seq int64) ([]domain.Parked, error) {
	x.writing(1)
	defer x.writing(-1)
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, c := range changes {
		switch {
		case c.Record == nil:
			delete(x.versions, c.Ref.ID)
		case c.Anew || c.Record.Rev() >= x.versions[c.Ref.ID]:
			x.versions[c.Ref.ID] = c.Record.Rev()
		}
	}
	x.at.Seq = seq
	select {
	case x.told <- struct{}{}:
	default:
	}
	return nil, ctx.Err()
}

func (x *sharedIndex) Rebuild(ctx context.Context, seq int64, _ domain.Synonyms, fill func(context.Context, func(domain.Record) error) error) error {
	x.writing(1)
	defer x.writing(-1)
	next := map[string]int64{}
	if err := fill(ctx, func(r domain.Record) error { next[r.Ref().ID] = r.Rev(); return nil }); err != nil {
		return err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.versions, x.at = next, domain.IndexPosition{Seq: seq, Ready: true}
	return nil
}

func (x *sharedIndex) Versions(context.Context, domain.Kind, func(string, int64) error) error {
	return nil
}

func (x *sharedIndex) SetSynonyms(context.Context, domain.Synonyms) error { return nil }

func (x *sharedIndex) Records(context.Context) (int64, error) { return 0, nil }

// TestFeedOfSeveralServers: relays over one database take turns at a shared
// index while records are written, changed and deleted, and nothing is lost.
func TestFeedOfSeveralServers(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		x := &sharedIndex{versions: map[string]int64{}, told: make(chan struct{}, 1)}
		serve := func(name string) (stop func()) {
			opt := relay.Options{Server: name, Leases: s, Board: s, Poll: 5 * time.Millisecond, Batch: 7, Lease: time.Second, Log: slog.New(slog.DiscardHandler)}
			ctx, cancel := context.WithCancel(bg)
			ended := make(chan struct{})
			go func() {
				defer close(ended)
				relay.New(s, opt, relay.Target{Sink: x, Shared: true}).Run(ctx)
			}()
			return func() { cancel(); <-ended }
		}
		settled := func() bool {
			head := must(s.OutboxHead(bg))(t)
			x.mu.Lock()
			defer x.mu.Unlock()
			return x.at.Ready && x.at.Seq == head
		}
		await := func() {
			t.Helper()
			limit := time.NewTimer(time.Minute)
			defer limit.Stop()
			tick := time.NewTicker(20 * time.Millisecond)
			defer tick.Stop()
			for !settled() {
				select {
				case <-x.told:
				case <-tick.C:
				case <-limit.C:
					t.Fatalf("the index stays at %+v", x.at)
				}
			}
		}
		stops := []func(){serve("a"), serve("b")}
		for round := range 3 {
			for i := range 30 {
				c := &domain.Company{ID: domain.CompanyID(fmt.Sprint("c", (i*7+round)%20)), Name: domain.PlainText(fmt.Sprint(round, i))}
				save(t, s, c)
				if i%5 == 4 {
					if err := remove(s, c.Ref(), 0); err != nil {
						t.Fatal(err)
					}
				}
			}
			await()
			stops[0]() // whoever feeds: the other, or a new one, goes on
			stops = append(stops[1:], serve(fmt.Sprint("next", round)))
		}
		save(t, s, &domain.Company{ID: "last"})
		await()
		for _, stop := range stops {
			stop()
		}
		want := map[string]int64{}
		if err := s.Versions(bg, domain.KindCompany, func(id string, v int64) error { want[id] = v; return nil }); err != nil {
			t.Fatal(err)
		}
		if !maps.Equal(x.versions, want) || x.together > 0 {
			t.Errorf("holds %v, want %v; %d times two writers at once", x.versions, want, x.together)
		}
		if left := must(s.IndexStatuses(bg))(t); len(left) != 0 {
			t.Errorf("servers that stopped still tell %+v", left)
		}
	})
}
