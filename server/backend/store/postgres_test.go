package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"sort"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

const testURL = "JUMPUP_TEST_DATABASE_URL"

// postgresURL is the address of the server that the tests may use, "" when
// there is none; noPostgres then says why.
var postgresURL, noPostgres string

// startPostgres finds a server for the tests: the one of the variable, else a
// private cluster of the installed binaries that stop ends.
func startPostgres() (stop func()) {
	stop = func() {}
	if u := os.Getenv(testURL); u != "" {
		postgresURL = u
		return stop
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		noPostgres = "no PostgreSQL here: set " + testURL + " or install the PostgreSQL server binaries"
		return stop
	}
	sort.Strings(found)
	stop, err := privateCluster(filepath.Dir(found[len(found)-1]))
	if err != nil {
		fmt.Fprintln(os.Stderr, "private PostgreSQL cluster:", err)
		noPostgres = "a private PostgreSQL cluster did not start; set " + testURL
	}
	return stop
}

// privateCluster runs a server of its own in a temporary folder, reachable by a
// unix socket only. As root it runs as an unprivileged user.
func privateCluster(bin string) (stop func(), err error) {
	dir, err := os.MkdirTemp("", "jumpup-pg-")
	if err != nil {
		return func() {}, err
	}
	remove := func() { os.RemoveAll(dir) }
	as, err := unprivileged(dir)
	if err != nil {
		remove()
		return func() {}, err
	}
	run := func(name string, args ...string) *exec.Cmd {
		cmd := exec.Command(filepath.Join(bin, name), args...)
		cmd.Dir, cmd.SysProcAttr = dir, as
		return cmd
	}
	data := filepath.Join(dir, "data")
	if out, err := run("initdb", "-D", data, "-U", "jumpup", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync").CombinedOutput(); err != nil {
		remove()
		return func() {}, fmt.Errorf("initdb: %w\n%s", err, out)
	}
	server := run("postgres", "-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200", "-c", "shared_buffers=64MB")
	var said bytes.Buffer
	server.Stderr = &said
	if err := server.Start(); err != nil {
		remove()
		return func() {}, err
	}
	stop = func() {
		server.Process.Signal(syscall.SIGQUIT)
		server.Wait()
		remove()
	}
	u := url.URL{Scheme: "postgres", User: url.User("jumpup"), Path: "/postgres", RawQuery: url.Values{"host": {dir}, "sslmode": {"disable"}}.Encode()}
	if err := waitFor(u.String()); err != nil {
		stop()
		return func() {}, fmt.Errorf("%w\n%s", err, said.String())
	}
	postgresURL = u.String()
	return stop, nil
}

// unprivileged gives the folder to a user that a server may run as.
func unprivileged(dir string) (*syscall.SysProcAttr, error) {
	if os.Getuid() != 0 {
		return &syscall.SysProcAttr{}, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		if u, err = user.Lookup("nobody"); err != nil {
			return nil, err
		}
	}
	uid, err1 := strconv.Atoi(u.Uid)
	gid, err2 := strconv.Atoi(u.Gid)
	if err1 != nil || err2 != nil {
		return nil, fmt.Errorf("user %s has no numeric id", u.Username)
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, os.Chown(dir, uid, gid)
}

func waitFor(address string) error {
	db, err := sql.Open("pgx", address)
	if err != nil {
		return err
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for {
		if err = db.PingContext(ctx); err == nil || ctx.Err() != nil {
			return err
		}
		select {
		case <-ctx.Done():
		case <-time.After(20 * time.Millisecond):
		}
	}
}

var schemas atomic.Int64

// newSchema makes an empty schema and gives an address that lands in it.
func newSchema(tb testing.TB) string {
	tb.Helper()
	if postgresURL == "" {
		tb.Skip(noPostgres)
	}
	db, err := sql.Open("pgx", postgresURL)
	if err != nil {
		tb.Fatal(err)
	}
	name := fmt.Sprintf("test_%d_%d", os.Getpid(), schemas.Add(1))
	if _, err := db.Exec("CREATE SCHEMA " + name); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if _, err := db.Exec("DROP SCHEMA " + name + " CASCADE"); err != nil {
			tb.Error(err)
		}
		if err := db.Close(); err != nil {
			tb.Error(err)
		}
	})
	u, err := url.Parse(postgresURL)
	if err != nil {
		tb.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}
