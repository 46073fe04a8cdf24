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
	{"은", consonant, 2},
	{"는", vowel, 2},
	{"이", consonant, 2},
	{"가", vowel, 2},
	{"을", consonant, 2},
	{"를", vowel, 1},
	{"과", consonant, 2},
	{"와", vowel, 2},
	{"으로", closed, 1},
	{"로", openOrL, 2},
	{"의", anySound, 2},
	{"에", anySound, 1},
	{"도", anySound, 2},
	{"만", anySound, 2},
	{"들", anySound, 2},
	{"에서", anySound, 1},
	{"에게", anySound, 1},
	{"에는", anySound, 1},
	{"에도", anySound, 1},
	{"에의", anySound, 1},
	{"까지", anySound, 1},
	{"부터", anySound, 1},
	{"보다", anySound, 2},
	{"처럼", anySound, 1},
	{"마다", anySound, 2},
	{"이나", consonant, 2},
	{"이라", consonant, 2},
	{"이며", consonant, 2},
	{"이고", consonant, 2},
	{"으로서", closed, 1},
	{"로서", openOrL, 2},
	{"으로써", closed, 1},
	{"로써", openOrL, 2},
	{"으로의", closed, 1},
	{"로의", openOrL, 2},
	{"으로부터", closed, 1},
	{"로부터", openOrL, 1},
	{"에서의", anySound, 1},
	{"에서는", anySound, 1},
	{"에서도", anySound, 1},
	{"에게서", anySound, 1},
	{"까지의", anySound, 1},
	{"이라는", consonant, 2},
	{"라는", vowel, 2},
	{"뿐만", anySound, 2},
	{"입니다", anySound, 1},
	{"이다", consonant, 2},
	{"적", anySound, 2},
	{"적인", anySound, 2},
	{"적으로", anySound, 2},
	{"적이고", anySound, 2},
	{"적이며", anySound, 2},
	{"님", anySound, 2},
	{"하다", anySound, 2},
	{"하는", anySound, 2},
	{"하고", anySound, 2},
	{"하고자", anySound, 2},
	{"하며", anySound, 2},
	{"하여", anySound, 2},
	{"하면", anySound, 2},
	{"하지", anySound, 2},
	{"하게", anySound, 2},
	{"하기", anySound, 2},
	{"하려", anySound, 2},
	{"해서", anySound, 2},
	{"했다", anySound, 2},
	{"한다", anySound, 2},
	{"한", anySound, 2},
	{"할", anySound, 2},
	{"함", anySound, 2},
	{"해", anySound, 2},
	{"하기에", anySound, 2},
	{"하도록", anySound, 2},
	{"하려는", anySound, 2},
	{"하려고", anySound, 2},
	{"하면서", anySound, 2},
	{"합니다", anySound, 2},
	{"합니까", anySound, 2},
	{"해요", anySound, 2},
	{"했습니다", anySound, 2},
	{"하였습니다", anySound, 2},
	{"하였다", anySound, 2},
	{"하였고", anySound, 2},
	{"했으며", anySound, 2},
	{"했고", anySound, 2},
	{"했던", anySound, 2},
	{"하던", anySound, 2},
	{"하지만", anySound, 2},
	{"되다", anySound, 2},
	{"되는", anySound, 2},
	{"되고", anySound, 2},
	{"되며", anySound, 2},
	{"되어", anySound, 2},
	{"되면", anySound, 2},
	{"되지", anySound, 2},
	{"된다", anySound, 2},
	{"된", anySound, 2},
	{"될", anySound, 2},
	{"됨", anySound, 2},
	{"됩니다", anySound, 2},
	{"되었다", anySound, 2},
	{"되었습니다", anySound, 2},
	{"됐다", anySound, 2},
	{"시키는", anySound, 2},
	{"시켜", anySound, 2},
	{"시킨", anySound, 2},
	{"시킬", anySound, 2},
	{"시킵니다", anySound, 2},
	{"받는", anySound, 2},
	{"받은", anySound, 2},
	{"받아", anySound, 2},
	{"받고", anySound, 2},
})

func sortSuffixes(s []suffix) []suffix {
	sort.SliceStable(s, func(i, j int) bool {
		return utf8.RuneCountInString(s[i].text) > utf8.RuneCountInString(s[j].text)
	})
	return s
}

// whole words that only look as if they ended in a particle.
var whole = set("마이크로", "어린이", "스스로")

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
