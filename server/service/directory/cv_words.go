package directory

import (
	"regexp"
	"slices"
	"strings"
)

// section is what a heading of a CV opens.
type section uint8

const (
	noSection   section = iota // before any heading
	workSection                // careers, projects, advice given, publications
	skipSection                // education, languages, contact
)

// headingWords are the words that headings are made of, by what they open;
// noSection words are fillers. A heading consists of nothing else.
var headingWords = map[string]section{}

func init() {
	for s, list := range map[section]string{
		workSection: "경력 이력 경험 프로젝트 실적 자문 컨설팅 활동 연구 과제 업무 직무 수행 용역 강의 강연 멘토링 논문 특허 저서 집필 성과 근무 재직 사업 투자 코칭 디렉팅 " +
			"experience employment career projects project work engagements engagement consulting advisory mentoring publications publication " +
			"research patents clients assignments roles teaching speaking achievements accomplishments cases case portfolio",
		skipSection: "학력 학위 교육 자격 자격증 면허 어학 외국어 언어 수상 상훈 포상 병역 취미 특기 인적 개인정보 연락처 주소 자기소개 소개 기술스택 보유기술 스킬 역량 보유 추천인 참고 희망 연봉 개요 프로필 " +
			"education qualifications certifications certificates certification licenses languages language awards honors honours skills interests hobbies " +
			"references contact profile about objective personal military training memberships affiliations competencies expertise",
		noSection: "주요 및 사항 내역 내용 현황 요약 최근 기타 상세 전체 년 목록 리스트 대표 정보 기술 참여 관련 분야 외부 사회 the and of my selected professional relevant key major recent history summary details other core additional list background & / · , 와 과",
	} {
		for w := range strings.FieldsSeq(list) {
			headingWords[w] = s
		}
	}
}

var (
	decorRule    = regexp.MustCompile(`^[\s■□●○◆◇▶▷★☆※◎#*=\-_–—•·\[【〔<《「(]+|[\s■□●○◆◇◀◁★☆※◎#*=\-_–—:：\]】〕>》」)]+$`)
	numberedRule = regexp.MustCompile(`^(?:\d{1,2}|[IVX]{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[가-하])\s*[.)]\s*`)
)

// headingOf reads a line as a heading: one that is made of nothing but words
// of headings. Work wins where both kinds are named ("학력 및 경력").
func headingOf(line string) (section, bool) {
	text := decorRule.ReplaceAllString(strings.TrimSpace(line), "")
	text = decorRule.ReplaceAllString(numberedRule.ReplaceAllString(text, ""), "")
	if text == "" || len([]rune(text)) > 40 {
		return noSection, false
	}
	found := noSection
	for word := range strings.FieldsSeq(strings.ToLower(strings.NewReplacer("&", " & ", "/", " / ", "·", " · ", ",", " , ").Replace(text))) {
		s, ok := headingWord(word)
		if !ok {
			return noSection, false
		}
		if s == workSection || found == noSection {
			found = s
		}
	}
	return found, found != noSection
}

// headingWord reads a word, or a Korean compound of such words (주요경력사항).
func headingWord(word string) (section, bool) {
	if s, ok := headingWords[word]; ok {
		return s, true
	}
	rs := []rune(word)
	if len(rs) < 2 || rs[0] < '가' || rs[0] > '힣' {
		return noSection, false
	}
	for cut := len(rs) - 1; cut > 0; cut-- {
		first, ok := headingWords[string(rs[:cut])]
		if !ok {
			continue
		}
		if rest, ok := headingWord(string(rs[cut:])); ok {
			if first == workSection || rest == noSection {
				return first, true
			}
			return rest, true
		}
	}
	return noSection, false
}

// schoolRule and otherRule tell lines about schooling, certificates and prizes,
// which are no works, where no heading says so.
var (
	schoolRule = regexp.MustCompile(`졸업|입학|수료|학사|석사|박사(?:$|[^후])|(?i:\bBachelor|\bMaster(?:'s)?\s+(?:of|in|degree)|\bB\.?(?:Sc?|A)\.?(?:\s|,|$)|\bM\.?Sc?\.?(?:\s|,|$)|\bPh\.?\s?D\b|\bMBA\b|\bUniversity,?\s+(?:degree|diploma)|\bgraduat)`)
	otherRule  = regexp.MustCompile(`자격증|취득|합격|수상|표창|생년월일|출생|병장|군필|(?i:\bcertified\b|\bcertificate\b|\baward(?:ed)?\b|\bborn\b|TOEIC|TOEFL|OPIc)`)
)

