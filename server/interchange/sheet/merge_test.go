package sheet

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jumpup/server/domain"
)

func storedCompany() *domain.Company {
	return &domain.Company{
		Revision: domain.Revision{Version: 7}, ID: "c1", Name: domain.Text{Ko: "누리테크", En: "Nuritech"}, RegistrationNo: "123-45-67891", Founded: domain.Int(2015), Country: "KR",
		Tags: []string{"로봇"}, Employees: domain.Int(45), Summary: domain.PlainText("로봇을 만듭니다."),
		Revenue:      []domain.YearAmount{{Year: 2022, Amount: domain.Amount{Value: "1", Currency: "KRW"}}, {Year: 2023, Amount: domain.Amount{Value: "2", Currency: "KRW"}}},
		Certificates: []domain.Certificate{{Kind: "중소기업확인서"}},
	}
}

// TestPartialUpdate: absent columns and empty cells leave stored fields alone,
// (삭제) empties them, years of revenue and languages are laid side by side.
func TestPartialUpdate(t *testing.T) {
	for name, c := range map[string]struct {
		csv  string
		want func(*domain.Company)
	}{
		"empty cells": {"기업명,설립연도,태그,임직원 수\n누리테크,,,\n", func(*domain.Company) {}},
		"cleared": {"기업명,설립연도,태그,임직원 수,기업 소개\n누리테크,(삭제),(clear),50,(삭제)\n", func(x *domain.Company) {
			x.Founded, x.Tags, x.Employees, x.Summary = nil, nil, domain.Int(50), domain.Text{}
		}},
		"years": {"기업명,2023년 매출(억원),2024년 매출(억원),2022년 매출(억원)\n누리테크,3,4,(삭제)\n", func(x *domain.Company) {
			x.Revenue = []domain.YearAmount{{Year: 2023, Amount: domain.Amount{Value: "300000000", Currency: "KRW"}}, {Year: 2024, Amount: domain.Amount{Value: "400000000", Currency: "KRW"}}}
		}},
		"one language":       {"기업명,사업자번호\n새누리테크,1234567891\n", func(x *domain.Company) { x.Name.Ko = "새누리테크" }},
		"the other language": {"기업명,기업 소개(영문)\n누리테크,Makes robots.\n", func(x *domain.Company) { x.Summary = domain.Text{Ko: "로봇을 만듭니다.", En: "Makes robots."} }},
		"Latin name":         {"기업명,설립연도\nNuritech,2016\n", func(x *domain.Company) { x.Founded = domain.Int(2016) }},
		"list of another sheet": {"기업명,인증 종류,만료일\n누리테크,벤처확인서,2027-01-31\n", func(x *domain.Company) {
			x.Certificates = []domain.Certificate{{Kind: "벤처확인서", Expires: "2027-01-31"}}
		}},
		"list cleared": {"기업명,인증 종류,만료일\n누리테크,(삭제),\n", func(x *domain.Company) { x.Certificates = nil }},
	} {
		got := read(t, Options{}, csvSource(t, "갱신.csv", c.csv))
		if len(got.Problems) > 0 || len(got.Records) != 1 {
			t.Errorf("%s: %s", name, summary(got))
			continue
		}
		stored, want := storedCompany(), storedCompany()
		c.want(want)
		merged := Merge(stored, got.Records[0].Record, got.Records[0].Fields)
		if d := cmp.Diff(domain.Record(want), merged); d != "" {
			t.Errorf("%s: merged record differs (-want +got):\n%s", name, d)
		}
		if d := cmp.Diff(storedCompany(), stored); d != "" {
			t.Errorf("%s: the stored record was changed:\n%s", name, d)
		}
	}
}

// TestMergeWhole takes a record without Fields as a whole but for its id.
func TestMergeWhole(t *testing.T) {
	row := &domain.Company{ID: "x", Name: domain.PlainText("다른 이름"), Revenue: []domain.YearAmount{{Year: 2020}}}
	want := &domain.Company{Revision: domain.Revision{Version: 7}, ID: "c1", Name: row.Name, Revenue: row.Revenue}
	if d := cmp.Diff(domain.Record(want), Merge(storedCompany(), row, nil), sameRecord); d != "" {
		t.Error(d)
	}
	n := &domain.Need{ID: "n", State: domain.NeedTriaged, Holder: domain.RoleCoordinator, Remark: "r", Amount: domain.Range{Min: "1", Currency: "KRW"}}
	got := Merge(n, &domain.Need{Title: domain.PlainText("t")}, nil).(*domain.Need)
	if got.State != domain.NeedTriaged || got.Holder != domain.RoleCoordinator || got.Remark != "r" || got.Title.Plain != "t" || !got.Amount.IsZero() {
		t.Errorf("%+v", got)
	}
}

func TestKeys(t *testing.T) {
	for a, b := range map[string]string{
		"㈜누리테크": "누리 테크 주식회사", "(주) 누리테크": "누리테크", "Nuritech Co., Ltd.": "NURITECH", "Ocean Ventures, LLC": "ocean  ventures", "Acme Inc.": "acme",
		"한국\u00a0연구원": "재단법인 한국연구원", "A&B Corp": "A & B",
	} {
		if FoldName(a) != FoldName(b) {
			t.Errorf("%q folds to %q, %q to %q", a, FoldName(a), b, FoldName(b))
		}
	}
	for a, b := range map[string]string{"누리테크": "누리텍", "Coda": "Da", "Incheon Port": "heon Port", "C++": "C#"} {
		if FoldName(a) == FoldName(b) {
			t.Errorf("%q and %q fold to the same %q", a, b, FoldName(a))
		}
	}
	if FoldName("주식회사") == "" || FoldName("Co") == "" {
		t.Error("a name that is a legal form folds to nothing")
	}
	k := KeysOf(storedCompany())
	if k.RegistrationNo != "1234567891" || k.Founded != 2015 || len(k.Names) != 2 {
		t.Errorf("%+v", k)
	}
}

func TestJoinMistakes(t *testing.T) {
	experts := "전문가 ID,성명\ne1,김예시\ne2,김예시\ne2,이시험\n"
	works := "전문가 ID,전문가명,실적명,내용\n,김예시,하나,\n,,,\ne1,,둘,\n,,셋,\ne9,,넷,\n,,다섯,\n"
	got := summary(read(t, Options{}, csvSource(t, "experts.csv", experts), csvSource(t, "experts.works.csv", works)))
	for _, want := range []string{
		`problem experts.csv:4: id: "e2" is the id of experts.csv:3 already`,
		`problem experts.works.csv:2: expert: "김예시" is the name of 2 records of this import; write the id instead`,
		`experts.csv:2 name.ko,works {"id":"e1","name":{"ko":"김예시"},"works":[{"title":{"ko":"둘"}},{"title":{"ko":"셋"}}]}`,
		`experts.works.csv:6 works {"id":"e9","works":[{"title":{"ko":"넷"}},{"title":{"ko":"다섯"}}]} existing`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	first := summary(read(t, Options{}, csvSource(t, "experts.works.csv", "전문가 ID,실적명\n,하나\n")))
	if !strings.Contains(first, "problem experts.works.csv:2: the row does not say to which expert it belongs") {
		t.Error(first)
	}
	both := summary(read(t, Options{}, csvSource(t, "experts.works.csv", "전문가 ID,실적명\ne1,하나\ne1,(삭제)\n")))
	if !strings.Contains(both, "one row empties the list and others fill it") {
		t.Error(both)
	}
}
