package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jumpup/server/app"
)

// ask runs one command line in memory.
func ask(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), args, streams{out: &o, err: &e})
	return code, o.String(), e.String()
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestUnusableInputExitsWithTwoAndPrintsNothing(t *testing.T) {
	bad := t.TempDir()
	write(t, bad, "companies.jsonl", "{\"id\":\"c1\",\"nome\":\"x\"}\n")
	for name, args := range map[string][]string{
		"no command":       {},
		"unknown command":  {"fly"},
		"unknown flag":     {"rank", "--data", bad, "--for", "experts", "--depth", "3"},
		"no such folder":   {"rank", "--data", filepath.Join(bad, "none"), "--for", "experts"},
		"wrong kind":       {"rank", "--data", bad, "--for", "companies"},
		"negative top":     {"rank", "--data", bad, "--for", "experts", "--top=-1"},
		"no such day":      {"rank", "--data", bad, "--for", "experts", "--as-of", "2026-02-30"},
		"bad record":       {"rank", "--data", bad, "--for", "experts"},
		"import bad":       {"import", "--data", t.TempDir(), bad},
		"import nothing":   {"import", "--data", t.TempDir(), filepath.Join(bad, "none")},
		"public plain":     {"serve", "--data", t.TempDir(), "--listen", "0.0.0.0:1"},
		"database scheme":  {"migrate", "--database-url", "mysql://x"},
		"restore a folder": {"restore", "--data", t.TempDir(), bad},
	} {
		code, out, errs := ask(t, args...)
		if code != exitInput || out != "" || errs == "" {
			t.Errorf("%s: exit %d, output %q, errors %q", name, code, out, errs)
		}
	}
	if _, _, errs := ask(t, "rank", "--data", bad, "--for", "experts"); !strings.Contains(errs, "companies.jsonl:1") {
		t.Errorf("the report names no place: %q", errs)
	}
}

func TestImportExportRankRoundTrip(t *testing.T) {
	in, data, out := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "out")
	write(t, in, "companies.jsonl", "{\"id\":\"c1\",\"name\":\"별빛정밀\"}\n")
	write(t, in, "needs.jsonl", "{\"id\":\"n1\",\"company\":\"c1\",\"kind\":\"directing\",\"title\":\"배터리 인증\",\"opened\":\"2026-11-01\"}\n")
	write(t, in, "experts.jsonl", "{\"id\":\"e1\",\"name\":\"김하늘\",\"works\":[{\"title\":\"배터리 인증 지도\"}]}\n{\"id\":\"e2\",\"name\":\"이바다\"}\n")
	if code, text, errs := ask(t, "import", "--data", data, in); code != exitOK || !strings.Contains(text, "expert: 2 new") {
		t.Fatalf("import: %d %q %q", code, text, errs)
	}
	if code, text, errs := ask(t, "import", "--data", data, "--dry-run", in); code != exitOK || !strings.Contains(text, "2 unchanged") {
		t.Fatalf("again: %d %q %q", code, text, errs)
	}
	if code, _, errs := ask(t, "export", "--data", data, out); code != exitOK {
		t.Fatalf("export: %d %q", code, errs)
	}
	for _, name := range []string{"companies.jsonl", "needs.jsonl", "experts.jsonl"} {
		have, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(in, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(have, want) {
			t.Errorf("%s: %s, want %s", name, have, want)
		}
	}
	code, lines, errs := ask(t, "rank", "--data", out, "--for", "experts", "--top", "0")
	if code != exitOK || strings.Count(lines, "\n") != 2 || !strings.HasPrefix(lines, `{"need":"n1","rank":1,"candidate":"e1"`) {
		t.Fatalf("rank: %d %q %q", code, lines, errs)
	}
	backup := filepath.Join(t.TempDir(), "backup")
	if code, _, errs := ask(t, "backup", "--data", data, backup); code != exitOK {
		t.Fatalf("backup: %d %q", code, errs)
	}
	if code, _, errs := ask(t, "restore", "--data", t.TempDir(), backup); code != exitOK {
		t.Fatalf("restore: %d %q", code, errs)
	}
	if code, _, errs := ask(t, "restore", "--data", data, backup); code != exitInput {
		t.Fatalf("restore over records: %d %q", code, errs)
	}
}

func TestVersionAndHelp(t *testing.T) {
	if code, out, _ := ask(t, "version"); code != exitOK || !strings.HasPrefix(out, "jumpup "+app.Version) {
		t.Errorf("version: %d %q", code, out)
	}
	if code, out, _ := ask(t, "--help"); code != exitOK || !strings.Contains(out, "rank") {
		t.Errorf("help: %d %q", code, out)
	}
}
