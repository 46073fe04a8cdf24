package matching

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sort"
	"sync"

	"jumpup/matcher"
	"jumpup/server/domain"
)

// FolderOptions say what of a data folder to rank. For is KindExpert or
// KindInvestor; Need narrows to one need; Top 0 keeps every candidate. The
// reference day of a need is its own opening day, else AsOf, else Today.
type FolderOptions struct {
	For     domain.Kind
	Need    domain.NeedID
	Top     int
	AsOf    domain.Date
	Today   domain.Date
	Blocked bool // list gated pairs last
}

// workers is how many needs of a folder are ranked at once.
const workers = 2

// RankFolder writes the ranking of a data folder as JSON Lines, needs in
// ascending order of id (by bytes), best candidate first within a need. The
// same records and options give the same bytes. Every line is written as soon
// as the needs before it are done; progress, unless nil, counts needs and is
// never called twice at a time. Weights are the default ones. An unknown need,
// one that is not ranked against For, or unusable records fail with invalid
// before anything is written.
func RankFolder(ctx context.Context, records []domain.Record, o FolderOptions, w io.Writer, progress func(done, total int)) error {
	snapshot, err := matcher.NewSnapshot(corpusOf(records))
	if err != nil {
		return &domain.Error{Code: domain.CodeInvalid, Message: "the records cannot be ranked: " + err.Error(), Err: err}
	}
	needs, err := folderNeeds(snapshot, o)
	if err != nil {
		return err
	}
	if progress == nil {
		progress = func(int, int) {}
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs := startFolder(ctx, snapshot, needs, o)
	done := 0
	for job := range jobs {
		lines, err := job.wait(ctx)
		if err != nil {
			return err
		}
		if _, err := w.Write(lines); err != nil {
			return fmt.Errorf("writing the ranking: %w", err)
		}
		done++
		progress(done, len(needs))
	}
	return ctx.Err()
}

// folderNeeds chooses the needs to rank, ids ascending.
func folderNeeds(s *matcher.Snapshot, o FolderOptions) ([]matcher.Need, error) {
	if o.For != domain.KindExpert && o.For != domain.KindInvestor {
		return nil, domain.Errorf(domain.CodeInvalid, "for", "%q cannot be ranked; write experts or investors", o.For)
	}
	if o.Need == "" {
		needs := s.Needs(kindOf(o.For))
		sort.Slice(needs, func(i, j int) bool { return needs[i].ID < needs[j].ID })
		return needs, nil
	}
	n, ok := s.Need(string(o.Need))
	if !ok {
		return nil, domain.Errorf(domain.CodeInvalid, "need", "the folder has no need %q", o.Need)
	}
	if k, ranked := domain.NeedKind(n.Kind).CandidateKind(); !ranked || k != o.For {
		return nil, domain.Errorf(domain.CodeInvalid, "need", "%q is a need of kind %s, which is not ranked against %ss", o.Need, n.Kind, o.For)
	}
	return []matcher.Need{n}, nil
}

// folderJob is one need on its way; done is closed when lines or err stand.
type folderJob struct {
	need  matcher.Need
	lines []byte
	err   error
	done  chan struct{}
}

func (j *folderJob) wait(ctx context.Context) ([]byte, error) {
	select {
	case <-j.done:
		return j.lines, j.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// startFolder ranks needs on a few workers and hands the jobs over in order; at
// most a few finished ones wait for the writer.
func startFolder(ctx context.Context, s *matcher.Snapshot, needs []matcher.Need, o FolderOptions) <-chan *folderJob {
	todo, ordered := make(chan *folderJob), make(chan *folderJob, 2*workers)
	go func() {
		defer close(ordered)
		defer close(todo)
		for _, n := range needs {
			j := &folderJob{need: n, done: make(chan struct{})}
			select {
			case ordered <- j:
			case <-ctx.Done():
				return
			}
			select {
			case todo <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			weights := matcher.DefaultWeights()
			for j := range todo {
				j.lines, j.err = rankLines(ctx, s, weights, j.need, o)
				close(j.done)
			}
		})
	}
	return ordered
}

func rankLines(ctx context.Context, s *matcher.Snapshot, w matcher.Weights, n matcher.Need, o FolderOptions) ([]byte, error) {
	asOf := day(o.AsOf)
	if o.AsOf == "" {
		asOf = day(o.Today)
	}
	pairs, err := matcher.Rank(ctx, s, w, n, asOf, matcher.Options{Top: o.Top, Blocked: o.Blocked})
	if err != nil {
		return nil, unusable(err)
	}
	return encodeLines(pairs), nil
}

func encodeLines(pairs []matcher.Pair) []byte {
	var b []byte
	for _, p := range pairs {
		b = matcher.AppendLine(b, p)
	}
	return b
}

// unusable says that the matcher refused its input; a cancelled context stays
// what it is.
func unusable(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return &domain.Error{Code: domain.CodeInvalid, Message: err.Error(), Err: err}
}
