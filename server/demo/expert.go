package demo

import (
	"strconv"

	"jumpup/server/domain"
)

var (
	careers = []pair{
		{"대기업 생산 기술 부문에서 {y}년을 일한 뒤 중소기업 현장을 지도하고 있습니다.", "After {y} years in production engineering at a large company, now on the floors of small firms."},
		{"연구 기관에서 {y}년간 개발과 기술 이전을 맡았습니다.", "{y} years of development and technology transfer at a research institute."},
		{"회계와 자문 업무를 {y}년째 하고 있습니다.", "{y} years in accounting and advice."},
		{"창업한 회사를 매각한 뒤 {y}년째 후배 기업을 돕고 있습니다.", "Sold the company I founded and have helped younger firms for {y} years."},
		{"무역 상사와 해외 지사에서 {y}년을 보냈습니다.", "{y} years in trading houses and offices abroad."},
	}
	focus = []pair{
		{"주로 {f} 기업과 {g} 기업을 맡습니다.", "I work mostly with companies in {f} and {g}."},
		{"{f} 분야의 현장 경험이 많고 {g} 분야도 지도합니다.", "Strong in {f}, and I also coach companies in {g}."},
	}
	style = []pair{
		{"첫 달에는 현장을 네 번 찾고, 매달 지표 세 개로 진척을 확인합니다.", "Four site visits in the first month, then three measures every month."},
		{"대표와 실무자를 함께 만나고 결정한 일을 한 장에 남깁니다.", "I meet founder and staff together and leave decisions on one page."},
		{"서류보다 고객을 먼저 만나게 합니다.", "Customers first, papers later."},
		{"외부에 맡길 일과 직접 할 일을 처음에 나눕니다.", "First we part what to do ourselves from what to buy."},
	}
	outcomes = []pair{
		{"{n}개월 과제로 목표를 이루고 담당자에게 방법을 넘겼습니다.", "Reached the goal in {n} months and handed the method over."},
		{"시험 조건 {k}가지를 비교해 기준을 문서로 남겼습니다.", "Compared {k} test conditions and left the standard in writing."},
		{"고객사 승인을 한 번에 받았고 뒤이은 과제 {n}건을 맡았습니다.", "The customer approved at once; {n} further projects followed."},
		{"비용을 {k}% 줄이고 일정은 두 달 앞당겼습니다.", "Cut cost by {k}% and came two months early."},
		{"외부 시험 기관과 함께 결과를 검증했습니다.", "Results were verified with an outside laboratory."},
		{"실패한 첫 시도의 원인을 찾아 다시 설계했습니다.", "Found why the first attempt failed and designed anew."},
	}
	engagements = []pair{
		{"{p} 기업의 {s}", "{s} for a maker of {p}"},
		{"{f} 기업 {s} 지도", "Coaching {s} in {f}"},
		{"{p} 사업 {s} 진단", "Review of {s} around {p}"},
	}
)

func (w *world) writeExperts() {
	d := w.dice("experts")
	seats := dealt(d, quotas(w.size.Experts, share(w.institutions, func(x *domain.Institution) int { return *x.Capacity.Max })))
	for i := range w.size.Experts {
		w.experts = append(w.experts, w.expert(d, i, seats[i]))
	}
}

func (w *world) expert(d *dice, i, seat int) *domain.Expert {
	a := agencyOf(seat)
	lines := w.lines(d, i)
	practice := w.practice(d, a)
	years := d.from(8, 28)
	name := personName(i)
	x := &domain.Expert{
		ID: domain.ExpertID("expert-" + pad(i+1, 3)), Name: domain.Text{Ko: name.ko, En: name.en},
		Headline:    pair{lines[0].name.ko + " · " + practice[0].headline.ko, practice[0].headline.en + " · " + lines[0].name.en}.text(),
		Summary:     join(pick(d, careers), pick(d, focus), pick(d, style)).text(slot{"y", number(years)}, slot{"f", lines[0].name}, slot{"g", lines[1].name}),
		Institution: w.institutions[seat].ID, Roles: []string{"supporter"},
		Fields: fieldsOf(practice), Country: "KR", Region: pick(d, places).region, Timezone: "Asia/Seoul",
	}
	switch p := d.below(100); {
	case p < 30:
		x.Roles = []string{"director"}
	case p < 45:
		x.Roles = []string{"director", "supporter"}
	}
	for _, l := range lines {
		x.Industries = append(x.Industries, l.industries[0])
		x.Tags = append(x.Tags, l.tags[0])
	}
	for k, t := range practice {
		n := float64(max(1, years-k*4-d.below(4)))
		x.Topics = append(x.Topics, domain.Topic{Topic: t.name.ko, Years: &n})
	}
	w.reach(d, x, practice)
	x.Works = w.works(d, lines, practice)
	w.burden(d, x, i == 0)
	return x
}

