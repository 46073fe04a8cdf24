package matcher

// Form says how contributions make a score.
type Form string

// The forms of a score.
const (
	Sum   Form = "sum"   // score = sum of contributions
	Logit Form = "logit" // score = 1/(1+exp(-sum of contributions))
)

// Part is one criterion of a score. An unknown part has Known false, Value 0 and
// Contribution 0; its neutral share is in the part PartBase, which has Value 1.
// Contribution = round9(Weight x Value).
type Part struct {
	Code         string
	Known        bool
	Value        float64 // 0..1, nine decimals
	Weight       float64
	Contribution float64
	Evidence     []Evidence
	Missing      []string // of an unknown part: the empty fields that would settle it
}

// Pair is a need and a candidate with the score and its reasons. It is the caller's.
type Pair struct {
	Need, Company, Candidate string
	Kind                     Kind
	Rank                     int // 1 is best; blocked pairs come last
	Score                    float64
	Low, High                float64 // band of uncertainty of Score from the unknown parts
	Form                     Form
	Parts                    []Part // PartBase first where there is one
	Unknown                  []string
	Blocked                  string // gate code, "" when the pair is possible
	Reference                Day    // what is dated after it was ignored
	Weights                  string // version
	Snapshot                 string // Key
}

// Part returns the part of a code, if the pair has it.
func (p *Pair) Part(code string) (Part, bool) {
	for _, q := range p.Parts {
		if q.Code == code {
			return q, true
		}
	}
	return Part{}, false
}

// Figure sums up one group of parts (GroupFit or GroupAct) as their mean value by the
// size of their weights, unknown parts at their neutral value, with the band in which
// the unknown ones leave it. Weight 0 is returned when the group has no weight.
func (p *Pair) Figure(w Weights, group string) (value, low, high float64) {
	return figure(p.Parts, w.Side(p.Kind), group)
}
