package text

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// Terms returns the terms by which two texts are compared, in order, with repetitions:
// English stems, Latin and mixed names (c++, m&a, 5g), Korean stems without particles
// and, for Korean and Chinese words of three or more syllables, their bigrams, so that
// 반도체장비 and 반도체 장비 meet. Stopwords are left out.
func Terms(s string) []string { return NewAnalyzer().Terms(s) }

// Words is Terms without bigrams, each with the word as it was written.
func Words(s string) []Word { return NewAnalyzer().Words(s) }

// Word is a term and the (folded) word it comes from.
type Word struct{ Term, Written string }

// Analyzer is Terms and Words with a memory of stems, for many texts in a row. It is not
// safe for use by several goroutines.
type Analyzer struct {
	stems map[string]string
	keyed map[string]string
}

// NewAnalyzer returns an empty Analyzer.
func NewAnalyzer() *Analyzer { return &Analyzer{stems: map[string]string{}} }

// Terms is the function Terms.
func (a *Analyzer) Terms(s string) []string {
	var out []string
	a.EachTerm(s, func(w Word) { out = append(out, w.Term) })
	return out
}

// EachTerm calls f with every term of Terms; Written is empty for a bigram.
func (a *Analyzer) EachTerm(s string, f func(Word)) {
	a.each(s, nil, func(t Token, stem string) { eachPair(t, stem, f) })
}

// eachPair calls f with the term of a word and, of Korean and Chinese ones, with
// its bigrams.
func eachPair(t Token, stem string, f func(Word)) {
	f(Word{stem, t.Text})
	if t.Script != Hangul && t.Script != Han && t.Script != Other {
		return
	}
	if b := Bigrams(stem); len(b) > 1 {
		for _, pair := range b {
			f(Word{Term: pair})
		}
	}
}

// Words is the function Words.
func (a *Analyzer) Words(s string) []Word {
	var out []Word
	a.each(s, nil, func(t Token, stem string) { out = append(out, Word{stem, t.Text}) })
	return out
}

// each calls f with every word that is not a stopword, and its stem; single
// letters go to letter, unless it is nil.
func (a *Analyzer) each(s string, letter func(Token), f func(Token, string)) {
	for _, t := range Tokens(s) {
		switch {
		case t.Script == Hangul && t.Joined && isParticle(t.Text):
			continue
		case t.Script == Latin && len(t.Text) < 2:
			if letter != nil {
				letter(t)
			}
			continue
		case stopwords[t.Text]:
			continue
		}
		stem, ok := a.stems[t.Text]
		if !ok {
			stem = Stem(t.Text)
			a.stems[t.Text] = stem
		}
		if !stopwords[stem] {
			f(t, stem)
		}
	}
}

// Bigrams returns the overlapping pairs of characters of a word, the word itself if it
// is a single one.
func Bigrams(word string) []string {
	rs := []rune(word)
	if len(rs) < 2 {
		if word == "" {
			return nil
		}
		return []string{word}
	}
	out := make([]string, len(rs)-1)
	for i := range out {
		out[i] = string(rs[i : i+2])
	}
	return out
}

// Stem returns the stem of one folded word: Porter2 for ASCII letters, StripParticle
// for Korean, anything else unchanged.
func Stem(word string) string {
	if word == "" {
		return ""
	}
	for i := range len(word) {
		if c := word[i]; c < 'a' || c > 'z' {
			if c >= 0x80 {
				return StripParticle(word)
			}
			return word
		}
	}
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}

var stopwords = set(
	"a", "about", "above", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be",
	"because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "could", "did", "do", "does",
	"doing", "down", "during", "each", "few", "for", "from", "further", "had", "has", "have", "having", "he", "her",
	"here", "hers", "him", "his", "how", "however", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "may",
	"me", "might", "more", "most", "must", "my", "no", "nor", "not", "now", "of", "off", "on", "once", "only", "or",
	"other", "our", "ours", "out", "over", "own", "same", "she", "should", "so", "some", "such", "than", "that", "the",
	"their", "theirs", "them", "then", "there", "these", "they", "this", "those", "through", "thus", "to", "too",
	"under", "until", "up", "upon", "us", "very", "via", "was", "we", "were", "what", "when", "where", "which", "while",
	"who", "whom", "why", "will", "with", "within", "without", "would", "you", "your", "yours",
	"및", "등", "것", "수", "그", "이", "저", "더", "중", "후", "때", "또", "및", "등의", "등을", "등에", "있는", "있다", "있습니다", "있고",
	"있으며", "없는", "없다", "없습니다", "위한", "위해", "위하여", "대한", "대해", "대하여", "통해", "통한", "통하여", "따라", "따른", "관한",
	"그리고", "또는", "또한", "하지만", "그러나", "우리", "저희", "합니다", "하는", "하고", "하며", "입니다", "됩니다", "되는", "같은", "모든",
	"여러", "각", "각종", "매우", "가장", "바", "의한", "의해", "에서", "으로", "있도록", "싶습니다", "원합니다", "바랍니다", "찾고", "찾습니다",
)
