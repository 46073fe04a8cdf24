package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"jumpup/server/domain"
)

// Bounds of the notes on searches.
const (
	notesMost = 5000                 // kept at once, the newest
	notesKept = 180 * 24 * time.Hour // since one was counted last
)

const noteColumns = "id, words, reason, kinds, times, latest, slowest"

// noteID is what counts as the same search.
func noteID(n domain.SearchNote) string {
	sum := sha256.Sum256([]byte(string(n.Reason) + "\x00" + n.Text))
	return hex.EncodeToString(sum[:])
}

// NoteSearch counts one more of such queries: Count is added, Last and Kinds
// replace those before, Slowest grows. Of more than 5000
// notes the oldest are forgotten, and those not counted for 180 days.
func (s *Store) NoteSearch(ctx context.Context, n domain.SearchNote) error {
	kinds := make([]string, len(n.Kinds))
	for i, k := range n.Kinds {
		kinds[i] = string(k)
	}
	list := strings.Join(kinds, ",")
	if !storable(n.Text) || !storable(list) {
		return domain.Errorf(domain.CodeInvalid, "q", "the words hold the character U+0000 or broken UTF-8; remove it")
	}
	return s.write(ctx, func(t *tx) error {
		_, err := t.ExecContext(ctx, "INSERT INTO search_note ("+noteColumns+") VALUES ("+marks(1, 7)+")"+
			" ON CONFLICT (id) DO UPDATE SET kinds = excluded.kinds, times = search_note.times + excluded.times,"+
			" latest = CASE WHEN excluded.latest > search_note.latest THEN excluded.latest ELSE search_note.latest END,"+
			" slowest = CASE WHEN excluded.slowest > search_note.slowest THEN excluded.slowest ELSE search_note.slowest END",
			noteID(n), n.Text, string(n.Reason), list, n.Count, micros(n.Last), n.Slowest.Microseconds())
		if err != nil {
			return err
		}
		return t.forgetNotes(ctx, notesMost)
	})
}

// forgetNotes deletes the oldest notes beyond so many.
func (t *tx) forgetNotes(ctx context.Context, most int) error {
	_, err := t.ExecContext(ctx, fmt.Sprintf("DELETE FROM search_note WHERE id IN (SELECT id FROM search_note ORDER BY latest DESC, id DESC LIMIT 1000 OFFSET %d)", most))
	return err
}

// SearchNotes lists them, those counted last first.
func (s *Store) SearchNotes(ctx context.Context, cursor string, limit int) (domain.Page[domain.SearchNote], error) {
	type row struct {
		id string
		n  domain.SearchNote
	}
	return keyset(ctx, s.eng.reader, keyed[row]{
		table: "search_note", columns: noteColumns, key: "latest", newest: true,
		scan: func(scan func(...any) error) (r row, err error) {
			var kinds string
			var latest, slowest int64
			err = scan(&r.id, &r.n.Text, &r.n.Reason, &kinds, &r.n.Count, &latest, &slowest)
			r.n.Last, r.n.Slowest = fromMicros(latest), time.Duration(slowest)*time.Microsecond
			for k := range strings.SplitSeq(kinds, ",") {
				if k != "" {
					r.n.Kinds = append(r.n.Kinds, domain.Kind(k))
				}
			}
			return r, err
		},
		at: func(r row) (any, string) { return micros(r.n.Last), r.id },
	}, cursor, limit, func(r row) domain.SearchNote { return r.n })
}

// ClearSearchNotes forgets all of them.
func (s *Store) ClearSearchNotes(ctx context.Context, events ...domain.Event) error {
	return s.write(ctx, func(t *tx) error {
		t.happened(events...)
		_, err := t.ExecContext(ctx, "DELETE FROM search_note")
		return err
	})
}
