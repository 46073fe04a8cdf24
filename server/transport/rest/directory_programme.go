package rest

import (
	"context"
	"encoding/hex"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// registerProgramme adds the settings, the logs and the demonstration's end.
func (s *Server) registerProgramme(api huma.API) {
	add(s, api, op(http.MethodGet, "/settings", "programme", "Read the programme's settings"), s.readSettings)
	add(s, api, op(http.MethodPut, "/settings", "programme", "Change the programme's settings, for administrators"), s.writeSettings)
	add(s, api, op(http.MethodGet, "/audit", "programme", "Read the log of changes, newest first, for programme staff"), s.audit)
	add(s, api, limited(op(http.MethodGet, "/audit/verify", "programme", "Walk the whole log of changes and say whether it is intact"), rateCostly), s.verifyAudit)
	add(s, api, op(http.MethodGet, "/accesses", "programme", "Read the log of reads of personal data, newest first, for administrators"), s.accesses)
	add(s, api, status(op(http.MethodPost, "/demo/remove", "programme",
		"Remove the demonstration with all its records, for administrators"), http.StatusNoContent), s.removeDemo)
}

// Settings is what the programme has settled for everybody.
type Settings struct {
	Name    Name   `json:"name,omitzero" doc:"The programme's name"`
	Cohort  string `json:"cohort,omitempty" maxLength:"200" example:"k2026" doc:"Id of the cohort shown first"`
	Version int64  `json:"version,omitempty" readOnly:"true"`
}

type settingsAnswer struct {
	ETag
	Body Settings
}

func settingsOf(p directory.Programme, err error) (*settingsAnswer, error) {
	if err != nil {
		return nil, err
	}
	return &settingsAnswer{tagged(p.Version), Settings{nameOf(p.Name), string(p.Cohort), p.Version}}, nil
}

func (s *Server) readSettings(ctx context.Context, _ *struct{}) (*settingsAnswer, error) {
	return settingsOf(s.Directory.Programme(ctx, actorOf(ctx)))
}

func (s *Server) writeSettings(ctx context.Context, in *struct {
	IfMatch
	Body Settings
},
) (*settingsAnswer, error) {
	var version int64
	if in.IfMatch.IfMatch != etag(0) { // settings that were never set have the version 0
		v, err := in.version()
		if err != nil {
			return nil, err
		}
		version = v
	}
	return settingsOf(s.Directory.SetProgramme(ctx, actorOf(ctx), version, directory.Programme{
		Name: in.Body.Name.domain(), Cohort: domain.CohortID(in.Body.Cohort),
	}))
}

// AuditEntry is one line of the log of changes.
type AuditEntry struct {
	Seq   int64             `json:"seq" example:"42"`
	At    time.Time         `json:"at"`
	Kind  string            `json:"kind" example:"record.changed"`
	Actor string            `json:"actor" example:"u1" doc:"Id of the account; system:... for the program itself"`
	Ref   *AuditRef         `json:"ref,omitempty"`
	Data  map[string]string `json:"data,omitempty"`
	Hash  string            `json:"hash" doc:"SHA-256 over the entry before and this one"`
}

// AuditRef names what an entry is about.
type AuditRef struct {
	Kind string `json:"kind" example:"need"`
	ID   string `json:"id" example:"n1"`
}

type auditQuery struct {
	Paging
	Kind    string `query:"kind" maxLength:"100" example:"need.moved" doc:"Of event"`
	RefKind string `query:"ref_kind" maxLength:"100" example:"need"`
	RefID   string `query:"ref_id" maxLength:"500" example:"n1" doc:"Needs ref_kind"`
	Actor   string `query:"actor" maxLength:"200" example:"u1"`
}

func (s *Server) audit(ctx context.Context, in *auditQuery) (*struct{ Body List[AuditEntry] }, error) {
	if in.RefID != "" && in.RefKind == "" {
		return nil, domain.Errorf(domain.CodeInvalid, "query.ref_kind", "is missing beside ref_id")
	}
	page, err := s.Directory.Audit(ctx, actorOf(ctx), domain.AuditQuery{
		Ref: domain.Ref{Kind: domain.Kind(in.RefKind), ID: in.RefID}, Actor: domain.UserID(in.Actor), Kind: domain.EventKind(in.Kind),
		Cursor: in.Cursor, Limit: in.Limit,
	})
	if err != nil {
		return nil, err
	}
	return &struct{ Body List[AuditEntry] }{listOf(page, auditOf)}, nil
}

func auditOf(e domain.AuditEntry) AuditEntry {
	out := AuditEntry{
		Seq: e.Seq, At: e.Event.At.UTC(), Kind: string(e.Event.Kind), Actor: string(e.Event.Actor), Data: e.Event.Data,
		Hash: hex.EncodeToString(e.Hash),
	}
	if !e.Event.Ref.IsZero() {
		out.Ref = &AuditRef{string(e.Event.Ref.Kind), e.Event.Ref.ID}
	}
	return out
}

// AuditProof is the outcome of walking the log of changes.
type AuditProof struct {
	Entries int64 `json:"entries"`
	Intact  bool  `json:"intact"`
	Broken  int64 `json:"broken,omitempty" doc:"The first entry that does not fit the one before it"`
}

func (s *Server) verifyAudit(ctx context.Context, _ *struct{}) (*struct{ Body AuditProof }, error) {
	v, err := s.Directory.VerifyAudit(ctx, actorOf(ctx))
	if err != nil {
		return nil, err
	}
	return &struct{ Body AuditProof }{AuditProof{v.Entries, v.Broken == 0, v.Broken}}, nil
}

// AccessEntry is one read of personal data.
type AccessEntry struct {
	At     time.Time `json:"at"`
	Actor  string    `json:"actor" example:"u1"`
	Action string    `json:"action" example:"read"`
	Kind   string    `json:"kind" example:"expert"`
	ID     string    `json:"id,omitempty" example:"e1" doc:"Left out for lists"`
	Count  int       `json:"count" doc:"How many records"`
}

func (s *Server) accesses(ctx context.Context, in *Paging) (*struct{ Body List[AccessEntry] }, error) {
	page, err := s.Directory.Accesses(ctx, actorOf(ctx), in.Cursor, in.Limit)
	if err != nil {
		return nil, err
	}
	page.Total = -1
	return &struct{ Body List[AccessEntry] }{listOf(page, func(a domain.Access) AccessEntry {
		return AccessEntry{a.At.UTC(), string(a.Actor), string(a.Action), string(a.Ref.Kind), a.Ref.ID, a.Count}
	})}, nil
}

func (s *Server) removeDemo(ctx context.Context, in *struct {
	Body struct {
		Confirm string `json:"confirm" maxLength:"100" example:"demo" doc:"The word demo"`
	}
},
) (*struct{}, error) {
	return nil, s.Directory.RemoveDemo(ctx, actorOf(ctx), in.Body.Confirm)
}
