package sheet

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The workbooks of this file are made as coordinators make them.

func TestCompaniesOfAMinistry(t *testing.T) {
	const s = "26년 참여기업"
	src := workbook(t, []sheetRows{{s, [][]any{
		{"2026년 도약(Jump-Up) 프로그램 참여기업 현황"},
		{"", "", "", "", "", "", "", "", "(단위: 백만원, 명)"},
		{},
		{"연번", "기업명", "사업자\n등록번호", "설립일", "소재지", "업종", "종업원수", "매출액", "", "비고"},
		{"", "", "", "", "", "", "", "2023년", "2024년", ""},
		{1, "㈜누리테크", "123-45-67891", "2015.3.2", "경상남도", 29, "45명", 12000, "13,500", ""},
		{2, " (주) 한빛　소재 ", 2208162517, 42065, "경상남도", "C20, C22", "１２０", "120억", "250백만", "우선"},
		{3, "다온\u00a0바이오", "", "2009년", "", "의료용 물질 및 의약품 제조업", "80", "-", "$1.2M", ""},
		{"합계", "", "", "", "", "", 245, 24000, 13750, ""},
		{"※ 매출액은 감사보고서 기준"},
	}}}, func(f *excelize.File) {
		must(t, f.MergeCell(s, "A1", "J1"))
		for _, c := range []string{"A", "B", "C", "D", "E", "F", "G", "J"} {
			must(t, f.MergeCell(s, c+"4", c+"5"))
		}
		must(t, f.MergeCell(s, "H4", "I4"))
		must(t, f.MergeCell(s, "E6", "E7"))
	})
	golden(t, summary(read(t, Options{}, src)))
}

func TestExpertsWithWorksBeside(t *testing.T) {
	const s = "전문가 풀(취합)"
	src := workbook(t, []sheetRows{
		{s, [][]any{
			{"수행기관별 전문가 명단"},
			{"No.", "소속\n기관", "성명", "E-mail", "전문분야", "외국어", "담당 가능 기업 수", "주요 실적 과제명", "주요 실적 발주처", "주요 실적 완료일"},
			{1, "한국성장컨설팅", "김예시", "Kim@Example.com ", "전략, 기술", "영어(C1), 베트남어", "4개사", "베트남 진출 전략", "누리테크", "2024.5.30"},
			{"", "", "", "", "", "", "", "스마트공장 구축", "한빛소재", "'25.11.2"},
			{2, "", "이시험", "lee@example.com", "경영", "한국어 원어민 / English B2", 3, "", "", ""},
			{3, "미래기술연구원", "박본보기", "park@example", "인사", "클링온어", "세 곳", "IPO 준비", "", "2024.13.1"},
		}},
		{"참고(숨김)", [][]any{{"성명", "E-mail"}, {"비밀", "x@y.kr"}}},
		{"Sheet3", nil},
	}, func(f *excelize.File) {
		for _, c := range []string{"A", "C", "D", "E", "F", "G"} {
			must(t, f.MergeCell(s, c+"3", c+"4"))
		}
		must(t, f.MergeCell(s, "B3", "B5"))
		must(t, f.SetSheetVisible("참고(숨김)", false))
	})
	golden(t, summary(read(t, Options{}, src)))
}

func TestInvestorsInTwoLanguages(t *testing.T) {
	src := workbook(t, []sheetRows{
		{"해외 투자자", [][]any{
			{"투자사명", "", "투자자 유형", "국가", "투자 규모", "", "선호 단계", "관심 국가", "투자 방식", "Languages"},
			{"국문", "영문", "", "", "최소", "최대", "", "", "", ""},
			{"오션 벤처스", "Ocean Ventures", "VC", "싱가포르", "USD 500k", "$2M", "Seed/시리즈 A", "한국·베트남", "RCPS, 지분", "영어"},
			{"", "Alpine Capital", "사모펀드", "스위스", "5억~20억", "", "pre-IPO", "Korea", "", "독일어; 영어"},
			{"하나은행", "", "은행", "대한민국", "10억 이상", "", "상장", "국내", "대출", "한국어"},
		}},
		{"투자내역", [][]any{
			{"투자사", "기업명", "투자일자", "라운드", "투자금액(억원)", "리드"},
			{"Ocean Ventures", "예시로보틱스", "2024-05-30", "시리즈A", 30, "O"},
			{"", "누리바이오", 45442, "시드", "USD 1.5M", "X"},
			{"오션벤처스", "다른회사", "2023. 1. 9.", "", "", ""},
			{"없는 투자사", "어떤기업", "2022/12/31", "", 5, ""},
		}},
	}, func(f *excelize.File) {
		must(t, f.MergeCell("해외 투자자", "A1", "B1"))
		must(t, f.MergeCell("해외 투자자", "E1", "F1"))
	})
	golden(t, summary(read(t, Options{}, src)))
}

