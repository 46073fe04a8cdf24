package domain

import "time"

// KindPortfolio is a company of an investor's portfolio. It is searched as a
// thing of its own but is no record: its id names the investor and the company
// ([PortfolioRef]), and whoever may read the investor may find it.
const KindPortfolio Kind = "portfolio"

// SearchKinds lists the kinds that search answers with, in the order in which
// equally good hits stand.
var SearchKinds = []Kind{
	KindCompany, KindNeed, KindExpert, KindInvestor, KindPortfolio, KindInstitution, KindPerson,
}

// SearchQuery asks a search engine. The filter already holds what the actor
// may see.
type SearchQuery struct {
	Kinds  []Kind          // none: all of SearchKinds
	Text   string          // empty: everything that the filter lets through
	Filter map[Kind]Filter // kinds that are missing match everything
	Facets []Attr          // counted over all that match
	Sort   Sort            // "": best first; ByID, ByName
	Limit  int             // 1..500; 0 means 20
	Cursor string          // opaque, from the page before
}

// Hit is an answer of a search engine: an id and a score in 0..1, comparable
// within the result. The record is loaded, and the permission checked,
// elsewhere.
type Hit struct {
	Ref   Ref
	Score float64
}

// Reading says how the words of a query were taken.
type Reading string

// The readings, from strict to lenient. An engine takes the first that finds
// something; a question of many words is read as ReadAny at once.
const (
	ReadAll  Reading = "all"  // every word, or a longer word that begins or ends with it
	ReadTypo Reading = "typo" // every word, some of them spelled a little differently
	ReadAny  Reading = "any"  // the more of the words, and the rarer ones, the better
)

// SearchResult is one page of hits.
type SearchResult struct {
	Hits     []Hit
	Next     string
	Total    int                   // of all pages
	Facets   map[Attr][]FacetCount // most frequent first, equal counts by value
	Reading  Reading               // "" without words
	Engine   string
	Degraded bool // the engine asked for is down or not up to date
}

// ConceptQuery asks for the candidates of one kind that answer several short
// queries, fused by rank.
type ConceptQuery struct {
	Kind     Kind
	Concepts []Concept
	Filter   Filter
	Limit    int
}

// Concept is one short query of several. Its answers are the candidates that
// have most of its words and values; without either, all candidates with the
// largest By first.
type Concept struct {
	Text   string
	Has    []In      // attribute values that count as words do
	Worth  []float64 // how many words a value of each of Has counts as; 1 where it is missing
	By     Attr      // a number to order by, largest first
	Weight float64   // of this list in the fusion; 0 means 1
}

// WorthOf is how many words a value of c.Has[i] counts as.
func (c Concept) WorthOf(i int) float64 {
	if i < len(c.Worth) {
		return c.Worth[i]
	}
	return 1
}

// Candidates are the fused answers, best first.
type Candidates struct {
	IDs      []string
	Engine   string
	Degraded bool
}

// IndexChange brings one record of the index up to date; Record nil means that
// it is gone. Anew says that the record was deleted and made again, so that a
// smaller version is newer.
type IndexChange struct {
	Ref    Ref
	Record Record
	Anew   bool
}

// IndexPosition is how far an index has come: Seq is the number of the outbox
// row up to which it is complete.
type IndexPosition struct {
	Seq   int64
	Ready bool // it holds all records up to Seq in the form that this program writes
}

// Parked is a record that an index could not take, and why.
type Parked struct {
	Ref Ref
	Why string
}

// IndexStatus is what a server tells of one of its indexes. Seen is when it was
// last told, by the database's clock; the store sets it.
type IndexStatus struct {
	Server   string // which server tells
	Engine   string
	Position int64
	Ready    bool
	Phase    string // "", "filling" or "reconciling"
	Done     int64  // of Total records, while in a phase
	Total    int64
	Records  int64    // in the index
	Parked   []Parked // oldest first
	Error    string   // why it is not up to date; "" when it is
	Asked    string   // the newest request to rebuild that was carried out
	Seen     time.Time
}
