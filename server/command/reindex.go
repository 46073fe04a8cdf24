package command

import (
	"context"
	"errors"
	"fmt"

	"jumpup/server/app"
	"jumpup/server/config"
)

type reindexCommand struct {
	config.Storage
	config.Search
}

// Run asks for all search indexes to be rebuilt and waits for it. Interrupting
// it ends the waiting only.
func (c reindexCommand) Run(ctx context.Context, s streams) error {
	if err := errors.Join(c.Storage.Validate(), c.Search.Validate()); err != nil {
		return unusable{err}
	}
	done, err := app.Reindex(ctx, c.Storage, c.Search, s.reindexing)
	if s.terminal {
		fmt.Fprint(s.err, clearLine)
	}
	if err != nil {
		return err
	}
	who := "by the running servers"
	if done.Here {
		who = "here, as no server is running"
	}
	fmt.Fprintf(s.out, "%d search %s rebuilt %s\n", done.Indexes, plurals(done.Indexes, "index", "indexes"), who)
	return nil
}

// clearLine goes back to the start of the terminal's line and empties it.
const clearLine = "\r\x1b[K"

// reindexing shows one line on standard error, when it is a terminal.
func (s streams) reindexing(p app.Reindexing) {
	if !s.terminal {
		return
	}
	fmt.Fprintf(s.err, "%s%d of %d %s rebuilt", clearLine, p.Rebuilt, p.Indexes, plurals(p.Indexes, "index", "indexes"))
	if p.Engine != "" {
		fmt.Fprintf(s.err, "; %s, %s: %d of %d records", p.Server, p.Engine, p.Done, p.Total)
	}
}
