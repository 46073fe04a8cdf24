package matching

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"jumpup/server/domain"
)

// crowd draws large corpora: words, topics and tags by Zipf's law, people who
// work on a few topics, and a market in which companies raise rounds from
// investors that back their field, place, stage and size. The same seed draws
// the same crowd.
type crowd struct {
	*rand.Rand
	words   [2][]string // Korean, English
	topics  []matter
	lines   []matter // lines of business
	regions []string
	byTopic *rand.Zipf
	byLine  *rand.Zipf
	byWord  *rand.Zipf
	byPlace *rand.Zipf
}

// matter is something that texts are about.
type matter struct {
	name  string
	field string // of a topic
	ksic  []string
	tags  []string // of a line of business
	words []int    // its own
}

const (
	crowdWords  = 9000
	crowdTopics = 260
	crowdLines  = 110
)

var (
	crowdSyllables = strings.Fields("가 감 강 건 경 계 고 공 과 관 교 구 국 권 금 기 나 남 내 노 농 단 대 도 동 라 로 리 마 만 명 모 문 물 미 반 방 배 변 보 복 부 분 비 사 산 상 생 석 선 설 성 소 속 수 술 시 식 신 실 안 양 어 업 역 연 영 온 용 우 운 원 유 음 의 인 일 임 자 장 재 전 정 제 조 종 주 중 지 진 차 창 채 철 체 초 출 치 카 타 태 토 통 투 판 편 평 포 표 품 하 학 한 합 해 행 향 험 현 협 형 호 화 환 회 효")
	crowdLetters   = strings.Fields("ba be bi bo ca ce co da de di do fa fi fo ga ge go ha he ho ja ka ke ki ko la le li lo lu ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo za zo tron gram plex stat")
	crowdParticles = []string{"을", "를", "은", "의", "에서", "으로", "", "", ""}
	crowdFields    = []string{"strategy", "technology", "management", "marketing", "finance", "export"}
	crowdCountries = []string{"KR", "KR", "KR", "KR", "KR", "KR", "US", "US", "US", "JP", "SG", "DE", "VN", "GB", "CN"}
	crowdMarkets   = []string{"US", "JP", "VN", "DE", "CN", "ID", "GB", "FR", "AE", "IN", "SG", "MX"}
)

func newCrowd(seed uint64) *crowd {
	c := &crowd{Rand: rand.New(rand.NewPCG(seed, 11))}
	seen := map[string]bool{}
	for len(c.words[0]) < crowdWords {
		ko, en := "", ""
		for range 2 + c.IntN(2) {
			ko += any1(c, crowdSyllables)
			en += any1(c, crowdLetters)
		}
		if !seen[ko] && !seen[en] {
			seen[ko], seen[en] = true, true
			c.words[0], c.words[1] = append(c.words[0], ko), append(c.words[1], en)
		}
	}
	c.byWord = rand.NewZipf(c.Rand, 1.15, 10, crowdWords-1)
	c.byTopic = rand.NewZipf(c.Rand, 1.2, 12, crowdTopics-1)
	c.byLine = rand.NewZipf(c.Rand, 1.2, 10, crowdLines-1)
	for i := range crowdTopics {
		c.topics = append(c.topics, matter{name: c.words[0][300+i] + " " + c.words[0][600+c.IntN(200)], field: crowdFields[i%len(crowdFields)], words: c.own(50)})
	}
	for i := range crowdLines {
		m := matter{name: c.words[0][1000+i], words: c.own(40)}
		division := fmt.Sprintf("%c%02d", "CCCCCGJJMNQ"[i%11], 10+i/4)
		for range 3 {
			m.ksic = append(m.ksic, fmt.Sprintf("%s%03d", division, 110+10*c.IntN(3)+c.IntN(4)))
		}
		for range 3 {
			m.tags = append(m.tags, c.words[1][1200+2*i+c.IntN(60)])
		}
		c.lines = append(c.lines, m)
	}
	for i := range 60 {
		c.regions = append(c.regions, fmt.Sprintf("region-%02d", i))
	}
	c.byPlace = rand.NewZipf(c.Rand, 1.3, 3, uint64(len(c.regions)-1))
	return c
}

func any1[T any](c *crowd, list []T) T { return list[c.IntN(len(list))] }

// own draws the words of a matter from all but the commonest.
func (c *crowd) own(n int) (out []int) {
	for range n {
		out = append(out, 60+c.IntN(crowdWords-60))
	}
	return out
}

func (c *crowd) topic() matter { return c.topics[c.byTopic.Uint64()] }
func (c *crowd) line() matter  { return c.lines[c.byLine.Uint64()] }

// text writes n words about matters: half of them their own, the first ones
// most often, the others of the language at large.
func (c *crowd) text(n int, about ...matter) domain.Text {
	var ko, en strings.Builder
	for range n {
		w := int(c.byWord.Uint64())
		if c.IntN(100) < 55 {
			own := any1(c, about).words
			w = own[int(float64(len(own))*math.Pow(c.Float64(), 1.8))]
		}
		ko.WriteString(c.words[0][w] + any1(c, crowdParticles) + " ")
		en.WriteString(c.words[1][w] + " ")
	}
	switch p := c.IntN(100); {
	case p < 30:
		return domain.Text{Ko: ko.String()}
	case p < 45:
		return domain.Text{En: en.String()}
	}
	return domain.Text{Ko: ko.String(), En: en.String()}
}

// address draws a country and one of its regions and cities.
func (c *crowd) address() (country, region, city string) {
	country = any1(c, crowdCountries)
	n := int(c.byPlace.Uint64())
	return country, country + "-" + c.regions[n], fmt.Sprintf("%s-city-%d-%d", country, n, c.IntN(3))
}

func (c *crowd) markets(n int) (out []string) {
	for _, i := range c.Perm(len(crowdMarkets))[:n] {
		out = append(out, crowdMarkets[i])
	}
	return out
}

// day draws one of the days before noon's, the later ones more often.
func (c *crowd) day(most int) domain.Date {
	ago := int(float64(most) * c.Float64() * c.Float64())
	return domain.DateOf(noon.AddDate(0, 0, -ago))
}

func (c *crowd) chance(percent int) bool { return c.IntN(100) < percent }
