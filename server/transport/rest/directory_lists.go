package rest

import (
	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

// Listed is what every list of records takes beside its filters.
type Listed struct {
	Paging
	Q      string `query:"q" maxLength:"200" example:"한빛" doc:"Words to look for; of cohorts a part of the name"`
	Typing bool   `query:"typing" doc:"The words are still being typed: nothing is noted of them"`
	Total  bool   `query:"total" doc:"Count all that match"`
}

// filters holds the values asked for, attribute by attribute.
type filters map[domain.Attr][]string

func (l Listed) ask(k domain.Kind, sort string, facets []string, where filters) directory.Ask {
	for at, values := range where {
		if len(values) == 0 {
			delete(where, at)
		}
	}
	return directory.Ask{
		Kind: k, Text: l.Q, Typing: l.Typing, Where: where, Sort: domain.Sort(sort), Cursor: l.Cursor, Limit: l.Limit,
		Count:  l.Total || len(facets) > 0,
		Facets: each(facets, func(f string) domain.Attr { return domain.Attr(f) }),
	}
}

type institutionList struct {
	Listed
	Sort    string   `query:"sort" enum:"best,id,name,changed" doc:"By default best with words, id without"`
	Facets  []string `query:"facets" enum:"kind,country,region,field" maxItems:"10" doc:"Attributes to count over the whole list"`
	Kind    []string `query:"kind,explode" maxItems:"100" maxLength:"2000"`
	Country []string `query:"country,explode" maxItems:"100" maxLength:"2" example:"KR"`
	Region  []string `query:"region,explode" maxItems:"100" maxLength:"2000"`
	Field   []string `query:"field,explode" maxItems:"100" maxLength:"2000"`
}

func (l *institutionList) asked() directory.Ask {
	return l.ask(domain.KindInstitution, l.Sort, l.Facets, filters{
		domain.AttrKind: l.Kind, domain.AttrCountry: l.Country, domain.AttrRegion: l.Region, domain.AttrField: l.Field,
	})
}

type cohortList struct {
	Listed
	Sort string `query:"sort" enum:"id,name,changed" default:"id"`
}

func (l *cohortList) asked() directory.Ask {
	return l.ask(domain.KindCohort, l.Sort, nil, filters{})
}

type personList struct {
	Listed
	Sort         string   `query:"sort" enum:"best,id,name,changed" doc:"By default best with words, id without"`
	Facets       []string `query:"facets" enum:"organisation,language" maxItems:"10" doc:"Attributes to count over the whole list"`
	Organisation []string `query:"organisation,explode" maxItems:"100" maxLength:"200" doc:"Ids of companies, investors, institutions"`
	Language     []string `query:"language,explode" maxItems:"100" maxLength:"35"`
}

func (l *personList) asked() directory.Ask {
	return l.ask(domain.KindPerson, l.Sort, l.Facets, filters{
		domain.AttrOrganisation: l.Organisation, domain.AttrLanguage: l.Language,
	})
}

type companyList struct {
	Listed
	Sort      string   `query:"sort" enum:"best,id,name,changed" doc:"By default best with words, id without"`
	Facets    []string `query:"facets" enum:"cohort,country,region,industry,tag,size_class,stage" maxItems:"10" doc:"Attributes to count over the whole list"`
	ID        []string `query:"id,explode" maxItems:"500" maxLength:"200" doc:"These companies alone"`
	Cohort    []string `query:"cohort,explode" maxItems:"100" maxLength:"200"`
	Country   []string `query:"country,explode" maxItems:"100" maxLength:"2" example:"KR"`
	Region    []string `query:"region,explode" maxItems:"100" maxLength:"2000"`
	Industry  []string `query:"industry,explode" maxItems:"100" maxLength:"6" example:"C29"`
	Tag       []string `query:"tag,explode" maxItems:"100" maxLength:"2000"`
	SizeClass []string `query:"size_class,explode" maxItems:"100" maxLength:"2000"`
	Stage     []string `query:"stage,explode" maxItems:"20" enum:"pre-seed,seed,series-a,series-b,series-c,growth,pre-ipo,public,other"`
}

func (l *companyList) asked() directory.Ask {
	return l.ask(domain.KindCompany, l.Sort, l.Facets, filters{
		domain.AttrID: l.ID, domain.AttrCohort: l.Cohort, domain.AttrCountry: l.Country, domain.AttrRegion: l.Region,
		domain.AttrIndustry: l.Industry, domain.AttrTag: l.Tag, domain.AttrSize: l.SizeClass, domain.AttrStage: l.Stage,
	})
}

type needList struct {
	Listed
	Sort       string   `query:"sort" enum:"best,id,name,changed,due" doc:"By default best with words, id without; due: whose holder should have acted first; for the company and staff"`
	Facets     []string `query:"facets" enum:"company,need_kind,state,holder,topic,field,industry,tag,market,language,stage,instrument,priority" maxItems:"20" doc:"Attributes to count over the whole list; holder and priority for the company and staff"`
	Company    []string `query:"company,explode" maxItems:"500" maxLength:"200"`
	Cohort     []string `query:"cohort,explode" maxItems:"100" maxLength:"200" doc:"Of the company"`
	NeedKind   []string `query:"need_kind,explode" maxItems:"10" enum:"directing,investment,partner"`
	State      []string `query:"state,explode" maxItems:"10" enum:"draft,filed,returned,triaged,matched,agreed,closed"`
	Holder     []string `query:"holder,explode" maxItems:"10" enum:"company,coordinator" doc:"For the company and staff"`
	Topic      []string `query:"topic,explode" maxItems:"100" maxLength:"2000"`
	Field      []string `query:"field,explode" maxItems:"100" maxLength:"2000"`
	Industry   []string `query:"industry,explode" maxItems:"100" maxLength:"6"`
	Tag        []string `query:"tag,explode" maxItems:"100" maxLength:"2000"`
	Market     []string `query:"market,explode" maxItems:"250" maxLength:"2"`
	Language   []string `query:"language,explode" maxItems:"100" maxLength:"35"`
	Stage      []string `query:"stage,explode" maxItems:"20" enum:"pre-seed,seed,series-a,series-b,series-c,growth,pre-ipo,public,other"`
	Instrument []string `query:"instrument,explode" maxItems:"50" maxLength:"2000"`
	Priority   []string `query:"priority,explode" maxItems:"5" enum:"1,2,3,4,5" doc:"For the company and staff"`
}

func (l *needList) asked() directory.Ask {
	return l.ask(domain.KindNeed, l.Sort, l.Facets, filters{
		domain.AttrCompany: l.Company, domain.AttrCohort: l.Cohort, domain.AttrNeedKind: l.NeedKind, domain.AttrState: l.State,
		domain.AttrHolder: l.Holder, domain.AttrTopic: l.Topic, domain.AttrField: l.Field, domain.AttrIndustry: l.Industry,
		domain.AttrTag: l.Tag, domain.AttrMarket: l.Market, domain.AttrLanguage: l.Language, domain.AttrStage: l.Stage,
		domain.AttrInstrument: l.Instrument, domain.AttrPriority: l.Priority,
	})
}

type expertList struct {
	Listed
	Sort        string   `query:"sort" enum:"best,id,name,changed" doc:"By default best with words, id without"`
	Facets      []string `query:"facets" enum:"institution,role,field,topic,industry,tag,market,language,country,region" maxItems:"20" doc:"Attributes to count over the whole list"`
	ID          []string `query:"id,explode" maxItems:"500" maxLength:"200" doc:"These experts alone"`
	Institution []string `query:"institution,explode" maxItems:"100" maxLength:"200"`
	Role        []string `query:"role,explode" maxItems:"10" enum:"director,supporter"`
	Field       []string `query:"field,explode" maxItems:"100" maxLength:"2000"`
	Topic       []string `query:"topic,explode" maxItems:"100" maxLength:"2000"`
	Industry    []string `query:"industry,explode" maxItems:"100" maxLength:"6"`
	Tag         []string `query:"tag,explode" maxItems:"100" maxLength:"2000"`
	Market      []string `query:"market,explode" maxItems:"250" maxLength:"2"`
	Language    []string `query:"language,explode" maxItems:"100" maxLength:"35"`
	Country     []string `query:"country,explode" maxItems:"100" maxLength:"2"`
	Region      []string `query:"region,explode" maxItems:"100" maxLength:"2000"`
}

func (l *expertList) asked() directory.Ask {
	return l.ask(domain.KindExpert, l.Sort, l.Facets, filters{
		domain.AttrID: l.ID, domain.AttrInstitution: l.Institution, domain.AttrRole: l.Role, domain.AttrField: l.Field,
		domain.AttrTopic: l.Topic, domain.AttrIndustry: l.Industry, domain.AttrTag: l.Tag, domain.AttrMarket: l.Market,
		domain.AttrLanguage: l.Language, domain.AttrCountry: l.Country, domain.AttrRegion: l.Region,
	})
}

type investorList struct {
	Listed
	Sort       string   `query:"sort" enum:"best,id,name,changed" doc:"By default best with words, id without"`
	Facets     []string `query:"facets" enum:"kind,stage,instrument,industry,tag,market,language,country,region" maxItems:"20" doc:"Attributes to count over the whole list"`
	ID         []string `query:"id,explode" maxItems:"500" maxLength:"200" doc:"These investors alone"`
	Kind       []string `query:"kind,explode" maxItems:"10" enum:"vc,cvc,pe,angel,accelerator,bank,fund,other"`
	Stage      []string `query:"stage,explode" maxItems:"20" enum:"pre-seed,seed,series-a,series-b,series-c,growth,pre-ipo,public,other"`
	Instrument []string `query:"instrument,explode" maxItems:"50" maxLength:"2000"`
	Industry   []string `query:"industry,explode" maxItems:"100" maxLength:"6"`
	Tag        []string `query:"tag,explode" maxItems:"100" maxLength:"2000"`
	Market     []string `query:"market,explode" maxItems:"250" maxLength:"2"`
	Language   []string `query:"language,explode" maxItems:"100" maxLength:"35"`
	Country    []string `query:"country,explode" maxItems:"100" maxLength:"2"`
	Region     []string `query:"region,explode" maxItems:"100" maxLength:"2000"`
}

func (l *investorList) asked() directory.Ask {
	return l.ask(domain.KindInvestor, l.Sort, l.Facets, filters{
		domain.AttrID: l.ID, domain.AttrKind: l.Kind, domain.AttrStage: l.Stage, domain.AttrInstrument: l.Instrument,
		domain.AttrIndustry: l.Industry, domain.AttrTag: l.Tag, domain.AttrMarket: l.Market, domain.AttrLanguage: l.Language,
		domain.AttrCountry: l.Country, domain.AttrRegion: l.Region,
	})
}
