package directory

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"jumpup/server/domain"
)

// works writes cut works as "title | text | date | client" lines, "/" for line
// breaks in a text.
func works(list []CutWork) string {
	var b strings.Builder
	for _, w := range list {
		b.WriteString(strings.Join([]string{w.Title, strings.ReplaceAll(w.Text, "\n", " / "), string(w.Date), w.Client}, " | "))
		b.WriteByte('\n')
	}
	return strings.TrimSpace(b.String())
}

func TestCutCV(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"korean career with lists", `
이름: 김하늘
이메일: kim@example.org / 010-1234-5678

■ 학력
2005.03 ~ 2009.02 한국대학교 기계공학과 졸업

■ 주요 경력
2021.03 ~ 2023.05  ㈜한빛정밀 해외사업부 이사
- 베트남 하노이 법인 설립 총괄
- 현지 유통사 12곳 계약
2016.01 ~ 2021.02  대한상사 수출팀장
- 북미 수출 300만 달러 달성

■ 자격증
2010.05 경영지도사
`, `㈜한빛정밀 해외사업부 이사 | 베트남 하노이 법인 설립 총괄 / 현지 유통사 12곳 계약 | 2023-05-31 | ㈜한빛정밀
대한상사 수출팀장 | 북미 수출 300만 달러 달성 | 2021-02-28 |`},

		{
			"bullets each with a year", `[프로젝트 수행 실적]
• 스마트공장 고도화 컨설팅, (주)푸른기계 (2022)
• 원가 절감 과제 - 주식회사 동해테크 (2021.06~2021.12)
• 사내 품질 교육 자료 개발
• 수출 바우처 자문 (2019년)`,
			`스마트공장 고도화 컨설팅, (주)푸른기계 |  | 2022-12-31 | (주)푸른기계
원가 절감 과제 - 주식회사 동해테크 |  | 2021-12-31 | 주식회사 동해테크
사내 품질 교육 자료 개발 |  |  | 
수출 바우처 자문 |  | 2019-12-31 |`,
		},

		{
			"years in front", `경력사항
2019-2021 한국산업진흥원 기술자문위원
2018 부산테크 사외이사
2015~현재 하늘컨설팅 대표`,
			`한국산업진흥원 기술자문위원 |  | 2021-12-31 | 한국산업진흥원
부산테크 사외이사 |  | 2018-12-31 | 
하늘컨설팅 대표 |  | 2015-01-01 |`,
		},

		{
			"english resume", `JANE DOE
jane@example.org | Seoul

SUMMARY
Operator with 15 years in industrial exports.

PROFESSIONAL EXPERIENCE

Acme Robotics Inc.
VP International Sales
Jan 2019 – Present
• Opened distribution in 8 markets
• Grew exports from $2M to $14M

Beta Tools GmbH
Regional Manager, Asia
March 2014 - December 2018
• Built a network of 40 dealers

EDUCATION
BSc Mechanical Engineering, 2009 – 2013`,
			`Acme Robotics Inc. | VP International Sales / Opened distribution in 8 markets / Grew exports from $2M to $14M | 2019-01-01 | Acme Robotics Inc.
Beta Tools GmbH | Regional Manager, Asia / Built a network of 40 dealers | 2018-12-31 | Beta Tools GmbH`,
		},

		{
			"english one line entries", `Projects
- Lean transformation for Nordic Pumps (03/2020 - 11/2020)
- Go-to-market study for Tan Foods, 2018
- Cost model review`,
			`Lean transformation for Nordic Pumps |  | 2020-11-30 | Nordic Pumps
Go-to-market study for Tan Foods |  | 2018-12-31 | Tan Foods
Cost model review |  |  |`,
		},

		{
			"labels below a title", `주요 프로젝트

1. 반도체 장비 부품 국산화 지원
   고객사: 한울반도체
   기간: 2020.04 ~ 2021.03
   내용: 공정 설계와 시험 체계 구축

2. 물류 자동화 타당성 분석
   고객사: 서해물류(주)
   기간: 2019.01 ~ 2019.06`,
			`반도체 장비 부품 국산화 지원 | 고객사: 한울반도체 / 내용: 공정 설계와 시험 체계 구축 | 2021-03-31 | 한울반도체
물류 자동화 타당성 분석 | 고객사: 서해물류(주) | 2019-06-30 | 서해물류`,
		},

		{
			"table pasted from a sheet", "수행실적\n2021.05~2021.12\t한빛정밀㈜\t해외 인증 취득 지원\tPM\n2020.01~2020.06\t동아화학㈜\t원가 분석\tPL",
			"한빛정밀㈜\t해외 인증 취득 지원\tPM |  | 2021-12-31 | 한빛정밀㈜\n동아화학㈜\t원가 분석\tPL |  | 2020-06-30 | 동아화학㈜",
		},

		{
			"no headings, dated", `홍길동 / 1975년생
2020년 3월 ~ 2022년 8월: 전기차 부품 기업 품질 체계 구축 자문
2018년 1월부터 2019년 12월까지: 중소기업 재무 구조 개선
2003년 2월 한국대학교 졸업`,
			`전기차 부품 기업 품질 체계 구축 자문 |  | 2022-08-31 | 
중소기업 재무 구조 개선 |  | 2019-12-31 |`,
		},

		{
			"a bare list", `- 스마트팩토리 구축 3건
- 동남아 진출 전략 수립
- 특허 포트폴리오 정비`,
			`스마트팩토리 구축 3건 |  |  | 
동남아 진출 전략 수립 |  |  | 
특허 포트폴리오 정비 |  |  |`,
		},

		{
			"paragraphs", `경력

삼십 년 동안 정밀 가공 현장에서 일했습니다.
공정 설계를 맡았습니다.

이후 중소기업 열 곳의 품질 체계를 세웠습니다.`,
			`삼십 년 동안 정밀 가공 현장에서 일했습니다. | 공정 설계를 맡았습니다. |  | 
이후 중소기업 열 곳의 품질 체계를 세웠습니다. |  |  |`,
		},

		{
			"titles with lists, no dates", `Consulting engagements

Hanbit Precision Co., Ltd.
- cost-down programme
- supplier audit
Daehan Foods
- export readiness`,
			`Hanbit Precision Co., Ltd. | cost-down programme / supplier audit |  | Hanbit Precision Co., Ltd.
Daehan Foods | export readiness |  |`,
		},

		{
			"numbers that are no dates", `실적
1. 매출 2000억 기업 자문
2. 참가자 2015명 규모 행사 운영
3. 2021 혁신기업 진단`,
			`매출 2000억 기업 자문 |  |  | 
참가자 2015명 규모 행사 운영 |  |  | 
혁신기업 진단 |  | 2021-12-31 |`,
		},

		{
			"ends ahead of today", `경력
2025.06 ~ 2027.05 한빛정밀 기술 자문`,
			`한빛정밀 기술 자문 |  | 2025-06-01 |`,
		},

		{
			"short ends and quotes", `프로젝트
2021.03~05 시장 조사
2019~21 장기 자문
'18.11 단기 진단
2020-07-15 강의`,
			`시장 조사 |  | 2021-05-31 | 
장기 자문 |  | 2021-12-31 | 
단기 진단 |  | 2018-11-30 | 
강의 |  | 2020-07-15 |`,
		},

		{
			"impossible dates are text", `프로젝트
- 2021.13 항목
- 2022.02.31 항목`,
			`2021.13 항목 |  |  | 
2022.02.31 항목 |  |  |`,
		},

		{
			"employer with dated projects", `경력
2018.01 ~ 2023.12 하나컨설팅 수석
  - 로봇 기업 투자 유치 자문 (2022.03~2022.09)
  - 식품 기업 수출 전략 (2020.01~2020.06)
2010.01 ~ 2017.12 대성기계 부장`,
			`하나컨설팅 수석 |  | 2023-12-31 | 
로봇 기업 투자 유치 자문 |  | 2022-09-30 | 
식품 기업 수출 전략 |  | 2020-06-30 | 
대성기계 부장 |  | 2017-12-31 |`,
		},

		{
			"a year in passing stays text", `경력
2018.01 ~ 2023.12 하나컨설팅 수석
  - 우수 자문 사례 선정 (2021)
  - 신사업 5건 발굴`,
			`하나컨설팅 수석 | 우수 자문 사례 선정 (2021) / 신사업 5건 발굴 | 2023-12-31 |`,
		},

		{
			"publications", `논문
- 감속기 수명 예측 모델, 기계학회지, 2020
- Wear of cycloidal gears, J. Mech., 2017
어학
- 영어 (2019)`,
			`감속기 수명 예측 모델, 기계학회지 |  | 2020-12-31 | 
Wear of cycloidal gears, J. Mech. |  | 2017-12-31 |`,
		},

		{"only schooling", `학력
2001.03 ~ 2005.02 한국대학교`, ``},
		{"nothing", "  \n\n", ``},
		{"windows line ends", "경력\r\n2019.01 ~ 2020.12 가나상사 부장\r\n- 수출\r\n", `가나상사 부장 | 수출 | 2020-12-31 |`},
		{"mixed heading", `학력 및 경력
2001.03 ~ 2005.02 한국대학교 졸업
2005.03 ~ 2010.12 대한전자 연구원`, `대한전자 연구원 |  | 2010-12-31 | 대한전자`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := works(cutCV(c.in, "2026-11-23")); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Nothing is invented: the words of every work stand in its quote in their
// order, and the quote stands in the source.
func TestCutCVInventsNothing(t *testing.T) {
	pieces := []string{
		"경력", "■ 프로젝트", "Experience", "학력", "2021.03 ~ 2023.05 ㈜한빛정밀 이사", "- 베트남 법인 설립", "• 컨설팅 (2020)", "",
		"Jan 2019 – Present", "Acme Inc.", "1. 자문: 수출", "   - 하위 항목 2018", "2015~현재 대표", "고객사: 한울", "일반 문장입니다. 이어지는 문장", "\t표\t2020\t값",
		"~", "()", "2021", "'21.3", "99999", "2021.03 ~", "가. 항목", strings.Repeat("긴 말 ", 90),
	}
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 25).Draw(t, "lines"), "\n")
		checkWorks(t, source, cutCV(source, "2026-11-23"))
	})
}

