package store

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
)

func invitation(id string, role domain.Role, email string) domain.Link {
	return domain.Link{
		ID: id, Kind: domain.LinkInvitation, Hash: []byte("hash of " + id), Email: email, Name: domain.Text{Ko: "김", En: "Kim"}, Role: role, Lang: "ko",
		By: "system:first-start", Created: fixedNow, Expires: fixedNow.Add(72 * time.Hour),
	}
}

// addUser spends an invitation of its own.
func addUser(t testing.TB, s *Store, id domain.UserID, role domain.Role) domain.User {
	t.Helper()
	l := invitation("for-"+string(id), role, string(id)+"@example.com")
	if err := s.AddLink(bg, l); err != nil {
		t.Fatal(err)
	}
	return must(s.SpendLink(bg, l.Hash, fixedNow, func(l domain.Link, _ *domain.User) (domain.User, []domain.Event, error) {
		return domain.User{ID: id, Email: l.Email, Name: l.Name, Role: l.Role, Lang: l.Lang, Created: fixedNow, Password: "$argon2id$..."}, nil, nil
	}))(t)
}

func TestAccounts(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		u := addUser(t, s, "u1", domain.RoleCompany)
		if u.Version != 1 {
			t.Fatalf("version %d", u.Version)
		}
		for _, find := range []func() (domain.User, error){
			func() (domain.User, error) { return s.User(bg, "u1") },
			func() (domain.User, error) { return s.UserByEmail(bg, "U1@Example.com") },
		} {
			if d := cmp.Diff(u, must(find())(t)); d != "" {
				t.Fatal(d)
			}
		}
		_, err := s.User(bg, "none")
		wantCode(t, err, domain.CodeNotFound)
		_, err = s.UserByEmail(bg, "none@example.com")
		wantCode(t, err, domain.CodeNotFound)
		if err := s.Touch(bg, "u1", fixedNow.Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		if got := must(s.User(bg, "u1"))(t); got.Version != 1 || !got.LastSeen.Equal(fixedNow.Add(time.Minute)) {
			t.Fatalf("%+v", got)
		}
	})
}

func TestUpdateUser(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		addUser(t, s, "u1", domain.RoleCompany)
		addUser(t, s, "u2", domain.RoleExpert)
		rename := func(u *domain.User) ([]domain.Event, error) {
			u.Name, u.Epoch, u.Subject = domain.PlainText("Park"), u.Epoch+1, ref(domain.KindCompany, "c1")
			return []domain.Event{{Kind: domain.UserChanged, Actor: "u1", Ref: ref(domain.ObjectUser, "u1"), At: fixedNow}}, nil
		}
		if err := s.UpdateUser(bg, "u1", 1, rename); err != nil {
			t.Fatal(err)
		}
		if got := must(s.User(bg, "u1"))(t); got.Version != 2 || got.Name.Plain != "Park" || got.Epoch != 1 || got.Subject.ID != "c1" {
			t.Fatalf("%+v", got)
		}
		wantCode(t, s.UpdateUser(bg, "u1", 1, rename), domain.CodeStale)
		wantCode(t, s.UpdateUser(bg, "none", 0, rename), domain.CodeNotFound)
		refused := errors.New("no")
		if err := s.UpdateUser(bg, "u1", 0, func(*domain.User) ([]domain.Event, error) { return nil, refused }); !errors.Is(err, refused) {
			t.Fatal(err)
		}
		err := s.UpdateUser(bg, "u1", 0, func(u *domain.User) ([]domain.Event, error) { u.Email = "U2@example.com"; return nil, nil })
		wantCode(t, err, domain.CodeConflict)
		var e *domain.Error
		if errors.As(err, &e); e.Field != "email" {
			t.Fatalf("field %q", e.Field)
		}
		if page := must(s.Audit(bg, domain.AuditQuery{Kind: domain.UserChanged}))(t); len(page.Items) != 1 {
			t.Fatalf("%d entries", len(page.Items))
		}
	})
}

func TestUsersAndRoles(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		for i := range 7 {
			addUser(t, s, domain.UserID(fmt.Sprintf("e%d", 6-i)), domain.RoleExpert)
		}
		addUser(t, s, "a", domain.RoleAdministrator)
		for role, want := range map[domain.Role]int{"": 8, domain.RoleExpert: 7, domain.RoleInvestor: 0} {
			var got []string
			for cursor, more := "", true; more; {
				page := must(s.Users(bg, role, cursor, 3))(t)
				for _, u := range page.Items {
					got = append(got, u.Email)
				}
				cursor, more = page.Next, page.Next != ""
			}
			if len(got) != want {
				t.Fatalf("%q: %v", role, got)
			}
			for i := 1; i < len(got); i++ {
				if got[i-1] >= got[i] {
					t.Fatalf("order: %v", got)
				}
			}
		}
		if err := s.UpdateUser(bg, "e3", 0, func(u *domain.User) ([]domain.Event, error) { u.Disabled = true; return nil, nil }); err != nil {
			t.Fatal(err)
		}
		if n := must(s.CountRole(bg, domain.RoleExpert))(t); n != 6 {
			t.Fatalf("%d enabled experts", n)
		}
	})
}

