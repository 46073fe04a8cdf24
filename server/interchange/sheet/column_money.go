package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"jumpup/server/domain"

	"github.com/shopspring/decimal"
)

// moneyState gathers the parts of one amount or range of a row: several cells
// and a currency that may stand in any of them, in a header or a column of its
// own.
type moneyState struct {
	currencies []string // as cells and headers stated them
	column     *string  // of the currency column; not nil when its cell says something
	bare       []string // numbers that came without any unit
	header     string   // of the first of them, for the problem
	any        bool
	year       bool // of a year column, whose path holds the currency too
	broken     bool // a cell could not be read and is reported already
	settle     func(currency string)
}

func (m *moneyState) saw(currency string, bare bool, value string) {
	m.any = true
	switch {
	case bare:
		m.bare = append(m.bare, value)
	case currency != "":
		m.currencies = append(m.currencies, currency)
	}
}

// won is the least amount that a bare number in a sheet without any unit is
// taken for in 원. A smaller one may as well stand in 백만원.
var won = decimal.New(1, 6)

// close decides the currency once all cells of the row are read.
func (m *moneyState) close(path string, row *rowState) error {
	if !m.any || m.broken {
		return nil
	}
	currency := ""
	for _, c := range m.currencies {
		if currency != "" && c != currency {
			return fmt.Errorf("is given in %s and in %s; keep one currency", currency, c)
		}
		currency = c
	}
	switch {
	case m.column != nil && currency != "" && *m.column != currency:
		return fmt.Errorf("is given in %s, but the currency column says %s; keep one", currency, *m.column)
	case m.column != nil:
		currency = *m.column
	case currency == "":
		for _, v := range m.bare {
			if d, err := decimal.NewFromString(v); err == nil && !d.IsZero() && d.Abs().LessThan(won) {
				return fmt.Errorf("%s has no unit; write it in the header, such as %s(백만원), or in the cell, such as %s백만원", v, m.header, v)
			}
		}
		currency = "KRW"
		row.assumedWon = true
	}
	m.settle(currency)
	if !m.year {
		row.state(path + ".currency")
	}
	return nil
}

// amountCell shows a value that has its currency in a column of its own.
func amountCell(value string) cell {
	if value == "" {
		return cell{}
	}
	digits := strings.TrimPrefix(value, "-")
	if n, err := strconv.ParseInt(value, 10, 64); err == nil && len(digits) <= 15 && strconv.FormatInt(n, 10) == value {
		return cell{text: value, style: asMoney, number: n}
	}
	if plainNumber.MatchString(value) && plain(value) == value {
		return cell{text: value}
	}
	return cell{text: string(mark) + escape(value)}
}

// moneyColumn is one value of an amount or a range; at gives the value and the
// currency beside it.
func moneyColumn[T any](path, group, ko, en string, at func(*T) (value, currency *string)) column {
	return column{
		path: path, ko: ko, en: en, width: 18, money: true, typed: asMoney,
		help: [2]string{"2.5억, 250백만원, 1,200,000, $1.2M, USD 500k; 머리글에 단위를 쓰면 숫자만", "2.5억, 250백만원, 1,200,000, $1.2M, USD 500k; digits alone when the header has the unit"},
		parse: func(x any, s string, cx *cellContext) error {
			value, currency := at(x.(*T))
			state := cx.row.moneyOf(group, func(c string) { *currency = c })
			if rest, marked := unguarded(strings.TrimLeft(s, " ")); marked {
				*value = unescape(rest)
				state.saw("", true, "")
				return nil
			}
			m, err := parseMoney(s, cx.unit)
			if state.broken = state.broken || err != nil; err != nil {
				return err
			}
			*value = m.value
			if m.bare && state.header == "" {
				state.header = cx.row.header
			}
			state.saw(m.currency, m.bare, m.value)
			return nil
		},
		print: func(x any, _ string) cell { v, _ := at(x.(*T)); return amountCell(*v) },
		reset: func(x any) { v, _ := at(x.(*T)); *v = "" },
		copy: func(dst, src any) {
			d, _ := at(dst.(*T))
			s, _ := at(src.(*T))
			*d = *s
		},
	}
}

