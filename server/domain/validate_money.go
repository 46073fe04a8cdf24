package domain

import (
	"encoding/json"
	"math/big"
	"strings"
)

// decimal gives a decimal string's value: digits with an optional fraction, no
// sign, no exponent, at most 15 digits before and 9 after the point.
func decimal(s string) (*big.Rat, bool) {
	whole, fraction, point := strings.Cut(s, ".")
	if !digits(whole, 1, 15) || len(whole) > 1 && whole[0] == '0' || point && !digits(fraction, 1, 9) {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

func checkDecimal(p *Problems, field, s string) *big.Rat {
	if s == "" {
		return nil
	}
	r, ok := decimal(s)
	if !ok {
		p.Add(field, "%q is no decimal amount; write digits such as 250000000 or 0.5, at most 15 before the point", clip(s))
		return nil
	}
	return r
}

func checkCurrency(p *Problems, field, code string) {
	switch {
	case code == "":
		p.Add(field, "is missing; write an ISO 4217 code such as KRW")
	case !KnownCurrency(code):
		p.Add(field, "%q is no ISO 4217 currency; write three letters such as KRW", clip(code))
	}
}

func checkAmount(p *Problems, field string, a Amount) {
	if a.IsZero() {
		return
	}
	if a.Value == "" {
		p.Add(field+".value", "is missing; write the amount or leave it out with its currency")
	}
	checkDecimal(p, field+".value", a.Value)
	checkCurrency(p, field+".currency", a.Currency)
}

func checkRange(p *Problems, field string, r Range) {
	if r.IsZero() {
		return
	}
	if r.Min == "" && r.Max == "" {
		p.Add(field, "has a currency but neither min nor max; give one of them or leave it out")
	}
	low, high := checkDecimal(p, field+".min", r.Min), checkDecimal(p, field+".max", r.Max)
	if low != nil && high != nil && low.Cmp(high) > 0 {
		p.Add(field, "min %s is greater than max %s; swap them or correct one", r.Min, r.Max)
	}
	checkCurrency(p, field+".currency", r.Currency)
}

// checkRuleValue wants the value of a rule to be JSON: a string, a number, true
// or false, or a list of those.
func checkRuleValue(p *Problems, field, s string) {
	if s == "" {
		return
	}
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		p.Add(field, "%q is no JSON value; write a string, a number or a list of them", clip(s))
		return
	}
	items, list := v.([]any)
	if !list {
		items = []any{v}
	}
	for _, item := range items {
		switch item.(type) {
		case string, float64, bool:
		default:
			p.Add(field, "holds something else than strings, numbers, true and false; write one of them or a list")
			return
		}
	}
}
