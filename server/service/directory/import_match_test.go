package directory_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jumpup/server/domain"
	"jumpup/server/service/directory"
)

var companyHeads = []string{"기업 ID", "기업명", "사업자등록번호", "설립연도", "지역", "국가"}

// stored brings companies, people and an expert to match rows with.
func matchingOffice(t *testing.T) office {
	o := newOffice(t)
	o.mustBring(folder(map[string]string{
		"institutions.jsonl": `{"id":"x1","name":"한빛연구원"}` + "\n",
		"people.jsonl":       `{"id":"p1","email":"kim@example.org","name":"김하나","organisation":"c2"}` + "\n",
		"companies.jsonl": `{"id":"c1","name":"가나정밀","registration_no":"124-81-00998","founded":2012,"country":"KR"}` + "\n" +
			`{"id":"c2","name":"다라소재","founded":2015}` + "\n" +
			`{"id":"c3","name":"마바로봇"}` + "\n",
		"experts.jsonl": `{"id":"e1","name":"이도윤","institution":"x1"}` + "\n",
	}))
	return o
}

func TestRowsWithoutIDs(t *testing.T) {
	o := matchingOffice(t)
	report := o.mustBring(table(t, "기업.csv", companyHeads,
		[]string{"", "가나정밀기계", "1248100998", "", "경남", "KR"}, // by registration number, under a new name
		[]string{"", "(주)다라소재", "", "2015", "경기", ""},        // by name and founding year
		[]string{"", "마바로봇", "", "2019", "", ""},             // only by name: doubtful
		[]string{"", "사아바이오", "", "2020", "서울", "대한민국"},      // new
		[]string{"c1-extra", "가나정밀", "", "2012", "", ""},     // an id of its own: new
	))
	if d := cmp.Diff(domain.Imported{domain.KindCompany: {Created: 3, Changed: 2}}, report.Counts); d != "" {
		t.Errorf("counts (-want +got):\n%s", d)
	}
	if c := o.record(domain.KindCompany, "c1").(*domain.Company); c.Region != "경남" || *c.Founded != 2012 || c.Name.All() != "가나정밀기계" {
		t.Errorf("c1 became %+v", c)
	}
	if c := o.record(domain.KindCompany, "c2").(*domain.Company); c.Region != "경기" {
		t.Errorf("c2 became %+v", c)
	}
	if c := o.record(domain.KindCompany, "c3").(*domain.Company); c.Founded != nil {
		t.Errorf("the doubtful row changed c3: %+v", c)
	}
	if len(report.Doubts) != 1 || report.Doubts[0].Old != "c3" || report.Doubts[0].Why != "name" || !strings.HasPrefix(report.Doubts[0].Place, "기업.csv:4") {
		t.Errorf("doubts %+v", report.Doubts)
	}
	if !strings.Contains(report.Text(), `기업.csv:4: may be the company "c3", which agrees in its name`) {
		t.Errorf("the report does not name the doubt:\n%s", report.Text())
	}
}

func TestRowsWithoutIDsTwice(t *testing.T) {
	o := matchingOffice(t)
	src := func() directory.Source {
		return table(t, "기업.csv", companyHeads,
			[]string{"", "마바로봇", "", "2019", "", ""},
			[]string{"", "사아바이오", "", "2020", "서울", "KR"},
			[]string{"", "자차소프트", "", "", "", ""})
	}
	o.mustBring(src())
	again := o.mustBring(src())
	if d := cmp.Diff(domain.Imported{domain.KindCompany: {Unchanged: 3}}, again.Counts); d != "" {
		t.Errorf("the second import (-want +got):\n%s", d)
	}
	if len(again.Doubts) != 0 {
		t.Errorf("the second import doubts again: %+v", again.Doubts)
	}
}

func TestNamesForReferences(t *testing.T) {
	o := matchingOffice(t)
	o.mustBring(
		table(t, "needs.csv", []string{"수요 ID", "기업명", "수요 유형", "제목"}, []string{"n1", "가나정밀", "디렉팅", "수출 길 찾기"}),
		table(t, "experts.csv", []string{"전문가 ID", "이름", "소속기관명"}, []string{"e2", "박서연", "한빛연구원"}),
	)
	if n := o.record(domain.KindNeed, "n1").(*domain.Need); n.Company != "c1" {
		t.Errorf("the need is of %q", n.Company)
	}
	report, err := o.bring(table(t, "needs.csv", []string{"수요 ID", "기업명", "수요 유형", "제목"}, []string{"n2", "없는기업", "투자", "제목"}))
	if err == nil || !strings.Contains(report.Problems.Report(), `no company has the id "없는기업"`) {
		t.Errorf("an unknown name is reported as\n%s", report.Problems.Report())
	}
	o.mustBring(folder(map[string]string{"companies.jsonl": `{"id":"c9","name":"가나정밀"}` + "\n"}))
	report, err = o.bring(table(t, "needs.csv", []string{"수요 ID", "기업명", "수요 유형", "제목"}, []string{"n3", "가나정밀", "투자", "제목"}))
	if err == nil || !strings.Contains(report.Problems.Report(), `is the name of several records; write the id`) {
		t.Errorf("a name of two companies is reported as\n%s", report.Problems.Report())
	}
}

