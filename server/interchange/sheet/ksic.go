package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// divisions are the 77 divisions of KSIC, revision 11 (Statistics Korea, in
// force since 2024-07-01), by section.
var divisions = []struct {
	section string
	list    []string
}{
	{"A", []string{"01 농업", "02 임업", "03 어업"}},
	{"B", []string{"05 석탄, 원유 및 천연가스 광업", "06 금속 광업", "07 비금속광물 광업; 연료용 제외", "08 광업 지원 서비스업"}},
	{"C", []string{
		"10 식료품 제조업", "11 음료 제조업", "12 담배 제조업", "13 섬유제품 제조업; 의복 제외", "14 의복, 의복 액세서리 및 모피제품 제조업",
		"15 가죽, 가방 및 신발 제조업", "16 목재 및 나무제품 제조업; 가구 제외", "17 펄프, 종이 및 종이제품 제조업", "18 인쇄 및 기록매체 복제업",
		"19 코크스, 연탄 및 석유정제품 제조업", "20 화학 물질 및 화학제품 제조업; 의약품 제외", "21 의료용 물질 및 의약품 제조업", "22 고무 및 플라스틱제품 제조업",
		"23 비금속 광물제품 제조업", "24 1차 금속 제조업", "25 금속 가공제품 제조업; 기계 및 가구 제외", "26 전자 부품, 컴퓨터, 영상, 음향 및 통신장비 제조업",
		"27 의료, 정밀, 광학 기기 및 시계 제조업", "28 전기장비 제조업", "29 기타 기계 및 장비 제조업", "30 자동차 및 트레일러 제조업", "31 기타 운송장비 제조업",
		"32 가구 제조업", "33 기타 제품 제조업", "34 산업용 기계 및 장비 수리업",
	}},
	{"D", []string{"35 전기, 가스, 증기 및 공기 조절 공급업"}},
	{"E", []string{"36 수도업", "37 하수, 폐수 및 분뇨 처리업", "38 폐기물 수집, 운반, 처리 및 원료 재생업", "39 환경 정화 및 복원업"}},
	{"F", []string{"41 종합 건설업", "42 전문직별 공사업"}},
	{"G", []string{"45 자동차 및 부품 판매업", "46 도매 및 상품 중개업", "47 소매업; 자동차 제외"}},
	{"H", []string{"49 육상 운송 및 파이프라인 운송업", "50 수상 운송업", "51 항공 운송업", "52 창고 및 운송관련 서비스업"}},
	{"I", []string{"55 숙박업", "56 음식점 및 주점업"}},
	{"J", []string{
		"58 출판업", "59 영상 · 오디오 기록물 제작 및 배급업", "60 방송 및 영상 · 오디오물 제공 서비스업", "61 우편 및 통신업",
		"62 컴퓨터 프로그래밍, 시스템 통합 및 관리업", "63 정보서비스업",
	}},
	{"K", []string{"64 금융업", "65 보험 및 연금업", "66 금융 및 보험 관련 서비스업"}},
	{"L", []string{"68 부동산업"}},
	{"M", []string{"70 연구개발업", "71 전문 서비스업", "72 건축 기술, 엔지니어링 및 기타 과학기술 서비스업", "73 기타 전문, 과학 및 기술 서비스업"}},
	{"N", []string{"74 사업시설 관리 및 조경 서비스업", "75 사업 지원 서비스업", "76 임대업; 부동산 제외"}},
	{"O", []string{"84 공공행정, 국방 및 사회보장 행정"}},
	{"P", []string{"85 교육 서비스업"}},
	{"Q", []string{"86 보건업", "87 사회복지 서비스업"}},
	{"R", []string{"90 창작, 예술 및 여가관련 서비스업", "91 스포츠 및 오락관련 서비스업"}},
	{"S", []string{"94 협회 및 단체", "95 개인 및 소비용품 수리업", "96 기타 개인 서비스업"}},
	{"T", []string{"97 가구 내 고용활동", "98 달리 분류되지 않은 자가소비를 위한 가구의 재화 및 서비스 생산활동"}},
	{"U", []string{"99 국제 및 외국기관"}},
}

// sectionOf maps a division to its section, divisionNames a squashed label to
// its code.
var sectionOf, divisionNames = func() (map[string]string, map[string]string) {
	sections, labels := map[string]string{}, map[string]string{}
	for _, s := range divisions {
		for _, d := range s.list {
			code, label, _ := strings.Cut(d, " ")
			sections[code] = s.section
			labels[squash(label)] = s.section + code
			short, _, _ := strings.Cut(label, ";")
			labels[squash(short)] = s.section + code
		}
	}
	return sections, labels
}()

var ksicCode = regexp.MustCompile(`^([A-Za-z])?[\s.-]*(\d{1,5})(?:\.0)?(?:$|[^\d,].*$)`)

// parseIndustry reads a KSIC code as 29, C29, 29112, "C29 기타 기계 및 장비 제조업"
// or by the label of its division; the letter is added where it is missing. A
// bare 1 is 01, as Excel drops the zero.
func parseIndustry(s string) (string, error) {
	text := narrow(s)
	if c, ok := divisionNames[squash(text)]; ok {
		return c, nil
	}
	m := ksicCode.FindStringSubmatch(text)
	if m == nil {
		return "", fmt.Errorf("%q is no KSIC code; write the letter and 2 to 5 digits, such as C29", s)
	}
	digits := m[2]
	if n, _ := strconv.Atoi(digits); len(digits) == 1 && n > 0 {
		digits = "0" + digits
	}
	section := sectionOf[head(digits, 2)]
	switch letter := strings.ToUpper(m[1]); {
	case section == "":
		return "", fmt.Errorf("%q names no division of KSIC; write the letter and 2 to 5 digits, such as C29", s)
	case letter != "" && letter != section:
		return "", fmt.Errorf("%q: division %s belongs to section %s; write %s%s", s, head(digits, 2), section, section, digits)
	}
	return section + digits, nil
}