type fatal interface{ Fatalf(string, ...any) }

func checkWorks(t fatal, source string, list []CutWork) {
	for _, w := range list {
		if strings.TrimSpace(w.Title) == "" {
			t.Fatalf("a work without title: %+v", w)
		}
		if w.Date != "" {
			if _, err := domain.ParseDate(string(w.Date)); err != nil {
				t.Fatalf("date %q", w.Date)
			}
		}
		if !subsequence(w.Title, w.Quote) || !subsequence(w.Text, w.Quote) || !strings.Contains(squeeze(w.Quote), squeeze(w.Client)) ||
			!strings.Contains(squeeze(source), squeeze(w.Quote)) || !strings.Contains(w.Quote, w.Period) {
			t.Fatalf("not from the source: %+v\nsource:\n%s", w, source)
		}
	}
}

// subsequence says whether the words of a stand in b in their order.
func subsequence(a, b string) bool {
	words := strings.Fields(b)
	i := 0
	for w := range strings.FieldsSeq(a) {
		for i < len(words) && !strings.Contains(words[i], w) {
			i++
		}
		if i == len(words) {
			return false
		}
	}
	return true
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' {
			return -1
		}
		return r
	}, s)
}

func BenchmarkCutCV(b *testing.B) {
	source := "경력\n" + strings.Repeat("2021.03 ~ 2023.05 ㈜한빛정밀 해외사업부 이사\n- 베트남 하노이 법인 설립 총괄, for Acme Corp.\n- 현지 유통사 12곳 계약\n", 40)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		cutCV(source, "2026-11-23")
	}
}

func FuzzCutCV(f *testing.F) {
	f.Add("경력\n2021.03 ~ 2023.05 ㈜한빛정밀 이사\n- 수출")
	f.Add("Experience\nAcme\nJan 2019 – Present\n• x")
	f.Fuzz(func(t *testing.T, s string) {
		if list := cutCV(s, "2026-11-23"); len(list) > worksMost {
			t.Fatalf("%d works", len(list))
		}
	})
}
