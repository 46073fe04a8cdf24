package search

import (
	"context"
	"encoding/binary"
	"errors"
	"math"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	coded "github.com/blevesearch/bleve/v2/numeric"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"

	"jumpup/server/domain"
)

// listReader reads lists of documents straight from one state of the index:
// for sums over many short lists that costs a third of what bleve's searchers
// do.
type listReader struct {
	reader index.IndexReader
	scope  []bool // by number of document
	size   int    // documents in the scope
}

// errNumbers says that the index does not number its documents as scorch does.
var errNumbers = errors.New("search: documents of the index have no numbers")

func newListReader(ctx context.Context, x bleve.Index, scope query.Query) (*listReader, error) {
	advanced, err := x.Advanced()
	if err != nil {
		return nil, err
	}
	reader, err := advanced.Reader()
	if err != nil {
		return nil, err
	}
	r := &listReader{reader: reader}
	if err := r.readScope(ctx, x.Mapping(), scope); err != nil {
		_ = reader.Close()
		return nil, err
	}
	return r, nil
}

func (r *listReader) close() { _ = r.reader.Close() }

func number(id index.IndexInternalID) (int, error) {
	if len(id) != 8 {
		return 0, errNumbers
	}
	return int(binary.BigEndian.Uint64(id)), nil
}

func (r *listReader) readScope(ctx context.Context, m mapping.IndexMapping, scope query.Query) error {
	s, err := scope.Searcher(ctx, r.reader, m, search.SearcherOptions{Score: "none"})
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	sc := &search.SearchContext{DocumentMatchPool: search.NewDocumentMatchPool(s.DocumentMatchPoolSize()+1, 0)}
	for {
		d, err := s.Next(sc)
		if err != nil || d == nil {
			return err
		}
		n, err := number(d.IndexInternalID)
		if err != nil {
			return err
		}
		if n >= len(r.scope) {
			r.scope = append(r.scope, make([]bool, n+1-len(r.scope)+n/2)...)
		}
		r.scope[n] = true
		r.size++
		sc.DocumentMatchPool.Put(d)
	}
}

// Parameters of BM25 (Robertson and Zaragoza, 2009).
const (
	bm25K = 1.2
	bm25B = 0.75
)

// posting is one document of a list in the scope.
type posting struct {
	doc    int32
	count  float32 // of the word
	length float32 // of the text
	score  float32 // 1 for a value
}

// lists gives the answers to concepts of words and values, best first, at most
// limit each. A word counts by BM25 with the frequencies of the scope, a value
// what it is worth.
func (r *listReader) lists(ctx context.Context, concepts []domain.Concept, limit int) (out [][]int32, err error) {
	units, wants := wanted(concepts)
	postings := make([][]posting, len(units))
	total, n := 0.0, 0
	for i, u := range units {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if postings[i], err = r.read(ctx, u); err != nil {
			return nil, err
		}
		if u.field == fieldTerms {
			for _, p := range postings[i] {
				total += float64(p.length)
			}
			n += len(postings[i])
		}
	}
	sums := make([][]float32, len(concepts))
	for i := range sums {
		sums[i] = make([]float32, len(r.scope))
	}
	for i, u := range units {
		if u.field == fieldTerms {
			r.bm25(postings[i], total/float64(max(n, 1)))
		}
		for _, w := range wants[u] {
			sum, worth := sums[w.concept], float32(w.worth)
			for _, p := range postings[i] {
				sum[p.doc] += worth * p.score
			}
		}
	}
	out = make([][]int32, len(concepts))
	for i, c := range concepts {
		if c.Text == "" && len(c.Has) == 0 {
			if out[i], err = r.largest(c.By, limit); err != nil {
				return nil, err
			}
			continue
		}
		out[i] = best(sums[i], limit)
	}
	return out, nil
}

// bm25 scores the postings of a word.
func (r *listReader) bm25(list []posting, average float64) {
	df := float64(len(list))
	idf := math.Log(1 + (float64(r.size)-df+0.5)/(df+0.5))
	top, still, slope := float32(idf*(bm25K+1)), float32(bm25K*(1-bm25B)), float32(bm25K*bm25B/average)
	for i := range list {
		p := &list[i]
		p.score = top * p.count / (p.count + still + slope*p.length)
	}
}

// read gives the documents of the scope that hold a word or a value.
func (r *listReader) read(ctx context.Context, u unit) ([]posting, error) {
	words := u.field == fieldTerms
	list, err := r.reader.TermFieldReader(ctx, []byte(u.key), u.field, words, words, false)
	if err != nil {
		return nil, err
	}
	defer func() { _ = list.Close() }()
	out := make([]posting, 0, min(list.Count(), uint64(r.size)))
	var d index.TermFieldDoc
	for {
		at, err := list.Next(&d)
		if err != nil || at == nil {
			return out, err
		}
		n, err := number(at.ID)
		if err != nil {
			return nil, err
		}
		if n >= len(r.scope) || !r.scope[n] {
			continue
		}
		p := posting{doc: int32(n), score: 1}
		if words {
			p.count, p.length = float32(at.Freq), float32(1/(at.Norm*at.Norm))
		}
		out = append(out, p)
	}
}

// largest gives the documents of the scope with the largest numbers, largest
// first, those without one last; without an attribute simply the first ones.
func (r *listReader) largest(by domain.Attr, limit int) ([]int32, error) {
	values := make([]float32, len(r.scope))
	for n, in := range r.scope {
		if in {
			values[n] = math.SmallestNonzeroFloat32
		}
	}
	if by == "" {
		return best(values, limit), nil
	}
	column, err := r.reader.DocValueReader([]string{fieldNumber + string(by)})
	if err != nil {
		return nil, err
	}
	lowest := 0.0
	found := make(map[int32]float64, r.size)
	for n, in := range r.scope {
		if !in {
			continue
		}
		err := column.VisitDocValues(index.NewIndexInternalID(nil, uint64(n)), func(_ string, term []byte) {
			if whole, shift := coded.ValidPrefixCodedTermBytes(term); whole && shift == 0 {
				if i, err := coded.PrefixCoded(term).Int64(); err == nil {
					found[int32(n)] = coded.Int64ToFloat64(i)
					lowest = min(lowest, found[int32(n)])
				}
			}
		})
		if err != nil {
			return nil, err
		}
	}
	for n, v := range found {
		values[n] = float32(1 + v - lowest)
	}
	return best(values, limit), nil
}

// fused joins lists by the ranks of their documents, as fuse does, and names
// the best ones.
func (r *listReader) fused(lists [][]int32, weights []float64, limit int) ([]string, error) {
	sums := make([]float32, len(r.scope))
	for i, list := range lists {
		for place, doc := range list {
			sums[doc] += float32(weights[i] / float64(fuseRank+place+1))
		}
	}
	docs := best(sums, limit)
	ids := make([]string, len(docs))
	for i, doc := range docs {
		id, err := r.reader.ExternalID(index.NewIndexInternalID(nil, uint64(doc)))
		if err != nil {
			return nil, err
		}
		ids[i] = refOf(id).ID
	}
	return ids, nil
}
