package rest

import "jumpup/server/domain"

// Paging is the query of every list; embed it in the input.
type Paging struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"Most items of the page"`
	Cursor string `query:"cursor" maxLength:"1000" doc:"next of the page before"`
}

// List is one page of a list.
type List[T any] struct {
	Items []T    `json:"items" doc:"The page's items"`
	Next  string `json:"next" doc:"Cursor of the next page; empty at the end"`
	Total *int   `json:"total,omitempty" doc:"How many match, when counted"`
}

// listOf turns a page of the domain into one of the API.
func listOf[D, T any](p domain.Page[D], make func(D) T) List[T] {
	out := List[T]{Items: []T{}, Next: p.Next}
	for _, d := range p.Items {
		out.Items = append(out.Items, make(d))
	}
	if p.Total >= 0 {
		out.Total = &p.Total
	}
	return out
}
