package matcher

import (
	"math"
	"sort"
	"sync"

	"jumpup/matcher/text"
)

// vector is a bag of terms: ids ascending, with 1+log of the count of each.
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
	terms *atoms
	docs  []document

	mu    sync.Mutex
	views map[Day]*view
}

// view is the lexicon as of the first day of a month: what came later is not counted.
type view struct {
	idf     []float32
	unknown float32   // idf of a term the corpus does not have
	norm    []float32 // length of each document's vector
}

const maxViews = 48 // months kept; an older one is computed again

func newLexicon() *lexicon {
	return &lexicon{terms: newAtoms(), views: map[Day]*view{}}
}

// vectorOf counts the terms of the texts; repeated texts are counted once.
func vectorOf(terms *atoms, parts ...string) vector {
	count := map[int32]int{}
	for i, p := range parts {
		if p == "" || i > 0 && p == parts[i-1] {
			continue
		}
		for _, t := range text.Terms(p) {
			count[terms.id(t)]++
		}
	}
	if len(count) == 0 {
		return vector{}
	}
	v := vector{make([]int32, 0, len(count)), make([]float32, len(count))}
	for id := range count {
		v.ids = append(v.ids, id)
	}
	sort.Slice(v.ids, func(i, j int) bool { return v.ids[i] < v.ids[j] })
	for i, id := range v.ids {
		v.tf[i] = float32(1 + math.Log(float64(count[id])))
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
	var s float32
	for i, id := range x.ids {
		w := x.tf[i] * v.weight(id)
		s += float32(w * w) // the conversion forbids fused arithmetic: same bits everywhere
	}
	return float32(math.Sqrt(float64(s)))
}

// query is a need's text laid out for fast comparison: weight of each term, squared idf
// included, divided by the query's own length.
type query struct {
	dense []float32
	ids   []int32
	view  *view
}

func newQuery(v *view, x vector, size int) *query {
	q := &query{dense: make([]float32, size), ids: x.ids, view: v}
	n := v.length(x)
	if n == 0 {
		return nil
	}
	for i, id := range x.ids {
		w := v.weight(id)
		q.dense[id] = x.tf[i] * w * w / n
	}
	return q
}

// cosine compares the query with a vector of the given length.
func (q *query) cosine(x vector, length float32) float64 {
	if q == nil || length == 0 {
		return 0
	}
	var s float32
	for i, id := range x.ids {
		if int(id) < len(q.dense) {
			s += float32(q.dense[id] * x.tf[i])
		}
	}
	return float64(s / length)
}
