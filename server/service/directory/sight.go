package directory

import (
	"slices"
	"strings"

	"jumpup/server/domain"
)

// Sight is how something that was found is shown. It is made of the viewed
// record alone, never of what an engine says, so that it holds nothing that the
// actor may not read.
type Sight struct {
	Name        domain.Text
	Detail      domain.Text // says more in one line: a headline, a company's name, a place
	NameMarks   Marks
	DetailMarks Marks
	Snippet     *Snippet // where the words stand elsewhere, when name and detail show none

	body []passage
}

// Marks are where the words of a query stand in each wording of a text, as
// ranges of bytes [start, end) in order.
type Marks struct{ Plain, Ko, En [][2]int }

// IsZero says whether nothing is marked.
func (m Marks) IsZero() bool { return len(m.Plain)+len(m.Ko)+len(m.En) == 0 }

// passage is a text of a record that is not shown by itself.
type passage struct {
	field string
	text  domain.Text
}

// sightOf gives the name, the line and the longer texts of a viewed record.
func sightOf(it Item) Sight {
	s := Sight{Name: Title(it.Record), Detail: detail(it)}
	add := func(field string, t domain.Text) {
		if !t.IsZero() {
			s.body = append(s.body, passage{field, t})
		}
	}
	labels := func(lists ...[]string) {
		add("tags", domain.PlainText(strings.Join(nonEmpty(slices.Concat(lists...)...), ", ")))
	}
	switch x := it.Record.(type) {
	case *domain.Institution:
		labels([]string{x.Region}, x.Fields)
	case *domain.Company:
		labels([]string{x.Region, x.City}, x.Tags)
		add("summary", x.Summary)
	case *domain.Need:
		labels(x.Topics, x.Tags)
		add("detail", x.Detail)
		add("use_of_funds", x.UseOfFunds)
	case *domain.Expert:
		add("headline", x.Headline)
		topics := make([]string, len(x.Topics))
		for i, t := range x.Topics {
			topics[i] = t.Topic
		}
		labels([]string{x.Region}, topics, x.Tags)
		add("summary", x.Summary)
		for _, w := range x.Works {
			add("works", w.Title)
			add("works", w.Text)
			add("works", domain.PlainText(w.Client))
		}
	case *domain.Investor:
		labels([]string{x.Region, x.City}, x.Tags, x.Instruments)
		add("thesis", x.Thesis)
		for _, d := range x.Portfolio {
			add("portfolio", domain.PlainText(d.Name))
		}
	}
	return s
}

// sightOfDeal gives the name and the line of a portfolio company.
func sightOfDeal(d *domain.Deal) Sight {
	name := d.Name
	if name == "" {
		name = d.Company
	}
	return Sight{Name: domain.PlainText(name), Detail: domain.PlainText(placeLine(d.Region, d.City, d.Tags))}
}

// placeLine is a line of a place and the first tags.
func placeLine(region, city string, tags []string) string {
	place := nonEmpty(region, city)
	if region == city {
		place = nonEmpty(city)
	}
	return strings.Join(append(place, tags[:min(len(tags), detailTags)]...), ", ")
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
		return domain.PlainText(placeLine(x.Region, x.City, x.Tags))
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

// marker gives where the words of a query stand in a text.
type marker func(text, query string) [][2]int

// look marks the words of a query and chooses a snippet.
func (s *Sight) look(mark marker, query, lang string) {
	s.NameMarks, s.DetailMarks = marksOf(mark, s.Name, query), marksOf(mark, s.Detail, query)
	if s.NameMarks.IsZero() && s.DetailMarks.IsZero() {
		s.Snippet = snippet(mark, s.body, query, lang)
	}
	s.body = nil
}

func marksOf(mark marker, t domain.Text, query string) Marks {
	one := func(s string) [][2]int {
		if s == "" || mark == nil {
			return nil
		}
		return tidyMarks(s, mark(s, query))
	}
	return Marks{one(t.Plain), one(t.Ko), one(t.En)}
}

// tidyMarks keeps the marks that lie in the text, in order and without overlap.
func tidyMarks(s string, marks [][2]int) [][2]int {
	end := 0
	return slices.DeleteFunc(marks, func(m [2]int) bool {
		if m[0] < end || m[1] <= m[0] || m[1] > len(s) {
			return true
		}
		end = m[1]
		return false
	})
}
