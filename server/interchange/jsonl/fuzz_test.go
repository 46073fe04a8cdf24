package jsonl

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"jumpup/server/domain"
)

// fuzzKind: no input panics; what reads without a problem is written and read
// again to the same bytes.
func fuzzKind(f *testing.F, k domain.Kind) {
	for _, name := range []string{"27-unknown-fields", "28-wrong-types", "45-empty-parts", "37-amounts", "38-dates"} {
		data, err := os.ReadFile("testdata/malformed/" + name + "/" + FileName(k))
		if err != nil {
			continue // not every folder has every file
		}
		for line := range bytes.Lines(data) {
			f.Add(line)
		}
	}
	f.Add([]byte(`{"id":"a","name":{"ko":"가","en":"a"},"tags":["x"],"from":"a","to":"b","level":"want","company":"c","kind":"directing"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, problems := Decode(k, data)
		for _, e := range problems {
			if e.Message == "" || strings.ContainsAny(e.Line(), "\n\r\x00") {
				t.Fatalf("not a line of a report: %q", e.Line())
			}
		}
		if len(problems) > 0 {
			return
		}
		line := Append(nil, r)
		again, problems := Decode(k, line)
		if len(problems) > 0 {
			t.Fatalf("%s\n%s", line, problems.Report())
		}
		if second := Append(nil, again); !bytes.Equal(line, second) {
			t.Fatalf("wrote\n%s\nthen\n%s", line, second)
		}
	})
}

func FuzzInstitution(f *testing.F) { fuzzKind(f, domain.KindInstitution) }
func FuzzCohort(f *testing.F)      { fuzzKind(f, domain.KindCohort) }
func FuzzPerson(f *testing.F)      { fuzzKind(f, domain.KindPerson) }
func FuzzCompany(f *testing.F)     { fuzzKind(f, domain.KindCompany) }
func FuzzNeed(f *testing.F)        { fuzzKind(f, domain.KindNeed) }
func FuzzExpert(f *testing.F)      { fuzzKind(f, domain.KindExpert) }
func FuzzInvestor(f *testing.F)    { fuzzKind(f, domain.KindInvestor) }
func FuzzPreference(f *testing.F)  { fuzzKind(f, domain.KindPreference) }

// FuzzParse holds the parser against the standard library: it accepts no more,
// and less only where it says so (lone surrogates, deep nesting).
func FuzzParse(f *testing.F) {
	for _, s := range []string{`{"a":[1,-0.5e+3,true,null,"\u00e9\ud83d\ude00"]}`, `[01]`, `"\ud800"`, `{"a":1,}`, "1 2", `"\x"`, "[[[[]]]]", "-", "nul", "\ufeff1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		n, wrong := parse(s)
		valid := json.Valid([]byte(s))
		if wrong == nil && !valid {
			t.Fatalf("accepts %q", s)
		}
		if wrong != nil && valid && !strings.Contains(wrong.message, "surrogate") && !strings.Contains(wrong.message, "nested") {
			t.Fatalf("refuses %q: %s", s, wrong.message)
		}
		if wrong == nil && n.kind == isString {
			var want string
			if err := json.Unmarshal([]byte(s), &want); err != nil || want != n.text {
				t.Fatalf("reads %q as %q, want %q (%v)", s, n.text, want, err)
			}
		}
	})
}

// FuzzFolder: no folder of any bytes panics or loses a line in silence.
func FuzzFolder(f *testing.F) {
	f.Add([]byte("\xef\xbb\xbf{\"id\":\"c1\"}\r\n\r\n{\"id\":\"c1\"}"), []byte(`{"id":"n1","company":"c2","kind":"partner"}`))
	f.Fuzz(func(t *testing.T, companies, needs []byte) {
		records, _, problems := ReadFolder(fstest.MapFS{
			"companies.jsonl": {Data: companies}, "needs.jsonl": {Data: needs},
		})
		lines := map[string]bool{}
		for _, l := range records {
			lines[l.Place()] = true
		}
		for _, e := range problems {
			place, _, _ := strings.Cut(e.Field, ": ")
			lines[place] = true
		}
		if len(companies)+len(needs) > 0 && len(lines) == 0 && len(bytes.TrimPrefix(companies, []byte("\xef\xbb\xbf")))+len(bytes.TrimPrefix(needs, []byte("\xef\xbb\xbf"))) > 0 {
			t.Fatal("input without a record or a problem")
		}
	})
}
