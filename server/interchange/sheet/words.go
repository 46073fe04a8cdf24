package sheet

import (
	"fmt"
	"strings"
)

// word is one entry of a vocabulary: the code that is stored, what a template
// shows in Korean and English, and what else people write for it.
type word struct {
	code, ko, en string
	also         string // separated by ";"
}

// vocabulary maps written words to codes. A closed one refuses what it does
// not know; an open one keeps it as written.
type vocabulary struct {
	name   string
	closed bool
	list   []word
	codes  map[string]string
}

func vocab(name string, closed bool, list ...word) *vocabulary {
	v := &vocabulary{name: name, closed: closed, list: list, codes: map[string]string{}}
	for _, w := range list {
		for _, s := range append([]string{w.code, w.ko, w.en}, strings.Split(w.also, ";")...) {
			if k := squash(s); k != "" {
				v.codes[k] = w.code
			}
		}
	}
	return v
}

func (v *vocabulary) parse(s string) (string, error) {
	if c, ok := v.codes[squash(s)]; ok {
		return c, nil
	}
	if v.closed {
		return "", fmt.Errorf("%q is no %s; write one of %s", s, v.name, strings.Join(v.labels("ko"), ", "))
	}
	return clean(s), nil
}

// label is the word for a code, the code itself when it has none.
func (v *vocabulary) label(code, lang string) string {
	for _, w := range v.list {
		if w.code == code {
			if lang == "en" {
				return w.en
			}
			return w.ko
		}
	}
	return code
}

func (v *vocabulary) labels(lang string) []string {
	out := make([]string, len(v.list))
	for i, w := range v.list {
		out[i] = v.label(w.code, lang)
	}
	return out
}

var stageWords = vocab("stage", true,
	word{"pre-seed", "프리시드", "Pre-seed", "예비창업;프리 시드"},
	word{"seed", "시드", "Seed", "씨드;엔젤;seed round;시드 투자;프리 A;프리시리즈 A;pre-A;pre-series A"},
	word{"series-a", "시리즈 A", "Series A", "A;A 라운드;A round;A단계;시리즈 에이"},
	word{"series-b", "시리즈 B", "Series B", "B;B 라운드;B round;B단계;시리즈 비;프리 B;pre-B"},
	word{"series-c", "시리즈 C", "Series C", "C;C 라운드;C round;C단계;시리즈 씨"},
	word{"growth", "성장", "Growth", "그로스;스케일업;scale-up;시리즈 D;Series D;시리즈 E;Series E;시리즈 D 이상;late;후기"},
	word{"pre-ipo", "프리 IPO", "Pre-IPO", "상장 전;상장 준비;프리아이피오"},
	word{"public", "상장", "Public", "IPO;상장사;상장기업;코스닥;코스피;KOSDAQ;KOSPI;listed;코넥스"},
	word{"other", "기타", "Other", "그 외"},
)

var needKindWords = vocab("kind of need", true,
	word{"directing", "디렉팅", "Directing", "전문가;전문가 매칭;전문가 지원;자문;컨설팅;디렉터;expert"},
	word{"investment", "투자", "Investment", "투자유치;투자 유치;자금;funding;investor"},
	word{"partner", "협력사", "Partner", "파트너;파트너십;협력;제휴;partnership"},
)

var investorKindWords = vocab("kind of investor", true,
	word{"vc", "벤처캐피탈(VC)", "VC", "벤처캐피탈;벤처캐피털;venture capital;창투사;창업투자회사;벤처투자회사;신기사"},
	word{"cvc", "기업형 벤처캐피탈(CVC)", "CVC", "기업형 벤처캐피탈;기업형 벤처캐피털;corporate venture capital;기업형VC"},
	word{"pe", "사모펀드(PE)", "PE", "사모펀드;PEF;private equity"},
	word{"angel", "엔젤", "Angel", "엔젤투자자;개인투자자;개인투자조합;angel investor"},
	word{"accelerator", "액셀러레이터(AC)", "Accelerator", "액셀러레이터;AC;엑셀러레이터;창업기획자"},
	word{"bank", "은행", "Bank", "금융기관"},
	word{"fund", "펀드", "Fund", "기금;모태펀드;fund of funds"},
	word{"other", "기타", "Other", "그 외;사업회사;corporate"},
)

var roleWords = vocab("role", true,
	word{"director", "디렉터", "Director", "책임 디렉터;총괄"},
	word{"supporter", "서포터", "Supporter", "지원 전문가;서포터즈"},
)

var fieldWords = vocab("field", false,
	word{"strategy", "전략", "Strategy", "경영전략;사업전략"},
	word{"technology", "기술", "Technology", "기술개발;R&D;tech"},
	word{"management", "경영", "Management", "경영관리"},
)

var instrumentWords = vocab("instrument", false,
	word{"equity", "지분", "Equity", "보통주;지분투자;common stock"},
	word{"RCPS", "상환전환우선주(RCPS)", "RCPS", "상환전환우선주;우선주"},
	word{"convertible", "전환증권", "Convertible", "convertible note"},
	word{"CB", "전환사채(CB)", "CB", "전환사채;convertible bond"},
	word{"BW", "신주인수권부사채(BW)", "BW", "신주인수권부사채"},
	word{"loan", "대출", "Loan", "융자;debt"},
	word{"JV", "합작(JV)", "JV", "합작;합작법인;joint venture"},
	word{"M&A", "인수합병(M&A)", "M&A", "인수합병;인수"},
	word{"distribution", "유통", "Distribution", "총판;판매 대리점"},
)

var preferenceWords = vocab("level of preference", true,
	word{"must", "필수", "Must", "반드시;꼭;1순위"},
	word{"want", "희망", "Want", "원함;관심;원합니다;2순위"},
	word{"later", "나중에", "Later", "보류;추후;다음에"},
	word{"no", "거절", "No", "제외;원하지 않음;희망하지 않음;거부"},
)

var languageLevels = vocab("level of a language", true,
	word{"native", "원어민", "native", "모국어;네이티브;mother tongue"},
	word{"C2", "C2", "C2", ""}, word{"C1", "C1", "C1", ""}, word{"B2", "B2", "B2", ""},
	word{"B1", "B1", "B1", ""}, word{"A2", "A2", "A2", ""}, word{"A1", "A1", "A1", ""},
)

var yesNo = vocab("answer", true, word{"yes", "예", "Yes", ""}, word{"no", "아니오", "No", ""})
