package main

import (
	"go/build"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// layer is one row of the import rule: which of our own packages a package
// may import (patterns of path.Match, "x/..." for a whole tree) and what it
// must never import.
type layer struct {
	packages []string
	ours     []string
	never    []string
}

var pure = []string{"os", "net", "net/http", "io/fs", "database/sql", "log", "log/slog", "math/rand", "os/exec"}

var layers = []layer{
	{[]string{"matcher/text", "matcher/internal/..."}, []string{"matcher/text", "matcher/internal/..."}, pure},
	{[]string{"matcher"}, []string{"matcher/text", "matcher/internal/..."}, pure},
	{[]string{"server/domain"}, nil, []string{"third-party", "os", "net", "net/http", "database/sql", "log", "log/slog"}},
	{[]string{"server/config", "frontend"}, nil, []string{"database/sql"}},
	{[]string{"server/interchange/problem"}, []string{"server/domain", "matcher"}, []string{"os", "database/sql"}},
	{[]string{"server/interchange/*"}, []string{"server/domain"}, []string{"os", "database/sql"}},
	{[]string{"server/service/matching", "server/service/scheduling"}, []string{"server/domain", "matcher", "matcher/text"}, []string{"database/sql", "net/http"}},
	{[]string{"server/service/directory", "server/service/notices"}, []string{"server/domain", "server/interchange/..."}, []string{"database/sql", "net/http"}},
	{[]string{"server/service/*"}, []string{"server/domain"}, []string{"database/sql", "net/http"}},
	{[]string{"server/backend/search"}, []string{"server/domain", "matcher/text"}, []string{"database/sql"}},
	{[]string{"server/backend/store", "server/backend/store/..."}, []string{"server/domain", "server/backend/store/..."}, nil},
	{[]string{"server/backend/*"}, []string{"server/domain"}, []string{"database/sql"}},
	{[]string{"server/transport/*", "server/demo"}, []string{"server/domain", "server/service/...", "server/interchange/..."}, []string{"database/sql"}},
	{[]string{"server/app"}, []string{"..."}, []string{"database/sql"}},
	{
		[]string{"server/command", "server"},
		[]string{"server/command", "server/app", "server/config", "server/domain", "server/interchange/...", "server/service/matching", "matcher"},
		[]string{"database/sql"},
	},
}

// homes says which packages may import a third-party module.
var homes = map[string][]string{
	"github.com/gin-gonic/gin":               {"server/transport/rest"},
	"github.com/danielgtaylor/huma":          {"server/transport/rest"},
	"github.com/alexedwards/scs":             {"server/transport/rest"},
	"golang.org/x/time":                      {"server/transport/rest"},
	"github.com/gorilla/websocket":           {"server/transport/live"},
	"github.com/redis/go-redis":              {"server/backend/presence", "server/backend/bus"},
	"github.com/meilisearch/meilisearch-go":  {"server/backend/search"},
	"github.com/blevesearch/bleve":           {"server/backend/search"},
	"github.com/blevesearch/bleve_index_api": {"server/backend/search"},
	"github.com/pressly/goose":               {"server/backend/store"},
	"modernc.org/sqlite":                     {"server/backend/store"},
	"github.com/jackc/pgx":                   {"server/backend/store"},
	"golang.org/x/crypto":                    {"server/service/accounts"},
	"github.com/xuri/excelize":               {"server/interchange/sheet"},
	"github.com/emersion/go-ical":            {"server/interchange/calendar"},
	"github.com/wneessen/go-mail":            {"server/backend/mail"},
	"github.com/google/uuid":                 {"server/app"},
	"github.com/prometheus/client_golang":    {"server/app"},
	"github.com/alecthomas/kong":             {"server/config", "server/command"},
	"golang.org/x/text":                      {"matcher/text", "server/interchange/...", "server/service/accounts", "server/backend/search", "server/service/directory"},
	"golang.org/x/sync":                      {"server/service/...", "server/backend/...", "server/app"},
	"github.com/shopspring/decimal":          {"server/interchange/...", "server/service/...", "matcher/..."},
	"github.com/blevesearch/snowballstem":    {"matcher/text"},
}

// pkg is one package of ours with its non-test imports.
type pkg struct {
	path    string
	imports []string
}

func ourPackages(t *testing.T) []pkg {
	t.Helper()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	var out []pkg
	for _, top := range []string{"matcher", "server", "frontend"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(p string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if !d.IsDir() {
				return nil
			}
			if slices.Contains([]string{"testdata", "node_modules", "dist"}, d.Name()) {
				return filepath.SkipDir
			}
			found, err := build.ImportDir(p, 0)
			if err != nil {
				return nil //nolint:nilerr // a folder without Go files is no package
			}
			rel, _ := filepath.Rel(root, p)
			out = append(out, pkg{filepath.ToSlash(rel), found.Imports})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(out) < 5 {
		t.Fatalf("only %d packages found under %s", len(out), root)
	}
	return out
}

func matches(pattern, name string) bool {
	if pattern == "..." {
		return true
	}
	if tree, whole := strings.CutSuffix(pattern, "/..."); whole {
		return name == tree || strings.HasPrefix(name, tree+"/")
	}
	ok, _ := path.Match(pattern, name)
	return ok
}

func anyMatch(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, name) })
}

func layerOf(name string) *layer {
	for i := range layers {
		if anyMatch(layers[i].packages, name) {
			return &layers[i]
		}
	}
	return nil
}

// TestLayers holds the import rule: only downwards, never sideways.
func TestLayers(t *testing.T) {
	for _, p := range ourPackages(t) {
		l := layerOf(p.path)
		if l == nil {
			t.Errorf("%s has no place in the import rule; give it a row in layers_test.go and in server/README.md", p.path)
			continue
		}
		for _, im := range p.imports {
			own, isOurs := strings.CutPrefix(im, "jumpup/")
			thirdParty := !isOurs && strings.Contains(strings.Split(im, "/")[0], ".")
			switch {
			case isOurs && !anyMatch(l.ours, own):
				t.Errorf("%s imports %s, which lies beside or above it", p.path, own)
			case slices.Contains(l.never, im), thirdParty && slices.Contains(l.never, "third-party"):
				t.Errorf("%s imports %s, which its layer never does", p.path, im)
			}
		}
	}
}

// TestThirdPartyHomes keeps every outside module in its one home. A module
// without a row is free to use only once it is written down.
func TestThirdPartyHomes(t *testing.T) {
	for _, p := range ourPackages(t) {
		for _, im := range p.imports {
			if strings.HasPrefix(im, "jumpup/") || !strings.Contains(strings.Split(im, "/")[0], ".") {
				continue
			}
			known := false
			for module, home := range homes {
				if im == module || strings.HasPrefix(im, module+"/") {
					known = true
					if !anyMatch(home, p.path) {
						t.Errorf("%s imports %s, whose home is %v", p.path, im, home)
					}
				}
			}
			if !known {
				t.Errorf("%s imports %s, which has no home; add a row to layers_test.go", p.path, im)
			}
		}
	}
}

// TestPureTime keeps the clock out of the calculation and the vocabulary.
func TestPureTime(t *testing.T) {
	for _, dir := range []string{"../matcher", "domain"} {
		err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
				return err
			}
			src, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			if strings.Contains(string(src), "time.Now(") {
				t.Errorf("%s reads the clock; take the time as an argument", p)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
