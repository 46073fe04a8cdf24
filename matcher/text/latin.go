package text

import "strings"

// latinSound tells how a Latin word ends when a Korean reads it. Abbreviations are read
// letter by letter (LG 엘지, SQL 에스큐엘; three capitals at most); other words are read as Hangul transcribes them
// (외래어 표기법: final l is ㄹ; m, n, ng are 받침; short final p, t, k are 받침 after a single
// vowel; other final consonants get 으 and so end open).
func latinSound(word string, capitals bool) sound {
	start := len(word)
	for start > 0 && word[start-1] >= 'a' && word[start-1] <= 'z' {
		start--
	}
	run := word[start:]
	if run == "" {
		return open
	}
	if spelled(run) || capitals && len(run) <= 3 || start > 0 && word[start-1] >= '0' && word[start-1] <= '9' && len(run) <= 2 {
		return letterSound(run[len(run)-1])
	}
	return wordSound(run)
}

// spelled tells an abbreviation: one or two letters, or no vowel inside.
func spelled(run string) bool {
	return len(run) <= 2 || !strings.ContainsAny(run, "aeiouy")
}

// letterSound is the end of a letter's Korean name: 엘, 엠, 엔, 알 close; the others are open.
func letterSound(c byte) sound {
	switch c {
	case 'l', 'r':
		return liquid
	case 'm', 'n':
		return shut
	}
	return open
}

const vowels = "aeiou"

func wordSound(run string) sound {
	n := len(run)
	last := run[n-1]
	before := run[n-2]
	switch {
	case strings.HasSuffix(run, "le"): // table 테이블, google 구글
		return liquid
	case strings.HasSuffix(run, "me"), strings.HasSuffix(run, "ne"): // chrome 크롬, phone 폰
		return shut
	case last == 'l':
		return liquid
	case last == 'm' || last == 'n':
		return shut
	case strings.HasSuffix(run, "ng"), strings.HasSuffix(run, "ck"), strings.HasSuffix(run, "ook"):
		return shut
	case strings.IndexByte("ptkb", last) >= 0 && strings.IndexByte(vowels, before) >= 0 && singleVowel(run[:n-1]):
		return shut
	}
	return open
}

// singleVowel tells whether the vowel a word (without its last consonant) ends in is short.
func singleVowel(run string) bool {
	n := len(run)
	return n < 2 || strings.IndexByte(vowels, run[n-2]) < 0
}
