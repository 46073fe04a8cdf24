package matcher_test

import (
	"context"
	"strings"
	"testing"

	"jumpup/matcher"
)

func ptr(n int) *int { return &n }

// pairOf scores one expert and one investor for a directing and an investment need of one
// company, after change has had its say.
type world struct {
	company     matcher.Company
	need        matcher.Need
	expert      matcher.Expert
	investor    matcher.Investor
	institution matcher.Institution
	preferences []matcher.Preference
	people      []matcher.Person
}

func (w *world) blocked(t *testing.T, k matcher.Kind) string {
	t.Helper()
	c := matcher.Corpus{
		Companies: []matcher.Company{w.company}, Experts: []matcher.Expert{w.expert}, Investors: []matcher.Investor{w.investor},
		Institutions: []matcher.Institution{w.institution}, Preferences: w.preferences, People: w.people,
	}
	w.need.Kind = matcher.Directing
	id := w.expert.ID
	if k == matcher.Investors {
		w.need.Kind, id = matcher.Investment, w.investor.ID
	}
	p, err := matcher.Score(context.Background(), snapshot(t, c), matcher.DefaultWeights(), w.need, id, asOf, matcher.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p.Blocked
}

func TestGates(t *testing.T) {
	both := []matcher.Kind{matcher.Experts, matcher.Investors}
	experts, investors := both[:1], both[1:]
	tests := []struct {
		name   string
		kinds  []matcher.Kind
		change func(*world)
		want   string
	}{
		{"nothing in the way", both, func(*world) {}, ""},
		{"candidate names the company", both, func(w *world) { w.expert.Conflicts, w.investor.Conflicts = []string{"c"}, []string{"c"} }, "conflict"},
		{"candidate names another", both, func(w *world) { w.expert.Conflicts, w.investor.Conflicts = []string{"d"}, []string{"d"} }, ""},
		{"institution names the company", experts, func(w *world) { w.institution.Conflicts = []string{"c"} }, "conflict"},
		{"another institution does", experts, func(w *world) { w.institution.ID, w.institution.Conflicts = "y", []string{"c"} }, ""},
		{"company hides from the candidate", both, func(w *world) { w.company.HiddenFrom = []string{"e", "i"} }, "conflict"},
		{"company hides from the institution", experts, func(w *world) { w.company.HiddenFrom = []string{"x"} }, "conflict"},
		{"full", both, func(w *world) {
			w.expert.Capacity, w.expert.Load, w.investor.Capacity, w.investor.Load = ptr(2), 2, ptr(2), 3
		}, "full"},
		{"no capacity at all", both, func(w *world) { w.expert.Capacity, w.investor.Capacity = ptr(0), ptr(0) }, "full"},
		{"room for one", both, func(w *world) { w.expert.Capacity, w.expert.Load, w.investor.Capacity = ptr(2), 1, ptr(1) }, ""},
		{"capacity unknown", both, func(w *world) { w.expert.Load = 100 }, ""},
		{"company says no", both, func(w *world) { w.say("c", "e", "no", 0); w.say("c", "i", "no", 0) }, "preference"},
		{"candidate says no", both, func(w *world) { w.say("e", "c", "no", 0); w.say("i", "c", "no", 0) }, "preference"},
		{"no to this need", both, func(w *world) { w.say("e", "n", "no", 0); w.say("i", "n", "no", 0) }, "preference"},
		{"a person of the company says no", both, func(w *world) {
			w.people = []matcher.Person{{ID: "p", Organisation: "c"}}
			w.say("p", "e", "no", 0)
			w.say("p", "i", "no", 0)
		}, "preference"},
		{"no beside must", both, func(w *world) {
			w.say("c", "e", "must", 0)
			w.say("e", "c", "no", 0)
			w.say("c", "i", "no", 0)
			w.say("c", "i", "must", 0)
		}, "preference"},
		{"the no has expired", both, func(w *world) { w.say("c", "e", "no", asOf-1); w.say("c", "i", "no", asOf-1) }, ""},
		{"the no expires today", both, func(w *world) { w.say("c", "e", "no", asOf); w.say("c", "i", "no", asOf) }, "preference"},
		{"later is no gate", both, func(w *world) { w.say("c", "e", "later", 0); w.say("c", "i", "later", 0) }, ""},
		{"stage outside", investors, func(w *world) { w.need.Stage, w.investor.Stages = "seed", []string{"growth"} }, "stage"},
		{"the company's stage counts", investors, func(w *world) { w.company.Stage, w.investor.Stages = "seed", []string{"growth"} }, "stage"},
		{"the need's stage goes first", investors, func(w *world) {
			w.need.Stage, w.company.Stage, w.investor.Stages = "growth", "seed", []string{"growth"}
		}, ""},
		{"stage unknown", investors, func(w *world) { w.investor.Stages = []string{"growth"} }, ""},
		{"stages unknown", investors, func(w *world) { w.need.Stage = "seed" }, ""},
		{"below the cheque", investors, func(w *world) { w.ticket("499999.99", "USD", "500000", "USD") }, "ticket"},
		{"just the cheque", investors, func(w *world) { w.ticket("500000", "USD", "500000.00", "USD") }, ""},
		{"other currency", investors, func(w *world) { w.ticket("1", "KRW", "500000", "USD") }, ""},
		{"amount unknown", investors, func(w *world) { w.ticket("", "USD", "500000", "USD") }, ""},
		{"no common language", both, func(w *world) { w.speak("ja", "ko") }, "language"},
		{"same language, other country", both, func(w *world) { w.speak("en-GB", "en-US") }, ""},
		{"need names none", both, func(w *world) { w.speak("", "ko") }, ""},
		{"conflict goes before full", both, func(w *world) {
			w.company.HiddenFrom, w.expert.Capacity, w.investor.Capacity = []string{"e", "i"}, ptr(0), ptr(0)
		}, "conflict"},
	}
	for _, tt := range tests {
		for _, k := range tt.kinds {
			w := &world{
				company: matcher.Company{ID: "c"}, need: matcher.Need{ID: "n", Company: "c"}, institution: matcher.Institution{ID: "x"},
				expert: matcher.Expert{ID: "e", Institution: "x"}, investor: matcher.Investor{ID: "i"},
			}
			tt.change(w)
			if got := w.blocked(t, k); got != tt.want {
				t.Errorf("%s (%s): blocked %q, want %q", tt.name, k, got, tt.want)
			}
		}
	}
}

func (w *world) say(from, to, level string, expires matcher.Day) {
	w.preferences = append(w.preferences, matcher.Preference{From: from, To: to, Level: level, Expires: expires})
}

func (w *world) ticket(amount, currency, cheque, of string) {
	w.need.Amount = matcher.Range{Max: amount, Currency: currency}
	w.investor.Ticket = matcher.Range{Min: cheque, Currency: of}
}

func (w *world) speak(need, candidate string) {
	if need != "" {
		w.need.Languages = []string{need}
	}
	w.expert.Languages = []matcher.Language{{Code: candidate}}
	w.investor.Languages = []string{candidate}
}

func TestAPrivateClientIsNeverNamed(t *testing.T) {
	work := matcher.Work{
		Title: matcher.Text{Ko: "한빛전자 품질 개선", En: "Quality at Hanbit Electronics"}, Text: matcher.Text{En: "Hanbit quality audit plan"},
		Client: "Hanbit Electronics", ClientPrivate: true,
	}
	other := work
	other.Title, other.Client = matcher.Text{En: "Quality audit"}, "Hanbit"
	c := matcher.Corpus{
		Companies: []matcher.Company{{ID: "c"}},
		Needs: []matcher.Need{{
			ID: "n", Company: "c", Kind: matcher.Directing, Opened: asOf,
			Title: matcher.Text{En: "Hanbit quality audit"}, Detail: matcher.Text{En: "electronics quality"},
		}},
		Experts: []matcher.Expert{{ID: "e", Works: []matcher.Work{work}}, {ID: "f", Works: []matcher.Work{other}}},
	}
	s := snapshot(t, c)
	for _, p := range rank(t, s, matcher.DefaultWeights(), c.Needs[0], matcher.Options{}) {
		if line := string(matcher.EncodeLine(p)); strings.Contains(strings.ToLower(line), "hanbit") || strings.Contains(line, "한빛") {
			t.Errorf("the private client is named: %s", line)
		}
		part, _ := p.Part(matcher.PartText)
		for _, e := range part.Evidence {
			if e.Note != "" {
				t.Errorf("evidence notes %q", e.Note)
			}
		}
	}
}

func TestEvidenceOfAConfidentialNeed(t *testing.T) {
	c := matcher.Corpus{
		Companies: []matcher.Company{{ID: "c", Tags: []string{"battery"}}},
		Experts:   []matcher.Expert{{ID: "e", Tags: []string{"battery"}, Capacity: ptr(3)}},
	}
	n := matcher.Need{ID: "n", Company: "c", Kind: matcher.Directing, Opened: asOf, Confidential: true}
	p := rank(t, snapshot(t, c), matcher.DefaultWeights(), n, matcher.Options{})[0]
	shared, _ := p.Part(matcher.PartTags)
	load, _ := p.Part(matcher.PartLoad)
	if !shared.Evidence[0].Confidential || load.Evidence[0].Confidential {
		t.Errorf("confidential: tags %v, load %v", shared.Evidence[0].Confidential, load.Evidence[0].Confidential)
	}
}