// lines draws two lines of business in the cohort's proportions.
func (w *world) lines(d *dice, i int) []niche {
	first := w.niches[(i*11+d.below(3))%len(w.niches)]
	second := first
	for second.name == first.name {
		second = pick(d, w.niches)
	}
	return []niche{first, second}
}

// practice draws two or three topics, the agency's own first.
func (w *world) practice(d *dice, a agency) []topic {
	own := some(d, a.topics, d.from(1, 2))
	var out []topic
	for _, name := range own {
		for _, t := range w.topics {
			if t.name.ko == name {
				out = append(out, t)
			}
		}
	}
	for len(out) < 2+d.below(2) {
		t := pick(d, w.topics)
		if t.name != out[0].name && (len(out) < 2 || t.name != out[1].name) {
			out = append(out, t)
		}
	}
	return out
}

func fieldsOf(ts []topic) []string {
	var out []string
	for _, t := range ts {
		known := false
		for _, f := range out {
			known = known || f == t.field
		}
		if !known {
			out = append(out, t.field)
		}
	}
	return out
}

// reach gives languages and markets; those who practise markets abroad have
// more of both.
func (w *world) reach(d *dice, x *domain.Expert, practice []topic) {
	x.Languages = []domain.Language{{Code: "ko", Level: "native"}}
	abroad := practice[0].name.ko == "해외 진출" || practice[0].name.ko == "브랜드와 마케팅"
	if abroad || d.percent(70) {
		x.Languages = append(x.Languages, domain.Language{Code: "en", Level: pick(d, []string{"C2", "C1", "B2", "B1"})})
	}
	if abroad || d.percent(25) {
		for _, m := range some(d, targets, d.from(1, 3)) {
			x.Markets = append(x.Markets, m.code)
		}
	}
	spoken := map[string]string{"JP": "ja", "VN": "vi", "DE": "de"}
	for _, m := range x.Markets {
		if code := spoken[m]; code != "" && len(x.Languages) < 3 {
			x.Languages = append(x.Languages, domain.Language{Code: code, Level: "B2"})
		}
	}
}

func (w *world) works(d *dice, lines []niche, practice []topic) []domain.Work {
	n := d.from(4, 12)
	out := make([]domain.Work, 0, n)
	used := map[string]bool{}
	for days := d.from(20, 200); len(out) < n; {
		l, t := lines[0], practice[0]
		if d.percent(35) {
			l = lines[1]
		}
		if d.percent(45) {
			t = pick(d, practice)
		}
		title, outcome := pick(d, engagements), pick(d, t.works)
		if d.percent(40) {
			title, outcome = pick(d, l.works), pick(d, outcomes)
		}
		fill := append([]slot{{"p", pick(d, l.products)}, {"s", t.name}, {"f", l.name}, {"t", pick(d, l.techs)}}, numbers(d)...)
		name := title.text(fill...)
		if used[name.Ko] {
			continue
		}
		used[name.Ko] = true
		client := firmName(300+d.below(200), l)
		out = append(out, domain.Work{
			Title: name, Text: join(outcome, background(l)).text(fill...), Date: w.ago(days),
			Client: client.ko, ClientPrivate: d.percent(22),
		})
		days += d.from(40, 420)
	}
	return out
}

// background says where a work took place.
func background(l niche) pair {
	return pair{l.name.ko + " 기업의 {p} 제품군과 {t} 기술을 다루었습니다.", "The work concerned {p} and {t} in " + l.name.en + "."}
}

// burden gives capacity and load: about one in nine is full, some do not say,
// a few are away for a while. The first one, whose account is ready to try, is
// free.
func (w *world) burden(d *dice, x *domain.Expert, ready bool) {
	if d.percent(94) {
		capacity := d.from(2, 5)
		load := d.below(capacity)
		if d.percent(11) {
			load = capacity
		}
		x.Capacity, x.Load = domain.Int(capacity), domain.Int(load)
	}
	if d.percent(8) {
		from := w.day.AddDate(0, 0, d.from(-10, 60))
		x.Unavailable = []domain.Period{{From: domain.DateOf(from), To: domain.DateOf(from.AddDate(0, 0, d.from(5, 30)))}}
	}
	if d.percent(7) {
		x.Conflicts = []string{string(pick(d, w.firms).rec.ID)}
	}
	if ready {
		x.Roles, x.Capacity, x.Load = []string{"director"}, domain.Int(4), domain.Int(1)
		x.Unavailable, x.Conflicts = nil, nil
	}
}

func number(n int) pair { s := strconv.Itoa(n); return pair{s, s} }
