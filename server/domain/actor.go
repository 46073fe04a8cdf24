package domain

import "time"

// Role is what an account may be.
type Role string

// The roles of accounts. System is for the program's own work (imports from
// the shell, demonstration data, scheduled jobs) and never signs in.
const (
	RoleCompany       Role = "company"
	RoleExpert        Role = "expert"
	RoleInvestor      Role = "investor"
	RoleCoordinator   Role = "coordinator"
	RoleManager       Role = "manager" // institution manager
	RoleAdministrator Role = "administrator"
	RoleSystem        Role = "system"
)

// Roles lists the roles an invitation may carry.
var Roles = []Role{RoleCompany, RoleExpert, RoleInvestor, RoleCoordinator, RoleManager, RoleAdministrator}

// SubjectKind is the kind of record an account of the role acts for; "" for
// programme staff.
func (r Role) SubjectKind() Kind {
	switch r {
	case RoleCompany:
		return KindCompany
	case RoleExpert:
		return KindExpert
	case RoleInvestor:
		return KindInvestor
	case RoleManager:
		return KindInstitution
	}
	return ""
}

// UserID names an account.
type UserID string

// Actor is whoever does something: an explicit argument of every use case.
// The zero Actor is nobody (not signed in).
type Actor struct {
	User    UserID
	Role    Role
	Subject Ref    // the company, expert, investor or institution acted for
	Lang    string // "ko" or "en"
	// Institution is an expert's own: what is hidden from the institution is
	// hidden from its experts.
	Institution InstitutionID
}

// HiddenAs lists the ids under which a company may hide from the actor.
func (a Actor) HiddenAs() []string {
	ids := []string{a.Subject.ID}
	if a.Institution != "" {
		ids = append(ids, string(a.Institution))
	}
	return ids
}

// System is the program itself, acting for a named reason ("import", "demo").
func System(reason string) Actor { return Actor{User: UserID("system:" + reason), Role: RoleSystem} }

// Staff says whether the actor is programme staff or the program itself.
func (a Actor) Staff() bool {
	return a.Role == RoleCoordinator || a.Role == RoleAdministrator || a.Role == RoleSystem
}

// User is an account. Email is stored in lower case and is unique. Epoch grows
// at every sign-out-everywhere, password change, role change and disabling, so
// that older sign-ins end.
type User struct {
	ID       UserID
	Version  int64
	Email    string
	Name     Text
	Role     Role
	Subject  Ref
	Lang     string
	Password string // argon2id in PHC form; "" until first set
	Epoch    int64
	Disabled bool
	Created  time.Time
	LastSeen time.Time
}

// Actor is what the account acts as.
func (u User) Actor() Actor {
	return Actor{User: u.ID, Role: u.Role, Subject: u.Subject, Lang: u.Lang}
}

// LinkKind says what a one-time link does.
type LinkKind string

// The kinds of one-time link.
const (
	LinkInvitation LinkKind = "invitation"
	LinkReset      LinkKind = "reset"
	LinkSignIn     LinkKind = "sign-in" // into a ready account of the demonstration; only the program issues it
)

// Link is a one-time link: an invitation with a role or a password reset. Only
// the SHA-256 of its secret is stored. It is spent by pressing a button, never
// by opening it.
type Link struct {
	ID      string
	Kind    LinkKind
	Hash    []byte
	Email   string // may be empty: whoever holds the link names an address
	Name    Text
	Role    Role
	Subject Ref
	Lang    string
	User    UserID // for a reset or a sign-in: whose
	By      UserID
	Created time.Time
	Expires time.Time
	Spent   time.Time // zero while open
	Revoked time.Time // zero while open
}

// Open says whether the link can still be spent.
func (l Link) Open(now time.Time) bool {
	return l.Spent.IsZero() && l.Revoked.IsZero() && now.Before(l.Expires)
}
