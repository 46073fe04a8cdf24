package directory

import (
	"context"
	"encoding/json"

	"jumpup/server/domain"
)

// Programme is what the programme has settled for everybody.
type Programme struct {
	Version int64 // 0 until first set
	Name    domain.Text
	Cohort  domain.CohortID // the cohort shown first; "" for all
}

const settingProgramme = "programme"

// programmeValue is how the settings are kept.
type programmeValue struct {
	Version int64  `json:"version"`
	Plain   string `json:"name,omitempty"`
	Ko      string `json:"name_ko,omitempty"`
	En      string `json:"name_en,omitempty"`
	Cohort  string `json:"cohort,omitempty"`
}

// Programme reads the settings; everybody who is signed in may, since every
// page shows them.
func (s *Service) Programme(ctx context.Context, a domain.Actor) (Programme, error) {
	if err := signedIn(a); err != nil {
		return Programme{}, err
	}
	return s.readProgramme(ctx)
}

func (s *Service) readProgramme(ctx context.Context) (Programme, error) {
	text, err := s.settings.Setting(ctx, settingProgramme)
	if err != nil || text == "" {
		return Programme{}, err
	}
	var v programmeValue
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		return Programme{}, domain.Errorf(domain.CodeInternal, "", "the programme's settings cannot be read: %v", err)
	}
	return Programme{
		Version: v.Version, Name: domain.Text{Plain: v.Plain, Ko: v.Ko, En: v.En}, Cohort: domain.CohortID(v.Cohort),
	}, nil
}

// SetProgramme changes the settings; for administrators. version is the one
// seen, 0 for any; stale when they changed since. The cohort must exist.
func (s *Service) SetProgramme(ctx context.Context, a domain.Actor, version int64, p Programme) (Programme, error) {
	if err := signedIn(a); err != nil {
		return Programme{}, err
	}
	if !domain.Can(a, domain.ActUpdate, domain.Object{Kind: domain.ObjectSettings}) {
		return Programme{}, forbidden("only an administrator may change the settings")
	}
	if p.Cohort != "" {
		_, err := s.store.Record(ctx, domain.Ref{Kind: domain.KindCohort, ID: string(p.Cohort)})
		if domain.CodeOf(err) == domain.CodeNotFound {
			return Programme{}, domain.Errorf(domain.CodeInvalid, "cohort", "there is no cohort %q; choose one that exists", p.Cohort)
		}
		if err != nil {
			return Programme{}, err
		}
	}
	return s.putProgramme(ctx, a, version, p)
}

func (s *Service) putProgramme(ctx context.Context, a domain.Actor, version int64, p Programme) (Programme, error) {
	s.programme.Lock()
	defer s.programme.Unlock()
	now, err := s.readProgramme(ctx)
	if err != nil {
		return Programme{}, err
	}
	if version != 0 && version != now.Version {
		return Programme{}, domain.Errorf(domain.CodeStale, "", "the settings were changed meanwhile; load them again")
	}
	p.Version = now.Version + 1
	b, err := json.Marshal(programmeValue{p.Version, p.Name.Plain, p.Name.Ko, p.Name.En, string(p.Cohort)})
	if err != nil {
		return Programme{}, err
	}
	e := domain.Happened(domain.SettingsChanged, a, domain.Ref{Kind: domain.ObjectSettings, ID: settingProgramme}, s.now(), nil)
	return p, s.settings.PutSetting(ctx, settingProgramme, string(b), e)
}

// DemoWord confirms the removal of the demonstration.
const DemoWord = "demo"

// RemoveDemo empties a folder that the demonstration filled, for
// administrators; confirm must be [DemoWord]. It fails with conflict in a folder
// that holds other data.
func (s *Service) RemoveDemo(ctx context.Context, a domain.Actor, confirm string) error {
	if err := signedIn(a); err != nil {
		return err
	}
	if !domain.Can(a, domain.ActDelete, domain.Object{Kind: domain.ObjectDemo}) {
		return forbidden("only an administrator may remove the demonstration")
	}
	if confirm != DemoWord {
		return domain.Errorf(domain.CodeInvalid, "confirm", "write %q to confirm", DemoWord)
	}
	if s.wiper == nil {
		return domain.Errorf(domain.CodeConflict, "", "this installation holds no demonstration")
	}
	e := domain.Happened(domain.DemoRemoved, a, domain.Ref{Kind: domain.ObjectDemo, ID: DemoWord}, s.now(), nil)
	if err := s.wiper.RemoveDemo(ctx, e); err != nil {
		return err
	}
	p, err := s.readProgramme(ctx)
	if err != nil || p.Cohort == "" {
		return err
	}
	p.Cohort = "" // went with the demonstration
	_, err = s.putProgramme(ctx, a, 0, p)
	return err
}
