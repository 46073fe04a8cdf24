package directory

import (
	"context"

	"jumpup/server/domain"
)

// SearchStatus is how far the search indexes are behind the records.
type SearchStatus struct {
	Head    int64 // number of the newest change
	Engines []EngineStatus
	Counts  []KindCount // records that are searched; portfolio companies are counted with none
}

// EngineStatus is what a server told last of one of its engines.
type EngineStatus struct {
	domain.IndexStatus
	Lag int64 // changes it has not taken in yet
}

// SearchStatus tells how search is doing; for programme staff.
func (s *Service) SearchStatus(ctx context.Context, a domain.Actor) (SearchStatus, error) {
	if err := mayRead(a, domain.ObjectIndex, "how search is doing"); err != nil {
		return SearchStatus{}, err
	}
	if s.indexes == nil {
		return SearchStatus{}, unavailable("search indexes")
	}
	list, err := s.indexes.IndexStatuses(ctx)
	if err != nil {
		return SearchStatus{}, err
	}
	var out SearchStatus
	if out.Head, err = s.indexes.OutboxHead(ctx); err != nil {
		return SearchStatus{}, err
	}
	for _, x := range list {
		out.Engines = append(out.Engines, EngineStatus{x, max(0, out.Head-x.Position)})
	}
	for _, k := range domain.SearchKinds {
		if k == domain.KindPortfolio {
			continue
		}
		n, err := s.total(ctx, domain.Query{Kind: k})
		if err != nil {
			return SearchStatus{}, err
		}
		out.Counts = append(out.Counts, KindCount{k, n})
	}
	return out, nil
}

// RebuildSearch asks every server to make its indexes anew from the records and
// gives the name of the request, which a server notes in its status once it is
// done. Searches go on meanwhile.
func (s *Service) RebuildSearch(ctx context.Context, a domain.Actor) (asked string, err error) {
	if err := signedIn(a); err != nil {
		return "", err
	}
	if !domain.Can(a, domain.ActRebuild, domain.Object{Kind: domain.ObjectIndex}) {
		return "", forbidden("only coordinators and administrators may have the search index rebuilt")
	}
	asked = s.newID()
	e := domain.Happened(domain.RebuildAsked, a, domain.Ref{Kind: domain.ObjectIndex, ID: asked}, s.now(), map[string]string{"asked": asked})
	return asked, s.settings.PutSetting(ctx, domain.SettingRebuild, asked, e)
}
