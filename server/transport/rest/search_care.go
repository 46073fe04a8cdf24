package rest

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// registerSearchCare adds what programme staff look after: the synonyms, what
// searches did not find, and the indexes.
func (s *Server) registerSearchCare(api huma.API) {
	add(s, api, op(http.MethodGet, "/synonyms", "search", "Read the synonyms of search, for coordinators and administrators"), s.readSynonyms)
	add(s, api, op(http.MethodPut, "/synonyms", "search", "Replace the synonyms of search, for coordinators and administrators"), s.writeSynonyms)
	add(s, api, op(http.MethodGet, "/search/notes", "search",
		"List the queries that found nothing or were slow, newest first, for programme staff"), s.searchNotes)
	add(s, api, status(op(http.MethodDelete, "/search/notes", "search",
		"Forget the queries that found nothing or were slow, for coordinators and administrators"), http.StatusNoContent), s.clearSearchNotes)
	add(s, api, op(http.MethodGet, "/search/status", "search", "How far the search indexes are, for programme staff"), s.searchStatus)
	add(s, api, limited(status(op(http.MethodPost, "/search/rebuild", "search",
		"Have the search indexes made anew, for coordinators and administrators; searches go on meanwhile"), http.StatusAccepted), rateCostly), s.rebuildSearch)
}

// Synonyms are groups of words that mean the same in search.
type Synonyms struct {
	Groups  []SynonymGroup `json:"groups" maxItems:"1000" doc:"A word stands in one group at most; groups of fewer than two words are dropped"`
	Version int64          `json:"version,omitempty" readOnly:"true"`
}

// SynonymGroup is one group of words.
type SynonymGroup []string

// Schema bounds the words.
func (SynonymGroup) Schema(huma.Registry) *huma.Schema {
	word := &huma.Schema{Type: huma.TypeString, MaxLength: ptr(domain.SynonymRunesMost)}
	group := &huma.Schema{
		Type: huma.TypeArray, MaxItems: ptr(domain.SynonymWordsMost), Items: word,
		Description: "Words that mean the same", Examples: []any{[]string{"수출", "해외진출", "export"}},
	}
	word.PrecomputeMessages()
	group.PrecomputeMessages()
	return group
}

type synonymsAnswer struct {
	ETag
	Body Synonyms
}

func synonymsOf(set directory.SynonymSet, err error) (*synonymsAnswer, error) {
	if err != nil {
		return nil, err
	}
	return &synonymsAnswer{tagged(set.Version), Synonyms{
		Groups: listed(set.Groups, func(g []string) SynonymGroup { return g }), Version: set.Version,
	}}, nil
}

func (s *Server) readSynonyms(ctx context.Context, _ *struct{}) (*synonymsAnswer, error) {
	return synonymsOf(s.Directory.Synonyms(ctx, actorOf(ctx)))
}

func (s *Server) writeSynonyms(ctx context.Context, in *struct {
	IfMatch
	Body Synonyms
},
) (*synonymsAnswer, error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	groups := each(in.Body.Groups, func(g SynonymGroup) []string { return g })
	return synonymsOf(s.Directory.SetSynonyms(ctx, actorOf(ctx), version, groups))
}

// SearchNote is a query that found nothing or was slow. Who asked is not kept.
type SearchNote struct {
	Text      string    `json:"text" example:"양자 센서" doc:"The first 100 characters, in lower case"`
	Reason    string    `json:"reason" enum:"none,slow" doc:"none: nothing was found, however the words were taken"`
	Kinds     []string  `json:"kinds" enum:"company,need,expert,investor,portfolio,institution,person" doc:"Kinds asked for the last time; empty for all"`
	Count     int64     `json:"count" example:"3" doc:"How often"`
	Last      time.Time `json:"last"`
	SlowestMS float64   `json:"slowest_ms" example:"143.2" doc:"The longest that an answer took, in milliseconds"`
}

