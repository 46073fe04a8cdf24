package app

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "rewrite server/docs/openapi.json")

// TestOpenAPIDocument holds the committed document, from which the page's types
// are made, against what the server says of itself.
func TestOpenAPIDocument(t *testing.T) {
	c := testConfig(t)
	start(t, c)
	_, body := get(t, "http://"+c.Listen+"/api/v1/openapi.json")
	var want bytes.Buffer
	if err := json.Indent(&want, []byte(body), "", " "); err != nil {
		t.Fatal(err)
	}
	want.WriteByte('\n')
	const file = "../docs/openapi.json"
	if *update {
		if err := os.WriteFile(file, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want.Bytes()) {
		t.Error("server/docs/openapi.json is out of date; run: go test ./server/app -run OpenAPI -update, then npm --prefix frontend run api:types")
	}
}
