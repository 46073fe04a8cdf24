package search

import (
	"slices"
	"testing"

	"golang.org/x/text/unicode/norm"

	"jumpup/server/domain"
)

func meiliCompany(id, name string, tags ...string) *domain.Company {
	return &domain.Company{Revision: domain.Revision{Version: 1}, ID: domain.CompanyID(id), Name: domain.PlainText(name), Tags: tags}
}

func TestMeiliFinds(t *testing.T) {
	m := openMeili(t)
	rebuilt(t, m, 7, domain.Synonyms{{"수출", "export", "overseas sales"}},
		meiliCompany("c1", "한빛정밀", "반도체 장비", "감속기"),
		meiliCompany("c2", "서울AI센터", "인공지능"),
		meiliCompany("c3", "푸른 바다", "해양", "수출"),
		&domain.Need{ID: "n1", Company: "c1", Title: domain.PlainText("베트남 시장에 진출하고 싶습니다"), Detail: domain.PlainText("현지 유통망을 찾습니다. 서울은 본사입니다.")},
		&domain.Expert{ID: "e1", Name: domain.Text{Ko: "김하늘", En: "Haneul Kim"}, Headline: domain.PlainText("반도체 공정 전문가")},
		&domain.Investor{ID: "i1", Name: domain.PlainText("Tan Capital"), Thesis: domain.PlainText("We back robotics companies writing C++ and doing M&A"), Tags: []string{"robotics"}},
		&domain.Investor{ID: "i2", Name: domain.PlainText("Müller Fonds"), Portfolio: []domain.Deal{{Name: "Acme Reducers"}}},
		&domain.Institution{ID: "x1", Name: domain.PlainText("ＫＯＲＥＡ Institute"), Fields: []string{"technology"}},
	)
	for _, w := range []struct {
		query   string
		reading domain.Reading
		ids     []string
	}{
		{"한빛", domain.ReadAll, []string{"c1"}},
		{"한빛정", domain.ReadAll, []string{"c1"}},
		{"정밀", domain.ReadAll, []string{"c1"}},
		{"정미", domain.ReadAll, []string{"c1"}},
		{"한빛ㅈ", domain.ReadAll, []string{"c1"}},
		{"ㅎㅂㅈㅁ", domain.ReadAll, []string{"c1"}},
		{"ㅎㅂ 반도체", domain.ReadAll, []string{"c1"}},
		{"한빛정 반도체", domain.ReadAll, []string{"c1"}},
		{"ㅂㄷㅊ", domain.ReadAll, []string{"c1", "e1"}},
		{"ㅍㄹㅂㄷ", domain.ReadAll, []string{"c3"}},
		{"푸른바다", domain.ReadAll, []string{"c3"}},
		{"한빛 정밀", domain.ReadAll, []string{"c1"}},
		{"반도체장비", domain.ReadAll, []string{"c1"}},
		{"반도체를", domain.ReadAll, []string{"c1", "e1"}},
		{"서울에서", domain.ReadAll, []string{"c2", "n1"}},
		{norm.NFD.String("한빛정밀"), domain.ReadAll, []string{"c1"}},
		{"haneul", domain.ReadAll, []string{"e1"}},
		{"서울ai센터", domain.ReadAll, []string{"c2"}},
		{"AI를", domain.ReadAll, []string{"c2"}},
		{"없는말이다", domain.ReadAny, nil},
		{"tan", domain.ReadAll, []string{"i1"}},
		{"TAN CAP", domain.ReadAll, []string{"i1"}},
		{"robot", domain.ReadAll, []string{"i1"}},
		{"company", domain.ReadAll, []string{"i1"}},
		{"c++", domain.ReadAll, []string{"i1"}},
		{"m&a", domain.ReadAll, []string{"i1"}},
		{"muller", domain.ReadAll, []string{"i2"}},
		{"acme", domain.ReadAll, []string{"i2", "i2/0"}},
		{"korea", domain.ReadAll, []string{"x1"}},
		{"technolog", domain.ReadAll, []string{"x1"}},
		{"the robotics", domain.ReadAll, []string{"i1"}},
		{"gksqlc", domain.ReadTypo, []string{"c1"}},
		{"gksqlc 반도체", domain.ReadTypo, []string{"c1"}},
		{"capitol", domain.ReadTypo, []string{"i1"}},
		{"robtics", domain.ReadTypo, []string{"i1"}},
		{"한빝정밀", domain.ReadTypo, []string{"c1"}},
		{"export", domain.ReadAll, []string{"c3"}},
		{"overseas sales", domain.ReadAll, []string{"c3"}},
		{"반도체 우주", domain.ReadAny, []string{"c1", "e1"}},
		{"베트남시장", domain.ReadAll, []string{"n1"}},
		{"베트남 시장에서 좋은 유통망을 찾아 수출하고자 하는 기업", domain.ReadAny, []string{"c3", "n1"}},
		{"!!!", domain.ReadAll, nil},
	} {
		res := searched(t, m, domain.SearchQuery{Text: w.query})
		got := meiliIDs(res)
		slices.Sort(got)
		if !slices.Equal(got, w.ids) || res.Reading != w.reading || res.Total != len(w.ids) {
			t.Errorf("%q finds %v (%s, %d), want %v (%s)", w.query, got, res.Reading, res.Total, w.ids, w.reading)
		}
	}
	p, err := m.Position(t.Context())
	if err != nil || p != (domain.IndexPosition{Seq: 7, Ready: true}) {
		t.Errorf("position %+v, %v", p, err)
	}
}