func (s *Server) searchNotes(ctx context.Context, in *Paging) (*struct{ Body List[SearchNote] }, error) {
	page, err := s.Directory.SearchNotes(ctx, actorOf(ctx), in.Cursor, in.Limit)
	if err != nil {
		return nil, err
	}
	return &struct{ Body List[SearchNote] }{listOf(page, func(n domain.SearchNote) SearchNote {
		return SearchNote{
			n.Text, string(n.Reason), listed(n.Kinds, func(k domain.Kind) string { return string(k) }), n.Count, n.Last.UTC(),
			float64(n.Slowest.Microseconds()) / 1000,
		}
	})}, nil
}

func (s *Server) clearSearchNotes(ctx context.Context, _ *struct{}) (*struct{}, error) {
	return nil, s.Directory.ClearSearchNotes(ctx, actorOf(ctx))
}

// SearchStatus is how far the search indexes are.
type SearchStatus struct {
	Head    int64         `json:"head" example:"4211" doc:"Number of the newest change to the records"`
	Engines []IndexStatus `json:"engines" doc:"What every server told last of each of its engines"`
	Counts  []KindCount   `json:"counts" doc:"Records that are searched"`
}

// IndexStatus is one engine as one server sees it.
type IndexStatus struct {
	Server   string         `json:"server" example:"local"`
	Engine   string         `json:"engine" example:"embedded"`
	Position int64          `json:"position" doc:"Number of the last change it holds"`
	Lag      int64          `json:"lag" doc:"Changes it does not hold yet"`
	Ready    bool           `json:"ready" doc:"It holds every record up to its position"`
	Phase    string         `json:"phase" enum:",filling,reconciling" doc:"What it is busy with beside new changes; empty: nothing"`
	Done     int64          `json:"done" doc:"Records done of the phase"`
	Total    int64          `json:"total" doc:"Records of the phase"`
	Records  int64          `json:"records" doc:"Records it holds"`
	Parked   []ParkedRecord `json:"parked" doc:"Records it cannot take, oldest first"`
	Error    string         `json:"error" doc:"Why it is not up to date; empty when it is"`
	Asked    string         `json:"asked" doc:"The newest request to rebuild that it has carried out"`
	Seen     time.Time      `json:"seen" doc:"When the server told this"`
}

// ParkedRecord is a record that an engine cannot take.
type ParkedRecord struct {
	Kind string `json:"kind" example:"need"`
	ID   string `json:"id" example:"n1"`
	Why  string `json:"why"`
}

func (s *Server) searchStatus(ctx context.Context, _ *struct{}) (*struct{ Body SearchStatus }, error) {
	st, err := s.Directory.SearchStatus(ctx, actorOf(ctx))
	if err != nil {
		return nil, err
	}
	return &struct{ Body SearchStatus }{SearchStatus{
		Head: st.Head, Engines: listed(st.Engines, indexStatusOf), Counts: listed(st.Counts, kindCountOf),
	}}, nil
}

func indexStatusOf(x directory.EngineStatus) IndexStatus {
	return IndexStatus{
		Server: x.Server, Engine: x.Engine, Position: x.Position, Lag: x.Lag, Ready: x.Ready, Phase: x.Phase, Done: x.Done,
		Total: x.Total, Records: x.Records, Error: x.Error, Asked: x.Asked, Seen: x.Seen.UTC(),
		Parked: listed(x.Parked, func(p domain.Parked) ParkedRecord { return ParkedRecord{string(p.Ref.Kind), p.Ref.ID, p.Why} }),
	}
}

// RebuildAnswer names a request to rebuild.
type RebuildAnswer struct {
	Asked string `json:"asked" example:"0198e1c2-6f1e-7c4e-9a51-2f9f0b0a7d11" doc:"An engine whose status names it in asked has carried it out"`
}

func (s *Server) rebuildSearch(ctx context.Context, _ *struct{}) (*struct{ Body RebuildAnswer }, error) {
	asked, err := s.Directory.RebuildSearch(ctx, actorOf(ctx))
	if err != nil {
		return nil, err
	}
	return &struct{ Body RebuildAnswer }{RebuildAnswer{asked}}, nil
}
