package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"jumpup/server/domain"
)

// meiliProfiles makes n profiles of words that are as unevenly frequent as
// those of real texts; the same seed gives the same ones.
func meiliProfiles(n int) []domain.Record {
	r := rand.New(rand.NewPCG(1, 2))
	syllables := []rune("가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후기니디리미비시이지치키티피히강난달람말박산안장천한성정민영현준서연지은혜경상동남북중대")
	words := make([]string, 12000)
	for i := range words {
		if i%4 == 3 {
			b := make([]byte, 4+r.IntN(6))
			for k := range b {
				b[k] = "etaoinshrdlucmfwyp"[r.IntN(18)]
			}
			words[i] = string(b)
			continue
		}
		b := make([]rune, 2+r.IntN(3))
		for k := range b {
			b[k] = syllables[r.IntN(len(syllables))]
		}
		words[i] = string(b)
	}
	zipf := rand.NewZipf(r, 1.1, 8, uint64(len(words)-1))
	text := func(n int) string {
		out := make([]string, n)
		for i := range out {
			out[i] = words[zipf.Uint64()]
		}
		return strings.Join(out, " ")
	}
	records := make([]domain.Record, n)
	for i := range records {
		name := words[r.IntN(len(words))] + words[r.IntN(len(words))]
		if i%2 == 0 {
			records[i] = &domain.Company{
				Revision: domain.Revision{Version: 1}, ID: domain.CompanyID(fmt.Sprintf("c%05d", i)), Name: domain.PlainText(name + " " + text(1)),
				Tags: strings.Fields(text(4)), Industries: []string{fmt.Sprintf("ind%d", r.IntN(30))}, Country: []string{"KR", "US", "VN"}[r.IntN(3)],
				Summary: domain.PlainText(text(60)),
			}
			continue
		}
		records[i] = &domain.Expert{
			Revision: domain.Revision{Version: 1}, ID: domain.ExpertID(fmt.Sprintf("e%05d", i)), Name: domain.PlainText(name), Headline: domain.PlainText(text(5)),
			Tags: strings.Fields(text(3)), Summary: domain.PlainText(text(40)), Fields: []string{fmt.Sprintf("f%d", r.IntN(20))},
			Works: []domain.Work{{Title: domain.PlainText(text(6)), Text: domain.PlainText(text(30))}},
		}
	}
	return records
}

// BenchmarkMeili measures searches over 20,000 profiles and how long it takes to
// index them.
func BenchmarkMeili(b *testing.B) {
	o := meiliAt(b)
	o.Search = 10 * time.Second
	m := openMeiliAt(b, o)
	records := meiliProfiles(20000)
	began := time.Now()
	rebuilt(b, m, 1, nil, records...)
	b.Logf("rebuild of %d records: %v", len(records), time.Since(began).Round(10*time.Millisecond))
	company := records[0].(*domain.Company)
	long := strings.Fields(company.Summary.Plain)
	for name, q := range map[string]domain.SearchQuery{
		"letter":   {Text: string([]rune(company.Name.Plain)[:1])},
		"name":     {Text: strings.Fields(company.Name.Plain)[0]},
		"two":      {Text: strings.Join(long[:2], " ")},
		"none":     {Text: "없는말이다정말"},
		"typo":     {Text: strings.Fields(company.Name.Plain)[0] + "ㅁ"},
		"question": {Text: strings.Join(long[:8], " ")},
		"long":     {Text: strings.Join(long[:30], " ")},
		"facets":   {Text: long[0], Facets: []domain.Attr{domain.AttrIndustry, domain.AttrCountry, domain.AttrTag}},
		"all":      {Facets: []domain.Attr{domain.AttrIndustry, domain.AttrCountry}},
	} {
		b.Run(name, func(b *testing.B) {
			var times []time.Duration
			total := 0
			for b.Loop() {
				at := time.Now()
				res := searched(b, m, q)
				times = append(times, time.Since(at))
				total = res.Total
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
			b.ReportMetric(float64(total), "hits")
		})
	}
	b.Run("candidates", func(b *testing.B) {
		q := domain.ConceptQuery{Kind: domain.KindExpert, Limit: 200, Concepts: []domain.Concept{
			{Text: strings.Join(long[:10], " ")}, {Text: strings.Join(long[10:14], " "), Weight: 2},
			{Has: []domain.In{{Attr: domain.AttrField, Values: []string{"f1", "f2"}}}}, {By: domain.AttrFree, Weight: 0.5},
		}}
		for b.Loop() {
			if _, err := m.Candidates(context.Background(), q); err != nil {
				b.Fatal(err)
			}
		}
	})
	if os.Getenv("JUMPUP_TEST_MEILI_APPLY") == "" {
		b.Run("apply", func(b *testing.B) {
			for b.Loop() {
				if _, err := m.Apply(context.Background(), []domain.IndexChange{change(records[0])}, 2); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
