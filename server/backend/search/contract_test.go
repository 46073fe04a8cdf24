package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"jumpup/server/domain"
)

// harness feeds an engine in a test.
type harness struct {
	Engine
	t   *testing.T
	seq int64
}

// Put adds or replaces records.
func (h *harness) Put(rs ...domain.Record) {
	h.t.Helper()
	changes := make([]domain.IndexChange, len(rs))
	for i, r := range rs {
		changes[i] = domain.IndexChange{Ref: r.Ref(), Record: r}
	}
	h.apply(changes...)
}

// Delete forgets records.
func (h *harness) Delete(refs ...domain.Ref) {
	h.t.Helper()
	changes := make([]domain.IndexChange, len(refs))
	for i, ref := range refs {
		changes[i] = domain.IndexChange{Ref: ref}
	}
	h.apply(changes...)
}

func (h *harness) apply(changes ...domain.IndexChange) {
	h.t.Helper()
	h.seq++
	parked, err := h.Apply(h.t.Context(), changes, h.seq)
	if err != nil || len(parked) > 0 {
		h.t.Fatalf("applying: %v, parked %v", err, parked)
	}
}

// contract is the one suite that every engine passes; fresh makes an empty one.
func contract(t *testing.T, open func(t *testing.T) Engine) {
	fresh := func(t *testing.T) *harness {
		h := &harness{Engine: open(t), t: t}
		if err := h.Rebuild(t.Context(), 0, nil, func(context.Context, func(domain.Record) error) error { return nil }); err != nil {
			t.Fatal(err)
		}
		return h
	}
	t.Run("keystrokes", func(t *testing.T) { contractKeystrokes(t, fresh(t)) })
	t.Run("typos", func(t *testing.T) { contractTypos(t, fresh(t)) })
	t.Run("synonyms", func(t *testing.T) { contractSynonyms(t, fresh(t)) })
	t.Run("questions", func(t *testing.T) { contractQuestions(t, fresh(t)) })
	t.Run("facets", func(t *testing.T) { contractFacets(t, fresh(t)) })
	t.Run("portfolio", func(t *testing.T) { contractPortfolio(t, fresh(t)) })
	t.Run("versions", func(t *testing.T) { contractVersions(t, fresh(t)) })
	t.Run("rebuild", func(t *testing.T) { contractRebuild(t, fresh(t)) })
	t.Run("cancel", func(t *testing.T) { contractCancel(t, fresh(t)) })
	t.Run("candidates", func(t *testing.T) { contractCandidates(t, fresh(t)) })
	t.Run("sorted", func(t *testing.T) { contractSorted(t, fresh(t)) })
	t.Run("korean", func(t *testing.T) { contractKorean(t, fresh(t)) })
	t.Run("latin", func(t *testing.T) { contractLatin(t, fresh(t)) })
	t.Run("order", func(t *testing.T) { contractOrder(t, fresh(t)) })
	t.Run("filters", func(t *testing.T) { contractFilters(t, fresh(t)) })
	t.Run("paging", func(t *testing.T) { contractPaging(t, fresh(t)) })
	t.Run("changes", func(t *testing.T) { contractChanges(t, fresh(t)) })
	t.Run("permission", func(t *testing.T) { contractPermission(t, fresh(t)) })
	t.Run("private", func(t *testing.T) { contractPrivate(t, fresh(t)) })
	t.Run("hostile", func(t *testing.T) { contractHostile(t, fresh(t)) })
}

func ask(t *testing.T, e *harness, q domain.SearchQuery) []string {
	t.Helper()
	res, err := e.Search(t.Context(), q)
	if err != nil {
		t.Fatalf("search %q: %v", q.Text, err)
	}
	return ids(res.Hits)
}

func ids(hits []domain.Hit) []string {
	var out []string
	for _, h := range hits {
		out = append(out, h.Ref.ID)
	}
	return out
}

func plain(s string) domain.Text { return domain.PlainText(s) }

func company(id, name string, tags ...string) *domain.Company {
	return &domain.Company{ID: domain.CompanyID(id), Name: plain(name), Tags: tags}
}

type want struct {
	query string
	ids   []string // all of them, in any order
}

