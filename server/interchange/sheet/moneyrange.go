package sheet

import (
	"fmt"
	"regexp"
	"strings"

	"jumpup/server/domain"

	"github.com/shopspring/decimal"
)

var (
	rangeSign  = regexp.MustCompile(`\s*(~|〜|∼|–|—|부터|에서|\bto\b|-)\s*`)
	fromSuffix = regexp.MustCompile(`\s*(이상|부터|초과|or more|and up|\+)$`)
	toSuffix   = regexp.MustCompile(`\s*(이하|까지|미만|이내|or less)$`)
	fromPrefix = regexp.MustCompile(`^(최소|min\.?|from|over|>=|≥|>)\s*`)
	toPrefix   = regexp.MustCompile(`^(최대|max\.?|up to|under|<=|≤|<)\s*`)
)

// ParseMoneyRange reads a range of money: "5억~20억", "5~10억" (the unit is
// shared), "$1M - $3M", "5억 이상", "20억 이하"; one amount alone is both bounds.
func ParseMoneyRange(s string, unit Unit) (domain.Range, error) {
	r, _, err := parseRange(s, unit)
	return r, err
}

func parseRange(s string, unit Unit) (r domain.Range, bare bool, err error) {
	text := strings.ToLower(narrow(s))
	low, high, two := splitRange(text)
	if !two {
		return oneBound(text, unit)
	}
	a, errA := parseMoney(low, unit)
	b, errB := parseMoney(strings.TrimSuffix(high, "까지"), unit)
	switch {
	case errA == nil && errB == nil:
		if b.currency != "" && plainNumber.MatchString(low) {
			a, errA = parseMoney(low+scaleOf(high), unit)
		} else if a.currency != "" && b.currency == "" || scaleOf(high) != "" && scaleOf(low) == "" {
			a, b, errA, errB = shareUnit(low, high, a, b, unit)
		}
	}
	for _, e := range []error{errA, errB} {
		if e != nil {
			return r, false, fmt.Errorf("%q is no range of money; write it as 5억~20억 or $1M~$3M", s)
		}
	}
	if a.currency == "" {
		a.currency = b.currency
	}
	if b.currency == "" {
		b.currency = a.currency
	}
	if a.currency != b.currency {
		return r, false, fmt.Errorf("%q names two currencies; keep one", s)
	}
	if decimal.RequireFromString(a.value).GreaterThan(decimal.RequireFromString(b.value)) {
		return r, false, fmt.Errorf("%q begins with the larger amount; write the smaller one first", s)
	}
	return domain.Range{Min: a.value, Max: b.value, Currency: a.currency}, a.bare && b.bare, nil
}

const amountDigits = "0123456789일이삼사오육칠팔구"

// splitRange finds the sign between two amounts; a minus before the first
// amount is none.
func splitRange(s string) (low, high string, ok bool) {
	for _, at := range rangeSign.FindAllStringIndex(s, -1) {
		low, high = strings.TrimSpace(s[:at[0]]), strings.TrimSpace(s[at[1]:])
		if strings.ContainsAny(low, amountDigits) && strings.ContainsAny(high, amountDigits) {
			return strings.TrimPrefix(low, "from "), high, true
		}
	}
	return "", "", false
}

// shareUnit handles $1~2M and $1M-3: the side that lacks currency or scale
// takes the other's.
func shareUnit(low, high string, a, b money, unit Unit) (money, money, error, error) {
	var errA, errB error
	rest, currency := cutCurrency(low)
	if plainNumber.MatchString(rest) && scaleOf(high) != "" {
		a, errA = parseMoney(rest+scaleOf(high), unit)
		a.currency = currency
	}
	if scaleOf(high) == "" && scaleOf(low) != "" && plainNumber.MatchString(high) {
		b, errB = parseMoney(high+scaleOf(low), unit)
	}
	if a.currency != "" && b.currency != a.currency && !namesCurrency(high) {
		b.currency = a.currency
	}
	return a, b, errA, errB
}

func namesCurrency(s string) bool { _, c := cutCurrency(s); return c != "" }

var scaleTail = regexp.MustCompile(`([십백천만억조]+|[a-z]+)?$`)

// scaleOf is the unit word at the end of an amount, with its currency.
func scaleOf(s string) string {
	rest, _ := cutCurrency(s)
	m := scaleTail.FindString(rest)
	if _, ok := westernScale[m]; ok {
		return m
	}
	if _, ok := koreanScale[m]; ok {
		return m
	}
	return ""
}

func oneBound(text string, unit Unit) (r domain.Range, bare bool, err error) {
	from, to := false, false
	for _, p := range []struct {
		re   *regexp.Regexp
		side *bool
	}{{fromSuffix, &from}, {toSuffix, &to}, {fromPrefix, &from}, {toPrefix, &to}} {
		if t := p.re.ReplaceAllString(text, ""); t != text {
			text, *p.side = t, true
			break
		}
	}
	if t, ok := strings.CutSuffix(text, "~"); ok {
		text, from = t, true
	} else if t, ok := strings.CutPrefix(text, "~"); ok {
		text, to = t, true
	}
	m, err := parseMoney(text, unit)
	if err != nil {
		return r, false, err
	}
	r.Currency = m.currency
	if !to {
		r.Min = m.value
	}
	if !from {
		r.Max = m.value
	}
	return r, m.bare, nil
}
