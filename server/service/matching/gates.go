package matching

import (
	words "jumpup/matcher/text"
	"jumpup/server/domain"
)

// ungated lets through whom no gate shuts out, as far as an index can tell: it
// never drops a candidate that the matcher's gates would let through, so what
// is not stated passes. Cheques, refusals and the conflicts that candidates and
// institutions state are left to the matcher.
func ungated(n *domain.Need, c *domain.Company, k domain.Kind) domain.Filter {
	var list []domain.Filter
	if len(n.Languages) > 0 {
		list = append(list, stated(domain.TraitSpeaks, languageTraits(n.Languages)))
	}
	if k == domain.KindInvestor {
		if traits := domain.LabelTraits(domain.TraitStage, []string{string(stageOf(n, c))}, words.Fold); len(traits) > 0 {
			list = append(list, stated(domain.TraitStage, traits))
		}
	} else {
		full := 0.0
		list = append(list, domain.NotThat(domain.Filter{Rng: &domain.Between{Attr: domain.AttrFree, Max: &full}}))
	}
	if len(c.HiddenFrom) > 0 {
		list = append(list, domain.NotThat(domain.Either(
			domain.AnyOf(domain.AttrID, c.HiddenFrom...), domain.AnyOf(domain.AttrInstitution, c.HiddenFrom...))))
	}
	return domain.All(list...)
}

// stated matches who has one of the traits, or states nothing of the group.
func stated(group string, traits []string) domain.Filter {
	return domain.AnyOf(domain.AttrTrait, append(traits, domain.Trait(group, domain.Unstated))...)
}

func languageTraits(codes []string) (out []string) {
	for _, code := range codes {
		out = append(out, domain.Trait(domain.TraitSpeaks, domain.PrimaryLanguage(code)))
	}
	return out
}
