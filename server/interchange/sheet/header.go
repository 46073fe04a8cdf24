package sheet

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Suggestion is a field that a header may mean, with a confidence of 0 to 1.
type Suggestion struct {
	Field      string  `json:"field"`
	Confidence float64 `json:"confidence"`
}

// sure is the confidence from which a suggestion is applied without asking.
const sure = 0.7

// headerIndex knows the headers of one table in squashed form.
type headerIndex struct {
	table   *table
	columns []column
	exact   map[string]int // position in columns
	weight  map[string]float64
	paths   map[string]int
}

var indexes = sync.OnceValue(func() map[string]*headerIndex {
	out := map[string]*headerIndex{}
	for _, t := range tables {
		x := &headerIndex{table: t, columns: t.readable(), exact: map[string]int{}, weight: map[string]float64{}, paths: map[string]int{}}
		for i, c := range x.columns {
			x.paths[c.path] = i
			for _, own := range []string{c.header(), c.ko, c.en, c.path} {
				x.add(own, i, 1)
			}
			for _, a := range c.also {
				x.add(a, i, 0.9)
			}
		}
		out[t.name] = x
	}
	return out
})

func (x *headerIndex) add(header string, i int, w float64) {
	k := squash(header)
	if k != "" && w > x.weight[k] {
		x.exact[k], x.weight[k] = i, w
	}
}

// known counts the tables that know a header, so that 기업명 says less about the
// kind of a sheet than 사업자등록번호.
var known = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for _, x := range indexes() {
		for k := range x.exact {
			out[k]++
		}
	}
	return out
})

var (
	numbering = regexp.MustCompile(`^\s*[(\[]?\d{1,2}\s*[).\]]\s*`)
	required  = regexp.MustCompile(`(?i)[(\[]?\s*(필수|선택|required|optional|택\s*\d)\s*(입력|항목)?\s*[)\]]?`)
	fourYear  = regexp.MustCompile(`(?:^|[^\d])((?:19|20)\d{2})(?:[^\d]|$)`)
	twoYear   = regexp.MustCompile(`(?:^|[^\d])'?(\d{2})\s*년`)
)

// wordings are the texts that a header may be known by, most telling first, and
// how much each is trusted. parts are the texts of its header rows, top down.
func wordings(parts []string) (out []wording) {
	add := func(s string, w float64) {
		if k := squash(s); k != "" {
			out = append(out, wording{k, w})
		}
	}
	variants := func(s string, w float64) {
		add(s, w)
		plain := required.ReplaceAllString(numbering.ReplaceAllString(narrow(s), ""), "")
		add(plain, w*0.98)
		for _, piece := range strings.FieldsFunc(plain, func(r rune) bool { return r == '\n' || r == '/' || r == '|' }) {
			add(piece, w*0.95)
		}
		add(brackets.ReplaceAllString(plain, ""), w*0.92)
		for _, m := range brackets.FindAllStringSubmatch(plain, -1) {
			add(m[1], w*0.75)
		}
		if i := strings.LastIndexAny(plain, " _"); i > 0 {
			if _, ok := ParseUnit(plain[i+1:]); ok {
				add(plain[:i], w*0.92)
			}
		}
	}
	variants(strings.Join(parts, " "), 1)
	if len(parts) > 1 {
		variants(parts[len(parts)-1], 0.9)
		variants(parts[0], 0.8)
	}
	return out
}

type wording struct {
	key   string
	trust float64
}

// headings are the headers of a sheet by column, with their wordings.
type headings map[int]heading

type heading struct {
	parts    []string
	wordings []wording
}

// best finds the column a header surely means; ok is false when none is.
func (x *headerIndex) best(h heading) (path string, confidence float64, key string, ok bool) {
	if x.table.name == "company" {
		if p := revenuePath(h.parts); p != "" {
			return p, 0.95, "매출", true
		}
	}
	for _, w := range h.wordings {
		if i, hit := x.exact[w.key]; hit {
			if c := w.trust * x.weight[w.key]; c > confidence {
				path, confidence, key = x.columns[i].path, c, w.key
			}
		}
	}
	return path, confidence, key, confidence >= sure
}

