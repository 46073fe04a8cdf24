package sheet

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"jumpup/server/domain"
)

var dayCodec = codec[domain.Date]{
	read: func(s string, cx *cellContext) (domain.Date, error) { return ParseDate(s, cx.date1904) },
	show: func(v domain.Date, _ string) cell {
		c := cell{text: string(v)}
		if n, ok := dateSerial(v); ok {
			c.style, c.number = asDate, int64(n)
		}
		return c
	},
	raw:   func(v domain.Date) string { return string(v) },
	unraw: func(s string) (domain.Date, bool) { d, err := domain.ParseDate(s); return d, err == nil },
	empty: func(v domain.Date) bool { return v == "" },
	same:  equal[domain.Date],
	help:  [2]string{"2026-03-02 또는 2026. 3. 2.", "2026-03-02 or 2026. 3. 2."},
}

func countryCodec() codec[string] {
	return coded[string](parseCountry, func(c, lang string) string { return countryNames().label(c, lang) },
		[2]string{"나라 이름 또는 코드 (베트남, Vietnam, VN)", "a country's name or code (Vietnam, VN)"})
}

func languageCodec() codec[string] {
	return coded[string](parseLanguage, func(c, lang string) string { return languageNames().label(c, lang) },
		[2]string{"언어 이름 또는 코드 (영어, English, en)", "a language's name or code (English, en)"})
}

func industryCodec() codec[string] {
	return coded[string](parseIndustry, asIs,
		[2]string{"KSIC 코드 (C29 또는 29), 또는 중분류 이름", "a KSIC code (C29 or 29) or a division's Korean name"})
}

var registrationCodec = coded[string](RegistrationNo, asIs, [2]string{"000-00-00000", "000-00-00000"})

var emailCodec = coded[string](parseEmail, asIs, [2]string{"주소 하나", "one address"})

var phoneCodec = coded[string](parsePhone, asIs, [2]string{"010-0000-0000", "+82 10-0000-0000"})

var currencyCodec = coded[string](func(s string) (string, error) {
	if c := currencyCode(s); c != "" {
		return c, nil
	}
	return "", fmt.Errorf("%q is no currency; write its code, such as KRW, USD or EUR", s)
}, asIs, [2]string{"통화 코드 (KRW, USD, EUR)", "a currency code (KRW, USD, EUR)"})

var revisionCodec = numberCodec(func(s string, _ *cellContext) (int, error) {
	return parseInt(strings.Trim(strings.TrimSuffix(strings.TrimPrefix(narrow(s), "제"), "차"), " "))
}, [2]string{"10 또는 11 (비우면 11)", "10 or 11 (empty means 11)"})

// composite is a list of values that have two parts, such as a language with a
// level. Each is written "first (second)" where that reads back, else as a JSON
// array behind a mark.
func composite[T comparable](isCoded bool, read func(string) (T, error), show func(T, string) string,
	pack func(T) any, unpack func([]byte) (T, error), help [2]string,
) codec[[]T] {
	parse := func(s string) (T, error) {
		if rest, marked := unguarded(s); marked {
			if v, err := unpack([]byte(unescape(rest))); err == nil {
				return v, nil
			}
			s = rest
		}
		return read(s)
	}
	return codec[[]T]{
		shape: list, multi: true, help: help,
		read: func(s string, _ *cellContext) ([]T, error) {
			var out []T
			for _, e := range splitList(s, isCoded) {
				v, err := parse(e)
				if err != nil {
					return nil, err
				}
				out = append(out, v)
			}
			return out, nil
		},
		show: func(vs []T, lang string) cell {
			var parts []string
			for _, v := range vs {
				s := show(v, lang)
				if got, err := read(s); s == "" || s[0] == mark || err != nil || !sameParts(got, v, pack) || special(s) {
					data, _ := json.Marshal(pack(v))
					s = string(mark) + escape(string(data))
				}
				parts = append(parts, s)
			}
			return cell{text: joinList(parts)}
		},
		empty: func(v []T) bool { return len(v) == 0 },
	}
}

// sameParts compares by content: a topic holds a pointer.
func sameParts[T any](a, b T, pack func(T) any) bool {
	x, _ := json.Marshal(pack(a))
	y, _ := json.Marshal(pack(b))
	return string(x) == string(y)
}

