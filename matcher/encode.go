package matcher

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// EncodeLine returns the pair as one JSON line of the interchange format, with the
// newline: need, rank, candidate, score, form, parts (code, value or null, weight,
// contribution, evidence), unknown, blocked. Numbers have at most nine decimals.
// Private evidence is written as it is: the line is for the owner of the data.
func EncodeLine(p Pair) []byte { return AppendLine(nil, p) }

// AppendLine is EncodeLine into a buffer.
func AppendLine(b []byte, p Pair) []byte {
	b = appendString(append(b, `{"need":`...), p.Need)
	b = appendNumber(append(b, `,"rank":`...), float64(p.Rank))
	b = appendString(append(b, `,"candidate":`...), p.Candidate)
	b = appendNumber(append(b, `,"score":`...), p.Score)
	b = appendString(append(b, `,"form":`...), string(p.Form))
	b = append(b, `,"parts":[`...)
	for i, q := range p.Parts {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendPart(b, q)
	}
	b = append(b, `],"unknown":[`...)
	for i, u := range p.Unknown {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, u)
	}
	b = appendString(append(b, `],"blocked":`...), p.Blocked)
	return append(b, '}', '\n')
}

func appendPart(b []byte, q Part) []byte {
	b = appendString(append(b, `{"code":`...), q.Code)
	b = append(b, `,"value":`...)
	if q.Known {
		b = appendNumber(b, q.Value)
	} else {
		b = append(b, "null"...)
	}
	b = appendNumber(append(b, `,"weight":`...), q.Weight)
	b = appendNumber(append(b, `,"contribution":`...), q.Contribution)
	b = append(b, `,"evidence":[`...)
	for i, e := range q.Evidence {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, e.String())
	}
	return append(b, ']', '}')
}

// appendString writes a JSON string; plain ASCII takes the short way.
func appendString(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			return append(b, quote(s)...)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

func quote(s string) []byte {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil { // a string always encodes
		panic(err)
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n"))
}
