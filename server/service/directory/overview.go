package directory

import (
	"context"
	"time"

	"jumpup/server/domain"
)

const (
	topicsShown   = 30
	expertsShown  = 300
	worstOffShown = 500 // more than a cohort holds: fairness is one dot per company
	groupsShown   = 60
)

// Overview gives the figures of a cohort, "" of all, for programme staff. Each
// kind of record is read once, in one stream.
func (s *Service) Overview(ctx context.Context, a domain.Actor, cohort domain.CohortID) (Figures, error) {
	if err := mayOverview(a); err != nil {
		return Figures{}, err
	}
	b := newBoard(cohort, s.now())
	if err := b.read(ctx, s.store); err != nil {
		return Figures{}, err
	}
	investors, err := s.store.List(ctx, domain.Query{Kind: domain.KindInvestor, Limit: 1, Count: true})
	if err != nil {
		return Figures{}, err
	}
	f := b.figures()
	f.Totals.Investors = investors.Total
	if f.Steps, err = s.firstSteps(ctx, b, investors.Total); err != nil {
		return Figures{}, err
	}
	if n := len(f.Experts); n > 0 {
		s.log.Accessed(domain.Access{Actor: a.User, Action: domain.ActOverview, Ref: domain.Ref{Kind: domain.KindExpert}, At: s.now(), Count: n})
	}
	return f, nil
}

// board collects what the figures are made of.
type board struct {
	cohort    domain.CohortID
	now       time.Time
	today     domain.Date
	newest    domain.CohortID
	cohorts   int
	all       int // companies of every cohort
	companies map[domain.CompanyID]*tally
	needOf    map[string]domain.CompanyID // a need's company, of those counted
	needs     []*domain.Need
	triaged   bool
	experts   []ExpertLoad
	houses    map[domain.InstitutionID]*InstitutionLoad
}

// tally is one company of the board.
type tally struct {
	company *domain.Company
	wanted  map[string]bool
	matched int
	open    int
	oldest  *domain.Need
	waiting int
}

func (t *tally) covered() bool { return len(t.wanted) > 0 || t.matched > 0 }

func newBoard(cohort domain.CohortID, now time.Time) *board {
	return &board{
		cohort: cohort, now: now, today: domain.DateOf(now), companies: map[domain.CompanyID]*tally{},
		needOf: map[string]domain.CompanyID{}, houses: map[domain.InstitutionID]*InstitutionLoad{},
	}
}

// read streams every kind that the figures need, in an order in which what is
// referred to comes first.
func (b *board) read(ctx context.Context, store Store) error {
	var newest *domain.Cohort
	take := map[domain.Kind]func(domain.Record){
		domain.KindCohort: func(r domain.Record) {
			c := r.(*domain.Cohort)
			b.cohorts++
			if newest == nil || later(c, newest) {
				newest, b.newest = c, c.ID
			}
		},
		domain.KindInstitution: func(r domain.Record) {
			x := r.(*domain.Institution)
			b.houses[x.ID] = &InstitutionLoad{ID: x.ID, Name: x.Name, Agreed: x.Capacity}
		},
		domain.KindCompany: func(r domain.Record) {
			c := r.(*domain.Company)
			b.all++
			if b.cohort == "" || c.Cohort == b.cohort {
				b.companies[c.ID] = &tally{company: c, wanted: map[string]bool{}}
			}
		},
		domain.KindNeed:       func(r domain.Record) { b.need(r.(*domain.Need)) },
		domain.KindPreference: func(r domain.Record) { b.preference(r.(*domain.Preference)) },
		domain.KindExpert:     func(r domain.Record) { b.expert(r.(*domain.Expert)) },
	}
	for _, k := range domain.Kinds {
		f, ok := take[k]
		if !ok {
			continue
		}
		if err := store.Each(ctx, k, domain.Filter{}, func(r domain.Record) error { f(r); return nil }); err != nil {
			return err
		}
	}
	return nil
}

func later(a, b *domain.Cohort) bool {
	if a.Starts != b.Starts {
		return a.Starts > b.Starts
	}
	year := func(c *domain.Cohort) int {
		if c.Year == nil {
			return 0
		}
		return *c.Year
	}
	return year(a) > year(b)
}

// open tells needs that wait for somebody.
func open(n *domain.Need) bool {
	return n.State != domain.NeedDraft && n.State != domain.NeedAgreed && n.State != domain.NeedClosed
}

func (b *board) need(n *domain.Need) {
	switch n.State {
	case domain.NeedTriaged, domain.NeedMatched, domain.NeedAgreed:
		b.triaged = true
	}
	t := b.companies[n.Company]
	if t == nil {
		return
	}
	b.needs = append(b.needs, n)
	b.needOf[string(n.ID)] = n.Company
	if n.State == domain.NeedMatched || n.State == domain.NeedAgreed {
		t.matched++
	}
	if !open(n) {
		return
	}
	t.open++
	if w := b.waiting(n); t.oldest == nil || w > t.waiting {
		t.oldest, t.waiting = n, w
	}
}

// waiting is how many days ago a need was opened.
func (b *board) waiting(n *domain.Need) int {
	from := n.Opened.Time()
	if from.IsZero() {
		from = n.Since
	}
	return b.days(from)
}

// days counts full days since an instant; 0 when it is not known or ahead.
func (b *board) days(from time.Time) int {
	if from.IsZero() {
		return 0
	}
	return max(0, int(b.now.Sub(from)/(24*time.Hour)))
}

func (b *board) preference(p *domain.Preference) {
	if p.Level != domain.Must && p.Level != domain.Want || p.Expires != "" && p.Expires < b.today {
		return
	}
	t := b.companies[domain.CompanyID(p.From)]
	if t == nil {
		t = b.companies[b.needOf[p.From]]
	}
	if t != nil {
		t.wanted[p.To] = true
	}
}

func (b *board) expert(e *domain.Expert) {
	l := ExpertLoad{ID: e.ID, Name: e.Name, Institution: e.Institution, Capacity: e.Capacity}
	if e.Load != nil {
		l.Load = *e.Load
	}
	b.experts = append(b.experts, l)
	if h := b.houses[e.Institution]; h != nil {
		h.Experts++
		h.Load += l.Load
		if l.Capacity == nil {
			h.Unstated++
		} else {
			h.Capacity += *l.Capacity
		}
	}
}

// figures sums up what was read.
func (b *board) figures() Figures {
	f := Figures{Cohort: b.cohort, Day: b.today}
	f.Totals.Companies, f.Totals.Experts, f.Totals.Institutions = len(b.companies), len(b.experts), len(b.houses)
	b.needFigures(&f)
	b.coverage(&f)
	b.loads(&f)
	f.WorstOff = b.worstOff()
	return f
}
