package rest

import (
	"context"
	"net/http"
	"net/url"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// registerDirectory adds organisations, people, needs, experts and investors.
func (s *Server) registerDirectory(api huma.API) {
	addRecords[Institution, institutionList](s, api, domain.KindInstitution, "institutions", institutionOf)
	addRecords[Cohort, cohortList](s, api, domain.KindCohort, "cohorts", cohortOf)
	addRecords[Person, personList](s, api, domain.KindPerson, "people", personOf)
	addRecords[Company, companyList](s, api, domain.KindCompany, "companies", companyOf)
	addRecords[Need, needList](s, api, domain.KindNeed, "needs", s.needToday)
	addRecords[Expert, expertList](s, api, domain.KindExpert, "experts", expertOf)
	addRecords[Investor, investorList](s, api, domain.KindInvestor, "investors", investorOf)
	add(s, api, creates(status(op(http.MethodPost, "/needs/{id}/steps", "directory",
		"Move a need: file, return, triage, match, agree, reopen, none-fit, close"), http.StatusOK)), s.stepNeed)
	s.registerSearch(api)
	s.registerSearchCare(api)
	s.registerFinding(api)
	s.registerProgramme(api)
	s.registerCutting(api)
}

func (s *Server) needToday(it directory.Item) Need { return needOf(it, domain.DateOf(s.Now())) }

// body is a transport object that can become a record.
type body interface{ record() domain.Record }

// lister is the query of a list, of which L is the struct.
type lister[L any] interface {
	*L
	asked() directory.Ask
}

// RecordList is a page of records with the counts asked for.
type RecordList[T any] struct {
	List[T]
	Facets map[string][]FacetCount `json:"facets,omitempty" doc:"Per attribute asked for, how many of the list have each value; most frequent first"`
	Words
}

// FacetCount is how many have a value.
type FacetCount struct {
	Value string `json:"value" example:"seed"`
	Count int    `json:"count" example:"12"`
}

// RecordPath names one record.
type RecordPath struct {
	ID string `path:"id" minLength:"1" maxLength:"200" example:"c1"`
}

type recordAnswer[T any] struct {
	ETag
	Body T
}

type createdAnswer[T any] struct {
	ETag
	Location string `header:"Location" doc:"Address of the new record"`
	Body     T
}

// records is the handlers of one kind.
type records[T body] struct {
	server *Server
	kind   domain.Kind
	path   string
	of     func(directory.Item) T
}

func addRecords[T body, L any, P lister[L]](s *Server, api huma.API, k domain.Kind, path string, of func(directory.Item) T) {
	r := records[T]{s, k, path, of}
	one, all := "/"+path+"/{id}", "/"+path
	add(s, api, op(http.MethodGet, all, "directory", "List "+path+" that you may see"),
		func(ctx context.Context, in *L) (*struct{ Body RecordList[T] }, error) {
			return r.list(ctx, P(in).asked())
		})
	add(s, api, creates(op(http.MethodPost, all, "directory", "Add to "+path)), r.create)
	add(s, api, op(http.MethodGet, one, "directory", "Read one of "+path), r.read)
	add(s, api, op(http.MethodPut, one, "directory", "Replace one of "+path+", as far as its fields are yours to set"), r.replace)
	add(s, api, status(op(http.MethodDelete, one, "directory", "Delete one of "+path), http.StatusNoContent), r.remove)
}

func (r records[T]) ref(id string) domain.Ref { return domain.Ref{Kind: r.kind, ID: id} }

func (r records[T]) list(ctx context.Context, ask directory.Ask) (*struct{ Body RecordList[T] }, error) {
	l, err := r.server.Directory.List(ctx, actorOf(ctx), ask)
	if err != nil {
		return nil, err
	}
	out := RecordList[T]{List: listOf(domain.Page[directory.Item]{Items: l.Items, Next: l.Next, Total: l.Total}, r.of)}
	if len(l.Facets) > 0 {
		out.Facets = map[string][]FacetCount{}
	}
	for at, counts := range l.Facets {
		out.Facets[string(at)] = countsOf(counts)
	}
	out.Words = wordsOf(l)
	return &struct{ Body RecordList[T] }{out}, nil
}

func (r records[T]) create(ctx context.Context, in *struct{ Body T }) (*createdAnswer[T], error) {
	it, err := r.server.Directory.Create(ctx, actorOf(ctx), in.Body.record())
	if err != nil {
		return nil, err
	}
	at := "/api/v1/" + r.path + "/" + url.PathEscape(it.Record.Ref().ID)
	return &createdAnswer[T]{ETag: tagged(it.Record.Rev()), Location: at, Body: r.of(it)}, nil
}

func (r records[T]) read(ctx context.Context, in *RecordPath) (*recordAnswer[T], error) {
	it, err := r.server.Directory.Get(ctx, actorOf(ctx), r.ref(in.ID))
	return answered(it, err, r.of)
}

func (r records[T]) replace(ctx context.Context, in *struct {
	RecordPath
	IfMatch
	Body T
},
) (*recordAnswer[T], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	it, err := r.server.Directory.Update(ctx, actorOf(ctx), r.ref(in.ID), version, in.Body.record())
	return answered(it, err, r.of)
}

func (r records[T]) remove(ctx context.Context, in *struct {
	RecordPath
	IfMatch
},
) (*struct{}, error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	return nil, r.server.Directory.Delete(ctx, actorOf(ctx), r.ref(in.ID), version)
}

func answered[T any](it directory.Item, err error, of func(directory.Item) T) (*recordAnswer[T], error) {
	if err != nil {
		return nil, err
	}
	return &recordAnswer[T]{ETag: tagged(it.Record.Rev()), Body: of(it)}, nil
}

// stepInput is a step that somebody takes with a need.
type stepInput struct {
	RecordPath
	Body struct {
		Step    string `json:"step" enum:"file,return,triage,match,agree,reopen,none-fit,close" example:"file"`
		Remark  string `json:"remark,omitempty" maxLength:"2000" example:"어떤 시장을 먼저 보십니까?" doc:"Required by return, none-fit and a close once filed"`
		Version int64  `json:"version,omitempty" minimum:"0" doc:"The version you have seen; a need that changed since is refused"`
	}
}

func (s *Server) stepNeed(ctx context.Context, in *stepInput) (*recordAnswer[Need], error) {
	it, err := s.Directory.Step(ctx, actorOf(ctx), domain.NeedID(in.ID), in.Body.Version, domain.NeedStep(in.Body.Step), in.Body.Remark)
	return answered(it, err, s.needToday)
}
