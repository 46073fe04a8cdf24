package directory

import (
	"context"
	"strings"

	"jumpup/server/domain"
)

// SavedSearches lists the actor's own, oldest first.
func (s *Service) SavedSearches(ctx context.Context, a domain.Actor) ([]domain.SavedSearch, error) {
	if err := s.maySave(a, domain.ActRead, ""); err != nil {
		return nil, err
	}
	return s.saved.SavedSearches(ctx, a.User)
}

// SaveSearch keeps a search of the actor under a name; conflict when there are
// [domain.SavedMost] of them.
func (s *Service) SaveSearch(ctx context.Context, a domain.Actor, x domain.SavedSearch) (domain.SavedSearch, error) {
	if err := s.maySave(a, domain.ActCreate, ""); err != nil {
		return x, err
	}
	x = tidySaved(a, x)
	if err := x.Validate().Err(); err != nil {
		return x, err
	}
	x.ID, x.Created = s.newID(), s.now()
	return x, s.saved.AddSavedSearch(ctx, x, domain.SavedMost)
}

// ChangeSavedSearch sets name, kind and query of one of the actor's own.
func (s *Service) ChangeSavedSearch(ctx context.Context, a domain.Actor, x domain.SavedSearch) (domain.SavedSearch, error) {
	if err := s.maySave(a, domain.ActUpdate, x.ID); err != nil {
		return x, err
	}
	x = tidySaved(a, x)
	if err := x.Validate().Err(); err != nil {
		return x, err
	}
	return s.saved.ChangeSavedSearch(ctx, x)
}

// DropSavedSearch forgets one of the actor's own.
func (s *Service) DropSavedSearch(ctx context.Context, a domain.Actor, id string) error {
	if err := s.maySave(a, domain.ActDelete, id); err != nil {
		return err
	}
	return s.saved.DropSavedSearch(ctx, a.User, id)
}

// maySave asks about the actor's own searches; the port finds no others.
func (s *Service) maySave(a domain.Actor, act domain.Action, id string) error {
	if err := signedIn(a); err != nil {
		return err
	}
	if !domain.Can(a, act, domain.Object{Kind: domain.ObjectSaved, ID: id, By: a.User}) {
		return forbidden("you may not keep searches")
	}
	if s.saved == nil {
		return unavailable("searches")
	}
	return nil
}

func tidySaved(a domain.Actor, x domain.SavedSearch) domain.SavedSearch {
	x.User, x.Name = a.User, strings.TrimSpace(x.Name)
	x.Query = strings.TrimPrefix(x.Query, "?")
	return x
}
