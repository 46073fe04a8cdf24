package matcher_test

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"jumpup/matcher"
)

// rankAll ranks every need of a kind and returns the lines in the order of the needs.
func rankAll(t testing.TB, s *matcher.Snapshot, w matcher.Weights, k matcher.Kind, asOf matcher.Day, top int) [][]matcher.Pair {
	t.Helper()
	needs := s.Needs(k)
	out := make([][]matcher.Pair, len(needs))
	errs := make([]error, len(needs))
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				out[i], errs[i] = matcher.Rank(context.Background(), s, w, needs[i], asOf, matcher.Options{Top: top})
			}
		})
	}
	for i := range needs {
		next <- i
	}
	close(next)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// measured is a folder of the measuring data with its ranking under the default weights,
// made once for all tests that look at it.
type measured struct {
	once  sync.Once
	dir   string
	s     *matcher.Snapshot
	lists [][]matcher.Pair
}

var measuredExperts, measuredInvestors measured

// raceDetector is set where the race detector watches, which makes ranking ten times
// slower; the goroutines are tested on a small corpus then.
var raceDetector bool

func (m *measured) get(t *testing.T, folder string, k matcher.Kind, top int) {
	if raceDetector {
		t.Skip("figures are measured without the race detector: run go test ./matcher without -race")
	}
	dir := sharedData(t, folder)
	m.once.Do(func() {
		s, err := matcher.NewSnapshot(loadCorpus(t, dir))
		if err != nil {
			t.Fatal(err)
		}
		begin := time.Now()
		lists := rankAll(t, s, matcher.DefaultWeights(), k, asOf, top)
		t.Logf("%d needs ranked in %v", len(lists), time.Since(begin).Round(time.Millisecond))
		m.dir, m.s, m.lists = dir, s, lists
	})
	if m.lists == nil {
		t.Fatal("the ranking failed in another test")
	}
}

// judge hands the lines of a ranking to the independent judge.
func judge(t *testing.T, verb string, m *measured) {
	tool := filepath.Join(m.dir, "..", "..", "tools", "judge.py")
	if _, err := os.Stat(tool); err != nil {
		t.Skip("the independent judge (judge.py beside the measuring data) is not there")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not there to run the independent judge")
	}
	name := filepath.Join(t.TempDir(), "rank.jsonl")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	out := bufio.NewWriter(file)
	for _, pairs := range m.lists {
		for _, p := range pairs {
			_, _ = out.Write(matcher.EncodeLine(p))
		}
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	answer, err := exec.Command(python, tool, verb, m.dir, name).CombinedOutput()
	t.Logf("%s", answer)
	if err != nil {
		t.Errorf("the judge refuses the answer: %v", err)
	}
}

func TestJudgeExperts(t *testing.T) {
	measuredExperts.get(t, "experts", matcher.Experts, 0)
	judge(t, "lr", &measuredExperts)
}

func TestJudgeInvestors(t *testing.T) {
	measuredInvestors.get(t, "investors", matcher.Investors, 60)
	judge(t, "investors", &measuredInvestors)
}
