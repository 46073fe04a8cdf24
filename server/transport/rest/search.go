package rest

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// registerSearch adds search over everything and the searches that people keep.
func (s *Server) registerSearch(api huma.API) {
	add(s, api, op(http.MethodGet, "/search", "search", "Search everything you may see"), s.search)
	add(s, api, op(http.MethodGet, "/saved-searches", "search", "List the searches you keep, oldest first"), s.savedSearches)
	add(s, api, creates(op(http.MethodPost, "/saved-searches", "search", "Keep a search under a name; you may keep 100")), s.saveSearch)
	add(s, api, op(http.MethodPut, "/saved-searches/{id}", "search", "Change a search you keep"), s.changeSavedSearch)
	add(s, api, status(op(http.MethodDelete, "/saved-searches/{id}", "search", "Forget a search you keep"), http.StatusNoContent), s.dropSavedSearch)
}

// SearchAnswer is what a search found.
type SearchAnswer struct {
	Hits     []SearchHit `json:"hits" doc:"Best first"`
	Counts   []KindCount `json:"counts" doc:"How many of each kind you would find, whatever kinds were asked for; those of none are left out"`
	Reading  string      `json:"reading" enum:"all,typo,any," doc:"How the words were taken: all of them, all but with other spellings, or the more the better; empty when there was nothing to ask"`
	Engine   string      `json:"engine" example:"embedded" doc:"Which engine answered; empty when there was nothing to ask"`
	Degraded bool        `json:"degraded" doc:"Not everything can be found just now"`
}

// KindCount is how many of a kind there are.
type KindCount struct {
	Kind  string `json:"kind" enum:"company,need,expert,investor,portfolio,institution,person" example:"company"`
	Count int    `json:"count" example:"12"`
}

// SearchHit is one thing that was found.
type SearchHit struct {
	Kind        string     `json:"kind" enum:"company,need,expert,investor,portfolio,institution,person" example:"company"`
	ID          string     `json:"id" example:"c1" doc:"Of a portfolio company: for this answer only"`
	Name        Name       `json:"name"`
	Detail      Name       `json:"detail" doc:"A line more: a headline, a need's company, a place"`
	NameMarks   Marks      `json:"name_marks"`
	DetailMarks Marks      `json:"detail_marks"`
	Snippet     *Snippet   `json:"snippet,omitempty" doc:"Where the words stand in a longer text, when name and detail show none of them"`
	Score       float64    `json:"score" example:"0.84" doc:"0 to 1, comparable within the answer"`
	Parent      *HitParent `json:"parent,omitempty" doc:"Of a portfolio company: whose portfolio"`
}

// HitParent is the record that a hit belongs to.
type HitParent struct {
	Kind string `json:"kind" enum:"investor"`
	ID   string `json:"id" example:"i1"`
	Name Name   `json:"name"`
}

type searchQuery struct {
	Q      string   `query:"q" required:"true" minLength:"1" maxLength:"200" example:"반도체"`
	Kind   []string `query:"kind,explode" maxItems:"7" enum:"company,need,expert,investor,portfolio,institution,person" doc:"These kinds alone"`
	Limit  int      `query:"limit" minimum:"1" maximum:"100" default:"20"`
	Typing bool     `query:"typing" doc:"The words are still being typed: nothing is noted of them"`
}

func (s *Server) search(ctx context.Context, in *searchQuery) (*struct{ Body SearchAnswer }, error) {
	found, err := s.Directory.Search(ctx, actorOf(ctx), directory.SearchAsk{
		Text: in.Q, Kinds: each(in.Kind, func(k string) domain.Kind { return domain.Kind(k) }), Limit: in.Limit, Typing: in.Typing,
	})
	if err != nil {
		return nil, err
	}
	return &struct{ Body SearchAnswer }{SearchAnswer{
		Hits: listed(found.Hits, hitOf), Counts: listed(found.Counts, kindCountOf),
		Reading: string(found.Reading), Engine: found.Engine, Degraded: found.Degraded,
	}}, nil
}

func hitOf(h directory.FoundHit) SearchHit {
	out := SearchHit{
		Kind: string(h.Ref.Kind), ID: h.Ref.ID, Name: nameOf(h.Name), Detail: nameOf(h.Detail),
		NameMarks: marksOf(h.Name, h.NameMarks), DetailMarks: marksOf(h.Detail, h.DetailMarks), Snippet: snippetOf(h.Snippet), Score: h.Score,
	}
	if h.Parent != nil {
		out.Parent = &HitParent{string(h.Parent.Ref.Kind), h.Parent.Ref.ID, nameOf(h.Parent.Name)}
	}
	return out
}

func kindCountOf(c directory.KindCount) KindCount { return KindCount{string(c.Kind), c.Count} }

// SavedSearch is a search that somebody keeps.
type SavedSearch struct {
	ID      string    `json:"id,omitempty" readOnly:"true" example:"0198e1c2-6f1e-7c4e-9a51-2f9f0b0a7d11"`
	Name    string    `json:"name" minLength:"1" maxLength:"100" example:"수출 전문가, 서울"`
	Kind    string    `json:"kind,omitempty" enum:"company,need,expert,investor,portfolio,institution,person" doc:"Whose list it is; left out for the search over everything"`
	Query   string    `json:"query" maxLength:"2000" example:"q=export&region=Seoul" doc:"Query of the page's address, without ?"`
	Created time.Time `json:"created,omitzero" readOnly:"true"`
}

func savedOf(x domain.SavedSearch) SavedSearch {
	return SavedSearch{x.ID, x.Name, string(x.Kind), x.Query, x.Created.UTC()}
}

func (x SavedSearch) domain(id string) domain.SavedSearch {
	return domain.SavedSearch{ID: id, Name: x.Name, Kind: domain.Kind(x.Kind), Query: x.Query}
}

func (s *Server) savedSearches(ctx context.Context, _ *struct{}) (*struct{ Body List[SavedSearch] }, error) {
	list, err := s.Directory.SavedSearches(ctx, actorOf(ctx))
	if err != nil {
		return nil, err
	}
	page := domain.Page[domain.SavedSearch]{Items: list, Total: len(list)}
	return &struct{ Body List[SavedSearch] }{listOf(page, savedOf)}, nil
}

func (s *Server) saveSearch(ctx context.Context, in *struct{ Body SavedSearch }) (*struct{ Body SavedSearch }, error) {
	x, err := s.Directory.SaveSearch(ctx, actorOf(ctx), in.Body.domain(""))
	if err != nil {
		return nil, err
	}
	return &struct{ Body SavedSearch }{savedOf(x)}, nil
}

func (s *Server) changeSavedSearch(ctx context.Context, in *struct {
	RecordPath
	Body SavedSearch
},
) (*struct{ Body SavedSearch }, error) {
	x, err := s.Directory.ChangeSavedSearch(ctx, actorOf(ctx), in.Body.domain(in.ID))
	if err != nil {
		return nil, err
	}
	return &struct{ Body SavedSearch }{savedOf(x)}, nil
}

func (s *Server) dropSavedSearch(ctx context.Context, in *RecordPath) (*struct{}, error) {
	return nil, s.Directory.DropSavedSearch(ctx, actorOf(ctx), in.ID)
}
