package command

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"time"

	"jumpup/server/app"
	"jumpup/server/domain"
)

type healthCommand struct {
	Listen string `help:"Address the server listens on." default:"127.0.0.1:8080" env:"JUMPUP_LISTEN" placeholder:"HOST:PORT"`
}

// Run asks the server on this machine, whatever address it listens on.
func (c healthCommand) Run(ctx context.Context, s streams) error {
	host, port, err := net.SplitHostPort(c.Listen)
	if err != nil {
		return unusable{fmt.Errorf("--listen %q: write HOST:PORT", c.Listen)}
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/readyz", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return &domain.Error{Code: domain.CodeUnavailable, Message: "no server answers at " + c.Listen, Err: err}
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return domain.Errorf(domain.CodeUnavailable, "", "the server at %s answers but is not ready (%s)", c.Listen, resp.Status)
	}
	fmt.Fprintln(s.out, "ready")
	return nil
}

type versionCommand struct{}

// Run prints the module's version and the revision it was built from.
func (versionCommand) Run(s streams) error {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return domain.Errorf(domain.CodeInternal, "", "this binary holds no build information")
	}
	revision := ""
	for _, v := range info.Settings {
		if v.Key == "vcs.revision" {
			revision = " " + v.Value
		}
	}
	fmt.Fprintf(s.out, "jumpup %s%s %s\n", app.Version, revision, info.GoVersion)
	return nil
}
