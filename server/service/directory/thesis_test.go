package directory

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// said writes what was found in one line, empty parts left out.
func said(t CutThesis) string {
	var out []string
	add := func(name string, list []string) {
		if len(list) > 0 {
			out = append(out, name+" "+strings.Join(list, ","))
		}
	}
	var stages []string
	for _, s := range t.Stages {
		stages = append(stages, string(s))
	}
	sorted := func(list []string) []string { return slices.Sorted(slices.Values(list)) }
	add("stages", stages)
	if !t.Ticket.IsZero() {
		out = append(out, fmt.Sprintf("ticket %s..%s %s", t.Ticket.Min, t.Ticket.Max, t.Ticket.Currency))
	}
	add("instruments", sorted(t.Instruments))
	add("industries", sorted(t.Industries))
	add("tags", t.Tags)
	add("markets", sorted(t.Markets))
	if t.Lead != "" {
		out = append(out, "lead "+t.Lead)
	}
	return strings.Join(out, "; ")
}

func TestCutThesis(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{
			"english paragraph", "Tan Capital is a Singapore-based VC. We lead seed to Series B rounds with tickets of US$500K to $5M in robotics and semiconductors across Southeast Asia and Japan. We do not invest in crypto or gaming.",
			"stages seed,series-a,series-b; ticket 500000..5000000 USD; industries C26,C29; tags robotics,semiconductors; markets ID,JP,MY,PH,SG,TH,VN; lead lead",
		},
		{
			"korean paragraph", "당사는 시드부터 시리즈 A 단계의 로봇, 이차전지 기업에 건당 5억~20억 원을 투자합니다. 리드 투자와 공동 투자를 모두 합니다. 게임과 블록체인은 제외합니다. 국내와 베트남 시장을 봅니다.",
			"stages seed,series-a; ticket 500000000..2000000000 KRW; industries C28,C29; tags 로봇,이차전지; markets KR,VN; lead both",
		},
		{
			"six answers", `단계: 시리즈 A~C
투자금: 최소 10억, 최대 50억 원
리드 여부: 팔로우
분야: 정밀가공, 감속기, 스마트팩토리
지역: 미국, 독일
방식: RCPS, 전환사채, M&A`,
			"stages series-a,series-b,series-c; ticket 1000000000..5000000000 KRW; instruments CB,M&A,RCPS; industries C25,C29; tags 정밀가공,감속기,스마트팩토리; markets DE,US; lead follow",
		},
		{
			"up to", "We write checks up to EUR 2 million in medtech companies in Germany, Austria and Switzerland. Co-investor only.",
			"ticket ..2000000 EUR; industries C27; tags medtech; markets AT,CH,DE; lead follow",
		},
		{"at least", "최소 3억원 이상 투자, 프리IPO 선호", "stages pre-ipo; ticket 300000000.. KRW"},
		{
			"about the fund, not the cheque", "AUM of $500M. Fund size $120M. We invest $1-3 million per company at Series A and B.",
			"stages series-a,series-b; ticket 1000000..3000000 USD",
		},
		{"turnover is no cheque", "매출 100억 이상 기업을 봅니다. 투자 규모는 20억 내외입니다.", "ticket 2000000000..2000000000 KRW"},
		{"dollars in korean", "기업당 50만 달러에서 200만 달러를 투자합니다", "ticket 500000..2000000 USD"},
		{"won in two units", "건당 2억 5,000만원 이하", "ticket ..250000000 KRW"},
		{"singapore dollars", "Cheques between S$250k and S$1m", "ticket 250000..1000000 SGD"},
		{"pre-A is no series A", "Pre-A 라운드를 봅니다", "stages seed"},
		{"pre-seed", "Pre-seed and seed", "stages pre-seed,seed"},
		{"growth", "growth-stage and late-stage companies, Series D+", "stages growth"},
		{"early stage", "초기 단계 기업", "stages seed,series-a"},
		{"korean list of rounds", "시리즈 A, B 및 C 라운드", "stages series-a,series-b,series-c"},
		{"spelled twice", "Series A to Series C", "stages series-a,series-b,series-c"},
		{"exclusion before", "중국을 제외한 일본과 대만", "markets JP,TW"},
		{"exclusion after", "Manufacturing except automotive", "tags Manufacturing"},
		{"but", "We like AI but not healthcare", "tags AI"},
		{"us is no country in lower case", "Send us your deck. The US is our market.", "markets US"},
		{"india within indonesia", "인도네시아", "markets ID"},
		{"lead time is no lead", "We shorten lead time and follow up weekly.", ""},
		{"lead or follow", "We can lead or follow.", "lead both"},
		{"instruments", "Common stock, convertible notes, venture debt, joint venture", "instruments JV,convertible,equity,loan"},
		{"CB and BW", "CB/BW 및 합작법인 검토", "instruments BW,CB,JV"},
		{"distribution of returns", "The distribution of returns is skewed. We offer distribution in Vietnam.", "instruments distribution; markets VN"},
		{"unknown sectors of a list", "Sectors: cold chain, wound care; photonics", "tags cold chain,wound care,photonics"},
		{"numbers without money", "3 years, 20 companies, 5 months, 100% ownership", ""},
		{"nothing", "", ""},
		{"no currency", "We invest 1 to 3 million per deal", ""},
		{"full width and line ends", "단계：시드\r\n지역：싱가포르\r\n", "stages seed; markets SG"},
		{"ordinary words", "투자 환경이 건설적으로 변하고 있습니다. 저희는 안전하게 safe 투자합니다.", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := cutThesis(c.in)
			if said(got) != c.want {
				t.Errorf("got  %s\nwant %s\nfound %+v", said(got), c.want, got.Found)
			}
			checkThesis(t, c.in, got)
		})
	}
}

