package search

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestBest: the heap gives what sorting everything gives.
func TestBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sums := rapid.SliceOf(rapid.SampledFrom([]float32{0, 0, 1, 1.5, 2, 3, 5, 8})).Draw(t, "sums")
		k := rapid.IntRange(0, 12).Draw(t, "k")
		var want []int32
		for i, s := range sums {
			if s > 0 {
				want = append(want, int32(i))
			}
		}
		slices.SortStableFunc(want, func(a, b int32) int { return cmp.Compare(sums[b], sums[a]) })
		want = want[:min(len(want), k)]
		if got := best(sums, k); !slices.Equal(got, want) {
			t.Errorf("the best %d of %v are %v, want %v", k, sums, got, want)
		}
	})
}
