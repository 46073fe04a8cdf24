package matcher

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"sort"
)

// keyOf hashes a sorted corpus. Preferences have no id, so they are ordered by their
// encoding; slices inside a record keep their order, which scoring does not look at.
func keyOf(c Corpus) string {
	h := sha256.New()
	enc := json.NewEncoder(h)
	put := func(v any) {
		if err := enc.Encode(v); err != nil { // plain structs always encode
			panic(err)
		}
	}
	put(c.Institutions)
	put(c.People)
	put(c.Companies)
	put(c.Needs)
	put(c.Experts)
	put(c.Investors)
	lines := make([]string, 0, len(c.Preferences))
	for _, p := range c.Preferences {
		b, err := json.Marshal(p)
		if err != nil {
			panic(err)
		}
		lines = append(lines, string(b))
	}
	sort.Strings(lines)
	put(lines)
	return hex.EncodeToString(h.Sum(nil)[:16])
}
