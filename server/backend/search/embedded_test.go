package search

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"jumpup/server/domain"
)

func TestEmbedded(t *testing.T) {
	contract(t, func(*testing.T) engine { return NewEmbedded() })
}

func TestReplace(t *testing.T) {
	e := NewEmbedded()
	e.Put(company("c1", "한빛"))
	broken := errors.New("broken")
	err := e.Replace(t.Context(), func(_ context.Context, put func(domain.Record)) error {
		put(company("c2", "푸른"))
		return broken
	})
	if !errors.Is(err, broken) || e.Len() != 1 {
		t.Fatalf("a failed fill: %v, %d records", err, e.Len())
	}
	if err := e.Replace(t.Context(), func(_ context.Context, put func(domain.Record)) error {
		put(company("c2", "푸른"))
		res, err := e.Search(t.Context(), domain.SearchQuery{Text: "한빛"})
		if err != nil || len(res.Hits) != 1 || res.Degraded {
			t.Errorf("while another filling is under way: %+v, %v", res, err)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	finds(t, e, []want{{"한빛", nil}, {"푸른", []string{"c2"}}})
}

// Many changes of few records: the dead are cleared away and nothing is lost.
func TestCompaction(t *testing.T) {
	e := NewEmbedded()
	for i := range 3000 {
		e.Put(company(fmt.Sprintf("c%d", i%50), fmt.Sprintf("회사%d 이름", i%50)))
	}
	if len(e.docs) > 1000 || e.Len() != 50 {
		t.Errorf("%d numbers for %d records", len(e.docs), e.Len())
	}
	if got := search(t, e, domain.SearchQuery{Text: "이름", Limit: 100}); len(got) != 50 {
		t.Errorf("%d found", len(got))
	}
	finds(t, e, []want{{"회사 33", []string{"c33"}}, {"회사33", []string{"c33"}}})
}

func TestConcurrent(t *testing.T) {
	e := NewEmbedded()
	var group sync.WaitGroup
	for w := range 4 {
		group.Go(func() {
			for i := range 200 {
				c := company(fmt.Sprintf("c%d-%d", w, i%20), "한빛 정밀")
				e.Put(c)
				if _, err := e.Search(t.Context(), domain.SearchQuery{Text: "한빛"}); err != nil {
					t.Error(err)
				}
				if i%3 == 0 {
					e.Delete(c.Ref())
				}
			}
		})
	}
	group.Wait()
}

func FuzzSearch(f *testing.F) {
	e := NewEmbedded()
	e.Put(company("c1", "한빛정밀", "반도체 장비", "C++", "M&A"))
	for _, s := range []string{"한빛", "ㅎㅂ", "c++", "", "\u1112\u1161\u11ab", "ａｂ"} {
		f.Add(s, "")
	}
	f.Fuzz(func(t *testing.T, s, cursor string) {
		if _, err := e.Search(t.Context(), domain.SearchQuery{Text: s, Cursor: cursor}); err != nil && domain.CodeOf(err) != domain.CodeInvalid {
			t.Fatal(err)
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	e := NewEmbedded()
	words := []string{"반도체", "장비", "감속기", "수출", "베트남", "인공지능", "로봇", "투자", "바이오", "플랫폼", "robotics", "export", "platform"}
	for i := range 20000 {
		var tags []string
		for j := range 5 {
			tags = append(tags, words[(i*7+j*3)%len(words)]+fmt.Sprint(i%97))
		}
		e.Put(&domain.Expert{
			ID: domain.ExpertID(fmt.Sprint("e", i)), Name: plain(fmt.Sprintf("전문가%d", i)), Headline: plain(words[i%len(words)] + " 전문가"),
			Tags: tags, Summary: plain(words[i%len(words)] + " 분야에서 " + words[(i+3)%len(words)] + " 사업을 이끌었습니다"),
		})
	}
	for _, q := range []string{"전문가123", "ㅂㄷㅊ", "반도체 수출", "robo"} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				if _, err := e.Search(context.Background(), domain.SearchQuery{Text: q}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestFirstFillingIsDegraded(t *testing.T) {
	e := NewEmbedded()
	degraded := func() bool {
		res, err := e.Search(t.Context(), domain.SearchQuery{})
		if err != nil {
			t.Fatal(err)
		}
		return res.Degraded
	}
	if err := e.Replace(t.Context(), func(_ context.Context, put func(domain.Record)) error {
		if !degraded() {
			t.Error("the first filling does not show")
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if degraded() {
		t.Error("still degraded afterwards")
	}
}
