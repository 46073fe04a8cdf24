package search

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// cursor marks where a page ended: the last hit, and how many came up to it, in
// case it is gone. It belongs to one query, read in one way.
type cursor struct {
	Query   string         `json:"q"`
	Reading domain.Reading `json:"r,omitempty"`
	Kind    domain.Kind    `json:"k"`
	ID      string         `json:"i"`
	Count   int            `json:"n"`
}

// deepest is how many hits can be paged through.
const deepest = 20000

// fingerprint tells queries apart by all but limit and cursor.
func fingerprint(q domain.SearchQuery) string {
	q.Limit, q.Cursor = 0, ""
	q.Kinds = kindsOf(q.Kinds)
	b, err := json.Marshal(q)
	if err != nil { // a number in a filter that is no number
		b = fmt.Appendf(nil, "%v", q)
	}
	sum := sha256.Sum256(b)
	return base64.RawURLEncoding.EncodeToString(sum[:9])
}

func (c cursor) String() string {
	b, err := json.Marshal(c)
	if err != nil {
		return "" // strings and a number are always written
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// readCursor gives nil for the first page.
func readCursor(q domain.SearchQuery) (*cursor, error) {
	if q.Cursor == "" {
		return nil, nil
	}
	var c cursor
	b, err := base64.RawURLEncoding.DecodeString(q.Cursor)
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil || c.ID == "" || c.Count < 1 || c.Count > deepest || c.Query != fingerprint(q) {
		return nil, domain.Errorf(domain.CodeInvalid, "cursor", "is not one that a page before gave for the same query; start at the first page")
	}
	return &c, nil
}

// need is how many hits from the first are read to fill the page after c.
func (c *cursor) need(limit int) int {
	const slack = 50 // hits that may have come before the mark meanwhile
	if c == nil {
		return limit + 1
	}
	return c.Count + limit + 1 + slack
}

// pageOf cuts the page after c out of hits, which begin with the first one. The
// mark is looked for by its id, so that what came or went before it neither
// repeats nor hides a hit.
func pageOf(q domain.SearchQuery, c *cursor, reading domain.Reading, hits []domain.Hit, limit int) ([]domain.Hit, string) {
	from := 0
	if c != nil {
		from = min(c.Count, len(hits))
		mark := domain.Ref{Kind: c.Kind, ID: c.ID}
		if i := slices.IndexFunc(hits, func(h domain.Hit) bool { return h.Ref == mark }); i >= 0 {
			from = i + 1
		}
	}
	page := hits[from:]
	if len(page) <= limit {
		return page, ""
	}
	page = page[:limit]
	last := page[limit-1].Ref
	if from+limit > deepest {
		return page, ""
	}
	return page, cursor{fingerprint(q), reading, last.Kind, last.ID, from + limit}.String()
}

// checkText refuses what is no text.
func checkText(s string) error {
	if strings.ToValidUTF8(s, "") != s {
		return domain.Errorf(domain.CodeInvalid, "text", "is not valid UTF-8")
	}
	return nil
}
