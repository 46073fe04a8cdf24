package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestKey(t *testing.T) {
	for word, want := range map[string]string{
		"한": "hgks", "값": "hrkqt", "과": "hrhk", "ㅂㄷㅊ": "hqec", "ㄳ": "hrt", "까": "h1k",
		"robot": "lrobot", "c++": "lczzpzzp", "m&a": "lmzzaa", "3.5": "l3zzd5", "漢": "o06f22", "": "", "!": "", "ᄒ": "hg", "ᆫ": "hs", "ᅡ": "hk",
	} {
		if got := Key(word); got != want {
			t.Errorf("Key(%q) = %q, want %q", word, got, want)
		}
	}
}

// Every state that an input method goes through while a word is typed is a
// beginning of the word's key.
func TestHalfTyped(t *testing.T) {
	for _, state := range []string{"ㅎ", "하", "한", "한ㅂ", "한비", "한빛", "한빛ㅈ", "한빛저", "한빛정", "한빛정ㅁ", "한빛정미", "한빛정밀"} {
		if !strings.HasPrefix(Key("한빛정밀"), Key(state)) {
			t.Errorf("%s is no beginning of 한빛정밀", state)
		}
	}
	// The next consonant first hangs on the syllable before.
	for state, word := range map[string]string{"반돛": "반도체", "밝": "발굴", "값": "갑사", "한강": "한가을"} {
		if !strings.HasPrefix(Key(word), Key(state)) {
			t.Errorf("%s is no beginning of %s", state, word)
		}
	}
}

func TestKeysOf(t *testing.T) {
	k := KeysOf("차세대 반도체를")
	for _, w := range []string{"차세대", "반도체", "반도체를"} {
		if !slices.Contains(k.Words, Key(w)) {
			t.Errorf("%s is no word of %v", w, k.Words)
		}
	}
	for _, w := range []string{"세대", "도체", "차세대반도체를"} {
		if !slices.Contains(k.Parts, Key(w)) {
			t.Errorf("%s is no part of %v", w, k.Parts)
		}
	}
	for _, w := range []string{"ㅊㅅㄷ", "ㅂㄷㅊㄹ", "ㅊㅅㄷㅂㄷㅊㄹ"} {
		if !slices.Contains(k.Initials, Key(w)) {
			t.Errorf("%s is not among the initials %v", w, k.Initials)
		}
	}
}

// What a word is looked up by finds the word itself, whatever it is.
func TestQueryFindsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[가-힣]{1,8}|[a-zA-Z]{1,12}|[a-z]{1,3}[0-9]{1,3}`).Draw(t, "word")
		for _, q := range QueryWords(norm.NFD.String(word)) {
			if !strings.HasPrefix(q.Exact, q.Begin) && !strings.HasPrefix(q.Whole, q.Begin) {
				t.Fatalf("%q begins neither %q nor %q", q.Begin, q.Exact, q.Whole)
			}
			k := KeysOf(word)
			if !slices.Contains(k.Words, q.Exact) || !slices.Contains(k.Words, q.Whole) {
				t.Fatalf("%v holds not both %q and %q", k.Words, q.Exact, q.Whole)
			}
		}
	})
}

func TestSwapped(t *testing.T) {
	for typed, meant := range map[string]string{"qksehcp": "반도체", "ㄱㅐㅠㅐㅅ": "robot", "gksqlc": "한빛"} {
		q := QueryWords(typed)
		if len(q) != 1 || q[0].Swapped != Key(meant) {
			t.Errorf("%s: %+v, want %s", typed, q, Key(meant))
		}
	}
	for _, typed := range []string{"export", "반도체", "ai", "strengths"} {
		if q := QueryWords(typed); q[0].Swapped != "" && typed != "export" {
			t.Errorf("%s was taken for %s", typed, q[0].Swapped)
		}
	}
}

func marksOf(s, query string) string {
	var b strings.Builder
	at := 0
	for _, m := range Highlight(s, query) {
		b.WriteString(s[at:m.Start] + "[" + s[m.Start:m.End] + "]")
		at = m.End
	}
	return b.String() + s[at:]
}

func TestHighlight(t *testing.T) {
	for _, c := range []struct{ s, query, want string }{
		{"한빛정밀", "한빛", "[한빛]정밀"},
		{"한빛정밀", "정밀", "한빛[정밀]"},
		{"한빛정밀", "한빛ㅈ", "[한빛정]밀"},
		{"한빛정밀", "한비", "[한빛]정밀"},
		{"한빛 정밀 (주)", "한빛정밀", "[한빛 정밀] (주)"},
		{"차세대 반도체 장비", "ㅂㄷㅊ", "차세대 [반도체] 장비"},
		{"서울은 본사입니다", "서울에서", "[서울]은 본사입니다"},
		{"We back Robotics companies", "robot company", "We back [Robot]ics [companies]"},
		{"Müller Fonds", "muller", "[Müller] Fonds"},
		{"Tan Capital", "tancap", "[Tan Cap]ital"},
		{"C++ and M&A", "c++", "[C++] and M&A"},
		{norm.NFD.String("한빛정밀"), "한빛", "[" + norm.NFD.String("한빛") + "]" + norm.NFD.String("정밀")},
		{"반도체 장비", "반도쳬", "[반도체] 장비"},
		{"export strategy", "exprot", "[export] strategy"},
		{"반도체", "qksehcp", "[반도체]"},
		{"아무것도", "없음", "아무것도"},
	} {
		if got := marksOf(c.s, c.query); got != c.want {
			t.Errorf("%q in %q: %s, want %s", c.query, c.s, got, c.want)
		}
	}
}

func TestHighlightSynonyms(t *testing.T) {
	s := "Export strategy for overseas markets"
	got := Highlight(s, "수출", "해외진출", "export", "overseas expansion")
	if len(got) != 1 || s[got[0].Start:got[0].End] != "Export" {
		t.Errorf("marked %v", got)
	}
	if got := Highlight(s, "수출", "exprot"); len(got) > 0 {
		t.Errorf("a synonym with slips marks %v", got)
	}
}

func FuzzHighlight(f *testing.F) {
	for _, s := range []string{"한빛정밀", "ㅎㅂ", "c++", "\xff", "\u1112\u1161", "ａｂ", "ﷺ"} {
		f.Add(s, "한빛")
		f.Add("한빛정밀 Robotics", s)
	}
	f.Fuzz(func(t *testing.T, s, query string) {
		at := 0
		for _, m := range Highlight(s, query) {
			if m.Start < at || m.End <= m.Start || m.End > len(s) {
				t.Fatalf("span %v after %d in %d bytes", m, at, len(s))
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[m.Start:m.End]) {
				t.Fatalf("%v cuts a character of %q", m, s)
			}
			at = m.End
		}
	})
}

func TestIsQuestion(t *testing.T) {
	for query, want := range map[string]bool{
		"반도체 장비": false, "반도체": false, "누구": false, "임종석의 생일은 언제인가?": true, "베트남 유통망은 누가 여나요": true,
		"reducer?": false, "who makes reducers": false, "make a reducer for a robot arm in Korea": true, "감속기 만드는 곳?": true,
	} {
		if got := IsQuestion(query, QueryWords(query)); got != want {
			t.Errorf("%q: %v", query, got)
		}
	}
	if w := QueryWords("임종석의 생일은 언제인가?"); len(w) != 2 {
		t.Errorf("got %v", w)
	}
}
