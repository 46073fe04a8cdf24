package rest

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
)

//go:embed docs
var docsPage embed.FS

const docsPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// registerDocument serves the OpenAPI document and a page to read it. The page
// loads nothing from elsewhere.
func (s *Server) registerDocument(engine *gin.Engine, api huma.API) error {
	doc, err := json.Marshal(api.OpenAPI())
	if err != nil {
		return fmt.Errorf("rest: writing the OpenAPI document: %w", err)
	}
	serve := func(at, kind, policy string, content []byte) {
		sum := sha256.Sum256(content)
		tag := `"` + hex.EncodeToString(sum[:8]) + `"`
		handle := func(c *gin.Context) {
			c.Header("Content-Security-Policy", policy)
			c.Header("Cache-Control", "no-cache")
			c.Header("ETag", tag)
			if strings.Contains(c.GetHeader("If-None-Match"), tag) {
				c.Status(http.StatusNotModified)
				return
			}
			c.Data(http.StatusOK, kind, content)
		}
		engine.GET(at, handle)
		engine.HEAD(at, handle)
	}
	serve("/api/v1/openapi.json", "application/json", docsPolicy, doc)
	for file, route := range map[string][2]string{
		"docs/index.html": {"/api/v1/docs", "text/html; charset=utf-8"},
		"docs/page.js":    {"/api/v1/docs/page.js", "text/javascript; charset=utf-8"},
		"docs/page.css":   {"/api/v1/docs/page.css", "text/css; charset=utf-8"},
	} {
		content, err := docsPage.ReadFile(file)
		if err != nil {
			return fmt.Errorf("rest: reading %s: %w", file, err)
		}
		serve(route[0], route[1], docsPolicy, content)
	}
	return nil
}
