package search

import (
	"context"

	"jumpup/server/domain"
)

// Engine is what both engines do. They are safe for concurrent use; the
// feeding methods are called by one goroutine at a time.
type Engine interface {
	// Name tells the engine in answers, logs and figures.
	Name() string
	// Search answers with ids, best first. It fails with invalid for a cursor
	// that is not its own or a text that is no UTF-8, with unavailable when
	// the engine cannot answer now.
	Search(ctx context.Context, q domain.SearchQuery) (domain.SearchResult, error)
	// Candidates answers several short queries at once, fused by rank.
	Candidates(ctx context.Context, q domain.ConceptQuery) (domain.Candidates, error)

	// Position is how far the index has come, read from the index itself.
	Position(ctx context.Context) (domain.IndexPosition, error)
	// Apply brings a batch up to date and notes the position, both or
	// neither. Records that the engine refuses are given back; any other
	// trouble is an error and the batch is to be tried again. A record of
	// which the index holds a newer version stays, unless it was made anew.
	Apply(ctx context.Context, changes []domain.IndexChange, seq int64) ([]domain.Parked, error)
	// Rebuild makes an index of exactly what fill puts and swaps it in once
	// that is done; the old one answers meanwhile and stays when fill fails.
	// What put refuses comes back as its error and may be left out.
	Rebuild(ctx context.Context, seq int64, synonyms domain.Synonyms, fill func(ctx context.Context, put func(domain.Record) error) error) error
	// Versions gives what the index holds of a kind of record, in any order.
	Versions(ctx context.Context, k domain.Kind, yield func(id string, version int64) error) error
	// SetSynonyms makes groups of words find each other.
	SetSynonyms(ctx context.Context, synonyms domain.Synonyms) error
	// Records counts the documents of the index.
	Records(ctx context.Context) (int64, error)
	// Close ends the engine; what was applied stays.
	Close() error
}

// Bounds of an answer.
const (
	limitDefault = 20
	limitMost    = 2000
)

func limitOf(limit int) int {
	if limit <= 0 {
		return limitDefault
	}
	return min(limit, limitMost)
}
