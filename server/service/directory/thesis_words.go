package directory

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// term is one entry of the lexicon and what its words stand for.
type term struct {
	instruments []string
	industries  []string
	markets     []string
	sector      bool // its words are a tag
	exact       bool // capital letters count: US is no us
}

// lexicon finds terms in a text: the longest at each place, Latin ones as whole
// words.
type lexicon struct {
	byStart map[rune][]word
}

type word struct {
	text  string
	entry *term
}

type termMatch struct {
	start, end int
	entry      *term
}

func newLexicon() *lexicon { return &lexicon{byStart: map[rune][]word{}} }

// add notes the words, parted by "|", of one entry.
func (l *lexicon) add(words string, t term) {
	for w := range strings.SplitSeq(words, "|") {
		key := w
		if !t.exact {
			key = lowerASCII(w)
		}
		first, _ := utf8.DecodeRuneInString(lowerASCII(w))
		l.byStart[first] = append(l.byStart[first], word{key, &t})
	}
}

func (l *lexicon) sorted() *lexicon {
	for _, list := range l.byStart {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].text) > len(list[j].text) })
	}
	return l
}

// lowerASCII keeps byte positions, which strings.ToLower does not.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

func (l *lexicon) find(text string) []termMatch {
	low := lowerASCII(text)
	var out []termMatch
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(low[i:])
		end := 0
		for _, w := range l.byStart[r] {
			if end = matchAt(text, low, i, w); end > 0 {
				out = append(out, termMatch{i, end, w.entry})
				break
			}
		}
		i = max(end, i+size)
	}
	return out
}

// matchAt gives the end of a word at a place, 0 when it does not stand there.
// A plural s belongs to the word.
func matchAt(text, low string, i int, w word) int {
	s := low
	if w.entry.exact {
		s = text
	}
	if !strings.HasPrefix(s[i:], w.text) {
		return 0
	}
	end := i + len(w.text)
	if w.text == "distribution" && strings.HasPrefix(low[end:], " of") {
		return 0
	}
	if w.text[0] < 0x80 && i > 0 && alnum(text[i-1]) {
		return 0
	}
	if w.text[len(w.text)-1] < 0x80 {
		if end < len(low) && low[end] == 's' && !w.entry.exact {
			end++
		}
		if end < len(text) && (alnum(text[end]) || text[end] == '$') {
			return 0
		}
	}
	return end
}

func alnum(c byte) bool { return asciiLetter(c) || c >= '0' && c <= '9' }

// place says whether a text is nothing but a country or an instrument.
func (l *lexicon) place(s string) bool {
	m := l.find(s)
	return len(m) == 1 && m[0].start == 0 && m[0].end == len(s) && !m[0].entry.sector
}

var thesisLexicon = makeThesisLexicon()

func makeThesisLexicon() *lexicon {
	l := newLexicon()
	for words, code := range map[string]string{
		"지분 투자|지분투자|보통주|equity|common stock|common shares": "equity",
		"RCPS|상환전환우선주": "RCPS",
		"convertible note|convertible|전환증권|조건부지분|조건부 지분":                    "convertible",
		"전환사채|convertible bond":                                             "CB",
		"신주인수권부사채|bond with warrant":                                        "BW",
		"대출|융자|loan|venture debt|private credit":                            "loan",
		"합작|합작법인|조인트벤처|조인트 벤처|joint venture":                                "JV",
		"인수합병|인수 합병|M&A|buyout|buy-out|경영권 인수":                              "M&A",
		"총판|판매 대행|유통 계약|유통 파트너|독점 판매|distribution|distributorship|reseller": "distribution",
	} {
		l.add(words, term{instruments: []string{code}})
	}
	l.add("SAFE", term{instruments: []string{"convertible"}, exact: true})
	l.add("CB", term{instruments: []string{"CB"}, exact: true})
	l.add("BW", term{instruments: []string{"BW"}, exact: true})
	l.add("JV", term{instruments: []string{"JV"}, exact: true})
	addSectors(l)
	addMarkets(l)
	return l.sorted()
}

