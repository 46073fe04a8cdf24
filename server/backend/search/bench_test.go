package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"jumpup/server/domain"
)

// The words of generated profiles: enough of them to fill a dictionary, drawn
// by Zipf's law.
var (
	syllables = strings.Split("가 감 강 건 경 고 공 과 관 광 교 구 국 권 금 기 나 남 내 네 노 농 다 단 대 도 동 두 라 로 리 마 만 망 매 명 모 문 물 미 바 반 방 배 백 변 보 복 부 분 비 사 산 상 생 서 석 선 설 성 세 소 속 수 술 스 시 식 신 실 아 안 양 어 업 에 역 연 영 오 온 외 요 용 우 운 원 위 유 은 음 의 이 인 일 임 자 장 재 전 정 제 조 종 주 중 지 진 차 참 창 채 천 철 체 초 출 충 치 카 코 타 탄 태 토 통 투 트 특 파 판 편 평 포 표 품 프 하 학 한 항 해 행 허 현 협 형 호 화 환 회 효 후", " ")
	particles = []string{"을", "를", "은", "는", "에서", "으로", "의", "", "", ""}
	latin     = strings.Split("ab ac ad al am an ar as at ba be bi bo ca ce ci co da de di do ec ed el en er es ex fa fi fo ga ge go ha he ho ic id il im in io is it ka ke ki la le li lo ma me mi mo na ne ni no ob of on op or os pa pe pi po ra re ri ro sa se si so ta te ti to ul um un ur us va ve vi vo", " ")
)

type profiles struct {
	rng           *rand.Rand
	korean, words []string
	zipf          *rand.Zipf
}

func newProfiles(seed uint64) *profiles {
	p := &profiles{rng: rand.New(rand.NewPCG(seed, 7))}
	for range 6000 {
		n := 2 + p.rng.IntN(3)
		k, l := "", ""
		for range n {
			k += syllables[p.rng.IntN(len(syllables))]
			l += latin[p.rng.IntN(len(latin))]
		}
		p.korean, p.words = append(p.korean, k), append(p.words, l)
	}
	p.korean[3], p.korean[40], p.korean[200], p.words[5] = "반도체", "감속기", "유통망", "export"
	p.zipf = rand.NewZipf(p.rng, 1.1, 8, uint64(len(p.korean)-1))
	return p
}

func (p *profiles) ko() string { return p.korean[p.zipf.Uint64()] }
func (p *profiles) en() string { return p.words[p.zipf.Uint64()] }

func (p *profiles) sentences(n int) domain.Text {
	var ko, en strings.Builder
	for i := range n * 9 {
		ko.WriteString(p.ko() + particles[p.rng.IntN(len(particles))] + " ")
		en.WriteString(p.en() + " ")
		if i%9 == 8 {
			ko.WriteString("합니다. ")
			en.WriteString(". ")
		}
	}
	return domain.Text{Ko: ko.String(), En: en.String()}
}

func (p *profiles) pick(list ...string) string { return list[p.rng.IntN(len(list))] }

// expert makes a bilingual profile of about 150 words with three works.
func (p *profiles) expert(i int) *domain.Expert {
	family := p.pick("김", "이", "박", "최", "정", "강", "조", "윤", "장", "임")
	x := &domain.Expert{
		ID: domain.ExpertID(fmt.Sprintf("e%05d", i)), Name: domain.Text{Ko: family + p.ko()[:6], En: strings.ToTitle(p.en()) + " Kim"},
		Headline: domain.Text{Ko: p.ko() + " " + p.ko() + " 전문가", En: p.en() + " " + p.en() + " expert"},
		Summary:  p.sentences(2), Region: p.pick("서울", "부산", "대전", "경기", "광주"), Country: "KR",
		Institution: domain.InstitutionID(fmt.Sprintf("x%d", i%8)), Roles: []string{p.pick("director", "supporter")},
		Fields: []string{p.pick("strategy", "technology", "management")}, Capacity: domain.Int(p.rng.IntN(5)),
		Tags: []string{p.ko(), p.ko(), p.en()}, Topics: []domain.Topic{{Topic: p.ko()}, {Topic: p.en()}}, Industries: []string{p.pick("C26", "C29", "J62")},
	}
	for range 3 {
		x.Works = append(x.Works, domain.Work{Title: domain.Text{Ko: p.ko() + " " + p.ko(), En: p.en() + " " + p.en()}, Text: p.sentences(1)})
	}
	return x
}

const manyProfiles = 20000

