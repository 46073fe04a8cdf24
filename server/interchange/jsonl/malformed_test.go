package jsonl

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the expected reports anew")

// TestMalformed reads every folder of the corpus and compares the whole report
// with the one that lies beside the data.
func TestMalformed(t *testing.T) {
	folders, err := filepath.Glob("testdata/malformed/*")
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) < 40 {
		t.Fatalf("the corpus has %d folders, want at least 40", len(folders))
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			got := reportOf(t, folder)
			golden := filepath.Join(folder, "expected.txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got); d != "" {
				t.Errorf("report differs (-want +got):\n%s", d)
			}
			if len(want) == 0 {
				t.Error("the folder is reported to be without fault")
			}
		})
	}
}

func reportOf(t *testing.T, folder string) string {
	t.Helper()
	_, ignored, problems := ReadFolder(os.DirFS(folder))
	report := ""
	for _, name := range ignored {
		if name != "expected.txt" {
			report += name + ": ignored, it is no file of a data folder\n"
		}
	}
	return report + problems.Report()
}
