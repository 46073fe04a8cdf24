package search

import (
	"context"
	"crypto/rand"
	"strconv"
	"strings"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// Rebuild implements Engine. The new index is filled under a name of its own,
// checked, and swapped with the old one in one step of the server; what tasks
// wait for the old one at that moment would act on the new one, and feeding,
// which is done by one goroutine at a time, has none waiting. What an earlier
// rebuild left behind is removed first. A document that the server itself
// refuses is left out: it is missed when the index is compared with the system
// of record, and parked by Apply.
func (m *Meili) Rebuild(ctx context.Context, seq int64, synonyms domain.Synonyms, fill func(ctx context.Context, put func(domain.Record) error) error) error {
	if err := m.removeLeftovers(ctx); err != nil {
		return err
	}
	uid := m.o.Index + "-next-" + strings.ToLower(rand.Text()[:10])
	err := m.fillShadow(ctx, uid, seq, synonyms, fill)
	if err == nil {
		err = m.swapIn(ctx, uid)
	}
	if err != nil || ctx.Err() != nil {
		// Whoever asked may be gone: the removal is only handed over.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), m.o.Write)
		defer cancel()
		_, _ = m.server.DeleteIndexWithContext(ctx, uid)
	}
	return err
}

// fillShadow makes the index uid of what fill puts.
func (m *Meili) fillShadow(ctx context.Context, uid string, seq int64, synonyms domain.Synonyms, fill func(ctx context.Context, put func(domain.Record) error) error) error {
	if err := m.setUp(ctx, uid, synonyms); err != nil {
		return err
	}
	settings, err := m.settingsOf(ctx, uid)
	if err != nil {
		return err
	}
	f := &meiliFiller{m: m, uid: uid, analyzer: text.NewAnalyzer(), ids: map[string]bool{}}
	if err := fill(ctx, func(r domain.Record) error { return f.add(ctx, r) }); err != nil {
		return err
	}
	if err := f.finish(ctx); err != nil {
		return err
	}
	mark, err := meiliPosition{
		ID: meiliPositionID, Seq: strconv.FormatInt(seq, 10), Schema: meiliSchema(), Settings: settings, Complete: true,
	}.line()
	if err != nil {
		return err
	}
	if err := m.run(ctx, "note its position", func(ctx context.Context) (*meilisearch.TaskInfo, error) {
		return m.addLines(ctx, uid, []meiliLine{mark})
	}); err != nil {
		return err
	}
	return m.checkShadow(ctx, uid, settings, int64(len(f.ids))+1)
}

// checkShadow makes sure that nobody removed the index while it was filled: the
// server makes a missing one anew, without settings, when documents come.
func (m *Meili) checkShadow(ctx context.Context, uid, settings string, documents int64) error {
	now, err := m.settingsOf(ctx, uid)
	if err != nil {
		return err
	}
	var stats *meilisearch.StatsIndex
	err = m.write(ctx, "count the documents", func(ctx context.Context) (err error) {
		stats, err = m.server.Index(uid).GetStatsWithContext(ctx, nil)
		return err
	})
	if err != nil {
		return err
	}
	if now != settings || stats.NumberOfDocuments != documents {
		return domain.Errorf(domain.CodeUnavailable, "", "the new index of Meilisearch was disturbed while it was filled: %d documents instead of %d; it is not used", stats.NumberOfDocuments, documents)
	}
	return nil
}

// swapIn puts the filled index in the place of the old one and removes that.
func (m *Meili) swapIn(ctx context.Context, uid string) error {
	missing := false
	err := m.write(ctx, "look for the index", func(ctx context.Context) error {
		_, err := m.server.GetIndexWithContext(ctx, m.o.Index)
		return err
	})
	if isMeiliMissing(err) {
		missing, err = true, nil
	}
	if err != nil {
		return err
	}
	// Renaming needs a free name, swapping a taken one.
	err = m.run(ctx, "swap the indexes", func(ctx context.Context) (*meilisearch.TaskInfo, error) {
		return m.server.SwapIndexesWithContext(ctx, []*meilisearch.SwapIndexesParams{{Indexes: []string{uid, m.o.Index}, Rename: missing}})
	})
	if err != nil || missing {
		return err
	}
	// The new index answers already; a failure here leaves a leftover.
	_ = m.removeIndex(ctx, uid)
	return nil
}

func (m *Meili) removeIndex(ctx context.Context, uid string) error {
	err := m.run(ctx, "remove an old index", func(ctx context.Context) (*meilisearch.TaskInfo, error) {
		return m.server.DeleteIndexWithContext(ctx, uid)
	})
	if isMeiliMissing(err) {
		return nil
	}
	return err
}

// Remove deletes the index and what rebuilds left of it, for those that lent it
// from the server.
func (m *Meili) Remove(ctx context.Context) error {
	if err := m.removeIndex(ctx, m.o.Index); err != nil {
		return err
	}
	return m.removeLeftovers(ctx)
}

func (m *Meili) removeLeftovers(ctx context.Context) error {
	var all *meilisearch.IndexesResults
	err := m.write(ctx, "list the indexes", func(ctx context.Context) (err error) {
		all, err = m.server.ListIndexesWithContext(ctx, &meilisearch.IndexesQuery{Limit: 1000})
		return err
	})
	if err != nil {
		return err
	}
	for _, i := range all.Results {
		if strings.HasPrefix(i.UID, m.o.Index+"-next-") {
			if err := m.removeIndex(ctx, i.UID); err != nil {
				return err
			}
		}
	}
	return nil
}

// meiliFiller sends documents on while the server still indexes those before.
type meiliFiller struct {
	m        *Meili
	uid      string
	analyzer *text.Analyzer
	ids      map[string]bool // of what is in the index
	lines    []meiliLine
	bytes    int
	sent     []sentLines
}

type sentLines struct {
	task  int64
	lines []meiliLine
}

// waiting is how many requests the server may have before it: it joins those
// that wait into one step.
const waiting = 4

func (f *meiliFiller) add(ctx context.Context, r domain.Record) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	lines, err := meiliLines(f.analyzer, r)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if len(f.lines) >= meiliDocsMost || len(f.lines) > 0 && f.bytes+len(l.json) > meiliBytesMost {
			if err := f.send(ctx); err != nil {
				return err
			}
		}
		f.lines, f.bytes = append(f.lines, l), f.bytes+len(l.json)+1
		f.ids[l.id] = true
	}
	return nil
}