func fillProfiles(put func(domain.Record) error) error {
	p := newProfiles(1)
	for i := range manyProfiles {
		if err := put(p.expert(i)); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkIndex times the filling of an index with 20,000 bilingual profiles.
func BenchmarkIndex(b *testing.B) {
	recs := make([]domain.Record, 0, manyProfiles)
	if err := fillProfiles(func(r domain.Record) error { recs = append(recs, r); return nil }); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		e, err := OpenEmbedded("")
		if err != nil {
			b.Fatal(err)
		}
		err = e.Rebuild(context.Background(), 1, nil, func(_ context.Context, put func(domain.Record) error) error {
			for _, r := range recs {
				if err := put(r); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		if err := e.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// queriesOf gives a hundred queries of a class, made of words that are there; a
// mix has some of all that people type while they look for somebody.
func queriesOf(class string) []domain.SearchQuery {
	if class == "mix" {
		var all []domain.SearchQuery
		for _, c := range []string{"word", "latin", "prefix", "partial", "typo", "typo-ko", "initials", "facets"} {
			all = append(all, queriesOf(c)...)
		}
		draw := rand.New(rand.NewPCG(5, 5))
		draw.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		return all
	}
	p := newProfiles(1)
	draw := newProfiles(2)
	var out []domain.SearchQuery
	for range 100 {
		k, l := p.korean[draw.zipf.Uint64()], p.words[draw.zipf.Uint64()]
		q := domain.SearchQuery{Kinds: []domain.Kind{domain.KindExpert}}
		rs := []rune(k)
		switch class {
		case "word":
			q.Text = k
		case "latin":
			q.Text = l
		case "words":
			q.Text = k + " " + p.korean[draw.zipf.Uint64()]
		case "prefix":
			q.Text = l[:3]
		case "key":
			q.Text = states(string(rs[0]))[0]
		case "partial":
			all := states(k)
			q.Text = all[len(all)*2/3]
		case "typo":
			q.Text = l[:1] + l[2:3] + l[1:2] + l[3:]
		case "typo-ko":
			q.Text = string(rs[:len(rs)-1]) + string(rs[len(rs)-1]+28)
		case "initials":
			q.Text = initialsOf(k)
		case "facets":
			q.Text = k
			q.Facets = []domain.Attr{domain.AttrRegion, domain.AttrField, domain.AttrRole, domain.AttrInstitution, domain.AttrTag}
			q.Filter = map[domain.Kind]domain.Filter{domain.KindExpert: domain.All(domain.AnyOf(domain.AttrRegion, "서울", "부산"), domain.NotThat(domain.AnyOf(domain.AttrInstitution, "x1")))}
		case "question":
			q.Text = k + "에서 " + p.korean[draw.zipf.Uint64()] + "을 " + p.korean[draw.zipf.Uint64()] + " " + p.korean[draw.zipf.Uint64()] + "로 " + p.korean[draw.zipf.Uint64()] + " 하는 전문가는 누구입니까"
		}
		out = append(out, q)
	}
	return out
}

func initialsOf(word string) string {
	out := ""
	for _, r := range word {
		out += states(string(r))[0]
	}
	return out
}

// BenchmarkSearch times queries of each class over 20,000 profiles and reports
// the median and the 99th percentile.
func BenchmarkSearch(b *testing.B) {
	e, err := OpenEmbedded("")
	if err != nil {
		b.Fatal(err)
	}
	defer e.Close()
	if err := e.Rebuild(b.Context(), 1, nil, func(_ context.Context, put func(domain.Record) error) error { return fillProfiles(put) }); err != nil {
		b.Fatal(err)
	}
	benchmarkQueries(b, e)
}

// searching is what a query is timed on.
type searching interface {
	Search(context.Context, domain.SearchQuery) (domain.SearchResult, error)
}

func benchmarkQueries(b *testing.B, e searching) {
	for _, class := range []string{"mix", "word", "latin", "words", "prefix", "key", "partial", "typo", "typo-ko", "initials", "facets", "question"} {
		queries := queriesOf(class)
		b.Run(class, func(b *testing.B) {
			var took []time.Duration
			found := 0
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				res, err := e.Search(b.Context(), queries[i%len(queries)])
				if err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
				found += res.Total
			}
			slices.Sort(took)
			ms := func(share float64) float64 {
				return float64(took[int(share*float64(len(took)-1))].Microseconds()) / 1000
			}
			b.ReportMetric(ms(.5), "p50-ms")
			b.ReportMetric(ms(.99), "p99-ms")
			b.ReportMetric(float64(found)/float64(len(took)), "found")
		})
	}
}
