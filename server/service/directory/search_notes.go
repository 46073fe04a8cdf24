package directory

import (
	"context"
	"time"

	"jumpup/server/domain"
)

// note keeps a query that found nothing or was slow. Nothing says who asked. An
// answer does not fail for a note.
func (s *Service) note(ctx context.Context, text string, kinds []domain.Kind, none bool, began time.Time) {
	took := s.now().Sub(began)
	words, ok := domain.NoteText(text)
	if s.notes == nil || !ok || !none && took <= domain.SlowSearch {
		return
	}
	n := domain.SearchNote{Text: words, Reason: domain.NoteSlow, Count: 1, Last: s.now(), Slowest: took}
	if none {
		n.Reason = domain.NoteNone
	}
	for _, k := range domain.SearchKinds {
		for _, asked := range kinds {
			if k == asked {
				n.Kinds = append(n.Kinds, k)
				break
			}
		}
	}
	if err := s.notes.NoteSearch(ctx, n); err != nil {
		s.failed("noting a search", err)
	}
}

// SearchNotes lists the queries that found nothing or were slow, newest first;
// for programme staff.
func (s *Service) SearchNotes(ctx context.Context, a domain.Actor, cursor string, limit int) (domain.Page[domain.SearchNote], error) {
	if err := mayRead(a, domain.ObjectNotes, "what searches did not find"); err != nil {
		return domain.Page[domain.SearchNote]{}, err
	}
	if s.notes == nil {
		return domain.Page[domain.SearchNote]{}, unavailable("notes of searches")
	}
	return s.notes.SearchNotes(ctx, cursor, limit)
}

// ClearSearchNotes forgets them.
func (s *Service) ClearSearchNotes(ctx context.Context, a domain.Actor) error {
	if err := signedIn(a); err != nil {
		return err
	}
	if !domain.Can(a, domain.ActDelete, domain.Object{Kind: domain.ObjectNotes}) {
		return forbidden("only coordinators and administrators may clear the notes of searches")
	}
	if s.notes == nil {
		return unavailable("notes of searches")
	}
	return s.notes.ClearSearchNotes(ctx)
}

func unavailable(what string) error {
	return domain.Errorf(domain.CodeUnavailable, "", "this installation keeps no %s", what)
}
