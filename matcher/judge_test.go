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

// judge ranks a folder of the measuring data and hands the lines to the independent judge.
func judge(t *testing.T, verb, folder string, k matcher.Kind, top int) {
	dir := sharedData(t, folder)
	tool := filepath.Join(dir, "..", "..", "tools", "judge.py")
	if _, err := os.Stat(tool); err != nil {
		t.Skip("the independent judge (judge.py beside the measuring data) is not there")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not there to run the independent judge")
	}
	s, err := matcher.NewSnapshot(loadCorpus(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	lists := rankAll(t, s, matcher.DefaultWeights(), k, matcher.NewDay(2026, 1, 1), top)
	t.Logf("%d needs ranked in %v", len(lists), time.Since(begin).Round(time.Millisecond))
	name := filepath.Join(t.TempDir(), "rank.jsonl")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	out := bufio.NewWriter(file)
	for _, pairs := range lists {
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
	answer, err := exec.Command(python, tool, verb, dir, name).CombinedOutput()
	t.Logf("%s", answer)
	if err != nil {
		t.Errorf("the judge refuses the answer: %v", err)
	}
}

func TestJudgeExperts(t *testing.T)   { judge(t, "lr", "experts", matcher.Experts, 0) }
func TestJudgeInvestors(t *testing.T) { judge(t, "investors", "investors", matcher.Investors, 60) }
