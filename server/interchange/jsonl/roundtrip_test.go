package jsonl

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jumpup/server/domain"
)

// TestRoundTrip: what is written reads back as the same record and writes the
// same bytes again, for every kind.
func TestRoundTrip(t *testing.T) {
	for _, k := range domain.Kinds {
		t.Run(string(k), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				want := drawRecord(t, k)
				line := Append(nil, want)
				if !json.Valid(line) {
					t.Fatalf("no JSON: %s", line)
				}
				got, problems := Decode(k, line)
				if len(problems) > 0 {
					t.Fatalf("%s\n%s", line, problems.Report())
				}
				if d := cmp.Diff(want, got); d != "" {
					t.Fatalf("read back differently (-want +got):\n%s", d)
				}
				if again := Append(nil, got); !bytes.Equal(line, again) {
					t.Fatalf("wrote\n%s\nthen\n%s", line, again)
				}
			})
		})
	}
}

// write makes the canonical folder of some records.
func write(t *testing.T, records []domain.Located) fstest.MapFS {
	t.Helper()
	slices.SortFunc(records, func(a, b domain.Located) int {
		return strings.Compare(a.Record.Ref().ID, b.Record.Ref().ID)
	})
	folder := fstest.MapFS{}
	for _, k := range domain.Kinds {
		var file bytes.Buffer
		w := NewWriter(&file)
		for _, l := range records {
			if l.Record.Ref().Kind != k {
				continue
			}
			if err := w.Write(l.Record); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		folder[FileName(k)] = &fstest.MapFile{Data: file.Bytes()}
	}
	return folder
}

// TestRoundTripOfRealData reads real folders and holds the second writing
// against the first.
func TestRoundTripOfRealData(t *testing.T) {
	for _, name := range []string{"experts", "investors"} {
		t.Run(name, func(t *testing.T) {
			dir := "../../../../shared/data/" + name
			if _, err := os.Stat(dir); err != nil {
				t.Skipf("the data folder %s is not there", name)
			}
			records, _, problems := ReadFolder(os.DirFS(dir))
			if len(problems) > 0 {
				t.Fatal(problems[:min(10, len(problems))].Report())
			}
			first := write(t, records)
			again, _, problems := ReadFolder(first)
			if len(problems) > 0 {
				t.Fatal(problems[:min(10, len(problems))].Report())
			}
			if len(again) != len(records) {
				t.Fatalf("read %d records back, wrote %d", len(again), len(records))
			}
			second := write(t, again)
			for file := range first {
				if !bytes.Equal(first[file].Data, second[file].Data) {
					t.Errorf("%s differs at its second writing", file)
				}
			}
		})
	}
}

// TestCanonicalForm pins the bytes of one record of each kind with every field.
func TestCanonicalForm(t *testing.T) {
	lines := map[domain.Kind]string{
		domain.KindInstitution: `{"id":"x1","name":{"ko":"한빛연구원","en":"Hanbit"},"kind":"institute","country":"KR","region":"대전","fields":["technology"],"capacity":{"min":0,"max":40},"conflicts":["c1"]}`,
		domain.KindCohort:      `{"id":"g1","name":"1기","year":2026,"starts":"2026-05-01","ends":"2029-04-30","rules":[{"field":"founded","op":"le","value":2018,"reason":"7년"},{"field":"size_class","op":"in","value":["중기업",2.50]}]}`,
		domain.KindPerson:      `{"id":"p1","email":"kim@example.org","phone":"010-0000-0000","name":"김하나","organisation":"c1","title":{"ko":"이사"},"role":"manager","languages":["ko","en"],"timezone":"Asia/Seoul"}`,
		domain.KindCompany:     `{"id":"c1","name":"가나<정밀>&\"","cohort":"g1","registration_no":"124-81-00998","founded":2012,"country":"KR","region":"경남","city":"창원","industries":["C29"],"industry_revision":10,"tags":["감속기"],"size_class":"중기업","employees":0,"stage":"series-a","revenue":[{"year":2025,"amount":{"value":"12000000000.50","currency":"KRW"}}],"certificates":[{"kind":"이노비즈","number":"1","expires":"2027-01-01"}],"summary":"줄\n바꿈","website":"https://example.org","hidden_from":["e1"]}`,
		domain.KindNeed:        `{"id":"n1","company":"c1","kind":"investment","title":"t","detail":"d","topics":["export"],"fields":["strategy"],"industries":["C29"],"industry_revision":11,"tags":["a"],"markets":["US"],"languages":["en"],"stage":"seed","amount":{"min":"1","max":"2","currency":"KRW"},"instrument":"RCPS","use_of_funds":"u","opened":"2026-01-01","due":"2026-12-31","priority":3,"confidential":true}`,
		domain.KindExpert:      `{"id":"e1","name":"n","headline":"h","summary":"s","institution":"x1","roles":["director"],"fields":["strategy"],"topics":[{"topic":"export","years":7.5}],"industries":["C29"],"industry_revision":11,"tags":["a"],"markets":["VN"],"languages":[{"code":"ko","level":"native"}],"works":[{"title":"t","text":"x","date":"2025-01-01","client":"c","client_private":true}],"capacity":4,"load":0,"unavailable":[{"from":"2026-01-01","to":"2026-01-02"}],"conflicts":["c9"],"country":"KR","region":"서울","timezone":"Asia/Seoul"}`,
		domain.KindInvestor:    `{"id":"i1","name":"n","kind":"vc","thesis":"t","stages":["seed"],"ticket":{"min":"100000000","currency":"KRW"},"instruments":["equity"],"industries":["C29"],"industry_revision":11,"tags":["a"],"markets":["KR"],"languages":["en"],"portfolio":[{"company":"c9","name":"n","date":"2024-01-01","stage":"seed","amount":{"value":"1","currency":"USD"},"industries":["J62"],"industry_revision":10,"tags":["b"],"country":"US","region":"CA","city":"x","lead":true}],"conflicts":["c1"],"capacity":12,"country":"SG","region":"r","city":"c","timezone":"Asia/Singapore"}`,
		domain.KindPreference:  `{"from":"c1","to":"e1","level":"want","note":"n","private":true,"expires":"2026-12-31"}`,
	}
	for _, k := range domain.Kinds {
		r, problems := Decode(k, []byte(lines[k]))
		if len(problems) > 0 {
			t.Errorf("%s: %s", k, problems.Report())
			continue
		}
		if got := string(Append(nil, r)); got != lines[k] {
			t.Errorf("%s\n got %s\nwant %s", k, got, lines[k])
		}
	}
}

// TestEmptyFieldsAreLeftOut: empty values read as missing.
func TestEmptyFieldsAreLeftOut(t *testing.T) {
	r, problems := Decode(domain.KindNeed, []byte(` {"confidential":false,"tags":[],"amount":{},"title":{"ko":"","en":""},"stage":"","kind":"partner","company":"c1","id":"n1"} `))
	if len(problems) > 0 {
		t.Fatal(problems.Report())
	}
	if got, want := string(Append(nil, r)), `{"id":"n1","company":"c1","kind":"partner"}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWriterKeepsOrder(t *testing.T) {
	w := NewWriter(&bytes.Buffer{})
	for i, id := range []string{"c10", "c2"} {
		if err := w.Write(&domain.Company{ID: domain.CompanyID(id)}); err != nil {
			t.Fatalf("record %d: %v", i, err)
		}
	}
	if err := w.Write(&domain.Company{ID: "c10"}); err == nil {
		t.Error("an id out of order was written")
	}
}
