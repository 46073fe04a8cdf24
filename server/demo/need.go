package demo

import (
	"strconv"
	"time"

	"jumpup/server/domain"
)

// writeNeeds gives every company a directing need first, then an investment
// need to most, then a third of any kind, as far as the size goes.
func (w *world) writeNeeds() {
	d := w.dice("needs")
	for i := range w.size.Needs {
		f := w.firms[i%len(w.firms)]
		n := &domain.Need{
			ID: domain.NeedID("need-" + pad(i+1, 3)), Company: f.rec.ID, Kind: needKind(d, i/len(w.firms)),
			Industries: f.niche.industries[:1], Tags: some(d, f.niche.tags, 2),
			Opened: w.ago(d.from(2, 150)), Priority: domain.Int(d.from(2, 5)), Confidential: d.percent(6),
		}
		n.Due = domain.DateOf(w.day.AddDate(0, 0, d.from(20, 240)))
		switch n.Kind {
		case domain.NeedDirecting:
			w.directing(d, n, f, i)
		case domain.NeedInvestment:
			w.investment(d, n, f)
		default:
			w.partner(d, n, f)
		}
		w.enter(d, n, i)
		w.needs = append(w.needs, n)
	}
}

func needKind(d *dice, round int) domain.NeedKind {
	p := d.below(100)
	switch {
	case round == 0, round == 1 && p >= 72, round >= 2 && p < 42:
		return domain.NeedDirecting
	case round == 1, p < 52:
		return domain.NeedInvestment
	}
	return domain.NeedPartner
}

// aim draws a market and says whether the sentences speak of it.
func aim(d *dice, title, detail pair) (target, bool) {
	return pick(d, targets), contains(title, "{m}") || contains(detail, "{m}")
}

func (w *world) directing(d *dice, n *domain.Need, f firm, i int) {
	t := w.topics[(i*7+i/len(w.topics)+d.below(3))%len(w.topics)]
	title := pick(d, t.titles)
	detail := join(pick(d, f.niche.issues), pick(d, t.background), pick(d, t.wants))
	m, abroad := aim(d, title, detail)
	fill := append(append(f.slots(d.below(2)), slot{"m", m.name}), numbers(d)...)
	n.Title, n.Detail = title.text(fill...), detail.text(fill...)
	n.Topics, n.Fields = []string{t.name.ko}, []string{t.field}
	if d.percent(25) {
		if other := pick(d, w.topics); other.name != t.name {
			n.Topics = append(n.Topics, other.name.ko)
		}
	}
	if abroad {
		n.Markets = []string{m.code}
	}
	if d.percent(30) {
		n.Languages = []string{"ko"}
	}
}

func (w *world) investment(d *dice, n *domain.Need, f firm) {
	p := pick(d, purposes)
	title, detail := pick(d, p.titles), pick(d, p.details)
	m, abroad := aim(d, title, detail)
	fill := append(append(f.slots(d.below(2)), slot{"m", m.name}), numbers(d)...)
	n.Title = title.text(fill...)
	n.Detail = join(pitch, detail, pick(d, f.niche.issues)).text(fill...)
	n.UseOfFunds = pick(d, p.uses).text(fill...)
	n.Instrument, n.Stage = p.instrument, f.rec.Stage
	n.Amount = asked(d, f.rec.Stage, abroad)
	if abroad {
		n.Markets, n.Languages = []string{m.code}, []string{"ko", "en"}
	}
}

func (w *world) partner(d *dice, n *domain.Need, f firm) {
	p := pick(d, partnerings)
	title, detail := pick(d, p.titles), pick(d, p.details)
	m, abroad := aim(d, title, detail)
	fill := append(append(f.slots(d.below(2)), slot{"m", m.name}), numbers(d)...)
	n.Title = title.text(fill...)
	n.Detail = join(detail, pick(d, f.niche.issues)).text(fill...)
	if abroad {
		n.Markets, n.Languages = []string{m.code}, []string{"en", "ko"}
	}
}

// pitch opens an investment need.
var pitch = pair{"{t} 기술로 {b}에 {p} 제품군을 공급합니다.", "We supply {b} with {p} built on {t}."}

// cheque is the usual round of a stage in hundred million won.
var cheque = map[domain.Stage][2]int{
	"seed": {5, 15}, "series-a": {20, 50}, "series-b": {50, 150}, "series-c": {120, 300}, "growth": {200, 500}, "pre-ipo": {150, 600},
}

// asked is the amount a company looks for, in dollars when it aims abroad.
func asked(d *dice, s domain.Stage, abroad bool) domain.Range {
	c := cheque[s]
	lo := d.from(c[0], (c[0]+c[1])/2)
	hi := lo + d.from(lo/5+1, lo/2+2)
	if abroad && d.percent(40) {
		return domain.Range{Min: strconv.Itoa(lo*75) + "000", Max: strconv.Itoa(hi*75) + "000", Currency: "USD"}
	}
	return domain.Range{Min: strconv.Itoa(lo) + "00000000", Max: strconv.Itoa(hi) + "00000000", Currency: "KRW"}
}

// handling is a need's state with the share of needs in it and the days since.
var handling = []struct {
	state    domain.NeedState
	share    int
	from, to int
}{
	{domain.NeedTriaged, 36, 1, 18},
	{domain.NeedMatched, 22, 1, 20},
	{domain.NeedFiled, 15, 0, 9},
	{domain.NeedAgreed, 11, 3, 60},
	{domain.NeedDraft, 6, 1, 30},
	{domain.NeedReturned, 5, 1, 12},
	{domain.NeedClosed, 5, 5, 80},
}

var (
	questions = []string{"희망하는 결과를 숫자로 적어 주십시오.", "대상 국가의 우선순위를 알려 주십시오.", "현재까지 시도한 일을 한 단락으로 적어 주십시오."}
	endings   = []string{"전문가 지도로 목표를 이루어 마칩니다.", "사업 계획이 바뀌어 수요를 거둡니다.", "계약을 마쳐 수요를 닫습니다."}
)

// enter puts the need into a state; the needs of the first company, whose
// account is ready to try, are open.
func (w *world) enter(d *dice, n *domain.Need, i int) {
	h := handling[dealtState(d.below(100))]
	days := d.from(h.from, h.to)
	if i%len(w.firms) == 0 {
		h, days, n.Confidential = handling[i/len(w.firms)%2], 1, false
	}
	n.Start(h.state, w.day.AddDate(0, 0, -days).Add(time.Duration(d.from(0, 8*60))*time.Minute))
	if opened := w.ago(days); n.Opened > opened {
		n.Opened = opened
	}
	switch h.state {
	case domain.NeedReturned:
		n.Remark = pick(d, questions)
	case domain.NeedClosed:
		n.Remark = pick(d, endings)
	case domain.NeedDraft:
		n.Opened = ""
	}
}

func dealtState(p int) int {
	for i, h := range handling {
		if p < h.share {
			return i
		}
		p -= h.share
	}
	return 0
}
