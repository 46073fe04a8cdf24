package directory

import (
	"context"
	"fmt"

	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
	"jumpup/server/interchange/sheet"
)

// checking holds a bundle against what is stored: rows get their ids, partial
// rows are laid over stored records, and every reference is followed.
type checking struct {
	*Service
	bundle   *Bundle
	doubts   []Doubt
	problems domain.Problems // of the sheets' rows and between sources

	first  map[domain.Ref]domain.Located // where each record stands
	stored map[domain.Kind]*index
}

// check gives the records to write, in kind order; what is wrong is in result.
func (c *checking) check(ctx context.Context) ([]domain.Record, error) {
	c.first, c.stored = map[domain.Ref]domain.Located{}, map[domain.Kind]*index{}
	for _, l := range c.bundle.lines.Records {
		c.first[l.Record.Ref()] = l
	}
	if err := c.rows(ctx); err != nil {
		return nil, err
	}
	if err := c.bundle.lines.CheckReferences(c.known(ctx)); err != nil {
		return nil, err
	}
	dangling, err := domain.CheckReferences(c.bundle.sheets, c.known(ctx))
	if err != nil {
		return nil, err
	}
	c.problems = append(c.problems, dangling...)
	return c.inOrder(), nil
}

// result lists the problems source by source.
func (c *checking) result() domain.Problems {
	out := append(c.bundle.problems[:len(c.bundle.problems):len(c.bundle.problems)], c.problems...)
	lines := c.bundle.lines.Result()
	if room := jsonl.MaxProblems - len(lines); len(out) > max(room, 0) {
		var last domain.Problems
		last.Add("", "%d more problems are not listed; correct these and try again", len(out)-max(room, 0))
		out = append(out[:max(room, 0):max(room, 0)], last...)
	}
	return append(lines, out...)
}

// known tells which records exist in the bundle or in the store.
func (c *checking) known(ctx context.Context) func([]domain.Ref) (map[domain.Ref]bool, error) {
	return func(ask []domain.Ref) (map[domain.Ref]bool, error) {
		there := map[domain.Ref]bool{}
		var rest []domain.Ref
		for _, ref := range ask {
			if _, ok := c.first[ref]; ok || c.bundle.lines.Has(ref) {
				there[ref] = true
			} else {
				rest = append(rest, ref)
			}
		}
		found, err := c.load(ctx, rest)
		for ref := range found {
			there[ref] = true
		}
		return there, err
	}
}

// load reads stored records by their references, in bounded steps.
func (c *checking) load(ctx context.Context, refs []domain.Ref) (map[domain.Ref]domain.Record, error) {
	const step = 500
	found := make(map[domain.Ref]domain.Record, len(refs))
	for len(refs) > 0 {
		n := min(step, len(refs))
		records, err := c.store.Records(ctx, refs[:n])
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			found[r.Ref()] = r
		}
		refs = refs[n:]
	}
	return found, nil
}

// inOrder gives all records in kind order; a new need starts as filed.
func (c *checking) inOrder() []domain.Record {
	byKind := map[domain.Kind][]domain.Record{}
	for _, list := range [][]domain.Located{c.bundle.lines.Records, c.bundle.sheets} {
		for _, l := range list {
			k := l.Record.Ref().Kind
			byKind[k] = append(byKind[k], l.Record)
			if n, ok := l.Record.(*domain.Need); ok && n.State == "" {
				n.Start(domain.NeedFiled, c.now())
			}
		}
	}
	var out []domain.Record
	for _, k := range domain.Kinds {
		out = append(out, byKind[k]...)
	}
	return out
}

// rowOrder is kind order with owners before what they own, so that names of
// owners are known when a row is matched.
var rowOrder = []domain.Kind{
	domain.KindInstitution, domain.KindCohort, domain.KindCompany, domain.KindInvestor,
	domain.KindExpert, domain.KindPerson, domain.KindNeed, domain.KindPreference,
}

// rows settles the rows of sheets: their references, their ids and what they
// leave as it is stored.
func (c *checking) rows(ctx context.Context) error {
	byKind := map[domain.Kind][]*domain.Located{}
	for i := range c.bundle.sheets {
		l := &c.bundle.sheets[i]
		byKind[l.Record.Ref().Kind] = append(byKind[l.Record.Ref().Kind], l)
	}
	for _, k := range rowOrder {
		if len(byKind[k]) == 0 {
			continue
		}
		if err := c.kindRows(ctx, k, byKind[k]); err != nil {
			return fmt.Errorf("check rows of %s: %w", k, err)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

func (c *checking) kindRows(ctx context.Context, k domain.Kind, rows []*domain.Located) error {
	var withID []domain.Ref
	for _, l := range rows {
		if err := c.settleReferences(ctx, l); err != nil {
			return err
		}
		if l.Record.Ref().ID != "" {
			withID = append(withID, l.Record.Ref())
		}
	}
	stored, err := c.load(ctx, withID)
	if err != nil {
		return err
	}
	for _, l := range rows {
		current := stored[l.Record.Ref()]
		matched := l.Record.Ref().ID == "" && k != domain.KindPreference
		if matched {
			if current, err = c.match(ctx, k, l); err != nil {
				return err
			}
		}
		if l.Existing && current == nil {
			if !matched {
				c.problems.Add(l.At("id"), "no %s has the id %q; correct it, or import the %s first", k, l.Record.Ref().ID, k)
			}
			continue
		}
		c.settle(l, current, matched)
	}
	return nil
}

// settle lays a row over the stored record it is about, if any, validates the
// whole and refuses a record that stood before.
func (c *checking) settle(l *domain.Located, current domain.Record, matched bool) {
	if current != nil {
		l.Record = sheet.Merge(current, l.Record, l.Fields)
	}
	for _, e := range l.Record.Validate() {
		c.problems.Add(l.At(e.Field), "%s", e.Message)
	}
	ref := l.Record.Ref()
	before, twice := c.first[ref]
	switch {
	case !twice:
		c.first[ref] = *l
	case matched:
		c.problems.Add(l.At("id"), "is the same %s as %s, by what it says; leave one out or give both an id", ref.Kind, before.Place())
	case ref.Kind == domain.KindPreference:
		c.problems.Add(l.At("to"), "this preference stands already at %s; keep one", before.Place())
	default:
		c.problems.Add(l.At("id"), "%q stands already at %s; give each record its own id", ref.ID, before.Place())
	}
}
