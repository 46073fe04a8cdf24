package command

import (
	"fmt"
	"sync"
	"time"
)

// progress gives a function that shows done of total on standard error, at
// most five times a second, and only when it is a terminal.
func (s streams) progress(what string) func(done, total int) {
	if !s.terminal {
		return func(int, int) {}
	}
	var mu sync.Mutex
	var last time.Time
	return func(done, total int) {
		mu.Lock()
		defer mu.Unlock()
		if now := time.Now(); now.Sub(last) > 200*time.Millisecond || done == total {
			last = now
			fmt.Fprintf(s.err, "\r%s %d of %d", what, done, total)
			if done == total {
				fmt.Fprintln(s.err)
			}
		}
	}
}
