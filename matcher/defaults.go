package matcher

// DefaultWeights returns the weights the product starts with. Experts: points of
// judgement in form sum. Investors: form logit, see README.md for how they were fitted.
// The caller may change the copy.
func DefaultWeights() Weights {
	return Weights{
		Version: "2026.1",
		Experts: SideWeights{Form: Sum, Parts: []Weight{
			{PartTopic, 0.14, 0.4}, {PartText, 0.28, 0.3}, {PartField, 0.07, 0.5}, {PartIndustry, 0.10, 0.4},
			{PartTags, 0.04, 0.3}, {PartMarket, 0.07, 0.4}, {PartLanguage, 0.04, 0.6}, {PartLocation, 0.05, 0.6},
			{PartRecord, 0.03, 0.4}, {PartActivity, 0.05, 0.5}, {PartLoad, 0.05, 0.6}, {PartPreference, 0.06, 0.5},
		}},
		Investors: SideWeights{Form: Logit, Base: -9, Parts: []Weight{
			{PartText, 1, 0.3}, {PartIndustry, 0.5, 0.4}, {PartTags, 0.5, 0.4}, {PartFieldDone, 1.24, 0.5},
			{PartStage, 0.5, 0.8}, {PartStageDone, 2.07, 0.5}, {PartTicket, 0.5, 0.8}, {PartTicketDone, 5.22, 0.5},
			{PartMarket, 0.5, 0.4}, {PartLanguage, 0.3, 0.8}, {PartLocation, 0.5, 0.4}, {PartLocationDone, 3.06, 0.5},
			{PartAgeDone, 4.86, 0.5}, {PartSimilar, 7.18, 0.1}, {PartRecord, 0, 0.2}, {PartActivity, 2.32, 0.2},
			{PartCoInvestors, 2.48, 0}, {PartPortfolio, 0, 0}, {PartLoad, 0.3, 0.6}, {PartPreference, 2, 0.5},
		}},
	}
}
