package directory

import (
	"context"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// searchable lists the kinds that search answers with.
var searchable = []domain.Kind{
	domain.KindCompany, domain.KindNeed, domain.KindExpert, domain.KindInvestor, domain.KindInstitution, domain.KindPerson,
}

// Found is what a search found for one actor.
type Found struct {
	Hits     []FoundHit
	Engine   string
	Degraded bool // the engine asked for was down, or is still being filled
}

// FoundHit is one record that the actor may see. Detail says more in one line:
// a headline, a company's name, a title.
type FoundHit struct {
	Ref    domain.Ref
	Name   domain.Text
	Detail domain.Text
	Score  float64
}

const (
	searchLimit = 20
	searchMost  = 100
	detailTags  = 3
	searchPages = 4 // pages of the engine that are read to fill an answer
)

// Search finds records by text among those the actor may see; kinds narrows
// them, none means all. The engine answers with ids; the records are loaded and
// asked about once more, so that a stale index never shows anything.
func (s *Service) Search(ctx context.Context, a domain.Actor, text string, kinds []domain.Kind, limit int) (Found, error) {
	if err := signedIn(a); err != nil {
		return Found{}, err
	}
	if limit <= 0 {
		limit = searchLimit
	}
	limit = min(limit, searchMost)
	if strings.TrimSpace(text) == "" {
		return Found{}, domain.Errorf(domain.CodeInvalid, "q", "is empty; write what you look for")
	}
	q := domain.SearchQuery{Text: text, Filter: map[domain.Kind]domain.Filter{}, Limit: limit}
	for _, k := range searchable {
		if len(kinds) > 0 && !slices.Contains(kinds, k) {
			continue
		}
		scope, err := s.scope(ctx, a, k)
		if err != nil {
			return Found{}, err
		}
		if scope.In != nil && len(scope.In.Values) == 0 {
			continue // nothing of this kind
		}
		q.Kinds, q.Filter[k] = append(q.Kinds, k), scope
	}
	if len(q.Kinds) == 0 {
		return Found{}, nil
	}
	return s.find(ctx, a, q)
}

// find reads pages of the engine until the answer is full.
func (s *Service) find(ctx context.Context, a domain.Actor, q domain.SearchQuery) (Found, error) {
	var out Found
	var seen []domain.Record
	for range searchPages {
		res, err := s.finder.Search(ctx, q)
		if err != nil {
			return Found{}, err
		}
		out.Engine, out.Degraded = res.Engine, out.Degraded || res.Degraded
		hits, records, err := s.load(ctx, a, res.Hits)
		if err != nil {
			return Found{}, err
		}
		out.Hits, seen = append(out.Hits, hits...), append(seen, records...)
		if q.Cursor = res.Next; q.Cursor == "" || len(out.Hits) >= q.Limit {
			break
		}
	}
	if len(out.Hits) > q.Limit {
		out.Hits, seen = out.Hits[:q.Limit], seen[:q.Limit]
	}
	s.sawMany(a, seen)
	return out, nil
}

// load gives the hits that still exist and that the actor may read.
func (s *Service) load(ctx context.Context, a domain.Actor, hits []domain.Hit) (out []FoundHit, seen []domain.Record, err error) {
	refs := make([]domain.Ref, len(hits))
	score := make(map[domain.Ref]float64, len(hits))
	for i, h := range hits {
		refs[i], score[h.Ref] = h.Ref, h.Score
	}
	records, err := s.store.Records(ctx, refs)
	if err != nil {
		return nil, nil, err
	}
	owners, err := s.owners(ctx, records)
	if err != nil {
		return nil, nil, err
	}
	for _, r := range records {
		var owner *domain.Company
		if n, ok := r.(*domain.Need); ok {
			owner = owners[n.Company]
		}
		if !domain.Can(a, domain.ActRead, domain.ObjectOf(r, owner)) {
			continue
		}
		it := item(a, r, owner)
		hit := FoundHit{Ref: r.Ref(), Score: score[r.Ref()]}
		hit.Name, hit.Detail = Title(it.Record), detail(it)
		out, seen = append(out, hit), append(seen, r)
	}
	return out, seen, nil
}

// Title is the name that a record goes by.
func Title(r domain.Record) domain.Text {
	switch x := r.(type) {
	case *domain.Institution:
		return x.Name
	case *domain.Cohort:
		return x.Name
	case *domain.Person:
		return x.Name
	case *domain.Company:
		return x.Name
	case *domain.Need:
		return x.Title
	case *domain.Expert:
		return x.Name
	case *domain.Investor:
		return x.Name
	}
	return domain.Text{}
}

// detail is a line about a record that has been viewed already.
func detail(it Item) domain.Text {
	switch x := it.Record.(type) {
	case *domain.Institution:
		return domain.PlainText(strings.Join(x.Fields, ", "))
	case *domain.Person:
		return x.Title
	case *domain.Company:
		place := nonEmpty(x.Region, x.City)
		if x.Region == x.City {
			place = nonEmpty(x.City)
		}
		return domain.PlainText(strings.Join(append(place, x.Tags[:min(len(x.Tags), detailTags)]...), ", "))
	case *domain.Need:
		return it.CompanyName
	case *domain.Expert:
		return x.Headline
	case *domain.Investor:
		return domain.PlainText(strings.Join(nonEmpty(x.City, x.Country), ", "))
	}
	return domain.Text{}
}

func nonEmpty(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}
