package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"jumpup/server/domain"
)

func TestCSVEncodingsAndSeparators(t *testing.T) {
	const text = "기업명,사업자등록번호,설립일,기업 소개\r\n누리테크,1234567891,2015.3.2,\"로봇, 감속기\"\r\n한빛소재,220-81-62517,2009년,소재\r\n"
	want := ""
	for _, encoding := range []string{"utf-8", "utf-8 with mark", "utf-8 decomposed", "cp949", "utf-16le", "utf-16be", "utf-16le without mark"} {
		for _, comma := range []string{",", ";", "\t"} {
			name := encoding + " " + fmt.Sprintf("%q", comma)
			body := strings.ReplaceAll(text, ",", comma)
			body = strings.ReplaceAll(body, "로봇"+comma, "로봇,")
			got := read(t, Options{}, Source{"명단.csv", bytes.NewReader(encoded(t, body, encoding))})
			if want == "" {
				want = summary(got)
				if len(got.Records) != 2 || len(got.Problems)+len(got.Notes) > 0 || !strings.Contains(want, "로봇, 감속기") {
					t.Fatalf("%s: %s", name, want)
				}
			}
			if s := summary(got); s != want {
				t.Errorf("%s:\n%s\nwant\n%s", name, s, want)
			}
		}
	}
}

func TestCSVOddities(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want string // part of the summary
	}{
		"separator named first":   {"sep=;\n기업명;설립연도\n누리테크;2015\n", `:3 founded,name.ko {"name":{"ko":"누리테크"},"founded":2015}`},
		"line break in a cell":    {"기업명,기업 소개,설립연도\n누리테크,\"첫 줄\r\n둘째 줄\",2015\n한빛,소재,2016\n", ":4 founded,name.ko,summary.ko"},
		"inch mark":               {"기업명,기업 소개\n누리테크,12\" 모니터\n", `"summary":{"ko":"12\" 모니터"}`},
		"mac line ends":           {"기업명,설립연도\r누리테크,2015\r", `"founded":2015`},
		"quotation mark left out": {"기업명,설립연도\n\"누리테크,2015\n한빛,2016\n", "problem 명단.csv:2: the row cannot be read: a quotation mark is missing"},
		"blank lines":             {"\n\n기업명,설립연도\n\n누리테크,2015\n", `명단.csv:5 founded`},
		"no header":               {"1,2,3\n4,5,6\n", "problem 명단.csv: no sheet has headers that are known"},
		"header alone":            {"기업명,설립연도\n", ""},
		"guarded formula":         {"기업명,기업 소개\n'=누리,'-5도 보관\n", `"name":{"ko":"=누리"},"summary":{"ko":"-5도 보관"}`},
		"apostrophe of a name":    {"기업명,기업 소개\n'90s 클럽,x\n", `"name":{"ko":"'90s 클럽"}`},
	} {
		got := summary(read(t, Options{}, csvSource(t, "명단.csv", c.text)))
		if !strings.Contains(got, c.want) {
			t.Errorf("%s:\n%s\nwant %s", name, got, c.want)
		}
	}
}

func TestCSVNeitherEncoding(t *testing.T) {
	data := append(encoded(t, "기업명,설립연도\n누리테크,2015\n", "cp949"), 0xff, 0xfe, 0xff)
	got := read(t, Options{}, Source{"명단.csv", bytes.NewReader(data)})
	if s := summary(got); !strings.Contains(s, "명단.csv:3: the text is neither UTF-8 nor CP949") {
		t.Error(s)
	}
}

// TestCSVGuard looks at the bytes: no field of an export may begin with what a
// spreadsheet program takes for a formula.
func TestCSVGuard(t *testing.T) {
	var records []domain.Record
	for i, s := range append(awkward, "=HYPERLINK(\"http://x\")", "a;=1+1", "x\t=cmd|' /C calc'!A0", "=1\n=2") {
		records = append(records, &domain.Company{ID: domain.CompanyID(fmt.Sprint("c", i)), Name: domain.PlainText(s), Tags: []string{s}, Region: s, Revenue: []domain.YearAmount{{Year: 2024, Amount: domain.Amount{Value: "-5", Currency: "KRW"}}}})
	}
	for _, f := range CSVFiles(records, WriteOptions{}) {
		var b bytes.Buffer
		if _, err := f.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		text, found := strings.CutPrefix(b.String(), "\ufeff")
		if !found {
			t.Fatal("the file has no byte-order mark")
		}
		g, err := parseCSV(f.Name, text, ',', false, 0, DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range g.rows {
			for _, c := range row {
				if risky(c) {
					t.Errorf("%s, row %d has the cell %q", f.Name, i+1, c)
				}
			}
		}
	}
}
