package directory

import (
	"math/big"
	"regexp"
	"strings"

	"jumpup/server/domain"
)

// Signs and words of currencies, as written before or after a number.
var currencies = []struct {
	code string
	rule *regexp.Regexp
}{
	{"SGD", regexp.MustCompile(`(?i)^(?:S\$|SGD|싱가포르\s?달러)$`)},
	{"HKD", regexp.MustCompile(`(?i)^(?:HK\$|HKD|홍콩\s?달러)$`)},
	{"AUD", regexp.MustCompile(`(?i)^(?:A\$|AUD|호주\s?달러)$`)},
	{"CAD", regexp.MustCompile(`(?i)^(?:C\$|CAD|캐나다\s?달러)$`)},
	{"TWD", regexp.MustCompile(`(?i)^(?:NT\$|TWD)$`)},
	{"USD", regexp.MustCompile(`(?i)^(?:US\$|\$|USD|달러|불|dollars?)$`)},
	{"EUR", regexp.MustCompile(`(?i)^(?:€|EUR|유로|euros?)$`)},
	{"GBP", regexp.MustCompile(`(?i)^(?:£|GBP|파운드|pounds?)$`)},
	{"JPY", regexp.MustCompile(`(?i)^(?:JPY|엔|yen)$`)},
	{"CNY", regexp.MustCompile(`(?i)^(?:CNY|RMB|위안|yuan)$`)},
	{"VND", regexp.MustCompile(`(?i)^(?:VND|동)$`)},
	{"INR", regexp.MustCompile(`(?i)^(?:INR|₹|루피)$`)},
	{"KRW", regexp.MustCompile(`(?i)^(?:KRW|₩|원|won)$`)},
}

const (
	signExp  = `(?:US\$|S\$|HK\$|A\$|C\$|NT\$|\$|€|£|₩|₹|USD|EUR|GBP|KRW|SGD|HKD|JPY|CNY|RMB|AUD|CAD)`
	unitExp  = `(?:천만|백만|십억|백억|천억|억|만|조|billion|million|thousand|mil|bn|mn|mm|m|k)`
	afterExp = `(?:\s?(?:싱가포르 ?달러|홍콩 ?달러|호주 ?달러|캐나다 ?달러|달러|불|유로|파운드|위안|엔|원|dollars?|euros?|pounds?|won|yen|USD|EUR|GBP|KRW|SGD|HKD|JPY|CNY|RMB|AUD|CAD))?`
)

var (
	moneyRule = regexp.MustCompile(`(?i)(` + signExp + `)?\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(` + unitExp + `)?(` + afterExp + `)`)
	// spans between two amounts
	toRule = regexp.MustCompile(`(?i)^\s?(?:to|and|until|up to|-|–|—|~|∼|〜|부터|에서|이상|원부터|원에서)\s?(?:최대\s?)?$`)
	// "최소 10억, 최대 50억" and "at least $1m, at most $3m"
	toMaxRule = regexp.MustCompile(`(?i)^\s?(?:이상)?\s?,?\s?(?:and\s)?(?:최대|at most|max(?:imum)?|up to)\s?$`)
	// words that speak of other money than a cheque
	otherMoney = regexp.MustCompile(`(?i)\bAUM\b|under management|fund (?:size|of)|\bfund\b.{0,12}\$|\bARR\b|\bMRR\b|revenues?|turnover|valuation|market cap|EBITDA|운용\s?(?:자산|규모)|펀드\s?(?:규모|결성)|결성|매출|기업\s?가치|밸류|시가총액|영업이익|누적`)
	ticketWord = regexp.MustCompile(`(?i)\b(?:ticket|che(?:que|ck)|invest(?:s|ing|ment|ments)?|per (?:deal|company|round)|write|deploy|first cheque|initial)\b|투자\s?(?:금|금액|규모|액|한도)?|티켓|건당|기업당|라운드당|회당|집행`)
	maxRule    = regexp.MustCompile(`(?i)(?:up to|at most|no more than|maximum(?: of)?|max\.?|less than|under|최대)\s?$`)
	minRule    = regexp.MustCompile(`(?i)(?:from|at least|minimum(?: of)?|min\.?|more than|over|above|starting at|최소)\s?$`)
	maxAfter   = regexp.MustCompile(`(?i)^\s?(?:까지|이하|미만|or less|이내|한도|maximum|max\b)`)
	minAfter   = regexp.MustCompile(`(?i)^\s?(?:이상|부터|초과|\+|or more|and above|minimum)`)
)

// sum is an amount of money named in a text.
type sum struct {
	start, end int
	number     *big.Rat // as written
	unit       string
	currency   string
}

// ticket takes the first cheque that the clauses name: those that speak of
// investing first, never those that speak of a fund's size or a turnover.
func (t *CutThesis) ticket(cs []clause) {
	for _, speaking := range []bool{true, false} {
		for _, c := range cs {
			if c.no || otherMoney.MatchString(c.text) || ticketWord.MatchString(c.text) != speaking {
				continue
			}
			if r, quote, ok := chequeIn(c.text); ok {
				t.Ticket = r
				t.found("ticket", strings.Trim(r.Min+"-"+r.Max, "-")+" "+r.Currency, quote)
				return
			}
		}
	}
}

