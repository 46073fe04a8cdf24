package search

import (
	"context"

	"github.com/blevesearch/bleve/v2"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// candidatesMost is how many candidates an answer may hold.
const candidatesMost = 10000

// valueScore is what a value of an attribute counts beside the words of a
// concept, whose BM25 scores lie between 1 and 10 each.
const valueScore = 4

// Candidates implements Engine. The scope is looked up once; what several
// concepts ask for is read once, one list of documents after another, into the
// sums of all of them.
func (e *Embedded) Candidates(ctx context.Context, q domain.ConceptQuery) (domain.Candidates, error) {
	out := domain.Candidates{Engine: EmbeddedName}
	if err := checkFilter(q.Filter); err != nil {
		return out, err
	}
	for _, c := range q.Concepts {
		if err := checkText(c.Text); err != nil {
			return out, err
		}
	}
	limit := min(q.Limit, candidatesMost)
	scope := scopeQuery([]domain.Kind{q.Kind}, map[domain.Kind]domain.Filter{q.Kind: q.Filter})
	err := e.use(func(x bleve.Index) error {
		r, err := newListReader(ctx, x, scope)
		if err != nil {
			return err
		}
		defer r.close()
		lists, err := r.lists(ctx, q.Concepts, limit)
		if err != nil {
			return err
		}
		weights := make([]float64, len(lists))
		for i, c := range q.Concepts {
			if weights[i] = c.Weight; c.Weight == 0 {
				weights[i] = 1
			}
		}
		out.IDs, err = r.fused(lists, weights, limit)
		return err
	})
	return out, asUnavailable(ctx, err)
}

// unit is a word or a value that concepts ask for.
type unit struct{ field, key string }

// addend is what a unit adds to the sums of one concept.
type addend struct {
	concept int
	worth   float64
}

// wanted gives the units of the concepts, each once, in the order in which they
// come, and what each adds where. A word given twice counts once.
func wanted(concepts []domain.Concept) (units []unit, wants map[unit][]addend) {
	wants = map[unit][]addend{}
	add := func(u unit, w addend) {
		if wants[u] == nil {
			units = append(units, u)
		}
		wants[u] = append(wants[u], w)
	}
	for i, c := range concepts {
		seen := map[string]bool{}
		for _, key := range text.BodyTerms(c.Text) {
			if !seen[key] {
				seen[key] = true
				add(unit{fieldTerms, key}, addend{i, 1})
			}
		}
		for k, in := range c.Has {
			worth := c.WorthOf(k)
			for _, v := range in.Values {
				if v != "" {
					add(unit{fieldAttr + string(in.Attr), v}, addend{i, valueScore * worth})
				}
			}
		}
	}
	return units, wants
}
