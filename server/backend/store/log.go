package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"jumpup/server/domain"
)

// appendLog writes the transaction's events to the outbox and the audit chain
// and moves the revision on. The head is locked last and until the commit, so
// that numbers have no gaps and a reader who saw number n saw all below it.
func (t *tx) appendLog(ctx context.Context) error {
	if len(t.events) == 0 && t.changed == 0 {
		return nil
	}
	var seq, revision int64
	var hash []byte
	err := t.QueryRowContext(ctx, "SELECT seq, hash, revision FROM log_head WHERE id = 1"+t.s.eng.forUpdate).Scan(&seq, &hash, &revision)
	if err != nil {
		return err
	}
	audit := make([]any, 0, 9*len(t.events))
	outbox := make([]any, 0, 7*len(t.events))
	for _, e := range t.events {
		seq++
		entry, data, err := link(seq, hash, e)
		if err != nil {
			return err
		}
		common := []any{seq, string(e.Kind), string(e.Actor), string(e.Ref.Kind), e.Ref.ID, micros(e.At), data}
		audit = append(append(audit, common...), entry.Prev, entry.Hash)
		outbox = append(outbox, common...)
		hash = entry.Hash
	}
	const columns = "seq, kind, actor, ref_kind, ref_id, happened, data"
	if _, err := t.insertMany(ctx, "INSERT INTO audit ("+columns+", prev, hash)", "", 9, audit); err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	if _, err := t.insertMany(ctx, "INSERT INTO outbox ("+columns+")", "", 7, outbox); err != nil {
		return fmt.Errorf("outbox: %w", err)
	}
	_, err = t.ExecContext(ctx, "UPDATE log_head SET seq = $1, hash = $2, revision = $3 WHERE id = 1", seq, hash, revision+t.changed)
	return err
}

// link makes the next entry of the chain, and its data as stored.
func link(seq int64, prev []byte, e domain.Event) (domain.AuditEntry, string, error) {
	if len(prev) == 0 {
		prev = make([]byte, sha256.Size)
	}
	data, err := encodeData(e.Data)
	if err != nil {
		return domain.AuditEntry{}, "", err
	}
	hash, err := chainHash(seq, prev, e, data)
	return domain.AuditEntry{Seq: seq, Event: e, Prev: prev, Hash: hash}, data, err
}

// encodeData writes details as JSON with sorted names; "{}" for none.
func encodeData(m map[string]string) (string, error) {
	if len(m) == 0 {
		return "{}", nil
	}
	return plainJSON(m)
}

// plainJSON writes JSON without escaping < > &.
func plainJSON(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "", err
	}
	return string(bytes.TrimRight(b.Bytes(), "\n")), nil
}

// chainHash is SHA-256 over the previous hash and the canonical form: the JSON
// array [seq, kind, actor, ref kind, ref id, microseconds, data].
func chainHash(seq int64, prev []byte, e domain.Event, data string) ([]byte, error) {
	form, err := plainJSON([]any{seq, e.Kind, e.Actor, e.Ref.Kind, e.Ref.ID, micros(e.At), json.RawMessage(data)})
	if err != nil {
		return nil, err
	}
	h := sha256.New()
	h.Write(prev)
	h.Write([]byte(form))
	return h.Sum(nil), nil
}
