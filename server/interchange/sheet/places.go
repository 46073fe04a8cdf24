package sheet

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"jumpup/server/domain"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Countries and languages are read by their code and by their Korean and
// English names (Unicode CLDR, through x/text), and by the short names that
// CLDR does not list.

var countryAliases = map[string]string{
	"KR": "한국;남한;국내;korea;south korea;rok;republic of korea;kor;대한민국(한국)", "US": "usa;america;united states of america;미합중국;u.s.a.;북미(미국)",
	"GB": "uk;great britain;england;영국(uk)", "CN": "prc;중국(본토);mainland china;중화인민공화국", "HK": "홍콩;hong kong", "MO": "마카오;macau",
	"TW": "타이완;중화민국;taiwan roc", "VN": "월남;viet nam", "AE": "uae;아랍에미리트연합;두바이;dubai", "RU": "러시아연방;russian federation",
	"NL": "holland;네델란드", "CZ": "czech republic;체코공화국", "TR": "turkey;터키", "SA": "사우디;ksa", "ID": "인니", "AU": "오스트레일리아;호주(오스트레일리아)",
	"DE": "deutschland;도이칠란트", "KZ": "카자흐", "MM": "버마", "LA": "laos", "BN": "brunei darussalam", "IR": "islamic republic of iran", "SY": "syrian arab republic",
}

var languageAliases = map[string]string{
	"ko": "한국말;국어;kr;kor", "en": "eng;영국어;미국어", "zh": "북경어;보통화;mandarin;cn;중국말;중국어(간체)", "ja": "jp;일어;jpn;일본말",
	"vi": "월남어;vn", "yue": "광동어", "de": "독어;ger", "fr": "불어;프랑스말", "es": "서반아어;에스파냐어", "ru": "노어", "id": "bahasa indonesia;인니어;마인어",
	"ar": "아랍말;아라비아어", "th": "타이어;태국말", "pt": "포어", "it": "이태리어", "ms": "bahasa melayu",
}

// listedLanguages are the languages known by name: those with two letters that
// CLDR names, and a few more that are spoken in meetings.
var listedLanguages = "yue fil haw"

type names struct {
	codes  map[string]string
	ko, en map[string]string
}

var countryNames = sync.OnceValue(func() names {
	n := names{map[string]string{}, map[string]string{}, map[string]string{}}
	ko, en := display.Korean.Regions(), display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			r, err := language.ParseRegion(code)
			if err != nil || !domain.KnownCountry(code) {
				continue
			}
			n.add(code, ko.Name(r), en.Name(r), countryAliases[code])
		}
	}
	return n
})

var languageNames = sync.OnceValue(func() names {
	n := names{map[string]string{}, map[string]string{}, map[string]string{}}
	ko, en := display.Korean.Languages(), display.English.Languages()
	codes := strings.Fields(listedLanguages)
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			codes = append(codes, string([]rune{a, b}))
		}
	}
	for _, code := range codes {
		t, err := language.Parse(code)
		if err != nil || t.String() != code { // sh, iw and the like stand for another code
			continue
		}
		if k, e := ko.Name(t), en.Name(t); k != "" && e != "" {
			n.add(code, k, e, languageAliases[code])
		}
	}
	return n
})

func (n names) add(code, ko, en, also string) {
	n.ko[code], n.en[code] = ko, en
	for _, s := range append([]string{code, ko, en}, strings.Split(also, ";")...) {
		if k := squash(s); k != "" && (n.codes[k] == "" || k == squash(code)) {
			n.codes[k] = code
		}
	}
}

// label is the name that reads back as the code, else the code.
func (n names) label(code, lang string) string {
	name := n.ko[code]
	if lang == "en" {
		name = n.en[code]
	}
	if i := strings.IndexByte(name, '('); i > 0 && n.codes[squash(name[:i])] == code {
		name = name[:i]
	}
	if n.codes[squash(name)] == code {
		return name
	}
	return code
}

// parseCountry reads an ISO 3166-1 code or a country's name.
func parseCountry(s string) (string, error) {
	n := countryNames()
	if c, ok := n.codes[squash(s)]; ok {
		return c, nil
	}
	if i := strings.IndexByte(narrow(s), '('); i > 0 {
		if c, ok := n.codes[squash(narrow(s)[:i])]; ok {
			return c, nil
		}
	}
	return "", fmt.Errorf("%q is no country; write its name in Korean or English, or its code, such as 베트남, Vietnam or VN", s)
}

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})+$`)

// parseLanguage reads a BCP 47 tag or a language's name.
func parseLanguage(s string) (string, error) {
	if c, ok := languageNames().codes[squash(s)]; ok {
		return c, nil
	}
	if t := narrow(s); languageTag.MatchString(t) {
		if _, err := language.Parse(t); err == nil {
			return t, nil
		}
	}
	return "", fmt.Errorf("%q is no language; write its name in Korean or English, or its code, such as 영어, English or en", s)
}
