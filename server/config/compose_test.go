package config

import (
	"net/url"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

type composeFile struct {
	Services map[string]struct {
		Image       string
		Build       map[string]string
		Environment map[string]string
		ReadOnly    bool `yaml:"read_only"`
		User        string
		Ports       []string
		Volumes     []string
		DependsOn   map[string]any `yaml:"depends_on"`
		Healthcheck struct{ Test []string }
	}
	Volumes map[string]any
}

func compose(t *testing.T) composeFile {
	t.Helper()
	b, err := os.ReadFile("../../compose.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var c composeFile
	if err := yaml.Unmarshal(b, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// fromEnvironment fills a Server the way the command line does.
func fromEnvironment(t *testing.T, env map[string]string) Server {
	t.Helper()
	var c Server
	v := reflect.ValueOf(&c).Elem()
	left := make(map[string]bool)
	for k := range env {
		left[k] = true
	}
	for _, f := range reflect.VisibleFields(v.Type()) {
		name := f.Tag.Get("env")
		value, given := env[name]
		if !given {
			value = f.Tag.Get("default")
		}
		delete(left, name)
		if f.Type.Kind() == reflect.String {
			v.FieldByIndex(f.Index).SetString(value)
		}
	}
	for name := range left {
		t.Errorf("compose.yaml sets %s, which the program does not know", name)
	}
	return c
}

func TestComposeServersMatchTheConfiguration(t *testing.T) {
	c := compose(t)
	for _, name := range []string{"server-1", "server-2"} {
		s, ok := c.Services[name]
		if !ok {
			t.Fatalf("no service %s", name)
		}
		cfg := fromEnvironment(t, s.Environment)
		if err := cfg.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !s.ReadOnly || s.User != "65532:65532" {
			t.Errorf("%s must run as nobody on a read-only root", name)
		}
		if !slices.Equal(s.Healthcheck.Test, []string{"CMD", "/jumpup", "health"}) {
			t.Errorf("%s: health check %v", name, s.Healthcheck.Test)
		}
		if !slices.Contains(s.Volumes, name+":"+cfg.Data) {
			t.Errorf("%s: no volume at the data folder %s: %v", name, cfg.Data, s.Volumes)
		}
		for _, address := range []string{cfg.DatabaseURL, cfg.MeiliURL, cfg.RedisURL, cfg.SMTPURL} {
			u, err := url.Parse(address)
			if err != nil {
				t.Fatal(err)
			}
			if _, ok := c.Services[u.Hostname()]; !ok {
				t.Errorf("%s: %s names no service of the file", name, u.Hostname())
			}
			if _, waits := s.DependsOn[u.Hostname()]; !waits {
				t.Errorf("%s does not wait for %s", name, u.Hostname())
			}
		}
		port := cfg.PublicURL[strings.LastIndex(cfg.PublicURL, ":")+1:]
		inside := cfg.Listen[strings.LastIndex(cfg.Listen, ":")+1:]
		if !slices.Contains(s.Ports, "127.0.0.1:"+port+":"+inside) {
			t.Errorf("%s: public address %s is not published to %s: %v", name, cfg.PublicURL, cfg.Listen, s.Ports)
		}
	}
}

func TestComposeBackendsMatchTheConfiguration(t *testing.T) {
	c := compose(t)
	env := c.Services["server-1"].Environment
	db, err := url.Parse(env["JUMPUP_DATABASE_URL"])
	if err != nil {
		t.Fatal(err)
	}
	pg := c.Services["postgres"].Environment
	password, _ := db.User.Password()
	if db.User.Username() != pg["POSTGRES_USER"] || password != pg["POSTGRES_PASSWORD"] || strings.TrimPrefix(db.Path, "/") != pg["POSTGRES_DB"] {
		t.Errorf("the servers' database address %s does not fit the database's %v", db.Redacted(), pg)
	}
	if env["JUMPUP_MEILI_KEY"] != c.Services["meilisearch"].Environment["MEILI_MASTER_KEY"] {
		t.Error("the servers' Meilisearch key is not the engine's")
	}
	for service, image := range map[string]string{
		"postgres": `^postgres:15$`, "redis": `^redis:7$`, "meilisearch": `^getmeili/meilisearch:v1\.50$`, "mail": `^axllent/mailpit:v`,
	} {
		if !regexp.MustCompile(image).MatchString(c.Services[service].Image) {
			t.Errorf("%s: image %q", service, c.Services[service].Image)
		}
	}
	for name, s := range c.Services {
		for _, v := range s.Volumes {
			if _, ok := c.Volumes[strings.Split(v, ":")[0]]; !ok {
				t.Errorf("%s: volume %s is not declared", name, v)
			}
		}
	}
}

func TestDockerfileMatchesTheConfiguration(t *testing.T) {
	b, err := os.ReadFile("../../scripts/Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	for _, want := range []string{
		"CGO_ENABLED=0", "FROM scratch", "USER 65532:65532", "ENV JUMPUP_DATA=/data", "VOLUME /data",
		`HEALTHCHECK`, `CMD ["/jumpup", "health"]`, "EXPOSE 8080 9464", "npm ci",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("scripts/Dockerfile lacks %q", want)
		}
	}
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(read(t, "../../go.mod"))[1]
	if !strings.Contains(text, "FROM golang:"+version+"-") {
		t.Errorf("scripts/Dockerfile builds with another Go than go.mod's %s", version)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
