package rest

import (
	"context"
	"net/http"
	"time"

	"jumpup/server/domain"
	"jumpup/server/service/accounts"
)

// Subject is the record an account acts for.
type Subject struct {
	Kind string `json:"kind" enum:"company,expert,investor,institution" doc:"Kind of the record"`
	ID   string `json:"id" minLength:"1" maxLength:"200" doc:"Id of the record"`
}

// NamedSubject is a subject with its name.
type NamedSubject struct {
	Subject
	Name Name `json:"name,omitzero" doc:"Name of the record; absent when it is gone"`
}

// Me is the account that is signed in.
type Me struct {
	ID      string        `json:"id" doc:"Id of the account"`
	Email   string        `json:"email" doc:"Address to sign in with"`
	Name    Name          `json:"name,omitzero" doc:"Name of the person"`
	Role    string        `json:"role" enum:"company,expert,investor,coordinator,manager,administrator" doc:"What the account may do"`
	Lang    string        `json:"lang" enum:"ko,en" doc:"Language of mails and of the page"`
	Subject *NamedSubject `json:"subject,omitempty" doc:"The record the account acts for; absent for programme staff"`
	Can     []string      `json:"can" doc:"What the account may do in general, such as needs.create or invite.expert"`
	Demo    bool          `json:"demo" doc:"Whether the server shows the demonstration cohort"`
	Version int64         `json:"version" doc:"Version, as in ETag"`
}

// User is an account as those see it who manage accounts.
type User struct {
	ID          string        `json:"id" doc:"Id of the account"`
	Email       string        `json:"email" doc:"Address to sign in with"`
	Name        Name          `json:"name,omitzero" doc:"Name of the person"`
	Role        string        `json:"role" enum:"company,expert,investor,coordinator,manager,administrator" doc:"What the account may do"`
	Subject     *NamedSubject `json:"subject,omitempty" doc:"The record the account acts for"`
	Lang        string        `json:"lang" enum:"ko,en" doc:"Language of mails and of the page"`
	Disabled    bool          `json:"disabled" doc:"Whether the account may not sign in"`
	HasPassword bool          `json:"has_password" doc:"Whether a password was ever set"`
	Created     time.Time     `json:"created" doc:"When the account was made"`
	LastSeen    *time.Time    `json:"last_seen,omitempty" doc:"When it was last used; absent when never"`
	Version     int64         `json:"version" doc:"Version, for If-Match"`
}

// Invitation is one invitation and what became of it.
type Invitation struct {
	ID      string        `json:"id" doc:"Id of the invitation"`
	Email   string        `json:"email,omitempty" doc:"Address it is for; absent when whoever holds the link names one"`
	Name    Name          `json:"name,omitzero" doc:"Name of the person"`
	Role    string        `json:"role" enum:"company,expert,investor,coordinator,manager,administrator" doc:"Role of the account to be"`
	Subject *NamedSubject `json:"subject,omitempty" doc:"The record the account will act for"`
	Lang    string        `json:"lang" enum:"ko,en" doc:"Language of the account to be"`
	State   string        `json:"state" enum:"open,spent,revoked,expired" doc:"What became of it"`
	By      string        `json:"by" doc:"Account that issued it"`
	Created time.Time     `json:"created" doc:"When it was issued"`
	Expires time.Time     `json:"expires" doc:"Until when it works"`
}

// Message is a ready text to send.
type Message struct {
	Subject string `json:"subject" doc:"Subject line"`
	Text    string `json:"text" doc:"Plain text with the link"`
}

// Messages is a ready text in both languages.
type Messages struct {
	Ko Message `json:"ko" doc:"In Korean"`
	En Message `json:"en" doc:"In English"`
}

// Handover is a fresh link: it is shown this one time.
type Handover struct {
	Link    string    `json:"link" doc:"The one-time address; it exists nowhere else, hand it to one person only"`
	Texts   Messages  `json:"texts" doc:"Ready texts to send"`
	Mailed  bool      `json:"mailed" doc:"Whether it went out by mail already"`
	Expires time.Time `json:"expires" doc:"Until when it works"`
}