func finds(t *testing.T, e *harness, wants []want) {
	t.Helper()
	for _, w := range wants {
		got := ask(t, e, domain.SearchQuery{Text: w.query})
		slices.Sort(got)
		if !slices.Equal(got, w.ids) {
			t.Errorf("%q finds %v, want %v", w.query, got, w.ids)
		}
	}
}

func contractKorean(t *testing.T, e *harness) {
	e.Put(company("c1", "한빛정밀", "반도체 장비", "감속기"))
	e.Put(company("c2", "서울AI센터", "인공지능"))
	e.Put(company("c3", "푸른 바다", "해양"))
	e.Put(&domain.Need{ID: "n1", Company: "c1", Title: plain("베트남 시장에 진출하고 싶습니다"), Detail: plain("현지 유통망을 찾습니다. 서울은 본사입니다.")})
	e.Put(&domain.Expert{ID: "e1", Name: domain.Text{Ko: "김하늘", En: "Haneul Kim"}, Headline: plain("반도체 공정 전문가")})
	finds(t, e, []want{
		{"한빛", []string{"c1"}},
		{"한빛정", []string{"c1"}},
		{"정밀", []string{"c1"}},
		{"정미", []string{"c1"}},         // half-typed 정밀
		{"한빛ㅈ", []string{"c1"}},        // a first consonant typed
		{"ㅎㅂㅈㅁ", []string{"c1"}},       // initials
		{"ㅂㄷㅊ", []string{"c1", "e1"}},  // initials of a tag and of a headline
		{"ㅍㄹㅂㄷ", []string{"c3"}},       // initials over a blank
		{"푸른바다", []string{"c3"}},       // joined
		{"한빛 정밀", []string{"c1"}},      // spaced
		{"반도체장비", []string{"c1"}},      // a compound of two words
		{"반도체를", []string{"c1", "e1"}}, // a particle
		{"서울에서", []string{"c2", "n1"}}, // a particle on both sides
		{"베트남", []string{"n1"}},
		{"유통망", []string{"n1"}},
		{norm.NFD.String("한빛정밀"), []string{"c1"}},
		{norm.NFD.String("김하늘"), []string{"e1"}},
		{"haneul", []string{"e1"}},
		{"서울ai센터", []string{"c2"}},
		{"AI를", []string{"c2"}},
		{"없는말이다", nil},
	})
}

func contractLatin(t *testing.T, e *harness) {
	e.Put(&domain.Investor{ID: "i1", Name: plain("Tan Capital"), Thesis: plain("We back robotics companies writing C++ and doing M&A"), Tags: []string{"robotics"}})
	e.Put(&domain.Investor{ID: "i2", Name: plain("Müller Fonds"), Portfolio: []domain.Deal{{Name: "Acme Reducers"}}})
	e.Put(&domain.Institution{ID: "x1", Name: plain("ＫＯＲＥＡ Institute"), Fields: []string{"technology"}})
	finds(t, e, []want{
		{"tan", []string{"i1"}},
		{"TAN CAP", []string{"i1"}},
		{"robot", []string{"i1"}},
		{"company", []string{"i1"}},
		{"c++", []string{"i1"}},
		{"m&a", []string{"i1"}},
		{"muller", []string{"i2"}},
		{"MÜLLER", []string{"i2"}},
		{"acme", []string{"i2", "i2/0"}},
		{"korea", []string{"x1"}},
		{"technolog", []string{"x1"}},
		{"zzz", nil},
		{"the robotics", []string{"i1"}},
	})
}

// contractOrder: a name before a label before a body; whole words before beginnings.
func contractOrder(t *testing.T, e *harness) {
	e.Put(&domain.Company{ID: "body", Name: plain("가나"), Summary: plain("로봇을 만듭니다")})
	e.Put(company("label", "다라", "로봇"))
	e.Put(company("name", "로봇"))
	e.Put(company("longer", "로봇앤드론"))
	if got, want := ask(t, e, domain.SearchQuery{Text: "로봇"}), []string{"name", "label", "longer", "body"}; got[0] != "name" || got[len(got)-1] != "body" || len(got) != 4 {
		t.Errorf("got %v, want an order like %v", got, want)
	}
	res, err := e.Search(t.Context(), domain.SearchQuery{Text: "로봇"})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(res.Hits, func(a, b domain.Hit) int { return int((b.Score - a.Score) * 1e9) }) {
		t.Errorf("scores are not in order: %v", res.Hits)
	}
	for _, h := range res.Hits {
		if h.Score <= 0 || h.Score > 1 {
			t.Errorf("score %v outside 0..1", h.Score)
		}
	}
	if res.Engine == "" || res.Degraded || res.Total != 4 {
		t.Errorf("got %+v", res)
	}
}

