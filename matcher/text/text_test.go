package text_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"jumpup/matcher/text"
)

func TestTerms(t *testing.T) {
	tests := []struct{ in, want string }{
		{"The company is exporting semiconductors", "compani export semiconductor"},
		{"C++, C# and M&A for 5G; R&D in B2B", "c++ c# m&a 5g r&d b2b"},
		{"서울은 반도체를 수출합니다.", "서울 반도체 반도 도체 수출"},
		{"서울AI센터에서", "서울 ai 센터"},
		{"AI를 활용한 품질관리", "ai 활용 품질관리 품질 질관 관리"},
		{"반도체장비", "반도체장비 반도 도체 체장 장비"},
		{"ＡＩ　Ｆａｃｔｏｒｙ", "ai factori"},
		{"São Paulo café", "sao paulo cafe"},
		{"version 3.5 of the API, 1,200 units", "version 3.5 api 1,200 unit"},
		{"research & development", "research develop"},
		{"半導體 산업", "半導體 半導 導體 산업"},
		{"", ""},
		{"  ,.!? ", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(text.Terms(tt.in), " "); got != tt.want {
			t.Errorf("Terms(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if a, b := text.Terms(tt.in), text.Terms(norm.NFD.String(tt.in)); !slices.Equal(a, b) {
			t.Errorf("Terms(%q) in NFD = %q, want %q", tt.in, b, a)
		}
	}
}

func TestWordsKeepTheWrittenForm(t *testing.T) {
	want := []text.Word{{Term: "export", Written: "exporting"}, {Term: "서울", Written: "서울은"}}
	if got := text.Words("Exporting 서울은"); !slices.Equal(got, want) {
		t.Errorf("Words = %v, want %v", got, want)
	}
}

func TestStripParticle(t *testing.T) {
	tests := []struct{ in, want string }{
		{"서울은", "서울"},
		{"서울에서는", "서울"},
		{"반도체를", "반도체"},
		{"유럽으로의", "유럽"},
		{"기업들의", "기업"},
		{"수출하는", "수출"},
		{"수출합니다", "수출"},
		{"진출하고자", "진출"},
		{"구축했습니다", "구축"},
		{"개발된", "개발"},
		{"디지털적으로", "디지털"},
		{"독일로", "독일"},
		// a final sound that does not agree, or too short a rest, keeps the word whole
		{"국가", "국가"},
		{"전문가", "전문가"},
		{"회의", "회의"},
		{"속도", "속도"},
		{"도로", "도로"},
		{"역할", "역할"},
		{"온라인", "온라인"},
		{"마이크로", "마이크로"},
		{"이미지", "이미지"},
		{"은", "은"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := text.StripParticle(tt.in); got != tt.want {
			t.Errorf("StripParticle(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestInitials(t *testing.T) {
	for in, want := range map[string]string{"반도체": "ㅂㄷㅊ", "서울 AI": "ㅅㅇ ai", "쌀값": "ㅆㄱ", "": ""} {
		if got := text.Initials(in); got != want {
			t.Errorf("Initials(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTokens(t *testing.T) {
	got := text.Tokens("서울AI센터, 3.5% ㅂㄷㅊ")
	want := []text.Token{
		{Text: "서울", Script: text.Hangul},
		{Text: "ai", Script: text.Latin, Joined: true},
		{Text: "센터", Script: text.Hangul, Joined: true},
		{Text: "3.5", Script: text.Number},
		{Text: "ㅂㄷㅊ", Script: text.Hangul},
	}
	if !slices.Equal(got, want) {
		t.Errorf("Tokens = %v, want %v", got, want)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"서울은 반도체를 수출합니다", "C++ C# M&A 5G", "서울AI센터", "Exporting", "ㄱㅏ", "\u1100\u1161\u11a8", "a\u0301\u0301",
		"\xff\xfe", "ﾊﾟ", "Å", "İ", "ｶﾞ", "ẞ", "半導體", "에서에서에서", "...", "+++", "a+#+#",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := text.Fold(s)
		if twice := text.Fold(once); twice != once {
			t.Errorf("Fold is not idempotent: %q -> %q -> %q", s, once, twice)
		}
		if p := text.StripParticle(s); text.StripParticle(p) != p {
			t.Errorf("StripParticle is not idempotent on %q", s)
		}
		if i := text.Initials(s); text.Initials(i) != i {
			t.Errorf("Initials is not idempotent on %q", s)
		}
		if a, b := text.Terms(s), text.Terms(norm.NFC.String(s)); !slices.Equal(a, b) {
			t.Errorf("Terms(%q) = %q, in NFC %q", s, a, b)
		}
		for _, term := range text.Terms(s) {
			if term == "" || strings.ContainsAny(term, " \t\n") {
				t.Errorf("Terms(%q) has the term %q", s, term)
			}
		}
	})
}