// checkThesis: every value has words of the source.
func checkThesis(t fatal, source string, got CutThesis) {
	source = strings.ReplaceAll(source, "\r", "\n")
	for _, f := range got.Found {
		if f.Quote == "" || !strings.Contains(source, f.Quote) {
			t.Fatalf("%s %q is not from the source: %q", f.Field, f.Value, f.Quote)
		}
	}
	count := map[string]int{}
	for _, f := range got.Found {
		count[f.Field]++
	}
	for field, n := range map[string]int{
		"stages": len(got.Stages), "instruments": len(got.Instruments), "industries": len(got.Industries), "tags": len(got.Tags), "markets": len(got.Markets),
	} {
		if count[field] != n {
			t.Fatalf("%s: %d values, %d quotes", field, n, count[field])
		}
	}
	if (count["ticket"] > 0) == got.Ticket.IsZero() || (count["lead"] > 0) == (got.Lead == "") {
		t.Fatalf("ticket or lead without words: %+v", got)
	}
	if got.Ticket.Currency == "" && !got.Ticket.IsZero() {
		t.Fatalf("a ticket without a currency: %+v", got.Ticket)
	}
}

func TestCutThesisQuotesAlways(t *testing.T) {
	pieces := []string{
		"seed", "시드부터", "시리즈 A", "~", "C", "to Series B", "US$1m", "5억", "20억 원", "up to", "최소", "이하", "제외", "not", "except", ".", ",", "\n",
		"로봇", "US", "동남아", "lead", "follow", "리드 투자", "분야: 감속기, 무엇", "CB/BW", "2억 5,000만원", "$", "1,2,3", "억", "Sectors:", ";", "지만 ",
	}
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 20).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "gap"))
		checkThesis(t, source, cutThesis(source))
	})
}

func FuzzCutThesis(f *testing.F) {
	f.Add("We lead seed to Series B with US$500K to $5M. 중국을 제외한 일본")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		checkThesis(t, s, cutThesis(s))
	})
}
