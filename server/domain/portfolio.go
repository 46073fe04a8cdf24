package domain

import (
	"slices"
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

// PortfolioFirst is the number of the first deal with the same company as the
// given one: the same id, or the same name where none gives an id. It is -1 for
// a deal that does not exist or names nobody.
func PortfolioFirst(inv *Investor, deal int) int {
	if deal < 0 || deal >= len(inv.Portfolio) {
		return -1
	}
	d := &inv.Portfolio[deal]
	if d.Company == "" && d.Name == "" {
		return -1
	}
	return slices.IndexFunc(inv.Portfolio, func(x Deal) bool { return x.Company == d.Company && (d.Company != "" || x.Name == d.Name) })
}
