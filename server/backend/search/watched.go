package search

import (
	"context"

	"jumpup/server/domain"
)

// Watched is an engine whose answers say that they are degraded while it is not
// up to date.
type Watched struct {
	Engine
	Fresh func() bool
}

// Search implements Engine.
func (w Watched) Search(ctx context.Context, q domain.SearchQuery) (domain.SearchResult, error) {
	res, err := w.Engine.Search(ctx, q)
	res.Degraded = res.Degraded || !w.Fresh()
	return res, err
}

// Candidates implements Engine.
func (w Watched) Candidates(ctx context.Context, q domain.ConceptQuery) (domain.Candidates, error) {
	res, err := w.Engine.Candidates(ctx, q)
	res.Degraded = res.Degraded || !w.Fresh()
	return res, err
}
