package search

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"jumpup/server/domain"
)

// faultProxy passes connections on to a server, or does not.
type faultProxy struct {
	listener net.Listener
	to       string
	mode     string // "", "cut", "hole" (takes all, says nothing) or "midway" (cuts off answers)
	mu       sync.Mutex
	open     map[net.Conn]bool
	group    sync.WaitGroup
}

func startProxy(t *testing.T, to string) *faultProxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &faultProxy{listener: l, to: to, open: map[net.Conn]bool{}}
	p.group.Go(p.serve)
	t.Cleanup(func() {
		_ = l.Close()
		p.set("cut")
		p.group.Wait()
	})
	return p
}

// set changes what happens to connections; those that are open are closed.
func (p *faultProxy) set(mode string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.mode = mode
	for c := range p.open {
		_ = c.Close()
	}
	clear(p.open)
}

func (p *faultProxy) serve() {
	for {
		in, err := p.listener.Accept()
		if err != nil {
			return
		}
		p.mu.Lock()
		mode := p.mode
		p.open[in] = true
		p.mu.Unlock()
		p.group.Go(func() { p.pass(in, mode) })
	}
}

func (p *faultProxy) pass(in net.Conn, mode string) {
	defer in.Close()
	switch mode {
	case "cut":
		return
	case "hole":
		_, _ = io.Copy(io.Discard, in)
		return
	}
	out, err := net.Dial("tcp", p.to)
	if err != nil {
		return
	}
	defer out.Close()
	p.mu.Lock()
	p.open[out] = true
	p.mu.Unlock()
	p.group.Go(func() { _, _ = io.Copy(out, in); _ = out.Close() })
	if mode == "midway" {
		_, _ = io.CopyN(in, out, 40)
		return
	}
	_, _ = io.Copy(in, out)
}

// Behind a network that fails in every way the product keeps answering, says
// so, loses nothing, and is right again afterwards.
func TestMeiliNetworkFails(t *testing.T) {
	o := meiliAt(t)
	proxy := startProxy(t, strings.TrimPrefix(o.URL, "http://"))
	direct := openMeiliAt(t, o)
	o.URL, o.Search, o.Write = "http://"+proxy.listener.Addr().String(), 400*time.Millisecond, 800*time.Millisecond
	m, err := NewMeili(o)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	e := openTest(t, "")
	first := []domain.Record{company("c1", "한빛"), company("c2", "푸른")}
	rebuilt(t, direct, 1, nil, first...)
	rebuildWith(t, e, 1, first...)
	now := time.Now()
	f := NewFailover(m, e, func() bool { return true }, func() time.Time { return now })
	check := func(mode, engine string, want ...string) {
		t.Helper()
		res := searched(t, f, domain.SearchQuery{Text: "한빛"})
		if got := meiliIDs(res); !slices.Equal(got, want) || res.Engine != engine || res.Degraded != (engine == EmbeddedName) {
			t.Errorf("%s: %v from %s (degraded %t), want %v from %s", mode, got, res.Engine, res.Degraded, want, engine)
		}
	}
	check("whole", MeiliName, "c1")
	ids := []string{"c1"}
	for i, mode := range []string{"cut", "hole", "midway"} {
		proxy.set(mode)
		for range failuresMost {
			check(mode, EmbeddedName, ids...)
		}
		if engine, open, _, _ := f.State(); engine != EmbeddedName || !open {
			t.Errorf("%s: %s answers, open %t", mode, engine, open)
		}
		more := company("n"+mode, "한빛 하나 더")
		changes := []domain.IndexChange{change(more)}
		if _, err := m.Apply(t.Context(), changes, int64(i+2)); domain.CodeOf(err) != domain.CodeUnavailable {
			t.Errorf("%s: feeding gives %v", mode, err)
		}
		put(t, e, int64(i+2), more)
		ids = append(ids, string(more.ID))
		check(mode, EmbeddedName, ids...)
		proxy.set("")
		if _, err := m.Apply(t.Context(), changes, int64(i+2)); err != nil {
			t.Errorf("after %s: %v", mode, err)
		}
		now = now.Add(probeEvery)
		check("after "+mode, MeiliName, ids...)
		if p := position(t, m); p.Seq != int64(i+2) || !p.Ready {
			t.Errorf("after %s: position %+v", mode, p)
		}
	}
}

