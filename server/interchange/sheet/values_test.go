package sheet

import (
	"testing"

	"jumpup/server/domain"
)

func TestParseMoney(t *testing.T) {
	million := Unit{Shift: 6, Currency: "KRW", Stated: true}
	for _, c := range []struct {
		in    string
		unit  Unit
		value string
		cur   string
	}{
		{"2.5억", Unit{}, "250000000", "KRW"},
		{"250백만", Unit{}, "250000000", "KRW"},
		{"250백만원", Unit{}, "250000000", "KRW"},
		{"2억5천만", Unit{}, "250000000", "KRW"},
		{"2억 5,000만원", Unit{}, "250000000", "KRW"},
		{"2억 5천만 원", Unit{}, "250000000", "KRW"},
		{"3천5백만원", Unit{}, "35000000", "KRW"},
		{"이억오천만원", Unit{}, "250000000", "KRW"},
		{"일금 2억원정", Unit{}, "200000000", "KRW"},
		{"1조 2,000억원", Unit{}, "1200000000000", "KRW"},
		{"10억 1", Unit{}, "1000000001", "KRW"},
		{"12,000천원", Unit{}, "12000000", "KRW"},
		{"５００만원", Unit{}, "5000000", "KRW"},
		{"￦1,200,000", Unit{}, "1200000", "KRW"},
		{"$1.2M", Unit{}, "1200000", "USD"},
		{"US$ 3 million", Unit{}, "3000000", "USD"},
		{"USD 500k", Unit{}, "500000", "USD"},
		{"500K USD", Unit{}, "500000", "USD"},
		{"$500k USD", Unit{}, "500000", "USD"},
		{"€2bn", Unit{}, "2000000000", "EUR"},
		{"100만불", Unit{}, "1000000", "USD"},
		{"3만 달러", Unit{}, "30000", "USD"},
		{"S$2m", Unit{}, "2000000", "SGD"},
		{"1,200", million, "1200000000", "KRW"},
		{"1200.5", million, "1200500000", "KRW"},
		{"2.2999999999999998", Unit{Shift: 8, Currency: "KRW", Stated: true}, "230000000", "KRW"},
		{"5억", million, "500000000", "KRW"},
		{"500원", million, "500", "KRW"},
		{"USD 500", million, "500", "USD"},
		{"250000000", Unit{}, "250000000", ""},
		{"0.50", Unit{}, "0.50", ""},
		{"1.2E+9", Unit{}, "1200000000", ""},
		{"(1,200)", Unit{}, "-1200", ""},
		{"△1,200", Unit{}, "-1200", ""},
		{"-5", Unit{}, "-5", ""},
		{"2억원 정도", Unit{}, "", ""},
		{"협의", Unit{}, "", ""},
		{"12000000000", million, "", ""}, // in 원 already
		{"1,20", Unit{}, "", ""},
		{"1.200.000", Unit{}, "", ""},
		{"5천", Unit{}, "", ""},
		{"만5억", Unit{}, "", ""},
		{"¥500", Unit{}, "", ""},
		{"KRW 5 USD", Unit{}, "", ""},
		{"$", Unit{}, "", ""},
		{"", Unit{}, "", ""},
	} {
		got, err := ParseMoney(c.in, c.unit)
		if c.value == "" {
			if err == nil {
				t.Errorf("%q: got %+v, want an error", c.in, got)
			}
			continue
		}
		if err != nil || got.Value != c.value || got.Currency != c.cur {
			t.Errorf("%q: got %+v, %v; want %s %s", c.in, got, err, c.value, c.cur)
		}
	}
}

func TestParseMoneyRange(t *testing.T) {
	for _, c := range []struct {
		in   string
		unit Unit
		want domain.Range
	}{
		{"5억~20억", Unit{}, domain.Range{Min: "500000000", Max: "2000000000", Currency: "KRW"}},
		{"5~10억", Unit{}, domain.Range{Min: "500000000", Max: "1000000000", Currency: "KRW"}},
		{"5~10억원", Unit{}, domain.Range{Min: "500000000", Max: "1000000000", Currency: "KRW"}},
		{"5 - 10", Unit{Shift: 8, Currency: "KRW", Stated: true}, domain.Range{Min: "500000000", Max: "1000000000", Currency: "KRW"}},
		{"3천만 ~ 1억", Unit{}, domain.Range{Min: "30000000", Max: "100000000", Currency: "KRW"}},
		{"$1M - $3M", Unit{}, domain.Range{Min: "1000000", Max: "3000000", Currency: "USD"}},
		{"$1~3M", Unit{}, domain.Range{Min: "1000000", Max: "3000000", Currency: "USD"}},
		{"USD 500k to 2M", Unit{}, domain.Range{Min: "500000", Max: "2000000", Currency: "USD"}},
		{"5억 이상", Unit{}, domain.Range{Min: "500000000", Currency: "KRW"}},
		{"20억 이하", Unit{}, domain.Range{Max: "2000000000", Currency: "KRW"}},
		{"최대 20억원", Unit{}, domain.Range{Max: "2000000000", Currency: "KRW"}},
		{"~20억", Unit{}, domain.Range{Max: "2000000000", Currency: "KRW"}},
		{"5억~", Unit{}, domain.Range{Min: "500000000", Currency: "KRW"}},
		{"up to $2M", Unit{}, domain.Range{Max: "2000000", Currency: "USD"}},
		{"10억", Unit{}, domain.Range{Min: "1000000000", Max: "1000000000", Currency: "KRW"}},
		{"20억~5억", Unit{}, domain.Range{}},
		{"$1M~5억원", Unit{}, domain.Range{}},
		{"가~나", Unit{}, domain.Range{}},
	} {
		got, err := ParseMoneyRange(c.in, c.unit)
		if (err != nil) != (c.want == domain.Range{}) || err == nil && got != c.want {
			t.Errorf("%q: got %+v, %v; want %+v", c.in, got, err, c.want)
		}
	}
}

