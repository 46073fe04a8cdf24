package search_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
)

// judgement is a line of testdata/queries.jsonl: a query and its right answers
// in the demonstration cohort, decided by reading the records.
type judgement struct {
	ID       string   `json:"id"`
	For      string   `json:"for"` // experts, investors, companies, needs or people
	Kind     string   `json:"kind"`
	Text     string   `json:"text"`
	Relevant []string `json:"relevant"`
	Best     []string `json:"grade2"`  // those of them that answer best
	Never    []string `json:"never"`   // what must not be found by it
	Nothing  bool     `json:"nothing"` // it finds nothing at all
	Why      string   `json:"why"`
	Rule     string   `json:"rule"` // what the relevant have in common, see holds
	BestRule string   `json:"best"` // and what the best have beside
}

var askedKinds = map[string]domain.Kind{
	"experts": domain.KindExpert, "investors": domain.KindInvestor, "companies": domain.KindCompany,
	"needs": domain.KindNeed, "people": domain.KindPerson,
}

const judgedLeast = 200

func readJudgements(t *testing.T) []judgement {
	t.Helper()
	f, err := os.Open("testdata/queries.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []judgement
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var q judgement
		d := json.NewDecoder(strings.NewReader(lines.Text()))
		d.DisallowUnknownFields()
		if err := d.Decode(&q); err != nil {
			t.Fatalf("line %d: %v", len(out)+1, err)
		}
		out = append(out, q)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if len(out) < judgedLeast {
		t.Fatalf("only %d queries, want %d", len(out), judgedLeast)
	}
	return out
}

// TestJudgements holds the judgements to the cohort: every right answer is a
// record of it, and the lists are exactly what their rules say.
func TestJudgements(t *testing.T) {
	records := map[domain.Kind][]object{}
	for _, r := range demoRecords() {
		records[r.Ref().Kind] = append(records[r.Ref().Kind], objectOf(t, r))
	}
	ids, asked := map[string]bool{}, map[string]bool{}
	for _, q := range readJudgements(t) {
		kind, known := askedKinds[q.For]
		if !known || q.ID == "" || q.Text == "" || q.Why == "" {
			t.Errorf("%s: incomplete: %+v", q.ID, q)
		}
		if ids[q.ID] || asked[q.For+" "+q.Text] {
			t.Errorf("%s: %q for %s stands twice", q.ID, q.Text, q.For)
		}
		ids[q.ID], asked[q.For+" "+q.Text] = true, true
		if _, row := floors[q.Kind]; len(q.Relevant) > 0 && !row {
			t.Errorf("%s: the kind %q has no floor", q.ID, q.Kind)
		}
		if right := len(q.Relevant) + len(q.Never); q.Nothing == (right > 0) {
			t.Errorf("%s: finds nothing, or has answers that are right or forbidden: one of both", q.ID)
		}
		var relevant, best, all []string
		for _, o := range records[kind] {
			all = append(all, o.id())
			if q.Rule != "" && o.holds(q.Rule) {
				relevant = append(relevant, o.id())
				if q.BestRule != "" && o.holds(q.BestRule) {
					best = append(best, o.id())
				}
			}
		}
		if !slices.Equal(relevant, q.Relevant) || !slices.Equal(best, q.Best) {
			t.Errorf("%s: %q: the rules give %v, best %v; written are %v, best %v", q.ID, q.Text, relevant, best, q.Relevant, q.Best)
		}
		for _, id := range slices.Concat(q.Relevant, q.Best, q.Never) {
			if !slices.Contains(all, id) {
				t.Errorf("%s: there is no %s", q.ID, id)
			}
		}
	}
}

// object is a record as exported, without the clients that an expert keeps
// private.
type object map[string]any

func objectOf(t *testing.T, r domain.Record) object {
	t.Helper()
	var o object
	if err := json.Unmarshal(jsonl.Append(nil, r), &o); err != nil {
		t.Fatal(err)
	}
	works, _ := o["works"].([]any)
	for _, w := range works {
		if work, ok := w.(map[string]any); ok && work["client_private"] == true {
			delete(work, "client")
		}
	}
	return o
}

func (o object) id() string { id, _ := o["id"].(string); return id }

// holds evaluates a rule: terms joined by " & ", each of alternatives joined by
// "|". An alternative is field:part, where the field's text contains the part,
// or field=value, where one of its values is just that; case is folded, and
// field.inner goes into lists. The field text stands for all that is read by
// everybody.
func (o object) holds(rule string) bool {
	for term := range strings.SplitSeq(rule, " & ") {
		if !slices.ContainsFunc(strings.Split(term, "|"), o.one) {
			return false
		}
	}
	return true
}

func (o object) one(alternative string) bool {
	i := strings.IndexAny(alternative, ":=")
	if i < 0 {
		return false
	}
	field, want := alternative[:i], strings.ToLower(alternative[i+1:])
	return slices.ContainsFunc(o.values(field), func(v string) bool {
		v = strings.ToLower(v)
		return v == want || alternative[i] == ':' && strings.Contains(v, want)
	})
}

var readByAll = []string{"name", "headline", "title", "summary", "detail", "thesis", "use_of_funds", "region", "city", "tags", "topics", "works"}

func (o object) values(field string) []string {
	var out []string
	if field == "text" {
		for _, f := range readByAll {
			out = stringsIn(o[f], out)
		}
		return out
	}
	outer, inner, deeper := strings.Cut(field, ".")
	if !deeper {
		return stringsIn(o[outer], nil)
	}
	list, _ := o[outer].([]any)
	for _, item := range list {
		if part, ok := item.(map[string]any); ok {
			out = stringsIn(part[inner], out)
		}
	}
	return out
}

// stringsIn appends every string within a value.
func stringsIn(v any, out []string) []string {
	switch x := v.(type) {
	case string:
		out = append(out, x)
	case []any:
		for _, item := range x {
			out = stringsIn(item, out)
		}
	case map[string]any:
		for _, item := range x {
			out = stringsIn(item, out)
		}
	}
	return out
}
