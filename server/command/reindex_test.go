package command

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"jumpup/server/app"
)

func TestReindex(t *testing.T) {
	data := t.TempDir()
	code, out, errs := ask(t, "reindex", "--data", data)
	if code != exitOK || out != "1 search index rebuilt here, as no server is running\n" || errs != "" {
		t.Errorf("exit %d, output %q, errors %q", code, out, errs)
	}
	for name, args := range map[string][]string{
		"database scheme": {"reindex", "--database-url", "mysql://x"},
		"an argument":     {"reindex", "--data", data, "all"},
	} {
		if code, out, errs := ask(t, args...); code != exitInput || out != "" || errs == "" {
			t.Errorf("%s: exit %d, output %q, errors %q", name, code, out, errs)
		}
	}
	file := filepath.Join(data, "file")
	write(t, data, "file", "")
	if code, out, errs := ask(t, "reindex", "--data", file); code != exitInternal || out != "" || !strings.Contains(errs, "cannot be written") {
		t.Errorf("no folder: exit %d, output %q, errors %q", code, out, errs)
	}
}

// TestReindexing: the line of progress is shown on a terminal only.
func TestReindexing(t *testing.T) {
	var b bytes.Buffer
	p := app.Reindexing{Indexes: 2, Rebuilt: 1, Server: "local", Engine: "embedded", Done: 50, Total: 120}
	streams{err: &b}.reindexing(p)
	if b.Len() > 0 {
		t.Errorf("shown without a terminal: %q", b.String())
	}
	s := streams{err: &b, terminal: true}
	s.reindexing(app.Reindexing{Indexes: 1})
	s.reindexing(p)
	want := clearLine + "0 of 1 index rebuilt" + clearLine + "1 of 2 indexes rebuilt; local, embedded: 50 of 120 records"
	if b.String() != want {
		t.Errorf("got %q", b.String())
	}
}
