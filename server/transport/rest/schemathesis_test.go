package rest

import (
	"bytes"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jumpup/server/domain"
)

// TestDocumentHolds lets a property-based client loose on a server of its own
// per role: it makes up requests from the OpenAPI document and finds every 5xx
// and every answer that the document does not describe.
func TestDocumentHolds(t *testing.T) {
	tool := os.Getenv("JUMPUP_SCHEMATHESIS")
	if tool == "" {
		t.Skip("schemathesis is not there: run scripts/schemathesis, which sets JUMPUP_SCHEMATHESIS to it")
	}
	for _, role := range rolesAndNobody {
		name := string(role)
		if role == "" {
			name = "nobody"
		}
		t.Run(name, func(t *testing.T) { letLoose(t, tool, role) })
	}
}

func letLoose(t *testing.T, tool string, role domain.Role) {
	s := newTestServer(t)
	for _, r := range world() {
		s.put(r)
	}
	phases, examples := "examples,fuzzing", "5"
	switch role {
	case domain.RoleCompany, domain.RoleCoordinator: // the widest two go through every corner
		phases, examples = "examples,coverage,fuzzing", "10"
	}
	args := []string{
		"run", s.URL + "/api/v1/openapi.json", "--url", s.URL + "/api/v1", "--phases", phases, "--max-examples", examples, "--seed", "1",
		"--checks", strings.Join([]string{
			"not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
			"response_schema_conformance", "unsupported_method", "allow_header_conformance",
		}, ","), "--continue-on-failure", "--warnings", "off", "--no-color",
	}
	config := ""
	if role != "" {
		config = "[auth.openapi.cookie]\napi_key = \"" + s.as(role).token() + "\"\n"
		for _, end := range []string{"/sign-in", "/sign-out", "/sign-out-everywhere", "/links/spend"} {
			args = append(args, "--exclude-path", end) // they end the sign-in of the run
		}
	}
	if role == domain.RoleAdministrator { // who could end the own sign-in here; coordinators cannot
		args = append(args, "--exclude-path", "/users/{id}/sign-out", "--exclude-operation-id", "patch-users-id")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "schemathesis.toml"), []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), tool, args...)
	cmd.Dir = dir
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		text := out.String()
		if len(text) > 20000 {
			text = text[:10000] + "\n...\n" + text[len(text)-10000:]
		}
		t.Fatalf("%v\n%s", err, text)
	}
	if role != "" {
		s.as(role).get("/me").status(http.StatusOK) // the sign-in held until the end
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	t.Log(lines[len(lines)-1])
}
