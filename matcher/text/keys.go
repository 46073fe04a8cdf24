package text

import (
	"strings"
	"unicode/utf8"
)

// Keys are the words of a text as a search index holds them. Every key is made
// of ASCII letters and digits, so that an engine of any kind takes it as one
// word: its first letter names the script, the rest spells the word, Korean in
// the letters of the keyboard (두벌식: 한 becomes gks), so that a half-typed
// word is the beginning of the whole one and a slip of the finger is one letter.
// No key stands twice in a list.
type Keys struct {
	Words    []string // every word as written, and its stem
	Parts    []string // shorter words inside longer ones, and neighbours joined
	Initials []string // the first consonants of Korean words, from each syllable on
}

// Bounds of what is indexed of one word.
const (
	longestWord = 40 // characters
	longestPart = 12 // syllables of a word that is cut into parts
	mostJoined  = 8  // words of a line that are also joined as a whole
)

// KeysOf gives the keys of a short text, such as a name or a label; each of its
// lines is a text of its own.
func KeysOf(s string) Keys {
	b := newKeyBuilder()
	for line := range strings.SplitSeq(s, "\n") {
		b.line(line)
	}
	return b.keys
}

// BodyKeys gives the keys of a long text, in order and with repetitions, for
// ranking by how often and how rarely words occur: stems, with bigrams of
// Korean compounds, as [Terms]. Written lists, each once, the words that were
// written otherwise than their stems, and single letters.
func (a *Analyzer) BodyKeys(s string) (terms, written []string) {
	seen := map[string]bool{}
	write := func(word string) {
		if !seen[word] {
			seen[word] = true
			written = append(written, a.key(word))
		}
	}
	a.each(s, func(t Token) { write(t.Text) }, func(t Token, stem string) {
		eachPair(t, stem, func(w Word) { terms = append(terms, a.key(w.Term)) })
		if t.Text != stem {
			write(t.Text)
		}
	})
	return terms, written
}

// key is Key with a memory.
func (a *Analyzer) key(word string) string {
	k, ok := a.keyed[word]
	if !ok {
		k = Key(word)
		if a.keyed == nil {
			a.keyed = map[string]string{}
		}
		a.keyed[word] = k
	}
	return k
}

type keyBuilder struct {
	keys Keys
	seen map[string]bool
}

func newKeyBuilder() *keyBuilder { return &keyBuilder{seen: map[string]bool{}} }

func (b *keyBuilder) put(list *[]string, space, key string) {
	if key != "" && !b.seen[space+key] {
		b.seen[space+key] = true
		*list = append(*list, key)
	}
}

func (b *keyBuilder) line(line string) {
	tokens := Tokens(line)
	for i, t := range tokens {
		word := clip(t.Text)
		b.put(&b.keys.Words, "w", Key(word))
		if stem := Stem(word); stem != word {
			b.put(&b.keys.Words, "w", Key(stem))
		}
		switch t.Script {
		case Hangul:
			b.inside(word)
			b.initials(word)
		case Han, Other:
			for _, pair := range Bigrams(word) {
				b.put(&b.keys.Parts, "p", Key(pair))
			}
		}
		if i > 0 && tokens[i-1].Script == t.Script {
			b.put(&b.keys.Parts, "p", Key(clip(tokens[i-1].Text+word)))
		}
	}
	if n := len(tokens); n > 1 && n <= mostJoined {
		b.joined(tokens)
	}
}

// joined lets a name of several words be found written in one.
func (b *keyBuilder) joined(tokens []Token) {
	var whole strings.Builder
	for _, t := range tokens {
		if t.Script != tokens[0].Script {
			return
		}
		whole.WriteString(t.Text)
	}
	word := clip(whole.String())
	b.put(&b.keys.Parts, "p", Key(word))
	if tokens[0].Script == Hangul {
		b.initials(word)
	}
}

// inside gives the parts of a Korean word of two syllables or more: its
// beginnings, ends and middles, shorter than the word itself.
func (b *keyBuilder) inside(word string) {
	rs := []rune(word)
	if len(rs) > longestPart {
		rs = rs[:longestPart]
	}
	for from := range rs {
		for to := from + 2; to <= len(rs); to++ {
			if to-from < len(rs) {
				b.put(&b.keys.Parts, "p", Key(string(rs[from:to])))
			}
		}
	}
}