// addSectors: words of sectors with their KSIC divisions (revision 11) where
// the word leaves no doubt about the division; words that cut across divisions
// are tags alone.
func addSectors(l *lexicon) {
	for words, code := range map[string]string{
		"반도체|semiconductor|fabless|팹리스|디스플레이|display|전자부품|electronic component": "C26",
		"의료기기|의료 기기|medical device|medtech|광학기기":                                "C27",
		"배터리|이차전지|2차전지|battery|batteries|전기장비|변압기|electrical equipment":         "C28",
		"로봇|robotics|robot|감속기|공작기계|기계 장비|산업기계|machinery|machine tool":          "C29",
		"자동차 부품|자동차부품|auto part|automotive|전장 부품":                               "C30",
		"조선업|조선소|조선해양|조선 산업|shipbuilding|항공우주|항공 우주|aerospace|우주항공|방산|철도차량":     "C31",
		"화학|화학소재|chemical|화장품|cosmetic|k-beauty|뷰티":                             "C20",
		"제약|신약|바이오의약품|pharma|pharmaceutical|biopharma|drug discovery":           "C21",
		"플라스틱|고무 제품|plastic":                                                    "C22",
		"철강|비철금속|steel":                                                         "C24",
		"금속가공|정밀가공|정밀 가공|뿌리산업|metalworking":                                     "C25",
		"식품|food processing|식품제조|packaged food":                                 "C10",
		"섬유|textile": "C13",
		"소프트웨어|SaaS|software|게임|game|gaming":              "J58",
		"영상 콘텐츠|드라마|영화|film production":                   "J59",
		"통신|telecom|telecommunication":                    "J61",
		"폐기물|재활용|recycling|waste management":              "E38",
		"태양광 발전|풍력 발전|발전사업|power generation":              "D35",
		"건설업|건설사|construction industry|construction tech": "F41",
		"이커머스|전자상거래|e-commerce|ecommerce|온라인 유통":          "G47",
	} {
		l.add(words, term{sector: true, industries: []string{code}})
	}
	for words := range strings.FieldsSeq(
		"인공지능 머신러닝 machine_learning artificial_intelligence generative_ai 생성형_ai 빅데이터 big_data 클라우드 cloud 사이버보안 사이버_보안 cybersecurity 정보보안 " +
			"핀테크 fintech 인슈어테크 insurtech 헬스케어 디지털헬스 디지털_헬스케어 healthcare digital_health healthtech 바이오 biotech biotechnology life_science 라이프사이언스 " +
			"클린테크 cleantech climate_tech climate 기후테크 기후_테크 기후기술 신재생에너지 신재생_에너지 renewable_energy renewables 재생에너지 에너지 energy 수소 hydrogen 태양광 solar 풍력 탄소중립 탄소_포집 carbon_capture " +
			"모빌리티 mobility 자율주행 autonomous_driving 전기차 electric_vehicle 스마트팩토리 스마트_팩토리 smart_factory smart_manufacturing industry_4.0 제조업 제조 manufacturing advanced_manufacturing 첨단제조 " +
			"소부장 소재 advanced_material advanced_materials 부품 딥테크 deep_tech deeptech 양자 quantum 우주 spacetech 드론 drone 사물인터넷 3d_printing 적층제조 나노 " +
			"애그테크 agtech agritech 스마트팜 smart_farm 푸드테크 foodtech 에듀테크 edtech 프롭테크 proptech 콘텐츠 엔터테인먼트 entertainment media 미디어 메타버스 블록체인 blockchain web3 crypto " +
			"리테일 retail 소비재 consumer_goods consumer 럭셔리 luxury 패션 fashion 물류 logistics 공급망 supply_chain 여행 관광 travel 해양 핵심광물 " +
			"enterprise_software b2b_saas 엔터프라이즈 hr_tech legaltech 리걸테크 industrial_automation 산업자동화 공장_자동화 automation sensor 센서 반도체_장비 반도체_소재 medical_ai 의료_ai " +
			"optics photonics 포토닉스 수처리 water_treatment  circular_economy 순환경제",
	) {
		l.add(strings.ReplaceAll(words, "_", " "), term{sector: true})
	}
	l.add("AI|IoT|ESG|AR|VR|XR|B2B|IT|ICT", term{sector: true, exact: true})
}

