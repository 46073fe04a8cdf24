package search

import (
	"cmp"
	"context"
	"slices"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// conceptWords is how many words of a concept count: the longest, which are the
// rarest more often than not.
const conceptWords = 10

// Candidates implements Engine. Words and values that several concepts share are
// looked for once; all is one request.
func (m *Meili) Candidates(ctx context.Context, q domain.ConceptQuery) (domain.Candidates, error) {
	out := domain.Candidates{Engine: MeiliName}
	for _, c := range q.Concepts {
		if err := checkText(c.Text); err != nil {
			return out, err
		}
	}
	if err := checkFilter(q.Filter); err != nil {
		return out, err
	}
	limit := min(q.Limit, candidatesMost)
	scope := meiliScope([]domain.Kind{q.Kind}, map[domain.Kind]domain.Filter{q.Kind: q.Filter})
	if scope.nothing() || len(q.Concepts) == 0 || limit <= 0 {
		return out, nil
	}
	at := map[string]int{}
	var units []meiliUnit
	of := make([][]int, len(q.Concepts))
	for i, c := range q.Concepts {
		for _, u := range unitsOf(c) {
			k, seen := at[u.name()]
			if !seen {
				k = len(units)
				at[u.name()], units = k, append(units, u)
			}
			of[i] = append(of[i], k)
		}
	}
	each, all, err := m.tally(ctx, units, scope.text)
	if err != nil {
		return out, err
	}
	lists, err := m.weigh(ctx, units, rarities(each, all), scope.text)
	if err != nil {
		return out, err
	}
	answers := make([]ranked, len(q.Concepts))
	for i, c := range q.Concepts {
		if answers[i].weight = c.Weight; c.Weight == 0 {
			answers[i].weight = 1
		}
		if c.Text != "" || len(c.Has) > 0 {
			answers[i].ids = addUp(lists, of[i], limit)
		} else if answers[i].ids, err = m.largest(ctx, scope.text, c.By, limit); err != nil {
			return out, err
		}
	}
	out.IDs = fuse(answers, limit)
	return out, nil
}

func unitsOf(c domain.Concept) []meiliUnit {
	terms := text.BodyTerms(c.Text)
	slices.SortStableFunc(terms, func(a, b string) int { return len(b) - len(a) })
	var out []meiliUnit
	for _, t := range terms[:min(len(terms), conceptWords)] {
		out = append(out, meiliUnit{keys: []string{t}})
	}
	for i, in := range c.Has {
		worth := c.WorthOf(i)
		for _, v := range in.Values {
			out = append(out, meiliUnit{in: domain.In{Attr: in.Attr, Values: []string{v}}, score: valueScore * worth})
		}
	}
	return out
}

// addUp gives the ids that have some of the units, those with most of them and
// the rarest first.
func addUp(lists []weighed, units []int, limit int) []string {
	sums := map[string]float64{}
	for _, u := range units {
		for k, id := range lists[u].ids {
			sums[id] += lists[u].scores[k]
		}
	}
	type sum struct {
		id    string
		score float64
	}
	all := make([]sum, 0, len(sums))
	for id, score := range sums {
		all = append(all, sum{meiliRef(id).ID, score})
	}
	slices.SortFunc(all, func(a, b sum) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id)) })
	ids := make([]string, min(len(all), limit))
	for i := range ids {
		ids[i] = all[i].id
	}
	return ids
}

// largest gives all candidates, those with the largest number first and those
// without it last.
func (m *Meili) largest(ctx context.Context, scope string, by domain.Attr, limit int) ([]string, error) {
	q := &meilisearch.DocumentsQuery{Filter: scope, Sort: []string{"id:asc"}, Limit: int64(limit), Fields: []string{"id"}}
	if slices.Contains(numeric, by) {
		q.Sort = []string{"n." + string(by) + ":desc", "id:asc"}
	}
	ids, _, err := m.list(ctx, q)
	for i, id := range ids {
		ids[i] = meiliRef(id).ID
	}
	return ids, err
}
