package demo

import (
	"strconv"

	"jumpup/server/domain"
)

// manner is a kind of investor: what it calls itself, which stages it backs and
// its cheque in hundred million won.
type manner struct {
	kind   string
	suffix pair
	stages []domain.Stage
	from   int
	to     int
	share  int
}

var manners = []manner{
	{"vc", pair{"벤처스", "Ventures"}, []domain.Stage{"seed", "series-a", "series-b"}, 5, 60, 20},
	{"vc", pair{"벤처캐피탈", "Venture Capital"}, []domain.Stage{"series-a", "series-b", "series-c"}, 20, 120, 18},
	{"cvc", pair{"이노베이션", "Innovation"}, []domain.Stage{"series-a", "series-b", "series-c", "growth"}, 15, 150, 14},
	{"pe", pair{"프라이빗에쿼티", "Private Equity"}, []domain.Stage{"growth", "pre-ipo", "series-c"}, 120, 600, 11},
	{"fund", pair{"성장펀드", "Growth Fund"}, []domain.Stage{"series-b", "series-c", "growth", "pre-ipo"}, 50, 300, 12},
	{"accelerator", pair{"액셀러레이터", "Accelerator"}, []domain.Stage{"pre-seed", "seed", "series-a"}, 1, 15, 8},
	{"bank", pair{"투자은행", "Investment Bank"}, []domain.Stage{"series-c", "growth", "pre-ipo"}, 80, 400, 8},
	{"angel", pair{"엔젤클럽", "Angels"}, []domain.Stage{"pre-seed", "seed", "series-a"}, 1, 10, 9},
}

var (
	claims = []pair{
		{"{f} 및 {g} 분야에서 {s} 단계 기업에 한 건당 {lo}~{hi} 규모로 투자합니다.", "We back companies in {f} and {g} at {s}, {lo} to {hi} a deal."},
		{"{s} 단계의 {f} 기업을 찾고, {g} 분야도 함께 봅니다. 한 건당 투자 금액은 {lo}~{hi}입니다.", "We look for companies in {f} at {s}, and for {g} too. A cheque is {lo} to {hi}."},
	}
	habits = []pair{
		{"공동 투자를 이끌며 이사회에 참여합니다.", "We lead rounds and take a board seat."},
		{"선도 투자자와 함께 참여하며 후속 투자를 합니다.", "We join a lead investor and follow on."},
		{"기술 실사를 직접 하고 제조 현장을 두 번 이상 찾습니다.", "We do our own technical review and visit the plant at least twice."},
		{"계열사의 구매와 실증을 함께 제안합니다.", "We bring purchases and pilots by our group."},
		{"수출이 매출의 3분의 1을 넘는 회사를 먼저 봅니다.", "We prefer companies that export more than a third."},
		{"지역 제조 기업에 우선 투자합니다.", "Manufacturers outside the capital come first."},
		{"탄소 감축량을 투자 심사의 첫 기준으로 둡니다.", "Carbon savings are our first criterion."},
	}
	wishes = []pair{
		{"{m} 시장 진출을 돕는 현지 팀이 있습니다.", "Our team in {m} helps with market entry."},
		{"{m} 고객사를 소개할 수 있습니다.", "We can introduce customers in {m}."},
		{"{m} 생산이나 판매 계획이 있는 회사를 찾습니다.", "We look for companies with plans to make or sell in {m}."},
	}
	stageNames = map[domain.Stage]pair{
		"pre-seed": {"프리시드", "pre-seed"}, "seed": {"시드", "seed"}, "series-a": {"시리즈 A", "Series A"}, "series-b": {"시리즈 B", "Series B"},
		"series-c": {"시리즈 C", "Series C"}, "growth": {"성장", "growth"}, "pre-ipo": {"상장 전", "pre-IPO"},
	}
	// won per unit of a currency, round figures that no one trades at.
	wonPer = map[string]int{"KRW": 1, "USD": 1300, "EUR": 1450, "JPY": 9, "GBP": 1700, "CHF": 1500}
)

func (w *world) writeInvestors() {
	d := w.dice("investors")
	w.writeOutsiders()
	from := dealt(d, quotas(w.size.Investors, share(nations, func(n nation) int { return n.share })))
	as := dealt(d, quotas(w.size.Investors, share(manners, func(m manner) int { return m.share })))
	for i, k := range from { // the first one, whose account is ready to try, writes from abroad
		if nations[k].code == "US" {
			from[0], from[i] = from[i], from[0]
			break
		}
	}
	for i := range w.size.Investors {
		w.investors = append(w.investors, w.investor(d, i, nations[from[i]], manners[as[i]]))
	}
}