// An index that went, was changed or is another program's tells so.
func TestMeiliPositionTellsTheTruth(t *testing.T) {
	m := openMeili(t)
	if p := position(t, m); p.Ready || p.Seq != 0 {
		t.Errorf("no index: %+v", p)
	}
	if n, err := m.Records(t.Context()); n != 0 || err != nil {
		t.Errorf("no index: %d records, %v", n, err)
	}
	if _, err := m.Search(t.Context(), domain.SearchQuery{}); domain.CodeOf(err) != domain.CodeUnavailable {
		t.Errorf("no index: %v", err)
	}
	put(t, m, 3, company("c1", "한빛"))
	if p := position(t, m); p.Ready || p.Seq != 3 {
		t.Errorf("an index that was never filled: %+v", p)
	}
	rebuilt(t, m, 7, nil, company("c1", "한빛"))
	if p := position(t, m); !p.Ready || p.Seq != 7 {
		t.Errorf("a filled index: %+v", p)
	}
	if err := m.SetSynonyms(t.Context(), domain.Synonyms{{"수출", "export"}}); err != nil {
		t.Fatal(err)
	}
	if p := position(t, m); !p.Ready {
		t.Errorf("synonyms: %+v", p)
	}
	for _, body := range []string{`{"rankingRules":["words"]}`, `{"filterableAttributes":[{"attributePatterns":["a"],"features":{"facetSearch":false,"filter":{"equality":true,"comparison":true}}}]}`} {
		rebuilt(t, m, 7, nil, company("c1", "한빛"))
		tamper(t, m, http.MethodPatch, "/settings", body)
		if p := position(t, m); p.Ready {
			t.Errorf("settings of somebody else: %+v", p)
		}
	}
	rebuilt(t, m, 7, nil, company("c1", "한빛"))
	tamper(t, m, http.MethodDelete, "", "")
	if p := position(t, m); p.Ready || p.Seq != 0 {
		t.Errorf("a deleted index: %+v", p)
	}
}

// tamper does behind our back what another client of the server might.
func tamper(t *testing.T, m *Meili, method, path, body string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, m.o.URL+"/indexes/"+m.o.Index+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	if m.o.Key != "" {
		r.Header.Set("Authorization", "Bearer "+m.o.Key)
	}
	res, err := m.http.Do(r)
	if err != nil || res.StatusCode != http.StatusAccepted {
		t.Fatalf("%s %s: %v %v", method, path, res, err)
	}
	_ = res.Body.Close()
	if err := m.SetSynonyms(t.Context(), nil); err != nil { // tasks are done in order
		t.Fatal(err)
	}
}

// A wrong key is named in the error.
func TestMeiliWrongKey(t *testing.T) {
	o := meiliAt(t)
	if o.Key == "" {
		t.Skip("JUMPUP_TEST_MEILI_KEY is not set: the server of the tests takes any key")
	}
	for _, key := range []string{"", "wrong"} {
		o.Key = key
		m, err := NewMeili(o)
		if err != nil {
			t.Fatal(err)
		}
		defer m.Close()
		if _, err := m.Search(t.Context(), domain.SearchQuery{}); domain.CodeOf(err) != domain.CodeUnavailable || !strings.Contains(err.Error(), "JUMPUP_MEILI_KEY") {
			t.Errorf("%q: %v", key, err)
		}
	}
}

