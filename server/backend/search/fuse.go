package search

import (
	"cmp"
	"slices"
)

// ranked is one list of ids, best first, and how much it counts.
type ranked struct {
	ids    []string
	weight float64
}

// fuseRank is the constant of reciprocal rank fusion.
const fuseRank = 60

// fuse joins lists by the ranks of their ids: each list adds weight/(60+rank),
// counting from 1 (reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR
// 2009). Equal sums are ordered by id.
func fuse(lists []ranked, limit int) []string {
	sums := map[string]float64{}
	for _, list := range lists {
		for i, id := range list.ids {
			sums[id] += list.weight / float64(fuseRank+i+1)
		}
	}
	out := make([]string, 0, len(sums))
	for id := range sums {
		out = append(out, id)
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(cmp.Compare(sums[b], sums[a]), cmp.Compare(a, b))
	})
	return out[:min(len(out), limit)]
}
