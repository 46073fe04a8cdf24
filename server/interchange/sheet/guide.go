package sheet

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

var guideWords = []string{
	"작성 안내 / How to fill in",
	"1. 머리글 아래 셋째 줄부터 적습니다. 둘째 줄의 (예시)는 가져오지 않습니다. / Write from the third row on. The example in the second row is not imported.",
	"2. ID가 없으면 비워 둡니다. 등록번호, 이메일, 이름과 설립연도로 기존 기록을 찾습니다. / Leave the id empty when there is none. Existing records are found by registration number, e-mail, name and founding year.",
	"3. 빈 칸은 저장된 값을 바꾸지 않습니다. 값을 지우려면 (삭제)라고 적습니다. / An empty cell changes nothing. Write (clear) to empty a stored value.",
	"4. 한 칸에 여러 값을 적을 때는 ; 로 구분합니다. / Separate several values in a cell with ;",
	"5. 금액은 2.5억, 250백만원, 2억 5천만원, $1.2M, USD 500k 처럼 적을 수 있습니다. / Money may be written as 2.5억, 250백만원, $1.2M or USD 500k.",
	"6. 날짜는 2026-03-02 또는 2026. 3. 2. 로 적습니다. / Write dates as 2026-03-02 or 2026. 3. 2.",
	"7. 실적, 포트폴리오, 인증은 따로 있는 시트에 한 줄에 하나씩 적고, 누구의 것인지 ID나 이름을 적습니다. / Works, portfolio and certificates have sheets of their own: one a row, with the id or the name of whom they belong to.",
	"8. 열의 순서는 바꾸어도 되고 필요 없는 열은 지워도 됩니다. / Columns may be moved, and those not needed deleted.",
}

// guide writes the sheet that explains every column in both languages.
func (b *book) guide(asked []page) error {
	if err := b.sheet(guideSheet); err != nil {
		return err
	}
	f := b.file
	line := 0
	put := func(style int, values ...string) error {
		line++
		row := make([]any, len(values))
		for i, v := range values {
			row[i] = v
		}
		at := fmt.Sprintf("A%d", line)
		if err := f.SetSheetRow(guideSheet, at, &row); err != nil || style == 0 {
			return err
		}
		end, err := excelize.CoordinatesToCellName(max(len(values), 1), line)
		return errors.Join(err, f.SetCellStyle(guideSheet, at, end, style))
	}
	for i, s := range guideWords {
		style := 0
		if i == 0 {
			style = b.header
		}
		if err := put(style, s); err != nil {
			return err
		}
	}
	for _, p := range asked {
		if err := errors.Join(put(0, ""), put(b.header, "["+p.table.sheetName()+"]"), put(b.header, "열", "Column", "필드 field", "적는 법", "How to write it", "고를 수 있는 말 words")); err != nil {
			return err
		}
		for _, c := range p.columns {
			words := ""
			if c.choices != nil {
				words = strings.Join(c.choices.labels("ko"), ", ") + " / " + strings.Join(c.choices.labels("en"), ", ")
			}
			if err := put(0, c.ko, c.en, c.path, c.help[0], c.help[1], words); err != nil {
				return err
			}
		}
	}
	return errors.Join(f.SetColWidth(guideSheet, "A", "B", 24), f.SetColWidth(guideSheet, "C", "C", 18), f.SetColWidth(guideSheet, "D", "F", 48))
}

// lists writes the words to choose from, and the codes that people look up.
func (b *book) lists(l lists) error {
	if err := b.sheet(listSheet); err != nil {
		return err
	}
	var columns [][]any
	for _, v := range l.order {
		col := []any{v.name}
		for _, w := range v.labels("ko") {
			col = append(col, w)
		}
		columns = append(columns, col)
	}
	ksic := []any{"KSIC (11차 중분류 divisions of revision 11)"}
	for _, s := range divisions {
		for _, d := range s.list {
			ksic = append(ksic, s.section+d)
		}
	}
	columns = append(columns, ksic, named("국가 country", countryNames()), named("언어 language", languageNames()))
	for i, col := range columns {
		at, err := excelize.CoordinatesToCellName(i+1, 1)
		if err != nil {
			return err
		}
		if err := b.file.SetSheetCol(listSheet, at, &col); err != nil {
			return err
		}
	}
	last, err := excelize.ColumnNumberToName(len(columns))
	if err != nil {
		return err
	}
	return errors.Join(b.file.SetColWidth(listSheet, "A", last, 30), b.file.SetCellStyle(listSheet, "A1", last+"1", b.header))
}

func named(title string, n names) []any {
	out := []any{title}
	for _, code := range slices.Sorted(maps.Keys(n.ko)) {
		out = append(out, code+" "+n.ko[code]+" "+n.en[code])
	}
	return out
}