var partsOf = regexp.MustCompile(`^(.*?)\s*[(\[:]\s*([^()\[\]:]*?)\s*[)\]]?$`)

var languagesCodec = composite(true,
	func(s string) (domain.Language, error) {
		code, level := narrow(s), ""
		if m := partsOf.FindStringSubmatch(code); m != nil && m[1] != "" {
			code, level = m[1], m[2]
		} else if i := strings.LastIndexByte(code, ' '); i > 0 {
			if _, err := languageLevels.parse(code[i+1:]); err == nil {
				code, level = code[:i], code[i+1:]
			}
		}
		c, err := parseLanguage(code)
		if err != nil || level == "" {
			return domain.Language{Code: c}, err
		}
		l, err := languageLevels.parse(level)
		return domain.Language{Code: c, Level: l}, err
	},
	func(v domain.Language, lang string) string {
		if v.Level == "" {
			return languageNames().label(v.Code, lang)
		}
		return languageNames().label(v.Code, lang) + " (" + languageLevels.label(v.Level, lang) + ")"
	},
	func(v domain.Language) any { return [2]string{v.Code, v.Level} },
	func(b []byte) (v domain.Language, err error) {
		var p [2]string
		err = json.Unmarshal(b, &p)
		return domain.Language{Code: p[0], Level: p[1]}, err
	},
	[2]string{"언어 (수준): 영어 (C1); 한국어 (원어민). 수준은 A1~C2, 원어민", "language (level): English (C1); Korean (native)"},
)

var topicYears = regexp.MustCompile(`(?i)^(.+?)\s*(?:[(\[:]\s*(\d+(?:\.\d+)?)\s*(?:년|년차|years?|yrs?|y)?\s*[)\]]?|\s(\d+(?:\.\d+)?)\s*(?:년|년차|years?|yrs?))$`)

var topicsCodec = composite(false,
	func(s string) (domain.Topic, error) {
		s = clean(s)
		m := topicYears.FindStringSubmatch(s)
		if m == nil {
			return domain.Topic{Topic: s}, nil
		}
		y, err := strconv.ParseFloat(m[2]+m[3], 64)
		return domain.Topic{Topic: m[1], Years: &y}, err
	},
	func(v domain.Topic, _ string) string {
		if v.Years == nil {
			return v.Topic
		}
		return v.Topic + " (" + strconv.FormatFloat(*v.Years, 'f', -1, 64) + ")"
	},
	func(v domain.Topic) any { return [2]any{v.Topic, v.Years} },
	func(b []byte) (v domain.Topic, err error) {
		var p [2]json.RawMessage
		if err = json.Unmarshal(b, &p); err == nil {
			err = errors.Join(json.Unmarshal(p[0], &v.Topic), json.Unmarshal(p[1], &v.Years))
		}
		return v, err
	},
	[2]string{"주제 (경력 연수): 해외 진출 (7); 품질 관리", "topic (years): market entry (7); quality"},
)

var periodsCodec = composite(false,
	func(s string) (v domain.Period, err error) {
		low, high, ok := cutPeriod(narrow(s))
		if !ok {
			low, high = s, s
		}
		if low != "" {
			if v.From, err = ParseDate(low, false); err != nil {
				return v, err
			}
		}
		if high != "" {
			if v.To, err = ParseDate(high, false); err != nil {
				return v, err
			}
		}
		if v.From != "" && v.To != "" && v.To < v.From {
			return v, fmt.Errorf("%q ends before it begins; swap the days", s)
		}
		return v, nil
	},
	func(v domain.Period, _ string) string {
		return strings.TrimSpace(string(v.From) + " ~ " + string(v.To))
	},
	func(v domain.Period) any { return [2]domain.Date{v.From, v.To} },
	func(b []byte) (v domain.Period, err error) {
		var p [2]domain.Date
		err = json.Unmarshal(b, &p)
		return domain.Period{From: p[0], To: p[1]}, err
	},
	[2]string{"2026-03-01 ~ 2026-03-15; 여러 기간은 ; 로 구분", "2026-03-01 ~ 2026-03-15; several with ;"},
)

func cutPeriod(s string) (low, high string, ok bool) {
	for _, sep := range []string{"~", "〜", "∼", "–", "—", " - ", " to "} {
		if low, high, ok = strings.Cut(s, sep); ok {
			return strings.TrimSpace(low), strings.TrimSpace(high), true
		}
	}
	return "", "", false
}
