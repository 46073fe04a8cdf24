package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"

	"jumpup/server/domain"
)

// drain is how long requests under way may take once the program was asked to
// stop.
const drain = 20 * time.Second

// door is one listening address with its handler.
type door struct {
	listener net.Listener
	server   *http.Server
}

// openDoor listens; an address in use is the operator's to mend.
func openDoor(ctx context.Context, address string, h http.Handler, headerBytes int) (*door, error) {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, &domain.Error{
			Code: domain.CodeInvalid, Field: "listen",
			Message: fmt.Sprintf("cannot listen on %s; another program may use it, choose another with --listen", address), Err: err,
		}
	}
	return &door{listener: l, server: &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    headerBytes,
	}}, nil
}

// serveDoors serves until ctx ends, then lets requests under way finish.
func serveDoors(ctx context.Context, doors ...*door) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, d := range doors {
		g.Go(func() error {
			if err := d.server.Serve(d.listener); !errors.Is(err, http.ErrServerClosed) {
				return err
			}
			return nil
		})
		g.Go(func() error {
			<-ctx.Done()
			end, cancel := context.WithTimeout(context.WithoutCancel(ctx), drain)
			defer cancel()
			if err := d.server.Shutdown(end); err != nil {
				return d.server.Close()
			}
			return nil
		})
	}
	return g.Wait()
}
