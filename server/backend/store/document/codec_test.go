package document

import (
	"reflect"
	"strings"
	"testing"

	"jumpup/server/domain"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// handled are the fields of a need that live beside its document.
var handled = []string{"State", "Holder", "Since", "StateBy", "Remark"}

// fill sets every exported field of a value to something that is not empty.
func fill(t *rapid.T, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(rapid.StringMatching(`[a-zA-Z가-힣<>&"\\ ]{1,8}`).Draw(t, "text"))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(rapid.IntRange(1, 9999).Draw(t, "number")))
	case reflect.Float64:
		v.SetFloat(float64(rapid.IntRange(1, 99).Draw(t, "half")) / 2)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), rapid.IntRange(1, 3).Draw(t, "length"), 3))
		for i := range v.Len() {
			fill(t, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Name != "Revision" && !contains(handled, f.Name) {
				fill(t, v.Field(i))
			}
		}
	default:
		t.Fatalf("no value for %s", v.Type())
	}
}

func contains(list []string, s string) bool {
	return strings.Contains("|"+strings.Join(list, "|")+"|", "|"+s+"|")
}

// TestEveryFieldIsKept fails when a field of an entity is not written down in
// this package: full records come back whole.
func TestEveryFieldIsKept(t *testing.T) {
	for _, k := range domain.Kinds {
		t.Run(string(k), rapid.MakeCheck(func(t *rapid.T) {
			rec := domain.New(k)
			fill(t, reflect.ValueOf(rec).Elem())
			doc, err := Encode(rec)
			if err != nil {
				t.Fatal(err)
			}
			back, err := Decode(k, doc)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(rec, back); d != "" {
				t.Fatal(d)
			}
			again, err := Encode(back)
			if err != nil || string(again) != string(doc) {
				t.Fatalf("not canonical: %v\n%s\n%s", err, doc, again)
			}
		}))
	}
}

func TestEmptyRecordsAreShort(t *testing.T) {
	for k, want := range map[domain.Kind]string{
		domain.KindInvestor: `{"id":""}`, domain.KindNeed: `{"id":""}`, domain.KindPreference: `{"from":"","to":""}`,
	} {
		doc, err := Encode(domain.New(k))
		if err != nil || string(doc) != want {
			t.Errorf("%s: got %s, %v", k, doc, err)
		}
	}
}

func TestChangedNamesFieldsOnly(t *testing.T) {
	a, err1 := Encode(&domain.Company{ID: "c", Name: domain.PlainText("before"), Stage: "seed"})
	b, err2 := Encode(&domain.Company{ID: "c", Name: domain.PlainText("after"), Tags: []string{"x"}})
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	got, err := Changed(a, b)
	if d := cmp.Diff([]string{"name", "stage", "tags"}, got); err != nil || d != "" {
		t.Fatal(err, d)
	}
}

func TestBroken(t *testing.T) {
	for s, want := range map[string]bool{
		"a\x00b": true, `a\u0000`: false, `\\u0000`: false, "plain": false, "\\\x00": true,
		"\xff": true, "\ufffd": false, `\ufffd`: false, "\u2028": false,
	} {
		doc, err := Encode(&domain.Company{ID: "c", City: s})
		if err != nil || Broken(doc) != want {
			t.Errorf("%q: got %v, %v", s, Broken(doc), err)
		}
	}
}

func TestDamagedDocumentIsAnError(t *testing.T) {
	for _, doc := range []string{"", "{", `{"id":5}`, `{"name":{"ko":1}}`} {
		if _, err := Decode(domain.KindCompany, []byte(doc)); err == nil {
			t.Errorf("%q: no error", doc)
		}
	}
	if _, err := Decode("other", []byte("{}")); err == nil {
		t.Error("unknown kind: no error")
	}
	if _, err := Encode((*domain.Company)(nil)); err == nil {
		t.Error("nil record: no error")
	}
}
