package directory

import (
	"context"
	"strconv"

	"jumpup/server/domain"
	"jumpup/server/interchange/sheet"
)

// ImportOptions say how to import.
type ImportOptions struct {
	DryRun bool
	Job    string // the job it belongs to, for the audit log
	// Progress is told the phase (domain.PhaseChecking, domain.PhaseWriting)
	// and how many records are through; nil for nobody.
	Progress func(phase string, done, total int64)
}

// ImportReport is what an import found and did.
type ImportReport struct {
	DryRun   bool
	Counts   domain.Imported // empty when there were problems
	Ignored  []string
	Notes    []sheet.Note // what sheets left out or left open
	Doubts   []Doubt
	Problems domain.Problems
}

// Import writes everything that a bundle holds, all or nothing. Problems of the
// sources, of single records and of references between them are all in the
// report and are the error too; then nothing was written. New needs start as
// filed; a stored need keeps how it is handled. Rows without an id are matched
// with stored records; where that is doubtful the row becomes a new record and
// the pair waits for a decision (see [Service.Doubts]). Forbidden to anybody but
// programme staff.
func (s *Service) Import(ctx context.Context, a domain.Actor, b *Bundle, opt ImportOptions) (ImportReport, error) {
	report := ImportReport{DryRun: opt.DryRun, Ignored: b.Ignored, Notes: b.Notes}
	if err := mayImport(a); err != nil {
		return report, err
	}
	if opt.Progress == nil {
		opt.Progress = func(string, int64, int64) {}
	}
	opt.Progress(domain.PhaseChecking, 0, 0)
	c := &checking{Service: s, bundle: b}
	records, err := c.check(ctx)
	if err != nil {
		return report, err
	}
	report.Problems, report.Doubts = c.result(), c.doubts
	if err := report.Problems.Err(); err != nil {
		return report, err
	}
	total := int64(len(records))
	opt.Progress(domain.PhaseWriting, 0, total)
	im := domain.Import{
		Actor: a, Records: records, DryRun: opt.DryRun,
		Progress: func(done, _ int) { opt.Progress(domain.PhaseWriting, int64(done), total) },
		Events:   []domain.Event{s.importFinished(a, opt.Job, len(records))},
	}
	report.Counts, err = s.writeImport(ctx, im, c.doubts)
	return report, err
}

func mayImport(a domain.Actor) error {
	if err := signedIn(a); err != nil {
		return err
	}
	if !domain.Can(a, domain.ActImport, domain.Object{Kind: domain.ObjectCorpus}) {
		return forbidden("only programme staff may import")
	}
	return nil
}

func (s *Service) importFinished(a domain.Actor, job string, n int) domain.Event {
	data := map[string]string{"records": strconv.Itoa(n)}
	ref := domain.Ref{Kind: domain.ObjectCorpus}
	if job != "" {
		ref = domain.Ref{Kind: domain.ObjectJob, ID: job}
	}
	return domain.Happened(domain.ImportFinished, a, ref, s.now(), data)
}

// writeImport stores the records. Doubtful pairs are noted before, so that none is
// lost when the program ends in between: a pair of which a record does not
// exist is never shown.
func (s *Service) writeImport(ctx context.Context, im domain.Import, doubts []Doubt) (domain.Imported, error) {
	if im.DryRun || len(doubts) == 0 {
		return s.store.Import(ctx, im)
	}
	if err := s.noteDoubts(ctx, doubts); err != nil {
		return nil, err
	}
	counts, err := s.store.Import(ctx, im)
	if err != nil {
		return nil, err
	}
	return counts, nil
}
