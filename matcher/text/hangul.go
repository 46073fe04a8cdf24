package text

import "strings"

// A Hangul syllable is 0xAC00 + (initial*21 + medial)*28 + final (Unicode, chapter 3.12).
const (
	syllableFirst = 0xAC00
	syllableLast  = 0xD7A3
	medials       = 21
	finals        = 28
)

// Compatibility letters, as typed on a keyboard, by their index in a syllable.
var (
	initialLetters = []rune("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
	medialLetters  = []rune("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
	finalLetters   = []rune("\x00ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
)

// compound letters and the two keystrokes each is typed with.
var compound = map[rune]string{
	'ㄳ': "ㄱㅅ", 'ㄵ': "ㄴㅈ", 'ㄶ': "ㄴㅎ", 'ㄺ': "ㄹㄱ", 'ㄻ': "ㄹㅁ", 'ㄼ': "ㄹㅂ", 'ㄽ': "ㄹㅅ",
	'ㄾ': "ㄹㅌ", 'ㄿ': "ㄹㅍ", 'ㅀ': "ㄹㅎ", 'ㅄ': "ㅂㅅ",
	'ㅘ': "ㅗㅏ", 'ㅙ': "ㅗㅐ", 'ㅚ': "ㅗㅣ", 'ㅝ': "ㅜㅓ", 'ㅞ': "ㅜㅔ", 'ㅟ': "ㅜㅣ", 'ㅢ': "ㅡㅣ",
}

func isSyllable(r rune) bool { return r >= syllableFirst && r <= syllableLast }

// isLetter tells compatibility letters (ㄱ to ㅣ).
func isLetter(r rune) bool { return r >= 0x3131 && r <= 0x3163 }

// isHangul tells syllables and letters, also conjoining ones that compose to nothing.
func isHangul(r rune) bool {
	return isSyllable(r) || isLetter(r) || r >= 0x1100 && r <= 0x11FF
}

// split returns the indices of a syllable's initial, medial and final (0: none).
func split(r rune) (initial, medial, final int) {
	n := int(r - syllableFirst)
	return n / (medials * finals), n / finals % medials, n % finals
}

// Initials returns the first consonant of each syllable and keeps every other
// character: 반도체 장비 becomes ㅂㄷㅊ ㅈㅂ. The text is folded first.
func Initials(s string) string {
	return strings.Map(func(r rune) rune {
		if isSyllable(r) {
			i, _, _ := split(r)
			return initialLetters[i]
		}
		return r
	}, Fold(s))
}
