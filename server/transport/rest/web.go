package rest

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// pagePolicy is the page's content security policy. Styles may be inline: the
// page's components set them on elements.
const pagePolicy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
	"font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const notBuilt = `<!doctype html>
<html lang="ko"><meta charset="utf-8"><title>도약 Jumpup</title>
<h1>웹 화면이 이 실행 파일에 들어 있지 않습니다</h1>
<p>API는 <a href="/api/v1/docs">/api/v1/docs</a>에서 볼 수 있습니다. 화면은 <code>./scripts/build</code>로 만듭니다.</p>
<h1 lang="en">The web page was not built into this binary</h1>
<p lang="en">The API is described at <a href="/api/v1/docs">/api/v1/docs</a>. Build the page with <code>./scripts/build</code>.</p>
</html>
`

// registerPage serves the web page under every path that is not the API's.
func (s *Server) registerPage(engine *gin.Engine) error {
	index, err := fs.ReadFile(s.Page, "index.html")
	if errors.Is(err, fs.ErrNotExist) {
		index = []byte(notBuilt)
	} else if err != nil {
		return fmt.Errorf("rest: reading the web page: %w", err)
	}
	engine.NoRoute(func(c *gin.Context) {
		p := c.Request.URL.Path
		switch {
		case isAPI(p):
			writeProblem(c, problem(http.StatusNotFound, "the API has no such address; see /api/v1/docs"))
		case c.Request.Method != http.MethodGet && c.Request.Method != http.MethodHead:
			c.Header("Allow", "GET, HEAD")
			writeProblem(c, problem(http.StatusMethodNotAllowed, "this address can only be read"))
		default:
			s.servePage(c, p, index)
		}
	})
	return nil
}

// servePage gives a file of the page, else its index: the page itself knows
// what lies under the other paths.
func (s *Server) servePage(c *gin.Context, p string, index []byte) {
	c.Header("Content-Security-Policy", pagePolicy)
	name := strings.TrimPrefix(path.Clean("/"+p), "/")
	content, err := fs.ReadFile(s.Page, name)
	hidden := strings.HasPrefix(path.Base(name), ".")
	switch {
	case err != nil || hidden || name == "index.html" || name == "":
		if strings.HasPrefix(name, "assets/") {
			// An old page asking for a file of an older build must not get
			// the index as a script.
			c.Header("Cache-Control", "no-store")
			c.Data(http.StatusNotFound, "text/plain; charset=utf-8", []byte("not found\n"))
			return
		}
		c.Header("Cache-Control", "no-cache")
		name, content = "index.html", index
	case strings.HasPrefix(name, "assets/"):
		c.Header("Cache-Control", "public, max-age=31536000, immutable")
	default:
		c.Header("Cache-Control", "public, max-age=3600")
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		c.Header("Content-Type", t)
	}
	f := s.packed(name, content)
	c.Header("ETag", f.tag)
	if f.zipped != nil {
		c.Header("Vary", "Accept-Encoding")
		if acceptsGzip(c.GetHeader("Accept-Encoding")) {
			content = f.zipped
			c.Header("Content-Encoding", "gzip")
			c.Header("ETag", strings.TrimSuffix(f.tag, `"`)+`-gzip"`)
			c.Request.Header.Del("Range") // ranges count in what is not packed
		}
	}
	// The router has set 404 for a path without a route; ServeContent decides.
	c.Status(http.StatusOK)
	http.ServeContent(c.Writer, c.Request, name, time.Time{}, bytes.NewReader(content))
}

// pageFile is what is worked out once per file of the page.
type pageFile struct {
	tag    string
	zipped []byte // nil where packing saves nothing
}

// packed gives a file's tag and its gzip, made when it is first asked for.
func (s *Server) packed(name string, content []byte) pageFile {
	if f, ok := s.files.Load(name); ok {
		return f.(pageFile)
	}
	sum := sha256.Sum256(content)
	f := pageFile{tag: `"` + hex.EncodeToString(sum[:8]) + `"`}
	switch path.Ext(name) {
	case ".html", ".js", ".css", ".svg", ".json", ".map", ".txt", ".webmanifest":
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, err := w.Write(content)
		if err = errors.Join(err, w.Close()); err == nil && b.Len() < len(content) {
			f.zipped = b.Bytes()
		}
	}
	s.files.Store(name, f)
	return f
}

// acceptsGzip reads Accept-Encoding: gzip named, and not refused with q=0.
func acceptsGzip(accept string) bool {
	for part := range strings.SplitSeq(accept, ",") {
		coding, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.TrimSpace(coding) == "gzip" {
			q = strings.ReplaceAll(q, " ", "")
			return q != "q=0" && !strings.HasPrefix(q, "q=0.000")
		}
	}
	return false
}
