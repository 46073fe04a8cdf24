package store

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"jumpup/server/domain"
)

// filterable is the whitelist of attributes: nothing else reaches SQL.
var filterable = func() map[domain.Attr]bool {
	m := map[domain.Attr]bool{}
	for _, a := range []domain.Attr{
		domain.AttrID, domain.AttrCompany, domain.AttrCohort, domain.AttrInstitution, domain.AttrOrganisation,
		domain.AttrNeedKind, domain.AttrState, domain.AttrHolder, domain.AttrConfidential, domain.AttrHiddenFrom,
		domain.AttrKind, domain.AttrStage, domain.AttrCountry, domain.AttrRegion, domain.AttrIndustry, domain.AttrTag,
		domain.AttrMarket, domain.AttrLanguage, domain.AttrRole, domain.AttrField, domain.AttrTopic,
		domain.AttrInstrument, domain.AttrSize, domain.AttrFounded, domain.AttrEmployees, domain.AttrPriority,
		domain.AttrLevel, domain.AttrFrom, domain.AttrTo,
	} {
		m[a] = true
	}
	return m
}()

// Bounds of one filter.
const (
	maxFilterDepth  = 64
	maxFilterValues = 10000
	maxQueryText    = 500 // bytes
)

// compiler turns a filter into a condition on the alias t, with parameters. It
// gives exactly the records for which [domain.Filter.Match] is true.
type compiler struct {
	kind   domain.Kind
	args   []any
	values int
}

// param adds a value and gives its mark.
func (c *compiler) param(v any) string {
	c.args = append(c.args, v)
	return fmt.Sprintf("$%d", len(c.args))
}

func (c *compiler) filter(f domain.Filter, depth int) (string, error) {
	if depth > maxFilterDepth {
		return "", domain.Errorf(domain.CodeInvalid, "filter", "is nested deeper than %d; simplify it", maxFilterDepth)
	}
	switch {
	case f.In != nil:
		return c.in(*f.In)
	case f.Rng != nil:
		return c.between(*f.Rng)
	case f.Not != nil:
		s, err := c.filter(*f.Not, depth+1)
		return "NOT (" + s + ")", err
	case f.Or != nil:
		return c.join(f.Or, " OR ", "1 = 0", depth)
	}
	return c.join(f.And, " AND ", "1 = 1", depth)
}

func (c *compiler) join(fs []domain.Filter, word, empty string, depth int) (string, error) {
	if len(fs) == 0 {
		return empty, nil
	}
	parts := make([]string, len(fs))
	for i, f := range fs {
		s, err := c.filter(f, depth+1)
		if err != nil {
			return "", err
		}
		parts[i] = "(" + s + ")"
	}
	return strings.Join(parts, word), nil
}

func (c *compiler) in(in domain.In) (string, error) {
	if err := checkAttr(in.Attr); err != nil {
		return "", err
	}
	c.values += len(in.Values)
	if c.values > maxFilterValues {
		return "", domain.Errorf(domain.CodeInvalid, "filter", "holds more than %d values; narrow it", maxFilterValues)
	}
	var list []string
	for _, v := range in.Values {
		if storable(v) { // what cannot be stored matches nothing
			list = append(list, c.param(v))
		}
	}
	if len(list) == 0 {
		return "1 = 0", nil
	}
	if in.Attr == domain.AttrID {
		return "t.id IN (" + strings.Join(list, ",") + ")", nil
	}
	return c.sub(in.Attr, "a.value IN ("+strings.Join(list, ",")+")"), nil
}

func (c *compiler) between(b domain.Between) (string, error) {
	if err := checkAttr(b.Attr); err != nil {
		return "", err
	}
	cond := "a.num IS NOT NULL"
	for _, bound := range []struct {
		v  *float64
		op string
	}{{b.Min, ">="}, {b.Max, "<="}} {
		if bound.v == nil {
			continue
		}
		if math.IsNaN(*bound.v) {
			return "1 = 0", nil
		}
		cond += " AND a.num " + bound.op + " " + c.param(*bound.v)
	}
	return c.sub(b.Attr, cond), nil
}

// sub selects the ids with an attribute. Kind and name are constants of the
// domain, checked before.
func (c *compiler) sub(a domain.Attr, cond string) string {
	return fmt.Sprintf("t.id IN (SELECT a.id FROM attribute a WHERE a.kind = '%s' AND a.name = '%s' AND %s)", c.kind, a, cond)
}

// text asks for a substring of any wording of the name.
func (c *compiler) text(s string) (string, error) {
	if len(s) > maxQueryText {
		return "", domain.Errorf(domain.CodeInvalid, "q", "is longer than %d bytes; shorten it", maxQueryText)
	}
	if !storable(s) {
		return "1 = 0", nil
	}
	return "t.names LIKE " + c.param("%"+likeLiteral(strings.ToLower(s))+"%") + ` ESCAPE '\'`, nil
}

var likeEscaper = strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`)

func likeLiteral(s string) string { return likeEscaper.Replace(s) }

func storable(s string) bool { return utf8.ValidString(s) && !strings.ContainsRune(s, 0) }

func checkAttr(a domain.Attr) error {
	if !filterable[a] {
		return domain.Errorf(domain.CodeInvalid, "filter", "%q is no attribute of records", string(a))
	}
	return nil
}
