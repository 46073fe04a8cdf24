package matcher_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jumpup/matcher"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden ranks a small bilingual scenario and compares every line with testdata.
func TestGolden(t *testing.T) {
	dir := filepath.Join("testdata", "scenario")
	s := snapshot(t, loadCorpus(t, dir))
	for _, k := range []matcher.Kind{matcher.Experts, matcher.Investors} {
		var got []byte
		for _, n := range s.Needs(k) {
			for _, p := range rank(t, s, matcher.DefaultWeights(), n, matcher.Options{Blocked: true}) {
				got = matcher.AppendLine(got, p)
			}
		}
		name := filepath.Join(dir, "rank-"+string(k)+".golden")
		if *update {
			if err := os.WriteFile(name, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s (go test -run TestGolden -update writes it anew):\n%s", name, cmp.Diff(string(want), string(got)))
		}
	}
}
