package rest

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/danielgtaylor/huma/v2"
)

// jsonFormat is JSON as huma writes it; what comes in must be UTF-8 text
// without the character NUL, which no database keeps.
var jsonFormat = huma.Format{
	Marshal: huma.DefaultJSONFormat.Marshal,
	Unmarshal: func(data []byte, v any) error {
		if holdsNUL(data) {
			return errors.New("a text holds the character NUL; remove it")
		}
		return json.Unmarshal(data, v)
	},
}

// holdsNUL finds the escape of NUL, which is the only way JSON can hold it.
func holdsNUL(data []byte) bool {
	for {
		i := bytes.Index(data, []byte(`\u0000`))
		if i < 0 {
			return false
		}
		slashes := 0
		for j := i - 1; j >= 0 && data[j] == '\\'; j-- {
			slashes++
		}
		if slashes%2 == 0 {
			return true
		}
		data = data[i+1:]
	}
}
