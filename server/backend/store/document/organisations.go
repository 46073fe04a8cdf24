package document

import "jumpup/server/domain"

type institution struct {
	ID        string   `json:"id"`
	Name      text     `json:"name,omitzero"`
	Kind      string   `json:"kind,omitempty"`
	Country   string   `json:"country,omitempty"`
	Region    string   `json:"region,omitempty"`
	Fields    []string `json:"fields,omitempty"`
	Capacity  bounds   `json:"capacity,omitzero"`
	Conflicts []string `json:"conflicts,omitempty"`
}

func institutionOf(x *domain.Institution) *institution {
	return &institution{
		ID: string(x.ID), Name: text(x.Name), Kind: x.Kind, Country: x.Country, Region: x.Region,
		Fields: list(x.Fields), Capacity: bounds(x.Capacity), Conflicts: list(x.Conflicts),
	}
}

func (f *institution) record() domain.Record {
	return &domain.Institution{
		ID: domain.InstitutionID(f.ID), Name: f.Name.domain(), Kind: f.Kind, Country: f.Country, Region: f.Region,
		Fields: list(f.Fields), Capacity: domain.CapacityRange(f.Capacity), Conflicts: list(f.Conflicts),
	}
}

type cohort struct {
	ID     string `json:"id"`
	Name   text   `json:"name,omitzero"`
	Year   *int   `json:"year,omitempty"`
	Starts string `json:"starts,omitempty"`
	Ends   string `json:"ends,omitempty"`
	Rules  []rule `json:"rules,omitempty"`
}

type rule struct {
	Field  string `json:"field,omitempty"`
	Op     string `json:"op,omitempty"`
	Value  string `json:"value,omitempty"`
	Reason text   `json:"reason,omitzero"`
}

func cohortOf(x *domain.Cohort) *cohort {
	return &cohort{
		ID: string(x.ID), Name: text(x.Name), Year: x.Year, Starts: string(x.Starts), Ends: string(x.Ends),
		Rules: each(x.Rules, func(r domain.Rule) rule { return rule{r.Field, r.Op, r.Value, text(r.Reason)} }),
	}
}

func (f *cohort) record() domain.Record {
	return &domain.Cohort{
		ID: domain.CohortID(f.ID), Name: f.Name.domain(), Year: f.Year, Starts: domain.Date(f.Starts), Ends: domain.Date(f.Ends),
		Rules: each(f.Rules, func(r rule) domain.Rule {
			return domain.Rule{Field: r.Field, Op: r.Op, Value: r.Value, Reason: r.Reason.domain()}
		}),
	}
}

type company struct {
	ID               string        `json:"id"`
	Name             text          `json:"name,omitzero"`
	Cohort           string        `json:"cohort,omitempty"`
	RegistrationNo   string        `json:"registration_no,omitempty"`
	Founded          *int          `json:"founded,omitempty"`
	Country          string        `json:"country,omitempty"`
	Region           string        `json:"region,omitempty"`
	City             string        `json:"city,omitempty"`
	Industries       []string      `json:"industries,omitempty"`
	IndustryRevision *int          `json:"industry_revision,omitempty"`
	Tags             []string      `json:"tags,omitempty"`
	SizeClass        string        `json:"size_class,omitempty"`
	Employees        *int          `json:"employees,omitempty"`
	Stage            string        `json:"stage,omitempty"`
	Revenue          []yearAmount  `json:"revenue,omitempty"`
	Certificates     []certificate `json:"certificates,omitempty"`
	Summary          text          `json:"summary,omitzero"`
	Website          string        `json:"website,omitempty"`
	HiddenFrom       []string      `json:"hidden_from,omitempty"`
}

type yearAmount struct {
	Year   int    `json:"year"`
	Amount amount `json:"amount,omitzero"`
}

type certificate struct {
	Kind    string `json:"kind,omitempty"`
	Number  string `json:"number,omitempty"`
	Expires string `json:"expires,omitempty"`
}

func companyOf(x *domain.Company) *company {
	return &company{
		ID: string(x.ID), Name: text(x.Name), Cohort: string(x.Cohort), RegistrationNo: x.RegistrationNo, Founded: x.Founded,
		Country: x.Country, Region: x.Region, City: x.City, Industries: list(x.Industries), IndustryRevision: x.IndustryRevision,
		Tags: list(x.Tags), SizeClass: x.SizeClass, Employees: x.Employees, Stage: string(x.Stage),
		Revenue: each(x.Revenue, func(r domain.YearAmount) yearAmount { return yearAmount{r.Year, amount(r.Amount)} }),
		Certificates: each(x.Certificates, func(c domain.Certificate) certificate {
			return certificate{c.Kind, c.Number, string(c.Expires)}
		}),
		Summary: text(x.Summary), Website: x.Website, HiddenFrom: list(x.HiddenFrom),
	}
}

func (f *company) record() domain.Record {
	return &domain.Company{
		ID: domain.CompanyID(f.ID), Name: f.Name.domain(), Cohort: domain.CohortID(f.Cohort), RegistrationNo: f.RegistrationNo, Founded: f.Founded,
		Country: f.Country, Region: f.Region, City: f.City, Industries: list(f.Industries), IndustryRevision: f.IndustryRevision,
		Tags: list(f.Tags), SizeClass: f.SizeClass, Employees: f.Employees, Stage: domain.Stage(f.Stage),
		Revenue: each(f.Revenue, func(r yearAmount) domain.YearAmount {
			return domain.YearAmount{Year: r.Year, Amount: domain.Amount(r.Amount)}
		}),
		Certificates: each(f.Certificates, func(c certificate) domain.Certificate {
			return domain.Certificate{Kind: c.Kind, Number: c.Number, Expires: domain.Date(c.Expires)}
		}),
		Summary: f.Summary.domain(), Website: f.Website, HiddenFrom: list(f.HiddenFrom),
	}
}