func noWork(line string) bool { return schoolRule.MatchString(line) || otherRule.MatchString(line) }

// organisation markers, surest first. The name is the first group; the word
// that has to stand in a line for its rule to be worth trying comes with it.
var clientRules = []struct {
	hint []string
	rule *regexp.Regexp
}{
	{[]string{":", "："}, regexp.MustCompile(`(?:고객사|고객|발주처|발주기관|의뢰기관|의뢰처|클라이언트|수요기업|주관기관|지원기업|대상기업|기업명|회사명|(?i:\bclient|\bcustomer))\s*[:：]\s*([^,;|/()\t]+)`)},
	{[]string{"㈜", "(주)", "（주）", "주식회사"}, regexp.MustCompile(`([가-힣A-Za-z0-9&]+(?:㈜|\(주\)|（주）|주식회사))`)},
	{[]string{"㈜", "(주)", "（주）", "주식회사"}, regexp.MustCompile(`((?:㈜|\(주\)|（주）|주식회사) ?[가-힣A-Za-z0-9&]+)`)},
	{
		[]string{"Inc", "Corp", "Ltd", "LLC", "GmbH", "AG", "Co", "PLC", "Pte", "Limited", "Holdings", "Group"},
		regexp.MustCompile(`((?:[A-Z][\w&.-]* ){0,3}[A-Z][\w&.-]*,? (?:Inc|Corp|Corporation|Ltd|LLC|GmbH|AG|Co|PLC|Pte|Limited|Holdings|Group)\b\.?(?:,? ?Ltd\b\.?)?)`),
	},
	{
		[]string{"공사", "공단", "진흥원", "연구원", "재단", "은행", "그룹", "전자", "중공업", "자동차", "화학", "제약", "건설", "증권"},
		regexp.MustCompile(`(?:^|[\s,|(/])([가-힣A-Za-z0-9&]+(?:공사|공단|진흥원|연구원|재단|은행|그룹|전자|중공업|자동차|화학|제약|건설|증권))(?:$|[\s,|)/·]|에서|의|에|와|과|을|를)`),
	},
	{[]string{"for ", "with "}, regexp.MustCompile(`\b(?:for|with) ((?:[A-Z][\w&.-]* ?){1,4})(?:$|[,;.(|])`)},
}

const clientMost = 60 // characters of a name

// clientOf guesses for whom a work was done; "" when the text names nobody
// plainly. What it gives stands in the text.
func clientOf(text string) string {
	for _, c := range clientRules {
		for line := range strings.SplitSeq(text, "\n") {
			if !slices.ContainsFunc(c.hint, func(h string) bool { return strings.Contains(line, h) }) {
				continue
			}
			if m := c.rule.FindStringSubmatch(line); m != nil {
				name := strings.TrimRight(strings.TrimSpace(m[1]), " ,;")
				if n := len([]rune(name)); n >= 2 && n <= clientMost {
					return name
				}
			}
		}
	}
	return ""
}

// bullets are the signs that begin an entry of a list.
var bulletRule = regexp.MustCompile(`^(?:[-–—*+•·∙●○◦■□▪▫◆◇▶▷►▸‣※✓✔➢➤→⇒ㆍ]|ㅇ|\(?\d{1,2}[.)]|[①-⑳]|[가-하][.)]|[a-z]\))\s+|^[•·∙●○◦■□▪▫◆◇▶▷►▸‣➢➤ㆍ]|^[-–]`)

// bulletOf gives a line's bullet, reduced to its kind: all numbers are one.
func bulletOf(line string) (kind, rest string) {
	b := bulletRule.FindString(line)
	if b == "" || strings.HasPrefix(line, "--") {
		return "", line
	}
	kind = strings.TrimSpace(b)
	switch r := []rune(kind); {
	case strings.ContainsAny(kind, "0123456789"):
		kind = "1."
	case slices.ContainsFunc(r, func(c rune) bool { return c >= '①' && c <= '⑳' }):
		kind = "①"
	case r[0] >= '가' && r[0] <= '하' && len(r) > 1:
		kind = "가."
	}
	return kind, strings.TrimSpace(line[len(b):])
}
