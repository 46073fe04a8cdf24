package store

import (
	"fmt"
	"testing"
)

// rowsOf gives every row of tables as text, in the order of the keys.
func rowsOf(t testing.TB, s *Store, tables []table) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, x := range tables {
		rows, err := s.eng.reader.QueryContext(bg, "SELECT * FROM "+x.name+" ORDER BY "+x.key)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		out[x.name], err = scanAll(rows, nil, func(scan func(...any) error) (string, error) {
			values := make([]any, len(columns))
			into := make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			err := scan(into...)
			text := ""
			for i, v := range values {
				text += fmt.Sprintf("%s=%v ", columns[i], v)
			}
			return text, err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}
