package store

import (
	"context"
	"fmt"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"jumpup/server/domain"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) {
	if os.Getenv(childFirst) != "" {
		os.Exit(child())
	}
	stop := startPostgres()
	code := m.Run()
	stop()
	if code == 0 {
		if err := goleak.Find(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

// fixedNow is the clock of the tests.
var fixedNow = time.Date(2026, 11, 3, 9, 0, 0, 123456000, time.UTC)

// testOptions are Options with a clock that moves a millisecond per reading,
// and countable ids.
func testOptions() Options {
	var ticks, ids atomic.Int64
	return Options{
		Now:   func() time.Time { return fixedNow.Add(time.Duration(ticks.Add(1)) * time.Millisecond) },
		NewID: func() string { return fmt.Sprintf("id-%06d", ids.Add(1)) },
	}
}

// backends opens an empty store of each kind of database.
var backends = []struct {
	name    string
	options func(testing.TB) Options
}{
	{"sqlite", func(testing.TB) Options {
		o := testOptions()
		o.Memory = true
		return o
	}},
	{"postgres", func(tb testing.TB) Options {
		o := testOptions()
		o.URL = newSchema(tb)
		return o
	}},
}

// onBoth runs a contract on every database.
func onBoth(t *testing.T, contract func(*testing.T, *Store)) {
	t.Helper()
	for _, b := range backends {
		t.Run(b.name, func(t *testing.T) { contract(t, open(t, b.options(t))) })
	}
}

func open(tb testing.TB, o Options) *Store {
	tb.Helper()
	s, err := Open(context.Background(), o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	return s
}

// wantCode fails unless the error has the code.
func wantCode(t *testing.T, err error, code domain.Code) {
	t.Helper()
	if got := domain.CodeOf(err); got != code {
		t.Fatalf("got code %q (%v), want %q", got, err, code)
	}
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(tb testing.TB) T {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		return v
	}
}