// chequeIn reads the first amount, or span of amounts, with a currency.
func chequeIn(text string) (domain.Range, string, bool) {
	sums := sumsIn(text)
	for i, a := range sums {
		if i+1 < len(sums) && joined(text, a, sums[i+1]) {
			b := sums[i+1]
			if r, ok := spanOfMoney(a, b); ok {
				return r, text[a.start:b.end], true
			}
			continue
		}
		if a.currency == "" || a.unit == "" && a.number.Cmp(big.NewRat(1000, 1)) < 0 {
			continue
		}
		before, after := text[:a.start], text[a.end:]
		v := a.value(a.unit)
		r := domain.Range{Min: v, Max: v, Currency: a.currency}
		switch {
		case maxRule.MatchString(before) || maxAfter.MatchString(after):
			r.Min = ""
		case minRule.MatchString(before) || minAfter.MatchString(after):
			r.Max = ""
		}
		return r, strings.TrimSpace(quoteAround(text, a)), true
	}
	return domain.Range{}, "", false
}

// joined says whether two amounts are the ends of one span.
func joined(text string, a, b sum) bool {
	gap := text[a.end:b.start]
	return toRule.MatchString(gap) || toMaxRule.MatchString(gap) && minRule.MatchString(text[:a.start])
}

// quoteAround takes the words that bound an amount into its quote.
func quoteAround(text string, a sum) string {
	start, end := a.start, a.end
	for _, rule := range []*regexp.Regexp{maxRule, minRule} {
		if m := rule.FindStringIndex(text[:a.start]); m != nil {
			start = min(start, m[0])
		}
	}
	for _, rule := range []*regexp.Regexp{maxAfter, minAfter} {
		if m := rule.FindStringIndex(text[a.end:]); m != nil {
			end = max(end, a.end+m[1])
		}
	}
	return text[start:end]
}

// spanOfMoney joins two amounts: "1-3 million", "5억~20억", "$500k to $2M".
func spanOfMoney(a, b sum) (domain.Range, bool) {
	currency := a.currency
	if currency == "" || currency == "KRW" && b.currency != "" {
		currency = b.currency
	}
	unit := a.unit
	if unit == "" && b.unit != "" {
		unit = b.unit
	}
	if currency == "" || a.unit == "" && b.unit == "" && b.number.Cmp(big.NewRat(1000, 1)) < 0 {
		return domain.Range{}, false
	}
	low, high := new(big.Rat).Mul(a.number, scale(unit)), new(big.Rat).Mul(b.number, scale(b.unit))
	if low.Cmp(high) > 0 {
		return domain.Range{}, false
	}
	return domain.Range{Min: decimalOf(low), Max: decimalOf(high), Currency: currency}, true
}

func (a sum) value(unit string) string { return decimalOf(new(big.Rat).Mul(a.number, scale(unit))) }

func decimalOf(r *big.Rat) string {
	s := r.FloatString(6)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// scale is what a unit multiplies by.
func scale(unit string) *big.Rat {
	power := map[string]int64{
		"k": 3, "thousand": 3, "만": 4, "m": 6, "mm": 6, "mn": 6, "mil": 6, "million": 6, "백만": 6, "천만": 7, "억": 8,
		"bn": 9, "billion": 9, "십억": 9, "백억": 10, "천억": 11, "조": 12,
	}[strings.ToLower(unit)]
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(power), nil))
}

// sumsIn finds every amount: a number with a currency or a unit of thousands.
func sumsIn(text string) []sum {
	var out []sum
	for _, m := range moneyRule.FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		if len(part(2)) > 30 || m[0] > 0 && glued(text[m[0]-1]) && part(1) == "" {
			continue
		}
		unit := part(3)
		if end := m[1]; unit != "" && asciiLetter(unit[0]) && part(4) == "" && end < len(text) && asciiLetter(text[end]) {
			unit = "" // the m of "5 months"
		}
		n, ok := new(big.Rat).SetString(strings.ReplaceAll(part(2), ",", ""))
		if !ok {
			continue
		}
		s := sum{start: m[0] + len(text[m[0]:m[1]]) - len(strings.TrimLeft(text[m[0]:m[1]], " ")), end: m[1], number: n, unit: unit}
		s.currency = currencyOf(part(1), part(4), unit)
		if last := len(out) - 1; last >= 0 && out[last].continues(s, text) {
			out[last] = out[last].plus(s)
			continue
		}
		out = append(out, s)
	}
	return out
}

// continues tells the second half of 2억 5,000만원.
func (a sum) continues(b sum, text string) bool {
	return strings.TrimSpace(text[a.end:b.start]) == "" && a.currency == "KRW" && b.currency == "KRW" && a.unit != "" && b.unit != "" &&
		scale(a.unit).Cmp(scale(b.unit)) > 0
}

func (a sum) plus(b sum) sum {
	total := new(big.Rat).Mul(b.number, scale(b.unit))
	a.number = total.Add(total, new(big.Rat).Mul(a.number, scale(a.unit)))
	a.number.Quo(a.number, scale("만"))
	a.unit, a.end = "만", b.end
	return a
}

func glued(c byte) bool { return asciiLetter(c) || c >= '0' && c <= '9' || c == '.' }

func asciiLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// currencyOf reads a currency; amounts in 만 and 억 without one are in won.
func currencyOf(before, after, unit string) string {
	for _, s := range []string{before, strings.TrimSpace(after)} {
		if s == "" {
			continue
		}
		for _, c := range currencies {
			if c.rule.MatchString(s) {
				return c.code
			}
		}
	}
	if unit != "" && strings.ContainsAny(unit, "만억조") {
		return "KRW"
	}
	return ""
}
