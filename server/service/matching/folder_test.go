package matching

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jumpup/server/demo"
	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
)

const today = domain.Date("2026-11-02")

func rankAll(t *testing.T, records []domain.Record, o FolderOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := RankFolder(t.Context(), records, o, &b, nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRankFolderIsDeterministicAndOrdered(t *testing.T) {
	records := demo.Generate(small, 1, today)
	turned := make([]domain.Record, len(records))
	for i, r := range records {
		turned[len(records)-1-i] = r
	}
	for _, k := range []domain.Kind{domain.KindExpert, domain.KindInvestor} {
		o := FolderOptions{For: k, Top: 5, Today: today}
		one, two := rankAll(t, records, o), rankAll(t, turned, o)
		if one != two {
			t.Errorf("%s: the order of the records changes the bytes", k)
		}
		last, lines := "", strings.Split(strings.TrimSpace(one), "\n")
		for _, line := range lines {
			need := strings.SplitN(line, `"`, 5)[3]
			if need < last {
				t.Fatalf("%s: need %s comes after %s", k, need, last)
			}
			last = need
		}
		if len(lines) < 100 {
			t.Errorf("%s: only %d lines", k, len(lines))
		}
	}
}

func TestRankFolderOneNeedEqualsItsLines(t *testing.T) {
	records := demo.Generate(small, 1, today)
	all := rankAll(t, records, FolderOptions{For: domain.KindExpert, Top: 3, Today: today})
	one := rankAll(t, records, FolderOptions{For: domain.KindExpert, Top: 3, Today: today, Need: "need-001"})
	if one == "" || !strings.Contains(all, one) {
		t.Errorf("the lines of one need differ from those of all:\n%s", one)
	}
}

func TestRankFolderRefusesUnusableInput(t *testing.T) {
	records := demo.Generate(small, 1, today)
	partner := domain.NeedID("")
	for _, r := range records {
		if n, ok := r.(*domain.Need); ok && n.Kind == domain.NeedPartner {
			partner = n.ID
		}
	}
	twice := []domain.Record{&domain.Expert{ID: "x"}, &domain.Investor{ID: "x"}}
	for name, c := range map[string]struct {
		records []domain.Record
		o       FolderOptions
		want    string
	}{
		"unknown need": {records, FolderOptions{For: domain.KindExpert, Need: "nowhere", Today: today}, "nowhere"},
		"wrong side":   {records, FolderOptions{For: domain.KindInvestor, Need: "need-001", Today: today}, "directing"},
		"partner need": {records, FolderOptions{For: domain.KindExpert, Need: partner, Today: today}, "partner"},
		"no kind":      {records, FolderOptions{Today: today}, "experts or investors"},
		"one id twice": {twice, FolderOptions{For: domain.KindExpert, Today: today}, "x"},
	} {
		var b bytes.Buffer
		err := RankFolder(t.Context(), c.records, c.o, &b, nil)
		if domain.CodeOf(err) != domain.CodeInvalid || !strings.Contains(err.Error(), c.want) || b.Len() > 0 {
			t.Errorf("%s: %v with %d bytes written, want invalid naming %q and nothing written", name, err, b.Len(), c.want)
		}
	}
}

func TestRankFolderOfNothing(t *testing.T) {
	if got := rankAll(t, nil, FolderOptions{For: domain.KindExpert, Today: today}); got != "" {
		t.Errorf("an empty folder gives %q", got)
	}
}

type brokenPipe struct{ left int }

var errPipe = errors.New("pipe closed")

func (b *brokenPipe) Write(p []byte) (int, error) {
	if b.left--; b.left < 0 {
		return 0, errPipe
	}
	return len(p), nil
}

func TestRankFolderStops(t *testing.T) {
	records := demo.Generate(small, 1, today)
	err := RankFolder(t.Context(), records, FolderOptions{For: domain.KindExpert, Top: 1, Today: today}, &brokenPipe{left: 3}, nil)
	if !errors.Is(err, errPipe) {
		t.Errorf("a broken pipe gives %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = RankFolder(ctx, records, FolderOptions{For: domain.KindExpert, Top: 1, Today: today}, &bytes.Buffer{}, func(done, _ int) {
		if done == 2 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled ranking gives %v", err)
	}
}

// judged ranks a folder of the shared data and returns the judge's figures.
func judged(t *testing.T, name, mode string, o FolderOptions) map[string]float64 {
	t.Helper()
	shared := filepath.Join("..", "..", "..", "..", "shared")
	judge := filepath.Join(shared, "tools", "judge.py")
	data := filepath.Join(shared, "data", name)
	for _, p := range []string{judge, data} {
		if _, err := os.Stat(p); err != nil {
			t.Skipf("%s is absent: the judged figures need it beside the checkout", p)
		}
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is absent: the judge needs it")
	}
	located, _, problems := jsonl.ReadFolder(os.DirFS(data))
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	records := make([]domain.Record, len(located))
	for i, l := range located {
		records[i] = l.Record
	}
	file, err := os.Create(filepath.Join(t.TempDir(), "rank.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if err := RankFolder(t.Context(), records, o, file, nil); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), python, judge, mode, data, file.Name()).CombinedOutput()
	t.Logf("%s in %s\n%s", name, took.Round(time.Millisecond), out)
	if err != nil {
		t.Fatalf("the judge refuses the ranking: %v", err)
	}
	figures := map[string]float64{}
	words := strings.Fields(strings.SplitN(string(out), "\n", 2)[0])
	for i := 1; i < len(words); i++ {
		if v, err := strconv.ParseFloat(words[i], 64); err == nil {
			figures[words[i-1]] = v
		}
	}
	return figures
}

func TestJudgedInvestors(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: ranking 1,912 needs takes a while")
	}
	f := judged(t, "investors", "investors", FolderOptions{For: domain.KindInvestor, Top: 60, Today: today})
	if f["recall@10"] < 0.17 {
		t.Errorf("recall@10 is %.4f, want at least .17", f["recall@10"])
	}
}

func TestJudgedExperts(t *testing.T) {
	f := judged(t, "experts", "lr", FolderOptions{For: domain.KindExpert, Today: today})
	if f["loss"] > 0.24 || f["loss"] == 0 {
		t.Errorf("loss is %.4f, want at most .24", f["loss"])
	}
}
