package search

import (
	"context"
	"sync"

	"jumpup/server/domain"
)

// Engine is the name that answers of the embedded index carry.
const Engine = "embedded"

// Embedded is an index in memory. It is safe for concurrent use; a search sees
// each Put and Delete wholly or not at all.
type Embedded struct {
	mu   sync.RWMutex
	ids  map[domain.Ref]int32
	docs []document // by number; a number is never used again before a rebuild
	dead int
	dict dictionary

	filling bool // the first filling is under way
	at      domain.IndexPosition
}

// document is one indexed record.
type document struct {
	ref     domain.Ref
	version int64
	attrs   map[domain.Attr][]string
	dead    bool
}

// NewEmbedded makes an empty index. Until the first Replace of an empty index
// has ended, answers say that they are degraded.
func NewEmbedded() *Embedded {
	return &Embedded{ids: map[domain.Ref]int32{}, dict: newDictionary()}
}

// Put adds a record or replaces what is known of it. Kinds that are not
// searched are ignored.
func (e *Embedded) Put(r domain.Record) {
	fs := fieldsOf(r)
	if fs == nil {
		return
	}
	d, keys := document{ref: r.Ref(), version: r.Rev(), attrs: domain.Attributes(r)}, keysOf(fs)
	e.mu.Lock()
	defer e.mu.Unlock()
	e.drop(d.ref)
	n := int32(len(e.docs))
	e.docs = append(e.docs, d)
	e.ids[d.ref] = n
	for key, w := range keys {
		e.dict.add(key, posting{n, w})
	}
	e.dict.settle()
	e.compact()
}

// Delete forgets a record; one that is not there is no error.
func (e *Embedded) Delete(ref domain.Ref) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.drop(ref)
	e.compact()
}

// Replace makes the index hold exactly what fill puts into it. Searches go on
// with the old content until fill has ended; when it fails the old content
// stays.
func (e *Embedded) Replace(ctx context.Context, fill func(ctx context.Context, put func(domain.Record)) error) error {
	e.mu.Lock()
	e.filling = len(e.ids) == 0
	e.mu.Unlock()
	next := NewEmbedded()
	if err := fill(ctx, next.Put); err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.ids, e.docs, e.dead, e.dict = next.ids, next.docs, next.dead, next.dict
	e.filling = false
	return nil
}

// Name tells the index from others that are fed alike.
func (e *Embedded) Name() string { return Engine }

// Position is how far the index has come; nothing is kept over a restart.
func (e *Embedded) Position(context.Context) (domain.IndexPosition, error) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.at, nil
}

// Apply brings a batch up to date and notes the position. A record of which
// the index holds a newer version stays, unless it was made anew.
func (e *Embedded) Apply(_ context.Context, changes []domain.IndexChange, seq int64) ([]domain.Parked, error) {
	for _, c := range changes {
		switch {
		case c.Record == nil:
			e.Delete(c.Ref)
		case c.Anew || c.Record.Rev() >= e.version(c.Ref):
			e.Put(c.Record)
		}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.at.Seq = seq
	return nil, nil
}

// version is that which the index holds of a record; -1 for none.
func (e *Embedded) version(ref domain.Ref) int64 {
	e.mu.RLock()
	defer e.mu.RUnlock()
	if n, ok := e.ids[ref]; ok {
		return e.docs[n].version
	}
	return -1
}

// Rebuild makes the index hold exactly what fill puts, at a position. This
// index knows no synonyms.
func (e *Embedded) Rebuild(ctx context.Context, seq int64, _ domain.Synonyms, fill func(ctx context.Context, put func(domain.Record) error) error) error {
	err := e.Replace(ctx, func(ctx context.Context, put func(domain.Record)) error {
		return fill(ctx, func(r domain.Record) error { put(r); return nil })
	})
	if err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.at = domain.IndexPosition{Seq: seq, Ready: true}
	return nil
}

// Versions gives what the index holds of a kind, in any order.
func (e *Embedded) Versions(_ context.Context, k domain.Kind, yield func(id string, version int64) error) error {
	e.mu.RLock()
	held := map[string]int64{}
	for ref, n := range e.ids {
		if ref.Kind == k {
			held[ref.ID] = e.docs[n].version
		}
	}
	e.mu.RUnlock()
	for id, v := range held {
		if err := yield(id, v); err != nil {
			return err
		}
	}
	return nil
}

// SetSynonyms does nothing: this index knows no synonyms.
func (e *Embedded) SetSynonyms(context.Context, domain.Synonyms) error { return nil }

// Records is how many records the index holds.
func (e *Embedded) Records(context.Context) (int64, error) { return int64(e.Len()), nil }

// Len is how many records the index holds.
func (e *Embedded) Len() int {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return len(e.ids)
}

func (e *Embedded) drop(ref domain.Ref) {
	n, ok := e.ids[ref]
	if !ok {
		return
	}
	delete(e.ids, ref)
	e.docs[n].dead = true
	e.dead++
}

// compact numbers the documents anew once most of them are dead.
func (e *Embedded) compact() {
	if e.dead < 256 || e.dead*2 < len(e.docs) {
		return
	}
	moved := make([]int32, len(e.docs))
	live := e.docs[:0]
	for i, d := range e.docs {
		moved[i] = -1
		if !d.dead {
			moved[i] = int32(len(live))
			e.ids[d.ref] = moved[i]
			live = append(live, d)
		}
	}
	clear(e.docs[len(live):])
	e.docs, e.dead = live, 0
	e.dict.renumber(moved)
}