// initials gives the first consonants from each syllable on that leaves two.
func (b *keyBuilder) initials(word string) {
	rs := []rune(Initials(word))
	for from := 0; from+2 <= len(rs); from++ {
		b.put(&b.keys.Initials, "i", Key(string(rs[from:])))
	}
}

func clip(word string) string {
	n := 0
	for i := range word {
		if n == longestWord {
			return word[:i]
		}
		n++
	}
	return word
}

// keyboard gives the key of a two-set (두벌식) Korean keyboard for each letter
// (KS X 5002); letters that need the shift key get digits.
var keyboard = map[rune]byte{
	'ㅂ': 'q', 'ㅈ': 'w', 'ㄷ': 'e', 'ㄱ': 'r', 'ㅅ': 't', 'ㅛ': 'y', 'ㅕ': 'u', 'ㅑ': 'i', 'ㅐ': 'o', 'ㅔ': 'p',
	'ㅁ': 'a', 'ㄴ': 's', 'ㅇ': 'd', 'ㄹ': 'f', 'ㅎ': 'g', 'ㅗ': 'h', 'ㅓ': 'j', 'ㅏ': 'k', 'ㅣ': 'l',
	'ㅋ': 'z', 'ㅌ': 'x', 'ㅊ': 'c', 'ㅍ': 'v', 'ㅠ': 'b', 'ㅜ': 'n', 'ㅡ': 'm',
	'ㅃ': '3', 'ㅉ': '5', 'ㄸ': '2', 'ㄲ': '1', 'ㅆ': '4', 'ㅒ': '6', 'ㅖ': '7',
}

// The scripts in keys.
const (
	keyHangul = 'h'
	keyLatin  = 'l' // and numbers
	keyOther  = 'o'
)

// Key spells one folded word of one script in ASCII letters and digits; "" for
// what is no word.
func Key(word string) string {
	first, _ := utf8.DecodeRuneInString(word)
	script, ok := scriptOf(first)
	if !ok {
		return ""
	}
	out := make([]byte, 1, 2*len(word)+1)
	switch script {
	case Hangul:
		out[0] = keyHangul
		for _, r := range word {
			out = appendLetters(out, r)
		}
	case Latin, Number:
		out[0] = keyLatin
		for _, r := range word {
			out = appendLatin(out, r)
		}
	default:
		out[0] = keyOther
		for _, r := range word {
			out = appendHex(out, r)
		}
	}
	if len(out) == 1 {
		return ""
	}
	return string(out)
}

// appendLetters spells a syllable or a letter by its keys.
func appendLetters(out []byte, r rune) []byte {
	if isSyllable(r) {
		i, m, f := split(r)
		out = append(out, keyboard[initialLetters[i]])
		out = appendLetters(out, medialLetters[m])
		if f > 0 {
			out = appendLetters(out, finalLetters[f])
		}
		return out
	}
	if two, is := compound[r]; is {
		for _, letter := range two {
			out = append(out, keyboard[letter])
		}
		return out
	}
	if key, is := keyboard[r]; is {
		return append(out, key)
	}
	if letter := compatible(r); letter != 0 {
		return appendLetters(out, letter)
	}
	return out // letters of old Korean are on no keyboard
}

// compatible gives the keyboard's letter for a conjoining one (Unicode, chapter
// 18.6), as a half-typed syllable in NFD leaves it; 0 for those of old Korean.
func compatible(r rune) rune {
	switch {
	case r >= 0x1100 && int(r-0x1100) < len(initialLetters):
		return initialLetters[r-0x1100]
	case r >= 0x1161 && int(r-0x1161) < len(medialLetters):
		return medialLetters[r-0x1161]
	case r >= 0x11A8 && int(r-0x11A7) < len(finalLetters):
		return finalLetters[r-0x11A7]
	}
	return 0
}

// appendLatin spells the marks of C++, C#, M&A and 3.5 in letters.
func appendLatin(out []byte, r rune) []byte {
	switch {
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		return append(out, byte(r))
	case r == '+':
		return append(out, "zzp"...)
	case r == '#':
		return append(out, "zzs"...)
	case r == '&':
		return append(out, "zza"...)
	case r == '.' || r == ',':
		return append(out, "zzd"...)
	}
	return appendHex(out, r)
}

const hex = "0123456789abcdef"

// appendHex spells any other character by its number, always as long.
func appendHex(out []byte, r rune) []byte {
	for shift := 16; shift >= 0; shift -= 4 {
		out = append(out, hex[r>>shift&15])
	}
	return out
}
