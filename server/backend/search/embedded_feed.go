package search

import (
	"context"
	"errors"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"jumpup/server/domain"
)

// Position implements Engine.
func (e *Embedded) Position(context.Context) (p domain.IndexPosition, err error) {
	err = e.use(func(x bleve.Index) error {
		form, err := x.GetInternal(internalForm)
		if err != nil {
			return err
		}
		seq, err := x.GetInternal(internalSeq)
		if err != nil {
			return err
		}
		p.Seq, err = strconv.ParseInt(string(seq), 10, 64)
		p.Ready = err == nil && string(form) == formHash()
		return nil
	})
	return p, err
}

// Apply implements Engine.
func (e *Embedded) Apply(ctx context.Context, changes []domain.IndexChange, seq int64) (parked []domain.Parked, err error) {
	err = e.with(func(g *generation) error {
		x := g.index
		b := x.NewBatch()
		if err := e.clearPortfolios(ctx, x, b, changes); err != nil {
			return err
		}
		held, err := versions(ctx, x, changes)
		if err != nil {
			return err
		}
		for _, c := range changes {
			if c.Record == nil {
				if id := documentID(c.Ref); id != "" {
					b.Delete(id)
				}
				continue
			}
			if v, is := held[c.Ref]; is && v > c.Record.Rev() && !c.Anew {
				continue
			}
			if err := e.add(b, c.Record); err != nil {
				parked = append(parked, domain.Parked{Ref: c.Ref, Why: err.Error()})
			}
		}
		b.SetInternal(internalSeq, strconv.AppendInt(nil, seq, 10))
		return g.batch(b)
	})
	return parked, err
}

// longestID is how long a document's id may be, in bytes.
const longestID = 4096

func (e *Embedded) add(b *bleve.Batch, r domain.Record) error {
	if len(r.Ref().ID) > longestID {
		return domain.Errorf(domain.CodeInvalid, "id", "is longer than %d bytes; give the record a shorter one", longestID)
	}
	for _, d := range documentsOf(e.analyzer, r) {
		if err := b.IndexAdvanced(bleveDocument(d)); err != nil {
			return &domain.Error{Code: domain.CodeInvalid, Message: "cannot be indexed: " + err.Error(), Err: err}
		}
	}
	return nil
}

// clearPortfolios deletes the portfolios of the investors that change.
func (e *Embedded) clearPortfolios(ctx context.Context, x bleve.Index, b *bleve.Batch, changes []domain.IndexChange) error {
	var owners []query.Query
	for _, c := range changes {
		if c.Ref.Kind == domain.KindInvestor {
			owners = append(owners, term(fieldOwner, c.Ref.ID))
		}
	}
	if len(owners) == 0 {
		return nil
	}
	return each(ctx, x, either(owners...), nil, func(id string, _ map[string]any) error {
		b.Delete(id)
		return nil
	})
}

// versions gives the versions that the index holds of the changed records.
func versions(ctx context.Context, x bleve.Index, changes []domain.IndexChange) (map[domain.Ref]int64, error) {
	var ids []string
	for _, c := range changes {
		if id := documentID(c.Ref); id != "" && c.Record != nil && !c.Anew {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	held := make(map[domain.Ref]int64, len(ids))
	err := each(ctx, x, bleve.NewDocIDQuery(ids), []string{fieldVersion}, func(id string, fields map[string]any) error {
		held[refOf(id)] = versionOf(fields)
		return nil
	})
	return held, err
}

func versionOf(fields map[string]any) int64 {
	s, _ := fields[fieldVersion].(string)
	v, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return -1 // unknown is older than anything
	}
	return v
}

const eachPage = 5000

// each gives all documents that a query matches, in the order of their ids.
func each(ctx context.Context, x bleve.Index, q query.Query, fields []string, yield func(id string, fields map[string]any) error) error {
	req := bleve.NewSearchRequestOptions(q, eachPage, 0, false)
	req.Fields, req.Score = fields, "none"
	req.SortBy([]string{"_id"})
	for {
		res, err := x.SearchInContext(ctx, req)
		if err != nil {
			return err
		}
		for _, h := range res.Hits {
			if err := yield(h.ID, h.Fields); err != nil {
				return err
			}
		}
		if len(res.Hits) < eachPage {
			return nil
		}
		req.SetSearchAfter([]string{res.Hits[len(res.Hits)-1].ID})
	}
}

// Versions implements Engine.
func (e *Embedded) Versions(ctx context.Context, k domain.Kind, yield func(string, int64) error) error {
	return e.use(func(x bleve.Index) error {
		q := term(fieldAttr+string(domain.AttrRecordKind), string(k))
		return each(ctx, x, q, []string{fieldVersion}, func(id string, fields map[string]any) error {
			return yield(refOf(id).ID, versionOf(fields))
		})
	})
}

const rebuildBatch = 2500 // documents

// Rebuild implements Engine.
func (e *Embedded) Rebuild(ctx context.Context, seq int64, synonyms domain.Synonyms, fill func(context.Context, func(domain.Record) error) error) error {
	e.mu.RLock()
	old := e.now
	e.mu.RUnlock()
	if old == nil {
		return domain.Errorf(domain.CodeUnavailable, "", "the search index is closed")
	}
	next, err := e.newGeneration([]string{old.path})
	if err != nil {
		return err
	}
	if err := e.fill(ctx, next, seq, fill); err != nil {
		return errors.Join(err, next.drop())
	}
	thesaurus := newThesaurus(synonyms)
	e.mu.Lock()
	closed := e.now == nil
	if !closed {
		e.now = next
		e.synonyms.Store(thesaurus)
	}
	e.mu.Unlock()
	if closed { // meanwhile
		return next.drop()
	}
	return old.drop()
}

func (e *Embedded) fill(ctx context.Context, g *generation, seq int64, fill func(context.Context, func(domain.Record) error) error) error {
	w := newWriter(g.index)
	err := fill(ctx, func(r domain.Record) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		b, err := w.batch()
		if err != nil {
			return err
		}
		return e.add(b, r)
	})
	if err = errors.Join(err, w.close()); err != nil {
		return err
	}
	b := g.index.NewBatch()
	b.SetInternal(internalSeq, strconv.AppendInt(nil, seq, 10))
	b.SetInternal(internalForm, []byte(formHash()))
	return g.batch(b)
}

// writer writes full batches behind the back of whoever fills the next one.
type writer struct {
	index   bleve.Index
	open    *bleve.Batch
	pending chan error // of the batch being written; nil when there is none
}

func newWriter(x bleve.Index) *writer { return &writer{index: x, open: x.NewBatch()} }

// batch gives the batch to add to.
func (w *writer) batch() (*bleve.Batch, error) {
	if w.open.Size() < rebuildBatch {
		return w.open, nil
	}
	if err := w.wait(); err != nil {
		return nil, err
	}
	full, pending := w.open, make(chan error, 1)
	w.open, w.pending = w.index.NewBatch(), pending
	go func() { pending <- w.index.Batch(full) }()
	return w.open, nil
}

func (w *writer) wait() error {
	if w.pending == nil {
		return nil
	}
	err := <-w.pending
	w.pending = nil
	return err
}

func (w *writer) close() error {
	err := w.wait()
	if err == nil && w.open.Size() > 0 {
		err = w.index.Batch(w.open)
	}
	return err
}
