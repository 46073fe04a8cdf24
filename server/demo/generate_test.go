package demo

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"

	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
)

const day = domain.Date("2026-11-02")

// golden is the SHA-256 of the default cohort of seed 1 on 2026-11-02 as JSON
// Lines with the state of each need. It changes only when the words or the
// generator change on purpose.
const golden = "aa549d8149b5e692e85dc2e861c95367db071bf1353e66a7c9aec849b553ae3a"

func canonical(records []domain.Record) []byte {
	var b []byte
	for _, r := range records {
		b = jsonl.Append(b, r)
		b = append(b, '\n')
		if n, ok := r.(*domain.Need); ok {
			b = append(b, string(n.State)+" "+n.Since.String()+" "+string(n.StateBy)+" "+n.Remark+"\n"...)
		}
	}
	return b
}

func TestGenerateIsDeterministic(t *testing.T) {
	one, two := canonical(Generate(Default, 1, day)), canonical(Generate(Default, 1, day))
	if !bytes.Equal(one, two) {
		t.Fatal("two generations with the same arguments differ")
	}
	sum := sha256.Sum256(one)
	if got := hex.EncodeToString(sum[:]); got != golden {
		t.Errorf("the default cohort's hash is %s, want %s", got, golden)
	}
	if bytes.Equal(one, canonical(Generate(Default, 2, day))) {
		t.Error("another seed gives the same cohort")
	}
}

func TestEveryRecordIsValid(t *testing.T) {
	for _, size := range []Size{Default, Profiles(2000)} {
		records := Generate(size, 1, day)
		located := make([]domain.Located, len(records))
		ids := map[domain.Ref]bool{}
		for i, r := range records {
			if p := r.Validate(); p.Err() != nil {
				t.Fatalf("%s: %s", r.Ref(), p.Report())
			}
			if ids[r.Ref()] {
				t.Fatalf("%s is written twice", r.Ref())
			}
			ids[r.Ref()] = true
			located[i] = domain.Located{Record: r, File: "demo", Line: i + 1}
		}
		p, err := domain.CheckReferences(located, nil)
		if err != nil || p.Err() != nil {
			t.Fatalf("references: %v %s", err, p.Report())
		}
	}
}

func TestProportionsOfTheCohort(t *testing.T) {
	count := map[string]int{}
	group := map[string]string{
		"부산": "gyeongsang", "대구": "gyeongsang", "울산": "gyeongsang", "경북": "gyeongsang", "경남": "gyeongsang", "경기": "gyeonggi",
		"대전": "south-west", "세종": "south-west", "충북": "south-west", "충남": "south-west", "광주": "south-west", "전북": "south-west",
		"전남": "south-west", "서울": "north", "인천": "north", "강원": "north",
	}
	countries, kinds := map[string]bool{}, map[domain.NeedKind]int{}
	states := map[domain.NeedState]int{}
	for _, r := range Generate(Default, 1, day) {
		count[string(r.Ref().Kind)]++
		switch x := r.(type) {
		case *domain.Company:
			count[group[x.Region]]++
			for _, n := range niches() {
				if n.tags[0] == x.Tags[0] && n.industries[0] == x.Industries[0] {
					count["sector "+string(rune('0'+n.sector))]++
				}
			}
		case *domain.Need:
			kinds[x.Kind]++
			states[x.State]++
		case *domain.Investor:
			countries[x.Country] = true
			if n := len(x.Portfolio); n < 10 || n > 60 {
				t.Errorf("%s has %d deals, want 10 to 60", x.ID, n)
			}
		}
	}
	for what, want := range map[string]int{
		"company": 100, "need": 300, "expert": 240, "investor": 80, "institution": 8, "cohort": 1,
		"gyeongsang": 34, "gyeonggi": 26, "south-west": 21, "north": 19,
		// 32, 31, 20 and 18 % add up to 101; a hundred companies round down.
		"sector 0": 31, "sector 1": 31, "sector 2": 20, "sector 3": 18,
	} {
		if count[what] != want {
			t.Errorf("%s: %d, want %d", what, count[what], want)
		}
	}
	if len(countries) != 15 {
		t.Errorf("investors come from %d countries, want 15", len(countries))
	}
	for _, k := range []domain.NeedKind{domain.NeedDirecting, domain.NeedInvestment, domain.NeedPartner} {
		if kinds[k] < 30 {
			t.Errorf("only %d needs of kind %s", kinds[k], k)
		}
	}
	for _, s := range domain.NeedStates {
		if states[s] < 5 {
			t.Errorf("only %d needs are %s", states[s], s)
		}
	}
}