func (w *world) investor(d *dice, i int, n nation, m manner) *domain.Investor {
	lines := some(d, w.niches, d.from(2, 5))
	name := w.investorName(i, m)
	at := pick(d, n.cities)
	x := &domain.Investor{
		ID: domain.InvestorID("investor-" + pad(i+1, 3)), Name: domain.Text{Ko: name.ko, En: name.en}, Kind: m.kind,
		Stages: m.stages, Ticket: ticket(d, m, n.currency), Instruments: []string{"equity"},
		Languages: n.languages, Country: n.code, Region: at[0], City: at[1], Timezone: n.timezone,
	}
	if m.kind == "fund" || m.kind == "pe" || d.percent(30) {
		x.Instruments = append(x.Instruments, "convertible")
	}
	for _, l := range lines {
		x.Industries = append(x.Industries, l.industries[0])
		x.Tags = append(x.Tags, l.tags[:2]...)
	}
	market := target{n.code, n.name}
	if n.code == "KR" {
		market = pick(d, targets)
		x.Markets = []string{"KR"}
	}
	x.Markets = append(x.Markets, market.code)
	x.Thesis = thesis(d, x, lines, market)
	x.Portfolio = w.portfolio(d, x, lines)
	if d.percent(6) && i > 0 {
		x.Conflicts = []string{string(pick(d, w.firms).rec.ID)}
	}
	return x
}

// investorName takes the first house of folk tales that has no firm of the
// manner yet.
func (w *world) investorName(i int, m manner) pair {
	for k := 0; ; k++ {
		h := houses[(i+k)%len(houses)]
		name := numbered(pair{h.ko + " " + m.suffix.ko, h.en + " " + m.suffix.en}, k/len(houses))
		if !w.taken[name] {
			w.taken[name] = true
			return name
		}
	}
}

// thesis is written in both languages, by some investors abroad in English only.
func thesis(d *dice, x *domain.Investor, lines []niche, m target) domain.Text {
	last := x.Stages[len(x.Stages)-1]
	s := pair{stageNames[x.Stages[0]].ko + "부터 " + stageNames[last].ko, stageNames[x.Stages[0]].en + " to " + stageNames[last].en}
	t := join(pick(d, claims), pick(d, habits), pick(d, wishes)).text(
		slot{"f", lines[0].name}, slot{"g", lines[1].name}, slot{"s", s}, slot{"m", m.name},
		slot{"lo", spoken(x.Ticket.Min, x.Ticket.Currency)}, slot{"hi", spoken(x.Ticket.Max, x.Ticket.Currency)})
	if x.Country != "KR" && d.percent(30) {
		t.Ko = ""
	}
	return t
}

// ticket converts a manner's cheque to a currency, rounded to two figures.
func ticket(d *dice, m manner, currency string) domain.Range {
	lo := m.from * d.from(80, 160) / 100
	hi := m.to * d.from(70, 140) / 100
	lo, hi = max(lo, 1), max(hi, lo*2)
	return domain.Range{Min: convert(lo, currency), Max: convert(hi, currency), Currency: currency}
}

// convert gives hundred million won in a currency as a decimal string.
func convert(hundredMillion int, currency string) string {
	return strconv.Itoa(twoFigures(hundredMillion * 100_000_000 / wonPer[currency]))
}

func twoFigures(n int) int {
	unit := 1
	for n/unit >= 100 {
		unit *= 10
	}
	return n / unit * unit
}

// spoken writes an amount as people say it.
func spoken(value, currency string) pair {
	n, err := strconv.Atoi(value)
	if err != nil {
		return pair{value, value}
	}
	if currency == "KRW" {
		return pair{strconv.Itoa(n/100_000_000) + "억 원", "KRW " + strconv.Itoa(n/100_000_000*100) + " million"}
	}
	units := map[string]string{"USD": "달러", "EUR": "유로", "JPY": "엔", "GBP": "파운드", "CHF": "스위스 프랑"}
	if n >= 1_000_000 {
		return pair{strconv.Itoa(n/10_000) + "만 " + units[currency], currency + " " + oneDecimal(n, 1_000_000) + " million"}
	}
	return pair{strconv.Itoa(n/10_000) + "만 " + units[currency], currency + " " + strconv.Itoa(n/1000) + " thousand"}
}

func oneDecimal(n, unit int) string {
	return strconv.FormatFloat(float64(n)/float64(unit), 'f', -1, 64)
}
