package search

import (
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"
)

// way is a way of finding a word, and how much it counts.
type way struct {
	query query.Query
	score float64
}

// bestOf matches what any of its ways matches and scores by the best one. The
// scores depend on the document and the query alone, not on what else the index
// holds, so that pages stay in order while records change.
type bestOf []way

// Searcher implements bleve's Query.
func (q bestOf) Searcher(ctx context.Context, r index.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	plain := o
	plain.Score = "none"
	s := &bestSearcher{}
	for _, w := range q {
		child, err := w.query.Searcher(ctx, r, m, plain)
		if err != nil {
			_ = s.Close()
			return nil, err
		}
		s.ways = append(s.ways, found{searcher: child, score: w.score})
	}
	return s, nil
}

// addedUp matches what any of its queries matches; the score is the sum of
// theirs, scaled by the share of the queries that match (Lucene's coordination
// factor), so that what touches most of a question stands before what repeats a
// part of it. Queries that match a large part of the index tell little and cost
// most: where there are rarer ones beside them, they only add to what those match.
type addedUp []query.Query

// A query is common that matches more than an eighth of the index, if that is
// many documents.
const (
	commonShare = 8
	commonMany  = 1000
)

// Searcher implements bleve's Query.
func (q addedUp) Searcher(ctx context.Context, r index.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	s := &bestSearcher{sum: true, coordinate: true, scale: 1}
	for _, child := range q {
		c, err := child.Searcher(ctx, r, m, o)
		if err != nil {
			_ = s.Close()
			return nil, err
		}
		s.ways = append(s.ways, found{searcher: c})
	}
	all, err := r.DocCount()
	if err != nil {
		_ = s.Close()
		return nil, err
	}
	common := max(all/commonShare, commonMany)
	rare := slices.ContainsFunc(s.ways, func(w found) bool { n := w.searcher.Count(); return n > 0 && n <= common })
	for i := range s.ways {
		s.ways[i].follows = rare && s.ways[i].searcher.Count() > common
	}
	return s, nil
}

// ordered matches and scores as lead does, and breaks ties by what the others
// add, scaled to next to nothing.
type ordered struct {
	lead   query.Query
	others []query.Query
}

const tieScale = 1e-4 // of scores up to about 100

// Searcher implements bleve's Query.
func (q ordered) Searcher(ctx context.Context, r index.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	s := &bestSearcher{sum: true, scale: tieScale}
	for i, child := range append([]query.Query{q.lead}, q.others...) {
		c, err := child.Searcher(ctx, r, m, o)
		if err != nil {
			_ = s.Close()
			return nil, err
		}
		s.ways = append(s.ways, found{searcher: c, follows: i > 0})
	}
	return s, nil
}

// found is a searcher with the match it stands at; nil at the end.
type found struct {
	searcher search.Searcher
	score    float64
	follows  bool // is only looked at where another one matches
	at       *search.DocumentMatch
	done     bool // a follower at its end
}

// bestSearcher walks several searchers at once, in the order of documents.
type bestSearcher struct {
	ways  []found
	sum   bool
	scale float64 // of what follows

	coordinate bool // scale by the share of the ways that match
	begun      bool
}

// Next implements bleve's Searcher.
func (s *bestSearcher) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	if !s.begun {
		s.begun = true
		for i := range s.ways {
			if s.ways[i].follows {
				continue
			}
			if err := s.step(ctx, i); err != nil {
				return nil, err
			}
		}
	}
	return s.take(ctx)
}

func (s *bestSearcher) step(ctx *search.SearchContext, i int) (err error) {
	s.ways[i].at, err = s.ways[i].searcher.Next(ctx)
	return err
}

// take gives the smallest document that any searcher stands at and moves those on.
func (s *bestSearcher) take(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	least := -1
	for i := range s.ways {
		if at := s.ways[i].at; at != nil && !s.ways[i].follows && (least < 0 || at.IndexInternalID.Compare(s.ways[least].at.IndexInternalID) < 0) {
			least = i
		}
	}
	if least < 0 {
		return nil, nil
	}
	out := s.ways[least].at
	score, matched := s.worth(least), 1
	if err := s.step(ctx, least); err != nil {
		return nil, err
	}
	for i := range s.ways {
		w := &s.ways[i]
		if w.follows {
			added, err := s.follow(ctx, w, out.IndexInternalID)
			if err != nil {
				return nil, err
			}
			if added > 0 {
				score, matched = score+added, matched+1
			}
			continue
		}
		at := w.at
		if i == least || at == nil || !at.IndexInternalID.Equals(out.IndexInternalID) {
			continue
		}
		matched++
		if s.sum {
			score += s.worth(i)
		} else {
			score = max(score, s.worth(i))
		}
		ctx.DocumentMatchPool.Put(at)
		if err := s.step(ctx, i); err != nil {
			return nil, err
		}
	}
	if s.coordinate {
		score *= float64(matched) / float64(len(s.ways))
	}
	out.Score = score
	return out, nil
}

// follow moves a follower up to a document and gives what it adds there.
func (s *bestSearcher) follow(ctx *search.SearchContext, w *found, id index.IndexInternalID) (float64, error) {
	if w.done {
		return 0, nil
	}
	if w.at == nil || w.at.IndexInternalID.Compare(id) < 0 {
		if w.at != nil {
			ctx.DocumentMatchPool.Put(w.at)
		}
		var err error
		if w.at, err = w.searcher.Advance(ctx, id); err != nil {
			return 0, err
		}
		if w.at == nil {
			w.done = true
			return 0, nil
		}
	}
	if !w.at.IndexInternalID.Equals(id) {
		return 0, nil
	}
	return w.at.Score * s.scale, nil
}

func (s *bestSearcher) worth(i int) float64 {
	if s.sum {
		return s.ways[i].at.Score
	}
	return s.ways[i].score
}

// Advance implements bleve's Searcher.
func (s *bestSearcher) Advance(ctx *search.SearchContext, id index.IndexInternalID) (*search.DocumentMatch, error) {
	for i := range s.ways {
		w := &s.ways[i]
		if w.follows || s.begun && (w.at == nil || w.at.IndexInternalID.Compare(id) >= 0) {
			continue
		}
		if w.at != nil {
			ctx.DocumentMatchPool.Put(w.at)
		}
		var err error
		if w.at, err = w.searcher.Advance(ctx, id); err != nil {
			return nil, err
		}
	}
	s.begun = true
	return s.take(ctx)
}

// Close implements bleve's Searcher.
func (s *bestSearcher) Close() (err error) {
	for _, w := range s.ways {
		if e := w.searcher.Close(); e != nil && err == nil {
			err = e
		}
	}
	return err
}

// Weight implements bleve's Searcher: scores are not brought to a norm.
func (s *bestSearcher) Weight() float64 { return 1 }

// SetQueryNorm implements bleve's Searcher.
func (s *bestSearcher) SetQueryNorm(float64) {}

// Count implements bleve's Searcher: at most as many match.
func (s *bestSearcher) Count() (n uint64) {
	for _, w := range s.ways {
		n += w.searcher.Count()
	}
	return n
}

// Min implements bleve's Searcher.
func (s *bestSearcher) Min() int { return 0 }

// Size implements bleve's Searcher.
func (s *bestSearcher) Size() (n int) {
	for _, w := range s.ways {
		n += w.searcher.Size()
	}
	return n
}

// DocumentMatchPoolSize implements bleve's Searcher.
func (s *bestSearcher) DocumentMatchPoolSize() (n int) {
	for _, w := range s.ways {
		n += w.searcher.DocumentMatchPoolSize() + 1
	}
	return n
}
