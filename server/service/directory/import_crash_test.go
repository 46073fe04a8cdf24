package directory_test

import (
	"bufio"
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"jumpup/server/backend/store"
	"jumpup/server/domain"
	"jumpup/server/interchange/sheet"
	"jumpup/server/service/directory"
)

const (
	crashDir   = "JUMPUP_TEST_IMPORT_DIR"
	crashRound = "JUMPUP_TEST_IMPORT_ROUND"
	crashSize  = 1500 // companies, each with a need
)

func openDirectory(ctx context.Context, dir string) (*store.Store, *directory.Service, error) {
	st, err := store.Open(ctx, store.Options{Dir: dir, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		return nil, nil, err
	}
	return st, directory.New(directory.Config{
		Store: st, Log: st, Settings: st, Now: time.Now, NewID: func() string { return "unused" },
	}), nil
}

// TestImportingChild is the process that TestKilledImport kills: it imports
// records that carry the round, says so before and after, and ends.
func TestImportingChild(t *testing.T) {
	dir, round := os.Getenv(crashDir), os.Getenv(crashRound)
	if dir == "" {
		t.Skip("runs only as the child of TestKilledImport")
	}
	st, s, err := openDirectory(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	var companies, needs strings.Builder
	for i := range crashSize {
		fmt.Fprintf(&companies, `{"id":"c%d","name":"기업 %d","region":"%s"}`+"\n", i, i, round)
		fmt.Fprintf(&needs, `{"id":"n%d","company":"c%d","kind":"partner","title":"%s"}`+"\n", i, i, round)
	}
	b, err := directory.ReadSources(t.Context(), []directory.Source{folder(map[string]string{
		"companies.jsonl": companies.String(), "needs.jsonl": needs.String(),
	})}, sheet.Mapping{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("importing")
	if _, err := s.Import(t.Context(), importer, b, directory.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	fmt.Println("imported")
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
}

// importAndKill runs the child and kills it some time after it began to
// import; it says whether the child had acknowledged the import by then, and
// after how long.
func importAndKill(t *testing.T, dir string, round int, after time.Duration) (acknowledged bool, took time.Duration) {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestImportingChild$")
	child.Env = append(os.Environ(), crashDir+"="+dir, crashRound+"="+strconv.Itoa(round))
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	var killer *time.Timer
	var began time.Time
	for lines.Scan() {
		switch lines.Text() {
		case "importing":
			began = time.Now()
			killer = time.AfterFunc(after, func() { _ = child.Process.Kill() })
		case "imported":
			acknowledged, took = true, time.Since(began)
		}
	}
	err = child.Wait()
	if killer == nil {
		t.Fatalf("the child never began: %v", err)
	}
	killer.Stop()
	return acknowledged, took
}

// TestKilledImport kills importing processes at random moments: each import is
// there wholly or not at all, what was acknowledged is there, and the log is
// whole.
func TestKilledImport(t *testing.T) {
	if testing.Short() {
		t.Skip("takes several seconds; left out by -short")
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	dice := rand.New(rand.NewPCG(seed, 1))
	dir, span := t.TempDir(), time.Duration(0)
	if _, took := importAndKill(t, t.TempDir(), 0, time.Minute); took == 0 {
		t.Fatal("an import that nobody kills is never acknowledged")
	} else {
		span = took * 13 / 10
	}
	before, killed := "", 0
	for round := 1; round <= 8; round++ {
		after := time.Duration(dice.Int64N(int64(span)))
		acknowledged, _ := importAndKill(t, dir, round, after)
		now := oneRound(t, dir)
		switch {
		case now == strconv.Itoa(round):
		case acknowledged:
			t.Fatalf("round %d was acknowledged and is lost; stored is %q", round, now)
		case now != before:
			t.Fatalf("round %d changed what is stored from %q to %q", round, before, now)
		default:
			killed++
		}
		before = now
	}
	t.Logf("%d of 8 imports were killed before they were written; one takes %v", killed, span*10/13)
}

// oneRound opens what a killed process left and gives the round of which every
// record is; "" when nothing is stored.
func oneRound(t *testing.T, dir string) string {
	t.Helper()
	st, s, err := openDirectory(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	}()
	rounds := map[string]int{}
	for _, k := range []domain.Kind{domain.KindCompany, domain.KindNeed} {
		err := st.Each(t.Context(), k, domain.Filter{}, func(r domain.Record) error {
			if c, ok := r.(*domain.Company); ok {
				rounds[c.Region]++
			} else {
				rounds[r.(*domain.Need).Title.All()]++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, broken, err := st.VerifyAudit(t.Context()); err != nil || broken != 0 {
		t.Fatalf("the audit chain is broken at %d, %v", broken, err)
	}
	finished, err := s.Audit(t.Context(), domain.System("test"), domain.AuditQuery{Kind: domain.ImportFinished, Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case len(rounds) == 0 && len(finished.Items) == 0:
		return ""
	case len(rounds) != 1 || len(finished.Items) == 0:
		t.Fatalf("half an import: records by round %v, %d imports in the log", rounds, len(finished.Items))
	}
	for round, n := range rounds {
		if n != 2*crashSize {
			t.Fatalf("round %s has %d of %d records", round, n, 2*crashSize)
		}
		return round
	}
	return ""
}
