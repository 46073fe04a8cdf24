package sheet

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"jumpup/server/domain"
)

// sameRecord compares records by content; an empty list is no list.
var sameRecord = cmp.Options{cmpopts.EquateEmpty(), cmpopts.IgnoreTypes(domain.Revision{})}

func TestRoundTrip(t *testing.T) {
	for _, k := range domain.Kinds {
		t.Run(string(k), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				records := genRecords(t, k)
				o := WriteOptions{Lang: rapid.SampledFrom([]string{"ko", "en"}).Draw(t, "lang")}
				if rapid.Bool().Draw(t, "names") {
					o.Name = func(id string) string { return "name of " + id }
				}
				var book bytes.Buffer
				if err := WriteXLSX(&book, records, o); err != nil {
					t.Fatal(err)
				}
				checkSame(t, records, Source{"export.xlsx", &book})
				var files []Source
				for _, f := range CSVFiles(records, o) {
					var b bytes.Buffer
					if _, err := f.WriteTo(&b); err != nil {
						t.Fatal(err)
					}
					files = append(files, Source{f.Name, &b})
				}
				checkSame(t, records, files...)
			})
		})
	}
}

func checkSame(t *rapid.T, want []domain.Record, files ...Source) {
	t.Helper()
	got, err := Read(context.Background(), files, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Problems) > 0 {
		t.Fatalf("%s: problems:\n%s", files[0].Name, got.Problems.Report())
	}
	var records []domain.Record
	for _, l := range got.Records {
		records = append(records, l.Record)
	}
	if d := cmp.Diff(want, records, sameRecord); d != "" {
		t.Fatalf("%s: written and read records differ (-want +got):\n%s", files[0].Name, d)
	}
	for i, l := range got.Records {
		if d := cmp.Diff(want[i], Merge(want[i], l.Record, l.Fields), sameRecord); d != "" {
			t.Fatalf("merging what was read changes the record:\n%s", d)
		}
	}
}

// words are texts that a careless reader or writer would change.
var awkward = []string{
	"=1+1", "+82 10", "-", "- 목록", "@here", "\tx", "'", "''=1", "'90s", "'=x", "(삭제)", "(clear)", "#REF!", "###", "(예시) 하나", "※ 참고", "합계", "없음", "N/A",
	"가; 나", "a, b", `c:\temp`, `\u0041`, "한글", "Cafe\u0301", "\u00a0x", " x ", "a\nb", "a\r\nb", "x\u0007y", "＝1", "1,234", "2026-03-02", "46083", "0012", "1e5",
	"_x000D_", "_x005F_x000D_", "A & B <c>", `"quoted"`, "예", "시드", "베트남", "vc", "벤처캐피탈", "C29", "29", "ko", "en-GB", "sep=;", "주제 (3)", "a: 3", "()", "1.50", "\ufeffx", "\ufffe", "12\"", "a/b|c·d", "\\",
}

func genText(t *rapid.T, label string) string {
	if rapid.IntRange(0, 2).Draw(t, label+" awkward") == 0 {
		return rapid.SampledFrom(awkward).Draw(t, label)
	}
	return rapid.StringN(1, 12, -1).Draw(t, label)
}

func genMaybe(t *rapid.T, label string) string {
	if rapid.Bool().Draw(t, label+"?") {
		return ""
	}
	return genText(t, label)
}

func genBilingual(t *rapid.T, label string) domain.Text {
	if rapid.Bool().Draw(t, label+" plain") {
		return domain.Text{Plain: genMaybe(t, label)}
	}
	return domain.Text{Ko: genMaybe(t, label+" ko"), En: genMaybe(t, label+" en")}
}

func genID(t *rapid.T, label string) string {
	s := strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f {
			return -1
		}
		return r
	}, genText(t, label))
	return "i" + s
}

func genList(t *rapid.T, label string, one func(*rapid.T, string) string) (out []string) {
	for range rapid.IntRange(0, 3).Draw(t, label+" n") {
		out = append(out, one(t, label))
	}
	return out
}

func pick(values ...string) func(*rapid.T, string) string {
	return func(t *rapid.T, label string) string { return rapid.SampledFrom(values).Draw(t, label) }
}

func genInt(t *rapid.T, label string, from, to int) *int {
	if rapid.Bool().Draw(t, label+"?") {
		return nil
	}
	n := rapid.IntRange(from, to).Draw(t, label)
	return &n
}

var (
	anyCountry  = pick("KR", "US", "VN", "GB", "HK", "CD", "CG", "KP", "XK")
	anyLanguage = pick("ko", "en", "zh-Hant", "en-GB", "yue", "ja", "x-private")
	anyIndustry = pick("C29", "C29112", "A01", "J62", "Z99", "C1")
	anyStage    = pick("", "seed", "series-a", "public", "other", "unheard")
	anyDate     = pick("", "2026-03-02", "1950-01-01", "2019-12-31", "2150-05-05")
	anyValue    = pick("0", "250000000", "0.50", "-5", "1e9", "12345678901234567890", "2.2999999999999998", "007", "abc", "5")
	anyCurrency = pick("KRW", "USD", "EUR", "JPY")
)

func genRange(t *rapid.T, label string) (r domain.Range) {
	if rapid.Bool().Draw(t, label+" min") {
		r.Min = anyValue(t, label)
	}
	if rapid.Bool().Draw(t, label+" max") {
		r.Max = anyValue(t, label)
	}
	if r.Min != "" || r.Max != "" {
		r.Currency = anyCurrency(t, label)
	}
	return r
}

func genAmount(t *rapid.T, label string) domain.Amount {
	return domain.Amount{Value: anyValue(t, label), Currency: anyCurrency(t, label)}
}

// genRecords makes one to three records of a kind with different ids.
func genRecords(t *rapid.T, k domain.Kind) (out []domain.Record) {
	for range rapid.IntRange(1, 3).Draw(t, "records") {
		r := genRecord(t, k)
		if !slices.ContainsFunc(out, func(o domain.Record) bool { return o.Ref() == r.Ref() }) {
			out = append(out, r)
		}
	}
	return out
}
