package matcher

import (
	"math"
	"testing"
)

func TestIndustryAlike(t *testing.T) {
	tests := []struct {
		a, b string
		want float64
	}{
		{"C29", "C29", 1},
		{"C29", "J58", 0},
		{"C29", "C10", 0.25},
		{"C291", "C292", 0.55},
		{"C2911", "C2912", 0.75},
		{"C29111", "C29112", 0.9},
		{"C29", "C29111", 0.75},
		{"c291", "C2912", 0.95},
		{"C", "C29", 0.45},
	}
	for _, tt := range tests {
		if got := industryAlike(tt.a, tt.b); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("industryAlike(%s, %s) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
		if a, b := industryAlike(tt.a, tt.b), industryAlike(tt.b, tt.a); a != b {
			t.Errorf("industryAlike(%s, %s) is not symmetric", tt.a, tt.b)
		}
	}
}

func TestLanguageValue(t *testing.T) {
	spoken := []Language{{"ko", "native"}, {"en-US", "B1"}, {"ja", ""}}
	for need, want := range map[string]float64{"ko": 1, "en": 0.5, "ja": 0.75, "de": 0} {
		if got := languageValue([]string{need}, spoken); got != want {
			t.Errorf("%s: %v, want %v", need, got, want)
		}
	}
	if got := languageValue(nil, spoken); got == got {
		t.Errorf("no language needed: %v, want unknown", got)
	}
}

func TestLocationValue(t *testing.T) {
	c := compiler{names: newAtoms()}
	company := c.place("KR", "Busan", "Haeundae")
	tests := []struct {
		place place
		zone  string
		want  float64
	}{
		{c.place("KR", "Busan", "Haeundae"), "", 1},
		{c.place("kr", "busan", ""), "", 1},
		{c.place("KR", "Seoul", ""), "", 0.6},
		{c.place("KR", "", ""), "", 0.75},
		{c.place("JP", "", ""), "Asia/Tokyo", 0.4},
		{c.place("DE", "", ""), "Europe/Berlin", 0.4 / 9},
		{c.place("US", "", ""), "", 0.1},
		{c.place("", "", ""), "America/New_York", 0},
		{c.place("", "", ""), "Mars/Base", math.NaN()},
	}
	for _, tt := range tests {
		got := locationValue(company, tt.place, "KR", tt.zone)
		if math.Abs(got-tt.want) > 1e-12 || (got == got) != (tt.want == tt.want) {
			t.Errorf("%v %q: %v, want %v", tt.place, tt.zone, got, tt.want)
		}
	}
}

func TestHoursApartGoRoundTheClock(t *testing.T) {
	for zone, want := range map[string]float64{"Asia/Seoul": 0, "America/Los_Angeles": 7, "Europe/London": 9, "Asia/Kolkata": 3.5} {
		if got, ok := hoursApart("KR", zone); !ok || got != want {
			t.Errorf("KR to %s: %v, want %v", zone, got, want)
		}
	}
}

func TestLoadValue(t *testing.T) {
	four, none := 4, 0
	tests := []struct {
		capacity *int
		load     int
		away     bool
		want     float64
	}{
		{&four, 0, false, 1},
		{&four, 3, false, 0.25},
		{&four, 9, false, 0},
		{&four, 0, true, 0},
		{&none, 0, false, 0},
		{nil, 3, true, 0},
		{nil, 3, false, math.NaN()},
	}
	for _, tt := range tests {
		if got := loadValue(tt.capacity, tt.load, tt.away); got != tt.want && (got == got || tt.want == tt.want) {
			t.Errorf("loadValue(%v, %d, %v) = %v, want %v", tt.capacity, tt.load, tt.away, got, tt.want)
		}
	}
}

func TestTicketValue(t *testing.T) {
	c := compiler{names: newAtoms(), labels: newAtoms(), terms: newAtoms()}
	tests := []struct {
		name         string
		need, ticket Range
		want         float64
	}{
		{"within", Range{"", "1000", "USD"}, Range{"500", "2000", "USD"}, 1},
		{"half the least", Range{"", "250", "USD"}, Range{"500", "2000", "USD"}, 0.5},
		{"four times the most: a round may be shared", Range{"", "8000", "USD"}, Range{"500", "2000", "USD"}, 0.5},
		{"the range reaches the cheque", Range{"1000", "8000", "USD"}, Range{"500", "2000", "USD"}, 1},
		{"open upwards", Range{"", "8000", "USD"}, Range{"500", "", "USD"}, 1},
		{"other currency", Range{"", "1000", "KRW"}, Range{"500", "2000", "USD"}, math.NaN()},
		{"no amount", Range{"", "", "USD"}, Range{"500", "2000", "USD"}, math.NaN()},
		{"no ticket", Range{"", "1000", "USD"}, Range{"", "", "USD"}, math.NaN()},
		{"not a decimal", Range{"", "1e3", "USD"}, Range{"500", "2000", "USD"}, math.NaN()},
	}
	for _, tt := range tests {
		n := &compiledNeed{need: Need{Amount: tt.need}}
		n.min, n.max = parseMoney(tt.need.Min, tt.need.Currency), parseMoney(tt.need.Max, tt.need.Currency)
		v := c.investor(Investor{Ticket: tt.ticket}, func(string) int { return 0 })
		got := ticketValue(n, v)
		if math.Abs(got-tt.want) > 1e-12 || (got == got) != (tt.want == tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestKeepOrdersTheBest(t *testing.T) {
	var top [3]float64
	for n, s := range []float64{0.2, 0.5, 0.1, 0.4, 0.3} {
		keep(top[:], n, s)
	}
	if top != [3]float64{0.5, 0.4, 0.3} {
		t.Errorf("best three %v", top)
	}
}

func TestRound9(t *testing.T) {
	for in, want := range map[float64]float64{0.1234567895: 0.12345679, -1e-12: 0, 1: 1} {
		if got := round9(in); got != want || math.Signbit(got) {
			t.Errorf("round9(%v) = %v, want %v", in, got, want)
		}
	}
}
