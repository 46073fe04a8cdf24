package search

import (
	"slices"
	"strconv"
	"strings"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// document is what is indexed of one record, or of one company of an investor's
// portfolio: nothing that not everybody may read who may find it.
type document struct {
	ref     domain.Ref
	owner   string // id of the investor of a portfolio's company
	version int64
	sort    string // name, folded
	attrs   map[domain.Attr][]string
	names   text.Keys
	labels  text.Keys // headline, tags, topics, place
	terms   []string  // of all texts, with repetitions
	written []string  // of all texts, where words differ from their terms
}

// texts collects what may be searched of a record.
type texts struct{ names, labels, bodies []string }

func (t *texts) name(x domain.Text)     { t.names = append(t.names, x.All()) }
func (t *texts) label(x domain.Text)    { t.labels = append(t.labels, x.All()) }
func (t *texts) words(list ...string)   { t.labels = append(t.labels, list...) }
func (t *texts) body(list ...string)    { t.bodies = append(t.bodies, list...) }
func (t *texts) bodyText(x domain.Text) { t.body(x.All()) }

// textsOf lists what may be searched of a record. Every field here is one that
// domain.View leaves to everybody whom domain.Scope lets find the record.
func textsOf(r domain.Record) texts {
	var t texts
	switch x := r.(type) {
	case *domain.Institution:
		t.name(x.Name)
		t.words(x.Kind, x.Region)
		t.words(x.Fields...)
	case *domain.Person:
		t.name(x.Name)
		t.label(x.Title)
	case *domain.Company:
		t.name(x.Name)
		t.words(x.Region, x.City, stageWords[x.Stage])
		t.words(x.Tags...)
		t.bodyText(x.Summary)
	case *domain.Need:
		t.name(x.Title)
		t.words(x.Instrument, stageWords[x.Stage])
		t.words(x.Topics...)
		t.words(x.Tags...)
		t.bodyText(x.Detail)
		t.bodyText(x.UseOfFunds)
	case *domain.Expert:
		expertTexts(&t, x)
	case *domain.Investor:
		t.name(x.Name)
		t.words(x.Region, x.City, investorWords[x.Kind])
		t.words(x.Tags...)
		t.words(x.Instruments...)
		for _, s := range x.Stages {
			t.words(stageWords[s])
		}
		t.bodyText(x.Thesis)
		for _, d := range x.Portfolio {
			t.body(d.Name)
		}
	}
	return t
}

// stageWords and investorWords are the words for the codes of stages and of
// kinds of investors that people type.
var (
	stageWords = map[domain.Stage]string{
		"pre-seed": "프리시드 pre-seed", "seed": "시드 seed", "series-a": "시리즈 A series A", "series-b": "시리즈 B series B",
		"series-c": "시리즈 C series C", "growth": "성장 단계 growth", "pre-ipo": "프리 IPO pre-IPO", "public": "상장사 public",
	}
	investorWords = map[string]string{
		"vc": "VC 벤처캐피탈 venture capital", "cvc": "CVC 기업형 벤처캐피탈 corporate venture capital", "pe": "PE 사모펀드 private equity",
		"angel": "엔젤 angel", "accelerator": "액셀러레이터 accelerator", "bank": "은행 bank", "fund": "펀드 fund",
	}
)

func expertTexts(t *texts, x *domain.Expert) {
	t.name(x.Name)
	t.label(x.Headline)
	t.words(x.Region)
	t.words(x.Tags...)
	for _, topic := range x.Topics {
		t.words(topic.Topic)
	}
	t.bodyText(x.Summary)
	for _, w := range x.Works {
		t.bodyText(w.Title)
		t.bodyText(w.Text)
		if !w.ClientPrivate {
			t.body(w.Client)
		}
	}
}

// documentsOf gives the documents of a record: itself and, of an investor, the
// companies of the portfolio; none for kinds that are not searched.
func documentsOf(a *text.Analyzer, r domain.Record) []document {
	ref := r.Ref()
	if !slices.Contains(domain.SearchKinds, ref.Kind) {
		return nil
	}
	docs := []document{newDocument(a, ref, r.Rev(), attributesOf(r), textsOf(r))}
	x, ok := r.(*domain.Investor)
	if !ok {
		return docs
	}
	seen := map[string]bool{}
	for i, d := range x.Portfolio {
		key := d.Company
		if key == "" {
			key = "\x00" + text.Fold(d.Name)
		}
		if d.Name == "" || seen[key] {
			continue
		}
		seen[key] = true
		doc := newDocument(a, domain.PortfolioRef(x.ID, i), r.Rev(), domain.PortfolioAttributes(x, i), texts{
			names: []string{d.Name}, labels: append([]string{d.City, d.Region, stageWords[d.Stage]}, d.Tags...),
		})
		doc.owner = string(x.ID)
		docs = append(docs, doc)
	}
	return docs
}

func newDocument(a *text.Analyzer, ref domain.Ref, version int64, attrs map[domain.Attr][]string, t texts) document {
	attrs[domain.AttrID] = []string{ref.ID}
	attrs[domain.AttrRecordKind] = []string{string(ref.Kind)}
	names, labels := strings.Join(t.names, "\n"), strings.Join(t.labels, "\n")
	d := document{ref: ref, version: version, attrs: attrs, names: text.KeysOf(names), labels: text.KeysOf(labels)}
	first, _, _ := strings.Cut(names, "\n")
	d.sort = text.Fold(first)
	d.terms, d.written = a.BodyKeys(names + "\n" + labels + "\n" + strings.Join(t.bodies, "\n"))
	return d
}

// attributesOf adds to the attributes of a record the numbers that candidates
// are ordered by.
func attributesOf(r domain.Record) map[domain.Attr][]string {
	m := domain.Attributes(r)
	if traits := domain.Traits(r, text.Fold); len(traits) > 0 {
		m[domain.AttrTrait] = traits
	}
	if n, ok := domain.Activity(r); ok {
		m[domain.AttrActivity] = []string{strconv.FormatFloat(n, 'f', 3, 64)}
	}
	switch x := r.(type) {
	case *domain.Investor:
		m[domain.AttrDeals] = []string{strconv.Itoa(len(x.Portfolio))}
	case *domain.Expert:
		if x.Capacity != nil {
			free := *x.Capacity
			if x.Load != nil {
				free -= *x.Load
			}
			m[domain.AttrFree] = []string{strconv.Itoa(free)}
		}
	}
	return m
}

// numeric lists the attributes that are numbers.
var numeric = []domain.Attr{domain.AttrFounded, domain.AttrEmployees, domain.AttrPriority, domain.AttrDeals, domain.AttrFree, domain.AttrActivity}

// kindsOf gives the kinds that a query asks for.
func kindsOf(asked []domain.Kind) []domain.Kind {
	if len(asked) == 0 {
		return domain.SearchKinds
	}
	return asked
}
