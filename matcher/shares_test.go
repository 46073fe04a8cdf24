package matcher_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"jumpup/matcher"
)

// TestSharesOfTheMarket: what the sums of a day give is what counting deal by
// deal gives, for every trait.
func TestSharesOfTheMarket(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := matcher.NewSnapshot(genCorpus(t))
		if err != nil {
			t.Fatal(err)
		}
		n := genNeed(t, "n", "c0", matcher.Investment)
		found, counted, err := matcher.Bases(s, n, matcher.NewDay(2025, 6, 1))
		if err != nil {
			t.Fatal(err)
		}
		for i := range found {
			if math.Abs(found[i]-counted[i]) > 1e-9 {
				t.Errorf("trait %d: %v from sums, %v deal by deal", i, found[i], counted[i])
			}
		}
	})
}