// contractFilters: a filter lets through exactly what domain.Filter.Match does.
func contractFilters(t *testing.T, e *harness) {
	rng := rand.New(rand.NewPCG(1, 2))
	recs := corpus(rng, 120)
	e.Put(recs...)
	for i := range 200 {
		f := randomFilter(rng, 3)
		kind := []domain.Kind{domain.KindCompany, domain.KindNeed, domain.KindExpert}[i%3]
		var want []string
		for _, r := range recs {
			if r.Ref().Kind == kind && f.Match(domain.Attributes(r)) {
				want = append(want, r.Ref().ID)
			}
		}
		got := ask(t, e, domain.SearchQuery{Kinds: []domain.Kind{kind}, Filter: map[domain.Kind]domain.Filter{kind: f}, Limit: 500})
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("filter %+v on %s: got %d ids, want %d", f, kind, len(got), len(want))
		}
	}
}

func corpus(rng *rand.Rand, n int) []domain.Record {
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	var out []domain.Record
	for i := range n {
		id := fmt.Sprintf("%03d", i)
		out = append(out,
			&domain.Company{
				ID: domain.CompanyID("c" + id), Name: plain("회사 " + id), Region: pick("서울", "부산", ""), Country: pick("KR", "US"),
				Stage: domain.Stage(pick("seed", "series-a", "")), Founded: domain.Int(2000 + rng.IntN(20)), Cohort: domain.CohortID(pick("k1", "k2")),
			},
			&domain.Need{
				ID: domain.NeedID("n" + id), Company: domain.CompanyID("c" + id), Kind: domain.NeedKind(pick("directing", "investment")),
				Title: plain("수요 " + id), State: domain.NeedState(pick("draft", "filed", "triaged")), Topics: []string{pick("export", "ai"), pick("hr", "ip")},
				Confidential: rng.IntN(3) == 0,
			},
			&domain.Expert{
				ID: domain.ExpertID("e" + id), Name: plain("전문가 " + id), Institution: domain.InstitutionID(pick("x1", "x2")),
				Topics: []domain.Topic{{Topic: pick("export", "ai")}}, Roles: []string{pick("director", "supporter")},
			})
	}
	return out
}

func randomFilter(rng *rand.Rand, depth int) domain.Filter {
	if depth == 0 || rng.IntN(3) == 0 {
		if rng.IntN(5) == 0 {
			low := float64(2000 + rng.IntN(20))
			return domain.Filter{Rng: &domain.Between{Attr: domain.AttrFounded, Min: &low}}
		}
		attrs := []domain.Attr{domain.AttrRegion, domain.AttrStage, domain.AttrTopic, domain.AttrNeedKind, domain.AttrState, domain.AttrConfidential, domain.AttrInstitution, domain.AttrCohort}
		values := []string{"서울", "seed", "export", "directing", "filed", "true", "x1", "k2", "no such value"}
		return domain.AnyOf(attrs[rng.IntN(len(attrs))], values[rng.IntN(len(values))], values[rng.IntN(len(values))])
	}
	a, b := randomFilter(rng, depth-1), randomFilter(rng, depth-1)
	switch rng.IntN(4) {
	case 0:
		return domain.NotThat(a)
	case 1:
		return domain.Either(a, b)
	case 2:
		return domain.Nothing()
	}
	return domain.All(a, b)
}