func TestTextsReadWell(t *testing.T) {
	titles, details, works := map[string]int{}, map[string]int{}, map[string]int{}
	all := 0
	for _, r := range Generate(Default, 1, day) {
		line := string(jsonl.Append(nil, r))
		if strings.ContainsAny(strings.Trim(strings.TrimSpace(line), "{}"), "\x00") {
			t.Errorf("%s holds a control character", r.Ref())
		}
		for _, slot := range []string{"{p}", "{q}", "{t}", "{b}", "{f}", "{g}", "{m}", "{n}", "{k}", "{h}", "{s}", "{c}", "{y}", "{lo}", "{hi}"} {
			if strings.Contains(line, slot) {
				t.Errorf("%s holds an unfilled slot %s: %s", r.Ref(), slot, line)
			}
		}
		switch x := r.(type) {
		case *domain.Need:
			titles[x.Title.Ko]++
			details[x.Detail.En]++
			all++
			if x.Title.En == "" || x.Detail.Ko == "" {
				t.Errorf("%s lacks a language", x.ID)
			}
		case *domain.Expert:
			for _, k := range x.Works {
				works[k.Text.Ko]++
			}
		}
	}
	if len(titles) < all*7/10 || len(details) < all*95/100 {
		t.Errorf("%d needs have only %d titles and %d details", all, len(titles), len(details))
	}
	if len(works) < 1000 {
		t.Errorf("experts show only %d different works", len(works))
	}
}

func TestPortfoliosAgreeWithTheThesis(t *testing.T) {
	deals, stage, tag, place := 0, 0, 0, 0
	for _, r := range Generate(Default, 1, day) {
		x, ok := r.(*domain.Investor)
		if !ok {
			continue
		}
		for _, d := range x.Portfolio {
			deals++
			if d.Date > day {
				t.Errorf("%s has a deal of %s, after %s", x.ID, d.Date, day)
			}
			if hasStage(x.Stages, d.Stage) {
				stage++
			}
			for _, own := range x.Tags {
				if own == d.Tags[0] {
					tag++
					break
				}
			}
			if hasCountry(x, d.Country) {
				place++
			}
		}
	}
	for what, n := range map[string]int{"stage": stage, "tag": tag} {
		if n*100 < deals*80 {
			t.Errorf("%s: %d of %d deals agree with the thesis, want four fifths", what, n, deals)
		}
	}
	if place*100 < deals*40 {
		t.Errorf("%d of %d deals are at home or in the markets named, want two fifths", place, deals)
	}
}

func TestNothingLooksReal(t *testing.T) {
	for _, r := range Generate(Default, 1, day) {
		switch x := r.(type) {
		case *domain.Company:
			if !strings.HasPrefix(x.RegistrationNo, "999-") || !strings.HasSuffix(x.Website, ".example") {
				t.Errorf("%s: %s %s", x.ID, x.RegistrationNo, x.Website)
			}
		case *domain.Person:
			if !strings.HasSuffix(x.Email, ".example") || x.Phone != "" && !strings.HasPrefix(x.Phone, "010-0000-") {
				t.Errorf("%s: %s %s", x.ID, x.Email, x.Phone)
			}
		case *domain.Cohort:
			for _, rule := range x.Rules {
				if !json.Valid([]byte(rule.Value)) {
					t.Errorf("rule %s: %s is no JSON", rule.Field, rule.Value)
				}
			}
		}
	}
}

func BenchmarkGenerate20000Profiles(b *testing.B) {
	for b.Loop() {
		Generate(Profiles(20000), 1, day)
	}
}
