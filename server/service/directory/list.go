package directory

import (
	"context"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// Ask is a list that somebody asks for: records of a kind that search finds by
// the words of Text (cohorts: whose name holds it) and that have, for every
// attribute of Where, one of its values. Facets names the attributes to count
// over the whole list. The order is best first where Text says what is best,
// else by id.
type Ask struct {
	Kind   domain.Kind
	Text   string
	Typing bool // Text is still being typed: nothing is noted of it
	Where  map[domain.Attr][]string
	Sort   domain.Sort
	Cursor string
	Limit  int
	Count  bool
	Facets []domain.Attr
}

// Listing is a page with the counts asked for.
type Listing struct {
	Items  []Item
	Next   string
	Total  int // -1 when not counted
	Facets map[domain.Attr][]domain.FacetCount

	Found *FoundList // of a list with words; nil without
}

// FoundList is what search adds to a list.
type FoundList struct {
	Items    []Sight // in the order of the list's items
	Relax    []Relaxed
	Reading  domain.Reading
	Engine   string
	Degraded bool
}

// attributes lists what each kind may be filtered and counted by.
var attributes = map[domain.Kind][]domain.Attr{
	domain.KindInstitution: {domain.AttrID, domain.AttrKind, domain.AttrCountry, domain.AttrRegion, domain.AttrField},
	domain.KindCohort:      {domain.AttrID},
	domain.KindPerson:      {domain.AttrID, domain.AttrOrganisation, domain.AttrLanguage},
	domain.KindCompany: {
		domain.AttrID, domain.AttrCohort, domain.AttrCountry, domain.AttrRegion, domain.AttrIndustry, domain.AttrTag,
		domain.AttrSize, domain.AttrStage, domain.AttrHiddenFrom, domain.AttrFounded,
	},
	domain.KindNeed: {
		domain.AttrID, domain.AttrCompany, domain.AttrNeedKind, domain.AttrState, domain.AttrHolder,
		domain.AttrConfidential, domain.AttrTopic, domain.AttrField, domain.AttrIndustry, domain.AttrTag,
		domain.AttrMarket, domain.AttrLanguage, domain.AttrStage, domain.AttrInstrument, domain.AttrPriority,
		domain.AttrCohort,
	},
	domain.KindExpert: {
		domain.AttrID, domain.AttrInstitution, domain.AttrRole, domain.AttrField, domain.AttrTopic, domain.AttrIndustry,
		domain.AttrTag, domain.AttrMarket, domain.AttrLanguage, domain.AttrCountry, domain.AttrRegion,
	},
	domain.KindInvestor: {
		domain.AttrID, domain.AttrKind, domain.AttrStage, domain.AttrInstrument, domain.AttrIndustry, domain.AttrTag,
		domain.AttrMarket, domain.AttrLanguage, domain.AttrCountry, domain.AttrRegion,
	},
}

// Listable says whether lists of a kind may be filtered by an attribute.
func Listable(k domain.Kind, at domain.Attr) bool { return slices.Contains(attributes[k], at) }

// hiddenAttr tells attributes that View keeps from the actor: filtering by
// them would tell what reading does not.
func hiddenAttr(a domain.Actor, k domain.Kind, at domain.Attr) bool {
	switch {
	case a.Staff():
		return false
	case k == domain.KindCompany:
		return at == domain.AttrHiddenFrom && a.Role != domain.RoleCompany
	case k == domain.KindNeed:
		return (at == domain.AttrHolder || at == domain.AttrPriority) && a.Role != domain.RoleCompany
	}
	return false
}

// List gives a page of the records of a kind that the actor may see.
func (s *Service) List(ctx context.Context, a domain.Actor, ask Ask) (Listing, error) {
	if err := signedIn(a); err != nil {
		return Listing{}, err
	}
	if strings.TrimSpace(ask.Text) != "" && slices.Contains(domain.SearchKinds, ask.Kind) {
		return s.listFound(ctx, a, ask)
	}
	if ask.Sort == ByBest {
		ask.Sort = domain.ByID
	}
	q, err := s.query(ctx, a, ask, "")
	if err != nil {
		return Listing{}, err
	}
	page, err := s.store.List(ctx, q)
	if err != nil {
		return Listing{}, err
	}
	items, err := s.items(ctx, a, page.Items)
	if err != nil {
		return Listing{}, err
	}
	l := Listing{Items: items, Next: page.Next, Total: page.Total}
	if len(ask.Facets) > 0 {
		if l.Facets, err = s.facets(ctx, a, ask, s.count); err != nil {
			return Listing{}, err
		}
	}
	s.sawMany(a, page.Items)
	return l, nil
}

// items views records that a scoped query gave; Can is asked once more, so that
// a scope that is too wide costs a row and never leaks one.
func (s *Service) items(ctx context.Context, a domain.Actor, rs []domain.Record) ([]Item, error) {
	owners, err := s.owners(ctx, rs)
	if err != nil {
		return nil, err
	}
	out := make([]Item, 0, len(rs))
	for _, r := range rs {
		var owner *domain.Company
		if n, ok := r.(*domain.Need); ok {
			owner = owners[n.Company]
		}
		if domain.Can(a, domain.ActRead, domain.ObjectOf(r, owner)) {
			out = append(out, item(a, r, owner))
		}
	}
	return out, nil
}

// facets counts the values of ask.Facets over everything the actor may see of
// the list. An attribute that is filtered by is counted without its own filter,
// so that the other values can still be chosen.
func (s *Service) facets(ctx context.Context, a domain.Actor, ask Ask, count counter) (map[domain.Attr][]domain.FacetCount, error) {
	out := map[domain.Attr][]domain.FacetCount{}
	var together []domain.Attr
	for _, at := range ask.Facets {
		if err := checkAttr(a, ask.Kind, at, "facets"); err != nil {
			return nil, err
		}
		if at == domain.AttrCohort && ask.Kind == domain.KindNeed {
			return nil, domain.Errorf(domain.CodeInvalid, "facets", "needs cannot be counted by cohort")
		}
		if len(ask.Where[at]) == 0 {
			together = append(together, at)
			continue
		}
		if err := count(ctx, a, ask, at, []domain.Attr{at}, out); err != nil {
			return nil, err
		}
	}
	if len(together) > 0 {
		if err := count(ctx, a, ask, "", together, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// counter counts attributes over a list, the filter on one attribute left out.
type counter func(ctx context.Context, a domain.Actor, ask Ask, without domain.Attr, attrs []domain.Attr, into map[domain.Attr][]domain.FacetCount) error

// count counts by the records themselves.
func (s *Service) count(ctx context.Context, a domain.Actor, ask Ask, without domain.Attr, attrs []domain.Attr, into map[domain.Attr][]domain.FacetCount) error {
	q, err := s.query(ctx, a, ask, without)
	if err != nil {
		return err
	}
	counts, err := s.store.Facets(ctx, q, attrs)
	if err != nil {
		return err
	}
	for _, at := range attrs {
		into[at] = counts[at]
	}
	return nil
}

func checkAttr(a domain.Actor, k domain.Kind, at domain.Attr, place string) error {
	if !Listable(k, at) || hiddenAttr(a, k, at) {
		return domain.Errorf(domain.CodeInvalid, place, "a list of %s records cannot use %q", k, at)
	}
	return nil
}

// query joins what is asked with what the actor may see; the filter on one
// attribute may be left out.
func (s *Service) query(ctx context.Context, a domain.Actor, ask Ask, without domain.Attr) (domain.Query, error) {
	scope, err := s.scope(ctx, a, ask.Kind)
	if err != nil {
		return domain.Query{}, err
	}
	filters := []domain.Filter{scope}
	names := make([]string, 0, len(ask.Where))
	for at := range ask.Where {
		names = append(names, string(at))
	}
	slices.Sort(names)
	for _, name := range names {
		at := domain.Attr(name)
		if err := checkAttr(a, ask.Kind, at, name); err != nil {
			return domain.Query{}, err
		}
		if at == without || len(ask.Where[at]) == 0 {
			continue
		}
		f := domain.AnyOf(at, ask.Where[at]...)
		if ask.Kind == domain.KindNeed && at == domain.AttrCohort {
			if f, err = s.inCohorts(ctx, ask.Where[at]); err != nil {
				return domain.Query{}, err
			}
		}
		filters = append(filters, f)
	}
	sort := ask.Sort
	if sort == domain.ByDue && (ask.Kind != domain.KindNeed || hiddenAttr(a, ask.Kind, domain.AttrHolder)) {
		return domain.Query{}, domain.Errorf(domain.CodeInvalid, "sort", "this list cannot be sorted by due; use id, name or changed")
	}
	return domain.Query{
		Kind: ask.Kind, Filter: domain.All(filters...), Text: strings.TrimSpace(ask.Text),
		Sort: sort, Cursor: ask.Cursor, Limit: ask.Limit, Count: ask.Count,
	}, nil
}

// scope is domain.Scope with the companies that hide from the actor.
func (s *Service) scope(ctx context.Context, a domain.Actor, k domain.Kind) (domain.Filter, error) {
	if k != domain.KindNeed || a.Role != domain.RoleExpert && a.Role != domain.RoleInvestor {
		return domain.Scope(a, k, nil), nil
	}
	hiding, err := s.companies(ctx, domain.AnyOf(domain.AttrHiddenFrom, a.HiddenAs()...))
	return domain.Scope(a, k, hiding), err
}

// inCohorts filters needs by their companies' cohorts.
func (s *Service) inCohorts(ctx context.Context, cohorts []string) (domain.Filter, error) {
	ids, err := s.companies(ctx, domain.AnyOf(domain.AttrCohort, cohorts...))
	if err != nil {
		return domain.Filter{}, err
	}
	values := make([]string, len(ids))
	for i, c := range ids {
		values[i] = string(c)
	}
	return domain.AnyOf(domain.AttrCompany, values...), nil
}

func (s *Service) companies(ctx context.Context, f domain.Filter) ([]domain.CompanyID, error) {
	var ids []domain.CompanyID
	err := s.store.Each(ctx, domain.KindCompany, f, func(r domain.Record) error {
		ids = append(ids, r.(*domain.Company).ID)
		return nil
	})
	return ids, err
}