// contractPaging: pages of any size give every hit once, in the order of one
// large page, also while other records come and go.
func contractPaging(t *testing.T, e *harness) {
	var all []domain.Record
	for i := range 57 {
		all = append(all, company(fmt.Sprintf("c%02d", i), fmt.Sprintf("한빛 %d", i%7)))
	}
	e.Put(all...)
	for _, text := range []string{"", "한빛"} {
		whole := ask(t, e, domain.SearchQuery{Text: text, Limit: 500})
		for _, size := range []int{3, 7, 56, 57, 58} {
			var got []string
			q := domain.SearchQuery{Text: text, Limit: size}
			for turn := 0; ; turn++ {
				res, err := e.Search(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				if res.Total != 57 || len(res.Hits) > size {
					t.Fatalf("total %d, page of %d", res.Total, len(res.Hits))
				}
				got = append(got, ids(res.Hits)...)
				if q.Cursor = res.Next; q.Cursor == "" {
					break
				}
				other := company(fmt.Sprintf("z%d", turn), "다른 회사")
				e.Put(other)
				e.Delete(other.Ref())
			}
			if !reflect.DeepEqual(got, whole) {
				t.Errorf("%q by %d: %d hits, want %d in the same order", text, size, len(got), len(whole))
			}
		}
	}
	if _, err := e.Search(t.Context(), domain.SearchQuery{Cursor: "nonsense"}); domain.CodeOf(err) != domain.CodeInvalid {
		t.Errorf("a foreign cursor gives %v", err)
	}
}

func contractChanges(t *testing.T, e *harness) {
	for range 3 { // again and again: nothing piles up
		e.Put(company("c1", "옛이름"))
		e.Put(company("c2", "다른이름"))
		e.Put(company("c1", "새이름"))
		finds(t, e, []want{{"옛이름", nil}, {"새이름", []string{"c1"}}})
		e.Delete(domain.Ref{Kind: domain.KindCompany, ID: "c1"})
		e.Delete(domain.Ref{Kind: domain.KindCompany, ID: "c1"})
		e.Delete(domain.Ref{Kind: domain.KindCompany, ID: "never there"})
		finds(t, e, []want{{"새이름", nil}, {"다른이름", []string{"c2"}}, {"", []string{"c2"}}})
	}
	e.Put(&domain.Cohort{ID: "k1", Name: plain("기수")})
	e.Put(&domain.Preference{From: "c1", To: "e1", Note: "쪽지"})
	finds(t, e, []want{{"기수", nil}, {"쪽지", nil}})
}

// contractPermission: with the scope of an actor only what Can lets that actor
// read comes back.
func contractPermission(t *testing.T, e *harness) {
	hides := &domain.Company{ID: "c2", Name: plain("한빛 둘"), HiddenFrom: []string{"i1", "e1"}}
	recs := []domain.Record{
		company("c1", "한빛 하나"), hides,
		&domain.Need{ID: "n1", Company: "c1", Kind: domain.NeedInvestment, Title: plain("한빛 투자"), State: domain.NeedTriaged},
		&domain.Need{ID: "n2", Company: "c1", Kind: domain.NeedInvestment, Title: plain("한빛 비밀"), State: domain.NeedTriaged, Confidential: true},
		&domain.Need{ID: "n3", Company: "c2", Kind: domain.NeedInvestment, Title: plain("한빛 숨김"), State: domain.NeedTriaged},
		&domain.Need{ID: "n4", Company: "c1", Kind: domain.NeedDirecting, Title: plain("한빛 지도"), State: domain.NeedMatched},
		&domain.Need{ID: "n5", Company: "c1", Kind: domain.NeedDirecting, Title: plain("한빛 초안"), State: domain.NeedDraft},
		&domain.Expert{ID: "e1", Name: plain("한빛 전문가"), Institution: "x1"},
		&domain.Expert{ID: "e2", Name: plain("한빛 다른 전문가"), Institution: "x2"},
		&domain.Investor{ID: "i1", Name: plain("한빛 투자사")},
		&domain.Institution{ID: "x1", Name: plain("한빛 기관")},
		&domain.Person{ID: "p1", Name: plain("한빛 사람"), Organisation: "c1"},
	}
	owners := map[domain.CompanyID]*domain.Company{"c2": hides}
	e.Put(recs...)
	for _, a := range []domain.Actor{
		{Role: domain.RoleCompany, Subject: domain.Ref{Kind: domain.KindCompany, ID: "c1"}},
		{Role: domain.RoleExpert, Subject: domain.Ref{Kind: domain.KindExpert, ID: "e1"}},
		{Role: domain.RoleInvestor, Subject: domain.Ref{Kind: domain.KindInvestor, ID: "i1"}},
		{Role: domain.RoleManager, Subject: domain.Ref{Kind: domain.KindInstitution, ID: "x1"}},
		{Role: domain.RoleCoordinator},
		{},
	} {
		filter := map[domain.Kind]domain.Filter{}
		var want []string
		for _, k := range domain.Kinds {
			filter[k] = domain.Scope(a, k, []domain.CompanyID{"c2"})
		}
		for _, r := range recs {
			var owner *domain.Company
			if n, ok := r.(*domain.Need); ok {
				owner = owners[n.Company]
			}
			if domain.Can(a, domain.ActRead, domain.ObjectOf(r, owner)) {
				want = append(want, r.Ref().ID)
			}
		}
		got := ask(t, e, domain.SearchQuery{Text: "한빛", Filter: filter, Limit: 100})
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s finds %v, want %v", a.Role, got, want)
		}
	}
}

