package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"jumpup/server/domain"

	"github.com/shopspring/decimal"
)

// money is one amount as a cell states it. Value is the decimal string, to the
// letter when no unit had to be applied; bare says that the cell named neither
// unit nor currency.
type money struct {
	value    string
	currency string
	bare     bool
	negative bool
}

const moneyRemedy = `write it as 250000000, 2.5억, 250백만원, 2억 5천만원, $1.2M or USD 500k`

var (
	plainNumber = regexp.MustCompile(`^(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$`)
	exponential = regexp.MustCompile(`^\d(\.\d+)?e[+-]?1?\d$`)
	western     = regexp.MustCompile(`^([\d.,]+)\s*([a-z]+)$`)
	koreanToken = regexp.MustCompile(`^([\d,]+(?:\.\d+)?|[일이삼사오육칠팔구])?\s*([십백천만억조])\s*`)
	koreanTail  = regexp.MustCompile(`^[\d,]+(\.\d+)?$`)
)

var koreanDigit = map[string]string{
	"일": "1", "이": "2", "삼": "3", "사": "4", "오": "5", "육": "6", "칠": "7", "팔": "8", "구": "9",
}

// ParseMoney reads an amount as Korean coordinators and foreign investors write
// it: 2.5억, 250백만, 2억5천만, 2억 5,000만원, $1.2M, USD 500k, full-width digits,
// thousand separators, (1,200) and △1,200 for negatives. unit applies to a bare
// number only. Without any currency, 억 and 만 mean won; a bare number without a
// unit keeps an empty currency, for the caller to decide. The error says what is
// wrong and how to write it.
func ParseMoney(s string, unit Unit) (domain.Amount, error) {
	m, err := parseMoney(s, unit)
	return domain.Amount{Value: m.value, Currency: m.currency}, err
}

func parseMoney(s string, unit Unit) (money, error) {
	text, negative := sign(strings.ToLower(narrow(s)))
	text = strings.TrimPrefix(text, "일금")
	text = strings.TrimSpace(text)
	if strings.HasSuffix(text, "원정") {
		text = strings.TrimSuffix(text, "정")
	}
	rest, currency := cutCurrency(strings.TrimSpace(text))
	if again, other := cutCurrency(rest); other != "" {
		if currency != other && (other != "USD" || !strings.HasSuffix(currency, "D")) {
			return money{}, fmt.Errorf("%q names two currencies; keep one", s)
		}
		rest = again
	}
	if strings.ContainsAny(rest, "¥") {
		return money{}, fmt.Errorf("%q: ¥ may be yen or yuan; write JPY or CNY", s)
	}
	inner, flipped := sign(rest)
	if flipped {
		rest, negative = inner, !negative
	}
	value, scaled, err := number(rest, s)
	if err != nil {
		return money{}, err
	}
	m := money{currency: currency, bare: !scaled && currency == "", negative: negative}
	switch {
	case m.bare && unit.Stated:
		m.currency, m.bare = unit.Currency, false
		if value = shift(value, unit.Shift); unit.Shift > 0 && tooMuch(value) {
			return money{}, fmt.Errorf("%q in the unit of the header is %s %s; write whole amounts under a header without that unit", s, value, unit.Currency)
		}
	case scaled && currency == "" && strings.ContainsAny(lastRune(rest), "십백천"):
		return money{}, fmt.Errorf("%q leaves open whether 원 or 만원 follows; write 5천만원 or 5천원", s)
	case scaled && currency == "":
		m.currency = unit.Currency
		if m.currency == "" && strings.ContainsAny(rest, "만억조천백십") {
			m.currency = "KRW"
		}
	}
	if negative && strings.Trim(value, "0.") != "" {
		value = "-" + value
	}
	m.value = value
	return m, nil
}

