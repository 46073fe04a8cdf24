package demo

import (
	"strconv"

	"jumpup/server/domain"
)

// firm is a company with the line of business it was made from.
type firm struct {
	rec      *domain.Company
	niche    niche
	name     pair
	products []pair
	tech     pair
	buyer    pair
}

// sectorShares are the real cohorts' fields.
var sectorShares = []int{32, 31, 20, 18}

// dealNiches deals companies to niches: sectors by their shares, within a sector
// evenly.
func (w *world) dealNiches(d *dice, n int) []niche {
	bySector := map[sector][]niche{}
	for _, x := range w.niches {
		bySector[x.sector] = append(bySector[x.sector], x)
	}
	seen := map[sector]int{}
	out := make([]niche, 0, n)
	for _, s := range dealt(d, quotas(n, sectorShares)) {
		of := bySector[sector(s)]
		out = append(out, of[seen[sector(s)]%len(of)])
		seen[sector(s)]++
	}
	return out
}

func (w *world) writeCompanies() {
	d := w.dice("companies")
	lines := w.dealNiches(d, w.size.Companies)
	regions := dealt(d, quotas(w.size.Companies, share(places, func(p place) int { return p.share })))
	for i := range w.size.Companies {
		w.firms = append(w.firms, w.company(d, i, lines[i], places[regions[i]]))
	}
}

func (w *world) company(d *dice, i int, n niche, at place) firm {
	f := firm{niche: n, name: firmName(i, n), products: some(d, n.products, 2), tech: pick(d, n.techs), buyer: pick(d, n.buyers)}
	town := pick(d, at.towns)
	year := *w.cohort.Year
	employees := 18 + d.below(90) + d.below(120)
	f.rec = &domain.Company{
		ID: domain.CompanyID("company-" + pad(i+1, 3)), Name: domain.Text{Ko: f.name.ko, En: f.name.en}, Cohort: w.cohort.ID,
		RegistrationNo: registrationNo(i + 1), Founded: domain.Int(year - 7 - d.below(8) - d.below(16)),
		Country: "KR", Region: at.region, City: town.ko, Industries: n.industries, Tags: n.tags,
		SizeClass: "small", Employees: domain.Int(employees), Stage: w.companyStage(d),
		Revenue: revenue(d, year, employees), Certificates: w.certificates(d, i),
		Summary: f.summary(d, town), Website: "https://www." + slug(f.name.en),
	}
	if employees >= 70 {
		f.rec.SizeClass = "medium"
	}
	return f
}

func (w *world) companyStage(d *dice) domain.Stage {
	return []domain.Stage{"seed", "series-a", "series-b", "series-c", "growth", "pre-ipo"}[dealtStage(d.below(100))]
}

// dealtStage: 8 % seed, 32 % A, 28 % B, 14 % C, 10 % growth, 8 % before listing.
func dealtStage(p int) int {
	for i, upTo := range []int{8, 40, 68, 82, 92} {
		if p < upTo {
			return i
		}
	}
	return 5
}

// revenue of three years in won, growing, by head count.
func revenue(d *dice, year, employees int) []domain.YearAmount {
	million := employees * d.from(120, 420)
	var out []domain.YearAmount
	for y := year - 3; y < year; y++ {
		out = append(out, domain.YearAmount{Year: y, Amount: domain.Amount{Value: strconv.Itoa(million) + "000000", Currency: "KRW"}})
		million = million * d.from(96, 134) / 100
	}
	return out
}

var certificateKinds = []string{"벤처기업확인서", "이노비즈 인증서", "ISO 9001", "ISO 14001", "메인비즈 인증서"}

func (w *world) certificates(d *dice, i int) []domain.Certificate {
	expires := domain.DateOf(w.day.AddDate(0, 0, d.from(5, 360)))
	out := []domain.Certificate{{Kind: "중소기업확인서", Number: "0010-" + pad(*w.cohort.Year, 4) + "-" + pad(i+1, 5), Expires: expires}}
	for k, kind := range some(d, certificateKinds, d.below(3)) {
		out = append(out, domain.Certificate{Kind: kind, Number: "DEMO-" + pad(i+1, 5) + "-" + strconv.Itoa(k+1), Expires: domain.DateOf(w.day.AddDate(0, 0, d.from(60, 900)))})
	}
	return out
}

var profiles = []pair{
	{"{p} 및 {q} 전문 기업입니다. {t} 기술을 바탕으로 {b}에 공급하며 {c}에 본사를 두고 있습니다.", "We make {p} and {q}. Our strength is {t}; we supply {b} from {c}."},
	{"{c} 소재 {f} 기업으로 {p} 분야에서 시작해 {q} 분야로 넓히고 있습니다. 주요 고객은 {b}입니다.", "A company in {f} from {c}: it began with {p} and is widening to {q}. Its customers are {b}."},
	{"{t} 기술을 직접 개발해 {p} 및 {q} 제품군을 만듭니다. 매출의 대부분이 {b}에서 나옵니다.", "Our own {t} goes into {p} and {q}. Most sales come from {b}."},
}

func (f firm) summary(d *dice, town pair) domain.Text {
	return pick(d, profiles).text(append(f.slots(0), slot{"q", f.products[1%len(f.products)]}, slot{"c", town})...)
}

// slots fills what a company's sentences need; k chooses the product.
func (f firm) slots(k int) []slot {
	return []slot{{"p", f.products[k%len(f.products)]}, {"t", f.tech}, {"b", f.buyer}, {"f", f.niche.name}}
}

// numbers fills the slots for figures: n is 3 to 9, k 12 to 38, h 52 to 88.
func numbers(d *dice) []slot {
	of := func(name string, lo, hi int) slot {
		s := strconv.Itoa(d.from(lo, hi))
		return slot{name, pair{s, s}}
	}
	return []slot{of("n", 3, 9), of("k", 12, 38), of("h", 52, 88)}
}