func (f *meiliFiller) send(ctx context.Context) error {
	lines := f.lines
	f.lines, f.bytes = nil, 0
	task, err := f.m.enqueue(ctx, "take documents", func(ctx context.Context) (*meilisearch.TaskInfo, error) {
		return f.m.addLines(ctx, f.uid, lines)
	})
	switch {
	case err != nil && refuses(err):
		return f.oneByOne(ctx, lines)
	case err != nil:
		return err
	}
	f.sent = append(f.sent, sentLines{task: task, lines: lines})
	if len(f.sent) > waiting {
		return f.settle(ctx)
	}
	return nil
}

// settle waits for the oldest request.
func (f *meiliFiller) settle(ctx context.Context) error {
	s := f.sent[0]
	f.sent = f.sent[1:]
	err := f.m.wait(ctx, "take documents", s.task)
	if err != nil && refuses(err) {
		return f.oneByOne(ctx, s.lines)
	}
	return err
}

func (f *meiliFiller) oneByOne(ctx context.Context, lines []meiliLine) error {
	refused, err := f.m.put(ctx, f.uid, lines)
	for _, r := range refused {
		delete(f.ids, r.line.id)
	}
	return err
}

func (f *meiliFiller) finish(ctx context.Context) error {
	if len(f.lines) > 0 {
		if err := f.send(ctx); err != nil {
			return err
		}
	}
	for len(f.sent) > 0 {
		if err := f.settle(ctx); err != nil {
			return err
		}
	}
	return ctx.Err()
}