func TestListsOfStoredRecords(t *testing.T) {
	o := matchingOffice(t)
	heads := []string{"전문가 ID", "전문가명", "실적명", "실적 내용"}
	o.mustBring(table(t, "experts.works.csv", heads, []string{"", "이도윤", "해외 인증 지원", "CE 인증을 받게 했다"}))
	if e := o.record(domain.KindExpert, "e1").(*domain.Expert); len(e.Works) != 1 || e.Institution != "x1" {
		t.Errorf("e1 became %+v", e)
	}
	report, err := o.bring(table(t, "experts.works.csv", heads, []string{"", "없는이", "실적", ""}, []string{"e77", "", "실적", ""}))
	if err == nil || !strings.Contains(report.Problems.Report(), "no expert of this name exists") || !strings.Contains(report.Problems.Report(), `no expert has the id "e77"`) {
		t.Errorf("works of nobody are reported as\n%s", report.Problems.Report())
	}
	if n := o.count(domain.KindExpert); n != 1 {
		t.Errorf("%d experts", n)
	}
}

func TestTwoRowsForOneRecord(t *testing.T) {
	o := matchingOffice(t)
	report, err := o.bring(table(t, "기업.csv", companyHeads,
		[]string{"", "가나정밀", "124-81-00998", "", "경남", ""},
		[]string{"", "가나", "124-81-00998", "", "경북", ""}))
	if err == nil || !strings.Contains(report.Problems.Report(), "is the same company as 기업.csv:2") {
		t.Errorf("reported as\n%s", report.Problems.Report())
	}
}

func TestPartialRowsKeepTheRest(t *testing.T) {
	o := matchingOffice(t)
	o.mustBring(table(t, "기업.csv", []string{"기업 ID", "지역"}, []string{"c1", "경남"}))
	c := o.record(domain.KindCompany, "c1").(*domain.Company)
	if c.Region != "경남" || c.RegistrationNo != "124-81-00998" || c.Name.All() != "가나정밀" {
		t.Errorf("c1 became %+v", c)
	}
}

func TestDecide(t *testing.T) {
	o := matchingOffice(t)
	report := o.mustBring(table(t, "기업.csv", companyHeads,
		[]string{"", "마바로봇", "", "2019", "경북", ""}, []string{"", "다라소재", "", "2016", "전남", ""}))
	if len(report.Doubts) != 2 {
		t.Fatalf("doubts %+v", report.Doubts)
	}
	page, err := o.Doubts(t.Context(), importer, "", 1)
	if err != nil || len(page.Items) != 1 || page.Total != 2 {
		t.Fatalf("%+v, %v", page, err)
	}
	rest, err := o.Doubts(t.Context(), importer, page.Next, 1)
	if err != nil || len(rest.Items) != 1 || rest.Next != "" {
		t.Fatalf("%+v, %v", rest, err)
	}
	first, last := page.Items[0], rest.Items[0]
	if d := cmp.Diff([]string{"founded", "region"}, first.Differ); d != "" {
		t.Errorf("fields that differ (-want +got):\n%s", d)
	}
	o.mustBring(folder(map[string]string{"needs.jsonl": `{"id":"n1","company":"` + first.New + `","kind":"partner"}` + "\n"}))
	if err := o.Decide(t.Context(), importer, first.ID, true, nil); err != nil {
		t.Fatal(err)
	}
	if c := o.record(domain.KindCompany, "c3").(*domain.Company); c.Founded == nil || *c.Founded != 2019 || c.Region != "경북" {
		t.Errorf("c3 became %+v", c)
	}
	if n := o.record(domain.KindNeed, "n1").(*domain.Need); n.Company != "c3" {
		t.Errorf("the need of the folded company is of %q", n.Company)
	}
	if err := o.Decide(t.Context(), importer, last.ID, false, nil); err != nil {
		t.Fatal(err)
	}
	if page, err := o.Doubts(t.Context(), importer, "", 0); err != nil || len(page.Items) != 0 {
		t.Errorf("%d pairs are left, %v", len(page.Items), err)
	}
	if n := o.count(domain.KindCompany); n != 4 {
		t.Errorf("%d companies", n)
	}
	if err := o.Decide(t.Context(), importer, first.ID, true, nil); domain.CodeOf(err) != domain.CodeNotFound {
		t.Errorf("deciding twice gives %v", err)
	}
}

func TestMergeTakesChosenFields(t *testing.T) {
	o := matchingOffice(t)
	c1, c2 := domain.Ref{Kind: domain.KindCompany, ID: "c1"}, domain.Ref{Kind: domain.KindCompany, ID: "c2"}
	for _, bad := range []struct {
		fold domain.Ref
		take []string
	}{{c1, nil}, {domain.Ref{Kind: domain.KindExpert, ID: "e1"}, nil}, {c2, []string{"colour"}}} {
		if err := o.Merge(t.Context(), importer, c1, bad.fold, bad.take); domain.CodeOf(err) != domain.CodeInvalid {
			t.Errorf("folding %s with %v gives %v", bad.fold, bad.take, err)
		}
	}
	if err := o.Merge(t.Context(), importer, c1, c2, []string{"name"}); err != nil {
		t.Fatal(err)
	}
	if c := o.record(domain.KindCompany, "c1").(*domain.Company); c.Name.All() != "다라소재" || *c.Founded != 2012 {
		t.Errorf("c1 became %+v", c)
	}
	if p := o.record(domain.KindPerson, "p1").(*domain.Person); p.Organisation != "c1" {
		t.Errorf("the person is of %q", p.Organisation)
	}
	if err := o.Merge(t.Context(), importer, c1, c2, nil); domain.CodeOf(err) != domain.CodeNotFound {
		t.Errorf("folding a record that is gone gives %v", err)
	}
}