// revenuePath reads headers such as 2024년 매출(백만원), '24년 매출액, Revenue 2024.
func revenuePath(parts []string) string {
	s := strings.ToLower(narrow(strings.Join(parts, " ")))
	if !strings.Contains(s, "매출") && !strings.Contains(s, "revenue") && !strings.Contains(s, "sales") {
		return ""
	}
	if strings.ContainsAny(s, "%") || strings.Contains(s, "증가") || strings.Contains(s, "성장") || strings.Contains(s, "해외") || strings.Contains(s, "수출") {
		return ""
	}
	if m := fourYear.FindStringSubmatch(s); m != nil {
		return "revenue." + m[1]
	}
	if m := twoYear.FindStringSubmatch(s); m != nil {
		return "revenue.20" + m[1]
	}
	return ""
}

// suggest lists what a header may mean, best first, also below certainty.
func (x *headerIndex) suggest(h heading) []Suggestion {
	found := map[string]float64{}
	if p, c, _, _ := x.best(h); p != "" {
		found[p] = c
	}
	for _, w := range h.wordings {
		for k, i := range x.exact {
			short, long := k, w.key
			if len(short) > len(long) {
				short, long = long, short
			}
			if longEnough(short) && strings.Contains(long, short) {
				c := 0.3 + 0.35*float64(len(short))/float64(len(long))
				if p := x.columns[i].path; c*w.trust > found[p] {
					found[p] = c * w.trust
				}
			}
		}
	}
	out := make([]Suggestion, 0, len(found))
	for p, c := range found {
		out = append(out, Suggestion{p, float64(int(c*100+0.5)) / 100})
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Confidence != out[j].Confidence {
			return out[i].Confidence > out[j].Confidence
		}
		return out[i].Field < out[j].Field
	})
	return out[:min(len(out), 5)]
}

// longEnough keeps short words from matching everywhere: two Hangul syllables
// or four letters.
func longEnough(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	n := utf8.RuneCountInString(s)
	return n >= 4 || n >= 2 && unicode.Is(unicode.Hangul, r)
}

// binding ties a column of a sheet to a field.
type binding struct {
	at         int // column of the grid, from 0
	parts      []string
	header     string
	column     column
	confidence float64
	unit       Unit
	foreign    bool
	list       string // the list whose item it fills in a main sheet
}

// bind decides which fields the columns of a sheet fill; a field is filled
// once, by the header that names it best. score says how much the headers look
// like this table's.
func (x *headerIndex) bind(headers headings) (out []binding, score float64) {
	type claim struct {
		at   int
		path string
		conf float64
		key  string
	}
	var claims []claim
	for at, h := range headers {
		if p, c, key, ok := x.best(h); ok {
			claims = append(claims, claim{at, p, c, key})
		}
	}
	sort.Slice(claims, func(i, j int) bool {
		if claims[i].conf != claims[j].conf {
			return claims[i].conf > claims[j].conf
		}
		return claims[i].at < claims[j].at
	})
	taken := map[string]bool{}
	for _, c := range claims {
		if taken[c.path] {
			continue
		}
		taken[c.path] = true
		col, _ := x.table.column(c.path)
		out = append(out, bound(x.table, c.at, headers[c.at].parts, col, c.conf))
		score += c.conf * (0.4 + 0.6/float64(max(1, known()[c.key])))
	}
	slices.SortFunc(out, func(a, b binding) int { return a.at - b.at })
	return out, score
}

func bound(t *table, at int, parts []string, c column, confidence float64) binding {
	b := binding{at: at, parts: parts, header: strings.Join(parts, " "), column: c, confidence: confidence}
	key := squash(b.header)
	b.foreign = key != squash(c.header()) && key != squash(c.path)
	if c.money {
		for _, p := range parts {
			if u := unitIn(p); u.Stated {
				b.unit = u
			}
		}
	}
	if t.list == "" {
		for _, sub := range tablesOf(t.kind) {
			if rest, ok := strings.CutPrefix(c.path, sub.list+"."); ok && sub.list != "" && !isYear(c.path) {
				b.list, b.column.path = sub.list, rest
			}
		}
	}
	return b
}

func isYear(path string) bool { _, ok := yearColumn(path); return ok }
