package text_test

import (
	"strings"
	"testing"

	"jumpup/matcher/text"
)

func TestAttach(t *testing.T) {
	tests := []struct {
		word string
		p    text.Particle
		want string
	}{
		{"서울", text.Topic, "서울은"},
		{"회사", text.Topic, "회사는"},
		{"전문가", text.Subject, "전문가가"},
		{"기업", text.Subject, "기업이"},
		{"수요", text.Object, "수요를"},
		{"매칭", text.Object, "매칭을"},
		{"투자자", text.With, "투자자와"},
		{"기업", text.With, "기업과"},
		{"서울", text.Direction, "서울로"},
		{"부산", text.Direction, "부산으로"},
		{"대구", text.Direction, "대구로"},
		{"기업", text.Or, "기업이나"},
		{"도약", text.Quote, "도약이라는"},
		{"서울(강남)", text.Topic, "서울(강남)은"},
		{"‘매칭’", text.Object, "‘매칭’을"},
		{"AI", text.Object, "AI를"},
		{"LG", text.With, "LG와"},
		{"SQL", text.Direction, "SQL로"},
		{"IBM", text.Topic, "IBM은"},
		{"HR", text.Direction, "HR로"},
		{"KTX", text.Subject, "KTX가"},
		{"ESG", text.Topic, "ESG는"},
		{"API", text.Object, "API를"},
		{"5G", text.Topic, "5G는"},
		{"3D", text.Topic, "3D는"},
		{"B2B", text.Topic, "B2B는"},
		{"Web3", text.Topic, "Web3은"},
		{"C++", text.Topic, "C++는"},
		{"C#", text.Topic, "C#은"},
		{"M&A", text.Topic, "M&A는"},
		{"GPT-4", text.Topic, "GPT-4는"},
		{"Google", text.Direction, "Google로"},
		{"Samsung", text.Topic, "Samsung은"},
		{"Slack", text.Topic, "Slack은"},
		{"Facebook", text.Topic, "Facebook은"},
		{"Netflix", text.Topic, "Netflix는"},
		{"platform", text.Topic, "platform은"},
		{"startup", text.Topic, "startup은"},
		{"support", text.Topic, "support는"},
		{"Hong Kong", text.Direction, "Hong Kong으로"},
		{"ＡＩ", text.Object, "ＡＩ를"},
		{"1", text.Direction, "1로"},
		{"2026", text.Direction, "2026으로"},
		{"3", text.Subject, "3이"},
		{"9", text.Subject, "9가"},
		{"10", text.Object, "10을"},
		{"100", text.Topic, "100은"},
		{"2,000,000,000,000", text.Subject, "2,000,000,000,000가"},
		{"0", text.Subject, "0이"},
		{"3.10", text.Subject, "3.10이"},
		{"25%", text.Subject, "25%가"},
		{"ㄹ", text.Direction, "ㄹ로"},
		{"Ж", text.Object, "Ж을(를)"},
		{"", text.Topic, "은(는)"},
	}
	for _, tt := range tests {
		if got := text.Attach(tt.word, tt.p); got != tt.want {
			t.Errorf("Attach(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}

func FuzzAttach(f *testing.F) {
	for _, s := range []string{"서울", "C++", "5G", "100", "", "\xff", "ㅂ", "Ж", "a\u0301", "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range []text.Particle{text.Topic, text.Subject, text.Object, text.With, text.Direction, text.Or, text.Quote} {
			if got := text.Attach(s, p); !strings.HasPrefix(got, s) || got == s {
				t.Errorf("Attach(%q) = %q", s, got)
			}
		}
	})
}
