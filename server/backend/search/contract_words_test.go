package search

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"jumpup/server/domain"
)

const (
	initialLetters = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
	finalLetters   = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
	medials        = 21
	finals         = 28
)

// doubled are the finals that a second consonant makes of a first.
var doubled = map[string]string{
	"ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}

// states gives what an input method shows after each key press while a name is
// typed: 반도체 is ㅂ, 바, 반, 반ㄷ, 반도, 반돛, 반도체, because a consonant hangs
// on the syllable before it, where it can, until its own vowel comes.
func states(name string) (out []string) {
	done := ""
	for _, r := range name {
		if r < 0xAC00 || r > 0xD7A3 {
			done += string(r)
			out = append(out, done)
			continue
		}
		n := int(r - 0xAC00)
		i, m, f := n/(medials*finals), n/finals%medials, n%finals
		initial := string([]rune(initialLetters)[i])
		out = append(out, hung(done, initial), done+string(rune(0xAC00+(i*medials+m)*finals)))
		if f > 0 {
			out = append(out, done+string(r))
		}
		done += string(r)
	}
	return out
}

// hung hangs a consonant on the last syllable, or puts it behind.
func hung(done, initial string) string {
	rs := []rune(done)
	if len(rs) == 0 || rs[len(rs)-1] < 0xAC00 || rs[len(rs)-1] > 0xD7A3 {
		return done + initial
	}
	last := rs[len(rs)-1]
	final := int(last-0xAC00) % finals
	hanging := initial
	if final > 0 {
		hanging = doubled[string([]rune(finalLetters)[final])+initial]
	}
	at := slices.Index([]rune(finalLetters), []rune(hanging + " ")[0])
	if hanging == "" || at < 1 {
		return done + initial
	}
	rs[len(rs)-1] = last - rune(final) + rune(at)
	return string(rs)
}

var tenNames = []string{
	"한빛정밀", "푸른바다", "서울AI센터", "값진생각", "까치네트웍스", "의료과학", "Hanbit Precision", "김하늘", "도약벤처투자", "뛰어난웹",
}

// contractKeystrokes: every state of typing a name finds it, composed or not.
func contractKeystrokes(t *testing.T, e *harness) {
	for i, name := range tenNames {
		e.Put(company(string(rune('a'+i)), name, "제조"))
	}
	for i, name := range tenNames {
		for _, state := range states(name) {
			if strings.HasSuffix(state, " ") {
				continue
			}
			for _, typed := range []string{state, norm.NFD.String(state)} {
				if got := ask(t, e, domain.SearchQuery{Text: typed, Limit: 50}); !slices.Contains(got, string(rune('a'+i))) {
					t.Errorf("%q on the way to %s finds %v", typed, name, got)
				}
			}
		}
		if got := ask(t, e, domain.SearchQuery{Text: name}); len(got) == 0 || got[0] != string(rune('a'+i)) {
			t.Errorf("%s comes not first: %v", name, got)
		}
	}
}

// contractTypos: one slip in a word of five letters, two in one of nine.
func contractTypos(t *testing.T, e *harness) {
	e.Put(
		company("c1", "한빛정밀", "반도체 장비"), company("c2", "푸른바다", "해외 진출"), company("c3", "Robotics Korea", "semiconductor"),
		company("c4", "프레시지온", "감속기"), company("c5", "Export House"),
	)
	for typed, id := range map[string]string{
		"한빗정밀": "c1", "한빛정멸": "c1", "반도쳬": "c1", "반도채": "c1", "푸른바댜": "c2", "푸룬바다": "c2",
		"robtics": "c3", "robotcis": "c3", "semicondutcor": "c3", "semiconducter": "c3", "감속거": "c4", "프래시지온": "c4", "exprot": "c5",
		"qksehcp": "c1", "ㄱㅐㅠㅐㅅㅑㅊㄴ": "c3",
	} {
		res, err := e.Search(t.Context(), domain.SearchQuery{Text: typed})
		if err != nil || len(res.Hits) == 0 || res.Hits[0].Ref.ID != id {
			t.Errorf("%q finds %v (%v), want %s first", typed, res.Hits, err, id)
		} else if res.Reading != domain.ReadTypo && typed != "semiconducter" { // its stem begins the right word
			t.Errorf("%q was read as %q", typed, res.Reading)
		}
	}
	if got := ask(t, e, domain.SearchQuery{Text: "바이오"}); len(got) > 0 {
		t.Errorf("바이오 finds %v", got)
	}
	if res, err := e.Search(t.Context(), domain.SearchQuery{Text: "한빛정밀"}); err != nil || res.Reading != domain.ReadAll || res.Total != 1 {
		t.Errorf("a word spelled right: %+v, %v", res, err)
	}
}

// contractSynonyms: words of one group find each other, in either language.
func contractSynonyms(t *testing.T, e *harness) {
	e.Put(company("c1", "가나", "수출"), company("c2", "다라", "해외진출"), company("c3", "마바", "export"), company("c4", "사아", "해외 진출"), company("c5", "자차", "내수"))
	set := func(s domain.Synonyms) {
		t.Helper()
		if err := e.SetSynonyms(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	set(domain.Synonyms{{"수출", "해외진출", "해외 진출", "export"}, {"초", "Ä\"'\\"}})
	all := []string{"c1", "c2", "c3", "c4"}
	finds(t, e, []want{{"수출", all}, {"해외진출", all}, {"해외 진출", all}, {"export", all}, {"exports", all}, {"수출을", all}, {"내수", []string{"c5"}}})
	set(nil)
	finds(t, e, []want{{"수출", []string{"c1"}}, {"export", []string{"c3"}}})
}

// contractQuestions: a sentence finds what has most of its rare words, and more
// words than an engine takes are no trouble.
func contractQuestions(t *testing.T, e *harness) {
	e.Put(
		&domain.Need{ID: "n1", Title: plain("베트남 유통망"), Detail: plain("우리는 감속기를 만드는 회사로 베트남에서 현지 유통망을 함께 찾아 줄 전문가가 필요합니다")},
		&domain.Need{ID: "n2", Title: plain("특허 분쟁"), Detail: plain("미국에서 특허 침해 소송을 당해 방어 전략을 세워 줄 변리사와 변호사를 찾는 회사입니다")},
		&domain.Need{ID: "n3", Title: plain("Factory automation"), Detail: plain("We need somebody who has introduced robots in a plant with fewer than fifty workers")},
	)
	for text, id := range map[string]string{
		"베트남에서 물건을 팔아 줄 유통망을 소개할 수 있는 전문가는 누구인가요":                                                           "n1",
		"미국 회사가 특허를 침해했다고 소송을 걸었을 때 누구를 찾아야 합니까":                                                            "n2",
		"who has introduced robots in a small plant with few workers and can help us do the same this year": "n3",
		"가가 나나 다다 라라 마마 바바 사사 아아 자자 차차 카카 타타 파파 하하 변리사":                                                     "n2",
	} {
		res, err := e.Search(t.Context(), domain.SearchQuery{Text: text})
		if err != nil || len(res.Hits) == 0 || res.Hits[0].Ref.ID != id || res.Reading != domain.ReadAny {
			t.Errorf("%q finds %+v, %v; want %s first", text, res, err, id)
		}
	}
}
