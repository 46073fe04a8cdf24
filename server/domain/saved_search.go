package domain

import (
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// SavedSearch is a search that an account keeps under a name. Kind is whose
// list it is, "" for the search over everything; Query is the query of the
// page's address, without "?".
type SavedSearch struct {
	ID      string
	User    UserID
	Name    string
	Kind    Kind
	Query   string
	Created time.Time
}

// Bounds of saved searches.
const (
	SavedMost      = 100 // of an account
	SavedNameMost  = 100 // runes
	SavedQueryMost = 2000
)

// Validate lists everything that is wrong.
func (s SavedSearch) Validate() Problems {
	var p Problems
	switch n := utf8.RuneCountInString(s.Name); {
	case strings.TrimSpace(s.Name) == "":
		p.Add("name", "is empty; give the search a name")
	case !utf8.ValidString(s.Name) || strings.ContainsFunc(s.Name, unicode.IsControl):
		p.Add("name", "holds characters that cannot be shown; type it again")
	case n > SavedNameMost:
		p.Add("name", "is longer than %d characters; shorten it", SavedNameMost)
	}
	known := s.Kind == ""
	for _, k := range SearchKinds {
		known = known || k == s.Kind
	}
	if !known {
		p.Add("kind", "%q is no kind that is searched", s.Kind)
	}
	_, err := url.ParseQuery(s.Query)
	switch {
	case len(s.Query) > SavedQueryMost:
		p.Add("query", "is longer than %d bytes; use fewer filters", SavedQueryMost)
	case err != nil || !utf8.ValidString(s.Query) || strings.ContainsFunc(s.Query, unicode.IsControl) || strings.ContainsAny(s.Query, "?#"):
		p.Add("query", "is no query of an address, such as q=export&region=Seoul")
	}
	return p
}
