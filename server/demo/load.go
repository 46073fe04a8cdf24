package demo

import (
	"context"
	"errors"
	"time"

	"jumpup/server/domain"
	"jumpup/server/service/accounts"
)

// mark is the setting that says an installation is a demonstration; its value
// is the day the cohort was written for.
const mark = "demo"

// Store is what filling an installation needs of the system of record.
type Store interface {
	List(ctx context.Context, q domain.Query) (domain.Page[domain.Record], error)
	Record(ctx context.Context, ref domain.Ref) (domain.Record, error)
	Import(ctx context.Context, im domain.Import) (domain.Imported, error)
	Setting(ctx context.Context, key string) (string, error)
	PutSetting(ctx context.Context, key, value string, events ...domain.Event) error
	CountRole(ctx context.Context, role domain.Role) (int, error)
}

// Accounts makes the ready accounts and their links; implemented by
// accounts.Service.
type Accounts interface {
	EnsureAccount(ctx context.Context, a domain.Actor, in accounts.Invitation) (domain.User, error)
	SignInLink(ctx context.Context, a domain.Actor, id domain.UserID) (accounts.Handover, error)
}

// Ready is an account that can be tried at once: URL signs in by one press and
// works once.
type Ready struct {
	Role    domain.Role
	Email   string
	Name    domain.Text // of the record acted for; of the person for staff
	Subject domain.Ref
	URL     string
}

// Load makes an empty installation a demonstration, or finds that it is one
// already, and gives fresh sign-in links of the ready accounts, one per role.
// It fails with conflict, having written nothing, when the installation holds
// records or an administrator that did not come from here. A start that was cut
// off is completed by the next one.
func Load(ctx context.Context, s Store, a Accounts, now time.Time) ([]Ready, error) {
	actor := domain.System("demo")
	day, err := s.Setting(ctx, mark)
	if err != nil {
		return nil, err
	}
	if day == "" {
		if err := refuseOther(ctx, s); err != nil {
			return nil, err
		}
		day = string(domain.DateOf(now))
		done := domain.Happened(domain.SettingsChanged, actor, domain.Ref{Kind: domain.ObjectSettings, ID: mark}, now, nil)
		if err := s.PutSetting(ctx, mark, day, done); err != nil {
			return nil, err
		}
	}
	if err := fill(ctx, s, actor, domain.Date(day)); err != nil {
		return nil, err
	}
	return readyAccounts(ctx, s, a, actor)
}

// refuseOther fails when somebody uses the installation already.
func refuseOther(ctx context.Context, s Store) error {
	const remedy = "start without --demo, or with --data naming an empty folder"
	for _, k := range domain.Kinds {
		page, err := s.List(ctx, domain.Query{Kind: k, Limit: 1})
		if err != nil {
			return err
		}
		if len(page.Items) > 0 {
			return domain.Errorf(domain.CodeConflict, "demo", "this data folder holds other data (%s); %s", page.Items[0].Ref(), remedy)
		}
	}
	n, err := s.CountRole(ctx, domain.RoleAdministrator)
	if err != nil {
		return err
	}
	if n > 0 {
		return domain.Errorf(domain.CodeConflict, "demo", "this data folder has an administrator already; %s", remedy)
	}
	return nil
}

// fill imports the cohort unless it is there: what people changed in a
// demonstration stays.
func fill(ctx context.Context, s Store, actor domain.Actor, day domain.Date) error {
	page, err := s.List(ctx, domain.Query{Kind: domain.KindCompany, Limit: 1})
	if err != nil || len(page.Items) > 0 {
		return err
	}
	records := Generate(Default, 1, day)
	for _, r := range records {
		if p := r.Validate(); p.Err() != nil {
			return errors.Join(errors.New("demo: "+r.Ref().String()), p.Err())
		}
	}
	_, err = s.Import(ctx, domain.Import{Actor: actor, Records: records})
	return err
}

// faces are the ready accounts; the subjects are the first records of their
// kinds, which the generator keeps free and visible.
var faces = []struct {
	role    domain.Role
	email   string
	name    domain.Text
	subject string
	lang    string
}{
	{domain.RoleCoordinator, "coordinator@jumpup.example", domain.Text{Ko: "한누리", En: "Nuri Han"}, "", "ko"},
	{domain.RoleCompany, "company@jumpup.example", domain.Text{Ko: "윤다온", En: "Daon Yoon"}, "company-001", "ko"},
	{domain.RoleExpert, "expert@jumpup.example", domain.Text{Ko: "김가온", En: "Gaon Kim"}, "expert-001", "ko"},
	{domain.RoleInvestor, "investor@jumpup.example", domain.Text{En: "Ada Lantern"}, "investor-001", "en"},
	{domain.RoleManager, "institution@jumpup.example", domain.Text{Ko: "서하람", En: "Haram Seo"}, "institution-1", "ko"},
	{domain.RoleAdministrator, "administrator@jumpup.example", domain.Text{Ko: "박마루", En: "Maru Park"}, "", "ko"},
}

func readyAccounts(ctx context.Context, s Store, a Accounts, actor domain.Actor) ([]Ready, error) {
	var out []Ready
	for _, f := range faces {
		r := Ready{Role: f.role, Email: f.email, Name: f.name}
		if f.subject != "" {
			r.Subject = domain.Ref{Kind: f.role.SubjectKind(), ID: f.subject}
			rec, err := s.Record(ctx, r.Subject)
			if domain.CodeOf(err) == domain.CodeNotFound {
				continue // somebody deleted it while trying the demonstration
			}
			if err != nil {
				return nil, err
			}
			r.Name = nameOf(rec)
		}
		u, err := a.EnsureAccount(ctx, actor, accounts.Invitation{Email: f.email, Name: f.name, Role: f.role, Subject: r.Subject, Lang: f.lang})
		if err != nil {
			return nil, err
		}
		if u.Disabled {
			continue
		}
		link, err := a.SignInLink(ctx, actor, u.ID)
		if err != nil {
			return nil, err
		}
		r.URL = link.URL
		out = append(out, r)
	}
	return out, nil
}

func nameOf(r domain.Record) domain.Text {
	switch x := r.(type) {
	case *domain.Company:
		return x.Name
	case *domain.Expert:
		return x.Name
	case *domain.Investor:
		return x.Name
	case *domain.Institution:
		return x.Name
	}
	return domain.Text{}
}
