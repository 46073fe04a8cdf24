package search

import (
	"testing"
	"time"
)

// A Meilisearch server passes the suite of all engines.
func TestMeili(t *testing.T) {
	o := meiliAt(t)
	contract(t, func(t *testing.T) Engine {
		o := o
		o.Index = meiliAt(t).Index
		o.Search = 20 * time.Second // the suite asks for answers, not for speed
		return openMeiliAt(t, o)
	})
}