func TestParseUnit(t *testing.T) {
	for in, want := range map[string]Unit{
		"백만원": {6, "KRW", true}, "억원": {8, "KRW", true}, "천원": {3, "KRW", true}, "원": {0, "KRW", true}, "억": {8, "KRW", true}, "단위: 백만원": {6, "KRW", true},
		"USD k": {3, "USD", true}, "$M": {6, "USD", true}, "KRW mn": {6, "KRW", true}, "EUR": {0, "EUR", true}, "천달러": {3, "USD", true}, "만 달러": {4, "USD", true},
		"명": {}, "천명": {}, "%": {}, "": {}, "m": {}, "만": {},
	} {
		if got, ok := ParseUnit(in); got != want || ok != want.Stated {
			t.Errorf("%q: got %+v %v, want %+v", in, got, ok, want)
		}
	}
	for in, want := range map[string]Unit{
		"매출액(백만원)": {6, "KRW", true}, "2024년 매출 [억원]": {8, "KRW", true}, "매출_천원": {3, "KRW", true}, "Ticket (USD)": {0, "USD", true}, "매출액": {}, "종업원(명)": {},
		"2024 매출(원) / Revenue 2024 (KRW)": {0, "KRW", true},
	} {
		if got := unitIn(in); got != want {
			t.Errorf("header %q: got %+v, want %+v", in, got, want)
		}
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]domain.Date{
		"2026.3.2": "2026-03-02", "2026. 3. 2.": "2026-03-02", "2026. 3. 2.(월)": "2026-03-02", "2026-03-02": "2026-03-02", "26.3.2": "2026-03-02", "'26.3.2": "2026-03-02",
		"2026/3/2": "2026-03-02", "20260302": "2026-03-02", "2026년 3월 2일": "2026-03-02", "2026년3월2일 월요일": "2026-03-02", "2026-03-02 00:00:00": "2026-03-02",
		"2026-03-02T09:30:00Z": "2026-03-02", "2026. 3. 2. 오후 2:30": "2026-03-02", "46083": "2026-03-02", "46083.5": "2026-03-02", "２０２６．３．２": "2026-03-02",
		"2 Mar 2026": "2026-03-02", "Mar 2, 2026": "2026-03-02", "Monday, March 2, 2026": "2026-03-02", "2-Mar-26": "2026-03-02", "99.12.31": "1999-12-31", "260302": "2026-03-02",
		"2026-02-30": "", "3/2/2026": "", "2026.3": "", "2026년 3월": "", "2026": "", "미정입니다": "", "13": "", "99999": "", "2026.13.1": "", "": "",
	} {
		got, err := ParseDate(in, false)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v; want %q", in, got, err, want)
		}
	}
	if got, err := ParseDate("44621", true); err != nil || got != "2026-03-02" {
		t.Errorf("44621 counted from 1904: got %q, %v; want 2026-03-02", got, err)
	}
}

func TestParseYear(t *testing.T) {
	for in, want := range map[string]int{"2015": 2015, "2015년": 2015, "2015.3.2": 2015, "2015.3": 2015, "42065": 2015, "2015.0": 2015, "2015년 설립": 2015, "15": 0, "3000": 0, "이천십오": 0} {
		got, err := parseYear(in, false)
		if got != want || (err == nil) != (want != 0) {
			t.Errorf("%q: got %d, %v; want %d", in, got, err, want)
		}
	}
}

func TestRegistrationNo(t *testing.T) {
	for in, want := range map[string]string{
		"1234567891": "123-45-67891", "123-45-67891": "123-45-67891", " １２３-４５-６７８９１ ": "123-45-67891", "123 45 67891": "123-45-67891",
		"123-45-67890": "", "110111-1234567": "110111-1234567", "DE 811 128 135": "DE811128135",
	} {
		got, err := RegistrationNo(in)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v; want %q", in, got, err, want)
		}
	}
}