func TestLinks(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		l := invitation("l1", domain.RoleAdministrator, "")
		l.Subject = ref(domain.KindCompany, "c1")
		if err := s.AddLink(bg, l, domain.Event{Kind: domain.LinkIssued, Actor: "system:x", Ref: linkRef("l1"), At: fixedNow}); err != nil {
			t.Fatal(err)
		}
		for _, find := range []func() (domain.Link, error){
			func() (domain.Link, error) { return s.LinkByHash(bg, l.Hash) },
			func() (domain.Link, error) { return s.OpenInvitation(bg, domain.RoleAdministrator, fixedNow) },
		} {
			if d := cmp.Diff(l, must(find())(t)); d != "" {
				t.Fatal(d)
			}
		}
		twice := l
		twice.ID = "l2"
		wantCode(t, s.AddLink(bg, twice), domain.CodeConflict)
		_, err := s.LinkByHash(bg, []byte("other"))
		wantCode(t, err, domain.CodeNotFound)
		_, err = s.OpenInvitation(bg, domain.RoleAdministrator, l.Expires)
		wantCode(t, err, domain.CodeNotFound)
		by := invitation("l3", domain.RoleAdministrator, "x@example.com")
		by.By, by.Created = "u1", fixedNow.Add(time.Second)
		if err := errors.Join(s.AddLink(bg, by), s.RevokeLink(bg, "l1", fixedNow), s.RevokeLink(bg, "l1", fixedNow)); err != nil {
			t.Fatal(err)
		}
		_, err = s.OpenInvitation(bg, domain.RoleAdministrator, fixedNow)
		wantCode(t, err, domain.CodeNotFound) // revoked, or by a person
		wantCode(t, s.RevokeLink(bg, "none", fixedNow), domain.CodeNotFound)
		page := must(s.Links(bg, domain.LinkInvitation, "", 1))(t)
		if page.Items[0].ID != "l3" || page.Next == "" {
			t.Fatalf("%+v", page)
		}
		if rest := must(s.Links(bg, domain.LinkInvitation, page.Next, 1))(t); rest.Items[0].ID != "l1" || rest.Next != "" {
			t.Fatalf("%+v", rest)
		}
		if none := must(s.Links(bg, domain.LinkReset, "", 0))(t); len(none.Items) != 0 {
			t.Fatal(none)
		}
	})
}

func TestSpendLink(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		spend := func(hash []byte, at time.Time, id domain.UserID) (given *domain.User, err error) {
			_, err = s.SpendLink(bg, hash, at, func(l domain.Link, u *domain.User) (domain.User, []domain.Event, error) {
				given = u
				if u != nil {
					u.Password = "new"
					return *u, nil, nil
				}
				return domain.User{ID: id, Email: "New@example.com", Role: l.Role}, nil, nil
			})
			return given, err
		}
		_, err := spend([]byte("unknown"), fixedNow, "u0")
		wantCode(t, err, domain.CodeNotFound)
		open := invitation("l1", domain.RoleExpert, "")
		late := invitation("l2", domain.RoleExpert, "")
		gone := invitation("l3", domain.RoleExpert, "")
		taken := invitation("l4", domain.RoleExpert, "")
		again := invitation("l5", domain.RoleExpert, "new@example.com")
		reset := domain.Link{ID: "l6", Kind: domain.LinkReset, Hash: []byte("r"), User: "u1", Created: fixedNow, Expires: fixedNow.Add(time.Hour)}
		lost := domain.Link{ID: "l7", Kind: domain.LinkReset, Hash: []byte("q"), User: "nobody", Created: fixedNow, Expires: fixedNow.Add(time.Hour)}
		for _, l := range []domain.Link{open, late, gone, taken, again, reset, lost} {
			if err := s.AddLink(bg, l); err != nil {
				t.Fatal(err)
			}
		}
		if u, err := spend(open.Hash, fixedNow, "u1"); err != nil || u != nil {
			t.Fatal(u, err)
		}
		_, err = spend(open.Hash, fixedNow, "u2")
		wantCode(t, err, domain.CodeConflict)
		wantCode(t, s.RevokeLink(bg, "l1", fixedNow), domain.CodeConflict)
		_, err = spend(late.Hash, late.Expires, "u2")
		wantCode(t, err, domain.CodeConflict)
		if err := s.RevokeLink(bg, "l3", fixedNow); err != nil {
			t.Fatal(err)
		}
		_, err = spend(gone.Hash, fixedNow, "u2")
		wantCode(t, err, domain.CodeConflict)
		_, err = spend(taken.Hash, fixedNow, "u2")
		wantCode(t, err, domain.CodeConflict) // the address
		if l := must(s.LinkByHash(bg, taken.Hash))(t); !l.Spent.IsZero() {
			t.Fatal("a link was spent although nothing came of it")
		}
		for n, l := range []domain.Link{again, reset} {
			if u, err := spend(l.Hash, fixedNow, ""); err != nil || u == nil || u.ID != "u1" {
				t.Fatal(u, err)
			}
			if u := must(s.User(bg, "u1"))(t); u.Version != int64(n+2) || u.Password != "new" {
				t.Fatalf("%+v", u)
			}
		}
		_, err = spend(lost.Hash, fixedNow, "")
		wantCode(t, err, domain.CodeNotFound)
	})
}

