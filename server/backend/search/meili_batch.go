package search

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// meiliBatch is what a batch of changes comes to.
type meiliBatch struct {
	put    []meiliLine
	gone   []string // ids of documents
	parked []domain.Parked
}

func (b *meiliBatch) park(ref domain.Ref, why string) {
	if owner, _, ok := domain.PortfolioDeal(ref.ID); ok && ref.Kind == domain.KindPortfolio {
		ref = domain.Ref{Kind: domain.KindInvestor, ID: string(owner)}
	}
	if !slices.ContainsFunc(b.parked, func(p domain.Parked) bool { return p.Ref == ref }) {
		b.parked = append(b.parked, domain.Parked{Ref: ref, Why: why})
	}
}

// planBatch takes the last change of each record, leaves out what the index
// holds a newer version of, and finds the documents that went.
func (m *Meili) planBatch(ctx context.Context, changes []domain.IndexChange) (*meiliBatch, error) {
	b := &meiliBatch{}
	latest, order := lastChanges(changes)
	var ids []string
	var owners []string
	for _, ref := range order {
		id, ok := meiliID(ref)
		if !ok {
			if latest[ref].Record != nil {
				b.park(ref, "its id is too long for the index")
			}
			continue
		}
		ids = append(ids, id)
		if ref.Kind == domain.KindInvestor {
			owners = append(owners, ref.ID)
		}
	}
	stored, err := m.stored(ctx, ids)
	if err != nil {
		return nil, err
	}
	portfolio, err := m.portfolios(ctx, owners)
	if err != nil {
		return nil, err
	}
	a := text.NewAnalyzer()
	for _, ref := range order {
		id, ok := meiliID(ref)
		if !ok {
			continue
		}
		c := latest[ref]
		held, there := stored[id]
		if c.Record == nil {
			if there {
				b.gone = append(b.gone, id)
			}
			b.gone = append(b.gone, portfolio[ref.ID]...)
			continue
		}
		if there && held > c.Record.Rev() && !c.Anew {
			continue
		}
		lines, err := meiliLines(a, c.Record)
		if err != nil {
			b.park(ref, err.Error())
			continue
		}
		b.put = append(b.put, lines...)
		if ref.Kind == domain.KindInvestor {
			for _, old := range portfolio[ref.ID] {
				if !slices.ContainsFunc(lines, func(l meiliLine) bool { return l.id == old }) {
					b.gone = append(b.gone, old)
				}
			}
		}
	}
	return b, nil
}

// lastChanges keeps the last change of each record that is searched, in the
// order of the first.
func lastChanges(changes []domain.IndexChange) (latest map[domain.Ref]domain.IndexChange, order []domain.Ref) {
	latest = make(map[domain.Ref]domain.IndexChange, len(changes))
	for _, c := range changes {
		if !slices.Contains(domain.SearchKinds, c.Ref.Kind) || c.Ref.Kind == domain.KindPortfolio {
			continue
		}
		before, seen := latest[c.Ref]
		if !seen {
			order = append(order, c.Ref)
		}
		if seen && (before.Record == nil || before.Anew) {
			c.Anew = true
		}
		if seen && before.Record != nil && c.Record != nil && !c.Anew && before.Record.Rev() > c.Record.Rev() {
			c = before
		}
		latest[c.Ref] = c
	}
	return latest, order
}

// stored gives the versions of those documents that the index holds.
func (m *Meili) stored(ctx context.Context, ids []string) (map[string]int64, error) {
	out := map[string]int64{}
	for some := range slices.Chunk(ids, meiliIDsMost) {
		q := &meilisearch.DocumentsQuery{Ids: some, Limit: int64(len(some)), Fields: []string{"id", "v"}}
		if _, err := m.fetch(ctx, q, func(id string, v int64) { out[id] = v }); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// portfolios gives the ids of the documents of portfolios, by investor.
func (m *Meili) portfolios(ctx context.Context, owners []string) (map[string][]string, error) {
	out := map[string][]string{}
	for some := range slices.Chunk(owners, meiliIDsMost) {
		values := make([]string, len(some))
		for i, o := range some {
			values[i] = meiliValue(o)
		}
		list, err := json.Marshal(values) // letters, digits, =, - and _: nothing to escape
		if err != nil {
			return nil, err
		}
		err = m.each(ctx, "own IN "+string(list), func(id string, _ int64) error {
			if owner, _, ok := domain.PortfolioDeal(meiliRef(id).ID); ok {
				out[string(owner)] = append(out[string(owner)], id)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Versions implements Engine.
func (m *Meili) Versions(ctx context.Context, k domain.Kind, yield func(id string, version int64) error) error {
	err := m.each(ctx, meiliKinds([]domain.Kind{k}), func(id string, version int64) error {
		return yield(meiliRef(id).ID, version)
	})
	if isMeiliMissing(err) {
		return nil
	}
	return err
}

// each gives the documents that a filter lets through, in pages.
func (m *Meili) each(ctx context.Context, filter string, yield func(id string, version int64) error) error {
	const page = 5000
	for from := int64(0); ; from += page {
		var failed error
		q := &meilisearch.DocumentsQuery{Filter: filter, Offset: from, Limit: page, Fields: []string{"id", "v"}}
		n, err := m.fetch(ctx, q, func(id string, v int64) {
			if failed == nil {
				failed = yield(id, v)
			}
		})
		if err == nil {
			err = failed
		}
		if err != nil || n < page {
			return err
		}
	}
}

func (m *Meili) fetch(ctx context.Context, q *meilisearch.DocumentsQuery, yield func(id string, version int64)) (n int, err error) {
	var res meilisearch.DocumentsResult
	err = m.write(ctx, "list documents", func(ctx context.Context) error {
		return m.index().GetDocumentsWithContext(ctx, q, &res)
	})
	if err != nil {
		return 0, err
	}
	for _, hit := range res.Results {
		id := plainJSON(hit["id"])
		v, err := strconv.ParseInt(string(hit["v"]), 10, 64)
		if id == "" || err != nil {
			continue // the position
		}
		yield(id, v)
	}
	return len(res.Results), nil
}

// plainJSON reads a JSON string that needs no escapes, such as an id.
func plainJSON(raw []byte) string {
	if len(raw) < 2 || raw[0] != '"' {
		return ""
	}
	return string(raw[1 : len(raw)-1])
}