func TestWords(t *testing.T) {
	type parser func(string) (string, error)
	for name, c := range map[string]struct {
		parse parser
		in    map[string]string
	}{
		"stage":    {stageWords.parse, map[string]string{"시드": "seed", "Series A": "series-a", "시리즈A": "series-a", "시리즈 B": "series-b", "프리IPO": "pre-ipo", "Pre-IPO": "pre-ipo", "코스닥": "public", "A": "series-a", "옛날": ""}},
		"need":     {needKindWords.parse, map[string]string{"디렉팅": "directing", "투자유치": "investment", "Partner": "partner", "?": ""}},
		"investor": {investorKindWords.parse, map[string]string{"VC": "vc", "벤처캐피탈": "vc", "액셀러레이터": "accelerator", "사모펀드(PE)": "pe", "은행": "bank", "모름": ""}},
		"country":  {parseCountry, map[string]string{"한국": "KR", "대한민국": "KR", "KOREA": "KR", "kr": "KR", "베트남": "VN", "Viet Nam": "VN", "미국": "US", "USA": "US", "UK": "GB", "홍콩": "HK", "대만": "TW", "UAE": "AE", "미국(캘리포니아)": "US", "화성": ""}},
		"language": {parseLanguage, map[string]string{"한국어": "ko", "영어": "en", "English": "en", "EN": "en", "중국어": "zh", "일본어": "ja", "zh-Hant": "zh-Hant", "en-GB": "en-GB", "베트남어": "vi", "클링온": "", "외국어": ""}},
		"industry": {parseIndustry, map[string]string{"29": "C29", "C29": "C29", "c29112": "C29112", "C29 기타 기계 및 장비 제조업": "C29", "29. 기타 기계": "C29", "기타 기계 및 장비 제조업": "C29", "1": "A01", "62": "J62", "D29": "", "40": "", "C": "", "제조업": ""}},
		"currency": {func(s string) (string, error) { return currencyCode(s), nil }, map[string]string{"원": "KRW", "krw": "KRW", "달러": "USD", "US$": "USD", "¥": "", "엔": "JPY", "XXZ": ""}},
	} {
		for in, want := range c.in {
			got, err := c.parse(in)
			if err != nil {
				got = ""
			}
			if got != want {
				t.Errorf("%s %q: got %q (%v), want %q", name, in, got, err, want)
			}
		}
	}
}

// TestLabels holds that every word shown reads back as its code, in both
// languages.
func TestLabels(t *testing.T) {
	for _, v := range []*vocabulary{stageWords, needKindWords, investorKindWords, roleWords, fieldWords, instrumentWords, preferenceWords, languageLevels, yesNo} {
		for _, w := range v.list {
			for _, lang := range []string{"ko", "en"} {
				if got, err := v.parse(v.label(w.code, lang)); err != nil || got != w.code {
					t.Errorf("%s: %q reads as %q, %v", v.name, v.label(w.code, lang), got, err)
				}
			}
		}
	}
	for _, n := range []struct {
		names names
		parse func(string) (string, error)
	}{{countryNames(), parseCountry}, {languageNames(), parseLanguage}} {
		if len(n.names.ko) < 100 {
			t.Fatalf("only %d names", len(n.names.ko))
		}
		for code := range n.names.ko {
			for _, lang := range []string{"ko", "en"} {
				if got, err := n.parse(n.names.label(code, lang)); err != nil || got != code {
					t.Errorf("%s: %q reads as %q, %v", code, n.names.label(code, lang), got, err)
				}
			}
		}
	}
	if n := len(sectionOf); n != 77 {
		t.Errorf("KSIC has %d divisions here, want 77", n)
	}
}

func TestBoolAndNumbers(t *testing.T) {
	for in, want := range map[string]string{"예": "y", "Y": "y", "O": "y", "○": "y", "네": "y", "TRUE": "y", "1": "y", "비공개": "y", "아니오": "n", "X": "n", "×": "n", "No": "n", "0": "n", "공개": "n", "글쎄": "", "yes please": ""} {
		got, err := parseBool(in)
		if (err == nil) != (want != "") || got != (want == "y") {
			t.Errorf("%q: got %v, %v", in, got, err)
		}
	}
	for in, want := range map[string]int{"1,234": 1234, "１２０": 120, "120.0": 120, "45명": 45, " 7 ": 7, "12개사": 12, "-3": -3, "12.5": -1, "많음": -1, "": -1} {
		got, err := parseInt(in)
		if (err == nil) != (want != -1) || err == nil && got != want {
			t.Errorf("%q: got %d, %v; want %d", in, got, err, want)
		}
	}
	if got, err := parsePhone("1012345678"); got != "01012345678" || err != nil {
		t.Errorf("phone without its zero: %q, %v", got, err)
	}
	if got, err := parseEmail("김 <Kim@A.kr>"); got != "Kim@A.kr" || err != nil {
		t.Errorf("address in brackets: %q, %v", got, err)
	}
}
