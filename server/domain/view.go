package domain

// View gives the copy of a record that the actor may read: private fields are
// emptied, the rest is shared with the original and must not be changed.
// The caller has asked [Can] with [ActRead] before.
func View(a Actor, r Record) Record {
	if a.Staff() {
		return r
	}
	switch x := r.(type) {
	case *Institution:
		if a.Role == RoleManager && string(x.ID) == a.Subject.ID {
			return r
		}
		c := *x
		c.Conflicts, c.Capacity = nil, CapacityRange{}
		return &c
	case *Company:
		return viewCompany(a, x)
	case *Need:
		return viewNeed(a, x)
	case *Expert:
		return viewExpert(a, x)
	case *Investor:
		return viewInvestor(a, x)
	}
	return r
}

// viewCompany: outside the company nobody sees its registration number,
// revenue, certificate numbers or whom it hides from.
func viewCompany(a Actor, x *Company) Record {
	if a.Role == RoleCompany && string(x.ID) == a.Subject.ID {
		return x
	}
	c := *x
	c.RegistrationNo, c.Revenue, c.HiddenFrom = "", nil, nil
	c.Certificates = make([]Certificate, len(x.Certificates))
	for i, k := range x.Certificates {
		c.Certificates[i] = Certificate{Kind: k.Kind}
	}
	if len(x.Certificates) == 0 {
		c.Certificates = nil
	}
	return &c
}

// viewNeed: candidates do not see what passes between company and coordinator.
func viewNeed(a Actor, x *Need) Record {
	if a.Role == RoleCompany && string(x.Company) == a.Subject.ID {
		return x
	}
	c := *x
	c.Remark, c.Holder, c.StateBy, c.Priority = "", "", "", nil
	return &c
}

// viewExpert: a private client and conflicts stay with the expert and the
// institution.
func viewExpert(a Actor, x *Expert) Record {
	if a.Subject.ID != "" && (a.Role == RoleExpert && string(x.ID) == a.Subject.ID ||
		a.Role == RoleManager && string(x.Institution) == a.Subject.ID) {
		return x
	}
	c := *x
	c.Conflicts = nil
	c.Works = make([]Work, len(x.Works))
	copy(c.Works, x.Works)
	for i := range c.Works {
		if c.Works[i].ClientPrivate {
			c.Works[i].Client = ""
		}
	}
	if len(x.Works) == 0 {
		c.Works = nil
	}
	return &c
}

func viewInvestor(a Actor, x *Investor) Record {
	if a.Role == RoleInvestor && string(x.ID) == a.Subject.ID {
		return x
	}
	c := *x
	c.Conflicts, c.Capacity = nil, nil
	return &c
}