func TestNeedsWithEveryMistake(t *testing.T) {
	src := workbook(t, []sheetRows{{"수요조사", [][]any{
		{"신청기업", "수요 구분", "제목", "내용", "투자 희망금액", "신청일", "희망 기한", "비공개 여부", "목표 국가", "우선순위"},
		{"(예시) 누리테크", "투자", "예시 제목", "", "10억", "2026.3.2", "", "", "", ""},
		{"누리테크", "투자유치", "공장 증설", "두 번째 라인", "20~30억", "2026. 3. 2.(월)", "26.6.30", "아니오", "베트남, 미국", 3},
		{"누리테크", "디렉팅", "해외 진출", "(삭제)", "", "2026.3", "6/30/2026", "글쎄", "화성", "높음"},
		{"한빛소재", "상담", "=품질", "", 3000, "2026-02-30", "", "", "", ""},
		{"한빛소재", "투자", "증자", "", "#REF!", "", "", "", "", "#N/A"},
		{"신청기업", "수요 구분", "제목", "내용", "투자 희망금액", "신청일", "희망 기한", "비공개 여부", "목표 국가", "우선순위"},
		{"", "", "", "", "", "", "", "", "", ""},
	}}}, nil)
	golden(t, summary(read(t, Options{}, src)))
}

func TestCoverSheetAndContacts(t *testing.T) {
	const s = "담당자 연락망"
	src := workbook(t, []sheetRows{
		{"표지", [][]any{{}, {"2026년도 도약 프로그램"}, {"운영사무국", "02-000-0000"}}},
		{s, [][]any{
			{"□ 참여기업 담당자 연락망 ('26.3.2. 기준)"},
			{},
			{"소속", "담당자\n(필수)", "직급", "휴대폰", "e-mail", "사용 언어", "생년월일"},
			{"㈜누리테크", "김 예시", "팀장", 1000000000, "KIM@example.com", "국어, 영어", "비공개"},
			{"", "이시험", "대리", "010-0000-0001", "이시험<lee@example.com>", "", ""},
			{"한빛소재", "박본보기", "대표이사", "０１０-0000-0002", "park(at)example.com", "일어", ""},
			{"총 3명"},
		}},
		{"인증현황", [][]any{
			{"회사명", "인증명", "확인서 번호", "유효기한"},
			{"누리테크", "중소기업확인서", "0010-2026-00012", "2027-03-31"},
			{"", "벤처기업확인서", 20260001, 46477},
			{"한빛소재", "ISO 9001", "", "영구"},
		}},
	}, func(f *excelize.File) {
		must(t, f.MergeCell(s, "A1", "G1"))
		must(t, f.MergeCell(s, "A4", "A5"))
	})
	golden(t, summary(read(t, Options{}, src)))
}

func TestCRMExport(t *testing.T) {
	src := csvSource(t, "investors_export_2026.csv", "\ufeffsep=;\r\n"+
		"Firm;Type;HQ country;Ticket size (USD k);Stage;Geography;Languages;Investment thesis;Contact e-mail;Owner\r\n"+
		"Ocean Ventures;Venture Capital;Singapore;500 - 2,000;\"Seed, Series A\";\"Korea; Viet Nam\";English;\"We lead \"\"first\"\" rounds;\nhands-on.\";ann@ocean.example;Ann\r\n"+
		"Alpine Capital AG;PE;Switzerland;5000+;Growth;DE/AT/CH;German/English;-;bob@alpine.example;Bob\r\n"+
		"=cmd|'/c calc'!A0;VC;Atlantis;1.2M;Round Z;Korea;English;;nobody;\r\n")
	golden(t, summary(read(t, Options{}, src)))
}

func TestMinistryCSV(t *testing.T) {
	text := "\"2026년 지원기업 목록 (단위 : 천원)\",,,,,\r\n연번,업체명,사업자번호,업 종,상시근로자수,2024년도 매출액\r\n" +
		"1,누리테크,1234567891,C29(기타 기계 및 장비 제조업),45,\"12,000,000\"\r\n2,한빛소재,123-45-67890,제조업,사십명,ㅡ\r\n3,뷁연구소,,72,1.0E+2,3억\r\n소계,,,,145,\"12,300,000\"\r\n"
	golden(t, summary(read(t, Options{}, Source{"지원기업.csv", bytes.NewReader(encoded(t, text, "cp949"))})))
}
