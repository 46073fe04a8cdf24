package matcher

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"unicode/utf8"

	"jumpup/matcher/text"
)

// vector is a bag of terms: ids ascending, with the count of each.
type vector struct {
	ids []int32
	tf  []float32
}

// document is one text of the corpus as the term statistics see it.
type document struct {
	vector
	day Day // 0: undated, always counted
}

// lexicon holds the terms of the corpus and answers how telling each was at a time.
type lexicon struct {
	terms    *atoms
	docs     []document
	from     []int32 // the postings of term t are posts[from[t]:from[t+1]]
	posts    []posting
	written  writings
	analyzer *text.Analyzer // only while building

	mu    sync.Mutex
	views map[Day]*view
}

// posting is one document with a term.
type posting struct {
	doc int32
	tf  float32
}

// view is the lexicon as of the first day of a month: what came later is not counted.
type view struct {
	idf     []float32
	unknown float32   // idf of a term the corpus does not have
	norm    []float32 // length of each document's vector
}

const maxViews = 48 // months kept; an older one is computed again

func newLexicon() *lexicon {
	return &lexicon{terms: newAtoms(), views: map[Day]*view{}, analyzer: text.NewAnalyzer()}
}

// vectorOf counts the terms of a text; those of its title count twice. Raw counts beat
// dampened ones on judged expertise (README.md, "Text").
func (c *compiler) vectorOf(title, body string) vector {
	count := map[int32]int{}
	add := func(n int) func(text.Word) {
		return func(w text.Word) {
			id := c.terms.id(w.Term)
			count[id] += n
			switch {
			case c.written == nil || w.Written == "":
			case w.Term[0] >= utf8.RuneSelf: // a Korean stem is a word itself
				c.written.keep(id, w.Term)
			default:
				c.written.keep(id, w.Written)
			}
		}
	}
	c.an.EachTerm(title, add(2))
	c.an.EachTerm(body, add(1))
	return vectorOfCounts(count)
}

// writings holds for each term the shortest way the corpus writes it.
type writings struct{ byTerm []string }

func (w *writings) keep(id int32, s string) {
	for int(id) >= len(w.byTerm) {
		w.byTerm = append(w.byTerm, "")
	}
	was := w.byTerm[id]
	if was == "" || len(s) < len(was) || len(s) == len(was) && s < was {
		w.byTerm[id] = s
	}
}

// renumber applies settle's table.
func (w *writings) renumber(table []int32) {
	out := make([]string, len(table))
	for old, s := range w.byTerm {
		out[table[old]] = s
	}
	w.byTerm = out
}

// of returns how a term is written, "" for bigrams and terms the corpus does not have.
func (w *writings) of(id int32) string {
	if int(id) < len(w.byTerm) {
		return w.byTerm[id]
	}
	return ""
}

func vectorOfCounts(count map[int32]int) vector {
	if len(count) == 0 {
		return vector{}
	}
	v := vector{make([]int32, 0, len(count)), make([]float32, len(count))}
	for id := range count {
		v.ids = append(v.ids, id)
	}
	slices.Sort(v.ids)
	for i, id := range v.ids {
		v.tf[i] = float32(count[id])
	}
	return v
}

// addVector puts a text into the corpus and returns its number, -1 if it has no term.
func (l *lexicon) addVector(day Day, v vector) int32 {
	if len(v.ids) == 0 {
		return -1
	}
	l.docs = append(l.docs, document{v, day})
	return int32(len(l.docs) - 1)
}

// at returns the view of a reference day. It is shared and read-only.
func (l *lexicon) at(ref Day) *view {
	month := ref.monthStart()
	l.mu.Lock()
	defer l.mu.Unlock()
	if v, ok := l.views[month]; ok {
		return v
	}
	if len(l.views) >= maxViews {
		clear(l.views)
	}
	v := l.build(month)
	l.views[month] = v
	return v
}

func (l *lexicon) build(month Day) *view {
	df := make([]int32, l.terms.size())
	n := 0
	for _, d := range l.docs {
		if d.day >= month && d.day != 0 {
			continue
		}
		n++
		for _, id := range d.ids {
			df[id]++
		}
	}
	v := &view{idf: make([]float32, len(df)), norm: make([]float32, len(l.docs)), unknown: idf(n, 0)}
	for id, k := range df {
		v.idf[id] = idf(n, int(k))
	}
	for i, d := range l.docs {
		v.norm[i] = v.length(d.vector)
	}
	return v
}

