package sheet

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// Options steer a [Read].
type Options struct {
	Mapping  Mapping
	Limits   Limits
	Progress func(done, total int) // rows; may be nil
}

// Result is what a [Read] found. When there are Problems, Records must not be
// stored.
type Result struct {
	Records  []domain.Located
	Problems domain.Problems
	Notes    []Note
}

// Read reads files as one set: items of lists (works, deals) join the records
// they name, in whatever sheet or file these stand. Everything wrong is listed,
// each as "file[sheet]:row: header (field)". Rows without an id have an empty
// one and MatchKeys; a row of works alone gives a record with nothing but
// Fields {"works"} and the id or the name it belongs to. References may hold a
// name where the row gave no id.
//
// An absent column and an empty cell leave a stored field alone; (삭제) or (clear)
// empties it. Fields of each record lists what its row states, see [Merge].
//
// The error is that of a reader or the context; unusable files are problems.
func Read(ctx context.Context, sources []Source, o Options) (Result, error) {
	r := &reading{ctx: ctx, Options: o}
	r.Limits = r.Limits.orDefault()
	for _, wrong := range o.Mapping.check() {
		r.result.Problems.Add("mapping", "%s", wrong)
	}
	if len(r.result.Problems) > 0 {
		return r.result, nil
	}
	var grids []*grid
	for _, s := range sources {
		found, problem, err := load(s, r.Limits)
		if err != nil {
			return Result{}, err
		}
		if problem != nil {
			r.result.Problems = append(r.result.Problems, problem)
		}
		for _, g := range found {
			r.total += len(g.rows)
		}
		grids = append(grids, found...)
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
	}
	for _, g := range grids {
		if err := r.sheet(g); err != nil {
			return Result{}, err
		}
	}
	r.unknownFiles(sources, grids)
	r.join()
	slices.SortStableFunc(r.result.Records, func(a, b domain.Located) int {
		return slices.Index(domain.Kinds, a.Record.Ref().Kind) - slices.Index(domain.Kinds, b.Record.Ref().Kind)
	})
	return r.result, nil
}

// reading is a Read in progress.
type reading struct {
	Options
	ctx         context.Context
	result      Result
	items       []itemRow
	understood  map[string]bool // files with at least one recognised sheet
	done, total int
}

func (r *reading) note(code NoteCode, at domain.Located, detail, format string, args ...any) {
	r.result.Notes = append(r.result.Notes, Note{code, at.Place(), fmt.Sprintf(format, args...), detail})
}

// unknownFiles reports a file of which no sheet was recognised.
func (r *reading) unknownFiles(sources []Source, grids []*grid) {
	for _, s := range sources {
		some := false
		for _, g := range grids {
			some = some || g.file == s.Name
		}
		if some && !r.understood[s.Name] {
			r.result.Problems.Add(domain.Located{File: s.Name}.At(""),
				"no sheet has headers that are known; name the columns as in the template or map them on the import page")
		}
	}
}

func (r *reading) sheet(g *grid) error {
	at := domain.Located{File: g.file, Sheet: g.sheet}
	if r.understood == nil {
		r.understood = map[string]bool{}
	}
	choice, chosen := r.Mapping.sheet(g)
	switch {
	case g.hidden:
		r.note(NoteHiddenSheet, at, g.sheet, "the sheet is hidden and was left out; show it to import it")
		return nil
	case choice.Table == Ignored:
		r.understood[g.file] = true
		r.note(NoteIgnoredSheet, at, g.sheet, "the sheet was left out as chosen")
		return nil
	case len(g.rows) == 0:
		r.note(NoteEmptySheet, at, g.sheet, "the sheet is empty")
		return nil
	case !chosen && aside(g.sheet):
		return nil
	}
	if !g.unfold() {
		r.result.Problems.Add(at.At(""), "the sheet has too many merged cells; unmerge them")
		return nil
	}
	l := g.find(choice)
	if l.first < 0 || l.table == nil {
		r.note(NoteUnknownSheet, at, g.sheet, "no header of the sheet is known, so it was left out; map it on the import page if it holds records")
		return nil
	}
	r.understood[g.file] = true
	r.Mapping.apply(&l)
	r.unmapped(g, l)
	return r.rows(g, l)
}

// unmapped notes the columns that hold something and fill nothing.
func (r *reading) unmapped(g *grid, l layout) {
	used := map[int]bool{}
	for _, b := range l.bindings {
		used[b.at] = true
	}
	var names []string
	nameless := false
	for at := range min(g.width(), r.Limits.Columns) {
		if used[at] || len(g.samples(l, at)) == 0 {
			continue
		}
		if p := l.headers[at].parts; len(p) > 0 {
			if said, ok := r.Mapping.column(l.table.name, strings.Join(p, " ")); ok && said.Field == Ignored {
				continue
			}
			names = append(names, oneLine(strings.Join(p, " ")))
		} else {
			nameless = true
		}
	}
	at := g.place(l.first)
	if len(names) > 0 {
		r.note(NoteUnmapped, at, strings.Join(names, "; "), "these columns fill nothing: %s; map them on the import page if they should", strings.Join(names, "; "))
	}
	if nameless {
		r.note(NoteHeaderlessCol, at, "", "a column without a header holds something and was left out")
	}
}

// rows reads the rows below the header.
func (r *reading) rows(g *grid, l layout) error {
	s := &sheetReading{reading: r, grid: g, layout: l, last: -1}
	for i := l.first + l.rows; i < len(g.rows); i++ {
		if r.done++; r.done%512 == 0 {
			if err := r.ctx.Err(); err != nil {
				return err
			}
			if r.Progress != nil {
				r.Progress(r.done, r.total)
			}
		}
		if s.passOver(i) {
			continue
		}
		if l.table.list != "" {
			s.item(i)
		} else {
			s.record(i)
		}
	}
	if s.assumedWon > 0 {
		r.note(NoteAssumedWon, g.place(l.first), "", "%d rows give money without any unit; it was taken as won (원)", s.assumedWon)
	}
	return nil
}
