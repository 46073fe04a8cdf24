package relay

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"jumpup/server/domain"
)

// pass takes one batch; more says that another one may wait.
func (f *feed) pass(ctx context.Context) (more bool, err error) {
	if !f.known || f.opt.Now().Sub(f.looked) >= lookEvery {
		if err := f.look(ctx); err != nil {
			return false, err
		}
	}
	at := f.status()
	if !at.Ready {
		return true, f.rebuild(ctx, "it is empty or of another form")
	}
	if !f.primed {
		if err := f.setSynonyms(ctx); err != nil {
			return false, err
		}
	}
	rows, err := f.source.Outbox(ctx, at.Position, f.opt.Batch)
	switch {
	case domain.CodeOf(err) == domain.CodeStale:
		return true, f.rebuild(ctx, "changes after its position were cleared away")
	case err != nil:
		return false, err
	case len(rows) == 0:
		return f.idle(ctx, at.Position)
	}
	if !f.confirmed { // somebody may have restored or deleted the index meanwhile
		if err := f.look(ctx); err != nil {
			return false, err
		}
		if now := f.status(); now.Position != at.Position || !now.Ready {
			return true, nil
		}
	}
	if err := f.deliver(ctx, readRows(rows), rows[len(rows)-1].Seq); err != nil {
		return false, err
	}
	if len(rows) == f.opt.Batch {
		return true, nil
	}
	f.count(ctx)
	if f.reconcileDue() {
		return false, f.reconcile(ctx)
	}
	return false, nil
}

// idle does what is due when all rows are done.
func (f *feed) idle(ctx context.Context, position int64) (more bool, err error) {
	head, err := f.source.OutboxHead(ctx)
	if err != nil {
		return false, err
	}
	if head < position {
		return true, f.rebuild(ctx, "the database is older than it, as after a restored backup")
	}
	if f.reconcileDue() {
		return true, f.reconcile(ctx)
	}
	return false, nil
}

// work is what a batch of rows asks for.
type work struct {
	refs     []domain.Ref // each once, in the order of their last mention
	deleted  map[domain.Ref]bool
	synonyms bool
	rebuild  string // why; "" for no
}

func readRows(rows []domain.OutboxRow) work {
	w := work{deleted: map[domain.Ref]bool{}}
	seen := map[domain.Ref]bool{}
	add := func(ref domain.Ref) {
		if slices.Contains(fed, ref.Kind) && ref.ID != "" && !seen[ref] {
			seen[ref] = true
			w.refs = append(w.refs, ref)
		}
	}
	for _, row := range slices.Backward(rows) {
		e := row.Event
		add(e.Ref)
		switch e.Kind {
		case domain.RecordDeleted:
			w.deleted[e.Ref] = true
		case domain.RecordsMerged:
			folded := domain.Ref{Kind: e.Ref.Kind, ID: e.Data["folded"]}
			add(folded)
			w.deleted[folded] = true
		case domain.SynonymsChanged:
			w.synonyms = true
		case domain.DemoRemoved:
			w.rebuild = "the demonstration was removed"
		case domain.RebuildAsked:
			w.rebuild = "it was asked for"
		}
	}
	slices.Reverse(w.refs)
	return w
}

// deliver does what the rows up to seq ask for.
func (f *feed) deliver(ctx context.Context, w work, seq int64) error {
	if w.rebuild != "" {
		return f.rebuild(ctx, w.rebuild)
	}
	if w.synonyms {
		if err := f.setSynonyms(ctx); err != nil {
			return err
		}
	}
	changes, err := f.changes(ctx, w.refs, w.deleted)
	if err != nil {
		return err
	}
	if _, err := f.apply(ctx, changes, seq); err != nil {
		return err
	}
	f.lookedAt(domain.IndexPosition{Seq: seq, Ready: true})
	return nil
}

// changes reads the records anew. One that is there although its deletion is
// among the rows was made again, and its versions begin again.
func (f *feed) changes(ctx context.Context, refs []domain.Ref, anew map[domain.Ref]bool) ([]domain.IndexChange, error) {
	if len(refs) == 0 {
		return nil, nil
	}
	found, err := f.source.Records(ctx, refs)
	if err != nil {
		return nil, err
	}
	now := make(map[domain.Ref]domain.Record, len(found))
	for _, r := range found {
		now[r.Ref()] = r
	}
	out := make([]domain.IndexChange, len(refs))
	for i, ref := range refs {
		out[i] = domain.IndexChange{Ref: ref, Record: now[ref], Anew: anew[ref] && now[ref] != nil}
	}
	return out, nil
}

