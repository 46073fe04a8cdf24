package demo

import (
	"time"

	"jumpup/server/domain"
)

// Size says how many records of each kind to write.
type Size struct {
	Companies, Needs, Institutions, Experts, Investors int
}

// Default is the demonstration cohort: a programme's year.
var Default = Size{Companies: 100, Needs: 300, Institutions: 8, Experts: 240, Investors: 80}

// Profiles is a size with n profiles in all (experts, investors and companies
// as 6 to 2 to 2) and a need per company, for benchmarks.
func Profiles(n int) Size {
	return Size{Companies: n / 5, Needs: n / 5, Institutions: 8, Experts: n - n/5 - n/5, Investors: n / 5}
}

// world is what the records of one generation know of each other.
type world struct {
	size   Size
	seed   uint64
	day    time.Time
	niches []niche
	topics []topic

	cohort       *domain.Cohort
	institutions []*domain.Institution
	firms        []firm
	needs        []*domain.Need
	experts      []*domain.Expert
	investors    []*domain.Investor
	outside      [][]outsider  // by niche
	taken        map[pair]bool // names of investors
}

// Generate writes a demonstration programme as of a day, in the order in which
// records can be stored: the same arguments give the same records. Every record
// is valid, and needs have their states. A day that is none counts as
// 2026-11-02.
func Generate(size Size, seed uint64, day domain.Date) []domain.Record {
	w := &world{size: size, seed: seed, day: day.Time(), niches: niches(), topics: topics(), taken: map[pair]bool{}}
	if w.day.IsZero() {
		w.day = domain.Date("2026-11-02").Time()
	}
	w.writeCohort()
	w.writeInstitutions()
	w.writeCompanies()
	w.writeNeeds()
	w.writeExperts()
	w.writeInvestors()
	w.hide()
	return w.records()
}

func (w *world) records() []domain.Record {
	var out []domain.Record
	for _, x := range w.institutions {
		out = append(out, x)
	}
	out = append(out, w.cohort)
	for _, f := range w.firms {
		out = append(out, f.rec)
	}
	for _, x := range w.needs {
		out = append(out, x)
	}
	for _, x := range w.experts {
		out = append(out, x)
	}
	for _, x := range w.investors {
		out = append(out, x)
	}
	out = append(out, w.people()...)
	return append(out, w.preferences()...)
}

func (w *world) dice(stream string) *dice { return newDice(w.seed, stream) }

// ago is the day some days before the reference day.
func (w *world) ago(days int) domain.Date { return domain.DateOf(w.day.AddDate(0, 0, -days)) }

func (w *world) writeCohort() {
	start := w.day.AddDate(0, 0, -200)
	year := start.Year()
	begins := time.Date(year, 4, 1, 0, 0, 0, 0, time.UTC)
	number := year - 2023
	w.cohort = &domain.Cohort{
		ID:     domain.CohortID("cohort-" + pad(year, 4)),
		Name:   domain.Text{Ko: "도약 프로그램 " + pad(number, 1) + "기 (시연)", En: "Jump-Up cohort " + pad(number, 1) + " (demonstration)"},
		Year:   domain.Int(year),
		Starts: domain.DateOf(begins),
		Ends:   domain.DateOf(begins.AddDate(3, 0, -1)),
		Rules: []domain.Rule{
			{Field: "founded", Op: "le", Value: pad(year-7, 4), Reason: domain.Text{Ko: "창업 후 7년이 지난 기업을 지원합니다.", En: "Companies are at least seven years old."}},
			{Field: "country", Op: "eq", Value: `"KR"`, Reason: domain.Text{Ko: "국내 법인을 지원합니다.", En: "Companies are incorporated in Korea."}},
			{Field: "size_class", Op: "in", Value: `["small","medium"]`, Reason: domain.Text{Ko: "중소기업을 지원합니다.", En: "Companies are small or medium-sized."}},
			{Field: "employees", Op: "ge", Value: "10", Reason: domain.Text{Ko: "상시 근로자가 10명 이상입니다.", En: "Companies have ten employees or more."}},
		},
	}
}