// IssuedInvitation is a new invitation with its link.
type IssuedInvitation struct {
	Invitation
	Link   string   `json:"link" doc:"The one-time address; it exists nowhere else, hand it to one person only"`
	Texts  Messages `json:"texts" doc:"Ready texts to send"`
	Mailed bool     `json:"mailed" doc:"Whether it went out by mail already"`
}

type meOut struct {
	ETag
	Body Me
}

// signedInOut answers a new sign-in.
type signedInOut struct {
	SetCookie http.Cookie `header:"Set-Cookie" doc:"The sign-in"`
	ETag
	Body Me
}

type endedOut struct {
	SetCookie http.Cookie `header:"Set-Cookie" doc:"Takes the sign-in away"`
}

func (s *Server) me(ctx context.Context, u domain.User) (Me, error) {
	subject, err := s.named(ctx, u.Subject)
	if err != nil {
		return Me{}, err
	}
	return Me{
		ID: string(u.ID), Email: u.Email, Name: nameOf(u.Name), Role: string(u.Role), Lang: u.Lang, Subject: subject,
		Can: accounts.Abilities(u.Actor()), Demo: s.Demo != nil && s.Demo(), Version: u.Version,
	}, nil
}

func (s *Server) named(ctx context.Context, ref domain.Ref) (*NamedSubject, error) {
	if ref.IsZero() {
		return nil, nil
	}
	name, err := s.Accounts.SubjectName(ctx, ref)
	if err != nil {
		return nil, err
	}
	return &NamedSubject{Subject: Subject{Kind: string(ref.Kind), ID: ref.ID}, Name: nameOf(name)}, nil
}

func (s *Server) user(ctx context.Context, u domain.User) (User, error) {
	subject, err := s.named(ctx, u.Subject)
	if err != nil {
		return User{}, err
	}
	out := User{
		ID: string(u.ID), Email: u.Email, Name: nameOf(u.Name), Role: string(u.Role), Subject: subject, Lang: u.Lang,
		Disabled: u.Disabled, HasPassword: u.Password != "", Created: u.Created.UTC(), Version: u.Version,
	}
	if !u.LastSeen.IsZero() {
		seen := u.LastSeen.UTC()
		out.LastSeen = &seen
	}
	return out, nil
}

func (s *Server) invitation(ctx context.Context, l domain.Link) (Invitation, error) {
	subject, err := s.named(ctx, l.Subject)
	if err != nil {
		return Invitation{}, err
	}
	state := "open"
	switch {
	case !l.Spent.IsZero():
		state = "spent"
	case !l.Revoked.IsZero():
		state = "revoked"
	case !l.Open(s.Now()):
		state = "expired"
	}
	return Invitation{
		ID: l.ID, Email: l.Email, Name: nameOf(l.Name), Role: string(l.Role), Subject: subject, Lang: l.Lang,
		State: state, By: string(l.By), Created: l.Created.UTC(), Expires: l.Expires.UTC(),
	}, nil
}

func messagesOf(h accounts.Handover) Messages {
	one := func(lang string) Message { return Message{Subject: h.Texts[lang].Subject, Text: h.Texts[lang].Text} }
	return Messages{Ko: one("ko"), En: one("en")}
}

func handoverOf(h accounts.Handover) Handover {
	return Handover{Link: h.URL, Texts: messagesOf(h), Mailed: h.Mailed, Expires: h.Link.Expires.UTC()}
}

// pageOf turns a page of the domain into one of the API where making an item
// may fail.
func pageOf[D, T any](ctx context.Context, p domain.Page[D], make func(context.Context, D) (T, error)) (List[T], error) {
	out := List[T]{Items: []T{}, Next: p.Next}
	for _, d := range p.Items {
		item, err := make(ctx, d)
		if err != nil {
			return out, err
		}
		out.Items = append(out.Items, item)
	}
	return out, nil
}
