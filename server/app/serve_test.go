package app

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"jumpup/server/config"
	"jumpup/server/domain"
)

// bleve keeps its analysis workers as long as the program runs.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/blevesearch/bleve_index_api.AnalysisWorker"))
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// start serves a fresh folder and waits for the last line of the greeting.
func start(t *testing.T, c config.Server) (greeting []string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, in := io.Pipe()
	done := make(chan error, 1)
	go func() {
		done <- Serve(ctx, c, Output{Out: in, Log: io.Discard})
		in.Close()
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("serve: %v", err)
		}
		http.DefaultClient.CloseIdleConnections()
	})
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		greeting = append(greeting, lines.Text())
		if lines.Text() == "Ready." {
			go io.Copy(io.Discard, out)
			return greeting
		}
	}
	t.Fatalf("no greeting; %q", greeting)
	return nil
}

func testConfig(t *testing.T) config.Server {
	return config.Server{
		Storage: config.Storage{Data: t.TempDir()}, LogLevel: "info",
		Listen: freeAddress(t), MetricsListen: freeAddress(t),
	}
}

func get(t *testing.T, address string) (int, string) {
	t.Helper()
	client := http.Client{Timeout: 10 * time.Second}
	resp, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	client.CloseIdleConnections()
	return resp.StatusCode, string(body)
}

func TestServePrintsTheFirstLinkAndAnswers(t *testing.T) {
	c := testConfig(t)
	greeting := strings.Join(start(t, c), "\n")
	if !strings.Contains(greeting, "administrator") || !strings.Contains(greeting, "http://"+c.Listen+"/link#") {
		t.Errorf("no administrator link in %q", greeting)
	}
	for path, want := range map[string]int{"/healthz": 200, "/readyz": 200, "/api/v1/me": 401, "/api/v1/openapi.json": 200, "/api/v1/none": 404} {
		if status, body := get(t, "http://"+c.Listen+path); status != want {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
	_, body := get(t, "http://"+c.Listen+"/api/v1/openapi.json")
	var doc struct{ OpenAPI string }
	if err := json.Unmarshal([]byte(body), &doc); err != nil || !strings.HasPrefix(doc.OpenAPI, "3.1") {
		t.Errorf("openapi %q %v", doc.OpenAPI, err)
	}
	if status, body := get(t, "http://"+c.MetricsListen+"/metrics"); status != 200 || !strings.Contains(body, "jumpup_http_request_duration_seconds") {
		t.Errorf("metrics: %d", status)
	}
	if status, _ := get(t, "http://"+c.Listen+"/metrics"); status == 200 {
		if _, body := get(t, "http://"+c.Listen+"/metrics"); strings.Contains(body, "jumpup_http_request") {
			t.Error("metrics on the public address")
		}
	}
}

func TestServeRefusesATakenAddress(t *testing.T) {
	c := testConfig(t)
	l, err := net.Listen("tcp", c.Listen)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	err = Serve(t.Context(), c, Output{Out: io.Discard, Log: io.Discard})
	if err == nil || !strings.Contains(err.Error(), "--listen") {
		t.Errorf("got %v", err)
	}
}

func TestServeTheDemonstration(t *testing.T) {
	c := testConfig(t)
	c.Demo = true
	greeting := strings.Join(start(t, c), "\n")
	for _, r := range domain.Roles {
		if !strings.Contains(greeting, "  "+string(r)+" ") {
			t.Errorf("no link for %s in\n%s", r, greeting)
		}
	}
}
