package jsonl

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jumpup/server/domain"
)

func TestReadQueries(t *testing.T) {
	got, problems, err := ReadQueries(domain.KindExpert, "q.jsonl", strings.NewReader("\xef\xbb\xbf"+
		`{"id":"q1","text":"반도체","filter":{"markets":["US","VN"],"region":"서울"}}`+"\r\n"+`{"id":"q2","text":""}`+"\n"))
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	want := []SearchLine{
		{"q1", "반도체", domain.All(domain.AnyOf(domain.AttrMarket, "US", "VN"), domain.AnyOf(domain.AttrRegion, "서울"))}, {ID: "q2"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestReadQueriesRefuses(t *testing.T) {
	_, problems, err := ReadQueries(domain.KindNeed, "q.jsonl", strings.NewReader(strings.Join([]string{
		`{"id":"q1","txt":"a"}`, `{"id":"q1","text":"a"}`, `{"text":"a"}`, `[1]`, `{"id":"q4","filter":{"nose":["x"]}}`, ``,
		`{"id":"q5","filter":{"stage":[1]}}`, `{"id":"q6"`, `{"id":"q7","filter":["x"]}`, `{"id":"q8","text":` + "\"\xff\"}", `{"id":"q9","filter":{"stage":3}}`,
	}, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Field+": "+p.Message)
	}
	want := []string{
		"q.jsonl:1: txt: is no field of a query; remove it or correct its name",
		"q.jsonl:2: id: \"q1\" stands already at q.jsonl:1; give each query its own id",
		"q.jsonl:3: id: is missing; give each query an id",
		"q.jsonl:4: is a list, not an object; write one object {...} a line",
		"q.jsonl:5: filter.nose: need records cannot be narrowed by it; remove it or correct its name",
		"q.jsonl:6: is blank; remove the line",
		"q.jsonl:7: filter.stage[0]: is a number, not a string; put it into double quotes",
	}
	if d := cmp.Diff(want, got[:min(len(got), len(want))]); d != "" {
		t.Error(d)
	}
	if len(got) != 11 {
		t.Errorf("%d problems: %q", len(got), got)
	}
}

func FuzzReadQueries(f *testing.F) {
	f.Add([]byte(`{"id":"q1","text":"a","filter":{"tags":["x"]}}`))
	f.Add([]byte("\xff\xfe{"))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, problems, err := ReadQueries(domain.KindExpert, "q", strings.NewReader(string(b)))
		if err != nil || len(problems) > 0 && got != nil {
			t.Fatal(got, problems, err)
		}
	})
}
