package demo

import (
	"strings"

	"jumpup/server/domain"
)

// people gives two persons to every company and one to every institution and
// investor.
func (w *world) people() []domain.Record {
	d := w.dice("people")
	var out []domain.Record
	add := func(organisation, host string, title pair, role string, languages []string, zone string, foreign bool) {
		i := len(out)
		name := personName(len(w.experts) + i)
		p := &domain.Person{
			ID: domain.PersonID("person-" + pad(i+1, 3)), Name: domain.Text{Ko: name.ko, En: name.en}, Organisation: organisation,
			Title: domain.Text{Ko: title.ko, En: title.en}, Role: role, Languages: languages, Timezone: zone,
			Phone: "010-0000-" + pad(i%10000, 4), Email: strings.ReplaceAll(strings.ToLower(name.en), " ", ".") + "@" + host,
		}
		if foreign {
			p.Name, p.Phone = domain.Text{En: pick(d, foreignNames) + " " + pick(d, foreignSurnames)}, ""
			p.Email = strings.ReplaceAll(strings.ToLower(p.Name.En), " ", ".") + "@" + host
		}
		out = append(out, p)
	}
	for _, f := range w.firms {
		host := slug(f.name.en)
		add(string(f.rec.ID), host, pair{"대표이사", "Chief executive"}, "founder", []string{"ko", "en"}, "Asia/Seoul", false)
		add(string(f.rec.ID), host, pair{"사업 개발 팀장", "Business development manager"}, "manager", []string{"ko"}, "Asia/Seoul", false)
	}
	for _, x := range w.institutions {
		add(string(x.ID), slug(x.Name.En), pair{"사업 책임자", "Programme lead"}, "manager", []string{"ko"}, "Asia/Seoul", false)
	}
	for _, x := range w.investors {
		add(string(x.ID), slug(x.Name.En), pair{"투자 심사역", "Investment director"}, "partner", x.Languages, x.Timezone, x.Country != "KR")
	}
	return out
}

var (
	foreignNames    = []string{"Ada", "Bram", "Celine", "Dario", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jonas", "Kavya", "Linh", "Maya", "Noor", "Oskar", "Priya"}
	foreignSurnames = []string{"Lantern", "Meadow", "Harbour", "Willow", "Amber", "Thistle", "Juniper", "Heron", "Saffron", "Orchard", "Maple", "Cobalt"}
)

var notes = map[domain.Level][]string{
	domain.Must:  {"지난 전시회에서 만났고 함께 일하고 싶습니다.", "Recommended by a customer of ours."},
	domain.Want:  {"경험이 우리 과제와 맞습니다.", "The portfolio is close to what we do."},
	domain.Later: {"다음 분기에 다시 보겠습니다.", "After our pilot ends."},
	domain.No:    {"경쟁사를 맡고 있다고 들었습니다.", "We spoke last year and it did not fit."},
}

// preferences lets companies speak of experts and investors, and those of
// companies. The first company's are left to whoever tries its account.
func (w *world) preferences() []domain.Record {
	d := w.dice("preferences")
	var out []domain.Record
	seen := map[string]bool{}
	add := func(from, to string) {
		if id := domain.PreferenceID(from, to); seen[id] {
			return
		}
		seen[domain.PreferenceID(from, to)] = true
		level := []domain.Level{domain.Must, domain.Want, domain.Want, domain.Want, domain.Later, domain.No}[d.below(6)]
		p := &domain.Preference{From: from, To: to, Level: level}
		if d.percent(60) {
			p.Note, p.Private = pick(d, notes[level]), d.percent(50)
		}
		if level == domain.Later {
			p.Expires = domain.DateOf(w.day.AddDate(0, 0, d.from(30, 120)))
		}
		out = append(out, p)
	}
	if len(w.firms) < 2 {
		return nil
	}
	for range len(w.firms) {
		company := string(w.firms[1+d.below(len(w.firms)-1)].rec.ID)
		switch kind := d.below(4); {
		case kind == 0 && len(w.experts) > 1:
			add(company, string(w.experts[1+d.below(len(w.experts)-1)].ID))
		case kind == 1 && len(w.investors) > 1:
			add(company, string(w.investors[1+d.below(len(w.investors)-1)].ID))
		case kind == 2 && len(w.experts) > 1:
			add(string(w.experts[1+d.below(len(w.experts)-1)].ID), company)
		case kind == 3 && len(w.investors) > 1:
			add(string(w.investors[1+d.below(len(w.investors)-1)].ID), company)
		}
	}
	return out
}

// hide lets a few companies stay unseen by an expert, an investor or an
// institution.
func (w *world) hide() {
	d := w.dice("hidden")
	for i, f := range w.firms {
		if i == 0 || !d.percent(5) {
			continue
		}
		var from []string
		if len(w.investors) > 1 {
			from = append(from, string(w.investors[1+d.below(len(w.investors)-1)].ID))
		}
		if len(w.experts) > 1 && d.percent(50) {
			from = append(from, string(w.experts[1+d.below(len(w.experts)-1)].ID))
		}
		f.rec.HiddenFrom = from
	}
}
