package store

import (
	"context"
	"slices"

	"jumpup/server/domain"
)

// RemoveDemo deletes every record, run, snapshot and job, all accounts but those
// of staff with their saved searches, all links and all notes on searches, in
// one transaction, and unsets [SettingDemo]. It fails with conflict unless that
// setting is set. Logs, settings and weights stay.
func (s *Store) RemoveDemo(ctx context.Context, events ...domain.Event) error {
	return s.write(ctx, func(t *tx) error {
		demo, err := setting(ctx, t, SettingDemo, s.eng.forUpdate)
		if err != nil {
			return err
		}
		if demo == "" {
			return domain.Errorf(domain.CodeConflict, "demo", "this installation was not filled by the demonstration; nothing was removed")
		}
		if err := t.dropAllRecords(ctx, actorOf(events)); err != nil {
			return err
		}
		for _, text := range []string{
			"DELETE FROM run", "DELETE FROM snapshot", "DELETE FROM job_file", "DELETE FROM job", "DELETE FROM link", "DELETE FROM answer",
			"DELETE FROM search_note", "DELETE FROM saved_search WHERE owner IN (SELECT id FROM account WHERE role NOT IN ('administrator', 'coordinator'))",
			"DELETE FROM account WHERE role NOT IN ('administrator', 'coordinator')",
			"DELETE FROM setting WHERE name = '" + SettingDemo + "'",
		} {
			if _, err := t.ExecContext(ctx, text); err != nil {
				return err
			}
		}
		t.happened(withDefault(events, domain.DemoRemoved, domain.Ref{Kind: domain.ObjectDemo}, s)...)
		return nil
	})
}

// dropAllRecords deletes every record, those that refer before those that are
// referred to.
func (t *tx) dropAllRecords(ctx context.Context, by domain.UserID) error {
	kinds := []domain.Kind{domain.KindPreference, domain.KindNeed, domain.KindExpert, domain.KindInvestor, domain.KindPerson, domain.KindCompany, domain.KindCohort, domain.KindInstitution}
	for _, k := range kinds {
		rows, err := t.QueryContext(ctx, "SELECT id FROM "+string(k)+" ORDER BY id"+t.s.eng.forUpdate)
		ids, err := scanAll(rows, err, scanString)
		if err != nil {
			return err
		}
		if err := t.dropRecords(ctx, k, slices.Clip(ids), by); err != nil {
			return err
		}
	}
	return nil
}