// contractPrivate: what nobody else may read finds nothing.
func contractPrivate(t *testing.T, e *harness) {
	e.Put(&domain.Company{
		ID: "c1", Name: plain("한빛"), RegistrationNo: "1248100998", HiddenFrom: []string{"secretid"},
		Certificates: []domain.Certificate{{Kind: "kind", Number: "certnumber"}}, Revenue: []domain.YearAmount{{Year: 2025, Amount: domain.Amount{Value: "777", Currency: "KRW"}}},
	})
	e.Put(&domain.Expert{ID: "e1", Name: plain("김"), Conflicts: []string{"rivalid"}, Works: []domain.Work{
		{Title: plain("일"), Client: "비밀고객", ClientPrivate: true}, {Title: plain("이"), Client: "공개고객"},
	}})
	e.Put(&domain.Investor{ID: "i1", Name: plain("탄"), Conflicts: []string{"rivalid"}})
	e.Put(&domain.Institution{ID: "x1", Name: plain("원"), Conflicts: []string{"rivalid"}})
	e.Put(&domain.Need{ID: "n1", Title: plain("수"), Remark: "내부의견"})
	e.Put(&domain.Person{ID: "p1", Name: plain("박"), Email: "park@example.org", Phone: "01012345678"})
	for _, secret := range []string{"1248100998", "secretid", "certnumber", "777", "rivalid", "비밀고객", "내부의견", "park@example.org", "park", "01012345678"} {
		if got := ask(t, e, domain.SearchQuery{Text: secret}); len(got) > 0 {
			t.Errorf("%q finds %v", secret, got)
		}
	}
	finds(t, e, []want{{"공개고객", []string{"e1"}}})
}

func contractHostile(t *testing.T, e *harness) {
	e.Put(company("c1", "한빛", "a' OR '1'='1"))
	for _, s := range []string{
		"'; DROP TABLE record; --", `" OR 1=1`, "a AND NOT b", "*", "?*~^", "((((", "\\", "%", "_", "\u0000", "\u200b\u202e",
		"ㅁㄴㅇㄹ", strings.Repeat("한", 5000), strings.Repeat("a b ", 3000), "🙂🙂", "\ufdfa\ufdfa", "ᄒ", "ᆫ",
	} {
		if _, err := e.Search(t.Context(), domain.SearchQuery{Text: s}); err != nil {
			t.Errorf("%q: %v", clip(s), err)
		}
		f := domain.AnyOf(domain.AttrTag, s)
		if got := ask(t, e, domain.SearchQuery{Filter: map[domain.Kind]domain.Filter{domain.KindCompany: f}}); len(got) > 0 {
			t.Errorf("filter %q lets through %v", clip(s), got)
		}
	}
	if _, err := e.Search(t.Context(), domain.SearchQuery{Text: "\xff\xfe"}); domain.CodeOf(err) != domain.CodeInvalid {
		t.Errorf("bytes that are no text give %v", err)
	}
	f := domain.AnyOf(domain.AttrTag, "a' OR '1'='1")
	if got := ask(t, e, domain.SearchQuery{Filter: map[domain.Kind]domain.Filter{domain.KindCompany: f}}); len(got) != 1 {
		t.Errorf("a hostile value that is there is not found: %v", got)
	}
}

func clip(s string) string { return s[:min(len(s), 40)] }
