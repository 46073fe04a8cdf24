package text

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// agreement is the final sound a particle asks for before it.
type agreement uint8

const (
	anySound  agreement = iota
	consonant           // 은 이 을 과
	vowel               // 는 가 를 와
	openOrL             // 로: a vowel or ㄹ
	closed              // 으로: a consonant but ㄹ
)

type suffix struct {
	text  string
	sound agreement
	keep  int // syllables that must remain before it
}

// particles (조사) and endings (어미) in the order they are tried: longest first. Only those
// that are safe without a dictionary are listed; a final sound that does not agree
// (국가: 국+가) or too short a rest keeps the word whole.
var suffixes = sortSuffixes([]suffix{
	{"은", consonant, 2}, {"는", vowel, 2}, {"이", consonant, 2}, {"가", vowel, 2}, {"을", consonant, 2},
	{"를", vowel, 1}, {"과", consonant, 2}, {"와", vowel, 2}, {"으로", closed, 1}, {"로", openOrL, 2},
	{"의", anySound, 2}, {"에", anySound, 1}, {"도", anySound, 2}, {"만", anySound, 2}, {"들", anySound, 2},
	{"에서", anySound, 1}, {"에게", anySound, 1}, {"에는", anySound, 1}, {"에도", anySound, 1}, {"에의", anySound, 1},
	{"까지", anySound, 1}, {"부터", anySound, 1}, {"보다", anySound, 2}, {"처럼", anySound, 1}, {"마다", anySound, 2},
	{"이나", consonant, 2}, {"이라", consonant, 2}, {"이며", consonant, 2}, {"이고", consonant, 2},
	{"으로서", closed, 1}, {"로서", openOrL, 2}, {"으로써", closed, 1}, {"로써", openOrL, 2},
	{"으로의", closed, 1}, {"로의", openOrL, 2}, {"으로부터", closed, 1}, {"로부터", openOrL, 1},
	{"에서의", anySound, 1}, {"에서는", anySound, 1}, {"에서도", anySound, 1}, {"에게서", anySound, 1},
	{"까지의", anySound, 1}, {"이라는", consonant, 2}, {"라는", vowel, 2}, {"뿐만", anySound, 2},
	{"입니다", anySound, 1}, {"이다", consonant, 2}, {"인", anySound, 2}, {"적", anySound, 2}, {"적인", anySound, 2},
	{"적으로", anySound, 2}, {"적이고", anySound, 2}, {"적이며", anySound, 2}, {"님", anySound, 2},
	{"하다", anySound, 2}, {"하는", anySound, 2}, {"하고", anySound, 2}, {"하며", anySound, 2}, {"하여", anySound, 2},
	{"하면", anySound, 2}, {"하지", anySound, 2}, {"하게", anySound, 2}, {"하기", anySound, 2}, {"하려", anySound, 2},
	{"해서", anySound, 2}, {"했다", anySound, 2}, {"한다", anySound, 2}, {"한", anySound, 2}, {"할", anySound, 2},
	{"함", anySound, 2}, {"해", anySound, 2}, {"하기에", anySound, 2}, {"하도록", anySound, 2}, {"하려는", anySound, 2},
	{"하려고", anySound, 2}, {"하면서", anySound, 2}, {"합니다", anySound, 2}, {"합니까", anySound, 2}, {"해요", anySound, 2},
	{"했습니다", anySound, 2}, {"하였습니다", anySound, 2}, {"하였다", anySound, 2}, {"하였고", anySound, 2},
	{"했으며", anySound, 2}, {"했고", anySound, 2}, {"했던", anySound, 2}, {"하던", anySound, 2}, {"하지만", anySound, 2},
	{"되다", anySound, 2}, {"되는", anySound, 2}, {"되고", anySound, 2}, {"되며", anySound, 2}, {"되어", anySound, 2},
	{"되면", anySound, 2}, {"되지", anySound, 2}, {"된다", anySound, 2}, {"된", anySound, 2}, {"될", anySound, 2},
	{"됨", anySound, 2}, {"됩니다", anySound, 2}, {"되었다", anySound, 2}, {"되었습니다", anySound, 2}, {"됐다", anySound, 2},
	{"시키는", anySound, 2}, {"시켜", anySound, 2}, {"시킨", anySound, 2}, {"시킬", anySound, 2}, {"시킵니다", anySound, 2},
	{"받는", anySound, 2}, {"받은", anySound, 2}, {"받아", anySound, 2}, {"받고", anySound, 2},
})

