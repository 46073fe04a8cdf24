package domain

// Scope is the filter of the records of a kind that [Can] lets the actor read.
// Where a need's company hides itself, hiding gives the companies that hide
// from the actor, because a filter on needs cannot see their company.
func Scope(a Actor, k Kind, hiding []CompanyID) Filter {
	if a.Staff() {
		return Filter{}
	}
	if a.Role.SubjectKind() == "" || a.unanchored() {
		return Nothing()
	}
	own := a.Subject.ID
	switch k {
	case KindCompany:
		return scopeCompanies(a)
	case KindNeed:
		return scopeNeeds(a, hiding)
	case KindExpert:
		switch a.Role {
		case RoleCompany:
			return Filter{}
		case RoleExpert:
			return AnyOf(AttrID, own)
		case RoleManager:
			return AnyOf(AttrInstitution, own)
		}
	case KindInvestor:
		switch a.Role {
		case RoleCompany:
			return Filter{}
		case RoleInvestor:
			return AnyOf(AttrID, own)
		}
	case KindPortfolio:
		switch a.Role {
		case RoleCompany:
			return Filter{}
		case RoleInvestor:
			return AnyOf(AttrInvestor, own)
		}
	case KindInstitution:
		switch a.Role {
		case RoleCompany, RoleExpert:
			return Filter{}
		case RoleManager:
			return AnyOf(AttrID, own)
		}
	case KindCohort:
		return Filter{}
	case KindPerson:
		if a.Role != RoleExpert {
			return AnyOf(AttrOrganisation, own)
		}
	case KindPreference:
		if a.Role != RoleManager {
			return AnyOf(AttrFrom, own)
		}
	}
	return Nothing()
}

func scopeCompanies(a Actor) Filter {
	switch a.Role {
	case RoleCompany:
		return AnyOf(AttrID, a.Subject.ID)
	case RoleExpert, RoleInvestor:
		return NotThat(AnyOf(AttrHiddenFrom, a.HiddenAs()...))
	}
	return Nothing()
}

func scopeNeeds(a Actor, hiding []CompanyID) Filter {
	kind := NeedDirecting
	switch a.Role {
	case RoleCompany:
		return AnyOf(AttrCompany, a.Subject.ID)
	case RoleInvestor:
		kind = NeedInvestment
	case RoleExpert:
	default:
		return Nothing()
	}
	f := []Filter{
		AnyOf(AttrNeedKind, string(kind)),
		AnyOf(AttrConfidential, "false"),
		AnyOf(AttrState, string(NeedTriaged), string(NeedMatched), string(NeedAgreed)),
	}
	if len(hiding) > 0 {
		ids := make([]string, len(hiding))
		for i, c := range hiding {
			ids[i] = string(c)
		}
		f = append(f, NotThat(AnyOf(AttrCompany, ids...)))
	}
	return All(f...)
}
