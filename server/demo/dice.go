package demo

// dice is SplitMix64 (Steele, Lea, Flood 2014): small, and the same numbers on
// every machine and Go version. One die per kind of record keeps the kinds
// independent of one another.
type dice struct{ state uint64 }

func newDice(seed uint64, stream string) *dice {
	d := &dice{seed}
	for _, b := range []byte(stream) {
		d.state = (d.state ^ uint64(b)) * 0x100000001b3
	}
	d.next()
	return d
}

func (d *dice) next() uint64 {
	d.state += 0x9e3779b97f4a7c15
	z := d.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below gives 0..n-1; 0 for n < 1.
func (d *dice) below(n int) int {
	if n < 1 {
		return 0
	}
	return int(d.next() % uint64(n))
}

// from gives lo..hi, both included.
func (d *dice) from(lo, hi int) int { return lo + d.below(hi-lo+1) }

// percent is true in p of 100 throws.
func (d *dice) percent(p int) bool { return d.below(100) < p }

func pick[T any](d *dice, from []T) T { return from[d.below(len(from))] }

// some gives n different elements in the order drawn, all of them when there
// are fewer.
func some[T any](d *dice, from []T, n int) []T {
	all := append([]T(nil), from...)
	shuffle(d, all)
	return all[:min(n, len(all))]
}

func shuffle[T any](d *dice, s []T) {
	for i := len(s) - 1; i > 0; i-- {
		j := d.below(i + 1)
		s[i], s[j] = s[j], s[i]
	}
}

// quotas shares n out by weight (largest remainder, ties to the earlier).
func quotas(n int, weights []int) []int {
	total := 0
	for _, w := range weights {
		total += w
	}
	out, rest, left := make([]int, len(weights)), make([]int, len(weights)), n
	for i, w := range weights {
		out[i], rest[i] = n*w/total, n*w%total
		left -= out[i]
	}
	for ; left > 0; left-- {
		best := 0
		for i := range rest {
			if rest[i] > rest[best] {
				best = i
			}
		}
		out[best]++
		rest[best] = -1
	}
	return out
}

// dealt lists index i quotas[i] times, shuffled.
func dealt(d *dice, quotas []int) []int {
	var out []int
	for i, q := range quotas {
		for range q {
			out = append(out, i)
		}
	}
	shuffle(d, out)
	return out
}
