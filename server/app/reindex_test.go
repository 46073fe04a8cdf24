package app

import (
	"context"
	"strings"
	"testing"
	"time"

	"jumpup/server/backend/store"
	"jumpup/server/config"
	"jumpup/server/domain"
)

func openTestStore(t *testing.T, c config.Storage) *store.Store {
	t.Helper()
	s, err := openStore(t.Context(), c, quiet())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestReindexWithoutAServer(t *testing.T) {
	c := config.Storage{Data: t.TempDir()}
	var last Reindexing
	r, err := Reindex(t.Context(), c, config.Search{}, func(p Reindexing) { last = p })
	if err != nil || !r.Here || r.Indexes != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	if last.Indexes != 1 || last.Engine == "" || last.Done != last.Total {
		t.Errorf("told last %+v", last)
	}
	s := openTestStore(t, c)
	asked, err := s.Setting(t.Context(), domain.SettingRebuild)
	if err != nil || asked == "" {
		t.Fatalf("asked %q, %v", asked, err)
	}
	// A server that starts later finds the request in the outbox.
	rows, err := s.Outbox(t.Context(), 0, 10)
	if err != nil || len(rows) != 1 || rows[0].Event.Kind != domain.RebuildAsked || rows[0].Event.Data["asked"] != asked {
		t.Fatalf("%+v, %v", rows, err)
	}
}

func TestReindexByTheServer(t *testing.T) {
	c := testConfig(t)
	start(t, c)
	r, err := Reindex(t.Context(), c.Storage, config.Search{}, func(Reindexing) {})
	if err != nil || r.Here || r.Indexes != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	s := openTestStore(t, c.Storage)
	asked, err := s.Setting(t.Context(), domain.SettingRebuild)
	if err != nil {
		t.Fatal(err)
	}
	all, err := s.IndexStatuses(t.Context())
	if err != nil || len(all) != 1 || all[0].Asked != asked || !all[0].Ready || all[0].Server != "local" {
		t.Fatalf("%+v, %v; asked %s", all, err, asked)
	}
}

// TestReindexStopsWaiting: the request stays when the person does not.
func TestReindexStopsWaiting(t *testing.T) {
	c := config.Storage{Data: t.TempDir()}
	s := openTestStore(t, c)
	if err := s.PutIndexStatus(t.Context(), domain.IndexStatus{Server: "other", Engine: "embedded", Phase: "filling", Done: 3, Total: 9}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var told Reindexing
	_, err := Reindex(ctx, c, config.Search{}, func(p Reindexing) { told = p; cancel() })
	if domain.CodeOf(err) != domain.CodeUnavailable || !strings.Contains(err.Error(), "servers go on") {
		t.Fatalf("%v", err)
	}
	if want := (Reindexing{Indexes: 1, Server: "other", Engine: "embedded", Done: 3, Total: 9}); told != want {
		t.Errorf("told %+v", told)
	}
	if asked, err := s.Setting(t.Context(), domain.SettingRebuild); err != nil || asked == "" {
		t.Errorf("asked %q, %v", asked, err)
	}
}

func TestSumUp(t *testing.T) {
	now := time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)
	seen := func(ago time.Duration, asked, phase string) domain.IndexStatus {
		return domain.IndexStatus{Server: "s", Engine: "e", Asked: asked, Phase: phase, Done: 1, Total: 2, Seen: now.Add(-ago)}
	}
	filling := Reindexing{Indexes: 1, Server: "s", Engine: "e", Done: 1, Total: 2}
	for name, x := range map[string]struct {
		all  []domain.IndexStatus
		want Reindexing
	}{
		"nobody":                   {nil, Reindexing{}},
		"gone":                     {[]domain.IndexStatus{seen(doubtfulFor+time.Second, "r2", "")}, Reindexing{}},
		"doubtful":                 {[]domain.IndexStatus{seen(aliveFor+time.Second, "r1", "filling")}, Reindexing{Indexes: 1}},
		"filling":                  {[]domain.IndexStatus{seen(0, "r1", "filling")}, filling},
		"not begun":                {[]domain.IndexStatus{seen(0, "", "")}, Reindexing{Indexes: 1}},
		"done":                     {[]domain.IndexStatus{seen(0, "r2", "")}, Reindexing{Indexes: 1, Rebuilt: 1}},
		"done for a later request": {[]domain.IndexStatus{seen(0, "r3", "")}, Reindexing{Indexes: 1, Rebuilt: 1}},
		"one of two": {[]domain.IndexStatus{seen(0, "r2", ""), seen(0, "r1", "filling")}, Reindexing{
			Indexes: 2, Rebuilt: 1, Server: "s", Engine: "e", Done: 1, Total: 2,
		}},
	} {
		if got := sumUp(x.all, now, "r2"); got != x.want {
			t.Errorf("%s: %+v, want %+v", name, got, x.want)
		}
	}
}
