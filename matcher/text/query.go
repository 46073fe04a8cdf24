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
	return t.Script == Hangul && (stopwords[Stem(t.Text)] || interrogative(t.Text))
}

// interrogatives begin the Korean words that ask; which word is asked for tells
// nothing of what is sought.
var interrogatives = []string{"무엇", "누구", "누가", "언제", "어디", "어느", "어떤", "어떻게", "얼마", "무슨", "몇"}

func interrogative(word string) bool {
	for _, w := range interrogatives {
		if strings.HasPrefix(word, w) && syllables(word)-syllables(w) <= 4 {
			return true
		}
	}
	return false
}

// manyWords is how many words make a query a question.
const manyWords = 5

// IsQuestion tells a question or a description from a few key words: it has many
// words, asks, or ends in a question mark.
func IsQuestion(query string, words []QueryWord) bool {
	query = strings.TrimSpace(query)
	if len(words) < 2 || !strings.ContainsAny(query, " \t\n\u3000") {
		return false // one word, or an address and the like
	}
	if len(words) >= manyWords {
		return true
	}
	if strings.HasSuffix(strings.TrimRight(Fold(query), " "), "?") {
		return true
	}
	for _, t := range Tokens(query) {
		if t.Script == Hangul && interrogative(t.Text) {
			return true
		}
	}
	return false
}

// BodyTerms gives the keys of a query's strong words as they are counted in
// long texts ([Analyzer.BodyKeys]), each once.
func BodyTerms(query string) []string {
	words := QueryWords(query)
	a := NewAnalyzer()
	seen := map[string]bool{}
	var out []string
	add := func(key string) {
		if key != "" && !seen[key] {
			seen[key] = true
			out = append(out, key)
		}
	}
	for _, w := range words {
		terms, _ := a.BodyKeys(w.Typed)
		for _, key := range terms {
			add(key)
		}
		add(w.Exact)
	}
	return out
}