// idf is the smoothed inverse document frequency log((1+n)/(1+df)) + 1.
func idf(n, df int) float32 {
	return float32(math.Log(float64(1+n)/float64(1+df)) + 1)
}

func (v *view) weight(id int32) float32 {
	if int(id) < len(v.idf) {
		return v.idf[id]
	}
	return v.unknown
}

func (v *view) length(x vector) float32 {
	var s float64
	for i, id := range x.ids {
		w := float64(x.tf[i] * v.weight(id))
		s += float64(w * w) // the conversion forbids fused arithmetic: same bits everywhere
	}
	return float32(math.Sqrt(s))
}

// query is a need's text ready for comparison: the weight of each term, squared idf
// included, divided by the query's own length.
type query struct {
	ids     []int32
	weights []float32
	dots    []float64 // product with each document of the corpus, nil: not made
}

func newQuery(v *view, x vector) *query {
	n := v.length(x)
	if n == 0 {
		return nil
	}
	q := &query{ids: x.ids, weights: make([]float32, len(x.ids))}
	for i, id := range x.ids {
		w := v.weight(id)
		q.weights[i] = x.tf[i] * w * w / n
	}
	return q
}

// dotAll makes the products with all documents, term by term in ascending order: the
// same sums in the same order as one document at a time.
func (q *query) dotAll(l *lexicon) {
	if q == nil {
		return
	}
	q.dots = make([]float64, len(l.docs))
	for i, id := range q.ids {
		if int(id) >= len(l.from)-1 {
			break
		}
		w := q.weights[i]
		for _, p := range l.posts[l.from[id]:l.from[id+1]] {
			q.dots[p.doc] += float64(w * p.tf)
		}
	}
}

// cosine compares the query with a vector of the given length.
func (q *query) cosine(x vector, length float32) float64 {
	if q == nil || length == 0 {
		return 0
	}
	var s float64
	for i, j := 0, 0; i < len(q.ids) && j < len(x.ids); {
		switch {
		case q.ids[i] < x.ids[j]:
			i++
		case q.ids[i] > x.ids[j]:
			j++
		default:
			s += float64(q.weights[i] * x.tf[j])
			i, j = i+1, j+1
		}
	}
	return s / float64(length)
}

// shared returns the n terms that add most to the likeness of the query and a vector, by
// their number.
func (q *query) shared(x vector, n int, use func(int32) bool) []int32 {
	type hit struct {
		id int32
		w  float32
	}
	var hits []hit
	for i, j := 0, 0; i < len(q.ids) && j < len(x.ids); {
		switch {
		case q.ids[i] < x.ids[j]:
			i++
		case q.ids[i] > x.ids[j]:
			j++
		default:
			if use(q.ids[i]) {
				hits = append(hits, hit{q.ids[i], q.weights[i] * x.tf[j]})
			}
			i, j = i+1, j+1
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.w, a.w) })
	var out []int32
	for _, h := range hits[:min(n, len(hits))] {
		out = append(out, h.id)
	}
	return out
}

// settle renumbers the terms by spelling, so that sums run in the same order whatever
// the order of the records, and returns the table from old to new numbers.
func (l *lexicon) settle() []int32 {
	words := make([]string, 0, len(l.terms.base))
	for w := range l.terms.base {
		words = append(words, w)
	}
	slices.Sort(words)
	table := make([]int32, len(words))
	for i, w := range words {
		table[l.terms.base[w]] = int32(i)
		l.terms.base[w] = int32(i)
	}
	l.written.renumber(table)
	return table
}

// index makes the postings of the documents.
func (l *lexicon) index() {
	l.analyzer = nil
	l.from = make([]int32, l.terms.size()+1)
	for _, d := range l.docs {
		for _, id := range d.ids {
			l.from[id+1]++
		}
	}
	for t := 1; t < len(l.from); t++ {
		l.from[t] += l.from[t-1]
	}
	l.posts = make([]posting, l.from[len(l.from)-1])
	next := slices.Clone(l.from)
	for i, d := range l.docs {
		for k, id := range d.ids {
			l.posts[next[id]] = posting{int32(i), d.tf[k]}
			next[id]++
		}
	}
}

// renumber applies settle's table to a vector.
func (v *vector) renumber(table []int32) {
	type entry struct {
		id int32
		tf float32
	}
	entries := make([]entry, len(v.ids))
	for i, id := range v.ids {
		entries[i] = entry{table[id], v.tf[i]}
	}
	slices.SortFunc(entries, func(a, b entry) int { return int(a.id - b.id) })
	for i, e := range entries {
		v.ids[i], v.tf[i] = e.id, e.tf
	}
}
