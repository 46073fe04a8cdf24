package search

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"math"
	"slices"
	"unicode/utf8"

	"jumpup/server/domain"
)

const (
	limitDefault = 20
	limitMost    = 500
)

// Search answers with the records that hold the words of the text, best first,
// among those that the filters let through. A word is found by the beginning of
// a word, of a part of a Korean compound, or of its initial consonants; most
// words must be found, all of them when there are at most two. An empty text
// finds everything. Scores are in 0..1 and depend on the record and the query
// alone, so that a page follows the one before without gap or overlap while
// other records change. It fails with invalid for a cursor that is not its own.
func (e *Embedded) Search(ctx context.Context, q domain.SearchQuery) (domain.SearchResult, error) {
	after, err := readCursor(q.Cursor)
	if err != nil {
		return domain.SearchResult{}, err
	}
	if !utf8.ValidString(q.Text) {
		return domain.SearchResult{}, domain.Errorf(domain.CodeInvalid, "text", "is not valid UTF-8")
	}
	words := wantedOf(q.Text)
	if len(words) == 0 && q.Text != "" && !blankText(q.Text) {
		return domain.SearchResult{Engine: Engine}, nil
	}
	hits, filling := e.hits(words, q)
	if err := ctx.Err(); err != nil {
		return domain.SearchResult{}, err
	}
	slices.SortFunc(hits, compareHits)
	res := domain.SearchResult{Engine: Engine, Total: len(hits), Degraded: filling}
	if after != nil {
		i, found := slices.BinarySearchFunc(hits, *after, compareHits)
		if found {
			i++
		}
		hits = hits[i:]
	}
	limit := limitDefault
	if q.Limit > 0 {
		limit = min(q.Limit, limitMost)
	}
	if len(hits) > limit {
		hits = hits[:limit]
		res.Next = writeCursor(hits[limit-1])
	}
	res.Hits = hits
	return res, nil
}

func blankText(s string) bool {
	for _, r := range s {
		if r != ' ' && r != '\t' && r != '\n' {
			return false
		}
	}
	return true
}

func (e *Embedded) hits(words []wanted, q domain.SearchQuery) (out []domain.Hit, filling bool) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	keep := func(n int32, score float64) {
		d := &e.docs[n]
		if len(q.Kinds) > 0 && !slices.Contains(q.Kinds, d.ref.Kind) {
			return
		}
		if f, ok := q.Filter[d.ref.Kind]; ok && !f.Match(d.attrs) {
			return
		}
		out = append(out, domain.Hit{Ref: d.ref, Score: score})
	}
	if len(words) == 0 {
		for _, n := range e.ids {
			keep(n, 1)
		}
		return out, e.filling
	}
	e.scores(words, keep)
	return out, e.filling
}

// marks holds a figure per document, and which documents have one.
type marks struct {
	value []float32
	has   []int32
}

func newMarks(n int) marks { return marks{value: make([]float32, n)} }

// raise keeps the larger figure of a document.
func (m *marks) raise(doc int32, v float32) {
	if m.value[doc] == 0 {
		m.has = append(m.has, doc)
	}
	m.value[doc] = max(m.value[doc], v)
}

func (m *marks) clear() {
	for _, n := range m.has {
		m.value[n] = 0
	}
	m.has = m.has[:0]
}

// scores calls yield with the mean quality of the words over each document that
// holds enough of them.
func (e *Embedded) scores(words []wanted, yield func(doc int32, score float64)) {
	sum, best := newMarks(len(e.docs)), newMarks(len(e.docs))
	found := make([]uint8, len(e.docs))
	for _, w := range words {
		best.clear()
		e.best(w, &best)
		if len(best.has) == 0 && w.korean {
			e.compound(w.word, &best)
		}
		for _, n := range best.has {
			sum.raise(n, sum.value[n]+best.value[n])
			found[n]++
		}
	}
	need := len(words)
	if need > 2 {
		need = int(math.Ceil(0.7 * float64(need)))
	}
	for _, n := range sum.has {
		if int(found[n]) >= need {
			yield(n, math.Round(float64(sum.value[n])/float64(len(words))*1e6)/1e6)
		}
	}
}

// How good a way of finding a word is, beside where it was found.
const (
	asBeginning = 0.7
	asPart      = 0.6
	asInitials  = 0.5
)

// best marks how well each document holds one word.
func (e *Embedded) best(w wanted, out *marks) {
	look := func(space, prefix string, exact, begins float32) {
		e.dict.each(space+prefix, func(key string, list []posting) {
			quality := begins
			if len(key) == len(space)+len(prefix) {
				quality = exact
			}
			for _, p := range list {
				if !e.docs[p.doc].dead {
					out.raise(p.doc, p.weight*quality)
				}
			}
		})
	}
	for i, spelled := range w.spelled {
		part := float32(1)
		if i > 0 {
			part = 0.95
		}
		look(wordKey, spelled, part, asBeginning*part)
		if w.korean && utf8.RuneCountInString(w.word) > 1 && w.initials == "" {
			look(insideKey, spelled, asPart*part, 0.9*asPart*part)
		}
	}
	if w.initials != "" {
		look(initialsKey, w.initials, asInitials, 0.9*asInitials)
	}
}

// compound finds a joined Korean word that nothing holds as it is by its two
// parts: 반도체장비 in 반도체 and 장비.
func (e *Embedded) compound(word string, out *marks) {
	rs := []rune(word)
	left, right := newMarks(len(e.docs)), newMarks(len(e.docs))
	for cut := 2; cut <= len(rs)-2; cut++ {
		first, second := wantedOf(string(rs[:cut])), wantedOf(string(rs[cut:]))
		if len(first) != 1 || len(second) != 1 {
			continue
		}
		left.clear()
		right.clear()
		e.best(first[0], &left)
		e.best(second[0], &right)
		for _, n := range left.has {
			if t := right.value[n]; t > 0 {
				out.raise(n, 0.8*min(left.value[n], t))
			}
		}
	}
}

// compareHits orders hits: best first, then by kind and id.
func compareHits(a, b domain.Hit) int {
	if c := cmp.Compare(b.Score, a.Score); c != 0 {
		return c
	}
	if a.Ref.Kind != b.Ref.Kind {
		return cmp.Compare(slices.Index(domain.Kinds, a.Ref.Kind), slices.Index(domain.Kinds, b.Ref.Kind))
	}
	return cmp.Compare(a.Ref.ID, b.Ref.ID)
}

type cursor struct {
	Score float64     `json:"s"`
	Kind  domain.Kind `json:"k"`
	ID    string      `json:"i"`
}

func writeCursor(h domain.Hit) string {
	b, err := json.Marshal(cursor{h.Score, h.Ref.Kind, h.Ref.ID})
	if err != nil {
		return "" // a score is always a finite number
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func readCursor(s string) (*domain.Hit, error) {
	if s == "" {
		return nil, nil
	}
	var c cursor
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil || c.ID == "" {
		return nil, domain.Errorf(domain.CodeInvalid, "cursor", "is not one that a page before gave")
	}
	return &domain.Hit{Ref: domain.Ref{Kind: c.Kind, ID: c.ID}, Score: c.Score}, nil
}
