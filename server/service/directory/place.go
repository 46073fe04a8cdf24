package directory

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// place is where a page of a found list ended; it is what the list's cursor
// holds.
type place struct {
	List   string `json:"l"`           // which list, see [listKey]
	Inner  string `json:"c,omitempty"` // the records' or the engine's own cursor
	Last   string `json:"i,omitempty"` // the last id
	Passed int    `json:"n,omitempty"` // how many came before
}

// listKey names a list by what was asked for.
func listKey(ask Ask) string {
	where := map[domain.Attr][]string{}
	for at, v := range ask.Where {
		if len(v) > 0 {
			where[at] = slices.Sorted(slices.Values(v))
		}
	}
	b, err := json.Marshal([]any{ask.Kind, strings.TrimSpace(ask.Text), where, ask.Sort})
	if err != nil {
		return "" // words and lists of words can always be written
	}
	sum := sha256.Sum256(b)
	return base64.RawURLEncoding.EncodeToString(sum[:9])
}

// write makes the cursor; "" at the end of the list.
func (p place) write(ask Ask) string {
	if p.Inner == "" && p.Last == "" {
		return ""
	}
	p.List = listKey(ask)
	b, err := json.Marshal(p)
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// readPlace refuses cursors of other lists.
func readPlace(ask Ask, cursor string) (p place, err error) {
	if cursor == "" {
		return p, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		err = json.Unmarshal(b, &p)
	}
	if err != nil || p.List != listKey(ask) || p.Passed < 0 || (p.Inner == "") == (p.Last == "") {
		return p, domain.Errorf(domain.CodeInvalid, "cursor", "does not belong to this list; start again without it")
	}
	return p, nil
}

// after is the index at which the page begins: behind the last id, or, when
// that is gone, behind as many as came before it.
func (p place) after(ids []string) int {
	if p.Last == "" {
		return 0
	}
	if i := slices.Index(ids, p.Last); i >= 0 {
		return i + 1
	}
	return min(max(p.Passed-1, 0), len(ids))
}
