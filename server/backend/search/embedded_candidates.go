package search

import (
	"context"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"jumpup/server/domain"
)

// candidatesMost is how many candidates an answer may hold.
const candidatesMost = 10000

// valueScore is what a value of an attribute counts beside the words of a
// concept, whose BM25 scores lie between 1 and 10 each.
const valueScore = 4

// Candidates implements Engine.
func (e *Embedded) Candidates(ctx context.Context, q domain.ConceptQuery) (domain.Candidates, error) {
	if err := checkFilter(q.Filter); err != nil {
		return domain.Candidates{}, err
	}
	limit := min(q.Limit, candidatesMost)
	scope := scopeQuery([]domain.Kind{q.Kind}, map[domain.Kind]domain.Filter{q.Kind: q.Filter})
	out := domain.Candidates{Engine: EmbeddedName}
	err := e.use(func(x bleve.Index) error {
		lists := make([]ranked, len(q.Concepts))
		for i, c := range q.Concepts {
			if err := checkText(c.Text); err != nil {
				return err
			}
			ids, err := concept(ctx, x, c, scope, limit)
			if err != nil {
				return err
			}
			if lists[i] = (ranked{ids, c.Weight}); c.Weight == 0 {
				lists[i].weight = 1
			}
		}
		out.IDs = fuse(lists, limit)
		return nil
	})
	return out, asUnavailable(ctx, err)
}

// concept gives the ids that answer one short query, best first.
func concept(ctx context.Context, x bleve.Index, c domain.Concept, scope query.Query, limit int) ([]string, error) {
	var parts addedUp
	parts = append(parts, counted(c.Text)...)
	for _, in := range c.Has {
		for _, v := range in.Values {
			parts = append(parts, bestOf{{term(fieldAttr+string(in.Attr), v), valueScore}})
		}
	}
	q := scope
	order := []string{"-_score", "_id"}
	if len(parts) > 0 {
		b := bleve.NewBooleanQuery()
		b.AddMust(parts)
		b.AddFilter(scope)
		q = b
	} else if order = []string{"_id"}; c.By != "" {
		order = []string{"-" + fieldNumber + string(c.By), "_id"}
	}
	req := bleve.NewSearchRequestOptions(q, limit, 0, false)
	req.SortBy(order)
	res, err := x.SearchInContext(ctx, req)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(res.Hits))
	for i, h := range res.Hits {
		ids[i] = refOf(h.ID).ID
	}
	return ids, nil
}