// tooMuch says whether an amount is beyond any firm: a quadrillion, in won a
// thousand 조. Then the cell was in 원 already.
func tooMuch(value string) bool {
	d, err := decimal.NewFromString(value)
	return err == nil && d.GreaterThan(decimal.New(1, 15))
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

// sign takes a minus, △ or accounting brackets off a number.
func sign(s string) (string, bool) {
	for _, p := range []string{"-", "−", "△", "▲", "∆"} {
		if t, ok := strings.CutPrefix(s, p); ok {
			return strings.TrimSpace(t), true
		}
	}
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		return strings.TrimSpace(s[1 : len(s)-1]), true
	}
	return strings.TrimPrefix(s, "+"), false
}

// number reads the digits of an amount; scaled says that it carried a unit.
func number(s, whole string) (value string, scaled bool, err error) {
	if len(s) > 60 {
		return "", false, fmt.Errorf("%q is no amount; %s", head(whole, 40)+"...", moneyRemedy)
	}
	switch {
	case s == "" || s == ".":
	case plainNumber.MatchString(s):
		return plain(s), false, nil
	case exponential.MatchString(s):
		d, err := decimal.NewFromString(s)
		if err == nil {
			return d.String(), false, nil
		}
	default:
		if m := western.FindStringSubmatch(s); m != nil && plainNumber.MatchString(m[1]) {
			if n, ok := westernScale[m[2]]; ok {
				return shift(plain(m[1]), n), true, nil
			}
		}
		if v, ok := koreanNumber(s); ok {
			return v, true, nil
		}
	}
	if plainNumber.MatchString(strings.ReplaceAll(s, ",", "")) {
		return "", false, fmt.Errorf("%q has its commas in unusual places; write digits alone", whole)
	}
	return "", false, fmt.Errorf("%q is no amount; %s", whole, moneyRemedy)
}

// plain drops thousand separators and the noise of binary fractions
// (2.2999999999999998, as Excel stores 2.3); all else stays to the letter.
func plain(s string) string {
	s = strings.ReplaceAll(s, ",", "")
	if strings.HasPrefix(s, ".") {
		s = "0" + s
	}
	if strings.Contains(s, ".") && len(strings.Trim(s, "0.")) > 16 {
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			if t := strconv.FormatFloat(f, 'f', -1, 64); len(strings.Trim(strings.Replace(t, ".", "", 1), "0")) <= 15 {
				return t
			}
		}
	}
	return s
}

func shift(s string, n int32) string {
	if n == 0 {
		return s
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return s
	}
	return d.Shift(n).String()
}

// koreanNumber reads 2억5천만, 2.5억, 250백만, 3천5백, 이억오천만. Units of 만, 억, 조
// must fall from left to right.
func koreanNumber(s string) (string, bool) {
	total, section := decimal.Zero, decimal.Zero
	last, small := int32(99), int32(99)
	some := false
	for s != "" {
		m := koreanToken.FindStringSubmatch(s)
		if m == nil {
			break
		}
		n, ok := tokenNumber(m[1])
		if !ok {
			return "", false
		}
		exp := koreanScale[m[2]]
		if exp < 4 { // 십 백 천
			if exp >= small {
				return "", false
			}
			if m[1] == "" {
				n = decimal.NewFromInt(1)
			}
			section, small = section.Add(n.Shift(exp)), exp
		} else {
			if exp >= last {
				return "", false
			}
			section = section.Add(n)
			if section.IsZero() {
				section = decimal.NewFromInt(1)
			}
			total, section = total.Add(section.Shift(exp)), decimal.Zero
			last, small = exp, 99
		}
		some, s = true, s[len(m[0]):]
	}
	if s != "" {
		if !some || !koreanTail.MatchString(s) || !plainNumber.MatchString(s) {
			return "", false
		}
		n, err := decimal.NewFromString(plain(s))
		if err != nil {
			return "", false
		}
		section = section.Add(n)
	}
	return total.Add(section).String(), some
}

func tokenNumber(s string) (decimal.Decimal, bool) {
	if s == "" {
		return decimal.Zero, true
	}
	if d := koreanDigit[s]; d != "" {
		s = d
	}
	if !plainNumber.MatchString(s) {
		return decimal.Zero, false
	}
	n, err := decimal.NewFromString(plain(s))
	return n, err == nil
}
