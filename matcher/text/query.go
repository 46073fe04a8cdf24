package text

import "strings"

// QueryWord is one word of a query and the keys (see [Keys]) it is looked up by.
type QueryWord struct {
	Typed    string // the word as typed, folded
	Whole    string // key of the word as typed
	Exact    string // key of its stem: equals the key of a finished word
	Begin    string // the keys of a word still being typed begin with it; never longer than Exact or Whole
	Initials string // key of bare consonants that stand for syllables; "" otherwise
	Swapped  string // key of what was typed with the keyboard in the other language; "" when that makes no word
	Korean   bool
}

const mostQueryWords = 32 // words of a query that are looked at

// QueryWords reads a query. Particles and stopwords count only when nothing
// else is there; each word counts once.
func QueryWords(query string) []QueryWord {
	var all, strong []QueryWord
	seen := map[string]bool{}
	for _, t := range Tokens(query) {
		w := queryWord(t)
		if w.Whole == "" || seen[w.Whole] {
			continue
		}
		seen[w.Whole] = true
		all = append(all, w)
		if !weak(t) {
			strong = append(strong, w)
		}
	}
	if len(strong) > 0 {
		all = strong
	}
	return all[:min(len(all), mostQueryWords)]
}

func queryWord(t Token) QueryWord {
	word := clip(t.Text)
	w := QueryWord{Typed: word, Whole: Key(word), Korean: t.Script == Hangul}
	if w.Whole == "" {
		return w
	}
	stem := Stem(word)
	w.Exact, w.Begin = Key(stem), Key(sharedBeginning(word, stem))
	switch t.Script {
	case Hangul:
		if tail := strings.TrimRightFunc(word, isLetter); len(word)-len(tail) >= len("ㄱㄴ") {
			w.Initials = Key(Initials(word))
		}
		if latin := w.Whole[1:]; letters(latin) && !syllabic(word) {
			w.Swapped = string(keyLatin) + latin
		}
	case Latin:
		if letters(word) && len(word) > 2 && spells(word) {
			w.Swapped = string(keyHangul) + word
		}
	}
	return w
}

// sharedBeginning is the beginning that a word shares with its stem (company,
// compani: compan), the word itself when that leaves too little.
func sharedBeginning(word, stem string) string {
	n := 0
	for n < len(word) && n < len(stem) && word[n] == stem[n] {
		n++
	}
	if n == len(stem) || n >= 3 && word[0] < 0x80 {
		return word[:n]
	}
	return word
}

func letters(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return s != ""
}

// syllabic tells words made of whole syllables, as nobody gets who meant to
// type Latin letters.
func syllabic(word string) bool {
	for _, r := range word {
		if !isSyllable(r) {
			return false
		}
	}
	return true
}

const vowelKeys = "yuiophjklbnm"

// spells tells whether the keys of a Latin word, typed on a Korean keyboard,
// make syllables: each begins with a consonant before a vowel.
func spells(keys string) bool {
	vowel := func(i int) bool { return i < len(keys) && strings.IndexByte(vowelKeys, keys[i]) >= 0 }
	if vowel(0) || !vowel(1) {
		return false
	}
	consonants := 0
	for i := range len(keys) {
		if vowel(i) {
			consonants = 0
		} else if consonants++; consonants > 3 {
			return false
		}
	}
	return true
}

// weak tells stopwords, and particles that follow another script (the 를 of
// AI를).
func weak(t Token) bool {
	switch {
	case t.Script == Hangul && t.Joined && isParticle(t.Text):
		return true
	case t.Script == Latin && len(t.Text) < 2:
		return false // a letter may be the beginning of a word
	case stopwords[t.Text]:
		return true
	}
	return t.Script == Hangul && stopwords[Stem(t.Text)]
}
