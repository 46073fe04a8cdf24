package rest

import (
	"context"
	"strings"

	"jumpup/server/domain"
	"jumpup/server/service/accounts"
)

type nothing struct{}

func (s *Server) readMe(ctx context.Context, _ *nothing) (*meOut, error) {
	u, err := s.Accounts.Me(ctx, actorOf(ctx))
	if err != nil {
		return nil, err
	}
	m, err := s.me(ctx, u)
	return &meOut{tagged(u.Version), m}, err
}

type changeMeIn struct {
	IfMatch
	Body struct {
		Name *Name   `json:"name,omitempty" doc:"Name of the person"`
		Lang *string `json:"lang,omitempty" enum:"ko,en" doc:"Language of mails and of the page"`
	}
}

func (s *Server) changeMe(ctx context.Context, in *changeMeIn) (*meOut, error) {
	v, err := in.version()
	if err != nil {
		return nil, err
	}
	var name *domain.Text
	if in.Body.Name != nil {
		name = ptr(in.Body.Name.domain())
	}
	u, err := s.Accounts.UpdateMe(ctx, actorOf(ctx), v, name, in.Body.Lang)
	if err != nil {
		return nil, err
	}
	m, err := s.me(ctx, u)
	return &meOut{tagged(u.Version), m}, err
}

type enterIn struct {
	Body struct {
		Email    string `json:"email" minLength:"1" maxLength:"254" doc:"Address of the account"`
		Password string `json:"password" minLength:"1" maxLength:"1000" doc:"Password of the account"`
	}
}

func (s *Server) enter(ctx context.Context, in *enterIn) (*signedInOut, error) {
	if err := s.limitAccount(rateSignIn, accountKey(in.Body.Email)); err != nil {
		return nil, err
	}
	u, err := s.Accounts.SignIn(ctx, in.Body.Email, in.Body.Password)
	if err != nil {
		return nil, err
	}
	return s.welcome(ctx, u)
}

// accountKey is what attempts against one account are counted under, however
// its address is written.
func accountKey(email string) string {
	if e, err := accounts.Email("", email); err == nil {
		return e
	}
	return strings.ToLower(strings.TrimSpace(email))
}

// welcome signs an account in under a new token.
func (s *Server) welcome(ctx context.Context, u domain.User) (*signedInOut, error) {
	m, err := s.me(ctx, u)
	if err != nil {
		return nil, err
	}
	cookie, err := s.signIns.begin(ctx, u.ID, u.Epoch)
	if err != nil {
		return nil, err
	}
	requestOf(ctx).Actor = u.Actor()
	return &signedInOut{SetCookie: cookie, ETag: tagged(u.Version), Body: m}, nil
}

func (s *Server) leave(ctx context.Context, _ *nothing) (*endedOut, error) {
	cookie, err := s.signIns.end(ctx)
	return &endedOut{cookie}, err
}

func (s *Server) leaveEverywhere(ctx context.Context, _ *nothing) (*endedOut, error) {
	if err := s.Accounts.SignOutEverywhere(ctx, actorOf(ctx)); err != nil {
		return nil, err
	}
	return s.leave(ctx, nil)
}

type passwordIn struct {
	Body struct {
		Current string `json:"current" minLength:"1" maxLength:"1000" doc:"Your current password"`
		Next    string `json:"next" minLength:"1" maxLength:"1000" doc:"The new one: at least 10 characters, not your address, not a common one"`
	}
}

func (s *Server) changePassword(ctx context.Context, in *passwordIn) (*signedInOut, error) {
	if err := s.limitAccount(rateSignIn, string(actorOf(ctx).User)); err != nil {
		return nil, err
	}
	u, err := s.Accounts.ChangePassword(ctx, actorOf(ctx), in.Body.Current, in.Body.Next)
	if err != nil {
		return nil, err
	}
	return s.welcome(ctx, u)
}

type resetIn struct {
	Body struct {
		Email string `json:"email" minLength:"1" maxLength:"254" doc:"Address of the account"`
	}
}

func (s *Server) askReset(ctx context.Context, in *resetIn) (*struct{}, error) {
	if err := s.limitAccount(rateReset, accountKey(in.Body.Email)); err != nil {
		return nil, err
	}
	s.Accounts.AskReset(ctx, in.Body.Email)
	return &struct{}{}, nil
}

type peekIn struct {
	Body struct {
		Secret string `json:"secret" minLength:"1" maxLength:"200" doc:"What stands behind # in the link"`
	}
}

type peekOut struct{ Body Peek }

// Peek is what a link is for.
type Peek struct {
	Kind        string `json:"kind" enum:"invitation,reset,sign-in" doc:"What the link does"`
	Role        string `json:"role" enum:"company,expert,investor,coordinator,manager,administrator" doc:"Role of the account"`
	Email       string `json:"email,omitempty" doc:"Address of the account"`
	Name        Name   `json:"name,omitzero" doc:"Name of the person"`
	SubjectName Name   `json:"subject_name,omitzero" doc:"Name of what the account acts for"`
	Expires     string `json:"expires" format:"date-time" doc:"Until when the link works"`
	NeedsEmail  bool   `json:"needs_email" doc:"Whether an address must be entered"`
	NeedsSecret bool   `json:"needs_password" doc:"Whether a password must be chosen"`
}

func (s *Server) peekLink(ctx context.Context, in *peekIn) (*peekOut, error) {
	p, err := s.Accounts.Peek(ctx, in.Body.Secret)
	if err != nil {
		return nil, err
	}
	return &peekOut{Peek{
		Kind: string(p.Kind), Role: string(p.Role), Email: p.Email, Name: nameOf(p.Name), SubjectName: nameOf(p.SubjectName),
		Expires: p.Expires.UTC().Format("2006-01-02T15:04:05Z"), NeedsEmail: p.NeedsEmail, NeedsSecret: p.NeedsSecret,
	}}, nil
}

type spendIn struct {
	Body struct {
		Secret   string `json:"secret" minLength:"1" maxLength:"200" doc:"What stands behind # in the link"`
		Password string `json:"password,omitempty" maxLength:"1000" doc:"The password to set; not for sign-in links"`
		Email    string `json:"email,omitempty" maxLength:"254" doc:"Your address, for a link without one"`
		Name     Name   `json:"name,omitzero" doc:"Your name"`
	}
}

func (s *Server) spendLink(ctx context.Context, in *spendIn) (*signedInOut, error) {
	b := in.Body
	u, err := s.Accounts.Spend(ctx, b.Secret, accounts.Spending{Email: b.Email, Name: b.Name.domain(), Password: b.Password})
	if err != nil {
		return nil, err
	}
	return s.welcome(ctx, u)
}
