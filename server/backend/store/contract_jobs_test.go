package store

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
)

func addJob(t testing.TB, s *Store, n int, files ...domain.File) domain.Job {
	t.Helper()
	j := domain.Job{ID: fmt.Sprintf("j%02d", n), Kind: "import", By: domain.UserID(fmt.Sprintf("u%d", n%2)), Input: []byte(`{"x":1}`), Created: fixedNow.Add(time.Duration(n) * time.Second)}
	if err := s.AddJob(bg, j, files...); err != nil {
		t.Fatal(err)
	}
	return j
}

func TestJobLife(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		j := addJob(t, s, 1, domain.File{Name: "a.xlsx", Data: []byte{1, 0, 255}}, domain.File{Name: "empty"})
		j.State, j.BlobCount = domain.JobQueued, 2
		if d := cmp.Diff(j, must(s.Job(bg, j.ID))(t)); d != "" {
			t.Fatal(d)
		}
		if f := must(s.JobFile(bg, j.ID, "a.xlsx"))(t); f.Name != "a.xlsx" || string(f.Data) != "\x01\x00\xff" {
			t.Fatalf("%+v", f)
		}
		_, err := s.JobFile(bg, j.ID, "other")
		wantCode(t, err, domain.CodeNotFound)
		_, err = s.Job(bg, "none")
		wantCode(t, err, domain.CodeNotFound)
		_, err = s.Claim(bg, "w", []string{"export"}, time.Minute)
		wantCode(t, err, domain.CodeNotFound)
		_, err = s.Claim(bg, "w", nil, time.Minute)
		wantCode(t, err, domain.CodeNotFound)
		got := must(s.Claim(bg, "w", []string{"export", "import"}, time.Minute))(t)
		if got.State != domain.JobRunning || got.Worker != "w" || got.Lease.Before(time.Now().Add(30*time.Second)) || string(got.Input) != `{"x":1}` {
			t.Fatalf("%+v", got)
		}
		_, err = s.Claim(bg, "w2", []string{"import"}, time.Minute)
		wantCode(t, err, domain.CodeNotFound)
		if cancel := must(s.Progress(bg, j.ID, "w", "writing", 5, 9, time.Minute))(t); cancel {
			t.Fatal("nobody asked to stop")
		}
		_, err = s.Progress(bg, j.ID, "w2", "writing", 5, 9, time.Minute)
		wantCode(t, err, domain.CodeConflict)
		if err := s.AskCancel(bg, j.ID); err != nil {
			t.Fatal(err)
		}
		if cancel := must(s.Progress(bg, j.ID, "w", "writing", 6, 9, time.Minute))(t); !cancel {
			t.Fatal("the wish to stop was lost")
		}
		wantCode(t, s.Finish(bg, j.ID, "w2", domain.JobDone, nil, ""), domain.CodeConflict)
		wantCode(t, s.Finish(bg, j.ID, "w", domain.JobRunning, nil, ""), domain.CodeInternal)
		if err := s.Finish(bg, j.ID, "w", domain.JobCancelled, []byte(`{}`), "stopped", domain.File{Name: "report", Data: []byte("r")}); err != nil {
			t.Fatal(err)
		}
		end := must(s.Job(bg, j.ID))(t)
		if end.State != domain.JobCancelled || end.Error != "stopped" || end.Done != 6 || end.Total != 9 || end.Finished.IsZero() || string(end.Result) != `{}` {
			t.Fatalf("%+v", end)
		}
		if f := must(s.JobFile(bg, j.ID, "report"))(t); string(f.Data) != "r" {
			t.Fatalf("%+v", f)
		}
		wantCode(t, s.Finish(bg, j.ID, "w", domain.JobDone, nil, ""), domain.CodeConflict)
	})
}

func TestJobsAreListedNewestFirst(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		for n := range 7 {
			addJob(t, s, n)
		}
		for by, want := range map[domain.UserID]string{"": "j06 j05 j04 j03 j02 j01 j00", "u1": "j05 j03 j01", "u9": ""} {
			got := ""
			for cursor, more := "", true; more; {
				page := must(s.Jobs(bg, by, cursor, 2))(t)
				for _, j := range page.Items {
					if got != "" {
						got += " "
					}
					got += j.ID
				}
				cursor, more = page.Next, page.Next != ""
			}
			if got != want {
				t.Errorf("%q: %q, want %q", by, got, want)
			}
		}
	})
}

func TestCancelAndExpire(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		wantCode(t, s.AskCancel(bg, "none"), domain.CodeNotFound)
		addJob(t, s, 1)
		if err := s.AskCancel(bg, "j01"); err != nil {
			t.Fatal(err)
		}
		if j := must(s.Job(bg, "j01"))(t); j.State != domain.JobCancelled || j.Finished.IsZero() {
			t.Fatalf("%+v", j)
		}
		addJob(t, s, 2)
		addJob(t, s, 3)
		must(s.Claim(bg, "w", []string{"import"}, -time.Second))(t) // a lease that has run out
		must(s.Claim(bg, "w", []string{"import"}, time.Hour))(t)
		_, err := s.Progress(bg, "j02", "w", "", 0, 0, time.Hour)
		wantCode(t, err, domain.CodeConflict)
		wantCode(t, s.Finish(bg, "j02", "w", domain.JobDone, nil, ""), domain.CodeConflict)
		if n := must(s.Expire(bg, "the server stopped"))(t); n != 1 {
			t.Fatalf("%d expired", n)
		}
		if j := must(s.Job(bg, "j02"))(t); j.State != domain.JobFailed || j.Error != "the server stopped" {
			t.Fatalf("%+v", j)
		}
		if j := must(s.Job(bg, "j03"))(t); j.State != domain.JobRunning {
			t.Fatalf("%+v", j)
		}
		if n := must(s.Expire(bg, ""))(t); n != 0 {
			t.Fatalf("%d expired", n)
		}
	})
}

// TestClaimRace: workers that claim at once get every job once, oldest first
// for each worker.
func TestClaimRace(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		const jobs = 24
		for n := range jobs {
			addJob(t, s, n)
		}
		var mu sync.Mutex
		seen := map[string]int{}
		var wg sync.WaitGroup
		for w := range 6 {
			wg.Go(func() {
				last := ""
				for {
					j, err := s.Claim(bg, fmt.Sprint("w", w), []string{"import"}, time.Minute)
					if domain.CodeOf(err) == domain.CodeNotFound {
						return
					}
					if err != nil || j.ID <= last {
						t.Errorf("%s after %s: %v", j.ID, last, err)
						return
					}
					last = j.ID
					mu.Lock()
					seen[j.ID]++
					mu.Unlock()
				}
			})
		}
		wg.Wait()
		if len(seen) != jobs {
			t.Fatalf("%d jobs claimed", len(seen))
		}
		for id, n := range seen {
			if n != 1 {
				t.Errorf("%s claimed %d times", id, n)
			}
		}
	})
}
