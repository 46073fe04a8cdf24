package matcher

// DefaultWeights returns the weights the product starts with; the caller may change the
// copy. README.md tells where each comes from.
//
// Experts: points of judgement that add up to 1 (form sum), text first, because free
// text is what judged expertise was measured on.
//
// Investors: form logit. What the portfolio reveals was fitted to 3,839 past rounds
// (TestTune fits it again); what the thesis says has no such data and is judgement. The
// base is the fitted constant -15.51 less the neutral share of the judged parts.
func DefaultWeights() Weights {
	return Weights{
		Version: "2026.1",
		Experts: SideWeights{Form: Sum, Parts: []Weight{
			{PartTopic, 0.14, 0.4},
			{PartText, 0.30, 0.3},
			{PartField, 0.07, 0.5},
			{PartIndustry, 0.10, 0.4},
			{PartTags, 0.04, 0.3},
			{PartMarket, 0.07, 0.4},
			{PartLanguage, 0.04, 0.6},
			{PartLocation, 0.05, 0.6},
			{PartRecord, 0.03, 0.4},
			{PartActivity, 0.05, 0.5},
			{PartLoad, 0.05, 0.6},
			{PartPreference, 0.06, 0.5},
		}},
		Investors: SideWeights{Form: Logit, Base: -20.5, Parts: []Weight{
			{PartText, 2, 0.3},
			{PartIndustry, 1, 0.4},
			{PartTags, 0.8, 0.3},
			{PartFieldDone, 0.92, 0.45},
			{PartStage, 0.8, 0.8},
			{PartStageDone, 1.8, 0.48},
			{PartTicket, 0.8, 0.8},
			{PartTicketDone, 4.73, 0.49},
			{PartMarket, 0.8, 0.4},
			{PartLanguage, 0.5, 0.8},
			{PartLocation, 0.6, 0.4},
			{PartLocationDone, 2.83, 0.46},
			{PartAgeDone, 3.32, 0.5},
			{PartSimilar, 5.62, 0.13},
			{PartRecord, 0, 0.4},
			{PartActivity, 2.19, 0.37},
			{PartCoInvestors, 1.97, 0.02},
			{PartPortfolio, 0, 0},
			{PartLoad, 0.4, 0.6},
			{PartPreference, 2.5, 0.5},
		}},
	}
}