// TestSpendLinkRace: of many spenders of one link one gets it.
func TestSpendLinkRace(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		for round := range 5 {
			l := invitation(fmt.Sprint("race", round), domain.RoleExpert, "")
			if err := s.AddLink(bg, l); err != nil {
				t.Fatal(err)
			}
			var wg sync.WaitGroup
			results := make([]error, 10)
			for i := range results {
				wg.Go(func() {
					_, results[i] = s.SpendLink(bg, l.Hash, fixedNow, func(domain.Link, *domain.User) (domain.User, []domain.Event, error) {
						id := domain.UserID(fmt.Sprintf("r%d-%d", round, i))
						return domain.User{ID: id, Email: string(id), Role: domain.RoleExpert}, nil, nil
					})
				})
			}
			wg.Wait()
			checkOneWon(t, results)
			if n := must(s.CountRole(bg, domain.RoleExpert))(t); n != round+1 {
				t.Fatalf("%d accounts", n)
			}
		}
	})
}

func checkOneWon(t *testing.T, results []error) {
	t.Helper()
	won := 0
	for _, err := range results {
		if err == nil {
			won++
		} else {
			wantCode(t, err, domain.CodeConflict)
		}
	}
	if won != 1 {
		t.Fatalf("%d of %d won", won, len(results))
	}
}

// TestLastAdministrator: two administrators who remove each other, from two
// processes' stores, never both succeed; the last one cannot go in any way.
func TestLastAdministrator(t *testing.T) {
	for _, b := range backends {
		t.Run(b.name, func(t *testing.T) {
			o := b.options(t)
			if o.Memory {
				o.Memory, o.Dir = false, t.TempDir()
			}
			first, second := open(t, o), open(t, o)
			ways := []func(*domain.User) ([]domain.Event, error){
				func(u *domain.User) ([]domain.Event, error) { u.Disabled = true; return nil, nil },
				func(u *domain.User) ([]domain.Event, error) { u.Role = domain.RoleCoordinator; return nil, nil },
			}
			for round := range 6 {
				a, b := domain.UserID(fmt.Sprintf("a%d", round)), domain.UserID(fmt.Sprintf("b%d", round))
				addUser(t, first, a, domain.RoleAdministrator)
				if round == 0 {
					for _, way := range ways {
						wantCode(t, first.UpdateUser(bg, a, 0, way), domain.CodeConflict)
					}
				}
				addUser(t, first, b, domain.RoleAdministrator)
				for n := must(first.CountRole(bg, domain.RoleAdministrator))(t); n > 2; n = must(first.CountRole(bg, domain.RoleAdministrator))(t) {
					old := must(first.Users(bg, domain.RoleAdministrator, "", 0))(t)
					for _, u := range old.Items {
						if u.ID != a && u.ID != b && !u.Disabled {
							if err := first.UpdateUser(bg, u.ID, 0, ways[0]); err != nil {
								t.Fatal(err)
							}
						}
					}
				}
				var wg sync.WaitGroup
				results := make([]error, 2)
				wg.Go(func() { results[0] = first.UpdateUser(bg, a, 0, ways[round%2]) })
				wg.Go(func() { results[1] = second.UpdateUser(bg, b, 0, ways[round/2%2]) })
				wg.Wait()
				checkOneWon(t, results)
			}
		})
	}
}

func TestSubjectIsStillUsed(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		importHouse(t, s)
		addUser(t, s, "u1", domain.RoleInvestor)
		err := s.UpdateUser(bg, "u1", 0, func(u *domain.User) ([]domain.Event, error) {
			u.Subject = ref(domain.KindInvestor, "i1")
			return nil, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		wantCode(t, remove(s, ref(domain.KindInvestor, "i1"), 0), domain.CodeConflict)
	})
}