// apply hands a batch to the sink, and parks and gives what it refuses.
func (f *feed) apply(ctx context.Context, changes []domain.IndexChange, seq int64) (parked []domain.Parked, err error) {
	parked, err = f.try(ctx, changes, seq)
	if errors.As(err, new(panicked)) && len(changes) > 0 {
		// The sink fails on a record: find it, and go on without it.
		f.opt.Log.Error("an index failed on a batch, which is tried in parts", "sink", f.sink.Name(), "error", err)
		if parked, err = f.halve(ctx, changes, f.status().Position); err == nil {
			_, err = f.try(ctx, nil, seq)
		}
	}
	if err != nil {
		return nil, err
	}
	f.settle(changes, parked)
	return parked, nil
}

// halve applies changes in ever smaller parts, at the position before them, and
// parks the single ones on which the sink fails.
func (f *feed) halve(ctx context.Context, changes []domain.IndexChange, at int64) (parked []domain.Parked, err error) {
	parked, err = f.try(ctx, changes, at)
	var p panicked
	if !errors.As(err, &p) {
		return parked, err
	}
	if len(changes) == 1 {
		return []domain.Parked{{Ref: changes[0].Ref, Why: "the program fails on it: " + p.Error()}}, nil
	}
	middle := len(changes) / 2
	for _, part := range [][]domain.IndexChange{changes[:middle], changes[middle:]} {
		more, err := f.halve(ctx, part, at)
		if err != nil {
			return nil, err
		}
		parked = append(parked, more...)
	}
	return parked, nil
}

// try writes, unless the lease was lost.
func (f *feed) try(ctx context.Context, changes []domain.IndexChange, seq int64) (parked []domain.Parked, err error) {
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	err = safely(func() error {
		parked, err = f.sink.Apply(ctx, changes, seq)
		return err
	})
	return parked, err
}

const whyMost = 300 // characters

// settle notes which of the changed records are parked now.
func (f *feed) settle(changes []domain.IndexChange, parked []domain.Parked) {
	done := make(map[domain.Ref]bool, len(changes))
	for _, c := range changes {
		done[c.Ref] = true
	}
	f.set(func(s *Status) {
		s.Parked = slices.DeleteFunc(s.Parked, func(p domain.Parked) bool { return done[p.Ref] })
		s.Parked = f.park(s.Parked, parked...)
	})
}

// park adds records that the sink refused.
func (f *feed) park(list []domain.Parked, more ...domain.Parked) []domain.Parked {
	for _, p := range more {
		f.opt.Log.Error("a record could not be taken and is parked", "sink", f.sink.Name(), "ref", p.Ref.String(), "why", p.Why)
		p.Why = cut(p.Why, whyMost)
		list = append(list, p)
	}
	return slices.Delete(list, 0, max(0, len(list)-parkedMost))
}

// setSynonyms tells the sink the groups that hold now.
func (f *feed) setSynonyms(ctx context.Context) error {
	groups, err := f.synonyms(ctx)
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err := f.sink.SetSynonyms(ctx, groups); err != nil {
		return err
	}
	f.primed = true
	return nil
}

// synonyms reads the setting; one that cannot be read does not stop the feed.
func (f *feed) synonyms(ctx context.Context) (domain.Synonyms, error) {
	text, err := f.source.Setting(ctx, domain.SettingSynonyms)
	if err != nil || text == "" {
		return domain.DefaultSynonyms, err
	}
	var groups domain.Synonyms
	if err := json.Unmarshal([]byte(text), &groups); err != nil {
		f.opt.Log.Error("the setting of the synonyms cannot be read; those that the program comes with are used", "error", err)
		return domain.DefaultSynonyms, nil
	}
	return groups, nil
}

// panicked is a panic as an error.
type panicked struct{ what any }

func (p panicked) Error() string { return fmt.Sprint("panic: ", p.what) }

// safely turns a panic over one record into an error, so that it cannot stop
// the server.
func safely(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = panicked{p}
		}
	}()
	return do()
}
