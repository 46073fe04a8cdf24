package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Particle is a pair of Korean particles of which the final sound of a word chooses one.
type Particle struct{ afterConsonant, afterVowel string }

// The particles that sentences made from data need.
var (
	Topic     = Particle{"은", "는"}
	Subject   = Particle{"이", "가"}
	Object    = Particle{"을", "를"}
	With      = Particle{"과", "와"}
	Direction = Particle{"으로", "로"} // 로 also after ㄹ
	Or        = Particle{"이나", "나"}
	Quote     = Particle{"이라는", "라는"}
)

// Attach writes a word with the particle its final sound asks for: 서울은, 회사는, 5G는,
// AI를, 서울로, LG와, 100으로. Closing marks after the word (quotes, brackets, "%") are looked
// through or read as said. A word whose sound is not known gets both: "Ж을(를)".
func Attach(word string, p Particle) string { return word + p.After(word) }

// After returns the particle alone.
func (p Particle) After(word string) string {
	sound, known := finalSound(word)
	switch {
	case !known:
		return p.afterConsonant + "(" + p.afterVowel + ")"
	case sound == open || sound == liquid && p == Direction:
		return p.afterVowel
	}
	return p.afterConsonant
}

type sound uint8

const (
	open   sound = iota // ends in a vowel
	liquid              // ends in ㄹ
	shut                // ends in another consonant
)

// finalSound tells how a word ends when read aloud in Korean.
func finalSound(word string) (sound, bool) {
	written := norm.NFC.String(strings.ToValidUTF8(strings.TrimSpace(word), ""))
	word = strings.TrimRight(Fold(written), " \t\n\"'”’)]}>」』》〉!?.,;:·-_/*")
	r, _ := utf8.DecodeLastRuneInString(word)
	switch {
	case word == "":
		return open, false
	case isSyllable(r):
		_, _, f := split(r)
		return soundOf(f), true
	case r >= '0' && r <= '9':
		return digitSound(word), true
	case r >= 'a' && r <= 'z':
		return latinSound(word, capitals(written)), true
	case r == '%' || r == '+' || r == '$' || r == '€' || r == '£': // 퍼센트, 플러스, 달러, 유로, 파운드
		return open, true
	case r == '#': // 샵
		return shut, true
	case r == '&', r == '℃': // 앤드, 도
		return open, true
	case r == '₩': // 원
		return shut, true
	case isLetter(r): // ㄱ (기역) ... ㅎ (히읗) end in a consonant, ㄹ (리을) in ㄹ, vowels are open
		if r == 'ㄹ' {
			return liquid, true
		}
		if r <= 'ㅎ' {
			return shut, true
		}
		return open, true
	}
	return open, false
}

// capitals tells whether the last run of ASCII letters is all capitals.
func capitals(word string) bool {
	seen := false
	for i := len(word) - 1; i >= 0; i-- {
		c := word[i]
		switch {
		case c >= 'A' && c <= 'Z':
			seen = true
		case c >= 'a' && c <= 'z':
			return false
		case seen:
			return true
		}
	}
	return seen
}

func soundOf(final int) sound {
	switch final {
	case 0:
		return open
	case 8:
		return liquid
	}
	return shut
}

// digitSound reads a number: 영 일 이 삼 사 오 육 칠 팔 구, and 십 백 천 만 억 조 after zeros.
func digitSound(word string) sound {
	last := word[len(word)-1]
	if last != '0' {
		return [10]sound{shut, liquid, open, shut, open, open, shut, liquid, liquid, open}[last-'0']
	}
	zeros, decimal, other := 0, false, false
	for i := len(word) - 1; i >= 0; i-- {
		c := word[i]
		switch {
		case c == '0' && !other:
			zeros++
		case c >= '0' && c <= '9':
			other = true
		case c == ',':
		case c == '.':
			decimal = true
			i = 0
		default:
			i = 0
		}
	}
	if decimal || !other { // 3.10 is read digit by digit: 영 ends in ㅇ
		return shut
	}
	if zeros >= 12 && zeros < 16 { // 조
		return open
	}
	return shut // 십 백 천 만 억 경
}
