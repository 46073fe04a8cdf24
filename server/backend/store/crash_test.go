package store

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"jumpup/server/domain"
)

// The environment that makes this test binary a child which writes until it is
// killed: a data folder, or a PostgreSQL address.
const (
	childDir   = "JUMPUP_TEST_CHILD_DIR"
	childURL   = "JUMPUP_TEST_CHILD_URL"
	childFirst = "JUMPUP_TEST_CHILD_FIRST"
)

// batch is the size of one import of the child: several of the store's steps.
const batch = importStep + 100

// child imports batch after batch and saves single records in between. It says
// on standard output how far each import is, and what the store acknowledged.
func child() int {
	o := Options{Dir: os.Getenv(childDir), URL: os.Getenv(childURL)}
	var b int
	if _, err := fmt.Sscan(os.Getenv(childFirst), &b); err != nil {
		return 2
	}
	s, err := Open(bg, o)
	for ; err == nil; b++ {
		im := domain.Import{Actor: domain.System("child"), Progress: func(done, _ int) { fmt.Printf("progress %d %d\n", b, done) }}
		for i := range batch {
			im.Records = append(im.Records, &domain.Company{ID: domain.CompanyID(fmt.Sprintf("b%d-%04d", b, i)), Tags: []string{fmt.Sprintf("batch-%d", b)}})
		}
		if _, err = s.Import(bg, im); err != nil {
			break
		}
		fmt.Printf("imported %d\n", b)
		one := &domain.Cohort{ID: domain.CohortID(fmt.Sprint("k", b))}
		if _, err = s.Save(bg, one.Ref(), 0, setTo(one)); err != nil {
			break
		}
		fmt.Printf("saved %d\n", b)
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// TestKilledDuringImport kills a process with -9 at chosen and random points of
// its writes, several times on one database. Afterwards each import is there
// wholly or not at all, everything acknowledged is there, and the database and
// its audit chain are whole.
func TestKilledDuringImport(t *testing.T) {
	exe := must(os.Executable())(t)
	for _, b := range backends {
		t.Run(b.name, func(t *testing.T) {
			o := onDisk(t, b.options(t))
			if err := must(Open(bg, o))(t).Close(); err != nil {
				t.Fatal(err)
			}
			acknowledged := map[string]bool{}
			for round := range 6 {
				first := 100 * round
				cmd := exec.Command(exe)
				cmd.Env = append(os.Environ(), childDir+"="+o.Dir, childURL+"="+o.URL, fmt.Sprint(childFirst, "=", first))
				cmd.Stderr = os.Stderr
				out := must(cmd.StdoutPipe())(t)
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				// Within the first, second or third import, after each of its steps.
				at := fmt.Sprintf("progress %d %d", first+round/2, min((round%2+1)*importStep, batch))
				readUntilKilled(t, out, cmd, at, acknowledged)
			}
			checkAfterCrash(t, open(t, o), acknowledged)
		})
	}
}

// readUntilKilled kills the child some time within 20 ms after it said at, and
// collects what it acknowledged.
func readUntilKilled(t *testing.T, out io.Reader, cmd *exec.Cmd, at string, acknowledged map[string]bool) {
	t.Helper()
	lines := bufio.NewScanner(out)
	reached := false
	for lines.Scan() {
		line := lines.Text()
		if line == at {
			reached = true
			time.AfterFunc(time.Duration(rand.IntN(20_000))*time.Microsecond, func() { cmd.Process.Kill() })
		}
		if !strings.HasPrefix(line, "progress") {
			acknowledged[line] = true
		}
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !reached || !errors.As(err, &exit) || exit.ExitCode() != -1 {
		t.Fatalf("the child was not killed at %q: %v", at, err)
	}
}

func checkAfterCrash(t *testing.T, s *Store, acknowledged map[string]bool) {
	t.Helper()
	counts := must(s.Facets(bg, domain.Query{Kind: domain.KindCompany}, []domain.Attr{domain.AttrTag}))(t)[domain.AttrTag]
	stored := map[string]bool{}
	for _, f := range counts {
		if f.Count != batch {
			t.Errorf("half an import: %s has %d of %d records", f.Value, f.Count, batch)
		}
		stored["imported "+strings.TrimPrefix(f.Value, "batch-")] = true
	}
	for _, id := range must(s.List(bg, domain.Query{Kind: domain.KindCohort, Limit: 500}))(t).Items {
		stored["saved "+strings.TrimPrefix(id.Ref().ID, "k")] = true
	}
	for line := range acknowledged {
		if !stored[line] {
			t.Errorf("acknowledged and lost: %s", line)
		}
	}
	if len(acknowledged) < 8 {
		t.Errorf("only %d writes were acknowledged; the test tests nothing", len(acknowledged))
	}
	if _, broken, err := s.VerifyAudit(bg); err != nil || broken != 0 {
		t.Error("audit chain", broken, err)
	}
	if n := must(s.OutboxHead(bg))(t); n != int64(len(counts)*batch)+int64(len(stored)-len(counts)) {
		t.Errorf("%d events for %d imports and %d records", n, len(counts), len(stored)-len(counts))
	}
	if !s.eng.postgres {
		var said string
		if err := s.eng.reader.QueryRow("PRAGMA integrity_check").Scan(&said); err != nil || said != "ok" {
			t.Error("integrity_check", said, err)
		}
	}
}
