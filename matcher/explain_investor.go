package matcher

import (
	"math"
	"strings"
)

// explain fills in the evidence of a known part, or what is missing of an unknown one.
func (v *compiledInvestor) explain(c *call, code string, q *Part) {
	if !q.Known {
		q.Missing = c.missing(code, v.has)
		return
	}
	n := c.need
	switch code {
	case PartText:
		q.Evidence = c.sharedWords(v.thesis, "", "candidate.thesis")
		if q.Evidence == nil {
			q.Evidence = none("thesis", "candidate.thesis")
		}
	case PartIndustry:
		q.Evidence = industryEvidence(n.ksic, v.Industries)
	case PartTags:
		q.Evidence = sharedLabels(EvidenceTag, "candidate.tags", n.labels(), v.Tags)
	case PartStage:
		q.Evidence = []Evidence{{Kind: EvidenceStage, Value: n.stageName, Field: "candidate.stages"}}
	case PartTicket:
		q.Evidence = []Evidence{{
			Kind: EvidenceTicket, Value: strings.Trim(v.Ticket.Min+"-"+v.Ticket.Max, "-"),
			Note: v.Ticket.Currency, Field: "candidate.ticket",
		}}
	case PartMarket:
		q.Evidence = sharedLabels(EvidenceMarket, "candidate.markets", n.markets, v.Markets)
	case PartLanguage:
		spoken := make([]Language, len(v.Languages))
		for i, l := range v.Languages {
			spoken[i].Code = l
		}
		q.Evidence = languageEvidence(n.languages, spoken)
	case PartLocation:
		q.Evidence = placeEvidence(n.company, Company{Country: v.Country, Region: v.Region, City: v.City}, v.Timezone)
	case PartLoad:
		q.Evidence = loadEvidence(v.Capacity, v.Load, 0)
	case PartPreference:
		q.Evidence = c.preferenceEvidence(v.ID)
	default:
		q.Evidence = v.revealedEvidence(c, code)
	}
}

// revealedEvidence counts in the portfolio what the need asks for.
func (v *compiledInvestor) revealedEvidence(c *call, code string) []Evidence {
	const field = "candidate.portfolio"
	n, deals := c.need, v.known(c.need.ref)
	count := func(f func(d *compiledDeal) bool) int {
		k := 0
		for i := range deals {
			if f(&deals[i]) {
				k++
			}
		}
		return k
	}
	like := func(value string, f func(d *compiledDeal) bool) []Evidence {
		return []Evidence{{Kind: EvidenceDealsLike, Value: value, Count: count(f), Total: len(deals), Field: field}}
	}
	switch code {
	case PartFieldDone:
		return like(strings.Join(append(n.labels(), n.ksic...), ", "), c.deals.sameField)
	case PartStageDone:
		return like(n.stageName, func(d *compiledDeal) bool { return d.stage == n.stage })
	case PartLocationDone:
		return like(placeName(n.company), func(d *compiledDeal) bool { return samePlace(n.place, d.place) })
	case PartTicketDone:
		return like("~"+n.need.Amount.Max+" "+n.need.Amount.Currency, func(d *compiledDeal) bool {
			return c.deals.amountApart(d) <= math.Ln2 // half to twice the amount
		})
	case PartAgeDone:
		return []Evidence{{Kind: EvidenceAge, Count: int(c.deals.age), Field: "company.founded"}}
	case PartRecord:
		return []Evidence{{Kind: EvidenceDeals, Count: len(deals), Field: field}}
	}
	return v.timeEvidence(c, code, count)
}

func (v *compiledInvestor) timeEvidence(c *call, code string, count func(func(*compiledDeal) bool) int) []Evidence {
	const field = "candidate.portfolio"
	p := v.past(c)
	switch code {
	case PartActivity:
		k := count(func(d *compiledDeal) bool { return d.day > c.deals.now-365 })
		return []Evidence{
			{Kind: EvidenceRecent, Count: k, Field: field},
			{Kind: EvidenceLatest, Day: p.latest, Field: field},
		}
	case PartSimilar:
		k := count(func(d *compiledDeal) bool { return c.deals.sameField(d) && d.stage == c.need.stage })
		return []Evidence{{Kind: EvidenceDealsLike, Value: "similar", Count: k, Total: p.deals, Field: field}}
	case PartCoInvestors:
		if len(c.deals.present) == 0 {
			return none("investors", "company.investors")
		}
		return []Evidence{{Kind: EvidenceShared, Count: p.shared, Field: field}}
	case PartPortfolio:
		if p.holds != 0 {
			return []Evidence{{Kind: EvidenceHolds, Day: p.holds, Field: field}}
		}
		return none("portfolio", field)
	}
	return nil
}

// sameField tells whether a deal has any label or industry division of the need.
func (v *dealView) sameField(d *compiledDeal) bool {
	same, _, known := v.fieldLike(d)
	return known && same >= 0.25
}

func samePlace(a, b place) bool {
	if a.region != noAtom {
		return a.region == b.region
	}
	return a.country == b.country
}

func placeName(co Company) string {
	if co.Region != "" {
		return co.Region
	}
	return co.Country
}

// has tells whether a field of the investor, as named by Settles, has anything in it.
func (v *compiledInvestor) has(field string) bool {
	switch field {
	case "candidate.thesis":
		return v.Thesis != Text{}
	case "candidate.industries":
		return len(v.Industries) > 0
	case "candidate.tags":
		return len(v.Tags) > 0
	case "candidate.markets":
		return len(v.Markets) > 0
	case "candidate.languages":
		return len(v.Languages) > 0
	case "candidate.region":
		return v.Region != ""
	case "candidate.country":
		return v.Country != ""
	case "candidate.capacity":
		return v.Capacity != nil
	case "candidate.stages":
		return len(v.Stages) > 0
	case "candidate.ticket":
		return v.Ticket.Min != "" || v.Ticket.Max != ""
	case "candidate.portfolio":
		return len(v.Portfolio) > 0
	}
	return !strings.HasPrefix(field, "candidate.")
}
