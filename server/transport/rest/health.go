package rest

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

// registerHealth adds liveness and readiness for whoever runs the server. They
// say nothing but yes or no.
func (s *Server) registerHealth(engine *gin.Engine) {
	plain := func(c *gin.Context, status int, word string) {
		c.Header("Cache-Control", "no-store")
		c.JSON(status, gin.H{"status": word})
	}
	live := func(c *gin.Context) { plain(c, http.StatusOK, "ok") }
	ready := func(c *gin.Context) {
		ctx, cancel := context.WithTimeout(c.Request.Context(), 3*time.Second)
		defer cancel()
		if s.Ready != nil {
			if err := s.Ready(ctx); err != nil {
				s.Log.LogAttrs(ctx, slog.LevelWarn, "not ready", slog.String("error", err.Error()))
				plain(c, http.StatusServiceUnavailable, "unavailable")
				return
			}
		}
		plain(c, http.StatusOK, "ok")
	}
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		engine.Handle(method, "/healthz", live)
		engine.Handle(method, "/readyz", ready)
	}
}