// A rebuild that breaks off leaves nothing behind, and what a crash left is
// removed by the next.
func TestMeiliRebuildCleansUp(t *testing.T) {
	m := openMeili(t)
	rebuilt(t, m, 1, nil, company("c1", "한빛"))
	left := m.o.Index + "-next-crashed"
	if err := m.setUp(t.Context(), left, nil); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	if err := m.Rebuild(ctx, 2, nil, func(context.Context, func(domain.Record) error) error { cancel(); return ctx.Err() }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	rebuilt(t, m, 3, nil, company("c1", "한빛"), company("c2", "한빛"))
	all, err := m.server.ListIndexesWithContext(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range all.Results {
		if strings.HasPrefix(i.UID, m.o.Index+"-next-") {
			t.Errorf("%s is left", i.UID)
		}
	}
	if n, err := m.Records(t.Context()); n != 2 || err != nil {
		t.Errorf("%d records, %v", n, err)
	}
}

// A new index that somebody removes while it is filled is not swapped in: the
// server would have made it anew, without settings.
func TestMeiliRebuildDisturbed(t *testing.T) {
	m := openMeili(t)
	rebuilt(t, m, 1, nil, company("c1", "한빛"))
	err := m.Rebuild(t.Context(), 2, nil, func(ctx context.Context, put func(domain.Record) error) error {
		if err := put(company("c2", "한빛")); err != nil {
			return err
		}
		return m.removeLeftovers(ctx)
	})
	if domain.CodeOf(err) != domain.CodeUnavailable {
		t.Errorf("got %v", err)
	}
	if got := meiliIDs(searched(t, m, domain.SearchQuery{})); !slices.Equal(got, []string{"c1"}) {
		t.Errorf("the index holds %v", got)
	}
}

// meiliProcess is a server of the test's own.
type meiliProcess struct {
	bin, dir, address string
	cmd               *exec.Cmd
}

func startMeili(t *testing.T) *meiliProcess {
	t.Helper()
	bin := os.Getenv("JUMPUP_TEST_MEILI_BIN")
	if bin == "" {
		t.Skip("JUMPUP_TEST_MEILI_BIN is not set: no Meilisearch program to stop and kill")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &meiliProcess{bin: bin, dir: t.TempDir(), address: l.Addr().String()}
	_ = l.Close()
	p.start(t)
	t.Cleanup(func() { p.kill() })
	return p
}

// start returns when the server answers.
func (p *meiliProcess) start(t *testing.T) {
	t.Helper()
	p.cmd = exec.Command(p.bin, "--http-addr", p.address, "--no-analytics", "--log-level", "OFF", "--max-indexing-memory", "128MiB", "--db-path", filepath.Join(p.dir, "db"))
	p.cmd.Dir = p.dir
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	client := newMeiliClient()
	defer client.CloseIdleConnections()
	for tick := time.Tick(20 * time.Millisecond); ; <-tick {
		if res, err := client.Get("http://" + p.address + "/health"); err == nil {
			_ = res.Body.Close()
			return
		}
		if t.Context().Err() != nil {
			t.Fatal("the server does not start")
		}
	}
}

func (p *meiliProcess) kill() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}

// A server that stands still, dies and comes back, or comes back with the
// folder of yesterday: answers go on, and its position tells what is missing.
func TestMeiliProcess(t *testing.T) {
	p := startMeili(t)
	m, err := NewMeili(MeiliOptions{URL: "http://" + p.address, Search: 400 * time.Millisecond, Write: 2 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	e := openTest(t, "")
	rebuilt(t, m, 1, nil, company("c1", "한빛"))
	rebuildWith(t, e, 1, company("c1", "한빛"))
	now := time.Now()
	f := NewFailover(m, e, func() bool { return true }, func() time.Time { return now })
	answered := func(engine string, total int) {
		t.Helper()
		now = now.Add(probeEvery)
		res := searched(t, f, domain.SearchQuery{Text: "한빛"})
		if res.Engine != engine || res.Total != total || res.Degraded != (engine == EmbeddedName) {
			t.Errorf("%d from %s (degraded %t), want %d from %s", res.Total, res.Engine, res.Degraded, total, engine)
		}
	}
	answered(MeiliName, 1)

	_ = p.cmd.Process.Signal(syscall.SIGSTOP)
	answered(EmbeddedName, 1)
	if _, open, _, _ := f.State(); !open {
		t.Error("a server that stands still leaves the breaker closed")
	}
	if _, err := m.Apply(t.Context(), []domain.IndexChange{change(company("c2", "한빛"))}, 2); domain.CodeOf(err) != domain.CodeUnavailable {
		t.Errorf("feeding a server that stands still: %v", err)
	}
	_ = p.cmd.Process.Signal(syscall.SIGCONT)
	put(t, m, 2, company("c2", "한빛"))
	put(t, e, 2, company("c2", "한빛"))
	answered(MeiliName, 2)

	p.kill()
	answered(EmbeddedName, 2)
	old := filepath.Join(p.dir, "old")
	if err := os.CopyFS(old, os.DirFS(filepath.Join(p.dir, "db"))); err != nil {
		t.Fatal(err)
	}
	p.start(t)
	answered(MeiliName, 2)
	if at := position(t, m); at.Seq != 2 || !at.Ready {
		t.Errorf("after the crash: %+v", at)
	}
	put(t, m, 3, company("c3", "한빛"))
	put(t, e, 3, company("c3", "한빛"))

	p.kill()
	if err := errors.Join(os.RemoveAll(filepath.Join(p.dir, "db")), os.Rename(old, filepath.Join(p.dir, "db"))); err != nil {
		t.Fatal(err)
	}
	p.start(t)
	if at := position(t, m); at.Seq != 2 || !at.Ready {
		t.Errorf("with the folder of yesterday: %+v, want 2", at)
	}
	put(t, m, 3, company("c3", "한빛"))
	answered(MeiliName, 3)
}