func sortSuffixes(s []suffix) []suffix {
	sort.SliceStable(s, func(i, j int) bool {
		return utf8.RuneCountInString(s[i].text) > utf8.RuneCountInString(s[j].text)
	})
	return s
}

// whole words that only look as if they ended in a particle.
var whole = set("마이크로", "어린이", "나노로", "캐릭터", "데이터", "디자인", "온라인", "오프라인", "라인", "파이프라인",
	"블록체인", "가이드라인", "머신러닝", "딥러닝", "공급체인", "밸류체인", "체인", "도메인", "와인", "코인", "메인", "의료인",
	"외국인", "법인", "개인", "기업인", "경영인", "투자의", "회의", "협의", "논의", "동의", "목적", "실적", "면적", "누적",
	"제도", "속도", "온도", "습도", "정도", "밀도", "고도", "지도", "인도", "한도", "철도", "수도", "빈도", "강도", "각도", "농도",
	"완성도", "신뢰도", "반도", "메디컬", "고객만", "대만", "불만", "비만", "낭만", "프로그램", "플랫폼", "필름", "시스템",
	"하이브로", "프로", "제로", "유로", "도로", "진로", "회로", "통로", "경로", "대로", "바로", "서로", "새로", "스스로",
	"효과", "성과", "결과", "학과", "내과", "외과", "치과", "안과", "통과", "사과", "여과", "초과", "투과", "경과",
	"평가", "국가", "증가", "추가", "인가", "허가", "단가", "원가", "주가", "물가", "전문가", "투자가", "사업가", "창업가",
	"건축가", "음악가", "예술가", "차이", "길이", "높이", "깊이", "넓이", "종이", "아이", "놀이", "둘레", "에너지", "이미지",
	"패키지", "메시지", "스토리지", "유해", "이해", "저해", "피해", "침해", "분해", "용해", "공해", "손해", "항해", "지역할",
	"역할", "분할", "관할", "결함", "포함", "제한", "무한", "권한", "기한", "북한", "남한", "극한", "유한", "상한", "하한",
	"시장", "마을", "가을", "노을", "겨울", "서울", "개발도", "경기도", "강원도", "충청도", "전라도", "경상도", "제주도",
	"바이오", "스튜디오", "비디오", "오디오", "모바일", "제품", "리더", "바인더", "디자이너", "필러", "대표이", "아시아",
	"빅데이터", "메타데이터", "스마트시티", "핀란드", "네덜란드", "브랜드", "트렌드", "사이트", "라이다", "레이다", "이산화")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// StripParticle removes the particles and the common verbal endings of a Korean word, as
// long as a plausible stem of two syllables (with unmistakable particles: one) remains:
// 서울에서는 -> 서울, 수출하는 -> 수출. The word is folded first. StripParticle is idempotent.
func StripParticle(word string) string {
	word = Fold(word)
	for !whole[word] {
		next := stripOne(word)
		if next == word {
			break
		}
		word = next
	}
	return word
}

func stripOne(word string) string {
	for _, s := range suffixes {
		stem, ok := strings.CutSuffix(word, s.text)
		if !ok || stem == "" {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(stem)
		if isSyllable(last) && syllables(stem) >= s.keep && agrees(last, s.sound) {
			return stem
		}
	}
	return word
}

func syllables(s string) int {
	n := 0
	for _, r := range s {
		if isSyllable(r) {
			n++
		}
	}
	return n
}

func agrees(last rune, want agreement) bool {
	_, _, final := split(last)
	const l = 8 // ㄹ among the finals
	switch want {
	case consonant:
		return final != 0
	case vowel:
		return final == 0
	case openOrL:
		return final == 0 || final == l
	case closed:
		return final != 0 && final != l
	}
	return true
}

// isParticle tells a bare particle or ending, such as the 를 of "AI를" or the 했습니다 after a blank.
func isParticle(word string) bool {
	for _, s := range suffixes {
		if s.text == word {
			return true
		}
	}
	return false
}
