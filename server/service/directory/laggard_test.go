package directory_test

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// laggard is a search engine over the records of some earlier time: it answers
// as the contract of engines asks, but knows nothing of what changed since.
type laggard struct{ docs []doc }

type doc struct {
	ref   domain.Ref
	words string
	attrs map[domain.Attr][]string
}

// snapshot remembers the records as they are now.
func snapshot(rs []domain.Record) *laggard {
	l := &laggard{}
	for _, r := range rs {
		if slices.Contains(domain.SearchKinds, r.Ref().Kind) {
			l.docs = append(l.docs, doc{r.Ref(), strings.ToLower(wordsOf(r)), domain.Attributes(r)})
		}
		inv, ok := r.(*domain.Investor)
		if !ok {
			continue
		}
		for i, d := range inv.Portfolio {
			l.docs = append(l.docs, doc{domain.PortfolioRef(inv.ID, i), strings.ToLower(d.Name), domain.PortfolioAttributes(inv, i)})
		}
	}
	slices.SortFunc(l.docs, func(a, b doc) int {
		return cmp.Or(cmp.Compare(a.ref.Kind, b.ref.Kind), cmp.Compare(a.ref.ID, b.ref.ID))
	})
	return l
}

// wordsOf is the text that a record is found by.
func wordsOf(r domain.Record) string {
	var parts []string
	add := func(list ...domain.Text) {
		for _, t := range list {
			parts = append(parts, t.All())
		}
	}
	switch x := r.(type) {
	case *domain.Institution:
		add(x.Name)
	case *domain.Person:
		add(x.Name, x.Title)
	case *domain.Company:
		add(x.Name, x.Summary)
	case *domain.Need:
		add(x.Title, x.Detail, x.UseOfFunds)
	case *domain.Expert:
		add(x.Name, x.Headline, x.Summary)
		for _, w := range x.Works {
			add(w.Title, w.Text)
		}
	case *domain.Investor:
		add(x.Name, x.Thesis)
	}
	return strings.Join(parts, "\n")
}

func (l *laggard) matching(q domain.SearchQuery, all bool) (out []doc) {
	words := strings.Fields(strings.ToLower(q.Text))
	for _, d := range l.docs {
		if len(q.Kinds) > 0 && !slices.Contains(q.Kinds, d.ref.Kind) || !q.Filter[d.ref.Kind].Match(d.attrs) {
			continue
		}
		n := 0
		for _, w := range words {
			if strings.Contains(d.words, w) {
				n++
			}
		}
		if n == len(words) || !all && n > 0 {
			out = append(out, d)
		}
	}
	return out
}

func (l *laggard) Search(ctx context.Context, q domain.SearchQuery) (domain.SearchResult, error) {
	res := domain.SearchResult{Engine: "laggard", Reading: domain.ReadAll, Facets: map[domain.Attr][]domain.FacetCount{}}
	found := l.matching(q, true)
	if len(found) == 0 {
		res.Reading = domain.ReadAny
		found = l.matching(q, false)
	}
	from := 0
	if q.Cursor != "" {
		n, err := strconv.Atoi(q.Cursor)
		if err != nil || n < 0 || n > len(found) {
			return res, domain.Errorf(domain.CodeInvalid, "cursor", "is not one of ours")
		}
		from = n
	}
	res.Total = len(found)
	for _, at := range q.Facets {
		res.Facets[at] = countDocs(found, at)
	}
	limit := 20
	if q.Limit > 0 {
		limit = min(q.Limit, 2000)
	}
	to := min(from+limit, len(found))
	for i, d := range found[from:to] {
		res.Hits = append(res.Hits, domain.Hit{Ref: d.ref, Score: 1 / float64(1+from+i)})
	}
	if to < len(found) {
		res.Next = strconv.Itoa(to)
	}
	return res, ctx.Err()
}

func countDocs(docs []doc, at domain.Attr) (out []domain.FacetCount) {
	n := map[string]int{}
	for _, d := range docs {
		if at == domain.AttrRecordKind {
			n[string(d.ref.Kind)]++
		}
		for _, v := range d.attrs[at] {
			n[v]++
		}
	}
	for v, c := range n {
		out = append(out, domain.FacetCount{Value: v, Count: c})
	}
	slices.SortFunc(out, func(a, b domain.FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return out
}

// highlighted is the marking of words as the program wires it.
func highlighted(s, query string) (out [][2]int) {
	for _, x := range text.Highlight(s, query) {
		out = append(out, [2]int{x.Start, x.End})
	}
	return out
}
