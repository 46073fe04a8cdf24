package search

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"

	"github.com/meilisearch/meilisearch-go"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// Bounds of one request.
const (
	meiliBytesMost = 8 << 20 // of documents
	meiliDocsMost  = 4000
	meiliIDsMost   = 2000 // ids asked for or deleted
)

// meiliLine is a document in JSON.
type meiliLine struct {
	id   string
	ref  domain.Ref
	json []byte
}

// meiliPositionID names the document that says how far the index has come. No
// record's document has it.
const meiliPositionID = "position"

// meiliPosition is that document: it is written by the last task of a batch, so
// that it is there only when everything before is.
type meiliPosition struct {
	ID       string `json:"id"`
	Seq      string `json:"seq"`      // a number; in letters, since JSON numbers are rounded
	Schema   string `json:"schema"`   // of the program that filled the index
	Settings string `json:"settings"` // of the index as the server told them then
	Complete bool   `json:"complete"` // filled by a rebuild
	Made     string `json:"made"`     // the name under which the index was filled
}

func (p meiliPosition) number() (seq int64, known bool) {
	seq, err := strconv.ParseInt(p.Seq, 10, 64)
	return max(seq, 0), err == nil && seq >= 0
}

// Position implements Engine. The index is ready when it was filled by a
// rebuild of this program's schema and nobody changed its settings since.
func (m *Meili) Position(ctx context.Context) (domain.IndexPosition, error) {
	p, err := m.position(ctx)
	if err != nil || p == nil {
		return domain.IndexPosition{}, err
	}
	seq, known := p.number()
	if !known || !p.Complete || p.Schema != meiliSchema() {
		return domain.IndexPosition{Seq: seq}, nil
	}
	settings, err := m.settingsOf(ctx, m.o.Index)
	if isMeiliMissing(err) {
		return domain.IndexPosition{}, nil
	}
	return domain.IndexPosition{Seq: seq, Ready: err == nil && settings == p.Settings}, err
}

// position reads the document; nil when there is none.
func (m *Meili) position(ctx context.Context) (*meiliPosition, error) {
	var p meiliPosition
	err := m.write(ctx, "tell its position", func(ctx context.Context) error {
		err := m.index().GetDocumentWithContext(ctx, meiliPositionID, nil, &p)
		if err == nil && p.ID != meiliPositionID {
			return errors.New("the answer is no document")
		}
		return err
	})
	if isMeiliMissing(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &p, nil
}

// Apply implements Engine. What went is deleted first; the position is written
// by the last task, so that it is there only when all else is. An index that is
// not there is made; it is not ready before a rebuild.
func (m *Meili) Apply(ctx context.Context, changes []domain.IndexChange, seq int64) ([]domain.Parked, error) {
	p, err := m.position(ctx)
	if err != nil {
		return nil, err
	}
	if p == nil {
		if err := m.setUp(ctx, m.o.Index, nil); err != nil {
			return nil, err
		}
		p = &meiliPosition{ID: meiliPositionID, Schema: meiliSchema()}
	}
	if p.Schema != meiliSchema() {
		return nil, domain.Errorf(domain.CodeUnavailable, "", "the index of Meilisearch was made by another version of the program; rebuild it")
	}
	b, err := m.planBatch(ctx, changes)
	if err != nil {
		return nil, err
	}
	if err := m.remove(ctx, b.gone); err != nil {
		return nil, err
	}
	p.Seq = strconv.FormatInt(seq, 10)
	mark, err := p.line()
	if err != nil {
		return nil, err
	}
	refused, err := m.putAll(ctx, append(b.put, mark))
	if err != nil || len(refused) == 0 {
		return b.parked, err
	}
	var ids []string
	for _, r := range refused { // rather missing than out of date
		b.park(r.line.ref, r.why)
		ids = append(ids, r.line.id)
	}
	if err := m.remove(ctx, ids); err != nil {
		return nil, err
	}
	_, err = m.putAll(ctx, []meiliLine{mark})
	return b.parked, err
}

// putAll writes documents in several requests. The position, at the end, is
// left out when anything was refused.
func (m *Meili) putAll(ctx context.Context, lines []meiliLine) (refused []refusal, err error) {
	for some := range chunks(lines) {
		if last := len(some) - 1; len(refused) > 0 && some[last].id == meiliPositionID {
			some = some[:last]
		}
		if len(some) == 0 {
			break
		}
		more, err := m.put(ctx, m.o.Index, some)
		if err != nil {
			return nil, err
		}
		refused = append(refused, more...)
	}
	return refused, nil
}

func (m *Meili) remove(ctx context.Context, ids []string) error {
	for some := range slices.Chunk(ids, meiliIDsMost) {
		if err := m.run(ctx, "delete documents", func(ctx context.Context) (*meilisearch.TaskInfo, error) {
			return m.index().DeleteDocumentsWithContext(ctx, some, nil)
		}); err != nil {
			return err
		}
	}
	return nil
}

func (p meiliPosition) line() (meiliLine, error) {
	b, err := json.Marshal(p)
	return meiliLine{id: meiliPositionID, json: b}, err
}

func (m *Meili) addLines(ctx context.Context, uid string, lines []meiliLine) (*meilisearch.TaskInfo, error) {
	n := 0
	for _, l := range lines {
		n += len(l.json) + 1
	}
	body := make([]byte, 0, n)
	for _, l := range lines {
		body = append(append(body, l.json...), '\n')
	}
	key := meiliPrimaryKey
	return m.server.Index(uid).AddDocumentsNdjsonWithContext(ctx, body, &meilisearch.DocumentOptions{PrimaryKey: &key})
}

type refusal struct {
	line meiliLine
	why  string
}

// put writes documents. When the server refuses some of them they are found by
// halving the batch and given back; the others are written, but not the
// position.
func (m *Meili) put(ctx context.Context, uid string, lines []meiliLine) ([]refusal, error) {
	err := m.run(ctx, "take documents", func(ctx context.Context) (*meilisearch.TaskInfo, error) {
		return m.addLines(ctx, uid, lines)
	})
	if err == nil || !refuses(err) {
		return nil, err
	}
	if len(lines) == 1 {
		return []refusal{{lines[0], errors.Unwrap(err).Error()}}, nil
	}
	if last := len(lines) - 1; lines[last].id == meiliPositionID {
		lines = lines[:last]
		if last == 1 {
			return m.put(ctx, uid, lines)
		}
	}
	half := len(lines) / 2
	first, err := m.put(ctx, uid, lines[:half])
	if err != nil {
		return nil, err
	}
	second, err := m.put(ctx, uid, lines[half:])
	return append(first, second...), err
}

// chunks cuts documents into requests.
func chunks(lines []meiliLine) func(yield func([]meiliLine) bool) {
	return func(yield func([]meiliLine) bool) {
		from, size := 0, 0
		for i, l := range lines {
			if i > from && (size+len(l.json) > meiliBytesMost || i-from >= meiliDocsMost) {
				if !yield(lines[from:i]) {
					return
				}
				from, size = i, 0
			}
			size += len(l.json) + 1
		}
		if from < len(lines) {
			yield(lines[from:])
		}
	}
}

// meiliLines gives the documents of a record, or why it cannot have any.
func meiliLines(a *text.Analyzer, r domain.Record) ([]meiliLine, error) {
	var out []meiliLine
	for _, d := range documentsOf(a, r) {
		line, ok := meiliDocumentOf(d)
		if !ok {
			return nil, domain.Errorf(domain.CodeInvalid, "id", "is too long for the index")
		}
		out = append(out, line)
	}
	return out, nil
}
