package domain

import (
	"strconv"
	"strings"
)

// PortfolioRef names the company of an investor's deal with the given number,
// counting from 0. Several deals with one company go by the first.
func PortfolioRef(investor InvestorID, deal int) Ref {
	return Ref{KindPortfolio, string(investor) + "/" + strconv.Itoa(deal)}
}

// PortfolioDeal takes such an id apart.
func PortfolioDeal(id string) (investor InvestorID, deal int, ok bool) {
	owner, number, ok := cutLast(id, "/")
	n, err := strconv.Atoi(number)
	return InvestorID(owner), n, ok && err == nil && n >= 0 && owner != ""
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}
