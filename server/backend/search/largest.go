package search

import (
	"cmp"
	"slices"
)

// best gives the places of the k largest sums above 0, largest first, equal
// ones in their order.
func best(sums []float32, k int) []int32 {
	if k <= 0 {
		return nil
	}
	least := floor(sums, k)
	var out []int32
	for i, s := range sums {
		if s > 0 && s >= least {
			out = append(out, int32(i))
		}
	}
	slices.SortFunc(out, func(a, b int32) int { return cmp.Or(cmp.Compare(sums[b], sums[a]), cmp.Compare(a, b)) })
	return out[:min(len(out), k)]
}

// floor is the k-th largest of the sums, 0 when there are fewer: the root of a
// heap of the k largest.
func floor(sums []float32, k int) float32 {
	heap := make([]float32, 0, k)
	for _, s := range sums {
		switch {
		case s <= 0:
		case len(heap) < k:
			if heap = append(heap, s); len(heap) == k {
				slices.Sort(heap) // an ascending list is a heap
			}
		case s > heap[0]:
			heap[0] = s
			sift(heap)
		}
	}
	if len(heap) < k {
		return 0
	}
	return heap[0]
}

// sift brings a new root to its place.
func sift(heap []float32) {
	for i := 0; ; {
		least := 2*i + 1
		if least >= len(heap) {
			return
		}
		if other := least + 1; other < len(heap) && heap[other] < heap[least] {
			least = other
		}
		if heap[i] <= heap[least] {
			return
		}
		heap[i], heap[least] = heap[least], heap[i]
		i = least
	}
}