// currencyColumn is the currency of an amount or a range.
func currencyColumn[T any](group string, at func(*T) (some bool, currency *string)) column {
	c := field(group+".currency", "통화", "Currency", func(x *T) *string { _, p := at(x); return p }, currencyCodec).
		wide(8).as("화폐", "통화 단위", "ccy", "통화코드")
	parse, print := c.parse, c.print
	c.parse = func(x any, s string, cx *cellContext) error {
		err := parse(x, s, cx)
		if err == nil {
			_, p := at(x.(*T))
			said := *p
			*p = "" // given back when the row has an amount
			cx.row.moneyOf(group, func(c string) { *p = c }).column = &said
		} else {
			cx.row.moneyOf(group, nil).broken = true
		}
		return err
	}
	c.print = func(x any, lang string) cell {
		if some, p := at(x.(*T)); some && *p == "" {
			return cell{text: string(mark)}
		}
		return print(x, lang)
	}
	return c
}

// rangeColumns are the least and the greatest amount of a range, its currency,
// and a column that holds both bounds in one cell.
func rangeColumns[T any](path, ko, en string, at func(*T) *domain.Range, also ...string) []column {
	low := moneyColumn(path+".min", path, ko+" 최소", en+" min", func(x *T) (*string, *string) { r := at(x); return &r.Min, &r.Currency }).
		as(ko+" 하한", "최소 "+ko, "최소", "min "+en, en+" from", ko+" 최소금액")
	high := moneyColumn(path+".max", path, ko+" 최대", en+" max", func(x *T) (*string, *string) { r := at(x); return &r.Max, &r.Currency }).
		as(ko+" 상한", "최대 "+ko, "최대", "max "+en, en+" to", ko+" 최대금액")
	currency := currencyColumn(path, func(x *T) (bool, *string) {
		r := at(x)
		return r.Min != "" || r.Max != "", &r.Currency
	}).as(ko+" 통화", en+" currency")
	currency.ko, currency.en = ko+" 통화", en+" currency"
	for _, c := range []*column{&low, &high} {
		c.parse = boundParse(c.parse, path, at)
	}
	both := column{
		path: path, ko: ko, en: en, width: 20, money: true, keyOnly: true,
		help: [2]string{"5억~20억, 5억 이상, $1M~$3M", "5억~20억, $1M~$3M"},
		parse: func(x any, s string, cx *cellContext) error {
			r := at(x.(*T))
			state := cx.row.moneyOf(path, func(c string) { r.Currency = c })
			got, err := state.readRange(s, cx)
			if err == nil {
				r.Min, r.Max = got.Min, got.Max
			}
			return err
		},
		print: func(any, string) cell { return cell{} },
		reset: func(x any) { *at(x.(*T)) = domain.Range{} },
		copy:  func(dst, src any) { *at(dst.(*T)) = *at(src.(*T)) },
	}
	both.also = also
	for _, a := range also {
		low.also = append(low.also, a+" 최소", "최소 "+a, a+" 하한", a+" min", "min "+a)
		high.also = append(high.also, a+" 최대", "최대 "+a, a+" 상한", a+" max", "max "+a)
	}
	return []column{low, high, currency, both}
}

// boundParse reads a bound, or a range that stands in the cell of a bound: 5억~20억
// in a cell merged over both, 10억 이상.
func boundParse[T any](amount func(any, string, *cellContext) error, path string, at func(*T) *domain.Range) func(any, string, *cellContext) error {
	return func(x any, s string, cx *cellContext) error {
		if _, marked := unguarded(strings.TrimLeft(s, " ")); !marked {
			if _, err := parseMoney(s, cx.unit); err != nil {
				if _, _, e2 := parseRange(s, cx.unit); e2 == nil {
					r := at(x.(*T))
					got, _ := cx.row.moneyOf(path, func(c string) { r.Currency = c }).readRange(s, cx)
					if got.Min != "" {
						r.Min = got.Min
						cx.row.state(path + ".min")
					}
					if got.Max != "" {
						r.Max = got.Max
						cx.row.state(path + ".max")
					}
					return nil
				}
			}
		}
		return amount(x, s, cx)
	}
}

// readRange reads a range into the state of its group.
func (m *moneyState) readRange(s string, cx *cellContext) (domain.Range, error) {
	got, bare, err := parseRange(s, cx.unit)
	if m.broken = m.broken || err != nil; err != nil {
		return got, err
	}
	if bare && m.header == "" {
		m.header = cx.row.header
	}
	m.saw(got.Currency, bare, firstOf(got.Max, got.Min))
	return got, nil
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
