package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"jumpup/server/domain"
)

const weightsColumns = "version, name, note, experts, investors, made_by, made"

func scanWeights(scan func(...any) error) (w domain.Weights, err error) {
	var experts, investors string
	var made int64
	if err := scan(&w.Version, &w.Name, &w.Note, &experts, &investors, &w.By, &made); err != nil {
		return w, err
	}
	w.At = fromMicros(made)
	return w, errors.Join(json.Unmarshal([]byte(experts), &w.Experts), json.Unmarshal([]byte(investors), &w.Investors))
}

// Weights gives a version, 0 the newest; not_found when none is stored.
func (s *Store) Weights(ctx context.Context, v domain.WeightsVersion) (domain.Weights, error) {
	w, err := scanWeights(s.eng.reader.QueryRowContext(ctx, "SELECT "+weightsColumns+" FROM weights WHERE version = $1 OR $1 = 0 ORDER BY version DESC LIMIT 1", int64(v)).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return w, domain.Errorf(domain.CodeNotFound, "", "there is no version %d of the weights", v)
	}
	return w, asError(err)
}

// WeightsHistory lists all versions, newest first.
func (s *Store) WeightsHistory(ctx context.Context) ([]domain.Weights, error) {
	rows, err := s.eng.reader.QueryContext(ctx, "SELECT "+weightsColumns+" FROM weights ORDER BY version DESC")
	all, err := scanAll(rows, err, scanWeights)
	return all, asError(err)
}

// PublishWeights stores w as version base+1; stale when base is not the newest
// any more. It returns w with its version.
func (s *Store) PublishWeights(ctx context.Context, base domain.WeightsVersion, w domain.Weights, events ...domain.Event) (domain.Weights, error) {
	stale := domain.Errorf(domain.CodeStale, "base", "other weights were published meanwhile; look at them and try again")
	experts, err1 := plainJSON(w.Experts)
	investors, err2 := plainJSON(w.Investors)
	if err := errors.Join(err1, err2); err != nil {
		return w, asError(err)
	}
	w.Version = base + 1
	err := s.write(ctx, func(t *tx) error {
		var newest domain.WeightsVersion
		if err := t.QueryRowContext(ctx, "SELECT COALESCE(MAX(version), 0) FROM weights").Scan(&newest); err != nil {
			return err
		}
		if newest != base {
			return stale
		}
		_, err := t.ExecContext(ctx, "INSERT INTO weights ("+weightsColumns+") VALUES ("+marks(1, 7)+")",
			int64(w.Version), w.Name, w.Note, experts, investors, string(w.By), micros(w.At))
		if faultOf(err) == faultUnique {
			return stale
		}
		t.happened(withDefault(events, domain.WeightsPublished, domain.Ref{Kind: domain.ObjectWeights}, s)...)
		return err
	})
	return w, err
}
