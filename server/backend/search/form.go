package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"

	"jumpup/matcher/text"
	"jumpup/server/domain"
)

// formHash names the form in which this program writes documents: it is made of
// the documents of a few records with every kind of field and word, so that any
// change of the analysis or of what is indexed gives another hash, and with it a
// rebuild.
var formHash = sync.OnceValue(func() string {
	h := sha256.New()
	a := text.NewAnalyzer()
	for _, r := range formSample() {
		for _, d := range documentsOf(a, r) {
			if err := json.NewEncoder(h).Encode([]any{
				d.ref, d.owner, d.version, d.sort, d.attrs, d.names, d.labels, d.terms, d.written, beginnings(d.names.Words),
			}); err != nil {
				panic(fmt.Sprintf("search: the form sample cannot be written: %v", err)) // plain strings and numbers
			}
		}
	}
	fmt.Fprint(h, asWords, asTerms, asValue, asNumber, numeric, domain.SearchKinds)
	return hex.EncodeToString(h.Sum(nil)[:12])
})

func formSample() []domain.Record {
	ko := domain.Text{Ko: "차세대 반도체장비를 만드는 서울AI센터의 값", En: "Running C++ companies, R&D and 3.5 GHz"}
	n := domain.Int(7)
	labels := []string{"해외진출", "M&A", "漢字"}
	return []domain.Record{
		&domain.Institution{ID: "x", Name: ko, Kind: "kind", Country: "KR", Region: "서울", Fields: labels},
		&domain.Person{ID: "p", Name: ko, Title: ko, Organisation: "c", Languages: labels},
		&domain.Company{ID: "c", Name: ko, Summary: ko, Cohort: "k", Country: "KR", Region: "서울", City: "강남", Industries: labels, Tags: labels, SizeClass: "s", Stage: "seed", HiddenFrom: labels, Founded: n, Employees: n},
		&domain.Need{ID: "n", Company: "c", Kind: "directing", Title: ko, Detail: ko, UseOfFunds: ko, Topics: labels, Fields: labels, Industries: labels, Tags: labels, Markets: labels, Languages: labels, Stage: "seed", Instrument: "equity", Priority: n},
		&domain.Expert{ID: "e", Name: ko, Headline: ko, Summary: ko, Institution: "x", Roles: labels, Fields: labels, Topics: []domain.Topic{{Topic: "수출"}}, Industries: labels, Tags: labels, Markets: labels, Languages: []domain.Language{{Code: "en"}}, Works: []domain.Work{{Title: ko, Text: ko, Client: "client"}}, Capacity: n, Load: n, Country: "KR", Region: "서울"},
		&domain.Investor{ID: "i", Name: ko, Kind: "vc", Thesis: ko, Stages: []domain.Stage{"seed"}, Instruments: labels, Industries: labels, Tags: labels, Markets: labels, Languages: labels, Country: "KR", Region: "서울", City: "강남", Portfolio: []domain.Deal{{Company: "c", Name: "한빛", Stage: "seed", Industries: labels, Tags: labels, Country: "KR", Region: "서울", City: "강남"}}},
	}
}
