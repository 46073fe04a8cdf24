package rest

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// registerCutting adds the reading of pasted texts. It stores nothing.
func (s *Server) registerCutting(api huma.API) {
	add(s, api, limited(status(op(http.MethodPost, "/cv-cut", "directory",
		"Cut a pasted CV into works; nothing is stored"), http.StatusOK), rateCostly), s.cutCV)
	add(s, api, limited(status(op(http.MethodPost, "/thesis-cut", "directory",
		"Read a pasted investment thesis, or answers a line each; nothing is stored"), http.StatusOK), rateCostly), s.cutThesis)
}

type pasteInput struct {
	Body struct {
		Text string `json:"text" maxLength:"100000" doc:"As pasted, in Korean or English" example:"경력\n2021.03 ~ 2023.05 ㈜한빛정밀 해외사업부 이사\n- 베트남 법인 설립"`
	}
}

// CutWorks is the works found in a CV.
type CutWorks struct {
	Works []CutWork `json:"works" doc:"In the order of the text"`
}

// CutWork is one work; every word stands in its quote.
type CutWork struct {
	Title  string `json:"title" example:"㈜한빛정밀 해외사업부 이사"`
	Text   string `json:"text" example:"베트남 법인 설립"`
	Date   string `json:"date,omitempty" format:"date" example:"2023-05-31" doc:"Last day of the period, the first where it still goes on"`
	Client string `json:"client,omitempty" example:"㈜한빛정밀" doc:"A guess"`
	Period string `json:"period,omitempty" example:"2021.03 ~ 2023.05" doc:"As written"`
	Quote  string `json:"quote" doc:"The lines it was taken from"`
}

func (s *Server) cutCV(ctx context.Context, in *pasteInput) (*struct{ Body CutWorks }, error) {
	works, err := s.Directory.CutCV(ctx, actorOf(ctx), in.Body.Text)
	if err != nil {
		return nil, err
	}
	return &struct{ Body CutWorks }{CutWorks{listed(works, func(w directory.CutWork) CutWork {
		return CutWork{w.Title, w.Text, string(w.Date), w.Client, w.Period, w.Quote}
	})}}, nil
}

// CutThesis is what was found in a thesis. What the text does not say is empty
// or left out.
type CutThesis struct {
	Stages      []string     `json:"stages" enum:"pre-seed,seed,series-a,series-b,series-c,growth,pre-ipo,public,other"`
	Ticket      *Range       `json:"ticket,omitempty"`
	Instruments []string     `json:"instruments" enum:"equity,RCPS,convertible,CB,BW,loan,JV,M&A,distribution"`
	Industries  []string     `json:"industries" doc:"KSIC divisions, only where a word leaves no doubt" example:"C29"`
	Tags        []string     `json:"tags" doc:"Sectors as written" example:"robotics"`
	Markets     []string     `json:"markets" doc:"Countries" example:"KR,VN"`
	Lead        string       `json:"lead,omitempty" enum:"lead,follow,both"`
	Found       []ThesisFind `json:"found" doc:"From which words each value was taken"`
}

// ThesisFind is one value with its words.
type ThesisFind struct {
	Field string `json:"field" enum:"stages,ticket,instruments,industries,tags,markets,lead"`
	Value string `json:"value" example:"series-a"`
	Quote string `json:"quote" example:"seed to Series B"`
}

func (s *Server) cutThesis(ctx context.Context, in *pasteInput) (*struct{ Body CutThesis }, error) {
	t, err := s.Directory.CutThesis(ctx, actorOf(ctx), in.Body.Text)
	if err != nil {
		return nil, err
	}
	same := func(v string) string { return v }
	return &struct{ Body CutThesis }{CutThesis{
		Stages: listed(t.Stages, func(v domain.Stage) string { return string(v) }), Ticket: rangeOf(t.Ticket),
		Instruments: listed(t.Instruments, same), Industries: listed(t.Industries, same), Tags: listed(t.Tags, same),
		Markets: listed(t.Markets, same), Lead: t.Lead,
		Found: listed(t.Found, func(f directory.ThesisFind) ThesisFind { return ThesisFind{f.Field, f.Value, f.Quote} }),
	}}, nil
}
