package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func valid() Server {
	return Server{Storage: Storage{Data: "data"}, Listen: "127.0.0.1:8080", MetricsListen: "127.0.0.1:9464", LogLevel: "info"}
}

func TestValidateAcceptsTheDefaults(t *testing.T) {
	if err := valid().Validate(); err != nil {
		t.Fatal(err)
	}
}

func TestValidateReportsEverythingAtOnce(t *testing.T) {
	c := Server{
		Listen: "8080", MetricsListen: "x", PublicURL: "http://jumpup.example", Storage: Storage{DatabaseURL: "mysql://x"},
		SMTPURL: "mail", TrustedProxy: "10.0.0.0/8, nonsense", LogLevel: "loud",
	}
	err := c.Validate()
	if err == nil {
		t.Fatal("accepted")
	}
	for _, want := range []string{
		"--listen", "--metrics-listen", "JUMPUP_PUBLIC_URL", "JUMPUP_DATABASE_URL",
		"JUMPUP_SMTP_URL", "JUMPUP_MAIL_FROM", "nonsense", "--log-level",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no word about %s in:\n%v", want, err)
		}
	}
}

func TestPlainHTTPOnLoopbackOnly(t *testing.T) {
	for _, c := range []struct {
		listen, public string
		ok             bool
	}{
		{"127.0.0.1:8080", "", true},
		{"localhost:8080", "", true},
		{"[::1]:8080", "", true},
		{"0.0.0.0:8080", "", false},
		{":8080", "", false},
		{"0.0.0.0:8080", "https://jumpup.example", true},
		{"127.0.0.1:8080", "http://127.0.0.1:8080", true},
		{"127.0.0.1:8080", "http://jumpup.example", false},
		{"127.0.0.1:8080", "https://jumpup.example/app", false},
	} {
		s := valid()
		s.Listen, s.PublicURL = c.listen, c.public
		if err := s.Validate(); (err == nil) != c.ok {
			t.Errorf("listen %q public %q: %v", c.listen, c.public, err)
		}
	}
}

func TestFromFiles(t *testing.T) {
	file := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(file, []byte("postgres://u:p@db/jumpup\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("JUMPUP_DATABASE_URL", "")
	t.Setenv("JUMPUP_DATABASE_URL_FILE", file)
	if err := FromFiles(); err != nil {
		t.Fatal(err)
	}
	if got := os.Getenv("JUMPUP_DATABASE_URL"); got != "postgres://u:p@db/jumpup" {
		t.Fatalf("got %q", got)
	}
	if err := FromFiles(); err == nil || !strings.Contains(err.Error(), "both set") {
		t.Fatalf("both set: %v", err)
	}
	t.Setenv("JUMPUP_SMTP_URL_FILE", file+".missing")
	if err := FromFiles(); err == nil || !strings.Contains(err.Error(), "JUMPUP_SMTP_URL_FILE") {
		t.Fatalf("missing file: %v", err)
	}
}
