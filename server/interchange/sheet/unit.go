package sheet

import (
	"regexp"
	"slices"
	"strings"

	"jumpup/server/domain"
)

// Unit is what bare numbers of a column stand for: Shift powers of ten of a
// currency, so 백만원 is {6, "KRW"}. Stated is false for the zero Unit, which says
// nothing.
type Unit struct {
	Shift    int32
	Currency string
	Stated   bool
}

// currencyWords are the words that name a currency, also without a number.
var currencyWords = map[string]string{
	"원": "KRW", "원화": "KRW", "₩": "KRW", "won": "KRW", "krw": "KRW", "\\": "KRW",
	"$": "USD", "us$": "USD", "달러": "USD", "미달러": "USD", "미국달러": "USD", "불": "USD", "미불": "USD", "dollar": "USD", "dollars": "USD",
	"€": "EUR", "유로": "EUR", "euro": "EUR", "euros": "EUR",
	"엔": "JPY", "엔화": "JPY", "yen": "JPY", "jp¥": "JPY", "円": "JPY",
	"위안": "CNY", "위안화": "CNY", "rmb": "CNY", "元": "CNY", "cn¥": "CNY",
	"£": "GBP", "파운드": "GBP", "pounds": "GBP", "s$": "SGD", "싱가포르달러": "SGD", "싱달러": "SGD",
	"hk$": "HKD", "홍콩달러": "HKD", "nt$": "TWD", "대만달러": "TWD", "a$": "AUD", "호주달러": "AUD", "c$": "CAD", "캐나다달러": "CAD",
	"₫": "VND", "베트남동": "VND", "₹": "INR", "루피": "INR", "프랑": "CHF", "바트": "THB", "฿": "THB", "링깃": "MYR", "디르함": "AED",
}

// currencyTokens are the words above, longest first, so that 미국달러 is not cut
// into 미국 and 달러.
var currencyTokens = func() []string {
	out := make([]string, 0, len(currencyWords))
	for w := range currencyWords {
		out = append(out, w)
	}
	slices.SortFunc(out, func(a, b string) int {
		if d := len(b) - len(a); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return out
}()

// westernScale are the suffixes of English amounts as powers of ten.
var westernScale = map[string]int32{
	"k": 3, "thousand": 3, "thousands": 3, "m": 6, "mn": 6, "mm": 6, "mil": 6, "mio": 6, "million": 6, "millions": 6,
	"b": 9, "bn": 9, "bil": 9, "billion": 9, "billions": 9, "t": 12, "tn": 12, "trillion": 12,
}

// koreanScale are the unit words of Korean headers as powers of ten.
var koreanScale = map[string]int32{
	"십": 1, "백": 2, "천": 3, "만": 4, "십만": 5, "백만": 6, "천만": 7, "억": 8, "십억": 9, "백억": 10, "천억": 11, "조": 12,
}

// currencyCode reads a currency given as a code, a sign or a word; "" when it
// is none. ¥ alone is none: it stands for two currencies.
func currencyCode(s string) string {
	s = strings.ToLower(strings.ReplaceAll(narrow(s), " ", ""))
	if c := currencyWords[s]; c != "" {
		return c
	}
	if c := strings.ToUpper(s); len(c) == 3 && domain.KnownCurrency(c) {
		return c
	}
	return ""
}

// cutCurrency takes one currency from the end or the beginning of an amount.
func cutCurrency(s string) (rest, currency string) {
	for _, w := range currencyTokens {
		if strings.HasSuffix(s, w) {
			return strings.TrimSpace(strings.TrimSuffix(s, w)), currencyWords[w]
		}
		if strings.HasPrefix(s, w) && w != "원" {
			return strings.TrimSpace(strings.TrimPrefix(s, w)), currencyWords[w]
		}
	}
	for _, c := range []struct{ code, rest string }{{head(s, 3), tail(s, 3)}, {lastBytes(s, 3), dropBytes(s, 3)}} {
		if code := strings.ToUpper(c.code); len(code) == 3 && domain.KnownCurrency(code) {
			return strings.TrimSpace(c.rest), code
		}
	}
	return s, ""
}

func head(s string, n int) string      { return s[:min(n, len(s))] }
func tail(s string, n int) string      { return s[min(n, len(s)):] }
func lastBytes(s string, n int) string { return s[max(0, len(s)-n):] }
func dropBytes(s string, n int) string { return s[:max(0, len(s)-n)] }

// ParseUnit reads a unit as it stands in headers: 백만원, 억원, 천원, 원, 억, "USD
// k", "$M", KRW mn, EUR. Anything else gives false.
func ParseUnit(s string) (Unit, bool) {
	s = strings.ToLower(strings.ReplaceAll(narrow(s), " ", ""))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "단위"), ":")
	s = strings.TrimPrefix(s, "in")
	if s == "" {
		return Unit{}, false
	}
	rest, currency := cutCurrency(s)
	if rest == "" {
		return Unit{Currency: currency, Stated: true}, true
	}
	if n, ok := koreanScale[rest]; ok {
		if currency == "" {
			if n < 8 { // 천, 만 and 백만 may count people; 억 and 조 are money
				return Unit{}, false
			}
			currency = "KRW"
		}
		return Unit{Shift: n, Currency: currency, Stated: true}, true
	}
	if n, ok := westernScale[rest]; ok && currency != "" {
		return Unit{Shift: n, Currency: currency, Stated: true}, true
	}
	return Unit{}, false
}

var (
	brackets = regexp.MustCompile(`[(\[{<]([^)\]}>]*)[)\]}>]`)
	unitNote = regexp.MustCompile(`단위\s*[:;]?\s*([^)\]]+)|(?i)unit\s*[:;]\s*([^)\]]+)`)
)

// unitIn finds the unit in a header: in brackets, or after the last space, line,
// underscore or slash.
func unitIn(header string) Unit {
	h := narrow(header)
	for _, m := range brackets.FindAllStringSubmatch(h, -1) {
		for _, part := range strings.FieldsFunc(m[1], func(r rune) bool { return r == ',' || r == '/' || r == ';' }) {
			if u, ok := ParseUnit(part); ok {
				return u
			}
		}
	}
	if i := strings.LastIndexAny(h, " \n_/,"); i >= 0 {
		if u, ok := ParseUnit(h[i+1:]); ok {
			return u
		}
	}
	return Unit{}
}

// sheetUnit finds the unit that a title row gives for the whole sheet, such as
// "(단위: 백만원, 명)".
func sheetUnit(text string) Unit {
	m := unitNote.FindStringSubmatch(narrow(text))
	if m == nil {
		return Unit{}
	}
	for _, part := range strings.FieldsFunc(m[1]+m[2], func(r rune) bool { return r == ',' || r == '/' }) {
		if u, ok := ParseUnit(part); ok {
			return u
		}
	}
	return Unit{}
}
