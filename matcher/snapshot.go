package matcher

import (
	"fmt"
	"slices"
	"sort"
)

// Snapshot is a corpus with its statistics: how telling each term is, who invested in
// what and when. It is immutable and may be shared by goroutines. Statistics are kept
// with their dates, so that a need is scored with what was known on its reference day.
type Snapshot struct {
	key          string
	names        *atoms
	labels       *atoms
	lex          *lexicon
	companies    map[string]Company
	needs        []Need
	needAt       map[string]int
	institutions map[string]Institution
	prefs        preferences
	experts      []*compiledExpert
	expertAt     map[string]int
	workDays     []Day // of all works, ascending
	investors    []*compiledInvestor
	investorAt   map[string]int
	market       *market
}

// NewSnapshot compiles a corpus. The order of its slices does not matter; they are not
// kept and may be changed afterwards. An empty or doubled id, or one used by two
// candidates of different kinds, is an error.
func NewSnapshot(c Corpus) (*Snapshot, error) {
	c = sorted(c)
	if err := checkIDs(c); err != nil {
		return nil, err
	}
	s := &Snapshot{
		key: keyOf(c), names: newAtoms(), labels: newAtoms(), lex: newLexicon(),
		companies: map[string]Company{}, needAt: map[string]int{}, institutions: map[string]Institution{},
		expertAt: map[string]int{}, investorAt: map[string]int{},
		needs: c.Needs, prefs: newPreferences(c.Preferences, c.People),
	}
	for _, x := range c.Companies {
		s.companies[x.ID] = x
	}
	for _, x := range c.Institutions {
		s.institutions[x.ID] = x
	}
	for i, n := range c.Needs {
		s.needAt[n.ID] = i
	}
	s.compile(c)
	s.names.grow, s.labels.grow, s.lex.terms.grow = false, false, false
	return s, nil
}

func (s *Snapshot) compile(c Corpus) {
	comp := compiler{s.names, s.labels, s.lex.terms, s.lex.analyzer, &s.lex.written}
	for i, e := range c.Experts {
		x := comp.expert(e)
		for k := range x.works {
			for lang := range x.works[k].text {
				x.works[k].doc[lang] = s.lex.addVector(x.works[k].day, x.works[k].text[lang])
			}
		}
		for _, w := range e.Works {
			if w.Date != 0 {
				s.workDays = append(s.workDays, w.Date)
			}
		}
		s.experts, s.expertAt[e.ID] = append(s.experts, x), i
	}
	for i, v := range c.Investors {
		x := comp.investor(v, s.founded)
		x.index = i
		for lang := range x.thesis {
			x.thesisDoc[lang] = s.lex.addVector(0, x.thesis[lang])
		}
		s.investors, s.investorAt[v.ID] = append(s.investors, x), i
	}
	for _, n := range c.Needs {
		x := comp.need(n, s.companies[n.Company], 0)
		for _, v := range x.text {
			s.lex.addVector(n.Opened, v)
		}
	}
	s.settle()
	slices.Sort(s.workDays)
	s.market = newMarket(s.investors, s.labels.size())
}

// settle brings all vectors to the final numbers of the terms. Documents share their
// slices with the works and theses, so each is renumbered once.
func (s *Snapshot) settle() {
	table := s.lex.settle()
	for _, d := range s.lex.docs {
		d.renumber(table)
	}
	for _, e := range s.experts {
		for i := range e.topicBag {
			e.topicBag[i].renumber(table)
		}
	}
	s.lex.index()
}

func (s *Snapshot) founded(company string) int { return s.companies[company].Founded }

// Key is a hash of the whole corpus: equal corpora in any order have equal keys.
func (s *Snapshot) Key() string { return s.key }

// Need returns a need of the snapshot.
func (s *Snapshot) Need(id string) (Need, bool) {
	i, ok := s.needAt[id]
	if !ok {
		return Need{}, false
	}
	return s.needs[i], true
}

// Needs returns the needs a kind of candidates answers, ids ascending. The slice is the
// caller's, the slices inside the needs are not.
func (s *Snapshot) Needs(k Kind) []Need {
	var out []Need
	for _, n := range s.needs {
		if n.Kind == k.answers() {
			out = append(out, n)
		}
	}
	return out
}

// sorted copies the corpus's slices and orders them by id.
func sorted(c Corpus) Corpus {
	c.Institutions = byID(c.Institutions, func(x Institution) string { return x.ID })
	c.People = byID(c.People, func(x Person) string { return x.ID })
	c.Companies = byID(c.Companies, func(x Company) string { return x.ID })
	c.Needs = byID(c.Needs, func(x Need) string { return x.ID })
	c.Experts = byID(c.Experts, func(x Expert) string { return x.ID })
	c.Investors = byID(c.Investors, func(x Investor) string { return x.ID })
	return c
}

func byID[T any](in []T, id func(T) string) []T {
	out := append([]T(nil), in...)
	sort.SliceStable(out, func(i, j int) bool { return id(out[i]) < id(out[j]) })
	return out
}

func checkIDs(c Corpus) error {
	seen := map[string]string{}
	one := func(kind, id string) error {
		switch was := seen[id]; {
		case id == "":
			return fmt.Errorf("matcher: a record of %s has no id", kind)
		case was != "":
			return fmt.Errorf("matcher: id %q is used twice (%s, %s)", id, was, kind)
		}
		seen[id] = kind
		return nil
	}
	for _, e := range c.Experts {
		if err := one("experts", e.ID); err != nil {
			return err
		}
		for _, t := range e.Topics {
			if !finite(t.Years) {
				return fmt.Errorf("matcher: expert %q: years on topic %q are not a number", e.ID, t.Name)
			}
		}
	}
	for _, v := range c.Investors {
		if err := one("investors", v.ID); err != nil {
			return err
		}
	}
	for i, n := range c.Needs {
		if n.ID == "" || i > 0 && c.Needs[i-1].ID == n.ID {
			return fmt.Errorf("matcher: need id %q is empty or used twice", n.ID)
		}
	}
	for i, x := range c.Companies {
		if x.ID == "" || i > 0 && c.Companies[i-1].ID == x.ID {
			return fmt.Errorf("matcher: company id %q is empty or used twice", x.ID)
		}
	}
	return nil
}
