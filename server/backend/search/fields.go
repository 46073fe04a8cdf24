package search

import (
	"strings"

	"jumpup/server/domain"
)

// field is one text of a record with how much a word found in it counts. A
// short field is found by parts of its words and by initial consonants too.
type field struct {
	text   string
	weight float32
	short  bool
}

// How much a word counts by where it stands.
const (
	inName  float32 = 1
	inLabel float32 = 0.7 // headline, tags, topics, place
	inBody  float32 = 0.4
)

type fields []field

func (f *fields) name(t domain.Text) { *f = append(*f, field{t.All(), inName, true}) }
func (f *fields) line(t domain.Text) { *f = append(*f, field{t.All(), inLabel, true}) }
func (f *fields) body(t domain.Text) { *f = append(*f, field{t.All(), inBody, false}) }

func (f *fields) labels(list ...string) {
	*f = append(*f, field{strings.Join(list, "\n"), inLabel, true})
}

func (f *fields) names(list ...string) {
	*f = append(*f, field{strings.Join(list, "\n"), inBody, false})
}

// fieldsOf lists what may be searched of a record; nil for kinds that are not
// searched. Every field here is one that domain.View leaves to everybody whom
// domain.Scope lets find the record.
func fieldsOf(r domain.Record) fields {
	var f fields
	switch x := r.(type) {
	case *domain.Institution:
		f.name(x.Name)
		f.labels(append([]string{x.Kind, x.Region}, x.Fields...)...)
	case *domain.Person:
		f.name(x.Name)
		f.line(x.Title)
	case *domain.Company:
		f.name(x.Name)
		f.labels(append([]string{x.Region, x.City}, x.Tags...)...)
		f.body(x.Summary)
	case *domain.Need:
		f.name(x.Title)
		f.labels(append(append([]string{x.Instrument}, x.Topics...), x.Tags...)...)
		f.body(x.Detail)
		f.body(x.UseOfFunds)
	case *domain.Expert:
		f.name(x.Name)
		f.line(x.Headline)
		f.labels(append([]string{x.Region}, x.Tags...)...)
		for _, t := range x.Topics {
			f.labels(t.Topic)
		}
		f.body(x.Summary)
		for _, w := range x.Works {
			f.body(w.Title)
			f.body(w.Text)
			if !w.ClientPrivate {
				f.names(w.Client)
			}
		}
	case *domain.Investor:
		f.name(x.Name)
		f.labels(append(append([]string{x.Region, x.City}, x.Tags...), x.Instruments...)...)
		f.body(x.Thesis)
		for _, d := range x.Portfolio {
			f.names(d.Name)
		}
	}
	return f
}
