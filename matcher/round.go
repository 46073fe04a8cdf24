package matcher

import (
	"math"
	"strconv"
	"strings"
)

// round9 rounds to nine decimals, halves to even; minus zero becomes zero.
func round9(x float64) float64 {
	return math.RoundToEven(x*1e9)/1e9 + 0
}

func clamp01(x float64) float64 {
	switch {
	case !(x > 0): // NaN too
		return 0
	case x > 1:
		return 1
	}
	return x
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// appendNumber writes a number with at most nine decimals and no exponent.
func appendNumber(b []byte, x float64) []byte {
	s := strconv.FormatFloat(x, 'f', 9, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		s = "0"
	}
	return append(b, s...)
}
