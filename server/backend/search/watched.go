package search

import (
	"context"

	"jumpup/server/domain"
)

// Watched answers as an engine does and says that answers are degraded while
// that is not up to date.
type Watched struct {
	Answerer
	Fresh func() bool
}

// Search implements Answerer.
func (w Watched) Search(ctx context.Context, q domain.SearchQuery) (domain.SearchResult, error) {
	res, err := w.Answerer.Search(ctx, q)
	res.Degraded = res.Degraded || !w.Fresh()
	return res, err
}

// Candidates implements Answerer.
func (w Watched) Candidates(ctx context.Context, q domain.ConceptQuery) (domain.Candidates, error) {
	res, err := w.Answerer.Candidates(ctx, q)
	res.Degraded = res.Degraded || !w.Fresh()
	return res, err
}
