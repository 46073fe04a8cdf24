package app

import (
	"context"
	"errors"
	"time"

	"jumpup/server/backend/relay"
	"jumpup/server/backend/store"
	"jumpup/server/config"
	"jumpup/server/domain"
)

// A server counts as alive while it told lately how its indexes are, and as
// doubtful a little longer: a long write keeps it from telling too.
const (
	aliveFor     = 10 * time.Second
	doubtfulFor  = 20 * time.Second
	reindexLooks = 500 * time.Millisecond
)

// Reindexing is how far rebuilding the search indexes is.
type Reindexing struct {
	Indexes     int    // to rebuild
	Rebuilt     int    // of them
	Server      string // whose index is being filled, and which one; "" while none is
	Engine      string
	Done, Total int64 // of that index's records
}

// Reindexed is what was rebuilt.
type Reindexed struct {
	Indexes int
	Here    bool // by this program, as no server was alive; else by the servers
}

// Reindex asks for every search index to be filled anew and waits until that is
// done: by the servers that are alive, else here. When ctx ends it stops
// waiting, with unavailable: servers go on, and what an index held before stays
// until a new one is whole. Servers that start later rebuild theirs too.
func Reindex(ctx context.Context, c config.Storage, find config.Search, progress func(Reindexing)) (r Reindexed, err error) {
	s, err := openStore(ctx, c, quiet())
	if err != nil {
		return r, err
	}
	asked, err := askRebuild(ctx, s)
	if err == nil {
		r.Indexes, err = awaitRebuild(ctx, s, asked, progress)
	}
	if err := errors.Join(err, s.Close()); err != nil || r.Indexes > 0 {
		return r, err
	}
	r.Here = true
	h, err := openHouse(ctx, c, &find, commandOrigin, nil, quiet())
	if err != nil {
		return r, err
	}
	r.Indexes, err = h.rebuild(ctx, progress)
	return r, errors.Join(err, h.close())
}

// askRebuild writes down the request, for whoever feeds an index.
func askRebuild(ctx context.Context, s *store.Store) (asked string, err error) {
	asked = newID()
	return asked, s.PutSetting(ctx, domain.SettingRebuild, asked, domain.Happened(domain.RebuildAsked, domain.System("reindex"),
		domain.Ref{Kind: domain.ObjectIndex}, time.Now(), map[string]string{"asked": asked}))
}

// awaitRebuild waits for the servers that are alive; it gives how many indexes
// they rebuilt, 0 when there is no server.
func awaitRebuild(ctx context.Context, s *store.Store, asked string, progress func(Reindexing)) (int, error) {
	look := time.NewTicker(reindexLooks)
	defer look.Stop()
	for {
		p, alive, err := lookAtServers(ctx, s, asked)
		switch {
		case ctx.Err() != nil:
			return 0, domain.Errorf(domain.CodeUnavailable, "", "no longer waiting; the servers go on rebuilding their indexes")
		case err != nil:
			return 0, err
		case !alive:
			return 0, nil
		}
		progress(p)
		if p.Rebuilt == p.Indexes {
			return p.Indexes, nil
		}
		select {
		case <-ctx.Done():
		case <-look.C:
		}
	}
}

// lookAtServers tells how far the servers are, and whether there is any.
func lookAtServers(ctx context.Context, s *store.Store, asked string) (p Reindexing, alive bool, err error) {
	all, err := s.IndexStatuses(ctx)
	if err != nil {
		return p, false, err
	}
	now, err := s.Clock(ctx)
	if err != nil {
		return p, false, err
	}
	p = sumUp(all, now, asked)
	return p, p.Indexes > 0, nil
}

// sumUp counts the indexes of servers that are not known to be gone. Requests
// are named so that a later one sorts after: an index that carried that out has
// done this one too.
func sumUp(all []domain.IndexStatus, now time.Time, asked string) (p Reindexing) {
	for _, x := range all {
		age := now.Sub(x.Seen)
		if age > doubtfulFor {
			continue
		}
		p.Indexes++
		switch {
		case x.Asked >= asked:
			p.Rebuilt++
		case x.Phase != "" && age <= aliveFor:
			p.Server, p.Engine, p.Done, p.Total = x.Server, x.Engine, x.Done, x.Total
		}
	}
	return p
}

// rebuild fills every index of this house anew.
func (h *house) rebuild(ctx context.Context, progress func(Reindexing)) (int, error) {
	targets := h.indexes.targets
	r := relay.New(h.store, relay.Options{Server: "reindex-" + newID(), Leases: h.store, Log: quiet()}, targets...)
	now := Reindexing{Indexes: len(targets)}
	err := r.Rebuild(ctx, func(sink string, done, total int64) {
		now.Server, now.Engine, now.Done, now.Total = "here", sink, done, total
		progress(now)
		if done == total {
			now.Rebuilt++
		}
	})
	if ctx.Err() != nil {
		return 0, domain.Errorf(domain.CodeUnavailable, "", "stopped; the indexes stay as they were, and a server that starts rebuilds them")
	}
	return len(targets), err
}
