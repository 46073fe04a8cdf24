package sheet

import (
	"bytes"
	"os"
	"testing"

	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
)

// realRecords is how many records of each kind of a folder are taken.
const realRecords = 1500

// TestRealData writes two real folders as workbooks and reads them back.
func TestRealData(t *testing.T) {
	for _, name := range []string{"experts", "investors"} {
		t.Run(name, func(t *testing.T) {
			folder := "../../../../shared/data/" + name
			if _, err := os.Stat(folder); err != nil {
				t.Skipf("the data folder %s is absent", folder)
			}
			located, _, problems := jsonl.ReadFolder(os.DirFS(folder))
			must(t, problems.Err())
			var records []domain.Record
			want := map[domain.Ref][]byte{}
			taken := map[domain.Kind]int{}
			for _, l := range located {
				if taken[l.Record.Ref().Kind]++; taken[l.Record.Ref().Kind] > realRecords {
					continue
				}
				records = append(records, l.Record)
				want[l.Record.Ref()] = jsonl.Append(nil, l.Record)
			}
			var b bytes.Buffer
			must(t, WriteXLSX(&b, records, WriteOptions{}))
			got := read(t, Options{}, Source{"export.xlsx", &b})
			if len(got.Problems) > 0 {
				t.Fatalf("%d problems, the first: %s", len(got.Problems), got.Problems[0].Line())
			}
			if len(got.Records) != len(records) {
				t.Fatalf("%d records come back as %d", len(records), len(got.Records))
			}
			for _, l := range got.Records {
				if s := jsonl.Append(nil, l.Record); !bytes.Equal(s, want[l.Record.Ref()]) {
					t.Fatalf("%s comes back as\n%s\nwant\n%s", l.Record.Ref(), s, want[l.Record.Ref()])
				}
			}
		})
	}
}