// addMarkets: countries by their names, and regions of which everybody knows
// the countries. "Asia", "Europe" and "global" name none.
func addMarkets(l *lexicon) {
	for words, codes := range map[string]string{
		"한국|국내|대한민국|korea|south korea|korean": "KR", "미국|united states|american": "US", "중국|china|chinese": "CN",
		"일본|japan|japanese": "JP", "대만|taiwan|taiwanese": "TW", "홍콩|hong kong": "HK", "싱가포르|싱가폴|singapore|singaporean": "SG",
		"베트남|vietnam|vietnamese": "VN", "인도네시아|indonesia|indonesian": "ID", "인도|india|indian": "IN", "태국|thailand|thai": "TH",
		"말레이시아|malaysia|malaysian": "MY", "필리핀|philippines|the philippines": "PH", "캄보디아|cambodia": "KH", "미얀마|myanmar": "MM",
		"호주|australia|australian": "AU", "뉴질랜드|new zealand": "NZ", "캐나다|canada|canadian": "CA", "멕시코|mexico|mexican": "MX",
		"브라질|brazil|brazilian": "BR", "칠레|chile": "CL", "콜롬비아|colombia": "CO", "영국|united kingdom|britain|british": "GB",
		"독일|germany|german": "DE", "프랑스|france|french": "FR", "이탈리아|italy|italian": "IT", "스페인|spain|spanish": "ES",
		"네덜란드|netherlands|the netherlands|dutch": "NL", "스위스|switzerland|swiss": "CH", "오스트리아|austria": "AT", "벨기에|belgium": "BE",
		"스웨덴|sweden|swedish": "SE", "노르웨이|norway": "NO", "덴마크|denmark|danish": "DK", "핀란드|finland|finnish": "FI",
		"폴란드|poland": "PL", "체코|czech republic|czechia": "CZ", "헝가리|hungary": "HU", "루마니아|romania": "RO",
		"튀르키예|터키|türkiye": "TR", "이스라엘|israel|israeli": "IL", "아랍에미리트|두바이|united arab emirates|dubai|abu dhabi": "AE",
		"사우디아라비아|사우디|saudi arabia|saudi": "SA", "카타르|qatar": "QA", "이집트|egypt": "EG", "남아프리카공화국|남아공|south africa": "ZA",
		"나이지리아|nigeria": "NG", "케냐|kenya": "KE", "카자흐스탄|kazakhstan": "KZ", "우즈베키스탄|uzbekistan": "UZ", "몽골|mongolia": "MN",
		"아일랜드|ireland|irish": "IE", "포르투갈|portugal": "PT", "그리스|greece": "GR", "러시아|russia": "RU", "우크라이나|ukraine": "UA",
		"북미|북미권|north america|north american": "US CA", "dach": "DE AT CH", "북유럽|nordics|nordic|scandinavia": "SE NO DK FI",
		"동남아|동남아시아|아세안|southeast asia|south-east asia|asean|southeast asian": "SG VN ID TH MY PH", "중동|middle east|gcc": "AE SA QA",
		"실리콘밸리|silicon valley": "US",
	} {
		l.add(words, term{markets: strings.Fields(codes)})
	}
	l.add("US|USA|U.S.|U.S.A.", term{markets: []string{"US"}, exact: true})
	l.add("UK|U.K.", term{markets: []string{"GB"}, exact: true})
	l.add("UAE", term{markets: []string{"AE"}, exact: true})
	l.add("MENA", term{markets: []string{"AE", "SA", "QA", "EG"}, exact: true})
}
