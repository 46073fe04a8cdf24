package config

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// Storage says where the system of record lives: what every command that opens
// it needs.
type Storage struct {
	Data        string `help:"The installation's data folder." default:"data" env:"JUMPUP_DATA" placeholder:"DIR"`
	DatabaseURL string `help:"PostgreSQL address; empty: one SQLite file in the data folder." env:"JUMPUP_DATABASE_URL" placeholder:"postgres://..."`
}

// Search says which engine searches.
type Search struct {
	MeiliURL string `help:"Meilisearch address; empty: the embedded search index." env:"JUMPUP_MEILI_URL" placeholder:"http://..."`
	MeiliKey string `help:"Meilisearch key." env:"JUMPUP_MEILI_KEY" placeholder:"KEY"`
}

// Server is everything `jumpup serve` can be told. Each value is a flag and a
// variable; a variable ending in _FILE names a file that holds the value, for
// secrets ([FromFiles]).
type Server struct {
	Storage
	Search
	Listen        string `help:"Address to listen on." default:"127.0.0.1:8080" env:"JUMPUP_LISTEN" placeholder:"HOST:PORT"`
	MetricsListen string `help:"Address of the metrics listener; empty: none." default:"127.0.0.1:9464" env:"JUMPUP_METRICS_LISTEN" placeholder:"HOST:PORT"`
	PublicURL     string `help:"Address people type, such as https://jumpup.example; empty: http on loopback." env:"JUMPUP_PUBLIC_URL" placeholder:"URL"`
	RedisURL      string `help:"Redis address; empty: one server keeps presence itself." env:"JUMPUP_REDIS_URL" placeholder:"redis://..."`
	SMTPURL       string `help:"Mail server, smtp://user:password@host:587 or smtps://host:465; empty: links are handed over by hand." env:"JUMPUP_SMTP_URL" placeholder:"URL"`
	MailFrom      string `help:"Sender of mails." env:"JUMPUP_MAIL_FROM" placeholder:"ADDRESS"`
	MailReplyTo   string `help:"A person who answers replies to mails." env:"JUMPUP_MAIL_REPLY_TO" placeholder:"ADDRESS"`
	TrustedProxy  string `help:"Comma-separated addresses or networks of reverse proxies whose X-Forwarded-For counts." env:"JUMPUP_TRUSTED_PROXIES" placeholder:"CIDR,..."`
	LogLevel      string `help:"debug, info, warn or error." default:"info" env:"JUMPUP_LOG_LEVEL" placeholder:"LEVEL"`
	Demo          bool   `help:"Fill an empty data folder with the fictional demonstration cohort." env:"JUMPUP_DEMO"`
}

// Secrets lists the variables that may also be given as ..._FILE.
var Secrets = []string{"JUMPUP_DATABASE_URL", "JUMPUP_MEILI_URL", "JUMPUP_MEILI_KEY", "JUMPUP_REDIS_URL", "JUMPUP_SMTP_URL"}

// FromFiles sets each secret variable from the file that its _FILE variant
// names. Both set, or an unreadable file, are problems; all are reported.
func FromFiles() error {
	var errs []error
	for _, name := range Secrets {
		file := os.Getenv(name + "_FILE")
		if file == "" {
			continue
		}
		if os.Getenv(name) != "" {
			errs = append(errs, fmt.Errorf("%s and %s_FILE are both set; keep one", name, name))
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s_FILE: %w; check the path and its permissions", name, err))
			continue
		}
		if err := os.Setenv(name, strings.TrimSpace(string(b))); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", name, err))
		}
	}
	return errors.Join(errs...)
}

