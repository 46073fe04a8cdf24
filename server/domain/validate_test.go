package domain

import (
	"strings"
	"testing"
)

func TestBusinessCheckDigit(t *testing.T) {
	for nine, want := range map[string]byte{"124810099": '8', "123456789": '1', "000000000": '0'} {
		if got, ok := BusinessCheckDigit(nine); !ok || got != want {
			t.Errorf("%s: got %c, want %c", nine, got, want)
		}
	}
	if _, ok := BusinessCheckDigit("12481009"); ok {
		t.Error("eight digits are accepted")
	}
}

func TestRegistrationNumbers(t *testing.T) {
	for no, good := range map[string]bool{
		"124-81-00998": true, "1248100998": true, "124 81 00998": true, "130111-0006246": true,
		"124-81-00999": false, "124-81-0099": false, "unknown": false,
	} {
		if got := registrationProblem(no) == ""; got != good {
			t.Errorf("%s: good is %v, want %v", no, got, good)
		}
	}
	foreign := &Company{ID: "c1", Country: "SG", RegistrationNo: "200012345K"}
	if p := foreign.Validate(); len(p) > 0 {
		t.Errorf("a foreign number is held to the Korean rule: %s", p.Report())
	}
}

func TestLanguageTags(t *testing.T) {
	good := "ko en zh-Hant zh-Hant-TW en-GB sr-Latn-RS sl-rozaj-biske de-CH-1996 es-419 x-private en-x-own zh-yue-HK de-a-value-x-p"
	for tag := range strings.FieldsSeq(good) {
		if wrong := languageProblem(tag); wrong != "" {
			t.Errorf("%s: %s", tag, wrong)
		}
	}
	for _, tag := range []string{"", "k", "korean", "ko_KR", "ko-", "-ko", "en-a", "x", "en-GB-GB", "en--GB", "k0", "한국어", "en-abcdefghi"} {
		if languageProblem(tag) == "" {
			t.Errorf("%q is accepted", tag)
		}
	}
}

func TestDecimals(t *testing.T) {
	for s, good := range map[string]bool{
		"0": true, "0.5": true, "250000000": true, "999999999999999.999999999": true,
		"": false, "-1": false, "+1": false, "01": false, "1.": false, ".5": false, "1e3": false, "1,000": false, "NaN": false, "1000000000000000": false, "٣": false,
	} {
		if _, got := decimal(s); got != good {
			t.Errorf("%q: good is %v, want %v", s, got, good)
		}
	}
}

func TestEmails(t *testing.T) {
	for s, good := range map[string]bool{
		"a@example.org": true, "first.last+tag@mail.example.co.kr": true, "김@예시.한국": true,
		"a": false, "a@": false, "@b.c": false, "a@b": false, "a@b..c": false, "a@-b.c": false, "a b@c.d": false, "a@b.c>": false, "a@b@c.d": false, "a@b_c.d": false,
	} {
		var p Problems
		checkEmail(&p, "email", s)
		if got := len(p) == 0; got != good {
			t.Errorf("%q: good is %v, want %v", s, got, good)
		}
	}
}

func TestCodeTables(t *testing.T) {
	if n := len(countries()); n != 249 {
		t.Errorf("%d countries, ISO 3166-1 has 249", n)
	}
	for code := range currencies() {
		if len(code) != 3 || strings.ToUpper(code) != code {
			t.Errorf("%q is no currency code", code)
		}
	}
	for _, name := range []string{"Asia/Seoul", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+9"} {
		if !KnownZone(name) {
			t.Errorf("the zone %s is missing", name)
		}
	}
	if KnownZone("Local") || KnownZone("") || KnownZone("asia/seoul") {
		t.Error("a name outside the database is accepted")
	}
}

// TestValidateNamesThePlace: a fault deep in a record is reported with its path
// and a remedy, and a record of only its required fields has none.
func TestValidateNamesThePlace(t *testing.T) {
	bare := []Record{
		&Institution{ID: "a"}, &Cohort{ID: "a"}, &Person{ID: "a"}, &Company{ID: "a"},
		&Need{ID: "a", Company: "c", Kind: NeedPartner}, &Expert{ID: "a"}, &Investor{ID: "a"}, &Preference{From: "a", To: "b", Level: No},
	}
	for _, r := range bare {
		if p := r.Validate(); len(p) > 0 {
			t.Errorf("%T: %s", r, p.Report())
		}
	}
	deep := map[string]Record{
		"portfolio[1].amount.currency": &Investor{ID: "a", Portfolio: []Deal{{Name: "x"}, {Name: "y", Amount: Amount{Value: "1"}}}},
		"revenue[0].amount.value":      &Company{ID: "a", Revenue: []YearAmount{{Year: 2024, Amount: Amount{Value: "x", Currency: "KRW"}}}},
		"works[0].title.ko":            &Expert{ID: "a", Works: []Work{{Title: Text{Ko: "\x00"}}}},
		"name":                         &Person{ID: "a", Name: Text{Plain: "x", En: "y"}},
		"rules[0].value":               &Cohort{ID: "a", Rules: []Rule{{Field: "f", Op: "eq", Value: "{"}}},
	}
	for field, r := range deep {
		p := r.Validate()
		if len(p) != 1 || p[0].Field != field || !strings.Contains(p[0].Message, ";") {
			t.Errorf("%s: %s", field, p.Report())
		}
	}
}
