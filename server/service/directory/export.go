package directory

import (
	"context"
	"io"
	"strconv"

	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
)

// Create opens the next file of an export; the one before is complete then.
type Create func(name string) (io.Writer, error)

// Export writes the canonical data folder: a file for each kind of which there
// are records, ids ascending. kinds limits it; nil means all. It gives the
// number of records. Private fields are included, so that programme staff alone
// may export and it is noted in the logs. When records were changed meanwhile so
// that the folder would not import again, it fails with unavailable and what was
// written must be thrown away.
func (s *Service) Export(ctx context.Context, a domain.Actor, kinds []domain.Kind, create Create, progress func(done, total int64)) (int, error) {
	e, err := s.newExport(a, kinds, progress)
	if err != nil {
		return 0, err
	}
	for _, k := range e.kinds {
		var w *jsonl.Writer
		err := e.each(ctx, k, func(r domain.Record) error {
			if w == nil {
				f, err := create(jsonl.FileName(k))
				if err != nil {
					return err
				}
				w = jsonl.NewWriter(f)
			}
			return w.Write(r)
		})
		if err != nil {
			return 0, err
		}
		if w != nil {
			if err := w.Flush(); err != nil {
				return 0, err
			}
		}
	}
	return e.total, e.finish(ctx)
}

// export is one walk over the records.
type export struct {
	*Service
	actor    domain.Actor
	kinds    []domain.Kind
	progress func(done, total int64)

	total  int
	counts map[domain.Kind]int
	have   map[domain.Ref]bool
	need   []domain.Reference
}

func (s *Service) newExport(a domain.Actor, kinds []domain.Kind, progress func(done, total int64)) (*export, error) {
	if err := signedIn(a); err != nil {
		return nil, err
	}
	if !domain.Can(a, domain.ActExport, domain.Object{Kind: domain.ObjectCorpus}) {
		return nil, forbidden("only programme staff may export")
	}
	e := &export{Service: s, actor: a, progress: progress, counts: map[domain.Kind]int{}, have: map[domain.Ref]bool{}}
	for _, k := range domain.Kinds {
		if wanted(kinds, k) {
			e.kinds = append(e.kinds, k)
		}
	}
	for _, k := range kinds {
		if domain.New(k) == nil {
			return nil, domain.Errorf(domain.CodeInvalid, "kinds", "%q is no kind of record", k)
		}
	}
	return e, nil
}

func wanted(kinds []domain.Kind, k domain.Kind) bool {
	for _, w := range kinds {
		if w == k {
			return true
		}
	}
	return len(kinds) == 0
}

// each walks one kind, notes what it refers to and tells the progress.
func (e *export) each(ctx context.Context, k domain.Kind, yield func(domain.Record) error) error {
	return e.store.Each(ctx, k, domain.Filter{}, func(r domain.Record) error {
		e.total++
		e.counts[k]++
		e.have[r.Ref()] = true
		e.need = append(e.need, domain.References(r)...)
		if e.progress != nil && e.total%200 == 0 {
			e.progress(int64(e.total), 0)
		}
		return yield(r)
	})
}

// finish checks that what was written holds together and notes the export.
func (e *export) finish(ctx context.Context) error {
	if len(e.kinds) == len(domain.Kinds) {
		for _, ref := range e.need {
			there := false
			for _, k := range ref.Kinds {
				there = there || e.have[domain.Ref{Kind: k, ID: ref.ID}]
			}
			if !there {
				return domain.Errorf(domain.CodeUnavailable, "", "records were changed during the export; start it again")
			}
		}
	}
	return e.note(ctx)
}

// note writes the export into the access log and the audit log.
func (e *export) note(ctx context.Context) error {
	for _, k := range e.kinds {
		if n := e.counts[k]; n > 0 && personal(k) {
			e.log.Accessed(domain.Access{Actor: e.actor.User, Action: domain.ActExport, Ref: domain.Ref{Kind: k}, At: e.now(), Count: n})
		}
	}
	ev := domain.Happened(domain.ExportMade, e.actor, domain.Ref{Kind: domain.ObjectCorpus}, e.now(), map[string]string{"records": strconv.Itoa(e.total)})
	return e.settings.PutSetting(ctx, settingLastExport, e.now().UTC().Format("2006-01-02T15:04:05Z"), ev)
}

// settingLastExport is when records were last exported.
const settingLastExport = "last_export"