// Validate reports everything that is wrong, each with its remedy. A plain
// http address, and a listener without https, are allowed on loopback only.
func (c Server) Validate() error {
	var errs []error
	add := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	for name, addr := range map[string]string{"listen": c.Listen, "metrics-listen": c.MetricsListen} {
		if addr == "" && name == "metrics-listen" {
			continue
		}
		if _, _, err := net.SplitHostPort(addr); err != nil {
			add("--%s %q: %v; write HOST:PORT, such as 127.0.0.1:8080", name, addr, err)
		}
	}
	if c.PublicURL != "" {
		errs = append(errs, checkPublicURL(c.PublicURL)...)
	} else if host, _, err := net.SplitHostPort(c.Listen); err == nil && !loopback(host) {
		add("--listen %s can be reached from other machines, but sign-ins need https there; put a proxy with a certificate before it and set JUMPUP_PUBLIC_URL=https://..., or listen on 127.0.0.1", c.Listen)
	}
	if err := c.Storage.Validate(); err != nil {
		errs = append(errs, err)
	}
	if err := c.Search.Validate(); err != nil {
		errs = append(errs, err)
	}
	if u, err := url.Parse(c.RedisURL); c.RedisURL != "" && (err != nil || u.Scheme != "redis" && u.Scheme != "rediss" || u.Host == "") {
		add("JUMPUP_REDIS_URL must look like redis://redis:6379/0; leave it empty for a single server")
	}
	if u, err := url.Parse(c.SMTPURL); c.SMTPURL != "" && (err != nil || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Hostname() == "") {
		add("JUMPUP_SMTP_URL must look like smtp://user:password@host:587 or smtps://host:465")
	}
	if c.SMTPURL != "" && c.MailFrom == "" {
		add("JUMPUP_MAIL_FROM is missing; mails need a sender when JUMPUP_SMTP_URL is set")
	}
	for p := range strings.SplitSeq(c.TrustedProxy, ",") {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if _, _, err := net.ParseCIDR(p); err != nil && net.ParseIP(p) == nil {
			add("JUMPUP_TRUSTED_PROXIES: %q is neither an address nor a network such as 10.0.0.0/8", p)
		}
	}
	switch c.LogLevel {
	case "debug", "info", "warn", "error":
	default:
		add("--log-level %q: choose debug, info, warn or error", c.LogLevel)
	}
	return errors.Join(errs...)
}

// Validate reports what is wrong with the storage settings.
func (c Storage) Validate() error {
	if u, err := url.Parse(c.DatabaseURL); c.DatabaseURL != "" && (err != nil || u.Scheme != "postgres" && u.Scheme != "postgresql") {
		return errors.New("JUMPUP_DATABASE_URL must start with postgres://; leave it empty for SQLite")
	}
	return nil
}

// Validate reports what is wrong with the search settings.
func (c Search) Validate() error {
	if u, err := url.Parse(c.MeiliURL); c.MeiliURL != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
		return errors.New("JUMPUP_MEILI_URL must look like http://meilisearch:7700; leave it empty for the embedded index")
	}
	return nil
}

func checkPublicURL(s string) []error {
	u, err := url.Parse(s)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return []error{fmt.Errorf("JUMPUP_PUBLIC_URL %q is no web address; write https://jumpup.example", s)}
	case u.Path != "" && u.Path != "/" || u.RawQuery != "" || u.Fragment != "":
		return []error{fmt.Errorf("JUMPUP_PUBLIC_URL %q has a path; the product lives at the root of a host", s)}
	case u.Scheme == "http" && !loopback(u.Hostname()):
		return []error{fmt.Errorf("JUMPUP_PUBLIC_URL %q is plain http; that is allowed on loopback only, use https", s)}
	}
	return nil
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// Origin is the address people type: PublicURL, else http on the listener's
// own host and port.
func (c Server) Origin() string {
	if c.PublicURL != "" {
		return strings.TrimSuffix(c.PublicURL, "/")
	}
	return "http://" + c.Listen
}

// Proxies lists the trusted proxies.
func (c Server) Proxies() []string {
	var out []string
	for p := range strings.SplitSeq(c.TrustedProxy, ",") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// DataDir is the data folder as an absolute path.
func (c Storage) DataDir() (string, error) {
	dir, err := filepath.Abs(c.Data)
	if err != nil {
		return "", fmt.Errorf("--data %q: %w", c.Data, err)
	}
	return dir, nil
}
