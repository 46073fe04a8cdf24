package domain

import "time"

// NeedKind says what a company wants.
type NeedKind string

// The kinds of need. Partner needs are filed and triaged but not ranked.
const (
	NeedDirecting  NeedKind = "directing"
	NeedInvestment NeedKind = "investment"
	NeedPartner    NeedKind = "partner"
)

// CandidateKind is the kind of record that answers a need: experts answer
// directing, investors answer investment; ok is false for partner needs.
func (k NeedKind) CandidateKind() (kind Kind, ok bool) {
	switch k {
	case NeedDirecting:
		return KindExpert, true
	case NeedInvestment:
		return KindInvestor, true
	}
	return "", false
}

// NeedState is where a need stands.
type NeedState string

// The states of a need.
const (
	NeedDraft    NeedState = "draft"    // with the company, unseen by others
	NeedFiled    NeedState = "filed"    // waits for triage
	NeedReturned NeedState = "returned" // back with the company, with a question
	NeedTriaged  NeedState = "triaged"  // accepted; candidates are being chosen
	NeedMatched  NeedState = "matched"  // candidates proposed to both sides
	NeedAgreed   NeedState = "agreed"   // both sides said yes
	NeedClosed   NeedState = "closed"   // done or withdrawn
)

// NeedStates lists the states in order.
var NeedStates = []NeedState{NeedDraft, NeedFiled, NeedReturned, NeedTriaged, NeedMatched, NeedAgreed, NeedClosed}

// Need is what a company asks for (수요). The fields up to Confidential are
// the interchange record; the rest is how the programme handles it and is not
// exported.
type Need struct {
	Revision
	ID               NeedID
	Company          CompanyID
	Kind             NeedKind
	Title            Text
	Detail           Text
	Topics           []string
	Fields           []string
	Industries       []string
	IndustryRevision *int
	Tags             []string
	Markets          []string
	Languages        []string
	Stage            Stage
	Amount           Range
	Instrument       string
	UseOfFunds       Text
	Opened           Date
	Due              Date
	Priority         *int // 1 (low) to 5 (high)
	Confidential     bool

	State   NeedState
	Holder  Role      // whose turn it is: company or coordinator; "" when closed
	Since   time.Time // when the state was entered
	StateBy Date      // when the holder should have acted, "" when open-ended
	Remark  string    // the question of a return, the reason of "none fits" or of a close
}

// Ref names the record.
func (x *Need) Ref() Ref { return Ref{KindNeed, string(x.ID)} }

// NeedStep is a move between states.
type NeedStep string

// The steps, named by what the person presses.
const (
	StepFile    NeedStep = "file"     // draft, returned -> filed        (company)
	StepReturn  NeedStep = "return"   // filed, triaged -> returned      (coordinator, remark required)
	StepTriage  NeedStep = "triage"   // filed -> triaged                (coordinator)
	StepMatch   NeedStep = "match"    // triaged -> matched              (coordinator)
	StepAgree   NeedStep = "agree"    // matched -> agreed               (coordinator)
	StepReopen  NeedStep = "reopen"   // matched, agreed, closed -> triaged (coordinator)
	StepNoneFit NeedStep = "none-fit" // triaged, matched -> filed       (company, remark required)
	StepClose   NeedStep = "close"    // any but closed -> closed        (company or coordinator, remark required once filed)
)

type move struct {
	from []NeedState
	to   NeedState
}

var needMoves = map[NeedStep]move{
	StepFile:    {[]NeedState{NeedDraft, NeedReturned}, NeedFiled},
	StepReturn:  {[]NeedState{NeedFiled, NeedTriaged}, NeedReturned},
	StepTriage:  {[]NeedState{NeedFiled}, NeedTriaged},
	StepMatch:   {[]NeedState{NeedTriaged}, NeedMatched},
	StepAgree:   {[]NeedState{NeedMatched}, NeedAgreed},
	StepReopen:  {[]NeedState{NeedMatched, NeedAgreed, NeedClosed}, NeedTriaged},
	StepNoneFit: {[]NeedState{NeedTriaged, NeedMatched}, NeedFiled},
	StepClose:   {[]NeedState{NeedDraft, NeedFiled, NeedReturned, NeedTriaged, NeedMatched, NeedAgreed}, NeedClosed},
}

// needDays is how long the holder of a state has, in calendar days; 0 means
// no term.
var needDays = map[NeedState]int{NeedFiled: 5, NeedReturned: 7, NeedTriaged: 10, NeedMatched: 14}

// Steps lists the steps that the state allows, whoever takes them.
func (x *Need) Steps() []NeedStep {
	var out []NeedStep
	for _, s := range []NeedStep{StepFile, StepReturn, StepTriage, StepMatch, StepAgree, StepReopen, StepNoneFit, StepClose} {
		for _, f := range needMoves[s].from {
			if f == x.State {
				out = append(out, s)
			}
		}
	}
	return out
}

// Take moves the need by one step and sets holder, since and term. It fails
// with conflict when the state does not allow the step, and with invalid when
// a remark is missing where the other side needs a reason, or when a need is
// filed without a title. Who may take which step is [Can]'s business.
func (x *Need) Take(step NeedStep, remark string, now time.Time) error {
	m, known := needMoves[step]
	if !known {
		return Errorf(CodeInvalid, "step", "unknown step %q", step)
	}
	allowed := false
	for _, f := range m.from {
		allowed = allowed || f == x.State
	}
	if !allowed {
		return Errorf(CodeConflict, "state", "a %s need cannot take the step %q; reload to see its state", x.State, step)
	}
	needsRemark := step == StepReturn || step == StepNoneFit || step == StepClose && x.State != NeedDraft
	if needsRemark && remark == "" {
		return Errorf(CodeInvalid, "remark", "say why in one sentence; the other side reads it")
	}
	if step == StepFile && x.Title.IsZero() {
		return Errorf(CodeInvalid, "title", "give the need a title before filing it")
	}
	x.enter(m.to, remark, now)
	return nil
}

// Start puts a new need into its first state: draft, or filed for imported
// needs that name a company already.
func (x *Need) Start(s NeedState, now time.Time) { x.enter(s, "", now) }

func (x *Need) enter(s NeedState, remark string, now time.Time) {
	x.State, x.Since, x.Remark = s, now, remark
	switch s {
	case NeedDraft, NeedReturned, NeedMatched:
		x.Holder = RoleCompany
	case NeedClosed, NeedAgreed:
		x.Holder = ""
	default:
		x.Holder = RoleCoordinator
	}
	x.StateBy = ""
	if d := needDays[s]; d > 0 {
		x.StateBy = DateOf(now.AddDate(0, 0, d))
	}
}
